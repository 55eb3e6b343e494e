"""What is found so far, asked by place: which item begins there, which covers it."""

from bisect import bisect_left
from collections.abc import Sequence

from gainboard.domain.draft import Kind
from gainboard.intake.layout.block import Block
from gainboard.intake.second_look.numbering import Entry, Run
from gainboard.intake.signs.duty import says_recommend
from gainboard.intake.structure.found import Form, Found

_NEARLY_ALL = 0.7
_FEWEST = 2


class Coverage:
    """Hold what is found; a later find is added, or stands for one that begins where it does."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found = list(found)
        self._added: list[Found] = []
        self._at: dict[int, int] = {}
        self._covered: set[int] = set()
        for number, one in enumerate(found):
            self._covered.update(block.end for block in one.item.blocks)
            self._at.setdefault(one.item.blocks[0].end, number)
        self._numbered = sorted(
            one.item.blocks[0].end
            for one in found
            if one.form is not Form.RUNNING and one.item.number is not None
        )

    def opens(self, entry: Entry) -> Found | None:
        """Give the item that begins with an entry's words."""
        number = self._at.get(entry.first.end)
        return None if number is None else self._found[number]

    def lists(self, entry: Entry) -> bool:
        """Say whether an entry was found in a list, and by no label of its own."""
        one = self.opens(entry)
        return one is not None and one.form is Form.LISTED

    def labels_code(self, run: Run) -> Kind | None:
        """Give the kind of a run of codes of which one is labelled: "Recommendation E5", "E6"."""
        if not run.entries[0].number[:1].isalpha():
            return None
        found = (self.opens(entry) for entry in run.entries)
        return next((one.item.kind for one in found if one and one.form is Form.LABELLED), None)

    def labels_some(self, run: Run) -> bool:
        """Say whether some entries say of themselves that they recommend: the others do not."""
        found = (self.opens(entry) for entry in run.entries)
        return sum(one is not None and one.form is Form.LABELLED for one in found) >= _FEWEST

    def holds_others(self, run: Run) -> bool:
        """Say whether items with numbers of their own stand among a run's entries."""
        first = bisect_left(self._numbered, run.entries[0].first.start)
        last = bisect_left(self._numbered, run.last.first.end + 1)
        own = sum(self.opens(entry) is not None for entry in run.entries)
        return last - first > own

    def lists_all(self, run: Run) -> bool:
        """Say whether the entries between those found in a list were found as well, nearly all."""
        known = [number for number, entry in enumerate(run.entries) if self.lists(entry)]
        return len(known) > (known[-1] - known[0] + 1) * _NEARLY_ALL if known else False

    def argues(self, run: Run) -> bool:
        """Say whether those found in a list say "recommend", most of them, where they do so."""
        known = [entry.first.text for entry in run.entries if self.lists(entry)]
        return sum(says_recommend(text) for text in known) * 2 > len(known)

    def covers(self, blocks: Sequence[Block]) -> bool:
        """Say whether pieces are part of an item already."""
        return any(block.end in self._covered for block in blocks)

    def take(self, one: Found) -> None:
        """Add an item, or let it stand for the one that begins where it begins."""
        number = self._at.get(one.item.blocks[0].end)
        if number is None:
            self._added.append(one)
        else:
            self._found[number] = one
        self._covered.update(block.end for block in one.item.blocks)

    def ordered(self) -> list[Found]:
        """Give all in reading order; where nothing was added, in the order they came in."""
        if not self._added:
            return self._found
        return sorted([*self._found, *self._added], key=lambda one: one.item.blocks[0].start)
