"""A second look at the whole document: the entries of numbered runs that the walk passed over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import is_lead
from gainboard.intake.finding.saying import is_preface
from gainboard.intake.layout.block import Block
from gainboard.intake.second_look.coverage import Coverage
from gainboard.intake.second_look.numbering import Entry, Run, runs_of
from gainboard.intake.second_look.stretches import Heads, Stretch, is_furniture
from gainboard.intake.signs.duty import (
    is_answer,
    is_command,
    lays_duty,
    recommends,
    says_recommend,
    says_rule,
    sentences,
)
from gainboard.intake.signs.references import read_reference
from gainboard.intake.signs.sections import Section
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group
from gainboard.intake.structure.growth import asks, belongs
from gainboard.intake.structure.outline import Outline
from gainboard.intake.wording.addressees import read_addressees

_SHOULD = re.compile(r"\b(?:should|must|shall)\b(?!\s+have\b)")
_THAT = re.compile(r"That[:,]?\s")
_URGES = re.compile(r"\b(?:urges|recommends|calls\s+(?:up)?on|encourages|invites)\s", re.IGNORECASE)
_AGREES = re.compile(r"\b(?:ha(?:s|ve)\s+(?:also\s+|now\s+)?agreed(?:\s+to)?|will)\b")
_PROMISE = re.compile(r"\b(?:will|is|are|has|have)(?:\s+\w{2,12}){0,3}:$")
_LONGEST_PROMISE = 60
_FARTHEST_LEAD = 12
_NEARLY_ALL = 0.7
_FARTHEST_LIMB = 4
_LONGEST_BODY = 60
_OPENING = 300  # letters
_SHORTEST = 25  # letters
_EXPLAINS = re.compile(
    r"\b(?:made|is|reasons?\s+for|explains?|led\s+to)\s+(?:the\s+|my\s+|our\s+)?"
    r"recommendations?\s+[(\[]?(?:\d{1,3}|[A-Za-z])[)\]]?[.,;]",
)
_MANY_LABELLED = 3  # then paragraphs of an argument between them are none
_DOUBT = "found by its number, in a run of recommendations that other text interrupts"


def with_runs(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add what the runs hold beyond what was found, in reading order; take over fuller bounds."""
    held, heads = Coverage(found), Heads(outline)
    labelled = sum(_is_labelled(one) for one in found) >= _MANY_LABELLED
    for run in runs_of(outline):
        for one in _of_run(outline, run, heads, held, labelled=labelled):
            held.take(one)
    return held.ordered()


def _is_labelled(one: Found) -> bool:
    return one.form is Form.LABELLED and one.item.kind is Kind.RECOMMENDATION


def _of_run(
    outline: Outline, run: Run, heads: Heads, held: Coverage, *, labelled: bool
) -> Iterator[Found]:
    """Go through a run's stretches: those that recommend give items, as long as they go on."""
    section: Section | None = None
    coded, others, fresh = held.labels_code(run), held.holds_others(run), False
    if coded is None and held.labels_some(run):
        return
    argued, complete = held.argues(run), held.lists_all(run)
    following = {entry.place: after.place for entry, after in pairwise(run.entries)}
    for stretch in heads.stretches(run):
        known = [entry for entry in stretch.entries if held.lists(entry)]
        own = stretch.told.section is not None
        fresh = fresh or (own and stretch.entries[0].value == 1)
        section = None if stretch.told.stopped else stretch.told.section or section
        if section is None and len(known) > 1 and complete and not stretch.told.stopped:
            section = Section(kind=_kind_of(held, known[0]))
        if coded is not None:
            section = Section(kind=coded)
        if section is None or (others and not known and coded is None):
            section = None
            continue
        if section.mixed and labelled and not known:
            continue
        bodies = [
            body_of(outline, one, following.get(one.place, len(outline))) for one in stretch.entries
        ]
        if not _recommends(stretch, bodies, section, own=own or fresh or bool(known)):
            section = section if section.mixed else None
            continue
        for entry, body in zip(stretch.entries, bodies, strict=True):
            one = held.opens(entry)
            promised = stretch.told.agreed and _agrees(entry)
            if one is not None and one.form is Form.LISTED and one.item.number is None:
                yield replace(one, item=replace(one.item, blocks=tuple(body), number=entry.number))
            elif one is not None and one.form is not Form.RUNNING:
                more = body[len(one.item.blocks) :]
                if more and one.form is Form.LISTED and not held.covers(more):
                    yield replace(one, item=replace(one.item, blocks=tuple(body)))
            elif (
                _is_new(body, held, known=one is not None)
                and not _is_promised(outline, entry)
                and (
                    promised or stretch.told.led or _is_wanted(entry, body, section, argued=argued)
                )
            ):
                group = stretch.told.group
                group = group.under(_promise(entry)) if promised else group
                item = _item(entry, body, section, group)
                yield Found(item=item, form=Form.LISTED, asked=promised)


def _kind_of(held: Coverage, entry: Entry) -> Kind:
    found = held.opens(entry)
    return found.item.kind if found is not None else Kind.RECOMMENDATION


def _recommends(
    stretch: Stretch, bodies: Sequence[Sequence[Block]], section: Section, *, own: bool
) -> bool:
    """Say whether enough of a stretch asks for something; below a strange heading, at once."""
    if any(_EXPLAINS.search(block.text) for body in bodies for block in body):
        return False
    if section.mixed:
        return any(_asks(entry, mixed=True) for entry in stretch.entries)
    if stretch.told.led:
        return True
    each = zip(stretch.entries, bodies, strict=True)
    if stretch.told.agreed:
        asking = sum(_asks(entry, mixed=False) or _agrees(entry) for entry, _ in each)
    elif own:
        asking = sum(_asks(entry, mixed=False) or _has_should(body) for entry, body in each)
    else:
        asking = sum(_opens_with_duty(entry, body) for entry, body in each)
    return asking >= len(bodies) * _NEARLY_ALL


def _asks(entry: Entry, *, mixed: bool) -> bool:
    text = entry.first.text
    if is_answer(text) and not lays_duty(sentences(text)[0]):
        return False
    if mixed:
        said = recommends(text) or _URGES.search(text[:_OPENING]) is not None
        return said or is_command(text) or is_lead(entry.first)
    return asks(text) or is_lead(entry.first) or _THAT.match(text) is not None


def _agrees(entry: Entry) -> bool:
    """Say whether an entry tells what a body has said it will do."""
    return _AGREES.search(sentences(entry.first.text)[0]) is not None


def _promise(entry: Entry) -> Group:
    """Read who has agreed, and by when, as if it were asked of them."""
    asked = _AGREES.sub("should", sentences(entry.first.text)[0], count=1)
    due = next(iter(locate_deadlines(asked, None)), None)
    who = "; ".join(read_addressees(asked))
    return Group(addressee=who or None, due_words=due.deadline.text if due else None)


def _opens_with_duty(entry: Entry, body: Sequence[Block]) -> bool:
    text = entry.first.text
    said = sentences(text)
    if lays_duty(said[0]) or is_lead(entry.first) or _THAT.match(text):
        return True
    return len(said) == 1 and _has_should(body)


def _has_should(body: Sequence[Block]) -> bool:
    said = (sentence for block in body for sentence in sentences(block.text))
    return any(_SHOULD.search(sentence) and not says_rule(sentence) for sentence in said)


def _is_wanted(entry: Entry, body: Sequence[Block], section: Section, *, argued: bool) -> bool:
    """Say whether an entry is to be an item; in a run that only asks a plain "should" will do."""
    if is_preface(entry.first.text):
        return False
    if argued and section.mixed and not says_recommend(entry.first.text):
        return False
    if _asks(entry, mixed=section.mixed):
        return True
    return not section.mixed and _has_should(body) and not is_answer(entry.first.text)


def _is_new(body: Sequence[Block], held: Coverage, *, known: bool) -> bool:
    if sum(len(block.text) for block in body) < _SHORTEST:
        return False
    return known or not held.covers(body)


def _is_promised(outline: Outline, entry: Entry) -> bool:
    """Say whether an entry is a limb of what somebody says they will do: "It will: 1. …"."""
    for block in reversed(outline.blocks[max(0, entry.place - _FARTHEST_LEAD) : entry.place]):
        if block.text.endswith(":"):
            return _PROMISE.search(block.text[-_LONGEST_PROMISE:]) is not None
        mark = block.mark
        if mark is None or mark.style != entry.style or (mark.value or 0) >= entry.value:
            return False
    return False


def _item(entry: Entry, body: Sequence[Block], section: Section, group: Group) -> RawItem:
    return RawItem(
        kind=section.kind,
        number=read_reference(body[-1].text) or entry.number,
        heading=None,
        blocks=tuple(body),
        addressee=group.addressee,
        due_words=group.due_words,
        rating=group.rating,
        doubts=(_DOUBT,),
    )


def body_of(outline: Outline, entry: Entry, stop: int) -> list[Block]:
    """Gather what belongs to an entry before the next, past what a page's break put within it."""
    body, place = [entry.first], entry.after
    while place < min(stop, entry.after + _LONGEST_BODY):
        block = outline.blocks[place]
        if block.mark is None and is_lead(block) and place + 1 == stop:
            break
        if _is_limb(outline, body, place) or belongs(outline, body, place, entry.number):
            body.append(block)
            place += 1
            continue
        resumed = _resumed(outline, body, place, stop)
        if resumed is None:
            break
        place = resumed
    return body


def _is_limb(outline: Outline, body: Sequence[Block], place: int) -> bool:
    """Say whether the first limb below a colon stands at a place, or the one after the last."""
    mark, last = outline.blocks[place].mark, body[-1]
    if mark is None or outline.ends_item(place):
        return False
    if last.text.endswith(":") and (len(body) == 1 or last.mark is None):
        return mark.opens()
    return len(body) > 1 and last.mark is not None and mark.continues(last.mark)


def _resumed(outline: Outline, body: Sequence[Block], place: int, stop: int) -> int | None:
    """Find the limb that goes on below a page's foot and head; None where there is none."""
    last = body[-1]
    if last.mark is None:
        return None
    for after in range(place, min(place + _FARTHEST_LIMB, stop)):
        block = outline.blocks[after]
        if block.mark is not None:
            further = after > place and block.mark.counts and block.mark.continues(last.mark)
            return after if further else None
        if not (is_furniture(block.text) or outline.is_heading(after)):
            return None
    return None
