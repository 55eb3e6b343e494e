"""Decision sentences: what each decision says in the minutes, before the secretary edits it."""

import re
from collections.abc import Sequence
from datetime import date

from gainboard.domain.states import Applicability, DecisionKind

BOARD = "The Board"
CHAIR = "The chair, out of meeting,"

TEMPLATES: dict[DecisionKind, str] = {
    DecisionKind.ALLOCATE: "{who} allocated {ref} to {chief_officer} as chief officer lead and "
    "{delivery_lead} as delivery lead, tracked through {group}.",
    DecisionKind.NOTE: "{who} noted the position on {ref}.{text}",
    DecisionKind.ACCEPT_UPDATE: "{who} accepted the update on {ref} from {by}: {text}",
    DecisionKind.REJECT_UPDATE: "{who} did not accept the update on {ref} from {by}.{because}",
    DecisionKind.EXTEND: "{who} {moved} the deadline of {ref} to {to}{former}.{because}",
    DecisionKind.REFUSE_EXTENSION: "{who} refused to extend {ref} to {to}.{because}",
    DecisionKind.DEMONSTRATE: "{who} put {ref} on a demonstration period until {to}.{because}",
    DecisionKind.CLOSE: "{who} closed {ref}, {how}.",
    DecisionKind.RETURN: "{who} returned {ref} for more evidence.{because}",
    DecisionKind.WAIVE: "{who} waived {ref}.{because}",
    DecisionKind.NOT_ACCEPT: "{who} did not accept {ref}.{because}",
    DecisionKind.SUPERSEDE: "{who} recorded {ref} as superseded by {by}.{because}",
    DecisionKind.REOPEN: "{who} reopened {ref}.{because}",
    DecisionKind.SET_RAG: "{who} rated {ref} {text}.{because}",
    DecisionKind.RAISE_ACTION: "{who} raised {action} on {ref}: {text}{owner}",
    DecisionKind.COMPLETE_ACTION: "{who} recorded {action} on {ref} as complete.",
    DecisionKind.ESCALATE: "{who} escalated {ref} as a risk.{because}",
    DecisionKind.DEFER: "{who} deferred {ref}.{because}",
    DecisionKind.APPLICABILITY: "{who} decided that {ref} {text}.{because}",
    DecisionKind.COMPLETE: "{who} noted that {ref} was completed on {to}{text}.",
}

_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", '."', ".)")
_OPENER = re.compile(r"(?:because\b|reason\s*:)\s*", re.IGNORECASE)
_APPLIES = {
    Applicability.UNDECIDED: "is still to be decided on",
    Applicability.FOR_FORCE: "is for the force",
    Applicability.JOINT: "is joint",
    Applicability.WATCH: "is not for the force and is to be watched",
    Applicability.NOT_APPLICABLE: "does not apply to the force",
}


def sentence(kind: DecisionKind, *, in_meeting: bool, ref: str, **facts: str) -> str:
    """Fill the template of a decision; facts are ready words, "because" made by `because`."""
    who = BOARD if in_meeting else CHAIR
    return TEMPLATES[kind].format(who=who, ref=ref, **facts)


def because(reason: str) -> str:
    """Return a reason as the sentence after a decision, in the words it was given in."""
    words = _OPENER.sub("", reason.strip())
    return f" Reason: {stopped(words)}" if words else ""


def applies(value: Applicability, partner: str = "") -> str:
    """Return whose a recommendation is as the end of a sentence."""
    if partner:
        return f"is joint with {partner}"
    return _APPLIES[value]


def met(waived: Sequence[str], clauses: int) -> str:
    """Return how a recommendation came to be met, naming the labels of waived clauses."""
    if waived and len(waived) == clauses:
        return "every clause being waived" if clauses > 1 else "evidence for it being waived"
    shown = "satisfied that sufficient evidence shows it is met"
    labels = ", ".join(f"({label})" for label in waived)
    return f"{shown}, {labels} being waived" if waived else shown


def in_full(day: date) -> str:
    """Return a date as minutes write it: 30 September 2026."""
    return f"{day.day} {day:%B %Y}"


def in_short(day: date) -> str:
    """Return a date as lists show it: 3 Sep 2026."""
    return f"{day.day} {day:%b %Y}"


def stopped(text: str) -> str:
    """Return words with a full stop where they have no end of their own."""
    words = text.strip()
    return words if not words or words.endswith(_ENDS) else f"{words}."
