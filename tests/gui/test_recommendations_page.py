"""The recommendations page: the list, its filter, the panel beside it."""

import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from gainboard.domain.states import Verdict
from gainboard.gui.main_window import MainWindow
from gainboard.gui.recommendations_page import RecommendationsPage
from gainboard.gui.summary_table import COLUMNS, SummaryTable
from gainboard.gui.workspace import Workspace
from gainboard.services.actions import raise_action
from gainboard.services.closing import complete
from gainboard.services.evidence import judge
from gainboard.services.extensions import extend
from gainboard.services.progress import record_update
from gainboard.services.views import summaries
from tests.gui.many import build_many


@pytest.fixture
def page(sample: Workspace, window: MainWindow) -> RecommendationsPage:
    """Give the page on the sample board."""
    assert sample.is_open
    found = window.pages["Recommendations"]
    assert isinstance(found, RecommendationsPage)
    return found


def refs(page: RecommendationsPage) -> list[str]:
    """Return the references in the rows, from the top."""
    rows = range(page.table.rowCount())
    return [str(page.table.index(row, 0).data()) for row in rows]


def words(page: RecommendationsPage, name: str) -> str:
    """Return the words of one of the panel's pages."""
    browser = page.findChild(QTextBrowser, name)
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def test_every_recommendation_is_listed_in_printed_order(
    page: RecommendationsPage, sample: Workspace
) -> None:
    assert refs(page) == [one.ref for one in sample.ask(summaries)]


def test_the_filter_speaks_the_query_words(page: RecommendationsPage) -> None:
    page.set_query("is:overdue")
    assert refs(page) == ["HPC26-2"]
    page.set_query("-is:overdue report:HPC26 is:watch")
    assert refs(page) == ["HPC26-5"]


def test_a_query_not_understood_is_said_and_the_list_stays(page: RecommendationsPage) -> None:
    before = refs(page)
    page.set_query("colour:red")
    assert "colour:red" in page.problem
    assert refs(page) == before


def test_nothing_found_says_so_and_shows_all_again(page: RecommendationsPage) -> None:
    page.set_query("zeppelin")
    assert "zeppelin" in page.emptiness
    page.set_query("")
    assert refs(page)


def test_an_empty_register_says_what_to_do_first(workspace: Workspace, window: MainWindow) -> None:
    assert workspace.is_open
    page = window.pages["Recommendations"]
    assert isinstance(page, RecommendationsPage)
    assert "Take in a report" in page.emptiness


def test_columns_sort_and_sort_back(page: RecommendationsPage) -> None:
    page.table.sort(0, Qt.SortOrder.DescendingOrder)
    downwards = refs(page)
    page.table.sort(0, Qt.SortOrder.AscendingOrder)
    assert refs(page) == downwards[::-1]


def test_the_panel_shows_dates_leads_and_clauses_in_words(page: RecommendationsPage) -> None:
    page.go_to("HPC26-2")
    sheet = words(page, "sheet")
    assert "“By October 2026” → 31 Oct 2026" in sheet
    assert "Ch Insp Tomasz Wren" in sheet
    assert "✗" in sheet
    assert "none yet" in sheet


def test_a_projected_date_is_marked(page: RecommendationsPage) -> None:
    page.go_to("HPC26-6")
    assert "projected" in words(page, "sheet")


def test_going_to_a_hidden_recommendation_lets_go_of_the_filter(
    page: RecommendationsPage,
) -> None:
    page.set_query("is:overdue")
    assert page.go_to("HPC26-4")
    assert page.ref == "HPC26-4"
    assert not page.go_to("HPC26-400")


def test_a_recorded_update_is_shown_at_once(page: RecommendationsPage, sample: Workspace) -> None:
    page.go_to("HPC26-4")
    sample.do(record_update, "HPC26-4", text="The contracts are reviewed.", by="Supt Ivo Marsh")
    assert "The contracts are reviewed." in words(page, "updates")
    assert page.ref == "HPC26-4"


def test_only_the_touched_row_is_drawn_anew(
    page: RecommendationsPage, sample: Workspace, qtbot: QtBot
) -> None:
    with (
        qtbot.waitSignal(page.table.dataChanged) as told,
        qtbot.assertNotEmitted(page.table.modelReset),
    ):
        sample.do(record_update, "HPC26-4", text="Reviewed.", by="Supt Ivo Marsh")
    assert told.args is not None
    assert page.table.at(told.args[0].row()).ref == "HPC26-4"  # type: ignore[union-attr]


def test_text_from_a_report_is_never_read_as_markup(
    page: RecommendationsPage, sample: Workspace
) -> None:
    page.go_to("HPC26-4")
    sample.do(record_update, "HPC26-4", text="<h1>Loud</h1> & bold", by="A")
    assert "<h1>Loud</h1> & bold" in words(page, "updates")


def test_the_history_of_the_chosen_one_is_read_when_it_is_looked_at(
    page: RecommendationsPage, sample: Workspace, qtbot: QtBot
) -> None:
    sample.do(record_update, "HPC26-4", text="Reviewed.", by="Supt Ivo Marsh")
    page.go_to("HPC26-4")
    tabs = page.findChild(QTabWidget, "tabs")
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(4)
    assert "Record an update on HPC26-4" in words(page, "history")
    page.go_to("HPC26-7")
    qtbot.waitUntil(lambda: "HPC26-7" in words(page, "history"))


def test_judged_evidence_is_read_for_its_own_row_alone(
    page: RecommendationsPage, sample: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gainboard.gui.summary_rows.summaries", None)
    sample.do(judge, "HPC26-2", verdict=Verdict.SUFFICIENT, by="Niamh Achebe", clauses=["a"])
    found = page.rows.of("HPC26-2")
    assert found is not None
    assert "(a)" not in found.missing


def test_rows_kept_are_the_rows_that_would_be_read(
    page: RecommendationsPage, sample: Workspace
) -> None:
    sample.do(judge, "HPC26-2", verdict=Verdict.SUFFICIENT, by="Niamh Achebe", clauses=["a"])
    sample.do(raise_action, "HPC26-4", text="Ask.", owner="Someone New")
    sample.do(extend, "HPC26-2", to=date(2027, 3, 1), reason="More time is needed.")
    assert page.rows.rows == sample.ask(summaries)
    for _ in range(3):
        sample.undo()
        assert page.rows.rows == sample.ask(summaries)


def test_a_date_that_hangs_on_another_s_follows_it(
    page: RecommendationsPage, sample: Workspace
) -> None:
    sample.do(complete, "HPC26-5", on=date(2027, 1, 15))
    found = page.rows.of("HPC26-6")
    assert found is not None
    assert (found.current_date, found.is_projected) == (date(2028, 1, 15), False)


def test_hidden_columns_are_remembered(page: RecommendationsPage, sample: Workspace) -> None:
    assert sample.is_open
    status = page.columns_menu().actions()[2]
    status.setChecked(False)
    fresh = RecommendationsPage(sample, page.rows)
    assert not fresh.columns_menu().actions()[2].isChecked()


def test_five_thousand_rows_filter_and_sort_while_one_types(
    closed_workspace: Workspace, window: MainWindow, tmp_path: Path
) -> None:
    build_many(tmp_path / "many.gainboard", 5000)
    closed_workspace.open(tmp_path / "many.gainboard")
    page = window.pages["Recommendations"]
    assert isinstance(page, RecommendationsPage)
    began = time.perf_counter()
    page.set_query("rag:red partners")
    page.table.sort(5, Qt.SortOrder.DescendingOrder)
    window.grab()
    assert page.table.rowCount() == 1667
    assert time.perf_counter() - began < 1.5


def test_references_sort_by_their_numbers(sample: Workspace) -> None:
    table = SummaryTable(COLUMNS)
    table.show_rows(reversed(sample.ask(summaries, "report:HPC26")))
    table.sort(0)
    shown = [str(table.index(row, 0).data()) for row in range(10)]
    assert shown == [f"HPC26-{number}" for number in range(1, 11)]
