"""Taking a planned tracker into the register: one operation, one step of undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from gainboard.domain.changes import Changes
from gainboard.domain.deadlines import Basis
from gainboard.domain.draft import DraftDeadline, Kind
from gainboard.domain.incoming.entry import Told
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan, PlannedItem, PlannedReport, counted
from gainboard.domain.recommendation import (
    Addressee,
    Clause,
    Deadline,
    Recommendation,
    StatusEntry,
    Theme,
    Update,
)
from gainboard.domain.report import Finding, Report, ReportBody, ReportDocument, Response
from gainboard.domain.sentences import in_full
from gainboard.domain.states import UpdateState
from gainboard.domain.words import clean_name
from gainboard.errors import GainboardError, Refused
from gainboard.services import lookup
from gainboard.services.incoming.kept import keep as keep_for_next
from gainboard.services.incoming.printing import printed
from gainboard.services.sittings import operation
from gainboard.store.register import Register

Progress = Callable[[int, int], bool]

AWAITING_REVIEW = "awaiting review"
# The days in which a response to an inspection is still to be published (Police Act 1996 s.55).
_RESPONSE_DAYS = 56
_COMMENTS_DAYS = 41
_STEP = 10
_UNDATED = "\n(Not dated in the tracker.)"


def take_in_tracker(
    register: Register, plan: Plan, progress: Progress | None = None, keep: Mapping | None = None
) -> Changes:
    """Make all that was planned as one operation, none of it where it fails or is stopped.

    `progress` is told rows done and rows in all, and returns False to stop; `keep` is a mapping
    to keep for the next file, in the same operation. Raises Refused
    E-NOTHING-FOUND, E-CHANGED-SINCE where the register is no longer the one planned for, and
    E-STOPPED.
    """
    if not plan.items:
        raise Refused(
            "E-NOTHING-FOUND",
            f"No row of “{plan.name}” would make a new recommendation; nothing was taken in. See "
            "in the preview what became of each, and whether the columns are the right ones.",
        )
    if register.journal.head()[0] != plan.seq:
        raise Refused(
            "E-CHANGED-SINCE",
            f"The register has changed since “{plan.name}” was looked at; nothing was taken in. "
            "Look at the preview again, then take it in.",
        )
    items = counted(len(plan.items), "recommendation")
    reports = counted(len({one.code for one in plan.items}), "report")
    label = f"Take in a tracker: {items} of {reports}"
    with operation(register, label) as change:
        _Taking(register, plan, progress or (lambda _done, _of: True)).take()
        if keep is not None:
            keep_for_next(register, keep)
    return change.done


class _Taking:
    """Adds the reports and then their rows; what rows depend on is joined up last."""

    def __init__(self, register: Register, plan: Plan, progress: Progress) -> None:
        self._register = register
        self._tables = register.tables
        self._plan = plan
        self._progress = progress
        self._today = register.clock().date()
        self._people: dict[str, int | None] = {}
        self._bodies: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._done = 0

    def take(self) -> None:
        """Take everything."""
        items: dict[str, list[PlannedItem]] = {}
        for item in self._plan.items:
            items.setdefault(item.code, []).append(item)
        for report in self._plan.reports:
            self._take_report(report, items.get(report.code, []))

    def _take_report(self, planned: PlannedReport, items: list[PlannedItem]) -> None:
        document = printed(self._plan.name, items)
        known = planned.known_id
        key = known if known is not None else self._add_report(planned).id
        self._tables.report_documents.add(
            ReportDocument(report_id=key, name=self._plan.name, text=document.text)
        )
        last = self._tables.recommendations.first("report_id = ?", key, order="position DESC")
        first = last.position + 1 if last else 1
        added = {}
        for nth, item in enumerate(items):
            span = document.spans[nth] if known is None else None
            added[item.ref] = self._take_item(item, key, first + nth, span)
            self._tell()
        self._take_deadlines(items, added)

    def _add_report(self, planned: PlannedReport) -> Report:
        report = self._tables.reports.add(
            Report(
                code=planned.code,
                title=planned.title,
                source_kind=clean_name(planned.source_kind) or "other",
                published=planned.published,
            )
        )
        for name in planned.bodies:
            body = self._body(name)
            if not self._tables.report_bodies.count(
                "report_id = ? AND body_id = ?", report.id, body
            ):
                self._tables.report_bodies.add(ReportBody(report_id=report.id, body_id=body))
        if planned.published and 0 <= (self._today - planned.published).days < _RESPONSE_DAYS:
            self._await_response(report)
        return report

    def _await_response(self, report: Report) -> None:
        """Begin the response of a report that is new; those of older ones are not known here."""
        assert report.published is not None
        due = report.published + timedelta(days=_COMMENTS_DAYS)
        self._tables.responses.add(Response(report_id=report.id, comments_due=due))

    def _take_item(
        self, item: PlannedItem, report: int, position: int, span: tuple[int, int] | None
    ) -> Recommendation:
        entry = item.entry
        one = self._tables.recommendations.add(
            Recommendation(
                report_id=report,
                finding_id=self._finding(item, report),
                position=position,
                number=item.number,
                ref=item.ref,
                kind=item.kind,
                rating=entry.rating,
                text=entry.text,
                span_start=span[0] if span else None,
                span_end=span[1] if span else None,
                applicability=item.applicability,
                applicability_reason=item.applicability_reason,
                chief_officer_id=self._person(entry.chief_officer),
                delivery_lead_id=self._person(entry.delivery_lead),
                delivery_group_id=self._group(entry.group),
                paf_area=entry.paf_area,
                force_status=item.status,
                status_reason=item.status_reason,
                inspectorate_status=entry.inspectorate_status or AWAITING_REVIEW,
                rag=item.rag,
                forecast_rag=entry.forecast,
                agreed_date=item.agreed_date,
                completed_on=item.completed_on,
            )
        )
        self._hang_on(one, item)
        return one

    def _finding(self, item: PlannedItem, report: int) -> int | None:
        if item.kind != Kind.CAUSE_OF_CONCERN:
            return None
        return self._tables.findings.add(
            Finding(
                report_id=report,
                kind="cause of concern",
                number=item.number,
                text=item.entry.text,
                closed_on=item.completed_on,
            )
        ).id

    def _hang_on(self, one: Recommendation, item: PlannedItem) -> None:
        parts = [(clause.label, clause.text) for clause in item.clauses] or [("", one.text)]
        for position, (label, text) in enumerate(parts, 1):
            self._tables.clauses.add(
                Clause(recommendation_id=one.id, position=position, label=label, text=text)
            )
        for position, name in enumerate(item.addressees, 1):
            body = self._body(name.removeprefix("the "))
            self._tables.addressees.add(
                Addressee(recommendation_id=one.id, position=position, name=name, body_id=body)
            )
        for theme in {name.casefold(): name for name in item.entry.themes}.values():
            self._tables.themes.add(Theme(recommendation_id=one.id, name=theme))
        if item.entry.inspectorate_status:
            self._tables.status_entries.add(
                StatusEntry(
                    recommendation_id=one.id,
                    status=item.entry.inspectorate_status,
                    set_on=self._today,
                    note="as the tracker says",
                )
            )
        self._add_updates(one, item)

    def _add_updates(self, one: Recommendation, item: PlannedItem) -> None:
        """Add the note first and under the oldest day, so that the newest update stays newest."""
        days = [told.on for told in item.entry.updates if told.on]
        if item.notes:
            where = f"{item.entry.sheet} row {item.entry.row + 1}"
            head = f"From “{self._plan.name}”, {where}, taken in on {in_full(self._today)}:"
            lines = [f"{name}: {words}" for name, words in item.notes]
            note = Told(text="\n".join([head, *lines]), on=min(days, default=None))
            self._add_update(one, note)
        for told in item.entry.updates:
            self._add_update(one, told if told.on else replace(told, text=told.text + _UNDATED))

    def _add_update(self, one: Recommendation, told: Told) -> None:
        self._tables.updates.add(
            Update(
                recommendation_id=one.id,
                made_on=told.on or self._today,
                text=told.text,
                by_id=self._person(told.by),
                entered_by=self._register.by,
                state=UpdateState.ACCEPTED,
            )
        )

    def _take_deadlines(self, items: list[PlannedItem], added: dict[str, Recommendation]) -> None:
        numbers: dict[str, int] = {}
        for item in items:
            numbers.setdefault(item.number, added[item.ref].id)
        for item in items:
            for position, found in enumerate(item.deadlines, 1):
                self._tables.deadlines.add(_deadline(added[item.ref].id, position, found, numbers))

    def _person(self, name: str) -> int | None:
        if name not in self._people:
            self._people[name] = lookup.person_id(self._register, name)
        return self._people[name]

    def _body(self, name: str) -> int:
        if name not in self._bodies:
            self._bodies[name] = lookup.body(self._register, name).id
        return self._bodies[name]

    def _group(self, name: str) -> int | None:
        if not name:
            return None
        if name not in self._groups:
            self._groups[name] = lookup.group(self._register, name).id
        return self._groups[name]

    def _tell(self) -> None:
        self._done += 1
        of = len(self._plan.items)
        if (self._done % _STEP == 0 or self._done == of) and not self._progress(self._done, of):
            raise GainboardError(
                "E-STOPPED",
                f"Taking in “{self._plan.name}” was stopped; nothing of it was kept.",
            )


def _deadline(of: int, position: int, found: DraftDeadline, numbers: dict[str, int]) -> Deadline:
    depends = found.basis is Basis.RELATIVE_TO_RECOMMENDATION and found.depends_on
    return Deadline(
        recommendation_id=of,
        position=position,
        words=found.text,
        basis=found.basis,
        rule=found.rule,
        due=found.due,
        assumed=found.assumption,
        depends_on_id=numbers.get(found.depends_on or "") if depends else None,
        period_count=found.period_count,
        period_unit=found.period_unit,
        on_clauses=found.clause is not None,
    )
