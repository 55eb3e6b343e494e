"""A register hurt in a row: every command says so in one sentence, and the check where."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import answer, run

HURT = {
    "no text": "UPDATE recommendation SET text = CAST(x'61ff' AS TEXT)",
    "no word of ours": "PRAGMA ignore_check_constraints = 1;"
    "UPDATE recommendation SET force_status = 'in_pragress'",
    "no date": "PRAGMA ignore_check_constraints = 1; UPDATE report SET published = '2026-13-99'",
    "no column of ours": "ALTER TABLE recommendation RENAME COLUMN text TO texu",
}


def hurt(register: Path, sql: str) -> None:
    with sqlite3.connect(register) as behind:
        behind.executescript(sql)
    behind.close()


@pytest.mark.parametrize("how", HURT)
def test_a_list_of_what_is_hurt_is_refused(register: Path, how: str) -> None:
    hurt(register, HURT[how])
    result = run("list", register)
    assert result.exit_code == 3
    assert result.stderr.rstrip().endswith("(E-DAMAGED)")


@pytest.mark.parametrize("how", HURT)
def test_the_check_says_which_table_it_is(register: Path, how: str) -> None:
    hurt(register, HURT[how])
    faults = answer("check", register)["faults"]
    assert {fault["table"] for fault in faults} & {"recommendation", "report"}


@pytest.mark.parametrize("changes", ["'[{\"table\"'", "'[5]'", "CAST(x'5bff5d' AS TEXT)"])
@pytest.mark.parametrize("command", ["history", "undo"])
def test_a_hurt_history_is_refused(register: Path, command: str, changes: str) -> None:
    hurt(
        register,
        f"DROP TRIGGER journal_payload_stays; UPDATE journal_payload SET changes = {changes}",
    )
    result = run(command, register)
    assert (result.exit_code, "E-DAMAGED" in result.stderr) == (3, True)
