"""The fields above the history: whose, whereof, in which meeting and on which days."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

from gainboard.gui.date_field import DateField
from gainboard.gui.forms.ui_history_page import Ui_HistoryPage
from gainboard.gui.wording import day
from gainboard.services.history import HistoryFilter

REST = 300
_ANY_MEETING = "Any meeting"


class HistoryFilters(QObject):
    """Reads the fields; `changed` tells of a filter that differs, once typing has come to rest."""

    changed = Signal()

    def __init__(self, form: Ui_HistoryPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._told = (HistoryFilter(), "")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REST)
        self._pause.timeout.connect(self.tell)
        self._set_up_person()
        form.filter.textChanged.connect(lambda _: self._pause.start())
        form.filter.returnPressed.connect(self.tell)
        # The arrow keys go through many meetings on the way to one.
        form.meeting.activated.connect(lambda _: self._pause.start())
        for field in (form.since, form.until):
            field.textChanged.connect(lambda _, field=field: self._date_typed(field))
            field.editingFinished.connect(self.tell)

    @property
    def wanted(self) -> HistoryFilter:
        """Return the filter the fields ask for; a date that is none asks for nothing."""
        form = self._form
        return HistoryFilter(
            ref=form.filter.text().strip(),
            person=form.person.currentText().strip(),
            meeting=form.meeting.currentText() if form.meeting.currentIndex() > 0 else "",
            since=form.since.value(),
            until=form.until.value(),
        )

    @property
    def refusal(self) -> str:
        """Say which date is none, or that the days are the wrong way round; else empty."""
        since, until = self._form.since, self._form.until
        for field in (since, until):
            if wrong := field.refusal():
                return wrong
        first, last = since.value(), until.value()
        if first and last and first > last:
            return f"{day(first)} is after {day(last)}: no day lies between. Change one of them."
        return ""

    def offer(self, people: list[str], meetings: list[str]) -> None:
        """Offer what can be chosen now; what is chosen stays."""
        form = self._form
        for field, words in (
            (form.person, ["", *people]),
            (form.meeting, [_ANY_MEETING, *meetings]),
        ):
            if words != [field.itemText(n) for n in range(field.count())]:
                _refill(field, words)

    def knows(self, name: str) -> bool:
        """Tell whether somebody of this name can be chosen."""
        person = self._form.person
        names = (person.itemText(n) for n in range(person.count()))
        return name.casefold() in {each.casefold() for each in names}

    def clear(self) -> None:
        """Ask for everything again."""
        form = self._form
        for field in (form.filter, form.since, form.until):
            field.clear()
        form.person.setCurrentIndex(0)
        form.person.setEditText("")
        form.meeting.setCurrentIndex(0)
        self.tell()

    def tell(self) -> None:
        """Tell of the filter now, if it or what is wrong with it is another than the last."""
        self._pause.stop()
        asked = (self.wanted, self.refusal)
        if asked != self._told:
            self._told = asked
            self.changed.emit()

    def _set_up_person(self) -> None:
        person = self._form.person
        if (completer := person.completer()) is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        person.activated.connect(lambda _: self.tell())
        person.editTextChanged.connect(self._person_typed)
        if (line := person.lineEdit()) is not None:
            line.setPlaceholderText("Anybody")
            line.editingFinished.connect(self.tell)

    def _person_typed(self, name: str) -> None:
        # Half a name is nobody's; the whole one, or none, is asked for at rest.
        if self.knows(name.strip()):
            self._pause.start()

    def _date_typed(self, field: DateField) -> None:
        if not field.refusal():
            self._pause.start()


def _refill(field: QComboBox, words: list[str]) -> None:
    chosen = field.currentText()
    with QSignalBlocker(field):
        field.clear()
        field.addItems(words)
        field.setCurrentIndex(max(0, field.findText(chosen)))
        if field.isEditable():
            field.setEditText(chosen)
