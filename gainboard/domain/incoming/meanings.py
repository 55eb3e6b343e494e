"""What a tracker's own words of a status, a rating or a kind become here: proposed, not guessed."""

import re
from functools import cache

from gainboard.domain.draft import Kind
from gainboard.domain.incoming.fields import Field
from gainboard.domain.states import Applicability, ForceStatus, Rag

# In progress where somebody leads on it, and else awaiting allocation.
OPEN = "open"
# The words say nothing that is to be kept as a value of its own.
NONE = "none"

_S, _R, _K, _A = ForceStatus, Rag, Kind, Applicability
_NEAR_CLOSING = (
    r"(?:clos(?:ure|e|ing)|sign(?:ed)? ?off|discharge|approval|validation|verification|assurance)"
)
_STATUS = (
    (_S.SUPERSEDED, r"\bsupersed|\breplaced\b|\bmerged\b|\bduplicate"),
    (_S.NOT_ACCEPTED, r"\bnot (?:been )?(?:accepted|agreed|supported)\b|\breject|\brefused|"
     r"\bdeclined"),
    (_S.NOT_FOR_US, r"^n ?a$|\bnot (?:applicable|relevant|for (?:the |this )?force|ours)\b|"
     r"\bout of scope\b|\bno action required\b|^not for us"),
    (_S.WATCH, r"\bwatch\b"),
    (_S.AWAITING_ALLOCATION, r"\b(?:not|to be|awaiting|un) ?(?:yet )?(?:started|commenced|"
     r"allocat\w*|assigned)\b|^new\b|\bawaiting allocation\b|\bunallocated\b"),
    (_S.PENDING_SIGN_OFF, r"\b(?:pending|awaiting|await|for|ready|proposed|recommended|submitted|"
     rf"requested|propose|subject to|seeking)\b.*\b{_NEAR_CLOSING}\b|^submitted\b|"
     r"^pending(?: review)?$|\bevidence submitted\b"),
    (_S.IN_PROGRESS, r"\b(?:in|being|work in|under) progress|\bpart(?:ly|ial|ially)?\b|"
     r"\bon ?going\b|\bprogressing\b|\bbeing progressed\b|\bunder ?way\b|\bstarted\b|\bactive\b|"
     r"\bnot (?:yet )?(?:complete|closed|met|implemented|achieved)|\bincomplete\b|\bdelayed\b|"
     r"\boverdue\b|\bat risk\b|\boff track\b|\bon track\b|\bbehind\b|\bwip\b|\bembedding\b|"
     r"\bslipp(?:ed|ing|age)\b"),
    (OPEN, r"\bopen(?:ed)?\b|\blive\b|^current$|\bre ?opened\b|\boutstanding\b"),
    (_S.CLOSED, r"\bclosed\b|\bcompleted?\b|\bdischarged\b|\bsigned ?off\b|\bimplemented\b|"
     r"\bachieved\b|\bmet\b|\bdone\b|\bdelivered\b|\bresolved\b|\bwithdrawn\b|\bcancelled\b|"
     r"\bfinished\b|\bno further action\b|^nfa$"),
)  # fmt: skip
_RAG = (
    (NONE, r"^n ?a$|^none$|^tbc$|^not rated$"),
    (_R.RED, r"^r(?:ed)?\b|\boff track\b|\boverdue\b"),
    (_R.AMBER, r"^a(?:mber)?\b|\byellow\b|\borange\b|\bat risk\b"),
    (_R.GREEN, r"^g(?:reen)?$|^green\b|\bon track\b"),
    (_R.BLUE, r"^b(?:lue)?\b|\bcompleted?\b|\bclosed\b"),
    (_R.GREY, r"^gr[ea]y\b|\bnot ours\b"),
)
_KIND = (
    (_K.CAUSE_OF_CONCERN, r"\bcauses? of concern\b|^a?coc\b"),
    (_K.AREA_FOR_IMPROVEMENT, r"\bareas? for improvement\b|^afis?\b"),
    (_K.COMPLIANCE_ISSUE, r"\bcompliance\b"),
    (_K.AUDIT_FINDING, r"\baudit\b|\bfinding\b|\bagreed action\b|\bmanagement action\b"),
    (_K.LEARNING, r"\blearning\b|\blessons?\b"),
    (_K.RECOMMENDATION, r"\brec(?:ommendation)?s?\b|^r$"),
    (_K.OTHER, r"^other$"),
)
_APPLICABILITY = (
    (_A.UNDECIDED, r"^tbc$|\bnot decided\b|\bto be (?:decided|confirmed)\b|^unknown$|^undecided$"),
    (_A.NOT_APPLICABLE, r"^no?$|^n ?a$|\bnot (?:applicable|relevant|for)\b|\bout of scope\b"),
    (_A.WATCH, r"\bwatch\b|\bmonitor"),
    (_A.JOINT, r"\bjoint\b|\bshared\b|\bpartner"),
    (_A.FOR_FORCE, r"^y(?:es)?$|\bapplicable\b|\bfor (?:the )?force\b|\brelevant\b|\bin scope\b|"
     r"^ours$|^force$"),
)  # fmt: skip
# Closed in one word, and in another something that is still to come.
_NOT_QUITE = re.compile(
    r"\b(?:awaiting|await|pending|subject to|but|except|unless|until|to be|tbc|some|partial|mostly|"
    r"nearly|almost|require[sd]?|needs?|provisional(?:ly)?)\b"
)
_RULES = {
    field: [(str(means), re.compile(pattern)) for means, pattern in rules]
    for field, rules in (
        (Field.STATUS, _STATUS),
        (Field.RAG, _RAG),
        (Field.FORECAST, _RAG),
        (Field.KIND, _KIND),
        (Field.APPLICABILITY, _APPLICABILITY),
    )
}
_SIGNS = re.compile(r"[^\w]+|_+")
_LONGEST = 80


def plain_value(words: str) -> str:
    """Give a cell's words as they are compared: "IN-PROGRESS " is `in progress`.

    What is asked ("Closed??") is not what is said.
    """
    plain = " ".join(_SIGNS.sub(" ", words.casefold()).split())
    return f"{plain} ?" if plain and "?" in words else plain


def proposed_meaning(field: Field, words: str) -> str:
    """Return what words of a field become, or nothing where that is to be chosen."""
    plain = plain_value(words)
    if not plain or len(plain) > _LONGEST or "?" in words:
        return ""
    if own := _own_words(field).get(plain):
        return own
    means = next((means for means, rule in _RULES[field] if rule.search(plain)), "")
    return "" if means == _S.CLOSED and _NOT_QUITE.search(plain) else means


@cache
def _own_words(field: Field) -> dict[str, str]:
    return {plain_value(said): means for means, said in meanings(field).items()}


def meanings(field: Field) -> dict[str, str]:
    """Return what words of a field may become, each with how the board says it."""
    if field is Field.STATUS:
        opened = {OPEN: "open: in progress with a lead, else awaiting allocation"}
        return {**opened, **{str(status): status.words for status in ForceStatus}}
    if field in (Field.RAG, Field.FORECAST):
        rated = {str(rag): f"{rag.upper()} {rag.words}" for rag in Rag}
        return {**rated, NONE: "no rating"}
    if field is Field.KIND:
        return {str(kind): kind.replace("_", " ") for kind in Kind}
    return {str(one): one.words for one in Applicability}
