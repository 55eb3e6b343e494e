"""A fault told by kind and place, and never by its words or the user's folders."""

import sqlite3
from pathlib import Path

import gainboard
from gainboard.errors import GainboardError
from gainboard.logs.faults import as_refusal, checked, describe, kind_of, place_of, safe_trace
from gainboard.services.registers import open_register


def a_fault(words: str = "the name of a witness") -> Exception:
    """Return a fault that carries the words of a record."""
    try:
        raise ValueError(words)
    except ValueError as fault:
        return fault


def test_a_place_in_the_program_is_told_from_its_package(tmp_path: Path) -> None:
    try:
        open_register(tmp_path / "witness.gainboard")
    except GainboardError as fault:
        said = describe(fault)
    assert "  gainboard/store/" in said
    assert "witness" not in said
    assert str(Path(gainboard.__file__).parent.parent) not in said


def test_a_place_elsewhere_is_told_by_its_file_alone() -> None:
    assert place_of(a_fault()).startswith("test_faults.py:")


def test_the_number_of_a_disk_fault_is_told() -> None:
    assert kind_of(OSError(28, "No space left")) == "OSError 28"


def test_the_number_of_a_sqlite_fault_is_told() -> None:
    fault = sqlite3.OperationalError("disk I/O error in witness.gainboard")
    fault.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert kind_of(fault) == "sqlite3.OperationalError SQLITE_IOERR_WRITE"


def test_faults_that_come_of_each_other_without_end_are_told_to_an_end() -> None:
    one, other = a_fault(), a_fault()
    one.__cause__, other.__cause__ = other, one
    assert describe(one).count("after ValueError") == 39


def test_a_command_that_meets_a_fault_says_one_sentence() -> None:
    refusal = as_refusal(a_fault())
    assert refusal.id == "E-BUG"
    assert refusal.says.startswith("The program itself went wrong (ValueError at test_faults.py:")
    assert "witness" not in refusal.says
    assert refusal.exit_code == 1


def test_the_fault_handlers_trace_loses_its_folders() -> None:
    package = Path(gainboard.__file__).parent
    trace = [
        "Fatal Python error: Segmentation fault",
        "",
        "Current thread 0x00007f0 [jane's] (most recent call first):",
        f'  File "{package}/gui/page.py", line 12 in show',
        '  File "/home/jane/lib/python3.11/threading.py", line 3 in run',
        "Extension modules: shiboken6.Shiboken (total: 1)",
    ]
    assert safe_trace(trace) == [
        "Fatal Python error: Segmentation fault",
        "Current thread",
        "  gainboard/gui/page.py:12 show",
        "  threading.py:3 run",
    ]


def test_a_word_that_is_no_name_of_a_program_is_not_told() -> None:
    assert checked("qt.qpa.xcb") == "qt.qpa.xcb"
    assert checked("the name of a witness") == "?"
