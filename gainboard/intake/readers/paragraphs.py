"""A paragraph's words, which may hold breaks, as the pieces a reader sees."""

import re
from collections.abc import Iterator

from gainboard.intake import headings
from gainboard.intake.lines import ends_sentence
from gainboard.intake.marks import begins_list_line, read_mark

_APART = re.compile(r"\f|\n[ \t]*\n")


def told_apart(words: str) -> Iterator[str]:
    """Yield the pieces between page breaks and empty lines, and at line breaks that end one."""
    for part in _APART.split(words):
        held = ""
        for line in part.split("\n"):
            if held and line.strip() and _ends(held, line.strip()):
                yield held
                held = line.strip()
            else:
                held = f"{held} {line.strip()}".strip()
        if held:
            yield held


def _ends(before: str, line: str) -> bool:
    mark = read_mark(line)
    if mark is not None and begins_list_line(mark, read_mark(before), before):
        return True
    if headings.is_field(line) or headings.read_section(before) is not None:
        return True
    label = headings.read_label(before)
    if label is not None and not label.rest:
        return True
    return ends_sentence(before) and not line[0].islower()
