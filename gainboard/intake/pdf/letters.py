"""What pdfium knows of a page's letters, asked through one set of buffers for speed."""

import ctypes
import re
from functools import lru_cache

from pypdfium2 import raw

_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|[-,]bd", re.IGNORECASE)
_PICTOGRAMS = re.compile(rb"wingding|webding|symbol|dingbat|zapf", re.IGNORECASE)
_FEW = 0.01


class Letters:
    """Answer for one page's letters; places are those of the page as it is read.

    `turn` says by how many degrees to the right the page is turned for that; a text is `plain`
    where each letter is one character.
    """

    def __init__(self) -> None:
        self._page = ctypes.c_void_p()
        self._width = self._height = 0.0
        self.plain = True
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._units = 0
        self._buffer = (ctypes.c_ushort * 1)()

    def open(self, page: ctypes.c_void_p, width: float, height: float) -> str:
        """Take the next page's letters and give them as one text."""
        self._page, self._width, self._height = page, width, height
        count = raw.FPDFText_CountChars(page)
        if count <= 0:
            return ""
        if count * 2 + 2 > self._units:
            self._units = count * 4 + 2
            self._buffer = (ctypes.c_ushort * self._units)()
        written = raw.FPDFText_GetText(page, 0, count, self._buffer) - 1
        content = ctypes.string_at(self._buffer, max(written, 0) * 2)
        text = content.decode("utf-16-le", errors="replace")
        self.plain = len(text) == count
        return text

    def number(self, place: int) -> int:
        """Give the number of the letter at a place of a text that is not `plain`."""
        return max(int(raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)), 0)

    def set_in(self, letter: int) -> tuple[float, float, float, int]:
        """Give a letter's size, where what is drawn with it begins, its base line and its turn."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._page, letter, matrix)
        size = raw.FPDFText_GetFontSize(self._page, letter)
        across, down = matrix.a, matrix.b
        if across > 0 and abs(down) < _FEW * across:
            return size * abs(matrix.d), matrix.e, matrix.f, 0
        if abs(down) > abs(across):
            low = self._width - matrix.e if down > 0 else matrix.e
            return size * abs(down), matrix.f, low, 90 if down > 0 else 270
        return size * abs(matrix.d), matrix.e, self._height - matrix.f, 180

    def placed(self, letter: int) -> tuple[float, float | None]:
        """Give where what is drawn with a letter begins, and its base line if it is upright."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._page, letter, matrix)
        if matrix.a > 0 and matrix.b == 0:
            return matrix.e, matrix.f
        return matrix.e, None

    def begins(self, letter: int, turn: int) -> float:
        """Give where a letter begins, with the room that is its own."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._page, letter, box)
        if not turn:
            return float(box.left)
        return self._turned(turn, box.left, box.right, box.bottom, box.top)[0]

    def ends(self, letter: int, turn: int) -> float:
        """Give where a letter ends, with the room that is its own."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._page, letter, box)
        if not turn:
            return float(box.right)
        return self._turned(turn, box.left, box.right, box.bottom, box.top)[1]

    def ink(self, letter: int, turn: int) -> float:
        """Give where a letter's ink begins."""
        left, right, bottom, top = self._edges
        raw.FPDFText_GetCharBox(self._page, letter, left, right, bottom, top)
        if not turn:
            return left.value
        return self._turned(turn, left.value, right.value, bottom.value, top.value)[0]

    def parts(self, letter: int, count: int) -> int:
        """Count the stretches in which letters are drawn; `part` then gives each."""
        return int(raw.FPDFText_CountRects(self._page, letter, count))

    def part(self, index: int, turn: int) -> tuple[float, float, float]:
        """Give the left and right edge of a stretch's ink, and its lower edge."""
        left, top, right, bottom = self._edges
        raw.FPDFText_GetRect(self._page, index, left, top, right, bottom)
        if not turn:
            return left.value, right.value, bottom.value
        return self._turned(turn, left.value, right.value, bottom.value, top.value)

    def font(self, letter: int) -> tuple[bool, bool]:
        """Say whether a letter is bold, and whether it is a pictogram's code."""
        raw.FPDFText_GetFontInfo(self._page, letter, self._name, 128, self._flags)
        return _weight(self._name.value)

    def _turned(
        self, turn: int, left: float, right: float, bottom: float, top: float
    ) -> tuple[float, float, float]:
        if turn == 90:
            return bottom, top, self._width - right
        if turn == 270:
            return self._height - top, self._height - bottom, left
        return self._width - right, self._width - left, self._height - top


@lru_cache(maxsize=1024)
def _weight(name: bytes) -> tuple[bool, bool]:
    return _BOLD.search(name) is not None, _PICTOGRAMS.search(name) is not None
