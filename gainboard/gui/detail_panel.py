"""The panel beside the list: one recommendation with everything that hangs on it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTextBrowser, QWidget

from gainboard.domain.views import Detail
from gainboard.errors import GainboardError
from gainboard.gui import detail_pages
from gainboard.gui.chips import chip_word
from gainboard.gui.forms.ui_detail_panel import Ui_DetailPanel
from gainboard.gui.wording import sentence_case
from gainboard.gui.workspace import Workspace
from gainboard.services.naming import names_in
from gainboard.services.views import detail, history

PAUSE_MS = 200


class DetailPanel(QWidget):
    """Shows a recommendation; the history is read only when its tab is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_DetailPanel()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace: Workspace | None = None
        self._ref = ""
        # A long history is read when the arrow keys have come to rest.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read_history)
        self._form.split.setStretchFactor(0, 3)
        self._form.split.setStretchFactor(1, 2)
        self._form.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self._form.tabs.tabBar().setAccessibleName("Updates, evidence, actions, decisions, history")
        self._form.tabs.currentChanged.connect(self._read_history)

    def serve(self, workspace: Workspace) -> None:
        """Say whose register is shown."""
        self._workspace = workspace

    @property
    def ref(self) -> str:
        """Return the reference shown; empty when there is none."""
        return self._ref

    def show_ref(self, ref: str) -> None:
        """Show a recommendation; nothing when it is empty or gone."""
        self._ref = ref
        one = self._read(ref)
        self.setVisible(one is not None)
        if one is not None:
            self._fill(one)

    def _read(self, ref: str) -> Detail | None:
        if not ref or self._workspace is None:
            return None
        try:
            return self._workspace.ask(detail, ref)
        except GainboardError:  # undone meanwhile: there is nothing left to show
            return None

    def _fill(self, one: Detail) -> None:
        form, summary = self._form, one.summary
        form.ref.setText(summary.ref)
        form.rag.set_rag(summary.rag, _chip_words(one))
        form.status.setText(_status(one))
        _put(form.sheet, detail_pages.sheet(one))
        _put(form.updates, detail_pages.updates(one.updates))
        _put(form.evidence, detail_pages.evidence(one))
        _put(form.actions, detail_pages.actions(one.actions))
        _put(form.decisions, detail_pages.decisions(one))
        counts = (one.updates, one.evidence, one.actions, one.decisions)
        names = ("Updates", "Evidence", "Actions", "Decisions")
        for number, (name, things) in enumerate(zip(names, counts, strict=True)):
            form.tabs.setTabText(number, f"{name} {len(things)}" if things else name)
        form.history.clear()
        self._pause.start()

    def _read_history(self) -> None:
        showing = self._form.tabs.currentWidget() is self._form.history_tab
        if showing and self._ref and self._workspace is not None and self._workspace.is_open:
            entries = self._workspace.ask(history, self._ref)
            names = self._workspace.ask(names_in, entries)
            _put(self._form.history, detail_pages.history(reversed(entries), names))


def _chip_words(one: Detail) -> str:
    rag = one.summary.rag
    return f"{chip_word(rag)} {rag.words}" if rag else ""


def _status(one: Detail) -> str:
    summary = one.summary
    says = [sentence_case(summary.force_status.words)]
    says.append(summary.applicability.words + (f" with {one.joint_with}" if one.joint_with else ""))
    if summary.forecast:
        says.append(f"forecast {chip_word(summary.forecast)}")
    if summary.inspectorate_status:
        says.append(f"inspectorate: {summary.inspectorate_status}")
    if summary.is_stale:
        says.append("no recent update")
    return " · ".join(says)


def _put(browser: QTextBrowser, page: str) -> None:
    """Set a page, keeping the place where the same record is shown anew."""
    browser.document().setDefaultFont(QFont(browser.font()))
    browser.document().setDocumentMargin(15)
    browser.setHtml(page)
