"""The names of the force, set in their window."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from gainboard.domain.directory import Body
from gainboard.gui.own_names_window import OwnNamesWindow
from gainboard.gui.workspace import Workspace
from gainboard.services.own_names import own_names


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> OwnNamesWindow:
    with workspace.register.journal.operation("Add a partner"):
        workspace.register.tables.bodies.add(Body(name="Northmoor Fire", is_partner=True))
    made = OwnNamesWindow(workspace)
    qtbot.addWidget(made)
    return made


def record(window: OwnNamesWindow, names: str) -> None:
    names_field = window.findChild(QPlainTextEdit, "names")
    button = window.findChild(QPushButton, "record")
    assert names_field is not None
    assert button is not None
    names_field.setPlainText(names)
    button.click()


def test_the_names_typed_are_the_forces_and_undo_brings_the_former_back(
    window: OwnNamesWindow, workspace: Workspace
) -> None:
    before = workspace.ask(own_names)
    record(window, "Northmoor Constabulary\n\nforces\n")
    assert workspace.ask(own_names) == (before[0], "forces", "Northmoor Constabulary")
    workspace.undo()
    assert workspace.ask(own_names) == before


def test_a_name_of_somebody_else_is_said_and_the_window_stays(
    window: OwnNamesWindow, workspace: Workspace
) -> None:
    before = workspace.ask(own_names)
    record(window, "Northmoor Fire")
    assert window.problem.startswith("“Northmoor Fire” is a name of Northmoor Fire already")
    assert workspace.ask(own_names) == before
