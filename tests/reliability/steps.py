"""What a program does to a disk, step by step, as far as a power cut can tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file."""

    path: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Copy:
    """Bytes taken from one file into another inside the system."""

    source: str
    source_at: int
    path: str
    at: int
    count: int


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut or stretched to a size."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """A file, or the names in a folder, made to last."""

    path: str


@dataclass(frozen=True, slots=True)
class Create:
    """A file opened that was not there, or a folder made."""

    path: str
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Unlink:
    """A name taken away, a folder's as well."""

    path: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A name given up for another, which is taken over whole; `keep` where both stay (a link)."""

    old: str
    path: str
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Ack:
    """A promise: from here on this much must never be lost."""

    seq: int
    hash: str


Step = Write | Copy | Truncate | Sync | Create | Unlink | Rename | Ack
