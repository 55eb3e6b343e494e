"""Papers as files; the exports are imported only when a paper is made, since they are heavy."""

from pathlib import Path

from gainboard.domain.minutes import Minutes
from gainboard.domain.paper import Marking
from gainboard.domain.tracker import Tracker
from gainboard.errors import GainboardError
from gainboard.services import papers
from gainboard.services.settings import board_settings
from gainboard.store.register import Register

MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")


def export_tracker(register: Register, out: Path, *, query: str = "", marking: str = "") -> None:
    """Write the tracker of what a query finds; an existing file is replaced whole."""
    write_tracker(papers.tracker(register, query=query, marking=chosen(register, marking)), out)


def write_tracker(paper: Tracker, out: Path) -> None:
    """Write a tracker already made, away from the register; an existing file is replaced whole."""
    from gainboard.exports import tracker

    tracker.write_tracker(paper, out)


def export_minutes(
    register: Register, meeting: str, out: Path, *, without_confidential: bool = False
) -> None:
    """Write the minutes of a meeting; an existing file is replaced whole."""
    paper = papers.minutes(register, meeting, without_confidential=without_confidential)
    write_minutes(paper, out)


def write_minutes(paper: Minutes, out: Path) -> None:
    """Write minutes already made, away from the register; an existing file is replaced whole."""
    from gainboard.exports import minutes

    minutes.write_minutes(paper, out)


def chosen(register: Register, marking: str) -> Marking | None:
    """Return the marking of these words, None for the board's own; raises E-BAD-MARKING."""
    words = " ".join(marking.upper().split())
    if not words:
        return None
    if words not in MARKINGS:
        raise GainboardError(
            "E-BAD-MARKING",
            f"“{marking}” is no marking this program writes; nothing was written. "
            f"Use {' or '.join(MARKINGS)}.",
        )
    handling = board_settings(register).marking.handling
    return Marking(words=words, handling=handling if words == "OFFICIAL-SENSITIVE" else "")
