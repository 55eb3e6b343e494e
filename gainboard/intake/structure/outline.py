"""What each piece of a document is for its structure: label, section, heading, field, reply."""

from collections import Counter
from collections.abc import Sequence

from gainboard.intake.layout.block import Block
from gainboard.intake.layout.contents import contents_of
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import lays_duty
from gainboard.intake.signs.fields import Field, Role, read_field
from gainboard.intake.signs.headings import Label
from gainboard.intake.signs.sections import Section, read_announcement, read_section

_LONGEST_HEAD = 130


class Outline:
    """Answer for a place in the document what stands there; places out of range hold nothing."""

    def __init__(self, source: str, blocks: Sequence[Block]) -> None:
        self.source = source
        self.blocks = blocks
        self._labels: dict[int, Label | None] = {}
        self._contents = contents_of(source, blocks)
        self._counted = Counter(block.text for block in blocks if len(block.text) < _LONGEST_HEAD)

    def __len__(self) -> int:
        return len(self.blocks)

    def comes_again(self, place: int) -> bool:
        """Say whether the same short words stand elsewhere in the document as well."""
        return self._counted[self.blocks[place].text] > 1

    def is_contents(self, place: int) -> bool:
        """Say whether a piece belongs to a table of contents."""
        return place in self._contents

    def label(self, place: int) -> Label | None:
        """Read the label of a single item there."""
        if place >= len(self.blocks) or place in self._contents:
            return None
        if place not in self._labels:
            self._labels[place] = self._read_label(place)
        return self._labels[place]

    def _read_label(self, place: int) -> Label | None:
        block = self.blocks[place]
        label = headings.read_label(block.text)
        if label is None and block.mark is not None:
            label = headings.read_label(block.printed)
        return label

    def section(self, place: int) -> Section | None:
        """Read the heading of a list of items there."""
        if place >= len(self.blocks) or place in self._contents:
            return None
        block = self.blocks[place]
        if block.mark is not None and not block.mark.counts:
            return None
        return read_section(block.text)

    def announcement(self, place: int) -> Section | None:
        """Read a sentence there that leads to a list of items."""
        if place in self._contents or not self.blocks[place].text.endswith((":", "–", "-", ".")):
            return None
        return read_announcement(self.blocks[place].text)

    def field(self, place: int) -> Field | None:
        """Read a field of an item there: its owner, its date, an answer to it."""
        if place >= len(self.blocks):
            return None
        block = self.blocks[place]
        return None if block.mark and block.mark.counts else read_field(block.text)

    def is_reply(self, place: int) -> bool:
        """Say whether somebody's answer begins there."""
        block = self.blocks[place]
        if block.mark is not None and not block.heading and not block.mark.counts:
            return False
        field = self.field(place)
        return headings.is_reply(block.text) or (field is not None and field.role is Role.ANSWER)

    def stands_apart(self, place: int) -> bool:
        """Say whether a piece is surely a heading."""
        block = self.blocks[place]
        return self._is_told(block) or headings.stands_apart(block.text)

    def is_heading(self, place: int) -> bool:
        """Say whether a piece reads as a heading."""
        block = self.blocks[place]
        if self._is_told(block):
            return True
        return block.mark is None and headings.is_heading(block.text)

    def is_titled(self, place: int) -> bool:
        """Say whether a numbered or lettered line is the title of a part: "B. Money"."""
        block = self.blocks[place]
        return block.mark is not None and block.mark.counts and headings.is_heading(block.text)

    def _is_told(self, block: Block) -> bool:
        """Say whether the file itself set a piece as a heading, and it says nothing to do."""
        return block.heading > 0 and not lays_duty(block.text)

    def ends_item(self, place: int) -> bool:
        """Say whether no item can go on there: a label, a heading, a field, the document's end."""
        if place >= len(self.blocks) or place in self._contents:
            return True
        if self.label(place) is not None or self.section(place) is not None:
            return True
        if self.stands_apart(place):
            return True
        field = self.field(place)
        return field is not None
