"""Evidence: offered, judged, waived."""

from datetime import date
from pathlib import Path

import pytest

from gainboard.domain.states import Verdict
from gainboard.errors import GainboardError, Refused
from gainboard.services.evidence import judge, offer, waive
from gainboard.services.views import detail
from gainboard.store.register import Register
from tests.builders import allocated, in_meeting, proven, sentence_of

BY = "Head of Assurance"


def states(register: Register) -> list[str]:
    return [clause.state for clause in detail(register, "CCP25-1").clauses]


def test_evidence_is_offered_for_named_clauses(register: Register) -> None:
    offer(register, "CCP25-1", clauses=["a", "(B)"], text="Sample", dated=date(2026, 2, 20))
    assert states(register) == ["offered, not judged", "offered, not judged", "none yet"]


def test_evidence_for_no_clause_in_particular_is_for_all(register: Register) -> None:
    offer(register, "CCP25-1", text="Sample")
    assert set(states(register)) == {"offered, not judged"}


def test_a_clause_says_which_evidence_meets_it(register: Register) -> None:
    offer(register, "CCP25-1", clauses=["b"], text="A first draft")
    proven(register, "CCP25-1", "a")
    assert states(register)[0] == "sufficient, E2"


def test_a_file_is_kept_once_and_named(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "sample.txt"
    file.write_text("212 records, 181 complete")
    offer(register, "CCP25-1", text="Sample", file=file)
    offer(register, "CCP25-5", text="The same sample", file=file)
    [attachment] = register.tables.attachments.all()
    assert (attachment.name, attachment.size) == ("sample.txt", 25)


def test_a_judge_is_named_with_the_verdict(register: Register) -> None:
    proven(register, "CCP25-1", "a")
    [piece] = detail(register, "CCP25-1").evidence
    assert list(piece.judges.values()) == [BY]
    assert piece.for_clauses[0].verdict is Verdict.SUFFICIENT


def test_the_delivery_lead_does_not_judge_its_own_work(register: Register) -> None:
    offer(register, allocated(register), text="Sample")
    with pytest.raises(Refused, match="E-OWN-WORK"):
        judge(register, "CCP25-1", verdict=Verdict.SUFFICIENT, by="ch insp custody")
    assert set(states(register)) == {"offered, not judged"}


def test_nothing_is_judged_before_it_is_offered(register: Register) -> None:
    offer(register, "CCP25-1", clauses=["a"], text="Sample")
    with pytest.raises(Refused, match=r"CCP25-1\(b\)"):
        judge(register, "CCP25-1", clauses=["a", "b"], verdict=Verdict.PARTLY, by=BY)
    assert states(register)[0] == "offered, not judged"


def test_later_evidence_makes_up_for_earlier(register: Register) -> None:
    offer(register, "CCP25-1", clauses=["a"], text="A draft")
    judge(register, "CCP25-1", clauses=["a"], verdict=Verdict.INSUFFICIENT, by=BY)
    proven(register, "CCP25-1", "a")
    assert states(register)[0] == "sufficient, E2"


def test_a_verdict_can_be_thought_over(register: Register) -> None:
    proven(register, "CCP25-1", "a")
    judge(register, "CCP25-1", clauses=["a"], verdict=Verdict.PARTLY, by=BY, reason="Too few")
    assert states(register)[0] == "partly"


def test_a_waiver_is_minuted_with_its_reason(register: Register) -> None:
    in_meeting(register)
    waive(register, "CCP25-1(b)", reason="the form holds it")
    told = "The Board waived CCP25-1(b). Reason: the form holds it."
    assert sentence_of(register) == told
    assert states(register)[1] == "waived"


def test_a_waiver_names_one_clause(register: Register) -> None:
    with pytest.raises(Refused, match="E-WHICH-CLAUSE"):
        waive(register, "CCP25-1", reason="Any of them")


def test_a_recommendation_without_parts_is_waived_whole(register: Register) -> None:
    waive(register, "CCP25-5", reason="No prisoners are held")
    assert detail(register, "CCP25-5").clauses[0].is_met


def test_an_unknown_clause_is_named(register: Register) -> None:
    with pytest.raises(GainboardError, match=r"CCP25-1\(z\)"):
        offer(register, "CCP25-1", clauses=["z"], text="Sample")
