"""The typed fields of a form, kept as a draft each from when the form is shown until it records."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from gainboard.gui.meeting_drafts import KeptWords
from gainboard.gui.typed_fields import TypedField, put_words, when_typed, words_in
from gainboard.gui.workspace import Workspace


class KeptFields(QObject):
    """Keeps what differs from what a form was filled with; places are `<of the form>/<field>`."""

    def __init__(
        self, workspace: Workspace, fields: Mapping[str, TypedField], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kept = KeptWords(workspace, self)
        self._fields = dict(fields)
        self._filled: dict[str, str] | None = None
        self._place = ""
        for name, field in self._fields.items():
            when_typed(field, partial(self._typed, name))

    @property
    def began(self) -> bool:
        """Tell whether words are kept now."""
        return self._filled is not None

    def begin(self, place: str) -> None:
        """Take the fields as filled, and bring back what was typed at this place before."""
        self._place = place
        self._filled = {name: words_in(field) for name, field in self._fields.items()}
        for name, field in self._fields.items():
            kept = self._kept.read(f"{place}/{name}")
            if kept is not None:
                put_words(field, kept)

    def leave(self) -> None:
        """Keep at once what is typed, and listen no more."""
        self._kept.flush()
        self._filled = None

    def drop(self) -> None:
        """Forget what was typed: it is recorded, or not wanted."""
        self._filled = None
        for name in self._fields:
            self._kept.drop(f"{self._place}/{name}")

    def _typed(self, name: str) -> None:
        if self._filled is None:
            return
        words = words_in(self._fields[name])
        if words == self._filled[name]:
            self._kept.drop(f"{self._place}/{name}")
        else:
            self._kept.keep(f"{self._place}/{name}", words)
