"""An entry of the history as it is written out, however much it changed."""

from collections.abc import Iterable
from dataclasses import replace

from gainboard.domain.changes import Entry, RowChange
from gainboard.gui.history_entry import MOST_RECORDS, written
from gainboard.services.naming import Names

NO_NAMES = Names(pointers={}, names={})


def an_entry(names: Iterable[str]) -> Entry:
    """Return an entry that added people of these names."""
    rows = tuple(
        RowChange(table="person", id=nth, before=None, after={"name": name})
        for nth, name in enumerate(names)
    )
    return Entry(
        seq=7,
        hash="ab" * 32,
        at="2026-03-12T10:00:00+00:00",
        by="A Clerk",
        meeting="",
        label="Add people",
        kind="do",
        undone_by=None,
        rows=rows,
    )


def test_every_record_of_a_change_is_told() -> None:
    told = written(an_entry(["Ivo Marsh", "Ada Reed"]), NO_NAMES)
    assert "Ivo Marsh" in told
    assert "Ada Reed" in told
    assert "more" not in told


def test_records_beyond_the_most_that_are_shown_are_counted() -> None:
    entry = an_entry(f"N{nth}" for nth in range(MOST_RECORDS + 800))
    told = written(replace(entry, rows=entry.rows[:MOST_RECORDS]), NO_NAMES, more=800)
    assert "800 records more were changed" in told
