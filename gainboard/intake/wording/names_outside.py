"""The names that stand outside an item: in a heading, a column, a line below it, a form's box."""

import re

from gainboard.intake.signs.body_names import names_body, names_office, split_names

_ADDRESSED = re.compile(
    r"^\W*(?:(?:\w+\s+){0,5}?(?:recommendations?|actions?)\s+)?(?:(?:addressed|directed|made|sent)\s+)?(?:to|for)\b"
    r"(?:\s+action\s+by)?:?\s+|^\W*(?:for\s+)?action\s+(?:by|for):?\s+|^\W*\(?\d{1,2}[.)]\s+",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^\W*(?:owners?|responsib\w+(?:\s+(?:officers?|owner|person|manager|body|organi[sz]ation|part(?:y|ies)))?"
    r"|(?:action\s+)?lead(?:\s+(?:officers?|body|agency|department))?|action\s+owner|assigned\s+to|who"
    r"|addressees?|addressed\s+to|recipients?|for(?:\s+action)?|to)\s*:\s*",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^\W*(?:the\s+)?(?:Rt\.?\s+Hon\.?\s+|Right\s+Honourable\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof(?:essor)?|Lord|Lady"
    r"|Rt\.?\s+Hon|Cllr|Councillor)\b\.?(?!\s+(?:Chancellor|Mayor|Chief|Advocate|Justice|President|Speaker|Provost))"
    r"(?:\s+[A-Z][\w’'-]*\.?){1,4}\s*(?:(?:MP|QC|KC|CBE|OBE|QPM)\b\s*)*,\s+"
)
_ADDRESS = re.compile(
    r",\s+(?:\d|P\.?O\.?\s+Box|[A-Z][\w’']*(?:\s+[A-Z][\w’']*)?\s+(?:House|Street|Road|Lane|Avenue|Square|Place|Way)\b"
    r"|[^,]{2,30},\s+[A-Z]{1,2}\d).*$"
)
_TO_ACT = re.compile(
    r",?\s+(?:should|must|shall|needs?\s+to|to\s+(?:take|ensure|make|work|consider|act|do))\b.*$"
)
_NO_ONE = re.compile(
    r"(?:n\s?/?\s?a|tb[cd]|none|not\s+applicable|unassigned|various|by\s+e-?mail(?:\s+only)?|-)?",
    re.IGNORECASE,
)
_ENDS_RECIPIENTS = re.compile(r"(?:\d{1,2}[.)]?\s+)?CORONER\b|I\s+am\b|I,\s")
_OWNED = re.compile(
    r"\W*(?:(?:action\s+)?owner|responsib\w+[^:]{0,20}|(?:action\s+)?lead(?:\s+\w{1,12})?|assigned\s+to"
    r"|addressee)\s*:",
    re.IGNORECASE,
)
_POST = re.compile(r"[^(),;]{4,60}\([A-Z][a-z][^()]{1,60}\)")
_HELPED = re.compile(
    r",?\s+(?:advised|supported|assisted|helped|in\s+(?:consultation|partnership|liaison)\s+with)\b.*",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"\s+(?=[A-Z][a-z]+(?:\s[a-z]+)?\s?:)")
_OWNER = "Owner: "
_LONGEST = 1_200
_MOST_LINES = 40


def owned_by(owner: str | None) -> str | None:
    """Mark a name as an owner's, given in a column or a line of the item's own."""
    return f"{_OWNER}{owner}" if owner else None


def is_owned(outside: str) -> bool:
    """Say whether a name was given as an owner's."""
    return _OWNED.match(outside) is not None


def is_to(outside: str) -> bool:
    """Say whether words are addressed to somebody: "Recommendations to the Home Office"."""
    return _ADDRESSED.match(outside) is not None


def read_named(words: str) -> tuple[str, ...]:
    """Read the names in a heading, a lead-in, a column or a list of recipients."""
    names: list[str] = []
    for line in re.split(r"\s*[/;|\n]\s*", words[:_LONGEST])[:_MOST_LINES]:
        plain = _ADDRESSED.sub("", " ".join(line.split())).rstrip(" :")
        for _ in range(3):
            plain = _FIELD.sub("", _SALUTATION.sub("", plain))
        plain = _NEXT_FIELD.split(plain, maxsplit=1)[0]
        plain = _HELPED.sub("", _TO_ACT.sub("", _ADDRESS.sub("", plain))).rstrip(" :.,–-")
        if ends_recipients(plain):
            break
        post = _POST.fullmatch(plain)
        if _NO_ONE.fullmatch(plain) is None:
            names += [plain] if post else _with_post(plain) or split_names(plain)
    return tuple(dict.fromkeys(names))


def _with_post(plain: str) -> tuple[str, ...]:
    """Read "Chief Executive, College of Policing" as one name: a post, then its body."""
    post, comma, body = plain.partition(", ")
    bodies = split_names(body) if comma and names_office(post) else ()
    if len(bodies) != 1 or names_office(body) or not names_body(body):
        return ()
    return tuple(f"{one}, {bodies[0]}" for one in split_names(post))


def ends_recipients(line: str) -> bool:
    """Say whether a line begins the next box of a form, after whom it is sent to."""
    return _ENDS_RECIPIENTS.match(line) is not None
