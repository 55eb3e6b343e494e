"""The control words of rich text that say where its paragraphs, cells and rows end."""

from collections.abc import Callable

from gainboard.intake.readers.flow import DEEPEST, Flow, Layout

_WIDEST = 200


def _begin_paragraph(flow: Flow, _: int) -> None:
    flow.layout = Layout()


def _set_depth(flow: Flow, depth: int) -> None:
    flow.layout.depth = max(0, min(depth, DEEPEST))


def _set_in_table(flow: Flow, _: int) -> None:
    flow.layout.depth = max(1, flow.layout.depth)


def _set_style(flow: Flow, style: int) -> None:
    flow.layout.style = style


def _set_outline(flow: Flow, level: int) -> None:
    flow.layout.outline = level


def _set_level(flow: Flow, level: int) -> None:
    flow.layout.level = level


def _set_left(flow: Flow, left: int) -> None:
    flow.layout.left = left


def _begin_row(flow: Flow, _: int) -> None:
    flow.edges = []


def _end_cell_at(flow: Flow, edge: int) -> None:
    if len(flow.edges) < _WIDEST:
        flow.edges.append(edge)


LAYOUT_WORDS: dict[str, Callable[[Flow, int], None]] = {
    "par": lambda flow, _: flow.end_paragraph(),
    "sect": lambda flow, _: flow.end_paragraph(),
    "cell": lambda flow, _: flow.end_cell(),
    "nestcell": lambda flow, _: flow.end_cell(),
    "row": lambda flow, _: flow.end_row(),
    "nestrow": lambda flow, _: flow.end_row(),
    "trowd": _begin_row,
    "cellx": _end_cell_at,
    "pard": _begin_paragraph,
    "intbl": _set_in_table,
    "itap": _set_depth,
    "s": _set_style,
    "outlinelevel": _set_outline,
    "ilvl": _set_level,
    "li": _set_left,
}
