"""A page's lines with their places: all that the rest of the reading is done with."""

from typing import NamedTuple


class Cut(NamedTuple):
    """Hold a wide gap in a line: where the words after it begin, and the gap's two edges."""

    at: int
    right: float
    left: float


class Line(NamedTuple):
    """Hold one printed line; places are in points, from the left and from the foot of the page.

    `bottom` is its base line, `size` that of its letters; `hang` is where its words begin after
    a list mark.
    A tuple, for a long document has tens of thousands.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    bold: bool
    hang: float
    broken: bool = False  # its last word goes on in the next line, at a hyphen taken off
    cuts: tuple[Cut, ...] = ()
    note: bool = False  # it begins with a small raised number
    spaced: bool = True  # a space is drawn after it, as many programs do where words part

    @property
    def top(self) -> float:
        """Give the upper edge of its letters' boxes."""
        return self.bottom + self.size


class Rule(NamedTuple):
    """Hold one straight line or edge drawn on a page; upright where its sides are equal."""

    left: float
    bottom: float
    right: float
    top: float


def is_upright(rule: Rule) -> bool:
    """Say whether a rule stands upright, as between the columns of a table."""
    return rule.right - rule.left < 3 and rule.top - rule.bottom > 6


def is_level(rule: Rule) -> bool:
    """Say whether a rule lies level, as between the rows of a table."""
    return rule.top - rule.bottom < 3 and rule.right - rule.left > 6


class Page(NamedTuple):
    """Hold what one page says; `rules` only where its lines stand side by side."""

    number: int
    width: float
    height: float
    lines: list[Line]
    rules: list[Rule]
    pictures: bool = False


def beside(one: Line, other: Line) -> bool:
    """Say whether two lines stand at the same height."""
    low = max(one.bottom, other.bottom)
    high = min(one.bottom + one.size, other.bottom + other.size)
    return high - low > 0.5 * min(one.size, other.size)


class Column(NamedTuple):
    """Hold lines that follow one another downwards; `notes` stand at the foot of a page."""

    lines: list[Line]
    notes: bool = False


class Grid(NamedTuple):
    """Hold a table's cells by row and column, each with its lines, and where its columns begin."""

    rows: list[list[list[Line]]]
    lefts: list[float]
