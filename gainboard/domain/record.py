"""What every record of the register has in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the register; `id` is 0 until the register has given it one."""

    id: int = 0
