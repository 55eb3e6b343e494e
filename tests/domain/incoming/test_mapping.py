"""A mapping is proposed for a whole workbook, kept as JSON, and fits the next file."""

from dataclasses import replace
from typing import Any

import pytest

from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping_json import from_json, to_json
from gainboard.domain.incoming.proposing import (
    fits,
    propose_mapping,
    with_choices_of,
    with_sheet_read,
)
from gainboard.domain.incoming.rows import read_rows
from gainboard.domain.incoming.workbook import Workbook
from gainboard.errors import GainboardError
from tests.domain.incoming.sheets import HEAD, WORDS, a_book, a_sheet, entries, row

BAD: list[Any] = [
    [],
    {"columns": []},
    {"columns": {"Ref": "shoe size"}},
    {"values": {"status": {"Open": "ajar"}}},
    {"name": 4},
]


def test_sheets_that_are_not_read_are_named_with_the_reason() -> None:
    lists = a_sheet(("Open", "Closed"), ("a", "b"), name="Lists")
    book = Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), lists, a_sheet(name="Blank")))
    told = {one.name: (one.read, one.why) for one in propose_mapping(book).sheets}
    assert told["Tracker"][0]
    assert told["Lists"] == (False, "no column of it seems to hold recommendations")
    assert told["Blank"] == (False, "it is empty")


def test_a_second_sheet_of_recommendations_is_read_with_columns_of_its_own() -> None:
    old = a_sheet(("Ref", "Recommendation", "Closed on"), ("NP/9", WORDS, "1/2/2020"), name="Old")
    mapping = propose_mapping(Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), old)))
    assert all(one.read for one in mapping.sheets)
    assert mapping.columns[-1].field is Field.CLOSED_ON
    assert mapping.columns[-1].sheet == "Old"


def test_a_sheet_whose_names_lack_the_groups_above_them_goes_on_with_the_tracker() -> None:
    groups = ("Inspection", "", "Progress", "")
    names = ("Report", "Recommendation", "Status", "Target date")
    live = a_sheet(groups, names, ("PEEL", WORDS, "Open", "1/2/2026"))
    old = a_sheet(names, ("Custody", f"{WORDS} Twice.", "Closed", "1/2/2021"), name="Old")
    book = Workbook(name="t", sheets=(live, old))
    assert [one.report for one in entries(book)] == ["PEEL", "Custody"]
    assert len(propose_mapping(book).columns) == 4


def test_a_sheet_ticked_by_hand_brings_its_own_columns() -> None:
    old = a_sheet(("Action asked for", "Outcome"), (f"{WORDS} Twice.", "Closed"), name="Old")
    book = Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), old))
    mapping = with_sheet_read(book, propose_mapping(book), "Old")
    assert mapping.columns[-2].field is Field.TEXT
    assert mapping.columns[-2].sheet == "Old"
    assert [one.outcome for one in read_rows(book, mapping).rows] == [Outcome.MADE] * 2


def test_only_rows_with_words_are_counted() -> None:
    [sheet] = propose_mapping(a_book(row(1), (), row(2), ())).sheets
    assert sheet.rows == 2


@pytest.mark.parametrize(
    "above",
    [
        ("NORTHMOOR POLICE - OFFICIAL", "Tracker of recommendations"),
        ("OFFICIAL-SENSITIVE", "Last updated 12/10/2026 by J Reed", "Tracker of recommendations"),
        ("Northmoor Police", "Tracker of recommendations"),
    ],
)
def test_the_title_is_none_of_the_other_lines_above(above: tuple[str, ...]) -> None:
    rows = [(line,) for line in above]
    book = Workbook(name="t.xlsx", sheets=(a_sheet(*rows, HEAD, row(1)),))
    assert propose_mapping(book).report_title == "Tracker of recommendations"


def test_a_marking_alone_is_no_title() -> None:
    book = Workbook(name="live.xlsx", sheets=(a_sheet(("OFFICIAL",), HEAD, row(1)),))
    assert propose_mapping(book).report_title == "live"


def test_every_different_word_of_a_status_is_shown_with_its_number() -> None:
    rows = [row(1), row(2, status="OPEN"), row(3, status="Parked")]
    values = propose_mapping(a_book(*rows)).values
    assert [(one.words, one.means, one.count) for one in values] == [
        ("Open", "open", 2),
        ("Parked", "", 1),
    ]


def test_what_is_asked_is_another_word_than_what_is_said() -> None:
    values = propose_mapping(a_book(row(1, status="closed??"), row(2, status="Closed"))).values
    assert {one.words: one.means for one in values} == {"closed??": "", "Closed": "closed"}


def test_a_mapping_comes_back_from_json() -> None:
    mapping = propose_mapping(a_book(row(1))).with_column("Ref", Field.NOTE)
    back = from_json(to_json(mapping))
    assert {one.name: one.field for one in back.columns} == {
        one.name: one.field for one in mapping.columns
    }
    assert back.means(Field.STATUS, "OPEN") == "open"


@pytest.mark.parametrize("document", BAD)
def test_a_mapping_that_says_nonsense_is_refused(document: Any) -> None:
    with pytest.raises(GainboardError, match="E-BAD-MAPPING"):
        from_json(document)


def test_choices_fit_the_next_file_whatever_the_order_of_its_columns() -> None:
    former = propose_mapping(a_book(row(1, status="Parked")))
    former = former.with_column("Owner", Field.CHIEF_OFFICER)
    former = former.with_value(Field.STATUS, "Parked", "in_progress")
    turned = a_sheet(tuple(reversed(HEAD)), tuple(reversed(row(2, status="parked"))))
    book = Workbook(name="next.xlsx", sheets=(turned,))
    mapping = with_choices_of(book, propose_mapping(book), from_json(to_json(former)))
    assert mapping.means(Field.STATUS, "parked") == "in_progress"
    assert mapping.columns_of(Field.CHIEF_OFFICER)[0].name == "Owner"
    assert fits(propose_mapping(book), former) == 1


def test_a_sheet_that_is_not_there_is_refused_by_the_names_of_those_that_are() -> None:
    with pytest.raises(GainboardError, match="“Tracker”"):
        propose_mapping(a_book(row(1)), sheet="Trackers")


def test_a_workbook_whose_columns_have_no_names_is_refused() -> None:
    numbers = a_sheet(("1", "2"), ("3", "4"))
    with pytest.raises(GainboardError, match="E-NO-HEADER"):
        propose_mapping(replace(a_book(row(1)), sheets=(numbers,)))
