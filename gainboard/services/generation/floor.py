"""The floor of a meeting: one line after another is taken up, and something is decided."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta

from gainboard.domain.closing import missing
from gainboard.domain.meeting import AgendaItem, Decision, Meeting
from gainboard.domain.recommendation import Action, Extension
from gainboard.domain.references import action_ref, clause_ref, decision_ref
from gainboard.domain.sentences import because, in_full, in_short, met, sentence, stopped
from gainboard.domain.states import AgendaState, DecisionKind, ExtensionVerdict, ForceStatus, Rag
from gainboard.domain.words import shorten
from gainboard.services.generation import cast
from gainboard.services.generation.story import Item, Story
from gainboard.services.generation.work import date_dependents


@dataclass(slots=True, eq=False)
class Line:
    """A line of the agenda, and the recommendation it is about, if any."""

    agenda: AgendaItem
    item: Item | None = None

    @property
    def name(self) -> str:
        """Name the line by its reference, its report's code or its standing title."""
        title = self.agenda.title
        return f"report {title.split()[0]}" if self.agenda.report_id else title


class Floor:
    """Take the lines of one meeting and decide, each step an operation of its own."""

    def __init__(self, story: Story, meeting: Meeting, lines: list[Line]) -> None:
        self.lines = lines
        self._story = story
        self._bulk = story.bulk
        self._meeting = meeting
        self._current: Line | None = None
        self._decided = 0

    def take(self, line: Line) -> None:
        """Take up a line, discuss it perhaps, and decide where it is about a recommendation."""
        with self._operation(f"Take up {line.name}"):
            self.leave()
            told = _before_board(line.item) if line.item else ""
            line.agenda = self._bulk.change(
                line.agenda, state=AgendaState.CURRENT, before_board=told
            )
        self._current, self._decided = line, 0
        if line.agenda.section == 12 or self._story.chance(0.3) or line.agenda.report_id:
            self._discuss(line)
        if line.item is not None:
            self._decide_on(line, line.item)

    def leave(self) -> None:
        """Give the line being left its outcome, inside the running operation."""
        if self._current is None:
            return
        agenda = self._current.agenda
        if agenda.state is AgendaState.CURRENT:
            spoken = self._decided or agenda.discussion
            state = AgendaState.CONSIDERED if spoken else AgendaState.WAITING
            self._current.agenda = self._bulk.change(agenda, state=state)
        self._current = None

    def _discuss(self, line: Line) -> None:
        with self._operation(f"Note the discussion of {line.name}"):
            line.agenda = self._bulk.change(line.agenda, discussion=self._story.prose.discussion())

    def _decide_on(self, line: Line, item: Item) -> None:
        verbs: dict[int, Callable[[Line, Item], None]] = {
            4: self._allocate,
            6: self._hear_lateness,
            7: self._hear_closure,
        }
        if self._story.chance(0.04):
            self._defer(line, item)
        else:
            verbs.get(line.agenda.section, self._hear_exception)(line, item)

    # --- the verbs

    def _allocate(self, line: Line, item: Item) -> None:
        story = self._story
        if story.chance(0.02):
            self._not_accept(line, item)
            return
        chief = story.rng.choice(cast.CHIEF_OFFICERS)
        lead = story.rng.choice(cast.DELIVERY_LEADS)
        group = story.rng.choice(cast.GROUPS)
        with self._operation(f"Allocate {item.ref}"):
            item.record = self._bulk.change(
                item.record,
                chief_officer_id=story.people[chief],
                delivery_lead_id=story.people[lead],
                delivery_group_id=story.groups[group],
                force_status=ForceStatus.IN_PROGRESS,
            )
            self._decide(
                DecisionKind.ALLOCATE,
                line,
                item,
                chief_officer=chief,
                delivery_lead=lead,
                group=group,
            )

    def _not_accept(self, line: Line, item: Item) -> None:
        reason = "the force does not do this work; a regional unit does"
        with self._operation(f"Do not accept {item.ref}"):
            item.record = self._bulk.change(
                item.record, force_status=ForceStatus.NOT_ACCEPTED, status_reason=reason
            )
            self._decide(DecisionKind.NOT_ACCEPT, line, item, because=because(reason))
        self._story.settle(item)

    def _defer(self, line: Line, item: Item) -> None:
        with self._operation(f"Defer {item.ref}"):
            self._decide(
                DecisionKind.DEFER, line, item, because=because(self._story.prose.reason())
            )
            line.agenda = self._bulk.change(line.agenda, state=AgendaState.DEFERRED)

    def _hear_lateness(self, line: Line, item: Item) -> None:
        if item.asked is not None:
            self._answer(line, item, item.asked)
        elif item.extensions < 2 and self._story.chance(0.3):
            self._extend(line, item)
        elif self._story.chance(0.3):
            self._raise_action(line, item)
        elif self._story.chance(0.15):
            self._escalate(line, item)
        else:
            self._note(line, item)

    def _answer(self, line: Line, item: Item, asked: Extension) -> None:
        former = item.due
        late = former is not None and asked.requested_to <= former
        if late or self._story.chance(0.2):
            self._refuse(line, item, asked)
        else:
            self._grant(line, item, asked, asked.requested_to)

    def _extend(self, line: Line, item: Item) -> None:
        today = self._meeting.held_on
        to = max(item.due or today, today) + timedelta(days=self._story.rng.choice((60, 90, 120)))
        self._grant(line, item, None, to)

    def _grant(self, line: Line, item: Item, asked: Extension | None, to: date) -> None:
        former = item.due
        with self._operation(f"Extend {item.ref} to {in_full(to)}"):
            reason = asked.reason if asked else self._story.prose.reason()
            item.record = self._bulk.change(item.record, agreed_date=to)
            decision = self._decide(
                DecisionKind.EXTEND,
                line,
                item,
                moved="extended" if former else "set",
                to=in_full(to),
                former=f" (from {in_full(former)})" if former else "",
                because=because(reason),
            )
            self._record(item, asked, to, reason, former, ExtensionVerdict.GRANTED, decision.id)
        item.asked, item.extensions = None, item.extensions + 1

    def _refuse(self, line: Line, item: Item, asked: Extension) -> None:
        to, reason = asked.requested_to, self._story.prose.verdict()
        with self._operation(f"Refuse to extend {item.ref} to {in_full(to)}"):
            decision = self._decide(
                DecisionKind.REFUSE_EXTENSION, line, item, to=in_full(to), because=because(reason)
            )
            verdict = ExtensionVerdict.REFUSED
            self._record(item, asked, to, reason, item.due, verdict, decision.id)
        item.asked = None

    def _record(
        self,
        item: Item,
        asked: Extension | None,
        to: date,
        reason: str,
        former: date | None,
        verdict: ExtensionVerdict,
        decision_id: int,
    ) -> None:
        on = self._meeting.held_on
        request = asked or self._bulk.add(
            Extension(recommendation_id=item.record.id, requested_to=to, requested_on=on)
        )
        self._bulk.change(
            request,
            reason=reason,
            former_date=former,
            verdict=verdict,
            decided_on=on,
            decision_id=decision_id,
        )

    def _hear_closure(self, line: Line, item: Item) -> None:
        if not item.is_ready:
            self._waive_or_return(line, item)
        elif item.record.recheck_on is None and self._story.chance(0.12):
            self._demonstrate(line, item)
        elif self._story.chance(0.06):
            self._return(line, item)
        else:
            self._close(line, item)

    def _waive_or_return(self, line: Line, item: Item) -> None:
        if not self._story.chance(0.4):
            self._return(line, item)
            return
        for standing in item.standings:
            if not standing.is_met:
                self._waive(line, item, item.clauses.index(standing.clause))
        self._close(line, item)

    def _waive(self, line: Line, item: Item, nth: int) -> None:
        clause, reason = item.clauses[nth], "a national change has overtaken it"
        name = clause_ref(item.ref, clause.label)
        with self._operation(f"Waive {name}"):
            item.clauses[nth] = self._bulk.change(
                clause, waived_on=self._meeting.held_on, waiver_reason=reason
            )
            self._decide(DecisionKind.WAIVE, line, item, ref=name, because=because(reason))

    def _close(self, line: Line, item: Item) -> None:
        waived = [clause.label for clause in item.clauses if clause.waived_on]
        with self._operation(f"Close {item.ref}"):
            item.record = self._bulk.change(
                item.record,
                force_status=ForceStatus.CLOSED,
                completed_on=self._meeting.held_on,
                rag=Rag.BLUE,
                recheck_on=None,
            )
            self._decide(DecisionKind.CLOSE, line, item, how=met(waived, len(item.clauses)))
            date_dependents(self._story, item)
        self._story.settle(item)

    def _return(self, line: Line, item: Item) -> None:
        reason = self._story.prose.verdict()
        with self._operation(f"Return {item.ref} for more evidence"):
            item.record = self._bulk.change(
                item.record,
                force_status=ForceStatus.IN_PROGRESS,
                recheck_on=None,
                status_reason=reason,
            )
            self._decide(DecisionKind.RETURN, line, item, because=because(reason))

    def _demonstrate(self, line: Line, item: Item) -> None:
        until = self._meeting.held_on + timedelta(days=self._story.rng.choice((90, 120, 180)))
        with self._operation(f"Put {item.ref} on a demonstration period"):
            item.record = self._bulk.change(
                item.record, force_status=ForceStatus.PENDING_SIGN_OFF, recheck_on=until
            )
            self._decide(
                DecisionKind.DEMONSTRATE,
                line,
                item,
                to=in_full(until),
                because=because("it must be seen to last"),
            )

    def _hear_exception(self, line: Line, item: Item) -> None:
        if self._story.chance(0.25):
            self._raise_action(line, item)
        elif self._story.chance(0.2):
            self._rate(line, item)
        elif self._story.chance(0.6):
            self._note(line, item)

    def _rate(self, line: Line, item: Item) -> None:
        rag = self._story.rng.choice((Rag.AMBER, Rag.RED, Rag.GREEN))
        reason = "" if rag is Rag.GREEN else self._story.prose.reason()
        with self._operation(f"Rate {item.ref} {rag}"):
            item.record = self._bulk.change(item.record, rag=rag)
            self._decide(
                DecisionKind.SET_RAG,
                line,
                item,
                text=f"{rag.upper()} ({rag.words})",
                because=because(reason),
            )

    def _escalate(self, line: Line, item: Item) -> None:
        with self._operation(f"Escalate {item.ref}"):
            reason = because(self._story.prose.reason())
            self._decide(DecisionKind.ESCALATE, line, item, because=reason)

    def _note(self, line: Line, item: Item) -> None:
        with self._operation(f"Note the position on {item.ref}"):
            self._decide(DecisionKind.NOTE, line, item, text="")

    def _raise_action(self, line: Line, item: Item) -> None:
        story, on = self._story, self._meeting.held_on
        name = action_ref(self._meeting.ref, story.number(f"{self._meeting.ref}-A"))
        owner_id = item.record.delivery_lead_id
        due, words = on + timedelta(days=story.rng.choice((14, 28, 56, 84))), story.prose.action()
        with self._operation(f"Raise {name} on {item.ref}"):
            action = self._bulk.add(
                Action(
                    ref=name,
                    recommendation_id=item.record.id,
                    text=words,
                    owner_id=owner_id,
                    due=due,
                    original_due=due,
                    meeting_id=self._meeting.id,
                )
            )
            owner = f" Owner {story.names[owner_id]}," if owner_id else ""
            self._decide(
                DecisionKind.RAISE_ACTION,
                line,
                item,
                action_id=action.id,
                action=name,
                text=stopped(words),
                owner=f"{owner} due {in_full(due)}.",
            )
        item.open_actions.append(action)

    # --- writing it down

    def _operation(self, label: str) -> AbstractContextManager[None]:
        return self._bulk.operation(label, meeting=self._meeting.ref)

    def _decide(
        self,
        kind: DecisionKind,
        line: Line,
        item: Item,
        *,
        ref: str = "",
        action_id: int | None = None,
        **facts: str,
    ) -> Decision:
        self._decided += 1
        series = self._meeting.ref
        return self._bulk.add(
            Decision(
                ref=decision_ref(series, self._story.number(f"{series}-D")),
                meeting_id=self._meeting.id,
                agenda_item_id=line.agenda.id,
                recommendation_id=item.record.id,
                action_id=action_id,
                kind=kind,
                sentence=sentence(kind, in_meeting=True, ref=ref or item.ref, **facts),
                made_at=self._story.clock().isoformat(timespec="seconds"),
            )
        )


def _before_board(item: Item) -> str:
    """Return what was before the board, in the words its own minutes use."""
    record, due = item.record, item.due
    facts = (
        f"Force status: {record.force_status.words}. Inspectorate: {record.inspectorate_status}.",
        f"RAG: {record.rag.upper()} ({record.rag.words})." if record.rag else "RAG: not rated.",
        f"Current date: {in_full(due)}, extended {item.extensions} time(s)."
        if due
        else "No current date.",
        f"Latest update: {in_short(item.last_update)}: {shorten(item.last_words, 400)}"
        if item.last_update
        else "No update yet.",
        f"Still needed to close: {missing(item.standings) or 'nothing'}.",
        f"Last considered at {item.considered_at}."
        if item.considered_at
        else "Not considered by the Board before.",
    )
    return "\n".join(facts)
