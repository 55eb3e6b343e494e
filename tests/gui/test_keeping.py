"""Backups while the window stands: when they are made, and what is said of them."""

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gainboard.gui.backups_window import BackupsWindow
from gainboard.gui.closing_window import ClosingWindow, wait_for_backup
from gainboard.gui.faults_window import FaultsWindow, fault_row
from gainboard.gui.keeping import stops_backups
from gainboard.gui.keeping_notices import FAILED, FOUND, SECOND
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.restore_wizard import RestoreWizard
from gainboard.gui.second_place import choose_second_place, second_place
from gainboard.gui.status_words import when_words
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.backups import Backup, back_up, backups
from gainboard.services.disposal import dispose
from gainboard.services.registers import Fault, open_register
from gainboard.services.settings import change_setting
from tests.gui.conftest import Answers
from tests.gui.test_main_window import act

PATIENCE = 20_000


@pytest.fixture
def board(sample_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample board, closed."""
    return Path(shutil.copyfile(sample_file, tmp_path / "board.gainboard"))


def settle(openings: Openings, qtbot: QtBot) -> None:
    """Wait until what was begun for the register that was opened is done."""
    qtbot.waitUntil(lambda: openings.keeping.newest is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)


def reasons(board: Path) -> list[str]:
    """Return why each backup was made, the newest first."""
    return [one.reason for one in backups(board)]


def hurt(board: Path) -> None:
    """Change a row past the program, so that the check finds it."""
    db = sqlite3.connect(board)
    db.execute("UPDATE recommendation SET text = 'Something else' WHERE id = 1")
    db.commit()
    db.close()


def test_the_first_opening_of_a_day_keeps_a_backup_and_checks_everything(
    kept_window: MainWindow, openings: Openings, board: Path, qtbot: QtBot
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    assert reasons(board) == ["start of day"]
    assert kept_window.status.words.startswith("last backup today ")
    assert kept_window.status.words.endswith(" · checked ✓")
    assert kept_window.banners.standing() == {}


def test_a_second_opening_of_the_day_checks_and_keeps_no_second(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    qtbot: QtBot,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    closed_workspace.close()
    openings.open(board)
    qtbot.waitUntil(lambda: "checked ✓" in kept_window.status.words, timeout=PATIENCE)
    assert reasons(board) == ["start of day"]


def test_what_was_saved_is_said_beside_the_backup(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    qtbot: QtBot,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    closed_workspace.do(change_setting, "stale_days", "45")
    assert " · saved " in kept_window.status.words
    assert " · last backup today " in kept_window.status.words


def test_changes_are_backed_up_when_the_register_is_closed(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    qtbot: QtBot,
) -> None:
    assert kept_window.isVisible()
    openings.open(board)
    settle(openings, qtbot)
    closed_workspace.do(change_setting, "stale_days", "45")
    closed_workspace.close()
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)
    assert reasons(board) == ["at close", "start of day"]


def test_half_an_hour_with_changes_asks_for_a_backup(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    qtbot: QtBot,
) -> None:
    assert kept_window.isVisible()
    openings.open(board)
    settle(openings, qtbot)
    openings.keeping.back_up_if_due()
    assert not openings.keeping.is_at_work
    closed_workspace.do(change_setting, "stale_days", "45")
    closed_workspace.register.clock = lambda: datetime.now(UTC) + timedelta(minutes=31)
    openings.keeping.back_up_if_due()
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)
    assert "every half hour" in reasons(board)


def test_a_backup_is_begun_before_a_report_is_taken_in(
    kept_window: MainWindow, openings: Openings, answers: Answers, board: Path, qtbot: QtBot
) -> None:
    assert kept_window.isVisible()
    openings.open(board)
    settle(openings, qtbot)
    head = backups(board)[0].seq
    answers.agrees = True
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None, timeout=PATIENCE)
    code = page.findChild(QLineEdit, "codeEdit")
    assert code is not None
    code.clear()
    QTest.keyClicks(code, "CUS99")
    page.accept()
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)
    newest = backups(board)[0]
    assert (newest.reason, newest.seq) == ("before a report is taken in", head)


def test_a_register_that_was_changed_past_the_program_is_named_and_not_backed_up(
    kept_window: MainWindow, openings: Openings, board: Path, qtbot: QtBot
) -> None:
    hurt(board)
    openings.open(board)
    qtbot.waitUntil(lambda: FOUND in kept_window.banners.standing(), timeout=PATIENCE)
    assert reasons(board) == []
    assert "check found 1 fault · no new backup is kept" in kept_window.status.words
    said = kept_window.banners.standing()[FOUND].words
    assert said.endswith("No new backup is kept until that is mended. There is none from before.")


def test_asking_for_a_backup_of_a_hurt_register_is_told_why_there_is_none(
    kept_window: MainWindow, openings: Openings, board: Path, answers: Answers, qtbot: QtBot
) -> None:
    hurt(board)
    openings.open(board)
    qtbot.waitUntil(lambda: FOUND in kept_window.banners.standing(), timeout=PATIENCE)
    said: list[str] = []

    def ask_for_one(window: BackupsWindow) -> None:
        window._form.back_up.click()
        qtbot.waitUntil(lambda: window.problem != "", timeout=PATIENCE)
        said.append(window.problem)

    answers.fill = ask_for_one  # type: ignore[assignment]
    act(kept_window, "backups").trigger()
    assert "so no backup was made. None is until that is mended" in said[0]


def test_a_fault_of_an_attached_file_stops_no_backup() -> None:
    assert not stops_backups((Fault(says="it is missing", attachment="ab" * 32),))


def test_the_faults_are_shown_by_table_row_and_column(
    kept_window: MainWindow, openings: Openings, board: Path, answers: Answers, qtbot: QtBot
) -> None:
    hurt(board)
    openings.open(board)
    qtbot.waitUntil(lambda: FOUND in kept_window.banners.standing(), timeout=PATIENCE)
    shown: list[tuple[str, ...]] = []
    answers.fill = lambda window: shown.extend(window._rows)  # type: ignore[attr-defined]
    kept_window.banners.standing()[FOUND].press("Show")
    assert [row[:4] for row in shown] == [("CRF26-COC1", "recommendation", "row 1", "text")]
    assert "journal" not in shown[0][4]


def test_faults_of_the_history_and_of_files_are_said_in_words() -> None:
    assert fault_row(Fault(says="it differs", entry=7)) == ("history", "entry 7", "", "It differs")
    assert fault_row(Fault(says="x", attachment="ab" * 32))[:2] == ("attachment", "ab" * 6)
    assert fault_row(Fault(says="x"))[0] == "the file itself"


def test_a_fault_is_told_by_the_record_it_is_in(qtbot: QtBot) -> None:
    fault = Fault(
        says="the value is not what the journal says", table="report", id=1, column="title"
    )
    window = FaultsWindow((fault,), lambda: None, {("report", 1): "HPC26"})
    qtbot.addWidget(window)
    assert window._form.faults.item(0).text() == (
        "HPC26, title\nThe value is not what the history says (report, row 1, column title)"
    )


def test_the_list_of_faults_leads_to_a_backup(qtbot: QtBot) -> None:
    asked: list[bool] = []
    window = FaultsWindow((Fault(says="x"),), lambda: asked.append(True))
    qtbot.addWidget(window)
    window._form.restore.click()
    assert asked == [True]


def test_a_failure_stays_as_a_notice_until_a_backup_is_kept(
    kept_window: MainWindow, openings: Openings, board: Path, qtbot: QtBot
) -> None:
    folder = board.with_name("board.gainboard-backups")
    folder.write_text("in the way", encoding="utf-8")
    openings.open(board)
    qtbot.waitUntil(lambda: FAILED in kept_window.banners.standing(), timeout=PATIENCE)
    assert kept_window.banners.standing()[FAILED].words.count("o backup") == 1
    folder.unlink()
    kept_window.banners.standing()[FAILED].press("Try again")
    settle(openings, qtbot)
    assert kept_window.banners.standing() == {}


def test_a_second_place_that_is_gone_is_a_notice_and_the_backup_is_kept(
    kept_window: MainWindow, openings: Openings, board: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_second_place(board, tmp_path / "stick")
    openings.open(board)
    qtbot.waitUntil(lambda: SECOND in kept_window.banners.standing(), timeout=PATIENCE)
    assert reasons(board) == ["start of day"]
    (tmp_path / "stick").mkdir()
    kept_window.banners.standing()[SECOND].press("Try again")
    qtbot.waitUntil(lambda: not kept_window.banners.standing(), timeout=PATIENCE)
    assert reasons(tmp_path / "stick" / board.name) == ["asked"]


def test_a_dismissed_notice_is_not_given_again_in_the_same_words(
    kept_window: MainWindow, openings: Openings, board: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choose_second_place(board, tmp_path / "stick")
    openings.open(board)
    qtbot.waitUntil(lambda: SECOND in kept_window.banners.standing(), timeout=PATIENCE)
    kept_window.banners.standing()[SECOND].press("Dismiss")
    openings.keeping.back_up()
    qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)
    assert kept_window.banners.standing() == {}


def test_the_backups_are_listed_and_one_more_is_made(
    kept_window: MainWindow, openings: Openings, board: Path, answers: Answers, qtbot: QtBot
) -> None:
    openings.open(board)
    settle(openings, qtbot)

    def ask_for_one(window: BackupsWindow) -> None:
        window._form.back_up.click()
        qtbot.waitUntil(lambda: window._form.backups.count() == 2, timeout=PATIENCE)
        assert window.last.endswith("; 2 are kept.")

    answers.fill = ask_for_one  # type: ignore[assignment]
    act(kept_window, "backups").trigger()
    assert reasons(board)[0] == "asked"


def test_a_second_place_is_chosen_and_used_at_once(
    kept_window: MainWindow,
    openings: Openings,
    board: Path,
    tmp_path: Path,
    answers: Answers,
    qtbot: QtBot,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    answers.file = tmp_path / "stick"
    answers.file.mkdir()

    def choose(window: BackupsWindow) -> None:
        window._form.choose.click()
        qtbot.waitUntil(lambda: not openings.keeping.is_at_work, timeout=PATIENCE)
        assert window._form.second.text() == str(tmp_path / "stick")

    answers.fill = choose  # type: ignore[assignment]
    act(kept_window, "backups").trigger()
    assert reasons(tmp_path / "stick" / board.name) == ["asked"]


@pytest.mark.parametrize("name", [".", "board.gainboard-backups"])
def test_where_the_register_is_already_is_no_second_place(
    kept_window: MainWindow,
    openings: Openings,
    board: Path,
    tmp_path: Path,
    answers: Answers,
    qtbot: QtBot,
    name: str,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    former = tmp_path / "stick"
    choose_second_place(board, former)
    answers.file = tmp_path / name
    said: list[str] = []

    def choose(window: BackupsWindow) -> None:
        window._form.choose.click()
        said.append(window.problem)

    answers.fill = choose  # type: ignore[assignment]
    act(kept_window, "backups").trigger()
    assert "choose a folder on another disk" in said[0]
    assert second_place(board) == former


def test_the_program_waits_for_the_last_backup(
    kept_window: MainWindow, openings: Openings, board: Path, qtbot: QtBot
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    openings.keeping.back_up()
    assert kept_window.isVisible()
    assert wait_for_backup(openings.keeping, moment=PATIENCE)
    assert reasons(board) == ["asked", "start of day"]


def test_closing_without_the_backup_is_one_button(
    kept_window: MainWindow, openings: Openings, qtbot: QtBot
) -> None:
    assert kept_window.isVisible()
    window = ClosingWindow(openings.keeping)
    qtbot.addWidget(window)
    window.show()
    window._form.without.click()
    assert window.result() == ClosingWindow.DialogCode.Rejected


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_no_key_that_was_pressed_too_late_gives_the_last_backup_up(
    kept_window: MainWindow, openings: Openings, qtbot: QtBot, key: Qt.Key
) -> None:
    assert kept_window.isVisible()
    window = ClosingWindow(openings.keeping)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(QApplication.focusWidget() or window, key)
    assert window.isVisible()


@pytest.mark.parametrize(
    ("hours", "words"), [(1, "today 11:00"), (20, "yesterday 16:00"), (60, "24 Nov 2026 00:00")]
)
def test_moments_are_said_as_people_say_them(hours: int, words: str) -> None:
    noon = datetime(2026, 11, 26, 12, tzinfo=datetime.now().astimezone().tzinfo)
    assert when_words(noon - timedelta(hours=hours), noon) == words


def restore_in(
    answers: Answers, qtbot: QtBot, *, row: int = 0, file: Path | None = None
) -> list[str]:
    """Have the wizard choose a backup and restore it; what it says is collected."""
    said: list[str] = []

    def choose(wizard: RestoreWizard) -> None:
        if file is not None:
            answers.file = file
            wizard._form.another.click()
        else:
            wizard._form.backups.setCurrentRow(row)
        qtbot.waitUntil(lambda: wizard.lost is not None or bool(wizard.problem), timeout=PATIENCE)
        said.extend([wizard._form.lost.text(), wizard._form.lost_list.toPlainText()])
        wizard._form.restore.click()
        done = lambda: wizard.restored is not None or bool(wizard.problem)  # noqa: E731
        qtbot.waitUntil(done, timeout=PATIENCE)
        said.append(wizard.problem)

    answers.fill = choose  # type: ignore[assignment]
    return said


def test_a_backup_of_the_open_register_is_restored_and_opened(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    answers: Answers,
    qtbot: QtBot,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    closed_workspace.do(change_setting, "stale_days", "45")
    said = restore_in(answers, qtbot)
    act(kept_window, "restore_backup").trigger()
    assert said[0] == "1 change made since would not be in it:"
    assert "stale days" in said[1]
    assert closed_workspace.next_undo != closed_workspace.next_redo
    assert closed_workspace.register.journal.head()[0] == backups(board)[-1].seq


def test_where_the_former_register_went_is_said(
    kept_window: MainWindow, openings: Openings, board: Path, answers: Answers, qtbot: QtBot
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    heard: list[str] = []
    openings.noticed.connect(heard.append)
    restore_in(answers, qtbot)
    act(kept_window, "restore_backup").trigger()
    assert "was restored from the backup of today" in heard[0]
    assert "The register as it was is kept whole in" in heard[0]


def test_a_damaged_register_is_restored_from_its_page(
    kept_window: MainWindow, openings: Openings, board: Path, answers: Answers, qtbot: QtBot
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    kept_window._workspace.close()
    board.write_bytes(board.read_bytes()[:5000])
    openings.open(board)
    said = restore_in(answers, qtbot)
    assert openings.mending.page is not None
    openings.mending.page.steps[0].click()
    assert "is not known" in said[0]
    assert kept_window.windowTitle() == "Northmoor Police GAIN Board"
    assert kept_window.shown is kept_window.pages["Recommendations"]


def test_a_file_that_is_no_backup_is_refused_in_the_wizard(
    kept_window: MainWindow, board: Path, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    assert kept_window.isVisible()
    (tmp_path / "letter.zip").write_text("Dear Board", encoding="utf-8")
    answers.file = tmp_path / "letter.zip"
    openings = kept_window._openings
    wizard = RestoreWizard(board, openings.keeping.pool, lambda: None)
    qtbot.addWidget(wizard)
    wizard._form.another.click()
    assert "(E-NOT-A-BACKUP)" in wizard.problem
    assert wizard.chosen is None
    assert not wizard._form.restore.isEnabled()


def test_a_restore_that_fails_leaves_the_register_open_as_it_was(
    kept_window: MainWindow,
    openings: Openings,
    closed_workspace: Workspace,
    board: Path,
    answers: Answers,
    qtbot: QtBot,
) -> None:
    openings.open(board)
    settle(openings, qtbot)
    one: Backup = backups(board)[0]
    whole = one.path.read_bytes()
    one.path.write_bytes(whole[:200] + bytes(400) + whole[600:])
    said = restore_in(answers, qtbot)
    act(kept_window, "restore_backup").trigger()
    assert "(E-BACKUP-DAMAGED)" in said[2]
    assert closed_workspace.is_open


def test_the_backups_from_before_a_disposal_that_was_broken_off_are_renewed(
    kept_window: MainWindow,  # noqa: ARG001
    openings: Openings,
    board: Path,
    qtbot: QtBot,
) -> None:
    with open_register(board) as register:
        back_up(register)
        dispose(register, register.tables.reports.get(1).code)
    openings.open(board)
    settle(openings, qtbot)
    assert reasons(board) == ["after a disposal"]
