"""Any sequence of verbs, refused ones, undo and redo among them, can be taken back step by step."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gainboard.domain.states import Applicability, Presence, Rag, Verdict
from gainboard.errors import GainboardError
from gainboard.services import (
    actions,
    agendas,
    closing,
    evidence,
    extensions,
    history,
    meetings,
    progress,
)
from gainboard.services.allocation import allocate
from gainboard.services.applicability import decide_applicability
from gainboard.services.settings import change_setting
from gainboard.services.taking_in import take_in
from gainboard.services.views import summaries
from gainboard.store.check import check
from gainboard.store.register import Register, open_register
from tests.builders import StoppedClock, a_draft, a_register, an_item, dump

Verb = Callable[[Register], object]

REFS = st.sampled_from(["CCP25-1", "CCP25-2", "CCP25-3", "CCP25-4", "CCP25-CI1", "CCP25-5", "NO-1"])
NAMES = st.sampled_from(["ACC Justice", "Ch Insp Custody", "Head of Assurance", "", "\ud800"])
WORDS = st.sampled_from(["The form is late", "because of rain.", "", "{who}\x00", "it is\r\nout"])
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
MEETINGS = st.sampled_from(["GAIN 2026/03", "GAIN 2026/04", " "])
CLAUSES = st.sampled_from([(), ("a",), ("b", "c"), ("z",)])
LINES = st.integers(1, 40)
RAGS = st.none() | st.sampled_from(Rag)


def call(
    verb: Callable[..., object], *chosen: st.SearchStrategy[object]
) -> st.SearchStrategy[Verb]:
    """Draw a call of a verb: what follows the register by position."""
    return st.tuples(*chosen).map(lambda drawn: lambda register: verb(register, *drawn))


def _take_in(register: Register, code: str) -> object:
    draft = a_draft(an_item("1", "Use it."), an_item(None, "Improve."))
    return take_in(register, draft, document_name="forms.txt", code=code)


VERBS: list[st.SearchStrategy[Verb]] = [
    call(_take_in, st.sampled_from(["AA", "BB", "ccp25", "(x)"])),
    call(
        lambda r, ref, a, b: allocate(r, ref, chief_officer=a, delivery_lead=b, group="Group"),
        REFS,
        NAMES,
        NAMES,
    ),
    call(
        lambda r, ref, value, why: decide_applicability(
            r, ref, value, reason=why, joint_with="Northmoor Courts"
        ),
        REFS,
        st.sampled_from(Applicability),
        WORDS,
    ),
    call(
        lambda r, ref, text, by, rag, on: progress.record_update(
            r, ref, text=text, by=by, rag=rag, forecast=on
        ),
        REFS,
        WORDS,
        NAMES,
        RAGS,
        st.none() | DAYS,
    ),
    call(lambda r, ref, rag: progress.set_rag(r, ref, rag=rag), REFS, st.sampled_from(Rag)),
    call(lambda r, ref, words: progress.set_inspectorate_status(r, ref, status=words), REFS, WORDS),
    call(lambda r, ref, to, why: extensions.extend(r, ref, to=to, reason=why), REFS, DAYS, WORDS),
    call(
        lambda r, ref, to, why: extensions.request_extension(r, ref, to=to, reason=why),
        REFS,
        DAYS,
        WORDS,
    ),
    call(
        lambda r, ref, to, why: extensions.refuse_extension(r, ref, to=to, reason=why),
        REFS,
        DAYS,
        WORDS,
    ),
    call(
        lambda r, ref, parts, text: evidence.offer(r, ref, clauses=parts, text=text),
        REFS,
        CLAUSES,
        WORDS,
    ),
    call(
        lambda r, ref, verdict, by: evidence.judge(r, ref, verdict=verdict, by=by),
        REFS,
        st.sampled_from(Verdict),
        NAMES,
    ),
    call(
        lambda r, ref, part, why: evidence.waive(r, f"{ref}{part}", reason=why),
        REFS,
        st.sampled_from(["", "(a)"]),
        WORDS,
    ),
    call(closing.close, REFS),
    call(closing.submit, REFS),
    call(lambda r, ref, on: closing.complete(r, ref, on=on), REFS, DAYS),
    call(lambda r, ref, on: closing.demonstrate(r, ref, recheck_on=on), REFS, DAYS),
    call(lambda r, ref, why: closing.return_for_evidence(r, ref, reason=why), REFS, WORDS),
    call(lambda r, ref, why: closing.reopen(r, ref, reason=why), REFS, WORDS),
    call(lambda r, ref, why: closing.not_accept(r, ref, reason=why), REFS, WORDS),
    call(lambda r, ref, by: closing.supersede(r, ref, by_ref=by), REFS, REFS),
    call(
        lambda r, ref, text, by: actions.raise_action(r, ref, text=text, owner=by),
        REFS,
        WORDS,
        NAMES,
    ),
    call(actions.complete_action, st.sampled_from(["CHAIR 2026-A01", "GAIN 2026/03-A01"])),
    call(lambda r, ref, on: meetings.plan_meeting(r, ref, on=on), MEETINGS, DAYS),
    call(lambda r, ref, on: meetings.open_meeting(r, ref, on=on), MEETINGS, DAYS),
    call(
        lambda r, name, how: meetings.attend(r, name, presence=how),
        NAMES,
        st.sampled_from(Presence),
    ),
    call(meetings.take_up, REFS),
    call(meetings.take_up_line, LINES),
    call(meetings.discuss, WORDS),
    call(lambda r, ref, text: meetings.note_position(r, ref, text=text), REFS, WORDS),
    call(lambda r, ref, why: meetings.defer(r, ref, reason=why), REFS, WORDS),
    call(lambda r, ref, why: meetings.escalate(r, ref, reason=why), REFS, WORDS),
    call(meetings.reword, st.sampled_from(["CHAIR 2026-D01", "GAIN 2026/03-D01"]), WORDS),
    call(lambda r, on: meetings.finish_meeting(r, next_on=on), st.none() | DAYS),
    call(lambda r, line, by: agendas.move_line(r, line, by=by), LINES, st.integers(-3, 3)),
    call(agendas.drop_line, LINES),
    call(agendas.park_line, LINES),
    call(agendas.set_confidential, LINES, st.booleans()),
    call(
        lambda r, ref, section, title: agendas.add_line(r, ref, section=section, title=title),
        MEETINGS,
        st.integers(0, 13),
        WORDS,
    ),
    call(lambda r, value: change_setting(r, "quorum", value), st.sampled_from(["", "3", "x"])),
    call(history.undo),
    call(history.redo),
]
SEQUENCES = st.lists(st.one_of(VERBS), min_size=1, max_size=30)
TRIED = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True)
class Start:
    """A register with one report in it, to be copied; and what was in it before that."""

    path: Path
    empty: dict[str, list[Any]]

    @contextmanager
    def copied(self) -> Iterator[Register]:
        """Open a copy; it is thrown away."""
        copy = self.path.with_name("copy.gainboard")
        shutil.copyfile(self.path, copy)
        with open_register(copy, clock=StoppedClock()) as register:
            register.db.execute("PRAGMA synchronous = OFF")
            yield register


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    with a_register(tmp_path_factory.mktemp("start")) as register:
        empty = dump(register)
        take_in(register, a_draft(), document_name="care.txt", code="CCP25")
    return Start(register.path, empty)


def run(register: Register, sequence: list[Verb]) -> None:
    for verb in sequence:
        with suppress(GainboardError):
            verb(register)


def undo_all(register: Register) -> int:
    """Take back what can be taken back, and tell how many steps it was."""
    steps = 0
    while register.undo.next_undo():
        history.undo(register)
        steps += 1
    return steps


@TRIED
@given(sequence=SEQUENCES)
def test_undone_one_by_one_it_is_as_it_was(start: Start, sequence: list[Verb]) -> None:
    with start.copied() as register:
        run(register, sequence)
        undo_all(register)
        assert dump(register) == start.empty


@TRIED
@given(sequence=SEQUENCES)
def test_undone_and_done_again_it_is_as_it_had_become(start: Start, sequence: list[Verb]) -> None:
    with start.copied() as register:
        run(register, sequence)
        after = dump(register)
        for _ in range(undo_all(register)):
            history.redo(register)
        assert dump(register) == after


@TRIED
@given(sequence=SEQUENCES)
def test_the_check_finds_no_fault_after_any_step(start: Start, sequence: list[Verb]) -> None:
    with start.copied() as register:
        for verb in sequence:
            run(register, [verb])
            assert check(register.db, register.path).faults == ()


@TRIED
@given(sequence=SEQUENCES)
def test_every_row_can_still_be_shown(start: Start, sequence: list[Verb]) -> None:
    with start.copied() as register:
        run(register, sequence)
        assert len(summaries(register)) == register.tables.recommendations.count()
        assert history.history(register)[-1].hash == register.journal.head()[1]
