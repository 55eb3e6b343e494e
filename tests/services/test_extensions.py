"""Extensions."""

from datetime import date

import pytest

from gainboard.domain.states import ExtensionVerdict
from gainboard.errors import Refused
from gainboard.services.closing import close
from gainboard.services.extensions import (
    extend,
    refuse_extension,
    request_extension,
    warning_before,
)
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import allocated, in_meeting, proven, sentence_of

LATER, LATEST = date(2026, 12, 31), date(2027, 3, 31)


def test_the_agreed_date_takes_the_place_of_the_written_one(register: Register) -> None:
    extend(register, "CCP25-1", to=LATER, reason="The supplier is late")
    one = detail(register, "CCP25-1").summary
    assert (one.current_date, one.extensions) == (LATER, 1)
    assert one.deadlines[0].due == date(2026, 9, 30)


def test_the_minute_says_from_which_date(register: Register) -> None:
    in_meeting(register)
    extend(register, "CCP25-1", to=LATER, reason="the supplier is late")
    assert sentence_of(register) == (
        "The Board extended the deadline of CCP25-1 to 31 December 2026 (from 30 September "
        "2026). Reason: the supplier is late."
    )


def test_a_first_date_is_set_and_counts_as_no_extension(register: Register) -> None:
    in_meeting(register)
    extend(register, "CCP25-5", to=LATER)
    assert sentence_of(register) == "The Board set the deadline of CCP25-5 to 31 December 2026."
    assert detail(register, "CCP25-5").summary.extensions == 0


def test_a_projected_date_binds_nobody(register: Register) -> None:
    extend(register, "CCP25-3", to=LATER)
    one = detail(register, "CCP25-3").summary
    assert (one.current_date, one.is_projected, one.extensions) == (LATER, False, 0)


def test_a_second_extension_is_warned_of_and_needs_a_reason(register: Register) -> None:
    assert warning_before(register, "CCP25-1") == ""
    extend(register, "CCP25-1", to=LATER)
    assert "extended once already" in warning_before(register, "CCP25-1")
    with pytest.raises(Refused, match="E-REASON-NEEDED"):
        extend(register, "CCP25-1", to=LATEST)


def test_with_a_reason_it_is_extended_again(register: Register) -> None:
    extend(register, "CCP25-1", to=LATER)
    extend(register, "CCP25-1", to=LATEST, reason="The supplier is late")
    one = detail(register, "CCP25-1")
    assert (one.summary.current_date, one.summary.extensions) == (LATEST, 2)
    assert [line.former_date for line in one.extensions] == [date(2026, 9, 30), LATER]


@pytest.mark.parametrize("to", [date(2026, 9, 30), date(2026, 9, 29)])
def test_an_extension_is_later(register: Register, to: date) -> None:
    with pytest.raises(Refused, match="E-NOT-LATER"):
        extend(register, "CCP25-1", to=to)


def test_what_is_settled_has_no_date_to_extend(register: Register) -> None:
    close(register, proven(register, allocated(register)))
    with pytest.raises(Refused, match="E-NOT-OPEN"):
        extend(register, "CCP25-1", to=LATER)
    with pytest.raises(Refused, match="E-NOT-OPEN"):
        refuse_extension(register, "CCP25-1", to=LATER, reason="Closed")


def test_a_refusal_moves_nothing_and_is_not_counted(register: Register) -> None:
    refuse_extension(register, "CCP25-1", to=LATER, reason="No plan")
    one = detail(register, "CCP25-1")
    assert (one.summary.current_date, one.summary.extensions) == (date(2026, 9, 30), 0)
    assert [line.verdict for line in one.extensions] == [ExtensionVerdict.REFUSED]


def test_a_request_is_answered_and_keeps_its_own_reason(register: Register) -> None:
    request_extension(register, "CCP25-1", to=LATER, reason="Two posts are vacant", by="Insp X")
    extend(register, "CCP25-1", to=LATER, reason="The Board agrees")
    [line] = detail(register, "CCP25-1").extensions
    assert (line.verdict, line.reason) == (ExtensionVerdict.GRANTED, "Two posts are vacant")


def test_one_request_waits_at_a_time(register: Register) -> None:
    request_extension(register, "CCP25-1", to=LATER, reason="Two posts are vacant")
    with pytest.raises(Refused, match="E-ALREADY-ASKED"):
        request_extension(register, "CCP25-1", to=LATEST, reason="Three posts are vacant")


def test_an_extension_points_at_its_decision(register: Register) -> None:
    extend(register, "CCP25-1", to=LATER)
    [line] = detail(register, "CCP25-1").extensions
    assert line.decision_id == register.tables.decisions.all()[-1].id
