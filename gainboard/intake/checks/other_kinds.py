"""One sentence for each kind of file that holds no report to be read, with the way out."""

from gainboard.errors import GainboardError
from gainboard.intake.checks import packages
from gainboard.intake.checks.signature import Kind

_TRACKER = "take it in as a tracker, or save the report it goes with as .docx or .pdf"
_ANEW = "open it in the program it belongs to, save it as .docx or .pdf, and take that in"
_WAYS_OUT: dict[str, tuple[str, str]] = {
    packages.WORKBOOK: ("is a workbook, not a report", _TRACKER),
    packages.SLIDES: (
        "is a set of slides, not a report",
        "ask for the report behind it, or export it as .pdf",
    ),
    packages.MAIL: (
        "is an e-mail, not a report",
        "open it, save its attachment or its text, and take that in",
    ),
    packages.DRAWING: ("is a drawing, not a report", "ask for the report as .docx or .pdf"),
    packages.BOOK: ("is an e-book", "ask for the report as .docx or .pdf"),
    packages.APPLE: ("is a document of Apple’s programs", "export it there as .docx or .pdf"),
    packages.ZIPPED: ("is a zip archive", "unpack it and choose a document in it"),
    packages.UNKNOWN: ("is of a kind that is not known", _ANEW),
    Kind.TABLE: ("is a table, not a report", _TRACKER),
    Kind.E_MAIL: (
        "is an e-mail, not a report",
        "open it, save its attachment or its text, and take that in",
    ),
    Kind.PICTURE: (
        "is a picture, in which no words can be read",
        "ask for the document itself, or have the words recognised (OCR)",
    ),
    Kind.PROGRAM: ("is a program, not a document", "ask its sender what it is before you open it"),
    Kind.ARCHIVE: ("is an archive", "unpack it and choose a document in it"),
    Kind.WEB_ARCHIVE: (
        "is a web archive",
        "open it in a browser or in Word, save it as .html or .docx, and take that in",
    ),
    Kind.WORD_XML: ("is a Word document saved as XML", "open it in Word and save it as .docx"),
    Kind.XML: ("is an XML file, not a document", _ANEW),
    Kind.BINARY: ("is not text, nor any kind of document that is known", _ANEW),
}


def refusal_of(kind: str, name: str) -> GainboardError:
    """Return why a file of this kind is not read as a report, and what to do instead."""
    if kind == packages.LOCKED:
        says = f"“{name}” is protected by a password; nothing was changed. "
        says += "Open it, save it without the password, and take that in."
        return GainboardError("E-PASSWORD", says)
    if kind == Kind.OLD_WORD:
        says = f"“{name}” was written by a word processor of before 1997, which cannot be read. "
        return GainboardError("E-OLD-WORD", f"{says}Open it in Word and save it as .docx.")
    what, way_out = _WAYS_OUT[kind]
    says = f"“{name}” {what}. Nothing was changed: {way_out}."
    is_tabular = kind in (packages.WORKBOOK, Kind.TABLE)
    return GainboardError("E-WORKBOOK" if is_tabular else "E-NOT-TEXT", says)
