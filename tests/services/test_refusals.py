"""Wrong input to every verb: a sentence, and nothing changed."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from gainboard.domain.states import Applicability, Presence, Rag, Verdict
from gainboard.errors import GainboardError
from gainboard.services import actions, agendas, closing, evidence, extensions, meetings, progress
from gainboard.services.allocation import allocate
from gainboard.services.applicability import decide_applicability
from gainboard.services.taking_in import take_in
from gainboard.services.views import detail, document, meeting, report, summaries
from gainboard.store.register import Register
from tests.builders import LEADS, TODAY, StoppedClock, a_draft, a_year, dump, in_meeting

Verb = Callable[[Register, str], object]
DAY = date(2026, 12, 31)

# Each is called with a reference.
ABOUT: dict[str, Verb] = {
    "allocate": lambda r, ref: allocate(r, ref, **LEADS),
    "applicability": lambda r, ref: decide_applicability(
        r, ref, Applicability.WATCH, reason="Theirs"
    ),
    "update": lambda r, ref: progress.record_update(r, ref, text="It is out", by="Insp Form"),
    "rate": lambda r, ref: progress.set_rag(r, ref, rag=Rag.RED),
    "inspectorate": lambda r, ref: progress.set_inspectorate_status(r, ref, status="complete"),
    "extend": lambda r, ref: extensions.extend(r, ref, to=DAY),
    "refuse": lambda r, ref: extensions.refuse_extension(r, ref, to=DAY, reason="No plan"),
    "ask": lambda r, ref: extensions.request_extension(r, ref, to=DAY, reason="No plan"),
    "warn": extensions.warning_before,
    "offer": lambda r, ref: evidence.offer(r, ref, text="Sample"),
    "judge": lambda r, ref: evidence.judge(r, ref, verdict=Verdict.PARTLY, by="Insp Form"),
    "waive": lambda r, ref: evidence.waive(r, ref, reason="Not needed"),
    "close": closing.close,
    "why not close": closing.why_not_close,
    "complete": lambda r, ref: closing.complete(r, ref, on=TODAY),
    "return": lambda r, ref: closing.return_for_evidence(r, ref, reason="Too few"),
    "submit": closing.submit,
    "demonstrate": lambda r, ref: closing.demonstrate(r, ref, recheck_on=DAY),
    "not accept": lambda r, ref: closing.not_accept(r, ref, reason="No cells"),
    "supersede": lambda r, ref: closing.supersede(r, ref, by_ref="CCP25-5"),
    "supersede by": lambda r, ref: closing.supersede(r, "CCP25-5", by_ref=ref),
    "reopen": lambda r, ref: closing.reopen(r, ref, reason="It slipped"),
    "raise action": lambda r, ref: actions.raise_action(r, ref, text="Send it"),
    "complete action": actions.complete_action,
    "take up": meetings.take_up,
    "note": meetings.note_position,
    "defer": meetings.defer,
    "escalate": lambda r, ref: meetings.escalate(r, ref, reason="No answer"),
    "reword": lambda r, ref: meetings.reword(r, ref, "Other words."),
    "approve": meetings.approve_minutes,
    "add line": lambda r, ref: agendas.add_line(r, ref, section=11, title="More"),
    "detail": detail,
    "document": document,
    "meeting": meeting,
    "report": report,
}

# Each is called with words that say nothing.
EMPTY: dict[str, Verb] = {
    "applicability": lambda r, words: decide_applicability(
        r, "CCP25-1", Applicability.WATCH, reason=words
    ),
    "update": lambda r, words: progress.record_update(r, "CCP25-1", text=words, by="Insp Form"),
    "update by": lambda r, words: progress.record_update(r, "CCP25-1", text="Out", by=words),
    "inspectorate": lambda r, words: progress.set_inspectorate_status(r, "CCP25-1", status=words),
    "refuse": lambda r, words: extensions.refuse_extension(r, "CCP25-1", to=DAY, reason=words),
    "ask": lambda r, words: extensions.request_extension(r, "CCP25-1", to=DAY, reason=words),
    "offer": lambda r, words: evidence.offer(r, "CCP25-1", text=words),
    "judge": lambda r, words: evidence.judge(r, "CCP25-1", verdict=Verdict.PARTLY, by=words),
    "waive": lambda r, words: evidence.waive(r, "CCP25-1(a)", reason=words),
    "return": lambda r, words: closing.return_for_evidence(r, "CCP25-1", reason=words),
    "not accept": lambda r, words: closing.not_accept(r, "CCP25-1", reason=words),
    "reopen": lambda r, words: closing.reopen(r, "CCP25-1", reason=words),
    "raise action": lambda r, words: actions.raise_action(r, "CCP25-1", text=words),
    "plan": lambda r, words: meetings.plan_meeting(r, words, on=TODAY),
    "open": lambda r, words: meetings.open_meeting(r, words, on=TODAY),
    "attend": lambda r, words: meetings.attend(r, words, presence=Presence.PRESENT),
    "discuss": meetings.discuss,
    "escalate": lambda r, words: meetings.escalate(r, "CCP25-1", reason=words),
}

# Each is wrong in its own way.
WRONG: dict[str, tuple[str, Callable[[Register], object]]] = {
    "a line that is not there": (
        "E-UNKNOWN-REFERENCE",
        lambda r: meetings.take_up_line(r, 99999),
    ),
    "a note to no line": (
        "E-UNKNOWN-REFERENCE",
        lambda r: meetings.set_discussion(r, 99999, "x"),
    ),
    "a line to move": ("E-UNKNOWN-REFERENCE", lambda r: agendas.move_line(r, 99999, by=1)),
    "an update that is not there": (
        "E-UNKNOWN-REFERENCE",
        lambda r: progress.judge_update(r, 99999, accept=True),
    ),
    "a section that is not there": (
        "E-UNKNOWN-REFERENCE",
        lambda r: agendas.add_line(r, "GAIN 2026/03", section=13, title="x"),
    ),
    "a title of nothing": (
        "E-MISSING",
        lambda r: agendas.add_line(r, "GAIN 2026/03", section=11, title="\u202e"),
    ),
    "a planned meeting twice": (
        "E-MEETING-EXISTS",
        lambda r: meetings.plan_meeting(r, "gain 2026/03", on=TODAY),
    ),
    "a file that is not there": (
        "E-NOT-FOUND",
        lambda r: evidence.offer(r, "CCP25-1", text="Sample", file=Path("gone.txt")),
    ),
    "a search of nonsense": ("E-BAD-QUERY", lambda r: summaries(r, "colour:red")),
    "the same code again": (
        "E-CODE-TAKEN",
        lambda r: take_in(r, a_draft(), document_name="a", code="CCP25"),
    ),
}


# Each needs a meeting in session.
MEETING_VERBS: dict[str, Callable[[Register], object]] = {
    "take up": lambda r: meetings.take_up(r, "CCP25-1"),
    "defer": lambda r: meetings.defer(r, "CCP25-1"),
    "attend": lambda r: meetings.attend(r, "ACC Justice", presence=Presence.PRESENT),
    "finish": meetings.finish_meeting,
}


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Give one register to all: what is refused leaves it as it was."""
    with a_year(tmp_path_factory.mktemp("idle"), clock=StoppedClock()) as register:
        yield register


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Give one register with its meeting in session to all."""
    with a_year(tmp_path_factory.mktemp("sitting"), clock=StoppedClock()) as register:
        in_meeting(register)
        yield register


def refused(register: Register, verb: Callable[[], object]) -> GainboardError:
    before, head = dump(register), register.journal.head()
    with pytest.raises(GainboardError) as told:
        verb()
    assert (dump(register), register.journal.head()) == (before, head)
    assert told.value.says[0].isupper() or told.value.says[0] == "“" or "CCP25" in told.value.says
    assert told.value.says.endswith(".")
    return told.value


@pytest.mark.parametrize("ref", ["CCP25-99", "", " ", "\ud800", "x" * 5000, "'; DROP TABLE body"])
@pytest.mark.parametrize("verb", ABOUT)
def test_an_unknown_reference_changes_nothing(sitting: Register, verb: str, ref: str) -> None:
    assert refused(sitting, lambda: ABOUT[verb](sitting, ref)).id == "E-UNKNOWN-REFERENCE"


@pytest.mark.parametrize("words", ["", " \n\t "])
@pytest.mark.parametrize("verb", EMPTY)
def test_empty_words_change_nothing(sitting: Register, verb: str, words: str) -> None:
    assert refused(sitting, lambda: EMPTY[verb](sitting, words)).id == "E-MISSING"


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_changes_nothing(sitting: Register, wrong: str) -> None:
    expected, verb = WRONG[wrong]
    assert refused(sitting, lambda: verb(sitting)).id == expected


@pytest.mark.parametrize("verb", MEETING_VERBS)
def test_what_needs_a_meeting_is_refused_without_one(idle: Register, verb: str) -> None:
    assert refused(idle, lambda: MEETING_VERBS[verb](idle)).id == "E-NO-MEETING"


@pytest.mark.parametrize("verb", ["return", "reopen"])
def test_a_step_the_process_does_not_know_is_refused(idle: Register, verb: str) -> None:
    assert refused(idle, lambda: ABOUT[verb](idle, "CCP25-1")).id == "E-NOT-ALLOWED"
