"""What comes out of a printer, asked of LibreOffice."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gainboard.domain.paper import Marking
from gainboard.exports.minutes import write_minutes
from gainboard.exports.tracker import write_tracker
from tests.exports.builders import a_full_tracker, a_row, a_tracker, an_imprint, some_minutes

SOFFICE = shutil.which("soffice")
PDFTOTEXT = shutil.which("pdftotext")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext (poppler-utils) is not installed"),
]


def pages(workbook: Path) -> list[str]:
    """Print a workbook to PDF and give the words of each page."""
    folder = workbook.parent
    profile = (folder / "profile").as_uri()
    run(
        str(SOFFICE),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(workbook),
    )
    text = run(str(PDFTOTEXT), "-layout", str(workbook.with_suffix(".pdf")), "-")
    return [re.sub(r"\s+", " ", page) for page in text.split("\f")[:-1]]


def run(*command: str) -> str:
    home = {"HOME": os.environ.get("HOME", ""), "PATH": os.environ["PATH"]}
    done = subprocess.run(command, check=True, capture_output=True, timeout=60, env=home)
    return done.stdout.decode()


@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_tracker(a_full_tracker(), path),
        lambda path: write_minutes(some_minutes(), path),
    ],
    ids=["tracker", "minutes"],
)
def test_every_printed_page_is_marked_twice_and_says_where_it_is_from(
    write: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path / "paper.xlsx")
    printed = pages(tmp_path / "paper.xlsx")
    for number, page in enumerate(printed, start=1):
        assert page.count("OFFICIAL") >= 2
        assert f"Page {number} of {len(printed)}" in page
        assert "214:9f8e7d6c5b4a" in page


def test_no_printed_page_of_a_full_tracker_is_without_its_reference(tmp_path: Path) -> None:
    write_tracker(a_tracker(*(a_row(f"CUS26-{n}") for n in range(1, 21))), tmp_path / "t.xlsx")
    live = [page for page in pages(tmp_path / "t.xlsx") if "A Live · " in page]
    for page in live:
        assert "Ref " in page
        assert "CUS26-" in page
    # Each of the three groups of columns holds every row; where pages break, the fonts decide.
    for number in range(1, 21):
        assert sum(f"CUS26-{number} " in page for page in live) == 3


def test_a_marking_with_an_ampersand_is_printed_as_it_is(tmp_path: Path) -> None:
    imprint = an_imprint(marking=Marking(words="OFFICIAL & FIRM"), force="Dale & Fell Police")
    write_tracker(a_tracker(imprint=imprint), tmp_path / "t.xlsx")
    for page in pages(tmp_path / "t.xlsx"):
        assert page.count("OFFICIAL & FIRM") >= 2
        assert "Dale & Fell Police" in page
