"""Decision sentences: what each decision says in the minutes, before the secretary edits it."""

from datetime import date

from gainboard.domain.states import DecisionKind

BOARD = "The Board"
CHAIR = "The chair, out of meeting,"

TEMPLATES: dict[DecisionKind, str] = {
    DecisionKind.ALLOCATE: "{who} allocated {ref} to {chief_officer} as chief officer lead and "
    "{delivery_lead} as delivery lead, tracked through {group}.",
    DecisionKind.NOTE: "{who} noted the position on {ref}.{text}",
    DecisionKind.ACCEPT_UPDATE: "{who} accepted the update on {ref} from {by}: {text}",
    DecisionKind.REJECT_UPDATE: "{who} did not accept the update on {ref} from {by}{because}.",
    DecisionKind.EXTEND: "{who} extended the deadline of {ref} to {to}{former}{because}.",
    DecisionKind.REFUSE_EXTENSION: "{who} refused to extend {ref} to {to}{because}.",
    DecisionKind.DEMONSTRATE: "{who} put {ref} on a demonstration period until {to}{because}.",
    DecisionKind.CLOSE: "{who} closed {ref}, satisfied that sufficient evidence shows it is met.",
    DecisionKind.RETURN: "{who} returned {ref} for more evidence{because}.",
    DecisionKind.WAIVE: "{who} waived {ref}{because}.",
    DecisionKind.NOT_ACCEPT: "{who} did not accept {ref}{because}.",
    DecisionKind.SUPERSEDE: "{who} recorded {ref} as superseded by {by}{because}.",
    DecisionKind.REOPEN: "{who} reopened {ref}{because}.",
    DecisionKind.SET_RAG: "{who} rated {ref} {text}{because}.",
    DecisionKind.RAISE_ACTION: "{who} raised {action} on {ref}: {text}{owner}",
    DecisionKind.COMPLETE_ACTION: "{who} recorded {action} on {ref} as complete.",
    DecisionKind.ESCALATE: "{who} escalated {ref}{because}.",
    DecisionKind.DEFER: "{who} deferred {ref}{because}.",
    DecisionKind.APPLICABILITY: "{who} decided that {ref} is {text}{because}.",
    DecisionKind.COMPLETE: "{who} noted that {ref} was completed on {to}{text}.",
}


def sentence(kind: DecisionKind, *, in_meeting: bool, ref: str, **facts: str) -> str:
    """Fill the template of a decision; facts are ready words, "because" made by `because`."""
    who = BOARD if in_meeting else CHAIR
    return TEMPLATES[kind].format(who=who, ref=ref, **facts)


def because(reason: str) -> str:
    """Return a reason as the tail of a sentence, without its full stop."""
    words = reason.strip().rstrip(".")
    return f" because {_lower_first(words)}" if words else ""


def in_full(day: date) -> str:
    """Return a date as minutes write it: 30 September 2026."""
    return f"{day.day} {day:%B %Y}"


def stopped(text: str) -> str:
    """Return words with a full stop where they have no end of their own."""
    words = text.strip()
    return words if words[-1:] in (".", "!", "?", "…", "”") or not words else f"{words}."


def _lower_first(words: str) -> str:
    """Lower the first letter of an ordinary word; names of one capital run stay (CPS, ACC)."""
    first = words.split(maxsplit=1)[0] if words else ""
    if len(first) > 1 and first[0].isupper() and first[1:].islower() and first in _OPENERS:
        return words[0].lower() + words[1:]
    return words


_OPENERS = frozenset(
    "The A An It This That These Those There We Our Their No Not More Some All Both Its "
    "Evidence Training Work Progress Further Because".split()
)
