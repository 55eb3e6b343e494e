"""The work between meetings: progress, evidence, judgements, requests, completions."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from gainboard.domain import rag as rules
from gainboard.domain.deadlines import resolve_dependent
from gainboard.domain.meeting import Decision
from gainboard.domain.recommendation import (
    Action,
    Evidence,
    EvidenceClause,
    Extension,
    StatusEntry,
    Update,
)
from gainboard.domain.references import decision_ref, out_of_meeting
from gainboard.domain.sentences import in_full, sentence
from gainboard.domain.states import (
    ActionStatus,
    DecisionKind,
    ForceStatus,
    Rag,
    UpdateState,
    Verdict,
)
from gainboard.services.generation import cast
from gainboard.services.generation.story import Event, Item, Story

_STATUSES = ("being progressed", "complete", "no further action needed")


def plan_work(story: Story, updates: int) -> list[Event]:
    """Return what happens to the recommendations until the next meeting, in no order."""
    going = [one for one in story.live if one.record.force_status is ForceStatus.IN_PROGRESS]
    events: list[Event] = [
        partial(_report, story, one) for one in _who_reports(story, going, updates)
    ]
    for item in going:
        events += _evidence_work(story, item)
        if _wants_more_time(story, item):
            events.append(partial(_ask, story, item))
        if story.chance(0.03):
            events.append(partial(_log_status, story, item))
    for item in story.live:
        done = [action for action in item.open_actions if story.chance(0.4)]
        events += [partial(_complete_action, story, item, action) for action in done]
    late = [one for one in story.watched if one.due and one.due < story.clock.today]
    events += [partial(_complete, story, one) for one in late if story.chance(0.2)]
    return events


def _who_reports(story: Story, going: Sequence[Item], updates: int) -> list[Item]:
    """Choose who reports, one as often as another but for those everybody forgets."""
    if not going:
        return []
    heard = [one for one in going if not one.is_neglected or story.chance(0.08)] or list(going)
    return [story.rng.choice(heard) for _ in range(updates)]


def _report(story: Story, item: Item) -> None:
    rag, due, today = _rating(story, item), item.due, story.clock.today
    forecast = today + timedelta(days=story.rng.randint(5, 200)) if story.chance(0.35) else None
    state = UpdateState.REJECTED if story.chance(0.01) else UpdateState.ACCEPTED
    if (story.last_day - today).days < 45 and story.chance(0.05):
        state = UpdateState.PENDING
    words = story.prose.update()
    with story.bulk.operation(f"Record an update on {item.ref}"):
        story.bulk.add(
            Update(
                recommendation_id=item.record.id,
                made_on=today,
                text=words,
                by_id=item.record.delivery_lead_id,
                entered_by="Secretariat",
                rag=rag,
                forecast_on=forecast,
                state=state,
            )
        )
        if state is UpdateState.ACCEPTED:
            expected = rules.forecast(forecast, due) if forecast else item.record.forecast_rag
            item.record = story.bulk.change(item.record, rag=rag, forecast_rag=expected)
    if state is not UpdateState.REJECTED:
        item.last_update, item.last_words = today, words


def _rating(story: Story, item: Item) -> Rag:
    """Rate worse the nearer the date is."""
    left = (item.due - story.clock.today).days if item.due else 400
    if left < 0:
        return Rag.RED if story.chance(0.7) else Rag.AMBER
    worse = 0.35 if left < 60 else 0.05
    if story.chance(worse):
        return Rag.RED if story.chance(0.25) else Rag.AMBER
    return Rag.GREEN


def _evidence_work(story: Story, item: Item) -> list[Event]:
    if item.unjudged:
        return [partial(_judge, story, item)] if story.chance(0.8) else []
    if item.is_ready:
        return [partial(_submit, story, item)] if story.chance(0.6) else []
    return [partial(_offer, story, item)] if story.chance(0.2) else []


def _offer(story: Story, item: Item) -> None:
    unmet = [one.clause for one in item.standings if not one.is_met]
    chosen = [clause for clause in unmet if story.chance(0.75)] or unmet[:1]
    item.pieces += 1
    with story.bulk.operation(f"Record evidence for {item.ref}"):
        piece = story.bulk.add(
            Evidence(
                recommendation_id=item.record.id,
                position=item.pieces,
                text=story.prose.evidence(),
                dated=story.clock.today - timedelta(days=story.rng.randint(1, 40)),
                added_on=story.clock.today,
                held_at=f"Evidence library, {item.ref}, folder {item.pieces}",
            )
        )
        item.offered += [
            story.bulk.add(EvidenceClause(evidence_id=piece.id, clause_id=clause.id))
            for clause in chosen
        ]


def _judge(story: Story, item: Item) -> None:
    verdict = story.rng.choices(
        (Verdict.SUFFICIENT, Verdict.PARTLY, Verdict.INSUFFICIENT), (70, 20, 10)
    )[0]
    judge = story.people[story.rng.choice(cast.JUDGES)]
    reason = story.prose.verdict()
    with story.bulk.operation(f"Judge the evidence for {item.ref} {verdict}"):
        item.offered = [
            line
            if line.verdict is not None
            else story.bulk.change(
                line,
                verdict=verdict,
                judged_by_id=judge,
                judged_on=story.clock.today,
                reason=reason,
            )
            for line in item.offered
        ]


def _submit(story: Story, item: Item) -> None:
    with story.bulk.operation(f"Submit {item.ref} for closure"):
        item.record = story.bulk.change(item.record, force_status=ForceStatus.PENDING_SIGN_OFF)


def _wants_more_time(story: Story, item: Item) -> bool:
    if item.due is None or item.asked is not None or item.is_ready:
        return False
    left = (item.due - story.clock.today).days
    return left < 45 and item.extensions < 3 and story.chance(0.5)


def _ask(story: Story, item: Item) -> None:
    former = item.due or story.clock.today
    to = max(former, story.clock.today) + timedelta(days=story.rng.choice((60, 90, 120, 180)))
    with story.bulk.operation(f"Ask to extend {item.ref} to {in_full(to)}"):
        item.asked = story.bulk.add(
            Extension(
                recommendation_id=item.record.id,
                requested_to=to,
                reason=story.prose.reason(),
                requested_by_id=item.record.delivery_lead_id,
                requested_on=story.clock.today,
                former_date=item.due,
            )
        )


def _log_status(story: Story, item: Item) -> None:
    status = story.rng.choice(_STATUSES)
    with story.bulk.operation(f"Log the inspectorate’s status of {item.ref}"):
        item.record = story.bulk.change(item.record, inspectorate_status=status)
        story.bulk.add(
            StatusEntry(recommendation_id=item.record.id, status=status, set_on=story.clock.today)
        )


def _complete_action(story: Story, item: Item, action: Action) -> None:
    item.open_actions.remove(action)
    with story.bulk.operation(f"Complete {action.ref}"):
        story.bulk.change(action, status=ActionStatus.COMPLETE, completed_on=story.clock.today)
        _decide_alone(story, DecisionKind.COMPLETE_ACTION, item, action.id, action=action.ref)


def _complete(story: Story, item: Item) -> None:
    """Note that somebody else completed what one of ours waits for."""
    today = story.clock.today
    story.watched.remove(item)
    with story.bulk.operation(f"Note that {item.ref} was completed on {in_full(today)}"):
        item.record = story.bulk.change(item.record, completed_on=today)
        dated = date_dependents(story, item)
        text = "".join(f"; {one.ref} is therefore due on {in_full(day)}" for one, day in dated)
        _decide_alone(story, DecisionKind.COMPLETE, item, None, to=in_full(today), text=text)


def date_dependents(story: Story, item: Item) -> list[tuple[Item, date]]:
    """Set the dates of the deadlines counted from a completion, and return them."""
    today, dated = story.clock.today, []
    for other, deadline in story.waiting_for.pop(item.record.id, ()):
        periods, unit = deadline.period_count or 0, deadline.period_unit or "days"
        due = resolve_dependent(periods, unit, today)
        rule = f"{periods} {unit} after {item.ref} was completed on {in_full(today)}"
        changed = story.bulk.change(deadline, due=due, rule=rule)
        other.deadlines[other.deadlines.index(deadline)] = changed
        dated.append((other, due))
    return dated


def _decide_alone(
    story: Story, kind: DecisionKind, item: Item, action_id: int | None, **facts: str
) -> None:
    """Write down a decision of the chair out of meeting."""
    series = out_of_meeting(story.clock.today)
    story.bulk.add(
        Decision(
            ref=decision_ref(series, story.number(f"{series}-D")),
            recommendation_id=item.record.id,
            action_id=action_id,
            kind=kind,
            sentence=sentence(kind, in_meeting=False, ref=item.ref, **facts),
            made_at=story.clock().isoformat(timespec="seconds"),
        )
    )
