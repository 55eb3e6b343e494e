"""A register of very many recommendations with long words, for tests of lists."""

from datetime import date
from pathlib import Path

from gainboard.domain.recommendation import Clause, Recommendation
from gainboard.domain.report import Report
from gainboard.domain.states import Applicability, ForceStatus, Rag
from gainboard.services.founding import found
from gainboard.store.register import open_register

WORDS = (
    "Police forces should make sure that what they have agreed with their partners about people "
    "who come into contact with them is looked at every year, and that what is found is acted on. "
)
RAGS = (Rag.GREEN, Rag.AMBER, Rag.RED)


def build_many(path: Path, count: int) -> None:
    """Found a register of one report with so many recommendations."""
    found(path, force="Northmoor Police")
    with open_register(path) as register, register.journal.operation("Build"):
        tables = register.tables
        report = tables.reports.add(Report(code="BIG26", title="Very long", source_kind="other"))
        for number in range(1, count + 1):
            one = tables.recommendations.add(_recommendation(report.id, number))
            tables.clauses.add(Clause(recommendation_id=one.id, position=1, text="one"))


def _recommendation(report_id: int, number: int) -> Recommendation:
    return Recommendation(
        report_id=report_id,
        position=number,
        number=str(number),
        ref=f"BIG26-{number}",
        kind="recommendation",
        text=WORDS * (1 + number % 4),
        applicability=Applicability.FOR_FORCE,
        force_status=ForceStatus.IN_PROGRESS,
        rag=RAGS[number % 3],
        agreed_date=date(2099, 1 + number % 12, 1 + number % 28),
    )
