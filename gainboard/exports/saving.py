"""Putting a finished paper in its place: whole, or not at all."""

import errno
import io
import os
import secrets
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.xml.functions import tostring

from gainboard.errors import GainboardError

_CORE = "docProps/core.xml"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_BAD_NAME = (errno.EINVAL, errno.ENAMETOOLONG)


def save_workbook(book: Workbook, path: Path, made_at: datetime) -> None:
    """Write a workbook to `path`, replacing what is there; the same book gives the same bytes.

    Raises GainboardError, and then `path` and its folder are as they were.
    """
    check_target(path, ".xlsx")
    try:
        body = workbook_bytes(book, made_at)
    except OSError as error:
        raise explained(error, path) from error
    put_in_place(path, body)


def workbook_bytes(book: Workbook, made_at: datetime) -> bytes:
    """Build a workbook in memory, made and modified at `made_at` and at no other time."""
    moment = (made_at.astimezone(UTC) if made_at.tzinfo else made_at).replace(tzinfo=None)
    first = io.BytesIO()
    book.save(first)
    # openpyxl stamps each part and the properties with the machine's clock while it saves.
    book.properties.created = book.properties.modified = moment.replace(microsecond=0)
    return _repacked(first, tostring(book.properties.to_tree()), moment)


def _repacked(zipped: io.BytesIO, properties: bytes, moment: datetime) -> bytes:
    final = io.BytesIO()
    # No zip can be older than 1980.
    stamp = max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(zipped) as source, zipfile.ZipFile(final, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, date_time=stamp)
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, properties if name == _CORE else source.read(name))
    return final.getvalue()


def check_target(path: Path, suffix: str) -> None:
    """Raise GainboardError where a paper cannot be put, before work goes into it."""
    try:
        _check_place(path, suffix)
    except OSError as error:
        raise explained(error, path) from error


def put_in_place(path: Path, body: bytes) -> None:
    """Write bytes beside `path`, make sure of them on the disk, and rename them into place."""
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    replacing = False
    try:
        with beside.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        replacing = True
        beside.replace(path)
    except OSError as error:
        raise explained(error, path, replacing=replacing) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    _sync_folder(path.parent)


def explained(
    error: OSError, path: Path, *, replacing: bool = False, windows: bool = os.name == "nt"
) -> GainboardError:
    """Turn the system's word for what went wrong into a sentence the user can act on."""
    # Windows alone forbids replacing a file that is open; that it may be written was seen before.
    if windows and replacing and isinstance(error, PermissionError):
        return GainboardError(
            "E-FILE-OPEN",
            f"{path.name} is open in another program, so it could not be replaced. "
            "It is as it was. Close it there, or choose another name.",
        )
    if error.errno in _FULL:
        return GainboardError(
            "E-DISK-FULL",
            f"The disk is full, so {path.name} was not written and what was there is as it was. "
            "Make room, or choose another folder.",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _no_folder(path)
    if error.errno in _FORBIDDEN:
        return _no_permission(path)
    if error.errno in _BAD_NAME:
        return GainboardError(
            "E-BAD-NAME",
            f"This disk takes no file of the name “{path.name}”. Nothing was written. "
            "Choose a shorter or plainer name.",
        )
    return GainboardError(
        "E-NOT-WRITTEN",
        f"{path.name} could not be written ({error.strerror}). What was there is as it was. "
        "Try another folder.",
    )


def _check_place(path: Path, suffix: str) -> None:
    if path.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{path} is a folder. Nothing was written. Give a file name in it."
        )
    if path.suffix.lower() != suffix or "\0" in path.name:
        raise GainboardError(
            "E-BAD-NAME",
            f"“{path.name}” is no file name that ends in {suffix}. Nothing was written. "
            "Choose one that does.",
        )
    if not path.parent.is_dir():
        raise _no_folder(path)
    if path.exists() and not os.access(path, os.W_OK):
        raise _no_permission(path)


def _no_folder(path: Path) -> GainboardError:
    return GainboardError(
        "E-NOT-FOUND",
        f"There is no folder {path.parent}. Nothing was written. "
        "Choose a folder that exists, or make it first.",
    )


def _no_permission(path: Path) -> GainboardError:
    return GainboardError(
        "E-NO-PERMISSION",
        f"You may not write {path.name} in {path.parent}. What was there is as it was. "
        "Choose another folder or another name.",
    )


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder to sync it, and needs no such thing.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network folders refuse; the file is written and in its place all the same.
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
