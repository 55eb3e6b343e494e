"""Files held by the register, named by the SHA-256 of their content."""

import hashlib
import os
from pathlib import Path

from gainboard.domain.report import Attachment
from gainboard.domain.words import clean_name
from gainboard.errors import GainboardError, Refused
from gainboard.store.durable import sync_folder
from gainboard.store.faults import explain_os, is_there

_REFUSED = frozenset(
    ".exe .com .bat .cmd .ps1 .vbs .js .jse .wsf .msi .scr .lnk .url .hta .jar .sh .py .dll"
    " .reg".split()
)


def folder_of(register: Path) -> Path:
    """Return the folder beside a register that holds its files."""
    return register.with_name(f"{register.stem}.gainboard-attachments")


def keep(register: Path, file: Path) -> Attachment:
    """Copy a file in, synced and under its hash, and return its record, not yet written.

    Raises Refused for programs and shortcuts, GainboardError where it cannot be read.
    """
    if file.suffix.lower() in _REFUSED:
        raise Refused(
            "E-NOT-A-DOCUMENT",
            f"{file.name} is a program or a shortcut; it was not taken in. Attach a document.",
        )
    content = _read(file)
    digest = hashlib.sha256(content).hexdigest()
    try:
        _write(folder_of(register), digest, content)
    except OSError as fault:
        raise explain_os(fault, register) from fault
    return Attachment(sha256=digest, name=clean_name(file.name), size=len(content))


def altered(register: Path, digest: str) -> str:
    """Say what is wrong with the file kept under a hash; empty where it is as it was."""
    try:
        content = (folder_of(register) / digest[:2] / digest).read_bytes()
    except FileNotFoundError:
        return "the file is missing"
    except ValueError:
        return "its hash can be no file's name"
    except OSError as fault:
        return f"the file cannot be read ({fault.strerror})"
    return "" if hashlib.sha256(content).hexdigest() == digest else "the file was altered"


def _read(file: Path) -> bytes:
    if is_there(file) and file.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{file.name} is a folder; nothing was changed. Name a file."
        )
    if is_there(file) and not file.is_file():
        raise GainboardError(
            "E-NOT-A-DOCUMENT",
            f"{file.name} is a pipe or a device; nothing was changed. Name a file.",
        )
    try:
        return file.read_bytes()
    except (FileNotFoundError, ValueError):
        raise GainboardError(
            "E-NOT-FOUND", f"There is no file {file}; nothing was changed. Check its name."
        ) from None
    except OSError as fault:
        raise GainboardError(
            "E-NO-PERMISSION",
            f"{file.name} could not be read ({fault.strerror}); nothing was changed.",
        ) from None


def _write(folder: Path, digest: str, content: bytes) -> None:
    """Put content under its hash; a file already there is written again unless it is whole."""
    target = folder / digest[:2] / digest
    target.parent.mkdir(parents=True, exist_ok=True)
    if not _is_whole(target, digest):
        unfinished = target.with_suffix(".new")
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(target)
    # Also of a file that is there: whoever put it may have been ended before this.
    for made in (target.parent, folder, folder.parent):
        sync_folder(made)


def _is_whole(file: Path, digest: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest
