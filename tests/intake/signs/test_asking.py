"""Sentences that ask without "should", and those that only look like them."""

import pytest

from gainboard.intake.signs.duty import lays_duty

ASKING = (
    "That training continue each year.",
    "That regular checks begin at once.",
    "all cells at the port to be fitted with call bells",
    "steps to be taken to ensure that nobody is held for long",
    "A monthly report of items past their date to be sent to the keeper.",
    "The Commissioner may wish to consider a further code.",
    "The council might usefully consider a register.",
    "Forces will wish to look at their contracts.",
    "It is essential that chief constables protect the time.",
    "It is vital for the service to keep a record.",
    "It would be desirable for registers to be kept.",
    "We offer the suggestion that the court sit on Mondays.",
    "A preliminary hearing is to be held in every case.",
    "The records are to be kept for ten years.",
    "The department is invited to lay the order.",
    "All forces are strongly encouraged to publish the rate.",
    "Each force publish its figures.",
    "The Department of Home Affairs establish a risk assessment.",
    "The Harbour Board and the Coast Service jointly assure themselves that it works.",
    "Northmoor Police obtain the log and write to the applicant.",
)
TELLING = (
    "That is why we support the plan.",
    "That approach helps to plan the work.",
    "That review was made to measure.",
    "Young people continue to be held in cells.",
    "Records were found to be kept by hand.",
    "There are more steps to be taken.",
    "If confidence is to be restored, time is needed.",
    "The aim is to be open about mistakes.",
    "You may wish to print this page.",
    "Officers record the time of each check.",
    "Staff keep the records.",
    "The Home Office review found that it works.",
    "The government accept the recommendation.",
    "They make the area safe.",
    "It is important work.",
    "The plan is to be commended.",
)


@pytest.mark.parametrize("sentence", ASKING)
def test_a_sentence_asks(sentence: str) -> None:
    assert lays_duty(sentence)


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_only_tells(sentence: str) -> None:
    assert not lays_duty(sentence)
