"""The second step: what their words of a status, a rating or a kind become."""

from functools import cache

from PySide6.QtCore import QObject, Signal

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import Mapping, Sureness, ValueChoice
from gainboard.domain.incoming.meanings import meanings
from gainboard.gui.forms.ui_tracker_page import Ui_TrackerPage
from gainboard.gui.row_delegates import DueDelegate, letters_wide, row_height, settle_rows
from gainboard.gui.tracker_choice import let_choose
from gainboard.gui.tracker_table import Line, LineTable, StrongDelegate
from gainboard.gui.wording import count, sentence_case

TITLES = ("Their words", "Becomes", "Rows", "Field", "How sure")
LETTERS = (34, 46, 8, 24)
CHOOSE = "choose…"
_SURE = {Sureness.CHOSEN: "Chosen", Sureness.SURE: "Sure", Sureness.LIKELY: "Proposed"}
_Key = tuple[Field, str]


class ValuesStep(QObject):
    """Shows the words of a mapping, those still to be chosen first. `changed` gives another."""

    changed = Signal(object)

    def __init__(self, form: Ui_TrackerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._mapping: Mapping | None = None
        self._order: list[_Key] = []
        self._model = LineTable(TITLES, self, choice=1, right=(2,))
        table = form.valueTable
        table.setModel(self._model)
        table.setItemDelegate(StrongDelegate(table))
        table.setItemDelegateForColumn(2, DueDelegate(table))
        table.horizontalHeader().setAccessibleName("What is said of each word")
        table.horizontalHeader().setStretchLastSection(True)
        self._choices = let_choose(table, self._model, "What becomes of")
        self._model.chosen.connect(self._choose)

    def begin(self, mapping: Mapping) -> None:
        """Show the words, those to be chosen at the top; they keep their places after."""
        ordered = sorted(mapping.values, key=lambda one: bool(one.means))
        self._order = [_key(one) for one in ordered]
        self.show_mapping(mapping)
        self._form.valueTable.setCurrentIndex(self._model.index(0, 1))

    def show_mapping(self, mapping: Mapping) -> None:
        """Show a mapping in the order begun with."""
        self._mapping = mapping
        by_key = {_key(one): one for one in mapping.values}
        values = [by_key[key] for key in self._order if key in by_key]
        self._choices.offer([_entries(one.field, bool(one.means)) for one in values])
        self._model.show_lines([_line(one) for one in values])
        self._form.valuesLabel.setText(_counted(mapping))
        self._form.valuesHint.setVisible(bool(mapping.unchosen()))

    def settle(self) -> None:
        """Fit rows and columns to the font in use."""
        table = self._form.valueTable
        settle_rows(table, 1)
        table.verticalHeader().setDefaultSectionSize(row_height(table.font(), 1) + 4)
        for number, letters in enumerate(LETTERS):
            table.setColumnWidth(number, letters_wide(table, letters))

    def _choose(self, row: int, key: str) -> None:
        """Choose for a row, and for the others of its field that are selected with it."""
        if self._mapping is None or not key:
            return
        rows = self._rows_with(row)
        was_open = not self._mapping.means(*self._order[row])
        mapping = self._mapping
        for field, words in (self._order[each] for each in rows):
            mapping = mapping.with_value(field, words, key)
        self.changed.emit(mapping)
        if was_open and rows[-1] + 1 < self._model.rowCount():
            # The next word that is to be chosen is most often the one below.
            self._form.valueTable.setCurrentIndex(self._model.index(rows[-1] + 1, 1))

    def _rows_with(self, row: int) -> list[int]:
        field = self._order[row][0]
        selected = {index.row() for index in self._form.valueTable.selectionModel().selectedRows()}
        together = selected if row in selected else {row}
        return sorted(each for each in together if self._order[each][0] is field)


def _key(one: ValueChoice) -> _Key:
    return one.field, one.words


@cache
def _entries(field: Field, is_chosen: bool) -> dict[str, str]:
    said = {key: sentence_case(words) for key, words in meanings(field).items()}
    return said if is_chosen else {"": CHOOSE, **said}


def _line(one: ValueChoice) -> Line:
    becomes = _entries(one.field, bool(one.means)).get(one.means, one.means)
    sure = _SURE.get(one.sureness, "Proposed") if one.means else "Choose"
    cells = (one.words, becomes, f"{one.count:,}", one.field.words, sure)
    return Line(cells=cells, chosen=one.means, strong=not one.means)


def _counted(mapping: Mapping) -> str:
    left = len(mapping.unchosen())
    if not left:
        return f"What their &words become: {count(len(mapping.values), 'word', 'words')}"
    return f"What their &words become: {count(left, 'word', 'words')} still to choose"
