"""A mapping as JSON: what a person would write by hand, so that one can."""

from typing import Any

from gainboard.domain.incoming.fields import CHOSEN, Field
from gainboard.domain.incoming.mapping import ColumnChoice, Mapping, SheetChoice, ValueChoice
from gainboard.domain.incoming.meanings import meanings
from gainboard.errors import GainboardError

_KIND = "gainboard tracker mapping"


def to_json(mapping: Mapping) -> dict[str, Any]:
    """Return columns by name, words by field, and which sheets are read."""
    values: dict[str, dict[str, str]] = {}
    for one in mapping.values:
        values.setdefault(str(one.field), {})[one.words] = one.means
    return {
        "is": _KIND,
        "name": mapping.name,
        "report_title": mapping.report_title,
        "source_kind": mapping.source_kind,
        "sheets": {one.name: one.read for one in mapping.sheets},
        "columns": {one.name: str(one.field) for one in mapping.columns},
        "values": values,
    }


def from_json(document: Any) -> Mapping:
    """Return the mapping; raises GainboardError E-BAD-MAPPING that says what is wrong."""
    if not isinstance(document, dict):
        raise _bad("it is no JSON object")
    sheets, columns = _named(document, "sheets"), _named(document, "columns")
    return Mapping(
        name=_text(document, "name"),
        report_title=_text(document, "report_title"),
        source_kind=_text(document, "source_kind") or "other",
        sheets=tuple(
            SheetChoice(name=name, read=read is True, why="as before")
            for name, read in sheets.items()
        ),
        columns=tuple(
            ColumnChoice(name=name, field=_field(words), why="as before")
            for name, words in columns.items()
        ),
        values=tuple(
            ValueChoice(field=field, words=words, means=_meaning(field, means))
            for field in CHOSEN
            for words, means in _named(_named(document, "values"), str(field)).items()
        ),
    )


def _named(document: dict[str, Any], key: str) -> dict[str, Any]:
    value = document.get(key, {})
    if not isinstance(value, dict):
        raise _bad(f"“{key}” is no JSON object")
    return value


def _text(document: dict[str, Any], key: str) -> str:
    value = document.get(key, "")
    if not isinstance(value, str):
        raise _bad(f"“{key}” is no text")
    return value


def _field(words: Any) -> Field:
    try:
        return Field(words)
    except ValueError:
        known = ", ".join(Field)
        raise _bad(f"“{words}” is nothing a column can hold; it may hold {known}") from None


def _meaning(field: Field, means: Any) -> str:
    if means != "" and means not in meanings(field):
        known = ", ".join(meanings(field))
        raise _bad(f"“{means}” is no {field.words.lower()}; it may be {known}")
    return str(means)


def _bad(what: str) -> GainboardError:
    return GainboardError(
        "E-BAD-MAPPING", f"The mapping cannot be used: {what}. Nothing was taken in; correct it."
    )
