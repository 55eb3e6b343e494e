"""A connection that says what is wrong with the disk or the file in the program's own words."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from gainboard.store.faults import ALL_KEPT, STEP_LOST, NotText, explain, gone, is_no_text, is_ours

# A hurt name in the schema comes back in words that are no UTF-8.
_FAULTS = (sqlite3.Error, UnicodeDecodeError)


class Connection(sqlite3.Connection):
    """A connection to a register; its cursors raise GainboardError where the disk refuses."""

    def __init__(self, file: Path, **settings: Any) -> None:
        super().__init__(file, **settings)
        self.file = file
        # While it is being opened no step can be lost.
        self.kept = ALL_KEPT
        self._opened: os.stat_result | None = None

    def watch_file(self) -> None:
        """Remember which file it is that SQLite has opened."""
        self._opened = self.file.stat()
        self.kept = STEP_LOST

    def refuse_gone(self) -> None:
        """Raise E-FILE-GONE where the file under that name is not the one that was opened.

        SQLite goes on writing into a file that was deleted or replaced, and calls it saved.
        """
        if self._opened is None:
            return
        try:
            there = self.file.stat()
        except OSError:
            raise gone(self.file) from None
        if not os.path.samestat(there, self._opened):
            raise gone(self.file)

    def cursor(self, _factory: Any = None) -> Any:
        """Return a cursor that tells."""
        return super().cursor(TellingCursor)

    def execute(self, *statement: Any) -> Any:
        """Run one statement by a cursor that tells."""
        return self.cursor().execute(*statement)


class TellingCursor(sqlite3.Cursor):
    """A cursor whose faults are told; a bug of ours stays SQLite's exception."""

    def execute(self, *statement: Any) -> "TellingCursor":
        """Run one statement."""
        try:
            super().execute(*statement)
        except _FAULTS as fault:
            raise self._told(fault) from fault
        return self

    def __next__(self) -> Any:
        """Return the next row as a loop asks for it."""
        try:
            return super().__next__()
        except _FAULTS as fault:
            raise self._told(fault) from fault

    def fetchone(self) -> Any:
        """Return the next row, or None."""
        try:
            return super().fetchone()
        except _FAULTS as fault:
            raise self._told(fault) from fault

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        try:
            return super().fetchall()
        except _FAULTS as fault:
            raise self._told(fault) from fault

    def _told(self, fault: sqlite3.Error | UnicodeDecodeError) -> Exception:
        connection = self.connection
        if not isinstance(connection, Connection):
            return fault
        if isinstance(fault, UnicodeDecodeError) or is_no_text(fault):
            return NotText(connection.file)
        return explain(fault, connection.file, connection.kept) if is_ours(fault) else fault
