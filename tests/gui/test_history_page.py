"""The history's filter: by record, person, meeting and day, said in words, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTableView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from gainboard.domain.changes import Entry
from gainboard.gui.history_page import HistoryPage
from gainboard.gui.main_window import MainWindow
from gainboard.gui.workspace import Workspace
from gainboard.services.allocation import allocate
from gainboard.services.progress import record_update
from gainboard.services.views import history as whole_history
from gainboard.services.views import meetings

REF = "HPC26-4"
LEAD = "Supt Ivo Marsh"


@pytest.fixture
def page(sample: Workspace, window: MainWindow) -> HistoryPage:
    """Give the history of the sample board."""
    assert sample.is_open
    window.show_page("History")
    found = window.pages["History"]
    assert isinstance(found, HistoryPage)
    return found


def part(page: QWidget, name: str) -> QWidget:
    """Return a part of the page by its name."""
    found = page.findChild(QWidget, name)
    assert found is not None
    return found


def fill(page: HistoryPage, **words: str) -> None:
    """Type into fields of the filter, as somebody who then leaves them."""
    for name, typed in words.items():
        field = part(page, name)
        if isinstance(field, QLineEdit):
            field.setText(typed)
        if isinstance(field, QComboBox):
            field.setCurrentText(typed)
    page.filters.tell()


def labels(page: HistoryPage) -> list[str]:
    """Return what the changes in the list are called, newest first."""
    table = part(page, "table")
    assert isinstance(table, QTableView)
    model = table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def fields(page: HistoryPage) -> str:
    """Return what the chosen change did."""
    browser = part(page, "fields")
    assert isinstance(browser, QTextBrowser)
    return browser.toPlainText()


def report(workspace: Workspace, ref: str = REF, by: str = LEAD) -> None:
    """Record an update on a recommendation."""
    assert workspace.do(record_update, ref, text="Reviewed.", by=by) is not None


def test_all_changes_are_counted(page: HistoryPage, sample: Workspace) -> None:
    total = len(sample.ask(whole_history))
    assert page.counts == f"{total} changes"
    assert not part(page, "clear").isEnabled()


def test_a_person_has_what_concerns_them(page: HistoryPage, sample: Workspace) -> None:
    report(sample)
    fill(page, person=LEAD)
    assert labels(page) == [f"Record an update on {REF}"]
    assert page.counts == f"1 of {len(sample.ask(whole_history))} changes"


def test_a_meeting_has_its_own(page: HistoryPage, sample: Workspace) -> None:
    planned = sample.ask(meetings)[0].ref
    fill(page, meeting=planned)
    assert labels(page)[-1] == f"Plan {planned}"


def test_the_days_may_leave_nothing_and_say_so(page: HistoryPage) -> None:
    fill(page, since="1/1/1999", until="31/1/1999")
    assert page.emptiness == (
        "No change is found since 1 Jan 1999 until 31 Jan 1999. Ask for less, or clear the filter."
    )


def test_a_date_that_is_none_is_told_and_left_out(page: HistoryPage, sample: Workspace) -> None:
    fill(page, since="31/02/2026")
    assert "“31/02/2026” is not a date" in page.filters.refusal
    assert part(page, "refusal").isVisible()
    assert len(labels(page)) == len(sample.ask(whole_history))


def test_days_the_wrong_way_round_are_told(page: HistoryPage) -> None:
    fill(page, since="2/3/2026", until="1/3/2026")
    assert page.filters.refusal.startswith("2 Mar 2026 is after 1 Mar 2026")


def test_nobody_of_a_name_is_told(page: HistoryPage) -> None:
    fill(page, person="Supt Nobody")
    assert "Nobody called “Supt Nobody” is in this register" in page.emptiness


def test_clearing_brings_everything_back(page: HistoryPage, sample: Workspace) -> None:
    fill(page, filter=REF, person="Supt Nobody", since="1/1/2026")
    clear = part(page, "clear")
    assert isinstance(clear, QPushButton)
    clear.click()
    assert len(labels(page)) == len(sample.ask(whole_history))
    assert part(page, "filter").hasFocus()
    assert page.filters.wanted.since is None


def test_a_reference_is_looked_for_when_typing_comes_to_rest(
    page: HistoryPage, qtbot: QtBot
) -> None:
    everything = len(labels(page))
    page.start_filter()
    QTest.keyClicks(part(page, "filter"), REF)
    assert len(labels(page)) == everything
    qtbot.waitUntil(lambda: 0 < len(labels(page)) < everything)


def test_a_date_is_read_when_its_field_is_left(page: HistoryPage) -> None:
    since = part(page, "since")
    since.setFocus()
    QTest.keyClicks(since, "1.1.99")
    QTest.keyClick(since, Qt.Key.Key_Return)
    assert page.filters.wanted.since == date(2099, 1, 1)
    assert labels(page) == []


def test_tab_goes_through_the_filter_in_the_order_it_is_read(page: HistoryPage) -> None:
    page.start_filter()
    reached = []
    for _ in range(4):
        focus = page.window().focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert reached[0] == "filter"
    assert reached[2:] == ["meeting", "since"]


def test_what_a_field_points_at_is_told_by_name(page: HistoryPage, sample: Workspace) -> None:
    sample.do(allocate, REF, chief_officer="ACC Lowe", delivery_lead=LEAD, group="Custody Group")
    said = fields(page)
    assert f"Recommendation · {REF}" in said
    assert "Delivery lead" in said
    assert LEAD in said


def test_a_step_taken_back_and_the_step_that_did_it_name_each_other(
    page: HistoryPage, sample: Workspace
) -> None:
    report(sample)
    newest: Entry = sample.ask(whole_history)[-1]
    sample.undo()
    assert f"Takes back entry {newest.seq}." in fields(page)
    table = part(page, "table")
    assert isinstance(table, QTableView)
    table.selectRow(1)
    assert f"Taken back by entry {newest.seq + 1}." in fields(page)
    assert LEAD in fields(page)


def test_an_erased_entry_says_so(page: HistoryPage, sample: Workspace) -> None:
    newest: Entry = sample.ask(whole_history)[-1]
    db = sample.register.db
    db.execute("DROP TRIGGER IF EXISTS journal_payload_kept")
    db.execute("DELETE FROM journal_payload WHERE seq = ?", [newest.seq])
    page.refresh()
    assert "Its details were erased by disposal" in fields(page)


def test_another_register_begins_without_the_filter(page: HistoryPage, sample: Workspace) -> None:
    fill(page, person="Supt Nobody")
    path = sample.register.path
    sample.close()
    assert sample.open(path)
    page.refresh()
    assert page.filters.wanted.person == ""
    assert page.emptiness == ""


def test_undo_is_called_by_what_it_takes_back(page: HistoryPage, sample: Workspace) -> None:
    report(sample)
    assert part(page, "undo").accessibleName() == f"Undo “Record an update on {REF}”"
