"""The settings that belong to the board and travel with its register."""

import re
from dataclasses import dataclass

from gainboard.domain.changes import Changes
from gainboard.domain.directory import Setting
from gainboard.domain.paper import Marking
from gainboard.domain.words import clean_name
from gainboard.errors import Refused
from gainboard.services.sittings import operation
from gainboard.store.register import Register

_WORDS = (r".*\S.*", "Give its name.")
_DAYS = (r"[1-9][0-9]{0,3}", "Give a number of days, 1 to 9999.")
_ALLOWED = {
    "force": _WORDS,
    "board": _WORDS,
    "marking": (
        "OFFICIAL|OFFICIAL-SENSITIVE",
        "It is OFFICIAL or OFFICIAL-SENSITIVE; the instruction goes beside it.",
    ),
    "handling": (r".*", ""),
    "stale_days": _DAYS,
    "month_rule": ("last_day|first_day", "It is last_day or first_day."),
    "internal_target_days": (f"({_DAYS[0]})?", f"{_DAYS[1]} Leave it empty for no target."),
    "quorum": (r"([1-9][0-9]?)?", "Give a number of people; leave it empty for none."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSettings:
    """What the board has settled; `stale_days` without an update flag an item as stale."""

    force: str
    board: str
    marking: Marking
    stale_days: int
    month_rule: str
    internal_target_days: int | None
    quorum: int | None


def board_settings(register: Register) -> BoardSettings:
    """Return the board's settings, the usual ones where the register has none."""
    kept = {setting.key: setting.value for setting in register.tables.settings.all()}
    return BoardSettings(
        force=kept.get("force", "The force"),
        board=kept.get("board", "GAIN Board"),
        marking=Marking(words=kept.get("marking", "OFFICIAL"), handling=kept.get("handling", "")),
        stale_days=_number(kept, "stale_days") or 60,
        month_rule=kept.get("month_rule", "last_day"),
        internal_target_days=_number(kept, "internal_target_days"),
        quorum=_number(kept, "quorum"),
    )


def change_setting(register: Register, key: str, value: str) -> Changes:
    """Set one of the board's settings; raises Refused E-BAD-SETTING for a value it cannot have."""
    value = clean_name(value)
    _refuse_bad(key, value)
    settings = register.tables.settings
    with operation(register, f"Set {key.replace('_', ' ')} to {value}") as change:
        former = settings.first("key = ?", key)
        if former is None:
            settings.add(Setting(key=key, value=value))
        else:
            settings.change(former, value=value)
    return change.done


def _number(kept: dict[str, str], key: str) -> int | None:
    value = kept.get(key, "").strip()
    return int(value) if value.isdecimal() else None


def _refuse_bad(key: str, value: str) -> None:
    allowed = _ALLOWED.get(key)
    if allowed is None or not re.fullmatch(allowed[0], value):
        said = allowed[1] if allowed else "It is none of the board's settings."
        raise Refused(
            "E-BAD-SETTING",
            f"“{value}” cannot be the {key.replace('_', ' ')}; nothing was changed. {said}",
        )
