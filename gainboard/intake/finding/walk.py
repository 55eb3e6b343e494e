"""One walk through a document's pieces: labels, lists, tables and sentences that recommend."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import List
from gainboard.intake.finding.headed import take_table
from gainboard.intake.finding.labelled import may_open, take_labelled
from gainboard.intake.finding.leads import leads_to_codes
from gainboard.intake.finding.listed import take_list
from gainboard.intake.finding.running_text import (
    is_recommendation,
    made_to,
    opens_recommendation,
    take_below,
    take_paragraph,
)
from gainboard.intake.finding.saying import is_preface, names_many
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import says_recommend, tells_will
from gainboard.intake.signs.references import read_reference
from gainboard.intake.signs.sections import Section
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_group, read_lead
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline
from gainboard.intake.wording.names_outside import ends_recipients

_SENT_TO = re.compile(r"\bthis\s+report\s+is\s+being\s+sent\s+to\s?:?$", re.IGNORECASE)
_MOST_RECIPIENTS = 20
_DEEPEST = 6
_SHORT = 40
_LONGEST_HEAD = 120
_OPENING = 60
_LEARNING = re.compile(
    r"\blearning\s+recommendation|\b(?:IOPC|Independent\s+Office\s+for\s+Police\s+Conduct|IPCC)\s+"
    r"(?:learning\s+)?recommend",
    re.IGNORECASE,
)
_FARTHEST_NUMBER = 4
_FARTHEST_FROM_CONCERN = 10
_FARTHEST_JUDGED = 6


def walk(outline: Outline) -> list[Found]:
    """Find what headings, labels, lists, tables and sentences show on the way through."""
    return _Reader(outline).read()


class _Reader:
    """Walk the pieces once; each method that takes a place returns the place after it."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._found: list[Found] = []
        self._group = Group()
        self._recipients: str | None = None
        self._replying = False
        self._last_number: str | None = None
        self._numbered_at = 0
        self._table = -1
        self._history = 0
        self._led_to = -1

    def read(self) -> list[Found]:
        place = 0
        while place < len(self._outline):
            place = self._step(place)
        return self._found

    def _step(self, place: int) -> int:
        outline = self._outline
        block = outline.blocks[place]
        if outline.is_contents(place):
            return place + 1
        self._watch_for_history(place)
        if block.cell is not None and block.cell.table != self._table:
            self._table = block.cell.table
            after, found = take_table(outline, place)
            if found:
                self._keep([replace(one, item=self._grouped(one.item)) for one in found])
                return after
        label = outline.label(place)
        if label is not None:
            if not label.rest and label.number is None and self._opens_list(place + 1):
                return self._take_list(place, Section(kind=label.kind))
            return self._take_labelled(place)
        section = outline.section(place)
        if section is not None:
            return self._take_list(place, section)
        announced = outline.announcement(place)
        if announced is not None and self._list_follows(place + 1, announced):
            return self._take_list(place, announced)
        return self._take_other(place)

    def _watch_for_history(self, place: int) -> None:
        """Note where a part of the document repeats what an earlier report had asked for."""
        outline, block = self._outline, self._outline.blocks[place]
        numbered = block.mark is not None and block.mark.counts and headings.is_heading(block.text)
        if outline.label(place) is not None:
            return
        if not (numbered or outline.is_heading(place) or outline.stands_apart(place)):
            return
        if headings.is_history(block.text):
            self._history = block.heading or _DEEPEST
        elif self._history and self._ends_history(place, numbered=numbered):
            self._history = 0

    def _ends_history(self, place: int, *, numbered: bool) -> bool:
        block = self._outline.blocks[place]
        if block.heading:
            return block.heading <= self._history
        if self._is_judged_below(place):
            return False
        return (
            numbered
            or self._outline.section(place) is not None
            or (headings.stands_apart(block.text) and self._outline.label(place) is None)
        )

    def _is_judged_below(self, place: int) -> bool:
        """Say whether the first things below a heading are said to be done or not: "Achieved"."""
        below = self._outline.blocks[place + 1 : place + _FARTHEST_JUDGED]
        return any(headings.is_judged(block.text) for block in below)

    def _opens_list(self, place: int) -> bool:
        if not may_open(self._outline, place) or not may_open(self._outline, place + 1):
            return False
        mark = self._outline.blocks[place].mark
        return mark is not None and mark.opens()

    def _list_follows(self, place: int, announced: Section) -> bool:
        if not may_open(self._outline, place):
            return False
        block = self._outline.blocks[place]
        if announced.whole:
            return True
        if block.mark is None and self._outline.is_heading(place) and not self._parts(place + 1):
            block = self._outline.blocks[place + 1]
            return block.mark is not None and block.mark.counts and block.mark.opens()
        if block.mark is None or not block.mark.opens():
            return block.mark is not None and block.mark.value is not None
        return block.mark.value is not None or names_many(self._outline.blocks[place - 1].text)

    def _parts(self, place: int) -> bool:
        """Say whether a list that a sentence announces is parted from it at a place."""
        return self._outline.ends_item(place) or self._outline.is_heading(place)

    def _take_labelled(self, place: int) -> int:
        label = self._outline.label(place)
        if label is None:
            return place + 1
        after, found = take_labelled(self._outline, place, label, self._group)
        if found is not None and label.number is None and is_preface(found.item.words):
            return place + 1
        if found is not None and label.asking and not asks(found.item.words):
            if not tells_will(found.item.words):
                return place + 1
            found = replace(found, promised=True)
        if found is not None:
            if place == self._led_to or self._is_led(place):
                found, self._led_to = replace(found, asked=True), after
            near = place - self._numbered_at <= _FARTHEST_NUMBER
            self._keep([replace(found, last_number=self._last_number if near else None)])
            self._last_number = None
        return after

    def _is_led(self, place: int) -> bool:
        """Say whether a sentence that recommends leads to the label at a place."""
        above = place - 1
        if above < 0 or not leads_to_codes(self._outline, above):
            return False
        return says_recommend(self._outline.blocks[above].text)

    def _take_list(self, place: int, section: Section) -> int:
        heading = self._outline.blocks[place].text
        group = self._group if section.inline else Group()
        told = read_lead(heading) if section.inline else read_group(heading)
        if told is not None:
            group = group.under(told)
        if section.whole and self._recipients:
            group = replace(group, addressee=self._recipients)
        concern = self._stands_under_concern(place, section)
        gathered = List(
            section=section,
            heading=heading,
            group=group,
            after_concern=concern,
            due_above=group.due_words,
            heading_mark=self._outline.blocks[place].mark,
            led=self._led_style(place + 1) if section.inline and not section.whole else None,
        )
        after, found = take_list(self._outline, place + 1, gathered)
        self._group = gathered.group if not section.inline else self._group
        if gathered.style is not None and gathered.style.value is not None:
            self._last_number, self._numbered_at = gathered.style.number, after - 1
        self._keep([replace(one, under_concern=concern) for one in found])
        return after

    def _led_style(self, place: int) -> str | None:
        """Give the style of the numbers to which a sentence leads: it asks for them all."""
        mark = self._outline.blocks[place].mark if place < len(self._outline) else None
        return mark.style if mark is not None and mark.counts else None

    def _stands_under_concern(self, place: int, section: Section) -> bool:
        """Say whether a list's heading follows a cause of concern, whose recommendations it has."""
        if not self._found or section.kind is not Kind.RECOMMENDATION:
            return False
        last = self._found[-1].item
        if last.kind is not Kind.CAUSE_OF_CONCERN:
            return False
        between = self._outline.blocks[max(0, place - _FARTHEST_FROM_CONCERN) : place]
        return any(block.start >= last.blocks[-1].start for block in between[:1]) or any(
            block.end == last.blocks[-1].end for block in between
        )

    def _take_other(self, place: int) -> int:
        outline, block = self._outline, self._outline.blocks[place]
        if _SENT_TO.search(block.text[-60:]):
            return self._take_recipients(place + 1)
        if self._found and block.mark is None and outline.is_reply(place):
            self._replying = True
        self._pass_heading(place)
        numbered = block.mark is not None and block.mark.value is not None
        titled = outline.stands_apart(place) or outline.is_titled(place)
        if block.mark and numbered and len(block.text) > _SHORT and not titled:
            self._last_number, self._numbered_at = block.mark.number, place
        if opens_recommendation(block):
            after, below = take_below(outline, place)
            if below is not None:
                form = Form.REFERENCED if below.number else Form.RUNNING
                self._keep([Found(item=self._grouped(below), form=form)])
            return after
        reference = read_reference(block.text) if block.text.endswith((")", "]", ").")) else None
        made = made_to(block.text) if reference else None
        if made or (reference and asks(block.text)) or is_recommendation(block):
            after, item = take_paragraph(outline, place, reference)
            form = Form.RUNNING if item.doubts else Form.REFERENCED
            item = self._grouped(replace(item, addressee=made))
            self._keep([Found(item=item, form=form, asked=made is not None)])
            return after
        return place + 1

    def _pass_heading(self, place: int) -> None:
        """Let "To the Home Office:" hold for the items below it, until another heading."""
        outline, block = self._outline, self._outline.blocks[place]
        headed = outline.is_heading(place) or outline.stands_apart(place)
        if not headed and not (block.text.endswith(":") and len(block.text) < _LONGEST_HEAD):
            return
        group = None if outline.is_reply(place) else read_group(block.text)
        if group is not None:
            self._group = self._group.under(group)
        elif headed:
            self._group = Group()

    def _grouped(self, item: RawItem) -> RawItem:
        return replace(
            item,
            addressee=item.addressee or self._group.addressee,
            due_words=item.due_words or self._group.due_words,
            rating=item.rating or self._group.rating,
        )

    def _take_recipients(self, place: int) -> int:
        names: list[str] = []
        cell = self._outline.blocks[place - 1].cell
        while place < len(self._outline) and len(names) < _MOST_RECIPIENTS:
            block = self._outline.blocks[place]
            other_row = cell is not None and (block.cell is None or block.cell.row != cell.row)
            if other_row or self._outline.stands_apart(place) or len(block.text) > 200:
                break
            if ends_recipients(block.text):
                break
            names.append(block.text.rstrip(" ;.,"))
            place += 1
        self._recipients = "; ".join(names) or None
        return place

    def _keep(self, found: Sequence[Found]) -> None:
        if not self._history:
            self._found += (replace(_of_its_kind(one), replying=self._replying) for one in found)


def _of_its_kind(one: Found) -> Found:
    """Call what the complaints body recommends by its kind: it recommends that a force learns."""
    said = _LEARNING.search(one.item.heading or "") or _LEARNING.search(one.item.words[:_OPENING])
    if one.item.kind is not Kind.RECOMMENDATION or said is None:
        return one
    return replace(one, item=replace(one.item, kind=Kind.LEARNING))
