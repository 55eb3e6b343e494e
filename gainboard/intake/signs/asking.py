"""Softer ways of asking: "may wish to consider", "it is essential that", "each force publish …"."""

import re

_WISH = re.compile(
    r"\b(?:may|might|will)\s+(?:(?:also|well|therefore|no\s+doubt)\s+)*(?:wish|want)\s+to\b"
    r"|\b(?:might|could)\s+(?:also\s+|usefully\s+|therefore\s+)?consider\b",
    re.IGNORECASE,
)
_VITAL = re.compile(
    r"(?:it\s+(?:is|will\s+be|would\s+be|remains)|this\s+makes\s+it)\s+(?:\w{2,12}ly\s+|also\s+|now\s+)*"
    r"(?:essential|vital|imperative|crucial|critical|important|necessary|desirable)\s+"
    r"(?:that\b|for\s+[^.;]{2,80}\sto\b)",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\b(?:we|i)\s+(?:would\s+)?(?:(?:also|therefore|\w{2,12}ly)\s+)*(?:(?:offer|make)\s+(?:the|one|this)"
    r"\s+(?:\w+\s+)?(?:suggestion|proposal)|(?:suggest|propose|advise)\s+that\b)",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r"\b(?:is|are)\s+(?:now\s+|also\s+|not\s+)?to\s+be\s+(?!found|seen|expected|welcomed|hoped"
    r"|commended|congratulated|regretted|noted|believed|understood)"
    r"(?:[a-z]{2,10}ly\s+)?(?:under\s+a\s+duty|[a-z]{2,14}(?:ed|en)|held|made|given|put|set|kept|sent|told|taught)\b"
)
_ORDERED = re.compile(
    r"(?:[\w’'(),&-]+\s){1,18}?to\s+be\s+(?:[a-z]{2,10}ly\s+)?(?:[a-z]{2,14}(?:ed|en)|held|made|given|put|set"
    r"|kept|sent|told|taught)\b",
    re.IGNORECASE,
)
_BE_DONE = re.compile(
    r"(?:(?-i:[A-Z])[\w’'&-]*\s)(?:[\w£’'(),&-]+\s){0,18}?be\s+(?:[a-z]{2,10}ly\s+)?(?:[a-z]{2,14}(?:ed|en)"
    r"|held|made|given|put|set|kept|sent|told|taught|brought|drawn|carried)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|will|would|can|could|may|might|do|does|did|if|to|who|which"
    r"|that|continue[sd]?|needs?|needed|appear(?:s|ed)?|seem(?:s|ed)?|wants?|wanted|likely|able|due"
    r"|expect(?:s|ed)?|plan(?:s|ned)|hope[sd]?|ask(?:s|ed)|agree[sd]?|found|wait(?:s|ed)?|remain(?:s|ed)?"
    r"|began|begin(?:s)?|ought|used|us|them|him|i|we|you|they|there|enough|too)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:should|shall|must|cannot|\w+n[’']t|not|need|let|help(?:s|ed)?|make[s]?|be|as|so|\w+’(?:ll|d))\b",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(
    r"\b(?:if|where|when|which|that|who|what|whether|how|why|unless|because|aim|purpose|intention"
    r"|task|role|plan|objective|goal|there)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"(?:we|i|you|readers?|people|those|members)\b", re.IGNORECASE)
_READ = re.compile(
    r"(?:please\s+)?(?:review|read|view|see|browse|find|download|consult|explore)\s[^.]{10,200}\.?",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:ask(?:s|ed)?|request(?:s|ed)?|invite[sd]?|expect(?:s|ed)?)\b[^.;:]{0,40}"
    r"\b(?:respond|reply)\b[^.;:]{0,120}\brecommendations?(?:\(s\))?\s+(?:was|were|is|are|has|have|will)\b",
    re.IGNORECASE,
)
_FEWEST_REPEATED = 4
_WORDS = ("wish", "want", "consider", " to be ", "suggest", "propos", "advise")
_SUBJECT = re.compile(
    r"(?P<each>(?:each|every)\s)?(?P<the>the\s)?(?P<who>[\w’'&-]{2,24}(?:\s(?:(?-i:[A-Z])[\w’'&-]*|of|for|and|the|in"
    r"|police|force|council|board|authority|trust|service|department|agency|committee|commission"
    r"|government|minister|commissioner|college|office|provider|operator|company)\b){0,9}),?\s+"
    r"(?:(?:jointly|also|urgently|immediately|now|promptly|not)\s)?(?P<verb>(?-i:[a-z]{3,14}))"
    r"(?P<after>,?\s+(?:the|a|an|its|their|his|her|all|any|each|every|with|to|into|how|whether|by|and"
    r"|themselves|itself|regular|clear|guidance|steps|training)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_TOLD = re.compile(
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do|\w{3,}ed"
)
_BEFORE_NOUNS = frozenset(
    "the a an of for in on by with at its their this his her any and or".split()
)
_MANY = re.compile(r"(?<!Affair)(?<!Service)(?<!Work)(?<!s)s$", re.IGNORECASE)
_MANY_OF_THEM = frozenset("we i you they staff police people public".split())
_ANSWERS = frozenset(
    "accept agree support recognise recommend request urge report review plan work".split()
)


def asks_softly(sentence: str) -> bool:
    """Say whether a sentence asks without "should": wishes, needs, what is to be done."""
    words = sentence[:400]
    if _VITAL.match(words):
        return True
    plain = words.casefold()
    done = _BE_DONE.match(words) if " be " in plain else None
    if done is not None and not _is_said(done[0][: done[0].rindex(" be ")]):
        return True
    if not any(word in plain for word in _WORDS):
        return False
    if _OFFER.search(words):
        return True
    wish = _WISH.search(words)
    if wish is not None and not _WE.match(words):
        return _SUPPOSES.search(words[: wish.start()]) is None
    ordered = _ORDERED.match(words) if " to be " in plain else None
    if ordered is not None and _FINITE.search(ordered[0][: ordered[0].rindex(" to ")]) is None:
        return True
    to_be = _TO_BE.search(words)
    return to_be is not None and _SUPPOSES.search(words[: to_be.start()]) is None


def _is_said(before: str) -> bool:
    """Say whether words before a bare "be" hold a verb, or a supposition, that it goes with."""
    return bool(_FINITE.search(before) or _SUPPOSES.search(before) or _AUXILIARY.search(before))


def is_that_clause(sentence: str, commands: frozenset[str]) -> bool:
    """Say whether a sentence is what "We recommend" leaves to say: "That training continue"."""
    if not sentence.startswith("That "):
        return False
    words = _WORD.findall(sentence[:160].partition(":")[0])
    for place in range(2, len(words)):
        if _FINITE.fullmatch(words[place - 1]) or words[place - 1].lower() in _BEFORE_NOUNS:
            continue
        if words[place] in commands and not any(map(_TOLD.fullmatch, words[1:place])):
            return True
    return False


def is_subjunctive(sentence: str, commands: frozenset[str]) -> bool:
    """Say whether a sentence lays a duty by its verb's form: "Each force publish its figures"."""
    found = _SUBJECT.match(sentence[:240])
    if found is None or found["verb"] not in commands or found["verb"] in _ANSWERS:
        return False
    if found["each"]:
        return True
    if found["who"].lower() in _MANY_OF_THEM:
        return False
    who = re.split(r"\s(?:of|for|and)\s", found["who"])[0]
    return (found["the"] is not None or who[:1].isupper()) and _MANY.search(who) is None


def sends_reader(paragraph: str, heading: str) -> bool:
    """Say whether a paragraph only sends the reader to what its heading names: "Review the …".

    Or it wants answers to the recommendations from whoever receives them.
    """
    if _ANSWERED.search(paragraph) is not None:
        return True
    words = set(map(str.casefold, _WORD.findall(heading)))
    if len(words) < _FEWEST_REPEATED or _READ.fullmatch(paragraph) is None:
        return False
    return words <= set(map(str.casefold, _WORD.findall(paragraph)))
