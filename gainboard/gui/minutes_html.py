"""Minutes as a document to read on the screen: HTML, every word of the register escaped."""

from collections.abc import Iterable
from html import escape

from gainboard.domain.agenda import SECTIONS
from gainboard.domain.minutes import MinuteAction, MinuteDecision, MinuteItem, Minutes
from gainboard.gui.meeting_dates import show_day


def minutes_html(minutes: Minutes, muted: str, line: str) -> str:
    """Return the minutes as HTML; `muted` and `line` are colours of the theme in use."""
    parts = [
        f"<style>.muted {{ color: {muted}; }} td {{ padding: 2px 12px 2px 0; }}"
        f" hr {{ color: {line}; }}</style>",
        *_head(minutes),
        *_attendance(minutes),
        *_items(minutes.items),
        *_lists(minutes),
        *_foot(minutes),
    ]
    return "\n".join(parts)


def _head(minutes: Minutes) -> list[str]:
    imprint = minutes.imprint
    where = f", {escape(minutes.place)}" if minutes.place else ""
    return [
        f"<h1>Minutes of {escape(minutes.ref)}</h1>",
        f"<p><b>{escape(imprint.board)}, {escape(imprint.force)}</b><br>"
        f"Held on {show_day(minutes.held_on)}{where}. "
        f"Chair: {escape(minutes.chair or 'not recorded')}. {escape(minutes.state.capitalize())}."
        "</p>",
        *(_paragraph(minutes.quorum) if minutes.quorum else []),
        *(_left_out(minutes.left_out) if minutes.left_out else []),
    ]


def _attendance(minutes: Minutes) -> list[str]:
    rows = [
        f"<tr><td>{escape(one.name)}</td><td>{escape(one.post)}</td>"
        f"<td>{escape(one.presence)}</td></tr>"
        for one in minutes.attendance
    ]
    table = ["<table>", *rows, "</table>"] if rows else _paragraph("No attendance was recorded.")
    return ["<h2>Attendance</h2>", *table]


def _items(items: Iterable[MinuteItem]) -> list[str]:
    parts: list[str] = []
    section = 0
    for item in items:
        if item.section != section:
            section = item.section
            parts.append(f"<h2>{section}. {escape(SECTIONS.get(section, ''))}</h2>")
        parts += _item(item)
    return parts


def _item(item: MinuteItem) -> list[str]:
    parts = []
    if item.ref or item.title != SECTIONS.get(item.section):
        name = item.ref or item.title
        parts.append(f"<h3>{escape(item.number)} {escape(name)}</h3>")
    if item.confidential:
        parts.append("<p><b>Confidential</b></p>")
    if item.text:
        parts.append(f"<p><i>{_lines(item.text)}</i></p>")
    if item.before_board:
        parts.append(f'<p class="muted">Before the Board: {_lines(item.before_board)}</p>')
    if item.discussion:
        parts.append(f"<p>{_lines(item.discussion)}</p>")
    parts += [_decision(decision) for decision in item.decisions]
    parts += [_action(action) for action in item.actions]
    if not item.decisions and item.outcome:
        parts.append(f'<p class="muted">{escape(item.outcome.capitalize())}.</p>')
    return parts


def _lists(minutes: Minutes) -> list[str]:
    decisions = [_decision(decision, whole=True) for decision in minutes.decisions]
    actions = [_action(action, whole=True) for action in minutes.actions]
    return [
        "<hr><h2>Decisions</h2>",
        *(decisions or _paragraph("None.")),
        "<h2>Action log</h2>",
        *(actions or _paragraph("None.")),
    ]


def _foot(minutes: Minutes) -> list[str]:
    following = show_day(minutes.next_on) or "to be arranged"
    imprint = minutes.imprint
    return [
        f"<p><b>Next meeting:</b> {following}</p>",
        *(f"<p><b>Addendum</b> {_lines(words)}</p>" for words in minutes.addenda),
        f'<p class="muted">From the register as it stood at {imprint.made_at:%d/%m/%Y %H:%M}, '
        f"entry {escape(imprint.anchor)}.</p>",
    ]


def _decision(decision: MinuteDecision, *, whole: bool = False) -> str:
    name = decision.ref if whole else decision.number
    return f"<p><b>{escape(name)}</b>&nbsp; {_lines(decision.sentence)}</p>"


def _action(action: MinuteAction, *, whole: bool = False) -> str:
    name = action.ref if whole else action.number
    about = f" ({escape(action.about)})" if whole and action.about else ""
    due = f", by {show_day(action.due)}" if action.due else ""
    owner = escape(action.owner or "no owner")
    return f"<p><b>{escape(name)}</b>&nbsp; {_lines(action.text)}{about} <b>{owner}{due}</b></p>"


def _left_out(count: int) -> list[str]:
    items = "1 confidential item is" if count == 1 else f"{count} confidential items are"
    return _paragraph(f"This copy is not whole: {items} left out.")


def _paragraph(words: str) -> list[str]:
    return [f"<p>{escape(words)}</p>"]


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")
