"""Pages as extraction leaves them: heads, notes and lone numbers among the items change nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gainboard.intake.extract import extract
from tests.intake.northmoor import REPORT
from tests.intake.test_shared_documents import SHARED, SLUGS

Disturbance = Callable[[str], str]
FORMS = Path(__file__).with_name("forms")
TABLED = re.compile(
    r"audit_(?!office)|.*(?:table|columns)|page_furniture|ugly_inquiry|stacked|raw_detached"
)
UNTABLED = sorted(path.stem for path in FORMS.glob("*.txt") if not TABLED.match(path.stem))


def parted(text: str, between: Callable[[int], str]) -> str:
    """Put something between paragraphs, after every fourth."""
    pieces = [*["The sea was calm that day."] * 16, *re.split(r"\n[ \t]*\n", text)]
    out = []
    for place, piece in enumerate(pieces):
        out.append(piece)
        if place % 4 == 3:
            out.append(between(place))
    return "\n\n".join(out)


def with_page_heads(text: str) -> str:
    return parted(text, lambda place: f"Review of quays and coasts in Northmoor {40 + place}")


def with_page_numbers(text: str) -> str:
    return parted(text, lambda place: f"{1800 + place}\n\nPart L | Summary of quays")


def with_notes(text: str) -> str:
    return parted(
        text,
        lambda place: (
            f"{200 + 2 * place}  Part H, Chapter 5, paragraph 2.62\n"
            f"{201 + 2 * place}  Quays Act 1964, section 3."
        ),
    )


def with_page_marks(text: str) -> str:
    return parted(text, lambda place: f"%%page {place}%%" if place % 8 == 3 else f"[Page {place}]")


def with_lone_numbers(text: str) -> str:
    return re.sub(
        r"(?m)^([ \t]*)(\(?\d{1,3}[.)]|\d{1,3}\.\d{1,3}|[•◼])[ \t]+(?=\S)", r"\1\2\n\n\1", text
    )


def with_wider_gaps(text: str) -> str:
    return text.replace("\n\n", "\n\n\n\n")


DISTURBANCES = [
    with_page_heads,
    with_page_numbers,
    with_notes,
    with_page_marks,
    with_lone_numbers,
    with_wider_gaps,
]


def essence(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, " ".join(item.text.split())) for item in extract(text).items]


@pytest.mark.parametrize("disturb", DISTURBANCES, ids=lambda disturb: disturb.__name__)
@pytest.mark.parametrize("form", UNTABLED)
def test_a_form_gives_the_same_items_on_disturbed_pages(form: str, disturb: Disturbance) -> None:
    text = (FORMS / f"{form}.txt").read_text(encoding="utf-8").split("\n=====\n")[0]
    assert essence(disturb(text)) == essence(text)


@pytest.mark.parametrize("disturb", DISTURBANCES, ids=lambda disturb: disturb.__name__)
def test_a_whole_response_form_gives_the_same_items_on_disturbed_pages(
    disturb: Disturbance,
) -> None:
    assert essence(disturb(REPORT)) == essence(REPORT)


@pytest.mark.skipif(not SLUGS, reason="the shared documents are not here")
@pytest.mark.parametrize("disturb", DISTURBANCES, ids=lambda disturb: disturb.__name__)
@pytest.mark.parametrize("slug", SLUGS or ["none"])
def test_a_real_document_keeps_its_numbers_on_disturbed_pages(
    slug: str, disturb: Disturbance
) -> None:
    label = json.loads((SHARED / "labels" / f"{slug}.json").read_text(encoding="utf-8"))
    text = (SHARED / "documents" / f"{slug}.txt").read_text(encoding="utf-8", errors="replace")
    found = extract(disturb(text)).items[: len(label["items"])]
    assert [item.number for item in found] == [item["number"] for item in label["items"]]
