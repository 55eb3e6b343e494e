"""A script through the real window comes to what it comes to through the services alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gainboard.domain.changes import Entry
from gainboard.errors import GainboardError
from gainboard.gui.scripted import run_script_in_window
from gainboard.services.founding import found
from gainboard.services.registers import open_register
from gainboard.services.running import Outcome, run
from gainboard.services.views import history
from tests.gui.northmoor import HELD, MEETING

REPORT = """Custody in Northmoor
Published: 15 January 2026

Recommendation 1
By the end of June 2026, Northmoor Police should offer every detainee a rest period. In particular:
(a) the offer is made at each review;
(b) the custody record shows the offer.

Recommendation 2
By July 2026, Northmoor Police should publish how long detainees wait.
"""
ONE, TWO = "CIN26-1", "CIN26-2"
LEADS = {"chief_officer": "ACC Custody", "delivery_lead": "Supt Custody", "group": "Custody Group"}
STEPS: list[dict[str, Any]] = [
    {"do": "intake", "document": "report.txt", "code": "CIN26"},
    {"do": "applicability", "ref": ONE, "value": "for_force", "reason": "it names us"},
    {"do": "open_meeting", "ref": MEETING, "on": HELD.isoformat(), "chair": "DCC Northmoor"},
    {"do": "attendance", "name": "ACC Custody", "as": "present"},
    {"do": "attendance", "name": "Ch Insp Rooms", "as": "deputy", "for": "Supt Custody"},
    {"do": "take_up", "ref": ONE},
    {"do": "allocate", "ref": ONE, **LEADS},
    {"do": "update", "ref": ONE, "text": "Rooms\nare open", "by": "Supt Custody", "rag": "amber"},
    {"do": "extend", "ref": ONE, "to": "2026-09-30", "reason": "the rooms open late"},
    {"do": "evidence", "ref": ONE, "clauses": ["a"], "text": "Sample", "dated": "2026-02-20"},
    {"do": "judge", "ref": ONE, "clauses": ["a"], "verdict": "sufficient", "by": "Assurance"},
    {"do": "close", "ref": ONE},
    {"do": "waive", "ref": f"{ONE}(b)", "reason": "the record is national"},
    {"do": "action", "ref": ONE, "text": "Tell the suites", "owner": "Supt Custody"},
    {"do": "note", "text": "The Board asked about nights."},
    {"do": "note", "text": "And about weekends."},
    {"do": "close", "ref": ONE},
    {"do": "undo"},
    {"do": "redo"},
    {"do": "defer", "ref": TWO, "reason": "the lead is away"},
    {"do": "finish_meeting"},
    {"do": "approve_minutes", "ref": MEETING},
]
SCRIPT = "\n".join(json.dumps(step) for step in STEPS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def register_at(folder: Path, name: str) -> Path:
    path = folder / f"{name}.gainboard"
    found(path, force="Northmoor Police")
    return path


def told(outcome: Outcome) -> tuple[int, str, str]:
    label = outcome.changes.label if outcome.changes else ""
    return outcome.number, outcome.do, outcome.refused.id if outcome.refused else label


def labels(path: Path) -> list[str]:
    with open_register(path) as register:
        entries: list[Entry] = history(register)
    return [entry.label for entry in entries]


def test_the_window_and_the_services_tell_the_same_story(folder: Path) -> None:
    seen, unseen = register_at(folder, "window"), register_at(folder, "services")
    in_window = [told(outcome) for outcome in run_script_in_window(seen, SCRIPT, folder)]
    with open_register(unseen) as register:
        plain = [told(outcome) for outcome in run(register, SCRIPT, folder)]
    assert in_window == plain
    assert labels(seen) == labels(unseen)


def test_each_outcome_comes_before_the_next_line_begins(folder: Path) -> None:
    script = run_script_in_window(register_at(folder, "northmoor"), SCRIPT, folder)
    seqs = [outcome.seq for outcome in script if outcome.committed]
    assert seqs == list(range(2, 2 + len(seqs)))


def test_what_is_refused_in_the_window_is_told_with_its_id(folder: Path) -> None:
    script = json.dumps({"do": "extend", "ref": "CIN26-9", "to": "2026-09-30"})
    [outcome] = run_script_in_window(register_at(folder, "northmoor"), script, folder)
    assert outcome.refused is not None
    assert outcome.refused.id == "E-UNKNOWN-REFERENCE"


def test_a_register_that_cannot_be_opened_is_told(folder: Path) -> None:
    with pytest.raises(GainboardError):
        list(run_script_in_window(folder / "none.gainboard", SCRIPT, folder))


def test_a_script_keeps_no_backups_and_leaves_nothing_beside_the_register(folder: Path) -> None:
    path = register_at(folder, "northmoor")
    list(run_script_in_window(path, SCRIPT, folder))
    assert sorted(file.name for file in folder.iterdir()) == [path.name, "report.txt"]


def test_a_fault_in_a_slot_is_noted_without_its_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def grieve() -> None:
        raise ValueError("the words of a record")

    path = register_at(folder, "slots")
    for _ in run_script_in_window(path, json.dumps(STEPS[0]), folder):
        QTimer.singleShot(0, grieve)
        QApplication.processEvents()
    said = capsys.readouterr().err
    assert ("ValueError" in said, "the words" in said) == (True, False)
