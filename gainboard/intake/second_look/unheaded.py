"""Numbered paragraphs that nearly all ask, below no head that anybody knows: the last resort."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.entries import List
from gainboard.intake.finding.labelled import may_open
from gainboard.intake.finding.listed import take_list
from gainboard.intake.layout.block import without_label
from gainboard.intake.second_look.numbering import Entry, Run, runs_of
from gainboard.intake.second_look.runs import body_of
from gainboard.intake.signs.duty import (
    holds_duty,
    is_answer,
    lays_duty,
    names_actor,
    recommends,
    sentences,
)
from gainboard.intake.signs.sections import Section
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.group import Group, read_lead
from gainboard.intake.structure.growth import belongs
from gainboard.intake.structure.outline import Outline

_SPEAKS = re.compile(
    r"\brecommend|\bcalls?\s+to\s+action\b|\bareas?\s+for\s+improvement\b|\binspect(?:ed|ion)\b|\binquest\b|\baudit(?:ed)?\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?P<word>[A-Z][A-Za-z]{2,14}(?:\s[A-Za-z]{2,14}){0,2})\s(?P<number>\d{1,3})(?:\s?[:.–—-]\s*|$)"
)
_OPENS = re.compile(
    r"(?P<who>(?:The|All|Each|Every)\s[\w’'-]+(?:\s[\w’'-]+){0,4}?)\s(?:must|should|shall)\s"
)
_FEWEST = 3
_FEWEST_ALIKE = 5
_MOST_SENTENCES = 2
_NEARLY_ALL = 0.8
_ALIKE_DOUBT = "no heading says that this is recommended: many paragraphs ask the same body"
_LED_DOUBT = "no heading says that this is recommended: a lead-in asks for it"
_DOUBT = "no heading says that this is recommended: its paragraphs are numbered, and nearly all ask"


def with_unheaded(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Take the entries of such runs where nothing is printed as a list, and the words speak of one.

    A code or a law asks in each of its paragraphs too; but it recommends nothing.
    """
    listed = sum(one.form > Form.REFERENCED for one in found)
    if not _SPEAKS.search(outline.source):
        return list(found)
    more = _opened_alike(outline)
    if listed * _FEWEST > len(more):
        return list(found)
    if not listed:
        every = [*_headed_alike(outline), *runs_of(outline)]
        more = [one for run in every if _asks(run) for one in _items(outline, run)] or more
        more = more or list(_led(outline))
    return sorted([*found, *more], key=lambda one: one.item.blocks[0].start)


def _opened_alike(outline: Outline) -> list[Found]:
    """Find paragraphs of one sentence or two that open alike: "The health board must …".

    Nearly all that open with a duty ask the same body: a law or a code asks many.
    """
    opened: dict[int, str] = {}
    for place, block in enumerate(outline.blocks):
        told = _OPENS.match(block.text) if block.mark is None and block.cell is None else None
        if told is not None and _is_whole(outline, place):
            opened[place] = told["who"].lower()
    whom, count = next(iter(Counter(opened.values()).most_common(1)), ("", 0))
    if count < _FEWEST_ALIKE or count < len(opened) * _NEARLY_ALL or not names_actor(whom):
        return []
    return [_alone(outline, place) for place, who in opened.items() if who == whom]


def _is_whole(outline: Outline, place: int) -> bool:
    """Say whether a paragraph is no piece of another, and asks in few sentences."""
    text = outline.blocks[place].text
    few = len(sentences(text)) <= _MOST_SENTENCES and text.endswith((".", ":"))
    return few and not outline.is_contents(place) and lays_duty(sentences(text)[0])


def _alone(outline: Outline, place: int) -> Found:
    body = [outline.blocks[place]]
    for after in range(place + 1, len(outline)):
        if outline.blocks[after].mark is None or not belongs(outline, body, after):
            break
        body.append(outline.blocks[after])
    item = RawItem(
        kind=Kind.RECOMMENDATION,
        number=None,
        heading=None,
        blocks=tuple(body),
        doubts=(_ALIKE_DOUBT,),
    )
    return Found(item=item, form=Form.LISTED)


def _led(outline: Outline) -> Iterator[Found]:
    """Find the lists below "Northmoor Police should:", wherever such words stand."""
    place = 0
    while place + 1 < len(outline):
        block, below = outline.blocks[place], outline.blocks[place + 1]
        lead = read_lead(block.text) if block.mark is None and below.mark is not None else None
        if lead is None or lead.addressee is None or not holds_duty(block.text):
            place += 1
            continue
        section = Section(kind=Kind.RECOMMENDATION, inline=True)
        gathered = List(section=section, heading="", group=Group())
        after, found = take_list(outline, place, gathered)
        place = max(after, place + 1)
        yield from (_doubted(one) for one in found)


def _doubted(one: Found) -> Found:
    item = replace(one.item, heading=None, doubts=(*one.item.doubts, _LED_DOUBT))
    return replace(one, item=item)


def _headed_alike(outline: Outline) -> list[Run]:
    """Find the paragraphs that stand under the same strange words and a number: "Key ask 3:"."""
    runs: dict[str, Run] = {}
    for place, block in enumerate(outline.blocks):
        found = _HEAD.match(block.text) if block.mark is None else None
        if found is None or outline.is_contents(place):
            continue
        entry = _entry(outline, place, found)
        run = runs.setdefault(found["word"], Run())
        if entry is not None and (not run.entries or entry.value == run.last.value + 1):
            run.entries.append(entry)
    return list(runs.values())


def _entry(outline: Outline, place: int, found: re.Match[str]) -> Entry | None:
    first, after = outline.blocks[place], place + 1
    if found.end() == len(first.text):
        if not may_open(outline, after):
            return None
        first, after = outline.blocks[after], after + 1
    else:
        first = without_label(outline.source, first, first.text[found.end() :])
    value = int(found["number"])
    return Entry(
        place=place, style=found["word"], value=value, number=str(value), first=first, after=after
    )


def _asks(run: Run) -> bool:
    """Say whether a run counts on from its first number, and nearly all of it asks somebody."""
    first = run.entries[0].value if run.entries else 0
    on = all(entry.value == first + nth for nth, entry in enumerate(run.entries))
    asking = sum(_is_asked(entry) for entry in run.entries)
    return on and len(run.entries) >= _FEWEST and asking >= len(run.entries) * _NEARLY_ALL


def _is_asked(entry: Entry) -> bool:
    text = entry.first.text
    return recommends(text) and lays_duty(sentences(text)[0]) and not is_answer(text)


def _items(outline: Outline, run: Run) -> list[Found]:
    stops = [entry.place for entry in run.entries[1:]] + [len(outline)]
    return [
        Found(
            item=RawItem(
                kind=Kind.RECOMMENDATION,
                number=entry.number,
                heading=None,
                blocks=tuple(body_of(outline, entry, stop)),
                doubts=(_DOUBT,),
            ),
            form=Form.LISTED,
        )
        for entry, stop in zip(run.entries, stops, strict=True)
    ]
