"""Trackers and minutes of a force that does not exist, as small or as large as a test asks."""

from dataclasses import replace
from datetime import UTC, date, datetime

from gainboard.domain.minutes import (
    MinuteAction,
    MinuteAttendance,
    MinuteDecision,
    MinuteItem,
    Minutes,
)
from gainboard.domain.paper import Imprint, Marking
from gainboard.domain.states import Rag
from gainboard.domain.tracker import ActionRow, ReportRow, Tracker, TrackerRow, TrackerSection

MADE_AT = datetime(2026, 3, 12, 14, 5, tzinfo=UTC)

SECTIONS = {
    "A Live": "Recommendations the force is working on.",
    "B Completed": "Closed since the board last met.",
    "C Extensions requested": "A later date is asked for and not yet decided.",
    "D Overdue": "Past the current date, and no later one is asked for.",
    "E Awaiting allocation": "No lead has been given yet.",
    "Watch list": "Someone else's, but something of ours depends on it.",
}

VERBATIM = (
    "By 30 September 2026, the force should make sure that every detained person who is owed an "
    "appropriate adult gets one without undue delay. It should:\n"
    "(a) record the time at which the need was first seen;\n"
    "(b) record the time at which the adult was asked for, and by whom; and\n"
    "(c) review each delay of more than two hours, and tell the custody scrutiny panel of it."
)
UPDATE = (
    "2 Mar 2026, Ch Insp Custody: the custody record now holds both times, and supervisors dip "
    "sample twenty records a week. Of 212 records in February 181 (85 %) were complete. The "
    "review of long delays waits for the panel's terms of reference, due on 20 March."
)


def an_imprint(**changes: object) -> Imprint:
    imprint = Imprint(
        force="Northmoor Police",
        board="Assurance Board",
        marking=Marking(),
        made_at=MADE_AT,
        anchor_seq=214,
        anchor_hash="9f8e7d6c5b4a",
    )
    return replace(imprint, **changes)  # type: ignore[arg-type]


def a_row(ref: str = "CUS26-1", **changes: object) -> TrackerRow:
    row = TrackerRow(
        ref=ref,
        source="inspection",
        report="Custody in Northmoor: a second look",
        published=date(2026, 1, 15),
        kind="cause-of-concern recommendation",
        number=ref.rpartition("-")[2],
        clause="(a) (b) (c)",
        text=VERBATIM,
        addressees="Northmoor Police; appropriate adult service",
        applicability="for the force",
        paf_area="Custody",
        chief_officer="ACC Local Policing",
        delivery_lead="Ch Insp Custody",
        group="Criminal Justice Delivery Group",
        deadline_words="By 30 September 2026",
        deadline_date=date(2026, 9, 30),
        basis="stated day",
        current_date=date(2026, 9, 30),
        extensions=1,
        force_status="in progress",
        inspectorate_status="being progressed",
        rag=Rag.AMBER,
        forecast=Rag.GREEN,
        latest_update=UPDATE,
        previous_update="1 Feb 2026, Ch Insp Custody: the form is with the software supplier.",
        evidence_held="(a) sufficient: dip sample of February. (b) none. (c) none.",
        last_decision="15 Jan 2026, ASB 2026/01-D04: allocated to ACC Local Policing.",
        open_actions="ASB 2026/01-A02: agree the panel's terms, Insp Scrutiny, 20 Mar 2026.",
        next_review=date(2026, 4, 16),
        marking="OFFICIAL",
        is_overdue=False,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def an_action(ref: str = "ASB 2026/01-A02", **changes: object) -> ActionRow:
    action = ActionRow(
        ref=ref,
        parent="CUS26-1",
        parent_text=VERBATIM,
        text="Agree the scrutiny panel's terms of reference with the appropriate adult service.",
        owner="Insp Scrutiny",
        original_due=date(2026, 2, 27),
        due=date(2026, 3, 20),
        status="open",
        raised_at="ASB 2026/01",
        completed_on=None,
    )
    return replace(action, **changes)  # type: ignore[arg-type]


def a_tracker(
    *rows: TrackerRow, actions: tuple[ActionRow, ...] = (), imprint: Imprint | None = None
) -> Tracker:
    """Build a tracker with these rows in section A and nothing in the others."""
    sections = [TrackerSection(title=title, says=says, rows=()) for title, says in SECTIONS.items()]
    sections[0] = replace(sections[0], rows=rows)
    return Tracker(imprint=imprint or an_imprint(), sections=tuple(sections), actions=actions)


def a_full_tracker() -> Tracker:
    """Build a tracker as a board would see it: something in every section but one."""
    tracker = a_tracker(
        a_row(),
        a_row("CUS26-2", rag=Rag.GREEN, forecast=Rag.BLUE, clause="", extensions=0),
        a_row(
            "VIC25-7",
            rag=Rag.RED,
            forecast=Rag.RED,
            current_date=date(2026, 2, 28),
            is_overdue=True,
        ),
        *(a_row(f"AUD26-{number}", rag=list(Rag)[number % 3 + 1]) for number in range(1, 8)),
        actions=tuple(an_action(f"ASB 2026/01-A{number:02}") for number in range(1, 6)),
    )
    live, done, asked, late, waiting, watch = tracker.sections
    return replace(
        tracker,
        sections=(
            live,
            replace(done, rows=(a_row("VIC25-2", rag=Rag.BLUE, force_status="closed"),)),
            asked,
            replace(
                late,
                rows=(
                    a_row("VIC25-7", rag=Rag.RED, current_date=date(2026, 2, 28), is_overdue=True),
                ),
            ),
            replace(waiting, rows=(a_row("STP26-1", rag=None, forecast=None, latest_update=""),)),
            replace(watch, rows=(a_row("STP26-4", rag=Rag.GREY, force_status="watch"),)),
        ),
        reports=(a_report(),),
    )


def a_report() -> ReportRow:
    """Build a report whose statutory response is due eight weeks after it was published."""
    return ReportRow(
        code="STP26",
        title="Stop and search in Northmoor",
        source="inspection",
        published=date(2026, 1, 5),
        response_due=date(2026, 3, 1),
        rule="Police Act 1996 s.55(5A): 56 days beginning with the day of publication",
        items=4,
        for_force=2,
        open=1,
    )


def an_item(number: str = "5.1", **changes: object) -> MinuteItem:
    item = MinuteItem(
        section=5,
        number=number,
        title="Appropriate adults in custody",
        ref="CUS26-1",
        text=VERBATIM,
        before_board=f"AMBER at risk; current date 30 Sep 2026. {UPDATE}",
        discussion=(
            "Ch Insp Custody said that the software is in use in all three suites. The chair asked "
            "whether night shifts are sampled as well; they are not yet.\n"
            "Members agreed that clause (c) cannot be judged before the panel has met."
        ),
        outcome="stays open",
        confidential=False,
        decisions=(a_decision(),),
        actions=(a_minute_action(),),
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def a_decision(number: str = "D01", **changes: object) -> MinuteDecision:
    decision = MinuteDecision(
        number=number,
        ref=f"ASB 2026/03-{number}",
        about="CUS26-1",
        sentence="The board accepted the update and left the rating at amber.",
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


def a_minute_action(number: str = "A01", **changes: object) -> MinuteAction:
    action = MinuteAction(
        number=number,
        ref=f"ASB 2026/03-{number}",
        about="CUS26-1",
        text="Sample ten records of night shifts a week in every suite and report to the board.",
        owner="Ch Insp Custody",
        due=date(2026, 4, 16),
    )
    return replace(action, **changes)  # type: ignore[arg-type]


def some_minutes(*items: MinuteItem, **changes: object) -> Minutes:
    """Build draft minutes with these items, or with one."""
    taken = items or (an_item(),)
    minutes = Minutes(
        imprint=an_imprint(),
        ref="ASB 2026/03",
        held_on=date(2026, 3, 12),
        place="Conference room 2, Northmoor HQ",
        chair="DCC R. Example",
        state="minutes draft",
        quorum="Three members are needed; four were present.",
        attendance=(
            MinuteAttendance(name="R. Example", post="Deputy Chief Constable", presence="present"),
            MinuteAttendance(name="P. Sample", post="ACC Local Policing", presence="apologies"),
            MinuteAttendance(
                name="Q. Specimen", post="Supt", presence="deputy for ACC Local Policing"
            ),
        ),
        items=taken,
        decisions=tuple(decision for item in taken for decision in item.decisions),
        actions=tuple(action for item in taken for action in item.actions),
        next_on=date(2026, 4, 16),
        left_out=0,
    )
    return replace(minutes, **changes)  # type: ignore[arg-type]
