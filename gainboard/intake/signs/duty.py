"""Whether words lay a duty on somebody: "should", "must", "we call upon", or a plain command."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gainboard.intake.signs.asking import asks_softly, is_subjunctive, is_that_clause
from gainboard.intake.signs.body_names import names_body

MODAL = (
    r"(?:should(?!\s+(?:also\s+)?like\b)|must|shall|(?<!the\s)(?<!a\s)(?<!no\s)(?<!any\s)needs?\s+to|ought\s+to|ha(?:s|ve)\s+to"
    r"|(?:is|are)\s+(?:also\s+|therefore\s+|strongly\s+)?(?:required|expected|asked|urged|recommended"
    r"|invited|encouraged|requested(?!\s+to\s+(?:disseminate|submit))|advised|directed|instructed|called\s+upon)\s+to)"
)
_MODAL = re.compile(rf"\b{MODAL}\b", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:we|i|the\s+\w{1,30}(?:\s+\w{1,30})?)\s+(?:(?:\w{2,12}ly|also|further|again|therefore|now)"
    r"\s+){0,2}(?:calls?\s+(?:up)?on\b|calls?\s+for\b|recommends?\b|invites?\b|urges?\b"
    r"|(?:ask|expect|request|require|want|encourage)s?\s+(?:that\s|[^.;]{2,120}\sto\s))"
    r"|\bthe\s+(?:committee|commission|board|inquiry|panel|authority|inspectorate|council|review"
    r"|ombudsman|tribunal|assembly)\b[^;]{0,240}?\s(?:recommends?|urges?|calls?\s+(?:up)?on|invites?"
    r"|requests?|encourages?)\s"
    r"|\b(?:is|are|be)\s+(?:therefore\s+)?recommended\s+that\b|^recommends?\s+that\b"
    r"|\b(?:we|i)\s+(?:\w{2,12}ly\s+)?(?:emphasi[sz]e|stress|insist|reiterate)\s+that\s[^.;]{2,240}?"
    r"\s(?:should|must)\b"
    r"|^that\s+(?:the|all|each|every|(?-i:[A-Z])\w*)\s"
    r"|^that\s+(?!is\b|was\b|has\b|had\b|would\b|will\b|means?\b)[^.;:]{2,160}?\s(?:be|should|must|shall)\b",
    re.IGNORECASE,
)
# Without one of these words none of the phrases above is there; words are far quicker to look for.
_MODAL_WORDS = tuple(
    "should must shall need ought has have required expected asked urged recommended"
    " invited encouraged requested advised directed instructed called".split()
)
_CALL_WORDS = tuple(
    "call recommend invite urge ask expect request require want encourage emphasi stress insist"
    " reiterate".split()
)
_PAST = re.compile(
    r"\b(?:should|must|ought\s+to)(?:\s+not)?\s+(?:also\s+)?have\s+(?:been|had|done|known|taken|made"
    r"|[a-z]{2,12}ed\s+(?:the|a|an|that|it|this|to|by|in|on|at|for|them|him|her|his|their))\b",
    re.IGNORECASE,
)
_RULES_SAY = (
    r"\b(?:principles|guidance|guidelines|codes?|standards?|polic(?:y|ies)|laws?|acts?|regulations"
    r"|rules|these|they)\s+(?:say|states?|provides?)\s+that\b"
)
_RULE = re.compile(_RULES_SAY, re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:said|says|told|found|finds?|believed?s?|thinks?|thought|consider(?:s|ed)|feels?|felt"
    r"|expect(?:s|ed)|agree[ds]?|accept(?:s|ed)?|recogni[sz]e[ds]?|acknowledge[ds]?|notes?|noted"
    r"|concluded?|concludes|understands?|whether|why|how|what|welcomes?|endorses?|hears?|heard"
    r"|remind(?:s|ed)|submit(?:s|ted)|suggest(?:s|ed|ing)|argue[ds]?|hoped?|asserted|stated|replied|explained|intended)\b"
    rf"|{_RULES_SAY}",
    re.IGNORECASE,
)
_IS_AND_IS = re.compile(r"\b(is|are)\s[^.;]{3,80}?\sand\s\1\s[\w\s]{3,40}$", re.IGNORECASE)
_RECOMMENDED_ONCE = re.compile(
    r"^in\s+(?:(?:our|its|the|an?)\s+)?(?:\w+\s+){0,3}?(?:19|20)\d\d\b[^.;:]{0,60}\brecommended\b"
    r"|\brecommended\s+in\s+(?:\w+\s+)?(?:19|20)\d\d\s+that\b"
    r"|\b(?:had|previously|earlier|last\s+year)\s+(?:\w+ly\s+)?recommended\b"
    r"|\b(?:previous|earlier|last)\s+(?:inspection|report|review|audit)s?\b[^.;:]{0,60}\brecommended\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:recommended|requested|asked|urged|called\s+(?:up)?on)\s", re.IGNORECASE)
_ASKED_BEFORE = re.compile(
    r"in\s+(?:its|our|their|the)\s+(?:previous|earlier|last|preceding)\s+[^,.]{3,60},\s[^.]{2,60}?"
    r"\b(?:recommended|requested|asked|urged|called)\s",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:again|repeat|reiterate|renew|restate|still)\b", re.IGNORECASE)
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
    r"|inspectorates?|trusts?|regulators?|governors?|headteachers?|principals?|presidents?|congress|legislatures?|employers?"
    r"|railways?|industry|institutes?|federations?|unions?|part(?:y|ies)|states?|corporations?|banks?"
    r"|societ\w{1,3}|foundations?|panels?|coroners?|prosecutors?|judiciary|mayors?|hospitals?|universit\w{1,3}|schools?|leaders?|providers?|compan\w{1,3}"
    r"|operators?|associations?|committees?|partners?|partnerships?|prisons?|courts?|crown|treasury"
    r"|commissions?|directors?|officers?|chiefs?|executives?|managers?|staff|teams?|parliament"
    r"|ports?|it|they|we|there)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:by\s[^,]{2,40}?,?\s+)?(?:for\s+)?(?P<who>(?:the\s+|all\s+|each\s+)?\w[\w’'&-]*(?:,?\s+[\w’'&-]+){0,18}?)"
    r"\s+to\s+(?P<verb>[a-z]{3,20})\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?<!\bwho\s)(?<!\bwhich\s)(?<!\bthat\s)\b(?:is|are|was|were|has|have|had|did|would|could)\s",
    re.IGNORECASE,
)
_PROPER = re.compile(r"(?:The|All|Each|Every)\s+[A-Z]\w+|[A-Z]\w+\s+[A-Z]\w+")
_MUST_BE = re.compile(
    r"\bmust\s+(?:now\s+|also\s+)?be\s+(?!recogni|remember|acknowledg|noted|understood|stress|emphas)"
    r"(?:[a-z]{2,14}ed|made|given|put|set|built|done)\b"
)
_SHOULD_BE = re.compile(
    r"\bshould\s+(?:now\s+|also\s+|therefore\s+|urgently\s+)?be\s+(?:abolished|agreed|amended|appointed"
    r"|carried\s+out|commissioned|created|developed|drawn\s+up|established|ended|extended|funded|held"
    r"|implemented|increased|introduced|launched|published|put\s+in\s+place|reformed|removed|repealed"
    r"|replaced|reviewed|set\s+up|strengthened|undertaken|updated)\b",
    re.IGNORECASE,
)
_ON_ADVICE = re.compile(
    r"^(?:our|the|these|all|those|such)\s+(?:\w+\s+){0,4}recommendations\b", re.I
)
_THEY_SHOULD = re.compile(rf"(?:they|it|this|these|he|she|leaders)\s+{MODAL}\b", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,7}s?\b")
_CLAUSE_OF = re.compile(r"\b(?:that|who|which|where|because|if|although|while)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])[”’\"')\]]{0,2}\s+(?=[A-Z“‘\"(\[])")
_INTRO = re.compile(
    r"(?:if|where|when|by|within|as|in|on|for|following|after|before|once|to|with|immediately"
    r"|until|during|pending|unless|urgently)\b[^,]{1,200},\s*",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[“‘\"(]?([A-Za-z][A-Za-z-]{1,19})\b")
_INFINITIVE = re.compile(r"To\s+(?=[a-z][^,]{0,90}(?:$|[.;:]))")
_AND_SHOULD = re.compile(r",\s(?:and|but)\s(?:also\s|now\s)?$")
_REPORTS = re.compile(
    r"\b(?:said|says|told|hears?|heard|believed?s?|thinks?|thought|felt|feels?|suggest\w*|argue\w*"
    r"|submit\w*|remind\w*|stated|replied|explained|agree\w*|accept\w*)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"(?:[,.;]?$|\s(?:of|is|are|was|were|has|have|had|will|would|can|could|may|does|did)\b"
    r"|(?<=upport)\s(?:for|from|in|to)\b|(?<=esearch)\s(?:in|by|from)\b|(?<=hange)\s(?:in)\b)"
)
_PART_OF_REPORT = re.compile(
    r"(?:audit|document|exercise|inspect|investigate|report|research|review|survey|test)\s(?:aims?|approach"
    r"|background|conclusions?|context|criteria|findings?|methods?|methodology|objectives?|opinion"
    r"|outcomes?|overview|process|results?|scope|structure|summary|team|timeline|title)"
    r"(?:\sand\s[a-z]+)?",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"^(?!we\b|i\b)[^;:]{3,220}?\s(?:will|is\s+to|are\s+to)(?:\s?:|\s+(?:now\s+|also\s+)?[a-z]{2,})",
    re.IGNORECASE,
)
_COMMANDS = frozenset(
    """
    abolish accelerate accept accomplish achieve acquire act adapt add address administer adopt
    advise advocate agree aim alert align allocate amend analyse anticipate apply appoint
    appraise approve arrange articulate ascertain assemble assess assign assure attend audit
    authorise automate avoid award balance ban begin bolster boost brief bring broaden build
    capture carry catalogue cease certify challenge change channel check circulate clarify
    close codify collaborate collect combine commence commission commit communicate compare
    compensate compile complete comply concentrate conduct confer confirm connect consider
    consolidate consult continue contribute convene convert convey cooperate coordinate correct
    count create deal debrief decide declare decommission dedicate deepen defer define delegate
    delete deliver demonstrate deploy design designate detect deter determine develop devise
    direct disband disclose discontinue discuss display disseminate distribute diversify divert
    document draft earmark educate eliminate embed emphasise employ empower enable enact
    encourage encrypt endorse enforce engage enhance enlarge enlist enrol ensure equip
    eradicate escalate establish evaluate evidence examine exclude exercise expand expedite
    explain explore extend facilitate fill finalise flag focus forbid formalise formulate
    foster fund gather generate give grant guarantee guide harmonise harness hold host identify
    implement improve incentivise include incorporate increase inform initiate insist inspect
    install instigate institute instruct integrate intensify interview introduce invest
    investigate involve issue join justify keep launch lead learn lessen leverage license limit
    link list locate log maintain make manage mandate map mark measure mend mentor merge
    minimise mitigate mobilise modernise modify monitor move negotiate nominate notify nurture
    obtain offer operate optimise organise outline overhaul oversee pause pay perform permit
    pilot plan pool practise prepare present preserve prevent prioritise procure produce
    progress prohibit promote promulgate propose protect provide publish pursue put quantify
    raise ratify re-establish re-evaluate re-examine reaffirm realign reallocate reassess
    reassure rebuild recalibrate reclassify recognise reconcile reconfigure reconsider reconvene
    record
    recover recruit rectify redefine redeploy redesign redistribute redouble redraft reduce
    refer refine refocus reform refrain refresh refurbish register regularly regulate rehearse
    reinforce reinstate reissue relax release relocate remedy remind remove renew reorganise
    repair repeal replace replicate report request require rescind research reshape resolve
    resource respond restore restrict retain rethink return revamp reverse review revise
    revisit revoke rewrite roll rotate safeguard satisfy scale schedule scrutinise secure seek
    segregate select send separate set share signpost simplify solicit specify speed
    standardise start stipulate stop store streamline strengthen submit supervise supply
    support survey suspend sustain tackle tailor take target test tighten track train transform
    trial undertake unify update upgrade uphold urge use utilise validate vary verify warn
    widen withdraw work write
    """.split()
)


def sentences(text: str) -> list[str]:
    """Split running text into its sentences: at least one, empty where there are no words."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence] or [""]


def first_sentence(text: str) -> str:
    """Give the first sentence of running text, without looking at the others."""
    return _SENTENCE.split(text, maxsplit=1)[0]


@lru_cache(maxsize=8192)  # each reader of items asks it of the same sentences
def lays_duty(sentence: str) -> bool:
    """Say whether one sentence lays a duty, and does not merely report that somebody did."""
    if _holds(sentence, _MODAL_WORDS) and _MODAL.search(sentence):
        words = _PAST.sub(" ", sentence)
        modal = _MODAL.search(words)
        if (
            modal
            and _is_laid(words[: modal.start()])
            and not _IS_AND_IS.search(words[: modal.end()])
        ):
            return True
    if _calls(sentence[:200]) or is_command(sentence) or is_order(sentence):
        return True
    if asks_softly(sentence) or is_that_clause(sentence, _COMMANDS):
        return True
    return is_subjunctive(sentence, _COMMANDS)


def _calls(words: str) -> bool:
    """Say whether words call on somebody: "We recommend that …", "The panel urges …"."""
    may = words[:4].casefold() == "that" or _holds(words, _CALL_WORDS)
    return may and _CALL.search(words) is not None


def _holds(text: str, words: Sequence[str]) -> bool:
    plain = text.casefold()
    return any(word in plain for word in words)


def _is_laid(before: str) -> bool:
    """Say whether the words before "should" leave it a duty, and nobody's opinion or report."""
    if _RECOMMENDED_ONCE.search(before) and not _AGAIN.search(before):
        return False
    intro = _INTRO.match(before)
    subject = before[intro.end() :] if intro else before
    joined = _AND_SHOULD.search(subject)
    if joined is not None:
        return _REPORTS.search(subject) is None
    return not (_TOLD.search(subject) or _ON_ADVICE.search(subject))


def says_rule(sentence: str) -> bool:
    """Say whether a sentence tells what a rule says of everybody: "Our principles say that …"."""
    return _RULE.search(sentence) is not None


def is_order(sentence: str) -> bool:
    """Say whether a sentence is of the form "The council to undertake a review"."""
    order = _ORDER.match(sentence[:200])
    if order is None or order["verb"].lower() not in _COMMANDS or _STATES.search(order["who"]):
        return False
    last = order["who"].split()[-1]
    return bool(_ACTOR.fullmatch(last) or _ACRONYM.fullmatch(last) or names_body(order["who"]))


def recommends(paragraph: str) -> bool:
    """Say whether a paragraph asks somebody for something, where others beside it only conclude.

    A word of asking will do, or a duty whose subject is somebody who can act.
    """
    return any(_asks_somebody(sentence) for sentence in sentences(paragraph))


def _asks_somebody(sentence: str) -> bool:
    if _calls(sentence[:300]) or (asks_softly(sentence) and names_actor(sentence)):
        return True
    modal = _MODAL.search(sentence)
    if modal is None or not lays_duty(sentence):
        return False
    intro = _INTRO.match(sentence)
    subject = sentence[intro.end() if intro and intro.end() < modal.start() else 0 : modal.start()]
    if len(subject) > 160 or _CLAUSE_OF.search(subject):
        return False
    return bool(
        _MUST_BE.search(sentence)
        or _SHOULD_BE.search(sentence)
        or _ACTOR.search(subject)
        or _ACRONYM.search(subject)
        or _PROPER.match(subject.strip())
    )


def is_command(sentence: str) -> bool:
    """Say whether a sentence commands: "Ensure that …", "If successful, expand …"."""
    rest = sentence
    for _ in range(2):
        intro = _INTRO.match(rest)
        rest = rest[intro.end() :] if intro else rest
    infinitive = _INFINITIVE.match(rest)
    first = _FIRST_WORD.match(rest, infinitive.end() if infinitive else 0)
    if first is None or first[1].lower() not in _COMMANDS or _PART_OF_REPORT.fullmatch(rest):
        return False
    return _NOUN_BEFORE.match(rest, first.end()) is None


def tells_what_was_asked(paragraph: str) -> bool:
    """Say whether a paragraph is about an earlier round: "In its previous remarks, it asked …"."""
    said = sentences(paragraph)
    if not said or _ASKED_BEFORE.match(said[0]) is None:
        return False
    return not any(lays_duty(one) and not _ASKED.search(one) for one in said)


def holds_duty(paragraph: str) -> bool:
    """Say whether any sentence of a paragraph lays a duty."""
    return any(lays_duty(sentence) for sentence in sentences(paragraph))


def is_answer(paragraph: str) -> bool:
    """Say whether a paragraph speaks for whoever answers: "We agree", "The council welcomes"."""
    return _RESPONDER.match(paragraph) is not None


def says_recommend(paragraph: str) -> bool:
    """Say whether a paragraph itself says that it recommends, calls upon or asks."""
    return any(_calls(sentence[:300]) for sentence in sentences(paragraph))


def is_told_off(paragraph: str) -> bool:
    """Say whether a paragraph states and then says what is to be done: "They should …"."""
    return any(_THEY_SHOULD.match(sentence) for sentence in sentences(paragraph)[1:])


def tells_will(paragraph: str) -> bool:
    """Say whether a paragraph opens with what somebody will do: "The policy will be reviewed"."""
    return _WILL.search(first_sentence(paragraph)) is not None


def names_actor(words: str) -> bool:
    """Say whether words name somebody who can act: a force, an office, a board, an acronym."""
    return bool(_ACTOR.search(words) or _ACRONYM.search(words))
