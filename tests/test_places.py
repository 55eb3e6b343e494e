"""Where data goes, and where shipped files are found."""

from pathlib import Path

import pytest

from gainboard.places import data_dir, resource


def test_the_data_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAINBOARD_DATA_DIR", str(tmp_path / "elsewhere"))
    assert data_dir() == tmp_path / "elsewhere"


@pytest.mark.skipif("not sys.platform.startswith('linux')")
def test_the_data_folder_is_local_on_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GAINBOARD_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_dir() == tmp_path / "gainboard"


def test_the_data_folder_is_local_and_not_roaming_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GAINBOARD_DATA_DIR")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr("sys.platform", "win32")
    assert data_dir() == tmp_path / "Local" / "GAIN Board"


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GAINBOARD_DATA_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setattr("sys.platform", "linux")
    assert data_dir() == Path.home() / ".local" / "share" / "gainboard"


def test_shipped_files_are_found() -> None:
    assert resource("README.md").is_file()
