"""One backup file: a zip of the register and a manifest that says what it must hold."""

import errno
import hashlib
import json
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from gainboard import __version__
from gainboard.errors import Damaged, GainboardError
from gainboard.store.faults import cannot_read, is_there
from gainboard.store.migrations import SCHEMA

SUFFIX = ".backup.zip"
CHUNK = 8 << 20
_REGISTER = "register.gainboard"
_MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 64 << 20
_FORMAT = 1
_LOCAL_HEADER = b"PK\x03\x04"
_NAME_AT = 30
# Whatever a zip is made to say by a hurt byte, the library answers by one of these.
_HURT = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup is made of: whose it is, up to which entry, when and why it was made.

    `founding` is the hash of the first entry, by which backups of one register are known;
    `attachments` are the hashes of its files, with their sizes.
    """

    name: str
    made_at: datetime
    reason: str
    schema: int
    seq: int
    hash: str
    label: str
    founding: str
    attachments: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup file as its manifest tells it; `size` is the file's own, in bytes.

    `made_at` is in UTC; `seq`, `hash` and `label` are those of the newest entry in it.
    """

    path: Path
    made_at: datetime
    seq: int
    hash: str
    schema: int
    size: int
    reason: str
    label: str = ""
    name: str = ""
    founding: str = ""
    sha256: str = ""
    unpacked: int = 0
    attachments: Mapping[str, int] = field(default_factory=dict)


def pack(target: Path, register: Path, told: Contents, files: Mapping[str, Path]) -> None:
    """Write a new zip, synced, of a register at rest and the given attachments by hash."""
    with target.open("xb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
            digest, size = _put(zipped, _REGISTER, register)
            for sha256, file in files.items():
                if _put(zipped, _inside(sha256), file)[0] != sha256:
                    raise hurt(target, f"the attachment {sha256[:12]} was altered meanwhile")
            zipped.writestr(_MANIFEST, _manifest(told, digest, size))
        out.flush()
        os.fsync(out.fileno())


def read(path: Path) -> Backup:
    """Return what the manifest of a backup file says.

    Raises GainboardError: E-NOT-FOUND, E-FOLDER, E-NOT-A-BACKUP, E-BACKUP-DAMAGED,
    E-NEWER-REGISTER, E-NO-PERMISSION, E-DEVICE.
    """
    _judge_place(path)
    with _opened(path) as zipped:
        if zipped.getinfo(_MANIFEST).file_size > _LONGEST_MANIFEST:
            raise hurt(path, "its manifest has no end")
        told = json.loads(zipped.read(_MANIFEST))
        zipped.getinfo(_REGISTER)
        if int(told["format"]) > _FORMAT or int(told["schema"]) > SCHEMA:
            raise GainboardError(
                "E-NEWER-REGISTER",
                f"{path.name} was written by a newer GAIN Board (schema {told['schema']}, this "
                f"one knows {SCHEMA}); nothing was changed. Install the newer program.",
            )
        return _backup(path, told)


def unpack(backup: Backup, target: Path) -> None:
    """Write the register in a backup to `target`, synced; raises E-BACKUP-DAMAGED."""
    with _opened(backup.path) as zipped, target.open("wb") as out:
        digest, size = _read(zipped, _REGISTER, out, backup.unpacked)
        out.flush()
        os.fsync(out.fileno())
    if (digest, size) != (backup.sha256, backup.unpacked):
        raise hurt(backup.path, "the register in it is not the one it was made of")


def verify(path: Path) -> Backup:
    """Read a backup through and return it; raises E-BACKUP-DAMAGED where a byte differs."""
    backup = read(path)
    with _opened(path) as zipped:
        found = _read(zipped, _REGISTER, None, backup.unpacked)
        if found != (backup.sha256, backup.unpacked):
            raise hurt(path, "the register in it is not the one it was made of")
        for sha256, size in backup.attachments.items():
            inside = _inside(sha256)
            held = inside in zipped.NameToInfo
            if held and _read(zipped, inside, None, size) != (sha256, size):
                raise hurt(path, f"the attachment {sha256[:12]} in it was altered")
    return backup


@contextmanager
def attachment(backup: Path, sha256: str) -> Iterator[IO[bytes] | None]:
    """Give a file held inside a backup to read, or None where it is kept beside it."""
    with _opened(backup) as zipped:
        inside = _inside(sha256)
        if inside not in zipped.NameToInfo:
            yield None
            return
        with zipped.open(inside) as file:
            yield file


def foreign(path: Path) -> GainboardError:
    """Return the error to show for a file that is no backup."""
    return GainboardError(
        "E-NOT-A-BACKUP",
        f"{path.name} is no backup of a register; nothing was changed. "
        f"Choose a file that ends in {SUFFIX}.",
    )


def hurt(path: Path, how: str) -> Damaged:
    """Return the error to show for a backup that is damaged."""
    return Damaged(
        "E-BACKUP-DAMAGED",
        f"{path.name} is a backup that is damaged: {how}. Nothing was changed; "
        "choose another backup.",
    )


def _put(zipped: zipfile.ZipFile, name: str, file: Path) -> tuple[str, int]:
    with file.open("rb") as source, zipped.open(name, "w", force_zip64=True) as out:
        return _stream(source, out, None)


def _read(zipped: zipfile.ZipFile, name: str, out: IO[bytes] | None, limit: int) -> tuple[str, int]:
    with zipped.open(name) as source:
        return _stream(source, out, limit)


def _stream(source: IO[bytes], out: IO[bytes] | None, limit: int | None) -> tuple[str, int]:
    """Copy and hash; stop beyond the limit, for a hurt or a wicked zip may unpack without end."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if limit is not None and size > limit:
            break
        digest.update(chunk)
        if out is not None:
            out.write(chunk)
    return digest.hexdigest(), size


def _inside(sha256: str) -> str:
    return f"attachments/{sha256[:2]}/{sha256}"


def _manifest(told: Contents, digest: str, size: int) -> str:
    document = {
        "format": _FORMAT,
        "program": __version__,
        "name": told.name,
        "made_at": told.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "reason": told.reason,
        "schema": told.schema,
        "seq": told.seq,
        "hash": told.hash,
        "label": told.label,
        "founding": told.founding,
        "sha256": digest,
        "size": size,
        "attachments": dict(told.attachments),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _backup(path: Path, told: Mapping[str, Any]) -> Backup:
    made_at = datetime.fromisoformat(str(told["made_at"]))
    if made_at.tzinfo is None:
        raise ValueError("a time without its zone")
    return Backup(
        path=path,
        made_at=made_at,
        seq=int(told["seq"]),
        hash=str(told["hash"]),
        schema=int(told["schema"]),
        size=path.stat().st_size,
        reason=str(told["reason"]),
        label=str(told["label"]),
        name=str(told["name"]),
        founding=str(told["founding"]),
        sha256=str(told["sha256"]),
        unpacked=int(told["size"]),
        attachments={str(key): int(size) for key, size in dict(told["attachments"]).items()},
    )


def _judge_place(path: Path) -> None:
    if not is_there(path):
        raise GainboardError(
            "E-NOT-FOUND", f"There is no file {path}; nothing was changed. Check its name."
        )
    if path.is_dir():
        raise GainboardError(
            "E-FOLDER", f"{path.name} is a folder, no backup; nothing was changed. Name a file."
        )
    if not path.is_file():
        raise foreign(path)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup file; what is no zip of ours, or a hurt one, is told."""
    ours = _begins_as_ours(path)
    try:
        with zipfile.ZipFile(path) as zipped:
            ours = ours or _MANIFEST in zipped.NameToInfo
            if not ours:
                raise foreign(path)
            yield zipped
    except (*_HURT, OSError) as fault:
        # A place before the file's beginning is what a hurt zip sends its reader to, and what
        # no number goes with is not the system's: another packing than ours, unpacked in vain.
        if isinstance(fault, OSError) and fault.errno not in (errno.EINVAL, None):
            raise
        raise (hurt(path, "part of it cannot be read") if ours else foreign(path)) from fault


def _begins_as_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_NAME_AT + len(_REGISTER))
    except OSError as fault:
        raise cannot_read(fault, path) from None
    return head.startswith(_LOCAL_HEADER) and head[_NAME_AT:] == _REGISTER.encode()
