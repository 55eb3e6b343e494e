"""A long document's pages, shared out between this process and an image of it.

Only Linux is known to let a process with a library such as pdfium make an image of itself that
goes on safely; elsewhere, and for a short document, this process reads all of the pages.
"""

import marshal
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any, NoReturn

from gainboard.intake.apart.limits import end_with_parent
from gainboard.intake.apart.progress import pages_read
from gainboard.intake.pdf.lines import Cut, Line, Page, Rule

STRETCH = 16  # pages, each stretch of which is read as if there were no other
FEWEST = 64  # pages: for fewer, an image is not worth its making
_LENGTH = 4  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Hold how many pages there are, and what begins a stretch: it gives what reads one of them."""

    count: int
    begin: Callable[[], Callable[[int], Page]]

    def stretch(self, place: int) -> Iterator[Page]:
        """Read a stretch page by page."""
        read = self.begin()
        first = place * STRETCH
        for index in range(first, min(first + STRETCH, self.count)):
            yield read(index)


def read_all(pages: Pages, meanwhile: Callable[[], object] = tuple) -> list[Page]:
    """Read all pages; `meanwhile` is done here while another process reads, if one does."""
    places = range((pages.count + STRETCH - 1) // STRETCH)
    found = _shared(pages, places, meanwhile) if pages.count >= FEWEST else {}
    # What the other process has not brought, because it broke, is read here, to the same end.
    found |= {place: _told(pages, place) for place in places if place not in found}
    return [page for place in places for page in found[place]]


def _told(pages: Pages, place: int) -> list[Page]:
    read = []
    for page in pages.stretch(place):
        read.append(page)
        pages_read(page.number, pages.count)
    return read


if sys.platform == "linux":

    def _shared(
        pages: Pages, places: range, meanwhile: Callable[[], object]
    ) -> dict[int, list[Page]]:
        """Read by two processes, each taking the next stretch; nothing where that cannot be."""
        # An image has one thread only, and what the others held stays held in it.
        if len(os.sched_getaffinity(0)) < 2 or threading.active_count() > 1:
            return {}
        told, tell = os.pipe()
        with (
            os.fdopen(os.memfd_create("pages"), "w+b") as brought,
            _queue(places) as queue,
            os.fdopen(told, "rb", buffering=0) as heard,
        ):
            try:
                image = os.fork()
            except OSError:
                os.close(tell)
                return {}
            if not image:
                _be_image(pages, queue, brought, tell)
            os.close(tell)
            try:
                meanwhile()
                found = {place: _told(pages, place) for place in _taken(queue)}
                _hear(heard, found, pages.count)
                os.waitid(os.P_PID, image, os.WEXITED | os.WNOWAIT)
            finally:
                os.kill(image, signal.SIGKILL)
                os.waitpid(image, 0)
            brought.seek(0)
            return found | dict(_loaded(brought))

    def _queue(places: range) -> IO[bytes]:
        """Give a pipe of which each byte is a place, and nobody reads one that another has."""
        out, into = os.pipe()
        with os.fdopen(into, "wb") as filled:
            filled.write(bytes(places))
        return os.fdopen(out, "rb", buffering=0)

    def _taken(queue: IO[bytes]) -> Iterator[int]:
        while place := queue.read(1):
            yield place[0]

    def _hear(heard: IO[bytes], found: dict[int, list[Page]], count: int) -> None:
        """Tell of each stretch that the image has read, until it ends."""
        done, reached = len(found), max((found[place][-1].number for place in found), default=0)
        while heard.read(1):
            done += 1
            pages_read(min(max(done * STRETCH, reached), count), count)

    def _be_image(pages: Pages, queue: IO[bytes], brought: IO[bytes], tell: int) -> NoReturn:
        """Bring stretches until none is left, and end; a fault is met again by whoever waits."""
        try:
            end_with_parent()
            for place in _taken(queue):
                part = marshal.dumps((place, [_plain(page) for page in pages.stretch(place)]))
                brought.write(len(part).to_bytes(_LENGTH, "big") + part)
                os.write(tell, b".")
            brought.flush()
        finally:
            os._exit(0)

    def _loaded(brought: IO[bytes]) -> Iterator[tuple[int, list[Page]]]:
        while length := int.from_bytes(brought.read(_LENGTH), "big"):
            part = brought.read(length)
            if len(part) < length:  # where it broke
                return
            place, pages = marshal.loads(part)
            yield place, [_whole(page) for page in pages]

else:

    def _shared(
        _pages: Pages, _places: range, _meanwhile: Callable[[], object]
    ) -> dict[int, list[Page]]:
        return {}


def _plain(page: Page) -> tuple[Any, ...]:
    """Give a page in tuples and plain values alone."""
    lines = [tuple(_plainly_cut(line) if line.cuts else line) for line in page.lines]
    number, width, height, _, rules, pictures = page
    return number, width, height, lines, [tuple(rule) for rule in rules], pictures


def _plainly_cut(line: Line) -> tuple[Any, ...]:
    return tuple(tuple(map(tuple, part)) if part is line.cuts else part for part in line)


def _whole(plain: tuple[Any, ...]) -> Page:
    number, width, height, lines, rules, pictures = plain
    whole = [Line._make(line) for line in lines]
    whole = [
        line._replace(cuts=tuple(map(Cut._make, line.cuts))) if line.cuts else line
        for line in whole
    ]
    return Page(number, width, height, whole, [Rule._make(rule) for rule in rules], pictures)
