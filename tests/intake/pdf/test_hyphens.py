"""Words that a narrow cell breaks without a hyphen are put together; dates are not."""

import pytest

from gainboard.intake.pdf.hyphens import Hyphens
from gainboard.intake.pdf.lines import Line

PARAGRAPH = ("The force should publish a plan for each harbour", "which says who answers for it.")


def line(text: str, *, width: float, spaced: bool) -> Line:
    return Line(text, 0, width, 0, 10, bold=False, hang=0, spaced=spaced)


@pytest.mark.parametrize(
    ("above", "below", "cell"),
    [
        ("30 September", "2027", "30 September 2027"),
        ("Superinten", "dent", "Superintendent"),
    ],
)
def test_a_narrow_cell_keeps_a_year_apart_from_its_month(above: str, below: str, cell: str) -> None:
    hyphens = Hyphens([[line(text, width=400, spaced=True) for text in PARAGRAPH]])
    lines = [line(text, width=60, spaced=False) for text in (above, below)]
    assert hyphens.in_cell(lines) == cell
