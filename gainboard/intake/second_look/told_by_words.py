"""What the words round an item say it is: "(Recommendation, Paragraph 24)", "Issue 2 (Medium)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gainboard.domain.draft import Kind
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block, without_label
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline

_NAMED = re.compile(
    r"[(\[](?P<what>recommendation|conclusion)s?[,;:]?\s+para(?:graph)?s?\.?\s+\d[^)\]]{0,40}[)\]]\W?$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:#{1,6}\s*)?[*_]{0,3}(?:issue|finding|observation|risk|weakness|theme)\s+(?P<number>[A-Z]?\d{1,2}"
    r"(?:\.\d{1,2})?)\b[^\n]{0,120}?(?:[(\[](?P<rating>(?:high|medium|low|critical|significant"
    r"|essential|important|advisory)(?:\s+(?:priority|risk))?)[)\]])?[*_]{0,3}",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"(?:\d{1,2}[.)]?\s+)?(?:executive|audit|report)\s+summary", re.IGNORECASE)
_RUN_ON = re.compile(r"[.!?”)\]]\s+[*_]{0,3}Recommendations?\s?:[*_]{0,3}\s+(?=[A-Z“])")
_FEWEST_NUMBERED = 3
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_NEARLY_ALL = 0.7
_NEAR_END = 100  # letters
_FARTHEST_HEAD = 8
_ASKING = (Kind.RECOMMENDATION, Kind.LEARNING)


def told_by_words(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Add what is named a recommendation, leave out what is named a conclusion, number the rest."""
    kept = [one for one in found if _what(one.item.blocks[-1]) != "conclusion"]
    kept = [_from_label(outline, one) for one in _without_summary(outline, kept)]
    known = {block.end for one in kept for block in one.item.blocks if one.form > Form.RUNNING}
    named = list(_named(outline, known))
    if named:
        new = {one.item.blocks[0].end for one in named}
        kept = [one for one in kept if one.item.blocks[0].end not in new]
        kept = sorted([*kept, *named], key=lambda one: one.item.blocks[0].start)
    return list(_numbered(outline, kept))


def _from_label(outline: Outline, one: Found) -> Found:
    """Leave out the conclusion that stands before "Recommendation:" in the same paragraph."""
    first, *others = one.item.blocks
    labels = list(_RUN_ON.finditer(first.text))
    if len(labels) != 1 or not asks(first.text[labels[0].end() :]):
        return one
    said = without_label(outline.source, unmarked(first), first.text[labels[0].end() :])
    return replace(one, item=replace(one.item, blocks=(said, *others)))


def _without_summary(outline: Outline, found: Sequence[Found]) -> list[Found]:
    """Leave out what a summary asks for where numbered recommendations say it in full below."""
    numbered = [
        one
        for one in found
        if one.item.kind is Kind.RECOMMENDATION and one.item.number and one.form > Form.RUNNING
    ]
    if len(numbered) < _FEWEST_NUMBERED:
        return list(found)
    end = numbered[0].item.blocks[0].start
    summaries = (block.start for block in outline.blocks if _SUMMARY.fullmatch(block.text))
    begin = next(summaries, end)
    full = frozenset(word for one in numbered for word in _long_words(one))
    return [one for one in found if not _is_said_in(one, begin, end, full)]


def _is_said_in(one: Found, begin: int, end: int, full: frozenset[str]) -> bool:
    """Say whether an item without number stands in a summary and is said again below it."""
    if one.item.number is not None or one.form is not Form.LISTED:
        return False
    if not begin < one.item.blocks[0].start < end:
        return False
    if one.item.kind is not Kind.RECOMMENDATION:
        return one.item.kind is Kind.AREA_FOR_IMPROVEMENT
    own = _long_words(one)
    return len(own & full) >= len(own) * _NEARLY_ALL


def _long_words(one: Found) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(one.item.words.lower()))


def _what(block: Block) -> str | None:
    named = _NAMED.search(block.text[-_NEAR_END:])
    return named["what"].lower() if named else None


def _named(outline: Outline, known: set[int]) -> Iterator[Found]:
    for block in outline.blocks:
        if block.cell is None and block.end not in known and _what(block) == "recommendation":
            counts = block.mark is not None and block.mark.counts
            item = RawItem(
                kind=Kind.RECOMMENDATION,
                number=block.mark.number if block.mark is not None and counts else None,
                heading=None,
                blocks=(unmarked(block),),
            )
            yield Found(item=item, form=Form.LISTED)


def _numbered(outline: Outline, found: Sequence[Found]) -> Iterator[Found]:
    """Give an unnumbered recommendation the number and rating of the issue it stands under."""
    bare = {
        one.item.blocks[0].end
        for one in found
        if one.form is Form.LABELLED and one.item.number is None and one.item.kind in _ASKING
    }
    if not bare:
        yield from found
        return
    heads = _heads(outline, bare)
    for one in found:
        head = heads.get(one.item.blocks[0].end)
        if head is None:
            yield one
            continue
        rating = one.item.rating or head["rating"] or ""
        yield replace(one, item=replace(one.item, number=head["number"], rating=rating))


def _heads(outline: Outline, ends: set[int]) -> dict[int, re.Match[str]]:
    """Find the issue nearest above each of the places where an item begins; each serves one."""
    heads: dict[int, re.Match[str]] = {}
    last: tuple[int, re.Match[str]] | None = None
    for place, block in enumerate(outline.blocks):
        found = _HEAD.fullmatch(block.text) if len(block.text) < 160 else None
        if found is not None and not block.text.endswith("."):
            last = place, found
        elif block.end in ends and last is not None and place - last[0] <= _FARTHEST_HEAD:
            heads[block.end], last = last[1], None
    return heads
