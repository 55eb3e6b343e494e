"""The tick boxes of a response form: which are ticked, which are not, which cannot be known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainboard.domain.draft import Scope

_TICK = re.compile(
    r"(?P<on>[☒☑✓✔✅🗹■]|[\[(]\s?[xX✓✔]\s?[\])]|(?<!\w)[xX](?!\w)"
    r"|FORMCHECKBOX[ \t]{0,4}(?:=[ \t]?)?[\[(]?(?:1|[xX]|checked|ticked|true)\b[\])]?)"
    r"|(?P<off>[☐□🗆]|[\[(]\s{0,3}[\])]|\[_\]"
    r"|FORMCHECKBOX[ \t]{0,4}(?:=[ \t]?)?[\[(]?(?:0|unchecked|unticked|false)\b[\])]?)"
    r"|(?P<lost>FORMCHECKBOX)"
    r"|(?P<label>(?:[A-Z][\w’'-]*\s+){1,4}Specific\b|Force[\s-]specific|National\b|Follow[\s-]?Up\b"
    r"|Thematic\b|Partner(?:ship)?\b(?:\s+Inspection)?|(?<!\w)Yes\b|(?<!\w)No\b)"
    r"(?P<said>\s*[:=–-]\s*(?:Yes|No|Ticked|True|False)\b)?",
    re.IGNORECASE,
)
_BOXES = (
    ("specific", "force_specific"),
    ("national", "national"),
    ("follow", "follow_up"),
    ("thematic", "thematic"),
    ("partner", "partner"),
)
_TYPE = re.compile(r"^.{0,20}\b(?:type|scope)\s+of\s+(?:inspection|report|review)\b.{0,20}", re.I)
_QUOTED = re.compile(r"^.{0,80}\bquoted\s+in\s+(?:the|this)\s+report\b\s*\??", re.IGNORECASE)
_ENDS = re.compile(r"^\s*(?:executive\s+summary|summary|introduction|recommendations?)\b", re.I)
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class _Token:
    tick: bool | None
    label: str | None


def read_scope(source: str) -> tuple[Scope, bool]:
    """Read the five boxes, and say whether the form is there at all."""
    region = _region(source, _TYPE)
    if region is None:
        return Scope(), False
    ticks: dict[str, bool | None] = {}
    for label, tick in _paired(region):
        name = next((box for word, box in _BOXES if word in label.lower()), None)
        if name is not None and ticks.get(name) is None:
            ticks[name] = tick
    return Scope(**ticks), bool(ticks)


def read_force_quoted(source: str) -> bool | None:
    """Read whether the report quotes the force; None where the form does not tell."""
    region = _region(source, _QUOTED)
    if region is None:
        return None
    answers = [(label.lower(), tick) for label, tick in _paired(region) if len(label) <= 3][:2]
    if [label for label, _ in answers] in (["yes"], ["no"]):
        label, tick = answers[0]
        return (label == "yes") if tick is None else (label == "yes") is tick
    ticked = [label for label, tick in answers if tick]
    return ticked == ["yes"] if len(ticked) == 1 else None


def _region(source: str, opening: re.Pattern[str]) -> str | None:
    """Give the lines from a form's question to the next part of the document."""
    lines = source.split("\n", 400)[:400]
    for place, line in enumerate(lines):
        found = opening.match(line.strip()[:300])
        if found is None:
            continue
        kept = [line.strip()[found.end() :] if opening is _QUOTED else line]
        for following in lines[place + 1 : place + _MOST_LINES]:
            other = _QUOTED if opening is _TYPE else _TYPE
            if _ENDS.match(following) or other.match(following.strip()[:300]):
                break
            if len(following) < 200:
                kept.append(following)
        return "\n".join(kept)
    return None


def _paired(region: str) -> Iterator[tuple[str, bool | None]]:
    """Pair labels with ticks: a box stands before its label, or all of them stand behind."""
    tokens = [_token(found) for found in _TICK.finditer(region)]
    first = next((token for token in tokens if token.tick is not None or token.label), None)
    behind = first is not None and first.label is not None
    for place, token in enumerate(tokens):
        if token.label is None:
            continue
        if token.tick is not None:
            yield token.label, token.tick
        else:
            yield token.label, _beside(tokens, place, 1 if behind else -1)


def _beside(tokens: list[_Token], place: int, step: int) -> bool | None:
    place += step
    while 0 <= place < len(tokens) and tokens[place].label is None:
        if tokens[place].tick is not None:
            return tokens[place].tick
        place += step
    return None


def _token(found: re.Match[str]) -> _Token:
    if found["on"] or found["off"]:
        return _Token(bool(found["on"]), None)
    if found["lost"]:
        return _Token(None, None)
    said = (found["said"] or "").lower()
    tick = None if not said else said.strip(" :=–-") in ("yes", "ticked", "true")
    return _Token(tick, found["label"])
