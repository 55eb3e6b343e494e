"""The agenda as it builds itself, and the secretary's hand on it."""

from collections.abc import Callable
from datetime import date

import pytest

from gainboard.domain.states import Applicability, ForceStatus, Rag
from gainboard.errors import Refused
from gainboard.services import agendas as verbs
from gainboard.services.actions import raise_action
from gainboard.services.applicability import decide_applicability
from gainboard.services.closing import close, demonstrate, submit
from gainboard.services.extensions import request_extension
from gainboard.services.meetings import (
    approve_minutes,
    defer,
    discuss,
    escalate,
    finish_meeting,
    note_position,
    open_meeting,
    plan_meeting,
    take_up,
    take_up_line,
)
from gainboard.services.progress import set_rag
from gainboard.services.sittings import operation
from gainboard.services.views import detail, meeting
from gainboard.store.register import Register
from tests.builders import MEETING, TODAY, allocated, in_meeting, proven

NEXT, LATER = "GAIN 2026/06", date(2026, 6, 4)


def why(register: Register, ref: str, on: str = MEETING) -> tuple[int, str] | None:
    found = [line.item for line in meeting(register, on).lines if line.ref == ref]
    return (found[0].section, found[0].why) if found else None


def titles(register: Register, section: int, on: str = MEETING) -> list[str]:
    lines = meeting(register, on).lines
    return [line.item.title for line in lines if line.item.section == section]


def then_meet_again(register: Register) -> None:
    finish_meeting(register)
    in_meeting(register, NEXT, on=LATER)


def test_what_awaits_allocation_comes_first_with_its_report(register: Register) -> None:
    in_meeting(register)
    report = "CCP25 Care in custody and the prisoner's day"
    refs = ["CCP25-1", "CCP25-3", "CCP25-4", "CCP25-CI1", "CCP25-5"]
    assert titles(register, 4) == [report, *refs]


def test_each_comes_under_its_section(register: Register) -> None:
    for ref in ("CCP25-1", "CCP25-3", "CCP25-4", "CCP25-5"):
        allocated(register, ref)
    request_extension(register, "CCP25-3", to=date(2028, 1, 1), reason="Courts are slow")
    proven(register, "CCP25-5")
    in_meeting(register)
    assert why(register, "CCP25-1") is None
    assert why(register, "CCP25-3") == (6, "extension requested")
    assert why(register, "CCP25-4") == (6, "245 days past its date")
    assert why(register, "CCP25-5") == (7, "every clause has sufficient evidence")


def test_a_re_check_returns_on_its_day(register: Register) -> None:
    demonstrate(register, proven(register, allocated(register)), recheck_on=date(2026, 6, 1))
    in_meeting(register)
    assert why(register, "CCP25-1") is None
    then_meet_again(register)
    assert why(register, "CCP25-1", NEXT) == (7, "re-check date reached")


def test_what_was_submitted_is_before_the_board(register: Register) -> None:
    submit(register, allocated(register))
    in_meeting(register)
    assert why(register, "CCP25-1") == (7, "pending sign-off")


def test_what_was_not_reached_returns(register: Register) -> None:
    in_meeting(register)
    allocated(register, "CCP25-5")
    take_up(register, "CCP25-2")
    then_meet_again(register)
    assert why(register, "CCP25-2", NEXT) == (8, "not reached at GAIN 2026/03")
    assert why(register, "CCP25-1", NEXT) == (
        4,
        "awaiting allocation; not reached at GAIN 2026/03",
    )


def test_what_was_deferred_returns(register: Register) -> None:
    allocated(register, "CCP25-5")
    in_meeting(register)
    defer(register, "CCP25-5")
    then_meet_again(register)
    assert why(register, "CCP25-5", NEXT) == (8, "deferred at GAIN 2026/03")


def test_what_was_parked_returns(register: Register) -> None:
    in_meeting(register)
    [item] = [line.item for line in meeting(register, MEETING).lines if line.ref == "CCP25-4"]
    verbs.park_line(register, item.id)
    then_meet_again(register)
    assert why(register, "CCP25-4", NEXT) == (4, "awaiting allocation; parked at GAIN 2026/03")


def test_what_was_considered_and_is_on_track_does_not_return(register: Register) -> None:
    in_meeting(register)
    allocated(register, "CCP25-5")
    then_meet_again(register)
    assert why(register, "CCP25-5", NEXT) is None


def test_what_is_closed_does_not_return(register: Register) -> None:
    in_meeting(register)
    defer(register, "CCP25-5")
    close(register, proven(register, allocated(register, "CCP25-5")))
    assert detail(register, "CCP25-5").summary.force_status is ForceStatus.CLOSED
    then_meet_again(register)
    assert why(register, "CCP25-5", NEXT) is None


def test_open_actions_return_in_the_log(register: Register) -> None:
    raise_action(register, "CCP25-1", text="Send it", due=date(2026, 3, 1))
    raise_action(register, "CCP25-1", text="Send it again")
    in_meeting(register)
    [log] = [line.item for line in meeting(register, MEETING).lines if line.item.section == 3]
    assert log.why == "2 open, 1 past the date"


def test_the_last_minutes_are_named(register: Register) -> None:
    in_meeting(register)
    then_meet_again(register)
    [line] = [line.item for line in meeting(register, NEXT).lines if line.item.section == 2]
    assert line.why == "minutes of GAIN 2026/03"


def test_a_report_stays_while_it_has_something_to_allocate(register: Register) -> None:
    in_meeting(register)
    then_meet_again(register)
    assert titles(register, 4, NEXT)[0].startswith("CCP25 ")


def test_a_report_the_board_has_considered_does_not_return(register: Register) -> None:
    in_meeting(register)
    [line] = [line for line in meeting(register, MEETING).lines if line.item.report_id]
    take_up_line(register, line.item.id)
    discuss(register, "A plenary is set for May.")
    then_meet_again(register)
    assert not any(title.startswith("CCP25 ") for title in titles(register, 4, NEXT))


def test_a_report_all_of_which_is_allocated_does_not_return(register: Register) -> None:
    in_meeting(register)
    for ref in ("CCP25-1", "CCP25-3", "CCP25-4", "CCP25-5"):
        allocated(register, ref)
    decide_applicability(register, "CCP25-CI1", Applicability.WATCH, reason="Theirs")
    then_meet_again(register)
    assert titles(register, 4, NEXT) == []


def test_the_secretarys_own_line_returns_until_it_is_considered(register: Register) -> None:
    in_meeting(register)
    verbs.add_line(register, MEETING, section=11, title="Loss of the custody estate")
    then_meet_again(register)
    assert titles(register, 11, NEXT)[-1] == "Loss of the custody estate"


def test_a_reference_as_title_brings_its_item(register: Register) -> None:
    in_meeting(register)
    verbs.add_line(register, MEETING, section=11, title="ccp25-2")
    assert why(register, "CCP25-2") == (11, "added by the secretary")


def test_a_line_moves_within_its_section(register: Register) -> None:
    in_meeting(register)
    last = [line.item for line in meeting(register, MEETING).lines if line.item.section == 4][-1]
    verbs.move_line(register, last.id, by=-99)
    assert titles(register, 4)[0] == last.title


def test_a_line_with_decisions_is_not_dropped(register: Register) -> None:
    in_meeting(register)
    note_position(register, "CCP25-4")
    [item] = [line.item for line in meeting(register, MEETING).lines if line.ref == "CCP25-4"]
    with pytest.raises(Refused, match="E-HAS-DECISIONS"):
        verbs.drop_line(register, item.id)


def test_a_line_without_decisions_is_dropped(register: Register) -> None:
    in_meeting(register)
    [item] = [line.item for line in meeting(register, MEETING).lines if line.ref == "CCP25-4"]
    verbs.drop_line(register, item.id)
    assert why(register, "CCP25-4") is None


HANDS: dict[str, Callable[[Register, int], object]] = {
    "move": lambda register, line: verbs.move_line(register, line, by=1),
    "drop": verbs.drop_line,
    "park": verbs.park_line,
    "mark": lambda register, line: verbs.set_confidential(register, line, True),
    "add": lambda register, _: verbs.add_line(register, MEETING, section=11, title="More"),
}


@pytest.mark.parametrize("hand", HANDS)
def test_the_agenda_of_approved_minutes_stays(register: Register, hand: str) -> None:
    in_meeting(register)
    finish_meeting(register)
    approve_minutes(register, MEETING)
    item = meeting(register, MEETING).lines[0].item
    with pytest.raises(Refused, match="E-MINUTES-APPROVED"):
        HANDS[hand](register, item.id)


def test_a_planned_meeting_has_its_agenda(register: Register) -> None:
    plan_meeting(register, NEXT, on=LATER)
    assert why(register, "CCP25-1", NEXT) == (4, "awaiting allocation")
    assert TODAY < LATER


def test_opening_a_planned_meeting_takes_in_what_came_since(register: Register) -> None:
    allocated(register, "CCP25-1")
    plan_meeting(register, NEXT, on=LATER)
    assert why(register, "CCP25-1", NEXT) is None
    request_extension(register, "CCP25-1", to=date(2027, 6, 1), reason="more time")
    open_meeting(register, NEXT, on=LATER)
    assert why(register, "CCP25-1", NEXT) == (6, "extension requested")


def test_what_was_dropped_stays_dropped_when_the_meeting_opens(register: Register) -> None:
    plan_meeting(register, NEXT, on=LATER)
    [item] = [line.item for line in meeting(register, NEXT).lines if line.ref == "CCP25-1"]
    verbs.drop_line(register, item.id)
    open_meeting(register, NEXT, on=LATER)
    assert why(register, "CCP25-1", NEXT) is None


def test_a_dropped_line_returns_when_it_is_taken_up_after_all(register: Register) -> None:
    in_meeting(register)
    [item] = [line.item for line in meeting(register, MEETING).lines if line.ref == "CCP25-4"]
    verbs.drop_line(register, item.id)
    take_up(register, "CCP25-4")
    assert why(register, "CCP25-4") is not None


def test_what_was_escalated_comes_under_risks_at_the_next_meeting(register: Register) -> None:
    allocated(register, "CCP25-1")
    in_meeting(register)
    escalate(register, "CCP25-1", reason="The supplier has failed")
    then_meet_again(register)
    assert why(register, "CCP25-1", NEXT) == (11, f"escalated at {MEETING}")


def test_exceptions_of_an_audit_come_under_other_sources(register: Register) -> None:
    allocated(register, "CCP25-1")
    set_rag(register, "CCP25-1", rag=Rag.AMBER)
    report = register.tables.reports.first("1")
    assert report is not None
    with operation(register, "Call it an audit"):
        register.tables.reports.change(report, source_kind="internal audit")
    in_meeting(register)
    assert why(register, "CCP25-1") == (9, "at risk")
