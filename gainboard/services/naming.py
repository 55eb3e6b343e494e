"""What records are called that a change speaks of, at the time of the change."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from gainboard.domain.changes import Entry, Row
from gainboard.domain.references import clause_ref
from gainboard.errors import GainboardError
from gainboard.store import reading
from gainboard.store.pointers import pointers as pointers_of
from gainboard.store.register import Register
from gainboard.store.tables import RECORDS

Key = tuple[str, int]
Column = tuple[str, str]

# The column that holds what a record is called by.
_CALLED = {
    "report": "code",
    "recommendation": "ref",
    "meeting": "ref",
    "action": "ref",
    "decision": "ref",
    "dispatch": "ref",
    "agenda_item": "title",
    "person": "name",
    "body": "name",
    "delivery_group": "name",
    "attachment": "name",
    "retention_class": "name",
    "setting": "key",
    "choice": "value",
    "finding": "number",
}
# What has no name of its own is called after the first of these that it points at.
_AFTER = ("clause_id", "recommendation_id", "meeting_id", "report_id", "body_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names an entry needs: of the records it changed, and of those they point at."""

    pointers: Mapping[Column, str]
    names: Mapping[Key, str]

    def of(self, table: str, id: int) -> str:
        """Return what a record is called; empty for what has no name or is gone without trace."""
        return self.names.get((table, id), "")

    def is_pointer(self, table: str, column: str) -> bool:
        """Tell whether a column points at a record."""
        return (table, column) in self.pointers

    def pointed(self, table: str, column: str, id: int) -> str:
        """Return the name of the record a column points at."""
        return self.of(self.pointers[table, column], id)


def names_in(
    register: Register, entries: Iterable[Entry], most: int | None = None
) -> dict[int, Names]:
    """Return the names each entry needs, by its number; for the first of its rows, with `most`.

    A record that is gone is called what it was called before the entry, as the journal tells.
    """
    pointers = {(one.table, one.column): one.to for one in pointers_of(register.db)}
    kept: dict[Key, Row] = {}
    return {
        entry.seq: Names(
            pointers=pointers, names=_Calling(register, entry, pointers, kept).names(most)
        )
        for entry in entries
    }


def names_of(register: Register, records: Iterable[Key]) -> dict[Key, str]:
    """Return what records are called now; those that cannot be read are left out."""
    pointers = {(one.table, one.column): one.to for one in pointers_of(register.db)}
    calling = _Calling(register, _after_all(register), pointers, {})
    names: dict[Key, str] = {}
    for key in records:
        if key[0] in RECORDS:
            # What is hurt may hold anything where its name was.
            with suppress(GainboardError, ValueError):
                names[key] = calling.name(*key)
    return {key: name for key, name in names.items() if name}


def _after_all(register: Register) -> Entry:
    """Return an entry that changed nothing, by which everything stands as it does now."""
    seq = register.journal.head()[0] + 1
    return Entry(
        seq=seq, hash="", at="", by="", meeting="", label="", kind="", undone_by=None, rows=()
    )


class _Calling:
    """Finds the names of one entry; `kept` remembers the rows read for the others."""

    def __init__(
        self,
        register: Register,
        entry: Entry,
        pointers: Mapping[Column, str],
        kept: dict[Key, Row],
    ) -> None:
        self._db = register.db
        self._entry = entry
        self._pointers = pointers
        self._kept = kept
        self._own = {(row.table, row.id): row for row in entry.rows}
        self._names: dict[Key, str] = {}
        # What was made by then and has not been taken back is in the tables still.
        self._stands = entry.kind != "undo" and entry.undone_by is None

    def names(self, most: int | None) -> dict[Key, str]:
        """Return the name of every record the first rows of the entry speak of."""
        for row in self._entry.rows[:most]:
            self.name(row.table, row.id)
            for values in (row.before or {}, row.after or {}):
                for column, value in values.items():
                    target = self._pointers.get((row.table, column))
                    if target and value is not None:
                        self.name(target, value)
        return self._names

    def name(self, table: str, id: int) -> str:
        """Return the name of one record."""
        key = (table, id)
        if key not in self._names:
            self._names[key] = self._say(table, self._values(key))
        return self._names[key]

    def _say(self, table: str, values: Row) -> str:
        if called := _CALLED.get(table):
            return str(values.get(called) or "")
        after = self._named_after(table, values)
        if table == "clause":
            return clause_ref(after, str(values.get("label") or ""))
        return f"{after} E{values.get('position', '')}" if table == "evidence" else after

    def _named_after(self, table: str, values: Row) -> str:
        for column in _AFTER:
            if (target := self._pointers.get((table, column))) and values.get(column) is not None:
                return self.name(target, values[column])
        return ""

    def _values(self, key: Key) -> Row:
        row = self._own.get(key)
        own = {**(row.before or {}), **(row.after or {})} if row else {}
        if row and (row.before is None or row.after is None):
            return own
        standing = self._read(key) if self._stands else {}
        return {**(standing or reading.row_before(self._db, *key, self._entry.seq)), **own}

    def _read(self, key: Key) -> Row:
        if key not in self._kept:
            found = next(self._db.query(f"SELECT * FROM {key[0]} WHERE id = ?", [key[1]]), None)
            self._kept[key] = found or {}
        return self._kept[key]
