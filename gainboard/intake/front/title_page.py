"""The first page of a report: which lines are its title, a body, a date, or furniture."""

import re
from collections.abc import Iterator, Sequence

from gainboard.domain.draft import Basis
from gainboard.domain.stated_dates import Stated, read_stated
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.body_names import names_body

_OPENS_TEXT = re.compile(
    r"\W*(?:contents|table\s+of\s+contents|(?:executive\s+)?summary|introduction|foreword|preface"
    r"|background|overview|key\s+(?:messages|findings|facts)|ministerial\s+foreword|chapter\s+\w+"
    r"|inspection\s+(?:details|outcome)|this\s+report\s+is\s+being\s+sent\s+to|ratings|judgements?)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:HC\b|CP\s?\d|Cm\s?\d|SG/|[A-Z]{2,5}/[A-Z\d/.-]+$|ISBN|E-?Number|presented\s+to|ordered\s+by"
    r"|laid\s+before|by\s+(?:command|authority)|published|printed|©|crown\s+copyright|prepared\s+by"
    r"|lead\s+inspector|inspection\s+dates?|dates?\b|inspected\b|tel\b|telephone|e-?mail|www\.|https?:"
    r"|page\s+\d|version\b|final(?:\s+(?:report|version))?\W*$|draft\b|distribution|references?\W*[:#\d]|ref\b"
    r"|by\s+e?-?mail|by\W*$|skip\s+to|home\W*$|menu\W*$|report\W*$|report:|our\s+work\W*$|search\W*$"
    r"|cookies?\b|assurance|opinion|(?:\w+[\s-]){1,3}report\s+of\s+session|report,\s+together"
    r"|official\b|not\s+protectively|restricted|confidential|type\s+of\s+inspection|formcheckbox"
    r"|.{0,60}\btemplate\b|.{0,20}\bNo\.?\s*\d+\W*$|\w+\s+highlights\W*$|(?:section|part|chapter"
    r"|appendix|annex)\s+\w{1,5}\b|volume\s+\w+\W*$|updated\b|highlights\s+of|for\s+publication|[\d\W]+$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|\b(?:Road|Street|Lane|Avenue|Drive|Square|Place|House|Way)$"
)
_NUMBERED = re.compile(r"\W*(?:\d+(?:\.\d+)*\.?|[A-Z]\.|[IVX]+\.|\([a-z\d]+\))\s+\S")
_SERIES = re.compile(
    r"(?:(?:internal\s+|external\s+)?audit\s+report|inspection\s+report|final\s+report|report"
    r"|(?:[\w-]+\s+){0,4}report(?:\s+\d+)?|peel\s*[\d/–-]*)\W*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:[:,&–-]|\b(?:of|on|in|into|the|to|for|by|and|from|with|at|a|an|about|after))\s*$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,3}(?:inspection|review|report|audit)\s+(?:of|on)\b", re.I
)
_ANSWERS = re.compile(r"(?:response|reply|report)s?\b", re.IGNORECASE)
_DATED = re.compile(r"(?:^|[\s,–-])(?=(?:[A-Z]|\d))")
_FORM = re.compile(r"FORMCHECKBOX|\btype of inspection\b|[☐☒☑]", re.IGNORECASE)
_REPORT_NOUN = re.compile(
    r"\b(?:reports?|inspections?|reviews?|audits?|inquiry|investigation|response|recommendations"
    r"|observations|evaluation|assessment|challenge|peel)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"(?:[\w’'-]+\s+){1,5}(?:Police|Constabulary|Fire and Rescue Service)$")
_RANGE = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:–|-|to|and)\s*$")
_TRAILING = re.compile(
    r"\s+[■|•·]\s*\d+$|\s+contents$|(?<=[a-z])\d$|\s\d{3}$|[\s*]+$", re.IGNORECASE
)
_OTHER_DATE = re.compile(
    r"\b(?:inspection|previous|visit|updated|response\s+due|due|printed)\b.{0,30}\d", re.IGNORECASE
)
_SMALL = frozenset("of for the and in & on to against with".split())
_FIRST_BLOCKS = 16
_LONGEST_LINE = 200


def title_page(front: Sequence[Block]) -> Sequence[Block]:
    """Give the pieces of the first page: those before the contents or the first paragraph."""
    for place, block in enumerate(front[:_FIRST_BLOCKS]):
        words = block.text.strip("# *_")
        prose = len(words) > _LONGEST_LINE or (words.endswith(".") and len(words) > 60)
        section = headings.read_section(block.text) is not None and not (
            place == 0 and block.text.startswith("#")
        )
        if prose or section or _OPENS_TEXT.match(words) or block.cell is not None:
            return front[:place]
    return front[:_FIRST_BLOCKS]


def find_title(front: Sequence[Block]) -> str | None:
    """Find the title among the lines of the first page; None where none stands out."""
    page = title_page(front)
    runs = [run for run in _runs(page) if not _is_menu(run)]
    for place, run in enumerate(runs):
        title = _whole(runs, place)
        following = _joined(runs[place + 1]) if place + 1 < len(runs) else ""
        if _SERIES.match(title) and following:
            if title.isupper() or title.lower().startswith("peel"):
                title = f"{title}: {following}"
            elif _REPORT_NOUN.search(following) and _could_be(following):
                title = following
        plain = _without_date(_TRAILING.sub("", title)).strip(' .*_“”"')
        if _could_be(plain) and not _is_body(_joined(run)):
            return _with_force(plain, page)
    return None


def _whole(runs: Sequence[list[str]], place: int) -> str:
    """Join a run to the one after it where it breaks off: "A report on"."""
    title = _joined(runs[place])
    if _OPEN.search(title) and place + 1 < len(runs):
        return f"{title} {runs[place + 1][0]}"
    return title


def _with_force(title: str, page: Sequence[Block]) -> str:
    """Add the force that a report is about where it stands on a line below the title."""
    forces = [block.text for block in page if _FORCE.fullmatch(block.text)]
    if len(forces) != 1 or forces[0] in title or not _REPORT_NOUN.search(title):
        return title
    return f"{title} – {forces[0]}"


def _is_menu(run: Sequence[str]) -> bool:
    short = len(run) > 1 and all(len(line.split()) <= 2 for line in run)
    return not run or (short and not any(map(_REPORT_NOUN.search, run)))


def bodies_on(front: Sequence[Block]) -> Iterator[str]:
    """Give the lines of the first page that are the name of a body and nothing else."""
    for block in title_page(front):
        words = block.text.strip("# *_")
        for line in re.split(
            r"\s*[;|]\s*",
            re.sub(r"^(?:prepared|published|report)\s+by:?\s+|^by\s+", "", words, flags=re.I),
        ):
            plain = _without_date(line)
            if plain and _is_body(plain):
                yield plain


def dates_on(front: Sequence[Block]) -> Iterator[Stated]:
    """Give the dates that stand alone on the first page, or end a line of it."""
    for block in title_page(front):
        words = block.text.strip("# *_")
        if _OTHER_DATE.search(words) and not re.search(r"\breport\b", words, re.IGNORECASE):
            continue
        if dated := _last_date(words):
            yield dated[1]


def _runs(page: Sequence[Block]) -> Iterator[list[str]]:
    """Group lines that follow each other without a gap, leaving furniture and bodies out."""
    run: list[str] = []
    for place, block in enumerate(page):
        words = block.text.strip("# *_")
        if place and not _right_below(page[place - 1], block):
            yield run
            run = []
        below = page[place + 1] if place + 1 < len(page) else None
        goes_on = below is not None and _right_below(block, below) and _goes_on(below.text)
        if _is_furniture(words, block) and not (run and _SERIES.match(words)):
            yield run
            run = []
        elif not _is_body(words) or goes_on or (run and _OPEN.search(run[-1])):
            run.append(words)
        elif run and _is_body(_joined([*run, words])):
            run = []
    yield run


def _right_below(above: Block, below: Block) -> bool:
    return below.start - above.end <= 1 + below.indent


def _goes_on(words: str) -> bool:
    """Say whether a line needs the body above it: "Response to …", "Inspection report"."""
    return _ANSWERS.match(words) is not None or _SERIES.match(words) is not None


def _is_furniture(words: str, block: Block) -> bool:
    addressed = _ADDRESS.search(words) and not _REPORT_NOUN.search(words)
    if block.mark is not None or _FORM.search(words) or addressed:
        return True
    if _FURNITURE.match(words) and not _SERIES.fullmatch(words):
        return True
    if words.lower().strip(" .:") in ("report", "final report", "inspection report"):
        return True
    dated = _last_date(words)
    return _NUMBERED.match(words) is not None or (dated is not None and len(dated[0]) < 4)


def _joined(lines: Sequence[str]) -> str:
    title = lines[0]
    for line in lines[1:]:
        if _OF_WHAT.match(line) and not _OPEN.search(title):
            title = f"{title} – {line}"
        elif title.isupper() and not line.isupper() and not _OPEN.search(title):
            title = f"{title}: {line}"
        else:
            title = f"{title} {line}"
    return " ".join(title.split())


def _could_be(words: str) -> bool:
    if not 8 <= len(words) <= 300 or " " not in words or words.endswith((".", ":", ";", "?")):
        return False
    return not _is_body(words)


def _is_body(said: str) -> bool:
    plain = _without_date(said)
    if _OF_WHAT.match(plain) or re.search(
        r"\b(?:report|response|inspection|review)\b", plain, re.I
    ):
        return False
    plain = plain.title() if plain.isupper() and " " in plain else plain
    words = plain.split()
    named = all(word[:1].isupper() or word.lower() in _SMALL for word in words)
    return named and len(words) <= 12 and names_body(plain, acting=False)


def _without_date(words: str) -> str:
    dated = _last_date(words)
    return (dated[0] if dated else words).strip(" ,–-|")


def _last_date(words: str) -> tuple[str, Stated] | None:
    """Split a line that ends in a date into what stands before it and the date."""
    if len(words) > _LONGEST_LINE:
        return None
    bare = re.sub(r",?\s+\d{1,2}[:.]\d\d\s*$", "", words.rstrip(" .*_"))
    for place in _DATED.finditer(bare):
        stated = read_stated(bare, place.end())
        if stated is not None and stated.first is not None and stated.end == len(bare):
            if _RANGE.search(bare[: place.end()]):
                return None
            alone = stated.basis in (Basis.STATED_DAY, Basis.STATED_MONTH)
            return (bare[: place.end()].strip(), stated) if alone else None
    return None
