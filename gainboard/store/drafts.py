"""Words being typed, kept until they are recorded; not part of the history."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from gainboard.domain.words import clean
from gainboard.store.connection import Connection
from gainboard.store.journal import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Words that were typed at a place and not recorded, and when they were last kept, in UTC."""

    place: str
    words: str
    saved_at: datetime


class Drafts:
    """Drafts by place, e.g. `discussion/14`; each saved at once and for good."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def keep(self, place: str, words: str) -> None:
        """Keep the words typed so far at this place; raises GainboardError as operations do."""
        if isinstance(self._db.conn, Connection):
            self._db.conn.refuse_gone()
        self._db.execute(
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
        self._db.execute("DELETE FROM draft WHERE place = ?", (place,))

    def every(self) -> list[Draft]:
        """Return all that is kept, the newest first."""
        sql = "SELECT place, words, saved_at FROM draft ORDER BY saved_at DESC, place"
        return [
            Draft(place=place, words=words, saved_at=datetime.fromisoformat(at))
            for place, words, at in self._db.execute(sql).fetchall()
        ]

    def places(self, prefix: str = "") -> list[str]:
        """Return the places that hold words, those beginning with `prefix`."""
        sql = "SELECT place FROM draft WHERE substr(place, 1, ?) = ? ORDER BY place"
        return [str(row[0]) for row in self._db.execute(sql, [len(prefix), prefix]).fetchall()]
