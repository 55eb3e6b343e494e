"""Reading the journal as history shows it."""

import json
import re
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta

from sqlite_utils import Database

from gainboard.domain.changes import Entry, Row, RowChange
from gainboard.errors import Damaged
from gainboard.store import chain

_ALL = -1
_AT_ONCE = 5000
_EPOCH, _END = date(1971, 1, 1), date(9999, 1, 1)
_UNDONE_BY = """
    (SELECT CASE turn.kind WHEN 'undo' THEN turn.seq END FROM journal_entry AS turn
     WHERE turn.target = entry.seq ORDER BY turn.seq DESC LIMIT 1)
"""
# Every id a payload speaks of: a row's own, with its table, and those it points at. Our own JSON
# has no spaces, and a quotation mark inside a text is escaped, so that words are no ids. The first
# pattern is quick and knows no columns; the second is asked where the first has found something.
_IDS = re.compile(r'id":(\d+)(?:,"table":"(\w+)")?')
_COLUMNS = re.compile(r'"([a-z_]*id)":(\d+)(?:,"table":"(\w+)")?')


class Signs:
    """What to look for in entries: rows, columns that point at an id, a column's whole words."""

    def __init__(self, words: str = "") -> None:
        self._ids: set[tuple[str, str]] = set()
        self._columns: set[tuple[str, str, str]] = set()
        self._words = chain.canonical(words) if words else ""

    def add_row(self, table: str, id: int) -> None:
        """Look for changes of a row."""
        self._ids.add((str(id), table))
        self._columns.add(("id", str(id), table))

    def add_pointer(self, column: str, id: int) -> None:
        """Look for a column that points at an id."""
        self._ids.add((str(id), ""))
        self._columns.add((column, str(id), ""))

    def are_in(self, changes: str) -> bool:
        """Tell whether changes as they are kept bear any of the signs."""
        if self._words and self._words in changes:
            return True
        return not (
            self._ids.isdisjoint(_IDS.findall(changes))
            or self._columns.isdisjoint(_COLUMNS.findall(changes))
        )


def entries(
    db: Database,
    newest: int | None = None,
    numbers: Collection[int] | None = None,
    *,
    with_rows: bool = True,
) -> list[Entry]:
    """Return every entry, or those of these numbers, or so many of the newest; newest last.

    Without rows they are read at once, however much they changed.

    One whose payload was erased has no rows. A disposal's are the rows it erased, without what
    they held; those it only tells again have not changed.
    """
    erasing = disposals(db)
    chosen = "" if numbers is None else "WHERE seq IN (SELECT value FROM json_each(:numbers)) "
    changes = "changes" if with_rows else "NULL AS changes"
    sql = (
        f"SELECT entry.*, {_UNDONE_BY} AS undone_by, {changes} FROM journal_entry AS entry "
        f"LEFT JOIN journal_payload USING (seq) {chosen}ORDER BY seq DESC LIMIT :newest"
    )
    values = {
        "numbers": json.dumps(sorted(numbers or ())),
        "newest": _ALL if newest is None else newest,
    }
    found = [
        entry_of(row, _rows(row["changes"], is_disposal=row["seq"] in erasing))
        for row in db.query(sql, values)
    ]
    found.reverse()
    return found


def entry_of(row: Row, rows: tuple[RowChange, ...] = ()) -> Entry:
    """Return a row of the journal as history shows it, with what it changed where that is read.

    Raises Damaged where its time is none.
    """
    try:
        datetime.fromisoformat(row["at"])
    except ValueError as fault:
        raise Damaged(
            "E-DAMAGED",
            f"The history is damaged: entry {row['seq']} has no time. Nothing was changed; "
            "restore a backup.",
        ) from fault
    return Entry(
        seq=row["seq"],
        hash=row["hash"],
        at=row["at"],
        by=row["by"],
        meeting=row["meeting"],
        label=row["label"],
        kind=row["kind"],
        undone_by=row.get("undone_by"),
        rows=rows,
        target=row["target"],
    )


def changes_of(
    db: Database, signs: Signs, first: int = 1
) -> Iterator[tuple[int, tuple[RowChange, ...]]]:
    """Yield the number and rows of each entry that bears a sign, oldest first, from `first` on.

    The signs are looked at anew for each entry, so that whoever reads may add to them on the
    way. What bears none is not unpacked: that is what takes time in an old register.
    """
    for seq, changes in _payloads(db, first):
        if signs.are_in(changes):
            yield seq, chain.unpack(changes)


def disposals(db: Database) -> set[int]:
    """Return the numbers of the entries that disposed of something."""
    return {int(row[0]) for row in db.execute("SELECT DISTINCT disposal FROM erasure").fetchall()}


def made_at(db: Database, table: str, id: int) -> int | None:
    """Return the number of the first entry that made a row of this id; None where it is erased.

    A disposal tells again what it leaves of the entries it erases; that is no making.
    """
    sql = (
        "SELECT seq, changes FROM journal_payload WHERE instr(changes, ?) "
        "AND seq NOT IN (SELECT disposal FROM erasure) ORDER BY seq LIMIT 1"
    )
    found = db.execute(sql, [f'"id":{id},"table":"{table}"']).fetchone()
    rows = chain.unpack(found[1]) if found else ()
    made = any((row.table, row.id) == (table, id) and row.before is None for row in rows)
    return int(found[0]) if made else None


def row_before(db: Database, table: str, id: int, seq: int) -> Row:
    """Return a row as it stood before an entry; empty where no earlier entry tells of it."""
    sql = (
        "SELECT changes FROM journal_payload WHERE seq < ? AND instr(changes, ?) ORDER BY seq DESC"
    )
    values: Row = {}
    for (changes,) in db.execute(sql, [seq, f'"id":{id},"table":"{table}"']):
        for row in chain.unpack(changes):
            if (row.table, row.id) == (table, id):
                values = {**(row.before or {}), **(row.after or {}), **values}
                if row.before is None or row.after is None:
                    return values
    return values


def makers(db: Database) -> list[str]:
    """Return the names of those who made entries."""
    return [str(row[0]) for row in db.execute("SELECT DISTINCT by FROM journal_entry").fetchall()]


def numbers_by(db: Database, name: str) -> set[int]:
    """Return the numbers of the entries somebody made."""
    return _numbers(db, "by = ? COLLATE NOCASE", [name])


def numbers_in(db: Database, meeting: str) -> set[int]:
    """Return the numbers of the entries made in a meeting."""
    return _numbers(db, "meeting = ? COLLATE NOCASE", [meeting])


def numbers_between(db: Database, since: date | None, until: date | None) -> set[int]:
    """Return the numbers of the entries of these days, by the clock on the wall here."""
    after = _midnight(since) if since else "0001-01-01"
    before = _midnight(until + timedelta(days=1)) if until and until < _END else "9999-12-31"
    where = "julianday(at) >= julianday(?) AND julianday(at) < julianday(?)"
    return _numbers(db, where, [after, before])


def count(db: Database) -> int:
    """Return how many entries there are."""
    return int(db.execute("SELECT count(*) FROM journal_entry").fetchone()[0])


def _rows(changes: str | None, *, is_disposal: bool) -> tuple[RowChange, ...]:
    rows = chain.unpack(changes) if changes else ()
    return tuple(row for row in rows if row.after is None) if is_disposal else rows


def _payloads(db: Database, first: int) -> Iterator[tuple[int, str]]:
    """Yield what each entry keeps, so many at a time: an old register is larger than memory."""
    last = int(db.execute("SELECT coalesce(max(seq), 0) FROM journal_entry").fetchone()[0])
    sql = "SELECT seq, changes FROM journal_payload WHERE seq >= ? AND seq < ? ORDER BY seq"
    for start in range(first, last + 1, _AT_ONCE):
        yield from db.execute(sql, [start, start + _AT_ONCE]).fetchall()


def _numbers(db: Database, where: str, values: list[str]) -> set[int]:
    found = db.execute(f"SELECT seq FROM journal_entry WHERE {where}", values).fetchall()
    return {int(row[0]) for row in found}


def _midnight(day: date) -> str:
    """Return the moment a day begins here; Windows knows no zone before its epoch."""
    return datetime.combine(max(day, _EPOCH), time.min).astimezone().isoformat()
