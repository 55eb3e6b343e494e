"""The states and what may follow each."""

import pytest

from gainboard.domain.states import (
    FORCE_STATUS_FOLLOWS,
    MEETING_FOLLOWS,
    OPEN_STATUSES,
    Applicability,
    ForceStatus,
    MeetingState,
    Rag,
    may_follow,
)


def test_every_force_status_says_what_may_follow() -> None:
    assert set(FORCE_STATUS_FOLLOWS) == set(ForceStatus)


def test_every_meeting_state_says_what_may_follow() -> None:
    assert set(MEETING_FOLLOWS) == set(MeetingState)


def test_approved_minutes_are_the_end() -> None:
    assert MEETING_FOLLOWS[MeetingState.MINUTES_APPROVED] == frozenset()


@pytest.mark.parametrize("status", ForceStatus)
def test_no_status_follows_itself(status: ForceStatus) -> None:
    assert not may_follow(status, status)


@pytest.mark.parametrize("status", sorted(set(ForceStatus) - OPEN_STATUSES))
def test_what_is_settled_can_come_back_and_only_then_close(status: ForceStatus) -> None:
    assert FORCE_STATUS_FOLLOWS[status] & OPEN_STATUSES
    assert not may_follow(status, ForceStatus.CLOSED)


@pytest.mark.parametrize("status", sorted(OPEN_STATUSES))
def test_what_is_open_can_be_closed(status: ForceStatus) -> None:
    assert may_follow(status, ForceStatus.CLOSED)


@pytest.mark.parametrize("one", [*ForceStatus, *Applicability, *Rag, *MeetingState])
def test_every_state_has_its_words(one: ForceStatus | Applicability | Rag | MeetingState) -> None:
    assert one.words
    assert "_" not in one.words
