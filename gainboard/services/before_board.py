"""What was before the board when a line was taken up, in words the minutes keep."""

from gainboard.domain.meeting import AgendaItem
from gainboard.domain.recommendation import Recommendation
from gainboard.domain.sentences import in_full
from gainboard.domain.states import OURS
from gainboard.domain.views import Summary
from gainboard.services.summaries import summary
from gainboard.store.register import Register


def before_board(register: Register, item: AgendaItem) -> str:
    """Return what the board has before it on a line, one fact a line of text."""
    if item.recommendation_id is not None:
        one = register.tables.recommendations.get(item.recommendation_id)
        return "\n".join(_facts(register, one, summary(register, one)))
    if item.report_id is not None:
        return _report(register, item.report_id)
    return ""


def since_last(register: Register, one: Recommendation) -> str:
    """Return when the board last considered a recommendation and what changed since, in words."""
    sql = (
        "SELECT meeting.ref, meeting.held_on FROM agenda_item "
        "JOIN meeting ON meeting.id = meeting_id "
        "WHERE recommendation_id = ? AND agenda_item.state IN ('considered', 'deferred') "
        "AND meeting.state <> 'in_session' ORDER BY held_on DESC, meeting.id DESC LIMIT 1"
    )
    row = register.db.execute(sql, [one.id]).fetchone()
    if row is None:
        return "Not considered by the Board before."
    return f"Last considered at {row[0]}; since then: {_changed(register, one, row[1])}."


def _changed(register: Register, one: Recommendation, since: str) -> str:
    counts = (
        ("update", "progress_update", "made_on > ?"),
        ("piece of evidence", "evidence", "added_on > ?"),
        ("action done", "action", "completed_on > ?"),
        ("extension", "extension", "verdict = 'granted' AND decided_on > ?"),
    )
    told = []
    for noun, table, where in counts:
        sql = f"SELECT count(*) FROM {table} WHERE recommendation_id = ? AND {where}"
        count = register.db.execute(sql, [one.id, since]).fetchone()[0]
        told += [_counted(count, noun)] if count else []
    return ", ".join(told) or "nothing recorded"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _counted(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    plural = {"piece of evidence": "pieces of evidence", "action done": "actions done"}
    return f"{count} {plural.get(noun, noun + 's')}"


def _facts(register: Register, one: Recommendation, row: Summary) -> list[str]:
    leads = " / ".join(name for name in (row.chief_officer, row.delivery_lead) if name)
    facts = [
        f"Force status: {row.force_status.words}. "
        f"Inspectorate status: {row.inspectorate_status or 'none'}.",
        f"RAG: {row.rag.upper()} ({row.rag.words})." if row.rag else "RAG: not rated.",
        _deadline(row),
        f"Leads: {leads}, {row.group}." if leads else "No leads yet.",
        f"Latest update: {row.latest_update}" if row.latest_update else "No update yet.",
        f"Not ready to close: {row.missing}." if row.missing else "",
        since_last(register, one),
    ]
    return [fact for fact in facts if fact]


def _deadline(row: Summary) -> str:
    words = "; ".join(view.words for view in row.deadlines if view.words) or "none given"
    if row.current_date is None:
        return f"Deadline as written: {words}. No current date."
    kind = "Projected date" if row.is_projected else "Current date"
    late = f", {_counted(row.days_late, 'day')} late" if row.days_late else ""
    times = f", extended {_times(row.extensions)}" if row.extensions else ""
    return f"Deadline as written: {words}. {kind}: {in_full(row.current_date)}{late}{times}."


def _report(register: Register, report_id: int) -> str:
    report = register.tables.reports.get(report_id)
    every = register.tables.recommendations.where("report_id = ?", report_id)
    ours = [one.ref for one in every if one.applicability in OURS]
    published = f", published {in_full(report.published)}" if report.published else ""
    told = f"{len(ours)} for the force: {', '.join(ours)}" if ours else "none for the force"
    return f"{report.title}{published}. {_counted(len(every), 'recommendation')}; {told}."
