"""The lines of a text: where they stand, which are page furniture, which end where they break."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from gainboard.intake.signs.fields import read_column, read_field

_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?"
    r"|(?:%%|\[|<!--|\{|[-–—=]{1,5})\s?(?:page\s+|p\.?\s?)?\d{1,4}(?:\s+of\s+\d{1,4})?"
    r"\s?(?:%%|\]|-->|\}|[-–—=]{1,5})",
    re.IGNORECASE,
)
_RUNNING_HEAD = re.compile(r"(?:.{0,120}\|\s*page\s+\d{1,4}|page\s+\d{1,4}\s*\|.{0,120})", re.I)
_NUMBERED_HEAD = re.compile(
    r"(?P<front>\d{1,4})\s+(?P<a>[A-Za-z■|•–-].{5,120}[A-Za-z)*])"
    r"|(?P<b>\S.{5,120}?)\s*(?:\||\bpage)?\s+(?P<back>\d{1,4})(?:\s+of\s+\d{1,4})?"
    r"|page\s+(?P<named>\d{1,4})(?:\s+of\s+\d{1,4})?\s+(?P<c>\S.{5,120})",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"^(?:chapter|part|section|appendix|annex|table|figure|box|areas?)\b"
    r"|\b(?:recommendation|finding|improvement|development|action|concern|question|point|issue|rec|afi"
    r"|requirement|proposal|suggestion|direction|opportunity|do)s?\.?\s*(?:no\b\.?|number|ref\b\.?|#|:)?$",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[_=~*–—-]\s?){5,}")  # a line drawn between parts
_ASKS = re.compile(r"\b(?:should|must|shall)\b")
_APART = re.compile(r"\S\s{3,}\S")  # columns side by side
_TITLE_LINES = 3
_LABEL_ALONE = re.compile(
    r"(?:safety\s+|key\s+)?(?:recommendation|area\s+for\s+improvement)(?:\s+no\.?)?", re.IGNORECASE
)
_SHORTEST_PARAGRAPH = 40
_FARTHEST_MARK = 26  # lines between two numbers; pages are longer
_MOST_ALIKE = 4
_LONG_LINE = 130
_NEVER_WRAPPED = 1.5  # times the width of those that are
_SURELY = 5  # lines that run on, to each that is too long to have been wrapped
_LEADERS = "....."
_FAR_SHORTER = 0.75  # of the width of the other lines
_FEWEST_GOING = 2  # lines that go on with the one above them
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|or|of|the|to|with|for|in|a|an|by|on|at|from|that|which|their|its|his|her|our|this|these|as|than|into|between|under|upon|is|are|was|were|be|been|has|have|should|must|not))$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:in|under|by|see)\s+(?:recommendation|paragraph|section)s?$", re.IGNORECASE
)
_REFERRED = re.compile(r"(?:[A-Z]{1,3}-?)?\d")
_GOES_ON_WITH = re.compile(r"[a-z]|\([A-Za-z]{2}|\d{1,4}\s[a-z]")
_ENDS_A_SENTENCE = re.compile(r"[.:;!?](?:\s[(\[][^()]{1,36}[)\]])?[”’\"')\]]{0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold a line without its margins; `start` and `end` index the source."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool = False
    after_page: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Say how wide the text was wrapped; None where each line is a whole paragraph.

    `narrow` holds the width of each line that stands in a narrower column, by its place.
    """

    width: int | None
    narrow: Mapping[int, int] = field(default_factory=dict)

    def breaks_after(self, line: Line, following: Line) -> bool:
        """Say whether a line ends because its paragraph does, not because it was full."""
        width = self.narrow.get(line.start, self.width)
        if width is None or len(line.text) > width * _NEVER_WRAPPED:
            return True
        if goes_on(line.text) or _names_next(line, following):
            return False
        next_word = following.text.split(maxsplit=1)[0]
        room = len(line.text) + 1 + len(next_word)
        if not (next_word[0].isupper() or next_word[0].isdigit() or next_word[0] in "“‘\"'("):
            return False
        if ends_sentence(line.text):
            return room <= width - 2
        return room <= width * 0.85


def _names_next(line: Line, following: Line) -> bool:
    """Say whether a line breaks within a reference: "as asked for in recommendation", "R4."."""
    return bool(_REFERS.search(line.text[-40:]) and _REFERRED.match(following.text))


def all_lines(source: str) -> tuple[Line, ...]:
    """List the lines of a text that are not blank."""
    return tuple(_every_line(source))


def without_running_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave out the heads and feet that come back from page to page, but a title's first place."""
    heads = _running_heads(lines)
    title = {_words(line): line.start for line in reversed(lines[:_TITLE_LINES])}
    dropped = {
        line.start
        for line in lines
        if (_words(line) in heads and title.get(_words(line)) != line.start)
        or _RUNNING_HEAD.fullmatch(line.text)
    }
    beside = {
        one.start
        for first, second in pairwise(lines)
        for one, other in ((first, second), (second, first))
        if other.start in dropped and _PAGE_NUMBER.fullmatch(one.text)
    }
    kept = _without(lines, lambda line: line.start in dropped or line.start in beside)
    return _without_table_heads(kept)


def _without_table_heads(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave out the names of a table's columns that come back where a page begins."""
    seen: set[str] = set()
    again: set[int] = set()
    for line in lines:
        if _APART.search(line.text) is None or not _could_be_head(line.text):
            continue
        if line.after_page and _words(line) in seen:
            again.add(line.start)
        seen.add(_words(line))
    return _without(lines, lambda line: line.start in again)


def without_page_numbers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Leave out the page numbers that stand alone, but not the numbers of paragraphs."""
    marks = _lone_marks(lines)
    return _without(
        lines,
        lambda line: _PAGE_NUMBER.fullmatch(line.text) is not None and line.start not in marks,
    )


def _lone_marks(lines: Sequence[Line]) -> frozenset[int]:
    """Find the numbers alone on their lines that number paragraphs: close by, and of one row."""
    near: dict[int, list[tuple[int, int]]] = {}
    found: set[int] = set()
    counted = Counter(line.text for line in lines)
    for place, line in enumerate(lines[:-1]):
        if not line.text.isdecimal() or len(line.text) > 3:
            continue
        following = lines[place + 1]
        if place and _LABEL_ALONE.fullmatch(lines[place - 1].text):
            found.add(line.start)
            continue
        if not following.text[:1].isupper() or len(following.text) < _SHORTEST_PARAGRAPH:
            continue
        if counted[following.text] > 1:
            continue
        if place and not (line.after_blank or ends_sentence(lines[place - 1].text)):
            continue
        number = int(line.text)
        for at, start in near.get(number - 1, ()):
            if place - at <= _FARTHEST_MARK:
                found |= {start, line.start}
        near.setdefault(number, []).append((place, line.start))
        del near[number][:-_MOST_ALIKE]
    return frozenset(found)


def _without(lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> tuple[Line, ...]:
    kept: list[Line] = []
    blank, page = True, False
    for line in lines:
        blank, page = blank or line.after_blank, page or line.after_page
        if is_furniture(line):
            page = True
            continue
        if (blank, page) != (line.after_blank, line.after_page):
            line = replace(line, after_blank=blank, after_page=page)
        kept.append(line)
        blank = page = False
    return tuple(kept)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends with a stop."""
    return _ENDS_A_SENTENCE.search(text[-44:]) is not None


def goes_on(text: str) -> bool:
    """Say whether a line ends with a word that must have another after it."""
    return _GOES_ON.search(text[-12:]) is not None


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure the width at which a text was wrapped, from all its lines."""
    told = [line for line in lines if _LEADERS not in line.text.replace(" ", "")]
    lengths = sorted(len(line.text) for line in told)
    long_lines = sum(length > _LONG_LINE for length in lengths)
    if not lengths or lengths[-1] < 50:
        return Layout(None)
    wraps = sum(_wraps(first, second) for first, second in pairwise(told))
    if not wraps or (long_lines > max(2, len(lengths) // 30) and wraps < long_lines * _SURELY):
        return Layout(None)
    lengths = [length for length in lengths if length <= _LONG_LINE] or lengths
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    return Layout(width, _narrow(told, width))


def _narrow(lines: Sequence[Line], width: int) -> Mapping[int, int]:
    """Measure each stretch without a blank line whose sentences run on in far shorter lines."""
    found: dict[int, int] = {}
    stretch: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not (line.after_blank and stretch):
            stretch.append(line)
            continue
        longest = max((len(one.text) for one in stretch), default=0)
        going = sum(one.text[:1].islower() for one in stretch[1:])
        if longest < width * _FAR_SHORTER and going >= _FEWEST_GOING and going * 2 >= len(stretch):
            found |= {one.start: longest for one in stretch}
        stretch = [line] if line is not None else []
    return found


def _wraps(first: Line, second: Line) -> bool:
    """Say whether a sentence surely runs on from one line to the next."""
    if second.after_blank or ends_sentence(first.text) or len(first.text) < _SHORTEST_PARAGRAPH:
        return False
    return _GOES_ON_WITH.match(second.text) is not None or goes_on(first.text)


def _every_line(source: str) -> Iterator[Line]:
    start, blank, page = 0, True, False
    for raw in source.split("\n"):
        text = raw.strip()
        page = page or "\f" in raw
        if text and not _RULE.fullmatch(text):
            margin = raw[: len(raw) - len(raw.lstrip())]
            first = start + len(margin)
            yield Line(
                start=first,
                end=first + len(text),
                text=text,
                indent=len(margin) - margin.count("\f"),
                after_blank=blank,
                after_page=page,
            )
            page = False
        blank = not text or _RULE.fullmatch(text) is not None
        start += len(raw) + 1


def _running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Find the lines that come back beside page numbers: heads and feet of pages."""
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for first, second in pairwise(lines):
        if _PAGE_NUMBER.fullmatch(first.text) and _could_be_head(_words(second)):
            below[_words(second)] += 1
        if _PAGE_NUMBER.fullmatch(second.text) and _could_be_head(_words(first)):
            above[_words(first)] += 1
    return (
        frozenset(
            text
            for counted in (above, below)
            for text, count in counted.items()
            if count > 2 or (count > 1 and _could_be_foot(text))
        )
        | _numbered_heads(lines)
        | _repeated_feet(lines)
    )


def _repeated_feet(lines: Sequence[Line]) -> frozenset[str]:
    """Find feet of two lines or more: the same short lines below each other, again and again."""
    pairs = Counter(
        (_words(first), _words(second))
        for first, second in pairwise(lines)
        if len(first.text) < _SHORTEST_PARAGRAPH and len(second.text) < _SHORTEST_PARAGRAPH
    )
    return frozenset(
        text
        for pair, count in pairs.items()
        if count > 2 and all(map(_could_be_foot, pair))
        for text in pair
    )


def _words(line: Line) -> str:
    """Give a line's words, however far apart they were set on this page or that."""
    return " ".join(line.text.split())


def _could_be_foot(text: str) -> bool:
    if len(text) < 5 or text[-1] in ".;?,!" or ":" in text:
        return False
    if not text[0].isalnum() or text[0].islower():
        return False
    return read_column(text) is None and _LISTS.search(text) is None


def _numbered_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Find the heads and feet that hold their page's number: the same words, rising numbers."""
    places: dict[str, list[tuple[int, str]]] = {}
    for line in lines:
        text = _words(line)
        found = _NUMBERED_HEAD.fullmatch(text) if len(text) < _LONG_LINE else None
        if found is None or not _could_be_head(text):
            continue
        number = int(found["front"] or found["back"] or found["named"])
        named = found["a"] or found["b"] or found["c"]
        words = " ".join(sorted(named.split()))
        if len(words) > 7 and not _LISTS.search(named):
            places.setdefault(words, []).append((number, text))
    return frozenset(
        text
        for seen in places.values()
        if len(seen) > 1 and all(a[0] < b[0] for a, b in pairwise(seen))
        for _, text in seen
    )


def _could_be_head(text: str) -> bool:
    if not 15 < len(text) < 150 or ends_sentence(text) or _ASKS.search(text):
        return False
    return read_field(text) is None
