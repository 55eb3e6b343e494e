"""The fields of a journal entry in the board's words, before and after."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from gainboard.domain.changes import Row, RowChange
from gainboard.domain.states import Applicability, ForceStatus
from gainboard.domain.words import shorten
from gainboard.gui.wording import day, moment
from gainboard.services.naming import Names

# States that the board says in other words than those they are kept in.
_STATES = {
    "force_status": {str(state): state.words for state in ForceStatus},
    "applicability": {str(state): state.words for state in Applicability},
}
_YES_OR_NO = frozenset(
    "confidential assumed on_clauses is_own is_partner force_specific national follow_up thematic "
    "partner force_quoted".split()
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*")
_KEPT_NAME = re.compile(r"[a-z]+(_[a-z]+)+")
# Keys and places that mean something to the program alone.
_INSIDE = frozenset({"id", "position", "span_start", "span_end", "sha256", "size"})
# What a record hangs on is said by what it is called, JCB25-5(a) or JCB25-5 E2.
_PARENTS = frozenset({"report_id", "recommendation_id", "clause_id", "meeting_id"})
# What the board has settled, in the words of the papers; the rest is said as it is kept.
_SETTINGS = {
    "force": "name of the force",
    "board": "name of the board",
    "marking": "protective marking",
    "handling": "handling instruction",
    "stale_days": "days without an update",
    "month_rule": "day of a stated month",
    "internal_target_days": "days of the internal target",
}
_SPELT = {"rag": "RAG", "paf": "PAF"}
# The record is called by it already.
_CALLED_BY = frozenset({("setting", "key")})
_NO_NAMES = Names(pointers={}, names={})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one record, the `number`th that changed; `before` is empty for a new one."""

    number: int
    record: str
    name: str
    before: str
    after: str

    @property
    def change(self) -> str:
        """Say the change on one line."""
        if not self.before:
            return self.after
        return f"{self.before} → {self.after or 'nothing'}"


def changed_fields(
    rows: Iterable[RowChange], length: int | None = 160, names: Names = _NO_NAMES
) -> list[FieldChange]:
    """Return the fields that changed, each cut to a length or, with None, whole.

    What people never see is left out; what a field points at is told by its name.
    """
    return [field for n, row in enumerate(rows) for field in _fields(n, row, length, names)]


def _fields(
    number: int, change: RowChange, length: int | None, names: Names
) -> Iterator[FieldChange]:
    before, after = change.before or {}, change.after or {}
    called = shorten(names.of(change.table, change.id), 80)
    if change.table == "setting":
        called = _SETTINGS.get(called, called)
    record = f"{_named(change.table)} · {_plain(called)}" if called else _named(change.table)
    for name in after or before:
        if names.is_pointer(change.table, name):
            former, new = (_pointed(change.table, name, row, names) for row in (before, after))
            if name in _PARENTS and called.startswith(former or new):
                continue
        elif name in _INSIDE or name.endswith("_id") or (change.table, name) in _CALLED_BY:
            continue
        else:
            former, new = (_words(name, row.get(name), length) for row in (before, after))
        if former != new:
            yield FieldChange(
                number=number, record=record, name=_title(name), before=former, after=new
            )


def _pointed(table: str, column: str, row: Row, names: Names) -> str:
    """Return the name of what a row points at; empty where it points at nothing."""
    value = row.get(column)
    if value is None:
        return ""
    return shorten(names.pointed(table, column, value), 80) or "a record that is gone"


def _words(name: str, value: Any, length: int | None) -> str:
    # A nought in these tables is a no, which is what everything new says of most things.
    if value is None or value in ("", 0):
        return ""
    if name in _YES_OR_NO:
        return "yes"
    text = str(value)
    if said := _STATES.get(name, {}).get(text):
        return said
    if _INSTANT.fullmatch(text):
        return moment(text)
    if _KEPT_NAME.fullmatch(text):
        return text.replace("_", " ")
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text if length is None else shorten(text, length)


def _title(column: str) -> str:
    pointer = column.removesuffix("_id")
    return _named(column) if pointer == column else _plain(pointer[:1].upper() + pointer[1:])


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _named(column: str) -> str:
    words = " ".join(_SPELT.get(word, word) for word in column.removesuffix("_on").split("_"))
    return words[:1].upper() + words[1:]
