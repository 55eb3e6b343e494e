"""A register that cannot be opened: what the window says of it, and the steps it offers."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gainboard.gui.main_window import MainWindow
from gainboard.gui.next_steps import STEPS, Step, next_steps
from gainboard.gui.openings import Openings
from gainboard.gui.second_place import second_place
from gainboard.gui.trouble_page import TroublePage
from gainboard.gui.waiting import waiting
from gainboard.gui.workspace import Workspace
from gainboard.places import data_dir
from gainboard.services.backups import back_up
from gainboard.services.founding import found
from gainboard.services.registers import open_register
from gainboard.services.settings import change_setting
from tests.gui.conftest import Answers
from tests.gui.test_main_window import act, message
from tests.gui.test_mnemonics import clashes

OPENING = ("register", "triage", "faults", "lock", "whereabouts", "migrations", "connection")


@pytest.fixture
def north(tmp_path: Path) -> Path:
    """Return a register with a backup beside it, closed."""
    path = tmp_path / "north.gainboard"
    found(path, force="Northmoor Police")
    with open_register(path) as register:
        back_up(register)
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for registers of this computer."""
    monkeypatch.setenv("GAINBOARD_DATA_DIR", str(tmp_path / "here"))
    return data_dir()


def trouble(openings: Openings) -> TroublePage:
    """Return the page of trouble, which must be shown."""
    page = openings.mending.page
    assert page is not None
    assert page.isVisible()
    return page


def press(openings: Openings, step: Step) -> None:
    """Press the button of a step."""
    button = next(each for each in trouble(openings).steps if each.text() == step.value)
    button.click()


def test_every_message_of_opening_has_its_next_steps(root: Path) -> None:
    texts = [(root / f"gainboard/store/{name}.py").read_text("utf-8") for name in OPENING]
    raised = set(re.findall(r'"(E-[A-Z-]+)"', "".join(texts))) - {"E-EXISTS"}
    assert raised <= set(STEPS)


@pytest.mark.parametrize("id", [*STEPS, "E-SOMETHING-NEW"])
def test_every_message_can_be_got_past(id: str) -> None:
    assert Step.ANOTHER in next_steps(id)
    assert len(set(next_steps(id))) == len(next_steps(id))


@pytest.mark.parametrize("id", ["E-EMPTY", "E-TRUNCATED", "E-DAMAGED", "E-UNFINISHED-REGISTER"])
def test_a_hurt_register_is_restored_first_of_all(id: str) -> None:
    assert next_steps(id)[0] is Step.RESTORE


def test_a_damaged_register_is_told_on_a_page_and_left_as_it_is(
    openings: Openings, window: MainWindow, north: Path
) -> None:
    cut = north.read_bytes()[:5000]
    north.write_bytes(cut)
    assert not openings.open(north)
    assert "cut short" in trouble(openings).says
    assert trouble(openings).id == "E-TRUNCATED"
    assert message(window) == ""
    assert north.read_bytes() == cut


@pytest.mark.parametrize("steps", sorted(set(STEPS.values()), key=str))
def test_no_letter_of_the_page_is_a_menus(
    openings: Openings, window: MainWindow, tmp_path: Path, steps: tuple[Step, ...]
) -> None:
    openings.open(tmp_path / "nothing.gainboard")
    page = trouble(openings)
    page._offer(steps)
    assert clashes(window) == []


def test_trying_again_opens_it_once_the_cause_is_gone(
    openings: Openings, window: MainWindow, north: Path, tmp_path: Path
) -> None:
    north.rename(tmp_path / "away")
    openings.open(north)
    (tmp_path / "away").rename(north)
    trouble(openings)._offer(next_steps("E-FILE-GONE"))
    press(openings, Step.AGAIN)
    assert window.windowTitle() == "Northmoor Police GAIN Board"
    assert window.shown is window.pages["Recommendations"]
    assert not trouble_is_shown(openings)


def test_a_register_held_elsewhere_is_told_by_its_holder(
    openings: Openings, window: MainWindow, north: Path
) -> None:
    assert window.isVisible()
    with open_register(north):
        openings.open(north)
    assert "open in a command" in trouble(openings).says
    press(openings, Step.AGAIN)
    assert not trouble_is_shown(openings)


def test_a_lost_register_is_looked_for(
    openings: Openings, window: MainWindow, north: Path, tmp_path: Path, answers: Answers
) -> None:
    openings.open(tmp_path / "south.gainboard")
    answers.file = north
    press(openings, Step.LOOK)
    assert window.windowTitle() == "Northmoor Police GAIN Board"


def test_a_lost_register_is_said_to_be_looked_for_or_restored_not_made_anew(
    openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    assert window.isVisible()
    openings.open(tmp_path / "south.gainboard")
    assert "look for it, or restore a backup" in trouble(openings).says
    assert "new register" not in trouble(openings).says
    assert [step.text() for step in trouble(openings).steps[:2]] == [Step.LOOK, Step.RESTORE]


def test_the_newest_backup_of_a_lost_register_is_named_by_its_day(
    openings: Openings, window: MainWindow, north: Path, qtbot: QtBot
) -> None:
    assert window.isVisible()
    north.unlink()
    openings.open(north)
    qtbot.waitUntil(lambda: trouble(openings).newest != "")
    assert trouble(openings).newest.startswith("Its last backup was made today ")


def test_a_lost_register_without_a_backup_is_said_to_have_none(
    openings: Openings, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.isVisible()
    openings.open(tmp_path / "south.gainboard")
    qtbot.waitUntil(lambda: trouble(openings).newest == "No backup of it was found.")


def test_the_backups_of_a_register_looked_at_before_are_not_said_to_be_this_ones(
    openings: Openings, window: MainWindow, north: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.isVisible()
    north.unlink()
    openings.open(north)
    openings.open(tmp_path / "south.gainboard")
    qtbot.waitUntil(lambda: trouble(openings).newest == "No backup of it was found.")
    qtbot.wait(100)
    assert trouble(openings).newest == "No backup of it was found."


def test_the_folder_is_shown(
    openings: Openings, window: MainWindow, tmp_path: Path, answers: Answers
) -> None:
    assert window.isVisible()
    (tmp_path / "letter.gainboard").write_text("Dear Board", encoding="utf-8")
    openings.open(tmp_path / "letter.gainboard")
    press(openings, Step.FOLDER)
    assert answers.seen == [str(tmp_path)]


def test_going_back_leads_to_the_register_that_is_open(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    assert sample.is_open
    openings.open(tmp_path / "south.gainboard")
    trouble(openings).steps[-1].click()
    assert not trouble_is_shown(openings)
    assert window.pages["Recommendations"].isVisible()


def test_nothing_of_the_open_register_is_said_of_the_one_in_trouble(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    assert sample.do(change_setting, "stale_days", "45") is not None
    openings.open(tmp_path / "south.gainboard")
    assert window.windowTitle() == "GAIN Board – south was not opened"
    assert window.status.words == ""
    assert window._form.navigation.selectedItems() == []


@pytest.mark.parametrize(
    "name", ["undo", "redo", "filter", "copy_reference", "record_update", "record_done"]
)
def test_nothing_is_done_to_a_register_behind_the_page_of_trouble(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path, name: str
) -> None:
    assert sample.do(change_setting, "stale_days", "45") is not None
    assert sample.undo() is not None
    openings.open(tmp_path / "south.gainboard")
    window._refresh_actions()
    assert not act(window, name).isEnabled()


def test_going_back_brings_all_of_the_open_register_back(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert sample.do(change_setting, "stale_days", "45") is not None
    openings.open(tmp_path / "south.gainboard")
    trouble(openings).steps[-1].click()
    qtbot.waitUntil(act(window, "undo").isEnabled)
    assert act(window, "record_update").isEnabled()
    assert window.windowTitle() == "Northmoor Police GAIN Board"
    assert "saved" in window.status.words
    assert [item.text() for item in window._form.navigation.selectedItems()] == ["Recommendations"]


def test_the_page_that_was_chosen_leads_back_when_it_is_chosen_again(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    assert sample.is_open
    openings.open(tmp_path / "south.gainboard")
    navigation = window._form.navigation
    place = navigation.visualItemRect(navigation.item(0)).center()
    QTest.mouseClick(navigation.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not trouble_is_shown(openings)
    assert window.pages["Recommendations"].isVisible()


def test_going_back_without_a_register_leads_to_the_start(
    openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    openings.open(tmp_path / "south.gainboard")
    trouble(openings).steps[-1].click()
    make = window.findChild(QPushButton, "make")
    assert isinstance(make, QPushButton)
    assert make.isVisible()


@pytest.mark.usefixtures("here")
def test_a_register_in_a_synchronised_folder_is_brought_here_and_backed_up_there(
    openings: Openings, window: MainWindow, north: Path, qtbot: QtBot
) -> None:
    synced = north.parent / "OneDrive"
    synced.mkdir()
    moved = north.rename(synced / north.name)
    openings.open(moved)
    press(openings, Step.MOVE)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Northmoor"), timeout=20_000)
    assert second_place(data_dir() / north.name) == synced
    assert "is on this computer now" in message(window)
    assert moved.exists()


@pytest.mark.usefixtures("here")
def test_a_copy_that_fails_is_told_on_the_page(
    openings: Openings, window: MainWindow, north: Path, qtbot: QtBot
) -> None:
    assert window.isVisible()
    synced = north.parent / "OneDrive"
    synced.mkdir()
    moved = north.rename(synced / north.name)
    openings.open(moved)
    moved.write_bytes(moved.read_bytes()[:5000])
    press(openings, Step.MOVE)
    qtbot.waitUntil(lambda: "(E-TRUNCATED)" in trouble(openings).problem, timeout=20_000)


def trouble_is_shown(openings: Openings) -> bool:
    """Tell whether the page of trouble is seen."""
    page = openings.mending.page
    return page is not None and page.isVisible()


def test_what_is_waited_for_is_said_while_it_lasts(window: MainWindow) -> None:
    with waiting(window, "Opening north…"):
        during = window.statusBar().currentMessage()
    assert (during, window.statusBar().currentMessage()) == ("Opening north…", "")


def test_a_link_to_the_open_register_opens_nothing_anew(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    link = tmp_path / "link.gainboard"
    link.symlink_to(sample.register.path)
    before = sample.register
    assert openings.open(link)
    assert sample.register is before
    assert window.isVisible()


def test_links_that_go_in_a_circle_are_told_as_missing(
    sample: Workspace, openings: Openings, window: MainWindow, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.gainboard", tmp_path / "other.gainboard"
    one.symlink_to(other)
    other.symlink_to(one)
    assert not openings.open(one)
    assert trouble(openings).id == "E-NOT-FOUND"
    assert sample.is_open
    assert window.isVisible()
