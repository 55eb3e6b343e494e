"""The heads under which reports print what they ask: of one item each, and of whole lists."""

import re
from dataclasses import dataclass

from gainboard.domain.draft import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Hold the words over one item; `asking` says that only words below that ask make it one."""

    words: str
    kind: Kind
    numbered: bool = False
    asking: bool = False


LABELS: tuple[Head, ...] = (
    Head(
        words=r"(?:organisational\s+|quick[\s-]time\s+)?learning\s+recommendation"
        r"|organisational\s+learning\s+point",
        kind=Kind.LEARNING,
    ),
    Head(words=r"cause\s+of\s+concern\s+recommendation", kind=Kind.RECOMMENDATION),
    Head(words=r"recommendation|call\s+to\s+action", kind=Kind.RECOMMENDATION),
    Head(words=r"recommendations(?=\s+[A-Z]{1,3}-?\d)", kind=Kind.RECOMMENDATION, numbered=True),
    Head(
        words=r"(?:key|recommended|agreed|required)\s+action",
        kind=Kind.RECOMMENDATION,
        numbered=True,
    ),
    Head(
        words=r"matters?\s+for\s+(?:congressional|legislative|parliamentary)\s+consideration",
        kind=Kind.RECOMMENDATION,
        asking=True,
    ),
    Head(words=r"rec\b\.?|R(?=\s?\d)", kind=Kind.RECOMMENDATION, numbered=True),
    Head(words=r"(?:reconsideration\s+|formal\s+)direction", kind=Kind.RECOMMENDATION, asking=True),
    Head(
        words=r"management\s+action|action(?=\s+\w{1,3}:\s+to\s)|action\s+required|proposal",
        kind=Kind.RECOMMENDATION,
        numbered=True,
        asking=True,
    ),
    Head(
        words=r"area\s+(?:for|of|requiring)\s+(?:improvement|development)|AFI\b"
        r"|opportunity\s+(?:for|to)\s+improve(?:ment)?|OFI\b",
        kind=Kind.AREA_FOR_IMPROVEMENT,
    ),
    Head(words=r"(?:improvement|priority)\s+action", kind=Kind.AREA_FOR_IMPROVEMENT, numbered=True),
    Head(
        words=r"(?:must|should)[\s-]do", kind=Kind.AREA_FOR_IMPROVEMENT, numbered=True, asking=True
    ),
    Head(words=r"(?:accelerated\s+)?cause\s+of\s+concern", kind=Kind.CAUSE_OF_CONCERN),
    Head(words=r"compliance\s+issue", kind=Kind.COMPLIANCE_ISSUE),
    Head(words=r"safety\s+observation", kind=Kind.AUDIT_FINDING, numbered=True, asking=True),
    Head(words=r"(?:audit\s+)?finding|observation", kind=Kind.AUDIT_FINDING, numbered=True),
    Head(words=r"learning\s+(?:point|opportunity)", kind=Kind.LEARNING, asking=True),
    Head(words=r"learning", kind=Kind.LEARNING, numbered=True),
    Head(words=r"(?:matter\s+of\s+)?concern", kind=Kind.OTHER, numbered=True),
    Head(words=r"requirement|suggestion", kind=Kind.OTHER, numbered=True, asking=True),
)
_TAIL = (
    r"(?:\s*[:,–—-]?\s+(?:for|to|made|arising|from|in|of|at|by|on|and|that|which|we|this|as|with)\b"
    r".{0,90})?"
)
_BEFORE = r"(?:(?:list|summary|table|schedule|number)\s+of\s+)?(?:[\w’'&,/-]{1,24}\s+){0,5}?"
SECTIONS: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (
            r"(?:list\s+of\s+)?(?:organisational\s+|quick[\s-]time\s+)?learning\s+"
            rf"recommendations{_TAIL}|organisational\s+learning",
            Kind.LEARNING,
        ),
        (rf"{_BEFORE}recommendations{_TAIL}", Kind.RECOMMENDATION),
        (
            r"recommendations?\s+summary|recommendations\s+(?:issued|addressed|directed)(?:\s+to\s.{2,80})?"
            r"|(?:what\s+)?(?:we|i|the\s+\w{4,14})\s+(?:(?:are|am)\s+)?recommend(?:s|ing)?(?:\s+that)?",
            Kind.RECOMMENDATION,
        ),
        (
            r"(?:our\s+|key\s+)?asks|what\s+we\s+(?:ask|are\s+asking|call)\s+for"
            r"|what\s+(?:now\s+)?(?:needs\s+to|should|must)\s+(?:now\s+)?(?:happen|be\s+done)(?:\s+next)?"
            r"|what\s+(?:the\s+|this\s+)?(?:[\w’'-]{1,20}\s+){1,4}?(?:should|must|needs?\s+to)\s+do"
            r"(?:\s+(?:next|now|to\s+improve))?",
            Kind.RECOMMENDATION,
        ),
        (
            r"(?:agreed|key|safety|immediate|urgent)\s+(?:management\s+)?actions|actions\s+agreed"
            r"|measures\s+(?:to\s+be\s+taken|required)|reform\s+proposals"
            r"|issues\s+(?:to\s+be\s+addressed|for\s+action)|points\s+for\s+action",
            Kind.RECOMMENDATION,
        ),
        (
            r"housekeeping\s+points?|(?:(?:our|the|summary\s+of|list\s+of)\s+)*"
            rf"(?:proposals|(?:recommended|proposed)\s+actions){_TAIL}",
            Kind.RECOMMENDATION,
        ),
        (rf"{_BEFORE}calls\s+(?:to|for)\s+(?:action|justice|change){_TAIL}", Kind.RECOMMENDATION),
        (r"areas?\s+for\s+(?:urgent|priority)\s+action", Kind.RECOMMENDATION),
        (
            rf"{_BEFORE}(?:areas|priorities|points)\s+(?:for|requiring|needing|of)\s+"
            rf"(?:further\s+)?(?:improvement|development|action|attention){_TAIL}|AFIs"
            r"|(?:suggested|further)\s+improvements|improvements\s+needed|improvement\s+priorities"
            rf"|{_BEFORE}opportunities\s+(?:for|to)\s+improve(?:ment)?{_TAIL}|OFIs"
            rf"|areas\s+(?:to\s+(?:address|improve)|(?:that|which)\s+need\s+.{{0,40}})",
            Kind.AREA_FOR_IMPROVEMENT,
        ),
        (
            r"what\s+(?:does\s+)?(?:the\s+|this\s+)?(?:[\w’'-]{1,20}\s+){0,4}?needs?\s+to\s+"
            r"(?:be\s+)?(?:do\s+to\s+)?improved?"
            r"(?:\s+.{0,60})?\??",
            Kind.AREA_FOR_IMPROVEMENT,
        ),
        (
            r"(?:further\s+)?(?:(?:improvement|required|requirement|priority)\s+)?actions?\s+"
            r"(?:(?:the\s+|this\s+)?(?:[\w’'-]{1,20}\s+){1,4}?"
            r"(?:must|should|needs?\s+to|is\s+required\s+to|to)\s+(?:take|improve)"
            r"|(?:required|needed)\s+to\s+improve)(?:\s+.{0,60})?",
            Kind.AREA_FOR_IMPROVEMENT,
        ),
        (
            r"(?:improvement|required|priority|statutory|agreed\s+improvement)\s+actions"
            r"|(?:required\s+|necessary\s+)improvements|actions\s+required"
            r"|(?:must|should)[\s-]dos?(?:\s*[:–-].{0,60})?",
            Kind.AREA_FOR_IMPROVEMENT,
        ),
        (rf"(?:accelerated\s+)?causes\s+of\s+concern{_TAIL}", Kind.CAUSE_OF_CONCERN),
        (rf"compliance\s+issues{_TAIL}", Kind.COMPLIANCE_ISSUE),
        (rf"(?:priority|key|main|our)\s+(?:and\s+(?:priority|key)\s+)?concerns{_TAIL}", Kind.OTHER),
        (r"(?:the\s+)?matters\s+of\s+concern(?:\s+are(?:\s+as\s+follows)?)?", Kind.OTHER),
        (r"(?:formal\s+)?(?:requirements|suggestions)(?:\s+for\s+improvement)?", Kind.OTHER),
    )
)
