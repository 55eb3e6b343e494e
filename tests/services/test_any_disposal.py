"""Whatever was done and taken back before, a disposal leaves no word and a sound register."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gainboard.domain.states import Verdict
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
    retention,
)
from gainboard.services.allocation import allocate
from gainboard.services.disposal import dispose
from gainboard.services.sittings import sitting
from gainboard.services.taking_in import take_in
from gainboard.services.views import summaries
from gainboard.store.check import check
from gainboard.store.register import Register, open_register
from tests.builders import StoppedClock, a_draft, a_register, an_item
from tests.services.test_any_sequence import call

CODES = ("AA", "BB", "CC")
MEETINGS = ("GAIN 2026/03", "GAIN 2026/04")
REPORTS = st.sampled_from(CODES)
REFS = st.sampled_from([f"{code}-{nth}" for code in CODES for nth in (1, 2)])
BOARDS = st.sampled_from(MEETINGS)
DAY = date(2027, 1, 1)


def word(ref: str) -> str:
    """Return the word that everything about a report holds, and nothing else."""
    return f"Zephyrine{ref[:2]}"


def _take_in(register: Register, code: str) -> object:
    items = (an_item("1", word(code), parts=(f"{word(code)} a", "b")), an_item("2", word(code)))
    draft = a_draft(*items, title=f"On {word(code)}")
    return take_in(register, draft, document_name=word(code), code=code)


def _discuss(register: Register, _: str) -> object:
    current = sitting(register).current
    about = (
        current.title[:2] if current and (current.recommendation_id or current.report_id) else ""
    )
    return meetings.discuss(register, word(about) if about else "Quiet")


def _correct(register: Register, board: str) -> object:
    told = register.tables.decisions.first("sentence LIKE '%Zephyrine%'", order="id DESC")
    words = told.sentence if told else "Quiet"
    return meetings.correct_minutes(register, board, corrects="the sentence", text=words)


def _allocate(register: Register, ref: str) -> object:
    return allocate(
        register, ref, chief_officer=f"ACC {word(ref)}", delivery_lead="Supt", group=word(ref)
    )


def _ask(register: Register, ref: str) -> object:
    return extensions.request_extension(register, ref, to=DAY, reason=word(ref), by=word(ref))


VERBS = [
    call(_take_in, REPORTS),
    call(_allocate, REFS),
    call(lambda r, ref: progress.record_update(r, ref, text=word(ref), by=word(ref)), REFS),
    call(lambda r, ref: evidence.offer(r, ref, text=word(ref), held_at=word(ref)), REFS),
    call(
        lambda r, ref: evidence.judge(
            r, ref, verdict=Verdict.PARTLY, by=word(ref), reason=word(ref)
        ),
        REFS,
    ),
    call(_ask, REFS),
    call(lambda r, ref: extensions.extend(r, ref, to=DAY, reason=word(ref)), REFS),
    call(lambda r, ref: actions.raise_action(r, ref, text=word(ref), owner=word(ref)), REFS),
    call(lambda r, ref, by: closing.supersede(r, ref, by_ref=by), REFS, REFS),
    call(lambda r, ref: closing.reopen(r, ref, reason=word(ref)), REFS),
    call(lambda r, ref: meetings.escalate(r, ref, reason=word(ref)), REFS),
    call(lambda r, ref: meetings.note_position(r, ref, text=word(ref)), REFS),
    call(lambda r, board: meetings.plan_meeting(r, board, on=DAY), BOARDS),
    call(lambda r, board: meetings.open_meeting(r, board, on=DAY), BOARDS),
    call(meetings.take_up, REFS),
    call(meetings.take_up_line, st.integers(1, 20)),
    call(agendas.drop_line, st.integers(1, 20)),
    call(_discuss, REPORTS),
    call(lambda r, _: meetings.finish_meeting(r), REPORTS),
    call(meetings.approve_minutes, BOARDS),
    call(_correct, BOARDS),
    call(lambda r, code: retention.hold(r, code, word(code)), REPORTS),
    call(retention.release, REPORTS),
    call(history.undo),
    call(history.undo),
    call(history.redo),
    call(dispose, REPORTS),
]
SEQUENCES = st.lists(st.one_of(VERBS), min_size=10, max_size=60)
TRIED = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True)
class Start:
    """Three reports, to begin each example from a copy of them."""

    path: Path

    def opened(self) -> Register:
        """Open the register as it was in the beginning."""
        copy = self.path.with_name("copy.gainboard")
        shutil.copyfile(self.path, copy)
        register = open_register(copy, clock=StoppedClock())
        register.db.execute("PRAGMA synchronous = OFF")
        return register


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    with a_register(tmp_path_factory.mktemp("start")) as register:
        for code in CODES:
            _take_in(register, code)
    return Start(register.path)


def run(register: Register, sequence: list[Callable[[Register], object]]) -> None:
    for verb in sequence:
        with suppress(GainboardError):
            verb(register)


def dispose_of_all(register: Register, refs: list[str]) -> list[str]:
    with suppress(GainboardError):
        meetings.finish_meeting(register)
    done = []
    for ref in refs:
        with suppress(GainboardError):
            retention.release(register, ref)
        with suppress(GainboardError):
            dispose(register, ref)
            done.append(ref)
    return done


@TRIED
@given(sequence=SEQUENCES, refs=st.permutations([*CODES, *MEETINGS]), count=st.integers(1, 3))
def test_no_word_of_it_is_left_and_the_check_is_clean(
    start: Start, sequence: list[Callable[[Register], object]], refs: list[str], count: int
) -> None:
    with start.opened() as register:
        run(register, sequence)
        done = dispose_of_all(register, refs[:count])
        assert check(register.db, register.path).faults == ()
        assert len(summaries(register)) == register.tables.recommendations.count()
        content = register.path.read_bytes()
        assert [ref for ref in done if word(ref).encode() in content] == []
