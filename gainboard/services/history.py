"""The history of a register, and taking the newest step back or doing it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gainboard.domain.changes import Changes, Entry
from gainboard.domain.words import clean_name
from gainboard.services import lookup
from gainboard.services.touching import PersonWalk, RecordWalk, Root
from gainboard.store import reading
from gainboard.store.pointers import pointers as pointers_of
from gainboard.store.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which entries are asked for; what is empty asks for nothing.

    `ref` is a record, `person` a name, `meeting` a meeting's reference; the days are counted by
    the clock on the wall here, both included.
    """

    ref: str = ""
    person: str = ""
    meeting: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a filter finds: entries, newest last, perhaps only the newest of `matching`."""

    entries: tuple[Entry, ...]
    matching: int
    total: int


def history(register: Register, ref: str = "", newest: int | None = None) -> list[Entry]:
    """Return the journal or its `newest` entries, newest last; with a reference, that record's.

    A report's code and a recommendation's, meeting's, action's or decision's reference are
    understood; what hangs on the record counts as the record.
    """
    return list(search(register, HistoryFilter(ref=ref), newest).entries)


def whole_entry(register: Register, seq: int) -> Entry:
    """Return one entry with all its rows."""
    [entry] = reading.entries(register.db, numbers=[seq])
    return entry


def search(
    register: Register, wanted: HistoryFilter, newest: int | None = None, *, with_rows: bool = True
) -> Found:
    """Return what a filter finds; raises E-UNKNOWN-REFERENCE where it names no record.

    A person's entries are those they made and those that touch the person, or a record that
    pointed at them at the time. A meeting's are those made in it or touching it.
    """
    numbers: set[int] | None = None
    for part in _parts(register, wanted):
        numbers = part if numbers is None else numbers & part
        if not numbers:
            break
    total = reading.count(register.db)
    if numbers is None:
        found = reading.entries(register.db, newest, with_rows=with_rows)
        return _found(found, total, total)
    chosen = sorted(numbers)
    if newest is not None:
        chosen = chosen[max(0, len(chosen) - newest) :]
    found = reading.entries(register.db, numbers=chosen, with_rows=with_rows)
    return _found(found, len(numbers), total)


def everybody(register: Register) -> list[str]:
    """Return the names history can be asked for: who is in the directory, who made entries."""
    names = {person.name for person in register.tables.people.all()}
    known = {name.casefold() for name in names}
    names |= {name for name in reading.makers(register.db) if name.casefold() not in known}
    return sorted(names, key=str.casefold)


def undo(register: Register) -> Changes:
    """Take back the newest operation; raises Refused where there is none."""
    return register.undo.undo()


def redo(register: Register) -> Changes:
    """Do again what was taken back last; raises Refused where there is nothing."""
    return register.undo.redo()


def _parts(register: Register, wanted: HistoryFilter) -> Iterator[set[int]]:
    """Yield the numbers of the entries each part of a filter lets through."""
    if wanted.since or wanted.until:
        yield reading.numbers_between(register.db, wanted.since, wanted.until)
    if wanted.ref.strip():
        yield _about(register, _root(register, wanted.ref))
    if name := clean_name(wanted.meeting):
        meeting = lookup.meeting(register, name)
        root = Root(table="meeting", id=meeting.id, ref=meeting.ref)
        yield _about(register, root) | reading.numbers_in(register.db, name)
    if name := clean_name(wanted.person):
        yield _of_person(register, name) | reading.numbers_by(register.db, name)


def _root(register: Register, ref: str) -> Root:
    tables, name = register.tables, clean_name(ref)
    for table, found in (
        ("recommendation", tables.recommendations.first("ref = ?", name)),
        ("meeting", tables.meetings.first("ref = ?", name)),
        ("report", tables.reports.first("code = ?", name)),
        ("action", tables.actions.first("ref = ?", name)),
        ("decision", tables.decisions.first("ref = ?", name)),
    ):
        if found is not None:
            return Root(table=table, id=found.id, ref=name)
    raise lookup.unknown(name, "record")


def _about(register: Register, root: Root) -> set[int]:
    made = reading.made_at(register.db, root.table, root.id)
    walk = RecordWalk(root, is_made=made is not None)
    return _walked(register, walk, made or 1)


def _of_person(register: Register, name: str) -> set[int]:
    known = register.tables.people.first("name = ?", name)
    is_erased = known is not None and reading.made_at(register.db, "person", known.id) is None
    pointers = [(one.table, one.column) for one in pointers_of(register.db) if one.to == "person"]
    walk = PersonWalk(
        known.name if known else name, pointers, known.id if known and is_erased else None
    )
    return _walked(register, walk, 1)


def _walked(register: Register, walk: RecordWalk | PersonWalk, first: int) -> set[int]:
    """Return the entries that touch what a walk follows.

    What a disposal only tells again has not changed: the walk learns from it, and that is all.
    """
    found, disposals = set(), reading.disposals(register.db)
    for seq, rows in reading.changes_of(register.db, walk.signs, first):
        is_disposal = seq in disposals
        if walk.touches(row for row in rows if row.after is None or not is_disposal):
            found.add(seq)
        if is_disposal:
            walk.touches(row for row in rows if row.after is not None)
    return found


def _found(entries: list[Entry], matching: int, total: int) -> Found:
    return Found(entries=tuple(entries), matching=matching, total=total)
