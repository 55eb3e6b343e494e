"""Words that were typed and not recorded: said where, opened there, or let go."""

import json

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gainboard.gui.intake_kept import write_review
from gainboard.gui.left_words import LeftWords, found_words
from gainboard.gui.left_words_notice import LEFT, notice_words
from gainboard.gui.left_words_window import LeftWordsWindow
from gainboard.gui.main_window import MainWindow
from gainboard.gui.openings import Openings
from gainboard.gui.workspace import Workspace
from gainboard.places import resource
from gainboard.services.meetings import open_meeting, take_up
from gainboard.services.sittings import in_session
from tests.gui.conftest import Answers
from tests.gui.test_kept_words import child
from tests.gui.test_main_window import act
from tests.gui.test_saving import a_file_gone


def keep(workspace: Workspace, place: str, words: str) -> None:
    """Keep words as a form does that is being typed into."""
    workspace.register.drafts.keep(place, words)


def only(workspace: Workspace) -> LeftWords:
    """Return the one thing that was left."""
    [found] = found_words(workspace)
    return found


@pytest.fixture
def line(sample: Workspace) -> int:
    """Open the meeting and return the line that is before the board: HPC26-2."""
    sample.do(open_meeting, "GAIN 2026/02", on=sample.register.clock().date())
    sample.do(take_up, "HPC26-2")
    assert in_session(sample.register) is not None
    return sample.register.tables.agenda.where("state = 'current'")[0].id


def test_the_fields_of_one_form_are_one(sample: Workspace) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", "Half a sentence")
    keep(sample, "record/UpdateForm/HPC26-2/by", "Supt Ivo Marsh")
    found = only(sample)
    assert found.title == "an update on HPC26-2"
    assert sorted(found.words.splitlines()) == ["Half a sentence", "Supt Ivo Marsh"]
    assert len(found.places) == 2


def test_a_reference_with_a_slash_is_kept_whole(sample: Workspace) -> None:
    keep(sample, "line/GAIN 2026/02/lineTitleEdit", "The heating")
    assert only(sample).title == "a line for the agenda of GAIN 2026/02"
    assert only(sample).ref == "GAIN 2026/02"


def test_blank_words_are_nothing_left(sample: Workspace) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", " \n")
    assert found_words(sample) == []


def test_a_decision_is_named_by_its_form_and_its_meeting(sample: Workspace, line: int) -> None:
    words = json.dumps({"toEdit": "30/9", "reasonEdit": "works run late", "x": ""})
    keep(sample, f"form/{line}/ExtendForm", words)
    assert only(sample).title == "an extension of HPC26-2, GAIN 2026/02"
    assert only(sample).words == "30/9\nworks run late"


def test_words_of_a_meeting_that_is_over_can_only_be_read(sample: Workspace) -> None:
    over = sample.register.tables.agenda.where("1 = 1")[0].id
    keep(sample, f"discussion/{over}", "The Board heard")
    assert not only(sample).can_be_opened


@pytest.mark.parametrize("place", ["form/999/UpdateForm", "discussion/x", "elsewhere", "form/3"])
def test_words_from_a_place_that_is_gone_can_still_be_read(sample: Workspace, place: str) -> None:
    keep(sample, place, "Half a sentence")
    assert only(sample).words == "Half a sentence"
    assert not only(sample).can_be_opened


def test_the_notice_names_two_and_counts_the_rest(sample: Workspace) -> None:
    for ref in ("HPC26-1", "HPC26-2", "HPC26-4"):
        keep(sample, f"record/UpdateForm/{ref}/text", "Half")
    assert notice_words(found_words(sample)).endswith(" and 1 more.")


def test_what_has_commas_in_it_is_listed_with_semicolons(sample: Workspace, line: int) -> None:
    keep(sample, f"form/{line}/ExtendForm", json.dumps({"reasonEdit": "works run late"}))
    keep(sample, f"discussion/{line}", "The Board heard")
    assert "HPC26-2, GAIN 2026/02; " in notice_words(found_words(sample))


def test_what_was_typed_to_go_to_a_line_is_nothing_left(sample: Workspace, line: int) -> None:
    keep(sample, f"form/{line}/GoToForm", json.dumps({"refEdit": "HPC"}))
    assert found_words(sample) == []


def opened(answers: Answers) -> list[QDialog]:
    """Press Open in the window of left words; collect what else is shown."""
    shown: list[QDialog] = []

    def look(window: QDialog) -> None:
        if isinstance(window, LeftWordsWindow):
            window._form.open.click()
        else:
            shown.append(window)

    answers.fill = look
    return shown


def test_an_update_is_opened_in_its_form(
    sample: Workspace, window: MainWindow, answers: Answers
) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", "Half a sentence")
    seen = opened(answers)
    act(window, "left_words").trigger()
    assert [type(form).__name__ for form in seen] == ["UpdateForm"]
    assert getattr(window.shown, "ref", "") == "HPC26-2"


def test_a_decision_is_opened_in_the_meeting(
    sample: Workspace, line: int, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    keep(sample, f"form/{line}/ExtendForm", json.dumps({"reasonEdit": "works run late"}))
    opened(answers)
    act(window, "left_words").trigger()
    mode = getattr(window.pages["Meetings"], "mode", None)
    assert mode is not None
    qtbot.addWidget(mode)
    assert mode._form.panel.shown.words()["reasonEdit"] == "works run late"


def test_a_review_goes_on_without_its_document(
    workspace: Workspace, openings: Openings, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    page = openings.review(resource("sample") / "custody-healthcare.txt")
    qtbot.waitUntil(lambda: page.review is not None)
    assert page.review is not None
    keep(workspace, f"intake/{page.review.name}", write_review(page.review))
    page.leave()
    opened(answers)
    act(window, "left_words").trigger()
    assert page.isVisible()
    assert page.review is not None


def test_a_meeting_being_planned_goes_on(
    sample: Workspace, window: MainWindow, answers: Answers
) -> None:
    keep(sample, "plan/meeting/planPlaceEdit", "The old court room")
    opened(answers)
    act(window, "left_words").trigger()
    place = child(window, QLineEdit, "planPlaceEdit")
    assert (place.isVisible(), place.text()) == (True, "The old court room")


def test_a_reason_for_a_hold_goes_on_where_it_was(
    sample: Workspace, window: MainWindow, answers: Answers
) -> None:
    keep(sample, "retention/GAIN 2026/01/hold_reason", "An inquiry asks for")
    assert window.isVisible()
    shown = opened(answers)
    act(window, "left_words").trigger()
    [retention] = shown
    assert child(retention, QLineEdit, "hold_reason").text() == "An inquiry asks for"


def test_words_are_discarded_once_that_is_agreed(
    sample: Workspace, answers: Answers, qtbot: QtBot
) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", "Half a sentence")
    window = LeftWordsWindow(sample)
    qtbot.addWidget(window)
    answers.agrees = False
    window._form.discard.click()
    assert found_words(sample)
    answers.agrees = True
    window._form.discard.click()
    assert found_words(sample) == []
    assert window._form.empty.isVisibleTo(window)


def test_words_that_the_disk_refused_are_listed_and_can_be_discarded(
    sample: Workspace, answers: Answers, qtbot: QtBot
) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", "Half a sentence")
    with a_file_gone(sample):
        sample.words.keep("record/UpdateForm/HPC26-2/text", "Half a sentence more")
        sample.words.flush()
        window = LeftWordsWindow(sample)
        qtbot.addWidget(window)
        assert only(sample).words == "Half a sentence more"
        assert answers.agrees
        window._form.discard.click()
        assert found_words(sample) == []
    sample.words.flush()
    assert sample.register.drafts.every() == []


def test_the_notice_goes_when_the_words_are_recorded(
    kept_window: MainWindow, sample: Workspace, answers: Answers, qtbot: QtBot
) -> None:
    keep(sample, "record/UpdateForm/HPC26-2/text", "A whole sentence.")
    path = sample.register.path
    sample.close()
    sample.open(path)
    qtbot.waitUntil(lambda: LEFT in kept_window.banners.standing())

    def record(dialog: QDialog) -> None:
        if isinstance(dialog, LeftWordsWindow):
            dialog._form.open.click()
        else:
            dialog._form.record.click()  # type: ignore[attr-defined]

    answers.fill = record
    kept_window.banners.standing()[LEFT].press("Show them…")
    assert kept_window.banners.standing() == {}
