"""Plausible sentences, drawn from lists by a seeded chance: the same seed, the same words."""

import re
from random import Random

from gainboard.services.generation import phrases
from gainboard.services.generation.phrases import SLOTS

_SLOT = re.compile(r"\{(\w+)\}")
_LONG = 0.004
_NUMBERS = {"n": (2, 19), "hundreds": (112, 980), "percent": (51, 99)}


class Prose:
    """Write as boards, inspectors and delivery leads write."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng

    def title(self, topic: str, kind: str) -> str:
        """Return the title of a report about a topic."""
        frames = phrases.TITLES.get(kind, phrases.TITLES["inspection"])
        return self._fill(self._rng.choice(frames).replace("{topic}", topic))

    def duty(self) -> str:
        """Return what a recommendation asks for, from the verb on."""
        return self._words(phrases.DUTIES)

    def clause(self) -> str:
        """Return one part of a recommendation."""
        return self._words(phrases.CLAUSES)

    def update(self) -> str:
        """Return a progress record: a sentence or a few, now and then page after page."""
        if self._rng.random() < _LONG:
            return self._pages()
        count = self._rng.choice((1, 1, 2, 2, 2, 3, 4, 6))
        return " ".join(self._sentence(phrases.PROGRESS) for _ in range(count))

    def evidence(self) -> str:
        """Return what a piece of evidence shows."""
        return self._sentence(phrases.EVIDENCE)

    def verdict(self) -> str:
        """Return why evidence was judged as it was."""
        return self._sentence(phrases.VERDICTS)

    def reason(self) -> str:
        """Return a reason for a later date, a return, a deferral."""
        return self._words(phrases.REASONS)

    def action(self) -> str:
        """Return the text of an action."""
        return self._words(phrases.ACTIONS)

    def discussion(self) -> str:
        """Return a note of what was said."""
        count = self._rng.choice((1, 2, 2, 3))
        return " ".join(self._sentence(phrases.DISCUSSION) for _ in range(count))

    def summary(self) -> str:
        """Return a paragraph of a report's summary."""
        return " ".join(self._sentence(phrases.SUMMARY) for _ in range(4))

    def _pages(self) -> str:
        return "\n\n".join(
            " ".join(self._sentence(phrases.PROGRESS) for _ in range(8))
            for _ in range(self._rng.randint(4, 14))
        )

    def _sentence(self, frames: tuple[str, ...]) -> str:
        words = self._words(frames)
        return words[0].upper() + words[1:]

    def _words(self, frames: tuple[str, ...]) -> str:
        return self._fill(self._rng.choice(frames))

    def _fill(self, frame: str) -> str:
        return _SLOT.sub(self._slot, frame)

    def _slot(self, found: re.Match[str]) -> str:
        name = found[1]
        if name in _NUMBERS:
            return str(self._rng.randint(*_NUMBERS[name]))
        return self._rng.choice(SLOTS[name])
