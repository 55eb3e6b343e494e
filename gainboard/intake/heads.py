"""The heads under which reports print what they ask: of one item each, and of whole lists."""

import re

from gainboard.domain.draft import Kind

LABELS: tuple[tuple[str, Kind, bool], ...] = (  # words, kind, whether it needs a number
    (
        r"(?:organisational\s+|quick[\s-]time\s+)?learning\s+recommendation"
        r"|organisational\s+learning\s+point",
        Kind.LEARNING,
        False,
    ),
    (r"cause\s+of\s+concern\s+recommendation", Kind.RECOMMENDATION, False),
    (r"recommendation|call\s+to\s+action", Kind.RECOMMENDATION, False),
    (r"recommendations(?=\s+[A-Z]{1,3}-?\d)", Kind.RECOMMENDATION, True),
    (r"(?:key|recommended|agreed|required)\s+action", Kind.RECOMMENDATION, True),
    (r"rec\b\.?|R(?=\s?\d)", Kind.RECOMMENDATION, True),
    (
        r"area\s+(?:for|of|requiring)\s+(?:improvement|development)|AFI\b",
        Kind.AREA_FOR_IMPROVEMENT,
        False,
    ),
    (r"improvement\s+action|priority\s+action", Kind.AREA_FOR_IMPROVEMENT, True),
    (r"(?:accelerated\s+)?cause\s+of\s+concern", Kind.CAUSE_OF_CONCERN, False),
    (r"compliance\s+issue", Kind.COMPLIANCE_ISSUE, False),
    (r"(?:audit\s+)?finding|observation", Kind.AUDIT_FINDING, True),
    (r"learning", Kind.LEARNING, True),
    (r"(?:matter\s+of\s+)?concern", Kind.OTHER, True),
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
        (r"housekeeping\s+points?", Kind.RECOMMENDATION),
        (rf"{_BEFORE}calls\s+to\s+action{_TAIL}", Kind.RECOMMENDATION),
        (
            rf"{_BEFORE}(?:areas|priorities|points)\s+(?:for|requiring|needing|of)\s+"
            rf"(?:further\s+)?(?:improvement|development|action){_TAIL}|AFIs",
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
            r"|(?:required\s+|necessary\s+)improvements",
            Kind.AREA_FOR_IMPROVEMENT,
        ),
        (rf"(?:accelerated\s+)?causes\s+of\s+concern{_TAIL}", Kind.CAUSE_OF_CONCERN),
        (rf"compliance\s+issues{_TAIL}", Kind.COMPLIANCE_ISSUE),
        (rf"(?:priority|key|main|our)\s+(?:and\s+(?:priority|key)\s+)?concerns{_TAIL}", Kind.OTHER),
        (r"(?:the\s+)?matters\s+of\s+concern(?:\s+are(?:\s+as\s+follows)?)?", Kind.OTHER),
    )
)
