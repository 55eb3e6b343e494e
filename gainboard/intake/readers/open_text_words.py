"""The words an OpenDocument paragraph shows: fields, boxes ticked or not, nothing hidden."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from gainboard.intake.readers.note_marks import is_note_mark
from gainboard.intake.readers.open_text_xml import DRAW, OFFICE, STYLE, TEXT, whole
from gainboard.intake.readers.symbols import TICKED, UNTICKED

_SILENT = frozenset(
    (
        f"{OFFICE}annotation",
        f"{OFFICE}annotation-end",
        f"{TEXT}note-citation",
        f"{TEXT}ruby-text",
        f"{TEXT}hidden-text",
        f"{TEXT}hidden-paragraph",
        f"{TEXT}script",
        f"{DRAW}image",
        f"{DRAW}object",
        f"{DRAW}object-ole",
    )
)
_MOST_SPACES = 100


class Words:
    """Read paragraphs; `notes` collects the bodies of the notes met on the way."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self.notes: list[Element] = []
        self._hidden = _styles(roots, f"{TEXT}display", "none")
        self._raised = _styles(roots, f"{STYLE}text-position", "super")
        self._words: list[str] = []
        self._boxes: list[Element] = []

    def read(self, paragraph: Element) -> tuple[str, list[Element]]:
        """Give the paragraph's words, and the text boxes that are anchored in it."""
        self._words, self._boxes = [], []
        if paragraph.get(f"{TEXT}style-name", "") not in self._hidden:
            self._walk(paragraph)
        return "".join(self._words), self._boxes

    def _walk(self, element: Element) -> None:
        self._say(element.text)
        for child in element:
            self._inside(child)
            self._say(child.tail)

    def _inside(self, child: Element) -> None:
        start = len(self._words)
        if child.tag == f"{TEXT}s":
            self._words.append(" " * whole(child, f"{TEXT}c", 1, _MOST_SPACES))
        elif child.tag == f"{TEXT}tab":
            self._words.append("\t")
        elif child.tag == f"{TEXT}line-break":
            self._words.append("\n")
        elif child.tag == f"{DRAW}text-box":
            self._boxes.append(child)
        elif child.tag == f"{TEXT}note":
            self.notes += child.findall(f"{TEXT}note-body")
        elif child.tag.endswith("}fieldmark"):
            self._words.append(_box(child))
        elif child.tag.endswith("}content-control") and _is_checkbox(child):
            self._words.append(TICKED if _is_checked(child) else UNTICKED)
        elif child.tag not in _SILENT and child.get(f"{TEXT}style-name", "") not in self._hidden:
            self._walk(child)
        if child.get(f"{TEXT}style-name", "") in self._raised:
            before = "".join(self._words[max(0, start - 3) : start])
            if is_note_mark("".join(self._words[start:]), before):
                del self._words[start:]

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(" ".join(text.split("\n")))


def _styles(roots: Sequence[Element], name: str, value: str) -> frozenset[str]:
    """Name the styles whose words have a property of which a value is the beginning."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for root in roots
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}text-properties")
        if properties.get(name, "").startswith(value)
    )


def _box(mark: Element) -> str:
    if not any(value.endswith("FORMCHECKBOX") for value in mark.attrib.values()):
        return ""
    values = [value for parameter in mark for value in parameter.attrib.values()]
    return TICKED if "Checkbox_Checked" in values and "true" in values else UNTICKED


def _is_checkbox(control: Element) -> bool:
    return any(name.endswith("}checkbox") for name in control.attrib)


def _is_checked(control: Element) -> bool:
    return any(
        name.endswith("}checked") and value == "true" for name, value in control.attrib.items()
    )
