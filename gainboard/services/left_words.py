"""Where on an agenda words were being typed, for words that were kept and never recorded."""

from dataclasses import dataclass

from gainboard.domain.states import MeetingState
from gainboard.store.drafts import Draft
from gainboard.store.register import Register

__all__ = ["Draft", "Spot", "left_words", "origin", "spot_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One line of a meeting's agenda; `ref` is its recommendation's reference, or empty."""

    meeting_ref: str
    title: str
    ref: str
    in_session: bool


def left_words(register: Register) -> list[Draft]:
    """Return the words that were typed and not recorded, the newest first; blank ones left out."""
    return [draft for draft in register.drafts.every() if draft.words.strip()]


def spot_of(register: Register, item_id: int) -> Spot | None:
    """Return where a line of an agenda is; None where there is no such line any more."""
    tables = register.tables
    item = tables.agenda.first("id = ?", item_id)
    if item is None:
        return None
    meeting = tables.meetings.get(item.meeting_id)
    one = item.recommendation_id and tables.recommendations.get(item.recommendation_id)
    return Spot(
        meeting_ref=meeting.ref,
        title=item.title,
        ref=one.ref if one else "",
        in_session=meeting.state is MeetingState.IN_SESSION,
    )


def origin(register: Register) -> str:
    """Return what a register keeps wherever its file is moved to, and shares with its copies."""
    first = "SELECT hash FROM journal_entry ORDER BY seq LIMIT 1"
    row = register.db.execute(first).fetchone()
    return str(row[0]) if row else ""
