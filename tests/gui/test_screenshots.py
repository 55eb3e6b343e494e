"""The pictures of every screen."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from gainboard.errors import GainboardError
from gainboard.gui.screenshots import take_screenshots
from gainboard.services.registers import open_register

DIALOGS = ("backups", "retention")


def is_whole(path: Path) -> bool:
    """Tell whether a picture is of a window as large as the screen."""
    return not path.stem.startswith(DIALOGS)


@pytest.mark.slow
def test_a_picture_is_taken_of_every_screen_light_and_dark(
    sample_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "sample.gainboard"
    shutil.copyfile(sample_file, copy)
    before = copy.read_bytes()
    taken = take_screenshots(copy, tmp_path / "pictures")
    assert len(taken) == 34
    assert {QImage(str(path)).width() for path in taken if is_whole(path)} == {1366}
    assert {path.stem.rsplit("-", 1)[1] for path in taken} == {"light", "dark"}
    assert copy.read_bytes() == before
    open_register(copy).close()


def test_no_picture_is_taken_of_what_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Board", encoding="utf-8")
    with pytest.raises(GainboardError, match="E-NOT-A-REGISTER"):
        take_screenshots(tmp_path / "letter.txt", tmp_path / "pictures")
