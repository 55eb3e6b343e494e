"""A paragraph's words, which may hold breaks, as the pieces a reader sees."""

import re
from collections.abc import Iterator

from gainboard.intake.lines.lines import ends_sentence
from gainboard.intake.lines.marks import begins_list_line, read_mark
from gainboard.intake.signs import headings

_PAGE = re.compile(r"\t\s*(\d{1,4})\s*$")
_APART = re.compile(r"\f|\n[ \t]*\n")


def with_leader(words: str) -> str:
    """Put dots before the page number of a line of contents, as they are printed."""
    return _PAGE.sub(r" ..... \1", words)


def told_apart(words: str) -> Iterator[str]:
    """Yield the pieces between page breaks and empty lines, and at line breaks that end one."""
    for part in _APART.split(words):
        held: list[str] = []
        for whole in part.split("\n"):
            line = whole.strip()
            if held and line and _ends(held, line):
                yield " ".join(held)
                held = []
            if line:
                held.append(line if held else whole.rstrip())  # a plain text's lines are indented
        if held:
            yield " ".join(held)


def _ends(held: list[str], line: str) -> bool:
    before = held[-1].lstrip()
    mark = read_mark(line)
    if mark is not None and begins_list_line(mark, read_mark(held[0].lstrip()), before):
        return True
    if headings.is_field(line) or (len(held) == 1 and _stands_alone(before)):
        return True
    return ends_sentence(before) and not line[0].islower()


def _stands_alone(line: str) -> bool:
    label = headings.read_label(line)
    return headings.read_section(line) is not None or (label is not None and not label.rest)
