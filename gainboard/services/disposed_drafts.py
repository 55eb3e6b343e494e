"""Words being typed about a report or a meeting, which go when it is disposed of."""

import json

from gainboard.domain.report import Report
from gainboard.services.retention import Subject
from gainboard.store.pointers import column, pointing
from gainboard.store.register import Register

Gone = dict[str, set[int]]

# A draft about an agenda line is kept under the line's id.
_BY_LINE = ("discussion", "form")


def drafts_about(register: Register, about: Subject, gone: Gone) -> list[str]:
    """Return the places of drafts about a report or meeting; of documents under review, in doubt.

    Call it while the rows are still there.
    """
    refs, lines = _refs(register, about, gone), _lines(register, gone)
    signs = _signs(register, about, gone)
    return [
        draft.place
        for draft in register.drafts.every()
        if _is_about(draft.place, refs, lines)
        or (draft.place.startswith(("intake/", "tracker/")) and _holds(draft.words, signs))
    ]


def _refs(register: Register, about: Subject, gone: Gone) -> set[str]:
    found = [about.ref]
    for table in ("recommendation", "action", "decision"):
        found += column(register.db, table, "ref", gone.get(table, ()))
    return {ref.casefold() for ref in found}


def _lines(register: Register, gone: Gone) -> set[str]:
    db = register.db
    lines = set(gone.get("agenda_item", ()))
    lines |= pointing(db, "agenda_item", "report_id", gone.get("report", ()))
    lines |= pointing(db, "agenda_item", "recommendation_id", gone.get("recommendation", ()))
    return {str(line) for line in lines}


def _signs(register: Register, about: Subject, gone: Gone) -> set[str]:
    """Return words by which the document of a report is known again."""
    if not isinstance(about.record, Report):
        return set()
    texts = column(register.db, "recommendation", "text", gone.get("recommendation", ()))
    found = [about.title, about.ref, *texts]
    return {words.casefold() for text in found for words in (text, _in_json(text)) if words}


def _is_about(place: str, refs: set[str], lines: set[str]) -> bool:
    kind, _, rest = place.partition("/")
    if kind in _BY_LINE:
        return rest.partition("/")[0] in lines
    # A reference may hold the slash that parts the place: GAIN 2026/03-A01.
    told = f"/{rest.casefold()}/"
    return any(f"/{ref}/" in told or f"/{ref}(" in told for ref in refs)


def _holds(words: str, signs: set[str]) -> bool:
    told = words.casefold()
    return any(sign in told for sign in signs)


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
