"""The straight lines that a page draws, which part columns and rows of tables."""

import ctypes

from pypdfium2 import raw

from gainboard.intake.pdf.lines import Rule

_MOST = 4000


def drawn_rules(page: ctypes.c_void_p, turn: int, width: float, height: float) -> list[Rule]:
    """List the straight lines and the edges of the boxes that a page draws."""
    rules = []
    edges = tuple(ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if turn == 90:
                left, bottom, right, top = bottom, height - right, top, height - left
            elif turn == 270:
                left, bottom, right, top = width - top, left, width - bottom, right
            elif turn:
                left, bottom, right, top = (
                    width - right,
                    height - top,
                    width - left,
                    height - bottom,
                )
            rules += _edges(Rule(left, bottom, right, top))
    return rules


def _edges(rule: Rule) -> list[Rule]:
    """Give a thin rule as it is, and the four edges of a box."""
    left, bottom, right, top = rule
    if right - left < 3 or top - bottom < 3:
        return [rule]
    return [
        Rule(left, bottom, left, top),
        Rule(right, bottom, right, top),
        Rule(left, bottom, right, bottom),
        Rule(left, top, right, top),
    ]
