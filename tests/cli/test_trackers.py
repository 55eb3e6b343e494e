"""`extract` and `intake` know a tracker the force kept before when they are given one."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run

TRACKER = """Northmoor tracker;;;;
Report;Rec no;Recommendation;Owner;Due date;Status
Stores in 2024;1;Count what is in the stores each month.;Insp Holt;31/12/2026;Open
Stores in 2024;2;Keep the record of each count for a year.;Insp Holt;soon;Parked
Stores in 2024;3;;Insp Holt;;Open
"""


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.csv"
    path.write_text(TRACKER, "cp1252")
    return path


def test_a_tracker_comes_in_with_each_row_made_or_named(register: Path, tracker: Path) -> None:
    answer = json.loads(run("intake", register, tracker, "--json").stdout)
    assert (answer["applied"], answer["made"], answer["not_made"]) == (True, 2, 1)
    assert [one["outcome"] for one in answer["rows"]] == ["made", "made", "not_made"]
    assert [one["cell"] for one in answer["problems"]] == ["E4", "F4"]
    listed = json.loads(run("list", register, "--query", "stores", "--json").stdout)
    assert [one["ref"] for one in listed["items"]] == ["S-1", "S-2"]


def test_a_preview_changes_nothing(register: Path, tracker: Path) -> None:
    before = register.read_bytes()
    answer = run("intake", register, tracker, "--preview")
    assert (
        "Would make 2 recommendations of 1 report; 1 row not taken in: 3 rows in all."
        in answer.stdout
    )
    assert "tracker!E4: “soon” is no date; it is kept as words." in answer.stdout
    assert register.read_bytes() == before


def test_what_a_tracker_holds_is_shown_without_a_register(tracker: Path) -> None:
    answer = json.loads(run("extract", tracker, "--json").stdout)
    assert [one["number"] for one in answer["items"]] == ["1", "2"]
    assert answer["items"][0]["deadlines"][0]["due"] == "2026-12-31"
    assert (answer["tracker"]["applied"], answer["tracker"]["not_made"]) == (False, 1)


def test_a_code_that_is_given_is_the_reports(register: Path, tracker: Path) -> None:
    answer = json.loads(run("intake", register, tracker, "--code", "ST24", "--json").stdout)
    assert answer["code"] == "ST24"
    assert [one["ref"] for one in answer["items"]] == ["ST24-1", "ST24-2"]


def test_a_preview_of_a_report_changes_nothing_either(register: Path, report: Path) -> None:
    before = register.read_bytes()
    assert run("intake", register, report, "--preview").exit_code == 0
    assert register.read_bytes() == before


def test_a_script_takes_a_tracker_in_too(register: Path, tracker: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.jsonl"
    script.write_text(json.dumps({"do": "intake", "document": str(tracker)}), "utf-8")
    assert run("script", register, script).exit_code == 0
    assert "S-2" in run("list", register).stdout


def test_a_mapping_is_saved_changed_and_used(register: Path, tracker: Path, tmp_path: Path) -> None:
    saved = tmp_path / "mapping.json"
    run("intake", register, tracker, "--preview", "--save-mapping", saved)
    mapping = json.loads(saved.read_text("utf-8"))
    mapping["values"]["status"]["Parked"] = "pending_sign_off"
    saved.write_text(json.dumps(mapping), "utf-8")
    answer = run("intake", register, tracker, "--mapping", saved, "--json")
    assert [one["cell"] for one in json.loads(answer.stdout)["problems"]] == ["E4"]


def test_a_mapping_that_is_none_is_refused(register: Path, tracker: Path) -> None:
    answer = run("intake", register, tracker, "--mapping", tracker)
    assert answer.exit_code == 1
    assert answer.stderr.strip().endswith("(E-BAD-MAPPING)")


def test_an_account_of_it_is_saved(register: Path, tracker: Path, tmp_path: Path) -> None:
    assert run("intake", register, tracker, "--account", tmp_path / "a.txt").exit_code == 0
    assert "row 5: not taken in: C5 is empty" in (tmp_path / "a.txt").read_text("utf-8")
