"""Lines below an item that say more about it: "Target date: 31 March", "Owner: Head of Stores"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class Role(Enum):
    """Name what a field or a table's column holds."""

    NUMBER = "number"
    FINDING = "finding"
    RISK = "risk"
    RATING = "rating"
    ASKED = "asked"
    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    ANSWER = "answer"
    STATUS = "status"
    OTHER = "other"


_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.ANSWER,
        r"(?:(?:the\s+)?[\w’'&-]{2,24}\s+){0,5}?(?:responses?|reply|comments?|position)"
        r"(?:\s+(?:to|by|from|and|/)\s*[\w\s’'&-]{1,60})?"
        r"|do\s+you\s+accept\s+(?:the|this)\s+recommendation\??|(?:progress|latest|current)\s+update"
        r"|(?:action|steps)\s+taken(?:\s+to\s+date)?|progress(?:\s+to\s+date)?|evidence"
        r"|accepted\s*(?:/|or)\s*rejected|accepted\?|(?:(?:[a-z]{3,9}|q[1-4])\s+)?20\d\d\s+update",
    ),
    (
        Role.DUE,
        r"(?:(?:proposed|agreed|target|due|planned|expected|revised|original|implementation"
        r"|completion|action|delivery|end)\s+){0,3}(?:date|deadline|time[\s-]?(?:scale|frame|line|table)s?)"
        r"(?:\s+(?:for|of|to\s+be)\s+(?:implementation|completion|action|completed|implemented))?"
        r"(?:\s+(?:due|agreed))?|due(?:\s+by)?|by\s+when|when|to\s+be\s+(?:completed|implemented)\s+by"
        r"|(?:complete|implement)\s+by|deadline\s+for\s+[\w\s]{1,30}",
    ),
    (
        Role.OWNER,
        r"(?:(?:responsible|accountable|action|lead|recommendation|rec\.?|risk|named)\s+){0,2}"
        r"(?:officer|owner|person|manager|lead|body|organisation|agency|department)s?"
        r"(?:\s*(?:\(s\)|responsible))?"
        r"|responsibilit(?:y|ies)|responsible|assigned\s+to|(?:addressed|directed|addressee\w?)(?:\s+to)?"
        r"|agenc(?:y|ies)|(?:relevant\s+|lead\s+)?entit(?:y|ies)|recommended\s+to"
        r"|who|by\s+whom|for(?:\s+action(?:\s+by)?)?|(?:action|owned)\s+by",
    ),
    (
        Role.RATING,
        r"(?:(?:overall|risk|finding|recommendation|action|priority|audit|inherent|residual)\s+){0,2}"
        r"(?:rating|priority|grade|grading|category|categorisation|severity|significance|importance"
        r"|level|classification|rag)(?:\s+(?:rating|level|status))?",
    ),
    (
        Role.STATUS,
        r"(?:(?:current|implementation|overall|action)\s+)?status|complete\??|agreed\??|accepted"
        r"|themes?|risk\s+areas?|reason|rationale|paragraph|page|section|source|report\s+reference",
    ),
    (
        Role.RISK,
        r"(?:(?:potential|associated|key|identified)\s+)?"
        r"(?:risks?|implications?|consequences?|impacts?|effect)(?:\s+(?:and|&|/)\s+\w+)?"
        r"|risk\s*/\s*impact|why\s+it\s+matters",
    ),
    (
        Role.ACTION,
        r"(?:(?:agreed|proposed|planned|required|corrective|improvement)\s+)?(?:management\s+)?"
        r"(?:action|activit)(?:s|y|ies|\s+plan)?(?:\s+(?:required|agreed|to\s+be\s+taken|plan))?"
        r"|agreed\s+actions?\s*/\s*\w+|what\s+we\s+will\s+do",
    ),
    (
        Role.ASKED,
        r"(?:(?:audit|our|the|key|agreed|detailed|full|report|inspection|original|text\s+of(?:\s+the)?"
        r"|HMIC(?:FRS)?)\s+)?recommendations?"
        r"(?:\s+(?:text|wording|detail|made|(?:and|&|/)\s*(?:actions?|priority|rating)))?"
        r"|(?:recommended|suggested)\s+actions?"
        r"|(?:issue|finding|observation|area)s?\s*(?:/|and|&)\s*recommendations?"
        r"|recommendations?\s*/\s*(?:actions?|priority)"
        r"|(?:proposed|suggested|required|recommended)\s+improvements?"
        r"|improvements?\s+(?:required|needed)|requirements?|areas?\s+for\s+improvement|AFIs?"
        r"|what\s+(?:must|should)\s+be\s+done|what\s+we\s+recommend(?:ed)?"
        r"|what\s+needs?\s+to\s+(?:be\s+done|be\s+improved|improve|change)",
    ),
    (
        Role.FINDING,
        r"(?:(?:audit|key|detailed|main|summary\s+of|description\s+of)\s+)?"
        r"(?:findings?|observations?|issues?|weakness(?:es)?|condition|description|control\s+issues?"
        r"|matters?\s+arising|conclusions?)(?:\s*(?:and|&|/)\s*(?:risks?|implications?|evidence|observations?|issues?))?",
    ),
    (
        Role.NUMBER,
        r"(?:(?:report\s+)?ref(?:erence)?|no|number|item|rec(?:ommendation)?|action|finding|id|#)"
        r"(?:\.?\s*(?:no|number|ref(?:erence)?|id|#))?\.?|#|№",
    ),
)
_MISSPELT = re.compile(r"\bre[ck]{1,2}om{1,2}[ae]n?d?[ae]?tion", re.IGNORECASE)
_AND = re.compile(r"\s*/\s*|\s+(?:and|&)\s+", re.IGNORECASE)
_BOTH = 2
_BRACKETED = re.compile(r"\s*\([^()]{1,30}\)$")
_PATTERNS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _NAMES)
_SAID = re.compile(
    r"(?P<name>[*_]{0,3}[A-Z][^:.;\n]{1,70}?)[*_]{0,3}\s?:[*_]{0,3}\s*(?P<value>.*)", re.S
)
WORDS = (Role.ASKED, Role.ACTION, Role.FINDING)
_ABOUT = frozenset(
    {Role.RATING, Role.OWNER, Role.DUE, Role.ANSWER, Role.STATUS, Role.RISK, Role.NUMBER}
)
_IN_TEXT = (Role.DUE, Role.OWNER, Role.RATING, Role.ANSWER, Role.STATUS, Role.RISK, Role.ACTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Hold a field's role and its value; the value is empty where it stands below."""

    role: Role
    value: str


def read_column(name: str) -> Role | None:
    """Say what a table's column holds by its name; None where the name tells nothing."""
    words = (
        " ".join(name.replace("*", " ").replace("_", " ").split()).strip(" :.#?/") or name.strip()
    )
    if not words or len(words) > 70:
        return None
    words = _MISSPELT.sub("recommendation", _BRACKETED.sub("", words)) or words
    if words.lower() in ("recommendation no", "recommendation number", "action no", "finding no"):
        return Role.NUMBER
    role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(words)), None)
    return role or (Role.OWNER if _names_both(words) else None)


def _names_both(words: str) -> bool:
    """Say whether a column holds who and when in one cell: "Responsible officer / date"."""
    parts = _AND.split(words)
    if len(parts) != _BOTH:
        return False
    roles = {role for part in parts for role, name in _PATTERNS if name.fullmatch(part.strip())}
    return roles == {Role.OWNER, Role.DUE}


@lru_cache(maxsize=4096)
def read_field(text: str) -> Field | None:
    """Read "Owner: Head of Stores", or a field's name alone on its line with a colon or none."""
    if len(text) > 70 and ":" not in text[:72]:
        return None
    said = _SAID.match(text)
    if said is None:
        role = read_column(text) if _can_be_alone(text) else None
        return Field(role=role, value="") if role in _IN_TEXT else None
    role = read_column(said["name"])
    return Field(role=role, value=said["value"].strip()) if role in _IN_TEXT and role else None


def _can_be_alone(text: str) -> bool:
    return 3 < len(text) < 60 and text[0].isupper() and not text.endswith((".", ",", ";"))


def columns_of(names: Sequence[str]) -> dict[int, Role] | None:
    """Say what each of a table's columns holds; None unless their names tell of items."""
    columns = {at: read_column(name) or Role.OTHER for at, name in enumerate(names)}
    roles = set(columns.values())
    named = _ABOUT & roles
    if not named or not roles & set(WORDS) or (named == {Role.NUMBER} and Role.ASKED not in roles):
        return None
    return columns
