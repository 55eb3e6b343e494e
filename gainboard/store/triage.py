"""What a file is, judged from its first 100 bytes before SQLite is let near it."""

import os
from pathlib import Path

from gainboard.errors import Damaged, GainboardError
from gainboard.store.faults import is_there
from gainboard.store.migrations import APPLICATION_ID, SCHEMA

_MAGIC = b"SQLite format 3\0"


def judge(path: Path) -> None:
    """Raise what stands against opening this file as a register; return where nothing does."""
    _judge_place(path)
    head, size = _read_head(path)
    if size == 0:
        raise GainboardError(
            "E-EMPTY",
            f"{path.name} is empty: no register was ever saved in it, or its content was lost. "
            "Nothing was changed; restore a backup.",
        )
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise _foreign(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise _foreign(path)
    _judge_version(path, int.from_bytes(head[60:64], "big"))
    _judge_length(path, head, size)


def _judge_place(path: Path) -> None:
    if not is_there(path):
        raise GainboardError(
            "E-NOT-FOUND",
            f"There is no file {path}; nothing was changed. Look for it with Open, or make a new "
            "register.",
        )
    if path.is_dir():
        raise GainboardError(
            "E-FOLDER",
            f"{path.name} is a folder, not a register; nothing was changed. Name a file.",
        )
    # Reading a pipe or a device may wait for ever.
    if not path.is_file():
        raise _foreign(path)


def _read_head(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            head = file.read(100)
            return head, os.fstat(file.fileno()).st_size
    except PermissionError:
        raise GainboardError(
            "E-NO-PERMISSION",
            f"You have no permission to read {path.name}; nothing was changed. "
            "Ask whoever owns the file.",
        ) from None
    except OSError as fault:
        raise GainboardError(
            "E-DEVICE",
            f"{path.name} could not be read ({fault.strerror}); nothing was changed. "
            "Copy it from a backup or try another disk.",
        ) from None


def _foreign(path: Path) -> GainboardError:
    return GainboardError(
        "E-NOT-A-REGISTER",
        f"{path.name} is not a GAIN Board register but another program's file; "
        "nothing was changed. Choose a file that ends in .gainboard.",
    )


def _judge_version(path: Path, version: int) -> None:
    if version > SCHEMA:
        raise GainboardError(
            "E-NEWER-REGISTER",
            f"{path.name} was written by a newer GAIN Board (schema {version}, this one knows "
            f"{SCHEMA}); nothing was changed. Install the newer program to open it.",
        )
    if version < 1:
        raise Damaged(
            "E-UNFINISHED-REGISTER",
            f"{path.name} was being made when the program stopped; nothing is in it. "
            "Delete it and make it again.",
        )


def _judge_length(path: Path, head: bytes, size: int) -> None:
    """Compare the length the header tells with the file's; a hot journal may explain a gap."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    pages = int.from_bytes(head[28:32], "big")
    if _has_hot_journal(path) or head[24:28] != head[92:96]:
        return
    if pages * page > size:
        raise Damaged(
            "E-TRUNCATED",
            f"{path.name} is cut short: {size} of {pages * page} bytes are there. "
            "Nothing was changed; restore a backup.",
        )


def _has_hot_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    try:
        return journal.stat().st_size > 0
    except OSError:
        return False
