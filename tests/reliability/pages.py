"""What reading a long PDF costs beside the time that pdfium alone needs to give its text."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

from gainboard.intake.extract import draft_of
from gainboard.intake.readers.pdf import read
from tests.intake.pdf.pdf_pages import Page, Words, paragraph, pdf

MOST = 1.5  # times the floor
PLAN = (
    "Northmoor Police should publish plan {} for its harbour patrols that says who is answerable"
    " for each stage and how the force will know that it works in every district it serves."
)
HEADING = "What we found on the quay"
FOUND = (
    "On night {} the patrols we went out with knew the harbour well, and their sergeants had"
    " briefed them on what the night before had brought; few of them had seen the plan"
    " that the force had drawn up."
)
FLOOR = """
import sys, pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    page.get_textpage().get_text_range()
"""

Cost = tuple[float, float]  # seconds as a clock shows them, and of work in all processes


def main() -> int:
    """Read a PDF of so many pages, print what it costs, and end with 1 where it takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=7)
    given = parser.parse_args()
    content = report(given.pages)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.pdf")
        path.write_bytes(content)
        costs = least(
            given.times,
            lambda: alone(content),
            lambda: read(content, "report.pdf"),
            lambda: drafted(content),
            lambda: _run("-c", FLOOR, path),
            lambda: _run("-m", "gainboard", "extract", path, "--json"),
        )
    print(f"{given.pages} pages, {len(content):,} bytes, the least of {given.times} times")  # noqa: T201
    print(f"{'':22}{'by the clock':>20}{'work':>20}")  # noqa: T201
    names = (
        "pdfium alone",
        "reading",
        "with its items",
        "pdfium, its program",
        "gainboard extract",
    )
    for place, (name, cost) in enumerate(zip(names, costs, strict=True)):
        print(f"{name:22}{_row(cost, costs[0 if place < len(names) - 2 else -2])}")  # noqa: T201
    return int(costs[1][0] > MOST * costs[0][0])


def _row(cost: Cost, floor: Cost) -> str:
    pairs = zip(cost, floor, strict=True)
    return "".join(f"{own * 1000:8.0f} ms {own / least:6.2f} x" for own, least in pairs)


def report(pages: int) -> bytes:
    """Make a report with a head, a foot, a recommendation and findings on each page."""
    return pdf([list(_page(number)) for number in range(1, pages + 1)])


def _page(number: int) -> Page:
    yield Words("Northmoor Police: an inspection of harbour patrols", 72, 800)
    yield Words(f"Recommendation {number}", 72, 768, font="bold")
    top = 750.0
    for times, words in ((1, PLAN), (1, HEADING), *((times, FOUND) for times in (3, 5, 4, 5))):
        said = " ".join(words.format(f"{number}.{place}") for place in range(times))
        lines = paragraph(said, top=top, letters=85, step=11.5)
        yield from lines
        top = lines[-1].bottom - 20
    yield Words(f"Page {number}", 280, 30)


def alone(content: bytes) -> None:
    """Give the text of each page as pypdfium2 does, and nothing else."""
    document = pdfium.PdfDocument(content)
    for page in document:
        page.get_textpage().get_text_range()


def drafted(content: bytes) -> None:
    """Read the document and find its items."""
    draft_of(read(content, "report.pdf"))


def _run(*words: object) -> None:
    line = [sys.executable, *(str(word) for word in words)]
    subprocess.run(line, stdout=subprocess.DEVNULL, check=True)


def least(times: int, *works: Callable[[], object]) -> list[Cost]:
    """Do works in turn, so that the machine's other work falls on all; give each one's least."""
    costs = [[_cost(work) for work in works] for _ in range(times)]
    return [
        (min(clock for clock, _ in one), min(work for _, work in one))
        for one in zip(*costs, strict=True)
    ]


def _cost(work: Callable[[], object]) -> Cost:
    clock, before = time.perf_counter(), sum(os.times()[:4])
    work()
    return time.perf_counter() - clock, sum(os.times()[:4]) - before


if __name__ == "__main__":
    raise SystemExit(main())
