"""What a period is counted from: another recommendation, publication, or an event."""

import re

from gainboard.domain.numerals import whole_number

_ONE_NUMBER = (
    r"(?:[A-Z]{1,3}-\d{1,3}(?:-\d{1,4})?\b|[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?\b(?:\s?\([a-z]{1,4}\))?|(?:one|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
RECOMMENDATION = (
    r"(?:(?:the|our)\s+)?(?:(?:strategic|operational|safety|key|priority|national|local|joint)\s+)?"
    r"(?:recommendations?|recs?\.?|areas?\s+for\s+improvement|afis?|actions?)\s*"
    rf"(?:nos?\.?|numbers?)?\s*(?P<rec>{_ONE_NUMBER}"
    rf"(?:\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|to\s+|&\s*|–|-)\s*{_ONE_NUMBER}){{0,9}})"
)
COMPLETING = (
    r"(?:the\s+)?(?:date\s+of\s+)?(?:full\s+|successful\s+)?(?:the\s+)?"
    r"(?:completion|completing|implementation|implementing|delivery|delivering|achievement"
    r"|conclusion|closure|discharge|fulfilment|outcomes?|results?)\s+(?:of\s+)?"
)
_THING = (
    r"(?:(?:receiving\s+|receipt\s+of\s+|(?:the\s+)?publication\s+of\s+|issu(?:e|ing)\s+(?:of\s+)?)?the\s+\w{2,20}(?:\s+\w{2,20})?\s+(?:in|under|at|described\s+in|set\s+out\s+in|required\s+by"
    r"|recommended\s+in)\s+)?"
)
_DONE = (
    r"(?:['’]s\s+(?:completion|implementation|closure))?"
    r"(?:,?\s+(?:is|are|was|were|has\s+been|have\s+been|being|having\s+been)\s+(?:fully\s+)?"
    r"(?:completed?|implemented|delivered|met|closed|discharged|achieved|in\s+place|fulfilled))?"
)
_FROM = r"\s+(?:of|from|after|following|post)\s+"
AFTER_RECOMMENDATION = re.compile(
    rf"{_FROM}(?:{COMPLETING})?{_THING}{RECOMMENDATION}{_DONE}", re.IGNORECASE
)
ON_COMPLETION = re.compile(
    r"\b(?:(?:following|after|upon|on|once|when|subject\s+to)\s+"
    rf"(?:{COMPLETING})?{_THING}{RECOMMENDATION}{_DONE})",
    re.IGNORECASE,
)
# What is to be done under another recommendation: "the guide asked for in recommendation 4".
_MENTION = (
    rf"(?:{RECOMMENDATION}|(?<=recommended\sin\s)paragraphs?\s+(?P<paragraph>\d{{1,3}}(?:\.\d{{1,3}})?))"
    r"(?:['’]s\s+\w+(?:\s+\w+)?(?=\s*(?:,|$)))?"
)
AFTER_WORK = re.compile(rf"{_FROM}(?P<work>[^,.;:\n]{{3,140}}?)\b{_MENTION}{_DONE}", re.IGNORECASE)
ON_WORK = re.compile(
    rf"\b(?:following|after|upon|once|when)\s+(?P<work>[^.;:\n]{{3,220}}?)\b{_MENTION}{_DONE}",
    re.IGNORECASE,
)
IS_DONE = re.compile(
    r"\b(?:complet\w+|implement\w+|in\s+place|finished|established|developed|delivered|agreed)\b",
    re.IGNORECASE,
)
_REPORT = (
    r"(?:final\s+|inspection\s+|joint\s+|audit\s+|interim\s+|inquiry\s+|thematic\s+|national\s+"
    r"|investigation\s+){0,3}(?:report|review|notice|letter|volume)"
)
_THIS = r"(?:the|this|our|my)"
_OWN_NAME = (
    r"(?:this|our|my)\s+(?:final\s+|public\s+|formal\s+|written\s+|joint\s+){0,2}(?:decision|letter|notice"
    r"|statement|determination|judge?ment|opinion|reprimand|bulletin|circular|memorandum|direction"
    r"|publication|paper|document)\b"
)
AFTER_PUBLICATION = re.compile(
    rf"{_FROM}(?:(?:tabling|publishing|issuing)\s+{_THIS}\s+{_REPORT}\b|"
    rf"(?:{_THIS}\s+)?(?:formal\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:publication|publishing|issue|issuing"
    rf"|release|tabling)(?:\s+date)?(?:\s+of\s+(?:{_THIS}\s+{_REPORT}|these\s+recommendations)\b|(?!\s+of\b))"
    rf"|(?:the\s+)?date\s+of\s+{_THIS}\s+{_REPORT}\b"
    rf"|(?:this|our|my)\s+{_REPORT}\b(?:['’]s\s+(?:publication|release|date))?"
    rf"(?:\s+(?:being|is|was)\s+(?:published|issued|released|tabled))?"
    rf"|(?:(?:the\s+)?(?:date|publication|issue|issuing|release)\s+of\s+)?{_OWN_NAME}"
    rf"|the\s+(?:final\s+|inspection\s+|audit\s+|inquiry['’]?s?\s+){{0,2}}report\b"
    rf"(?:['’]s\s+(?:publication|release|date))?(?:\s+(?:being|is|was)\s+(?:published|issued))?"
    rf"|(?:the\s+date\s+of\s+)?(?:this|these)\s+recommendations?\b(?!\s*\d))",
    re.IGNORECASE,
)
AFTER_EVENT = re.compile(rf"{_FROM}(?P<event>[^,.;:\n]{{3,120}})", re.IGNORECASE)
THEREAFTER = re.compile(r"\s+thereafter\b", re.IGNORECASE)
RESPONSE = re.compile(
    r"\b(?:duty\s+to\s+respond|respon[ds]\w*\s+(?:\w+\s+)?to\s+(?:this|the|my|our)\s+"
    r"(?:\w+\s+)?(?:report|letter|notice)|(?:your|a)\s+(?:written\s+)?response"
    r"\s+(?:must|should)|receive\s+your\s+(?:\w+\s+)?(?:response|reply)|your\s+response)\b",
    re.IGNORECASE,
)
_EACH_TIME = re.compile(
    r"(?:\w+ing\s+(?:a|an|their|the\s+complaint|up\s+post|office|post)\b|appointment\b|(?:a|an|each|every|any|their|his|her|someone|people|being)\b|(?:receiving|receipt|becoming"
    r"|learning|identifying|detecting|arriv\w+|arrest\w*|admission|reception|referral|report(?:ing)?"
    r"|notification|allegations?|discharge|release|birth|death|detention|request|disclosure"
    r"|sentence|charge|contact|application|joining|starting|being)\b"
    r"|the\s+(?:initial\s+)?(?:incident|offence|arrest|allegation|referral|complaint|request|call"
    r"|visit|application|assessment|contact|interview|crime|death|appointment|decision|hearing"
    r"|meeting|report\s+being\s+made|date\s+of\s+(?:receipt|the\s+(?:incident|referral|request"
    r"|complaint|application)))\b)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:the\s+)?(?:receipt|receiving|date\s+of\s+receipt)\s+(?:of\s+)?this\b", re.I
)
_NUMBER = re.compile(_ONE_NUMBER, re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\s*(?:to|–|-)\s*(\d{1,3})")


def named_recommendations(found: re.Match[str]) -> tuple[str, ...]:
    """List the numbers that a phrase such as "recommendations 2, 3 and 5" names."""
    if found.groupdict().get("paragraph"):
        return (found["paragraph"],)
    span = _RANGE.fullmatch(found["rec"].strip())
    if span and int(span[1]) < int(span[2]) <= int(span[1]) + 9:
        return tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
    numbers = []
    for number in _NUMBER.findall(found["rec"]):
        plain = number.split("(")[0].strip()
        numbers.append(str(whole_number(plain)) if plain.isalpha() else plain)
    return tuple(dict.fromkeys(numbers))


def recurs(event: str, unit: str) -> bool:
    """Say whether an event comes again and again, so that a period from it is a standard."""
    if _RECEIVED.match(event):
        return False
    short = unit in ("days", "working days", "weeks")
    again = _EACH_TIME.match(event) is not None
    return again or (short and re.search(r"\b(?:each|every|any)\b", event) is not None)
