"""A path to a document's text, or one sentence that says why not."""

from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.intake.source import Source
from gainboard.intake.text import decode

LARGEST = 50 * 1024 * 1024
_OTHER_KINDS = {
    ".doc": "a Word document",
    ".docx": "a Word document",
    ".odt": "an OpenDocument text",
    ".pdf": "a PDF",
    ".rtf": "a rich text document",
    ".htm": "a web page",
    ".html": "a web page",
    ".xls": "an Excel workbook",
    ".xlsx": "an Excel workbook",
    ".msg": "an e-mail",
    ".eml": "an e-mail",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def read_document(path: Path) -> Source:
    """Read a plain text document.

    Raises GainboardError with E-NOT-FOUND, E-FOLDER, E-NO-PERMISSION, E-EMPTY, E-TOO-BIG or
    E-NOT-TEXT; the file is never changed.
    """
    _refuse_other_kinds(path)
    content = _content(path)
    _refuse_binary(path, content)
    plain = decode(content)
    if not plain.text.strip():
        raise GainboardError("E-EMPTY", f"“{path.name}” holds no words, only empty lines.")
    return Source(text=plain.text, warnings=plain.warnings)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise GainboardError("E-FOLDER", f"“{path.name}” is a folder. Choose a document in it.")
        if path.exists() and not path.is_file():
            says = f"“{path.name}” is a pipe or a device. Choose a document."
            raise GainboardError("E-NOT-TEXT", says)
        size = path.stat().st_size
        if size > LARGEST:
            says = f"“{path.name}” is larger than 50 MB, the most that is read. Split the document."
            raise GainboardError("E-TOO-BIG", says)
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        says = f"There is no file “{path.name}” in that place. It may have been moved or renamed."
        raise GainboardError("E-NOT-FOUND", says) from None
    except PermissionError:
        says = f"You do not have permission to read “{path.name}”, or another program holds it."
        raise GainboardError("E-NO-PERMISSION", says) from None
    except OSError as fault:
        says = f"“{path.name}” cannot be read: {fault.strerror or 'the disk gave an error'}."
        raise GainboardError("E-NOT-FOUND", says) from None
    if not content:
        raise GainboardError("E-EMPTY", f"“{path.name}” is empty: it holds no text at all.")
    return content


def _refuse_other_kinds(path: Path) -> None:
    suffix = path.suffix.lower()
    if suffix not in _OTHER_KINDS or not path.is_file():
        return
    says = (
        f"“{path.name}” is {_OTHER_KINDS[suffix]}, which cannot be read yet."
        " Open it in the program it belongs to, save it as plain text (.txt), and take that in."
    )
    raise GainboardError("E-NOT-TEXT", says)


def _refuse_binary(path: Path, content: bytes) -> None:
    """Refuse what is plainly no text: known signatures, or many control bytes at the start."""
    head = content[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    controls = len(head) - len(head.translate(None, _CONTROLS))
    signed = head.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"MZ\x90"))
    if signed or controls > max(8, len(head) // 50):
        says = f"“{path.name}” is not plain text. Save the document as plain text (.txt) first."
        raise GainboardError("E-NOT-TEXT", says)
