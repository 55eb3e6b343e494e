"""Words being typed, kept until they are recorded; not part of the history."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from gainboard.domain.words import clean
from gainboard.store.faults import explain, is_ours
from gainboard.store.journal import Clock


class Drafts:
    """Drafts by place, e.g. `discussion/14`; each saved at once and for good."""

    def __init__(self, db: Database, path: Path, clock: Clock) -> None:
        self._db = db
        self._path = path
        self._clock = clock

    def keep(self, place: str, words: str) -> None:
        """Keep the words typed so far at this place; raises GainboardError as operations do."""
        self._write(
            "INSERT INTO draft (place, words, saved_at) VALUES (?, ?, ?) "
            "ON CONFLICT (place) DO UPDATE "
            "SET words = excluded.words, saved_at = excluded.saved_at",
            (place, clean(words), self._clock().isoformat(timespec="seconds")),
        )

    def read(self, place: str) -> str | None:
        """Return the words kept at this place, or None."""
        row = self._db.execute("SELECT words FROM draft WHERE place = ?", [place]).fetchone()
        return str(row[0]) if row else None

    def drop(self, place: str) -> None:
        """Forget the words at this place, once they are recorded or not wanted."""
        self._write("DELETE FROM draft WHERE place = ?", (place,))

    def places(self, prefix: str = "") -> list[str]:
        """Return the places that hold words, those beginning with `prefix`."""
        sql = "SELECT place FROM draft WHERE substr(place, 1, ?) = ? ORDER BY place"
        return [str(row[0]) for row in self._db.execute(sql, [len(prefix), prefix]).fetchall()]

    def _write(self, sql: str, values: tuple[str, ...]) -> None:
        try:
            self._db.execute(sql, values)
        except sqlite3.Error as fault:
            if is_ours(fault):
                raise explain(fault, self._path) from fault
            raise
