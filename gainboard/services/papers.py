"""The papers the board sends out, as frozen reports ready for `gainboard.exports`."""

from gainboard.services.minutes import minutes
from gainboard.services.tracker import tracker

__all__ = ["minutes", "tracker"]
