"""Forgeries by somebody with the sqlite3 shell, and the place each has to be named by."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gainboard.store import chain
from tests.reliability.hurting import edit, patch

Place = tuple[str | None, int | None, str | None]
"""Table, row and column as `check --json` names them."""
ANY = "*"
"""The column cannot be told: one hash is over all of them."""
_GUARDS = ("journal_entry_stays", "journal_entry_kept", "journal_payload_stays")
_OPEN_JOURNAL = tuple(f"DROP TRIGGER {name}" for name in (*_GUARDS, "journal_payload_kept"))
_OTHER_NAME = (
    "UPDATE person SET name = 'ACC Another' WHERE name = 'ACC Justice'",
    "UPDATE journal_payload SET changes = replace(changes, 'ACC Justice', 'ACC Another')",
)
_MASTER = "UPDATE sqlite_master SET sql = replace(sql, {0}) WHERE name = '{1}'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgery:
    """One forgery: how it is done, what must be named, and what may be otherwise.

    `anchored` where only a printed anchor can tell, `may_refuse` where the file is not let in.
    """

    name: str
    forge: Callable[[Path], None]
    names: tuple[Place, ...]
    anchored: bool = False
    may_refuse: bool = False


def _forgery(
    name: str, *names: Place, sql: tuple[str, ...] = (), forge: Callable[[Path], None] | None = None
) -> Forgery:
    return Forgery(name=name, forge=forge or (lambda path: edit(path, *sql)), names=names)


def _anchored(name: str, forge: Callable[[Path], None], *names: Place) -> Forgery:
    return Forgery(name=name, forge=forge, names=names, anchored=True)


def _swap_ids(table: str) -> tuple[str, ...]:
    return (
        f"UPDATE {table} SET id = -1 WHERE id = 1",
        f"UPDATE {table} SET id = 1 WHERE id = 2",
        f"UPDATE {table} SET id = 2 WHERE id = -1",
    )


def _swap_values(table: str, column: str) -> tuple[str, ...]:
    other = f"(SELECT b.{column} FROM {table} b WHERE b.id = 3 - {table}.id)"
    return (
        f"CREATE TEMP TABLE other AS SELECT id, {other} AS said FROM {table} WHERE id IN (1, 2)",
        f"UPDATE {table} SET {column} = (SELECT said FROM other WHERE other.id = {table}.id) "
        "WHERE id IN (1, 2)",
    )


def _alter_entry(column: str, value: str) -> tuple[str, ...]:
    return (*_OPEN_JOURNAL, f"UPDATE journal_entry SET {column} = {value} WHERE seq = 4")


def _swap_payloads(path: Path) -> None:
    edit(
        path,
        *_OPEN_JOURNAL,
        "CREATE TEMP TABLE other AS SELECT 7 - seq AS seq, salt, changes FROM journal_payload "
        "WHERE seq IN (3, 4)",
        "UPDATE journal_payload SET (salt, changes) = "
        "(SELECT salt, changes FROM other WHERE other.seq = journal_payload.seq) "
        "WHERE seq IN (3, 4)",
    )


def _rewrite_payload(path: Path) -> None:
    """Change a value in its row and in its journal entry alike."""
    edit(path, *_OPEN_JOURNAL, *_OTHER_NAME)


def _cut_tail(path: Path) -> None:
    """Take the newest entry back: its rows, its payload, itself."""
    with _opened_journal(path) as connection:
        (seq,) = connection.execute("SELECT max(seq) FROM journal_entry").fetchone()
        sql = "SELECT changes FROM journal_payload WHERE seq = ?"
        for row in json.loads(connection.execute(sql, (seq,)).fetchone()[0]):
            _take_back(connection, row)
        for table in ("journal_payload", "journal_entry"):
            connection.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))


def _take_back(connection: sqlite3.Connection, row: dict[str, object]) -> None:
    before = row["before"]
    if not isinstance(before, dict):
        connection.execute(f"DELETE FROM {row['table']} WHERE id = ?", (row["id"],))
        return
    for column, value in before.items():
        sql = f"UPDATE {row['table']} SET {column} = ? WHERE id = ?"
        connection.execute(sql, (value, row["id"]))


def _rebuild_chain(path: Path) -> None:
    """Change the history from an early entry on and compute every hash anew."""
    with _opened_journal(path) as connection:
        for statement in _OTHER_NAME:
            connection.execute(statement)
        connection.row_factory = sqlite3.Row
        previous = chain.GENESIS
        sql = "SELECT * FROM journal_entry JOIN journal_payload USING (seq) ORDER BY seq"
        for row in connection.execute(sql).fetchall():
            entry = chain.link(dict(row), row["changes"], row["salt"], previous)
            previous = entry["hash"]
            connection.execute(
                "UPDATE journal_entry SET commitment = ?, previous = ?, hash = ? WHERE seq = ?",
                (entry["commitment"], entry["previous"], previous, row["seq"]),
            )


@contextmanager
def _opened_journal(path: Path) -> Iterator[sqlite3.Connection]:
    """Take the guards away and put them back after, as a careful forger would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        sql = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'journal%'"
        guards = [made for (made,) in connection.execute(sql).fetchall()]
        for statement in _OPEN_JOURNAL:
            connection.execute(statement)
        yield connection
        for made in guards:
            if made.split()[2] in " ".join(_OPEN_JOURNAL):
                connection.execute(made)


def _attachment_file(path: Path) -> Path:
    folder = path.with_name(f"{path.name}-attachments")
    return next(file for file in sorted(folder.rglob("*")) if file.is_file())


def _alter_attachment(path: Path) -> None:
    patch(_attachment_file(path), 3, b"9")


def _alter_attachment_whole(path: Path) -> None:
    """Put another file in the place of one, under its own hash, and point the row at it."""
    file = _attachment_file(path)
    content = file.read_bytes().replace(b"181", b"211")
    digest = hashlib.sha256(content).hexdigest()
    place = file.parent.parent / digest[:2] / digest
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(content)
    edit(path, f"UPDATE attachment SET sha256 = '{digest}' WHERE id = 1")


def _mislead_index(path: Path) -> None:
    """Change a row and change it back, the second time while SQLite knows of no index on it."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT * FROM sqlite_master WHERE name = 'evidence_of_recommendation'"
        told = connection.execute(sql).fetchone()
    edit(path, "UPDATE evidence SET recommendation_id = recommendation_id + 1 WHERE id = 1")
    edit(path, f"DELETE FROM sqlite_master WHERE name = '{told[1]}'")
    edit(path, "UPDATE evidence SET recommendation_id = recommendation_id - 1 WHERE id = 1")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", told)


FORGERIES = (
    _forgery(
        "a status updated",
        ("recommendation", 1, "force_status"),
        sql=("UPDATE recommendation SET force_status = 'closed' WHERE id = 1",),
    ),
    _forgery(
        "one letter of a text",
        ("recommendation", 2, "text"),
        sql=("UPDATE recommendation SET text = replace(text, 'July', 'Juli') WHERE id = 2",),
    ),
    _forgery(
        "a space at the end",
        ("recommendation", 3, "text"),
        sql=("UPDATE recommendation SET text = text || ' ' WHERE id = 3",),
    ),
    _forgery(
        "a row deleted",
        ("deadline", 1, None),
        sql=("DELETE FROM deadline WHERE id = 1",),
    ),
    _forgery(
        "a row inserted",
        ("choice", 9001, None),
        sql=("INSERT INTO choice VALUES (9001, 'source', 'hearsay', 99)",),
    ),
    _forgery(
        "REPLACE INTO an existing row",
        ("person", 1, "name"),
        sql=(
            "REPLACE INTO person (id, name, post) SELECT id, 'ACC New', post FROM person "
            "WHERE id = 1",
        ),
    ),
    _forgery(
        "REPLACE that drops another row",
        ("choice", 1, None),
        sql=("REPLACE INTO choice SELECT 9002, list, value, position FROM choice WHERE id = 1",),
    ),
    _forgery(
        "ids of two people swapped",
        ("person", 1, "name"),
        ("person", 2, "name"),
        sql=("PRAGMA foreign_keys = OFF", *_swap_ids("person")),
    ),
    _forgery(
        "values of two rows swapped",
        ("clause", 1, "text"),
        ("clause", 2, "text"),
        sql=_swap_values("clause", "text"),
    ),
    _forgery(
        "a value of another kind",
        ("setting", 1, "value"),
        sql=("UPDATE setting SET value = CAST('x' AS TEXT) || char(0) || 'y' WHERE id = 1",),
    ),
    _forgery(
        "a NULL where a value was",
        ("report", 1, "published"),
        sql=("UPDATE report SET published = NULL WHERE id = 1",),
    ),
    _forgery(
        "a child with no parent",
        ("clause", 1, "recommendation_id"),
        sql=("UPDATE clause SET recommendation_id = 9999 WHERE id = 1",),
    ),
    _forgery(
        "an entry's label",
        ("journal_entry", 4, ANY),
        sql=_alter_entry("label", "'Nothing of note'"),
    ),
    _forgery(
        "an entry's author",
        ("journal_entry", 4, ANY),
        sql=_alter_entry("by", "'Somebody else'"),
    ),
    _forgery(
        "an entry's time",
        ("journal_entry", 4, ANY),
        sql=_alter_entry("at", "'2020-01-01T00:00:00+00:00'"),
    ),
    _forgery(
        "an entry's hash",
        ("journal_entry", 4, ANY),
        sql=_alter_entry("hash", "replace(hash, substr(hash, 1, 4), '0000')"),
    ),
    _forgery(
        "an entry's link",
        ("journal_entry", 4, "previous"),
        sql=_alter_entry("previous", "replace(previous, substr(previous, 1, 4), '0000')"),
    ),
    _forgery(
        "an entry's commitment",
        ("journal_entry", 4, "commitment"),
        sql=_alter_entry("commitment", "replace(commitment, substr(commitment, 1, 4), '0000')"),
    ),
    _forgery(
        "an entry taken out of the middle",
        ("journal_entry", 4, None),
        sql=(
            *_OPEN_JOURNAL,
            "DELETE FROM journal_payload WHERE seq = 4",
            "DELETE FROM journal_entry WHERE seq = 4",
        ),
    ),
    _forgery(
        "a payload's salt",
        ("journal_payload", 4, ANY),
        sql=(*_OPEN_JOURNAL, "UPDATE journal_payload SET salt = 'salt' WHERE seq = 4"),
    ),
    _forgery(
        "a payload removed",
        ("journal_payload", 4, None),
        sql=(*_OPEN_JOURNAL, "DELETE FROM journal_payload WHERE seq = 4"),
    ),
    _forgery(
        "payloads of two entries swapped",
        ("journal_payload", 3, "changes"),
        ("journal_payload", 4, "changes"),
        forge=_swap_payloads,
    ),
    _forgery(
        "a value changed in row and payload",
        ("journal_payload", 3, "changes"),
        forge=_rewrite_payload,
    ),
    _forgery("an attachment's file altered", ("attachment", 1, None), forge=_alter_attachment),
    _forgery(
        "an attachment's file removed",
        ("attachment", 1, None),
        forge=lambda path: _attachment_file(path).unlink(),
    ),
    _forgery(
        "an attachment's name",
        ("attachment", 1, "name"),
        sql=("UPDATE attachment SET name = 'other.txt' WHERE id = 1",),
    ),
    _forgery(
        "an attachment put in the place of one",
        ("attachment", 1, "sha256"),
        forge=_alter_attachment_whole,
    ),
    _forgery(
        "a guard dropped",
        ("approved_minutes", None, None),
        sql=("DROP TRIGGER approved_minutes_update",),
    ),
    _forgery(
        "a guard made harmless",
        ("journal_entry", None, None),
        sql=(_MASTER.format("'UPDATE ON', 'UPDATE OF seq ON'", "journal_entry_stays"),),
    ),
    _forgery(
        "a trigger added",
        ("recommendation", None, None),
        sql=(
            "CREATE TRIGGER quietly AFTER UPDATE ON recommendation BEGIN "
            "UPDATE setting SET value = value; END",
        ),
    ),
    _forgery("a view added", ("notes", None, None), sql=("CREATE VIEW notes AS SELECT 1 AS one",)),
    _forgery("a table added", ("shadow", None, None), sql=("CREATE TABLE shadow (id INTEGER)",)),
    _forgery(
        "a column added",
        ("person", None, None),
        sql=("ALTER TABLE person ADD COLUMN note TEXT",),
    ),
    _forgery(
        "a CHECK taken out of the schema",
        ("body", None, None),
        sql=(_MASTER.format("'CHECK (is_own IN (0, 1))', ''", "body"),),
    ),
    _forgery(
        "an index dropped", ("clause", None, None), sql=("DROP INDEX clause_of_recommendation",)
    ),
    _forgery(
        "an index led to another's pages",
        sql=(
            "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master "
            "WHERE name = 'decision_of_meeting') WHERE name = 'clause_of_recommendation'",
        ),
    ),
    _forgery("an index with a row that is not so", ("evidence", None, None), forge=_mislead_index),
    Forgery(
        name="the schema's number",
        forge=lambda path: edit(path, "PRAGMA user_version = 1"),
        names=(),
        may_refuse=True,
    ),
    _anchored("the newest entry taken back", _cut_tail, ("journal_entry", None, None)),
    _anchored("the whole chain computed anew", _rebuild_chain, ("journal_entry", None, None)),
)
