"""Making a register: where it may be kept, and the form when its place is refused."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gainboard.gui.start_page import NewRegister
from gainboard.gui.workspace import Workspace
from gainboard.services.founding import found


@pytest.fixture
def form(
    closed_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> NewRegister:
    """Show the form, filled in as far as the force's name, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    shown = NewRegister(closed_workspace)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitExposed(shown)
    shown._form.force.setText("Northmoor Police")
    return shown


@pytest.mark.parametrize("typed", ["", "  ", "north", "north.gainboard", "here/north"])
def test_a_register_is_never_made_wherever_the_program_was_started(
    form: NewRegister, closed_workspace: Workspace, tmp_path: Path, typed: str
) -> None:
    form._form.path.setText(typed)
    form._form.record.click()
    assert not closed_workspace.is_open
    assert list(tmp_path.rglob("*.gainboard")) == []
    assert "nothing was made yet" in form._form.refusal.text()


@pytest.mark.parametrize("name", ["", ".gainboard"])
def test_a_register_is_never_made_without_a_name(
    form: NewRegister, closed_workspace: Workspace, tmp_path: Path, name: str
) -> None:
    form._form.path.setText(f"{tmp_path}/{name}")
    form._form.record.click()
    assert not closed_workspace.is_open
    assert "a name" in form._form.refusal.text()


def test_the_cursor_goes_to_the_place_that_is_wanting(form: NewRegister, qtbot: QtBot) -> None:
    form._form.path.clear()
    form._form.record.click()
    qtbot.waitUntil(form._form.path.hasFocus)


def test_a_place_that_is_taken_can_be_seen_and_changed_at_once(
    form: NewRegister, tmp_path: Path, qtbot: QtBot
) -> None:
    found(tmp_path / "north.gainboard", force="Northmoor Police")
    form._form.path.setText(str(tmp_path / "north.gainboard"))
    form._form.record.click()
    assert "(E-EXISTS)" in form._form.refusal.text()
    qtbot.waitUntil(form._form.path.hasFocus)
    field = form._form.path
    assert not field.visibleRegion().isEmpty()
    assert field.visibleRegion().boundingRect() == field.rect()


def test_a_refusal_takes_no_room_from_the_fields(form: NewRegister) -> None:
    form._form.path.clear()
    form._form.record.click()
    assert form._form.scroll.verticalScrollBar().maximum() == 0


def test_a_refusal_that_is_mended_is_said_no_longer(form: NewRegister, tmp_path: Path) -> None:
    form._form.path.clear()
    form._form.record.click()
    form._form.path.setText(str(tmp_path / "north.gainboard"))
    assert form._form.refusal.isHidden()
