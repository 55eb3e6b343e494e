"""A disk as a power cut may leave it: what was synced is there, of the rest anything may be.

Bytes last once their file was synced, a name once its folder was: a new file or folder is safe
only then, however well its content was synced. Unsynced bytes survive sector by sector, in any
order; unsynced changes of names each by itself.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

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

SECTOR = 512
State = dict[str, bytes | None]
"""One possible disk: the bytes of each file by path, None for a folder."""


@dataclass(slots=True, eq=False)
class _Node:
    """A file or folder: what of it lasts, and what was done since."""

    folder: bool = False
    synced: bytes = b""
    cached: bytearray = field(default_factory=bytearray)
    pending: list[Write | Truncate] = field(default_factory=list)
    lasting: dict[str, "_Node"] = field(default_factory=dict)
    names: dict[str, "_Node"] = field(default_factory=dict)

    def change(self, step: Write | Truncate) -> None:
        """Change the bytes, not yet for good."""
        self.pending.append(step)
        _apply(self.cached, step)

    def torn(self, dice: random.Random) -> bytes:
        """Return the bytes with some of what is pending, whole sectors of it each."""
        content, odds = bytearray(self.synced), dice.choice((0.1, 0.5, 0.9))
        for step in self.pending:
            for part in _sectors(step):
                if dice.random() < odds:
                    _apply(content, part)
        return bytes(content)


_Change = tuple[tuple[_Node, str, _Node | None], ...]
"""A change of names, whole or not at all: in which folder, which name, what it leads to now."""
_Names = dict[_Node, dict[str, _Node]]


class Disk:
    """The disk of one folder, followed step by step."""

    def __init__(self, folder: Path) -> None:
        self.acks: list[Ack] = []
        self._top = str(folder)
        self._root = _read(folder)
        self._changes: list[_Change] = []

    def follow(self, step: Step) -> None:
        """Take one step."""
        match step:
            case Ack():
                self.acks.append(step)
            case Write() | Truncate():
                self._node(step.path).change(step)
            case Copy():
                source = self._node(step.source).cached
                part = bytes(source[step.source_at : step.source_at + step.count])
                self._node(step.path).change(Write(step.path, step.at, part))
            case Sync():
                self._sync(self._node(step.path))
            case Create():
                self._name((*self._place(step.path), _Node(folder=step.folder)))
            case Unlink():
                self._name((*self._place(step.path), None))
            case Rename():
                moved = (*self._place(step.path), self._node(step.old))
                old = () if step.keep else ((*self._place(step.old), None),)
                self._name(*old, moved)

    def states(self, torn: int, dice: random.Random) -> Iterator[tuple[str, State]]:
        """Yield every state a cut at this moment may leave, `torn` of them by chance."""
        yield "nothing", self._state([], lambda file: file.synced)
        yield "data", self._state([], lambda file: bytes(file.cached))
        yield "names", self._state(self._changes, lambda file: file.synced)
        yield "all", self._state(self._changes, lambda file: bytes(file.cached))
        for _ in range(torn):
            odds = dice.choice((0.2, 0.5, 0.9))
            kept = [change for change in self._changes if dice.random() < odds]
            yield "torn", self._state(kept, lambda file: file.torn(dice))

    def _sync(self, node: _Node) -> None:
        node.synced = bytes(node.cached) if node.pending else node.synced
        node.pending.clear()
        made = [change for change in self._changes if any(part[0] is node for part in change)]
        for change in made:
            for folder, name, to in change:
                _lead(folder.lasting, name, to)
        self._changes = [change for change in self._changes if change not in made]

    def _name(self, *change: tuple[_Node, str, _Node | None]) -> None:
        for folder, name, to in change:
            _lead(folder.names, name, to)
        self._changes.append(change)

    def _place(self, path: str) -> tuple[_Node, str]:
        folder, _, name = path.rpartition("/")
        return self._node(folder), name

    def _node(self, path: str) -> _Node:
        node = self._root
        for name in path[len(self._top) :].split("/")[1:]:
            node = node.names[name]
        return node

    def _state(self, kept: list[_Change], content: Callable[[_Node], bytes]) -> State:
        names: _Names = {}
        for change in kept:
            for folder, name, to in change:
                _lead(names.setdefault(folder, dict(folder.lasting)), name, to)
        return dict(_walk(self._root, "", names, content))


def _read(path: Path) -> _Node:
    if not path.is_dir():
        return _Node(synced=path.read_bytes(), cached=bytearray(path.read_bytes()))
    inside = {one.name: _read(one) for one in path.iterdir()}
    return _Node(folder=True, lasting=inside, names=dict(inside))


def _lead(names: dict[str, _Node], name: str, to: _Node | None) -> None:
    names.pop(name, None)
    if to is not None:
        names[name] = to


def _walk(
    folder: _Node, path: str, names: _Names, content: Callable[[_Node], bytes]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield what can be reached from a folder, paths from it."""
    for name, node in names.get(folder, folder.lasting).items():
        yield path + name, None if node.folder else content(node)
        if node.folder:
            yield from _walk(node, f"{path}{name}/", names, content)


def _apply(content: bytearray, step: Write | Truncate) -> None:
    size = step.size if isinstance(step, Truncate) else step.at
    if isinstance(step, Truncate):
        del content[size:]
    content.extend(bytes(max(0, size - len(content))))
    if isinstance(step, Write):
        content[step.at : step.at + len(step.data)] = step.data


def _sectors(step: Write | Truncate) -> Iterator[Write | Truncate]:
    """Cut a write where the disk's sectors end."""
    if isinstance(step, Truncate):
        yield step
        return
    at, data = step.at, step.data
    while data:
        length = SECTOR - at % SECTOR
        yield Write(step.path, at, data[:length])
        at, data = at + length, data[length:]
