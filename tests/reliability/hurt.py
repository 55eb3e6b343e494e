"""Hurt a register a little, and see whether the program notices all that it should."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.reliability.commands import Told

NOT_HISTORY = frozenset({"draft", "left_to_erase"})
"""Tables outside the history: words half typed, and what is still to be wiped."""
Content = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """One hurt file: what was done, whether the content changed by it, and what was noticed."""

    what: str
    changed: bool
    noticed: bool
    wrong: str


def content_of(path: Path) -> Content | None:
    """Return every row of every table as SQLite alone reads them; None where it cannot."""
    try:
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = sorted(name.decode("utf-8", "replace") for (name,) in names.fetchall())
            read: Content = {name: _rows(connection, name) for name in tables}
            for number in ("user_version", "application_id"):
                read[number] = connection.execute(f"PRAGMA {number}").fetchall()
            return read
    # Where the hurt bytes get into what SQLite says, Python cannot even read that.
    except (sqlite3.Error, OverflowError, UnicodeDecodeError):
        return None


def history_of(content: Content) -> Content:
    """Leave out what is no part of the history, and when the schema's steps were taken."""
    kept = {name: rows for name, rows in content.items() if name not in NOT_HISTORY}
    steps = kept.get("_sqlite_migrations", [])
    kept["_sqlite_migrations"] = [row[:-1] for row in steps]
    return kept


def judged(what: str, before: Content, after: Content | None, told: Mapping[str, Told]) -> Hurt:
    """Judge what commands said of a hurt file by what SQLite alone reads in it."""
    changed = after is None or history_of(after) != history_of(before)
    noticed = told["check"].code != 0
    wrong = ""
    for name, one in told.items():
        if one.crashed or not one.document:
            wrong = f"{name} crashed with {one.code}: {one.err[-300:]}"
    if changed and not noticed:
        wrong = wrong or f"a change went unseen: {_where(before, after)}"
    return Hurt(what=what, changed=changed, noticed=noticed, wrong=wrong)


def summary(kind: str, hurts: Sequence[Hurt]) -> str:
    """Return the line to print."""
    changed = [one for one in hurts if one.changed]
    unseen = sum(not one.noticed for one in changed)
    wrong = sum(bool(one.wrong) for one in hurts)
    return (
        f"{len(hurts)} {kind}: {len(changed)} changed the content, {unseen} of them unseen; "
        f"{sum(one.noticed for one in hurts)} noticed in all; {wrong} faults"
    )


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()


def _where(before: Content, after: Content | None) -> str:
    if after is None:
        return "unreadable"
    return ", ".join(name for name in before if after.get(name) != before[name])
