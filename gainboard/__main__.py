"""Lets `python -m gainboard` do what the `gainboard` command does.

It is also what a frozen program starts with, both for its user and as its own child.
"""

import sys

from gainboard.intake.apart.parent import ARGUMENT


def _begin() -> None:
    if sys.argv[1:] == [ARGUMENT]:
        from gainboard.intake.apart.child import main
    else:
        from gainboard.app import main
    main()


if __name__ == "__main__":
    _begin()
