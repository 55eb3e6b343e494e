"""What a heading or a lead-in says of all the items below it: to whom, by when, how urgent."""

import re
from dataclasses import dataclass, replace

from gainboard.domain.deadlines import locate_deadlines
from gainboard.domain.term_bands import names_band
from gainboard.intake.signs.body_names import heads_group, names_body
from gainboard.intake.signs.duty import MODAL
from gainboard.intake.signs.sections import bare
from gainboard.intake.wording.addressees import read_addressees
from gainboard.intake.wording.names_outside import read_named

_TO = re.compile(
    r"^(?:[\w’'\s]{0,40}?recommendations?\s+|actions?\s+)?(?:addressed\s+|directed\s+|made\s+)?"
    r"(?:to|for(?:\s+action\s+by)?):?\s+(?P<who>(?:the\s+|all\s+|each\s+|every\s+)?\w.{1,90})$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:addressees?|addressed\s+to|responsible\s+(?:body|organi[sz]ation|authority|department)|lead\s+(?:body"
    r"|agency|department|organi[sz]ation)|for\s+action)\s*:\s*(?P<who>\S.{1,90})$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\s+to\s*:$")
_TURNS = re.compile(r"(?:the|all)\s", re.IGNORECASE)
_UNENDED = re.compile(r"\b(?:should|must|shall|(?:recommends?|recommended)\s+that)$")
_RATING = re.compile(
    r"^(?P<rating>(?:high|medium|low|critical|urgent|essential|important|significant|advisory"
    r"|fundamental|merits\s+attention)(?:[\s-]+(?:priority|risk|importance))?"
    r"|priority\s+(?:\d|[A-D]|one|two|three|high|medium|low))"
    r"(?:\s+(?:recommendations?|actions?|findings?|areas?|issues?))?$",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"^(?:immediate(?:ly)?|urgent(?:ly)?)(?:\s+\w{3,20}){0,2}$", re.IGNORECASE)
_PURE = re.compile(
    rf"\b(?:{MODAL}|to|will|that|recommends?|recommended|action|following)"
    r"(?:\s+(?:also|therefore|now|jointly|each|together))?"
    r"(?:\s+(?:ensure|make\s+sure|improve|take\s+(?:the\s+following\s+)?(?:action|steps)"
    r"|do\s+the\s+following|take\s+steps\s+to|act\s+to|work\s+together\s+to))?(?:\s+that)?"
    r"(?:,?\s*(?:the\s+following|as\s+follows|within\s+[\w\s]{3,30}|by\s+[\w\s]{3,30}))?\s*:$",
    re.IGNORECASE,
)
_RECOMMENDED_THAT = re.compile(
    r"\brecommend(?:s|ed)?\s+(?:that\s+|to\s+)?(?P<who>(?:the\s+)?[A-Z][^:,;.]{1,100}?)\s*"
    r"(?:should|must|to|that)?\s*:$"
)
_MADE_TO = re.compile(
    r"\brecommendations?\s+(?:are\s+)?(?:made\s+|addressed\s+)?(?:to|for)\s+(?P<who>(?:the\s+|all\s+)?[A-Z][^:;.]{2,120}?)"
    r"(?:,?\s+(?:which|who)\s+(?:should|must)[^:;.]{0,40})?\s*:$"
)
_FOLLOWING = re.compile(
    r"\bthe\s+following\s+(?:steps|actions?|measures|changes)\s+(?:is|are)\s+(?:recommended|required)\s*:$"
)
_SMALL = frozenset("and of the for to in on at & with all other".split())
_MOST_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Hold what stands once for several items; None where nothing is said.

    `elsewhere` is whether a heading turns to others, though it does not say that they are asked.
    `spans` is whether the date was told before anybody was: it then holds for all named below it.
    """

    addressee: str | None = None
    due_words: str | None = None
    rating: str = ""
    elsewhere: bool = False
    spans: bool = False

    def under(self, heading: "Group") -> "Group":
        """Give the group below a further heading: what that says goes before what was said."""
        named = self.addressee or heading.addressee
        spans = self.spans or (heading.due_words is not None and not named)
        if heading.addressee and self.addressee:
            if not self.spans or heading.due_words:
                return heading
            return replace(heading, due_words=self.due_words, spans=True)
        if heading.elsewhere:
            return replace(self, addressee=None)
        return Group(
            spans=spans,
            addressee=heading.addressee or self.addressee,
            due_words=heading.due_words or self.due_words,
            rating=heading.rating or self.rating,
        )


def read_group(text: str) -> Group | None:
    """Read a heading such as "To the Home Office" or "Within six months"; None for any other."""
    words = bare(text)
    if not 3 < len(words) < 120:
        return None
    group = Group()
    rating = _RATING.match(words)
    if rating:
        group = replace(group, rating=rating["rating"])
    due = next(iter(locate_deadlines(words, None)), None)
    if due or _AT_ONCE.match(words) or names_band(words):
        group = replace(group, due_words=words)
    rest = (words[: due.start] + words[due.end :] if due else words).strip(" ,:;–—-")
    who = None if rating else _whom(rest, ended=text.rstrip("*_ ").endswith(":"))
    if who:
        group = replace(group, addressee=who)
    if group == Group() and _TURNS.match(words) and _names_others(words):
        return Group(elsewhere=True)
    return group if group != Group() else None


def read_lead(text: str) -> Group | None:
    """Read a lead-in to a list, "Within six months, the force should:"; None for other words."""
    ended = text.endswith(":")
    if len(text) > 600 or not (ended or (len(text) < 160 and _UNENDED.search(text))):
        return None
    text = text if ended else f"{text}:"
    told = _RECOMMENDED_THAT.search(text) or _MADE_TO.search(text)
    if told is None and not (_PURE.search(text[-120:]) or _FOLLOWING.search(text[-120:])):
        return None
    who = told["who"] if told else "; ".join(read_addressees(text))
    if not who:
        headed = read_group(_TO_DO.sub(":", text))
        if headed is not None and headed.addressee:
            return headed
    due = locate_deadlines(text, None)
    return Group(addressee=who or None, due_words=text if due else None)


def _names_others(words: str) -> bool:
    names = read_named(_lowered(words))
    return bool(names) and all(map(names_body, names))


def _whom(words: str, *, ended: bool) -> str | None:
    field = _FIELD.match(words)
    if field is not None:
        return field["who"]
    to = _TO.match(words)
    who = to["who"] if to else words
    if len(who.split()) > _MOST_WORDS:
        return None
    names = read_named(_lowered(who))
    if to and (all(word[0].isupper() or word.lower() in _SMALL for word in who.split())):
        return words if ended or (names and all(map(names_body, names))) else None
    if names and all(map(names_body if to else heads_group, names)):
        return words
    return None


def _lowered(who: str) -> str:
    """Give a heading in capitals as a name is written, "Home Office", and an acronym as it is."""
    return who.title() if who.isupper() and " " in who else who
