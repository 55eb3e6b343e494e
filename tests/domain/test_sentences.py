"""Decision sentences, as they are read in the minutes."""

from datetime import date
from string import Formatter

import pytest

from gainboard.domain.sentences import (
    TEMPLATES,
    applies,
    because,
    in_full,
    met,
    sentence,
    stopped,
)
from gainboard.domain.states import Applicability, DecisionKind

FACTS = {
    "chief_officer": "ACC Justice",
    "delivery_lead": "Ch Insp Custody",
    "group": "the Custody Group",
    "by": "Ch Insp Custody",
    "text": "is for the force",
    "to": "30 September 2026",
    "former": " (from 31 July 2026)",
    "moved": "extended",
    "how": "every clause being waived",
    "action": "GAIN 2026/03-A01",
    "owner": "",
}


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_has_a_sentence(kind: DecisionKind) -> None:
    wanted = {name for _, name, _, _ in Formatter().parse(TEMPLATES[kind]) if name}
    assert wanted <= {*FACTS, "who", "ref", "because"}
    assert sentence(kind, in_meeting=True, ref="CCP25-1", because="", **FACTS)


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_sentence_says_who_decided(kind: DecisionKind) -> None:
    told = sentence(kind, in_meeting=False, ref="CCP25-1", because="", **FACTS)
    assert told.startswith("The chair, out of meeting, ")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Awaiting CPS data", "The Board deferred CCP25-1. Reason: Awaiting CPS data."),
        ("the form is late.", "The Board deferred CCP25-1. Reason: the form is late."),
        ("because May is too soon", "The Board deferred CCP25-1. Reason: May is too soon."),
        ("Reason: none was given", "The Board deferred CCP25-1. Reason: none was given."),
        ("Why? Who asked?", "The Board deferred CCP25-1. Reason: Why? Who asked?"),
        ("", "The Board deferred CCP25-1."),
        ("  ", "The Board deferred CCP25-1."),
    ],
)
def test_a_reason_reads_well_whatever_its_form(reason: str, told: str) -> None:
    given = because(reason)
    assert sentence(DecisionKind.DEFER, in_meeting=True, ref="CCP25-1", because=given) == told


def test_braces_in_a_reason_are_words() -> None:
    given = because("see {ref}")
    told = sentence(DecisionKind.RETURN, in_meeting=True, ref="CCP25-1", because=given)
    assert told == "The Board returned CCP25-1 for more evidence. Reason: see {ref}."


@pytest.mark.parametrize("value", Applicability)
def test_whose_it_is_ends_a_sentence(value: Applicability) -> None:
    assert applies(value).split()[0] in ("is", "does")


def test_a_partner_is_named() -> None:
    assert applies(Applicability.JOINT, "Northmoor Courts") == "is joint with Northmoor Courts"


@pytest.mark.parametrize(
    ("waived", "clauses", "told"),
    [
        ((), 3, "satisfied that sufficient evidence shows it is met"),
        (("b",), 3, "satisfied that sufficient evidence shows it is met, (b) being waived"),
        (("a", "b"), 2, "every clause being waived"),
        (("",), 1, "evidence for it being waived"),
    ],
)
def test_a_closure_says_what_was_waived(waived: tuple[str, ...], clauses: int, told: str) -> None:
    assert met(waived, clauses) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Done", "Done."),
        ("Done. ", "Done."),
        ("Done?", "Done?"),
        ("Called it “done”", "Called it “done”."),
        ("They said “It is done.”", "They said “It is done.”"),
        ("", ""),
    ],
)
def test_words_get_the_stop_they_lack(text: str, told: str) -> None:
    assert stopped(text) == told


def test_a_date_is_written_in_full() -> None:
    assert in_full(date(2026, 9, 3)) == "3 September 2026"
