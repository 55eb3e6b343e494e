"""The pages of reports and of history."""

import re

import pytest
from PySide6.QtWidgets import QPushButton, QTableView, QTextBrowser, QWidget

from gainboard.domain.changes import RowChange
from gainboard.gui.entry_fields import changed_fields
from gainboard.gui.history_page import AT_ONCE, HistoryPage
from gainboard.gui.main_window import MainWindow
from gainboard.gui.reports_page import ReportsPage
from gainboard.gui.workspace import Workspace
from gainboard.services.meetings import open_meeting
from gainboard.services.progress import record_update
from gainboard.services.settings import board_settings, change_setting
from gainboard.services.views import history as whole_history
from gainboard.services.views import meetings


def table(page: QWidget, name: str = "table") -> QTableView:
    """Return one of a page's tables."""
    found = page.findChild(QTableView, name)
    assert isinstance(found, QTableView)
    return found


def column(view: QTableView, number: int) -> list[str]:
    """Return the words of a column, from the top."""
    model = view.model()
    assert model is not None
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def text(page: QWidget, name: str) -> str:
    """Return the words of a page's panel."""
    browser = page.findChild(QTextBrowser, name)
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


@pytest.fixture
def reports(sample: Workspace, window: MainWindow) -> ReportsPage:
    """Give the reports of the sample board."""
    assert sample.is_open
    window.show_page("Reports")
    page = window.pages["Reports"]
    assert isinstance(page, ReportsPage)
    return page


@pytest.fixture
def history(sample: Workspace, window: MainWindow) -> HistoryPage:
    """Give the history of the sample board."""
    assert sample.is_open
    window.show_page("History")
    page = window.pages["History"]
    assert isinstance(page, HistoryPage)
    return page


def test_reports_are_listed_newest_first(reports: ReportsPage) -> None:
    assert column(table(reports), 0) == ["HPC26", "CRF26"]


def test_a_report_shows_its_clock_with_the_rule_and_the_act(reports: ReportsPage) -> None:
    sheet = text(reports, "sheet")
    assert "56 days beginning with the day of publication" in sheet
    assert "Police Act 1996 s.55(5A)" in sheet
    assert "days late" in sheet or "days left" in sheet


def test_a_scope_box_that_was_not_read_says_so(reports: ReportsPage) -> None:
    sheet = text(reports, "sheet")
    assert "National" in sheet
    assert "not known" in sheet or "yes" in sheet


def test_a_report_lists_its_own_recommendations(reports: ReportsPage) -> None:
    reports.go_to("CRF26")
    refs = column(table(reports, "recommendations"), 0)
    assert refs
    assert all(ref.startswith("CRF26-") for ref in refs)


def test_a_recommendation_opens_on_its_own_page(reports: ReportsPage, window: MainWindow) -> None:
    view = table(reports, "recommendations")
    model = view.model()
    assert model is not None
    view.activated.emit(model.index(2, 0))
    assert window.shown is window.pages["Recommendations"]
    assert getattr(window.shown, "ref", "") == str(model.index(2, 0).data())


def test_without_reports_the_page_says_what_they_start(
    workspace: Workspace, window: MainWindow
) -> None:
    assert workspace.is_open
    window.show_page("Reports")
    button = window.pages["Reports"].findChild(QPushButton, "take_in_first")
    assert isinstance(button, QPushButton)
    assert button.isVisible()


def test_history_is_newest_first(history: HistoryPage, sample: Workspace) -> None:
    sample.do(change_setting, "stale_days", "45")
    assert column(table(history), 1)[0] == "Set stale days to 45"
    assert "Value" in text(history, "fields")
    assert "60 → 45" in text(history, "fields")


def test_the_newest_change_is_taken_back_from_history(
    history: HistoryPage, sample: Workspace
) -> None:
    sample.do(change_setting, "stale_days", "45")
    undo = history.findChild(QPushButton, "undo")
    assert isinstance(undo, QPushButton)
    assert "Set stale days to 45" in undo.text()
    undo.click()
    assert sample.ask(board_settings).stale_days == 60
    assert "(taken back)" in column(table(history), 1)[1]


def test_history_is_filtered_by_reference(history: HistoryPage, sample: Workspace) -> None:
    sample.do(record_update, "HPC26-4", text="Reviewed.", by="Supt Ivo Marsh")
    everything = len(column(table(history), 1))
    history.set_query("HPC26-4")
    labels = column(table(history), 1)
    assert labels[0] == "Record an update on HPC26-4"
    assert 0 < len(labels) < everything


def test_half_a_reference_says_what_is_missing(history: HistoryPage) -> None:
    history.set_query("HPC26-")
    assert "Type a whole reference" in history.emptiness


def test_history_hides_what_means_something_to_the_program_alone(sample: Workspace) -> None:
    changes = sample.do(record_update, "HPC26-4", text="Reviewed.", by="Supt Ivo Marsh")
    assert changes is not None
    names = {field.name for field in changed_fields(changes.rows)}
    assert "Text" in names
    assert not any(name.lower().endswith(" id") for name in names)


def test_history_begins_with_the_newest_and_shows_older_when_asked(
    sample: Workspace, history: HistoryPage
) -> None:
    for days in range(AT_ONCE):
        sample.do(change_setting, "stale_days", str(61 + days))
    assert len(column(table(history), 0)) == AT_ONCE
    older = history.findChild(QPushButton, "older")
    assert isinstance(older, QPushButton)
    older.click()
    assert len(column(table(history), 0)) == len(sample.ask(whole_history))
    assert not older.isVisible()
    assert table(history).currentIndex().row() == AT_ONCE


def test_history_shows_a_long_text_to_its_end(history: HistoryPage, sample: Workspace) -> None:
    words = "Reviewed by the working group. " * 60 + "The end of it."
    sample.do(record_update, "HPC26-4", text=f"First line.\n{words}", by="Supt Ivo Marsh")
    said = text(history, "fields")
    assert "The end of it." in said
    assert "First line.\n" in said


def test_history_says_settings_in_the_boards_words(history: HistoryPage, sample: Workspace) -> None:
    sample.do(change_setting, "stale_days", "45")
    said = text(history, "fields")
    assert "Setting · days without an update" in said
    assert "60 → 45" in said
    assert "stale_days" not in said
    assert "Key" not in said


def test_history_spells_rag_as_the_board_does() -> None:
    row = RowChange(table="clause", id=1, before=None, after={"forecast_rag": "red", "label": "a"})
    assert [field.name for field in changed_fields([row])] == ["Forecast RAG", "Label"]


def test_history_says_what_the_number_on_papers_is(history: HistoryPage, sample: Workspace) -> None:
    seq, digest = sample.register.journal.head()
    assert f"on papers {seq}:{digest[:12]}" in text(history, "fields")


def test_history_says_states_and_times_in_the_boards_words(
    history: HistoryPage, sample: Workspace
) -> None:
    planned = sample.ask(meetings)[0]
    sample.do(open_meeting, planned.ref, on=planned.held_on, chair=planned.chair)
    said = text(history, "fields")
    assert "planned → in session" in said
    assert "in_session" not in said
    assert not re.search(r"\d{4}-\d\d-\d\d", said)
    assert re.fullmatch(r"\d+ \w{3} \d{4}, \d\d:\d\d", column(table(history), 0)[0])
