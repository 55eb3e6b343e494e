"""Undo takes back every verb: here are those that no sequence of test_any_sequence tries."""

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gainboard.domain.recommendation import Update
from gainboard.domain.states import UpdateState
from gainboard.errors import Refused
from gainboard.services.founding import found
from gainboard.services.history import redo, undo
from gainboard.services.incoming import (
    keep_mapping,
    plan_tracker,
    propose,
    take_in_tracker,
)
from gainboard.services.meetings import (
    approve_minutes,
    correct_minutes,
    finish_meeting,
    set_discussion,
    take_up,
)
from gainboard.services.own_names import set_own_names
from gainboard.services.progress import judge_update
from gainboard.services.registers import Register, open_register
from gainboard.services.retention import hold, keep_class, release, set_retention, set_review
from gainboard.services.settings import change_setting
from tests.builders import MEETING, allocated, dump, in_meeting
from tests.domain.incoming.sheets import a_book, row

Act = Callable[[Register], Any]
# What undo does not take back, and says so: what a register begins with, disposal, approval.
STANDING_FILES = {"founding", "disposal"}
STANDS = {"approve_minutes"}
TRACKER = a_book(row(1, status="Closed", update="Done"), row(2, report="Stores"))


def _reported(register: Register) -> None:
    """Have an update of a delivery lead wait for the secretariat, as one that came in would."""
    lead = allocated(register)
    one = register.tables.recommendations.first("ref = ?", lead)
    assert one is not None
    with register.journal.operation("Take in an update"):
        register.tables.updates.add(
            Update(
                recommendation_id=one.id,
                made_on=date(2026, 3, 1),
                text="It is out",
                state=UpdateState.PENDING,
            )
        )


def _approved(register: Register) -> None:
    in_meeting(register)
    finish_meeting(register)
    approve_minutes(register, MEETING)


def _discussed(register: Register) -> None:
    in_meeting(register)
    allocated(register)
    take_up(register, "CCP25-1")


VERBS: list[tuple[Act, Act]] = [
    (_reported, lambda r: judge_update(r, 1, accept=True)),
    (_approved, lambda r: correct_minutes(r, MEETING, corrects="Item 1", text="Read 12 for 21.")),
    (_discussed, lambda r: set_discussion(r, 1, "Noted with thanks.")),
    (allocated, lambda r: change_setting(r, "board", "Assurance Board")),
    (allocated, lambda r: set_own_names(r, ["Northmoor Constabulary", "police forces"])),
    (allocated, lambda r: keep_mapping(r, propose(r, TRACKER))),
    (allocated, lambda r: take_in_tracker(r, plan_tracker(r, TRACKER, propose(r, TRACKER)))),
    (allocated, lambda r: keep_class(r, "Inspections", 12)),
    (allocated, lambda r: set_review(r, "CCP25", date(2040, 1, 1))),
    (allocated, lambda r: hold(r, "CCP25", "Asked for by a court")),
    (lambda r: hold(r, "CCP25", "Asked for by a court"), lambda r: release(r, "CCP25")),
    (
        lambda r: keep_class(r, "Inspections", 12),
        lambda r: set_retention(r, "CCP25", class_name="Inspections"),
    ),
]


@pytest.mark.parametrize(("prepare", "act"), VERBS)
def test_a_verb_is_taken_back_and_done_again(register: Register, prepare: Act, act: Act) -> None:
    prepare(register)
    before = dump(register)
    act(register)
    after = dump(register)
    assert after != before
    undo(register)
    assert dump(register) == before
    redo(register)
    assert dump(register) == after


def test_every_verb_is_tried_by_one_or_the_other(root: Path) -> None:
    files = (Path(__file__), root / "tests" / "services" / "test_any_sequence.py")
    here = "".join(file.read_text(encoding="utf-8") for file in files)
    tried = {node.attr for node in ast.walk(ast.parse(here)) if isinstance(node, ast.Attribute)}
    tried |= {node.id for node in ast.walk(ast.parse(here)) if isinstance(node, ast.Name)}
    verbs = set(_verbs(root / "gainboard" / "services"))
    assert "extend" in verbs
    assert verbs - tried - STANDS == set()


def test_what_a_register_begins_with_stands(tmp_path: Path) -> None:
    path = tmp_path / "north.gainboard"
    found(path, force="Northmoor Police")
    with open_register(path) as register:
        assert register.undo.next_undo() is None
        with pytest.raises(Refused, match="There is nothing to take back"):
            undo(register)


def test_approved_minutes_stand_and_say_what_to_do(register: Register) -> None:
    _approved(register)
    with pytest.raises(Refused, match="nothing was taken back"):
        undo(register)


def _verbs(folder: Path) -> Iterator[str]:
    """Yield the names of the functions that begin an operation."""
    for file in (*folder.glob("*.py"), *(folder / "incoming").glob("*.py")):
        if file.stem in STANDING_FILES:
            continue
        for function in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef) and _begins(function):
                yield function.name


def _begins(function: ast.FunctionDef) -> bool:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    names = {ast.unparse(func) for func in calls}
    return (
        bool(names & {"operation", "register.journal.operation"}) and function.name != "operation"
    )
