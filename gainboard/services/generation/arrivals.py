"""Reports that arrive: their documents, their recommendations, whose these are."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.draft import Basis, Kind
from gainboard.domain.recommendation import Addressee, Clause, Deadline, Recommendation
from gainboard.domain.references import recommendation_ref, report_code
from gainboard.domain.report import Finding, Report, ReportBody, ReportDocument, Response
from gainboard.domain.sentences import in_full
from gainboard.domain.states import Applicability, ForceStatus
from gainboard.services.applicability import status_for
from gainboard.services.generation import cast
from gainboard.services.generation.phrases import TOPICS
from gainboard.services.generation.story import Item, Story

_SOURCES = (
    ("inspection", (cast.INSPECTORATE,), 10),
    ("joint inspection", (cast.INSPECTORATE, cast.PROSECUTORS), 4),
    ("internal audit", (cast.AUDITORS,), 5),
    ("IOPC learning", ("Office for Police Learning",), 2),
    ("prevention-of-future-deaths report", ("HM Coroner for Northmoor",), 1),
    ("external audit", ("Brackley Marsh LLP (external auditors)",), 1),
    ("peer review", ("Panel of Peer Reviewers",), 1),
)
_KINDS: dict[str, tuple[Kind, ...]] = {
    "inspection": (Kind.RECOMMENDATION, Kind.RECOMMENDATION, Kind.AREA_FOR_IMPROVEMENT),
    "joint inspection": (Kind.RECOMMENDATION,),
    "internal audit": (Kind.AUDIT_FINDING,),
    "external audit": (Kind.AUDIT_FINDING,),
    "IOPC learning": (Kind.LEARNING,),
    "prevention-of-future-deaths report": (Kind.OTHER,),
    "peer review": (Kind.RECOMMENDATION,),
}
_OURS = (
    (cast.EVERY_FORCE, 30),
    (cast.CHIEF_CONSTABLES, 12),
    (cast.THE_FORCE, 16),
    *((name, 6) for name in cast.OTHERS),
)
_PERIODS = ("six months", "nine months", "12 months", "18 months", "12 weeks", "three months")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A recommendation as printed: lead, parts, whom it addresses, what it waits for."""

    text: str
    lead: str
    clauses: tuple[str, ...]
    addressee: str


def take_in(story: Story, recommendations: int) -> None:
    """Take in one report with so many recommendations, and remember it for the next meeting."""
    kind, makers, _ = story.rng.choices(_SOURCES, [weight for *_, weight in _SOURCES])[0]
    topic, area = story.rng.choice(TOPICS)
    title = story.prose.title(topic, kind)
    published = story.clock.today - timedelta(days=story.rng.randint(2, 20))
    code = _code(story, title, published)
    with story.bulk.operation(f"Take in {code}"):
        report = story.bulk.add(_report(story, code, title, kind, published))
        for maker in makers:
            body = story.bodies[maker]
            story.bulk.add(ReportBody(report_id=report.id, body_id=body))
        story.bulk.add(Response(report_id=report.id, comments_due=published + timedelta(days=41)))
        _Printed(story, report, kind, area, recommendations).add()
    story.new_reports.append(report)
    story.sources[report.id] = report.source_kind


def hold_plenary(story: Story, report: Report) -> None:
    """Record the plenary that is held on every new report."""
    with story.bulk.operation(f"Record the plenary on {report.code}"):
        story.bulk.change(
            report,
            plenary_on=story.clock.today,
            plenary_facilitator=story.rng.choice(cast.JUDGES),
            plenary_note=story.prose.discussion(),
        )


def _code(story: Story, title: str, published: date) -> str:
    code = report_code(title, published)
    free = next(
        name
        for nth in count()
        if (name := code + ("" if nth == 0 else chr(65 + nth) if nth < 26 else f"X{nth}"))
        not in story.codes
    )
    story.codes.add(free)
    return free


def _report(story: Story, code: str, title: str, kind: str, published: date) -> Report:
    local = kind not in ("inspection", "joint inspection") or story.chance(0.25)
    return Report(
        code=code,
        title=title,
        source_kind=kind,
        published=published,
        received=story.clock.today,
        force_specific=local,
        national=not local,
        follow_up=story.chance(0.2),
        thematic=not local and story.chance(0.6),
        partner=None,
        force_quoted=story.chance(0.4),
        link=f"https://reports.example/{code.lower()}",
        summary=story.prose.summary(),
        key_findings=story.prose.summary(),
    )


class _Printed:
    """Print the document of a report piece by piece and add what stands in it."""

    def __init__(self, story: Story, report: Report, kind: str, area: str, wanted: int) -> None:
        self._story = story
        self._report = report
        self._kinds = _KINDS[kind]
        self._area = area
        self._wanted = wanted
        self._document = f"{report.title}\n\n{report.summary}\n\n{report.key_findings}\n\n"
        self._added: list[Item] = []
        self._finding: Finding | None = None

    def add(self) -> None:
        """Add every recommendation, the document last since it holds them all."""
        if self._kinds[0] is Kind.RECOMMENDATION and self._story.chance(0.3):
            text = f"Cause of concern. {self._story.prose.summary()}"
            self._finding = self._story.bulk.add(
                Finding(report_id=self._report.id, kind="cause_of_concern", number="1", text=text)
            )
        for position in range(1, self._wanted + 1):
            self._add_one(position)
        self._story.bulk.add(
            ReportDocument(
                report_id=self._report.id, name=f"{self._report.code}.txt", text=self._document
            )
        )

    def _add_one(self, position: int) -> None:
        story = self._story
        parent = self._parent()
        wording = self._wording(parent)
        last = position == self._wanted and story.chance(0.1)
        number = None if last else str(position)
        kind = Kind.COMPLIANCE_ISSUE if last else story.rng.choice(self._kinds)
        if self._finding is not None and position <= 2:
            kind = Kind.CAUSE_OF_CONCERN
        start = self._print(f"{kind.replace('_', ' ').capitalize()} {number or ''}", wording.text)
        value = _whose(wording.addressee)
        record = story.bulk.add(
            Recommendation(
                report_id=self._report.id,
                finding_id=self._finding.id
                if self._finding is not None and kind is Kind.CAUSE_OF_CONCERN
                else None,
                position=position,
                number=number or "",
                ref=recommendation_ref(self._report.code, number, kind, 1),
                kind=kind,
                rating=story.rng.choice(("High", "Medium", "Low"))
                if kind is Kind.AUDIT_FINDING
                else "",
                text=wording.text,
                span_start=start,
                span_end=start + len(wording.text),
                applicability=value,
                applicability_reason=f"proposed: it is addressed to {wording.addressee}",
                paf_area=self._area,
                force_status=status_for(value),
                inspectorate_status="awaiting review",
            )
        )
        self._hang_on(record, wording, parent)

    def _parent(self) -> Item | None:
        """Return an earlier recommendation this one waits for, now and then."""
        earlier = [item for item in self._added if item.record.number]
        if not earlier or not self._story.chance(0.06):
            return None
        return self._story.rng.choice(earlier)

    def _wording(self, parent: Item | None) -> Wording:
        story = self._story
        names = [name for name, _ in _OURS]
        addressee = story.rng.choices(names, [weight for _, weight in _OURS])[0]
        opening = self._opening(parent)
        who = f"the {addressee}" if addressee[0].isupper() else addressee
        lead = f"{opening}{who} should {story.prose.duty()}"
        lead = lead[0].upper() + lead[1:]
        clauses: tuple[str, ...] = ()
        if story.chance(0.3):
            clauses = tuple(story.prose.clause() for _ in range(story.rng.randint(2, 5)))
            lead += ". As soon as possible thereafter:" if story.chance(0.1) else ". In particular:"
        else:
            lead += "."
        text = "\n".join([lead, *(f"· {part}" for part in clauses)])
        return Wording(text=text, lead=lead, clauses=clauses, addressee=addressee)

    def _opening(self, parent: Item | None) -> str:
        rng, published = self._story.rng, self._report.published or self._story.clock.today
        later = published + timedelta(days=rng.randint(120, 620))
        if parent is not None:
            period, number = rng.choice(_PERIODS), parent.record.number
            return f"Within {period} of the completion of recommendation {number}, "
        return rng.choices(
            (
                f"By {later:%B %Y}, ",
                f"By {in_full(later)}, ",
                f"Within {rng.choice(_PERIODS)}, ",
                "Immediately, ",
                "",
            ),
            (45, 10, 25, 4, 16),
        )[0]

    def _print(self, heading: str, text: str) -> int:
        """Print a recommendation under its heading; return where its text begins."""
        self._document += f"{heading.strip()}\n\n"
        start = len(self._document)
        self._document += f"{text}\n\n"
        return start

    def _hang_on(self, record: Recommendation, wording: Wording, parent: Item | None) -> None:
        story = self._story
        parts = list(enumerate(wording.clauses)) or [(-1, wording.text)]
        clauses = [
            story.bulk.add(
                Clause(
                    recommendation_id=record.id,
                    position=position,
                    label=chr(97 + nth) if nth >= 0 else "",
                    text=text,
                )
            )
            for position, (nth, text) in enumerate(parts, 1)
        ]
        story.bulk.add(
            Addressee(
                recommendation_id=record.id,
                position=1,
                name=wording.addressee,
                body_id=story.bodies[wording.addressee],
            )
        )
        item = Item(record, clauses, self._deadlines(record, wording, parent))
        item.is_neglected = story.chance(0.06)
        self._remember(item, parent)

    def _deadlines(
        self, record: Recommendation, wording: Wording, parent: Item | None
    ) -> list[Deadline]:
        found = locate_deadlines(wording.lead, self._report.published)
        return [
            self._story.bulk.add(
                Deadline(
                    recommendation_id=record.id,
                    position=position,
                    words=one.deadline.text,
                    basis=one.deadline.basis,
                    rule=one.deadline.rule,
                    due=one.deadline.due,
                    assumed=one.deadline.assumption,
                    depends_on_id=parent.record.id
                    if parent is not None and one.deadline.basis is Basis.RELATIVE_TO_RECOMMENDATION
                    else None,
                    period_count=one.deadline.period_count,
                    period_unit=one.deadline.period_unit,
                    on_clauses=one.deadline.basis is Basis.FOLLOWS_PARENT,
                )
            )
            for position, one in enumerate(found, 1)
        ]

    def _remember(self, item: Item, parent: Item | None) -> None:
        story = self._story
        self._added.append(item)
        story.items[item.record.id] = item
        if item.record.force_status is ForceStatus.AWAITING_ALLOCATION:
            story.live.append(item)
        for deadline in item.deadlines:
            if parent is not None and deadline.depends_on_id:
                story.waiting_for.setdefault(parent.record.id, []).append((item, deadline))
                self._watch(parent)

    def _watch(self, parent: Item) -> None:
        """What one of ours waits for is watched, where it is not ours itself."""
        if parent.record.force_status is not ForceStatus.NOT_FOR_US:
            return
        addressee = parent.record.applicability_reason
        parent.record = self._story.bulk.change(
            parent.record,
            applicability=Applicability.WATCH,
            applicability_reason=f"{addressee}, and one of ours depends on it",
            force_status=ForceStatus.WATCH,
        )
        self._story.watched.append(parent)


def _whose(addressee: str) -> Applicability:
    ours = addressee in (cast.EVERY_FORCE, cast.CHIEF_CONSTABLES, cast.THE_FORCE)
    return Applicability.FOR_FORCE if ours else Applicability.NOT_APPLICABLE
