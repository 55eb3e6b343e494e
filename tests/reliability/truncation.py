"""Cut a register at every page, and at odd places: each has to be noticed, nothing may crash.

python -m tests.reliability.truncation
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from tests.reliability.commands import run_here
from tests.reliability.hurt import Hurt, content_of, judged, summary
from tests.reliability.hurting import PAGE
from tests.reliability.material import a_sitting

ODD = (0, 1, 15, 16, 50, 99, 100, 101, 511, 512, PAGE - 1, PAGE + 1, 3 * PAGE + 77)


def every_cut(size: int) -> list[int]:
    """Return every length worth trying: the pages' and odd ones, but not the whole."""
    pages = range(PAGE, size, PAGE)
    ends = [size - 1, size - PAGE // 2]
    return sorted({*ODD, *pages, *(page + 512 for page in pages if page % 5 == 0), *ends})


def cut_many(scratch: Path, lengths: Iterable[int] | None = None) -> list[Hurt]:
    """Cut a register to each length, each time the sound one."""
    path = a_sitting(scratch / "cut")
    sound, before = path.read_bytes(), content_of(path)
    assert before is not None
    return [_cut(path, sound[:length], before) for length in lengths or every_cut(len(sound))]


def _cut(path: Path, content: bytes, before: dict[str, list[tuple[object, ...]]]) -> Hurt:
    path.write_bytes(content)
    triaged = run_here("triage", path, "--json")
    touched = path.read_bytes() != content
    checked = run_here("check", path, "--json")
    answers = {"triage": triaged, "check": checked}
    told = judged(f"cut to {len(content)}", before, None, answers)
    right = triaged.document.get("id") in ("E-TRUNCATED", "E-EMPTY")
    wrong = told.wrong or ("triage wrote" if touched else "")
    wrong = wrong or ("" if right else f"triage says {triaged.document.get('id')}")
    return Hurt(what=told.what, changed=True, noticed=told.noticed, wrong=wrong)


@click.command()
def main() -> None:
    """Print how many cuts were noticed; exit 1 if one was not."""
    with tempfile.TemporaryDirectory() as scratch:
        hurts = cut_many(Path(scratch))
    for one in hurts:
        if one.wrong:
            click.echo(f"{one.what}: {one.wrong}")
    click.echo(summary("cuts", hurts))
    sys.exit(any(one.wrong for one in hurts))


if __name__ == "__main__":
    main()
