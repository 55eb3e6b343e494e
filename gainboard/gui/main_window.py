"""The window: menus, navigation, pages, the message bar and the status bar, and little more."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget

from gainboard.domain.changes import Changes
from gainboard.gui.beside import Beside
from gainboard.gui.edit_menu import copy_reference, start_filter
from gainboard.gui.find_box import FindBox, in_corner
from gainboard.gui.forms.ui_main_window import Ui_MainWindow
from gainboard.gui.help_window import HelpWindow, about_words
from gainboard.gui.icons import dress_again, dress_all, icon
from gainboard.gui.log_keeping import copy_details
from gainboard.gui.menu_states import settle_menus
from gainboard.gui.navigation import NavigationDelegate, add_place, fit_width, when_chosen_again
from gainboard.gui.openings import Openings
from gainboard.gui.places import PLACES, Leads, as_page, show_counts
from gainboard.gui.recording import Recording
from gainboard.gui.reflow import scrolled
from gainboard.gui.sending import Sending
from gainboard.gui.start_page import StartPage
from gainboard.gui.status_words import StatusWords
from gainboard.gui.summary_rows import SummaryRows
from gainboard.gui.taste import bring_back_taste, close_others, keep_taste
from gainboard.gui.turning import do_again, take_back
from gainboard.gui.view_menu import list_columns, list_pages, list_schemes, list_text_sizes
from gainboard.gui.workspace import Workspace
from gainboard.services.settings import board_settings

_SAVED = "Already saved: every change is saved as you make it."


class MainWindow(QMainWindow):
    """Hosts the pages of one register, or the start page while none is open."""

    def __init__(self, workspace: Workspace, openings: Openings) -> None:
        super().__init__()
        self._workspace = workspace
        self._openings = openings
        self.rows = SummaryRows(workspace)
        self._form = Ui_MainWindow()
        self._form.setupUi(self)
        self.banners = self._form.banners
        self.status = StatusWords(self._form.status)
        self._actions = {act.objectName(): act for act in self.findChildren(QAction)}
        self._recording = Recording(workspace, self._actions)
        self._sending = Sending(workspace, self._actions, self, self._form.message.show_notice)
        self._help = HelpWindow(self)
        self.find_box = FindBox(self)
        self._start = StartPage()
        self._stale: set[int] = set()
        self._beside = Beside(self._form.pages, self._form.navigation, self.status)
        self._title = ""
        self._places: list[QWidget] = []
        self._add_pages()
        self._add_bars()
        self._connect_actions()
        self._listen()
        bring_back_taste(self)
        self._show_register()

    @property
    def pages(self) -> dict[str, QWidget]:
        """Return the pages of the navigation by their titles."""
        return {as_page(widget).title: widget for widget in self._places}

    @property
    def shown(self) -> QWidget | None:
        """Return the page of the navigation that is seen, or None."""
        row = self._form.pages.currentIndex() - 1
        return self._places[row] if 0 <= row < len(self._places) else None

    def show_page(self, title: str) -> None:
        """Show a page by its title."""
        if title in self.pages:
            self._form.navigation.setCurrentRow(list(self.pages).index(title))

    def go_to(self, ref: str) -> None:
        """Show a recommendation, report or meeting on the page that knows it."""
        for number, widget in enumerate(self._places):
            self._freshen(number)
            if isinstance(widget, Leads) and widget.go_to(ref):
                self._form.navigation.setCurrentRow(number)
                self._show_row(number)
                return

    def _add_pages(self) -> None:
        self._form.pages.addWidget(scrolled(self._start))
        for place in PLACES:
            widget = place.build(self._workspace, self.rows)
            self._places.append(widget)
            self._form.pages.addWidget(scrolled(widget))
            add_place(self._form.navigation, place.title, place.icon)
            for name, slot in (
                ("take_in_requested", self._openings.take_in),
                ("chosen", self._recording.choose),
            ):
                if hasattr(widget, name):
                    getattr(widget, name).connect(slot)
        self._form.navigation.setItemDelegate(NavigationDelegate(self._form.navigation))
        self._form.navigation.currentRowChanged.connect(self._show_row)
        when_chosen_again(self._form.navigation, self.show_again)

    def _add_bars(self) -> None:
        self.find_box.serve(self._workspace, self.rows)
        self._corner = in_corner(self.find_box)
        self._form.menus.setCornerWidget(self._corner)
        list_pages(self._form.menu_view, self.pages, self._form.navigation.setCurrentRow)
        list_columns(self._form.menu_columns, lambda: self.shown)
        list_text_sizes(self._form.menu_text_size, self._dress_anew)
        list_schemes(self._form.menu_theme, self._dress_anew)

    def _connect_actions(self) -> None:
        dress_all(self._actions)
        for name, slot in {
            **self._openings.verbs,
            "save": partial(self._form.message.show_notice, _SAVED),
            "leave": self.close,
            "undo": lambda: take_back(self._workspace, self),
            "redo": lambda: do_again(self._workspace, self),
            "copy_reference": lambda: copy_reference(self.shown),
            "find": lambda: self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "filter": lambda: start_filter(self.shown),
            "help": self._help.show,
            "copy_details": partial(copy_details, self._form.message.show_notice),
            "about": lambda: QMessageBox.about(self, "About GAIN Board", about_words()),
        }.items():
            self._actions[name].triggered.connect(slot)
        self._start.make_requested.connect(self._openings.make)
        self._start.open_requested.connect(self._openings.choose)
        self._start.sample_requested.connect(self._openings.sample)
        self._start.recent_chosen.connect(self._openings.open)

    def _listen(self) -> None:
        self._openings.serve(self)
        self._openings.noticed.connect(self._form.message.show_notice)
        self._workspace.untold.connect(self._form.message.show_error)
        self._workspace.register_changed.connect(self._show_register)
        self._workspace.changed.connect(self._take_in)
        self._workspace.saved.connect(self.status.show_saved)
        self._workspace.went_to.connect(self.go_to)
        self.find_box.found.connect(self.go_to)
        self._beside.changed.connect(self._show_what_applies)

    def _show_register(self) -> None:
        """Show the pages of the register that is open now, or the start page."""
        self._form.message.hide()
        is_open = self._workspace.is_open
        self.find_box.clear()
        self._form.navigation.setVisible(is_open)
        self.find_box.setVisible(is_open)
        if is_open:
            board = self._workspace.ask(board_settings)
            self._title = f"{board.force} {board.board}"
            self.status.begin(board.marking.words)
            self._stale = set(range(len(self._places)))
            self._form.navigation.setCurrentRow(0)
            self._show_row(0)
        else:
            self.status.begin("")
            self._title = "GAIN Board"
            self._start.refresh()
            self._form.pages.setCurrentIndex(0)
        self.setWindowTitle(self._title)
        self._refresh_actions()

    def _show_row(self, row: int) -> None:
        if not self._workspace.is_open or row < 0:
            return
        widget = self._places[row]
        self._freshen(row)
        self._form.pages.setCurrentIndex(row + 1)
        if not self._form.navigation.hasFocus():
            as_page(widget).beginning.setFocus(Qt.FocusReason.OtherFocusReason)
        # The Record menu is about what is chosen on the page that is seen.
        self._recording.choose(str(getattr(widget, "ref", "")))
        QTimer.singleShot(0, self._refresh_actions)

    def _freshen(self, row: int) -> None:
        """Have a page read the register again if something changed since it was seen."""
        if row in self._stale:
            self._stale.discard(row)
            as_page(self._places[row]).refresh()

    def _take_in(self, changes: Changes) -> None:
        self._form.message.hide()
        self.status.name(changes.label)
        shown = self.shown
        self._stale = {n for n, widget in enumerate(self._places) if widget is not shown}
        if shown is not None:
            as_page(shown).refresh()
        # Counting and naming undo can wait until the decision is on the screen.
        QTimer.singleShot(0, self._refresh_actions)

    def _refresh_actions(self) -> None:
        settle_menus(self._actions, self._workspace, self.shown)
        show_counts(self._form.navigation, self.rows)

    def _dress_anew(self) -> None:
        """Fit what was measured in letters to the font that is in use now."""
        fit_width(self._form.navigation)
        if not self._workspace.is_open:
            return
        for widget in self._places:
            if settle := getattr(widget, "settle", None):
                settle()
        # What is not seen now is drawn anew when it is.
        self._stale = set(range(len(self._places)))
        self._freshen(self._form.navigation.currentRow())

    def show_beside(self, widget: QWidget) -> None:
        """Show a page that is not in the navigation, such as the review of a document."""
        self._beside.show(widget)

    def _show_what_applies(self) -> None:
        if self._beside.is_shown:
            self._recording.choose("")
        else:
            self.setWindowTitle(self._title)
        self._refresh_actions()

    def show_again(self) -> None:
        """Go back from such a page to the page of the navigation."""
        if not self._workspace.is_open:
            self._form.pages.setCurrentIndex(0)
        self._show_row(self._form.navigation.currentRow())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The first change comes while the form is being laid out.
        if event.type() == QEvent.Type.PaletteChange and "_places" in vars(self):
            for act in self._actions.values():
                dress_again(act)
            for number, place in enumerate(PLACES):
                self._form.navigation.item(number).setIcon(icon(place.icon))

    def closeEvent(self, event: QCloseEvent) -> None:
        keep_taste(self)
        # They may hold words still: they are kept while the register is open.
        close_others(self)
        self._workspace.close()
        super().closeEvent(event)
