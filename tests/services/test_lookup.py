"""From words to records."""

from pathlib import Path

import pytest

from gainboard.domain.directory import BodyAlias
from gainboard.errors import GainboardError
from gainboard.services import lookup
from gainboard.store.register import Register
from tests.builders import a_register


@pytest.mark.parametrize("typed", ["CCP25-1", " ccp25-1 ", "Ccp25-1"])
def test_a_reference_is_found_in_any_case(register: Register, typed: str) -> None:
    assert lookup.recommendation(register, typed).ref == "CCP25-1"


def test_clauses_are_found_in_the_printed_order(register: Register) -> None:
    one = lookup.recommendation(register, "CCP25-1")
    found = lookup.clauses(register, one, ("(C)", " a "))
    assert [clause.label for clause in found] == ["a", "c"]


def test_a_clause_is_found_by_its_reference(register: Register) -> None:
    one, clause = lookup.clause(register, "ccp25-1 (B)")
    assert (one.ref, clause.label) == ("CCP25-1", "b")


def test_a_body_is_found_by_what_reports_call_it(register: Register) -> None:
    assert lookup.body(register, "all forces").is_own


def test_a_name_new_to_the_register_comes_into_being(tmp_path: Path) -> None:
    with a_register(tmp_path) as register, register.journal.operation("Name a body"):
        body = lookup.body(register, "  Northmoor\u202e\n Courts ")
        register.tables.body_aliases.add(BodyAlias(body_id=body.id, name="the courts"))
        assert lookup.body(register, "The Courts") == body
        assert body.name == "Northmoor Courts"


def test_a_reference_nobody_can_print_is_told_safely(register: Register) -> None:
    with pytest.raises(GainboardError) as told:
        lookup.recommendation(register, "x\ud800\n\u202ey")
    assert "recommendation x\ufffd y in this register" in told.value.says
