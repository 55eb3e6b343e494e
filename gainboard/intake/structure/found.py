"""What the finders hand on: the pieces of an item, and how surely they were found."""

from dataclasses import dataclass
from enum import IntEnum

from gainboard.domain.draft import Kind
from gainboard.intake.layout.block import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """Hold the pieces of one item before its clauses, deadlines and addressees are read.

    `addressee` and `due_words` stand outside its text: in a heading over its group, a lead-in, a
    table's column or a line below it, such as "Target date: 31 March 2026". Several names in
    `addressee` are parted by "; ".
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


class Form(IntEnum):
    """Rank the forms in which an item can be printed, from the least sure."""

    RUNNING = 1
    REFERENCED = 2
    LISTED = 3
    LABELLED = 4
    TABLED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold an item with its form, and whether it stands where somebody already answers.

    `asked` says that the lead-in to its list asks for it, so that its own words need not;
    `under_concern` says that it is the recommendation of the cause of concern just before it;
    `promised` says that it tells what will be done, which an audit agrees on instead of asking;
    `last_number` is that of the numbered paragraph before an item that has no number of its own.
    """

    item: RawItem
    form: Form
    replying: bool = False
    last_number: str | None = None
    under_concern: bool = False
    asked: bool = False
    promised: bool = False
