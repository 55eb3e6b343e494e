"""The recommendations as the windows hold them: read once, then only what was touched."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from gainboard.domain.changes import Changes, RowChange
from gainboard.domain.states import OPEN_STATUSES
from gainboard.domain.views import Summary
from gainboard.errors import GainboardError
from gainboard.gui.workspace import Workspace
from gainboard.services.views import detail, summaries

# Above this many, one read of everything is quicker than one read for each.
FEW = 40
# These tables change nothing that a row of the list shows.
_ELSEWHERE = frozenset({"meeting", "agenda_item", "attendance", "addendum", "approved_minutes"})
# Nor do these while they are new: what shows them names its recommendation.
_NEWCOMERS = frozenset({"person", "body", "delivery_group", "attachment", "evidence_clause"})


class SummaryRows(QObject):
    """Frozen summaries in printed order. `renewed` carries the ids of rows that differ now."""

    reread = Signal()
    renewed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: list[Summary] = []
        workspace.register_changed.connect(self.read)
        workspace.changed.connect(self._take_in)
        self.read()

    @property
    def rows(self) -> list[Summary]:
        """Return every recommendation of the register."""
        return self._rows

    @property
    def today(self) -> date:
        """Return the day the register counts by."""
        return self._workspace.register.clock().date()

    @property
    def open_count(self) -> int:
        """Count what the board still works on."""
        return sum(row.force_status in OPEN_STATUSES for row in self._rows)

    @property
    def overdue_count(self) -> int:
        """Count what is past its date."""
        return sum(row.days_late > 0 for row in self._rows)

    def of(self, ref: str) -> Summary | None:
        """Return the recommendation of that reference, or None."""
        return next((row for row in self._rows if row.ref == ref), None)

    def read(self) -> None:
        """Read everything anew."""
        self._rows = self._workspace.ask(summaries) if self._workspace.is_open else []
        self.reread.emit()

    def _take_in(self, changes: Changes) -> None:
        touched = self._touched(changes.rows)
        if touched is None or len(touched) > FEW:
            self._compare(self._workspace.ask(summaries))
        elif touched:
            self._replace(touched)

    def _touched(self, changes: Iterable[RowChange]) -> set[int] | None:
        """Return the ids of the rows to read again; None where a change does not say whose."""
        touched: set[int] = set()
        for change in changes:
            if _shows_nothing(change):
                continue
            owner = change.id if change.table == "recommendation" else _owner(change)
            if owner is None:
                return None
            touched.add(owner)
        known = {row.id for row in self._rows}
        if not touched <= known:
            return None
        # A projected date hangs on another's, which may be the one that moved.
        return touched and touched | {row.id for row in self._rows if row.is_projected}

    def _replace(self, touched: set[int]) -> None:
        try:
            fresh = {
                row.id: self._workspace.ask(detail, row.ref).summary
                for row in self._rows
                if row.id in touched
            }
        except GainboardError:  # its reference changed, or it is gone
            self._compare(self._workspace.ask(summaries))
            return
        self._compare([fresh.get(row.id, row) for row in self._rows])

    def _compare(self, fresh: list[Summary]) -> None:
        former, self._rows = self._rows, fresh
        if [row.id for row in former] != [row.id for row in fresh]:
            self.reread.emit()
            return
        differing = {new.id for old, new in zip(former, fresh, strict=True) if old != new}
        if differing:
            self.renewed.emit(differing)


def _shows_nothing(change: RowChange) -> bool:
    if change.table == "decision":
        of = (change.after or change.before or {}).get("recommendation_id", 0)
        return of is None
    return change.table in _ELSEWHERE or (change.before is None and change.table in _NEWCOMERS)


def _owner(change: RowChange) -> int | None:
    for row in (change.after, change.before):
        if row and isinstance(owner := row.get("recommendation_id"), int):
            return owner
    return None
