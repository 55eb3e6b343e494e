"""One report in every form gives the same items, words and dates."""

from collections.abc import Callable
from html import escape

import pytest

from gainboard.domain.draft import Draft
from gainboard.intake.extract import draft_of
from gainboard.intake.readers import old_word, open_text, plain, rich_text, web, word
from gainboard.intake.source import Source
from tests.intake.northmoor import REPORT
from tests.intake.readers.old_word_files import doc
from tests.intake.readers.test_open_text import odt
from tests.intake.readers.word_files import docx, p

LINES = REPORT.split("\n")


def as_rich_text(text: str) -> bytes:
    letters = "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in text)
    return (r"{\rtf1\ansi " + letters.replace("\n", r"\par ") + r"\par}").encode()


def as_page(text: str) -> bytes:
    return f"<meta charset=utf-8><pre>{escape(text)}</pre>".encode()


def as_open_text(text: str) -> bytes:
    return odt("".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")))


FORMS: dict[str, Callable[[], Source]] = {
    "docx": lambda: word.read(docx("".join(p(escape(line)) for line in LINES)), "a"),
    "odt": lambda: open_text.read(as_open_text(REPORT), "a"),
    "rtf": lambda: rich_text.read(as_rich_text(REPORT), "a"),
    "doc": lambda: old_word.read(doc([(REPORT.replace("\n", "\r") + "\r", b"")]), "a"),
    "html": lambda: web.read(as_page(REPORT), "a"),
    "txt in UTF-16": lambda: plain.read(REPORT.encode("utf-16"), "a"),
}


def items(draft: Draft) -> list[object]:
    return [
        (i.number, i.kind, " ".join(i.text.split()), i.clauses, i.deadlines, i.addressees)
        for i in draft.items
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_report_gives_the_same_items_in_every_form(form: str) -> None:
    expected = items(draft_of(plain.read(REPORT.encode(), "a")))
    assert len(expected) > 5
    assert items(draft_of(FORMS[form]())) == expected
