"""A tracker in the window: the menu, a dropped file, what is kept, stopped, told and read aloud."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from gainboard.domain.incoming.fields import Field
from gainboard.errors import GainboardError
from gainboard.gui.left_words import found_words
from gainboard.gui.long_step import LongStep
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.theme import Scheme, apply_theme
from gainboard.gui.tracker_page import TrackerPage
from gainboard.gui.workspace import Workspace
from gainboard.services.views import reports
from tests.gui.conftest import Answers
from tests.gui.test_accessibility import cut_off, nameless
from tests.gui.test_intake_verbs import dropped
from tests.gui.test_main_window import act
from tests.gui.test_mnemonics import clashes
from tests.gui.test_walking import reachable, walk
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

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    return make_tracker(tmp_path)


@pytest.fixture
def page(
    workspace: Workspace, window: MainWindow, openings: Openings, tracker: Path, qtbot: QtBot
) -> TrackerPage:
    assert workspace.is_open
    window.activateWindow()
    qtbot.waitExposed(window)
    page = openings.trackers.load(tracker)
    settle(page, qtbot)
    return page


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT, 200)
    yield
    apply_theme(qapp)


def test_the_menu_shows_what_the_page_is_for(
    workspace: Workspace, window: MainWindow, openings: Openings
) -> None:
    assert workspace.is_open
    act(window, "take_in_tracker").trigger()
    page = openings.trackers.page
    assert child(page, QPushButton, "chooseButton").isVisible()
    assert "Nothing goes into the register" in child(page, QLabel, "emptyLabel").text()


def test_a_tracker_is_taken_in_by_five_keys(
    workspace: Workspace,
    window: MainWindow,
    openings: Openings,
    answers: Answers,
    tracker: Path,
    qtbot: QtBot,
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    answers.file = tracker
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key, held in (
        (Qt.Key.Key_K, control),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, ALT),
        (Qt.Key.Key_Right, ALT),
    ):
        press(key, held)
        settle(openings.trackers.page, qtbot)
    with qtbot.waitSignal(openings.noticed):
        press(Qt.Key.Key_T, ALT)
    assert [view.recommendations for view in workspace.ask(reports)] == [3]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_tab_leaves_nothing_of_a_step_out(
    page: TrackerPage, window: MainWindow, qtbot: QtBot, steps: int
) -> None:
    go_on(page, qtbot, steps)
    qtbot.waitUntil(window.isActiveWindow)
    assert reachable(page) - set(walk(window)) == set()


def test_a_workbook_dropped_on_the_window_is_a_tracker(
    workspace: Workspace, window: MainWindow, openings: Openings, tracker: Path, qtbot: QtBot
) -> None:
    assert workspace.is_open
    dropped(window, tracker)
    qtbot.waitUntil(lambda: openings.trackers.page.study is not None)
    assert openings.intake is None


def test_a_workbook_chosen_as_a_report_is_a_tracker(
    workspace: Workspace, window: MainWindow, openings: Openings, answers: Answers, tracker: Path
) -> None:
    assert workspace.is_open
    answers.file = tracker
    act(window, "take_in").trigger()
    assert openings.intake is None
    assert openings.trackers.page.step == "readingPage"


def test_what_was_made_is_told_on_the_page_of_the_reports(
    page: TrackerPage, window: MainWindow, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 3)
    assert window.shown is window.pages["Reports"]
    words = window._form.message.words
    assert words.startswith("3 recommendations are in the register now")
    assert "Take in an existing tracker" in words


def test_the_report_that_is_chosen_after_is_in_sight(
    page: TrackerPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    head = "Report;Recommendation;Status;Published"
    said = "The force should improve its service number"
    lines = [f"Report {n};{said} {n};Open;01/03/{2020 - n % 20}" for n in range(19, 90)]
    (tmp_path / "many.csv").write_text("\n".join([head, *lines]), encoding="utf-8")
    read(page, tmp_path / "many.csv", qtbot)
    go_on(page, qtbot, 3)
    table = child(window.pages["Reports"], QTableView, "table")
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(chosen(table))))
    assert chosen(table).siblingAtColumn(1).data() == "Report 19"


def chosen(table: QTableView) -> QModelIndex:
    return table.currentIndex()


def test_what_was_not_understood_is_seen_again_after(
    page: TrackerPage, window: MainWindow, qtbot: QtBot
) -> None:
    go_on(page, qtbot, 3)
    act(window, "take_in_tracker").trigger()
    child(page, QPushButton, "lastShowButton").click()
    cells = [row[0] for row in shown(child(page, QTableView, "problemTable"))]
    assert "Live!F4" in cells
    assert not child(page, QPushButton, "nextButton").isVisible()


def test_stopping_keeps_nothing(
    page: TrackerPage,
    workspace: Workspace,
    refusals: list[GainboardError],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    read(page, many_rows(tmp_path, 1000), qtbot)
    go_on(page, qtbot, 2)
    in_the_midst(page, workspace, stop)
    assert [one.id for one in refusals] == ["E-STOPPED"]
    assert workspace.ask(reports) == []
    assert workspace.next_undo is None
    assert "nothing of it was kept" in page.problem


def many_rows(folder: Path, count: int) -> Path:
    lines = [f"N{n};The force should improve its service number {n};Open" for n in range(count)]
    path = folder / "large.csv"
    path.write_text("\n".join(["Ref;Recommendation;Status", *lines]), encoding="utf-8")
    return path


def in_the_midst(page: TrackerPage, workspace: Workspace, act: Callable[[], object]) -> None:
    """Accept what is shown, and do something once while it is being written."""
    timer = QTimer(page)

    def look() -> None:
        if workspace.is_writing:
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start(0)
    page.accept()
    assert not timer.isActive()


def test_words_typed_meanwhile_outlive_what_is_stopped(
    page: TrackerPage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    def type_and_stop() -> None:
        workspace.words.keep("discussion/1", "Half a sentence")
        workspace.words.flush()
        stop()

    read(page, many_rows(tmp_path, 1000), qtbot)
    go_on(page, qtbot, 2)
    in_the_midst(page, workspace, type_and_stop)
    workspace.words.flush()
    assert workspace.ask(reports) == []
    assert workspace.register.drafts.read("discussion/1") == "Half a sentence"


def test_no_backup_that_is_due_is_begun_in_the_midst_of_it(
    page: TrackerPage, workspace: Workspace, openings: Openings, tmp_path: Path, qtbot: QtBot
) -> None:
    begun: list[bool] = []

    def look() -> None:
        openings.keeping.back_up_if_due()
        begun.append(openings.keeping.is_at_work)

    read(page, many_rows(tmp_path, 1000), qtbot)
    go_on(page, qtbot, 2)
    in_the_midst(page, workspace, look)
    assert begun == [False]


def stop() -> None:
    """Press Stop in the window that is in front."""
    front = QApplication.activeModalWidget()
    assert isinstance(front, LongStep)
    child(front, QPushButton, "stopButton").click()


def test_choices_are_kept_within_two_seconds_and_offered_again(
    page: TrackerPage, workspace: Workspace, tracker: Path, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    places = workspace.register.drafts.places
    qtbot.waitUntil(lambda: places() == ["tracker/tracker.xlsx"], timeout=2_000)
    read(page, tracker, qtbot)
    assert study(page).mapping.column_of(Field.GROUP) is not None
    assert child(page, QLabel, "keptLabel").text().startswith("You began with this tracker before")


def test_begun_afresh_is_as_it_was_proposed(
    page: TrackerPage, workspace: Workspace, tracker: Path, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    read(page, tracker, qtbot)
    child(page, QPushButton, "freshButton").click()
    assert study(page).mapping.column_of(Field.GROUP) is None
    assert workspace.register.drafts.places() == []


def test_another_workbook_of_the_name_keeps_its_own_choices(
    page: TrackerPage, workspace: Workspace, tracker: Path, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    words = "Action;Owner;State\nThe force should keep a list of its warrants;Supt A;Open\n"
    other = tracker.parent / "other" / "tracker.xlsx"
    other.parent.mkdir()
    other.write_text(words, encoding="utf-8")
    read(page, other, qtbot)
    assert study(page).place == "tracker/tracker (2).xlsx"
    assert workspace.words.read("tracker/tracker.xlsx")


def test_what_is_taken_in_leaves_no_words_behind(
    page: TrackerPage, workspace: Workspace, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    go_on(page, qtbot, 3)
    assert workspace.register.drafts.places() == []


def test_choices_left_are_named_and_opened_again(
    page: TrackerPage, workspace: Workspace, openings: Openings, qtbot: QtBot
) -> None:
    choose("delivery g", qtbot)
    page.leave()
    [left] = found_words(workspace)
    assert left.title == "the mapping of the tracker tracker.xlsx"
    assert left.words == "Panel: Delivery group"
    openings.open_words(left)
    settle(page, qtbot)
    assert study(page).mapping.column_of(Field.GROUP) is not None


def test_esc_leaves_and_the_window_is_as_it_was(page: TrackerPage, window: MainWindow) -> None:
    press(Qt.Key.Key_Escape)
    assert page.study is None
    assert window.shown is window.pages["Reports"]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_every_control_has_a_name_and_every_letter_one_meaning(
    page: TrackerPage, window: MainWindow, qtbot: QtBot, steps: int
) -> None:
    go_on(page, qtbot, steps)
    assert nameless(page) == []
    assert clashes(window) == []


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("steps", [0, 1, 2])
def test_no_word_is_cut_off_at_twice_the_text_size(
    page: TrackerPage, window: MainWindow, qtbot: QtBot, steps: int
) -> None:
    go_on(page, qtbot, steps)
    QApplication.processEvents()
    assert cut_off(window) == []
    assert window.width() == 1366


def test_the_window_lives_while_a_large_tracker_is_planned(
    page: TrackerPage, tmp_path: Path, qtbot: QtBot
) -> None:
    beats: list[float] = []
    timer = QTimer(page, interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    read(page, many_rows(tmp_path, 3000), qtbot)
    go_on(page, qtbot, 2)
    assert page.plan is not None
    # A busy machine may well hold everything up for longer than the window does.
    assert max(b - a for a, b in pairwise(beats)) < 1.0
