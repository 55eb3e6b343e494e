"""The one way records get into and out of tables: a frozen record is a row of the same columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlite_utils import Database

from gainboard.domain.record import Record
from gainboard.domain.words import clean

R = TypeVar("R", bound=Record)
Value = str | int | None


class Table(Generic[R]):
    """One table of the register, read and written as records of one kind."""

    def __init__(self, db: Database, kind: type[R], name: str) -> None:
        self.name = name
        self.kind = kind
        self._db = db

    def add(self, record: R) -> R:
        """Insert a record and return it as it was kept, with its id."""
        row = to_row(record)
        del row["id"]
        marks = ", ".join("?" for _ in row)
        sql = f"INSERT INTO {self.name} ({', '.join(row)}) VALUES ({marks})"
        key = self._db.execute(sql, tuple(row.values())).lastrowid
        return from_row(self.kind, {**row, "id": key})

    def change(self, record: R, **values: Any) -> R:
        """Write the named values of a record; nothing is written where nothing differs."""
        changed = replace(record, **values)
        before, after = to_row(record), to_row(changed)
        different = {name: after[name] for name in after if after[name] != before[name]}
        if different:
            settings = ", ".join(f"{name} = ?" for name in different)
            sql = f"UPDATE {self.name} SET {settings} WHERE id = ?"
            self._db.execute(sql, (*different.values(), record.id))
        return from_row(self.kind, after)

    def remove(self, record: R) -> None:
        """Delete a record; the foreign keys refuse it while something points at it."""
        self._db.execute(f"DELETE FROM {self.name} WHERE id = ?", (record.id,))

    def get(self, key: int) -> R:
        """Return the record with this id, or raise KeyError."""
        found = self.first("id = ?", key)
        if found is None:
            raise KeyError(f"{self.name} {key}")
        return found

    def first(self, where: str, *values: Value, order: str = "id") -> R | None:
        """Return the first record `where` holds for, or None."""
        found = self._select(where, values, f"{order} LIMIT 1")
        return found[0] if found else None

    def where(self, where: str, *values: Value, order: str = "id") -> list[R]:
        """Return the records for which `where`, an SQL condition with `?`, holds."""
        return self._select(where, values, order)

    def all(self, order: str = "id") -> list[R]:
        """Return every record."""
        return self._select("1", (), order)

    def columns(self, *names: str, order: str = "id") -> list[tuple[Any, ...]]:
        """Return these columns of every row as they are kept, where whole records cost too much."""
        sql = f"SELECT {', '.join(names)} FROM {self.name} ORDER BY {order}"
        return list(self._db.execute(sql).fetchall())

    def count(self, where: str = "1", *values: Value) -> int:
        """Count the records for which `where` holds."""
        sql = f"SELECT count(*) FROM {self.name} WHERE {where}"
        return int(self._db.execute(sql, _bound(values)).fetchone()[0])

    def _select(self, where: str, values: Sequence[Value], order: str) -> list[R]:
        sql = f"SELECT * FROM {self.name} WHERE {where} ORDER BY {order}"
        found = self._db.execute(sql, _bound(values))
        names = [column[0] for column in found.description]
        return [from_row(self.kind, dict(zip(names, row, strict=True))) for row in found.fetchall()]


def _bound(values: Sequence[Value]) -> tuple[Value, ...]:
    """Return what people typed as SQLite can compare it: a lone surrogate is no text to it."""
    return tuple(encode(value) for value in values)


def to_row(record: Record) -> dict[str, Value]:
    """Return a record as column values SQLite keeps: ISO dates, 0 and 1, clean text."""
    kind: Any = type(record)  # the cache takes no type variable
    return {name: encode(getattr(record, name)) for name in _names(kind)}


def from_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """Return a row as a record of `kind`; columns the record does not know are left out."""
    known: Any = kind  # the cache takes no type variable
    values: dict[str, Any] = {name: row[name] for name in _names(known)}
    for name, read in _readers(known):
        if values[name] is not None:
            values[name] = read(values[name])
    return kind(**values)


def encode(value: Any) -> Value:
    """Return a field's value as SQLite keeps it: ISO date, 0 or 1, clean text."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return clean(value) if isinstance(value, str) else value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _readers(kind: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return how to read the columns that are more than text and numbers."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    readers = ((name, _reader(hints[name])) for name in names)
    return tuple((name, read) for name, read in readers if read not in (str, int))


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if hint is date:
        return date.fromisoformat
    reader: Callable[[Any], Any] = hint
    return reader
