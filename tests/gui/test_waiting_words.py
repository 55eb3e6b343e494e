"""Words that the disk refused: held while the program runs, written as soon as it is possible."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gainboard.errors import GainboardError
from gainboard.gui.ending import EndQuestion
from gainboard.gui.main_window import MainWindow
from gainboard.gui.recording import FORMS
from gainboard.gui.typed_fields import typed_fields, words_in
from gainboard.gui.workspace import Workspace
from tests.gui.conftest import Answers, a_full_disk
from tests.gui.test_kept_words import WITHIN, child, kept
from tests.gui.test_saving import LONG, TROUBLES, Trouble, a_file_gone

PLACE = "record/UpdateForm/HPC26-2/text"


def open_update(workspace: Workspace) -> Any:
    """Return the form of an update, shown."""
    form = FORMS["record_update"][1](workspace, "HPC26-2")
    form.show()
    return form


def text_in(form: Any) -> str:
    """Return what is typed in a form."""
    return words_in(typed_fields(form)["text"])


def type_and_cancel(workspace: Workspace, qtbot: QtBot) -> None:
    """Type an update, be refused, cancel, and let nothing of the form be left."""
    form = open_update(workspace)
    form._form.text.setPlainText(LONG)
    child(form, QPushButton, "record").click()
    child(form, QPushButton, "cancel").click()
    form.deleteLater()
    del form
    qtbot.wait(1)


@TROUBLES
def test_words_of_a_cancelled_form_are_written_once_the_disk_allows(
    sample: Workspace, qtbot: QtBot, trouble: Trouble, id: str
) -> None:
    with trouble(sample):
        type_and_cancel(sample, qtbot)
        assert text_in(open_update(sample)) == LONG, id
    qtbot.waitUntil(lambda: kept(sample).get(PLACE) == LONG, timeout=WITHIN)


def test_words_of_a_register_that_was_closed_wait_for_it(
    sample: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    path = sample.register.path
    with a_file_gone(sample):
        type_and_cancel(sample, qtbot)
        close(sample, refusals)
    assert sample.open(path)
    qtbot.waitUntil(lambda: kept(sample).get(PLACE) == LONG, timeout=WITHIN)


def close(workspace: Workspace, refusals: list[GainboardError]) -> None:
    """Close the register for good: what was caught of its faults holds its file open as well."""
    workspace.close()
    refusals.clear()


def held_of(sample: Workspace, qtbot: QtBot, refusals: list[GainboardError]) -> Path:
    """Have words held for a register whose file was moved away; return where it is now."""
    path = sample.register.path
    moved = path.rename(path.with_name("moved.gainboard"))
    type_and_cancel(sample, qtbot)
    close(sample, refusals)
    return moved


def test_words_follow_a_register_whose_file_was_moved(
    sample: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    moved = held_of(sample, qtbot, refusals)
    assert sample.open(moved)
    qtbot.waitUntil(lambda: kept(sample).get(PLACE) == LONG, timeout=WITHIN)


def test_words_of_a_register_do_not_go_into_its_copy(
    sample: Workspace, refusals: list[GainboardError], qtbot: QtBot
) -> None:
    path = sample.register.path
    moved = held_of(sample, qtbot, refusals)
    shutil.copyfile(moved, path)
    assert sample.open(moved)
    sample.words.flush()
    assert kept(sample) == {}
    assert sample.open(path)
    qtbot.waitUntil(lambda: kept(sample).get(PLACE) == LONG, timeout=WITHIN)


def test_a_form_says_that_its_words_stand_nowhere_else(sample: Workspace, qtbot: QtBot) -> None:
    form = open_update(sample)
    with a_full_disk(sample):
        form._form.text.setPlainText(LONG)
        qtbot.waitUntil(lambda: "not on the disk" in form.note, timeout=WITHIN)
    qtbot.waitUntil(lambda: form.note == "", timeout=WITHIN)


@pytest.mark.parametrize("agrees", [True, False])
def test_the_program_asks_before_it_ends_with_words_it_could_not_write(
    sample: Workspace, window: MainWindow, answers: Answers, qtbot: QtBot, agrees: bool
) -> None:
    answers.agrees = agrees
    EndQuestion(sample, window)
    with a_file_gone(sample):
        type_and_cancel(sample, qtbot)
        assert window.close() is agrees
    [asked] = answers.seen
    assert "an update on HPC26-2" in asked
    assert sample.is_open is not agrees


def test_the_program_ends_unasked_where_every_word_is_written(
    sample: Workspace, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    EndQuestion(sample, window)
    type_and_cancel(sample, qtbot)
    assert window.close()
    assert answers.seen == []


def typed_earlier(workspace: Workspace) -> Any:
    """Return a form that was left with words in it, opened anew."""
    form = open_update(workspace)
    form._form.text.setPlainText("Half a sentence")
    form.reject()
    return open_update(workspace)


def test_a_form_says_that_its_words_are_left_from_before(sample: Workspace) -> None:
    assert open_update(sample).note == ""
    assert typed_earlier(sample).note == "Typed earlier and not recorded."


def test_words_left_from_before_can_be_discarded_at_once(sample: Workspace) -> None:
    form = typed_earlier(sample)
    child(form, QPushButton, "note_clear").click()
    assert (text_in(form), form.note) == ("", "")
    assert kept(sample) == {}


def test_discarded_words_come_back_by_ctrl_z_in_their_field(sample: Workspace) -> None:
    form = typed_earlier(sample)
    child(form, QPushButton, "note_clear").click()
    form._form.text.undo()
    assert text_in(form) == "Half a sentence"
