"""Reading a document from the command line: apart, and with its progress told to a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import REPORT, answer, run

PROGRAM = [sys.executable, "-m", "gainboard"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_a_report_read_apart_has_all_its_items(report: Path) -> None:
    assert [item["number"] for item in answer("extract", report)["items"]] == ["1", "2", "3"]


def test_nothing_is_told_of_progress_where_nobody_watches(report: Path) -> None:
    assert run("extract", report).stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_is_left_without_a_trace_of_progress(report: Path) -> None:
    ours, its = os.openpty()
    subprocess.run([*PROGRAM, "extract", report], stdout=subprocess.DEVNULL, stderr=its, check=True)
    told = os.read(ours, 4096).decode()
    assert told.endswith("\r")
    assert told.rsplit("\r", 2)[-2].strip() == ""


def test_the_program_serves_as_its_own_child(report: Path) -> None:
    asked = f'{{"work": "document", "payload": {{"path": "{report.as_posix()}",'
    asked += ' "published": null, "month_rule": "last_day"}}'
    done = subprocess.run(
        [*PROGRAM, "--read-apart"], input=asked, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith('{"done":true}\n')


def test_a_refused_document_leaves_the_register_as_it_was(tmp_path: Path) -> None:
    register = tmp_path / "board.gainboard"
    run("new", register, "--force", "Northmoor Police")
    before = answer("history", register)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 and no more")
    done = run("intake", register, bad)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.endswith("(E-DAMAGED-DOCUMENT)\n")
    assert answer("history", register) == before
