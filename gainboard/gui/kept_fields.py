"""The typed fields of a form, kept as a draft each from when the form is shown until it records."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from gainboard.gui.typed_fields import TypedField, put_words, type_over, when_typed, words_in
from gainboard.gui.workspace import Workspace


class KeptFields(QObject):
    """Keeps what differs from what a form was filled with; places are `<of the form>/<field>`.

    `told` comes when `came_back` or `is_stuck` may be another.
    """

    told = Signal()

    def __init__(
        self, workspace: Workspace, fields: Mapping[str, TypedField], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kept = workspace.words
        self._fields = dict(fields)
        self._filled: dict[str, str] | None = None
        self._back: dict[str, str] = {}
        self._place = ""
        self._kept.settled.connect(self.told)
        for name, field in self._fields.items():
            when_typed(field, partial(self._typed, name))

    @property
    def began(self) -> bool:
        """Tell whether words are kept now."""
        return self._filled is not None

    @property
    def came_back(self) -> bool:
        """Tell whether words that were typed earlier stand in the fields."""
        return self.began and any(words.strip() for words in self._back.values())

    @property
    def is_stuck(self) -> bool:
        """Tell whether the disk refused what is typed here."""
        return self.began and any(map(self._kept.is_stuck, self._places()))

    def begin(self, place: str) -> None:
        """Take the fields as filled, and bring back what was typed at this place before."""
        self._place = place
        self._filled = {name: words_in(field) for name, field in self._fields.items()}
        kept = {name: self._kept.read(f"{place}/{name}") for name in self._fields}
        self._back = {name: words for name, words in kept.items() if words is not None}
        for name, words in self._back.items():
            put_words(self._fields[name], words)
        self.told.emit()

    def clear(self) -> None:
        """Put back what the form was filled with; Ctrl+Z in a field brings its words again."""
        for name in self._back:
            type_over(self._fields[name], (self._filled or {}).get(name, ""))
        self._back = {}
        self.told.emit()

    def leave(self) -> None:
        """Keep at once what is typed, and listen no more."""
        self._kept.flush()
        self._filled = None

    def drop(self) -> None:
        """Forget what was typed: it is recorded, or not wanted."""
        self._filled = None
        for place in self._places():
            self._kept.drop(place)

    def _places(self) -> list[str]:
        return [f"{self._place}/{name}" for name in self._fields]

    def _typed(self, name: str) -> None:
        if self._filled is None:
            return
        words = words_in(self._fields[name])
        if words == self._filled[name]:
            self._kept.drop(f"{self._place}/{name}")
        else:
            self._kept.keep(f"{self._place}/{name}", words)
