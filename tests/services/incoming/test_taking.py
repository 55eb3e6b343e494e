"""A planned tracker is taken in as one operation, and nothing of it is lost."""

from datetime import date

import pytest

from gainboard.domain.incoming.workbook import Workbook
from gainboard.domain.states import ForceStatus, Rag, UpdateState
from gainboard.errors import GainboardError
from gainboard.services.agendas import on_agenda
from gainboard.services.clock_views import responses_due
from gainboard.services.history import undo
from gainboard.services.incoming import take_in_tracker
from gainboard.services.meetings import finish_meeting, open_meeting, plan_meeting
from gainboard.services.tracker import tracker
from gainboard.services.views import document
from gainboard.store.register import Register
from tests.builders import TODAY, dump
from tests.domain.incoming.sheets import HEAD, WORDS, a_book, a_sheet, row
from tests.services.incoming.trackers import only, plan_of, take_in, updates

MORE = (*HEAD, "Date closed", "Published", "Priority", "Revised date", "Cost centre")


def a_fuller_book(*extra: object) -> Workbook:
    cells = tuple(extra) + ("",) * (5 - len(extra))
    whole = (*row(1, status="Closed"), *cells)
    return Workbook(name="kept.xlsx", sheets=(a_sheet(MORE, whole),))  # type: ignore[arg-type]


def test_it_is_one_operation_and_one_step_back(register: Register) -> None:
    before = dump(register)
    take_in(register, a_book(row(1), row(2), row(3, report="Stores")))
    assert register.tables.recommendations.count("ref LIKE 'NP/%'") == 3
    undo(register)
    assert dump(register) == before


def test_the_label_holds_no_word_of_the_tracker(register: Register) -> None:
    changes = take_in(register, a_book(row(1)))
    assert changes.label == "Take in a tracker: 1 recommendation of 1 report"


def test_history_is_told_as_the_tracker_tells_it(register: Register) -> None:
    take_in(register, a_fuller_book(date(2024, 5, 2), date(2023, 1, 9), "High", "31/12/2024"))
    one = only(register)
    assert (one.force_status, one.completed_on) == (ForceStatus.CLOSED, date(2024, 5, 2))
    assert one.status_reason.endswith("“Closed”, on 2 May 2024.")
    assert (one.rating, one.agreed_date, one.rag) == ("High", date(2024, 12, 31), Rag.BLUE)
    assert register.tables.decisions.count() == 0
    assert register.tables.reports.get(one.report_id).published == date(2023, 1, 9)


def test_a_column_without_a_field_is_kept_as_a_note(register: Register) -> None:
    take_in(register, a_fuller_book("", "", "", "", "4711"))
    [note] = updates(register)
    assert note.text.startswith("From “kept.xlsx”, Tracker row 2, taken in on 12 March 2026:")
    assert "Cost centre: 4711" in note.text
    assert note.state is UpdateState.ACCEPTED


def test_a_note_never_hides_the_newest_update(register: Register) -> None:
    take_in(register, a_book(row(1, update="03/02/2026: Drafted.", status="Parked")))
    newest, note = updates(register)
    assert (newest.made_on, newest.text) == (date(2026, 2, 3), "03/02/2026: Drafted.")
    assert (note.made_on, "Status: Parked" in note.text) == (date(2026, 2, 3), True)


def test_an_update_without_a_date_says_so(register: Register) -> None:
    take_in(register, a_book(row(1, update="Drafted and sent out.")))
    [told] = updates(register)
    assert told.made_on == TODAY
    assert told.text == "Drafted and sent out.\n(Not dated in the tracker.)"


def test_every_cell_stands_in_the_document_of_the_report(register: Register) -> None:
    take_in(register, a_book(row(1, update="Drafted")))
    one = only(register)
    report = register.tables.reports.get(one.report_id)
    text = document(register, report.code)
    assert "Due date: 30/06/2026" in text
    assert text[one.span_start : one.span_end] == one.text == f"{WORDS} (1)"


def test_people_groups_and_bodies_come_into_being_once(register: Register) -> None:
    take_in(register, a_book(row(1), row(2, owner="ch insp reed")))
    assert register.tables.people.count("name = 'Ch Insp Reed'") == 1


def test_new_rows_of_a_report_that_is_there_follow_the_others(register: Register) -> None:
    take_in(register, a_book(row(9, ref="", report="CCP25")))
    one = only(register)
    assert (one.ref, one.position, one.span_start) == ("CCP25-9", 7, None)


def test_a_reading_that_is_stopped_leaves_nothing(register: Register) -> None:
    before = dump(register)
    plan = plan_of(register, a_book(*(row(nth) for nth in range(1, 30))))
    with pytest.raises(GainboardError, match="E-STOPPED"):
        take_in_tracker(register, plan, lambda done, of: done < of // 2)
    assert dump(register) == before


def test_a_plan_for_another_state_of_the_register_is_refused(register: Register) -> None:
    plan = plan_of(register, a_book(row(1)))
    take_in(register, a_book(row(2)))
    with pytest.raises(GainboardError, match="E-CHANGED-SINCE"):
        take_in_tracker(register, plan)


def test_a_tracker_that_brings_nothing_new_is_refused(register: Register) -> None:
    take_in(register, a_book(row(1)))
    with pytest.raises(GainboardError, match="E-NOTHING-FOUND"):
        take_in(register, a_book(row(1)))


def test_old_reports_are_neither_new_to_a_meeting_nor_waiting_for_a_response(
    register: Register,
) -> None:
    head = (*HEAD, "Published", "Report type")
    sheet = a_sheet(head, (*row(1), date(2020, 1, 9), "inspection"))
    waiting = len(responses_due(register, TODAY))
    take_in(register, Workbook(name="t", sheets=(sheet,)))
    plan_meeting(register, "GAIN 2026/03", on=TODAY)
    [meeting] = register.tables.meetings.all()
    told = [line.title for line in on_agenda(register, meeting) if line.report_id]
    assert len(responses_due(register, TODAY)) == waiting
    assert told == ["CCP25 Care in custody and the prisoner's day"]


def test_what_was_closed_on_a_day_nobody_knows_was_not_closed_since_the_last_meeting(
    register: Register,
) -> None:
    take_in(register, a_book(row(1, status="Closed")))
    for nth, day in enumerate((date(2026, 1, 8), date(2026, 2, 8)), 1):
        open_meeting(register, f"GAIN 2026/0{nth}", on=day)
        finish_meeting(register)
    sections = {one.title: one.rows for one in tracker(register).sections}
    assert sections["B Completed"] == ()
