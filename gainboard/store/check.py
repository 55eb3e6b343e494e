"""The full check: SQLite's own, the journal's chain, every row against the journal, every file.

The tables are what replaying the journal from empty gives; where they are not, somebody wrote
behind the program's back, and the check names table, row and column.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gainboard.domain.changes import Row
from gainboard.errors import Damaged
from gainboard.store import chain
from gainboard.store.attachments import altered
from gainboard.store.faults import NotText, is_no_text
from gainboard.store.migrations import migrate
from gainboard.store.tables import JOURNAL, RECORDS, misfit

State = dict[str, dict[int, Row]]
Progress = Callable[[str], None]
STEPS = "_sqlite_migrations"
_AT_ONCE = 2000
_HURT = (sqlite3.DatabaseError, UnicodeDecodeError, Damaged)
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong, and where: a table's row and column, an entry, or a file."""

    says: str
    table: str | None = None
    id: int | None = None
    column: str | None = None
    entry: int | None = None
    attachment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a check found, by part of the register."""

    entries: int
    integrity: tuple[Fault, ...]
    chain: tuple[Fault, ...]
    tables: tuple[Fault, ...]
    attachments: tuple[Fault, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return every fault, the file's own first."""
        return self.integrity + self.chain + self.tables + self.attachments


def check(db: Database, path: Path, anchors: Sequence[tuple[int, str]] = ()) -> Findings:
    """Look at everything; `anchors` are entry numbers with the first digits of their hashes."""
    try:
        return _look(db, path, anchors)
    except _HURT as fault:
        if not is_no_text(fault) and not isinstance(fault, NotText):
            return _unreadable(db, fault)
    # Slower: text that is no UTF-8 is read as what it is, another value than the journal's.
    with _reading_any_bytes(db):
        try:
            return _look(db, path, anchors)
        except _HURT as fault:
            return _unreadable(db, fault)


def _unreadable(db: Database, fault: Exception) -> Findings:
    """Tell what SQLite itself finds, where not everything can be read."""
    broken = [Fault(says=f"part of the file cannot be read ({fault})")]
    # SQLite may not be able to look either; that it cannot be read is said already.
    with suppress(*_HURT):
        broken += _pages(db)
    return Findings(entries=0, integrity=tuple(broken), chain=(), tables=(), attachments=())


def _look(db: Database, path: Path, anchors: Sequence[tuple[int, str]]) -> Findings:
    integrity = tuple(_integrity(db))
    if misfit(db.conn) in JOURNAL:
        # Told by the schema already: a journal of other columns cannot be replayed.
        return Findings(entries=0, integrity=integrity, chain=(), tables=(), attachments=())
    state, links, entries = _replay(db, anchors)
    return Findings(
        entries=entries,
        integrity=integrity,
        chain=tuple(links),
        tables=tuple(_differences(db, state)),
        attachments=tuple(_files(db, path)),
    )


@contextmanager
def _reading_any_bytes(db: Database) -> Iterator[None]:
    """Let text that is no UTF-8 be read as what it is: another value than the journal's."""
    before = db.conn.text_factory
    db.conn.text_factory = lambda told: told.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        db.conn.text_factory = before


def _integrity(db: Database) -> Iterator[Fault]:
    yield from _pages(db)
    for table, key, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault(says=f"points at a row of {parent} that is not there", table=table, id=key)
    yield from _schema(db)


def _pages(db: Database) -> Iterator[Fault]:
    found = [str(says) for (says,) in db.execute("PRAGMA integrity_check(100)").fetchall()]
    if found == ["ok"]:
        return
    tables = {name: kept[1] for name, kept in _objects(db).items()}
    for says in found:
        # SQLite names the index or table it speaks of among its words.
        named = (tables[word] for word in re.findall(r"\w+", says) if word in tables)
        yield Fault(says=says, table=next(named, None))


def _schema(db: Database) -> Iterator[Fault]:
    """Compare tables, indexes and guards with those the program makes."""
    model = Database(memory=True, execute_plugins=False)
    migrate(model)
    there, wanted = _objects(db), _objects(model)
    yield from _steps(db, model)
    model.close()
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield Fault(says=f"{wanted[name][0]} {name} is missing", table=wanted[name][1])
        elif name not in wanted:
            yield Fault(says=f"{there[name][0]} {name} is not ours", table=str(there[name][1]))
        elif there[name] != wanted[name]:
            yield Fault(says=f"{there[name][0]} {name} was altered", table=wanted[name][1])


def _objects(db: Database) -> dict[str, tuple[str, str, str]]:
    # A hurt name may have become bytes, which no name can be compared with.
    name = "CAST(name AS TEXT)"
    sql = f"SELECT {name}, type, tbl_name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
    rows = db.execute(sql).fetchall()
    return {row[0]: (row[1], row[2], row[3]) for row in rows if row[0] != STEPS}


def _steps(db: Database, model: Database) -> Iterator[Fault]:
    """Compare the steps by which the schema is said to have been made, but for their times."""
    sql = f"SELECT id, migration_set, name FROM {STEPS}"
    there, wanted = ({row["id"]: row for row in one.query(sql)} for one in (db, model))
    for key in sorted(there.keys() | wanted.keys()):
        if key not in there or key not in wanted:
            yield Fault(says="the steps of the schema are not ours", table=STEPS, id=key)
        elif there[key] != wanted[key]:
            column = next(name for name in wanted[key] if there[key][name] != wanted[key][name])
            yield Fault(says="a step of the schema was altered", table=STEPS, id=key, column=column)


def _replay(db: Database, anchors: Sequence[tuple[int, str]]) -> tuple[State, list[Fault], int]:
    """Walk the chain link by link and build the tables the journal tells of."""
    state: State = {table: {} for table in RECORDS}
    faults: list[Fault] = []
    kept: set[int] = set()
    hashes = dict.fromkeys(seq for seq, _ in anchors)
    seq, previous = 0, chain.GENESIS
    for entry in _rows(db, "SELECT * FROM journal_entry LEFT JOIN journal_payload USING (seq)"):
        faults += _link(entry, seq, previous)
        seq, previous = entry["seq"], entry["hash"]
        if seq in hashes:
            hashes[seq] = previous
        if entry["changes"] is not None:
            kept.add(seq)
            if not _apply(state, entry["changes"]):
                faults.append(_hurt_changes(seq, "cannot be read"))
    links = _erasures(state, faults, kept, seq)
    return state, [*links, *_anchors(anchors, hashes)], seq


def _erasures(state: State, faults: list[Fault], kept: set[int], last: int) -> Iterator[Fault]:
    """Leave out what is missing because a disposal in this journal erased it, and nothing else."""
    pairs = [(row.get("entry"), row.get("disposal")) for row in state["erasure"].values()]
    numbers = [(entry, by) for entry, by in pairs if type(entry) is int and type(by) is int]
    erased = {entry: by for entry, by in numbers if entry < by <= last}
    for fault in faults:
        is_missing = fault.table == "journal_payload" and fault.column is None
        if not is_missing or fault.entry not in erased:
            yield fault
    for seq in sorted(kept & erased.keys()):
        yield _hurt_changes(seq, f"were erased by entry {erased[seq]} and are there again", None)


def _anchors(anchors: Sequence[tuple[int, str]], hashes: dict[int, str | None]) -> Iterator[Fault]:
    for seq, digits in anchors:
        told = hashes[seq]
        if told is None:
            says = f"the history does not reach the printed anchor {seq}:{digits}"
            yield Fault(says=says, entry=seq)
        elif not told.startswith(digits.lower()):
            yield Fault(says=f"the printed anchor {seq}:{digits} differs", entry=seq)


def _link(entry: dict[str, Any], before: int, previous: str) -> Iterator[Fault]:
    seq = entry["seq"]
    if seq != before + 1:
        yield _hurt_entry(before + 1, f"entries {before + 1} to {seq - 1} are missing")
    elif entry["previous"] != previous:
        yield _hurt_entry(seq, f"entry {seq} does not follow entry {before}", "previous")
    whole = chain.hash_entry(entry) == entry["hash"]
    packed = entry["changes"]
    kept = packed is not None and chain.commit_to(entry["salt"], packed) == entry["commitment"]
    if not whole:
        column = "commitment" if packed is not None and not kept else None
        yield _hurt_entry(seq, f"entry {seq} was altered", column)
    elif packed is None:
        yield _hurt_changes(seq, "are missing", None)
    elif not kept:
        yield _hurt_changes(seq, "were altered")


def _hurt_entry(seq: int, says: str, column: str | None = None) -> Fault:
    return Fault(says=says, table="journal_entry", id=seq, column=column, entry=seq)


def _hurt_changes(seq: int, what: str, column: str | None = "changes") -> Fault:
    says = f"the changes of entry {seq} {what}"
    return Fault(says=says, table="journal_payload", id=seq, column=column, entry=seq)


def _apply(state: State, packed: str) -> bool:
    """Replay one entry and tell whether it can be read; nobody knows who wrote it."""
    try:
        for row in _read(packed):
            table, key, after = state.setdefault(row["table"], {}), int(row["id"]), row["after"]
            if after is None:
                table.pop(key, None)
            else:
                table[key] = {**table.get(key, {}), **after}
    except (ValueError, TypeError, KeyError):
        return False
    return True


def _read(packed: str) -> Any:
    """Return what a payload keeps; half the time that `json.loads` takes for so many."""
    value, end = _DECODER.raw_decode(packed)
    if end != len(packed):
        raise ValueError("there is more behind it")
    return value


def _differences(db: Database, state: State) -> Iterator[Fault]:
    for table in RECORDS:
        if not _has_ids(db, table):
            continue  # told by the schema
        rows = {row.pop("id"): row for row in _rows(db, f"SELECT * FROM {table}")}
        told = state[table]
        for key in sorted(rows.keys() | told.keys()):
            if key not in rows:
                yield Fault(says="the row is gone; the journal has it", table=table, id=key)
            elif key not in told:
                yield Fault(says="the row is in no entry of the journal", table=table, id=key)
            elif rows[key] != told[key]:
                yield from _columns(table, key, rows[key], told[key])


def _has_ids(db: Database, table: str) -> bool:
    found = db.conn.execute(f"PRAGMA table_info({table})").fetchall()
    return "id" in {row[1] for row in found}


def _columns(table: str, key: int, row: Row, told: Row) -> Iterator[Fault]:
    for column in row:
        if row[column] != told.get(column):
            yield Fault(
                says="the value is not what the journal says", table=table, id=key, column=column
            )


def _rows(db: Database, sql: str) -> Iterator[dict[str, Any]]:
    """Read row by row without a call for each: a register of twenty years has half a million."""
    cursor = db.conn.execute(sql)
    names = [column[0] for column in cursor.description]
    while batch := cursor.fetchmany(_AT_ONCE):
        for row in batch:
            yield dict(zip(names, row, strict=True))


def _files(db: Database, path: Path) -> Iterator[Fault]:
    for key, digest in db.execute("SELECT id, sha256 FROM attachment").fetchall():
        says = altered(path, digest)
        if says:
            yield Fault(says=says, table="attachment", id=key, attachment=digest[:12])
