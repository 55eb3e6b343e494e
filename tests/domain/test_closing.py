"""The closing rule."""

from datetime import date

from gainboard.domain.closing import ClauseStanding, missing, standing
from gainboard.domain.recommendation import Clause, EvidenceClause
from gainboard.domain.states import Verdict

LEAD, ASSURANCE = 4, 9


def a_clause(label: str = "b", *, waived: bool = False) -> Clause:
    day = date(2026, 3, 12) if waived else None
    return Clause(id=2, recommendation_id=1, position=2, label=label, text="…", waived_on=day)


def offered(verdict: Verdict | None, by: int | None = ASSURANCE, clause: int = 2) -> EvidenceClause:
    return EvidenceClause(evidence_id=7, clause_id=clause, verdict=verdict, judged_by_id=by)


def judged(*lines: EvidenceClause) -> ClauseStanding:
    return standing(a_clause(), lines, LEAD)


def test_a_clause_without_evidence_is_not_met() -> None:
    assert (judged().is_met, judged().says) == (False, "none yet")


def test_sufficient_evidence_meets_a_clause() -> None:
    found = judged(offered(Verdict.SUFFICIENT))
    assert (found.is_met, found.says, found.evidence_id) == (True, "sufficient", 7)


def test_the_word_of_its_own_lead_meets_nothing() -> None:
    found = judged(offered(Verdict.SUFFICIENT, by=LEAD))
    assert (found.is_met, found.says) == (False, "judged by its own delivery lead only")


def test_a_verdict_of_nobody_meets_nothing() -> None:
    assert not judged(offered(Verdict.SUFFICIENT, by=None)).is_met


def test_a_verdict_counts_where_nobody_leads_yet() -> None:
    assert standing(a_clause(), [offered(Verdict.SUFFICIENT)], None).is_met


def test_evidence_for_another_clause_meets_nothing() -> None:
    assert not judged(offered(Verdict.SUFFICIENT, clause=3)).is_met


def test_a_waiver_meets_a_clause() -> None:
    found = standing(a_clause(waived=True), [], LEAD)
    assert (found.is_met, found.says) == (True, "waived")


def test_what_falls_short_is_said() -> None:
    assert judged(offered(Verdict.PARTLY)).says == "partly"
    assert judged(offered(Verdict.INSUFFICIENT)).says == "insufficient"
    assert judged(offered(None, by=None)).says == "offered, not judged"


def four(*met: str) -> list[ClauseStanding]:
    return [
        ClauseStanding(clause=a_clause(label), is_met=label in met, says="") for label in "abcd"
    ]


def test_what_is_missing_is_said_in_words() -> None:
    said = "2 of 4 clauses have no sufficient evidence: (b), (d)"
    assert missing(four("a", "c")) == said


def test_one_missing_clause_is_said_in_the_singular() -> None:
    assert missing(four(*"abc")) == "1 of 4 clauses has no sufficient evidence: (d)"


def test_nothing_is_missing_when_every_clause_is_met() -> None:
    assert missing(four(*"abcd")) == ""


def test_a_recommendation_without_parts_speaks_of_itself() -> None:
    [alone] = [standing(a_clause(""), [], LEAD)]
    assert missing([alone]) == "it has no sufficient evidence"


def test_no_clause_at_all_is_no_proof() -> None:
    assert missing([]) == "it has no sufficient evidence"
