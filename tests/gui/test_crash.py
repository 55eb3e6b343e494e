"""When the program is at fault: said once, with places and no words of a record."""

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.background import Task
from gainboard.gui.crash import CrashWatch, CrashWindow, details, support_details, watch
from gainboard.gui.log_keeping import keep_log
from gainboard.gui.theme import Scheme, apply_theme
from gainboard.gui.workspace import Workspace
from gainboard.logs import noting
from gainboard.services.progress import record_update
from gainboard.services.settings import change_setting
from tests.gui.conftest import Answers

CANARY = "Zibelthorpe"


class Watched:
    """What became of faults: those shown in the message bar, and the watch itself."""

    def __init__(self) -> None:
        self.refused: list[GainboardError] = []
        self.watch: CrashWatch = watch(self.refused.append)


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Watch for faults as the program does, and put the former watch back."""
    begun = Watched()
    yield begun
    begun.watch.end()
    noting.close()


def a_fault() -> ValueError:
    """Return a fault that carries the words of a record."""
    try:
        raise ValueError(CANARY)
    except ValueError as fault:
        return fault


def come(fault: BaseException) -> None:
    """Let a fault come to where nobody caught it."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def log() -> str:
    """Return every byte of the log."""
    return "".join(file.read_text(encoding="utf-8") for file in noting.folder().glob("*"))


def test_a_fault_is_described_by_places_and_never_by_words() -> None:
    said = details(a_fault())
    assert said.startswith("E-BUG\nValueError\n  test_crash.py:")
    assert "qt 6." in said
    assert CANARY not in said


def test_a_bug_opens_the_crash_window(watched: Watched, answers: Answers) -> None:
    come(a_fault())
    assert answers.seen == ["GAIN Board"]
    assert watched.refused == []
    assert "fault E-BUG\nValueError" in log()


def test_a_refusal_that_nobody_caught_goes_to_the_message_bar(
    watched: Watched, answers: Answers
) -> None:
    refusal = GainboardError("E-FILE-GONE", "The register is gone.")
    come(refusal)
    assert watched.refused == [refusal]
    assert answers.seen == []


def test_a_storm_of_faults_shows_one_window(watched: Watched, answers: Answers) -> None:
    assert watched.refused == []
    for _ in range(100):
        come(a_fault())
    assert answers.seen == ["GAIN Board"]
    assert log().count("test_crash.py") == 7
    assert "fault E-BUG, 64 times: ValueError at test_crash.py" in log()


def test_a_fault_while_a_fault_is_told_of_is_only_noted(watched: Watched, answers: Answers) -> None:
    assert watched.refused == []

    def fall(_: QDialog) -> None:
        come(KeyError("another"))
        raise IndexError("in the window itself")

    answers.fill = fall
    come(a_fault())
    assert answers.seen == ["GAIN Board"]
    assert "KeyError" in log()
    assert "IndexError" in log()


def test_a_fault_of_a_slot_is_caught(watched: Watched, answers: Answers, qtbot: QtBot) -> None:
    assert watched.refused == []
    QTimer.singleShot(0, lambda: [].pop())
    qtbot.waitUntil(lambda: bool(answers.seen))
    assert "IndexError" in log()


def test_a_fault_of_another_thread_is_told_on_the_windows_own(
    watched: Watched, answers: Answers, qtbot: QtBot
) -> None:
    assert watched.refused == []
    other = threading.Thread(target=lambda: [].pop())
    other.start()
    other.join()
    assert answers.seen == []
    qtbot.waitUntil(lambda: bool(answers.seen))


def test_a_fault_of_work_beside_the_window_is_told(
    watched: Watched, answers: Answers, qtbot: QtBot
) -> None:
    assert watched.refused == []
    task = Task(lambda: [].pop())
    task.failed.connect(_raise)
    task.start()
    qtbot.waitUntil(lambda: bool(answers.seen))
    assert "gainboard/gui/background.py" in log()


def test_what_python_cannot_raise_is_noted_without_a_window(
    watched: Watched, answers: Answers
) -> None:
    assert watched.refused == []

    class Falls:
        def __del__(self) -> None:
            raise ValueError(CANARY)

    Falls()
    gc.collect()
    assert "fault E-BUG\nValueError" in log()
    assert answers.seen == []


@pytest.mark.qt_no_exception_capture
def test_what_qt_warns_of_is_noted_by_its_category(
    watched: Watched, capfd: pytest.CaptureFixture[str]
) -> None:
    assert watched.refused == []
    qWarning(f"the file of {CANARY} is not there")
    assert " qt warning default\n" in log()
    assert CANARY not in log() + "".join(capfd.readouterr())


def test_the_former_watch_is_put_back() -> None:
    former = sys.excepthook, threading.excepthook, sys.unraisablehook
    watch(lambda _: None).end()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == former


def test_no_word_of_a_register_is_in_the_log(
    watched: Watched, answers: Answers, sample: Workspace
) -> None:
    assert watched.refused == []
    keep_log(sample)
    sample.do(record_update, "HPC26-4", text=f"{CANARY} was seen.", by=f"Supt {CANARY}")
    sample.do(change_setting, "board", f"Board of {CANARY}")
    sample.do(change_setting, CANARY, "1")
    sample.undo()
    come(a_fault())
    assert answers.seen == ["GAIN Board"]
    assert " entry 80\n" in log()
    assert " refused E-" in log()
    assert CANARY.casefold() not in log().casefold()


def test_the_details_for_support_hold_versions_and_the_newest_of_the_log(watched: Watched) -> None:
    assert watched.refused == []
    noting.note_entry(79)
    said = support_details()
    assert "gainboard " in said.splitlines()[0]
    assert said.endswith("entry 79")


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    window = CrashWindow("ValueError\n  gui/page.py:3 show")
    qtbot.addWidget(window)
    window._form.copy.click()
    assert QGuiApplication.clipboard().text().startswith("ValueError")


def test_nothing_lies_on_the_details_at_twice_the_text_size(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, Scheme.LIGHT, 200)
    window = CrashWindow(details(a_fault()))
    qtbot.addWidget(window)
    window.show()
    form = window._form
    told, button = form.says, form.copy.geometry()
    assert told.height() >= told.heightForWidth(told.width())
    assert form.details.geometry().bottom() < button.top()
    assert window.width() <= 1366
    apply_theme(qapp)


def _raise(fault: Exception) -> None:
    raise fault
