"""The names that columns of a tracker go by, and what each speaks for."""

import re
from collections.abc import Iterator

from gainboard.domain.incoming.fields import Field

_SIGNS = re.compile(r"[^\w]+|_+")
_F = Field
# A name with one of these tells of what leads and groups said or did, and when.
_NOT_OF_PEOPLE = (
    r"(?!.*(?:\d|\b(?:summary|response|reply|replies|dates?|minutes|decisions?|papers?|comments?|"
    r"updates?|notes?|views?|actions? taken|outcomes?)\b))"
)
# Each rule: the field, how much the name speaks for it (1 is certain), and the names. A name that
# is matched whole is worth more than one in which the words only occur.
_WHOLE: tuple[tuple[Field, float, str], ...] = (
    (
        _F.REF,
        0.95,
        r"(?:(?:our|their|force|tracker|unique|gain|log|record|item|master)\s)*"
        r"(?:ref(?:erence)?|id|urn|identifier)(?:\s(?:no|number|id))?",
    ),
    (_F.REF, 0.7, r"item|item no|serial|serial no|ser|s no|sl no|line|row|log no|index"),
    (
        _F.NUMBER,
        0.95,
        r"(?:rec(?:s|ommendation)?|afi|finding|action|paragraph|para)"
        r"(?:\s(?:or|and)?\s?afi)?\s(?:no|nos|num|number|ref|reference|id|nr)",
    ),
    (_F.NUMBER, 0.8, r"no|number|num|nr|hash"),
    (_F.NUMBER, 0.6, r"rec|recs"),
    (
        _F.TEXT,
        0.95,
        r"(?:full\s|recorded\s)?(?:recommendations?|recs?|afis?|areas? for improvement)"
        r"(?:\s(?:and|or|afis?|areas? for improvement))*"
        r"(?:\s(?:text|wording|details?|description|verbatim|in full|made))?",
    ),
    (
        _F.TEXT,
        0.8,
        r"text|(?:full )?wording|description|details?|findings?|issue|area for "
        r"improvement|(?:audit )?finding(?: and)? recommendation|requirement",
    ),
    (_F.REPORT, 0.95, r"(?:source\s|inspection\s|audit\s)?report(?:\s(?:title|name|source))?"),
    (
        _F.REPORT,
        0.85,
        r"(?:inspection|publication|audit|review|inquiry|document|thematic)"
        r"(?:\s(?:title|name|report|no|number|ref))?|source document|report or source",
    ),
    (_F.REPORT, 0.6, r"title|name|source|origin"),
    (
        _F.SOURCE_KIND,
        0.85,
        r"(?:source|report|inspection)\s(?:type|kind|category)|type of "
        r"(?:report|inspection|source)|kind of report",
    ),
    (_F.SOURCE_KIND, 0.65, r"source"),
    (
        _F.BODY,
        0.85,
        r"(?:inspecting|issuing|source|audit|scrutiny)?\s?(?:body|agency|inspectorate)"
        r"|inspected by|made by|issued by|published by|publisher|auditors?|author|coroner",
    ),
    (_F.BODY, 0.7, r"source|organisation|from"),
    (
        _F.ADDRESSEE,
        0.9,
        r"addressees?|recipients?|addressed to|directed (?:to|at)|made to|"
        r"recommended to",
    ),
    (
        _F.ADDRESSEE,
        0.6,
        r"to|for|organisation|organisations?|applies to|responsible "
        r"(?:organisation|body|agency)",
    ),
    (
        _F.APPLICABILITY,
        0.9,
        r"applicab(?:ility|le)(?:\s(?:to\s)?(?:the\s)?force)?|in scope|"
        r"relevant(?: to (?:the )?force)?|for (?:the )?force",
    ),
    (
        _F.DEADLINE_WORDS,
        0.95,
        r"deadline (?:as written|wording|words|text)|time\s?(?:scale|frame)s?"
        r"|timing",
    ),
    (
        _F.DUE,
        0.95,
        r"(?:original\s|initial\s|inspectorate\s|hmicfrs\s)*(?:due|target|deadline|"
        r"implementation|required|planned|expected)(?:\s(?:completion|implementation|end|due|closure|"
        r"by))*(?:\sdate)?|date due|deadlines?(?: date)?|by when|complete by|target for completion",
    ),
    (_F.DUE, 0.62, r"completion date|date for completion|when"),
    (_F.CLOSED_ON, 0.6, r"completion date"),
    (
        _F.CURRENT_DATE,
        0.95,
        r"(?:current|revised|new|extended|agreed|latest|amended|updated)"
        r"(?:\s(?:due|target|deadline|completion|implementation|end|agreed))*(?:\sdate)?",
    ),
    (
        _F.CURRENT_DATE,
        0.65,
        r"(?:force|internal|local)(?: (?:target|due|deadline|completion))+(?: date)?",
    ),
    (
        _F.CURRENT_DATE,
        0.9,
        r"(?:revised|extended|current)(?: (?:date|deadline|target|due))+|"
        r"extended to|extension date|date revised|revision",
    ),
    (
        _F.CHIEF_OFFICER,
        0.95,
        r"(?:lead\s)?(?:chief officer|co|acpo|nccp|executive|exec|strategic|"
        r"senior)(?:\s(?:lead|owner|sponsor|responsible|officer|sro))*|sro|senior responsible "
        r"(?:officer|owner)|cot lead|chief officer team lead|gold(?: lead)?",
    ),
    (
        _F.DELIVERY_LEAD,
        0.95,
        r"(?:delivery|business|tactical|operational|action|rec(?:ommendation)?"
        r"|force|named|portfolio|responsible|thematic|accountable|lead|silver)\s"
        r"(?:leads?|owners?|officer|person|manager)",
    ),
    (
        _F.DELIVERY_LEAD,
        0.85,
        r"leads?|owners?|responsible|assigned to|allocated to|officer|"
        r"responsibility|lead (?:and|or) owner|who|delegate",
    ),
    (
        _F.GROUP,
        0.9,
        r"(?:delivery|working|governance|oversight|thematic|tracking)\s(?:group|board|"
        r"forum|meeting)|group|governance",
    ),
    (
        _F.GROUP,
        0.7,
        r"board|portfolio|department|dept|command|directorate|business area|function|"
        r"unit|team|committee",
    ),
    (
        _F.STATUS,
        0.95,
        r"(?:force|current|overall|rec(?:ommendation)?|progress|implementation|"
        r"action|closure)?\s?status",
    ),
    (
        _F.STATUS,
        0.75,
        r"state|position|stage|open closed|open or closed|open|completed?|outcome|"
        r"(?:completed?|closed|open) (?:y n|yes no|yes or no)",
    ),
    (_F.STATUS, 0.45, r"closed|discharged"),
    (
        _F.INSPECTORATE_STATUS,
        0.95,
        r"(?:inspectorate|hmicfrs|hmic|hmi|portal|monitoring portal|"
        r"hmicfrs portal|auditor|regulator|iopc)(?:s)?\s(?:status|position|view)",
    ),
    (
        _F.RAG,
        0.98,
        r"b?ragg?(?:\s(?:status|rating|current))?|(?:current|overall|progress|status) "
        r"b?rag",
    ),
    (_F.FORECAST, 0.95, r"forecast(?:\s(?:rag|rating))?|(?:projected|future|predicted) b?rag"),
    (
        _F.UPDATE,
        0.9,
        r"(?:latest|progress|current|force|monthly|quarterly|delivery|owner|recent|"
        r"last)?\s?(?:updates?|progress|narrative|commentary|position statement)"
        r"(?:\s(?:text|comments?|narrative|notes|update|to date|summary))?",
    ),
    (
        _F.UPDATE,
        0.75,
        r"comments?|repl(?:y|ies)(?: text)?|(?:force |management )?response|remarks|"
        r"current position|activity|notes|work to date|previous update|actions? (?:taken|to date)",
    ),
    (_F.UPDATE, 0.55, r"(?:current\s)?(?:status|position)"),
    (
        _F.UPDATED_ON,
        0.95,
        r"(?:date (?:of )?(?:last |latest )?updated?|(?:last |latest )?updated?"
        r" date|last (?:updated|reviewed|update)|updated(?: on)?|reviewed(?: on)?|date reviewed)",
    ),
    (
        _F.CLOSED_ON,
        0.95,
        r"(?:date\s(?:of\s)?)(?:closed|closure|completed?|discharged|signed off|"
        r"sign off)|(?:closed|closure|completed|sign off|signed off|discharged?|actual"
        r"(?: completion)?)\s(?:date|on)",
    ),
    (_F.CLOSED_ON, 0.8, r"closed|completed|discharged|signed off|closure"),
    (
        _F.PUBLISHED,
        0.95,
        r"(?:report\s)?(?:published|publication)(?:\s(?:date|on))?|date (?:of "
        r"(?:the )?)?(?:published|publication|report|issued?|inspection|made)|(?:report|issue|"
        r"inspection)d? date|issued(?: on)?",
    ),
    (_F.PUBLISHED, 0.75, r"made|date|report published"),
    (
        _F.KIND,
        0.9,
        r"kind|(?:rec(?:ommendation)?\s)?type|type of (?:rec(?:ommendation)?|item)|rec "
        r"(?:or )?afi|recommendation (?:or )?afi|classification|"
        r"(?:(?:coc|cause of concern|afi|rec|recommendation|area for improvement)s? ?"
        r"(?:or )?){2,4}",
    ),
    (_F.KIND, 0.55, r"category"),
    (_F.THEME, 0.85, r"themes?|topics?|subjects?|tags?|keywords?|safety issue|theme area|area"),
    (_F.THEME, 0.6, r"category|pillar"),
    (_F.PAF_AREA, 0.95, r"(?:paf|peel)(?:\s(?:area|question|pillar|category|theme))*"),
    (
        _F.RATING,
        0.9,
        r"priority|rating|grade|severity|importance|(?:risk|audit|priority|overall)\s"
        r"(?:rating|level|grade|priority)",
    ),
    (_F.RATING, 0.7, r"risk"),
)
# The words of a longer name that still tell what the column holds.
_WITHIN: tuple[tuple[Field, float, str], ...] = (
    (
        _F.CURRENT_DATE,
        0.85,
        r"\b(?:revised|extended|amended)\b.*\b(?:date|due|target|deadline)\b|"
        r"\b(?:date|due|target|deadline)s?\b.*\b(?:revised|extended|amended|current)\b",
    ),
    (
        _F.CLOSED_ON,
        0.8,
        r"\bdate\b.*\b(?:closed|completed|discharged)\b|\b(?:closed|completed|"
        r"closure)\b.*\bdate\b|\bdates?\b.*\bclosed\b",
    ),
    (_F.UPDATED_ON, 0.75, r"\bdate\b.*\bupdate"),
    (
        _F.PUBLISHED,
        0.8,
        r"\bdate\b.*\b(?:published|report|publication|issued|recommendation)\b|\b(?:published|"
        r"publication)\b.*\bdate\b",
    ),
    (
        _F.DUE,
        0.7,
        r"^(?!.*\b(?:response|review|meeting)\b).*\b(?:due|target|deadline)\b|"
        r"\boriginal date\b|\bdates? original\b",
    ),
    (_F.RAG, 0.85, r"\bb?ragg?\b"),
    (
        _F.INSPECTORATE_STATUS,
        0.85,
        r"\b(?:hmic|hmicfrs|inspectorate|portal)\b.*\bstatus\b|"
        r"\bstatus\b.*\b(?:hmic|hmicfrs|inspectorate|portal)\b",
    ),
    (_F.STATUS, 0.7, r"\bstatus\b"),
    (
        _F.CHIEF_OFFICER,
        0.8,
        rf"^{_NOT_OF_PEOPLE}.*\b(?:chief officer|executive|exec|strategic|senior responsible|sro|"
        r"acpo|acc|dcc)\b",
    ),
    (_F.DELIVERY_LEAD, 0.7, rf"^{_NOT_OF_PEOPLE}.*\b(?:lead|owner|responsible)\b"),
    (
        _F.GROUP,
        0.6,
        rf"^{_NOT_OF_PEOPLE}.*\b(?:group|board|governance|directorate|department)\b",
    ),
    (_F.UPDATE, 0.65, r"\b(?:updates?|progress|commentary|comments|narrative|position)\b"),
    (_F.NUMBER, 0.75, r"\b(?:rec|recommendation|afi|finding)s?\b.*\b(?:no|number|ref|id)\b"),
    (_F.REF, 0.6, r"\b(?:ref|reference|urn|id)\b"),
    (_F.TEXT, 0.7, r"\b(?:recommendations?|wording|verbatim|afis?|areas? for improvement)\b"),
    (_F.REPORT, 0.65, r"\b(?:report|inspection|inquiry|audit)\b.*\b(?:title|name)\b|\breport\b"),
    (_F.ADDRESSEE, 0.7, r"\b(?:addressed|addressee|recipient)\b"),
    (_F.RATING, 0.65, r"\b(?:priority|risk rating|severity)\b"),
    (_F.THEME, 0.5, r"\b(?:theme|topic)\b"),
)
_WHOLE_RULES = [(field, worth, re.compile(rf"(?:{names})")) for field, worth, names in _WHOLE]
_WITHIN_RULES = [(field, worth, re.compile(names)) for field, worth, names in _WITHIN]
_LONGEST = 120


def plain_header(name: str) -> str:
    """Give a column's name as it is compared: "Rec. No. (HMICFRS)" is `rec no hmicfrs`."""
    hashed = name[:_LONGEST].replace("#", " no ").replace("%", " percent ")
    return " ".join(_SIGNS.sub(" ", hashed.casefold()).split())


def spoken_for(name: str) -> dict[Field, float]:
    """Give the fields a column's name speaks for, and how much, from 0 to 1."""
    plain = plain_header(name)
    found: dict[Field, float] = {}
    for field, worth in _matching(plain):
        found[field] = max(worth, found.get(field, 0.0))
    return found


def is_known(name: str) -> bool:
    """Tell whether a name is one that columns of trackers go by."""
    return max(spoken_for(name).values(), default=0.0) >= 0.6


def _matching(plain: str) -> Iterator[tuple[Field, float]]:
    for field, worth, names in _WHOLE_RULES:
        if names.fullmatch(plain):
            yield field, worth
    for field, worth, names in _WITHIN_RULES:
        if names.search(plain):
            yield field, worth
