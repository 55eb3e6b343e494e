"""How long reports and meetings are kept: classes as data, review dates, holds."""

from datetime import date

import pytest

from gainboard.domain.retention import Kept, review_after
from gainboard.errors import GainboardError
from gainboard.services.history import undo
from gainboard.services.retention import (
    USUAL,
    hold,
    keep_class,
    proposed_review,
    release,
    retention_classes,
    retentions,
    set_retention,
)
from gainboard.store.register import Register
from tests.builders import CODE, MEETING, PUBLISHED, StoppedClock, dump, in_meeting

REPORTS, MINUTES = "Inspection report and response", "Board minutes"


def kept(register: Register, ref: str = CODE) -> Kept:
    (one,) = (one for one in retentions(register) if one.ref == ref)
    return one


def test_a_new_register_has_the_usual_classes_as_its_own_rows(register: Register) -> None:
    rows = register.tables.retention_classes.all()
    assert {row.name: row.keep_years for row in rows} == USUAL


def test_the_review_date_proposed_for_a_report_counts_from_its_publication(
    register: Register,
) -> None:
    set_retention(register, "ccp25", class_name=REPORTS.upper())
    assert kept(register).review_on == PUBLISHED.replace(year=2035)
    assert kept(register).class_name == REPORTS


def test_the_review_date_proposed_for_a_meeting_counts_from_the_day_it_is_held(
    register: Register,
) -> None:
    in_meeting(register)
    assert proposed_review(register, MEETING, MINUTES) == date(2036, 3, 12)


def test_a_review_date_of_ones_own_is_kept(register: Register) -> None:
    set_retention(register, CODE, class_name=REPORTS, review_on=date(2030, 1, 1))
    assert kept(register).review_on == date(2030, 1, 1)


def test_what_was_never_settled_is_listed_without_class_or_date(register: Register) -> None:
    assert (kept(register).class_name, kept(register).review_on) == ("", None)


def test_the_years_of_a_class_are_data(register: Register) -> None:
    keep_class(register, REPORTS, 7)
    set_retention(register, CODE, class_name=REPORTS)
    assert kept(register).review_on == PUBLISHED.replace(year=2032)


def test_a_register_without_classes_gets_the_usual_ones_when_one_is_used(
    register: Register,
) -> None:
    with register.journal.operation("Clear the classes"):
        register.db.execute("DELETE FROM retention_class")
    assert {one.name for one in retention_classes(register)} == set(USUAL)
    set_retention(register, CODE, class_name=REPORTS)
    assert register.tables.retention_classes.count() == len(USUAL)


def test_a_report_past_its_date_is_due_unless_it_is_on_hold(
    register: Register, clock: StoppedClock
) -> None:
    set_retention(register, CODE, class_name=REPORTS, review_on=clock.at.date())
    assert kept(register).due
    hold(register, CODE, "An inquiry has asked for it")
    assert not kept(register).due
    release(register, CODE)
    assert kept(register).due


@pytest.mark.parametrize("ref", ["NO26", "", "CCP25-1"])
def test_only_reports_and_meetings_have_a_retention(register: Register, ref: str) -> None:
    with pytest.raises(GainboardError, match="E-UNKNOWN-REFERENCE"):
        hold(register, ref, "Because")


def test_what_cannot_be_is_refused_and_changes_nothing(register: Register) -> None:
    before = dump(register)
    with pytest.raises(GainboardError, match="E-UNKNOWN-CLASS"):
        set_retention(register, CODE, class_name="For ever")
    with pytest.raises(GainboardError, match="E-MISSING"):
        hold(register, CODE, " ")
    with pytest.raises(GainboardError, match="E-NOT-ON-HOLD"):
        release(register, CODE)
    with pytest.raises(GainboardError, match="E-BAD-SETTING"):
        keep_class(register, REPORTS, 0)
    assert dump(register) == before


def test_each_is_one_step_of_undo(register: Register) -> None:
    before = dump(register)
    set_retention(register, CODE, class_name=REPORTS)
    hold(register, CODE, "Because")
    undo(register)
    undo(register)
    assert dump(register) == before


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        (date(2024, 2, 29), 10, date(2034, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(9998, 5, 1), 10, date(9999, 5, 1)),
    ],
)
def test_years_are_counted_by_the_calendar(day: date, years: int, then: date) -> None:
    assert review_after(day, years) == then
