"""One entry of the history, written out field by field."""

from collections.abc import Iterator

from gainboard.domain.changes import Entry
from gainboard.gui.entry_fields import FieldChange, changed_fields
from gainboard.gui.wording import count, html, moment
from gainboard.services.naming import Names

# More of one change than anybody reads, and a browser would take long to lay it out.
MOST_RECORDS = 200


def written(entry: Entry, names: Names, more: int = 0) -> str:
    """Write an entry: what, when, by whom, what became of it, and each field that changed.

    `more` is how many records it changed besides those it holds here.
    """
    where = f" in {html(entry.meeting)}" if entry.meeting else ""
    number = f"entry {entry.seq}, on papers {entry.seq}:{entry.hash[:12]}"
    about = f"{moment(entry.at)} by {html(entry.by)}{where}; {number}"
    state = "".join(f"<p>{line}</p>" for line in _states(entry))
    rows = "".join(_rows(changed_fields(entry.rows, None, names)))
    return (
        f"<p><b>{html(entry.label)}</b></p><p class='muted'>{about}</p>"
        f"{state}<table cellspacing='0'>{rows}</table>{_more(more)}"
    )


def _more(records: int) -> str:
    if not records:
        return ""
    told = count(records, "record more was", "records more were")
    return f"<p>{told} changed. The command “gainboard history --json” tells of every one.</p>"


def _states(entry: Entry) -> Iterator[str]:
    if entry.undone_by:
        yield f"Taken back by entry {entry.undone_by}."
    if entry.target:
        does = "Takes back" if entry.kind == "undo" else "Does again"
        yield f"{does} entry {entry.target}."
    if entry.rows and not any(row.before or row.after for row in entry.rows):
        yield f"{count(len(entry.rows), 'record was', 'records were')} erased for good."
    if not entry.rows:
        yield (
            "Its details were erased by disposal, with the records it told of. When it was made "
            "and by whom is kept, so that the history can still be checked from end to end."
        )


def _rows(fields: list[FieldChange]) -> Iterator[str]:
    record = -1
    for field in fields:
        if field.number != record:
            record = field.number
            yield f"<tr><td colspan='2'><br><b>{html(field.record)}</b></td></tr>"
        said = html(field.after)
        if field.before:
            said = f"<span class='muted'><s>{html(field.before)}</s></span> → {said or 'nothing'}"
        yield f"<tr><td class='muted'>{html(field.name)}</td><td>{said}</td></tr>"
