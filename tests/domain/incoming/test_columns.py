"""What a column holds is proposed from its name and from what stands in it."""

from datetime import date

import pytest

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import Mapping, Sureness
from gainboard.domain.incoming.names import spoken_for
from gainboard.domain.incoming.proposing import propose_mapping
from gainboard.domain.incoming.workbook import Cell, Workbook
from tests.domain.incoming.sheets import WORDS, a_book, a_sheet, row

NAMES = [
    ("Unique Ref", Field.REF),
    ("Rec. No.", Field.NUMBER),
    ("#", Field.NUMBER),
    ("Recommendation / AFI", Field.TEXT),
    ("Inspection title", Field.REPORT),
    ("Date of report", Field.PUBLISHED),
    ("Recipient", Field.ADDRESSEE),
    ("SRO", Field.CHIEF_OFFICER),
    ("Exec Lead", Field.CHIEF_OFFICER),
    ("Action owner", Field.DELIVERY_LEAD),
    ("Governance board", Field.GROUP),
    ("HMICFRS deadline", Field.DUE),
    ("Revised target date", Field.CURRENT_DATE),
    ("Current status", Field.STATUS),
    ("BRAG status", Field.RAG),
    ("HMICFRS status", Field.INSPECTORATE_STATUS),
    ("Progress to date", Field.UPDATE),
    ("Last updated", Field.UPDATED_ON),
    ("Date closed", Field.CLOSED_ON),
    ("PEEL question", Field.PAF_AREA),
    ("Priority", Field.RATING),
    ("Theme", Field.THEME),
]


def proposed(*columns: tuple[str, list[Cell]]) -> dict[str, Field]:
    names = tuple(name for name, _ in columns)
    rows = zip(*(cells for _, cells in columns), strict=True)
    book = Workbook(name="t.xlsx", sheets=(a_sheet(names, *rows),))
    return {one.name: one.field for one in propose_mapping(book).columns}


@pytest.mark.parametrize(("name", "field"), NAMES)
def test_a_column_is_known_by_the_names_forces_give_it(name: str, field: Field) -> None:
    found = spoken_for(name)
    assert max(found, key=lambda one: found[one]) is field


def test_every_usual_column_is_proposed_with_its_reason() -> None:
    mapping = propose_mapping(a_book(row(1), row(2)))
    assert [one.field for one in mapping.columns] == [
        Field.REF,
        Field.REPORT,
        Field.NUMBER,
        Field.TEXT,
        Field.DELIVERY_LEAD,
        Field.DUE,
        Field.STATUS,
        Field.UPDATE,
    ]
    assert mapping.columns[0].sureness is Sureness.SURE


def test_contents_decide_where_the_name_does_not() -> None:
    found = proposed(
        ("Recommendation", [WORDS, WORDS + " Twice."]),
        ("Closed", [date(2024, 3, 1), date(2024, 4, 1)]),
        ("Position", ["Open", "Closed"]),
    )
    assert found == {
        "Recommendation": Field.TEXT,
        "Closed": Field.CLOSED_ON,
        "Position": Field.STATUS,
    }


def test_long_words_under_status_are_an_update() -> None:
    found = proposed(("Rec no", ["1", "2"]), ("Text", [WORDS, WORDS]), ("Status", [WORDS, WORDS]))
    assert found["Status"] is Field.UPDATE


def test_the_longest_texts_are_the_recommendations_where_no_name_says_so() -> None:
    assert proposed(("Ref", ["A1", "A2"]), ("Ask", [WORDS, WORDS]))["Ask"] is Field.TEXT


def test_what_nothing_speaks_for_is_kept_as_a_note() -> None:
    assert proposed(("Text", [WORDS]), ("Cost centre", ["4711"]))["Cost centre"] is Field.NOTE


def test_an_empty_column_is_left_out() -> None:
    assert proposed(("Text", [WORDS]), ("Cost centre", [""]))["Cost centre"] is Field.LEAVE


def test_a_field_goes_to_one_column_only() -> None:
    found = proposed(("Text", [WORDS]), ("Owner", ["Insp A"]), ("Lead officer", ["Insp B"]))
    assert found["Lead officer"] is Field.DELIVERY_LEAD
    assert found["Owner"] is Field.NOTE


def test_choosing_a_column_for_a_field_takes_it_from_the_other() -> None:
    mapping: Mapping = propose_mapping(a_book(row(1)))
    changed = mapping.with_column("Report", Field.TEXT)
    assert [one.name for one in changed.columns_of(Field.TEXT)] == ["Report"]
    assert changed.columns[3].field is Field.NOTE


def test_kinds_of_recommendation_are_told_from_kinds_of_report() -> None:
    found = proposed(
        ("Inspection Report", ["PEEL", "PEEL", "Custody", "Custody"]),
        ("Inspection Type", ["AFI", "Rec", "AFI", "Cause of concern"]),
        ("Recommendation", [f"{WORDS} {nth}" for nth in range(4)]),
    )
    assert found["Inspection Type"] is Field.KIND


def test_of_a_rating_month_by_month_the_newest_counts() -> None:
    found = proposed(
        ("Ref", ["1", "2", "3", "4"]),
        ("Recommendation", [f"{WORDS} {nth}" for nth in range(4)]),
        ("Q1 2025", ["G", "G", "G", "G"]),
        ("Q3 2025", ["R", "A", "G", "R"]),
        ("Q2 2025", ["A", "A", "G", "R"]),
    )
    assert found["Q3 2025"] is Field.RAG
    assert found["Q1 2025"] is Field.NOTE


@pytest.mark.parametrize("name", ["Exec summary", "Board 12/03/2026", "Group response"])
def test_a_word_within_a_name_is_no_lead_and_no_group(name: str) -> None:
    found = proposed(
        ("Ref", ["1", "2", "3"]),
        ("Recommendation", [WORDS] * 3),
        (name, ["Noted.", "Agreed as it is.", "No"]),
    )
    assert found[name] not in (Field.CHIEF_OFFICER, Field.DELIVERY_LEAD, Field.GROUP)
