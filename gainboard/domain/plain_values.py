"""Values as what JSON can hold, and back by their types: one way for drafts and what is kept.

What comes back may come from another program, so a value that is not of its field's type is
refused, never taken as it is.
"""

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_SIMPLE = (str, int, float, bool, types.NoneType)


def to_plain(value: Any) -> Any:
    """Return dataclasses as dicts, tuples as lists, enums and days as their words."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: to_plain(each) for key, each in value.items()}
    return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}


def from_plain(kind: type[T], plain: Any) -> T:
    """Return the value of a dataclass from its dict.

    Raises ValueError where a field is missing, unknown or of another type. Fields with a default
    may be missing.
    """
    value: T = _read(kind, plain)
    return value


def _read(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _read_choice(get_args(kind), plain)
    if origin is Literal:
        return _agreed(plain, plain in get_args(kind))
    if origin is tuple:
        return _read_tuple(get_args(kind), plain)
    if origin is dict:
        of_key, of_value = get_args(kind)
        _agreed(plain, isinstance(plain, dict))
        return {_read(of_key, key): _read(of_value, each) for key, each in plain.items()}
    if is_dataclass(kind):
        return _read_record(kind, plain)
    if kind in _SIMPLE:
        return _agreed(plain, type(plain) is kind)
    _agreed(plain, isinstance(plain, (str, int)))
    return (
        date.fromisoformat(_agreed(plain, isinstance(plain, str))) if kind is date else kind(plain)
    )


def _read_choice(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None and types.NoneType in kinds:
        return None
    (kind,) = (each for each in kinds if each is not types.NoneType)
    return _read(kind, plain)


def _read_tuple(kinds: tuple[Any, ...], plain: Any) -> Any:
    _agreed(plain, isinstance(plain, list))
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in plain)
    return tuple(_read(kind, each) for kind, each in zip(kinds, plain, strict=True))


def _read_record(kind: Any, plain: Any) -> Any:
    _agreed(plain, isinstance(plain, dict))
    hints, needed = _shape(kind)
    if not plain.keys() <= hints.keys() or not needed <= plain.keys():
        raise ValueError(f"not the fields of {kind.__name__}")
    return kind(**{name: _read(hints[name], each) for name, each in plain.items()})


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the type of each field, and which fields have to be there."""
    hints = get_type_hints(kind)
    known = {field.name: hints[field.name] for field in fields(kind)}
    needed = (
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    )
    return known, frozenset(needed)


def _agreed(plain: Any, is_so: bool) -> Any:
    if not is_so:
        raise ValueError(f"a {type(plain).__name__} where another kind of value belongs")
    return plain
