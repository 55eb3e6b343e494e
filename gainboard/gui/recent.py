"""The registers opened lately, newest first; taste of the screen, so kept with the settings."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "recent/registers"
LENGTH = 8


def recent() -> list[Path]:
    """Return the registers opened lately that are still there."""
    kept = QSettings().value(_KEY)
    names = [kept] if isinstance(kept, str) else list(kept or [])
    return [path for path in map(Path, names) if path.is_file()]


def remember(path: Path) -> None:
    """Put a register at the top of the list."""
    others = [one for one in recent() if one != path]
    QSettings().setValue(_KEY, [str(one) for one in [path, *others][:LENGTH]])
