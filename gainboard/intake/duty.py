"""Whether words lay a duty on somebody: "should", "must", "we call upon", or a plain command."""

import re

MODAL = (
    r"(?:should|must|shall|(?<!the\s)(?<!a\s)(?<!no\s)(?<!any\s)needs?\s+to|ought\s+to|ha(?:s|ve)\s+to"
    r"|(?:is|are)\s+(?:required|expected|asked|urged|recommended)\s+to)"
)
_MODAL = re.compile(rf"\b{MODAL}\b", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:we|i|the\s+\w{1,30})\s+(?:therefore\s+|also\s+|further\s+)?"
    r"(?:call\s+up?on|recommends?|invite|urge)\b|\bis\s+recommended\s+that\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|found|finds?|believed?s?|thinks?|thought|consider(?:s|ed)|feels?|felt"
    r"|expect(?:s|ed)|agree[ds]?|accept(?:s|ed)?|recogni[sz]e[ds]?|acknowledge[ds]?|notes?|noted"
    r"|concluded?|understands?|whether|why|how|what|welcomes?|endorses?)\b",
    re.IGNORECASE,
)
_RESPONDER = re.compile(
    r"(?:we|i|our|the\s+[\w’']{1,30}(?:\s+[\w’']{1,30}){0,5}?)\s+(?:\w{1,20}ly\s+)?"
    r"(?:agrees?|accepts?|welcomes?|endorses?|recogni[sz]es?|acknowledges?|notes?|has|have|will)\b",
    re.IGNORECASE,
)
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
    limit link list maintain make manage map measure monitor move obtain offer organise oversee
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
    modal = _MODAL.search(sentence)
    if modal and not _TOLD.search(sentence, 0, modal.start()):
        return True
    return bool(_CALL.search(sentence[:200])) or is_command(sentence)


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
