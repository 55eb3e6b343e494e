"""Where a live register may not lie: on a network drive, or in a folder that is synchronised.

A lock or a sync holds for one machine only, and a synchroniser copies a file in mid-write.
"""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from gainboard.errors import GainboardError

_SYNCED = re.compile(
    r"(?P<service>OneDrive|Dropbox|Google Drive|iCloudDrive|Nextcloud)(?: ?[-(].*)?", re.IGNORECASE
)
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK = frozenset("nfs nfs4 cifs smb3 smbfs afs ncpfs davfs fuse.sshfs fuse.davfs2".split())
_MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOTE_DRIVE = 4


def real(path: Path) -> Path:
    """Return the file behind a link, beside which everything else of a register lies."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def refuse_shared(path: Path) -> None:
    """Raise E-SYNCED-FOLDER or E-NETWORK-DRIVE where a register at `path` could be damaged."""
    folder = path.parent.resolve()
    service = synced_by(folder, os.environ)
    if service:
        raise GainboardError(
            "E-SYNCED-FOLDER",
            f"{path.name} lies in a folder that {service} synchronises, which can damage a "
            "register in use; nothing was changed. Keep the register in a folder of this "
            "computer, and only its backups there.",
        )
    if _is_remote(folder):
        raise GainboardError(
            "E-NETWORK-DRIVE",
            f"{path.name} lies on a network drive, where a register in use can be damaged; "
            "nothing was changed. Keep the register on a disk of this computer, and only its "
            "backups there.",
        )


def synced_by(folder: Path, environment: Mapping[str, str]) -> str:
    """Name the service that synchronises a folder, or nothing."""
    roots = (environment.get(name, "") for name in _ONEDRIVE)
    if any(root and folder.is_relative_to(root) for root in roots):
        return "OneDrive"
    named = (_SYNCED.fullmatch(part) for part in folder.parts)
    return next((found["service"] for found in named if found), "")


def is_network_mount(folder: Path, mounts: str) -> bool:
    """Tell from the system's table of mounts whether a folder lies on another machine."""
    rows = (line.split() for line in mounts.splitlines())
    mounted = [(_plain(row[1]), row[2]) for row in rows if len(row) > 2]
    over = [(point, kind) for point, kind in mounted if folder.is_relative_to(point)]
    # Of two at one place the later hides the earlier.
    return bool(over) and max(enumerate(over), key=_depth)[1][1] in _NETWORK


def _depth(numbered: tuple[int, tuple[str, str]]) -> tuple[int, int]:
    return len(Path(numbered[1][0]).parts), numbered[0]


def _plain(point: str) -> str:
    return _OCTAL.sub(lambda code: chr(int(code[1], 8)), point)


def _is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = f"{folder.drive}\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE)
    try:
        return is_network_mount(folder, _MOUNTS.read_text("utf-8", "surrogateescape"))
    except OSError:
        return False
