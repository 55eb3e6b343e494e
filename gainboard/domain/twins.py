"""The same words met again: which of some new texts a list of known ones holds already."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 4  # words in a row; shared runs tell rewording from chance
_NEARLY = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A text that is held already, and what it goes by."""

    ref: str
    report: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Say which known text a new one repeats; `exactly` where only marks and spaces differ."""

    ref: str
    report: str
    exactly: bool


def find_twins(texts: Sequence[str], known: Iterable[Known]) -> dict[int, Twin]:
    """Give the twin of each text that has one, by its place; of several the likest, then oldest.

    Two texts are nearly the same where each shares four fifths of its runs of words with the other.
    """
    words = [_words(text) for text in texts]
    runs = [frozenset(_runs(one)) for one in words]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, own in enumerate(runs):
        for run in own:
            holders[run].append(place)
    best: dict[int, tuple[float, Twin]] = {}
    for one in known:
        its = _words(one.text)
        its_runs = frozenset(_runs(its))
        shared = Counter(place for run in its_runs for place in holders.get(run, ()))
        for place, count in shared.items():
            alike = 1.0 if words[place] == its else count / max(len(its_runs), len(runs[place]))
            if alike >= _NEARLY and alike > best.get(place, (0.0, None))[0]:
                exactly = words[place] == its
                best[place] = (alike, Twin(ref=one.ref, report=one.report, exactly=exactly))
    return {place: twin for place, (_, twin) in sorted(best.items())}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(1, len(words) - _RUN + 1)):
        yield tuple(words[start : start + _RUN])
