"""What an operation did to the register: all that windows and history listen to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row, before and after. An insert has no `before`, a delete no `after`.

    A change of an existing row holds only the columns that differ.
    """

    table: str
    id: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One committed operation. `seq` and `hash` are its journal entry's."""

    label: str = ""
    seq: int = 0
    hash: str = ""
    rows: tuple[RowChange, ...] = field(default=())

    def touched(self, table: str) -> frozenset[int]:
        """Return the ids of the rows of one table that this operation touched."""
        return frozenset(row.id for row in self.rows if row.table == table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One journal entry as history shows it. `undone_by` is the entry that took it back.

    `target` is the entry that an undo took back, or a redo did again.
    """

    seq: int
    hash: str
    at: str
    by: str
    meeting: str
    label: str
    kind: str
    undone_by: int | None
    rows: tuple[RowChange, ...]
    target: int | None = None


def merge(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Fold the changes of each row into one, in the order the rows were first touched."""
    folded: dict[tuple[str, int], RowChange | None] = {}
    for change in changes:
        key = (change.table, change.id)
        former = folded.get(key)
        folded[key] = change if former is None else _fold(former, change)
    return tuple(change for change in folded.values() if change is not None)


def reverse(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return the changes that take these back, newest first."""
    return tuple(
        RowChange(table=row.table, id=row.id, before=row.after, after=row.before)
        for row in reversed(tuple(changes))
    )


def _fold(former: RowChange, later: RowChange) -> RowChange | None:
    """Fold two changes of one row; None where the second takes the first back."""
    if former.before is None:
        after = None if later.after is None else {**(former.after or {}), **later.after}
        return None if after is None else _change(former, None, after)
    if later.after is None:
        return _change(former, {**(later.before or {}), **former.before}, None)
    if former.after is None:
        return _difference(former, former.before, later.after)
    before = {**(later.before or {}), **former.before}
    return _difference(former, before, {**former.after, **later.after})


def _difference(of: RowChange, before: Row, after: Row) -> RowChange | None:
    names = [name for name in after if before.get(name) != after[name]]
    if not names:
        return None
    return _change(of, {n: before.get(n) for n in names}, {n: after[n] for n in names})


def _change(of: RowChange, before: Row | None, after: Row | None) -> RowChange:
    return RowChange(table=of.table, id=of.id, before=before, after=after)
