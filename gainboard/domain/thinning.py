"""Which backups stay: all of the last two days, then one a day, one a week, one a month."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

WHOLE = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 14, 8, 12


def staying(made: Sequence[datetime], now: datetime) -> frozenset[int]:
    """Return the places in `made` of the backups to keep; the newest is always among them.

    A day, week or month in which nothing was made does not count, so that after a long absence
    as many stay as before it. Of those made in one period the newest stays.
    """
    order = sorted(range(len(made)), key=lambda nth: (made[nth], nth), reverse=True)
    kept = [nth for nth in order if made[nth] > now - WHOLE]
    rest = order[len(kept) :]
    for period, count in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        chosen = _newest_of_each(((nth, period(made[nth])) for nth in rest), count)
        kept += chosen
        if chosen:
            rest = _older(rest, made, period, period(made[chosen[-1]]))
    return frozenset(kept)


def _newest_of_each(dated: Iterable[tuple[int, date]], count: int) -> list[int]:
    """Return the first of each period's, of so many periods; the newest come first."""
    first: dict[date, int] = {}
    for nth, period in dated:
        first.setdefault(period, nth)
    return list(first.values())[:count]


def _older(
    rest: list[int], made: Sequence[datetime], period: Callable[[datetime], date], oldest: date
) -> list[int]:
    return [nth for nth in rest if period(made[nth]) < oldest]


def _day(at: datetime) -> date:
    return at.date()


def _week(at: datetime) -> date:
    return at.date() - timedelta(days=at.weekday())


def _month(at: datetime) -> date:
    return at.date().replace(day=1)
