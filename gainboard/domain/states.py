"""The states of the board's records, and what may follow each (domain rules, section 3 and 6)."""

from enum import StrEnum


class ForceStatus(StrEnum):
    """Where a recommendation stands with the force."""

    AWAITING_ALLOCATION = "awaiting_allocation"
    IN_PROGRESS = "in_progress"
    PENDING_SIGN_OFF = "pending_sign_off"
    CLOSED = "closed"
    WATCH = "watch"
    NOT_FOR_US = "not_for_us"
    NOT_ACCEPTED = "not_accepted"
    SUPERSEDED = "superseded"

    @property
    def words(self) -> str:
        """Name the state as the board says it."""
        return _FORCE_WORDS[self]


class Applicability(StrEnum):
    """Whose a recommendation is; a decision with a reason."""

    UNDECIDED = "undecided"
    FOR_FORCE = "for_force"
    JOINT = "joint"
    WATCH = "watch"
    NOT_APPLICABLE = "not_applicable"

    @property
    def words(self) -> str:
        """Name the choice as the board says it."""
        return _APPLICABILITY_WORDS[self]


class Rag(StrEnum):
    """How it goes; the word and a shape always stand with the colour."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"

    @property
    def words(self) -> str:
        """Say what the colour means."""
        return _RAG_WORDS[self]


class MeetingState(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    IN_SESSION = "in_session"
    MINUTES_DRAFT = "minutes_draft"
    MINUTES_APPROVED = "minutes_approved"

    @property
    def words(self) -> str:
        """Name the state as the board says it."""
        return self.value.replace("_", " ")


class AgendaState(StrEnum):
    """What became of one line of the agenda."""

    WAITING = "waiting"
    CURRENT = "current"
    CONSIDERED = "considered"
    DEFERRED = "deferred"
    PARKED = "parked"
    DROPPED = "dropped"


class Presence(StrEnum):
    """How a person attended."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    DEPUTY = "deputy"


class ActionStatus(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    COMPLETE = "complete"


class UpdateState(StrEnum):
    """Whether the secretariat or the board has taken a progress record as true."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ExtensionVerdict(StrEnum):
    """What the board said to a request for a later date."""

    REQUESTED = "requested"
    GRANTED = "granted"
    REFUSED = "refused"


class Verdict(StrEnum):
    """What the judge of a piece of evidence found."""

    SUFFICIENT = "sufficient"
    PARTLY = "partly"
    INSUFFICIENT = "insufficient"


class DecisionKind(StrEnum):
    """The decisions that change the register and write the minute in one step."""

    ALLOCATE = "allocate"
    NOTE = "note"
    ACCEPT_UPDATE = "accept_update"
    REJECT_UPDATE = "reject_update"
    EXTEND = "extend"
    REFUSE_EXTENSION = "refuse_extension"
    DEMONSTRATE = "demonstrate"
    CLOSE = "close"
    RETURN = "return"
    WAIVE = "waive"
    NOT_ACCEPT = "not_accept"
    SUPERSEDE = "supersede"
    REOPEN = "reopen"
    SET_RAG = "set_rag"
    RAISE_ACTION = "raise_action"
    COMPLETE_ACTION = "complete_action"
    ESCALATE = "escalate"
    DEFER = "defer"
    APPLICABILITY = "applicability"
    COMPLETE = "complete"


_FORCE_WORDS = {
    ForceStatus.AWAITING_ALLOCATION: "awaiting allocation",
    ForceStatus.IN_PROGRESS: "in progress",
    ForceStatus.PENDING_SIGN_OFF: "pending sign-off",
    ForceStatus.CLOSED: "closed",
    ForceStatus.WATCH: "not for the force (watch)",
    ForceStatus.NOT_FOR_US: "not for the force",
    ForceStatus.NOT_ACCEPTED: "not accepted",
    ForceStatus.SUPERSEDED: "superseded",
}
_APPLICABILITY_WORDS = {
    Applicability.UNDECIDED: "not decided",
    Applicability.FOR_FORCE: "for the force",
    Applicability.JOINT: "joint",
    Applicability.WATCH: "watch",
    Applicability.NOT_APPLICABLE: "not applicable",
}
_RAG_WORDS = {
    Rag.BLUE: "closed and assured",
    Rag.GREEN: "on track",
    Rag.AMBER: "at risk",
    Rag.RED: "off track",
    Rag.GREY: "not ours",
}

_S = ForceStatus
FORCE_STATUS_FOLLOWS: dict[ForceStatus, frozenset[ForceStatus]] = {
    _S.AWAITING_ALLOCATION: frozenset(
        {_S.IN_PROGRESS, _S.CLOSED, _S.WATCH, _S.NOT_FOR_US, _S.NOT_ACCEPTED, _S.SUPERSEDED}
    ),
    _S.IN_PROGRESS: frozenset(
        {_S.PENDING_SIGN_OFF, _S.CLOSED, _S.AWAITING_ALLOCATION, _S.WATCH, _S.NOT_FOR_US}
        | {_S.NOT_ACCEPTED, _S.SUPERSEDED}
    ),
    _S.PENDING_SIGN_OFF: frozenset(
        {_S.IN_PROGRESS, _S.CLOSED, _S.AWAITING_ALLOCATION, _S.WATCH, _S.NOT_FOR_US}
        | {_S.NOT_ACCEPTED, _S.SUPERSEDED}
    ),
    _S.CLOSED: frozenset({_S.IN_PROGRESS, _S.AWAITING_ALLOCATION}),
    _S.WATCH: frozenset({_S.AWAITING_ALLOCATION, _S.NOT_FOR_US}),
    _S.NOT_FOR_US: frozenset({_S.AWAITING_ALLOCATION, _S.WATCH}),
    _S.NOT_ACCEPTED: frozenset({_S.IN_PROGRESS, _S.AWAITING_ALLOCATION}),
    _S.SUPERSEDED: frozenset({_S.IN_PROGRESS, _S.AWAITING_ALLOCATION}),
}

_M = MeetingState
MEETING_FOLLOWS: dict[MeetingState, frozenset[MeetingState]] = {
    _M.PLANNED: frozenset({_M.IN_SESSION}),
    _M.IN_SESSION: frozenset({_M.MINUTES_DRAFT}),
    _M.MINUTES_DRAFT: frozenset({_M.IN_SESSION, _M.MINUTES_APPROVED}),
    _M.MINUTES_APPROVED: frozenset(),
}

OURS = frozenset({Applicability.FOR_FORCE, Applicability.JOINT})
OPEN_STATUSES = frozenset({_S.AWAITING_ALLOCATION, _S.IN_PROGRESS, _S.PENDING_SIGN_OFF})
SETTLED_STATUSES = frozenset({_S.CLOSED, _S.NOT_ACCEPTED, _S.SUPERSEDED})


def may_follow(now: ForceStatus, then: ForceStatus) -> bool:
    """Tell whether the board's process lets `then` come after `now`."""
    return then in FORCE_STATUS_FOLLOWS[now]
