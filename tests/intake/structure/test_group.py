"""Headings and lead-ins that say whom all the items below them are for, and those that do not."""

import pytest

from gainboard.intake.structure.group import Group, read_group, read_lead
from gainboard.intake.wording.names_outside import read_named

HEADS = [
    ("To: Northmoor Police Service (NPS):", "Northmoor Police Service"),
    ("To NOMS", "NOMS"),
    ("To the governor", "governor"),
    ("For action by the Home Office:", "Home Office"),
    ("For local authorities:", "local authorities"),
    ("Recommendations directed to the City of Northmoor", "City of Northmoor"),
    ("Safety recommendations to Bayline Airways", "Bayline Airways"),
    ("Recommendations for NHS trusts", "NHS trusts"),
    ("Lead agency: Department for Ports", "Department for Ports"),
    ("Northmoor General Hospital", "Northmoor General Hospital"),
    ("Home Office and College of Policing", "Home Office|College of Policing"),
    ("Integrated care boards", "Integrated care boards"),
    ("Northmoor Council to:", "Northmoor Council"),
    ("Chief constables should", "Chief constables"),
    ("By 31 March 2026, all chief constables should:", "chief constables"),
    ("We recommend that the Northmoor Government:", "Northmoor Government"),
    (
        "The Registrar recommends that Northmoor Police should take certain steps. With regard to"
        " section 4, the following steps are recommended:",
        "Northmoor Police",
    ),
]
TOPICS = [
    "Police practice and the investigation of crime",
    "National leadership",
    "Fire engineers",
    "Police powers",
    "Support for staff",
    "To improve the service:",
    "For the next five years",
    "Recommendations for the future",
    "Customer Service",
]


@pytest.mark.parametrize(("head", "names"), HEADS)
def test_a_heading_names_whom_its_items_are_for(head: str, names: str) -> None:
    group = read_lead(head) or read_group(head) or Group()
    assert read_named(group.addressee or "") == tuple(names.split("|"))


@pytest.mark.parametrize("head", TOPICS)
def test_a_topic_is_nobodys_name(head: str) -> None:
    group = read_group(head) or Group()
    assert group.addressee is None


def test_a_heading_on_others_ends_what_was_for_somebody() -> None:
    turned = read_group("The Press and the Police") or Group()
    assert Group(addressee="To the Harbour Office").under(turned).addressee is None


def test_a_date_told_before_anybody_is_named_holds_for_all_named_below_it() -> None:
    dated = Group().under(Group(due_words="To be completed within three months of publication"))
    first = dated.under(Group(addressee="Northmoor Police"))
    assert first.under(Group(addressee="Harbour Agency")).due_words == dated.due_words


def test_a_date_told_below_a_name_ends_with_the_next_name() -> None:
    first = Group(addressee="Northmoor Police").under(Group(due_words="Within three months"))
    assert first.under(Group(addressee="Harbour Agency")).due_words is None
