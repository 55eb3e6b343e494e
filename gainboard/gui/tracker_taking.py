"""Taking a planned tracker in: told while it is done, and stopped where that is wanted."""

from PySide6.QtWidgets import QWidget

from gainboard.domain.changes import Changes
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import Plan
from gainboard.gui.long_step import LongStep
from gainboard.gui.wording import count
from gainboard.gui.workspace import Workspace
from gainboard.services import incoming


def taken_in(
    workspace: Workspace, page: QWidget, plan: Plan, keeps: Mapping | None
) -> Changes | None:
    """Take a plan in, with the mapping to keep where one is given; None where it was refused."""
    says = f"Taking in {count(len(plan.items), 'recommendation', 'recommendations')}…"
    with LongStep(page, "Take in a tracker", says) as step:
        return workspace.do(incoming.take_in_tracker, plan, step.tell, keeps)
