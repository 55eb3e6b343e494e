"""The words of the search box."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.query import matching
from gainboard.domain.states import Applicability, ForceStatus, Rag
from gainboard.errors import GainboardError
from tests.domain.summary_builder import a_summary

TODAY = date(2026, 3, 12)
ONE = a_summary(
    rag=Rag.AMBER,
    forecast=Rag.RED,
    current_date=date(2026, 7, 31),
    extensions=1,
    paf_area="Investigating crime",
    latest_update="2 Mar 2026: The form is out.",
)


def finds(query: str) -> bool:
    return matching(query, TODAY)(ONE)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "custody records",
        '"custody records hold"',
        "FORM",
        "rag:amber",
        "RAG=Amber",
        "forecast:red",
        "-rag:red",
        "status:progress",
        'status:"in progress"',
        "lead:custody",
        'chief:"ACC Justice"',
        "delivery:insp",
        "group:justice",
        "kind:recommendation",
        "report:CCP25",
        "report:prisoner",
        "source:joint",
        "ref:ccp25-1",
        "number:1",
        "paf:crime",
        "to:constables",
        "applies:force",
        "inspectorate:progressed",
        "due:2026-07-31",
        "due:2026-07",
        "due<2026-08",
        "due>2026-06",
        "due>=2026-07",
        "due<=2026",
        "due>today",
        "is:open is:ours is:extended",
        "-is:closed -is:overdue -is:stale -is:ready -is:watch -is:projected -is:unallocated",
        'lead:"custody',
        "-nothing-of-this",
    ],
)
def test_the_row_is_found(query: str) -> None:
    assert finds(query)


@pytest.mark.parametrize(
    "query",
    [
        "rag:re",
        "number:11",
        "due<2026-07",
        "due:none",
        "-due>today",
        "is:closed",
        "custody sewers",
        "-custody",
        "lead:sewers",
        "is:open is:overdue",
    ],
)
def test_the_row_is_not_found(query: str) -> None:
    assert not finds(query)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("colour:red", "colour:red"),
        ("is:lost", "is:lost"),
        ("rag<red", "rag<red"),
        ("due:soon", "due:soon"),
        ("due<12/03/2026", "due<12/03/2026"),
        ('custody -note:"x y"', 'note:"x y"'),
    ],
)
def test_a_word_it_does_not_know_is_named(query: str, named: str) -> None:
    with pytest.raises(GainboardError, match="E-BAD-QUERY") as told:
        matching(query, TODAY)
    assert named in told.value.says


def test_what_is_closed_late_and_watched_has_its_word() -> None:
    late = a_summary(days_late=3, is_stale=True, is_ready=True, is_projected=True)
    assert matching("is:overdue is:stale is:ready is:projected", TODAY)(late)
    watched = a_summary(force_status=ForceStatus.WATCH, applicability=Applicability.WATCH)
    assert matching("is:watch -is:ours applies:watch", TODAY)(watched)
    assert matching("is:unallocated", TODAY)(
        a_summary(force_status=ForceStatus.AWAITING_ALLOCATION)
    )


def test_a_row_without_a_date_is_due_at_none() -> None:
    assert matching("due:none", TODAY)(a_summary())
    assert not matching("due<2030", TODAY)(a_summary())


PIECES = st.sampled_from(["rag:", "due<", "is:", "-", '"', ":", "open", "2026-0", "red", " ", "="])


@given(st.text() | st.lists(PIECES).map("".join))
def test_any_words_are_answered_or_refused(query: str) -> None:
    with suppress(GainboardError):
        assert matching(query, TODAY)(ONE) in (True, False)
