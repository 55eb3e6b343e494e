"""How commands open a register: one that was not closed properly is checked first."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from gainboard.cli.answers import tell
from gainboard.errors import Damaged, GainboardError
from gainboard.services.after_disposal import are_copies_left, clear_copies
from gainboard.services.registers import Register, check_open, open_register


@contextmanager
def opened(path: Path) -> Iterator[Register]:
    """Open a register and close it again; raises GainboardError where it cannot be opened.

    After an unclean end it is checked in full, and what is wrong is told on standard error;
    what a disposal that was broken off has left is finished.
    """
    with open_register(path) as register:
        if register.ended_badly:
            _check(register)
        if are_copies_left(register):
            tell(clear_copies(register).says)
        try:
            yield register
        except GainboardError:
            raise
        except Exception as fault:
            # What makes no sense to the program may be hurt, and not the program at fault.
            if check_open(register).faults:
                raise _damaged(register) from fault
            raise


def _damaged(register: Register) -> Damaged:
    return Damaged(
        "E-DAMAGED",
        f"{register.path.name} is damaged: what it keeps makes no sense. Nothing was changed; see "
        "what is wrong with `gainboard check`, and restore a backup.",
    )


def _check(register: Register) -> None:
    faults = check_open(register).faults
    if faults:
        click.echo(
            f"{register.path.name} was not closed properly, and its check found "
            f"{len(faults)} fault{'' if len(faults) == 1 else 's'}; nothing was changed. "
            "See them with `gainboard check`, and restore a backup. (E-FAULTS-FOUND)",
            err=True,
        )
