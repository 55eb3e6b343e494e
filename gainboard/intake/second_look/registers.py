"""Registers and list pages: one record after the other, each an item among lines about it."""

import re
from collections.abc import Mapping, Sequence

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.draft import Kind
from gainboard.intake.layout.block import Block, without_label
from gainboard.intake.second_look.records import Record, kind_of, records_of
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import (
    names_actor,
)
from gainboard.intake.signs.fields import Role
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import belongs
from gainboard.intake.structure.outline import Outline

_TARGET = re.compile(r"\b(?:due|target|by|deadline|complet\w+|implement\w+)\b", re.IGNORECASE)
_SHORT = 70
_FEWEST = 2


def with_registers(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Let the records of a register stand for what was found within them."""
    records = records_of(outline, {one.item.blocks[0].end for one in found})
    if len(records) < _FEWEST or _labelled_already(found, records):
        return list(found)
    spans = [(outline.blocks[r.first].start, outline.blocks[r.after - 1].end) for r in records]
    kept = [one for one in found if not _within(one, spans)]
    kinds = {one.item.blocks[0].end: one.item.kind for one in found}
    kept += (_found(outline, record, kinds) for record in records)
    return sorted(kept, key=lambda one: one.item.blocks[0].start)


def _labelled_already(found: Sequence[Found], records: Sequence[Record]) -> bool:
    """Say whether labels, tables or numbers of its own tell the items of the document."""
    surer = sum(
        one.form is Form.TABLED or (one.form is Form.LABELLED and one.item.number is not None)
        for one in found
    )
    numbered = sum(one.form is Form.LISTED and one.item.number is not None for one in found)
    return surer >= _FEWEST or numbered >= max(_FEWEST, len(records) // 2)


def _within(one: Found, spans: Sequence[tuple[int, int]]) -> bool:
    start = one.item.blocks[0].start
    return spans[0][0] <= start <= spans[-1][1]


def _found(outline: Outline, record: Record, kinds: Mapping[int, Kind]) -> Found:
    body = _body(outline, record)
    about = _About(outline, record, {block.start for block in body})
    item = RawItem(
        kind=kinds.get(body[0].end, Kind.RECOMMENDATION),
        number=record.code,
        heading=None,
        blocks=tuple(body),
        addressee=about.owner,
        due_words=about.due,
    )
    return Found(item=item, form=Form.LISTED if record.code is None else Form.LABELLED)


def _body(outline: Outline, record: Record) -> list[Block]:
    first = outline.blocks[record.text]
    label = headings.read_label(first.text)
    if label is not None and label.rest:
        first = without_label(outline.source, first, label.rest)
    body, place = [first], record.text + 1
    while place < record.after and kind_of(outline, place) is None:
        if not belongs(outline, body, place) or outline.is_reply(place):
            break
        body.append(outline.blocks[place])
        place += 1
    return body


class _About:
    """Read who and by when from the lines of a record that are not the item's own."""

    def __init__(self, outline: Outline, record: Record, own: set[int]) -> None:
        self.owner: str | None = None
        self.due: str | None = None
        for place in range(record.first, record.after):
            block = outline.blocks[place]
            if block.start in own:
                continue
            field = outline.field(place)
            if field is not None and field.value:
                self._take(field.role, field.value)
            elif len(block.text) < _SHORT and _TARGET.search(block.text):
                if next(iter(locate_deadlines(block.text, None)), None) is not None:
                    self._take(Role.DUE, block.text)
            elif kind_of(outline, place) is None and self._is_name(block):
                self._take(Role.OWNER, block.text)

    def _take(self, role: Role, value: str) -> None:
        if role is Role.OWNER:
            self.owner = self.owner or value
        elif role is Role.DUE:
            self.due = self.due or value

    def _is_name(self, block: Block) -> bool:
        if block.mark is not None or len(block.text) > _SHORT or not names_actor(block.text):
            return False
        return headings.is_heading(block.text) and block.text[0].isupper()
