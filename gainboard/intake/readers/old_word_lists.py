"""The lists and styles of an old Word document, as the newer form has them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gainboard.intake.readers.old_word_bytes import u8, u16, u32
from gainboard.intake.readers.old_word_file import FONTS, LIST_USES, LISTS, STYLES, OldWordFile
from gainboard.intake.readers.old_word_formats import ParagraphFormat, paragraph_format
from gainboard.intake.readers.word_numbering import LONGEST_MARK, Level, NumberedList, Numbering

_FORMS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    6: "cardinalText",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}
_TITLE, _LAST_HEADING = 62, 9
_CONTENTS = range(19, 28)
_MOST_STYLES = 4095
_NOTHING_BEFORE = 0xFFF
_OTHER_START, _OTHER_FORM = 0x10, 0x20
_MOST = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Hold a paragraph style: its built-in number, what it is based on, and its format."""

    known_as: int
    base: int
    format: ParagraphFormat

    @property
    def heading(self) -> int | None:
        """Give the level of the heading that Word knows the style as."""
        if 1 <= self.known_as <= _LAST_HEADING:
            return self.known_as
        return 1 if self.known_as == _TITLE else None

    @property
    def lists_contents(self) -> bool:
        """Say whether the style is for the lines of a table of contents."""
        return self.known_as in _CONTENTS


def read_styles(file: OldWordFile) -> dict[int, Style]:
    """Read the paragraph styles by their numbers."""
    table = file.table(STYLES)
    if len(table) < 6:
        return {}
    at, count, fixed = 2 + u16(table, 0), min(u16(table, 2), _MOST_STYLES), u16(table, 4)
    styles: dict[int, Style] = {}
    for number in range(count):
        if at + 2 > len(table):
            break
        size = u16(table, at)
        style = table[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        if size >= 10 and u16(style, 2) & 0xF == 1:
            styles[number] = _style(style, fixed)
    return styles


def _style(style: bytes, fixed: int) -> Style:
    at = fixed + 2 + 2 * u16(style, fixed) + 2
    size = u16(style, at) if at + 2 <= len(style) else 0
    changes = style[at + 4 : at + 2 + size]
    base = u16(style, 2) >> 4
    return Style(
        known_as=u16(style, 0) & 0xFFF,
        base=-1 if base == _NOTHING_BEFORE else base,
        format=paragraph_format(changes),
    )


def read_numbering(file: OldWordFile, fonts: Mapping[int, str]) -> Numbering:
    """Read the lists, by the number that paragraphs name them by."""
    definitions = _definitions(file.table(LISTS), file.after(LISTS), fonts)
    uses = file.table(LIST_USES)
    count = min(u32(uses, 0), (len(uses) - 4) // 16) if len(uses) >= 4 else 0
    at = 4 + 16 * count
    lists: dict[str, NumberedList] = {}
    for place in range(count):
        name = u32(uses, 4 + 16 * place)
        overrides = u8(uses, 4 + 16 * place + 12)
        levels, starts, at = _overridden(definitions.get(name, {}), uses, at + 4, overrides, fonts)
        lists[str(place + 1)] = NumberedList(abstract=str(name), levels=levels, starts=starts)
    return Numbering(lists)


def _overridden(
    levels: Mapping[int, Level], uses: bytes, at: int, count: int, fonts: Mapping[int, str]
) -> tuple[dict[int, Level], dict[int, int], int]:
    """Read how a use of a list differs from it; give also where the next use's differences are."""
    own, starts = dict(levels), dict[int, int]()
    for _ in range(count):
        start, flags = u32(uses, at), u32(uses, at + 4)
        depth = flags & 0xF
        at += 8
        if flags & _OTHER_FORM:
            own[depth], at = _level(uses, at, fonts)
            start = own[depth].start
        if flags & _OTHER_START and depth in own:
            starts[depth] = min(start, _MOST)
            own[depth] = replace(own[depth], start=starts[depth])
    return own, starts, at


def read_fonts(file: OldWordFile) -> dict[int, str]:
    """Read the names of the fonts by their numbers."""
    table = file.table(FONTS)
    fonts: dict[int, str] = {}
    at = 4
    while at + 40 < len(table) and len(fonts) < 1000:
        size = u8(table, at)
        name = table[at + 40 : at + 1 + size].decode("utf-16-le", errors="replace")
        fonts[len(fonts)] = name.partition("\0")[0]
        at += 1 + size
    return fonts


def _definitions(
    table: bytes, after: bytes, fonts: Mapping[int, str]
) -> dict[int, dict[int, Level]]:
    if len(table) < 2:
        return {}
    count = min(u16(table, 0), (len(table) - 2) // 28)
    found: dict[int, dict[int, Level]] = {}
    at = 0
    for place in range(count):
        start = 2 + 28 * place
        levels: dict[int, Level] = {}
        for depth in range(1 if u8(table, start + 26) & 1 else 9):
            if at + 28 > len(after):
                break
            levels[depth], at = _level(after, at, fonts)
        found[u32(table, start)] = levels
    return found


def _level(content: bytes, at: int, fonts: Mapping[int, str]) -> tuple[Level, int]:
    """Read one level of a list; give it and where the next begins."""
    paragraph, characters = u8(content, at + 25), u8(content, at + 24)
    text_at = at + 28 + paragraph + characters
    length = u16(content, text_at)
    text = content[text_at + 2 : text_at + 2 + 2 * length].decode("utf-16-le", errors="replace")
    flags = u8(content, at + 5)
    level = Level(
        start=min(u32(content, at), _MOST),
        form=_FORMS.get(u8(content, at + 4), "decimal"),
        text="".join(
            f"%{ord(each) + 1}" if ord(each) < 9 else each for each in text[:LONGEST_MARK]
        ),
        restart=u8(content, at + 26) if flags & 8 else None,
        legal=bool(flags & 4),
        font=_font(content[at + 28 + paragraph : text_at], fonts),
    )
    return level, text_at + 2 + 2 * length


def _font(changes: bytes, fonts: Mapping[int, str]) -> str:
    at = changes.find(b"\x4f\x4a")
    return fonts.get(u16(changes, at + 2), "") if 0 <= at <= len(changes) - 4 else ""
