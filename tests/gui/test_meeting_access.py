"""Whoever cannot see the screen, or not well, hears and reaches every control."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.intake_page import IntakePage
from gainboard.gui.meeting_decisions import KEYS
from gainboard.gui.meeting_mode import MeetingMode
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.minutes_preview import MinutesPreview
from gainboard.gui.theme import apply_theme
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import take_up
from tests.gui.northmoor import begin_board

WINDOWS: list[Callable[[Workspace], QWidget]] = [
    IntakePage,
    MeetingsPage,
    MeetingMode,
    MinutesPreview,
]
# Those that can be opened on an item with one clause still unmet and nothing decided.
OPEN_KEYS = [key for key, _, _ in KEYS if key not in "CKS"]


def unnamed(window: QWidget) -> list[str]:
    """Name the controls a screen reader would be silent about."""
    controls = [
        w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls
        if not isinstance(control, QScrollBar | QScrollArea)
        and control.objectName()
        and not control.objectName().startswith("qt_")
        and not spoken(control)
    ]


def spoken(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    words = control.text() if isinstance(control, QAbstractButton) else ""
    return name or control.accessibleName() or words


@pytest.mark.parametrize("make", WINDOWS)
def test_every_control_has_a_name(
    make: Callable[[Workspace], QWidget], workspace: Workspace, qtbot: QtBot
) -> None:
    begin_board(workspace)
    window = make(workspace)
    qtbot.addWidget(window)
    assert unnamed(window) == []


@pytest.fixture
def mode(workspace: Workspace, qtbot: QtBot) -> MeetingMode:
    begin_board(workspace)
    window = MeetingMode(workspace)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    workspace.do(take_up, "CIN26-1")
    return window


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    """Show text at 200 % while the test runs."""
    apply_theme(qapp, scale=200)
    yield
    apply_theme(qapp)


def test_every_form_has_names_and_begins_in_its_first_field(mode: MeetingMode) -> None:
    for key in OPEN_KEYS:
        form = mode.open_form(key)
        assert form is not None
        assert unnamed(form) == []
        assert form.first_field() is mode.focusWidget()


@pytest.mark.usefixtures("doubled")
def test_at_200_per_cent_every_form_can_be_recorded(mode: MeetingMode) -> None:
    for key in OPEN_KEYS:
        mode.open_form(key)
        QApplication.processEvents()
        assert (mode.width(), mode.height()) == (1366, 768)
        assert whole(mode, "recordButton"), key
        assert whole(mode, "giveUpButton"), key


def whole(window: QWidget, name: str) -> bool:
    """Tell whether a control is as large as it needs to be, and inside the window."""
    found = window.findChild(QWidget, name)
    assert found is not None
    place = found.rect().translated(found.mapTo(window, found.rect().topLeft()))
    needs = found.minimumSizeHint()
    return window.rect().contains(place) and found.height() >= needs.height()
