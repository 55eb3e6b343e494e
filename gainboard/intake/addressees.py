"""Who an item is addressed to: the subject of its first duty."""

import re

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.duty import MODAL, is_command, sentences

_MODAL = re.compile(rf"\s(?:{MODAL}|will)\b", re.IGNORECASE)
_CALL = re.compile(
    r"^.{0,80}?\b(?:call\s+up?on|urge|invite)\s+(?P<who>[^.:;]{2,200}?)\s+to\b", re.IGNORECASE
)
_RECOMMENDED = re.compile(
    r"^.{0,80}?\brecommend(?:s|ed)?\s+that,?\s+|^that\s+(?=the\s)|^.{0,40}?\brecommends?\s+(?=the\s)",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?:for|in|as|on|to|with|building|following|working|having|where|when|if|through|using|during"
    r"|upon|subject|after|before|by|within|once|over|from|at|given|until|alongside|subsequently"
    r"|thereafter|further|finally|however|also|together|as\s+soon)\b[^,]{0,160},\s*(?=\S)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s*(?:in|working|with|through|together|supported|alongside|as|and,|where|via|led|by|acting"
    r"|including|who|which|using|under|on)\b.*$|\s*,$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"\s+(?:at|as\s+part\s+of|through|via|within|across|under|when|where|who|which|that|with"
    r"|working|responsible|in)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_ADVERB = re.compile(
    r"\s+(?:each|both|all|also|together|jointly|therefore|then|now|collectively)$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*\([^)]{0,80}\)")
_ARTICLE = re.compile(r"^(?:the|all|each|every|both|and|that)\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:they|it|this|these|those|we|he|she|there|you|who)\b", re.IGNORECASE)
_STATES = re.compile(r"\s(?:have|has|are|is|do|does|were|was)\b", re.IGNORECASE)
_PROPER_RUN = re.compile(
    r"(?:the\s+)?(?P<who>[A-Z][\w’'&-]*(?:\s+(?:(?:of|for|and|the|in|&)\s+){0,2}[A-Z][\w’'&-]*){0,11})"
    r"(?:\s+\([^)]{1,40}\))?\s+(?:to\s+)?[a-z]"
)
_GENERIC_RUN = re.compile(
    r"(?:the\s+|all\s+|each\s+)?(?P<who>(?:\w+\s+){0,3}?(?:forces?|constables?|constabular(?:y|ies)"
    r"|commissioners?|authorit(?:y|ies)|police|board|council|trusts?|agencies|leaders))"
    r"\s+(?:to\s+)?[a-z]",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\sto\s+[a-z]$")
_JOINED = re.compile(
    r"\b(?:polic(?:e|ing) and crime|fire (?:and|&) rescue|health and social|courts? and tribunals?"
    r"|prisons? and probation|probation and prisons?|housing and communities|care and support"
    r"|children and (?:young|family)|research and development|audit and inspection"
    r"|audit and risk|performance and quality|science and technology|digital and data"
    r"|health and (?:wellbeing|safety|care)|justice and home)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:al|ic|ary|ory)", re.IGNORECASE)
_LONGEST = 140
_OPENING = 400


def read_addressees(lead: str) -> tuple[str, ...]:
    """List whom the words before the clauses address; empty where they name nobody."""
    running = " ".join(lead.split())
    for sentence in sentences(running):
        if is_command(_without_openings(sentence)):
            return ()
        who = _subject(sentence)
        if who is None:
            continue
        if _PRONOUN.match(who):
            return _antecedent(running)
        return split_names(who)
    return split_names(_run(sentences(running)[0])) if running else ()


def split_names(words: str) -> tuple[str, ...]:
    """Split "the X and the Y" into its names; a name that holds "and" stays whole."""
    bare = _TAIL.sub("", _ASIDE.sub("", _BRACKETS.sub("", words.strip())))
    bare = _ADVERB.sub("", _ADVERB.sub("", bare)).strip(" ,.:;–-")
    return tuple(name for part in _pieces(bare) if (name := _name(part)))


def _subject(sentence: str) -> str | None:
    call = _CALL.match(sentence)
    if call:
        return call["who"]
    modal = _MODAL.search(sentence)
    if modal is None:
        return None
    subject = _without_openings(sentence[: modal.start()] + " ").strip()
    return subject if subject and len(subject) <= _LONGEST else None


def _without_openings(sentence: str) -> str:
    """Drop what stands before the subject: "By July 2026, building on …, "."""
    rest = _RECOMMENDED.sub("", sentence)
    for _ in range(4):
        deadline = next(iter(locate_deadlines(rest[:_OPENING], None)), None)
        if deadline and deadline.start < 3:
            rest = rest[deadline.end :].lstrip(" ,:")
            continue
        intro = _INTRO.match(rest)
        if intro is None:
            break
        rest = rest[intro.end() :]
    return rest


def _antecedent(running: str) -> tuple[str, ...]:
    """Read "Leaders have … They should": the subject of the first sentence."""
    states = _STATES.search(running)
    who = _without_openings(running[: states.start()] + " ").strip() if states else ""
    if not who or _PRONOUN.match(who) or len(who) > 60:
        return ()
    return split_names(who)


def _run(sentence: str) -> str:
    """Read a subject without "should": "the Council to undertake", "the Director considers"."""
    rest = _without_openings(sentence)
    run = _PROPER_RUN.match(rest) or _GENERIC_RUN.match(rest)
    if run is None or (rest == sentence and not _TO_DO.search(run[0])):
        return ""
    return run["who"]


def _pieces(words: str) -> list[str]:
    if " and " not in words and " & " not in words:
        return [words]
    kept = _JOINED.sub(lambda joined: joined[0].replace(" and ", "\x1f"), words)
    if " and the " in kept:
        parts = re.split(r",?\s+and\s+(?=the\s)|,\s+(?=the\s)", kept)
    elif " and " in kept and " of " not in kept.split(" and ", maxsplit=1)[0]:
        parts = re.split(r",\s+and\s+|,\s+|\s+and\s+", kept)
        if any(_ADJECTIVE.fullmatch(part) for part in parts):
            parts = [kept]
    else:
        parts = [kept]
    return [part.replace("\x1f", " and ") for part in parts]


def _name(part: str) -> str:
    name = _ARTICLE.sub("", _ARTICLE.sub("", part.strip(" ,.")))
    return "" if len(name) < 2 or not name[0].isalpha() else name
