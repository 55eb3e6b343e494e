"""The names by which reports speak of the force."""

import pytest

from gainboard.domain.directory import Body
from gainboard.domain.states import Applicability
from gainboard.errors import Refused
from gainboard.services.applicability import propose_applicability
from gainboard.services.own_names import own_names, set_own_names
from gainboard.store.register import Register
from tests.builders import a_draft, an_item


def test_the_names_are_those_given_and_its_own(register: Register) -> None:
    set_own_names(register, ["Northmoor Constabulary", " ", "police forces", "Police  Forces"])
    assert own_names(register) == ("Northmoor Police", "police forces", "Northmoor Constabulary")


def test_proposals_follow_the_names(register: Register) -> None:
    set_own_names(register, ["Moorland Constabulary"])
    draft = a_draft(
        an_item("1", "Do it.", addressees=("the Chief Constable of Moorland Constabulary",)),
        an_item("2", "Do it.", addressees=("all forces",)),
    )
    values = [proposal.value for proposal in propose_applicability(register, draft)]
    assert values == [Applicability.FOR_FORCE, Applicability.NOT_APPLICABLE]


def test_a_name_of_a_partner_is_refused_and_nothing_changes(register: Register) -> None:
    with register.journal.operation("Add a partner"):
        register.tables.bodies.add(Body(name="Northmoor Fire", is_partner=True))
    before = own_names(register)
    with pytest.raises(Refused, match="Northmoor Fire already"):
        set_own_names(register, ["northmoor fire"])
    assert own_names(register) == before
