"""A numbered run parted by the headings that stand between its entries, and what these say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gainboard.domain.draft import Kind
from gainboard.intake.second_look.numbering import Entry, Run
from gainboard.intake.signs import headings
from gainboard.intake.signs.sections import Section
from gainboard.intake.structure.group import Group, read_group, read_lead
from gainboard.intake.structure.outline import Outline

_STOPS = re.compile(
    r"(?:(?:(?:chapter|part|section)\s+)?(?-i:[A-Z]|\d{1,2})[.):]?\s+)?"
    r"(?:append(?:ix|ices)|annex\w{0,3}|glossary|references"
    r"|bibliography|notes?|acknowledge?ments|follow[\s-]up\b.{0,30}|other\s+issues|next\s+steps"
    r"|dissemination.{0,30}|background|methodology|introduction|positive\s+aspects"
    r"|(?:final\s+)?decision|findings?|conclusions?|evidence|witnesses|formal\s+minutes"
    r"|terms\s+of\s+reference|contacts?|about\s+(?:us|this|the)\b.{0,40}"
    r"|what\s+(?:we|i)\s+found)\b.{0,60}",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(
    r"(?:agreed|recommended)\s+(?:actions?|remed(?:y|ies))|(?:actions?|remed(?:y|ies))\s+agreed"
    r"|.{0,60}\bconcerns?\s+and\s+recommendations|(?:proposed\s+)?remed(?:y|ies)",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\bagreed\b", re.IGNORECASE)
_LEAD = re.compile(r"\brecommend(?:s|ed|ations?)?\b[^.]{0,160}:$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\d{1,4}|[A-Z]{2,6}(?:/[\w.-]+){1,6}|page\s+\d{1,4}\b.{0,40}|_{3,}", re.IGNORECASE
)
_LONGEST_HEADING = 120
_FARTHEST_HEADING = 12
_MOST_HEADINGS = 12
_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Say what the headings above some entries tell; `led` by a sentence that ends in a colon,
    `stopped` where they name another part of the document, `agreed` where what stands below them is
    what a body has already said that it will do.
    """

    section: Section | None = None
    group: Group = field(default_factory=Group)
    led: bool = False
    stopped: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Hold the entries of a run between two headings, and what is told of them."""

    entries: tuple[Entry, ...]
    told: Told


def is_furniture(text: str) -> bool:
    """Say whether words are a page's number or a document's code at the head of a page."""
    return len(text) < _LONGEST_HEADING and _FURNITURE.fullmatch(text) is not None


class Heads:
    """Say where headings stand, and part runs by them."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._above: list[int] = []
        last = -1
        for place in range(len(outline)):
            if self._is_head(place):
                last = place
            self._above.append(last)

    def stretches(self, run: Run) -> Iterator[Stretch]:
        """Part a run by the headings between its entries."""
        entries: list[Entry] = []
        told, reached = Told(), max(0, run.entries[0].place - _FARTHEST_HEADING)
        for entry in run.entries:
            between = self._between(reached, entry.place)
            if between:
                if entries:
                    yield Stretch(entries=tuple(entries), told=told)
                entries, told = [], self._told(between, entry)
            entries.append(entry)
            reached = entry.after
        yield Stretch(entries=tuple(entries), told=told)

    def _is_head(self, place: int) -> bool:
        outline, block = self._outline, self._outline.blocks[place]
        if outline.is_contents(place) or block.cell is not None:
            return False
        if is_furniture(block.text) or outline.label(place) is not None:
            return False
        if block.mark is not None:
            return not block.mark.value and block.mark.counts and headings.is_heading(block.text)
        if outline.section(place) is not None:
            return True
        if block.text.endswith(":") and _LEAD.search(block.text[-200:]):
            return True
        return outline.is_heading(place) or outline.stands_apart(place)

    def _between(self, first: int, last: int) -> list[int]:
        """List the headings from a place to before another, the last first."""
        places: list[int] = []
        at = self._above[last - 1] if last else -1
        while at >= first and len(places) < _MOST_HEADINGS:
            places.append(at)
            at = self._above[at - 1] if at else -1
        return places

    def _told(self, between: Sequence[int], entry: Entry) -> Told:
        """Read the headings above an entry, the nearest first: the first that tells is heard."""
        group, outline = Group(), self._outline
        for place in between:
            text = outline.blocks[place].text
            if outline.is_reply(place) or headings.is_history(text):
                return Told(group=group, stopped=True)
            asked = _asked_of(text)
            section = asked or outline.section(place)
            if section is not None:
                agreed = asked is not None and _AGREED.search(text) is not None
                return Told(section=section, group=group.under(_group_of(text)), agreed=agreed)
            if _STOPS.fullmatch(text) or headings.closes_list(text):
                return Told(group=group, stopped=True)
            group = group.under(_group_of(text))
            if _LEAD.search(text[-200:]) and place >= entry.place - _NEAR:
                section = Section(kind=Kind.RECOMMENDATION, inline=True)
                return Told(section=section, group=group, led=True)
        return Told(group=group)


def _group_of(text: str) -> Group:
    return read_lead(text) or read_group(text) or Group()


def _asked_of(text: str) -> Section | None:
    if len(text) > _LONGEST_HEADING or not _ASKED_OF.fullmatch(text):
        return None
    return Section(kind=Kind.RECOMMENDATION, mixed="concern" in text.lower())
