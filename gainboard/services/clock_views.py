"""The statutory clocks of reports as they stand on a day."""

from datetime import date

from gainboard.domain.clocks import clocks_for
from gainboard.domain.report import Report
from gainboard.domain.sentences import in_full
from gainboard.domain.views import ClockView
from gainboard.services.settings import board_settings
from gainboard.store.register import Register


def clocks(register: Register, report: Report, on: date | None = None) -> tuple[ClockView, ...]:
    """Return a report's clocks, the statutory one first, with what is left on a day (today)."""
    if report.published is None:
        return ()
    today = on or register.clock().date()
    target = board_settings(register).internal_target_days
    return tuple(
        ClockView(
            name=clock.name,
            act=clock.act,
            last_day=clock.last_day,
            rule=clock.rule,
            assumption=clock.assumption,
            left=_left((clock.last_day - today).days),
        )
        for clock in clocks_for(report.source_kind, report.published, target)
    )


def responses_due(register: Register, on: date) -> list[str]:
    """Return a line for each report whose statutory response is not published yet.

    Of a report that came in with an older tracker nothing is known of its response, so none waits.
    """
    waiting = register.tables.reports.where(
        "id IN (SELECT report_id FROM response WHERE published_on IS NULL)",
        order="published, id",
    )
    found = ((report, clocks(register, report, on)) for report in waiting)
    return [_told(report, first[0]) for report, first in found if first]


def _told(report: Report, clock: ClockView) -> str:
    last = in_full(clock.last_day)
    return f"{report.code}: response due by {last} ({clock.act}), {clock.left}"


def _left(days: int) -> str:
    if days == 0:
        return "today is the last day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} left" if days > 0 else f"{-days} {unit} late"
