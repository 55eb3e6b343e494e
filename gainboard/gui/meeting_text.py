"""A recommendation's words for one screen: what comes before its clauses, and what after."""

import re
from collections.abc import Sequence

# What stands before a part in print: (a), a), 1., or a bullet, at the beginning of its line.
_MARK = re.compile(r"(?:^|\n)\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]|[^\w\s])\s*$")


# More letters than any word has: an address of a page, or a file's name.
_TOO_LONG = re.compile(r"\S{30}(?=\S{10})")
_MAY_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return words that a label can break to its width, where one is too long for a line."""
    return _TOO_LONG.sub(lambda found: found[0] + _MAY_BREAK, text)


def without_clauses(text: str, clauses: Sequence[str]) -> tuple[str, str]:
    """Return the words before the first clause and those after the last one.

    The clauses are shown by themselves, so that no word is on the screen twice or is lost: where
    one of them is not in the text, or words stand between them, the whole text comes first.
    """
    place, lead = 0, ""
    for nth, clause in enumerate(clauses):
        found = text.find(clause, place)
        if found < 0:
            return text, ""
        between = _MARK.sub("", text[place:found])
        if nth == 0:
            lead = between.rstrip()
        elif re.search(r"\w", between):
            return text, ""
        place = found + len(clause)
    return (lead, text[place:].strip()) if clauses and lead else (text, "")
