"""Names and properties in the XML of a .docx."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OFF = frozenset(("0", "false", "off", "none"))


def local(element: Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, path: str) -> str | None:
    """Give the `val` of the element at a path such as "pPr/pStyle"; None where it is not there."""
    found = at(element, path)
    return None if found is None else found.get(f"{W}val", "")


def at(element: Element | None, path: str) -> Element | None:
    """Find the element at a path of names of the main namespace."""
    for name in path.split("/"):
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def is_on(element: Element | None, path: str) -> bool:
    """Say whether a property that is on or off is there and on."""
    found = value(element, path)
    return found is not None and found.lower() not in _OFF


def number(text: str | None, otherwise: int = 0) -> int:
    """Read a whole number of at most nine digits, as some files hold nonsense in its place."""
    plain = (text or "").strip().removeprefix("-")
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= 9):
        return otherwise
    return -int(plain) if (text or "").strip().startswith("-") else int(plain)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the direct children of a name of the main namespace."""
    return iter(()) if element is None else element.iterfind(f"{W}{name}")
