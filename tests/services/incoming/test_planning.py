"""The plan says of each row what it will make, or why nothing."""

from datetime import date

import pytest

from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.workbook import Workbook
from gainboard.domain.states import Applicability, ForceStatus, Rag
from gainboard.store.register import Register
from tests.domain.incoming.sheets import HEAD, WORDS, a_book, a_sheet, row
from tests.services.incoming.trackers import plan_of, row_of, take_in

STANDINGS = [
    ({"status": "Open"}, ForceStatus.IN_PROGRESS),
    ({"status": "Open", "owner": ""}, ForceStatus.AWAITING_ALLOCATION),
    ({"status": "Complete"}, ForceStatus.CLOSED),
    ({"status": "Awaiting sign off"}, ForceStatus.PENDING_SIGN_OFF),
    ({"status": "Superseded"}, ForceStatus.SUPERSEDED),
    ({"status": "Not applicable"}, ForceStatus.NOT_FOR_US),
    ({"status": "Parked"}, ForceStatus.IN_PROGRESS),
    ({"status": "Parked", "owner": ""}, ForceStatus.AWAITING_ALLOCATION),
]


@pytest.mark.parametrize(("cells", "status"), STANDINGS)
def test_a_status_of_theirs_becomes_one_of_ours(
    register: Register, cells: dict[str, str], status: ForceStatus
) -> None:
    [item] = plan_of(register, a_book(row(1, **cells))).items
    assert item.status is status


def test_what_was_closed_is_closed_as_the_tracker_says(register: Register) -> None:
    [item] = plan_of(register, a_book(row(1, status="Discharged"))).items
    assert item.rag is Rag.BLUE
    assert item.status_reason == (
        "Closed before this register began, as the tracker says: “Discharged”, with no date given."
    )


def test_a_row_of_the_forces_own_tracker_is_for_the_force(register: Register) -> None:
    [item] = plan_of(register, a_book(row(1))).items
    assert item.applicability is Applicability.FOR_FORCE


def test_a_reference_of_theirs_is_kept_where_it_can_serve(register: Register) -> None:
    plan = plan_of(register, a_book(row(1), row(2, ref="17"), row(3, ref="NP/001")))
    assert [item.ref for item in plan.items] == ["CS-1", "CS-2", "CS-3"]
    assert ("Ref", "17") in plan.items[1].notes
    [single] = plan_of(register, a_book(row(4))).items
    assert single.ref == "NP/004"


def test_the_rows_of_a_report_stand_together(register: Register) -> None:
    rows = [row(1), row(2, report="Stores"), row(3, report="CELLS and searches")]
    plan = plan_of(register, a_book(*rows))
    assert [(one.title, one.rows) for one in plan.reports] == [
        ("Cells and searches", 2),
        ("Stores", 1),
    ]


def test_reports_told_apart_by_a_number_have_it_in_their_codes(register: Register) -> None:
    rows = [row(nth, report=f"Report {nth}", ref="") for nth in (7, 8)]
    assert [one.code for one in plan_of(register, a_book(*rows)).reports] == ["R7", "R8"]


def test_a_row_met_twice_is_made_once(register: Register) -> None:
    plan = plan_of(register, a_book(row(1), row(1)))
    assert len(plan.items) == 1
    assert row_of(plan, 3).outcome is Outcome.SKIPPED
    assert row_of(plan, 3).says == "it is the same as Tracker row 2"


def test_a_row_met_again_with_more_to_say_keeps_its_words_there(register: Register) -> None:
    plan = plan_of(register, a_book(row(1), row(1, update="Since then nothing.")))
    assert row_of(plan, 3).outcome is Outcome.JOINED
    assert "Since then nothing." in plan.items[0].entry.updates[-1].text


def test_rows_that_are_in_the_register_already_are_pointed_out(register: Register) -> None:
    book = a_book(row(1), row(2))
    take_in(register, book)
    plan = plan_of(register, book)
    assert plan.items == ()
    assert row_of(plan, 2).says == "NP/001 has the same words"


def test_words_that_are_nearly_there_are_remarked_and_made(register: Register) -> None:
    take_in(register, a_book(row(1, report="Cells")))
    again = row(2, report="Searches of cells", recommendation=f"{WORDS} (1) Now.")
    plan = plan_of(register, a_book(again))
    assert [item.number for item in plan.items] == ["2"]
    assert plan.remarks[0].says.startswith("NP/001 of the register has nearly the same words")


def test_a_number_of_a_report_that_is_there_is_skipped_and_the_rest_is_added(
    register: Register,
) -> None:
    known = row(1, ref="", report="CCP25", recommendation="Another wording altogether of it.")
    fresh = row(9, ref="", report="CCP25")
    plan = plan_of(register, a_book(known, fresh))
    assert row_of(plan, 2).says == "CCP25-1 has this number in this report"
    assert [(one.code, one.known_id) for one in plan.reports] == [("CCP25", 1)]
    assert [item.ref for item in plan.items] == ["CCP25-9"]


def test_a_report_called_by_its_title_and_by_its_code_is_one(register: Register) -> None:
    title = "Care in custody and the prisoner's day"
    rows = [row(nth, ref="", report=name) for nth, name in ((8, title), (9, "ccp25"))]
    take_in(register, a_book(*rows))
    assert register.tables.recommendations.count("ref IN ('CCP25-8', 'CCP25-9')") == 2
    assert register.tables.reports.count() == 1


def test_the_numbers_of_the_headline_come_to_all_rows(register: Register) -> None:
    note = ("Note: green is on track",)
    rows = [row(1), row(1), ("SECTION B",), row(2, recommendation=""), row(3), note]
    plan = plan_of(register, a_book(*rows))
    assert plan.headline == (
        "2 recommendations of 1 report; 1 row there already or kept with another; "
        "3 rows not taken in: 6 rows in all."
    )


def test_a_plan_that_makes_nothing_says_of_how_many_rows(register: Register) -> None:
    book = a_book(row(1), row(2))
    take_in(register, book)
    assert plan_of(register, book).headline == (
        "0 recommendations; 2 rows there already or kept with another: 2 rows in all."
    )


def test_a_year_that_cannot_be_is_remarked_and_not_taken(register: Register) -> None:
    plan = plan_of(register, a_book(row(1, due_date=date(9999, 12, 31))))
    assert plan.remarks[0].says == "the year 9999 is unlikely; it is kept as words"
    assert plan.items[0].deadlines[0].due is None


def test_names_the_register_does_not_know_are_listed(register: Register) -> None:
    plan = plan_of(register, a_book(row(1), row(2, owner="CH INSP REED")))
    assert len(plan.people) == 1


def test_a_rating_that_only_the_status_can_give_is_remarked(register: Register) -> None:
    head = (*HEAD, "RAG")
    book = Workbook(name="t", sheets=(a_sheet(head, (*row(1), "Blue")),))
    plan = plan_of(register, book)
    assert plan.items[0].rag is None
    assert ("RAG", "blue") in plan.items[0].notes
    assert [remark.place for remark in plan.remarks] == ["Tracker!I2"]


def test_the_tracker_date_stands_with_its_rule(register: Register) -> None:
    [item] = plan_of(register, a_book(row(1, due_date="Mar-26"))).items
    [deadline] = item.deadlines
    assert (deadline.text, deadline.due) == ("Mar-26", date(2026, 3, 31))
    assert deadline.assumption
    assert deadline.rule == "stated month: last day of March 2026 (assumption)"


def test_the_text_gives_the_deadline_where_the_tracker_gives_none(register: Register) -> None:
    text = f"By July 2027, {WORDS[0].lower()}{WORDS[1:]}"
    [item] = plan_of(register, a_book(row(1, due_date="", recommendation=text))).items
    assert [one.due for one in item.deadlines] == [date(2027, 7, 31)]


def test_the_parts_of_a_recommendation_are_its_clauses(register: Register) -> None:
    text = "The force should record:\n(a) who was searched; and\n(b) by whom."
    [item] = plan_of(register, a_book(row(1, recommendation=text))).items
    assert [clause.label for clause in item.clauses] == ["a", "b"]
    assert item.entry.text == text


def test_a_number_that_stands_twice_in_a_report_is_remarked(register: Register) -> None:
    plan = plan_of(register, a_book(row(1), row(2, rec_no="1")))
    assert [remark.cell for remark in plan.remarks] == ["C3"]
    assert plan.remarks[0].says.startswith("1 is the number of Tracker row 2 in the same report")


def test_a_remark_names_the_cell_of_its_own_sheet(register: Register) -> None:
    head = ("Recommendation", "RAG", "Ref", "Report", "Rec no", "Owner", "Due date", "Status")
    old = a_sheet(head, (WORDS, "Blue", "NP/9", "Stores", "4", "", "", "Open"), name="Old")
    plan = plan_of(register, Workbook(name="t", sheets=(a_sheet(HEAD, row(1)), old)))
    assert [remark.place for remark in plan.remarks] == ["Old!B2"]
