"""The account of a tracker as a file: every row not made and every cell not understood."""

from pathlib import Path

from gainboard.domain.incoming.plan import Plan
from gainboard.domain.paper import Imprint
from gainboard.services.imprints import imprint
from gainboard.store.register import Register


def save_account(register: Register, plan: Plan, path: Path) -> None:
    """Write the account to an .xlsx or a .txt; an existing file is replaced whole."""
    write_account(plan, imprint(register), path)


def write_account(plan: Plan, stamp: Imprint, path: Path) -> None:
    """Write an account already stamped, away from the register."""
    from gainboard.exports import account

    account.write_account(plan, stamp, path)
