"""The report's own particulars, as forms and title pages give them."""

from datetime import date

import pytest

from gainboard.domain.draft import DraftReport, Scope
from gainboard.intake.extract import extract
from gainboard.intake.wording.addressees import split_names

ITEM = "\n\nRecommendation 1\n\nThe port should plan."
QUOTED = "Is the force quoted in the Report?\n\n"


def report(front: str) -> DraftReport:
    return extract(front + ITEM).report


@pytest.mark.parametrize(
    "line",
    [
        "Date Inspection Published - 3 March 2026",
        "Date published: 3 March 2026",
        "Date of publication: 3rd March 2026",
        "Publication date – 03/03/2026",
        "Report published: 3 March 2026",
        "Published on 3 March 2026",
        "Published: 2026-03-03",
        "Date published\n\n3 March 2026",
    ],
)
def test_the_publication_date_is_read_from_its_label(line: str) -> None:
    assert report(line).published == date(2026, 3, 3)


def test_a_month_alone_is_no_publication_date_and_is_said_so() -> None:
    draft = extract("Published: March 2026" + ITEM)
    assert draft.report.published is None
    assert "The publication date “March 2026” names no day." in draft.warnings


@pytest.mark.parametrize(
    "front",
    [
        "Title of Inspection - Harbour safety",
        "Title: Harbour safety",
        "Report title\nHarbour safety",
    ],
)
def test_the_title_is_read_from_its_label(front: str) -> None:
    assert report(front).title == "Harbour safety"


def test_the_first_heading_serves_as_title_with_a_warning() -> None:
    draft = extract("Harbour safety on the coast\n\nWords that follow it." + ITEM)
    assert draft.report.title == "Harbour safety on the coast"
    assert any("first heading" in warning for warning in draft.warnings)


@pytest.mark.parametrize(
    "boxes",
    [
        "☐ Northmoor Specific\n☒ National\n☐ Follow Up\n☒ Thematic\n☐ Partner Inspection",
        "[ ] Northmoor Specific [x] National [ ] Follow-up [X] Thematic [ ] Partner Inspection",
        "Force specific ☐\nNational ☑\nFollow up ☐\nThematic ☑\nPartner ☐",
        "Force specific: No\nNational: Yes\nFollow Up: No\nThematic: Yes\nPartner: No",
        "FORMCHECKBOX 0 Northmoor Specific\nFORMCHECKBOX 1 National\nFORMCHECKBOX 0 Follow Up\n"
        "FORMCHECKBOX 1 Thematic\nFORMCHECKBOX 0 Partner Inspection",
        "FORMCHECKBOX ☐\n Northmoor Specific\nFORMCHECKBOX ☒\nNational\nFORMCHECKBOX ☐\nFollow Up\n"
        "FORMCHECKBOX ☒\nThematic\nFORMCHECKBOX ☐\nPartner Inspection",
    ],
)
def test_ticked_boxes_are_read_in_every_form(boxes: str) -> None:
    assert report(f"Type of Inspection:\n{boxes}").scope == Scope(
        force_specific=False, national=True, follow_up=False, thematic=True, partner=False
    )


def test_a_box_whose_tick_is_lost_is_unknown() -> None:
    scope = report("Type of Inspection:\nFORMCHECKBOX\nNational\nFORMCHECKBOX\nThematic").scope
    assert scope == Scope()


@pytest.mark.parametrize(
    ("answer", "quoted"),
    [
        ("☒ Yes\n☐ No", True),
        ("☐ Yes\n☒ No", False),
        ("Yes [ ]\nNo [x]", False),
        ("Yes", True),
        ("No", False),
        ("Yes\nNo", None),
        ("FORMCHECKBOX\nYes\nFORMCHECKBOX\nNo", None),
    ],
)
def test_whether_the_force_is_quoted_is_read_or_left_unknown(
    answer: str, quoted: bool | None
) -> None:
    assert report(QUOTED + answer).force_quoted is quoted


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the Coast Office and the Port Board", ["Coast Office", "Port Board"]),
        ("the police and Coast Office at joint meetings", ["police", "Coast Office"]),
        ("police and crime commissioners", ["police and crime commissioners"]),
        ("chief constables, the Coast Office and the Board", None),
        (
            "the governments of the North, South and West",
            ["governments of the North, South and West"],
        ),
        ("regional, national and local ports", ["regional, national and local ports"]),
        ("The Director of Ports", ["Director of Ports"]),
        ("the Mayor’s Office for Policing and Crime", ["Mayor’s Office for Policing and Crime"]),
        ("all forces, working with the Board,", ["forces"]),
        ("the Port Board (PB)", ["Port Board"]),
    ],
)
def test_a_name_that_holds_and_stays_whole(words: str, names: list[str] | None) -> None:
    assert list(split_names(words)) == (names or ["chief constables", "Coast Office", "Board"])


def test_bodies_are_read_from_a_label() -> None:
    assert report("Inspected by: the Coast Office and the Port Board").bodies == (
        "Coast Office",
        "Port Board",
    )


@pytest.mark.parametrize(
    "words",
    [
        "We recommend that, by July 2027, the Port Board should plan.",
        "That the Port Board reviews its plan by 1 June 2027.",
        "The Port Board to review its plan.",
        "With immediate effect, following its review, the Port Board must plan.",
    ],
)
def test_the_addressee_is_found_behind_whatever_stands_before_it(words: str) -> None:
    [item] = extract(f"Recommendation 1\n\n{words}").items
    assert item.addressees == ("Port Board",)


@pytest.mark.parametrize("words", ["Ensure that forces should plan.", "All plans to be checked."])
def test_nobody_is_named_where_nobody_is_addressed(words: str) -> None:
    [item] = extract(f"Areas for improvement\n\n• {words}").items
    assert item.addressees == ()
