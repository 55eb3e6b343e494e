"""What can be done next about a register that could not be opened, by the id of the message."""

from enum import StrEnum


class Step(StrEnum):
    """One thing to do next; each is a button, its letter no other's nor a menu's."""

    RESTORE = "Restore a &backup…"
    AGAIN = "&Try again"
    LOOK = "&Look for it…"
    MOVE = "&Copy it to this computer…"
    ANOTHER = "&Open another register…"
    FOLDER = "&Show the folder"


_HURT = (Step.RESTORE, Step.ANOTHER, Step.FOLDER)
_FOREIGN = (Step.ANOTHER, Step.FOLDER)
_SHARED = (Step.MOVE, Step.ANOTHER, Step.FOLDER)
_FORBIDDEN = (Step.AGAIN, Step.FOLDER, Step.ANOTHER)
_DISK = (Step.AGAIN, Step.RESTORE, Step.ANOTHER, Step.FOLDER)

# The first step is the one that is most likely wanted.
STEPS: dict[str, tuple[Step, ...]] = {
    "E-NOT-FOUND": (Step.LOOK, Step.RESTORE, Step.ANOTHER),
    "E-FILE-GONE": (Step.AGAIN, Step.LOOK, Step.RESTORE, Step.ANOTHER),
    "E-BAD-NAME": (Step.ANOTHER,),
    "E-FOLDER": _FOREIGN,
    "E-EMPTY": _HURT,
    "E-NOT-A-REGISTER": _FOREIGN,
    "E-NEWER-REGISTER": (Step.ANOTHER, Step.RESTORE, Step.FOLDER),
    "E-OLDER-REGISTER": (Step.AGAIN, *_HURT),
    "E-TRUNCATED": _HURT,
    "E-DAMAGED": _HURT,
    "E-UNFINISHED": (Step.AGAIN, *_HURT),
    "E-UNFINISHED-REGISTER": _HURT,
    "E-SYNCED-FOLDER": _SHARED,
    "E-NETWORK-DRIVE": _SHARED,
    "E-LOCKED": (Step.AGAIN, Step.ANOTHER),
    "E-NO-PERMISSION": _FORBIDDEN,
    "E-READ-ONLY": _FORBIDDEN,
    "E-DISK-FULL": _FORBIDDEN,
    "E-DEVICE": _DISK,
}
_OTHERWISE = (Step.AGAIN, Step.ANOTHER, Step.RESTORE)


def next_steps(id: str) -> tuple[Step, ...]:
    """Return what can be done about a message, the likeliest first."""
    return STEPS.get(id, _OTHERWISE)
