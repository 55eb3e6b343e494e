"""Who an item is addressed to: the body that its first duty is laid on."""

import re
from collections.abc import Iterator

from gainboard.domain.deadlines import locate_deadlines
from gainboard.intake.body_names import names_body, split_names
from gainboard.intake.duty import MODAL, is_command

__all__ = ["addressees_of", "read_addressees", "split_names"]

_SENTENCE = re.compile(
    r"(?<!\bU\.S\.)(?<!\bU\.K\.)(?<!\bSt\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bvs\.)"
    r"(?<=[.!?:;])[”’\"')\]]{0,2}\d{0,3}\s+(?=[A-Z“‘\"(\[])"
)
_MODAL = re.compile(
    rf"(?:^|[\s,])(?:{MODAL}|will|(?:is|are)\s+(?:advised|reminded|encouraged|invited|recommended))\b",
    re.IGNORECASE,
)
_PARTICIPLE = r"\w+(?:ed|en|wn|ade|eld|un|one|iven|et|ght|aid|ought)\b"
_PASSIVE = re.compile(
    r"\s*(?:\w+ly\s+|also\s+|not\s+)?be\s+(?!required|asked|expected|encouraged|prepared|invited)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_BE_DONE = re.compile(
    r"\s*(?:be|are|is)\s+(?!required|asked|expected|encouraged|invited|directed)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:\w+(?:ed|en|wn|ade|eld|un|one|iven|et)(?:\s+(?:and|or)\s+\w+)?)\s+"
    r"(?:\w+ly\s+)?(?:jointly\s+)?by\s+(?P<who>(?:the|all|each|every)\s+[^,.;:]{2,120}|(?-i:[A-Z])[^,.;:]{2,120})",
    re.IGNORECASE,
)
_CALLED = r"(?P<who>[^.:;]{2,220}?),?\s+to\b(?!\s+(?:the|a)\b)"
_CALL = re.compile(
    r".{0,80}?\bcall(?:s|ing)?\s+(?:up)?\s?on\s+"
    + _CALLED
    + r"|(?:.{0,60}?\b(?:we|i|commission|committee|inquiry|panel|coroner|review|report)\s+)?"
    r"(?:\w+ly\s+|also\s+|therefore\s+|further\s+){0,2}(?:urge|invite)s?\s+"
    + _CALLED.replace("who", "urged"),
    re.IGNORECASE,
)
_ASK = re.compile(
    r".{0,80}?\b(?:we|i|commission|committee|inquiry|panel|coroner|review)\s+(?:\w+ly\s+|also\s+"
    r"|therefore\s+|further\s+|would\s+){0,2}(?:ask|request|encourage|expect|want|require|direct)s?\s+"
    + _CALLED
    + r"|.{0,120}?\b(?:requirement|duty|obligation|responsibility)\s+(?:for|on|upon)\s+"
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
    r"(?!(?:The|All|Each|Every|Both|An|A|Any|That|Our|No)\s)[A-Z][a-z]+\s+(?:the|an?|its|their|all|any"
    r"|your|these|this|and\s+[a-z]+\s+(?:the|an?|its|their))\s"
)
_RECOMMENDED = re.compile(
    r"^.{0,100}?\b(?:recommend(?:s|ed)?|proposes?|requests?|asks?|suggests?)(?:\s+to\s+[^,]{2,60}?)?"
    r"\s+that,?\s+|^[^A-Za-z]{0,6}that,?\s+(?=the\s|all\s|each\s|[A-Z])"
    r"|^.{0,60}?\brecommends?,?\s+(?=the\s|all\s|each\s|[A-Z])",
    re.IGNORECASE,
)
_INTRO = re.compile(
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
_NUMBERING = re.compile(
    r"(?:[A-Z]\.)?\(?\d{1,3}(?:\.\w{1,3}){0,3}\.?\)?\s+|[A-Z](?:\.\d{1,3}){1,3}\.?\s+|\(?[a-z]{1,4}\)\s*"
    r"|[ivx]{1,4}\.?\s+(?=[A-Z])|(?:recommendation|action)\s*[\w.]{0,6}\s*[:–-]\s*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:they|it|he|she|there|you|both)\b", re.IGNORECASE)
_STATES = re.compile(
    r"\s(?:have|has|are|is|do|does|were|was|had|did|can|could)(?:n[o’']t)?\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whether|how|what|when|where|because|if|as|is|are|was|were|has|have|had|been"
    r"|do|does|did|not|may|might|can|could|would|should|must|will)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+|,")
_LINKS = frozenset("of for and the & in on to all each a an".split())
_LABEL = re.compile(
    r"(?:^|[\[(\n.;]\s*)(?:action|owner|responsib\w+(?:\s+(?:officer|owner|person|manager|body))?"
    r"|lead(?:\s+(?:officer|body))?|for\s+action|action\s+(?:by|for|owner)|addressed\s+to|addressee"
    r"|who)\s*:\s*(?P<who>[A-Z][^\n.;\])]{2,120})",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    rf"(?:,[^,]{{1,120}},)?\s*to\s+(?!be\s+(?:\w+ly\s+)?{_PARTICIPLE})[a-z]", re.IGNORECASE
)
_HEADED = re.compile(r"\W*To\s+(?P<who>(?:the\s+|all\s+)?[^.:;]{2,120}):")
_FIELD = re.compile(
    r"^\W*(?:owners?|responsib\w+(?:\s+(?:officers?|owner|person|manager|body))?|lead(?:\s+officer)?"
    r"|action\s+owner|assigned\s+to|who)\s*:\s*",
    re.IGNORECASE,
)
_POST = re.compile(r"[^(),;]{4,60}\([A-Z][a-z][^()]{1,60}\)")
_NEXT_FIELD = re.compile(r"\s+(?=[A-Z][a-z]+(?:\s[a-z]+)?\s?:)")
_WEAK = re.compile(r"(?:management|managers?|leaders?|staff|leadership|we)$", re.IGNORECASE)
_LONGEST = 200
_OPENING = 400
_MOST_SENTENCES = 40
_LONGEST_SENTENCE = 1_200
_LONGEST_LEAD = 12_000


def addressees_of(lead: str, outside: str | None) -> tuple[str, ...]:
    """Give whom an item names, or else whom the words outside it name.

    "Management should" names nobody in particular: an owner given beside it goes before it.
    """
    named = read_addressees(lead)
    if outside and (not named or all(_WEAK.fullmatch(name) for name in named)):
        return read_named(outside) or named
    return named


def read_named(words: str) -> tuple[str, ...]:
    """Read the names in a heading, a lead-in or a column: "To the Home Office:"."""
    plain = re.sub(
        r"^\W*(?:(?:recommendations?|actions?)\s+)?(?:addressed\s+)?(?:to|for)\b:?\s+|^\W*action\s+by:?\s+",
        "",
        " ".join(words[:_LONGEST_SENTENCE].split()),
        flags=re.IGNORECASE,
    ).rstrip(" :.–-")
    plain = _NEXT_FIELD.split(_FIELD.sub("", plain), maxsplit=1)[0]
    names: list[str] = []
    for part in re.split(r"\s*[/;|\n]\s*", plain):
        post = _POST.fullmatch(part)
        names += [part] if post else split_names(part)
    return tuple(dict.fromkeys(names))


def read_addressees(lead: str) -> tuple[str, ...]:
    """List whom the words before the clauses address; empty where they name nobody."""
    lead = lead[:_LONGEST_LEAD]
    running = " ".join(lead.split())
    for _ in range(3):
        numbering = _NUMBERING.match(running)
        running = running[numbering.end() :] if numbering else running
    label = _LABEL.search(lead)
    if label and names_body(label["who"]):
        return split_names(label["who"])
    parts = [part[:_LONGEST_SENTENCE] for part in _SENTENCE.split(running)[:_MOST_SENTENCES]]
    headed = _HEADED.fullmatch(parts[0]) if parts else None
    if headed and (names := split_names(headed["who"])):
        return names
    for place, sentence in enumerate(parts):
        for who in _subjects(sentence):
            if _PRONOUN.match(who):
                if back := _antecedent(parts[max(0, place - 1)]) or _antecedent(running):
                    return back
            elif names := split_names(who):
                return names
    agents = (agent for sentence in parts if (agent := _AGENT.search(sentence)))
    return next(
        (split_names(one["who"]) for one in agents if names_body(_first_name(one["who"]))), ()
    )


def _subjects(sentence: str) -> Iterator[str]:
    """Give the bodies that a sentence lays duties on, the first one first."""
    if _REMARK.match(sentence):
        return
    if call := _CALL.match(sentence):
        yield call["who"] or call["urged"]
    if asked := _ASK.match(sentence):
        who = asked["who"] or asked["bound"] or asked["from"]
        if names_body(_first_name(who)):
            yield who
    rest, dated = _without_openings(sentence)
    if is_command(rest) or _ORDER.match(rest):
        return
    recommended = rest != sentence and _RECOMMENDED.match(sentence) is not None
    for modal in list(_MODAL.finditer(rest))[:4]:
        passive = _PASSIVE.match(rest, modal.end()) is not None
        if who := _before_modal(rest[: modal.start()], acting=not passive):
            yield who
    who = _leading_name(rest)
    ordered = _TO_DO.match(rest[len(who) :]) is not None
    done_to = _BE_DONE.match(rest[len(who) :]) is not None
    ordered = ordered or _acts_at_once(rest, who)
    if who and not done_to and (recommended or ordered or dated) and names_body(_first_name(who)):
        yield who


def _acts_at_once(rest: str, who: str) -> bool:
    """Say whether a plain verb follows the name that begins a text: "the Department establish"."""
    words = rest[len(who) :].split(maxsplit=1)
    return bool(who and words) and words[0].islower() and is_command(" ".join(words).capitalize())


def _before_modal(words: str, *, acting: bool) -> str | None:
    """Give the subject that stands before "should": all of it, or what follows its last clause."""
    whole = words.strip(" ,")
    if not whole or len(whole) > _OPENING:
        whole = whole[-_LONGEST:]
    if _PRONOUN.fullmatch(whole):
        return whole
    tries = [whole]
    tries += [
        whole[comma.end() :]
        for comma in re.finditer(r",\d{0,3}\s+(?:and\s+|then\s+|that\s+)?", whole)
    ][-3:]
    tries += [
        whole[that.end() :] for that in re.finditer(r"\b(?:that|and)\s+(?=the\s|all\s)", whole)
    ][-1:]
    tries += [whole[the.start() :] for the in re.finditer(r"(?<=[a-z]\s)The\s", whole)][-1:]
    for one in tries:
        first = _first_name(one)
        if (
            len(first) <= _LONGEST
            and not _CLAUSE.search(first)
            and names_body(first, acting=acting)
        ):
            return one
    last = tries[-1]
    return last if _PRONOUN.fullmatch(last) else None


def _first_name(words: str) -> str:
    names = split_names(words)
    if not names:
        return ""
    opening = re.match(r"\s*(?:the|some|one|no)\s", words, re.IGNORECASE)
    return f"{opening[0].strip()} {names[0]}" if opening else names[0]


def _without_openings(sentence: str) -> tuple[str, bool]:
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
        shorter = re.sub(r"^(?:(?:and|but|now|then|also|instead|so)\s+)", "", shorter)
        if shorter == rest:
            break
        rest = shorter
    return rest, dated


def _antecedent(running: str) -> tuple[str, ...]:
    """Read "Leaders have … They should": the subject of the sentence before."""
    states = _STATES.search(running)
    who = _without_openings(running[: states.start()] + " ")[0].strip() if states else ""
    if not who or _PRONOUN.match(who) or len(who) > 80 or not names_body(_first_name(who)):
        return ()
    return split_names(who)


def _leading_name(rest: str) -> str:
    """Read the name a clause begins with, where no "should" ends it: "the Council reviews"."""
    end, place = 0, 0
    words = list(_WORD.finditer(rest[:_OPENING]))
    while place < len(words) and place < 30:
        word = words[place][0]
        bare = word.strip("()[]“”‘’\"'")
        if word == "," or bare.lower() in _LINKS:
            place += 1
            continue
        if bare[:1].isupper() or names_body(bare):
            end = words[place].end()
        elif not _modifies(words, place):
            break
        place += 1
    return rest[:end]


def _modifies(words: list[re.Match[str]], place: int) -> bool:
    """Say whether a word goes with a body named right behind it: "local" of "local authorities"."""
    if _CLAUSE.fullmatch(words[place][0]):
        return False
    for word in words[place + 1 : place + 4]:
        bare = word[0].strip("()")
        if bare[:1].isupper() or word[0] in _LINKS - {"and", "&"}:
            return names_body(bare)
        if names_body(bare):
            return True
    return False
