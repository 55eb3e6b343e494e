"""What a child process can be asked to do: plain values in, parts of a result out, one by one."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from gainboard.errors import GainboardError
from gainboard.intake.apart.draft_parts import parts_of
from gainboard.intake.documents import read_content, read_document, shown_name
from gainboard.intake.source import Source

MOST_LETTERS = 10_000_000
MOST_ITEMS = 5_000

Work = Callable[[dict[str, Any]], Iterator[Any]]


def document(asked: dict[str, Any]) -> Iterator[Any]:
    """Draft what the document at `path` holds."""
    path = Path(asked["path"])
    return _drafted(read_document(path), asked, f"“{shown_name(path)}”")


def pasted(asked: dict[str, Any]) -> Iterator[Any]:
    """Draft what was pasted: `text`, and `html` where the clipboard had any."""
    from gainboard.intake.readers.web import read_pasted

    return _drafted(read_pasted(asked["text"], asked["html"]), asked, "What was pasted")


def tracker(asked: dict[str, Any]) -> Iterator[Any]:
    """Read the sheets of the workbook or table at `path`."""
    from gainboard.intake.apart.workbook_parts import parts_of as parts_of_book
    from gainboard.intake.checks.workbook_checks import check_workbook
    from gainboard.intake.trackers.workbooks import read_workbook

    path = Path(asked["path"])
    content, name = read_content(path), shown_name(path)
    check_workbook(content, name)
    return parts_of_book(read_workbook(content, name))


def _drafted(source: Source, asked: dict[str, Any], name: str) -> Iterator[Any]:
    if len(source.text) > MOST_LETTERS:
        raise _too_long(name, "holds more words than 3,000 pages can")
    # Not before: a long PDF is read while it loads.
    from gainboard.intake.extract import draft_of

    published = date.fromisoformat(asked["published"]) if asked["published"] else None
    draft = draft_of(source, published, asked["month_rule"])
    if len(draft.items) > MOST_ITEMS:
        raise _too_long(name, f"seems to hold {len(draft.items):,} recommendations")
    return parts_of(draft)


def _too_long(name: str, what: str) -> GainboardError:
    says = f"{name} {what}, more than is taken in at once; nothing was changed. Split it."
    return GainboardError("E-TOO-BIG", says)


WORKS: dict[str, Work] = {"document": document, "pasted": pasted, "tracker": tracker}
