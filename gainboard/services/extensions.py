"""Extensions: the date the board has agreed, its history, and how often it moved."""

from datetime import date

from gainboard.domain import rag as rules
from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Extension, Recommendation
from gainboard.domain.sentences import because, in_full
from gainboard.domain.states import (
    OPEN_STATUSES,
    DecisionKind,
    ExtensionVerdict,
    Rag,
    UpdateState,
)
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.dating import Dating
from gainboard.services.sittings import decide, operation, sitting
from gainboard.store.register import Register


def warning_before(register: Register, ref: str) -> str:
    """Return what to warn of before another extension, or empty for the first."""
    one = lookup.recommendation(register, ref)
    granted = _granted(register, one)
    if not granted:
        return ""
    times = "once" if granted == 1 else f"{granted} times"
    return f"{one.ref} has been extended {times} already; another extension needs a reason."


def extend(
    register: Register, ref: str, *, to: date, reason: str = "", sentence: str = ""
) -> Changes:
    """Agree a later date. A second extension needs a reason; an earlier date is refused.

    Where there was no date at all the board sets one, which counts as no extension.
    """
    one = lookup.recommendation(register, ref)
    _refuse_settled(one)
    former = _binding(register, one)
    _refuse_not_later(one, to, former)
    if _granted(register, one) and not reason.strip():
        raise Refused(
            "E-REASON-NEEDED", f"{warning_before(register, ref)} Nothing was changed; give it."
        )
    with operation(register, f"Extend {one.ref} to {in_full(to)}") as change:
        register.tables.recommendations.change(
            one, agreed_date=to, forecast_rag=_forecast(register, one, to)
        )
        decision = decide(
            register,
            DecisionKind.EXTEND,
            one,
            own_words=sentence,
            moved="extended" if former else "set",
            to=in_full(to),
            former=f" (from {in_full(former)})" if former else "",
            because=because(reason),
        )
        _record(register, one, to, reason, former, ExtensionVerdict.GRANTED, decision.id)
    return change.done


def refuse_extension(register: Register, ref: str, *, to: date, reason: str) -> Changes:
    """Refuse a later date that was asked for, with the reason."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, "The reason for refusing")
    _refuse_settled(one)
    former = _binding(register, one)
    with operation(register, f"Refuse to extend {one.ref} to {in_full(to)}") as change:
        decision = decide(
            register,
            DecisionKind.REFUSE_EXTENSION,
            one,
            to=in_full(to),
            because=because(words),
        )
        _record(register, one, to, words, former, ExtensionVerdict.REFUSED, decision.id)
    return change.done


def request_extension(
    register: Register, ref: str, *, to: date, reason: str, by: str = ""
) -> Changes:
    """Note that a later date is asked for; the request comes before the next meeting."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(reason, "The reason for asking")
    _refuse_settled(one)
    _refuse_waiting(register, one)
    with operation(register, f"Ask to extend {one.ref} to {in_full(to)}") as change:
        register.tables.extensions.add(
            Extension(
                recommendation_id=one.id,
                requested_to=to,
                reason=words,
                requested_by_id=lookup.person_id(register, by),
                requested_on=sitting(register).on,
                former_date=_binding(register, one),
            )
        )
    return change.done


def _binding(register: Register, one: Recommendation) -> date | None:
    """Return the date there is to extend; a projected one binds nobody yet."""
    current = Dating(register, [one]).current(one)
    return None if current.is_projected else current.on


def _record(
    register: Register,
    one: Recommendation,
    to: date,
    reason: str,
    former: date | None,
    verdict: ExtensionVerdict,
    decision_id: int,
) -> None:
    """Answer the request that is waiting, or write request and answer at once."""
    table, day = register.tables.extensions, sitting(register).on
    asked = _waiting(register, one) or table.add(
        Extension(recommendation_id=one.id, requested_to=to, reason=reason, requested_on=day)
    )
    table.change(
        asked,
        requested_to=to,
        reason=asked.reason or reason,
        former_date=former,
        verdict=verdict,
        decided_on=day,
        decision_id=decision_id,
    )


def _forecast(register: Register, one: Recommendation, to: date) -> Rag | None:
    """Return what the newest forecast says of the new date."""
    told = register.tables.updates.first(
        "recommendation_id = ? AND forecast_on IS NOT NULL AND state = ?",
        one.id,
        UpdateState.ACCEPTED,
        order="made_on DESC, id DESC",
    )
    if told is None or told.forecast_on is None:
        return one.forecast_rag
    return rules.forecast(told.forecast_on, to)


def _waiting(register: Register, one: Recommendation) -> Extension | None:
    return register.tables.extensions.first(
        "recommendation_id = ? AND verdict = ?", one.id, ExtensionVerdict.REQUESTED
    )


def _granted(register: Register, one: Recommendation) -> int:
    return register.tables.extensions.count(
        "recommendation_id = ? AND verdict = ? AND former_date IS NOT NULL",
        one.id,
        ExtensionVerdict.GRANTED,
    )


def _refuse_waiting(register: Register, one: Recommendation) -> None:
    waiting = _waiting(register, one)
    if waiting is not None:
        raise Refused(
            "E-ALREADY-ASKED",
            f"A request to extend {one.ref} to {in_full(waiting.requested_to)} waits for an "
            "answer; nothing was changed. Grant or refuse it first.",
        )


def _refuse_settled(one: Recommendation) -> None:
    if one.force_status not in OPEN_STATUSES:
        raise Refused(
            "E-NOT-OPEN",
            f"{one.ref} is {one.force_status.words} and has no date to extend; "
            "nothing was changed.",
        )


def _refuse_not_later(one: Recommendation, to: date, former: date | None) -> None:
    if former is not None and to <= former:
        raise Refused(
            "E-NOT-LATER",
            f"{in_full(to)} is not later than {in_full(former)}, the date {one.ref} has; "
            "nothing was changed. Give a later date.",
        )
