"""Running a script against a register, each commit acknowledged before the next begins."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gainboard.domain.changes import Changes
from gainboard.errors import GainboardError
from gainboard.services.script import Line, lines, perform
from gainboard.store.register import Register

Perform = Callable[[Register, Line], Changes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one line: the changes committed, or the error that refused it."""

    number: int
    do: str
    seq: int
    changes: Changes | None = None
    refused: GainboardError | None = None
    committed: bool = False


def read_script(path: Path) -> str:
    """Return the words of a script, `-` for standard input; raises GainboardError."""
    if str(path) == "-":
        return sys.stdin.read()
    try:
        _refuse_endless(path)
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise GainboardError(
            "E-NOT-FOUND", f"There is no file {path}; nothing was changed. Check its name."
        ) from None
    except IsADirectoryError:
        raise GainboardError(
            "E-FOLDER", f"{path.name} is a folder; nothing was changed. Name a script."
        ) from None
    except (UnicodeDecodeError, ValueError):
        raise GainboardError(
            "E-NOT-TEXT", f"{path.name} is no text in UTF-8; nothing was changed."
        ) from None
    except OSError as fault:
        raise GainboardError(
            "E-NO-PERMISSION",
            f"{path.name} could not be read ({fault.strerror}); nothing was changed.",
        ) from None


def _refuse_endless(path: Path) -> None:
    """Refuse a pipe or a device, which may keep the program waiting for ever."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise GainboardError(
            "E-NOT-TEXT",
            f"{path.name} is a pipe or a device, no file; nothing was changed. "
            "Name a script, or - to read standard input.",
        )


def run(register: Register, script: str, folder: Path, do: Perform = perform) -> Iterator[Outcome]:
    """Do the lines of a script one after another; a refused line changes nothing."""
    return _outcomes(register, lines(script, folder), do)


def _outcomes(
    register: Register, script: Iterable[tuple[int, Line | GainboardError]], do: Perform
) -> Iterator[Outcome]:
    for number, line in script:
        before = register.journal.head()[0]
        if isinstance(line, GainboardError):
            yield Outcome(number=number, do="", seq=before, refused=line)
            continue
        try:
            changes = do(register, line)
        except GainboardError as fault:
            name = str(line.values.get("do", ""))
            yield Outcome(number=number, do=name, seq=before, refused=fault)
            continue
        yield Outcome(
            number=number,
            do=line.do,
            seq=changes.seq,
            changes=changes,
            committed=changes.seq > before,
        )
