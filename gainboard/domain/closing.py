"""The closing rule: for every clause, sufficient evidence judged by another, or a waiver.

Domain rules, section 5.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gainboard.domain.recommendation import Clause, EvidenceClause
from gainboard.domain.states import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStanding:
    """Whether one clause is met, and where it stands in words."""

    clause: Clause
    is_met: bool
    says: str
    evidence_id: int | None = None


def standing(
    clause: Clause, offered: Iterable[EvidenceClause], delivery_lead_id: int | None
) -> ClauseStanding:
    """Judge one clause by what is offered for it; a lead's word on its own work counts nothing."""
    if clause.waived_on is not None:
        return ClauseStanding(clause=clause, is_met=True, says="waived")
    ours = [line for line in offered if line.clause_id == clause.id]
    for line in ours:
        if line.verdict is Verdict.SUFFICIENT and _is_another(line.judged_by_id, delivery_lead_id):
            return ClauseStanding(
                clause=clause, is_met=True, says="sufficient", evidence_id=line.evidence_id
            )
    return ClauseStanding(clause=clause, is_met=False, says=_short_of(ours))


def missing(standings: Sequence[ClauseStanding]) -> str:
    """Say what closing still needs: "2 of 4 clauses have no sufficient evidence: (b), (d)"."""
    unmet = [one for one in standings if not one.is_met]
    if standings and not unmet:
        return ""
    if not standings or (len(standings) == 1 and not standings[0].clause.label):
        return "it has no sufficient evidence"
    have = "has" if len(unmet) == 1 else "have"
    labels = ", ".join(f"({one.clause.label})" for one in unmet)
    return f"{len(unmet)} of {len(standings)} clauses {have} no sufficient evidence: {labels}"


def _is_another(judge_id: int | None, delivery_lead_id: int | None) -> bool:
    return judge_id is not None and judge_id != delivery_lead_id


def _short_of(offered: Sequence[EvidenceClause]) -> str:
    verdicts = {line.verdict for line in offered}
    if Verdict.SUFFICIENT in verdicts:
        return "judged by its own delivery lead only"
    if Verdict.PARTLY in verdicts:
        return "partly"
    if None in verdicts:
        return "offered, not judged"
    return "insufficient" if Verdict.INSUFFICIENT in verdicts else "none yet"
