"""The labels of the journal are hashed and stay for ever: no words of a record get into them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gainboard.domain.states import Applicability, Presence, Rag, Verdict
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
from gainboard.services.registers import open_register
from gainboard.services.sample import make_sample
from gainboard.services.taking_in import take_in
from gainboard.store.register import Register
from tests.builders import MEETING, TODAY, a_draft, a_register, an_item

WORD = "Zephyrine"


def labels(register: Register) -> list[str]:
    return [entry.label for entry in history.history(register)]


def take_in_and_work(register: Register) -> None:
    items = (an_item("1", f"Use the {WORD} form.", parts=(WORD, "b")), an_item("2", WORD))
    take_in(register, a_draft(*items, title=f"The {WORD} forms"), document_name=WORD, code="ZF26")
    decide_applicability(register, "ZF26-2", Applicability.JOINT, reason=WORD, joint_with=WORD)
    allocate(register, "ZF26-1", chief_officer=WORD, delivery_lead=WORD, group=WORD)
    progress.record_update(register, "ZF26-1", text=WORD, by=WORD, rag=Rag.AMBER)
    progress.set_inspectorate_status(register, "ZF26-1", status=WORD, note=WORD)
    evidence.offer(register, "ZF26-1", text=WORD, held_at=WORD)
    evidence.judge(register, "ZF26-1", verdict=Verdict.PARTLY, by="Assurance", reason=WORD)
    extensions.request_extension(register, "ZF26-1", to=date(2027, 1, 1), reason=WORD)


def meet(register: Register) -> None:
    meetings.open_meeting(register, MEETING, on=TODAY, chair=WORD)
    meetings.attend(register, WORD, presence=Presence.DEPUTY, deputy_for=WORD, post=WORD)
    agendas.add_line(register, MEETING, section=8, title=WORD)
    for line in register.tables.agenda.all():
        meetings.take_up_line(register, line.id)
        meetings.set_discussion(register, line.id, WORD)
        agendas.move_line(register, line.id, by=1)
        agendas.set_confidential(register, line.id, True)
    agendas.park_line(register, 1)
    agendas.drop_line(register, 1)
    evidence.waive(register, "ZF26-1(b)", reason=WORD)
    actions.raise_action(register, "ZF26-1", text=WORD, owner=WORD)
    meetings.defer(register, "ZF26-1", reason=WORD)
    meetings.escalate(register, "ZF26-1", reason=WORD)
    meetings.note_position(register, "ZF26-1", text=WORD)
    closing.supersede(register, "ZF26-2", by_ref="ZF26-1", reason=WORD)
    closing.reopen(register, "ZF26-2", reason=WORD)
    history.undo(register)
    meetings.finish_meeting(register)
    meetings.reword(register, f"{MEETING}-D01", WORD)
    meetings.approve_minutes(register, MEETING)
    meetings.correct_minutes(register, MEETING, corrects=WORD, text=WORD)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    path = tmp_path_factory.mktemp("sample") / "sample.gainboard"
    make_sample(path)
    with open_register(path) as register:
        yield register


def test_no_verb_puts_words_of_a_record_into_its_label(tmp_path: Path) -> None:
    with a_register(tmp_path) as register:
        take_in_and_work(register)
        meet(register)
        told = labels(register)
    assert len(told) > 30
    assert [label for label in told if WORD.lower() in label.lower()] == []


@pytest.mark.parametrize("table", ["person", "body", "delivery_group"])
def test_no_label_of_the_sample_board_names_anybody(sample: Register, table: str) -> None:
    sql = f"SELECT name FROM {table} WHERE name <> ?"
    force = sample.db.execute("SELECT value FROM setting WHERE key = 'force'").fetchone()[0]
    names = [row[0] for row in sample.db.execute(sql, [force]).fetchall()]
    assert names
    assert [label for label in labels(sample) if any(name in label for name in names)] == []


def test_no_label_of_the_sample_board_holds_a_title_or_the_words_below_it(sample: Register) -> None:
    sql = "SELECT title FROM report UNION SELECT text FROM recommendation"
    texts = [row[0].split() for row in sample.db.execute(sql).fetchall()]
    pairs = {" ".join(words[nth : nth + 3]) for words in texts for nth in range(len(words) - 2)}
    assert len(pairs) > 100
    assert [label for label in labels(sample) if any(pair in label for pair in pairs)] == []
