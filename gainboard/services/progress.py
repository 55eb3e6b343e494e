"""Progress: dated updates that are never overwritten, RAG, the inspectorate's own status."""

from datetime import date

from gainboard.domain import rag as rules
from gainboard.domain.changes import Changes
from gainboard.domain.recommendation import Recommendation, StatusEntry, Update
from gainboard.domain.sentences import because, in_full, stopped
from gainboard.domain.states import DecisionKind, Rag, UpdateState
from gainboard.errors import Refused
from gainboard.services import lookup
from gainboard.services.dating import Dating
from gainboard.services.sittings import decide, in_session, operation, sitting
from gainboard.store.register import Register


def record_update(
    register: Register,
    ref: str,
    *,
    text: str,
    by: str,
    rag: Rag | None = None,
    forecast: date | None = None,
    dated: date | None = None,
) -> Changes:
    """Record progress as told by somebody; what the secretariat enters itself is accepted.

    In a meeting it is a minuted decision. `forecast` is the date it is expected to be met.
    """
    one = lookup.recommendation(register, ref)
    words = lookup.required(text, f"The text of the update on {one.ref}")
    lookup.required(by, "The name of who reports")
    _refuse_rating(one, rag)
    with operation(register, f"Record an update on {one.ref}") as change:
        who = lookup.person(register, by)
        register.tables.updates.add(
            Update(
                recommendation_id=one.id,
                made_on=dated or sitting(register).on,
                text=words,
                by_id=who.id,
                entered_by=register.by,
                rag=rag,
                forecast_on=forecast,
                state=UpdateState.ACCEPTED,
            )
        )
        if dated is None or not _told_since(register, one, dated):
            _rate(register, one, rag, forecast)
        if in_session(register):
            told = stopped(words) + _outlook(rag, forecast)
            decide(register, DecisionKind.ACCEPT_UPDATE, one, by=who.name, text=told)
    return change.done


def judge_update(register: Register, update_id: int, *, accept: bool, reason: str = "") -> Changes:
    """Accept or reject a pending update; a rejected one stays on record."""
    update = register.tables.updates.first("id = ?", update_id)
    if update is None:
        raise lookup.unknown(str(update_id), "update")
    if update.state is not UpdateState.PENDING:
        raise Refused("E-ALREADY-JUDGED", f"That update is {update.state}; nothing was changed.")
    one = register.tables.recommendations.get(update.recommendation_id)
    verdict = UpdateState.ACCEPTED if accept else UpdateState.REJECTED
    by = register.tables.people.get(update.by_id).name if update.by_id else "its author"
    verb = "Accept" if accept else "Reject"
    with operation(register, f"{verb} an update on {one.ref}") as change:
        register.tables.updates.change(update, state=verdict)
        if accept:
            _rate(register, one, update.rag, update.forecast_on)
            decide(register, DecisionKind.ACCEPT_UPDATE, one, by=by, text=stopped(update.text))
        else:
            decide(register, DecisionKind.REJECT_UPDATE, one, by=by, because=because(reason))
    return change.done


def set_rag(
    register: Register, ref: str, *, rag: Rag, forecast: Rag | None = None, reason: str = ""
) -> Changes:
    """Rate a recommendation; the board's own word, beside what its lead reports."""
    one = lookup.recommendation(register, ref)
    _refuse_rating(one, rag)
    _refuse_rating(one, forecast)
    with operation(register, f"Rate {one.ref} {rag}") as change:
        register.tables.recommendations.change(
            one, rag=rag, forecast_rag=forecast or one.forecast_rag
        )
        text = f"{rag.upper()} ({rag.words})"
        decide(register, DecisionKind.SET_RAG, one, text=text, because=because(reason))
    return change.done


def set_inspectorate_status(
    register: Register, ref: str, *, status: str, note: str = ""
) -> Changes:
    """Log what the inspectorate says of a recommendation; its words, not ours."""
    one = lookup.recommendation(register, ref)
    words = lookup.required(status, "The inspectorate's status")
    with operation(register, f"Log the inspectorate’s status of {one.ref}") as change:
        register.tables.recommendations.change(one, inspectorate_status=words)
        day = sitting(register).on
        register.tables.status_entries.add(
            StatusEntry(recommendation_id=one.id, status=words, set_on=day, note=note)
        )
    return change.done


def _refuse_rating(one: Recommendation, rag: Rag | None) -> None:
    if rag is not None and rules.says_another_thing(rag, one.force_status):
        raise Refused(
            "E-BAD-RAG",
            f"{rag.capitalize()} says “{rag.words}”, and {one.ref} is {one.force_status.words}; "
            "nothing was changed. Rate it green, amber or red.",
        )


def _told_since(register: Register, one: Recommendation, day: date) -> bool:
    """Tell whether a later update stands; one entered late says how it was, not how it is."""
    where = "recommendation_id = ? AND made_on > ? AND state = ?"
    later = register.tables.updates.count(where, one.id, day.isoformat(), UpdateState.ACCEPTED)
    return later > 0


def _rate(register: Register, one: Recommendation, rag: Rag | None, forecast: date | None) -> None:
    """Let an accepted update speak for the recommendation."""
    current = Dating(register, [one]).current(one)
    expected = rules.forecast(forecast, current.on) if forecast else one.forecast_rag
    register.tables.recommendations.change(one, rag=rag or one.rag, forecast_rag=expected)


def _outlook(rag: Rag | None, forecast: date | None) -> str:
    rated = f" Rated {rag.upper()} ({rag.words})." if rag else ""
    return rated + (f" Forecast {in_full(forecast)}." if forecast else "")
