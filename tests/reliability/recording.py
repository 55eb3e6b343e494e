"""Recording every step a command makes in a folder, with strace.

strace is used both for this and for making calls fail (failing.py): it is well kept, a package of
every distribution, needs no compiler, and sees the calls of SQLite and of Python alike.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.reliability.commands import PROGRAM, environment
from tests.reliability.steps import (
    Ack,
    Copy,
    Create,
    Rename,
    Step,
    Sync,
    Truncate,
    Unlink,
    Write,
)

MISSING = "strace cannot watch processes here; install the package strace to run this"
_CALLS = (
    "openat,open,creat,close,lseek,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,"
    "ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,mkdir,mkdirat,unlink,unlinkat,"
    "rmdir,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
)
_LINE = re.compile(r"(?P<pid>\d+)\s+(?P<call>\w+)\((?P<args>.*)\)\s+= (?P<result>-?\d+)", re.DOTALL)
_CUT = re.compile(r"(\d+)\s+(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
_ARGUMENT = re.compile(r'(?:"(?:[^"]*)"(?:\.\.\.)?|<[^>]*>|\[[^\]]*\]|[^,])+')
_FILE = re.compile(r"(-?\d+|AT_FDCWD)<(.*)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The steps of one run in order, and how it ended."""

    steps: tuple[Step, ...]
    code: int
    err: str


@cache
def can_trace() -> bool:
    """Tell whether strace is here and the system lets it watch."""
    if shutil.which("strace") is None:
        return False
    done = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return done.returncode == 0


def record(words: Sequence[object], folder: Path, program: Sequence[str] = PROGRAM) -> Recording:
    """Run a command and return what it did to `folder`; acknowledgements come on its output."""
    trace = folder.parent / f"{folder.name}.trace"
    line = ["strace", "-f", "-y", "-xx", "-s", "4000000", "--seccomp-bpf", "-o", str(trace)]
    line += ["-e", f"trace={_CALLS}", "-e", "signal=none", *program, *map(str, words)]
    done = subprocess.run(line, capture_output=True, text=True, env=environment(), check=False)
    reader = _Reader(folder.resolve())
    with trace.open(encoding="ascii") as lines:
        steps = tuple(step for text in _whole(lines) for step in reader.read(text))
    trace.unlink()
    return Recording(steps=steps, code=done.returncode, err=done.stderr)


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """Put the halves of calls together that other threads came between."""
    begun: dict[str, str] = {}
    for line in lines:
        text = line.rstrip("\n")
        if cut := _CUT.match(text):
            begun[cut[1]] = cut[2]
        elif resumed := _RESUMED.match(text):
            yield f"{resumed[1]} {begun.pop(resumed[1])}{resumed[2]}"
        else:
            yield text


class _Reader:
    """Turns traced calls into steps; knows where in each open file the next write goes."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._at: dict[int, int] = {}
        self._there = {str(path) for path in [folder, *folder.rglob("*")]}

    def read(self, line: str) -> Iterator[Step]:
        found = _LINE.match(line)
        if found is None or int(found["result"]) < 0:
            return
        args = [one.strip() for one in _ARGUMENT.findall(found["args"])]
        act = getattr(self, f"_{found['call']}", None)
        if act is None:
            raise RuntimeError(f"a call nobody expected: {line[:200]}")
        yield from act(args, int(found["result"]))

    def _ours(self, path: str) -> bool:
        return path == self._folder or path.startswith(self._folder + "/")

    def _open(self, args: list[str], fd: int) -> Iterator[Step]:
        path, flags = self._path(args[0]), args[1]
        self._at[fd] = 0
        if not self._ours(path):
            return
        if "O_APPEND" in flags:
            raise RuntimeError(f"{path} is opened to append, which is not modelled")
        if "O_CREAT" in flags and path not in self._there:
            self._there.add(path)
            yield Create(path)
        elif "O_TRUNC" in flags:
            yield Truncate(path, 0)

    def _openat(self, args: list[str], fd: int) -> Iterator[Step]:
        return self._open([self._join(args[0], args[1]), *args[2:]], fd)

    def _close(self, args: list[str], _: int) -> Iterator[Step]:
        self._at.pop(_number(args[0]), None)
        yield from ()

    def _lseek(self, args: list[str], result: int) -> Iterator[Step]:
        self._at[_number(args[0])] = result
        yield from ()

    def _write(self, args: list[str], count: int) -> Iterator[Step]:
        fd, path, data = _number(args[0]), _name(args[0]), _bytes(args[1])[:count]
        if fd == 1 and data.startswith(b'{"seq": ') and b'"hash": ' in data:
            told = json.loads(data)
            yield Ack(told["seq"], told["hash"])
        elif self._ours(path):
            yield Write(path, self._at.get(fd, 0), data)
        self._at[fd] = self._at.get(fd, 0) + count

    def _pwrite64(self, args: list[str], count: int) -> Iterator[Step]:
        path = _name(args[0])
        if self._ours(path):
            yield Write(path, int(args[3]), _bytes(args[1])[:count])

    def _sendfile(self, args: list[str], count: int) -> Iterator[Step]:
        out, source = _number(args[0]), _number(args[1])
        given = re.search(r"\d+", args[2])
        at = int(given[0]) if given else self._at.get(source, 0)
        if self._ours(_name(args[0])) and count:
            yield Copy(_name(args[1]), at, _name(args[0]), self._at.get(out, 0), count)
        self._at[out] = self._at.get(out, 0) + count
        if not given:
            self._at[source] = at + count

    def _ftruncate(self, args: list[str], _: int) -> Iterator[Step]:
        if self._ours(_name(args[0])):
            yield Truncate(_name(args[0]), int(args[1]))

    def _fsync(self, args: list[str], _: int) -> Iterator[Step]:
        if self._ours(_name(args[0])):
            yield Sync(_name(args[0]))

    _fdatasync = _fsync

    def _mkdir(self, args: list[str], _: int) -> Iterator[Step]:
        path = self._path(args[0])
        if self._ours(path):
            self._there.add(path)
            yield Create(path, folder=True)

    def _mkdirat(self, args: list[str], result: int) -> Iterator[Step]:
        return self._mkdir([self._join(args[0], args[1])], result)

    def _unlink(self, args: list[str], _: int) -> Iterator[Step]:
        path = self._path(args[0])
        if self._ours(path):
            self._there.discard(path)
            yield Unlink(path)

    _rmdir = _unlink

    def _unlinkat(self, args: list[str], result: int) -> Iterator[Step]:
        return self._unlink([self._join(args[0], args[1])], result)

    def _rename(self, args: list[str], _: int) -> Iterator[Step]:
        old, path = self._path(args[0]), self._path(args[1])
        if self._ours(old) != self._ours(path):
            raise RuntimeError(f"{old} is moved across the folder's edge, which is not modelled")
        if self._ours(path):
            moved = {name for name in self._there if name == old or name.startswith(old + "/")}
            self._there -= moved
            self._there |= {path + name[len(old) :] for name in moved}
            yield Rename(old, path)

    def _renameat(self, args: list[str], result: int) -> Iterator[Step]:
        pairs = [self._join(args[0], args[1]), self._join(args[2], args[3])]
        return self._rename(pairs, result)

    _renameat2 = _renameat

    def _link(self, args: list[str], _: int) -> Iterator[Step]:
        old, path = self._path(args[0]), self._path(args[1])
        if self._ours(path):
            self._there.add(path)
            yield Rename(old, path, keep=True)

    def _linkat(self, args: list[str], result: int) -> Iterator[Step]:
        return self._link([self._join(args[0], args[1]), self._join(args[2], args[3])], result)

    def _join(self, folder: str, name: str) -> str:
        return self._path(name, _name(folder))

    def _path(self, name: str, folder: str = "") -> str:
        """Return a path whole; it comes quoted from a call, or as it was joined before."""
        path = os.fsdecode(_bytes(name)) if name.startswith('"') else name
        return path if path.startswith("/") else f"{folder or Path.cwd()}/{path}"


def _number(descriptor: str) -> int:
    found = _FILE.match(descriptor)
    return int(found[1]) if found else int(descriptor)


def _name(descriptor: str) -> str:
    """Return the path of an open file, decoded."""
    found = _FILE.match(descriptor)
    return os.fsdecode(_unescaped(found[2])) if found else ""


def _bytes(quoted: str) -> bytes:
    return _unescaped(quoted.strip('"'))


def _unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
