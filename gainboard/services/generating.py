"""A register full of plausible material, the same for the same seed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random

from gainboard.domain.directory import Body, BodyAlias, Choice, Setting
from gainboard.domain.meeting import Meeting
from gainboard.domain.retention import RetentionClass
from gainboard.services.beside import built_beside
from gainboard.services.founding import DEFAULTS, LISTS, OWN_ALIASES
from gainboard.services.generation import arrivals, boards, cast, work
from gainboard.services.generation.sizes import Counts, Size, size_of
from gainboard.services.generation.story import Story, StoryClock
from gainboard.services.retention import USUAL
from gainboard.store.bulk import Bulk, filling
from gainboard.store.journal import Clock
from gainboard.store.register import Register, create_register, now

Progress = Callable[[int, int], None]

# The story ends here whenever it is told: dates of the seed, not of the day it was run.
LAST_MEETING = date(2026, 12, 10)
LAST_DAY = date(2026, 11, 20)


def generate(
    path: Path,
    *,
    size: str = "small",
    seed: int = 1,
    clock: Clock = now,
    progress: Progress | None = None,
) -> Counts:
    """Make a register of that size at `path`; on any error nothing is left there.

    Every time in it comes from the seed; the clock only tells how long the making took.
    `progress` hears of updates done and wanted. Raises GainboardError (E-EXISTS,
    E-UNKNOWN-SIZE, E-DISK-FULL …).
    """
    wanted, began = size_of(size), clock()
    story_clock = StoryClock(_meeting_day(wanted.meetings * wanted.months_between))
    with (
        built_beside(path) as unfinished,
        create_register(unfinished, clock=story_clock) as register,
        filling(register, salt=partial(_salt, seed), per_commit=2000) as bulk,
    ):
        _Chapters(register, bulk, story_clock, wanted, seed).tell(progress)
    return Counts(
        reports=wanted.reports,
        recommendations=wanted.recommendations,
        updates=wanted.updates,
        meetings=wanted.meetings,
        entries=bulk.seq,
        seconds=(clock() - began).total_seconds(),
    )


def _salt(seed: int, seq: int) -> str:
    """Return the salt of an entry, made from the seed: two runs give the same hashes."""
    return sha256(f"{seed}/{seq}".encode()).hexdigest()[:32]


def _meeting_day(back: int) -> date:
    """Return the day of the meeting so many months before the last."""
    months = LAST_MEETING.year * 12 + LAST_MEETING.month - 1 - back
    first = date(months // 12, months % 12 + 1, 1)
    # The second Thursday.
    return first + timedelta(days=(3 - first.weekday()) % 7 + 7)


@dataclass(slots=True)
class _Chapters:
    """The story month by month: reports and work, then the meeting; the last is only planned."""

    register: Register
    bulk: Bulk
    clock: StoryClock
    size: Size
    seed: int

    def tell(self, progress: Progress | None) -> None:
        """Tell everything; `progress` hears after each meeting."""
        story = Story(self.bulk, self.clock, Random(self.seed), LAST_DAY)
        self._found(story)
        shares = _shares(story.rng, self.size.recommendations, self.size.reports)
        last: Meeting | None = None
        done = told = 0
        for nth in range(self.size.meetings):
            more = _ramp(self.size.updates, nth, self.size.meetings)
            come = _arrived(self.size.reports, nth, self.size.meetings)
            on = _meeting_day((self.size.meetings - 1 - nth) * self.size.months_between)
            self._work(story, on, shares[told:come], more, last)
            meeting, lines = boards.plan(story, on, last)
            told, done, last = come, done + more, meeting
            if nth < self.size.meetings - 1:
                last = boards.hold(story, meeting, lines)
            if progress:
                progress(done, self.size.updates)

    def _work(
        self, story: Story, on: date, reports: list[int], updates: int, last: Meeting | None
    ) -> None:
        """Tell the months before a meeting: minutes and reports in the first, work in each."""
        until = min(on - timedelta(days=1), LAST_DAY)
        days = list(_working_days(self.clock.today + timedelta(days=1), until))
        months = self.size.months_between
        for nth in range(months):
            share = updates * (nth + 1) // months - updates * nth // months
            events = work.plan_work(story, share)
            if nth == 0:
                events += [partial(arrivals.take_in, story, many) for many in reports]
            story.rng.shuffle(events)
            if nth == 0 and last is not None:
                events.insert(0, partial(boards.approve, story, self.register, last))
            if nth == 0:
                events.append(partial(_hold_plenaries, story))
            story.tell(events, days[nth * len(days) // months : (nth + 1) * len(days) // months])

    def _found(self, story: Story) -> None:
        """Lay out the register as founding does, its salt the seed's."""
        with self.bulk.operation(f"Open the register of {cast.FORCE}", kind="founding"):
            for key, value in {"force": cast.FORCE, "board": "GAIN Board", **DEFAULTS}.items():
                self.bulk.add(Setting(key=key, value=value))
            for name, values in LISTS.items():
                for position, value in enumerate(values, 1):
                    self.bulk.add(Choice(list=name, value=value, position=position))
            for name, years in USUAL.items():
                self.bulk.add(RetentionClass(name=name, keep_years=years))
            own = self.bulk.add(Body(name=cast.FORCE, is_own=True))
            for alias in OWN_ALIASES:
                self.bulk.add(BodyAlias(body_id=own.id, name=alias))
        story.gather_cast(own)


def _hold_plenaries(story: Story) -> None:
    for report in story.new_reports:
        arrivals.hold_plenary(story, report)


def _working_days(first: date, last: date) -> Iterator[date]:
    for nth in range((last - first).days + 1):
        day = first + timedelta(days=nth)
        if day.weekday() < 5:
            yield day


def _shares(rng: Random, total: int, parts: int) -> list[int]:
    """Split a total into so many parts of uneven size, none empty."""
    weights = [rng.uniform(0.3, 1.7) for _ in range(parts)]
    scale = (total - parts) / sum(weights)
    shares = [1 + int(weight * scale) for weight in weights]
    shares[-1] += total - sum(shares)
    return shares


def _arrived(reports: int, nth: int, meetings: int) -> int:
    """Return how many reports have come by that month: a quarter at once, all by the last."""
    at_once = max(1, reports // meetings + 1)
    if nth == meetings - 1:
        return reports
    return min(reports, at_once + (reports - at_once) * nth // (meetings - 1))


def _ramp(updates: int, nth: int, meetings: int) -> int:
    """Return a month's share of the updates: none before the first meeting, then ever more."""
    weights = [min(month, 10) for month in range(meetings)]
    until = [updates * sum(weights[: month + 1]) // sum(weights) for month in (nth - 1, nth)]
    return until[1] - until[0]
