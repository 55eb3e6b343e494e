"""A run that breaks off without a word is told of at the next start, and only then."""

import subprocess
import sys
from pathlib import Path

import pytest

from gainboard.gui.fault_trace import LAST, FaultTrace
from gainboard.gui.log_keeping import logged_run
from gainboard.logs import noting

CANARY = "Zibelthorpe"
DIES = f"""
import faulthandler
from gainboard.gui.fault_trace import FaultTrace
trace = FaultTrace()
trace.begin()
def {{name}}(words):
    faulthandler._sigabrt()
{{name}}("{CANARY}")
"""
DEAD = 2**22 + 1


def folder() -> Path:
    """Return the log's folder, made."""
    noting.folder().mkdir(parents=True, exist_ok=True)
    return noting.folder()


def traces() -> list[str]:
    return [path.name for path in sorted(folder().glob("crash-*.txt"))]


def test_a_run_that_dies_is_told_of_once() -> None:
    ended = subprocess.run([sys.executable, "-c", DIES.format(name="fall")], check=False)
    assert ended.returncode != 0
    with logged_run() as broke_off:
        assert broke_off
    assert ":7 fall" in (folder() / LAST).read_text(encoding="utf-8")
    assert "broken off\nFatal Python error: Aborted" in noting.newest()
    with logged_run() as broke_off:
        assert not broke_off


def test_what_it_worked_on_is_in_no_byte_of_what_is_kept() -> None:
    subprocess.run([sys.executable, "-c", DIES.format(name="fall")], check=False)
    with logged_run():
        kept = b"".join(path.read_bytes() for path in folder().iterdir())
    assert CANARY.encode() not in kept
    assert str(Path(__file__).parent.parent.parent).encode() not in kept


def test_a_run_that_ends_well_leaves_no_trace() -> None:
    with logged_run() as broke_off:
        assert not broke_off
        assert len(traces()) == 1
    assert traces() == []


def test_a_run_that_was_killed_is_tidied_up_after_without_a_word() -> None:
    (folder() / f"crash-{DEAD}.txt").touch()
    with logged_run() as broke_off:
        assert not broke_off
    assert traces() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses to delete it")
def test_a_second_start_leaves_the_trace_of_the_first() -> None:
    first = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    (folder() / f"crash-{first.pid}.txt").touch()
    with logged_run():
        assert f"crash-{first.pid}.txt" in traces()
    first.communicate(b"\n")


def test_without_a_folder_the_program_goes_on(data_folder: Path) -> None:
    data_folder.write_text("in the way", encoding="utf-8")
    trace = FaultTrace()
    assert not trace.begin()
    trace.end()
    assert data_folder.is_file()
