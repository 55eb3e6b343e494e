"""The schema, one append-only step after another; `SCHEMA` is the newest step's number."""

import sqlite3
from collections.abc import Iterator
from importlib import resources

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x4741494E  # "GAIN"
SCHEMA = 3

migrations = Migrations("gainboard")


@migrations()
def m001_register(db: Database) -> None:
    """Make the register: every record of the domain, the journal, its guards."""
    for statement in statements(script("m001_register")):
        db.execute(statement)


@migrations()
def m002_keeping(db: Database) -> None:
    """Add how long reports and meetings are kept, and what disposal has erased."""
    for statement in statements(script("m002_keeping")):
        db.execute(statement)


@migrations()
def m003_pointing(db: Database) -> None:
    """Add what finds the records that point at one, so that much can be taken back at once."""
    for statement in statements(script("m003_pointing")):
        db.execute(statement)


def migrate(db: Database) -> None:
    """Bring the schema up to `SCHEMA` in one transaction; foreign keys must be off."""
    if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
        return
    db.execute("BEGIN EXCLUSIVE")
    try:
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def is_older(db: Database) -> bool:
    """Tell whether a register was made by fewer steps than this program knows."""
    return bool(0 < db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA)


def is_misnumbered(db: Database) -> bool:
    """Tell whether the number in the file's head is below that of the steps it was made by."""
    return bool(db.execute("PRAGMA user_version").fetchone()[0] < len(migrations.applied(db)))


def statements(sql: str) -> Iterator[str]:
    """Yield the statements of an SQL script one by one, triggers whole."""
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""


def script(name: str) -> str:
    """Return the SQL of one step, as it is shipped."""
    return resources.files("gainboard.store").joinpath("schema", f"{name}.sql").read_text("utf-8")
