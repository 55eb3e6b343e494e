"""The numbered paragraphs of a whole document, run by run, whatever stands between two of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline

_CODE = re.compile(
    r"(?P<stem>[A-Z]{1,5}[-. ]?(?:\d{1,4}[-/.])?|(?:19|20)\d\d[/-])"
    r"(?P<number>\d{1,3})(?P<stop>[:.)]?)(?=\s|$)\s*"
)
_LONE = re.compile(r"(?P<number>\d{1,3})[.:)]?")
_BARE = re.compile(
    r"(?P<number>\d{1,3})\s+(?!(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\b)"
    r"(?=(?-i:[A-Z“]))",
    re.IGNORECASE,
)
_LONG = 60  # letters
_YEARLIKE = 400
_WIDEST_GAP = 40
_SELECTED = 400
_MOST_OPEN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold a numbered paragraph: where it stands, its number as printed, its words unmarked."""

    place: int
    style: str
    value: int
    number: str
    first: Block
    after: int


@dataclass(slots=True, kw_only=True)
class Run:
    """Hold numbered paragraphs of one style whose numbers rise."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def last(self) -> Entry:
        """Give the entry that the run has reached."""
        return self.entries[-1]


def runs_of(outline: Outline) -> list[Run]:
    """Find every run of at least two numbered paragraphs, in the order in which they begin."""
    runs: list[Run] = []
    open_runs: dict[str, list[Run]] = {}
    place = 0
    while place < len(outline):
        entry = read_entry(outline, place)
        if entry is None:
            place += 1
            continue
        near = open_runs.setdefault(entry.style, [])
        run = _run_for(entry, near)
        if run is None:
            run = Run(entries=[entry])
            runs.append(run)
        else:
            near.remove(run)
            if entry.value > run.last.value:
                run.entries.append(entry)
        near.append(run)
        del near[:-_MOST_OPEN]
        place = entry.after
    return [run for run in runs if len(run.entries) > 1]


def _run_for(entry: Entry, near: Sequence[Run]) -> Run | None:
    """Choose the run that a number goes on with: the next number first, then the nearest run."""
    farthest = _SELECTED if asks(entry.first.text) else _WIDEST_GAP
    for most in (1, _WIDEST_GAP, farthest):
        fitting = [run for run in reversed(near) if 0 < entry.value - run.last.value <= most]
        if fitting:
            return max(fitting, key=lambda run: _likeness(run, entry))
    for run in reversed(near):
        if entry.value == run.last.value and entry.first.text == run.last.first.text:
            return run
    return None


def _likeness(run: Run, entry: Entry) -> tuple[bool, int]:
    """Rank runs for an entry: one as far from the margin goes before others, a long one too."""
    return run.last.first.indent == entry.first.indent, len(run.entries)


def read_entry(outline: Outline, place: int) -> Entry | None:
    """Read the numbered paragraph at a place; its words may stand in the piece below."""
    block = outline.blocks[place]
    if block.cell is not None or outline.is_contents(place) or block.heading:
        return None
    if block.mark is not None:
        if block.mark.value is None or not block.text:
            return None
        return Entry(
            place=place,
            style=block.mark.style,
            value=block.mark.value,
            number=block.mark.number,
            first=unmarked(block),
            after=place + 1,
        )
    return (
        _lone(outline, place)
        or _bare(outline, place)
        or _coded(outline, place)
        or _labelled(outline, place)
    )


def _lone(outline: Outline, place: int) -> Entry | None:
    found = _LONE.fullmatch(outline.blocks[place].text)
    if found is None or int(found["number"]) > _YEARLIKE:
        return None
    first = _words_below(outline, place)
    if first is None:
        return None
    return Entry(
        place=place,
        style="alone",
        value=int(found["number"]),
        number=found["number"],
        first=first,
        after=place + 2,
    )


def _bare(outline: Outline, place: int) -> Entry | None:
    """Read a paragraph that begins with a number and no stop behind it."""
    block = outline.blocks[place]
    found = _BARE.match(block.text) if len(block.text) > _LONG else None
    if found is None:
        return None
    start = _moved(outline.source, block.start, len(found["number"]))
    return Entry(
        place=place,
        style="bare #",
        value=int(found["number"]),
        number=found["number"],
        first=replace(block, start=start, text=block.text[found.end() :]),
        after=place + 1,
    )


def _coded(outline: Outline, place: int) -> Entry | None:
    block = outline.blocks[place]
    found = _CODE.match(block.text)
    if found is None or outline.label(place) is not None:
        return None
    dropped = found.end()
    if dropped < len(block.text):
        if not (found["stop"] or block.text[dropped].isupper()):
            return None
        start = _moved(outline.source, block.start, len(found[0].replace(" ", "")))
        first: Block | None = replace(block, start=start, text=block.text[dropped:])
        after = place + 1
    else:
        first, after = _words_below(outline, place), place + 2
    if first is None:
        return None
    return Entry(
        place=place,
        style=_style(found["stem"]),
        value=int(found["number"]),
        number=found["stem"] + found["number"],
        first=first,
        after=after,
    )


def _style(stem: str) -> str:
    """Name a code's style as the marks of such codes name theirs."""
    return f"bare {stem}#" if stem.isalpha() else f"code {stem}"


def _labelled(outline: Outline, place: int) -> Entry | None:
    """Read a label whose number is a code: "Recommendations E5:"; others may follow bare."""
    label = outline.label(place)
    found = _CODE.fullmatch(label.number) if label is not None and label.number else None
    first = _words_below(outline, place)
    if label is None or found is None or label.rest or first is None:
        return None
    return Entry(
        place=place,
        style=_style(found["stem"]),
        value=int(found["number"]),
        number=found[0],
        first=first,
        after=place + 2,
    )


def _words_below(outline: Outline, place: int) -> Block | None:
    if place + 1 >= len(outline):
        return None
    below = outline.blocks[place + 1]
    if below.mark is not None or below.cell is not None or not below.text:
        return None
    return None if outline.label(place + 1) is not None else below


def _moved(source: str, start: int, count: int) -> int:
    """Step over so many letters of the source, and the space behind them."""
    while count or source[start].isspace():
        count -= not source[start].isspace()
        start += 1
    return start
