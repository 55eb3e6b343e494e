"""A mapped tracker against the register: what will be made, what is there already, what is not."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gainboard.domain.incoming.entry import Entry, Outcome, Remark, RowRead, TrackerRead
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.groups import Group, grouped, joined, remarks_on_dates
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan, PlannedItem, PlannedReport, PlannedRow
from gainboard.domain.incoming.rows import read_rows
from gainboard.domain.incoming.workbook import Workbook
from gainboard.domain.report import Report
from gainboard.domain.twins import find_twins
from gainboard.domain.words import clean_name
from gainboard.services.incoming.known import Ground, Known, ground_of
from gainboard.services.incoming.naming import Naming, kind_of, printed_number
from gainboard.store.register import Register

_MOST_PAIRS = 5_000_000  # some seconds where all are worded alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Hold the code and the day of publication of the one report whose rows name none."""

    code: str = ""
    published: date | None = None


def plan_tracker(
    register: Register, book: Workbook, mapping: Mapping, given: Given | None = None
) -> Plan:
    """Plan what a tracker will make; the register is only read.

    Raises GainboardError E-NO-TEXT-COLUMN where no column holds the recommendations.
    """
    return plan_on(ground_of(register), book, mapping, given)


def plan_on(ground: Ground, book: Workbook, mapping: Mapping, given: Given | None = None) -> Plan:
    """Plan what a tracker will make of what is known of the register; from plain values only."""
    read = read_rows(book, mapping, first_day=ground.month_rule == "first_day")
    planner = _Planner(ground, mapping, read, given or Given())
    planner.plan()
    return Plan(
        name=book.name,
        seq=ground.seq,
        reports=tuple(planner.reports),
        items=tuple(planner.items),
        rows=tuple(planner.rows[key] for key in sorted(planner.rows)),
        remarks=(*read.remarks, *planner.remarks),
        people=_new(_people(planner.items), ground.people),
        groups=_new((one.entry.group for one in planner.items), ground.groups),
        bodies=_new(_bodies(planner.reports, planner.items), ground.bodies),
        unread=tuple((one.name, one.why) for one in mapping.sheets if not one.read),
        warnings=(*book.warnings, *planner.warnings),
    )


class _Planner:
    """Goes through the rows report by report, in the order in which they stand."""

    def __init__(self, ground: Ground, mapping: Mapping, read: TrackerRead, given: Given) -> None:
        # What reads the words of recommendations takes its time to load.
        from gainboard.services.incoming.items import ItemMaker

        self.reports: list[PlannedReport] = []
        self.items: list[PlannedItem] = []
        self.remarks: list[Remark] = []
        self.rows: dict[int, PlannedRow] = {}
        self.warnings: list[str] = []
        self._places: dict[str, int] = {}
        self._numbered: dict[tuple[str, str, str], Entry] = {}
        self._given = given
        self._order = {(row.sheet, row.row): place for place, row in enumerate(read.rows)}
        self._mapping = mapping
        self._maker = ItemMaker(mapping=mapping, own=ground.own, month_rule=ground.month_rule)
        self._known = Known(ground)
        self._entries = self._kept_rows(read.rows)
        self._naming = Naming(self._known, self._entries)

    def plan(self) -> None:
        """Plan every report with its rows."""
        title = clean_name(self._mapping.report_title) or clean_name(self._mapping.name)
        kind = self._mapping.source_kind
        groups = grouped(self._entries, title or "Tracker", kind)
        unnamed = {one.title for one in groups if not any(row.report for row in one.entries)}
        one_of = unnamed or ({groups[0].title} if len(groups) == 1 else set())
        for group in groups:
            self._plan_report(self._with_given(group, group.title in one_of))
        self._remark_twins()
        if not one_of and (self._given.code or self._given.published):
            self.warnings.append(
                f"The code and the date that were given are not used: the rows name {len(groups)} "
                "reports of their own."
            )

    def _remark_twins(self) -> None:
        """Remark where the register has nearly the same words under another report or number."""
        texts = [item.entry.text for item in self.items]
        if len(texts) * len(self._known.texts) > _MOST_PAIRS:
            self.warnings.append(
                "Words that are nearly those of another in the register were not looked for: there "
                "are too many. Those that are the same were."
            )
            return
        for place, twin in find_twins(texts, self._known.texts).items():
            says = f"{twin.ref} of the register has nearly the same words; made all the same"
            self.remarks.append(self.items[place].entry.remark(Field.TEXT, says))

    def _with_given(self, group: Group, is_meant: bool) -> Group:
        given = self._given
        if not is_meant:
            return group
        return replace(group, code=given.code, published=given.published or group.published)

    def _kept_rows(self, rows: Iterable[RowRead]) -> list[Entry]:
        """Return the rows to be made, each once and with the rows that go on with it."""
        kept: list[tuple[Entry, list[Entry]]] = []
        met: dict[tuple[str, ...], tuple[RowRead, list[Entry]]] = {}
        for row in rows:
            self._settle(row, row.outcome, row.says)
            if row.entry is None:
                continue
            if row.outcome is Outcome.JOINED:
                if kept:
                    kept[-1][1].append(row.entry)
                continue
            former = met.get(_sameness(row.entry))
            if former is None:
                kept.append((row.entry, []))
                met[_sameness(row.entry)] = (row, kept[-1][1])
            else:
                self._repeat(row, row.entry, *former)
        return [joined(entry, more) if more else entry for entry, more in kept]

    def _repeat(self, row: RowRead, entry: Entry, first: RowRead, more: list[Entry]) -> None:
        """Skip a row that was met before; where it says anything else, keep that as an update."""
        if first.entry is not None and entry.cells == first.entry.cells:
            self._settle(row, Outcome.SKIPPED, f"it is the same as {first.place}")
            return
        more.append(entry)
        says = f"the recommendation of {first.place} again; its words are kept there as an update"
        self._settle(row, Outcome.JOINED, says)

    def _settle(self, row: RowRead | Entry, outcome: Outcome, says: str, ref: str = "") -> None:
        words = row.words if isinstance(row, RowRead) else ""
        self.rows[self._order[row.sheet, row.row]] = PlannedRow(
            sheet=row.sheet, row=row.row, outcome=outcome, says=says, ref=ref, words=words
        )

    def _plan_report(self, group: Group) -> None:
        known = self._known.report(group.code) or self._known.report(group.title)
        fresh = [entry for entry in group.entries if not self._is_there(entry, known)]
        if not fresh:
            return
        code = known.code if known else self._naming.code(group)
        self.remarks += remarks_on_dates(group)
        planned = PlannedReport(
            code=code,
            title=known.title if known else group.title,
            source_kind=known.source_kind if known else group.source_kind,
            published=known.published if known else group.published,
            bodies=group.bodies,
            known_id=known.id if known else None,
            rows=len(fresh),
        )
        self._add_report(planned)
        for entry in fresh:
            self._plan_item(entry, planned)

    def _add_report(self, planned: PlannedReport) -> None:
        """Add a report once: rows may call one that is there by its title and by its code."""
        place = self._places.setdefault(planned.code, len(self.reports))
        if place < len(self.reports):
            former = self.reports[place]
            self.reports[place] = replace(former, rows=former.rows + planned.rows)
        else:
            self.reports.append(planned)

    def _is_there(self, entry: Entry, report: Report | None) -> bool:
        twin = self._known.twin(entry, kind_of(entry), report)
        if twin is None:
            return False
        self._settle(entry, Outcome.SKIPPED, f"{twin.ref} {twin.why}", twin.ref)
        return True

    def _plan_item(self, entry: Entry, report: PlannedReport) -> None:
        kind, keeps = kind_of(entry), self._naming.keeps(entry)
        ref = self._naming.ref(entry, report.code, printed_number(entry), kind)
        self._remark_number(entry, report.code, kind, ref)
        item, remarks = self._maker.make(entry, report, ref, is_theirs=keeps)
        self.items.append(item)
        self.remarks += remarks
        self._settle(entry, Outcome.MADE, f"made as {ref}", ref)

    def _remark_number(self, entry: Entry, code: str, kind: str, ref: str) -> None:
        """Remark a number that stands twice in its report, as 1.1 and 1.10 do in Excel."""
        first = self._numbered.setdefault((code, kind, entry.number), entry)
        if entry.number and first is not entry:
            where = f"{first.sheet} row {first.row + 1}"
            says = f"{entry.number} is the number of {where} in the same report; made as {ref}"
            self.remarks.append(entry.remark(Field.NUMBER, says, entry.number))


def _sameness(entry: Entry) -> tuple[str, ...]:
    words = " ".join(entry.text.casefold().split())
    return (entry.report.casefold(), entry.number, entry.ref, entry.addressee.casefold(), words)


def _people(items: Iterable[PlannedItem]) -> Iterator[str]:
    for one in items:
        yield from (one.entry.chief_officer, one.entry.delivery_lead)
        yield from (told.by for told in one.entry.updates)


def _bodies(reports: Iterable[PlannedReport], items: Iterable[PlannedItem]) -> Iterator[str]:
    yield from (body for report in reports for body in report.bodies)
    yield from (name.removeprefix("the ") for one in items for name in one.addressees)


def _new(names: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    fresh = {name.casefold(): name for name in names if name and name.casefold() not in known}
    return tuple(fresh.values())
