"""References: short, stable, typed by people."""

from datetime import date

import pytest

from gainboard.domain import references as refs
from gainboard.domain.draft import Kind

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("title", "published", "code"),
    [
        ("Joint case building by the police", date(2025, 7, 10), "JCB25"),
        ("Care in custody and the prisoner's day", date(2025, 7, 10), "CCP25"),
        ("The custody of children", None, "CC"),
        ("2024: 17", date(2024, 1, 1), "R24"),
        ("", None, "R"),
    ],
)
def test_a_code_is_made_from_the_telling_words(
    title: str, published: date | None, code: str
) -> None:
    assert refs.report_code(title, published) == code


@pytest.mark.parametrize(
    ("number", "kind", "ref"),
    [
        ("5", Kind.RECOMMENDATION, "JCB25-5"),
        (" 4a) iii ", Kind.RECOMMENDATION, "JCB25-4a.iii"),
        ("1.2.", Kind.AUDIT_FINDING, "JCB25-1.2"),
        (None, Kind.COMPLIANCE_ISSUE, "JCB25-CI2"),
        ("", Kind.AREA_FOR_IMPROVEMENT, "JCB25-AFI2"),
        ("()", Kind.RECOMMENDATION, "JCB25-U2"),
        (None, "something new", "JCB25-X2"),
    ],
)
def test_a_recommendation_is_called_by_its_printed_number(
    number: str | None, kind: str, ref: str
) -> None:
    assert refs.recommendation_ref("JCB25", number, kind, 2) == ref


@pytest.mark.parametrize(
    ("typed", "ref", "label"),
    [
        ("JCB25-5(c)", "JCB25-5", "c"),
        (" JCB25-5 ( C ) ", "JCB25-5", "c"),
        ("JCB25-5", "JCB25-5", ""),
        ("JCB25-5()", "JCB25-5()", ""),
        ("(c)", "(c)", ""),
        ("", "", ""),
    ],
)
def test_a_clause_is_split_from_its_recommendation(typed: str, ref: str, label: str) -> None:
    assert refs.split_clause_ref(typed) == (ref, label)


def test_a_clause_reference_reads_back() -> None:
    assert refs.split_clause_ref(refs.clause_ref("JCB25-4a.iii", "b")) == ("JCB25-4a.iii", "b")


def test_a_recommendation_without_parts_is_its_own_clause() -> None:
    assert refs.clause_ref("JCB25-5", "") == "JCB25-5"


def test_meetings_decisions_and_actions_are_numbered_alike() -> None:
    meeting = refs.meeting_ref("GAIN", DAY, 3)
    assert meeting == "GAIN 2026/03"
    assert refs.decision_ref(meeting, 7) == "GAIN 2026/03-D07"
    assert refs.action_ref(meeting, 12) == "GAIN 2026/03-A12"


def test_the_chair_alone_has_a_series_a_year() -> None:
    assert refs.out_of_meeting(DAY) == "CHAIR 2026"
