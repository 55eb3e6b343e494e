"""The main job from end to end, in a folder a person can look through."""

from collections.abc import Callable, Iterator
from pathlib import Path

from gainboard.errors import GainboardError
from gainboard.services.exporting import export_minutes, export_tracker
from gainboard.services.generating import generate
from gainboard.services.registers import check_register, open_register
from gainboard.services.sample import hold_demo_meeting, make_sample
from gainboard.services.views import reports
from gainboard.store.lock import Lock
from gainboard.store.register import Register, now

FORCE = "Northmoor Police"
SHOWN = 5
TakePictures = Callable[[Path, Path], list[Path]]


def demonstrate(folder: Path, *, size: str | None, take_pictures: TakePictures) -> Iterator[str]:
    """Do the main job in `folder` and yield what happened and what was written, line by line.

    What an earlier demonstration wrote there is replaced; other files stay.
    """
    register = _prepare(folder)
    yield f"A register for {FORCE}: {register}"
    _fill(register, size)
    with open_register(register) as board:
        yield from _hold(board)
        yield from _write_papers(board, folder)
    findings = check_register(register)
    yield f"Checked: {findings.entries} journal entries, {len(findings.faults)} faults"
    for picture in take_pictures(register, folder / "pictures"):
        yield f"Wrote {picture}"


def _prepare(folder: Path) -> Path:
    """Return where the register goes, with an earlier demonstration's cleared away."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise GainboardError(
            "E-NOT-A-FOLDER", f"{folder} is a file; nothing was changed. Name a folder."
        ) from None
    except OSError as fault:
        raise GainboardError(
            "E-NO-PERMISSION", f"{folder} could not be made ({fault.strerror}); choose another."
        ) from None
    register = folder / "northmoor.gainboard"
    with Lock(register):
        register.unlink(missing_ok=True)
    return register


def _fill(register: Path, size: str | None) -> None:
    if size is None:
        make_sample(register)
    else:
        generate(register, size=size, seed=1, clock=now)


def _hold(board: Register) -> Iterator[str]:
    yield "The board's meeting:"
    for line in hold_demo_meeting(board, now().date()):
        yield f"  {line}"
    for view in reports(board)[:SHOWN]:
        counts = f"{view.recommendations} recommendations, {view.for_force} for the force"
        yield f"Report {view.report.code} {view.report.title}: {counts}"


def _write_papers(board: Register, folder: Path) -> Iterator[str]:
    held = board.tables.meetings.first("state = 'minutes_draft'", order="id DESC")
    if held is not None:
        out = folder / "minutes.xlsx"
        export_minutes(board, held.ref, out)
        yield f"Wrote {out}"
    out = folder / "tracker.xlsx"
    export_tracker(board, out)
    yield f"Wrote {out}"
