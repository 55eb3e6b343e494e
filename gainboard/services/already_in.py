"""What of a draft the register has already: the same report, the same words under another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gainboard.domain.draft import Draft
from gainboard.domain.twins import Known, Twin
from gainboard.store.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A report that a draft repeats: how many of its items are `same`, and whether by title."""

    code: str
    title: str
    received: date | None
    same: int
    titled_alike: bool


def known_texts(register: Register) -> tuple[Known, ...]:
    """Return the words of every recommendation, to compare a draft with on another thread."""
    codes = {report.id: report.code for report in register.tables.reports.all()}
    rows = register.tables.recommendations.columns("ref", "report_id", "text")
    return tuple(Known(ref=ref, report=codes[key], text=text) for ref, key, text in rows)


def reports_met(register: Register, draft: Draft, twins: Mapping[int, Twin]) -> tuple[Met, ...]:
    """Return the reports that are this one by title, or that share half of its items or more."""
    same = Counter(twin.report for twin in twins.values())
    title = _plain(draft.report.title or "")
    return tuple(
        Met(
            code=report.code,
            title=report.title,
            received=report.received,
            same=same[report.code],
            titled_alike=bool(title) and _plain(report.title) == title,
        )
        for report in register.tables.reports.all()
        if (title and _plain(report.title) == title)
        or (draft.items and same[report.code] * 2 >= len(draft.items))
    )


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
