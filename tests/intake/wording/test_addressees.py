"""Whom an item names, in every form that reports address somebody."""

import pytest

from gainboard.intake.signs.body_names import names_body, split_names
from gainboard.intake.wording.addressees import addressees_of, read_addressees

NAMED = [
    (
        "We recommend that the Ministry and Coast Agency work with ports to see what ways there are"
        " to plan.",
        "Ministry|Coast Agency",
    ),
    ("The Guard, in conjunction with the Coast Agency, should plan.", ["Guard"]),
    ("The Guard in conjunction with the Coast Agency should plan.", "Guard|Coast Agency"),
    ("The Harbour Police:", ["Harbour Police"]),
    ("The Committee recommends that the appropriate Minister notify it.", ["appropriate Minister"]),
    (
        "We recommend that the Secretary, Department of Ports, review it.",
        ["Secretary, Department of Ports"],
    ),
    (
        "Coast Rail and other organisations engaged in it are advised to plan.",
        "Coast Rail|other organisations",
    ),
    (
        "It recommends that Commonwealth and state and territory governments review it.",
        ["Commonwealth and state and territory governments"],
    ),
    ("Coast Courts & Tribunals Service should plan.", ["Coast Courts & Tribunals Service"]),
    ("By May 2026, chief officers whose ports have none should plan.", ["chief officers"]),
    ("To the Coast Office: Require ports to plan.", ["Coast Office"]),
    (
        "We request an update within six months from the Port Board and the Coast Office on it.",
        "Port Board|Coast Office",
    ),
    ("The Chief Constable should plan.", ["Chief Constable"]),
    ("All forces should plan.", ["forces"]),
    ("Police forces and CPS Areas should plan.", ["Police forces", "CPS Areas"]),
    ("The Harbour Council, with the College of Ports, should plan.", ["Harbour Council"]),
    (
        "The Harbour Office, together with the Coast Office, must plan.",
        "Harbour Office|Coast Office",
    ),
    ("We call upon the federal, provincial and local governments to plan.", None),
    ("We call upon all levels of government to plan.", ["levels of government"]),
    (
        "In order to mend what was lost in the years in which nobody who lived by the harbour was"
        " asked, we call upon the Coast Board to plan.",
        ["Coast Board"],
    ),
    (
        "The Department of Health and Social Care and NHS Coast should plan.",
        "Department of Health and Social Care|NHS Coast",
    ),
    ("HM Prison and Probation Service should plan.", ["HM Prison and Probation Service"]),
    (
        "The Ministry of Housing, Communities and Local Government should plan.",
        "Ministry of Housing, Communities and Local Government",
    ),
    ("It is recommended that the Council reviews its plan.", ["Council"]),
    (
        "That the Northmoor Government, within two years, implements the law.",
        ["Northmoor Government"],
    ),
    ("We recommend that all chief constables be invited to plan.", ["chief constables"]),
    (
        "We recommend that, before the Code comes into force, the Coast Office consult.",
        ["Coast Office"],
    ),
    ("We ask the Harbour Secretary to tell us how.", ["Harbour Secretary"]),
    ("A national body should be created. We ask the Port Secretary to act.", ["Port Secretary"]),
    ("The plan should be reviewed by the Coast Office.", ["Coast Office"]),
    ("Where ports do not respect this, the United Ports must plan.", ["United Ports"]),
    ("Leaders have seen the need. They should plan.", ["Leaders"]),
    ("A.4. b) i NP must plan.", ["NP"]),
    ("It should be a legal requirement for the government to keep a list.", ["government"]),
    (
        "Strengthen the law. The Office of the Keeper of the Coast (OKC) should act.",
        ["Office of the Keeper of the Coast"],
    ),
    ("The Commander of U.S. Harbour Command should plan.", ["Commander of U.S. Harbour Command"]),
    ("the Department of Transport establish test standards.", ["Department of Transport"]),
    (
        "By May 2026, the Department, Marlow and the Post Office shall plan.",
        "Department|Marlow|Post Office",
    ),
    ("Review the plan.\nOwner: Head of Ports", ["Head of Ports"]),
    ("The Committee recommends that An Garda Cósta promptly report.", ["An Garda Cósta"]),
    ("Avon and Northmoor Police should plan.", ["Avon and Northmoor Police"]),
]
NOBODY = [
    "Drivers to be examined once every three years.",
    "Review of the policy to be completed by Q1 2025 and reported in June 2025.",
    "The plan should include a list.",
    "Consideration should be given to a list.",
    "Training should be provided.",
    "The Modular Harbour System should be redesigned.",
    "Ensure that forces should plan.",
    "Rebuild the Harbour Integration Office to plan.",
    "Prisoners should not be held for more than three hours.",
    "Forces’ use of lists is poor.",
    "All decisions to be made by qualified workers.",
    "Improve the list.",
]
OUTSIDE = [
    ("Responsible Officer: Head of Legal", ["Head of Legal"]),
    ("Strategic Director (People)", ["Strategic Director (People)"]),
    ("Coast Office (lead), Port Board", ["Coast Office", "Port Board"]),
    ("College of Ports   Timescale: Within 6 months", ["College of Ports"]),
    ("To the Home Office:", ["Home Office"]),
    ("For the Chief Constable", ["Chief Constable"]),
    ("Recommendations to the Port Board and the Coast Office", ["Port Board", "Coast Office"]),
    ("Service Manager, Assessment", ["Service Manager, Assessment"]),
    ("Head of Ports; Harbour Master's Office", ["Head of Ports", "Harbour Master's Office"]),
    ("Head of Ports / Chief Officer", ["Head of Ports", "Chief Officer"]),
]


@pytest.mark.parametrize(("words", "names"), NAMED)
def test_whom_an_item_names_is_read(words: str, names: list[str] | str | None) -> None:
    if isinstance(names, str):
        names = names.split("|")
    expected = names or ["federal, provincial and local governments"]
    assert list(read_addressees(words)) == expected


@pytest.mark.parametrize("words", NOBODY)
def test_what_names_nobody_gives_no_addressee(words: str) -> None:
    assert read_addressees(words) == ()


@pytest.mark.parametrize(("words", "names"), OUTSIDE)
def test_words_outside_an_item_name_whom_it_is_for(words: str, names: list[str]) -> None:
    assert list(addressees_of("Improve the list.", words)) == names


def test_whom_the_item_itself_names_goes_before_the_words_outside_it() -> None:
    assert addressees_of("The Port Board should plan.", "To the Coast Office:") == ("Port Board",)


def test_an_owner_goes_before_a_management_that_is_nobody_in_particular() -> None:
    assert addressees_of("Management should plan.", "Head of Ports") == ("Head of Ports",)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ministry of Justice and the Home Office", ["Ministry of Justice", "Home Office"]),
        ("Ministry of Justice and Home Office", ["Ministry of Justice", "Home Office"]),
        ("Department for Work and Pensions", ["Department for Work and Pensions"]),
        ("Foreign, Commonwealth and Development Office", None),
        ("Medicines and Healthcare products Regulatory Agency", None),
        ("Ofsted and the Care Quality Commission", ["Ofsted", "Care Quality Commission"]),
        ("National Institute for Health and Care Excellence", None),
        (
            "police and crime commissioners and chief constables",
            "police and crime commissioners|chief constables",
        ),
    ],
)
def test_a_conjunction_within_a_name_does_not_part_it(
    words: str, names: list[str] | str | None
) -> None:
    expected = names.split("|") if isinstance(names, str) else names or [words]
    assert list(split_names(words)) == expected


@pytest.mark.parametrize("words", ["the service", "staff", "the team"])
def test_what_is_done_to_a_service_is_not_asked_of_it(words: str) -> None:
    assert names_body(words)
    assert not names_body(words, acting=False)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The Panel recommends that the Northmoor Government establishes a board for the north"
            " and the Island Government establishes one for the south.",
            "Northmoor Government|Island Government",
        ),
        (
            "The Panel recommends (as it said in May 2024) that the Harbour Council keeps a list.",
            "Harbour Council",
        ),
        (
            "The Inquiry recommends that the Harbour Council commissions His Majesty’s Inspectorate"
            " of Ports to carry out a review.",
            "Harbour Council",
        ),
        ("The College of Ports is to include tides in its courses.", "College of Ports"),
        ("The intent of this recommendation is to keep boats apart.", ""),
        ("Agencies in the harbour should agree a plan.", "Agencies in the harbour"),
        ("“Chief constables should review it.”", "Chief constables"),
    ],
)
def test_whom_a_recommending_sentence_names_is_read_whole(words: str, names: str) -> None:
    assert "|".join(read_addressees(words)) == names
