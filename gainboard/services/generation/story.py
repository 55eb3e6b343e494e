"""The story a generated register tells: its clock, its people, and where everything stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from gainboard.domain import closing
from gainboard.domain.directory import Body, DeliveryGroup, GroupMember, Person
from gainboard.domain.recommendation import (
    Action,
    Clause,
    Deadline,
    EvidenceClause,
    Extension,
    Recommendation,
)
from gainboard.domain.report import Report
from gainboard.domain.states import ForceStatus
from gainboard.services.generation import cast
from gainboard.services.generation.prose import Prose
from gainboard.store.bulk import Bulk

Event = Callable[[], None]


class StoryClock:
    """A clock that shows where the story is; only `tell` moves it."""

    def __init__(self, day: date) -> None:
        self.at = datetime.combine(day, time(8), UTC)

    def __call__(self) -> datetime:
        return self.at

    @property
    def today(self) -> date:
        """Return the day of the story."""
        return self.at.date()

    def go_to(self, day: date, minute: int) -> None:
        """Go to so many minutes after eight in the morning of a day."""
        self.at = datetime.combine(day, time(8), UTC) + timedelta(minutes=minute)


@dataclass(slots=True, eq=False)
class Item:
    """One recommendation and all the story must remember of it."""

    record: Recommendation
    clauses: list[Clause]
    deadlines: list[Deadline]
    is_neglected: bool = False
    offered: list[EvidenceClause] = field(default_factory=list)
    pieces: int = 0
    open_actions: list[Action] = field(default_factory=list)
    asked: Extension | None = None
    extensions: int = 0
    last_update: date | None = None
    last_words: str = ""
    considered_at: str = ""
    carried: str = ""

    @property
    def ref(self) -> str:
        """Return the reference."""
        return self.record.ref

    @property
    def due(self) -> date | None:
        """Return the date the board works to, where it is known for sure."""
        if self.record.agreed_date is not None:
            return self.record.agreed_date
        return next((one.due for one in self.deadlines if one.due), None)

    @property
    def standings(self) -> list[closing.ClauseStanding]:
        """Return where each clause stands, by the domain's own rule."""
        lead = self.record.delivery_lead_id
        return [closing.standing(clause, self.offered, lead) for clause in self.clauses]

    @property
    def is_ready(self) -> bool:
        """Tell whether every clause is met."""
        return all(one.is_met for one in self.standings)

    @property
    def unjudged(self) -> list[EvidenceClause]:
        """Return the evidence lines nobody has judged."""
        return [line for line in self.offered if line.verdict is None]


class Story:
    """Everything the chapters share."""

    def __init__(self, bulk: Bulk, clock: StoryClock, rng: Random, last_day: date) -> None:
        self.last_day = last_day
        self.bulk = bulk
        self.clock = clock
        self.rng = rng
        self.prose = Prose(rng)
        self.people: dict[str, int] = {}
        self.bodies: dict[str, int] = {}
        self.groups: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self.codes: set[str] = set()
        self.new_reports: list[Report] = []
        self.sources: dict[int, str] = {}
        self.items: dict[int, Item] = {}
        self.live: list[Item] = []
        self.watched: list[Item] = []
        self.waiting_for: dict[int, list[tuple[Item, Deadline]]] = {}
        self.closed: list[Item] = []
        self._numbers: dict[str, int] = {}

    def chance(self, share: float) -> bool:
        """Return True in this share of cases."""
        return self.rng.random() < share

    def tell(self, events: Sequence[Event], days: Sequence[date]) -> None:
        """Let events happen one after another, spread evenly over the working hours of days."""
        for nth, event in enumerate(events):
            place = nth * len(days) * 600 // len(events)
            self.clock.go_to(days[place // 600], place % 600)
            event()

    def number(self, series: str) -> int:
        """Return the next number of a series: decisions of a meeting, actions of a meeting."""
        self._numbers[series] = self._numbers.get(series, 0) + 1
        return self._numbers[series]

    def gather_cast(self, own: Body) -> None:
        """Name the people, the bodies and the groups once for all."""
        with self.bulk.operation("Name the Board’s people, partners and delivery groups"):
            self._add_bodies(own)
            posts = (
                ((cast.CHAIR,), "Chair"),
                ((cast.SECRETARY,), "Secretariat"),
                (cast.CHIEF_OFFICERS, "Chief officer lead"),
                (cast.DELIVERY_LEADS, "Delivery lead"),
                (cast.JUDGES, "Assurance"),
            )
            for names, post in posts:
                for name in names:
                    one = self.bulk.add(Person(name=name, post=post, body_id=own.id))
                    self.people[name], self.names[one.id] = one.id, name
            self._add_groups()

    def _add_bodies(self, own: Body) -> None:
        self.bodies[cast.FORCE] = own.id
        for name in (*cast.MAKERS, *cast.PARTNERS, *cast.OTHERS):
            body = self.bulk.add(Body(name=name, is_partner=name in cast.PARTNERS))
            self.bodies[name] = body.id
        for name in (cast.EVERY_FORCE, cast.CHIEF_CONSTABLES, cast.THE_FORCE):
            self.bodies[name] = own.id

    def _add_groups(self) -> None:
        partners = [self.bodies[name] for name in cast.PARTNERS]
        for nth, name in enumerate(cast.GROUPS):
            chair = self.people[cast.CHIEF_OFFICERS[nth % len(cast.CHIEF_OFFICERS)]]
            group = self.bulk.add(DeliveryGroup(name=name, chair_id=chair))
            self.groups[name] = group.id
            for body in (self.bodies[cast.FORCE], partners[nth % len(partners)]):
                self.bulk.add(GroupMember(delivery_group_id=group.id, body_id=body))

    def settle(self, item: Item) -> None:
        """Let a recommendation that is closed, refused or superseded leave the work."""
        if item in self.live:
            self.live.remove(item)
        if item.record.force_status is ForceStatus.CLOSED:
            self.closed.append(item)
