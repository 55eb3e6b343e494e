"""References: short and stable, since they are printed everywhere and typed by people."""

import re
from datetime import date

from gainboard.domain.draft import Kind

_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "in", "into", "of", "on", "the", "to"}
)
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"(?P<ref>[^()]+?)\s*\(\s*(?P<label>[^()\s]+)\s*\)")
_LETTERS = {
    Kind.AREA_FOR_IMPROVEMENT: "AFI",
    Kind.CAUSE_OF_CONCERN: "COC",
    Kind.COMPLIANCE_ISSUE: "CI",
    Kind.AUDIT_FINDING: "F",
    Kind.LEARNING: "L",
    Kind.RECOMMENDATION: "U",
}


def report_code(title: str, published: date | None) -> str:
    """Make a code from a title: the first letters of three telling words, then the year.

    "Joint case building by the police", 2025 gives `JCB25`.
    """
    words = [w for w in _WORD.findall(title) if w.lower() not in _SMALL_WORDS]
    letters = "".join(word[0] for word in words[:3]).upper() or "R"
    return f"{letters}{published:%y}" if published else letters


def recommendation_ref(code: str, number: str | None, kind: str, nth_unnumbered: int) -> str:
    """Give `JCB25-5` for number 5, `JCB25-CI1` for the first un-numbered compliance issue."""
    part = tidy_number(number or "")
    if not part:
        letters = _LETTERS.get(Kind(kind), "X") if kind in set(Kind) else "X"
        part = f"{letters}{nth_unnumbered}"
    return f"{code}-{part}"


def tidy_number(number: str) -> str:
    """Return a printed number without spaces and brackets: "4a) iii" is `4a.iii`."""
    return re.sub(r"[\s().:]+", ".", number.strip()).strip(".")


def clause_ref(ref: str, label: str) -> str:
    """Give `JCB25-5(c)`; a recommendation without parts is its own clause."""
    return f"{ref}({label})" if label else ref


def split_clause_ref(text: str) -> tuple[str, str]:
    """Return the recommendation and the label of `JCB25-5(c)`; the label may be empty."""
    found = _CLAUSE.fullmatch(text.strip())
    return (found["ref"], found["label"].lower()) if found else (text.strip(), "")


def meeting_ref(series: str, held_on: date, nth: int) -> str:
    """Give `GAIN 2026/03` for the third meeting of 2026."""
    return f"{series} {held_on.year}/{nth:02}"


def decision_ref(meeting: str, nth: int) -> str:
    """Give `GAIN 2026/03-D07`."""
    return f"{meeting}-D{nth:02}"


def action_ref(meeting: str, nth: int) -> str:
    """Give `GAIN 2026/03-A03`."""
    return f"{meeting}-A{nth:02}"


def out_of_meeting(on: date) -> str:
    """Name what stands in for a meeting when the chair decides alone, a series a year."""
    return f"CHAIR {on.year}"
