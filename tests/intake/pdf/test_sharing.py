"""Long documents read by two processes: the same pages, whatever becomes of one of them."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gainboard.intake.apart.progress import told_to
from gainboard.intake.pdf import sharing
from gainboard.intake.pdf.lines import Cut, Line, Page, Rule
from gainboard.intake.pdf.sharing import FEWEST, STRETCH, Pages, read_all
from gainboard.intake.readers.pdf import read
from tests.reliability.pages import report

CUTS = (Cut(4, 90.0, 120.5),)
RULE = Rule(72.0, 700.0, 72.0, 100.0)
COUNT = FEWEST + STRETCH // 2
ORPHAN = """
import os, signal, time
from gainboard.intake.pdf.sharing import Pages, read_all
def begin():
    print(os.getpid(), flush=True)
    time.sleep(60)
def end():
    time.sleep(1)
    os.kill(os.getpid(), signal.SIGKILL)
read_all(Pages(count=90, begin=begin), end)
"""

shared = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="one process reads here"
)


def numbered(index: int) -> Page:
    """Make a page that tells by its width which process made it."""
    line = Line("Harbour \ud800", 72.0, 300.5, 700.25, 10.5, False, 72.0, cuts=CUTS)
    return Page(index + 1, float(os.getpid()), 842.0, [line, line._replace(cuts=())], [RULE], True)


def slowly(index: int) -> Page:
    time.sleep(0.005)
    return numbered(index)


def begun(read_page: Callable[[int], Page] = slowly) -> Pages:
    return Pages(count=COUNT, begin=lambda: read_page)


def are_whole() -> None:
    pages = read_all(begun())
    assert len({page.width for page in pages}) == 2
    here = [numbered(index)._replace(width=0.0) for index in range(COUNT)]
    assert [page._replace(width=0.0) for page in pages] == here


def ends_with_a_fault() -> None:
    def fails() -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        read_all(begun(), fails)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def alone(name: str) -> int:
    """Do one of these in a process of its own: pages are shared where there is one thread."""
    line = f"from tests.intake.pdf.test_sharing import {name}; {name}()"
    root = Path(__file__).resolve().parents[3]
    return subprocess.run([sys.executable, "-c", line], cwd=root, check=False).returncode


@shared
def test_two_processes_bring_all_pages_in_order_and_whole() -> None:
    assert alone("are_whole") == 0


@shared
def test_what_a_broken_process_has_not_brought_is_read_here() -> None:
    here = os.getpid()

    def breaks(index: int) -> Page:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return slowly(index)

    pages = read_all(begun(breaks))
    assert [page.number for page in pages] == list(range(1, COUNT + 1))
    assert {page.width for page in pages} == {float(here)}


@shared
def test_a_fault_here_ends_the_other_process() -> None:
    assert alone("ends_with_a_fault") == 0


@shared
def test_the_other_process_ends_with_its_parent() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    image = int(done.stdout)
    with contextlib.suppress(ProcessLookupError):
        for _ in range(50):
            os.kill(image, 0)
            time.sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.kill(image, 0)


def test_progress_counts_up_to_the_last_page() -> None:
    told: list[int] = []
    with told_to(lambda done, _: told.append(done)):
        read_all(begun(numbered))
    assert told == sorted(told)


def test_a_long_pdf_reads_the_same_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    content = report(80)
    source = read(content, "report.pdf")
    monkeypatch.setattr(sharing, "FEWEST", 81)
    assert read(content, "report.pdf") == source
    assert source.text.count("harbour patrols") == 80
