"""Windows, pages and dialogs; the only package that imports Qt."""

import ctypes
import sys

# PySide 6.12 gives back None for an empty QVariant (index.data(), currentData(), property()),
# and True from each emit and disconnect of a signal, without holding it, so each call lets go of
# a reference that is not its own; after some hundred signals Python 3.11 aborts. Holding them
# often enough outlasts any session. From Python 3.12 on they are immortal, and nothing has to be
# done.
_ENOUGH = 1 << 40
if sys.version_info < (3, 12):
    for _value in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_value)).value += _ENOUGH
