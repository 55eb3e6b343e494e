"""What records are called that a change speaks of."""

from gainboard.services.evidence import offer
from gainboard.services.history import history, undo
from gainboard.services.naming import Names, names_in, names_of
from gainboard.services.progress import record_update
from gainboard.store.register import Register
from tests.builders import allocated, proven


def names(register: Register, back: int = 1) -> Names:
    """Return the names of the newest entry, or of one before it."""
    entry = history(register)[-back]
    return names_in(register, [entry])[entry.seq]


def test_a_column_that_points_at_a_person_gives_the_name(register: Register) -> None:
    allocated(register)
    [row] = [row for row in history(register)[-1].rows if row.table == "recommendation"]
    assert row.after is not None
    said = names(register)
    assert said.of(row.table, row.id) == "CCP25-1"
    lead = row.after["delivery_lead_id"]
    assert said.pointed("recommendation", "delivery_lead_id", lead) == "Ch Insp Custody"
    assert not said.is_pointer("recommendation", "rag")


def test_what_has_no_name_is_called_after_what_it_hangs_on(register: Register) -> None:
    proven(register, "CCP25-1", "b")
    said = names(register)
    assert "CCP25-1(b)" in said.names.values()
    assert said.of("evidence_clause", 1) == "CCP25-1(b)"


def test_a_piece_of_evidence_is_called_by_its_number(register: Register) -> None:
    offer(register, "CCP25-1", text="Sample")
    offer(register, "CCP25-1", text="Another")
    assert names(register).of("evidence", 2) == "CCP25-1 E2"


def test_what_was_taken_back_keeps_its_name(register: Register) -> None:
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    undo(register)
    record_update(register, "CCP25-1", text="It is in", by="Insp Court")
    for back in (2, 3):
        said = names(register, back)
        [person] = [key for table, key in said.names if table == "person"]
        assert said.of("person", person) == "Insp Form"


def test_a_pointer_is_named_from_the_journal_where_its_record_is_gone(register: Register) -> None:
    record_update(register, "CCP25-1", text="It is out", by="Insp Form")
    record_update(register, "CCP25-1", text="It is done", by="Insp Form")
    undo(register)
    undo(register)
    record_update(register, "CCP25-5", text="It is in", by="Insp Court")
    entry = history(register)[-4]
    [row] = entry.rows
    assert row.after is not None
    said = names_in(register, [entry])[entry.seq]
    assert said.pointed("progress_update", "by_id", row.after["by_id"]) == "Insp Form"


def test_a_record_erased_everywhere_has_no_name(register: Register) -> None:
    assert names(register).of("person", 99) == ""


def test_records_are_named_as_they_are_called_now(register: Register) -> None:
    ref = register.tables.recommendations.get(1).ref
    keys = [("recommendation", 1), ("recommendation", 99_999), ("no table of ours", 1)]
    assert names_of(register, keys) == {("recommendation", 1): ref}
