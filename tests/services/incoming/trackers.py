"""A tracker taken into a register as the window does it: proposed, planned, taken."""

from gainboard.domain.changes import Changes
from gainboard.domain.incoming.plan import Plan, PlannedRow
from gainboard.domain.incoming.workbook import Workbook
from gainboard.domain.recommendation import Recommendation, Update
from gainboard.services import incoming
from gainboard.store.register import Register


def plan_of(register: Register, book: Workbook) -> Plan:
    """Return what a workbook will make, as it is proposed."""
    return incoming.plan_tracker(register, book, incoming.propose(register, book))


def take_in(register: Register, book: Workbook) -> Changes:
    """Take a workbook in, as it is proposed."""
    return incoming.take_in_tracker(register, plan_of(register, book))


def row_of(plan: Plan, number: int) -> PlannedRow:
    """Return what becomes of a row by its number in the sheet."""
    return next(one for one in plan.rows if one.row == number - 1)


def only(register: Register) -> Recommendation:
    """Return the newest recommendation."""
    return register.tables.recommendations.all(order="id DESC")[0]


def updates(register: Register) -> list[Update]:
    """Return the updates of the newest recommendation, newest first."""
    key = only(register).id
    return register.tables.updates.where(
        "recommendation_id = ?", key, order="made_on DESC, id DESC"
    )
