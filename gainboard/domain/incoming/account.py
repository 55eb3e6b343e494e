"""The account of a tracker: what was not understood, gathered so that it can be gone through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gainboard.domain.incoming.entry import Outcome, Remark
from gainboard.domain.incoming.plan import Plan

_NAMED = 4
_OUTCOMES = {
    Outcome.NOT_MADE: "not taken in",
    Outcome.SKIPPED: "skipped: it is there already",
    Outcome.JOINED: "kept with another row",
    Outcome.HEADING: "read as a heading",
    Outcome.MADE: "made",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one line of an account: where, what became of it, its words."""

    sheet: str
    place: str
    outcome: str
    says: str
    words: str = ""


def account_lines(plan: Plan) -> Iterator[Line]:
    """Yield every row that was not simply made, then every remark by cell, then sheets not read."""
    for row in plan.rows:
        if row.outcome is not Outcome.MADE:
            yield Line(
                sheet=row.sheet,
                place=f"row {row.row + 1}",
                outcome=_OUTCOMES[row.outcome],
                says=row.says,
                words=row.words,
            )
    for remark in plan.remarks:
        yield Line(
            sheet=remark.sheet,
            place=remark.cell,
            outcome="remark",
            says=remark.says,
            words=remark.words,
        )
    for sheet, why in plan.unread:
        yield Line(sheet=sheet, place="whole sheet", outcome="not read", says=why)


def gathered(remarks: Iterable[Remark]) -> list[tuple[str, list[Remark]]]:
    """Put remarks that say the same together, the most frequent first."""
    found: dict[str, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(remark.says, []).append(remark)
    return sorted(found.items(), key=lambda one: -len(one[1]))


def gathered_lines(plan: Plan) -> list[str]:
    """Say each thing once, with the first cells it is said of: `Sheet!E5, E9 and 300 more: …`"""
    lines = []
    for says, remarks in gathered(plan.remarks):
        lines.append(f"{cells_of(remarks)}: {says}.")
    return lines


def cells_of(remarks: Sequence[Remark]) -> str:
    """Name the first cells of remarks, and how many more there are: `Sheet!E5, E9 and 300 more`."""
    cells = [remarks[0].place]
    for former, one in pairwise(remarks[:_NAMED]):
        cells.append(one.cell if one.sheet == former.sheet else one.place)
    more = f" and {len(remarks) - _NAMED:,} more" if len(remarks) > _NAMED else ""
    return f"{', '.join(cells)}{more}"
