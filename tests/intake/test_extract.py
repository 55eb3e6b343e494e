"""A whole response form, read from end to end, in the shapes in which it may arrive."""

import re
import textwrap
from datetime import date
from typing import Any

import pytest

from gainboard.domain.draft import Basis, Draft, Kind, Scope
from gainboard.intake.draft_json import to_json
from gainboard.intake.extract import extract
from tests.intake.northmoor import REPORT, enumerated

BARE = "\n".join(line for line in REPORT.split("\n") if line.strip())


def wrapped(text: str, width: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in text.split("\n")
    )


def labels(form: str, text: str = REPORT) -> str:
    return re.sub(r"(?m)^Recommendation (\d+)\n\n", form, text)


SHAPES = {
    "Windows line ends": REPORT.replace("\n", "\r\n"),
    "vertical tabs": REPORT.replace("\n", "\v"),
    "no blank lines": BARE,
    "double-spaced": REPORT.replace("\n", "\n\n"),
    "indented": textwrap.indent(REPORT, "    "),
    "wrapped at 80": wrapped(REPORT, 80),
    "wrapped at 66": wrapped(REPORT, 66),
    "wrapped without blank lines": wrapped(BARE, 80),
    "dashes": REPORT.replace("·", "-"),
    "dashes, wrapped": wrapped(REPORT.replace("·", "–"), 80),
    "round bullets": REPORT.replace("· ", "•\t"),
    "letters in brackets": enumerated(REPORT, ["(a)", "(b)"]),
    "letters, wrapped": wrapped(enumerated(REPORT, ["a.", "b."]), 72),
    "roman numbers": enumerated(REPORT, ["(i)", "(ii)"]),
    "numbers": enumerated(REPORT, ["1.", "2."]),
    "lost bullets": REPORT.replace("· ", ""),
    "label with colon": labels(r"Recommendation \1: "),
    "label with dash": labels(r"Recommendation \1 – "),
    "label with stop, wrapped": wrapped(labels(r"Recommendation \1. "), 80),
    "short labels": labels(r"R\1. "),
    "labels in capitals": labels(r"RECOMMENDATION \1\n\n"),
    "markdown": labels(r"### Recommendation \1\n\n"),
    "bold labels": labels(r"**Recommendation \1**\n\n"),
    "numbered labels": labels(r"Recommendation No. \1\n\n"),
    "a numbered list": labels(r"\1. "),
}


def essence(draft: Draft) -> list[tuple[Any, ...]]:
    """Give what must be the same whatever the shape: all but the list marks and places."""
    return [
        (
            item.number and item.number.removeprefix("R"),
            item.kind,
            re.sub(r"\n\S{1,5}\s", " ", item.text) if index == 0 else item.text,
            tuple(clause.text for clause in item.clauses),
            tuple((d.text, d.basis, d.due, d.depends_on, d.clause) for d in item.deadlines),
            item.addressees,
        )
        for index, item in enumerate(draft.items)
    ]


@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "lost bullets"])
def test_the_same_items_are_found_in_every_shape(shape: str) -> None:
    assert essence(extract(SHAPES[shape])) == essence(extract(REPORT))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_report_is_found_in_every_shape(shape: str) -> None:
    assert extract(SHAPES[shape]).report == extract(REPORT).report


def test_lines_below_a_colon_are_clauses_even_without_their_bullets() -> None:
    [first, *_] = extract(SHAPES["lost bullets"]).items
    assert [clause.label for clause in first.clauses] == ["a", "b"]


def test_what_the_form_says_about_the_report_is_read() -> None:
    report = extract(REPORT).report
    assert report.title == "Harbour patrols by the police and the Coast Office"
    assert report.published == date(2026, 3, 3)
    assert report.bodies == (
        "Inspectorate of Coasts and Harbours (ICH)",
        "Patrol Audit Office (PAO)",
    )


def test_ticks_that_were_lost_are_unknown_and_said_so() -> None:
    draft = extract(REPORT)
    assert (draft.report.scope, draft.report.force_quoted) == (Scope(), None)
    assert any("ticks of the scope boxes are lost" in warning for warning in draft.warnings)


def test_every_item_and_nothing_else_is_found() -> None:
    items = extract(REPORT).items
    assert [item.number for item in items] == ["1", "2", "3", "4", "5", None]
    assert [item.kind for item in items[4:]] == [Kind.RECOMMENDATION, Kind.COMPLIANCE_ISSUE]


def test_an_items_text_is_its_own_words_from_first_to_last() -> None:
    text = extract(REPORT).items[4].text
    assert text.startswith("By October 2026, building on the work")
    assert text.endswith("expand their use to all coasts.")


def test_a_deadline_that_leads_to_the_bullets_covers_the_clauses() -> None:
    first, second = extract(REPORT).items[0].deadlines
    assert (first.due, first.clause) == (date(2027, 7, 31), None)
    assert (second.basis, second.due, second.clause) == (Basis.FOLLOWS_PARENT, None, "clauses")


def test_a_deadline_inside_a_bullet_belongs_to_its_clause() -> None:
    text = "Recommendation 1\n\nThe force should:\n\n- count boats\n\n- report by 1 April 2026."
    [item] = extract(text).items
    assert [deadline.clause for deadline in item.deadlines] == ["b"]


def test_a_second_sentence_without_a_mark_is_no_clause() -> None:
    assert extract(REPORT).items[4].clauses == ()


def test_each_addressee_is_named() -> None:
    assert [item.addressees for item in extract(REPORT).items] == [
        ("National Harbour Board",),
        ("National Harbour Council", "Coast Office"),
        ("police forces",),
        ("Coast Office",),
        ("Patrol Board",),
        ("Coast Office",),
    ]


def test_a_given_publication_date_goes_before_the_one_found() -> None:
    draft = extract(REPORT, date(2026, 4, 1))
    assert draft.report.published == date(2026, 4, 1)
    assert any("3 March 2026" in warning for warning in draft.warnings)


def test_a_deadline_that_waits_for_a_missing_item_is_warned_of() -> None:
    text = "Recommendation 3\n\nWithin a year of the completion of recommendation 9, act."
    assert "recommendation 9, which was not found" in extract(text).warnings[-1]


def test_a_day_that_does_not_exist_is_a_doubt() -> None:
    [item] = extract("Recommendation 1\n\nBy 30 February 2026, forces should act.").items
    assert "not a day of the calendar" in item.doubts[0]


def test_a_document_without_recommendations_says_so() -> None:
    draft = extract("A calm day at sea.")
    assert draft.items == ()
    assert "No recommendation was found in this document." in draft.warnings


def test_the_json_has_the_contracts_keys_and_plain_values() -> None:
    shown = to_json(extract(REPORT))
    assert shown["report"]["published"] == "2026-03-03"
    assert shown["report"]["scope"] == []
    deadline = shown["items"][2]["deadlines"][0]
    assert (deadline["basis"], deadline["depends_on"]) == ("relative_to_recommendation", "2")
    assert (deadline["due"], deadline["months"]) == (None, 12)
    assert shown["items"][0]["clauses"][1]["label"] == "b"
