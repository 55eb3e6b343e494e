"""Numbers that stand at an item's end: "(Recommendation 1)", "(012/22)", "[A-19-12]"."""

import re

_REFERENCE = re.compile(
    r"[(\[](?:(?:safety\s+)?rec(?:ommendation|\.)?\s*(?:no\.?\s*)?(?P<named>[A-Z]{0,3}-?\d{1,4}"
    r"(?:[./-]\d{1,4}){0,2})|(?P<short>R\s?\d{1,3})|(?P<code>[A-Z]{1,4}-\d{2,4}[/-]\d{1,4}"
    r"|\d{2,4}[/-]\d{2,4}(?:[/-]\d{1,4})?))"
    r"[)\]]\s?\.?\s*$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d[/-](?:(?:19|20)\d\d|\d\d)")


def read_reference(text: str) -> str | None:
    """Read the number that closes an item's text; None where it closes with words."""
    found = _REFERENCE.search(text[-60:])
    if found is None:
        return None
    if found["named"] or found["short"]:
        return found["named"] or found["short"]
    return None if _YEARS.fullmatch(found["code"]) else found["code"]
