"""Windows, pages and dialogs; the only package that imports Qt."""

import ctypes
import sys

# PySide 6.12 gives back None for an empty QVariant (index.data(), currentData(), property())
# without holding it, so each call lets go of a reference that is not its own; after some ten
# thousand Python 3.11 aborts. Holding None often enough outlasts any session. From Python 3.12
# on None is immortal, and nothing has to be done.
_ENOUGH = 1 << 40
if sys.version_info < (3, 12):
    ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
