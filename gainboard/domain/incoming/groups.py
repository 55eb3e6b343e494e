"""The rows of a tracker by report: what all rows of one report say of it together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gainboard.domain.incoming.entry import Entry, Remark, Told
from gainboard.domain.incoming.fields import Field
from gainboard.domain.stated_dates import written
from gainboard.domain.words import clean_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Hold the rows of one report; `published` is the earliest day that they give.

    `code` is the one it shall have, where somebody has said so.
    """

    title: str
    entries: tuple[Entry, ...]
    published: date | None
    source_kind: str
    bodies: tuple[str, ...] = ()
    code: str = ""


def grouped(entries: Iterable[Entry], default_title: str, default_kind: str) -> tuple[Group, ...]:
    """Put rows that name the same report together, in the order they were first met."""
    by_title: dict[str, list[Entry]] = {}
    titles: dict[str, str] = {}
    for entry in entries:
        title = clean_name(entry.report) or default_title
        titles.setdefault(title.casefold(), title)
        by_title.setdefault(title.casefold(), []).append(entry)
    return tuple(
        Group(
            title=titles[key],
            entries=tuple(rows),
            published=_published(rows, named=any(row.report for row in rows)),
            source_kind=next((row.source_kind for row in rows if row.source_kind), default_kind),
            bodies=tuple(dict.fromkeys(body for row in rows for body in row.bodies)),
        )
        for key, rows in by_title.items()
    )


def _published(rows: Sequence[Entry], *, named: bool) -> date | None:
    """Return the earliest day the rows give; where they name no report, only one they all give."""
    days = {row.published for row in rows if row.published}
    return min(days) if days and (named or len(days) == 1) else None


def remarks_on_dates(group: Group) -> list[Remark]:
    """Remark where the rows of one report give it several days of publication."""
    days = sorted({row.published for row in group.entries if row.published})
    if len(days) < 2 or group.published is None:
        return []
    says = (
        f"the rows of “{group.title}” give {len(days)} different dates, {written(days[0])} to "
        f"{written(days[-1])}; the earliest is taken for its publication, each row keeps its own"
    )
    return [group.entries[0].remark(Field.PUBLISHED, says)]


def joined(entry: Entry, more: Sequence[Entry]) -> Entry:
    """Return a row with the rows below it that go on with it, each of these as an update."""
    told = [
        Told(
            text="\n".join(f"{name}: {words}" for name, words in one.cells),
            on=one.updates[-1].on if one.updates else None,
        )
        for one in more
        if one.cells
    ]
    return replace(entry, updates=(*entry.updates, *told), cells=entry.cells + _cells(more))


def _cells(more: Sequence[Entry]) -> tuple[tuple[str, str], ...]:
    return tuple(cell for one in more for cell in one.cells)
