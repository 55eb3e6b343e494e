"""Whether a report speaks of the force: by its own name, or by what reports call every force."""

import re
from collections.abc import Container

_DETERMINERS = re.compile(r"^(?:(?:the|all|each|every|both|any|other|local)\s+)+", re.IGNORECASE)
_WHERE = re.compile(
    r"\s+(?:in|across|throughout)\s+(?:the\s+)?(?:england|wales|uk|united\s+kingdom|country)\b.*$"
    r"|\s+nationally$|\s*\([^)]{0,60}\)$",
    re.IGNORECASE,
)
_ITS_CHIEF = re.compile(
    r"(?:chief\s+(?:constables?|officers?)|commissioner)\s+(?:of|for)\s+(?P<force>.+)$",
    re.IGNORECASE,
)


def plain_name(name: str) -> str:
    """Give a name as it is compared: in lower case, without "the", "all", or a country after it."""
    words = " ".join(name.split()).strip(" .,;:")
    return _DETERMINERS.sub("", _WHERE.sub("", words).casefold(), count=1).strip()


def speaks_of_force(name: str, own: Container[str]) -> bool:
    """Say whether a name is one of these plain names, or the chief constable of one of them."""
    plain = plain_name(name)
    its_chief = _ITS_CHIEF.match(plain)
    return plain in own or (its_chief is not None and plain_name(its_chief["force"]) in own)
