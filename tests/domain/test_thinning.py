"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.thinning import DAILY, MONTHLY, WEEKLY, WHOLE, staying

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
YEARS = st.lists(
    st.integers(-10_000, 3_000_000).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    max_size=120,
)


def thinned(made: list[datetime], now: datetime = NOW) -> list[datetime]:
    stays = staying(made, now)
    return [at for nth, at in enumerate(made) if nth in stays]


def test_everything_of_the_last_two_days_stays() -> None:
    made = [NOW - timedelta(minutes=30 * nth) for nth in range(95)]
    assert thinned(made) == made


def test_older_than_two_days_the_newest_of_a_day_stays() -> None:
    at = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
    assert thinned([at, at - timedelta(hours=4), at - timedelta(hours=8)]) == [at]


def test_a_board_that_was_long_away_keeps_what_it_had() -> None:
    made = [NOW - timedelta(days=nth) for nth in range(10)]
    assert thinned(made, NOW + timedelta(days=400)) == made


def test_years_of_work_leave_days_then_weeks_then_months() -> None:
    kept: list[datetime] = []
    for day in range(800):
        at = NOW + timedelta(days=day)
        kept = thinned([*kept, at], at)
    ages = [(at - kept_at).days for kept_at in kept]
    assert len([age for age in ages if age < 16]) == 2 + DAILY
    assert len(ages) == 2 + DAILY + WEEKLY + MONTHLY
    assert 400 < max(ages) < 500


def test_backups_of_one_second_are_told_apart() -> None:
    assert staying([NOW - timedelta(days=9)] * 3, NOW) == {2}


def test_no_backup_needs_no_thinning() -> None:
    assert staying([], NOW) == frozenset()


@given(YEARS)
def test_the_newest_always_stays(made: list[datetime]) -> None:
    assert max(made, default=None) == max(thinned(made), default=None)


@given(YEARS)
def test_thinning_twice_drops_no_more_than_once(made: list[datetime]) -> None:
    once = thinned(made)
    assert thinned(once) == once


@given(YEARS)
def test_what_is_older_than_two_days_is_bounded(made: list[datetime]) -> None:
    older = [at for at in thinned(made) if at <= NOW - WHOLE]
    assert len(older) <= max(1, DAILY + WEEKLY + MONTHLY)


@given(YEARS)
def test_what_was_made_is_never_invented(made: list[datetime]) -> None:
    assert set(thinned(made)) <= set(made)
