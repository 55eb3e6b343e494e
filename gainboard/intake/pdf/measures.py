"""What is usual in a document or column: the size of its text, and the leading of its lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainboard.intake.pdf.lines import Line

_WIDEST = 2.4  # letters' sizes from one line of a paragraph to its next
_FEW = 12  # lines
_SAMPLE = 60  # pages
_ENDS = ".:;!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Hold the usual size and weight, and for each size the distance from line to line."""

    size: float
    bold: bool
    leading: dict[int, float] = field(default_factory=dict)

    def step(self, line: Line) -> float:
        """Give the usual distance from one line to the next of its size."""
        return self.leading.get(round(line.size), line.size * 1.25)

    def within(self, lines: Sequence[Line]) -> "Measures":
        """Give the measures that hold in a column, where it has lines enough to tell."""
        places = (len(lines) // 4, len(lines) // 2, len(lines) * 3 // 4)
        if len(lines) > _FEW and all(self._holds(lines[at - 1], lines[at]) for at in places):
            return self
        steps: Counter[tuple[int, float]] = Counter()
        _count_steps(lines, steps)
        own = _leading(steps, 2)
        if not own:
            return self
        return Measures(size=self.size, bold=self.bold, leading=self.leading | own)

    def _holds(self, before: Line, line: Line) -> bool:
        return -1 < before.bottom - line.bottom - self.step(line) < 1


def measure(pages: Sequence[Sequence[Line]]) -> Measures:
    """Measure a document by the letters of its lines, a long one by some of its pages."""
    sizes: Counter[tuple[float, bool]] = Counter()
    steps: Counter[tuple[int, float]] = Counter()
    for lines in pages[:: 1 + len(pages) // _SAMPLE]:
        for line in lines:
            sizes[line.size, line.bold] += len(line.text)
        _count_steps(lines, steps)
    rounded: Counter[tuple[float, bool]] = Counter()
    for (height, heavy), letters in sizes.items():
        rounded[round(height, 1), heavy] += letters
    (size, bold), _ = rounded.most_common(1)[0] if rounded else ((10.0, False), 0)
    return Measures(size=size, bold=bold, leading=_leading(steps, 1))


def _count_steps(lines: Sequence[Line], steps: Counter[tuple[int, float]]) -> None:
    """Count the steps between lines of which the second surely goes on from the first."""
    before: Line | None = None
    for line in lines:
        if before is not None and line.text[0].islower() and before.text[-1] not in _ENDS:
            step = before.bottom - line.bottom
            size = line.size
            if 0.7 * size < step < _WIDEST * size and -0.5 < size - before.size < 0.5:
                steps[round(size), round(step)] += 1
        before = line


def _leading(steps: Counter[tuple[int, float]], least: int) -> dict[int, float]:
    leading: dict[int, float] = {}
    for (size, step), count in steps.most_common():
        if count >= least:
            leading.setdefault(size, step)
    return leading
