"""The sample's work between meetings: updates, evidence, judgements, a closure, a return."""

from datetime import date, timedelta

from gainboard.domain.states import Applicability, Rag, Verdict
from gainboard.services import applicability, closing, evidence, extensions, progress
from gainboard.services.sample.cast import ASSURANCE, CONTACT_LEAD, CUSTODY_LEAD, HEALTH_BOARD
from gainboard.services.sample.reports import GoTo, Refs
from gainboard.services.sittings import operation
from gainboard.store.register import Register


def work_until(register: Register, refs: Refs, today: date, go_to: GoTo) -> None:
    _early_weeks(register, refs, today, go_to)
    _late_weeks(register, refs, today, go_to)
    _close_the_keys(register, refs, today, go_to)
    _last_days(register, refs, today, go_to)


def _early_weeks(register: Register, refs: Refs, today: date, go_to: GoTo) -> None:
    reports = (
        (100, "COC1", CONTACT_LEAD, Rag.RED, "412 of 1,150 closed incidents have been reviewed."),
        (96, "AFI1", CONTACT_LEAD, Rag.GREEN, "Every call handler on A and B teams is trained."),
        (92, "1", CONTACT_LEAD, Rag.AMBER, "The course is written; the trainer’s post is vacant."),
    )
    for ago, number, by, rag, text in reports:
        day = today - timedelta(days=ago)
        go_to(day)
        progress.record_update(
            register, refs.of_recording(number), text=text, by=by, rag=rag, dated=day
        )
    go_to(today - timedelta(days=88))
    applicability.decide_applicability(
        register,
        refs.of_custody(14),
        Applicability.JOINT,
        reason="The care board holds the referral service and must sign the protocol with us",
        joint_with=HEALTH_BOARD,
    )
    with operation(register, "Send trackers to a partner"):
        (partner,) = register.tables.bodies.where("name = ?", HEALTH_BOARD)
        register.tables.bodies.change(partner, is_partner=True)


def _late_weeks(register: Register, refs: Refs, today: date, go_to: GoTo) -> None:
    custody, recording = refs.of_custody, refs.of_recording
    in_two_months = today + timedelta(days=60)
    reports = (
        (
            50,
            custody(2),
            Rag.RED,
            "Two of three suites count each shift, Holm Street not yet.",
            40,
        ),
        (44, custody(4), Rag.GREEN, "The provider’s new report shows waits by suite and hour.", 10),
        (41, custody(6), Rag.GREEN, "Places are held for all 46 custody sergeants.", None),
        (
            38,
            custody(7),
            Rag.GREEN,
            "The trial at Skerry Bridge has seen 212 people so far.",
            90,
        ),
        (33, custody(9), Rag.GREEN, "First quarterly audit done: 50 records, 44 agreed.", 20),
        (30, custody(12), Rag.AMBER, "The ambulance service has asked for its lawyers’ view.", 70),
        (24, recording("1"), Rag.AMBER, "The trainer starts next month – “finally”.", 100),
        (20, recording("COC1"), Rag.AMBER, "1,098 of 1,150 reviewed; 187 crimes recorded.", 30),
        (12, recording("AFI2"), Rag.GREEN, "A text message goes out after four hours.", 5),
    )
    for ago, ref, rag, text, ahead in reports:
        day = today - timedelta(days=ago)
        go_to(day)
        progress.record_update(
            register,
            ref,
            text=text,
            by=CUSTODY_LEAD if ref.startswith(refs.custody) else CONTACT_LEAD,
            rag=rag,
            forecast=today + timedelta(days=ahead) if ahead else None,
            dated=day,
        )
    extensions.request_extension(
        register,
        custody(12),
        to=in_two_months + timedelta(days=30),
        reason="The ambulance service’s board meets only every second month",
        by=CUSTODY_LEAD,
    )


def _close_the_keys(register: Register, refs: Refs, today: date, go_to: GoTo) -> None:
    go_to(today - timedelta(days=10))
    keys, audits = refs.of_custody(10), refs.of_custody(9)
    for ref, text, days in (
        (keys, "Key safe log of all three suites, twelve weeks, no shift with one holder", 30),
        (audits, "First quarterly audit: method, sample and findings, with the board’s minute", 33),
    ):
        evidence.offer(
            register,
            ref,
            text=text,
            dated=today - timedelta(days=days),
            held_at="Custody evidence library",
        )
        evidence.judge(
            register,
            ref,
            verdict=Verdict.SUFFICIENT,
            by=ASSURANCE,
            reason="Seen at each suite, unannounced, and it agrees with the log",
        )
    closing.close(register, keys)
    closing.submit(register, audits)
    closing.demonstrate(
        register,
        audits,
        recheck_on=today + timedelta(days=75),
        reason="The second audit must show that the first was not the exception",
    )


def _last_days(register: Register, refs: Refs, today: date, go_to: GoTo) -> None:
    go_to(today - timedelta(days=6))
    concern, medicines = refs.of_recording("COC1"), refs.of_custody(2)
    offered = (
        (concern, ("a", "b"), "Registrar’s audit of 300 reports, 96.3 % within 24 hours"),
        (concern, ("c",), "Draft terms of reference for the crime registrar"),
        (medicines, ("a", "b"), "Stock records of Skerry Bridge and Quayside, ten weeks"),
    )
    for ref, labels, text in offered:
        evidence.offer(register, ref, clauses=labels, text=text, dated=today - timedelta(days=15))
    evidence.judge(register, concern, clauses=("a", "b"), verdict=Verdict.SUFFICIENT, by=ASSURANCE)
    evidence.judge(
        register,
        medicines,
        clauses=("a", "b"),
        verdict=Verdict.PARTLY,
        by=ASSURANCE,
        reason="Nothing yet from Holm Street",
    )
    closing.return_for_evidence(
        register, medicines, reason="Evidence covers two suites of the three"
    )
    progress.set_inspectorate_status(
        register, concern, status="being progressed", note="Said at the quarterly review"
    )
