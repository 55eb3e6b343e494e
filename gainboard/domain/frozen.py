"""Frozen reports back from the JSON they were kept as."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def thaw(kind: type[T], kept: Mapping[str, Any]) -> T:
    """Return a frozen dataclass of `kind` from its fields; dates are ISO text, tuples are lists."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: _thaw(hints[name], kept[name]) for name in names if name in kept})


def _thaw(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_thaw(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return thaw(hint, value)
    if hint in (date, datetime):
        return hint.fromisoformat(value)
    return hint(value)
