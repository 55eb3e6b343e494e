"""Names in the XML of an OpenDocument text."""

from xml.etree.ElementTree import Element

_ADDRESS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_ADDRESS}text:1.0}}"
TABLE = f"{{{_ADDRESS}table:1.0}}"
STYLE = f"{{{_ADDRESS}style:1.0}}"
DRAW = f"{{{_ADDRESS}drawing:1.0}}"
OFFICE = f"{{{_ADDRESS}office:1.0}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def whole(element: Element, name: str, otherwise: int, most: int) -> int:
    """Read an attribute that is a whole number from 0 on; nonsense is what is given otherwise."""
    text = element.get(name, "")
    known = text.isascii() and text.isdecimal() and len(text) <= 9
    return min(int(text), most) if known else otherwise
