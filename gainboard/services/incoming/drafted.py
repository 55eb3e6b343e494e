"""A plan as the draft of a document would be, for the command that only looks."""

from gainboard.domain.draft import Draft, DraftItem, DraftReport, Kind
from gainboard.domain.incoming.plan import Plan, PlannedItem
from gainboard.services.incoming.printing import printed


def draft_of_plan(plan: Plan) -> Draft:
    """Return what a tracker holds as a draft; its source is the rows, printed cell by cell."""
    whole = printed(plan.name, plan.items)
    report = plan.reports[0] if len(plan.reports) == 1 else None
    return Draft(
        report=DraftReport(
            title=report.title if report else plan.name,
            published=report.published if report else None,
            bodies=report.bodies if report else (),
        ),
        items=tuple(_item(one, span) for one, span in zip(plan.items, whole.spans, strict=True)),
        warnings=plan.warnings,
        source=whole.text,
    )


def _item(one: PlannedItem, span: tuple[int, int]) -> DraftItem:
    return DraftItem(
        number=one.number or None,
        kind=Kind(one.kind),
        text=one.entry.text,
        clauses=one.clauses,
        deadlines=one.deadlines,
        addressees=one.addressees,
        span=span,
        heading=one.entry.report or None,
        rating=one.entry.rating,
    )
