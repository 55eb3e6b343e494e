"""Which rows point at which, told by the foreign keys of the schema."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from gainboard.store.lives import Hangs
from gainboard.store.tables import RECORDS

Ids = Mapping[str, Collection[int]]
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A column that points at another table's rows."""

    table: str
    column: str
    to: str


def pointers(db: Database) -> list[Pointer]:
    """Return every pointer between record tables."""
    return [
        Pointer(table=table, column=row[3], to=row[2])
        for table in RECORDS
        for row in db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    ]


def with_what_hangs(db: Database, roots: Ids, hangs: Hangs) -> dict[str, set[int]]:
    """Return these rows and all that hangs on them; `hangs` lists parents before children."""
    found = {table: set(ids) for table, ids in roots.items()}
    for table, places in hangs.items():
        for column, above in places:
            fresh = pointing(db, table, column, found.get(above, ()))
            found.setdefault(table, set()).update(fresh)
    return {table: ids for table, ids in found.items() if ids}


def pointing(db: Database, table: str, column: str, ids: Collection[int]) -> set[int]:
    """Return the rows of a table whose column points at one of these ids."""
    sql = f"SELECT id FROM {table} WHERE {column} IN"
    return {row[0] for some in _parts(ids) for row in db.execute(f"{sql} {some}").fetchall()}


def pointed_at(db: Database, rows: Ids, to: str) -> set[int]:
    """Return the rows of one table at which these rows point."""
    found: set[int] = set()
    for one in pointers(db):
        if one.to == to:
            sql = f"SELECT {one.column} FROM {one.table} WHERE id IN"
            for some in _parts(rows.get(one.table, ())):
                found |= {row[0] for row in db.execute(f"{sql} {some}").fetchall()}
    return found - {None}


def column(db: Database, table: str, name: str, ids: Collection[int]) -> list[str]:
    """Return what one column of these rows holds, as text."""
    sql = f"SELECT {name} FROM {table} WHERE id IN"
    return [str(row[0]) for some in _parts(ids) for row in db.execute(f"{sql} {some}").fetchall()]


def is_pointed_at(db: Database, table: str, id: int) -> bool:
    """Tell whether any row points at this one."""
    return any(
        db.execute(f"SELECT 1 FROM {one.table} WHERE {one.column} = ? LIMIT 1", [id]).fetchone()
        for one in pointers(db)
        if one.to == table
    )


def let_go(db: Database, gone: Ids) -> None:
    """Empty what points at these rows in all others; foreign keys must be deferred."""
    for one in pointers(db):
        loose = pointing(db, one.table, one.column, gone.get(one.to, ()))
        for some in _parts(loose - set(gone.get(one.table, ()))):
            db.execute(f"UPDATE {one.table} SET {one.column} = NULL WHERE id IN {some}")


def remove(db: Database, gone: Ids) -> None:
    """Delete these rows; foreign keys must be deferred."""
    for table, ids in gone.items():
        for some in _parts(ids):
            db.execute(f"DELETE FROM {table} WHERE id IN {some}")


def _parts(ids: Collection[int]) -> Iterator[str]:
    """Yield the ids as lists of SQL, none too long; they are numbers of our own."""
    every = sorted(ids)
    for start in range(0, len(every), _AT_ONCE):
        yield f"({', '.join(str(int(key)) for key in every[start : start + _AT_ONCE])})"
