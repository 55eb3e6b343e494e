"""What hangs on one recommendation, written as small pages for its panel."""

from collections.abc import Iterable, Mapping

from gainboard.domain.changes import Entry
from gainboard.domain.states import ActionStatus, ForceStatus, UpdateState
from gainboard.domain.views import (
    ActionView,
    ClauseView,
    DeadlineView,
    Detail,
    EvidenceView,
    UpdateView,
)
from gainboard.gui import theme
from gainboard.gui.entry_fields import changed_fields
from gainboard.gui.wording import count, day, days_late, html, kind, leads, moment
from gainboard.services.naming import Names

FIELDS = 6
_OTHERS = frozenset({ForceStatus.WATCH, ForceStatus.NOT_FOR_US})


def page(body: str) -> str:
    """Return a whole page in the theme's colours; sizes come from the widget's own font."""
    shown = theme.colours()
    return (
        f"<style>h4 {{ margin: 12px 0 2px 0; font-size: small; font-weight: 600;"
        f" color: {shown.muted}; }} p {{ margin: 2px 0; }}"
        f" .muted {{ color: {shown.muted}; }} .strong {{ font-weight: 600; }}"
        f" td {{ padding: 2px 8px 2px 0; }} .rule {{ border-top: 1px solid {shown.line}; }}"
        f"</style>{body}"
    )


def sheet(one: Detail) -> str:
    """Write the recommendation itself: dates, leads, clauses, and its words whole."""
    return page(_deadlines(one) + _leads(one) + _clauses(one) + _missing(one) + _words(one))


def updates(found: Iterable[UpdateView]) -> str:
    """Write the progress records, newest first."""
    return _listed([_update(one) for one in found], "No update has been recorded yet.")


def evidence(one: Detail) -> str:
    """Write the evidence, with what its judges found clause by clause."""
    labels = {view.clause.id: view.clause.label for view in one.clauses}
    pieces = [_piece(piece, labels) for piece in one.evidence]
    return _listed(pieces, "No evidence has been offered yet.")


def actions(found: Iterable[ActionView]) -> str:
    """Write the actions: what, who and by when."""
    return _listed([_action(one) for one in found], "No action has been raised yet.")


def decisions(one: Detail) -> str:
    """Write the decisions, newest first."""
    lines = [_entry(decision.ref, "", html(decision.sentence)) for decision in one.decisions]
    return _listed(lines, "The Board has decided nothing on it yet.")


def history(entries: Iterable[Entry], names: Mapping[int, Names]) -> str:
    """Write the changes, newest first, each with its fields; the names are by entry."""
    lines = [
        _entry(entry.label, moment(entry.at), "<br>".join(_fields(entry, names[entry.seq])))
        for entry in entries
    ]
    return _listed(lines, "Nothing has been recorded yet.")


def _deadlines(one: Detail) -> str:
    summary = one.summary
    rows = [_deadline(deadline) for deadline in summary.deadlines]
    agreed = one.recommendation.agreed_date
    if agreed:
        times = count(summary.extensions, "extension", "extensions")
        said = f" ({times})" if summary.extensions else ""
        rows.append(f"Agreed by the Board: <b>{day(agreed)}</b>{said}")
    if late := days_late(summary.days_late):
        rows.append(f"<b>{late}</b>")
    if summary.recheck_on:
        rows.append(f"To be checked again on {day(summary.recheck_on)}")
    return _section("Deadline", rows or ["None given; the Board may set one."])


def _deadline(one: DeadlineView) -> str:
    where = " (on its clauses)" if one.on_clauses else ""
    words = f"“{html(one.words)}”{where}" if one.words else "None given"
    if one.due:
        words += f" → <b>{day(one.due)}</b>"
    elif one.projected:
        words += f" → {day(one.projected)}, projected"
    rule = html(one.rule) + (", assumption" if one.assumed and "assum" not in one.rule else "")
    return words + (f"<br><span class='muted'>{rule}</span>" if rule else "")


def _leads(one: Detail) -> str:
    summary = one.summary
    names = html(leads(summary)) or "<span class='muted'>not allocated yet</span>"
    group = f"<br>{html(summary.group)}" if summary.group else ""
    return _section("Leads", [names + group])


def _clauses(one: Detail) -> str:
    """Write each clause with where it stands; nobody waits for evidence of what is not ours."""
    found = one.clauses
    if one.summary.force_status in _OTHERS:
        return ""
    if len(found) == 1 and not found[0].clause.label:
        return _section("Evidence needed", [f"{_mark(found[0])} {html(found[0].state)}"])
    rows = "".join(
        f"<tr><td>{_mark(view)}</td><td>({html(view.clause.label)})</td>"
        f"<td>{html(view.clause.text)}<br><span class='muted'>{html(view.state)}</span></td></tr>"
        for view in found
    )
    return f"<h4>Clauses</h4><table cellspacing='0'>{rows}</table>"


def _mark(one: ClauseView) -> str:
    return "<b>✓</b>" if one.is_met else "<b>✗</b>"


def _missing(one: Detail) -> str:
    if one.summary.force_status in _OTHERS:
        return ""
    return _section("To close it", [html(one.summary.missing)]) if one.summary.missing else ""


def _words(one: Detail) -> str:
    summary = one.summary
    source = f"{html(one.report.title)}, {html(kind(summary.kind))} {html(summary.number)}"
    told = [html(summary.text), f"<span class='muted'>{source}</span>"]
    if summary.addressees:
        told.append(f"<span class='muted'>To: {html(', '.join(summary.addressees))}</span>")
    if one.depends_on:
        told.append(f"<span class='muted'>Waits for {html(', '.join(one.depends_on))}</span>")
    if one.depended_on_by:
        waiting = html(", ".join(one.depended_on_by))
        told.append(f"<span class='muted'>Waited for by {waiting}</span>")
    return _section("As printed", told)


def _update(view: UpdateView) -> str:
    one = view.update
    said = [f"reported {one.rag.value.upper()}"] if one.rag else []
    said += [f"forecast {day(one.forecast_on)}"] if one.forecast_on else []
    said += [] if one.state is UpdateState.ACCEPTED else [str(one.state)]
    note = f"<br><span class='muted'>{html(', '.join(said))}</span>" if said else ""
    return _entry(day(one.made_on), view.by, html(one.text) + note)


def _piece(view: EvidenceView, labels: dict[int, str]) -> str:
    one = view.evidence
    kept = f"held at {one.held_at}" if one.held_at else ("file held" if one.attachment_id else "")
    lines = [html(one.text)]
    for line in view.for_clauses:
        label = labels.get(line.clause_id, "")
        judged = "not judged yet"
        if line.verdict:
            by = view.judges.get(line.clause_id, "")
            judged = f"{line.verdict}, judged by {by}" if by else str(line.verdict)
            judged += f": {line.reason}" if line.reason else ""
        name = f"({label}) " if label else ""
        lines.append(f"<span class='muted'>{html(name + judged)}</span>")
    about = ", ".join(part for part in (day(one.dated), kept) if part)
    return _entry(f"E{one.position}", about, "<br>".join(lines))


def _action(view: ActionView) -> str:
    one = view.action
    who = view.owner or "no owner"
    if one.status is ActionStatus.COMPLETE:
        when = f"complete {day(one.completed_on)}"
    else:
        when = f"due {day(one.due)}" if one.due else "no date"
    return _entry(one.ref, f"{who}, {when}", html(one.text))


def _fields(entry: Entry, names: Names) -> list[str]:
    """Write the first fields of an entry; History has them all."""
    fields = changed_fields(entry.rows, names=names)
    lines = [
        f"<span class='muted'>{html(field.name)}:</span> {html(field.change)}"
        for field in fields[:FIELDS]
    ]
    if len(fields) > FIELDS:
        more = len(fields) - FIELDS
        lines.append(f"<span class='muted'>and {more} more in History</span>")
    return lines


def _section(title: str, lines: list[str]) -> str:
    return f"<h4>{title}</h4>" + "".join(f"<p>{line}</p>" for line in lines)


def _entry(strong: str, muted: str, body: str) -> str:
    about = f" <span class='muted'>{html(muted)}</span>" if muted else ""
    return f"<p><b>{html(strong)}</b>{about}<br>{body}</p>"


def _listed(lines: list[str], nothing: str) -> str:
    if not lines:
        return page(f"<p class='muted'>{nothing}</p>")
    return page("<p style='font-size: 4pt'>&nbsp;</p>".join(lines))
