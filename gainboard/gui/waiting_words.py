"""Words being typed: in the register within two seconds, or held until the disk takes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gainboard.errors import GainboardError
from gainboard.services.left_words import origin
from gainboard.services.registers import Register

DELAY_MS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Words of a register that is closed, which could not be written while it was open."""

    path: Path
    origin: str
    words: Mapping[str, str]

    def belongs_to(self, path: Path, origin: str) -> bool:
        """Tell whether a register is the one; its file may have been moved, but not copied."""
        return self.path == path or (self.origin == origin != "" and not self.path.exists())


class WaitingWords(QObject):
    """The newest words of each place, in the life of the program; no form need outlive them.

    `settled` comes after each try to write, `refused` once for the tries that fail in a row.
    """

    refused = Signal(object)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register: Register | None = None
        self._origin = ""
        # None for a place that is to be forgotten.
        self._waiting: dict[str, str | None] = {}
        self._stuck: set[str] = set()
        self._held: list[Held] = []
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.flush)

    def serve(self, register: Register | None) -> None:
        """Turn to another register, or to none; what the former did not take is held for it."""
        self._put_aside()
        self._register = register
        if register is not None:
            self._origin = origin(register)
            for held in [one for one in self._held if one.belongs_to(register.path, self._origin)]:
                self._held.remove(held)
                self._waiting.update(held.words)

    def keep(self, place: str, words: str) -> None:
        """Have the words of a place kept before two seconds have gone by."""
        self._waiting[place] = words
        # Not started anew by each key: a fast typist would never be saved.
        if not self._timer.isActive():
            self._timer.start()

    def read(self, place: str) -> str | None:
        """Return the words of a place, kept or about to be."""
        if place in self._waiting:
            return self._waiting[place]
        return self._register.drafts.read(place) if self._register is not None else None

    def drop(self, place: str) -> None:
        """Forget a place whose words are recorded or not wanted; never refused, only put off."""
        self._waiting[place] = None
        self.flush()

    def flush(self) -> None:
        """Keep at once what waits; what the disk refuses is tried again until it is kept."""
        self._timer.stop()
        if self._register is None:
            return
        if self._register.db.conn.in_transaction:
            # Kept in an operation under way, they would go with it where that is taken back.
            self._timer.start()
            return
        refusals = [self._write(place) for place in list(self._waiting)]
        refusal = next((one for one in refusals if one is not None), None)
        if refusal is not None:
            self._timer.start()
            if not self._is_told:
                self._is_told = True
                self.refused.emit(refusal)
        self._is_told = refusal is not None
        self.settled.emit()

    def is_stuck(self, place: str) -> bool:
        """Tell whether the disk refused the words of a place the last time."""
        return place in self._stuck

    @property
    def stuck(self) -> dict[str, str]:
        """Return what the open register did not take, by place."""
        found = {place: self._waiting.get(place) for place in sorted(self._stuck)}
        return {place: words for place, words in found.items() if words and words.strip()}

    @property
    def held(self) -> list[Held]:
        """Return what closed registers did not take."""
        return list(self._held)

    def _write(self, place: str) -> GainboardError | None:
        """Write what waits for a place; return what stands against it."""
        assert self._register is not None
        drafts, words = self._register.drafts, self._waiting[place]
        try:
            if words is not None:
                drafts.keep(place, words)
            elif drafts.read(place) is not None:
                drafts.drop(place)
        except GainboardError as refusal:
            self._stuck.add(place)
            return refusal
        del self._waiting[place]
        self._stuck.discard(place)
        return None

    def _put_aside(self) -> None:
        self._timer.stop()
        if self._register is not None:
            words = {place: typed for place, typed in self._waiting.items() if typed}
            if words:
                path = self._register.path
                self._held.append(Held(path=path, origin=self._origin, words=words))
        self._waiting.clear()
        self._stuck.clear()
        self._is_told = False
