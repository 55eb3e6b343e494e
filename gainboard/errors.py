"""What the program says when the input or the register is at fault; anything else is a bug."""


class GainboardError(Exception):
    """A full sentence the user can act on, with a stable id such as `E-DISK-FULL`.

    `says` tells what happened, what was kept and what to do. `exit_code` is what the command
    line returns: 1 the input or the register is at fault, 3 a check found a fault.
    """

    exit_code = 1

    def __init__(self, id: str, says: str) -> None:
        super().__init__(f"{says} ({id})")
        self.id = id
        self.says = says


class Refused(GainboardError):
    """A rule of the board stands against it; nothing was changed."""


class Damaged(GainboardError):
    """The file is a register of ours and is hurt; nothing in it was changed."""

    exit_code = 3
