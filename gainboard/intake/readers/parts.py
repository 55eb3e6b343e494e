"""The parts of a document that is a zip of XML: a .docx or an .odt."""

import io
import zipfile
import zlib
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from gainboard.intake.readers import refusals

_DEEPEST = 200
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Parts:
    """Open a zipped document; raises GainboardError where it is damaged or locked."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise refusals.damaged(name) from None
        self.names = frozenset(self._zip.namelist())

    def root(self, path: str) -> Element | None:
        """Give the part's XML; None where the document has no such part."""
        if path not in self.names:
            return None
        try:
            root: Element = fromstring(self._content(path), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            raise refusals.damaged(self._name) from None
        if _is_deep(root):
            raise refusals.too_deep(self._name)
        return root

    def related(self, path: str) -> dict[str, str]:
        """Give the paths of the parts that a part refers to, by the last word of their kind."""
        folder, file = dirname(path), path.rpartition("/")[2]
        root = self.root(join(folder, "_rels", f"{file}.rels"))
        return {
            relation.get("Type", "").rpartition("/")[2]: normpath(
                join("/", folder, relation.get("Target", ""))
            ).lstrip("/")
            for relation in (() if root is None else root)
            if relation.get("TargetMode") != "External"
        }

    def _content(self, path: str) -> bytes:
        try:
            if self._zip.getinfo(path).flag_bits & 1:
                raise refusals.locked(self._name)
            content = self._zip.read(path)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise refusals.damaged(self._name) from None
        return content.replace(_STRICT, _USUAL)


def _is_deep(root: Element) -> bool:
    """Say whether elements are nested deeper than the walks through them may go."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element if len(child)]
        if not level:
            return False
    return True
