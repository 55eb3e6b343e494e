"""The schema: what the tables are, and that they are what the records are."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from gainboard.store.migrations import APPLICATION_ID, SCHEMA, migrations, script, statements
from gainboard.store.register import Register, create_register
from gainboard.store.tables import RECORDS, Tables

OF_THE_REGISTER = {
    "draft",
    "journal_entry",
    "journal_payload",
    "left_to_erase",
    "_sqlite_migrations",
}
NAMED = re.compile(r"CREATE (?:TABLE|INDEX|TRIGGER) (\w+)")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with create_register(tmp_path / "new.gainboard") as made:
        yield made


def names(register: Register, type: str) -> set[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'"
    return {row[0] for row in register.db.execute(sql, [type]).fetchall()}


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_has_the_columns_of_its_table(register: Register, table: str) -> None:
    columns = [row[1] for row in register.db.execute(f"PRAGMA table_info({table})").fetchall()]
    assert columns == [field.name for field in fields(RECORDS[table])]


@pytest.mark.parametrize("table", RECORDS)
def test_a_column_takes_nothing_exactly_where_its_record_may(
    register: Register, table: str
) -> None:
    info = register.db.execute(f"PRAGMA table_info({table})").fetchall()
    optional = {row[1] for row in info if not row[3] and not row[5]}
    hints = {f.name: str(f.type) for f in fields(RECORDS[table])}
    assert optional == {name for name, hint in hints.items() if "None" in hint}


def test_every_table_is_strict(register: Register) -> None:
    rows = register.db.execute("PRAGMA main.table_list").fetchall()
    loose = {row[1] for row in rows if not row[5] and not row[1].startswith("sqlite_")}
    assert loose <= {"_sqlite_migrations"}


def test_no_foreign_key_deletes_behind_the_journals_back(register: Register) -> None:
    for table in RECORDS:
        keys = register.db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        assert {(key[5], key[6]) for key in keys} <= {("NO ACTION", "NO ACTION")}


def test_every_foreign_key_points_at_a_record(register: Register) -> None:
    for table in RECORDS:
        keys = register.db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        assert {key[2] for key in keys} <= set(RECORDS)


@pytest.mark.parametrize(
    ("table", "parent"),
    [
        ("recommendation", "recommendation"),
        ("recommendation", "finding"),
        ("recommendation", "person"),
        ("recommendation", "delivery_group"),
        ("finding", "report"),
        ("addressee", "body"),
        ("progress_update", "person"),
    ],
)
def test_what_points_at_a_record_is_found_by_an_index(
    register: Register, table: str, parent: str
) -> None:
    keys = register.db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    indexed = set()
    for index in register.db.execute(f"PRAGMA index_list({table})").fetchall():
        indexed.add(register.db.execute(f"PRAGMA index_info({index[1]})").fetchone()[2])
    assert {key[3] for key in keys if key[2] == parent} <= indexed


def test_every_column_that_names_another_record_is_a_foreign_key(register: Register) -> None:
    for table, kind in RECORDS.items():
        keys = register.db.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        named = {field.name for field in fields(kind) if field.name.endswith("_id")}
        assert {key[3] for key in keys} == named


def test_the_tables_are_the_records_and_the_registers_own(register: Register) -> None:
    assert names(register, "table") == set(RECORDS) | OF_THE_REGISTER


def test_nothing_is_in_the_schema_but_what_the_scripts_make(register: Register) -> None:
    steps = [step.name for step in migrations.applied(register.db)]
    made = {name for step in steps for name in NAMED.findall(script(step))}
    found = names(register, "table") | names(register, "index") | names(register, "trigger")
    assert {name for name in found if "_sqlite_migrations" not in name} == made


def test_every_record_has_its_place_among_the_tables(register: Register) -> None:
    tables = vars(Tables(register.db)).values()
    assert {table.name: table.kind for table in tables} == RECORDS


def test_a_register_says_in_its_header_what_it_is(register: Register) -> None:
    assert register.db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert register.db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA


def test_a_trigger_is_one_statement() -> None:
    sql = "CREATE TABLE a (b);\nCREATE TRIGGER c AFTER INSERT ON a BEGIN\nSELECT 1;\nEND;\n"
    assert [one.split()[1] for one in statements(sql)] == ["TABLE", "TRIGGER"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_a_register_is_opened_by_the_rules(register: Register, pragma: str, value: object) -> None:
    assert register.db.execute(f"PRAGMA {pragma}").fetchone()[0] == value
