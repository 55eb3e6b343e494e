"""Where in its sentence a phrase stands: whether it governs a duty or only describes a thing."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from functools import cached_property

_SENTENCE_END = re.compile(
    r"(?<!\bno)(?<!\bpara)(?<!\brec)(?<!\bst)(?<!e\.g)(?<!i\.e)\.(?=\s)\s*|[!?;:]\s+|\n+",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"\s*(?:[^\w\s(‘“\"'\[]|\(?\w{1,4}[.)])\s+")
_MODAL = (
    r"(?:should|must|shall|needs?\s+to|ought\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+(?:required\s+)?to)"
)
_BOUND = (
    rf"(?:{_MODAL}|recommend(?:s|ed)?|(?:we|i|committee|commission|inquiry)\s+(?:\w+\s+)?"
    r"(?:ask|request|expect|want|require|invite|urge|seek)s?|call(?:s|ing)?\s+(?:up)?on"
    r"|requir(?:e[sd]?|ing)\s+to|(?<!due\s)(?<!expected\s)(?<!scheduled\s)(?<!planned\s)(?<!likely\s)"
    r"to\s+(?:be|have)\s+\w+|requested|urged?|instruct(?:ed|s)?|ensur(?:e|es|ing)"
    r"|mak(?:e|es|ing)\s+sure)"
)
_DUTY = re.compile(rf"\b{_BOUND}\b", re.IGNORECASE)
_MODAL_ALONE = re.compile(rf"\b{_MODAL}\b", re.IGNORECASE)
_MODAL_BEFORE = re.compile(
    rf"\b{_MODAL}(?:\s+(?:also|then|each|all|both|jointly|now|therefore))?,?\s*$",
    re.IGNORECASE,
)
_ONLY_LINKS = re.compile(
    r"(?:(?:and|or|but|then|also|subsequently|further|in\s+addition|finally|first|second|secondly"
    r"|therefore|we\s+recommend\s+that|that|to|so\s+that)[,\s]+){0,3}",
    re.IGNORECASE,
)
_HOLDS_A_DUTY = re.compile(
    r"\b(?:ensur(?:e[sd]?|ing)|make\s+sure|making\s+sure|recommend(?:s|ed|ation)?|request(?:s|ed)?"
    r"|require[sd]?|ask(?:s|ed)?|satisf(?:y|ies)\s+\w+|assure\s+\w+|guarantee|confirm)\s+"
    r"(?:\w+\s+){0,1}?that,?\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r"\band,?\s+$", re.IGNORECASE)
_VERBS = (
    r"(?:publish|report|implement|complete|review|provide"
    r"|submit|share|ensure|update|develop|introduce|agree|produce|write|set|take|make|put|issue"
    r"|establish|consult|present|respond|inform|act|begin|start|finish|amend|confirm|adopt|deliver"
    r"|create|monitor|address|improve|resolve|clear|close|train)\b"
)
_LAST_LIMB = re.compile(rf",\s+and\s+(?=[a-z])|\band\s+(?:then\s+)?(?={_VERBS})")
_PLAIN_VERB = re.compile(rf",?\s+{_VERBS}", re.IGNORECASE)
_WITH_DONE = re.compile(r",\s+with\s+(?:an?|its|their|the|all)\s+(?:\w+\s+){1,4}?\w{2,20}ed\s*$")
_SUBJECT = re.compile(r"[^,]{2,120},\s*$")
_PLAIN_SUBJECT = re.compile(
    r"(?:.{0,80}\b(?:recommend\w*|proposes?|asks?|requests?)\s+(?:that\s+)?)?"
    r"(?P<who>(?:[^\s,.;:]+\s+){1,10})",
    re.IGNORECASE,
)
_ACTS = re.compile(r"\s+(?:should|must|shall)\b", re.IGNORECASE)
_LINK_BEFORE = re.compile(r"\b(?:from|of|in|on|at|to|for|since|and|or|than)\s+$", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:was|were|had|did|told|said|stated|promised|committed\s+(?:itself\s+)?to|pledged|announced|predict\w*"
    r"|projected|projections?|forecasts?\s+that|forecasted|scheduled|due\s+to|expected\s+to|anticipated|hopes?\s+to"
    r"|expects?\s+to|undertook|intends?\s+to|aims?\s+to|plans\s+to|planned\s+to|plans\s+for|aims?\s+of"
    r"|(?:ambition|target|commitment|goal|aim|intention|promise|pledge|deadline)s?\s+"
    r"(?:to|of|for)"
    r"|(?:its|their|his|her|the\s+government['’]s)\s+plans?\s+(?:to|for))\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:which|who|whose|(?<!ensure\s)(?<!ensures\s)(?<!sure\s)(?<!recommend\s)(?<!recommends\s)"
    r"(?<!recommended\s)(?<!ensuring\s)(?<!confirm\s)that)\s+(?:\w+\s+){0,3}?"
    r"(?:is|are|was|were|has|have|had|will|would|came|comes?|took|needs?|must|should|shall"
    r"|\w{2,15}ed)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:which|who|where)\b[^,]{1,120},(?=\s|$)", re.IGNORECASE)
_ASKS_HOW = re.compile(
    r"\b(?:how|whether|what|when|why)\b.{0,200}\b(?:will|would|plans?|intends?|can|could|expects?"
    r"|aims?|to|is|are)\b|\b(?:will|would)\b",
    re.IGNORECASE | re.DOTALL,
)
_TENSED = re.compile(
    r"\b(?:was|were|had|has|have|did|is|are|does|do|would|could|might|may|told|said|saw|found"
    r"|rose|fell|grew|became|began|recorded|published|received|made|took|undertook|knew"
    r"|(?:we|they|it|i|he|she|committee|commission|inquiry|board|force|department|council|trust"
    r"|agency|government|review|panel|team)\s+\w{2,15}ed)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:told|said|stated|replied|undertook|promised|assured|wrote|knew|mandated|intended"
    r"|(?:in|on)\s+(?:\w+\s+){0,2}(?:19|20)\d\d,?\s+(?:we|i|the\s+\w+)\s+recommended)\b",
    re.IGNORECASE,
)
_PAST_VERB = re.compile(r"\b(?:was|were|had|did)\b", re.IGNORECASE)
_TO_BE = re.compile(r"to\s+(?:be|have)\s", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would)\b", re.IGNORECASE)
_ROLE_WILL = re.compile(
    r"(?:\w+[.:]\s+)?(?:the\s+|our\s+)?(?:[\w’'&,-]+\s+){0,8}?(?:head|manager|director|officer|lead|chief|accountant"
    r"|team|cfo|management|supervisor|superintendent|secretary|coordinator)s?"
    r"(?:\s+(?:of|for)\s+(?:[\w’'&-]+\s+){1,4}?|\s+)will\b",
    re.IGNORECASE,
)
_OWN_PLAN = re.compile(
    r"(?:we|i)\s+(?:will|intend|aim|plan)\b(?!.{0,40}\b(?:revisit|re-?inspect|return|monitor"
    r"|follow\s+up|inspect)\b)|(?:agreed\s+|management\s+)?(?:action|response)s?\b",
    re.IGNORECASE,
)
_INSPECTOR = re.compile(r"\b(?:we|i|hmicfrs|inspectors|ofsted|the\s+inspectorate)\s+will\b", re.I)
_PARTICIPLE = re.compile(
    r"\b(?:\w{2,20}ed|made|held|taken|given|begun|sent|born|set|known|seen|due|opened)\s*$",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:be|been|being|have|having|get|fully|is|are|see|completed|implemented|delivered|achieved"
    r"|finished|trained|resolved|addressed|cleared|embedded)\s+(?:\w+ly\s+)?\w+\s*$"
    r"|\b(?:be|been)\s+\w+(?:,\s\w+)?,?\s+and\s+\w+\s*$"
    r"|\b(?:completed|implemented|delivered|achieved|finished|trained|resolved|addressed|cleared"
    r"|embedded)\s*$",
    re.IGNORECASE,
)
_END_LIKE = re.compile(
    r"\s*(?:$|[,.;:)\]–—(]|(?:and|or|to|so|in\s+order|as|with|for|on|from|of\s+this|that|setting|at"
    r"|including|using|through|by|if|unless|which|while|but|where|when|in\s+line|following)\b)",
    re.IGNORECASE,
)
_STATES = re.compile(
    r",?\s*(?:(?!that\b|which\b|who\b|whose\b)[\w’'-]+\s+){1,6}?(?:will|would|is|are|has|have|can|could|may|might)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r",?\s*(?:(?!that\b|which\b|who\b|whose\b)[\w’'-]+\s+){1,6}?(?:will|would)\b", re.IGNORECASE
)
_HAPPENED = re.compile(r",?\s*(?:[\w’'-]+\s+){1,6}?(?:had|was|were|did)\b", re.IGNORECASE)
_WORDS_OF_A_CLAUSE = 5  # so near its verb, a phrase behind "which was" belongs to that
_LONGEST = 400
# So many phrases are weighed in one text; past it the text is an attack, not a recommendation.
_MOST_WEIGHED = 1000


class Stand(Enum):
    """Say how a phrase stands to the duty of its sentence."""

    GOVERNS = "it opens the duty, or stands right within it"
    CLOSES = "it ends the duty plainly"
    UNSURE = "it may date what the duty asks to be told of"
    TOLD = "it seems to date what somebody said or planned"
    APART = "it dates no duty"


class Prose:
    """Know where each sentence of a text begins, so that any phrase in it is placed quickly."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._weighed = 0

    @cached_property
    def _plain(self) -> str:
        return self.text.casefold()

    @cached_property
    def _openings(self) -> list[int]:
        return [0, *(end.end() for end in _SENTENCE_END.finditer(self.text))]

    @cached_property
    def _inherits(self) -> list[bool]:
        return [False, *(end[0][:1] in ":;" for end in _SENTENCE_END.finditer(self.text))]

    def holds(self, words: Sequence[str]) -> bool:
        """Say whether any of some words stands in the text; far quicker than to search for it."""
        return any(word in self._plain for word in words)

    def before(self, start: int) -> str:
        """Give the sentence's words before `start`, without list mark."""
        return self._before(start)[0]

    def after(self, end: int) -> str:
        """Give the sentence's words from `end` on."""
        place = bisect_right(self._openings, end)
        stop = self._openings[place] if place < len(self._openings) else len(self.text)
        return self.text[end : min(stop, end + _LONGEST)]

    def is_limb(self, start: int) -> bool:
        """Say whether the sentence is a limb of what stands before it, and so inherits its duty."""
        return self._before(start)[1] or self._inherits[bisect_right(self._openings, start) - 1]

    def opens_a_sentence(self, start: int) -> bool:
        """Say whether a phrase stands first in its sentence, but for words such as "and then"."""
        return _ONLY_LINKS.fullmatch(self.before(start).lstrip(" “‘\"'(")) is not None

    def follows_modal(self, start: int) -> bool:
        """Say whether a phrase stands right behind "should" or its like."""
        return _MODAL_BEFORE.search(self.before(start)) is not None

    def stand(self, start: int, end: int) -> Stand:
        """Say whether a phrase governs a duty, ends one, or dates something else."""
        self._weighed += 1
        if self._weighed > _MOST_WEIGHED:
            return Stand.APART
        before, after = self.before(start), self.after(end)
        if _INSPECTOR.search(before) and not _DUTY.search(before) and not _plans(before):
            return Stand.APART
        if _SAID.search(before):
            return Stand.TOLD
        if self.opens_a_sentence(start):
            return _opening(after)
        if _MODAL_BEFORE.search(before) or _HOLDS_A_DUTY.search(before):
            return Stand.GOVERNS
        if _SUBJECT.fullmatch(before) and after[:1] == "," and _DUTY.search(after):
            return Stand.GOVERNS
        also = _AND.search(before) is not None
        linked = also and (_DUTY.search(before) is not None or _goes_on_to_ask(before, after))
        if linked or _follows_subject(before, after):
            return Stand.GOVERNS
        return self._closing(start, before, after)

    def _before(self, start: int) -> tuple[str, bool]:
        opening = self._openings[bisect_right(self._openings, start) - 1]
        opening = max(opening, start - _LONGEST)
        mark = _LIST_MARK.match(self.text, opening, start)
        return self.text[mark.end() if mark else opening : start], mark is not None

    def _closing(self, start: int, before: str, after: str) -> Stand:
        before = _ASIDE.sub(" ", before)
        if not _END_LIKE.match(after):
            return Stand.APART
        gap = _behind_duty(before)
        if gap is not None:
            *earlier, gap = _LAST_LIMB.split(re.sub(r"^\s*that\s+", "", gap))
            before = f"must {gap}" if earlier else before
        if gap is None and not self.is_limb(start) and _TENSED.search(before):
            return Stand.APART
        if gap is None and _WILL.search(before):
            return Stand.TOLD
        modal = _MODAL_ALONE.search(before)
        if modal is None and gap is not None and _meant_to_be(before):
            return Stand.TOLD
        told_of = before[modal.end() :] if modal else gap or before
        if relative := _last_relative(told_of):
            words = told_of[relative.end() :]
            near = len(words.split()) <= _WORDS_OF_A_CLAUSE and not words.rstrip().endswith(",")
            return Stand.APART if near else Stand.UNSURE
        if _REPORTED.search(before if gap is None else gap):
            return Stand.TOLD
        if _dates_a_thing(before):
            return Stand.APART
        return Stand.UNSURE if gap and _ASKS_HOW.search(gap) else Stand.CLOSES


def _opening(after: str) -> Stand:
    if _HAPPENED.match(after):
        return Stand.APART
    if _TO_COME.match(after):
        return Stand.GOVERNS if _plans(after.lstrip(" ,")) else Stand.TOLD
    if _DUTY.search(after) or not after.strip(" .,:;)"):
        return Stand.GOVERNS
    return Stand.TOLD if _STATES.match(after) else Stand.GOVERNS


def _follows_subject(before: str, after: str) -> bool:
    """Say whether a phrase stands between who and what: "We recommend that X, by May, do Y"."""
    subject = _PLAIN_SUBJECT.fullmatch(before)
    if subject is None or not (subject.start("who") or _ACTS.match(after)):
        return False
    who = subject["who"]
    if _TENSED.search(who) or _DUTY.search(who) or _LINK_BEFORE.search(who):
        return False
    return not (_PARTICIPLE.search(who) or _REPORTED.search(who))


def _goes_on_to_ask(before: str, after: str) -> bool:
    """Say whether a phrase opens a further limb of an order: "Count it, and by May publish"."""
    if _TENSED.search(before) or _REPORTED.search(before) or _WILL.search(before):
        return False
    return _PLAIN_VERB.match(after) is not None


def _plans(before: str) -> re.Match[str] | None:
    """Match an action that whoever answers has agreed: "We will", "The Head of Ports will"."""
    return _OWN_PLAN.match(before) or _ROLE_WILL.match(before)


def _behind_duty(before: str) -> str | None:
    """Give what stands behind the last word of duty; None where there is none."""
    own = _plans(before)
    last = own.end() if own else None
    for duty in _DUTY.finditer(before):
        last = duty.end()
    return None if last is None else before[last:]


def _last_relative(words: str) -> re.Match[str] | None:
    return next(iter(list(_RELATIVE.finditer(words))[-1:]), None)


def _meant_to_be(before: str) -> bool:
    """Say whether the only duty is that of "had a target … to be met": a plan told of."""
    last = list(_DUTY.finditer(before))[-1:]
    return bool(last and _TO_BE.match(last[0][0]) and _PAST_VERB.search(before, 0, last[0].start()))


def _dates_a_thing(before: str) -> bool:
    """Say whether the words end in a thing that was done: "offences committed"."""
    if _PARTICIPLE.search(before) is None or _WITH_DONE.search(before):
        return False
    return _FINISHED.search(before) is None
