"""Whether words lay a duty on somebody: "should", "must", "we call upon", or a plain command."""

import re

MODAL = (
    r"(?:should|must|shall|(?<!the\s)(?<!a\s)(?<!no\s)(?<!any\s)needs?\s+to|ought\s+to|ha(?:s|ve)\s+to"
    r"|(?:is|are)\s+(?:required|expected|asked|urged|recommended)\s+to)"
)
_MODAL = re.compile(rf"\b{MODAL}\b", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:we|i|the\s+\w{1,30}(?:\s+\w{1,30})?)\s+(?:(?:\w{2,12}ly|also|further|again|therefore|now)"
    r"\s+){0,2}(?:calls?\s+(?:up)?on\b|calls?\s+for\b|recommends?\b|invites?\b|urges?\b"
    r"|(?:ask|expect|request|require|want|encourage)s?\s+(?:that\s|[^.;]{2,120}\sto\s))"
    r"|\b(?:is|are|be)\s+(?:therefore\s+)?recommended\s+that\b|^recommends?\s+that\b"
    r"|^that\s+(?:the|all|each|every)\s",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:should|must|ought\s+to)(?:\s+not)?\s+(?:also\s+)?have\s+(?:been|had|done|known|taken|made"
    r"|[a-z]{2,12}ed\s+(?:the|a|an|that|it|this|to|by|in|on|at|for|them|him|her|his|their))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|found|finds?|believed?s?|thinks?|thought|consider(?:s|ed)|feels?|felt"
    r"|expect(?:s|ed)|agree[ds]?|accept(?:s|ed)?|recogni[sz]e[ds]?|acknowledge[ds]?|notes?|noted"
    r"|concluded?|concludes|understands?|whether|why|how|what|welcomes?|endorses?|hears?|heard"
    r"|suggest(?:s|ed|ing)|argue[ds]?|hoped?|asserted|stated|replied|explained|intended)\b",
    re.IGNORECASE,
)
_RESPONDER = re.compile(
    r"(?:we|i|our|the\s+[\w’']{1,30}(?:\s+[\w’']{1,30}){0,5}?)\s+(?:\w{1,20}ly\s+)?"
    r"(?:agrees?|accepts?|welcomes?|endorses?|recogni[sz]es?|acknowledges?|notes?|has|have|will"
    r"|concurs?|concurred|rejects?|(?:do|does|did)\s+not\s+(?:agree|accept|concur)|is\s+committed"
    r"|are\s+committed|remains?\s+committed|supports?)\b"
    r"|(?:partially\s+|partly\s+|fully\s+|not\s+)?(?:accepted|agreed|concur|rejected)\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"\b(?:governments?|departments?|minist\w{2,5}|secretar\w{1,4}|office|forces?|police|constab\w{2,8}"
    r"|commissioners?|councils?|boards?|authorit\w{1,3}|agenc\w{1,3}|services?|college|bod(?:y|ies)"
    r"|inspectorates?|trusts?|regulators?|universit\w{1,3}|schools?|leaders?|providers?|compan\w{1,3}"
    r"|operators?|associations?|committees?|partners?|partnerships?|prisons?|courts?|crown|treasury"
    r"|commissions?|directors?|officers?|chiefs?|executives?|managers?|staff|teams?|parliament"
    r"|ports?|it|they|we|there)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:by\s[^,]{2,40}?,?\s+)?(?P<who>(?:the\s+|all\s+|each\s+)?\w[\w’'&-]*(?:\s+[\w’'&-]+){0,6}?)"
    r"\s+to\s+(?P<verb>[a-z]{3,20})\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,7}s?\b")
_CLAUSE_OF = re.compile(r"\b(?:that|who|which|where|because|if|although|while)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"')\]]{0,2}\s+(?=[A-Z“‘\"(\[])")
_INTRO = re.compile(
    r"(?:if|where|when|by|within|as|in|on|for|following|after|before|once|to|with|immediately"
    r"|urgently)\b[^,]{1,120},\s*",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[“‘\"(]?([A-Za-z]{2,20})\b")
_COMMANDS = frozenset(
    """
    act add address adopt agree allocate amend analyse appoint apply approve arrange assess assign
    assure audit begin bring build carry challenge change check clarify close collaborate collect
    commission communicate complete conduct confirm consider consolidate consult continue convene
    coordinate create deal define deliver demonstrate deploy design determine develop devise
    direct discuss display distribute document draft educate embed enable encourage engage enhance
    ensure establish evaluate evidence examine expand explain explore extend finalise focus
    formalise formulate fund give guarantee hold identify implement improve include increase
    inform initiate instigate integrate introduce invest investigate issue keep launch lead learn
    limit link list maintain make manage map mend measure monitor move obtain offer organise oversee
    perform plan prepare present prevent prioritise procure produce promote protect provide publish
    put raise reconsider record recruit rectify reduce refer refine refresh regularly reinforce
    reissue remind remove renew replace report request require research resolve resource respond
    review revise satisfy secure seek send set share simplify specify standardise start stop
    strengthen submit support sustain take target test track train transform undertake update
    upgrade use utilise validate verify widen work write
    """.split()
)


def sentences(text: str) -> list[str]:
    """Split running text into its sentences."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence]


def lays_duty(sentence: str) -> bool:
    """Say whether one sentence lays a duty, and does not merely report that somebody did."""
    if _MODAL.search(sentence):
        words = _PAST.sub(" ", sentence)
        modal = _MODAL.search(words)
        if modal and not _TOLD.search(words, 0, modal.start()):
            return True
    return bool(_CALL.search(sentence[:200])) or is_command(sentence) or _is_order(sentence)


def _is_order(sentence: str) -> bool:
    """Say whether a sentence is of the form "The council to undertake a review"."""
    order = _ORDER.match(sentence[:200])
    if order is None or order["verb"].lower() not in _COMMANDS:
        return False
    last = order["who"].split()[-1]
    return bool(_ACTOR.fullmatch(last) or _ACRONYM.fullmatch(last))


def recommends(paragraph: str) -> bool:
    """Say whether a paragraph asks somebody for something, where others beside it only conclude.

    A word of asking will do, or a duty whose subject is somebody who can act.
    """
    return any(_asks_somebody(sentence) for sentence in sentences(paragraph))


def _asks_somebody(sentence: str) -> bool:
    if _CALL.search(sentence[:300]):
        return True
    modal = _MODAL.search(sentence)
    if modal is None or not lays_duty(sentence):
        return False
    intro = _INTRO.match(sentence)
    subject = sentence[intro.end() if intro and intro.end() < modal.start() else 0 : modal.start()]
    if len(subject) > 160 or _CLAUSE_OF.search(subject):
        return False
    return bool(_ACTOR.search(subject) or _ACRONYM.search(subject))


def is_command(sentence: str) -> bool:
    """Say whether a sentence commands: "Ensure that …", "If successful, expand …"."""
    rest = sentence
    for _ in range(2):
        intro = _INTRO.match(rest)
        rest = rest[intro.end() :] if intro else rest
    first = _FIRST_WORD.match(rest)
    return first is not None and first[1].lower() in _COMMANDS


def holds_duty(paragraph: str) -> bool:
    """Say whether any sentence of a paragraph lays a duty."""
    return any(lays_duty(sentence) for sentence in sentences(paragraph))


def is_answer(paragraph: str) -> bool:
    """Say whether a paragraph speaks for whoever answers: "We agree", "The council welcomes"."""
    return _RESPONDER.match(paragraph) is not None


def names_actor(words: str) -> bool:
    """Say whether words name somebody who can act: a force, an office, a board, an acronym."""
    return bool(_ACTOR.search(words) or _ACRONYM.search(words))
