"""Which deadline an item has: its own words, the words beside it, and what they count from."""

from datetime import date

from gainboard.domain.draft import DraftDeadline
from gainboard.intake.front.answered import Answered
from gainboard.intake.layout.blocks import read_blocks
from gainboard.intake.source import from_text
from gainboard.intake.wording.clauses import read_wording
from gainboard.intake.wording.timing import Counting, date_doubts, read_deadlines

PUBLISHED = date(2025, 1, 16)
ANSWERED = Answered(published=date(2024, 7, 18))


def deadlines(
    words: str, beside: str | None = None, answered: Answered | None = None
) -> tuple[DraftDeadline, ...]:
    wording = read_wording(read_blocks(from_text(words)))
    return read_deadlines(wording, beside, Counting(published=PUBLISHED, answered=answered))


def test_a_groups_heading_dates_an_item_that_names_no_deadline() -> None:
    [found] = deadlines("Ports should plan.", "Within three months, ports should:")
    assert (found.text, found.due) == ("Within three months", date(2025, 4, 16))


def test_an_items_own_deadline_goes_before_its_groups_heading() -> None:
    [found] = deadlines("By May 2026, ports should plan.", "Within three months, ports should:")
    assert found.due == date(2026, 5, 31)


def test_a_columns_date_goes_before_the_items_own() -> None:
    first, second = deadlines("By May 2026, ports should plan.", "31/03/2025")
    assert (first.due, second.due) == (date(2025, 3, 31), date(2026, 5, 31))


def test_a_period_without_a_start_has_no_date_where_a_column_states_one() -> None:
    _, own = deadlines("Within two years, ports should plan.", "30 November 2025")
    assert own.due is None
    assert "stated beside the item" in own.rule


def test_this_report_in_a_response_means_the_report_it_answers() -> None:
    [found] = deadlines("Within 12 months of this Report, plan.", answered=ANSWERED)
    assert found.due == date(2025, 7, 18)
    assert found.rule.endswith("of the report answered, 18 July 2024")


def test_a_response_that_does_not_date_its_report_is_doubted() -> None:
    answered = Answered(published=None, doubt="not stated")
    found = deadlines("Within 12 months of this Report, plan.", answered=answered)
    assert found[0].due == date(2026, 1, 16)
    assert date_doubts(found, answered) == ["not stated"]


def test_a_date_that_may_belong_to_something_else_is_a_doubt() -> None:
    found = deadlines("Ports should meet their target to recruit 300 officers by March 2027.")
    [doubt] = date_doubts(found, None)
    assert doubt.startswith("“by March 2027” gives no date")


def test_deadlines_beyond_what_a_board_can_read_are_said_to_be_left_out() -> None:
    found = deadlines("By May 2026, ports should plan. " * 600)
    assert "those beyond were not read" in date_doubts(found, None)[-1]
