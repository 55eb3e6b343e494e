"""What reading a long PDF costs beside the time that pdfium alone needs to give its text."""

import argparse
import time
from collections.abc import Callable

import pypdfium2 as pdfium

from gainboard.intake.extract import draft_of
from gainboard.intake.readers.pdf import read
from tests.intake.pdf_pages import Page, Words, paragraph, pdf

MOST = 1.5  # times the floor
PLAN = (
    "Northmoor Police should publish a plan for its harbour patrols that says who is answerable"
    " for each stage and how the force will know that it works in every district it serves."
)


def main() -> int:
    """Read a PDF of so many pages, print both ratios, and end with 1 where reading is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=7)
    given = parser.parse_args()
    content = report(given.pages)
    floor, reading, whole = least(
        given.times,
        lambda: alone(content),
        lambda: read(content, "report.pdf"),
        lambda: drafted(content),
    )
    print(f"{given.pages} pages, {len(content):,} bytes, the least of {given.times} times")  # noqa: T201
    for name, taken in (("pdfium alone", floor), ("reading", reading), ("with its items", whole)):
        print(f"{name:16}{taken * 1000:8.0f} ms {taken / floor:6.2f} times")  # noqa: T201
    return int(reading > MOST * floor)


def report(pages: int) -> bytes:
    """Make a report with a head, a foot, a recommendation and paragraphs on each page."""
    return pdf([list(_page(number)) for number in range(1, pages + 1)])


def _page(number: int) -> Page:
    yield Words("Northmoor Police: an inspection of harbour patrols", 72, 800)
    yield Words(f"Recommendation {number}", 72, 768, font="bold")
    top = 750.0
    for times in (1, 3, 5, 4, 5, 2):
        lines = paragraph(" ".join([PLAN] * times), top=top, letters=85, step=11.5)
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


def least(times: int, *works: Callable[[], object]) -> list[float]:
    """Time works in turn, so that the machine's other work falls on all; give each one's least."""
    taken = [[_seconds(work) for work in works] for _ in range(times)]
    return [min(one) for one in zip(*taken, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    raise SystemExit(main())
