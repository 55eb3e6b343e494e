"""Where a live register may not lie."""

from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.store.register import create_register, open_register
from gainboard.store.whereabouts import is_network_mount, synced_by
from tests.builders import a_register

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /home nfs4 rw 0 0
//server/share /media/the\\040share cifs rw 0 0
/dev/sda2 /home/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("/home/ann", True),
        ("/home/local/ann", False),
        ("/media/the share/board", True),
        ("/media/the shares", False),
        ("/srv", False),
    ],
)
def test_a_network_drive_is_known_by_its_mount(folder: str, told: bool) -> None:
    assert is_network_mount(Path(folder), MOUNTS) is told


def test_what_is_mounted_later_hides_what_was_there() -> None:
    assert not is_network_mount(Path("/home/ann"), MOUNTS + "/dev/sdb1 /home ext4 rw 0 0\n")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ann/OneDrive - Northmoor Police/board", "OneDrive"),
        ("/home/ann/Dropbox", "Dropbox"),
        ("/work/synced/board", "OneDrive"),
        ("/home/ann/board", ""),
        ("/home/ann/Dropboxes", ""),
    ],
)
def test_a_synchronised_folder_is_known(folder: str, service: str) -> None:
    assert synced_by(Path(folder), {"OneDriveCommercial": "/work/synced"}) == service


def test_a_register_in_a_synchronised_folder_is_not_opened(tmp_path: Path) -> None:
    a_register(tmp_path).close()
    folder = tmp_path / "OneDrive - Northmoor Police"
    folder.mkdir()
    moved = (tmp_path / "north.gainboard").rename(folder / "north.gainboard")
    with pytest.raises(GainboardError, match="E-SYNCED-FOLDER"):
        open_register(moved)
    assert [file.name for file in folder.iterdir()] == [moved.name]


def test_none_is_made_there_either(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(GainboardError, match="E-SYNCED-FOLDER"):
        create_register(folder / "north.gainboard")
    assert list(folder.iterdir()) == []
