"""The window: what it shows, where it goes, what it says."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.main_window import MainWindow
from gainboard.gui.message_bar import MessageBar
from gainboard.gui.openings import Openings
from gainboard.gui.recent import recent
from gainboard.gui.start_page import NewRegister
from gainboard.gui.workspace import Workspace
from gainboard.services.settings import change_setting
from tests.gui.conftest import Answers


def act(window: MainWindow, name: str) -> QAction:
    """Return an action of the menus."""
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction)
    return found


def message(window: MainWindow) -> str:
    """Return what the message bar says."""
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.words


def test_without_a_register_the_start_page_is_shown(window: MainWindow) -> None:
    assert window.windowTitle() == "GAIN Board"
    assert window.shown is None
    assert not act(window, "take_in").isEnabled()


@pytest.mark.usefixtures("sample")
def test_the_title_names_the_force_and_the_board(window: MainWindow) -> None:
    assert window.windowTitle() == "Northmoor Police GAIN Board"


def test_a_new_register_is_made_from_two_names(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    answers.fill = lambda dialog: (
        dialog._form.force.setText("Southmoor Police"),  # type: ignore[attr-defined]
        dialog._form.path.setText(str(tmp_path / "south")),  # type: ignore[attr-defined]
        dialog._form.record.click(),  # type: ignore[attr-defined]
    )
    act(window, "new_register").trigger()
    assert window.windowTitle() == "Southmoor Police GAIN Board"
    assert recent() == [tmp_path / "south.gainboard"]


def test_a_name_that_is_taken_is_said_in_the_form_and_keeps_its_words(
    closed_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "st. mary.gainboard").write_text("here already", encoding="utf-8")
    form = NewRegister(closed_workspace)
    qtbot.addWidget(form)
    form._form.force.setText("Southmoor Police")
    form._form.path.setText(str(tmp_path / "st. mary"))
    form._form.record.click()
    assert "(E-EXISTS)" in form._form.refusal.text()
    assert form.force == "Southmoor Police"


def test_a_place_where_nothing_can_be_made_is_refused(
    closed_workspace: Workspace, tmp_path: Path, refusals: list[GainboardError]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    closed_workspace.create(tmp_path / "file" / "x.gainboard", "Southmoor Police", "GAIN Board")
    assert [refusal.id for refusal in refusals] == ["E-NO-PERMISSION"]


def test_the_sample_board_opens_with_one_step(window: MainWindow) -> None:
    act(window, "open_sample").trigger()
    assert window.windowTitle().startswith("Northmoor Police")


def test_a_chosen_register_is_opened_and_remembered(
    window: MainWindow, answers: Answers, sample_file: Path
) -> None:
    answers.file = sample_file
    act(window, "open_register").trigger()
    act(window, "close_register").trigger()
    assert recent() == [sample_file]


def test_ctrl_s_says_that_everything_is_saved_already(
    sample: Workspace, window: MainWindow
) -> None:
    assert sample.is_open
    act(window, "save").trigger()
    assert "Already saved" in message(window)


def test_a_refusal_is_said_with_its_id(sample: Workspace, window: MainWindow) -> None:
    sample.refused.emit(GainboardError("E-DISK-FULL", "The disk is full."))
    assert message(window) == "The disk is full."
    assert "E-DISK-FULL" in [label.text() for label in window.findChildren(QLabel)]


def test_a_message_goes_with_the_next_change(sample: Workspace, window: MainWindow) -> None:
    sample.refused.emit(GainboardError("E-DISK-FULL", "The disk is full."))
    sample.do(change_setting, "stale_days", "45")
    assert message(window) == ""


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("title", ["Recommendations", "Reports", "History"])
def test_no_letter_of_a_page_is_taken_from_the_menus(window: MainWindow, title: str) -> None:
    bar = window.menuBar()
    taken = {act.text().split("&", 1)[1][0].lower() for act in bar.actions()}
    words = [
        label.text() for label in window.pages[title].findChildren(QLabel) if label.buddy()
    ] + [button.text() for button in window.pages[title].findChildren(QPushButton)]
    letters = {text.split("&", 1)[1][0].lower() for text in words if "&" in text}
    assert not letters & taken


def test_undo_names_what_it_takes_back(sample: Workspace, window: MainWindow, qtbot: QtBot) -> None:
    sample.do(change_setting, "stale_days", "45")
    qtbot.waitUntil(lambda: act(window, "undo").text() == "&Undo: Set stale days to 45")
    act(window, "undo").trigger()
    qtbot.waitUntil(lambda: act(window, "redo").text() == "&Redo: Set stale days to 45")


def test_the_status_bar_says_when_it_was_saved(sample: Workspace, window: MainWindow) -> None:
    sample.do(change_setting, "stale_days", "45")
    said = [label.text() for label in window.findChildren(QLabel)]
    assert any(words.startswith("Set stale days to 45 · saved ") for words in said)


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("ref", "title"),
    [("HPC26-4", "Recommendations"), ("CRF26", "Reports"), ("GAIN 2026/01", "Meetings")],
)
def test_a_reference_leads_to_its_page(window: MainWindow, ref: str, title: str) -> None:
    window.go_to(ref)
    assert window.shown is window.pages[title]


@pytest.mark.usefixtures("sample")
def test_anything_is_found_by_reference_or_words(window: MainWindow) -> None:
    find = window.find_box
    assert [one.ref for one in find.look_for("hpc26-2")] == ["HPC26-2"]
    assert "GAIN 2026/01" in [one.ref for one in find.look_for("gain")]
    assert find.look_for('rag:no "such') == []
    assert find.look_for("call handlers")


@pytest.mark.usefixtures("sample")
def test_enter_in_the_find_box_goes_to_the_first_find(window: MainWindow, qtbot: QtBot) -> None:
    window.find_box.setText("HPC26-3")
    qtbot.keyClick(window.find_box, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert getattr(window.shown, "ref", "") == "HPC26-3"


# Said by the offscreen platform of every list that pops up.
@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
@pytest.mark.usefixtures("sample")
def test_the_arrow_keys_choose_among_the_finds(window: MainWindow, qtbot: QtBot) -> None:
    find = window.find_box
    find.setFocus()
    qtbot.keyClicks(find, "police forces")  # type: ignore[no-untyped-call]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(find.popup, key)  # type: ignore[no-untyped-call]
    second = find.look_for("police forces")[1].ref
    assert getattr(window.shown, "ref", "") == second


@pytest.mark.usefixtures("sample")
def test_a_report_is_taken_in_through_its_review(
    window: MainWindow, openings: Openings, answers: Answers, root: Path, qtbot: QtBot
) -> None:
    answers.file = root / "resources" / "sample" / "crime-recording.txt"
    act(window, "take_in").trigger()
    page = openings.intake
    assert page is not None
    qtbot.waitUntil(lambda: page.review is not None, timeout=20000)
    page.accept()
    assert window.shown is window.pages["Reports"]


@pytest.mark.usefixtures("sample")
def test_f5_opens_the_planned_meeting(window: MainWindow, answers: Answers, qtbot: QtBot) -> None:
    assert answers.agrees
    act(window, "meet").trigger()
    mode = getattr(window.pages["Meetings"], "mode", None)
    assert mode is not None
    qtbot.addWidget(mode)
    assert mode.isVisible()


@pytest.mark.usefixtures("sample")
def test_the_columns_of_the_list_are_chosen_from_the_menu(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "menu_columns")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [act.text() for act in menu.actions()][:3] == ["Ref", "Text", "Status"]


@pytest.mark.usefixtures("sample")
def test_larger_text_is_chosen_from_the_menu_and_kept(window: MainWindow) -> None:
    table = window.pages["Recommendations"].findChild(QTableView, "table")
    assert isinstance(table, QTableView)
    before = table.rowHeight(0)
    sizes = window.findChild(QMenu, "menu_text_size")
    assert isinstance(sizes, QMenu)
    sizes.actions()[-1].trigger()
    after, kept = table.rowHeight(0), QSettings().value("view/text_scale")
    sizes.actions()[0].trigger()
    assert (after > 1.6 * before, int(str(kept))) == (True, 200)


def test_the_window_opens_where_it_was_left(
    window: MainWindow, closed_workspace: Workspace, qtbot: QtBot
) -> None:
    window.resize(780, 600)
    window.close()
    again = MainWindow(closed_workspace, Openings(closed_workspace))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (780, 600)


@pytest.mark.usefixtures("sample")
def test_every_menu_entry_has_a_letter_of_its_own(window: MainWindow) -> None:
    for menu in window.findChildren(QMenu):
        texts = [act.text() for act in menu.actions() if act.text()]
        letters = [t.split("&", 1)[1][:1].lower() for t in texts if "&" in t]
        assert len(letters) == len(set(letters)), f"{menu.title()}: {texts}"


@pytest.mark.usefixtures("sample")
def test_no_two_actions_have_the_same_shortcut(window: MainWindow) -> None:
    keys = [act.shortcut().toString() for act in window.findChildren(QAction) if act.shortcut()]
    named = [key for key in keys if key]
    assert len(named) == len(set(named))
    assert {"Ctrl+K", "Ctrl+F", "Ctrl+Z", "Ctrl+Y", "Ctrl+S", "F1", "F5"} <= set(named)


@pytest.mark.usefixtures("sample")
def test_the_tracker_is_written_from_the_exchange_menu(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.file = tmp_path / "tracker.xlsx"
    act(window, "export_tracker").trigger()
    qtbot.waitUntil(lambda: "Written to" in message(window), timeout=20_000)
    assert load_workbook(answers.file).sheetnames[0] == "Summary"
