"""Lets `python -m gainboard` do what the `gainboard` command does."""

import sys

from gainboard.app import main

if __name__ == "__main__":
    sys.exit(main())
