"""Disposal: no word of what was disposed of is left in any byte, and all else stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gainboard.domain.retention import ERASED
from gainboard.domain.states import Applicability, Presence, Rag, Verdict
from gainboard.errors import GainboardError
from gainboard.services import (
    actions,
    agendas,
    evidence,
    extensions,
    history,
    meetings,
    progress,
)
from gainboard.services.allocation import allocate
from gainboard.services.applicability import decide_applicability
from gainboard.services.disposal import dispose, what_disposal_erases
from gainboard.services.history import undo
from gainboard.services.minutes import minutes
from gainboard.services.registers import check_register, open_register
from gainboard.services.retention import hold, release, set_retention
from gainboard.services.taking_in import take_in
from gainboard.services.tracker import tracker
from gainboard.services.views import summaries
from gainboard.store.erasing import COPIES, left
from gainboard.store.register import Register
from tests.builders import CODE, MEETING, TODAY, StoppedClock, a_draft, an_item, dump

WORD = "Zephyrine"
RARE = "ZF26"


def take_in_rare(register: Register, code: str = RARE) -> None:
    items = (an_item("1", f"Use the {WORD} form.", parts=(WORD, "b")), an_item("2", WORD))
    draft = a_draft(*items, title=f"The {WORD} forms")
    take_in(register, draft, document_name=f"{WORD}.txt", code=code)


def work_on_it(register: Register, folder: Path) -> None:
    file = folder / f"{WORD}.txt"
    file.write_text(f"Minutes of the {WORD} group", "utf-8")
    allocate(register, "ZF26-1", chief_officer=WORD, delivery_lead="Supt Forms", group=WORD)
    decide_applicability(register, "ZF26-2", Applicability.JOINT, reason=WORD, joint_with=WORD)
    progress.record_update(register, "ZF26-1", text=f"{WORD} one", by=WORD, rag=Rag.AMBER)
    undo(register)
    progress.record_update(register, "ZF26-1", text=f"{WORD} two", by=WORD, rag=Rag.GREEN)
    evidence.offer(register, "ZF26-1", text=WORD, file=file, held_at=WORD)
    evidence.judge(register, "ZF26-1", verdict=Verdict.PARTLY, by="Assurance", reason=WORD)
    extensions.request_extension(register, "ZF26-1", to=date(2027, 1, 1), reason=WORD, by=WORD)
    hold(register, RARE, WORD)
    release(register, RARE)
    register.drafts.keep("record/RecordUpdate/ZF26-1/text", WORD)
    register.drafts.keep("intake/other.txt", f'{{"title": "The {WORD} forms"}}')
    register.drafts.keep("tracker/other.xlsx", f'{{"report_title": "The {WORD} forms"}}')


def meet_on_it(register: Register) -> None:
    meetings.open_meeting(register, MEETING, on=TODAY, chair="Deputy Chief Constable")
    meetings.attend(register, "ACC Justice", presence=Presence.PRESENT)
    for line in register.tables.agenda.where("report_id IS NOT NULL"):
        meetings.take_up_line(register, line.id)
        meetings.set_discussion(register, line.id, f"On {line.title}.")
    meetings.take_up(register, "ZF26-1")
    meetings.discuss(register, f"{WORD} was discussed")
    actions.raise_action(register, "ZF26-1", text=WORD, owner=WORD)
    extensions.extend(register, "ZF26-1", to=date(2027, 2, 1), reason=WORD)
    meetings.escalate(register, f"{CODE}-1", reason="The courts are late")
    agendas.add_line(register, MEETING, section=8, title=f"A note on the {WORD} forms")
    meetings.finish_meeting(register)
    meetings.approve_minutes(register, MEETING)
    meetings.correct_minutes(register, MEETING, corrects=f"{MEETING}-D01", text=WORD)
    (line,) = (one for one in register.tables.agenda.all() if one.title == "ZF26-1")
    register.drafts.keep(f"discussion/{line.id}", "half a sentence")


@pytest.fixture
def worked(register: Register, tmp_path: Path) -> Register:
    """Give a register in which the rare word is wherever a report's words can be."""
    take_in_rare(register)
    undo(register)
    take_in_rare(register, "OLD26")
    undo(register)
    take_in_rare(register)
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    work_on_it(register, inputs)
    meet_on_it(register)
    return register


def files_holding(register: Register, word: str) -> list[str]:
    """Name the register's files that hold a word in any of their bytes."""
    files = [one for one in register.path.parent.glob("north*/**/*") if one.is_file()]
    files += [one for one in register.path.parent.glob("north*") if one.is_file()]
    return [file.name for file in files if word.encode() in file.read_bytes()]


def faults(register: Register) -> tuple[object, ...]:
    register.close()
    return check_register(register.path).faults


def test_no_byte_of_any_file_holds_a_word_of_it(worked: Register) -> None:
    assert len(files_holding(worked, WORD)) == 2
    dispose(worked, RARE)
    assert files_holding(worked, WORD) == []
    assert files_holding(worked, WORD.lower()) == []


def test_the_check_finds_the_register_sound(worked: Register) -> None:
    dispose(worked, RARE)
    assert faults(worked) == ()


def test_the_other_report_is_as_it_was(worked: Register) -> None:
    before = [one for one in summaries(worked) if one.report_code == CODE]
    dispose(worked, RARE)
    assert summaries(worked) == before
    told = [row.ref for section in tracker(worked).sections for row in section.rows]
    assert [ref for ref in told if not ref.startswith(CODE)] == []


def test_approved_minutes_keep_every_number_and_no_word(worked: Register) -> None:
    before = minutes(worked, MEETING)
    dispose(worked, RARE)
    after = minutes(worked, MEETING)
    assert [one.number for one in after.items] == [one.number for one in before.items]
    assert [one.ref for one in after.decisions] == [one.ref for one in before.decisions]
    assert [one.ref for one in after.actions] == [one.ref for one in before.actions]
    assert {one.title for one in after.items if not one.ref} > {ERASED}
    assert after.attendance == before.attendance


def test_what_minutes_say_of_the_other_report_stays(worked: Register) -> None:
    dispose(worked, RARE)
    after = minutes(worked, MEETING)
    told = [one.sentence for one in after.decisions if one.about == f"{CODE}-1"]
    assert ["courts are late" in sentence for sentence in told] == [True]
    assert any("Care in custody" in one.discussion for one in after.items)


def test_an_addendum_about_something_else_stays(worked: Register) -> None:
    escalated = worked.tables.decisions.all()[-1].ref
    meetings.correct_minutes(worked, MEETING, corrects=escalated, text="For late read slow")
    dispose(worked, RARE)
    texts = [one.text for one in worked.tables.addenda.all()]
    assert texts == [f"{ERASED}.", "For late read slow"]


def test_people_bodies_and_groups_it_alone_named_are_gone(worked: Register) -> None:
    dispose(worked, RARE)
    names = [one.name for one in worked.tables.people.all()]
    assert "Supt Forms" not in names
    assert "ACC Justice" in names
    assert worked.tables.groups.all() == []
    assert worked.tables.bodies.first("is_own") is not None


def test_drafts_of_other_places_stay(worked: Register) -> None:
    worked.drafts.keep(f"record/RecordUpdate/{CODE}-1/text", "half a sentence")
    dispose(worked, RARE)
    assert worked.drafts.places() == [f"record/RecordUpdate/{CODE}-1/text"]


def test_a_file_that_another_record_names_stays(worked: Register, tmp_path: Path) -> None:
    file = tmp_path / "inputs" / f"{WORD}.txt"
    evidence.offer(worked, f"{CODE}-1", text="The same file", file=file)
    dispose(worked, RARE)
    assert len(files_holding(worked, WORD)) == 2  # the file and its row
    assert faults(worked) == ()


def test_undo_and_redo_cannot_cross_it(worked: Register) -> None:
    undo_of = f"{CODE}-2"
    progress.set_rag(worked, undo_of, rag=Rag.AMBER)
    undo(worked)
    dispose(worked, RARE)
    assert (worked.undo.next_undo(), worked.undo.next_redo()) == (None, None)
    with pytest.raises(GainboardError, match="E-DISPOSED"):
        history.undo(worked)
    with pytest.raises(GainboardError, match="E-NOTHING-TO-REDO"):
        history.redo(worked)


def test_what_is_done_after_it_can_be_taken_back(worked: Register) -> None:
    dispose(worked, RARE)
    before = dump(worked)
    progress.set_rag(worked, f"{CODE}-1", rag=Rag.AMBER)
    undo(worked)
    assert dump(worked) == before
    assert faults(worked) == ()


def test_the_history_keeps_the_entries_and_says_which_has_been_erased(worked: Register) -> None:
    labels = [one.label for one in history.history(worked)]
    done = dispose(worked, RARE)
    after = history.history(worked)
    assert [one.label for one in after] == [*labels, f"Dispose of report {RARE}"]
    assert {one.disposal for one in worked.tables.erasures.all()} == {done.seq}
    assert all(row.before is None for row in done.rows)


@pytest.mark.parametrize("order", [(RARE, CODE, MEETING), (MEETING, RARE, CODE)])
def test_one_disposal_after_another_leaves_nothing(
    worked: Register, order: tuple[str, ...]
) -> None:
    for ref in order:
        dispose(worked, ref)
    assert worked.tables.reports.count() + worked.tables.meetings.count() == 0
    for word in (WORD, "appropriate adult", "courts are late", "On CCP25", "For late"):
        assert files_holding(worked, word) == []
    assert faults(worked) == ()


def test_a_meeting_goes_and_the_actions_raised_in_it_stay(worked: Register) -> None:
    dispose(worked, MEETING)
    (action,) = worked.tables.actions.all()
    assert (action.meeting_id, action.text) == (None, WORD)
    assert worked.tables.extensions.count("decision_id IS NOT NULL") == 0
    assert worked.tables.decisions.count("meeting_id IS NOT NULL") == 0
    assert files_holding(worked, "courts are late") == []
    assert faults(worked) == ()


def test_the_same_code_can_be_taken_in_again_and_disposed_of_again(worked: Register) -> None:
    dispose(worked, RARE)
    take_in_rare(worked)
    assert files_holding(worked, WORD)
    dispose(worked, RARE)
    assert files_holding(worked, WORD) == []
    assert faults(worked) == ()


def test_what_waited_for_it_in_other_reports_waits_no_more(register: Register) -> None:
    take_in_rare(register)
    with register.journal.operation("Let one wait for the other"):
        register.db.execute(
            "UPDATE deadline SET depends_on_id = (SELECT id FROM recommendation "
            "WHERE ref = 'ZF26-1') WHERE depends_on_id IS NOT NULL"
        )
        register.db.execute(
            "UPDATE recommendation SET superseded_by_id = (SELECT id FROM recommendation "
            "WHERE ref = 'ZF26-2') WHERE ref = 'CCP25-1'"
        )
    dispose(register, RARE)
    assert register.tables.deadlines.count("depends_on_id IS NOT NULL") == 0
    assert len(summaries(register)) == 6
    assert faults(register) == ()


def test_lines_of_a_planned_agenda_go_and_none_returns_as_a_line_of_its_own(
    register: Register,
) -> None:
    take_in_rare(register)
    meetings.open_meeting(register, MEETING, on=TODAY)
    meetings.finish_meeting(register)
    meetings.plan_meeting(register, "GAIN 2026/04", on=date(2026, 4, 12))
    dispose(register, RARE)
    meetings.plan_meeting(register, "GAIN 2026/05", on=date(2026, 5, 12))
    later = register.tables.agenda.where("meeting_id > 1")
    assert [one.title for one in later if ERASED in one.title or RARE in one.title] == []


Arrange = Callable[[Register], object]


@pytest.mark.parametrize(
    ("arrange", "ref", "told"),
    [
        (lambda r: hold(r, CODE, "An inquiry"), CODE, "E-ON-HOLD"),
        (lambda r: meetings.open_meeting(r, MEETING, on=TODAY), MEETING, "E-IN-SESSION"),
        (lambda r: meetings.open_meeting(r, MEETING, on=TODAY), CODE, "E-IN-SESSION"),
        (
            lambda r: set_retention(
                r, CODE, class_name="Working paper", review_on=date(2030, 1, 1)
            ),
            CODE,
            "E-NOT-DUE",
        ),
        (dump, "NO26", "E-UNKNOWN-REFERENCE"),
    ],
)
def test_it_is_refused_and_nothing_is_erased(
    register: Register, arrange: Arrange, ref: str, told: str
) -> None:
    arrange(register)
    before = dump(register)
    with pytest.raises(GainboardError, match=told):
        dispose(register, ref)
    assert dump(register) == before


def test_before_its_review_date_it_needs_a_reason(register: Register) -> None:
    set_retention(register, CODE, class_name="Working paper", review_on=date(2030, 1, 1))
    done = dispose(register, CODE, reason="Taken in by mistake")
    assert done.label == f"Dispose of report {CODE}: Taken in by mistake"


def test_a_review_date_that_has_come_needs_none(register: Register, clock: StoppedClock) -> None:
    day = clock.at.date()
    set_retention(register, CODE, class_name="Working paper", review_on=day)
    assert dispose(register, CODE).seq == 4


def test_what_it_would_erase_is_said_in_counts(worked: Register) -> None:
    told = "\n".join(what_disposal_erases(worked, RARE))
    assert "2 recommendations, 2 of them still open" in told
    assert "1 update\n" in told
    assert "1 piece of evidence\n" in told


def test_lines_of_agendas_to_come_are_told_from_those_that_stay(register: Register) -> None:
    take_in_rare(register)
    meetings.open_meeting(register, MEETING, on=TODAY)
    meetings.finish_meeting(register)
    meetings.plan_meeting(register, "GAIN 2026/04", on=date(2026, 4, 12))
    told = what_disposal_erases(register, RARE)
    assert [line.endswith(" to come") for line in told if " agenda" in line] == [True, False]


def test_erasing_that_was_cut_short_is_finished_at_the_next_opening(
    worked: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr("gainboard.store.erasing.finish", lambda *_: ())
        dispose(worked, RARE)
    assert len(left(worked.db)) == 3
    worked.close()
    with open_register(worked.path) as again:
        assert left(again.db) == [COPIES]
        assert files_holding(again, WORD) == []


def test_its_entry_shows_what_was_erased_and_not_what_it_tells_again(worked: Register) -> None:
    dispose(worked, RARE)
    entry = history.history(worked)[-1]
    assert len(entry.rows) > 10
    assert {row.after for row in entry.rows} == {None}


def test_what_was_taken_in_and_taken_back_can_be_erased_from_the_history(
    register: Register,
) -> None:
    before = dump(register)
    take_in_rare(register)
    undo(register)
    assert len(what_disposal_erases(register, RARE)) == 1
    dispose(register, RARE)
    assert files_holding(register, WORD) == []
    assert [table for table, rows in dump(register).items() if rows != before[table]] == ["erasure"]
    assert faults(register) == ()


def test_the_same_document_taken_in_and_back_under_another_name_goes_with_it(
    register: Register,
) -> None:
    items = (an_item("1", f"Use the {WORD} form."),)
    draft = replace(a_draft(*items, title="Forms"), source=f"All of the {WORD} report")
    take_in(register, draft, document_name="a.txt", code="ONE26")
    progress.set_rag(register, "ONE26-1", rag=Rag.AMBER)
    undo(register)
    undo(register)
    again = replace(draft, report=replace(draft.report, title="The forms again"))
    take_in(register, again, document_name="b.txt", code="TWO26")
    dispose(register, "TWO26")
    assert files_holding(register, WORD) == []


def test_labels_of_an_earlier_version_that_hold_the_title_are_told_of(register: Register) -> None:
    take_in_rare(register)
    with register.journal.operation(f"Take in {RARE}: The {WORD} forms"):
        register.db.execute("UPDATE report SET summary = 'Forms' WHERE code = 'ZF26'")
    told = what_disposal_erases(register, RARE)
    assert told[-1].startswith("But 1 label that an earlier version made holds its title")


def test_nothing_is_due_any_more_for_what_was_disposed_of(worked: Register) -> None:
    due = f"{RARE}: response due"
    meetings.plan_meeting(worked, "GAIN 2030/01", on=date(2030, 1, 10))
    listed = "SELECT count(*) FROM agenda_item WHERE why LIKE ?"
    assert worked.db.execute(listed, [f"%{due}%"]).fetchone()[0] >= 2
    dispose(worked, RARE)
    assert worked.db.execute(listed, [f"%{due}%"]).fetchone()[0] == 0
    told = "\n".join(item.before_board for item in minutes(worked, MEETING).items)
    assert due not in told
    assert f"{CODE}: response due" in told
