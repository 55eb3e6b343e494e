"""The trackers taken in since the register was opened, and whether they stand still."""

from dataclasses import dataclass

from gainboard.domain.changes import Changes
from gainboard.domain.incoming.plan import Plan
from gainboard.gui.tracker_study import Study, write_study
from gainboard.gui.waiting_words import WaitingWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Hold one tracker that was taken in; `label` is what its operation is called."""

    label: str
    study: Study
    plan: Plan


class TrackerPast:
    """Keeps the choices made for a tracker that is taken back, so that they can be corrected."""

    def __init__(self, words: WaitingWords) -> None:
        self._words = words
        self._standing: list[Taken] = []
        self._taken_back: list[Taken] = []

    @property
    def last(self) -> Plan | None:
        """Return what was taken in last and stands."""
        return self._standing[-1].plan if self._standing else None

    def add(self, taken: Taken) -> None:
        """Remember a tracker that is in the register now; its choices wait no longer."""
        self._standing.append(taken)
        self._taken_back.clear()
        self._words.drop(taken.study.place)

    def follow(self, changes: Changes) -> bool:
        """Learn of an operation; True where it took a tracker back, or in again."""
        if self._standing and changes.label == f"Undo: {self._standing[-1].label}":
            taken = self._standing.pop()
            self._taken_back.append(taken)
            if taken.study.is_begun:
                self._words.keep(taken.study.place, write_study(taken.study))
            return True
        if self._taken_back and changes.label == f"Redo: {self._taken_back[-1].label}":
            self._standing.append(self._taken_back.pop())
            self._words.drop(self._standing[-1].study.place)
            return True
        return False

    def forget(self) -> None:
        """Forget all: another register is open, or none."""
        self._standing.clear()
        self._taken_back.clear()
