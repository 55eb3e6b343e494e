"""Numbers as lists print them: letters, roman figures, words."""

from collections.abc import Callable

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_MOST_LETTERS, _LAST_ROMAN = 20, 4000


def letters(number: int) -> str:
    """Give a, b, … z, aa, bb, …: as word processors go on after z."""
    if not 0 < number <= 26 * _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """Give i, ii, iii, iv, …"""
    if not 0 < number < _LAST_ROMAN:
        return str(number)
    figures = ""
    for worth, sign in _ROMAN:
        figures += sign * (number // worth)
        number %= worth
    return figures


def ordinal(number: int) -> str:
    """Give 1st, 2nd, 3rd, …"""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def in_words(number: int) -> str:
    """Give One, Two, …, and figures after Twenty."""
    return _WORDS[number].capitalize() if 0 <= number < len(_WORDS) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": in_words,
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}


def numeral(number: int, form: str) -> str:
    """Print a number in a form by Word's name for it; decimal where the form is unknown."""
    return _FORMS.get(form, str)(number)
