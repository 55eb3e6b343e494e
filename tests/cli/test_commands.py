"""The commands do what the contract says, each as a person at a terminal would call it."""

import sqlite3
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.running import answer, run, script

MEETING = {"do": "open_meeting", "ref": "GAIN 2026/01", "on": "2026-03-12", "chair": "DCC"}
ALLOCATE = {
    "do": "allocate",
    "ref": "MP26-1",
    "chief_officer": "ACC Crime",
    "delivery_lead": "Supt Safeguarding",
    "group": "Safeguarding Delivery Group",
}


def test_extract_shows_what_a_document_holds_and_changes_nothing(report: Path) -> None:
    before = report.read_bytes()
    found = answer("extract", report)
    assert found["report"]["published"] == "2026-02-04"
    assert [item["number"] for item in found["items"]] == ["1", "2", "3"]
    assert report.read_bytes() == before


def test_a_publication_date_given_stands_over_the_one_in_the_text(report: Path) -> None:
    found = answer("extract", report, "--published", "2026-03-01")
    assert found["report"]["published"] == "2026-03-01"


def test_a_publication_known_by_its_month_alone_dates_nothing(report: Path) -> None:
    result = run("extract", report, "--published", "2026-03")
    assert (result.exit_code, "not the day" in result.stderr) == (0, True)


def test_the_list_tells_whose_each_recommendation_is(register: Path) -> None:
    items = {item["ref"]: item for item in answer("list", register)["items"]}
    assert items["MP26-1"]["applicability"] == "for_force"
    assert items["MP26-2"]["applicability"] == "watch"
    assert items["MP26-3"]["deadlines"][0]["projected"] == "2026-12-30"
    assert items["MP26-1"]["missing"].endswith("(a), (b)")


def test_a_query_narrows_the_list(register: Path) -> None:
    found = answer("list", register, "--query", "is:watch")["items"]
    assert [item["ref"] for item in found] == ["MP26-2"]


def test_history_tells_each_change_field_by_field(register: Path) -> None:
    entries = answer("history", register)["entries"]
    assert [entry["seq"] for entry in entries] == [1, 2]
    codes = [c["after"] for c in entries[1]["changes"] if c["column"] == "code"]
    assert codes == ["MP26"]


def test_undo_takes_back_the_newest_operation(register: Path) -> None:
    assert run("undo", register).exit_code == 0
    assert answer("list", register)["items"] == []
    assert answer("history", register)["entries"][1]["undone_by"] == 3


def test_a_sound_register_checks_clean(register: Path) -> None:
    found = answer("check", register)
    assert (found["ok"], found["faults"]) == (True, [])
    assert found["journal"] == {"entries": 2, "chain": "ok"}


def test_a_row_changed_behind_the_program_is_named(register: Path) -> None:
    with sqlite3.connect(register) as behind:
        behind.execute("UPDATE recommendation SET rag = 'green' WHERE ref = 'MP26-1'")
    result = run("check", register)
    assert result.exit_code == 3
    assert "table recommendation, row 1, column rag" in result.stdout


def test_an_anchor_of_another_history_is_a_fault(register: Path) -> None:
    digits = answer("history", register)["entries"][1]["hash"][:12]
    assert run("check", register, "--anchor", f"2:{digits}").exit_code == 0
    assert run("check", register, "--anchor", f"2:{'0' * 12}").exit_code == 3
    assert run("check", register, "--anchor", f"9:{digits}").exit_code == 3


def test_a_scripted_decision_reaches_register_minutes_and_tracker(
    register: Path, tmp_path: Path
) -> None:
    assert script(register, MEETING, ALLOCATE, {"do": "finish_meeting"}).exit_code == 0
    run("export", "minutes", register, "GAIN 2026/01", tmp_path / "minutes.xlsx")
    run("export", "tracker", register, tmp_path / "tracker.xlsx")
    for name in ("minutes.xlsx", "tracker.xlsx"):
        assert "Supt Safeguarding" in _words(tmp_path / name)


def test_approved_minutes_are_printed_as_approved(register: Path, tmp_path: Path) -> None:
    approve = {"do": "approve_minutes", "ref": "GAIN 2026/01"}
    script(register, MEETING, {"do": "finish_meeting"}, approve)
    run("export", "minutes", register, "GAIN 2026/01", tmp_path / "minutes.xlsx")
    words = _words(tmp_path / "minutes.xlsx")
    assert ("APPROVED MINUTES" in words, "DRAFT" in words) == (True, False)


def test_minutes_and_tracker_tell_when_the_statutory_response_is_due(
    register: Path, tmp_path: Path
) -> None:
    script(register, MEETING, {"do": "finish_meeting"})
    run("export", "minutes", register, "GAIN 2026/01", tmp_path / "minutes.xlsx")
    run("export", "tracker", register, tmp_path / "tracker.xlsx")
    assert "MP26: response due by 31 March 2026" in _words(tmp_path / "minutes.xlsx")
    assert "2026-03-31" in _words(tmp_path / "tracker.xlsx")


def test_each_export_carries_the_anchor_that_check_reads(register: Path, tmp_path: Path) -> None:
    run("export", "tracker", register, tmp_path / "tracker.xlsx", "--marking", "OFFICIAL")
    digits = answer("history", register)["entries"][-1]["hash"][:12]
    feet = [_foot(sheet) for sheet in load_workbook(tmp_path / "tracker.xlsx").worksheets]
    assert all(f"2:{digits}" in foot for foot in feet)


def _foot(sheet: Worksheet) -> str:
    foot = sheet.oddFooter
    assert foot is not None
    return " ".join(str(part.text) for part in (foot.left, foot.center, foot.right) if part)


def _words(path: Path) -> str:
    book = load_workbook(path)
    cells = (cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return " ".join(str(value) for value in cells if value is not None)
