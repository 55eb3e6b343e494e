"""Rich text's groups and control words, followed from the first to the last."""

import re
from dataclasses import dataclass, field, replace

from gainboard.intake.readers import refusals
from gainboard.intake.readers import rich_text_signs as signs
from gainboard.intake.readers.flow import Flow, Layout
from gainboard.intake.readers.note_marks import is_note_mark
from gainboard.intake.readers.rich_text_layout import LAYOUT_WORDS
from gainboard.intake.readers.symbols import TICKED, UNTICKED, is_symbol_font, shown
from gainboard.intake.source import Piece

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?\ ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<symbol>.)|(?P<brace>[{}])|[\r\n]+"
    rb"|(?P<plain>[^\\{}\r\n]+)",
    re.DOTALL,
)
_DEEPEST = 5000
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_UNSET = 25  # a form field's result that was never given
_BODY = 9
_LONGEST_NAME = 200


@dataclass(slots=True, kw_only=True)
class _Group:
    """Hold what holds until the group ends."""

    kind: str = "text"  # or silent, fonts, styles, form, mark, instruction
    font: int = 0
    skip: int = 1  # characters that follow each \u for readers that do not know it
    hidden: bool = False
    raised: bool = False
    opens: bool = True  # nothing has been read in it yet
    optional: bool = False
    flow: Flow | None = None  # that begins here and ends with the group
    form: dict[str, int] = field(default_factory=dict)


class RichTextReader:
    """Read a file once; afterwards it holds the pieces of the body and of the notes."""

    def __init__(self, content: bytes, name: str) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self._content = content
        self._name = name
        self._page = "cp1252"
        self._font = 0
        self._fonts: dict[int, tuple[str, str]] = {}  # its name and codec
        self._styles: dict[int, tuple[int | None, int]] = {}  # a heading's level, and its base
        self._contents: set[int] = set()  # styles of the lines of tables of contents
        self._style = 0
        self._style_name = ""
        self._tables = 0
        self._groups = [_Group()]
        self._flows = [self._flow(self.pieces)]
        self._bytes = bytearray()
        self._high = ""  # the first half of a character that \u gives in two
        self._to_skip = 0

    def read(self) -> bool:
        """Read everything, and say whether the file has its end."""
        place, length = 0, len(self._content)
        while place < length:
            token = _TOKEN.match(self._content, place)
            if token is None:
                break
            place = token.end()
            if token["word"]:
                place += self._word(token["word"].decode("ascii"), token["number"])
            elif token["byte"]:
                self._take_byte(int(token["byte"], 16))
            elif token["plain"]:
                self._take_plain(token["plain"])
            elif token["symbol"]:
                self._symbol(token["symbol"].decode("latin-1"))
            elif token["brace"] == b"{":
                self._open()
            elif token["brace"]:
                self._close()
        whole = len(self._groups) == 1
        while len(self._groups) > 1:
            self._close()
        self._say_bytes()
        self._flows[0].end()
        return whole

    def _flow(self, pieces: list[Piece]) -> Flow:
        return Flow(pieces=pieces, heading_of=self._heading, next_table=self._next_table)

    def _next_table(self) -> int:
        self._tables += 1
        return self._tables - 1

    def _heading(self, layout: Layout) -> int:
        if layout.outline is not None:
            return layout.outline + 1 if layout.outline < _BODY else 0
        style = layout.style
        for _ in range(20):
            level, base = self._styles.get(style, (None, 0))
            if level is not None or base == style:
                return level or 0
            style = base
        return 0

    def _open(self) -> None:
        self._say_bytes()
        if len(self._groups) > _DEEPEST:
            raise refusals.too_deep(self._name)
        above = self._groups[-1]
        above.opens = False
        self._groups.append(replace(above, opens=True, optional=False, flow=None))
        self._to_skip = 0

    def _close(self) -> None:
        self._say_bytes()
        self._to_skip = 0
        if len(self._groups) == 1:
            return
        ended = self._groups.pop()
        if ended.flow is not None:
            ended.flow.end()
            self._flows.pop()
        if ended.kind == "form" and self._groups[-1].kind != "form":
            self._say_form(ended.form)
        elif ended.kind == "styles" and self._groups[-1].kind == "styles":
            self._end_style()

    def _word(self, word: str, digits: bytes | None) -> int:
        """Follow a control word; give how many of the bytes after it are no text."""
        number = None if digits is None else int(digits)
        group = self._groups[-1]
        opens, group.opens = group.opens, False
        if word == "u" and number is not None:
            self._take_unicode(number & 0xFFFF)
            return 0
        self._say_bytes()
        if word == "bin":
            return max(0, number or 0)
        if (opens or group.optional) and self._begin(word, group):
            return 0
        if group.kind in ("fonts", "styles"):
            self._define(word, number, group)
        elif group.kind == "form" and word.startswith("ff"):
            group.form[word] = number or 0
        elif word in signs.SIGNS:
            self._say(signs.SIGNS[word])
        elif word in LAYOUT_WORDS:
            if group.kind == "text":
                LAYOUT_WORDS[word](self._flows[-1], 1 if number is None else number)
                if word == "s":
                    self._flows[-1].layout.contents = number in self._contents
        else:
            self._set(word, number, group)
        return 0

    def _begin(self, word: str, group: _Group) -> bool:
        """Say whether a control word begins a group of another kind, and begin it."""
        optional, group.optional = group.optional, False
        if group.kind == "silent":
            return True
        kind = _KINDS.get(word)
        if kind is not None:
            group.kind = kind
            group.form = {}
        elif word in ("footnote", "shptxt", "dptxbxtext"):
            flow = self._flow(self.notes if word == "footnote" else self._flows[-1].boxed)
            group.flow, group.kind = flow, "text"
            group.hidden = group.raised = False
            self._flows.append(flow)
        elif word in signs.SILENT or (optional and word not in signs.SHOWN_THOUGH_OPTIONAL):
            group.kind = "silent"
        else:
            return False
        return True

    def _set(self, word: str, number: int | None, group: _Group) -> None:
        on = number != 0
        if word == "f":
            group.font = number or 0
        elif word == "uc":
            group.skip = max(0, min(number or 0, 9))
        elif word in ("v", "deleted"):
            group.hidden = on
        elif word == "super":
            group.raised = on
        elif word in ("nosupersub", "sub"):
            group.raised = False
        elif word == "plain":
            group.hidden = group.raised = False
            group.font = self._font
        elif word in signs.PAGES:
            self._page = signs.PAGES[word]
        elif word == "ansicpg":
            self._page = signs.code_page(number or 0)
        elif word == "deff":
            self._font = group.font = number or 0

    def _define(self, word: str, number: int | None, group: _Group) -> None:
        if group.kind == "fonts":
            if word == "f":
                group.font = number or 0
                self._fonts[group.font] = ("", "")
            elif word == "fcharset":
                name, _ = self._fonts.get(group.font, ("", ""))
                self._fonts[group.font] = (name, signs.character_set(number or 0))
        elif word == "s":
            self._style = number or 0
            self._styles[self._style] = (None, self._style)
        elif word == "sbasedon":
            self._styles[self._style] = (self._styles.get(self._style, (None, 0))[0], number or 0)
        elif word == "outlinelevel" and number is not None:
            base = self._styles.get(self._style, (None, 0))[1]
            self._styles[self._style] = (number + 1 if number < _BODY else 0, base)

    def _end_style(self) -> None:
        name, self._style_name = self._style_name.strip().rstrip(";"), ""
        found = _HEADING.fullmatch(name)
        level, base = self._styles.get(self._style, (None, 0))
        if name.lower().startswith(("toc ", "contents ")):
            self._contents.add(self._style)
        if level is None and (found or name.lower() == "title"):
            self._styles[self._style] = (int(found[1]) if found else 1, base)

    def _symbol(self, symbol: str) -> None:
        group = self._groups[-1]
        if symbol == "*":
            group.optional = True
            return
        group.opens = False
        self._say_bytes()
        if symbol in "\r\n":
            self._flows[-1].end_paragraph()
        elif symbol in signs.SYMBOLS:
            self._say(signs.SYMBOLS[symbol])

    def _take_byte(self, byte: int) -> None:
        self._groups[-1].opens = False
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(byte)

    def _take_plain(self, plain: bytes) -> None:
        self._groups[-1].opens = False
        skipped = min(self._to_skip, len(plain))
        self._to_skip -= skipped
        self._bytes += plain[skipped:]

    def _take_unicode(self, code: int) -> None:
        self._say_bytes()
        self._to_skip = self._groups[-1].skip
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        both = (self._high + chr(code)).encode("utf-16-le", errors="surrogatepass")
        self._high = ""
        self._say(both.decode("utf-16-le", errors="replace"))

    def _say_bytes(self) -> None:
        if not self._bytes:
            return
        name, codec = self._fonts.get(self._groups[-1].font, ("", ""))
        if is_symbol_font(name):
            codec = "latin-1"  # the numbers of its pictures
        taken, self._bytes = bytes(self._bytes), bytearray()
        self._say(taken.decode(codec or self._page, errors="replace"))

    def _say(self, text: str) -> None:
        group = self._groups[-1]
        if group.kind == "fonts":
            name, codec = self._fonts.get(group.font, ("", ""))
            name = name if len(name) > _LONGEST_NAME else (name + text).strip().rstrip(";")
            self._fonts[group.font] = (name, codec)
        elif group.kind == "styles":
            if len(self._style_name) < _LONGEST_NAME:
                self._style_name += text
        elif group.kind in ("text", "mark") and not group.hidden:
            font, _ = self._fonts.get(group.font, ("", ""))
            text = shown(text, font) if is_symbol_font(font) else text
            flow = self._flows[-1]
            if group.kind == "mark":
                flow.mark.append(text)
            elif not (group.raised and is_note_mark(text, "".join(flow.words[-3:]))):
                flow.words.append(text)

    def _say_form(self, form: dict[str, int]) -> None:
        if form.get("fftype") == 1:
            result = form.get("ffres", _UNSET)
            ticked = form.get("ffdefres", 0) if result == _UNSET else result
            self._flows[-1].words.append(TICKED if ticked else UNTICKED)


_KINDS = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "formfield": "form",
    "listtext": "mark",
    "pntext": "mark",
    "fldinst": "instruction",
}
