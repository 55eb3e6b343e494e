"""The minutes of one meeting as a frozen report."""

from dataclasses import dataclass
from datetime import date

from gainboard.domain.paper import Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteAttendance:
    """One person's line: `presence` in words, a deputy with whom for."""

    name: str
    post: str
    presence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteDecision:
    """A numbered decision as a sentence; `number` is e.g. `D07`, `ref` the whole reference."""

    number: str
    ref: str
    about: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteAction:
    """A numbered action with its owner and date."""

    number: str
    ref: str
    about: str
    text: str
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteItem:
    """One line of the agenda as it was taken: what was before the board, what was said and done.

    `ref` is the recommendation's reference or empty. A left-out confidential item keeps its place
    with nothing but a sentence in `before_board`. `outcome` is in words, "not reached" included.
    """

    section: int
    number: str
    title: str
    ref: str
    text: str
    before_board: str
    discussion: str
    outcome: str
    confidential: bool
    decisions: tuple[MinuteDecision, ...]
    actions: tuple[MinuteAction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The whole minutes. `left_out` counts the confidential items this copy lacks."""

    imprint: Imprint
    ref: str
    held_on: date
    place: str
    chair: str
    state: str
    quorum: str
    attendance: tuple[MinuteAttendance, ...]
    items: tuple[MinuteItem, ...]
    decisions: tuple[MinuteDecision, ...]
    actions: tuple[MinuteAction, ...]
    next_on: date | None
    left_out: int
    addenda: tuple[str, ...] = ()
