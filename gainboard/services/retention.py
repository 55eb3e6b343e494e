"""How long each report and each meeting is kept: class, review date, hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gainboard.domain.changes import Changes
from gainboard.domain.meeting import Meeting
from gainboard.domain.report import Report
from gainboard.domain.retention import Kept, Retention, RetentionClass, review_after
from gainboard.domain.sentences import in_full
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.sittings import operation
from gainboard.store.register import Register

# An assumption until the force's own schedule is entered: a new register has these as its rows.
USUAL: Mapping[str, int] = {
    "Inspection report and response": 10,
    "Board minutes": 10,
    "Working paper": 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is kept or disposed of: a report or a meeting."""

    record: Report | Meeting
    ref: str
    title: str
    starts: date | None

    @property
    def kind(self) -> str:
        """Return which of the two it is."""
        return "report" if isinstance(self.record, Report) else "meeting"


def subject(register: Register, ref: str) -> Subject:
    """Return the report of this code or the meeting of this reference."""
    words = clean_name(ref)
    report = register.tables.reports.first("code = ?", words)
    if report is not None:
        return _of_report(report)
    meeting = register.tables.meetings.first("ref = ?", words)
    if meeting is not None:
        return _of_meeting(meeting)
    raise lookup.unknown(ref, "report or meeting")


def is_there(register: Register, ref: str) -> bool:
    """Tell whether there is a report or a meeting of this reference."""
    tables = register.tables
    return bool(tables.reports.count("code = ?", ref) or tables.meetings.count("ref = ?", ref))


def retention_classes(register: Register) -> list[RetentionClass]:
    """Return the classes of the register's schedule, the usual ones where it has none."""
    return register.tables.retention_classes.all(order="name") or [
        RetentionClass(name=name, keep_years=years) for name, years in sorted(USUAL.items())
    ]


def keep_class(register: Register, name: str, years: int) -> Changes:
    """Enter a class of the schedule, or change its years; review dates already set stay."""
    words = lookup.required(clean_name(name), "The name of the class")
    if not 1 <= years <= 100:
        raise Refused(
            "E-BAD-SETTING",
            f"{years} years cannot be how long records are kept; nothing was changed. "
            "Give 1 to 100.",
        )
    classes = register.tables.retention_classes
    with operation(register, f"Keep a class of records for {years} years") as change:
        _lay_out(register)
        former = classes.first("name = ?", words)
        if former is None:
            classes.add(RetentionClass(name=words, keep_years=years))
        else:
            classes.change(former, keep_years=years)
    return change.done


def set_retention(
    register: Register, ref: str, *, class_name: str, review_on: date | None = None
) -> Changes:
    """Put a report or meeting in a class; its review date is the class's unless one is given."""
    about = subject(register, ref)
    wanted = clean_name(class_name).casefold()
    found = [one for one in retention_classes(register) if one.name.casefold() == wanted]
    if not found:
        raise _no_class(register, class_name)
    day = review_on or _proposed(about, found[0].keep_years)
    with operation(register, f"Keep {about.ref}{_until(day)}") as change:
        _lay_out(register)
        chosen = register.tables.retention_classes.first("name = ?", found[0].name)
        _write(register, about, retention_class_id=chosen.id if chosen else None, review_on=day)
    return change.done


def set_review(register: Register, ref: str, review_on: date) -> Changes:
    """Set the review date of a report or meeting and leave its class as it is."""
    about = subject(register, ref)
    with operation(register, f"Keep {about.ref}{_until(review_on)}") as change:
        _write(register, about, review_on=review_on)
    return change.done


def hold(register: Register, ref: str, reason: str) -> Changes:
    """Put a report or meeting on hold: it cannot be disposed of until it is released."""
    about = subject(register, ref)
    words = lookup.required(reason, f"The reason for the hold on {about.ref}")
    with operation(register, f"Put {about.ref} on hold") as change:
        _write(register, about, hold=True, hold_reason=words)
    return change.done


def release(register: Register, ref: str) -> Changes:
    """Lift the hold on a report or meeting."""
    about = subject(register, ref)
    there = retention_of(register, about)
    if there is None or not there.hold:
        raise Refused("E-NOT-ON-HOLD", f"{about.ref} is not on hold; nothing was changed.")
    with operation(register, f"Release {about.ref} from its hold") as change:
        _write(register, about, hold=False, hold_reason="")
    return change.done


def retentions(register: Register) -> list[Kept]:
    """Return how long each report and meeting is kept, the first date of review first."""
    every = [_of_report(one) for one in register.tables.reports.all()]
    every += [_of_meeting(one) for one in register.tables.meetings.all()]
    classes = {one.id: one for one in register.tables.retention_classes.all()}
    of = {(row.report_id, row.meeting_id): row for row in register.tables.retentions.all()}
    today = register.clock().date()
    found = [_kept(one, of.get(_pointers(one)) or Retention(), classes, today) for one in every]
    return sorted(found, key=lambda one: (one.review_on or date.max, one.kind, one.ref))


def retention_of(register: Register, about: Subject) -> Retention | None:
    """Return what is settled for a report or meeting, or None."""
    report_id, meeting_id = _pointers(about)
    return register.tables.retentions.first(
        "report_id IS ? AND meeting_id IS ?", report_id, meeting_id
    )


def proposed_review(register: Register, ref: str, class_name: str) -> date | None:
    """Return the review date a class would give a report or meeting; None where it has no date."""
    for one in retention_classes(register):
        if one.name == class_name:
            return _proposed(subject(register, ref), one.keep_years)
    return None


def _of_report(report: Report) -> Subject:
    starts = report.published or report.received
    return Subject(record=report, ref=report.code, title=report.title, starts=starts)


def _of_meeting(meeting: Meeting) -> Subject:
    title = f"Meeting of {in_full(meeting.held_on)}"
    return Subject(record=meeting, ref=meeting.ref, title=title, starts=meeting.held_on)


def _pointers(about: Subject) -> tuple[int | None, int | None]:
    key = about.record.id
    return (key, None) if about.kind == "report" else (None, key)


def _proposed(about: Subject, years: int) -> date | None:
    return review_after(about.starts, years) if about.starts else None


def _kept(
    about: Subject, row: Retention, classes: Mapping[int, RetentionClass], today: date
) -> Kept:
    of_class = classes.get(row.retention_class_id or 0)
    is_past = row.review_on is not None and row.review_on <= today
    return Kept(
        ref=about.ref,
        title=about.title,
        kind=about.kind,
        class_name=of_class.name if of_class else "",
        review_on=row.review_on,
        hold=row.hold,
        hold_reason=row.hold_reason,
        due=is_past and not row.hold,
    )


def _lay_out(register: Register) -> None:
    """Make the usual classes the register's own, where it has none, so that they can be edited."""
    classes = register.tables.retention_classes
    if not classes.count():
        for name, years in USUAL.items():
            classes.add(RetentionClass(name=name, keep_years=years))


def _write(register: Register, about: Subject, **values: object) -> None:
    table = register.tables.retentions
    report_id, meeting_id = _pointers(about)
    row = retention_of(register, about)
    row = row or table.add(Retention(report_id=report_id, meeting_id=meeting_id))
    table.change(row, **values)


def _until(day: date | None) -> str:
    return f" until {in_full(day)}" if day else " with no date of review"


def _no_class(register: Register, name: str) -> Refused:
    known = ", ".join(one.name for one in retention_classes(register))
    return Refused(
        "E-UNKNOWN-CLASS",
        f"There is no retention class “{clean_name(name)}”; nothing was changed. "
        f"There are: {known}.",
    )
