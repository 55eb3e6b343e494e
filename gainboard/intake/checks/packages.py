"""What a file of several streams is: a zip of today's programs, or an OLE file of older ones."""

import io
from zipfile import ZipFile

import olefile
from olefile.olefile import OleFileError

from gainboard.intake.checks.zip_checks import damaged, macros

WORD, OPEN_TEXT, OLD_WORD, WORKBOOK = "word", "open text", "old word", "workbook"
SLIDES, LOCKED, MAIL, DRAWING, BOOK = "slides", "locked", "e-mail", "drawing", "e-book"
APPLE, ZIPPED, UNKNOWN = "a Pages document", "zipped", "unknown"

_FOLDERS = {"word/": WORD, "xl/": WORKBOOK, "ppt/": SLIDES, "visio/": DRAWING}
_TYPES = (
    (b"application/vnd.oasis.opendocument.text", OPEN_TEXT),
    (b"application/vnd.oasis.opendocument.spreadsheet", WORKBOOK),
    (b"application/vnd.oasis.opendocument.presentation", SLIDES),
    (b"application/vnd.oasis.opendocument.graphics", DRAWING),
    (b"application/epub", BOOK),
)
_STREAMS = {
    "encryptedpackage": LOCKED,
    "encryptioninfo": LOCKED,
    "worddocument": OLD_WORD,
    "workbook": WORKBOOK,
    "book": WORKBOOK,
    "powerpoint document": SLIDES,
    "visiodocument": DRAWING,
    "__properties_version1.0": MAIL,
}
_MACROS = {"macros", "_vba_project_cur", "vba"}


def kind_of_zip(archive: ZipFile) -> str:
    """Say what a zip that has passed its checks holds, by the names of its parts."""
    names = archive.namelist()
    if "mimetype" in names:
        said = archive.read("mimetype")[:200]
        for beginning, kind in _TYPES:
            if said.startswith(beginning):
                return kind
    for folder, kind in _FOLDERS.items():
        if any(name.startswith(folder) and name.endswith((".xml", ".bin")) for name in names):
            return kind
    if "content.xml" in names:
        return OPEN_TEXT
    return APPLE if any(name.endswith(".iwa") for name in names) else ZIPPED


def kind_of_ole(content: bytes, name: str) -> str:
    """Say what an OLE file is; raises E-DAMAGED-DOCUMENT, or E-MACROS where it holds any."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            streams = {parts[0].casefold() for parts in ole.listdir(storages=True)}
    except (OleFileError, OSError, ValueError, IndexError, KeyError, TypeError, AttributeError):
        raise damaged(name) from None
    kind = next((_STREAMS[each] for each in _STREAMS if each in streams), UNKNOWN)
    if kind in (OLD_WORD, WORKBOOK, SLIDES) and streams & _MACROS:
        raise macros(name)
    return kind
