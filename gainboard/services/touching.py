"""Which changes concern a record or a person: walks along the journal, oldest entry first.

A walk learns as it goes. An id that undo has freed may come back as another record's, so what is
deleted is forgotten.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from gainboard.domain.changes import Row, RowChange
from gainboard.store.reading import Signs

Key = tuple[str, int]
Column = tuple[str, str]

# What hangs on a record points at it by one of these columns.
_PARENTS = {
    "report_id": "report",
    "recommendation_id": "recommendation",
    "evidence_id": "evidence",
    "meeting_id": "meeting",
    "action_id": "action",
    "decision_id": "decision",
}
# People are also named in words, where nobody need be in the directory.
_NAMED = frozenset({("meeting", "chair"), ("attendance", "deputy_for")})


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A record by its table and id, and the reference it came into the register under."""

    table: str
    id: int
    ref: str


class RecordWalk:
    """Tells of each entry whether it touches a record or what hung on it at that time.

    Where the entry that made it is erased, whatever its id meant is taken for the record.
    """

    def __init__(self, root: Root, *, is_made: bool = True) -> None:
        self.signs = Signs()
        self.signs.add_row(root.table, root.id)
        self._root = root
        self._known: set[Key] = set() if is_made else {(root.table, root.id)}
        if not is_made:
            self._point(root.table, root.id)

    def touches(self, rows: Iterable[RowChange]) -> bool:
        """Take the next entry."""
        touched = False
        for row in rows:
            if self._is_root(row) or self._belongs(row):
                touched = True
                self._learn(row)
                self._known.add((row.table, row.id))
                if row.after is None:
                    self._known.discard((row.table, row.id))
        return touched

    def _learn(self, row: RowChange) -> None:
        self.signs.add_row(row.table, row.id)
        self._point(row.table, row.id)

    def _point(self, table: str, id: int) -> None:
        for column, parent in _PARENTS.items():
            if parent == table:
                self.signs.add_pointer(column, id)

    def _is_root(self, row: RowChange) -> bool:
        root = self._root
        if (row.table, row.id) != (root.table, root.id) or row.before or row.after is None:
            return False
        ref = row.after.get("code" if root.table == "report" else "ref")
        return str(ref).casefold() == root.ref.casefold()

    def _belongs(self, row: RowChange) -> bool:
        if (row.table, row.id) in self._known:
            return True
        values = {**(row.before or {}), **(row.after or {})}
        return any((table, values.get(column)) in self._known for column, table in _PARENTS.items())


class PersonWalk:
    """Tells of each entry whether it touches a person, or a record that pointed at them then.

    `pointers` are the columns that point at people, each with its table; `presumed` is the
    person's id where the entry that made it is erased.
    """

    def __init__(self, name: str, pointers: Iterable[Column], presumed: int | None = None) -> None:
        self.signs = Signs(name)
        self._name = name
        self._pointers = frozenset(pointers)
        self._person: set[int] = set()
        self._pointing: dict[Key, set[str]] = {}
        if presumed is not None:
            self._learn(presumed)

    def touches(self, rows: Iterable[RowChange]) -> bool:
        """Take the next entry."""
        every = tuple(rows)
        people = [row for row in every if row.table == "person"]
        for row in people:
            if (row.after or {}).get("name") == self._name:
                self._learn(row.id)
        # Each row is asked: the walk learns from those after the first that touches, too.
        touched = [self._takes(row) for row in every]
        self._person -= {row.id for row in people if row.after is None}
        return any(touched)

    def _learn(self, id: int) -> None:
        self._person.add(id)
        self.signs.add_row("person", id)
        for _, column in self._pointers:
            self.signs.add_pointer(column, id)

    def _takes(self, row: RowChange) -> bool:
        if row.table == "person":
            return row.id in self._person
        key = (row.table, row.id)
        former = self._pointing.pop(key, set()) | self._columns(row.table, row.before or {})
        changed = set(row.after or {})
        now = (former - changed) | self._columns(row.table, row.after or {})
        if now and row.after is not None:
            self._pointing[key] = now
            self.signs.add_row(*key)
        return bool(former or now)

    def _columns(self, table: str, values: Row) -> set[str]:
        """Return the columns of a row that mean this person."""
        return {
            name
            for name, value in values.items()
            if ((table, name) in self._pointers and value in self._person)
            or ((table, name) in _NAMED and value == self._name)
        }
