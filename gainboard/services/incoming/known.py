"""What of a tracker the register has already: its reports, its references, its words.

`ground_of` reads it once, so that a plan can be made beside the window.
"""

import re
from dataclasses import dataclass

from gainboard.domain import twins
from gainboard.domain.deadlines import MonthRule
from gainboard.domain.incoming.entry import Entry
from gainboard.domain.own_names import plain_name
from gainboard.domain.references import tidy_number
from gainboard.domain.report import Report
from gainboard.services.documents import board_month_rule
from gainboard.services.founding import OWN_ALIASES
from gainboard.services.own_names import own_plain_names
from gainboard.store.register import Register

_WORD = re.compile(r"\w+")
_TELLING = 60  # shorter words may well be said in two reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Hold what a plan needs to know of a register; `items` are ref, report, kind, number, text."""

    seq: int
    reports: tuple[Report, ...]
    items: tuple[tuple[str, int, str, str, str], ...]
    own: frozenset[str]
    month_rule: MonthRule
    people: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Say what a row repeats, and in which respect."""

    ref: str
    why: str


def ground_of(register: Register) -> Ground:
    """Read the register for a plan."""
    tables = register.tables
    columns = ("ref", "report_id", "kind", "number", "text")
    return Ground(
        seq=register.journal.head()[0],
        reports=tuple(tables.reports.all()),
        items=tuple(tables.recommendations.columns(*columns)),
        own=own_plain_names(register),
        month_rule=board_month_rule(register),
        people=frozenset(one.name.casefold() for one in tables.people.all()),
        groups=frozenset(one.name.casefold() for one in tables.groups.all()),
        bodies=frozenset(one.name.casefold() for one in tables.bodies.all()),
    )


def nothing_known() -> Ground:
    """Return what a plan stands on without a register: no report, and the usual names."""
    none: frozenset[str] = frozenset()
    return Ground(
        seq=0,
        reports=(),
        items=(),
        own=frozenset(map(plain_name, OWN_ALIASES)),
        month_rule="last_day",
        people=none,
        groups=none,
        bodies=none,
    )


class Known:
    """Finds what is there already."""

    def __init__(self, ground: Ground) -> None:
        self.texts = tuple(
            twins.Known(ref=ref, report="", text=text) for ref, _, _, _, text in ground.items
        )
        self.refs = {ref.casefold() for ref, *_ in ground.items}
        self.codes = {report.code.casefold() for report in ground.reports}
        self._by_title = {_plain(report.title): report for report in ground.reports}
        self._by_code = {_plain(report.code): report for report in ground.reports}
        self._by_ref = {ref.casefold(): ref for ref, *_ in ground.items}
        self._by_number = {
            (report, kind, tidy_number(number).casefold()): ref
            for ref, report, kind, number, _ in ground.items
            if number
        }
        self._by_words = {_plain(text): (ref, report) for ref, report, _, _, text in ground.items}

    def report(self, title: str) -> Report | None:
        """Return the report of this title, or of this code."""
        plain = _plain(title)
        if not plain:
            return None
        return self._by_title.get(plain) or self._by_code.get(plain)

    def twin(self, entry: Entry, kind: str, report: Report | None) -> Twin | None:
        """Return what a row repeats; None where it repeats nothing."""
        plain = _plain(entry.text)
        if (same := self._by_words.get(plain)) is not None:
            ref, its_report = same
            if len(plain) >= _TELLING or (report is not None and report.id == its_report):
                return Twin(ref=ref, why="has the same words")
        if entry.ref and (named := self._by_ref.get(entry.ref.casefold())):
            return Twin(ref=named, why="has this reference")
        if report is None or not entry.number:
            return None
        key = (report.id, kind, tidy_number(entry.number).casefold())
        numbered = self._by_number.get(key)
        return Twin(ref=numbered, why="has this number in this report") if numbered else None


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
