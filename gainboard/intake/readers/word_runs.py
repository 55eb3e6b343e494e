"""The words a Word paragraph shows: fields' results, boxes ticked or not, no deleted words."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gainboard.intake.readers.note_marks import is_note_mark
from gainboard.intake.readers.symbols import TICKED, UNTICKED, shown
from gainboard.intake.readers.word_styles import Styles
from gainboard.intake.readers.word_xml import W14, W, at, children, is_on, local, number, value

_WRAPPERS = frozenset(
    "hyperlink ins moveTo smartTag customXml fldSimple dir bdo sdtContent".split()
)
_AS_TEXT = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_PICTURES = frozenset(("drawing", "pict", "object"))
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


class Runs:
    """Read paragraphs in their order, as a field may begin in one and end in another.

    `notes` collects the part and id of each note that was referred to; `has_diagrams` says whether
    words may stand in a SmartArt, which is a file of its own.
    """

    def __init__(self, styles: Styles, *, fields_are_whole: bool) -> None:
        self.notes: list[tuple[str, str]] = []
        self.has_diagrams = False
        self._styles = styles
        self._fields_are_whole = fields_are_whole
        self._fields: list[bool] = []  # of each open one whether its instruction is still open
        self._instructions = 0
        self._words: list[str] = []
        self._boxes: list[Element] = []
        self._style: str | None = None

    def read(self, paragraph: Element) -> tuple[str, list[Element]]:
        """Give the paragraph's words, and the text boxes that are anchored in it."""
        self._words, self._boxes = [], []
        self._style = value(paragraph, "pPr/pStyle")
        self._walk(paragraph)
        return "".join(self._words), self._boxes

    def _walk(self, container: Element) -> None:
        for child in container:
            name = local(child)
            if name == "r":
                self._run(child)
            elif name == "sdt":
                self._control(child)
            elif name in _WRAPPERS:
                self._walk(child)
            elif name == "AlternateContent":
                self._walk(chosen(child))
            elif child.tag.startswith(_MATHS):
                self._say("".join(text.text or "" for text in child.iter(f"{_MATHS}t")))

    def _control(self, control: Element) -> None:
        properties, content = at(control, "sdtPr"), at(control, "sdtContent")
        box = None if properties is None else properties.find(f"{W14}checkbox")
        if box is not None:
            state = box.find(f"{W14}checked")
            ticked = state is not None and state.get(f"{W14}val") in ("1", "true")
            self._say(TICKED if ticked else UNTICKED)
        elif content is not None:
            self._walk(content)

    def _run(self, run: Element) -> None:
        properties = at(run, "rPr")
        if self._hides(properties):
            return
        font = self._font(properties)
        raised = value(properties, "vertAlign") == "superscript"
        for child in run:
            self._part(child, font, raised=raised)

    def _part(self, child: Element, font: str, *, raised: bool) -> None:
        name = local(child)
        if name == "t":
            text = child.text or ""
            if not (raised and is_note_mark(text, "".join(self._words[-3:]))):
                self._say(shown(text, font))
        elif name in _AS_TEXT:
            self._say(_AS_TEXT[name])
        elif name == "br":
            self._say("\f" if child.get(f"{W}type") == "page" else "\n")
        elif name == "sym":
            code = int(_hexadecimal(child.get(f"{W}char", "")), 16)
            self._say(shown(chr(code), child.get(f"{W}font", "")) if code else "")
        elif name == "fldChar":
            self._field(child)
        elif name in _PICTURES:
            self._boxes += boxes(child)
            self.has_diagrams |= any(local(inner) == "relIds" for inner in child.iter())
        elif name == "AlternateContent":
            for inner in chosen(child):
                self._part(inner, font, raised=raised)
        elif name in _NOTES:
            self.notes.append((_NOTES[name], child.get(f"{W}id", "")))
        elif name == "ruby":
            for base in children(child, "rubyBase"):
                self._walk(base)

    def _field(self, mark: Element) -> None:
        step = mark.get(f"{W}fldCharType")
        if step == "begin":
            self._say(_form_field(at(mark, "ffData")))
            self._fields.append(True)
            self._instructions += 1
        elif step == "separate" and self._fields:
            self._instructions -= self._fields[-1]
            self._fields[-1] = False
        elif step == "end" and self._fields:
            self._instructions -= self._fields.pop()

    def _say(self, text: str) -> None:
        if not (self._fields_are_whole and self._instructions):
            self._words.append(text)

    def _hides(self, properties: Element | None) -> bool:
        if at(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        style = value(properties, "rStyle")
        return (style is not None and self._styles.hides(style)) or self._styles.hides(self._style)

    def _font(self, properties: Element | None) -> str:
        fonts = at(properties, "rFonts")
        if fonts is not None:
            return fonts.get(f"{W}ascii", "")
        style = value(properties, "rStyle")
        return self._styles.font(style) if style is not None else ""


def chosen(alternatives: Element) -> Element:
    """Give the one of several forms of the same thing that holds words, the first if all do."""
    forms = list(alternatives)
    return next((form for form in forms if _speaks(form)), forms[0] if forms else alternatives)


def boxes(picture: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes in a picture, each once."""
    for child in picture:
        name = local(child)
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            yield from boxes(chosen(child))
        else:
            yield from boxes(child)


def _speaks(form: Element) -> bool:
    return any(local(element) in ("t", "sym", "fldChar") for element in form.iter())


def _form_field(field: Element | None) -> str:
    box, drop_down = at(field, "checkBox"), at(field, "ddList")
    if box is not None:
        state = "checked" if at(box, "checked") is not None else "default"
        return TICKED if is_on(box, state) else UNTICKED
    if drop_down is not None:
        entries = [entry.get(f"{W}val", "") for entry in children(drop_down, "listEntry")]
        chosen_entry = number(value(drop_down, "result"))
        return entries[chosen_entry] if 0 <= chosen_entry < len(entries) else ""
    return ""


def _hexadecimal(text: str) -> str:
    return text if re.fullmatch(r"[0-9A-Fa-f]{1,4}", text) else "0"
