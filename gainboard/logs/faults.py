"""A fault of the program told by its kind and its places, never by what it says of itself.

What an exception says may hold the words of a record, a path or a name; so may the folders the
program lies in.
"""

import platform
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from gainboard import __version__
from gainboard.errors import GainboardError

_PACKAGE = Path(__file__).resolve().parent.parent
_DEPTH = 40
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,39}")
_FILE = re.compile(r'\s*File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)')
_HEAD = re.compile(
    r"(?:Fatal Python error|Windows fatal exception): [A-Za-z0-9 _-]{1,60}"
    r"|(?:Current thread|Thread) (?=0x[0-9a-f]+)"
)


def describe(fault: BaseException, **versions_of: str) -> str:
    """Return what can be handed on of a fault: kind, places, versions."""
    return "\n".join(["E-BUG", *told(fault), "", versions(**versions_of)])


def as_refusal(fault: BaseException) -> GainboardError:
    """Return the one sentence for whoever gave a command that ran into a fault."""
    return GainboardError(
        "E-BUG",
        f"The program itself went wrong ({kind_of(fault)} at {place_of(fault)}); what was saved "
        "before is kept. Pass this line on to whoever looks after the program, with its log.",
    )


def told(fault: BaseException) -> list[str]:
    """Tell a fault, and what it came after, in lines."""
    return list(_told(fault))


def kind_of(fault: BaseException) -> str:
    """Name the kind of a fault, with the number the system or SQLite gave it."""
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}".removeprefix("builtins.")
    if name := getattr(fault, "sqlite_errorname", ""):
        return f"{kind} {checked(str(name))}"
    if isinstance(fault, OSError) and fault.errno is not None:
        return f"{kind} {int(fault.errno)}"
    return kind


def place_of(fault: BaseException) -> str:
    """Name the place a fault came from."""
    places = _places(fault.__traceback__)
    return places[-1] if places else "no known place"


def safe_trace(lines: list[str]) -> list[str]:
    """Return what the fault handler wrote without the folders the program lies in."""
    return [kept for line in lines if (kept := _safe_line(line))]


def versions(**more: str) -> str:
    """Name the versions of the program and of what it stands on."""
    known = {
        "gainboard": __version__,
        "python": platform.python_version(),
        "system": platform.system(),
        **more,
    }
    return ", ".join(f"{name} {checked(value)}" for name, value in known.items())


def checked(word: str) -> str:
    """Return a word that is a name or a number of a program; a question mark for any other."""
    return word if _WORD.fullmatch(word) else "?"


def _told(fault: BaseException) -> Iterator[str]:
    cause: BaseException | None = fault
    for step in range(_DEPTH):
        if cause is None:
            return
        yield f"after {kind_of(cause)}" if step else kind_of(cause)
        yield from (f"  {place}" for place in _places(cause.__traceback__))
        hidden = cause.__suppress_context__
        cause = cause.__cause__ or (None if hidden else cause.__context__)


def _places(trace: TracebackType | None) -> list[str]:
    frames = [
        f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
    return frames[-_DEPTH:]


def _short(filename: str) -> str:
    """Return a place in our own package, or a file's bare name."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return path.name


def _safe_line(line: str) -> str:
    if place := _FILE.fullmatch(line):
        return f"  {_short(place['file'])}:{place['line']} {place['name']}"
    head = _HEAD.match(line)
    return head[0].strip() if head else ""
