"""Disposing of a report or a meeting: its words leave the register and its history for good."""

from collections.abc import Callable

from gainboard.domain.changes import Changes, RowChange
from gainboard.domain.meeting import Meeting
from gainboard.domain.report import Report
from gainboard.domain.sentences import in_full
from gainboard.domain.states import OPEN_STATUSES, MeetingState
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services.belongings import (
    OF_A_MEETING,
    OF_A_REPORT,
    OF_EITHER,
    TOLD_OF_A_REPORT,
    named_by,
    remove_orphans,
)
from gainboard.services.disposed_drafts import drafts_about
from gainboard.services.redaction import Mentions, mentions, redact
from gainboard.services.retention import Subject, is_there, retention_of, subject
from gainboard.store import erasing
from gainboard.store.lives import Key, Words, entries_of, keys_in
from gainboard.store.pointers import let_go, pointing, remove, with_what_hangs
from gainboard.store.register import Register

Gone = dict[str, set[int]]


def dispose(register: Register, ref: str, *, reason: str = "") -> Changes:
    """Erase a report or a meeting with all that hangs on it, for good; undo stops there.

    One that was taken in and taken back is erased from the history that still holds it. `reason`
    stands in the history's label. Raises Refused while it is on hold (E-ON-HOLD), in a
    meeting in session (E-IN-SESSION) or, without a reason, before its review date (E-NOT-DUE).
    """
    words = clean_name(reason)
    why = f": {words}" if words else ""
    traces = _traces(register, ref)
    if traces:
        label = f"Dispose of {clean_name(ref)}, which was taken back{why}"
        return _commit(register, label, lambda: _erase_entries(register, traces))
    about = subject(register, ref)
    _refuse(register, about, words)
    label = f"Dispose of {about.kind} {about.ref}{why}"
    return _commit(register, label, lambda: _erase(register, about))


def _commit(register: Register, label: str, erase: Callable[[], set[Key]]) -> Changes:
    """Erase in one operation, its entry told by the rows that are left; then the traces."""
    with register.journal.operation(label) as change:
        register.db.execute("PRAGMA defer_foreign_keys = ON")
        with erasing.guards_down(register.db):
            told = erase()
        erasing.leave_to_erase(register.db)
        change.retell = lambda rows: _retold(register, told, rows)
    erasing.finish(register.db, register.path)
    return change.done


def what_disposal_erases(register: Register, ref: str) -> tuple[str, ...]:
    """Say in counts what disposing of a report or meeting would erase, a line each."""
    if _traces(register, ref):
        return (f"What the history holds of {clean_name(ref)}, which was taken back",)
    about = subject(register, ref)
    gone, found = _belonging(register, about)
    lines = [f"The {about.kind} {about.ref}: {about.title}"]
    lines += [_open(register, gone)] if gone.get("recommendation") else []
    for table, (one, many) in _NOUNS.items():
        count = len(gone.get(table, ()))
        # Of a report only those go that no meeting has come to yet.
        yet = " to come" if table == "agenda_item" and found is not None else ""
        lines += [f"{count} {one if count == 1 else many}{yet}"] if count else []
    if found is not None and (found.lines or found.decisions):
        lines.append(
            f"The words of {_counted(len(found.lines), 'line')} of agendas and of "
            f"{_counted(len(found.decisions), 'decision')}; their numbers stay in the minutes"
        )
    lines.append("What the history, drafts and attached files hold of it")
    return (*lines, *_stay(register, about))


_NOUNS = {
    "progress_update": ("update", "updates"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "extension": ("extension", "extensions"),
    "attendance": ("line of attendance", "lines of attendance"),
    "agenda_item": ("line of an agenda", "lines of agendas"),
    "decision": ("decision", "decisions"),
    "approved_minutes": ("set of approved minutes", "sets of approved minutes"),
    "action": ("action", "actions"),
}


def _refuse(register: Register, about: Subject, reason: str) -> None:
    kept = retention_of(register, about)
    if kept is not None and kept.hold:
        raise Refused(
            "E-ON-HOLD",
            f"{about.ref} is on hold ({kept.hold_reason}); nothing was erased. "
            "Release it first, if the reason is gone.",
        )
    sitting = _in_session(register, about)
    if sitting is not None:
        raise Refused(
            "E-IN-SESSION",
            f"{sitting.ref} is in session and has {about.ref} before it; nothing was erased. "
            "Finish the meeting first.",
        )
    today = register.clock().date()
    if kept is not None and kept.review_on and kept.review_on > today and not reason:
        raise Refused(
            "E-NOT-DUE",
            f"{about.ref} is to be kept until {in_full(kept.review_on)}; nothing was erased. "
            "Give the reason for disposing of it before then.",
        )


def _in_session(register: Register, about: Subject) -> Meeting | None:
    meeting = register.tables.meetings.first("state = ?", MeetingState.IN_SESSION)
    if meeting is None or about.kind == "meeting":
        return meeting if meeting and meeting.id == about.record.id else None
    _, found = _belonging(register, about)
    return meeting if found and meeting.id in found.meetings else None


def _belonging(register: Register, about: Subject) -> tuple[Gone, Mentions | None]:
    """Return the rows that go with a report or meeting, and what stands of a report elsewhere."""
    roots = {about.kind: {about.record.id}}
    if not isinstance(about.record, Report):
        return with_what_hangs(register.db, roots, OF_A_MEETING), None
    gone = with_what_hangs(register.db, roots, OF_A_REPORT)
    found = mentions(register, about.record, gone)
    gone["agenda_item"] = found.planned
    gone["dispatch"] = _empty_dispatches(register, gone)
    return gone, found


def _empty_dispatches(register: Register, gone: Gone) -> set[int]:
    rows = gone.get("dispatch_row", set())
    of = {register.tables.dispatch_rows.get(key).dispatch_id for key in rows}
    return {
        one for one in of if pointing(register.db, "dispatch_row", "dispatch_id", {one}) <= rows
    }


def _erase(register: Register, about: Subject) -> set[Key]:
    """Erase rows, words, payloads and drafts; return every row that must be told anew."""
    db = register.db
    gone, found = _belonging(register, about)
    for place in drafts_about(register, about, gone):
        register.drafts.drop(place)
    named_words = _words(register, about, found)
    once_named = named_by(register, _with_mentions(gone, found))
    if found is not None:
        redact(register, found, gone)
    let_go(db, gone)
    remove(db, gone)
    orphans = remove_orphans(register, once_named)
    rows = {**_with_mentions(gone, found), **orphans.rows}
    keys = {(table, key) for table, ids in rows.items() for key in ids}
    words = {**named_words, **orphans.words}
    hangs = TOLD_OF_A_REPORT if about.kind == "report" else OF_A_MEETING
    return _erase_entries(register, entries_of(db, keys, words, hangs))


def _erase_entries(register: Register, entries: set[int]) -> set[Key]:
    """Erase what entries keep and return the rows they told of."""
    told = keys_in(register.db, entries)
    erasing.erase_payloads(register.db, entries, register.journal.head()[0] + 1)
    return told


def _traces(register: Register, ref: str) -> set[int]:
    """Return the entries that tell of a report or meeting which is in no table any more."""
    name = clean_name(ref)
    if is_there(register, name):
        return set()
    called = frozenset({name.casefold()})
    return entries_of(
        register.db, (), {("report", "code"): called, ("meeting", "ref"): called}, OF_EITHER
    )


def _retold(
    register: Register, told: set[Key], rows: tuple[RowChange, ...]
) -> tuple[RowChange, ...]:
    return erasing.as_they_are(register.db, told | {(row.table, row.id) for row in rows})


def _with_mentions(gone: Gone, found: Mentions | None) -> Gone:
    if found is None:
        return gone
    return {
        **gone,
        "agenda_item": found.planned | found.lines,
        "decision": found.decisions,
        "approved_minutes": found.minutes,
        "addendum": found.addenda,
    }


def _words(register: Register, about: Subject, found: Mentions | None) -> Words:
    """Return by what words the same record is known where it was taken in and undone before."""
    if found is None:
        return {("meeting", "ref"): frozenset({about.ref.casefold()})}
    return {
        ("report", "code"): frozenset({about.ref.casefold()}),
        ("report", "title"): frozenset({about.title.casefold()}),
        ("report_document", "text"): frozenset(
            document.text.casefold()
            for document in register.tables.report_documents.where("report_id = ?", about.record.id)
            if document.text
        ),
        ("addendum", "meeting_id"): frozenset(map(str, found.meetings)),
    }


def _stay(register: Register, about: Subject) -> tuple[str, ...]:
    """Say which labels stay that hold the title: earlier versions wrote it into them."""
    sql = "SELECT count(*) FROM journal_entry WHERE instr(lower(label), lower(?))"
    count = int(register.db.execute(sql, [about.title]).fetchone()[0])
    if not count:
        return ()
    one, many = "label that an earlier version made holds", "labels that earlier versions made hold"
    told = f"But {count} {one if count == 1 else many} its title"
    return (f"{told}; labels of the history stay as they are",)


def _open(register: Register, gone: Gone) -> str:
    every = [register.tables.recommendations.get(key) for key in gone["recommendation"]]
    still = sum(1 for one in every if one.force_status in OPEN_STATUSES)
    told = f"{still} of them still open" if still else "none of them open"
    return f"{_counted(len(every), 'recommendation')}, {told}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
