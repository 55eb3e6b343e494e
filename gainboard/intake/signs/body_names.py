"""Names of bodies and offices: which words are one, and where one ends and the next begins."""

import re

_SPLIT = re.compile(
    r"(,\s+(?:and\s+)?(?:also\s+|then\s+|together\s+with\s+|as\s+well\s+as\s+)?|\s+and\s+)"
)
_ALONGSIDE = re.compile(
    r",?\s+(?:together\s+with|along\s+with|as\s+well\s+as|jointly\s+with|(?<!,\s)in\s+conjunction\s+with|and\s+also|and/or"
    r"|and,?\s+(?:where|if|as)\s+(?:appropriate|necessary|relevant|needed),?)\s+",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:polic(?:e|ing) and crime|fire (?:and|&) rescue|health and social|courts? and tribunals?"
    r"|prisons? and probation|probation and prisons?|housing and communities|care and support"
    r"|children and (?:young|family)|research and development|audit and inspection"
    r"|audit and risk|performance and quality|science and technology|digital and data"
    r"|health and (?:wellbeing|safety|care)|constabulary and fire"
    r"|standards and (?:quality|ethics)|short line and regional|armed forces and"
    r"|police,? fire and (?:rescue|crime)|office and procurator fiscal"
    r"|(?:police|fire|ambulance|health|education|probation) and (?:fire|ambulance|health|education"
    r"|probation|social care|rescue) (?=services|partners|authorities|boards|leaders|agencies)"
    r")(?:\b|(?<=\s))",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s*(?:in|with|through|supported|alongside|as|and,|where|via|led|by|acting|including|who"
    r"|which|using|under|on|working|within|following|if|when|subject|at|immediately|to|for|having"
    r"|drawing|building|no\s+later|not\s+later|before|after|both|over|whose|from|once)\b.*$|\s*,$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"\s+(?:at|as\s+part\s+of|through|via|within|across|under|when|where|who|whose|which|that|with"
    r"|working|responsible(?=\s+for)|(?<!Standards\s)(?<!Governor\s)(?<!Church\s)in(?!\s+charge\b)|engaged|on\s+behalf|over|to|by|involved|using|conducting"
    r"|supported|led|alongside|from|during|following)\s.*$"
    r"|\s+(?:where|when|who|which)$",
    re.DOTALL,
)
_WHICH_OF_THEM = re.compile(
    r"(?:all\s+|the\s+)?(?:[a-z]+\s+)?(?:agencies|bodies|organi[sz]ations|authorities|companies|employers)"
    r"\s+(?:in\s+the\s+\w+|with\s+(?!the\b|their\b|its\b|other\b)\w+(?:\s+(?:and\s+)?\w+){0,4})",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\s+(?:each|both|all|also|together|jointly|therefore|then|now|collectively|themselves)$",
    re.IGNORECASE,
)
_AND_ALL = re.compile(r"\s+and(?:\s+(?:all|those|others))?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,80}[)\]]")
_ARTICLE = re.compile(
    r"^(?:the|all|each|every|both|and|or|that|now|any|either|also|then|further|its|their|your|our"
    r"|(?:his|her)(?!\s+Maj)|a(?=\s+(?-i:[A-Z])))\s+",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:the|all|each|every|both|any|its|their|other|relevant)\s", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z&]*s?$")
_ONE_WORD = re.compile(
    r"(?:Of(?:sted|com|wat|gem|qual)|Estyn|Cafcass|Acas|Parliament|Congress|Treasury|Monitor"
    r"|Interpol|Europol|Eurocontrol|Tusla|Hansard)$"
)
_ACTOR = re.compile(
    r"""(?:academ(?:y|ies)|administrations?|administrators?|agenc(?:y|ies)|airlines?|airports?
    |archives?|areas|assembly|associations?|attorneys?|audit(?:or|ors)|authorit(?:y|ies)|banks?
    |boards?|bod(?:y|ies)|branch(?:es)?|broadcasters?|bureaus?|business(?:es)?|cabinet|captains?|carriers?
    |centres?|chairs?|chairman|chancellor|charit(?:y|ies)|chiefs?|churches|church|clinicians?
    |clubs?|colleges?|command|commanders?|commanding\s+officers?|commissioners?|commissions?
    |committees?|compan(?:y|ies)|congress|constables?|constabular(?:y|ies)|contractors?
    |consortia|consortium|consultants?|convenors?|coordinators?|coroners?|corporations?|crews?|councils?|councillors?|courts?
    |departments?|deputy|developers?|directorates?|directors?|divisions?|donors?|dioceses?|doctors?|drivers?|engineers?|employers?
    |employees|establishments?|executives?|federations?|firms?|forces?|foundations?|forums?|fund
    |general|governments?|governors?|groups?|headteachers?|heads?|homes?|importers|hospitals?|house|industry
    |inspectorates?|inspectors?|institutes?|institutions?|judges?|judiciary|leaders?|leadership
    |lead|league|librar(?:y|ies)|legislatures?|lord|magistrates|management|managers?
    |manufacturers?|masters?|mayors?|media|members|minist(?:ers?|ry|ries)|monarch|museums?|municipalit(?:y|ies)
    |networks?|nurses?|offices?|officers?|officials?|ombudsman|operators?|organi[sz]ations?|organi[sz]ers?
    |owners?|panels?|parliament|part(?:y|ies)|partners?|partnerships?|personnel|pilots?|police|ports|practices?
    |practitioners?|prefects|presidents?|press|principals?|prisons?|professionals?|professions
    |proprietors?|prosecutors?|providers?|provinces?|publishers?|rail(?:way|road)s?|recruiters
    |regions?|regulators?|representatives?|registrants?|registrars?|schools?|secretar(?:y|ies)|sector
    |senate|sergeants?|skippers?|services?|sheriffs?|societ(?:y|ies)|staff|states|superintendents?
    |supervisors?|suppliers?|surgeons?|task\s?forces?|teachers?|teams?|territories|traders
    |tribunals?|trustees?|trusts?|undertakers?|unions?|units?|universit(?:y|ies)|vendors?
    |wardens?|workforce|workers|community|counsel|counties|cities|kingdom|nations|parishes
    |principal|owner|landlords?|lenders|insurers|ltd|limited|plc|llp|inc|incorporated|pty|gmbh|brigades?|fleets?|governing\s+bod(?:y|ies))$""",
    re.IGNORECASE | re.VERBOSE,
)
_ONLY_ACTING = re.compile(
    r"(?:services?|practices?|units?|groups?|community|teams?|home|staff|officers?|members|employees"
    r"|personnel|workers|police\s+officers|teachers?|nurses?|areas|centres?|sector|network|command"
    r"|general|lead|fund|forum|states?|press|media|schools?|parties|representatives?)$",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"""(?:guidance|reports?|polic(?:y|ies)|plans?|strateg(?:y|ies)|codes?|acts?|reviews?|systems?
    |frameworks?|programmes?|process(?:es)?|procedures?|training|standards?|terms?|rules?|bills?
    |consideration|legislation|laws?|regulations?|protocols?|agreements?|arrangements?|guidelines
    |principles?|provisions?|schemes?|models?|projects?|tools?|records?|information|requirements?
    |recommendations?|audits?|exercises?|evaluations?|analys[ei]s|research|stud(?:y|ies)|meetings?
    |investigations?|interviews?|supervision|decisions?|approach(?:es)?|responses?|documents?|letters?
    |contracts?|charters?|statements?|campaigns?|courses?|software|technolog(?:y|ies)|equipment|vehicles?
    |databases?|definitions?|functions?|powers?|duties|sentences?|orders?|inquir(?:y|ies)|inspections?|parts?|chapters?|sections?|measures?|issues?
    |problems?|(?<!net)work|data|funding|resources|publication|consultations?|assessments?|targets?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS_IN_NUMBER = re.compile(r"\s\d+$")
_NATIONAL = re.compile(
    r"(?!(?:New|Mid|(?:North|South|East|West)(?:ern)?)\s)(?:[A-Z][\w’'-]+\s){1,4}"
    r"(?:Australia|Canada|England|Ireland|Scotland|Wales)"
)
_OWNS = re.compile(r"(?:['’]s|s['’])$")
_OF = re.compile(r"\s(?:of|for|to|on|against)\s", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:manager|head|director|officer|lead|inspector|superintendent|partner|accountant|lawyer)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]*\s+(?:and\s+)?){0,4}(?:Secretary|Commissioner|Director|General|Executive|Officer"
    r"|Constable|Minister|Chief|Chair(?:man|woman|person)?|President|Governor|Head|Manager|Principal"
    r"|Superintendent|Inspector|Registrar|Administrator|Coroner|Commander|Lead|Mayor|Sheriff)"
)
_PORTFOLIO = re.compile(
    r"(?:Department|Ministry|Minister|Secretary|Secretary\s+of\s+State|Office|Under\s+Secretary.{0,40})"
    r"\s+(?:of|for)\s",
)
_FIRM_HEAD = re.compile(
    r"(?:office|ministry|department|agency|agencies|commissions?|commissioners?|councils?|boards?"
    r"|authority|authorities|committees?|secretary|ministers?|directors?|constables?|inspectorates?"
    r"|ombudsman|corporation|trusts?|association|forces?|government|treasury|parliament|college"
    r"|university|bank|institute|general|partnership|tribunal|executive|ltd|limited|plc|hospitals?|compan(?:y|ies)|airports?|railways?"
    r"|airlines?|unions?|federations?|federal|inspectors?|governors?|societ(?:y|ies)|foundations?|administrations?"
    r"|administrators?|regulators?|forums?)$",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"NHS(?:\s[A-Z]\w+){1,2}|(?:GP|[Mm]edical|[Dd]ental)\s(?:[Pp]ractices?|[Ss]urger(?:y|ies))"
    r"|(?:[A-Z][\w’'-]+\s){1,4}Council\s(?:Housing|Highways|Licensing|Education|Public\sHealth"
    r"|(?:Adult|Children[’']s)\s(?:Social\sCare|Services))"
)
_NO_SERVICE = re.compile(
    r"(?:customer|public|self|shared|support|quality|digital|client|user|military|community)\b|\w+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?:the\s+|all\s+)?\d{1,4}\s+(?=[a-z])", re.IGNORECASE)
_NEVER_FIRST = re.compile(
    r"(?:and|or|but|in|on|at|by|for|to|of|with|from|as|if|when|where|while|under|over|into|within"
    r"|between|through|during|before|after|than|then|because|via|wherever|whenever|whether|who|which|what|how)\b(?![\s-]+secretar)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:that|which|who|whether|how|what|why|when|where|because|if|as|is|are|was|were|has|have|had"
    r"|been|be|do|does|did|not|may|might|can|could|would|should|must|shall|will|cannot|\w+n[’']t"
    r"|believes?|considers?|recommends?|thinks?|notes?|finds?|found|says?|said|urges?|concludes?"
    r"|needs?|makes?|made|gives?|takes?|took|became|becomes?|remains?|caused)\b|^[a-z]+s\s+(?:the\s|[A-Z])"
    r"|\b(?!of|for|and|to|on|in|or|at|all|with|by)[a-z]+\s+(?:the|an?|its|their)\s"
)
_MOST_WORDS = 16
_MOST_UNKNOWN = 7
_LONGEST = 600


def split_names(words: str) -> tuple[str, ...]:
    """Split "the X and the Y" into its names; a name that holds "and" stays whole."""
    bare = _ALONGSIDE.sub(" and ", _BRACKETS.sub("", words[:_LONGEST].strip()))
    if _WHICH_OF_THEM.fullmatch(bare) and reads_as_name(_bare_name(bare)):
        return (_bare_name(bare),)
    bare = _TAIL.sub("", _ASIDE.sub("", bare))
    bare = _AND_ALL.sub("", _ADVERB.sub("", _ADVERB.sub("", bare))).strip(" ,.:;–-*_#")
    names = (_bare_name(_freed(part)) for part in _pieces(_protected(bare)))
    read = tuple(dict.fromkeys(name for name in names if name and reads_as_name(name)))
    return read if len(read) < 2 else tuple(one for one in read if not names_thing(_last(one)))


def _last(name: str) -> str:
    return _head(name).split()[-1]


def reads_as_name(name: str) -> bool:
    """Say whether words can be a name at all: no bit of a sentence, and no finite verb in them."""
    if len(name.split()) > _MOST_WORDS or _NEVER_FIRST.match(name):
        return False
    return _FINITE.search(name) is None


def may_act(words: str) -> bool:
    """Say whether words that name no known kind of body can still be somebody: a route, Boeing."""
    bare = _bare_name(words)
    head = _head(bare).split()[-1:] or [""]
    if not bare or len(bare.split()) > _MOST_UNKNOWN or _INDEFINITE.match(words.strip()):
        return False
    if _NO_BODY.match(head[0]) or head[0].endswith(("ing", "tion", "ment", "ness", "ity")):
        return False
    later = " ".join(bare.split()[1:])
    known = not later.islower() if later else bare[0].isupper()
    known = known or head[0].endswith("s") or words.strip().lower().startswith("the ")
    return known and bare.split()[0].lower() not in _ODD_OPENINGS and reads_as_name(bare)


def names_thing(word: str) -> bool:
    """Say whether a word is a policy, a plan or the like, and never somebody."""
    return _NO_BODY.fullmatch(word.strip(",.;:")) is not None


def names_office(words: str) -> bool:
    """Say whether words name a post, whose body may follow it: "Chief Executive"."""
    return _OFFICE.fullmatch(_head(_bare_name(words))) is not None


def names_body(words: str, *, acting: bool = True) -> bool:
    """Say whether words name a body, an office or people who can be asked to do something.

    `acting` is whether they do something themselves: "the service should plan", not
    "the service should be planned".
    """
    said = words.strip()
    bare = _bare_name(_BRACKETS.sub("", said))
    if not bare or len(bare.split()) > _MOST_WORDS or _INDEFINITE.match(said):
        return False
    head = _head(bare)
    if (
        _ENDS_IN_NUMBER.search(bare)
        or _NO_BODY.search(head)
        or _OWNS.search(bare)
        or bare.split()[0].lower() in _ODD_OPENINGS
    ):
        return False
    if _ONE_WORD.search(bare) or _ACRONYM.search(head):
        return True
    if _is_actor(head):
        return acting or _ONLY_ACTING.search(head) is None
    if not acting or not _is_proper(bare):
        return bare.lower().endswith(" of government")
    return " " in bare or said.lower().startswith("the ")


_INDEFINITE = re.compile(r"(?:[Aa]n?\s+[a-z]|(?:[Nn]o|[Oo]ne|[Ss]ome)\s|[a-z]\w+ing\s)")
_ODD_OPENINGS = frozenset(
    "this these those such there it they we you he she what which who where how if when even just"
    " one some most many few nothing something anything everyone so or nor".split()
)


def _protected(words: str) -> str:
    return _JOINED.sub(
        lambda joined: re.sub(r" (?:and|&) ", "\x1f", joined[0]).replace(", ", "\x1e"), words
    )


def _freed(part: str) -> str:
    return part.replace("\x1f", " and ").replace("\x1e", ", ")


def _pieces(words: str) -> list[str]:
    """Take the parts between commas and "and" together again where one is no name by itself."""
    first, *rest = _SPLIT.split(words)
    names, listing = [first], False
    for place, (separator, part) in enumerate(zip(rest[::2], rest[1::2], strict=True)):
        last, closes = names[-1], "," not in separator or "and" in separator
        if _goes_on(last, part, separator, rest[2 * place + 3 :: 2], listing=listing):
            names[-1] = f"{last}{separator}{part}"
            listing = _has_of(last) and not closes
        else:
            names.append(part)
            listing = False
    return names


def _goes_on(last: str, part: str, separator: str, later: list[str], *, listing: bool) -> bool:
    """Say whether a part belongs to the name before it: "Ministry of Housing" and "Communities"."""
    own = _DETERMINER.match(part) is not None
    if listing:
        return not (own and _is_whole(part))
    if _parts_always(_bare_name(last), _bare_name(part)):
        return False
    if _PORTFOLIO.match(_bare_name(last)) and part[:1].isupper() and not own:
        return not _stands_alone(part)
    if last.startswith("HM ") and not _is_actor(last):
        return part[:1].isupper() and not own
    if not _is_whole(last):
        if own:
            return not _is_proper(last)
        if not _is_proper(last):
            return True
        whole_ahead = (_is_whole(one) and not _DETERMINER.match(one) for one in later)
        return _is_whole(part) or any(whole_ahead)
    if own:
        return False
    if names_office(last) and not later and separator == ", " and _is_whole(part):
        return not names_office(part)
    if _has_of(last):
        return not _is_whole(part) or (part == "Local Government" and "," not in separator)
    if _ROLE.search(last) and separator == ", " and not _is_whole(part):
        return True
    return not (_is_whole(part) or part[:1].isupper() or len(part.split()) <= 4)


def _parts_always(last: str, part: str) -> bool:
    """Say whether a part never goes on with a proper name: an acronym, Ofcom, "Police" alone."""
    if not _is_proper(last):
        return False
    if _ACRONYM.fullmatch(part) or _ONE_WORD.fullmatch(part) or part in ("Police", "Government"):
        return True
    return " " in last and part.split()[-1:] in (["Ltd"], ["Limited"], ["plc"])


def _is_whole(part: str) -> bool:
    """Say whether a part can stand as a name by itself."""
    bare = _bare_name(part)
    last = bare.split()[-1] if bare else ""
    if (
        _ONE_WORD.match(last)
        or _ACRONYM.match(last)
        or _ACRONYM.match(bare.split()[0] if bare else "")
    ):
        return True
    named = _is_proper(bare) and " " in bare and _is_actor(bare.split()[0])
    named = named or _NATIONAL.fullmatch(bare) is not None
    return named or _is_actor(bare) or (_has_of(bare) and _is_actor(_head(bare)))


def heads_group(name: str) -> bool:
    """Say whether a name by itself is a heading that says whom what follows is for."""
    bare = _bare_name(name)
    last = _head(bare).split()[-1] if bare else ""
    if _KNOWN.fullmatch(bare) or (
        last == "Service" and _is_proper(bare) and not _NO_SERVICE.match(bare)
    ):
        return True
    firm = _stands_alone(name) or last.lower() in ("police", "constabulary", "providers")
    return firm and names_body(name, acting=False)


def _stands_alone(part: str) -> bool:
    """Say whether a part is a body of its own even after "Department of Health and"."""
    bare = _bare_name(part)
    first, last = bare.split()[0] if bare else "", _head(bare).split()[-1:] or [""]
    if _ONE_WORD.match(bare) or _ACRONYM.match(first) or _ACRONYM.match(last[0]):
        return True
    if bare == "Local Government":
        return False
    return _FIRM_HEAD.match(last[0]) is not None or first in ("Police", "HM")


def _is_actor(words: str) -> bool:
    last = words.split()[-1] if words.split() else ""
    return _ACTOR.match(re.sub(r"['’]s?$", "", last)) is not None


def _head(bare: str) -> str:
    """Give the words whose last is what the name is: "Secretary" of "the Secretary of State"."""
    of = _OF.search(bare)
    if of is None and _WHICH_OF_THEM.fullmatch(bare):
        of = re.search(r"\s(?:in|with)\s", bare)
    return bare[: of.start()] if of else bare


def _has_of(words: str) -> bool:
    of = re.search(r"\s(?:of|for)\s", words)
    return of is not None and _is_actor(_bare_name(words[: of.start()]))


def _is_proper(bare: str) -> bool:
    words = [word for word in bare.split() if word.lower() not in ("of", "for", "and", "the", "&")]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _bare_name(part: str) -> str:
    name = _COUNTED.sub("", part.strip(" ,.;:"))
    for _ in range(3):
        name = _ARTICLE.sub("", name)
    return "" if len(name) < 2 or not name[0].isalpha() else name
