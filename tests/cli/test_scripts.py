"""Scripts: acknowledged after the commit, refused in words, going on unless told to stop."""

import json
import os
import sqlite3
from pathlib import Path

from gainboard.services.after_disposal import are_copies_left
from gainboard.services.backups import read_backup
from gainboard.services.disposal import dispose
from gainboard.services.registers import open_register
from tests.cli.running import answer, run, script

REQUEST = {"do": "extend", "ref": "MP26-1", "to": "2026-12-31", "reason": "the supplier is late"}


def test_every_commit_is_acknowledged_with_the_journals_number_and_hash(
    register: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps(REQUEST), "utf-8")
    read, write = os.pipe()
    run("script", register, lines, "--ack", write)
    os.close(write)
    told = json.loads(os.read(read, 4096))
    newest = answer("history", register)["entries"][-1]
    assert told == {"seq": newest["seq"], "hash": newest["hash"], "do": "extend"}


def test_a_refused_line_is_told_and_the_script_goes_on(register: Path) -> None:
    result = script(register, {"do": "close", "ref": "MP26-1"}, REQUEST)
    refusal = json.loads(result.stdout.splitlines()[0])
    assert (result.exit_code, refusal["refused"], refusal["line"]) == (0, "E-NOT-READY", 1)
    assert "(a), (b)" in refusal["says"]
    assert answer("list", register)["items"][0]["extensions"] == 1


def test_strict_stops_at_the_first_refusal(register: Path, tmp_path: Path) -> None:
    lines = tmp_path / "strict.jsonl"
    lines.write_text('{"do": "frob"}\n' + json.dumps(REQUEST), "utf-8")
    assert run("script", register, lines, "--strict").exit_code == 1
    assert len(answer("history", register)["entries"]) == 2


def test_lines_that_are_no_operations_are_refused_one_by_one(register: Path) -> None:
    path = register.with_suffix(".jsonl")
    path.write_text('nonsense\n[1]\n{"ref": 5}\n{"do": "close", "ref": 5}\n', "utf-8")
    told = [json.loads(line) for line in run("script", register, path).stdout.splitlines()]
    assert [one["refused"] for one in told] == [
        "E-BAD-LINE",
        "E-BAD-LINE",
        "E-MISSING",
        "E-BAD-VALUE",
    ]


def test_a_dependent_deadline_is_dated_by_completion_elsewhere(register: Path) -> None:
    script(register, {"do": "complete", "ref": "MP26-2", "on": "2026-06-12"})
    items = {item["ref"]: item for item in answer("list", register)["items"]}
    assert items["MP26-3"]["deadlines"][0]["due"] == "2026-12-12"


def test_what_the_inspectorate_says_stands_beside_the_forces_own_status(register: Path) -> None:
    script(register, {"do": "inspectorate_status", "ref": "MP26-1", "status": "being progressed"})
    first = answer("list", register)["items"][0]
    assert first["inspectorate_status"] == "being progressed"
    assert first["force_status"] == "awaiting_allocation"


def test_undo_and_redo_are_operations_of_a_script(register: Path) -> None:
    result = script(register, REQUEST, {"do": "undo"}, {"do": "redo"}, {"do": "redo"})
    dos = [json.loads(line)["do"] for line in result.stdout.splitlines()]
    assert dos == ["extend", "undo", "redo", "redo"]
    assert answer("list", register)["items"][0]["current_date"] == "2026-12-31"


def test_a_descriptor_that_cannot_be_written_is_refused_before_anything_is_done(
    register: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "one.jsonl"
    lines.write_text(json.dumps(REQUEST), "utf-8")
    for descriptor in (os.open(lines, os.O_RDONLY), 10**12):
        result = run("script", register, lines, "--ack", descriptor)
        assert (result.exit_code, "E-BAD-DESCRIPTOR" in result.stderr) == (1, True)
    assert len(answer("history", register)["entries"]) == 2


def test_a_reader_of_acknowledgements_that_has_gone_ends_the_script_in_words(
    register: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "two.jsonl"
    lines.write_text(f"{json.dumps(REQUEST)}\n" * 2, "utf-8")
    read, write = os.pipe()
    os.close(read)
    result = run("script", register, lines, "--ack", write)
    assert (result.exit_code, "E-NOT-ACKNOWLEDGED" in result.stderr) == (1, True)
    assert len(answer("history", register)["entries"]) == 3


def test_a_disk_that_goes_on_failing_ends_the_script_with_one(register: Path) -> None:
    blocked = sqlite3.connect(register)
    blocked.execute("BEGIN IMMEDIATE")
    result = script(register, REQUEST)
    blocked.close()
    assert result.exit_code == 1


def test_a_register_that_was_not_closed_properly_is_checked_first(register: Path) -> None:
    with sqlite3.connect(register) as behind:
        behind.execute("UPDATE person SET post = 'x'")
        behind.execute("UPDATE report SET title = 'x'")
    behind.close()
    register.with_name(register.name + "-lock").write_bytes(b"\0a command (process 1)")
    assert "E-FAULTS-FOUND" in run("list", register).stderr
    assert run("list", register).stderr == ""


def test_backups_from_before_a_disposal_are_renewed_though_it_was_broken_off(
    register: Path,
) -> None:
    run("backup", register)
    with open_register(register) as broken_off:
        dispose(broken_off, "MP26")
        assert are_copies_left(broken_off)
    run("list", register)
    [kept] = register.parent.glob("*-backups/*.zip")
    assert read_backup(kept).label == "Dispose of report MP26"
