"""Work done in a child process: its result, its refusals, its end."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.apart.draft_parts import LETTERS, draft_from
from gainboard.intake.apart.parent import Reading, apart
from gainboard.intake.extract import extract_document

CHILD = (sys.executable, "-P", "-m", "gainboard.intake.apart.child")
WORDS = "Recommendation 1\nThe force should plan within three months.\n"


def asked(path: Path) -> dict[str, Any]:
    return {"path": str(path), "published": "2026-01-31", "month_rule": "last_day"}


def read(path: Path, reading: Reading | None = None) -> list[Any]:
    return apart("document", asked(path), name=path.name, reading=reading)


def refusal(path: Path, reading: Reading | None = None) -> GainboardError:
    with pytest.raises(GainboardError) as caught:
        read(path, reading)
    return caught.value


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(WORDS, "utf-8")
    return path


def test_a_draft_comes_whole_from_the_child(report: Path) -> None:
    report.write_text(WORDS + ("“Words” 🚓 " * 99 + "\n") * (LETTERS // 500), "utf-8")
    assert draft_from(read(report)) == extract_document(report, published=date(2026, 1, 31))


def test_what_the_child_refuses_is_said_as_it_is_here(tmp_path: Path) -> None:
    fault = refusal(tmp_path / "gone\udcff.txt")
    assert fault.id == "E-NOT-FOUND"
    assert "gone\ufffd.txt" in fault.says


def test_a_fault_in_the_child_is_one_sentence_without_what_it_says() -> None:
    with pytest.raises(GainboardError) as caught:
        apart("secret words", {}, name="report.txt")
    assert caught.value.id == "E-UNREADABLE"
    assert "KeyError, child.py" in caught.value.says
    assert "secret" not in caught.value.says


def test_a_child_that_takes_too_long_is_ended(report: Path) -> None:
    assert refusal(report, Reading(seconds=0)).id == "E-TOO-LONG"


def test_a_child_is_ended_at_once_when_it_is_stopped(report: Path) -> None:
    report.write_text(WORDS * 200_000, "utf-8")
    reading = Reading()
    threading.Timer(0.3, reading.stop).start()
    began = time.monotonic()
    assert refusal(report, reading).id == "E-STOPPED"
    assert time.monotonic() - began < 3


def test_a_reading_stopped_before_it_began_does_not_begin(report: Path) -> None:
    reading = Reading()
    reading.stop()
    assert refusal(report, reading).id == "E-STOPPED"


def test_a_child_that_cannot_be_started_is_said_so(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(report))
    assert refusal(report).id == "E-NOT-STARTED"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_the_crash_of_a_child_is_named(report: Path) -> None:
    class Crashing(Reading):
        def begun(self, child: subprocess.Popen[bytes]) -> None:
            super().begun(child)
            os.kill(child.pid, signal.SIGSEGV)

    fault = refusal(report, Crashing())
    assert fault.id == "E-UNREADABLE"
    assert "SIGSEGV" in fault.says


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux bounds every page")
def test_a_child_gets_no_more_than_its_memory() -> None:
    take = "from gainboard.intake.apart.limits import bind; bind(); bytearray(1 << 30)"
    done = subprocess.run([sys.executable, "-c", take], capture_output=True, text=True, check=False)
    assert "MemoryError" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have no such signal")
def test_a_child_ends_with_whoever_asked_for_its_work(report: Path) -> None:
    report.write_text(WORDS * 200_000, "utf-8")
    line = json.dumps({"work": "document", "payload": asked(report)}).encode() + b"\n"
    with subprocess.Popen(CHILD, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as child:
        assert child.stdin is not None
        child.stdin.write(line)
        child.stdin.flush()
        while not _has_begun(child):
            time.sleep(0.01)
        child.stdin.close()
        assert child.wait(5) == -signal.SIGIO


def test_the_child_imports_neither_windows_nor_a_store() -> None:
    tell = "import sys, gainboard.intake.apart.works; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"PySide6", "sqlite3", "sqlite_utils", "openpyxl", "mammoth", "holidays"}


def _has_begun(child: subprocess.Popen[bytes]) -> bool:
    """Tell whether a child has read what it is asked, and looks after the end of who asked."""
    about = Path(f"/proc/{child.pid}/fdinfo/0").read_text("utf-8")
    return bool(int(about.split("flags:")[1].split()[0], 8) & os.O_ASYNC)
