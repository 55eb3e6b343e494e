"""One report of a fictional force as a sound file of each kind that comes in."""

import html
import io
from functools import cache

import openpyxl

from tests.intake.checks.zipped import zipped
from tests.intake.readers.word_files import abstract, docx, listed, num, p, styled, table
from tests.reliability.ole_files import old_word
from tests.reliability.pdf_files import pdf_of

TITLE = "Custody in Northmoor: an inspection"
LINES = (
    TITLE,
    "Published 4 February 2026",
    "Recommendations",
    "Recommendation 1",
    "Within six months, Northmoor Police should review every cell (and its log).",
    "Recommendation 2",
    "By September 2026, the Chief Constable should ensure that:",
    "• detainees are seen by a nurse within an hour; and",
    "• “constant” watch is recorded – whole and at once.",
    "Area for improvement 3",
    "The force should improve how it records its reasons.",
)
ROWS = (
    ("Ref", "Recommendation", "Owner", "Due date", "Status"),
    ("1", LINES[4], "ACC Custody", "2026-08-04", "Open"),
    ("2", "The Chief Constable should ensure that nurses are there.", "Supt", "Sep-26", "Closed"),
    ("3", LINES[10], "", "ongoing", "OPEN"),
)


@cache
def report_files() -> dict[str, bytes]:
    """Return the report by suffix; the workbooks and the table hold it as a tracker."""
    return {
        "docx": _docx(),
        "pdf": pdf_of(["\n".join(LINES[:6]), "\n".join(LINES[6:]), "Annex A\nA list of terms"]),
        "rtf": _rtf(),
        "html": _html(),
        "doc": old_word("\n".join(LINES)),
        "odt": _odt(),
        "txt": "\n\n".join(LINES).encode(),
        "xlsx": _xlsx(),
        "csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode(),
    }


def _docx() -> bytes:
    body = styled(LINES[0], "Title") + "".join(p(line) for line in LINES[1:7])
    body += listed(LINES[7][2:], 1) + listed(LINES[8][2:], 1) + "".join(p(x) for x in LINES[9:])
    body += table(*(row[:3] for row in ROWS))
    numbering = abstract(0, ("bullet", "•"), ("lowerLetter", "(%2)")) + num(1, 0)
    return docx(body, numbering=numbering, styles="<w:style/>")


def _rtf() -> bytes:
    whole = "".join(
        letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in "\\par\n".join(LINES)
    )
    return (
        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}{\\*\\generator Writer;}\\f0\\fs22 "
        f"{whole}\\par}}"
    ).encode()


def _html() -> bytes:
    paragraphs = "".join(f"<p class='a'>{html.escape(line)}</p>\n" for line in LINES[1:])
    cells = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in ROWS
    )
    head = f"<head><meta charset=utf-8><title>{TITLE}</title><style>p {{}}</style></head>"
    return (
        f"<!DOCTYPE html><html>{head}<body><h1>{TITLE}</h1>{paragraphs}"
        f"<ul><li>one<ul><li>two</ul></ul><table>{cells}</table></body></html>"
    ).encode()


def _odt() -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    lines = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in LINES)
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {names}>"
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tracker"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A6:E6")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
