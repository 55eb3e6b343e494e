"""Lets `python -m gainboard` do what the `gainboard` command does."""

from gainboard.app import main

if __name__ == "__main__":
    main()
