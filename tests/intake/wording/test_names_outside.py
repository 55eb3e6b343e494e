"""The names that stand outside an item, in a column, below it, in a heading or a form's box."""

import pytest

from gainboard.intake.wording.addressees import addressees_of
from gainboard.intake.wording.names_outside import owned_by, read_named

OUTSIDE = [
    ("Addressee: The Home Office", ["Home Office"]),
    ("For: NHS Coast and Harbour Boards", ["NHS Coast", "Harbour Boards"]),
    ("Responsible body: Harbour Water Authority", ["Harbour Water Authority"]),
    ("To: Northmoor Police Service (NPS):", ["Northmoor Police Service"]),
    ("Northmoor Police and the Harbour Board should:", ["Northmoor Police", "Harbour Board"]),
    ("Main recommendation To the governor", ["governor"]),
    ("Chief Executive, College of Ports", ["Chief Executive, College of Ports"]),
    ("Ms Jane Roe, Chief Executive, Coast NHS Trust", ["Chief Executive, Coast NHS Trust"]),
    ("Harbour Secretary, 39 Quay Street, Northmoor", ["Harbour Secretary"]),
    (
        "1. Chief Constable, Northmoor Police; 2. Chief Executive, College of Ports",
        ["Chief Constable, Northmoor Police", "Chief Executive, College of Ports"],
    ),
    ("Northmoor Police; CORONER; I am the coroner for Coast", ["Northmoor Police"]),
    ("NHS Coast; By Email", ["NHS Coast"]),
    ("The Chief Executive, Coast and Fen NHS Trust", ["Chief Executive, Coast and Fen NHS Trust"]),
    ("To 48 operators of ferries (listed in appendix C):", ["operators of ferries"]),
    ("N/A", []),
    ("Home Secretary, Harbour Secretary", ["Home Secretary", "Harbour Secretary"]),
]


@pytest.mark.parametrize(("words", "names"), OUTSIDE)
def test_only_names_are_read_from_what_stands_outside(words: str, names: list[str]) -> None:
    assert list(read_named(words)) == names


def test_an_items_own_owner_goes_before_whom_it_names() -> None:
    owner = owned_by("Head of Housing")
    assert addressees_of("The Council should review it.", owner) == ("Head of Housing",)


def test_an_owner_who_is_the_one_named_is_called_as_the_item_calls_him() -> None:
    owner = owned_by("Chief constables")
    assert addressees_of("Every chief constable should plan.", owner) == ("chief constable",)


def test_a_heading_goes_before_a_body_that_only_a_later_part_names() -> None:
    words = "A duty should be set for what follows, and the Trust must have regard to it."
    assert addressees_of(words, "To the Harbour Office") == ("Harbour Office",)


def test_a_bracket_at_an_items_end_names_whom_it_is_for() -> None:
    assert addressees_of("Publish the list. (Harbour Agency)", None) == ("Harbour Agency",)


def test_a_source_in_a_bracket_at_the_end_names_nobody() -> None:
    assert addressees_of("Publish the list. (Paragraph 12)", None) == ()
