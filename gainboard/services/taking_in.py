"""Taking a read document into the register: report, recommendations, clauses, deadlines at once."""

import re
import string
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import count

from gainboard.domain.changes import Changes
from gainboard.domain.deadlines import Basis
from gainboard.domain.draft import Draft, DraftDeadline, DraftItem, Kind
from gainboard.domain.recommendation import Addressee, Clause, Deadline, Recommendation
from gainboard.domain.references import recommendation_ref, report_code
from gainboard.domain.report import Finding, Report, ReportBody, ReportDocument, Response
from gainboard.domain.states import Applicability
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.applicability import Proposal, propose_applicability, status_for
from gainboard.services.sittings import operation
from gainboard.store.register import Register

AWAITING_REVIEW = "awaiting review"
# The board asks for the chief officer's comments two weeks before the response is due.
_COMMENTS_DAYS = 41
_CODE = re.compile(r"[\w-]{1,20}")
_SUFFIXES: tuple[str, ...] = ("", *string.ascii_uppercase[1:])


def suggest_code(register: Register, title: str, published: date | None) -> str:
    """Return a short code no other report has, made from the title: `JCB25`."""
    code = report_code(title, published)
    for suffix in _SUFFIXES:
        if register.tables.reports.first("code = ?", code + suffix) is None:
            return code + suffix
    return f"{code}-{register.tables.reports.count() + 1}"


def take_in(
    register: Register,
    draft: Draft,
    *,
    document_name: str,
    code: str = "",
    published: date | None = None,
    source_kind: str = "",
    applicability: Mapping[int, Applicability] | None = None,
) -> Changes:
    """Accept a whole draft as one operation; `applicability` by item position overrides proposals.

    Raises Refused where nothing was found (E-NOTHING-FOUND) or the code is taken (E-CODE-TAKEN).
    """
    if not draft.items:
        raise Refused(
            "E-NOTHING-FOUND",
            f"No recommendation was found in {document_name}; nothing was taken in. "
            "Check that it is the right document, or add them by hand.",
        )
    day = published or draft.report.published
    title = clean_name(draft.report.title or "") or clean_name(document_name) or "Report"
    short = clean_name(code) or suggest_code(register, title, day)
    _refuse_taken(register, short)
    proposals = _with_chosen(propose_applicability(register, draft), applicability or {})
    with operation(register, f"Take in {short}") as change:
        report = _add_report(register, draft, short, title, day, source_kind)
        register.tables.report_documents.add(
            ReportDocument(report_id=report.id, name=document_name, text=draft.source)
        )
        _Items(register, report, draft, proposals).add()
    return change.done


def taken_in_words(register: Register, code: str) -> str:
    """Say what a report brought: how many items, and for whom they are."""
    report = lookup.report(register, code)
    every = register.tables.recommendations.where("report_id = ?", report.id)
    whose = Counter(one.applicability for one in every)
    parts = [f"{whose[value]} {value.words}" for value in Applicability if whose[value]]
    counted = "1 item" if len(every) == 1 else f"{len(every)} items"
    return f"{report.code} is in the register with {counted}: {', '.join(parts)}."


def _refuse_taken(register: Register, code: str) -> None:
    if not _CODE.fullmatch(code):
        raise Refused(
            "E-BAD-CODE",
            f"“{code}” cannot be a report's code; nothing was taken in. "
            "Take up to 20 letters, digits and hyphens, as in JCB25.",
        )
    if register.tables.reports.first("code = ?", code) is not None:
        raise Refused(
            "E-CODE-TAKEN",
            f"Another report has the code {code} already; nothing was taken in. "
            "Choose another code.",
        )


def _with_chosen(
    proposals: tuple[Proposal, ...], chosen: Mapping[int, Applicability]
) -> list[Proposal]:
    return [
        Proposal(value=chosen[position], reason="decided at intake review")
        if chosen.get(position, proposal.value) is not proposal.value
        else proposal
        for position, proposal in enumerate(proposals)
    ]


def _add_report(
    register: Register, draft: Draft, code: str, title: str, day: date | None, source_kind: str
) -> Report:
    tables, found = register.tables, draft.report
    bodies = [lookup.body(register, name) for name in found.bodies]
    report = tables.reports.add(
        Report(
            code=code,
            title=title,
            source_kind=source_kind or ("joint inspection" if len(bodies) > 1 else "inspection"),
            published=day,
            received=register.clock().date(),
            force_specific=found.scope.force_specific,
            national=found.scope.national,
            follow_up=found.scope.follow_up,
            thematic=found.scope.thematic,
            partner=found.scope.partner,
            force_quoted=found.force_quoted,
        )
    )
    for key in dict.fromkeys(body.id for body in bodies):
        tables.report_bodies.add(ReportBody(report_id=report.id, body_id=key))
    due = day + timedelta(days=_COMMENTS_DAYS) if day else None
    tables.responses.add(Response(report_id=report.id, comments_due=due))
    return report


class _Items:
    """Add the items of one draft; dependences are joined up when all have their ids."""

    def __init__(
        self, register: Register, report: Report, draft: Draft, proposals: list[Proposal]
    ) -> None:
        self._tables = register.tables
        self._register = register
        self._report = report
        self._draft = draft
        self._proposals = proposals
        self._by_number: dict[str, int] = {}
        self._causes: dict[str, Finding] = {}

    def add(self) -> None:
        """Add every item with all that hangs on it."""
        added = [self._add_item(position, item) for position, item in enumerate(self._draft.items)]
        for one, item in zip(added, self._draft.items, strict=True):
            for position, deadline in enumerate(item.deadlines, 1):
                self._tables.deadlines.add(self._deadline(one, position, deadline))

    def _add_item(self, position: int, item: DraftItem) -> Recommendation:
        proposal = self._proposals[position]
        over = self._finding(item)
        one = self._tables.recommendations.add(
            Recommendation(
                report_id=self._report.id,
                finding_id=over.id if over else None,
                position=position + 1,
                number=item.number or "",
                ref=self._ref(item),
                kind=item.kind,
                text=item.text,
                rating=item.rating,
                span_start=item.span[0],
                span_end=item.span[1],
                applicability=proposal.value,
                applicability_reason=proposal.reason,
                force_status=status_for(proposal.value),
                inspectorate_status=AWAITING_REVIEW,
            )
        )
        self._by_number.setdefault(item.number or "", one.id)
        self._add_clauses(one, item)
        self._add_addressees(one, item)
        return one

    def _finding(self, item: DraftItem) -> Finding | None:
        """Give a cause of concern the finding above it, so that both levels can close."""
        if item.kind is not Kind.CAUSE_OF_CONCERN:
            return None
        words = item.heading or item.text
        if words not in self._causes:
            self._causes[words] = self._tables.findings.add(
                Finding(
                    report_id=self._report.id,
                    kind="cause of concern",
                    number=item.number or "",
                    text=words,
                )
            )
        return self._causes[words]

    def _ref(self, item: DraftItem) -> str:
        """Return a reference nothing else has; a number printed twice gets a second part."""
        for nth in count(1):
            ref = recommendation_ref(self._report.code, item.number, item.kind, nth)
            ref = f"{ref}.{nth}" if item.number and nth > 1 else ref
            if self._tables.recommendations.first("ref = ?", ref) is None:
                break
        return ref

    def _add_clauses(self, one: Recommendation, item: DraftItem) -> None:
        parts = [(clause.label, clause.text) for clause in item.clauses] or [("", item.text)]
        for position, (label, text) in enumerate(parts, 1):
            self._tables.clauses.add(
                Clause(recommendation_id=one.id, position=position, label=label, text=text)
            )

    def _add_addressees(self, one: Recommendation, item: DraftItem) -> None:
        for position, name in enumerate(item.addressees, 1):
            body = lookup.body(self._register, name.removeprefix("the "))
            self._tables.addressees.add(
                Addressee(recommendation_id=one.id, position=position, name=name, body_id=body.id)
            )

    def _deadline(self, one: Recommendation, position: int, found: DraftDeadline) -> Deadline:
        return Deadline(
            recommendation_id=one.id,
            position=position,
            words=found.text,
            basis=found.basis,
            rule=found.rule,
            due=found.due,
            assumed=found.assumption,
            depends_on_id=self._depends_on(found),
            period_count=found.period_count,
            period_unit=found.period_unit,
            on_clauses=found.clause is not None,
        )

    def _depends_on(self, found: DraftDeadline) -> int | None:
        if found.basis is not Basis.RELATIVE_TO_RECOMMENDATION or not found.depends_on:
            return None
        return self._by_number.get(found.depends_on)
