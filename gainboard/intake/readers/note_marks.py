"""Marks of notes: raised numbers that are no part of the words they stand behind."""

import re

_MARK = re.compile(r"\s*\[?(?:foot)?(?:note)?\s*[\d*†‡]{1,3}(?:\s*,\s*\d{1,3}){0,5}\]?\s*")
_BEFORE = re.compile(r"(?:[^\W\d_]{3}|[.,:;!?)\]”’\"'])\s*$")


def is_note_mark(raised: str, before: str) -> bool:
    """Say whether raised words are a note's mark and not a power, a unit or the end of "1st"."""
    return _MARK.fullmatch(raised) is not None and _BEFORE.search(before[-8:]) is not None
