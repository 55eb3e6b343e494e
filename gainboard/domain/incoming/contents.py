"""What stands in a column: dates, a few words again and again, long texts, marks of identity."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gainboard.domain.incoming.days import is_nothing, read_day
from gainboard.domain.incoming.fields import CHOSEN, DATES, Field
from gainboard.domain.incoming.meanings import proposed_meaning
from gainboard.domain.incoming.workbook import Cell, words_of

_LOOKED_AT = 400
_SOURCE = re.compile(
    r"inspection|audit|inquiry|review|learning|complaint|deaths|thematic|report|other",
    re.IGNORECASE,
)
_LONGEST_DAY = 40
_PERSON = frozenset({Field.CHIEF_OFFICER, Field.DELIVERY_LEAD, Field.GROUP})
_FEW = frozenset({*CHOSEN, Field.INSPECTORATE_STATUS, Field.SOURCE_KIND})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Hold how many cells are filled, and of those which share is what; lengths are in signs."""

    filled: int
    dates: float
    length: float
    distinct: float
    kinds: int
    sources: float
    meaning: dict[Field, float]


def contents_of(cells: Iterable[Cell]) -> Contents:
    """Look through a column; a long one is looked at in steps."""
    every = [cell for cell in cells if not _is_nothing(cell)]
    looked = every[:: max(1, len(every) // _LOOKED_AT)]
    words = [words_of(cell) for cell in looked]
    count = max(1, len(words))
    different = Counter(word.casefold() for word in words)
    return Contents(
        filled=len(every),
        dates=sum(1 for cell in looked if _is_day(cell)) / count,
        length=sum(map(len, words)) / count,
        distinct=len(different) / count,
        kinds=len(different),
        sources=sum(1 for word in words if _SOURCE.search(word)) / count,
        meaning={field: _share(field, different) for field in CHOSEN},
    )


def fit(field: Field, held: Contents) -> float:
    """Return how well what stands in a column fits a field: 1 is well, little is badly."""
    if not held.filled:
        return 0.9
    if field in DATES:
        return _fit_of_dates(field, held)
    if held.dates > 0.6 and field is not Field.DEADLINE_WORDS:
        return 0.3
    if field is Field.TEXT:
        return 1.05 if held.length >= 40 else 0.9 if held.length >= 12 else 0.3
    if field is Field.UPDATE:
        return 1.0 if held.length >= 12 else 0.8 if held.length >= 3 else 0.6
    if field in (Field.RAG, Field.FORECAST, Field.KIND, Field.APPLICABILITY):
        return 1.0 if held.meaning[field] >= 0.4 else 0.45
    if field is Field.RATING:
        return 1.0 if held.length <= 20 else 0.4
    if field is Field.SOURCE_KIND and held.sources < 0.4:
        return 0.4 if held.meaning[Field.KIND] >= 0.6 else 0.7
    if field in _FEW:
        return 1.0 if held.length <= 45 and (held.kinds <= 40 or held.distinct < 0.3) else 0.4
    if field is Field.NUMBER:
        return 1.0 if held.length <= 16 else 0.4
    if field is Field.REF:
        return 1.0 if held.distinct >= 0.75 and held.length <= 40 else 0.6
    if field in _PERSON:
        return 1.0 if held.length <= 60 else 0.4
    return 1.0


def _fit_of_dates(field: Field, held: Contents) -> float:
    if held.dates >= 0.5:
        return 1.05
    if field is Field.DUE and held.length <= 40:
        return 0.95 if held.dates > 0.1 else 0.75
    return 0.85 if held.dates >= 0.2 else 0.3


def _share(field: Field, words: Counter[str]) -> float:
    known = sum(count for word, count in words.items() if proposed_meaning(field, word))
    return known / max(1, words.total())


def _is_nothing(cell: Cell) -> bool:
    return not isinstance(cell, date) and is_nothing(cell)


def _is_day(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    read = read_day(cell[:_LONGEST_DAY])
    is_plain = not read.doubt or cell.strip().isdecimal()
    return len(cell) <= _LONGEST_DAY and read.day is not None and is_plain
