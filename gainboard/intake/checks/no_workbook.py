"""What is said of a file that is offered as a tracker and is something else."""

from gainboard.errors import GainboardError
from gainboard.intake.checks.packages import (
    APPLE,
    BOOK,
    DRAWING,
    MAIL,
    OLD_WORD,
    OPEN_TEXT,
    SLIDES,
    WORD,
)
from gainboard.intake.checks.signature import Kind

_REPORTS: dict[str, str] = {
    Kind.PDF: "a PDF",
    Kind.RICH_TEXT: "a rich text document",
    Kind.OLD_WORD: "a Word document",
    Kind.WORD_XML: "a Word document",
    WORD: "a Word document",
    OLD_WORD: "a Word document",
    OPEN_TEXT: "an OpenDocument text",
}
_OTHERS: dict[str, str] = {
    Kind.PICTURE: "a picture",
    Kind.PROGRAM: "a program",
    Kind.ARCHIVE: "an archive",
    SLIDES: "a presentation",
    DRAWING: "a drawing",
    MAIL: "an e-mail",
    BOOK: "an e-book",
    APPLE: "a Pages document",
}


def refuse_others(kind: str, name: str) -> None:
    """Raise GainboardError E-NOT-A-WORKBOOK for what can be no tracker, with what to do instead."""
    if what := _REPORTS.get(kind):
        raise GainboardError(
            "E-NOT-A-WORKBOOK",
            f"“{name}” is {what} and no workbook; nothing was taken in. If it is a report, choose "
            "“Take in a report”; a tracker is kept in a workbook (.xlsx, .xls, .ods) or a .csv.",
        )
    if what := _OTHERS.get(kind):
        raise GainboardError(
            "E-NOT-A-WORKBOOK",
            f"“{name}” is {what} and no workbook; nothing was taken in. Choose the workbook "
            "(.xlsx, .xls, .xlsb, .ods) or the .csv in which the tracker is kept.",
        )
