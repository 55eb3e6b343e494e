"""From a document's pieces to its items: where each begins, what belongs to it, where it ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.draft import Kind
from gainboard.intake import headings
from gainboard.intake.blocks import Block, without_label
from gainboard.intake.duty import holds_duty, is_answer, lays_duty, sentences
from gainboard.intake.marks import Mark

_REFERENCE = re.compile(r"\((\d{2,4}/\d{2,4})\)\s*$")
_FOLLOWS_ON = re.compile(
    r"(?:this|these|it|they|those|in\s+(?:doing\s+so|addition|particular)|as\s+(?:part|an?)\b"
    r"|subsequently|thereafter|further|also|such|the\s+(?:review|plan|strategy|report|programme"
    r"|exercise|assessment|evaluation|training|work|new)\b)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"\brecommend(?:s|ed)?\s+(?:that\s+)?(?P<who>(?:the\s+)?[A-Z][^:,;.]{1,100}?)\s*"
    r"(?:should|must|to)?\s*:$"
)
_MOST_INTRODUCTIONS = 6
_MARKS_REMEMBERED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """Hold the pieces of one item before its clauses, deadlines and addressees are read.

    `addressee` and `due_words` stand outside its text: in a heading over its group, a lead-in, a
    table's column or a line below it, such as "Target date: 31 March 2026".
    """

    kind: Kind
    number: str | None
    heading: str | None
    blocks: tuple[Block, ...]
    addressee: str | None = None
    due_words: str | None = None
    rating: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Give the item's words in one line, to compare it with others."""
        return " ".join(block.text for block in self.blocks)


def find_items(source: str, blocks: Sequence[Block]) -> tuple[RawItem, ...]:
    """Find every labelled item and every list that a heading announces, in reading order."""
    return tuple(_Reader(source, blocks).read())


class _Reader:
    """Walk the pieces once; each method that takes a place returns the place after it."""

    def __init__(self, source: str, blocks: Sequence[Block]) -> None:
        self._source = source
        self._blocks = blocks
        self._items: list[RawItem] = []
        self._words_of: dict[tuple[Kind, str | None], set[str]] = {}
        self._replying = False

    def read(self) -> list[RawItem]:
        place = 0
        while place < len(self._blocks):
            block = self._blocks[place]
            label = self._label(block)
            section = headings.read_section(block.text) if label is None else None
            if label is not None:
                place = self._take_labelled(place, label)
            elif section is not None:
                place = self._take_section(place, section)
            else:
                self._replying = self._replying or self._opens_reply(block)
                place += 1
        return self._items

    def _label(self, block: Block) -> headings.Label | None:
        if headings.is_contents(block.text):
            return None
        label = headings.read_label(block.text)
        if label is None and block.mark is not None:
            label = headings.read_label(block.printed)
        return label

    def _opens_reply(self, block: Block) -> bool:
        return bool(self._items) and block.mark is None and headings.is_reply(block.text)

    # --- one labelled item

    def _take_labelled(self, place: int, label: headings.Label) -> int:
        block = self._blocks[place]
        heading = self._heading(block, label)
        body: list[Block] = []
        after = place + 1
        if label.rest and not self._is_title(label.rest, after):
            body.append(without_label(self._source, block, label.rest))
        elif not label.rest and self._opens_list(after):
            return self._take_section(place, label.kind)
        else:
            heading = block.text
            after = self._take_title(after)
            if not self._may_open(after):
                return place + 1
            body.append(self._blocks[after])
            after += 1
        after = self._take_rest(body, after)
        self._add(
            RawItem(kind=label.kind, number=label.number, heading=heading, blocks=tuple(body))
        )
        return after

    def _heading(self, block: Block, label: headings.Label) -> str:
        return block.text[: len(block.text) - len(label.rest)].strip(" :.–—-*_")

    def _is_title(self, rest: str, after: int) -> bool:
        """Say whether the words behind a label name the item, so that its text comes below."""
        if len(rest) > 160 or rest.endswith((".", ":", ";")) or holds_duty(rest):
            return False
        return self._may_open(after)

    def _take_title(self, place: int) -> int:
        """Step over a title that stands on a line of its own between a label and its text."""
        if not self._may_open(place) or not self._may_open(place + 1):
            return place
        block, below = self._blocks[place], self._blocks[place + 1]
        title = headings.is_heading(block.text[:1].upper() + block.text[1:])
        unmarked = block.mark is None and below.mark is None
        return place + 1 if title and unmarked and holds_duty(below.text) else place

    def _may_open(self, place: int) -> bool:
        if place >= len(self._blocks):
            return False
        block = self._blocks[place]
        if headings.is_contents(block.text) or self._label(block) is not None:
            return False
        if headings.stands_apart(block.text) or headings.read_section(block.text) is not None:
            return False
        return not headings.is_reply(block.text)

    def _opens_list(self, place: int) -> bool:
        if not self._may_open(place):
            return False
        return self._blocks[place].mark is not None and self._may_open(place + 1)

    def _take_rest(self, body: list[Block], place: int) -> int:
        """Add what belongs to the item that `body` begins: its parts, and further duties."""
        while place < len(self._blocks) and self._belongs(body, self._blocks[place]):
            body.append(self._blocks[place])
            place += 1
        return place

    def _belongs(self, body: Sequence[Block], block: Block) -> bool:
        if self._label(block) is not None or headings.is_contents(block.text):
            return False
        if headings.read_section(block.text) is not None or headings.stands_apart(block.text):
            return False
        near = body[max(1, len(body) - _MARKS_REMEMBERED) :]
        marks = [earlier.mark for earlier in near if earlier.mark is not None]
        if block.mark is not None:
            return _goes_on(block.mark, marks)
        return _continues(body[-1], block)

    # --- a list under a heading

    def _take_section(self, place: int, kind: Kind) -> int:
        level = headings.level_of(self._blocks[place].text)
        section = _Section(kind=kind, heading=self._blocks[place].text)
        place += 1
        while place < len(self._blocks):
            block = self._blocks[place]
            if self._label(block) is not None:
                return self._close(section, place, labelled=True)
            if headings.read_section(block.text) is not None:
                break
            if level and level < headings.level_of(block.text):
                place += 1
                continue
            step = self._step(section, place)
            if step == place:
                break
            place = step
        return self._close(section, place, labelled=False)

    def _close(self, section: "_Section", place: int, *, labelled: bool) -> int:
        if not (labelled and section.style is None):
            for item in section.items:
                self._add(item)
        return place

    def _step(self, section: "_Section", place: int) -> int:
        """Take one piece of a section, with all that belongs to it; stand still at its end."""
        block = self._blocks[place]
        if headings.stands_apart(block.text) or headings.is_contents(block.text):
            return place
        if section.takes(block):
            return self._take_entry(section, place)
        if section.items:
            return place
        lead_in = _LEAD_IN.search(block.text)
        if lead_in:
            section.addressee = lead_in["who"]
        elif self._opens_item(section, block):
            return self._take_entry(section, place)
        elif headings.is_heading(block.text) and block.mark is None:
            return place
        section.introductions += 1
        return place + 1 if section.introductions <= _MOST_INTRODUCTIONS else place

    def _opens_item(self, section: "_Section", block: Block) -> bool:
        if is_answer(block.text) and not lays_duty(sentences(block.text)[0]):
            return False
        if block.mark is not None:
            return not section.strict or _asks(block.text) or not block.mark.places
        return holds_duty(block.text)

    def _take_entry(self, section: "_Section", place: int) -> int:
        block = self._blocks[place]
        body, after = [block], place + 1
        while after < len(self._blocks):
            following = self._blocks[after]
            if section.style is None and block.mark is not None:
                section.style, section.indent = block.mark, block.indent
            if section.takes(following) or not self._belongs(body, following):
                break
            if block.mark is None and following.mark is None and not _clearly(following):
                break
            body.append(following)
            after += 1
        section.add(body)
        return after

    # --- what is kept

    def _add(self, item: RawItem) -> None:
        """Keep an item once: a list at the end of a report repeats what its body said."""
        words = item.words
        earlier = self._words_of.setdefault((item.kind, item.number), set())
        if words in earlier:
            return
        if earlier and item.number is not None:
            if self._replying or not holds_duty(words):
                return
            item = _doubted(item, f"number {item.number} is printed more than once")
        if item.kind is Kind.RECOMMENDATION and not _asks(words):
            if self._replying:
                return
            item = _doubted(item, "no word such as “should” says that anything is to be done")
        earlier.add(words)
        self._items.append(item)


class _Section:
    """Gather the entries of one list while it is read."""

    def __init__(self, *, kind: Kind, heading: str) -> None:
        self.kind = kind
        self.heading = heading
        self.items: list[RawItem] = []
        self.addressee: str | None = None
        self.style: Mark | None = None
        self.indent = 0
        self.introductions = 0

    @property
    def strict(self) -> bool:
        """Say whether a numbered entry must lay a duty: findings are numbered as well."""
        return self.kind is Kind.RECOMMENDATION

    def takes(self, block: Block) -> bool:
        """Say whether a piece is the list's next entry."""
        if not self.items and self.style is None:
            return False
        if self.style is None:
            return block.mark is None and holds_duty(block.text) and not _answers(block)
        if block.mark is None or block.indent > self.indent + 1:
            return False
        if self.strict and block.mark.places and not _asks(block.text):
            return False
        return block.mark.continues(self.style)

    def add(self, body: Sequence[Block]) -> None:
        first = body[0]
        reference = _REFERENCE.search(body[-1].text)
        number = first.mark.number if first.mark and first.mark.places else None
        if first.mark is not None:
            self.style = first.mark
            offset = first.mark.length
            first = replace(first, mark=None, start=first.start + offset)
        self.items.append(
            RawItem(
                kind=self.kind,
                number=reference[1] if reference else number,
                heading=self.heading,
                blocks=(first, *body[1:]),
                addressee=self.addressee,
            )
        )


def _goes_on(mark: Mark, marks: Sequence[Mark]) -> bool:
    return mark.opens() or any(mark.continues(earlier) for earlier in marks)


def _continues(last: Block, block: Block) -> bool:
    """Say whether a paragraph without a mark goes on with the item whose last piece is given."""
    if last.text.endswith(":") and block.text[:1].islower():
        return True
    if last.mark is None and not last.text.endswith((".", "!", "?")) and block.text[:1].islower():
        return True
    if _answers(block) or headings.is_heading(block.text):
        return False
    return lays_duty(sentences(block.text)[0])


def _asks(words: str) -> bool:
    """Say whether words ask for something: a duty, or a deadline that opens them."""
    return holds_duty(words) or any(f.start < 3 for f in locate_deadlines(words[:200], None))


def _clearly(block: Block) -> bool:
    """Say whether a bare paragraph can only go on with the one before it."""
    return block.text[:1].islower() or _FOLLOWS_ON.match(block.text) is not None


def _answers(block: Block) -> bool:
    return is_answer(block.text) and not lays_duty(sentences(block.text)[0])


def _doubted(item: RawItem, doubt: str) -> RawItem:
    return replace(item, doubts=(*item.doubts, doubt))
