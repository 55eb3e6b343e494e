"""A tracker taken in by keyboard: a real workbook, a real window, a real register."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gainboard.domain.incoming.fields import Field
from gainboard.errors import GainboardError
from gainboard.gui.tracker_page import TrackerPage
from gainboard.gui.workspace import Workspace
from gainboard.services.incoming import kept_mappings
from gainboard.services.views import reports, summaries
from tests.gui.conftest import Answers, a_full_disk
from tests.gui.tracker_walk import (
    child,
    choose,
    go_on,
    make_tracker,
    press,
    read,
    settle,
    shown,
    study,
)

# What the platform of the tests says of any list that opens.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return make_tracker(tmp_path)


@pytest.fixture
def page(workspace: Workspace, tracker: Path, qtbot: QtBot) -> TrackerPage:
    page = TrackerPage(workspace)
    qtbot.addWidget(page)
    page.resize(1170, 700)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    read(page, tracker, qtbot)
    return page


def field_of(page: TrackerPage, column: str) -> Field:
    return next(one.field for one in study(page).mapping.columns if one.name == column)


def test_a_workbook_is_read_and_nothing_is_in_the_register(
    page: TrackerPage, workspace: Workspace
) -> None:
    assert page.step == "columnsPage"
    assert field_of(page, "Recommendation") is Field.TEXT
    assert workspace.ask(reports) == []


def test_a_column_nobody_knows_stands_out_by_a_word_and_has_the_cursor(page: TrackerPage) -> None:
    table = child(page, QTableView, "columnTable")
    row = shown(table)[table.currentIndex().row()]
    assert row[0] == "H Panel"
    assert row[1] == "choose…"
    assert row[2].startswith("Choose: ")
    assert table.hasFocus()


def test_what_a_column_holds_is_chosen_by_keys(page: TrackerPage, qtbot: QtBot) -> None:
    choose("delivery g", qtbot)
    assert field_of(page, "Panel") is Field.GROUP


def test_the_row_that_names_the_columns_is_marked_in_words(page: TrackerPage) -> None:
    model = child(page, QTableView, "rowTable").model()
    heads = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    assert heads[:3] == ["1", "2  names", "3"]


def test_words_still_to_choose_come_first_and_are_counted(page: TrackerPage, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    rows = shown(child(page, QTableView, "valueTable"))
    assert {row[0] for row in rows[:2]} == {"Parked", "On ice"}
    assert rows[2][:2] == ["Closed", "Closed"]
    assert "2 words still to choose" in child(page, QLabel, "valuesLabel").text()


def test_words_are_chosen_by_keys_one_after_another(page: TrackerPage, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    choose("closed", qtbot)
    choose("closed", qtbot)
    assert study(page).mapping.unchosen() == ()


def test_words_selected_together_become_the_same(page: TrackerPage, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    choose("closed", qtbot)
    assert study(page).mapping.unchosen() == ()


def test_the_preview_names_each_problem_by_its_cell(page: TrackerPage, qtbot: QtBot) -> None:
    go_on(page, qtbot, 2)
    cells = {row[0]: row[1] for row in shown(child(page, QTableView, "problemTable"))}
    assert cells["Live!F4"] == "soon"
    left = {row[0]: row[1] for row in shown(child(page, QTableView, "leftTable"))}
    assert left["Archive"].startswith("The sheet is not read")
    made = shown(child(page, QTableView, "madeTable"))
    assert [row[2] for row in made] == ["1", "2", "3"]


def test_a_problem_of_many_cells_is_one_line(
    page: TrackerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = [f"N{n};The force should improve its service number {n};Parked" for n in range(9)]
    path = tmp_path / "parked.csv"
    path.write_text("\n".join(["Ref;Recommendation;Status", *lines]), encoding="utf-8")
    read(page, path, qtbot)
    go_on(page, qtbot, 2)
    [line] = shown(child(page, QTableView, "problemTable"))
    assert line[0] == "parked!C2, C3, C4, C5 and 5 more"
    assert "9 cells remarked on" in child(page, QLabel, "headlineLabel").text()


def test_all_is_taken_in_as_one_step_and_taken_back_as_one(
    page: TrackerPage, workspace: Workspace, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 2)
    with qtbot.waitSignal(page.accepted):
        press(Qt.Key.Key_T, ALT)
    assert len(workspace.ask(summaries)) == 3
    assert workspace.ask(kept_mappings)
    workspace.undo()
    assert workspace.ask(reports) == []
    assert workspace.ask(kept_mappings) == ()


def test_choices_come_back_when_what_they_made_is_taken_back(
    page: TrackerPage, workspace: Workspace, tracker: Path, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    go_on(page, qtbot, 3)
    workspace.undo()
    assert not child(page, QWidget, "lastBar").isVisible()
    read(page, tracker, qtbot)
    assert field_of(page, "Panel") is Field.GROUP
    assert "chose 1 column" in child(page, QLabel, "keptLabel").text()


def test_what_is_taken_in_again_is_the_last_again(
    page: TrackerPage, workspace: Workspace, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    go_on(page, qtbot, 3)
    workspace.undo()
    workspace.redo()
    assert child(page, QWidget, "lastBar").isVisible()
    assert workspace.register.drafts.places() == []


def test_a_mapping_that_is_not_wanted_is_not_kept(
    page: TrackerPage, workspace: Workspace, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 2)
    keep = child(page, QCheckBox, "keepCheck")
    press(Qt.Key.Key_K, ALT)
    qtbot.waitUntil(lambda: not keep.isChecked())
    page.accept()
    assert workspace.ask(kept_mappings) == ()


def test_a_kept_mapping_serves_the_next_file(
    page: TrackerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    go_on(page, qtbot, 3)
    read(page, make_tracker(tmp_path, "next month.xlsx"), qtbot)
    assert field_of(page, "Panel") is Field.GROUP


def test_rows_that_are_there_already_are_pointed_out(
    page: TrackerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 3)
    read(page, make_tracker(tmp_path, "again.xlsx"), qtbot)
    go_on(page, qtbot, 2)
    assert len(shown(child(page, QTableView, "thereTable"))) == 3
    assert not child(page, QPushButton, "nextButton").isEnabled()


def test_a_full_disk_keeps_nothing_and_leaves_the_page_as_it_is(
    page: TrackerPage, workspace: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    go_on(page, qtbot, 2)
    with a_full_disk(workspace):
        page.accept()
    assert [one.id for one in refusals][:1] == ["E-DISK-FULL"]
    assert "full" in page.problem
    assert page.step == "previewPage"
    assert workspace.ask(reports) == []


def test_a_register_changed_meanwhile_is_looked_at_again(
    page: TrackerPage, workspace: Workspace, tracker: Path, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 2)
    other = TrackerPage(workspace)
    qtbot.addWidget(other)
    read(other, tracker, qtbot)
    go_on(other, qtbot, 3)
    page.accept()
    qtbot.waitUntil(lambda: page.step == "previewPage" and page.plan is not None)
    qtbot.waitUntil(lambda: len(shown(child(page, QTableView, "thereTable"))) == 3)
    assert "changed" in page.problem


def test_another_sheet_has_its_own_columns_proposed(page: TrackerPage, qtbot: QtBot) -> None:
    sheets = child(page, QListWidget, "sheetList")
    sheets.item(1).setCheckState(Qt.CheckState.Checked)
    settle(page, qtbot)
    sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: study(page).sheet == "Archive")
    assert field_of(page, "Words of the recommendation") is Field.TEXT
    assert [one.read for one in study(page).mapping.sheets] == [False, True]


def test_a_sheet_read_as_well_brings_its_own_columns(page: TrackerPage, qtbot: QtBot) -> None:
    child(page, QListWidget, "sheetList").item(1).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: len(study(page).mapping.columns) == 11)
    heads = [row[0] for row in shown(child(page, QTableView, "columnTable"))]
    assert "Archive!B Words of the recommendation" in [" ".join(head.split()) for head in heads]
    assert child(page, QListWidget, "sheetList").hasFocus()
    go_on(page, qtbot, 2)
    assert len(shown(child(page, QTableView, "madeTable"))) == 4


def test_one_sheet_at_least_stays_ticked(page: TrackerPage) -> None:
    sheets = child(page, QListWidget, "sheetList")
    sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert sheets.item(0).checkState() is Qt.CheckState.Checked
    assert "At least one sheet" in page.problem


def test_the_arrows_go_back_and_on_and_take_nothing_in(
    page: TrackerPage, workspace: Workspace, qtbot: QtBot
) -> None:
    steps = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(key, ALT)
        qtbot.waitUntil(lambda: page.step != "readingPage")
        steps.append(page.step)
    assert steps == ["valuesPage", "previewPage", "previewPage", "valuesPage"]
    assert workspace.ask(reports) == []


def test_no_step_is_taken_while_no_column_holds_the_recommendations(
    page: TrackerPage, qtbot: QtBot
) -> None:
    table = child(page, QTableView, "columnTable")
    table.setCurrentIndex(table.model().index(3, 1))
    choose("leave", qtbot)
    page.forward()
    assert page.step == "columnsPage"
    assert "No column holds the recommendations" in page.problem


def test_a_workbook_without_columns_gets_one_sentence(
    page: TrackerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "shopping.csv").write_text("milk;2\nbread;1\n", encoding="utf-8")
    read(page, tmp_path / "shopping.csv", qtbot)
    assert page.step == "emptyPage"
    assert re.match(r"No row of “shopping.csv” names its columns.*\.$", page.problem)


def test_what_is_typed_as_the_title_counts_though_a_key_goes_on(
    page: TrackerPage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_P, ALT)
    press(Qt.Key.Key_X)
    go_on(page, qtbot)
    assert study(page).mapping.report_title == "x"


def test_closing_the_register_puts_the_tracker_aside(
    page: TrackerPage, workspace: Workspace
) -> None:
    workspace.close()
    assert page.study is None
    assert page.step == "emptyPage"


def test_the_list_of_problems_is_saved_before_and_after(
    page: TrackerPage, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.file = tmp_path / "problems.txt"
    go_on(page, qtbot, 2)
    page.save_list()
    qtbot.waitUntil(lambda: "Written" in child(page, QLabel, "savedLabel").text())
    before = answers.file.read_text(encoding="utf-8")
    page.accept()
    answers.file = tmp_path / "after.txt"
    child(page, QPushButton, "lastSaveButton").click()
    qtbot.waitUntil(lambda: "Written" in child(page, QLabel, "lastLabel").text())
    assert "F4" in before
    assert "F4" in answers.file.read_text(encoding="utf-8")
