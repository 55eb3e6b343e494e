"""The meaning proposed for each column, from its name and from what stands in it, with why."""

from collections.abc import Sequence
from dataclasses import dataclass

from gainboard.domain.incoming.contents import Contents, contents_of, fit
from gainboard.domain.incoming.days import day_at_end
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.headers import Header
from gainboard.domain.incoming.mapping import ColumnChoice, Sureness
from gainboard.domain.incoming.names import spoken_for
from gainboard.domain.incoming.workbook import Sheet, words_of
from gainboard.domain.tracker import COLUMNS

_ENOUGH = 0.5
_SAMPLES = 5
_OWN = 0.6
# What this program's own tracker says again of what stands in its other columns.
_DERIVED = frozenset(COLUMNS[name] for name in ("clause", "basis", "next_review", "marking"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    worth: float
    place: int
    field: Field
    why: str


def propose_columns(sheet: Sheet, header: Header) -> tuple[ColumnChoice, ...]:
    """Propose what each named column of a sheet holds; what nothing speaks for is kept as a note.

    A field that may stand once goes to the column that most speaks for it.
    """
    body = sheet.rows[header.bottom + 1 :]
    held = {
        place: contents_of(row[place] for row in body)
        for place, name in enumerate(header.names)
        if name
    }
    given = _given(header, held)
    if same_columns(list(COLUMNS.values()), header.names) >= _OWN:
        given |= {place: _derived(place) for place in held if header.names[place] in _DERIVED}
    return tuple(
        ColumnChoice(
            name=header.names[place],
            place=place,
            field=given[place].field,
            sureness=_sureness(given[place].worth),
            why=given[place].why,
            samples=_samples(sheet, header, place),
        )
        for place in held
    )


def _given(header: Header, held: dict[int, Contents]) -> dict[int, _Claim]:
    """Give the fields out, the strongest claim first."""
    claims = [
        claim
        for place, contents in held.items()
        for claim in (*_by_name(header.names[place], place, contents), *_by_words(place, contents))
    ]
    given: dict[int, _Claim] = {}
    taken: set[Field] = set()
    for claim in sorted(claims, key=lambda one: (-one.worth, -_newness(header, one), one.place)):
        free = claim.field.may_repeat or claim.field not in taken
        if claim.worth >= _ENOUGH and claim.place not in given and free:
            given[claim.place] = claim
            taken.add(claim.field)
    _give_text(given, held)
    _give_report(header, given)
    return {place: given.get(place) or _left(place, contents) for place, contents in held.items()}


def _newness(header: Header, claim: _Claim) -> int:
    """Return how late the day is that a column's name ends in: of several, the newest counts."""
    day = day_at_end(header.names[claim.place])
    return day.toordinal() if day else 0


def _by_name(name: str, place: int, held: Contents) -> list[_Claim]:
    return [
        _Claim(worth=worth * fit(field, held), place=place, field=field, why=_said(name, field))
        for field, worth in spoken_for(name).items()
    ]


def _said(name: str, field: Field) -> str:
    return f"“{name}” is a name for it" if field is not Field.UPDATE else f"“{name}” tells of it"


def _by_words(place: int, held: Contents) -> list[_Claim]:
    """Claim by contents alone what cannot well be anything else."""
    found = []
    for field in (Field.RAG, Field.STATUS, Field.KIND):
        few = held.kinds <= 15 and held.filled > held.kinds and held.length <= 30
        if held.filled >= 3 and few and held.meaning[field] >= 0.8:
            worth = 0.6 if field is Field.RAG else 0.58
            few_words = "one word" if held.kinds == 1 else f"{held.kinds} different words"
            why = f"{few_words}, as of a {field.words}"
            found.append(_Claim(worth=worth, place=place, field=field, why=why))
    return found


def _give_text(given: dict[int, _Claim], held: dict[int, Contents]) -> None:
    """Let the longest texts be the recommendations where no name says which they are."""
    if any(claim.field is Field.TEXT for claim in given.values()):
        return
    free = [
        place
        for place, contents in held.items()
        if contents.length >= 40 and (place not in given or given[place].field is Field.UPDATE)
    ]
    if free:
        place = max(free, key=lambda one: held[one].length * held[one].filled)
        why = "it holds the longest texts"
        given[place] = _Claim(worth=0.55, place=place, field=Field.TEXT, why=why)


def _give_report(header: Header, given: dict[int, _Claim]) -> None:
    """Let the source stand for the report where no other column names it."""
    if any(claim.field is Field.REPORT for claim in given.values()):
        return
    for place, claim in given.items():
        named = spoken_for(header.names[place]).get(Field.REPORT, 0.0)
        if claim.field in (Field.BODY, Field.SOURCE_KIND) and named >= _ENOUGH:
            why = "no other column names the report"
            given[place] = _Claim(worth=0.55, place=place, field=Field.REPORT, why=why)
            return


def _derived(place: int) -> _Claim:
    why = "this program's own tracker says it again from its other columns"
    return _Claim(worth=1.0, place=place, field=Field.LEAVE, why=why)


def _left(place: int, held: Contents) -> _Claim:
    if not held.filled:
        return _Claim(worth=1.0, place=place, field=Field.LEAVE, why="it is empty")
    what = "dates, but not which" if held.dates > 0.6 else "nothing that was recognised"
    return _Claim(worth=0.0, place=place, field=Field.NOTE, why=f"its name says {what}")


def _sureness(worth: float) -> Sureness:
    if worth >= 0.82:
        return Sureness.SURE
    return Sureness.LIKELY if worth >= 0.58 else Sureness.UNSURE


def _samples(sheet: Sheet, header: Header, place: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in sheet.rows[header.bottom + 1 :]:
        words = " ".join(words_of(row[place])[:200].split())
        if words:
            found.setdefault(words)
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def same_columns(names: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of names that other columns have too, from 0 to 1."""
    known = {" ".join(name.casefold().split()) for name in others if name}
    wanted = [" ".join(name.casefold().split()) for name in names if name]
    return sum(1 for name in wanted if name in known) / len(wanted) if wanted else 0.0
