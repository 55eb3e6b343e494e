"""Which columns point at which table, read from the schema itself."""

from sqlite_utils import Database

from gainboard.store.tables import RECORDS

Column = tuple[str, str]


def pointers(db: Database) -> dict[Column, str]:
    """Return the table each column points at, by table and column."""
    sql = (
        'SELECT tables.name, keys."from", keys."table" FROM sqlite_schema AS tables '
        "JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'"
    )
    found = db.execute(sql).fetchall()
    return {(table, column): target for table, column, target in found if table in RECORDS}


def columns_to(db: Database, target: str) -> frozenset[Column]:
    """Return the columns that point at a table."""
    return frozenset(column for column, table in pointers(db).items() if table == target)
