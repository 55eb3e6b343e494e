"""Lines to pieces: where a paragraph, a list line or a heading begins."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gainboard.intake.layout.block import WIDE_MARK, Block, joined
from gainboard.intake.lines.lines import (
    Layout,
    Line,
    ends_sentence,
    goes_on,
)
from gainboard.intake.lines.marks import Mark, begins_list_line, read_bare_mark, read_mark
from gainboard.intake.signs import headings
from gainboard.intake.signs.fields import read_field
from gainboard.intake.signs.references import closes_with_source, is_reference_alone

_ENDS_LIMB = re.compile(r"[.:;]$|\b(?:and|or)$")
_PARTS_LIMB = re.compile(r";(?:\s(?:and|or))?$")
_IN_BRACKETS = "(#)"
_MARKS_REMEMBERED = 5
_FULL_LINE = 50
_LONGEST_LIMB = 8  # lines


def grouped(lines: Sequence[Line], layout: Layout) -> Iterator[Block]:
    """Tell the pieces apart that stand in lines, each with the mark it opens with."""
    group: list[Line] = []
    mark: Mark | None = None
    recent: list[Mark] = []
    bare: dict[str, Mark] = {}
    limbs: list[Block] = []
    for place, line in enumerate(lines):
        own = _own_mark(line, group, recent, layout)
        own = own or _opening_mark(line, lines[place + 1 : place + _LONGEST_LIMB])
        own_bare = None if own else _bare_start(line, group, bare)
        parted = group and (own or own_bare or _parts(group, line, layout))
        begun = own_bare or (None if own or not parted else _bare_start(line, (), bare))
        if begun:
            bare[begun.style] = begun
        if parted or (group and _closes_series(limbs, mark, group, line)):
            block = _block(group, mark, layout)
            yield block
            limbs = [*limbs[-1:], block] if mark else limbs
            if line.after_blank and mark is None:
                recent.clear()
            group, mark = [], None
        if not group:
            mark = own
            recent = [*recent[-_MARKS_REMEMBERED:], own] if own else recent
        group.append(line)
    if group:
        yield _block(group, mark, layout)


def _closes_series(
    limbs: Sequence[Block], mark: Mark | None, group: Sequence[Line], line: Line
) -> bool:
    """Say whether limbs parted by semicolons, which are one sentence, are over above a line.

    The last may go on over a page or a note, where its rest has no mark.
    """
    if mark is None and limbs and group[0].after_blank and group[0].text[:1].islower():
        mark, limbs = limbs[-1].mark, limbs[:-1]
    before = limbs[-1] if limbs else None
    if mark is None or before is None or not (before.mark and mark.continues(before.mark)):
        return False
    parted = _PARTS_LIMB.search(before.text) is not None
    return parted and group[-1].text.endswith((";", ".")) and line.text[:1].isupper()


def _opening_mark(line: Line, following: Sequence[Line]) -> Mark | None:
    """Read the letter or "(1)" that opens a list in a paragraph's midst, if the next follows."""
    mark = read_mark(line.text)
    if mark is None or not mark.counts or not mark.opens():
        return None
    if mark.value is not None and mark.style != _IN_BRACKETS:
        return None
    nexts = (read_mark(one.text) for one in following if not one.after_blank)
    return mark if any(one is not None and one.continues(mark) for one in nexts) else None


def _bare_start(line: Line, group: Sequence[Line], seen: Mapping[str, Mark]) -> Mark | None:
    """Read a number without a stop that begins a line, where the one before it has been seen."""
    mark = read_bare_mark(line.text)
    if mark is None or headings.read_label(line.text):
        return None
    if not group or line.after_blank:
        return mark
    if _ENDS_LIMB.search(group[-1].text) is None:
        return None
    lettered = mark.value is None and mark.opens() and group[-1].text.endswith(":")
    earlier = seen.get(mark.style)
    return mark if lettered or (earlier is not None and mark.continues(earlier)) else None


def _own_mark(
    line: Line, group: Sequence[Line], recent: Sequence[Mark], layout: Layout
) -> Mark | None:
    mark = read_mark(line.text)
    if mark is None or (group and group[-1].text.endswith("-") and not line.after_blank):
        return None
    alone = not group or line.after_blank or layout.breaks_after(group[-1], line)
    if alone or _closed(group[-1].text):
        return mark
    if any(mark.continues(earlier) for earlier in recent):
        return mark
    return mark if begins_list_line(mark, None, group[-1].text) else None


def _parts(group: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Say whether `line` begins a new piece after those in `group`."""
    last = group[-1]
    if _heading_goes_on(group, line):
        return False
    if not line.after_blank and is_reference_alone(line.text):
        return False
    if line.after_blank or headings.stands_apart(line.text) or headings.stands_apart(last.text):
        return True
    if (len(group) == 1 and _closed(last.text)) or headings.is_field(line.text):
        return True
    if _next_label(group[0], line) or _opens_part(last, line):
        return True
    if closes_with_source(last.text) and line.text[:1].isupper():
        return True
    if len(group) > 1 and group[1].indent > group[0].indent + 1 > line.indent:
        return True
    return layout.breaks_after(last, line) or _bare_label(last, line)


def _heading_goes_on(group: Sequence[Line], line: Line) -> bool:
    """Say whether a list's heading breaks after "and": "CONCLUSIONS AND", "RECOMMENDATIONS"."""
    if len(group) > 1 or line.after_blank or not goes_on(group[0].text):
        return False
    whole = f"{group[0].text} {line.text}"
    return headings.is_heading(whole) and headings.read_section(whole) is not None


def _opens_part(last: Line, line: Line) -> bool:
    """Say whether a line after a whole sentence is a label or the heading of a list."""
    if (_labels_surely(line) or _is_field_name(line.text)) and not goes_on(last.text):
        return True
    if not line.text[:1].isupper() or not ends_sentence(last.text):
        return False
    label = headings.read_label(line.text)
    if label is not None:
        return label.spoken or label.number is not None
    return len(line.text) < _FULL_LINE and headings.read_section(line.text) is not None


def _is_field_name(text: str) -> bool:
    """Say whether a line holds no more than a field's name: "Response:"."""
    field = read_field(text) if text.endswith(":") else None
    return field is not None and not field.value


def _labels_surely(line: Line) -> bool:
    """Say whether a line begins "Recommendation 8: The practice should"."""
    label = headings.read_label(line.text)
    return label is not None and label.spoken and label.number is not None and ":" in line.text[:30]


def _next_label(first: Line, line: Line) -> bool:
    """Say whether a line begins with the label that comes after the paragraph's own."""
    label = headings.read_label(line.text)
    above = headings.read_label(first.text) if label is not None else None
    if label is None or above is None or label.kind is not above.kind:
        return False
    numbers = [(one.number or "").lstrip("R") for one in (above, label)]
    return all(map(str.isdecimal, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def _bare_label(last: Line, line: Line) -> bool:
    """Say whether a line is only a label: the middle of a paragraph never is so short."""
    label = headings.read_label(line.text)
    if label is None or label.rest:
        return False
    return ends_sentence(last.text) or not (line.text.endswith(".") or goes_on(last.text))


def _closed(text: str) -> bool:
    label = headings.read_label(text)
    return (label is not None and not label.rest) or headings.read_section(text) is not None


def _block(group: Sequence[Line], mark: Mark | None, layout: Layout) -> Block:
    texts = [line.text for line in group]
    if mark:
        texts[0] = texts[0][mark.length :]
    return Block(
        start=group[0].start,
        end=group[-1].end,
        text=joined(texts),
        mark=mark,
        indent=group[0].indent,
        after_page=group[0].after_page,
        hang=_hang(group, mark),
        full=layout.width is not None and len(group[-1].text) > layout.width * 0.85,
    )


def _hang(group: Sequence[Line], mark: Mark | None) -> int:
    if len(group) > 1 and group[1].indent > group[0].indent + 1:
        return group[1].indent
    return group[0].indent + mark.length if mark and mark.length > WIDE_MARK else 0
