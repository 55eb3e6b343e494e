"""The check boxes of Word's old forms, as .doc files and Word's web pages store them."""

import struct

from gainboard.intake.readers.old_word_bytes import u16, u32
from gainboard.intake.readers.symbols import TICKED, UNTICKED

_BEGINS, _CHECK_BOX, _UNSET = 0xFFFFFFFF, 1, 25


def check_box(field: bytes) -> str:
    """Give the box as it is ticked; "" where the field is none, or is cut."""
    try:
        if u32(field, 0) != _BEGINS or u16(field, 4) & 3 != _CHECK_BOX:
            return ""
        result = u16(field, 4) >> 2 & 0x1F
        if result == _UNSET:  # then the form's own value holds, which stands behind its name
            result = u16(field, 14 + 2 * u16(field, 10))
    except struct.error:
        return ""
    return TICKED if result else UNTICKED
