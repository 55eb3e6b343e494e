"""Making a name in a folder outlast a power cut."""

import errno
import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Flush a folder's names to the disk; NTFS does so with the file's own flush.

    Some network folders cannot be flushed at all, and keep names by themselves.
    """
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(fd)
