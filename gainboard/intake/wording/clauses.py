"""An item's words as one text, and the parts it has: bullets, lettered or numbered limbs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainboard.domain.draft import DraftClause
from gainboard.intake.layout.block import Block
from gainboard.intake.lines.marks import Mark
from gainboard.intake.signs.headings import is_heading

_SEMICOLON = re.compile(r";\s+")
_INLINE = re.compile(r"(?<!\S)\(?([a-z]|[ivx]{1,4}|\d{1,2})\)\s+")
_INLINE_STOPPED = re.compile(r"(?<=[:;.,]\s)([ivx]{1,4}|[a-h]|\d{1,2})\.\s+(?=[^\W\d_])")
_FARTHEST_BRACKET = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Hold a clause with its half-open range in the item's text."""

    clause: DraftClause
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Hold an item's whole text and its parts."""

    text: str
    parts: tuple[Part, ...]

    @property
    def clauses(self) -> tuple[DraftClause, ...]:
        """List the clauses without their places."""
        return tuple(part.clause for part in self.parts)

    @property
    def lead(self) -> str:
        """Give the words before the first clause, or all of them, without a title above them."""
        lead = self.text[: self.parts[0].start] if self.parts else self.text
        title, _, rest = lead.partition("\n")
        return rest if rest.strip() and is_heading(title) else lead


def read_wording(blocks: Sequence[Block]) -> Wording:
    """Put an item's pieces into one text, a line each, and label its clauses a, b, …"""
    text, places = _laid_out(blocks)
    limbs = _limbs(blocks)
    inline = _inline_parts(text) if len(limbs) < 2 else ()
    if limbs == [[0]] and not inline:
        return Wording(text=text, parts=())
    if inline or not limbs:
        return Wording(text=text, parts=inline or _run_on_parts(text))
    return Wording(text=text, parts=tuple(_parts(blocks, text, places, limbs)))


def label_of(index: int) -> str:
    """Give the label of the clause at an index: a to z, then aa, ab, …"""
    first, last = divmod(index, 26)
    return (chr(ord("a") + first - 1) if first else "") + chr(ord("a") + last)


def _laid_out(blocks: Sequence[Block]) -> tuple[str, list[tuple[int, int]]]:
    lines: list[str] = []
    places: list[tuple[int, int]] = []
    end = -1
    for block in blocks:
        lines.append(block.printed)
        places.append((end + 1, end + 1 + len(block.printed)))
        end = places[-1][1]
    return "\n".join(lines), places


def _limbs(blocks: Sequence[Block]) -> list[list[int]]:
    """Group the places of the pieces that make each limb: its line and what is nested in it."""
    marked = [place for place, block in enumerate(blocks) if block.mark is not None]
    if not marked:
        return _unmarked_limbs(blocks)
    limbs: list[list[int]] = []
    top: Mark | None = None
    indent = 0
    for place, block in enumerate(blocks):
        if block.mark is None:
            continue
        listed = bool(limbs) and limbs[-1][-1] == place - 1
        if top is not None and listed and _nested(block, top, indent):
            limbs[-1].append(place)
            continue
        top, indent = block.mark, block.indent
        limbs.append([place])
    return limbs


def _nested(block: Block, top: Mark, indent: int) -> bool:
    if block.mark is None or block.mark.continues(top):
        return block.indent > indent + 1
    return True


def _unmarked_limbs(blocks: Sequence[Block]) -> list[list[int]]:
    """Take the lines below a colon as limbs where their marks were lost: two or more, in small."""
    limbs: list[list[int]] = []
    for place, block in enumerate(blocks[1:], start=1):
        after_limb = bool(limbs) and limbs[-1] == [place - 1]
        if block.text[:1].islower() and (after_limb or blocks[place - 1].text.endswith(":")):
            limbs.append([place])
    return limbs if len(limbs) > 1 else []


def _parts(
    blocks: Sequence[Block],
    text: str,
    places: Sequence[tuple[int, int]],
    limbs: Sequence[Sequence[int]],
) -> list[Part]:
    parts = []
    for index, limb in enumerate(limbs):
        start, end = places[limb[0]][0], places[limb[-1]][1]
        first = blocks[limb[0]]
        skip = len(first.printed) - len(first.text)
        clause = DraftClause(label=label_of(index), text=text[start + skip : end])
        parts.append(Part(clause=clause, start=start, end=end))
    return parts


def _inline_parts(text: str) -> tuple[Part, ...]:
    """Split "(a) …; (b) …" in running text: only a run that begins at its beginning counts."""
    marks = [mark for mark in _INLINE.finditer(text) if not _closes(text, mark)]
    marks = marks or _stopped(text)
    run = [mark for mark, due in zip(marks, _series(marks), strict=False) if mark[1] == due]
    if len(run) < 2 or len(run) != len(marks):
        return ()
    ends = [*(mark.start() for mark in run[1:]), len(text)]
    return tuple(
        Part(
            clause=DraftClause(label=label_of(index), text=text[mark.end() : end].strip()),
            start=mark.start(),
            end=end,
        )
        for index, (mark, end) in enumerate(zip(run, ends, strict=True))
    )


def _stopped(text: str) -> list[re.Match[str]]:
    """Find marks with stops, "to: i. Train staff. ii. Keep them.": the first is after a colon."""
    marks = list(_INLINE_STOPPED.finditer(text))
    return marks if marks and text[: marks[0].start()].endswith(": ") else []


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Say whether the bracket of "1)" only closes one opened before, as in "(paragraph 1)"."""
    if mark[0].startswith("("):
        return False
    near = text[max(0, mark.start() - _FARTHEST_BRACKET) : mark.start()]
    return near.rfind("(") > near.rfind(")")


def _run_on_parts(text: str) -> tuple[Part, ...]:
    """Split "It must include: the purposes; the categories; and the limits" at its semicolons."""
    colon = text.rfind(": ")
    if colon < 0 or text.count(";", colon) < 2 or "\n" in text[colon:]:
        return ()
    starts = [colon + 2, *(found.end() for found in _SEMICOLON.finditer(text, colon))]
    ends = [*starts[1:], len(text)]
    parts = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    if any(len(text[start:end].split()) < 2 for start, end in parts):
        return ()
    return tuple(
        Part(
            clause=DraftClause(label=label_of(index), text=text[start:end].strip()),
            start=start,
            end=end,
        )
        for index, (start, end) in enumerate(parts)
    )


def _series(marks: Sequence[re.Match[str]]) -> list[str]:
    if marks and marks[0][1] == "i":
        return "i ii iii iv v vi vii viii ix x xi xii".split()
    if marks and marks[0][1] == "1":
        return [str(number) for number in range(1, len(marks) + 1)]
    return [label_of(index) for index in range(len(marks))]
