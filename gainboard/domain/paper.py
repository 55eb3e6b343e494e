"""What every paper that leaves the laptop says of itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A protective marking; `handling` is the instruction that goes with OFFICIAL-SENSITIVE."""

    words: str = "OFFICIAL"
    handling: str = ""

    @property
    def line(self) -> str:
        """Give the marking as it is printed at the top and bottom of each page."""
        return f"{self.words} - {self.handling}" if self.handling else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """From which state of the register a paper was made, and when.

    `anchor_seq` and `anchor_hash` (its first 12 hex digits) are the newest journal entry.
    """

    force: str
    board: str
    marking: Marking
    made_at: datetime
    anchor_seq: int
    anchor_hash: str

    @property
    def anchor(self) -> str:
        """Give the journal anchor as `check --anchor` reads it."""
        return f"{self.anchor_seq}:{self.anchor_hash}"
