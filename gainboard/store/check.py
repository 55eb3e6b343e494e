"""The full check: SQLite's own, the journal's chain, every row against the journal, every file.

The tables are what replaying the journal from empty gives; where they are not, somebody wrote
behind the program's back, and the check names table, row and column.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from gainboard.domain.changes import Row
from gainboard.store import chain
from gainboard.store.attachments import altered
from gainboard.store.migrations import migrate
from gainboard.store.tables import RECORDS

State = dict[str, dict[int, Row]]
Progress = Callable[[str], None]


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
        integrity = tuple(_integrity(db))
        state, links, entries = _replay(db, anchors)
        return Findings(
            entries=entries,
            integrity=integrity,
            chain=tuple(links),
            tables=tuple(_differences(db, state)),
            attachments=tuple(_files(db, path)),
        )
    except sqlite3.DatabaseError as fault:
        broken = Fault(says=f"part of the file cannot be read ({fault})")
        return Findings(entries=0, integrity=(broken,), chain=(), tables=(), attachments=())


def _integrity(db: Database) -> Iterator[Fault]:
    for (says,) in db.execute("PRAGMA integrity_check(100)").fetchall():
        if says != "ok":
            yield Fault(says=str(says))
    for table, key, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Fault(says=f"points at a row of {parent} that is not there", table=table, id=key)
    yield from _schema(db)


def _schema(db: Database) -> Iterator[Fault]:
    """Compare tables, indexes and guards with those the program makes."""
    model = Database(memory=True, execute_plugins=False)
    migrate(model)
    there, wanted = _objects(db), _objects(model)
    model.close()
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield Fault(says=f"{wanted[name][0]} {name} is missing", table=wanted[name][1])
        elif name not in wanted:
            yield Fault(says=f"{there[name][0]} {name} is not ours", table=there[name][1])
        elif there[name] != wanted[name]:
            yield Fault(says=f"{there[name][0]} {name} was altered", table=there[name][1])


def _objects(db: Database) -> dict[str, tuple[str, str, str]]:
    sql = "SELECT name, type, tbl_name, sql FROM main.sqlite_master WHERE sql IS NOT NULL"
    rows = db.execute(sql).fetchall()
    return {row[0]: (row[1], row[2], row[3]) for row in rows if not row[0].startswith("_sqlite")}


def _replay(db: Database, anchors: Sequence[tuple[int, str]]) -> tuple[State, list[Fault], int]:
    """Walk the chain link by link and build the tables the journal tells of."""
    state: State = {table: {} for table in RECORDS}
    faults: list[Fault] = []
    wanted = dict(anchors)
    seq, previous = 0, chain.GENESIS
    for entry in db.query("SELECT * FROM journal_entry LEFT JOIN journal_payload USING (seq)"):
        faults += _link(entry, seq, previous)
        seq, previous = entry["seq"], entry["hash"]
        digits = wanted.pop(seq, previous)
        if not previous.startswith(digits.lower()):
            faults.append(Fault(says=f"the printed anchor {seq}:{digits} differs", entry=seq))
        if entry["changes"] is not None:
            _apply(state, entry["changes"])
    for missing, digits in wanted.items():
        says = f"the history does not reach the printed anchor {missing}:{digits}"
        faults.append(Fault(says=says, entry=missing))
    return state, faults, seq


def _link(entry: dict[str, Any], before: int, previous: str) -> Iterator[Fault]:
    seq = entry["seq"]
    if seq != before + 1:
        yield Fault(says=f"entries {before + 1} to {seq - 1} are missing", entry=seq)
    elif entry["previous"] != previous:
        yield Fault(says=f"entry {seq} does not follow entry {before}", entry=seq)
    if chain.hash_entry(entry) != entry["hash"]:
        yield Fault(says=f"entry {seq} was altered", entry=seq)
    if entry["changes"] is None:
        yield Fault(says=f"the changes of entry {seq} are missing", entry=seq)
    elif chain.commit_to(entry["salt"], entry["changes"]) != entry["commitment"]:
        yield Fault(says=f"the changes of entry {seq} were altered", entry=seq)


def _apply(state: State, packed: str) -> None:
    """Replay one entry; what an altered payload gets wrong shows as a difference of rows."""
    try:
        changes = chain.unpack(packed)
    except (ValueError, TypeError):
        return
    for row in changes:
        table = state.setdefault(row.table, {})
        if row.after is None:
            table.pop(row.id, None)
        else:
            table[row.id] = {**table.get(row.id, {}), **row.after}


def _differences(db: Database, state: State) -> Iterator[Fault]:
    for table in RECORDS:
        rows = {row.pop("id"): row for row in db.query(f"SELECT * FROM {table}")}
        told = state[table]
        for key in sorted(rows.keys() | told.keys()):
            if key not in rows:
                yield Fault(says="the row is gone; the journal has it", table=table, id=key)
            elif key not in told:
                yield Fault(says="the row is in no entry of the journal", table=table, id=key)
            else:
                yield from _columns(table, key, rows[key], told[key])


def _columns(table: str, key: int, row: Row, told: Row) -> Iterator[Fault]:
    for column in row:
        if row[column] != told.get(column):
            yield Fault(
                says="the value is not what the journal says", table=table, id=key, column=column
            )


def _files(db: Database, path: Path) -> Iterator[Fault]:
    for key, digest in db.execute("SELECT id, sha256 FROM attachment").fetchall():
        says = altered(path, digest)
        if says:
            yield Fault(says=says, table="attachment", id=key, attachment=digest[:12])
