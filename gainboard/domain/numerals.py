"""Whole numbers as reports write them: 6, six, twenty-four."""

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_TENS |= {"seventy": 70, "eighty": 80, "ninety": 90}

_BY_NAME = (
    {"a": 1, "an": 1}
    | {name: number for number, name in enumerate(_UNITS, start=1)}
    | _TENS
    | {
        f"{ten} {unit}": value + number
        for ten, value in _TENS.items()
        for number, unit in enumerate(_UNITS[:9], start=1)
    }
)

# A pattern for any number that whole_number() reads: up to three digits, or words.
WHOLE_NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS[:9])}))?"
    rf"|{'|'.join(sorted(_UNITS, key=len, reverse=True))}|an?)"
)


def whole_number(words: str) -> int:
    """Read a number that WHOLE_NUMBER matched."""
    if words.isdecimal():
        return int(words)
    return _BY_NAME[" ".join(words.lower().replace("-", " ").split())]
