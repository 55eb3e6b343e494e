"""What every test stands on: no screen, British dates, Hypothesis without a stopwatch."""

import os

# Before anything imports Qt: it reads this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# pytest-qt loads Qt into every process of a run, and at its end Python may abort without this.
import gainboard.gui  # noqa: F401

# The machine's speed is not what a property test is about.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the user's own data folder."""
    folder = tmp_path / "data folder"
    monkeypatch.setenv("GAINBOARD_DATA_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Give pytest-qt's application British dates before the first window."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    QLocale.setDefault(QLocale("en_GB"))
    return QApplication
