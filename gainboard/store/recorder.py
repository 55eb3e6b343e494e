"""TEMP triggers that write down every change of every record table; no code can forget.

Outside an operation the entry number they write is NULL, which its column refuses.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from gainboard.domain.changes import Row, RowChange, merge

_TABLES = """
CREATE TEMP TABLE current_operation (seq INTEGER NOT NULL);
CREATE TEMP TABLE pending_change (
    position INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    in_table TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
);
"""


class Recorder:
    """Watch the record tables of one connection and hand out what changed."""

    def __init__(self, db: Database, tables: tuple[str, ...]) -> None:
        self._db = db
        db.executescript(_TABLES)
        for table in tables:
            columns = [column.name for column in db.table(table).columns]
            db.executescript(_triggers(table, columns))

    def begin(self, seq: int) -> None:
        """Let changes be written under this entry number."""
        self._db.execute("INSERT INTO current_operation VALUES (?)", [seq])

    def end(self) -> tuple[RowChange, ...]:
        """Return what changed since `begin`, each row once, and stand down."""
        changes = merge(self._changes())
        self.clear()
        return changes

    def clear(self) -> None:
        """Forget what was written down."""
        self._db.execute("DELETE FROM current_operation")
        self._db.execute("DELETE FROM pending_change")

    def _changes(self) -> Iterator[RowChange]:
        sql = "SELECT in_table, row_id, before, after FROM pending_change ORDER BY position"
        for table, key, before, after in self._db.execute(sql).fetchall():
            yield _row_change(table, key, _read(before), _read(after))


def _row_change(table: str, key: int, before: Row | None, after: Row | None) -> RowChange:
    if before is not None and after is not None:
        names = [name for name in after if before[name] != after[name]]
        before, after = {n: before[n] for n in names}, {n: after[n] for n in names}
    return RowChange(table=table, id=key, before=before, after=after)


def _read(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _triggers(table: str, columns: list[str]) -> str:
    return "".join(
        f"""
CREATE TEMP TRIGGER record_{table}_{verb.lower()} AFTER {verb} ON main.{table}
BEGIN
    INSERT INTO pending_change (entry, in_table, row_id, before, after)
    VALUES ((SELECT seq FROM current_operation), '{table}', {side}.id, {before}, {after});
END;
"""
        for verb, side, before, after in (
            ("INSERT", "NEW", "NULL", _object("NEW", columns)),
            ("UPDATE", "NEW", _object("OLD", columns), _object("NEW", columns)),
            ("DELETE", "OLD", _object("OLD", columns), "NULL"),
        )
    )


def _object(side: str, columns: list[str]) -> str:
    pairs = ", ".join(f"'{name}', {side}.{name}" for name in columns if name != "id")
    return f"json_object({pairs})"
