"""Codes for the reports of a tracker, references for its rows: theirs where they can be kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from gainboard.domain.draft import Kind
from gainboard.domain.incoming.entry import Entry
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.groups import Group
from gainboard.domain.incoming.meanings import proposed_meaning
from gainboard.domain.references import recommendation_ref, report_code, tidy_number
from gainboard.domain.words import clean_name
from gainboard.services.incoming.known import Known

_CODE = re.compile(r"[\w-]{2,20}")
_GIVEN = re.compile(r"[\w-]{1,20}")
_NUMBERS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
# What can be typed, printed and told from the reference of a clause or a decision.
_REF = re.compile(r"(?=\S*[A-Za-z])(?=\S*\d)[A-Za-z0-9][\w./&-]{1,29}")
_LONGEST_NUMBER = 24


class Naming:
    """Gives each report and each row a name that nothing else has, in the order they are asked."""

    def __init__(self, known: Known, entries: Iterable[Entry]) -> None:
        self._codes = set(known.codes)
        self._refs = set(known.refs)
        self._theirs = _once(entry.ref for entry in entries)
        self._nth: dict[tuple[str, str], int] = {}

    def code(self, group: Group) -> str:
        """Return a report's code: what its references begin with, its title where that is one."""
        given = clean_name(group.code)
        if _GIVEN.fullmatch(given) and given.casefold() not in self._codes:
            return self._take(given)
        for code in (_common_code(group.entries), group.title):
            if _is_code(code) and code.casefold() not in self._codes:
                return self._take(code)
        made = _made_codes(group.title, report_code(group.title, group.published))
        return self._take(next(code for code in made if code.casefold() not in self._codes))

    def ref(self, entry: Entry, code: str, number: str, kind: str) -> str:
        """Return a row's own reference where it can serve, else one made of code and number."""
        if self.keeps(entry):
            return self._keep(entry.ref)
        part = tidy_number(number)
        for nth in count(self._nth.get((code, part or kind), 1)):
            ref = recommendation_ref(code, number or None, kind, nth)
            ref = f"{ref}.{nth}" if part and nth > 1 else ref
            if ref.casefold() not in self._refs:
                self._nth[code, part or kind] = nth + 1
                return self._keep(ref)
        raise AssertionError("there is always a next number")

    def keeps(self, entry: Entry) -> bool:
        """Tell whether a row's own reference can serve as ours."""
        ref = entry.ref.casefold()
        return _REF.fullmatch(entry.ref) is not None and ref in self._theirs

    def _take(self, code: str) -> str:
        self._codes.add(code.casefold())
        return code

    def _keep(self, ref: str) -> str:
        self._refs.add(ref.casefold())
        self._theirs.discard(ref.casefold())
        return ref


def printed_number(entry: Entry) -> str:
    """Return a row's number as the report printed it; a text that long is none."""
    return entry.number if len(entry.number) <= _LONGEST_NUMBER else ""


def kind_of(entry: Entry) -> str:
    """Return the kind the row says, or that its number tells ("AFI 3"); a recommendation else."""
    told = entry.kind or proposed_meaning(Field.KIND, entry.number)
    return told if (told and told != Kind.OTHER) or entry.kind else Kind.RECOMMENDATION


def _common_code(entries: Sequence[Entry]) -> str:
    """Return `JCB25` where every reference of a report begins so: JCB25-5, JCB25-7."""
    codes = {entry.ref.rpartition("-")[0] for entry in entries}
    return codes.pop() if len(codes) == 1 else ""


def _is_code(words: str) -> bool:
    return _CODE.fullmatch(words) is not None and _DIGIT.search(words) is not None


def _made_codes(title: str, code: str) -> Iterator[str]:
    """Yield codes for a title; where its letters tell too little, with the number it holds."""
    numbers = _NUMBERS.findall(title)
    if len(code) > 1 or not numbers or _YEAR.fullmatch(numbers[-1]):
        yield code
    if numbers:
        yield f"{code}-{numbers[-1]}" if code[-1:].isdigit() else f"{code}{numbers[-1]}"
    yield from _numbered(code)


def _numbered(code: str) -> Iterable[str]:
    yield code
    yield from (f"{code}{chr(letter)}" for letter in range(ord("B"), ord("Z") + 1))
    yield from (f"{code}-{nth}" for nth in count(27))


def _once(refs: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for ref in (ref.casefold() for ref in refs if ref):
        (twice if ref in seen else seen).add(ref)
    return seen - twice
