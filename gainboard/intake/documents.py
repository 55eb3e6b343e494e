"""A path to a document's text, or one sentence that says why not."""

import unicodedata
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from gainboard.errors import GainboardError
from gainboard.intake.checks.signature import Kind, kind_of

if TYPE_CHECKING:
    from gainboard.intake.source import Source

LARGEST = 50 * 1024 * 1024

# By name, for each library is loaded only when a file of its kind comes in.
_READERS: dict[str, str] = {
    Kind.TEXT: "plain",
    Kind.PDF: "pdf",
    Kind.RICH_TEXT: "rich_text",
    Kind.WEB_PAGE: "web",
    "word": "word",
    "open text": "open_text",
    "old word": "old_word",
}


def read_document(path: Path) -> "Source":
    """Read a document by what it is, whatever its suffix says; the file is never changed.

    Raises GainboardError with E-NOT-FOUND, E-FOLDER, E-NO-PERMISSION, E-EMPTY, E-TOO-BIG,
    E-NOT-TEXT, E-WORKBOOK, E-PASSWORD, E-MACROS, E-UNSAFE-DOCUMENT, E-DAMAGED-DOCUMENT,
    E-OLD-WORD or E-NO-TEXT.
    """
    name = shown_name(path)
    content = read_content(path)
    kind = _kind(content, name, path.suffix.lower())
    if kind not in _READERS:
        from gainboard.intake.checks.other_kinds import refusal_of

        raise refusal_of(kind, name)
    source: Source = import_module(f"gainboard.intake.readers.{_READERS[kind]}").read(content, name)
    if not source.text.strip():
        raise GainboardError("E-EMPTY", f"“{name}” holds no words, only empty lines.")
    return source


def read_content(path: Path) -> bytes:
    """Return the bytes of a file of at most 50 MB; raises as `read_document` does."""
    name = shown_name(path)
    try:
        if path.is_dir():
            raise GainboardError("E-FOLDER", f"“{name}” is a folder. Choose a document in it.")
        if path.exists() and not path.is_file():
            raise GainboardError(
                "E-NOT-TEXT", f"“{name}” is a pipe or a device. Choose a document."
            )
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        says = f"There is no file “{name}” in that place. It may have been moved or renamed."
        raise GainboardError("E-NOT-FOUND", says) from None
    except PermissionError:
        says = f"You do not have permission to read “{name}”, or another program holds it."
        raise GainboardError("E-NO-PERMISSION", says) from None
    except OSError as fault:
        says = f"“{name}” cannot be read: {fault.strerror or 'the disk gave an error'}."
        raise GainboardError("E-NOT-FOUND", says) from None
    if len(content) > LARGEST:
        says = f"“{name}” is larger than 50 MB, the most that is read. Split the document."
        raise GainboardError("E-TOO-BIG", says)
    if not content:
        raise GainboardError("E-EMPTY", f"“{name}” is empty: it holds no text at all.")
    return content


def shown_name(path: Path) -> str:
    """Return a file's name as one line of a sentence can hold it."""
    letters = (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(each) in _UNSHOWN else each
        for each in path.name[:200]
    )
    return "".join(letters)


# Control characters, those that turn the line round, lone surrogates, line and paragraph ends.
_UNSHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _kind(content: bytes, name: str, suffix: str) -> str:
    """Say what the content is; what holds several streams is looked into, after its checks."""
    kind = kind_of(content, suffix)
    if kind is Kind.ZIP:
        from gainboard.intake.checks.packages import kind_of_zip
        from gainboard.intake.checks.zip_checks import checked_zip

        with checked_zip(content, name) as archive:
            return kind_of_zip(archive)
    if kind is Kind.OLE:
        from gainboard.intake.checks.packages import kind_of_ole

        return kind_of_ole(content, name)
    return kind
