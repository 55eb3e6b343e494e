"""The full check: whatever is changed behind the program's back is found and named."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from gainboard.services.registers import check_register
from gainboard.store.check import Fault
from tests.builders import a_year

STAYS = [f"DROP TRIGGER journal_{part}_stays;" for part in ("entry", "payload")]
KEPT = [f"DROP TRIGGER journal_{part}_kept;" for part in ("entry", "payload")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with a_year(tmp_path) as register, register.journal.operation("Add a body"):
        register.db.execute("INSERT INTO body (name) VALUES ('Northmoor Council')")
    return register.path


def found(path: Path, sql: str, anchors: Sequence[tuple[int, str]] = ()) -> Sequence[Fault]:
    behind = sqlite3.connect(path)
    behind.executescript(sql)
    behind.close()
    return check_register(path, anchors).faults


def named(faults: Sequence[Fault]) -> set[tuple[str | None, int | None, str | None]]:
    return {(fault.table, fault.id, fault.column) for fault in faults}


def test_bytes_that_are_no_text_are_named_by_table_row_and_column(path: Path) -> None:
    faults = found(path, "UPDATE recommendation SET text = CAST(x'61ff' AS TEXT) WHERE id = 2")
    assert named(faults) == {("recommendation", 2, "text")}


@pytest.mark.parametrize("column", ["label", "by", "at", "kind", "meeting"])
def test_an_altered_entry_is_named(path: Path, column: str) -> None:
    value = "'founding'" if column == "kind" else "CAST(x'61ff' AS TEXT)"
    sql = f"{STAYS[0]} UPDATE journal_entry SET {column} = {value} WHERE seq = 2"
    assert ("journal_entry", 2, None) in named(found(path, sql))


@pytest.mark.parametrize("column", ["previous", "commitment"])
def test_an_altered_link_or_commitment_is_named_by_its_column(path: Path, column: str) -> None:
    sql = f"{STAYS[0]} UPDATE journal_entry SET {column} = '{'f' * 64}' WHERE seq = 2"
    assert ("journal_entry", 2, column) in named(found(path, sql))


@pytest.mark.parametrize(
    "value",
    ["changes || ' '", "'[]'", "'[{}]'", "'[5]'", "'{}'", "CAST(x'ff' AS TEXT)"]
    + [f"""'[{{"table": "body", "id": {i}, "before": null, "after": 5}}]'""" for i in (1, "[1]")],
)
def test_altered_changes_are_named(path: Path, value: str) -> None:
    faults = found(path, f"{STAYS[1]} UPDATE journal_payload SET changes = {value} WHERE seq = 3")
    assert ("journal_payload", 3, "changes") in named(faults)


def test_changes_that_lean_into_their_salt_are_altered(path: Path) -> None:
    sql = f"""{STAYS[1]} UPDATE journal_payload
        SET salt = salt || substr(changes, 1, 1), changes = substr(changes, 2) WHERE seq = 3"""
    assert ("journal_payload", 3, "changes") in named(found(path, sql))


def test_a_missing_entry_is_named(path: Path) -> None:
    sql = "".join(KEPT) + "DELETE FROM journal_payload WHERE seq = 2;"
    faults = found(path, sql + "DELETE FROM journal_entry WHERE seq = 2")
    assert ("journal_entry", 2, None) in named(faults)
    assert 2 in {fault.entry for fault in faults}


def test_changes_that_are_missing_are_named(path: Path) -> None:
    faults = found(path, f"{KEPT[1]} DELETE FROM journal_payload WHERE seq = 2")
    assert ("journal_payload", 2, None) in named(faults)


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("UPDATE _sqlite_migrations SET name = 'm009' WHERE id = 1", (1, "name")),
        ("UPDATE _sqlite_migrations SET migration_set = 'x' WHERE id = 1", (1, "migration_set")),
        ("DELETE FROM _sqlite_migrations WHERE id = 1", (1, None)),
        ("INSERT INTO _sqlite_migrations VALUES (9, 'x', 'y', 'z')", (9, None)),
    ],
)
def test_the_steps_of_the_schema_are_checked(
    path: Path, sql: str, place: tuple[int, str | None]
) -> None:
    assert named(found(path, sql)) == {("_sqlite_migrations", *place)}


def test_a_trigger_under_a_name_like_the_systems_is_found(path: Path) -> None:
    sql = "CREATE TRIGGER _sqlite_x AFTER UPDATE ON body BEGIN DELETE FROM theme; END"
    assert named(found(path, sql)) == {("body", None, None)}


def test_each_of_two_anchors_for_one_entry_counts(path: Path) -> None:
    with sqlite3.connect(path) as db:
        [(digits,)] = db.execute("SELECT hash FROM journal_entry WHERE seq = 2").fetchall()
    assert found(path, "", [(2, digits[:12]), (2, digits.upper())]) == ()
    assert len(found(path, "", [(2, "0" * 12), (2, digits[:12]), (9, digits)])) == 2


def test_an_altered_schema_number_is_told_and_put_right(path: Path) -> None:
    assert named(found(path, "PRAGMA user_version = 1")) == {(None, None, "user_version")}
    assert found(path, "") == ()


def test_a_journal_with_another_column_is_named_by_its_table(path: Path) -> None:
    faults = found(path, "ALTER TABLE journal_entry RENAME COLUMN label TO labem")
    assert ("journal_entry", None, None) in named(faults)


def test_a_table_without_its_ids_is_told_by_the_schema(path: Path) -> None:
    faults = found(path, "ALTER TABLE theme RENAME COLUMN id TO ie")
    assert ("theme", None, None) in named(faults)
