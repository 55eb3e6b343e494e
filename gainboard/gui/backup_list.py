"""Backups in words, in a list: when each was made, up to which change, why, and how large it is."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gainboard.domain.words import shorten
from gainboard.gui.second_place import second_place
from gainboard.gui.status_words import when_words
from gainboard.services.backups import Backup, backups

_WHY = {"asked": "asked for", "every half hour": "half an hour with changes"}
_BACKUP = Qt.ItemDataRole.UserRole


def every_backup(register: Path) -> list[Backup]:
    """Return the backups beside a register and those only the second place has, newest first."""
    beside = backups(register)
    second = second_place(register)
    there = backups(second / register.name) if second is not None else []
    known = {(one.made_at, one.hash) for one in beside}
    only_there = [one for one in there if (one.made_at, one.hash) not in known]
    return sorted([*beside, *only_there], key=lambda one: one.made_at, reverse=True)


def list_backups(shown: QListWidget, found: list[Backup], now: datetime) -> None:
    """Show backups, each on two lines."""
    shown.clear()
    for one in found:
        add_backup(shown, one, now)


def add_backup(shown: QListWidget, one: Backup, now: datetime) -> None:
    """Add one backup to the list."""
    words = f"{made_words(one, now)}\n{about_words(one)}"
    item = QListWidgetItem(words)
    item.setData(_BACKUP, one)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ", "))
    item.setToolTip(str(one.path))
    shown.addItem(item)


def chosen_backup(shown: QListWidget) -> Backup | None:
    """Return the backup that is chosen, or None."""
    item = shown.currentItem()
    found = item.data(_BACKUP) if item is not None else None
    return found if isinstance(found, Backup) else None


def made_words(one: Backup, now: datetime) -> str:
    """Say when a backup was made, and why."""
    when = when_words(one.made_at, now)
    why = _WHY.get(one.reason, one.reason)
    return f"{when[:1].upper()}{when[1:]}{f' · {why}' if why else ''}"


def about_words(one: Backup) -> str:
    """Say up to which change a backup goes, and how large it is."""
    size = QLocale().formattedDataSize(
        one.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )
    label = f" {shorten(one.label, 50)}" if one.label else ""
    return f"up to change {one.seq:,}{':' if label else ''}{label} · {size}"
