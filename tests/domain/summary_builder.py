"""One row of a list, with nothing in it unless a test says so."""

from dataclasses import replace
from datetime import date

from gainboard.domain.states import Applicability, ForceStatus
from gainboard.domain.views import Summary


def a_summary(**changes: object) -> Summary:
    """Return a recommendation in progress without dates, ratings or updates."""
    one = Summary(
        id=1,
        ref="CCP25-1",
        report_code="CCP25",
        report_title="Care in custody and the prisoner's day",
        source_kind="joint inspection",
        published=date(2025, 7, 10),
        number="1",
        kind="recommendation",
        rating="",
        text="Chief constables should make sure that custody records hold the time.",
        clauses=(),
        addressees=("chief constables",),
        applicability=Applicability.FOR_FORCE,
        force_status=ForceStatus.IN_PROGRESS,
        inspectorate_status="being progressed",
        rag=None,
        forecast=None,
        chief_officer="ACC Justice",
        delivery_lead="Ch Insp Custody",
        group="Criminal Justice Delivery Group",
        paf_area="",
        deadlines=(),
        current_date=None,
        is_projected=False,
        extensions=0,
        days_late=0,
        is_stale=False,
        recheck_on=None,
        latest_update="",
        previous_update="",
        last_decision="",
        evidence_held="",
        open_actions="",
        missing="it has no sufficient evidence",
        is_ready=False,
    )
    return replace(one, **changes)  # type: ignore[arg-type]
