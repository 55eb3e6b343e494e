"""The recommendations as the windows hold them: read once, then only what was touched."""

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
# Nor do these as they come and go: what shows them names its recommendation.
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
        touched = self._touched(changes)
        if touched is None or len(touched) > FEW:
            self._compare(self._workspace.ask(summaries))
        elif touched:
            self._replace(touched)

    def _touched(self, changes: Changes) -> set[int] | None:
        """Return the ids of the rows to read again; None where a change does not say whose."""
        owners = {_owner(change) for change in changes.rows if not _shows_nothing(change)}
        touched = {owner for owner in owners if owner is not None}
        if None in owners:
            # A changed line of evidence names no recommendation, but its operation does.
            named = self._named(changes.label)
            if not named:
                return None
            touched |= named
        return touched if touched <= {row.id for row in self._rows} else None

    def _named(self, label: str) -> set[int]:
        words = {word.partition("(")[0].strip(",.;:") for word in label.split()}
        return {row.id for row in self._rows if row.ref in words}

    def _replace(self, touched: set[int]) -> None:
        fresh: dict[str, Summary] = {}
        waiting = [row.ref for row in self._rows if row.id in touched]
        try:
            while waiting:
                one = self._workspace.ask(detail, waiting.pop())
                fresh[one.summary.ref] = one.summary
                # A projected date hangs on another's, which may be the one that moved.
                waiting += [ref for ref in one.depended_on_by if ref not in fresh]
        except GainboardError:  # its reference changed, or it is gone
            self._compare(self._workspace.ask(summaries))
            return
        self._compare([fresh.get(row.ref, row) for row in self._rows])

    def _compare(self, fresh: list[Summary]) -> None:
        former, self._rows = self._rows, fresh
        if [row.id for row in former] != [row.id for row in fresh]:
            self.reread.emit()
            return
        # Most are the very same rows, which needs no look inside.
        pairs = zip(former, fresh, strict=True)
        differing = {new.id for old, new in pairs if old is not new and old != new}
        if differing:
            self.renewed.emit(differing)


def _shows_nothing(change: RowChange) -> bool:
    if change.table == "decision":
        of = (change.after or change.before or {}).get("recommendation_id", 0)
        return of is None
    is_whole = change.before is None or change.after is None
    return change.table in _ELSEWHERE or (is_whole and change.table in _NEWCOMERS)


def _owner(change: RowChange) -> int | None:
    if change.table == "recommendation":
        return change.id
    for row in (change.after, change.before):
        if row and isinstance(owner := row.get("recommendation_id"), int):
            return owner
    return None
