"""Which journal entries hold words of a record: the lives of rows, told from the entries.

An id that undo has freed comes back as another row's, so a row is followed from the entry that
made it to the one that removed it: that is one life. A life hangs on another while the row points
at that one. Entries whose changes an earlier disposal erased are gaps: what they told is seen
again in the disposal's own entry, and where it is in doubt, two lives count as one.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

Key = tuple[str, int]
Place = tuple[str, str]
Words = Mapping[Place, frozenset[str]]
Hangs = Mapping[str, tuple[Place, ...]]
Change = dict[str, Any]


@dataclass(slots=True, eq=False)
class Life:
    """One row from its first entry to its last, and what has hung on it.

    `above` is what one that was named by its words hung on.
    """

    key: Key
    entries: list[int] = field(default_factory=list)
    hanging: list["Life"] = field(default_factory=list)
    above: list["Life"] = field(default_factory=list)
    is_named: bool = False


def entries_of(db: Database, keys: Iterable[Key], words: Words, hangs: Hangs) -> set[int]:
    """Return the entries that hold anything of these rows, or of what ever hung on them.

    `words` name rows that are gone or to go by what a column of theirs held, in any case: a
    report by its code or its document, a person by name. `hangs` says by which columns a
    table's rows hang on which table's.
    """
    lives = _Lives(words, hangs)
    disposals = {row[0] for row in db.execute("SELECT DISTINCT disposal FROM erasure").fetchall()}
    for seq, told in _told(db):
        lives.follow(seq, told, is_retold=seq in disposals)
    return lives.entries_of(set(keys))


def keys_in(db: Database, entries: Iterable[int]) -> set[Key]:
    """Return every row that these entries tell of."""
    found: set[Key] = set()
    for seq in entries:
        row = db.execute("SELECT changes FROM journal_payload WHERE seq = ?", [seq]).fetchone()
        found |= {(change["table"], change["id"]) for change in json.loads(row[0])}
    return found


class _Lives:
    """The lives told so far: all that were named, and those that go on."""

    def __init__(self, words: Words, hangs: Hangs) -> None:
        self._words: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for (table, column), sought in words.items():
            self._words.setdefault(table, []).append((column, sought))
        self._hangs = hangs
        self._now: dict[Key, Life] = {}
        self._named: list[Life] = []

    def follow(self, seq: int, changes: list[Change], *, is_retold: bool) -> None:
        """Take the next entry; in one that retells, rows are told anew and not made."""
        for change in changes:
            self._begin(seq, change, is_made=change["before"] is None and not is_retold)
        for change in changes:
            self._hang(change)
        for change in changes:
            if change["after"] is None:
                self._now.pop((change["table"], change["id"]), None)

    def entries_of(self, keys: set[Key]) -> set[int]:
        """Return the entries of the rows with these keys now, of those named, of what hung there.

        A name that a living row has as well is that row's own.
        """
        living = {id(life) for key, life in self._now.items() if key not in keys}
        waiting = [self._now[key] for key in keys if key in self._now]
        waiting += [one for life in self._named for one in (life, *life.above)]
        waiting = [life for life in waiting if id(life) not in living]
        seen = {id(life) for life in waiting}
        found: set[int] = set()
        while waiting:
            life = waiting.pop()
            found.update(life.entries)
            fresh = [one for one in life.hanging if id(one) not in seen]
            seen.update(map(id, fresh))
            waiting += fresh
        return found

    def _begin(self, seq: int, change: Change, *, is_made: bool) -> None:
        key = (change["table"], change["id"])
        life = self._now.get(key)
        if life is None or (is_made and change["after"] is not None):
            life = self._now[key] = Life(key)
        life.entries.append(seq)
        if not life.is_named and self._is_named(change):
            life.is_named = True
            self._named.append(life)

    def _is_named(self, change: Change) -> bool:
        for column, sought in self._words.get(change["table"], ()):
            for side in (change["before"], change["after"]):
                if side and str(side.get(column)).casefold() in sought:
                    return True
        return False

    def _hang(self, change: Change) -> None:
        places = self._hangs.get(change["table"], ())
        life = self._now[change["table"], change["id"]]
        for column, table in places:
            for side in (change["before"], change["after"]):
                key = side.get(column) if side else None
                if key is not None:
                    above = self._now.get((table, key))
                    if above is None:
                        above = self._now[table, key] = Life((table, key))
                    above.hanging.append(life)
                    if life.is_named:
                        life.above.append(above)


def _told(db: Database) -> Iterator[tuple[int, list[Change]]]:
    sql = "SELECT seq, changes FROM journal_payload ORDER BY seq"
    for seq, changes in db.execute(sql):
        yield seq, json.loads(changes)
