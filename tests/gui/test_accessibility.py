"""Everyone can use it: names for every control, nothing cut off, nothing told by colour alone."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gainboard.domain.states import Rag
from gainboard.gui.chips import paint_mark
from gainboard.gui.help_window import HelpWindow
from gainboard.gui.main_window import MainWindow
from gainboard.gui.record_form import RecordForm
from gainboard.gui.recording import FORMS
from gainboard.gui.start_page import NewRegister, StartPage
from gainboard.gui.theme import (
    DARK,
    LIGHT,
    RAG_COLOURS,
    Colours,
    Scheme,
    apply_theme,
    kept_scale,
    kept_scheme,
)
from gainboard.gui.workspace import Workspace
from gainboard.services.settings import change_setting

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
)
TITLES = ("Recommendations", "Reports", "Meetings", "History")


def nameless(top: QWidget) -> list[str]:
    """Return the controls a screen reader could only call by their kind."""
    found = []
    for widget in top.findChildren(QWidget):
        ours = isinstance(widget, CONTROLS) and not _inner(widget)
        face = QAccessible.queryAccessibleInterface(widget) if ours else None
        if face is not None and not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def _inner(widget: QWidget) -> bool:
    """Tell whether Qt made the control as part of another, which carries the name."""
    parts = [widget]
    while (parent := parts[-1].parentWidget()) is not None:
        parts.append(parent)
    # A click box of a line edit, the popup of a combo box, the corner of a table.
    inside = any(isinstance(part, QComboBox | QLineEdit) for part in parts[1:])
    corner = isinstance(widget.parentWidget(), QAbstractItemView)
    name = widget.objectName()
    is_part = corner and not isinstance(widget, QHeaderView)
    return inside or is_part or not name or name.startswith("qt_")


def cut_off(top: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need."""
    return [
        f"{type(widget).__name__} {widget.objectName()}: {widget.text()!r}"
        for widget in top.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisibleTo(top)
        and widget.text()
        and _lacks_room(widget)
    ]


def _lacks_room(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    need = widget.minimumSizeHint()
    return widget.width() < need.width() or widget.height() < need.height()


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Show everything at twice the text size."""
    apply_theme(qapp, Scheme.LIGHT, 200)
    yield
    apply_theme(qapp)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("title", TITLES)
def test_every_control_of_a_page_has_a_name(window: MainWindow, title: str) -> None:
    window.show_page(title)
    assert nameless(window.pages[title]) == []


@pytest.mark.usefixtures("sample")
def test_every_control_of_the_window_itself_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("name", FORMS)
def test_every_control_of_a_form_has_a_name(sample: Workspace, qtbot: QtBot, name: str) -> None:
    form = _form(sample, name)
    qtbot.addWidget(form)
    assert nameless(form) == []


@pytest.mark.parametrize("make", [StartPage, lambda: NewRegister(Workspace()), HelpWindow])
def test_every_control_of_the_smaller_windows_has_a_name(
    make: Callable[[], QWidget], qtbot: QtBot
) -> None:
    shown = make()
    qtbot.addWidget(shown)
    assert nameless(shown) == []


@pytest.mark.usefixtures("large", "sample")
@pytest.mark.parametrize("title", TITLES)
def test_no_word_is_cut_off_at_twice_the_text_size(window: MainWindow, title: str) -> None:
    window.show_page(title)
    QApplication.processEvents()
    assert window.width() == 1366
    assert cut_off(window) == []


@pytest.mark.usefixtures("large", "sample")
def test_nothing_lies_on_the_agenda_at_twice_the_text_size(window: MainWindow) -> None:
    window.show_page("Meetings")
    QApplication.processEvents()
    page = window.pages["Meetings"]
    tree, row = page.findChild(QWidget, "agendaTree"), page.findChild(QWidget, "lineRow")
    assert tree is not None
    assert row is not None
    assert tree.geometry().bottom() < row.geometry().top()


@pytest.mark.usefixtures("large")
def test_the_window_keeps_its_width_whatever_was_saved(
    sample: Workspace, window: MainWindow
) -> None:
    sample.do(change_setting, "board", "A board with a very long name " * 8)
    QApplication.processEvents()
    assert window.width() == 1366


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", FORMS)
def test_no_word_of_a_form_is_cut_off_at_twice_the_text_size(
    sample: Workspace, qtbot: QtBot, name: str
) -> None:
    form = _form(sample, name)
    qtbot.addWidget(form)
    form.show()
    QApplication.processEvents()
    assert cut_off(form) == []


@pytest.mark.parametrize("name", FORMS)
def test_every_field_of_a_form_is_reached_by_tab(
    sample: Workspace, qtbot: QtBot, name: str
) -> None:
    form = _form(sample, name)
    qtbot.addWidget(form)
    form.show()
    fields = {w for w in form.findChildren(QWidget) if _takes_tab(w)}
    reached: set[QWidget] = set()
    walker: QWidget | None = form
    while walker is not None and walker not in reached:
        reached.add(walker)
        walker = walker.nextInFocusChain()
    assert fields <= reached


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_stand_out_from_what_is_behind_them(colours: Colours) -> None:
    pairs = [("text", "window"), ("text", "surface"), ("muted", "surface"), ("muted", "window")]
    pairs += [("on_accent", "accent"), ("text", "selection"), ("on_warning", "warning")]
    for words, ground in pairs:
        assert _contrast(getattr(colours, words), getattr(colours, ground)) >= 4.5, words
    assert _contrast(colours.border, colours.window) >= 3
    assert _contrast(colours.accent, colours.surface) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_words_of_every_chip_stand_out_from_its_tint(theme: str) -> None:
    assert all(_contrast(text, tint) >= 6.6 for text, tint in RAG_COLOURS[theme].values())


def test_every_rag_has_a_shape_of_its_own_in_black_and_white() -> None:
    marks = {rag: _mark(rag) for rag in Rag}
    assert len(set(marks.values())) == len(Rag)


def test_settings_that_make_no_sense_are_not_followed() -> None:
    QSettings().setValue("view/scheme", "mauve")
    QSettings().setValue("view/text_scale", "enormous")
    assert (kept_scheme(), kept_scale()) == (Scheme.SYSTEM, 100)


def test_dark_is_dark(qapp: QApplication) -> None:
    apply_theme(qapp, Scheme.DARK)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    apply_theme(qapp)
    assert window.name().upper() == DARK.window


def _form(workspace: Workspace, name: str) -> RecordForm:
    return FORMS[name][1](workspace, "HPC26-2")


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isEnabled() and bool(widget.objectName()) and widget.isVisible()


def _mark(rag: Rag) -> bytes:
    image = QImage(24, 24, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_mark(painter, image.rect().toRectF(), rag, QColor("black"), QColor("white"))
    painter.end()
    return bytes(image.constBits())


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
