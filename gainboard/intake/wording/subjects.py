"""The subject of a sentence that asks: who stands before "should", or is called upon."""

import re
from collections.abc import Iterator

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.signs.body_names import may_act, names_body, names_thing, split_names
from gainboard.intake.signs.duty import MODAL, is_command

MODALS = re.compile(
    rf"(?:^|[\s,])(?:{MODAL}|(?:may|might|will)\s+(?:also\s+|well\s+)?(?:wish|want)\s+to|will"
    r"|(?<!there\s)(?:is|are)\s+to(?=\s+(?!be\b)[a-z])"
    r"|(?:is|are)\s+(?:advised|reminded|encouraged|invited|recommended|requested|directed|called\s+(?:up)?on))\b",
    re.IGNORECASE,
)
_PARTICIPLE = r"\w+(?:ed|en|wn|ade|eld|un|one|iven|et|ght|aid|ought)\b"
PASSIVE = re.compile(
    r"\s*(?:\w+ly\s+|also\s+|not\s+)?be\s+(?!required|asked|expected|encouraged|prepared|invited|obliged)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_BE_DONE = re.compile(
    r"\s*(?:be|are|is)\s+(?!required|asked|expected|encouraged|invited|directed|obliged)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_CALLED = r"(?P<who>[^.:;]{2,220}?),?\s+to\b(?!\s+(?:the|a)\b)"
_CALL = re.compile(
    r"(?:.{0,240}?\bwe\s+|.{0,80}?\b)call(?:s|ing)?\s+(?:up)?\s?on\s+"
    + _CALLED
    + r"|(?:.{0,160}?\b(?:we|i|commission|committee|inquiry|panel|coroner|review|report|and)\s+)?"
    r"(?:\w+ly\s+|also\s+|therefore\s+|further\s+){0,2}(?:urge|invite)s?\s+"
    + _CALLED.replace("who", "urged"),
    re.IGNORECASE,
)
_ASK = re.compile(
    r".{0,80}?\b(?:we|i|commission|committee|inquiry|panel|coroner|review)\s+(?:\w+ly\s+|also\s+"
    r"|therefore\s+|further\s+|would\s+){0,2}(?:ask|request|encourage|expect|want|require|direct)s?\s+"
    + _CALLED
    + r"|.{0,120}?\b(?:requirement|duty|obligation|responsibility|it\s+is)\s+(?:for|of|on|upon)\s+"
    r"(?P<bound>(?:the|all|every|each)\s[^,.;:]{2,80}?)\s+to\b"
    r"|.{0,60}?\b(?:we|committee|inquiry|board)\s+(?:requires|requests?|is\s+requesting|are\s+requesting|seeks?"
    r"|expects?)\s+[^.;:]{0,120}?\bfrom\s+(?P<from>(?:the|all|each)\s[^.;:]{2,200}?)(?:\s+on\b|[.;:]|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"it\s+(?:is|was|seems)\s+(?:\w+\s+)?(?!recommended|essential|important|vital|imperative|necessary"
    r"|critical|crucial)\w+\s+that\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?!(?:The|All|Each|Every|Both|An|A|Any|That|Our|No|In|As|At|On|For|During|Under|Within|By)\s)"
    r"[A-Z][a-z]+\s+(?:the|an?|its|their|all|any"
    r"|your|these|this|and\s+[a-z]+\s+(?:the|an?|its|their))\s"
)
_RECOMMENDED = re.compile(
    r"^(?:it\s+(?:is|remains)\s+(?:\w+ly\s+)?(?:essential|vital|imperative|crucial|critical|important"
    r"|necessary)|(?:we|i)\s+(?:\w+ly\s+)?(?:offer|make)\s+the\s+(?:\w+\s+)?(?:suggestion|proposal))"
    r"\s+that\s+|"
    r"^.{0,300}?\b(?:recommend(?:s|ed)?|proposes?|requests?|asks?|suggests?)(?:\s+\([^()]{2,120}\))?(?:\s+to\s+[^,]{2,60}?)?"
    r"\s+that,?\s+|^(?:(?:we|i)\s+(?:\w+ly\s+)?(?:believe|consider|think)|(?:[\w’']+\s+){1,5}?(?:believes|considers"
    r"|thinks|(?:is|are)\s+of\s+the\s+(?:view|opinion)))\s+(?:that\s+)?"
    r"(?=(?:the|all|each|every|(?-i:[A-Z])\w+)\s[^.;]{0,160}?\b(?:should|must|shall|ought)\b)|^[^A-Za-z]{0,6}that,?\s+(?=the\s|all\s|each\s|[A-Z])"
    r"|^.{0,60}?\brecommends?,?\s+(?=the\s|all\s|each\s|[A-Z])",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?!(?:in|on|at|for|during|under|within|by|following)\s(?:(?!\b(?:who|which|that|where|when|if|what"
    r"|whether|how|why)\b)[^,]){0,120}?\b(?:should|must|shall)\b)"
    r"(?:for|in|as|on|to|with|building|following|working|having|where|when|if|through|using|during"
    r"|upon|subject|after|before|prior|by|within|once|over|from|at|given|until|alongside|while"
    r"|subsequently|thereafter|further|finally|however|also|together|therefore|accordingly"
    r"|consistent|because|since|as\s+soon|although|unless|pending|without|based|drawing|in\s+order"
    r"|similarly|furthermore|additionally|immediately|urgently)\b[^,]{0,200},\s*(?=\S)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:before|when|once|after|until|where|if|as\s+soon\s+as)\b[^,]{4,120}?\s(?=the\s+[A-Z])",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:they|it|he|she|there|you|both)\b", re.IGNORECASE)
_OBJECT_PRONOUN = re.compile(r"(?:them|us|him|her|you|me|readers)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"\b(?:that|which|who|whether|how|what|when|where|because|if|as|is|are|was|were|has|have|had|been"
    r"|do|does|did|not|may|might|can|could|would|should|must|will|\w+n[’']t)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+|,")
_LINKS = frozenset("of for and the & in on to all each a an".split())
_TO_DO = re.compile(
    rf"(?:,[^,]{{1,120}},)?\s*to\s+(?!be\s+(?:\w+ly\s+)?{_PARTICIPLE})[a-z]", re.IGNORECASE
)
_DOES = re.compile(
    r"\s*(?:,[^,]{1,120},\s*)?(?:\w+ly\s+|also\s+|now\s+|not\s+|together\s+|jointly\s+){0,2}(?:review|publish|consider|audit|fund|vet|collaborate|lead|chair|teach|allocate|engage|submit|reduce"
    r"|consult|develop|appoint|commission|work|agree|seek|report|write|conduct|undertake|carry|introduce"
    r"|establish|create|adopt|implement|plan|train|invest|recruit|monitor|explore|take\s+(?:steps|action"
    r"|immediate|urgent)|ensure|make\s+(?:sure|certain)|amend|revise|update|issue|inspect|test|assess"
    r"|examine|prepare|provide|share|improve|strengthen|remind|notify|tell|inform|fit|install|modify"
    r"|re-?examine|investigate|record|keep|check|raise|discuss|apologi[sz]e|pay|set\s+(?:up|out))\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:so\s+that|ensure\s+that|which|who|whether|if|when|where|(?:effect|clear|specif\w+|provid\w+)"
    r"\s+that)\b[^,;]{0,200}$",
    re.IGNORECASE,
)
_THAT_IT = re.compile(r"\bthat\s+(?P<it>it|they|he|she)$", re.IGNORECASE)
_WITHIN_OPENING = re.compile(
    r"(?:in|as|at|on|for|during|under|within|by|following)\s(?!.*,)(?:[^\s,]+\s){0,11}?"
    r"(?!(?:of|to|for|by|in|on|with|from|at|and|or|under|between|into|that|which)\s|\w+ing\s)"
    r"[\w’'-]+\s(?P<who>the\s(?-i:[A-Z])\S*(?:\s(?!the\b)\S+){0,9})$",
    re.IGNORECASE,
)
_STILL = re.compile(
    rf",?\s+(?:and|but|so)\s+(?:\w+ly\s+|now\s+|also\s+)?(?:{MODAL})\b", re.IGNORECASE
)
_DEEDS = frozenset(
    """
    table make take bring put set give keep hold tell ask show get let meet respond apologise audit
    legislate enact resume halt follow lift end cut fix clean buy sell hire pass vote ensure
    """.split()
)
_TOLD = re.compile(
    r".{0,80}?\brecommends?\s+to\s+(?P<who>[^,.;:]{2,120}?)\s+that\s+(?:it|they|he|she)\b",
    re.IGNORECASE,
)
_CONSULTED = re.compile(r",\s+(?:in|after)\s+(?:consultation|consulting|liaison)\b", re.IGNORECASE)
_HOW = re.compile(
    r"^\s*(?:jointly|together|urgently|promptly|immediately|also|now|each)\s", re.IGNORECASE
)
_MEANWHILE = re.compile(
    r"^,\s+(?:in|with|through|together|as|by|within|working|where|and)\s[^,]{2,120},"
)
_OBJECT = re.compile(
    r"(?:the|an?|its|their|all|any|each|every|this|that|these|those|more|new|such|no|further|additional"
    r"|two|three|four|five|six|seven|eight|nine|ten|\d+)$",
    re.IGNORECASE,
)
_OBJECT_AFTER = re.compile(
    r"(?:the|an?|its|their|all|any|each|every|on|that|how|whether)$", re.IGNORECASE
)
_DETERMINED = re.compile(r"\s(?:the|an?|its|their|all|your|our|any|of|for)\s", re.IGNORECASE)
_IS_TO = re.compile(r"\b(?:is|are)\s+to$", re.IGNORECASE)
_SHORT = 60
LONGEST = 200
_OPENING = 400


def subjects_of(sentence: str) -> Iterator[str]:
    """Give the bodies that a sentence lays duties on, the first one first."""
    if _REMARK.match(sentence):
        return
    if call := _CALL.match(sentence):
        called = call["who"] or call["urged"]
        if _OBJECT_PRONOUN.match(called) is None:
            yield called
    if asked := _ASK.match(sentence):
        who = asked["who"] or asked["bound"] or asked["from"]
        if names_body(first_name(who)):
            yield who
    if told := _TOLD.match(sentence):
        yield told["who"]
    rest, dated = without_openings(sentence)
    commanded = is_command(rest) and not rest[:2].isupper()
    if (commanded or _ORDER.match(rest)) and not _names_until_modal(rest):
        return
    if (begun := leading_name(rest)) and _acts_on(rest, begun) and names_body(first_name(begun)):
        yield begun
        return
    recommended = rest != sentence and _RECOMMENDED.match(sentence) is not None
    reached = 0
    for modal in list(MODALS.finditer(rest))[:4]:
        depends = reached and _SUBORDINATE.search(rest, reached, modal.start())
        reached = modal.end()
        if depends:
            continue
        passive = PASSIVE.match(rest, modal.end()) is not None
        does = _DOES.match(rest, modal.end()) is not None and not _IS_TO.search(modal[0])
        yield _before_modal(rest[: modal.start()], acting=not passive, does=does) or ""
    who = leading_name(rest).rstrip(":")
    if who and recommended and rest == f"{who}:" and names_body(first_name(who)):
        yield who
    if who and _STILL.search(rest, len(who)) and names_body(first_name(who)):
        yield who
    ordered = _TO_DO.match(rest[len(who) :]) is not None
    done_to = _BE_DONE.match(rest[len(who) :]) is not None
    ordered = ordered or acts_at_once(rest, who)
    after = rest[len(who) :].split(maxsplit=1)
    recommended = recommended and not (after and names_thing(after[0]))
    if who and not done_to and (recommended or ordered or dated) and names_body(first_name(who)):
        yield who


def _names_until_modal(rest: str) -> bool:
    """Say whether a name that begins like a command stands before "should": "Test centres"."""
    modal = MODALS.search(rest[:_SHORT])
    who = rest[: modal.start()] if modal else ""
    return names_body(who) and _DETERMINED.search(who) is None and not CLAUSE.search(who)


def acts_at_once(rest: str, who: str) -> bool:
    """Say whether a plain verb follows the name that begins a text: "the Department establish"."""
    after = _MEANWHILE.sub("", rest[len(who) :], count=1)
    words = _HOW.sub("", after, count=1).split(maxsplit=1)
    if who and words and words[0] in _DEEDS and " " in rest[len(who) :].strip():
        return True
    return bool(who and words) and words[0].islower() and is_command(" ".join(words).capitalize())


def _acts_on(rest: str, who: str) -> bool:
    """Say whether what follows a name is surely its verb: "the Department advise on the plans"."""
    words = rest[len(who) :].split(maxsplit=2)
    return len(words) > 1 and acts_at_once(rest, who) and _OBJECT_AFTER.match(words[1]) is not None


def _before_modal(words: str, *, acting: bool, does: bool) -> str | None:
    """Give the subject that stands before "should": all of it, or what follows its last clause."""
    whole = words.strip(" ,")
    if not whole or len(whole) > _OPENING:
        whole = whole[-LONGEST:]
    if PRONOUN.fullmatch(whole):
        return whole
    if said := _THAT_IT.search(whole):
        return said["it"]
    names = split_names(whole)
    if len(names) > 1 and may_act(names[0]) and names_body(names[-1], acting=acting):
        return whole
    tries = [whole]
    tries += [
        whole[comma.end() :]
        for comma in re.finditer(r",\d{0,3}\s+(?:and\s+|then\s+|that\s+|but\s+)?", whole)
    ][-3:]
    tries += [
        whole[that.end() :] for that in re.finditer(r"\b(?:that|and)\s+(?=the\s|all\s)", whole)
    ][-1:]
    tries += [whole[the.start() :] for the in re.finditer(r"(?<=[a-z]\s)The\s", whole)][-1:]
    for one in tries:
        first = first_name(one)
        if len(first) <= LONGEST and not CLAUSE.search(first) and names_body(first, acting=acting):
            return one
    if does and not CLAUSE.search(first_name(whole)) and may_act(whole):
        return whole
    if opening := _WITHIN_OPENING.match(whole):
        within = first_name(opening["who"])
        if not CLAUSE.search(within) and names_body(within, acting=acting):
            return opening["who"]
    last = tries[-1]
    return last if PRONOUN.fullmatch(last) else None


def first_name(words: str) -> str:
    names = split_names(words)
    if not names:
        return ""
    opening = re.match(r"\s*(?:the|some|one|no)\s", words, re.IGNORECASE)
    return f"{opening[0].strip()} {names[0]}" if opening else names[0]


def without_openings(sentence: str) -> tuple[str, bool]:
    """Drop what stands before the subject, and say whether that was a deadline."""
    rest, dated = sentence, False
    for _ in range(6):
        shorter = _RECOMMENDED.sub("", rest, count=1)
        deadline = next(iter(locate_deadlines(shorter[:_OPENING], None)), None)
        if deadline and deadline.start < 3:
            shorter, dated = shorter[deadline.end :].lstrip(" ,:"), True
        elif intro := _INTRO.match(shorter):
            shorter = shorter[intro.end() :]
        elif condition := _CONDITION.match(shorter):
            shorter = shorter[condition.end() :]
        shorter = re.sub(r"^(?:(?:[Aa]nd|[Bb]ut|now|then|also|instead|so)\s+)", "", shorter)
        if shorter == rest:
            break
        rest = shorter
    return rest, dated


def leading_name(rest: str) -> str:
    """Read the name a clause begins with, where no "should" ends it: "the Council reviews"."""
    end, place = 0, 0
    words = list(_WORD.finditer(rest[:_OPENING]))
    while place < len(words) and place < 30:
        word = words[place][0]
        bare = word.strip("()[]“”‘’\"'")
        if word == "," and end and _CONSULTED.match(rest, words[place].start()):
            break
        if word == "," or bare.lower() in _LINKS:
            place += 1
            continue
        if end and bare.islower() and _is_verb(words, place):
            break
        if bare[:1].isupper() or names_body(bare):
            end = words[place].end()
        elif not _modifies(words, place):
            break
        place += 1
    return rest[:end]


def _is_verb(words: list[re.Match[str]], place: int) -> bool:
    """Say whether a word that could be a noun is what the body does: "the Home Office fund ten"."""
    if place + 1 < len(words) and _is_done_now(words[place][0], words[place + 1][0]):
        return not words[place - 1][0].endswith("s")
    if place + 1 >= len(words) or not is_command(f"{words[place][0].capitalize()} the"):
        return False
    if words[place - 1][0][:1].isupper():
        return True
    return _OBJECT.match(words[place + 1][0]) is not None


def _is_done_now(word: str, following: str) -> bool:
    """Say whether a word is a verb in the present: "the Government commissions His Majesty's"."""
    if not word.endswith("s") or not (following[:1].isupper() or _OBJECT.match(following)):
        return False
    return is_command(f"{word[:-1].capitalize()} the")


def _modifies(words: list[re.Match[str]], place: int) -> bool:
    """Say whether a word goes with a body named right behind it: "local" of "local authorities"."""
    if CLAUSE.fullmatch(words[place][0]):
        return False
    for word in words[place + 1 : place + 4]:
        bare = word[0].strip("()")
        if CLAUSE.fullmatch(bare) or _OBJECT.match(bare):
            return False
        if bare[:1].isupper() or word[0] in _LINKS - {"and", "&"}:
            return names_body(bare)
        if names_body(bare):
            return True
    return False


def stated_subject(sentence: str) -> str:
    """Give the body that a sentence says does something: "The Government amends the Act"."""
    rest = without_openings(sentence)[0]
    who = leading_name(rest)
    words = _MEANWHILE.sub("", rest[len(who) :], count=1).split(maxsplit=1)
    verb = words[0] if who and words else ""
    stems = (verb[:-1], verb[:-2], f"{verb[:-3]}y") if verb.endswith("s") else ()
    does = verb.islower() and any(is_command(f"{stem.capitalize()} the") for stem in stems)
    return who if does and names_body(first_name(who)) else ""
