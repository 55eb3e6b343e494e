"""Numbered paragraphs that nearly all ask, below no heading that anybody knows: the last resort."""

import re
from collections.abc import Sequence

from gainboard.domain.draft import Kind
from gainboard.intake.second_look.numbering import Entry, Run, runs_of
from gainboard.intake.second_look.runs import body_of
from gainboard.intake.signs.duty import is_answer, lays_duty, recommends, sentences
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.outline import Outline

_SPEAKS = re.compile(r"\brecommend|\bcalls?\s+to\s+action\b|\bareas?\s+for\s+improvement\b", re.I)
_FEWEST = 3
_NEARLY_ALL = 0.8
_DOUBT = "no heading says that this is recommended: its paragraphs are numbered, and nearly all ask"


def with_unheaded(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Take the entries of such runs where nothing is printed as a list, and the words speak of one.

    A code or a law asks in each of its paragraphs too; but it recommends nothing.
    """
    listed = any(one.form > Form.REFERENCED for one in found)
    if listed or not _SPEAKS.search(outline.source):
        return list(found)
    more = [one for run in runs_of(outline) if _asks(run) for one in _items(outline, run)]
    return sorted([*found, *more], key=lambda one: one.item.blocks[0].start)


def _asks(run: Run) -> bool:
    """Say whether a run counts on from its first number, and nearly all of it asks somebody."""
    first = run.entries[0].value
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
