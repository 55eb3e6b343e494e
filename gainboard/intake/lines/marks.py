"""The marks that begin a list's lines: bullets, letters, roman and plain numbers."""

import re
from dataclasses import dataclass, replace

_DRAWN = (  # arrows, stars, dingbats and shapes, but no ticks and no boxes to be ticked
    (0x2190, 0x2200), (0x2605, 0x2607), (0x26AA, 0x26AC), (0x271A, 0x2768), (0x2794, 0x27C0),
    (0x2981, 0x2982), (0x2B00, 0x2C00), (0xF020, 0xF100),
)  # fmt: skip
_GLYPHS = "·•●○◦◼■▪▫▶►‣⁃∙❖◆◊»›" + "".join(
    chr(code) for first, after in _DRAWN for code in range(first, after)
)
_MARK = re.compile(
    rf"(?P<glyph>[{_GLYPHS}])\s*(?=\S|$)"
    r"|(?P<dash>[-–—*+o])(?:\s+|$)"
    r"|(?P<compound>[A-Z]\.?\d{1,2}\.?\s?[a-z]\)(?:\s?\(?[ivx]{1,5}\b\)?)?"
    r"|\d{1,2}\.?[a-z]{1,2}[).]\s{0,2}\(?[ivx]{1,5}[).]{0,2}"
    r"|\d{1,3}\s?\([a-z]\)(?:\s?\([ivx]{1,5}\))?|\d{1,2}[a-z]{1,2}[).]{1,2}"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\s?\([a-z]\))(?:\s+|$)"
    r"|(?P<shell>[(\[](?P<inner>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})[)\]]"
    r"|(?P<core>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})[.)]{1,2})(?:\s+|$)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?(?:\s+|$)"
    r"|(?P<glued>\d{1,3}\.(?=[A-Z][A-Za-z’']*\s)|[a-z]\)(?=[A-Za-z]{2}))"
)
_BOLD = re.compile(
    r"(?P<b>\*\*|__)(?P<core>\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|\(?(?:\d{1,3}|[a-z])[.)])(?P=b)[.:]?\s+"
)
_BARE = re.compile(r"(?P<core>[A-Z]{0,2}\d{1,3}|[a-m])[:.)]?(?:\s+[-–—](?=\s))?(?:\s+(?=\S)|$)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_COMPLETE = re.compile(r"(?:[.:;,]|\b(?:and|or))[”’\"')\]]{0,2}$")
_COMPOUND = "compound"
_WIDEST_GAP = 100  # numbers that may be missing, where a selection is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Hold a list mark: as printed, its style, and every place it can mean in its list.

    `glued` says that no space stands between it and its words: "a)the police".
    """

    printed: str
    style: str
    places: frozenset[tuple[str, int]] = frozenset()
    length: int
    glued: bool = False

    @property
    def front(self) -> str:
        """Give it with the gap between it and its words."""
        return self.printed if self.glued else f"{self.printed} "

    @property
    def sure(self) -> bool:
        """Say whether it can be nothing but a mark, wherever it stands."""
        return self.style in _GLYPHS

    @property
    def counts(self) -> bool:
        """Say whether it numbers its line, and is no bullet."""
        return bool(self.places) or self.style == _COMPOUND

    @property
    def value(self) -> int | None:
        """Give the number it stands for where it is written in digits; None otherwise."""
        return next((place for family, place in self.places if family == "number"), None)

    @property
    def number(self) -> str:
        """Give the number without its brackets and stops."""
        if self.style == _COMPOUND:
            return self.printed.rstrip(".:")
        return self.printed.strip(" ().:[]–—-")

    def counted(self, nth: int) -> "Mark":
        """Give the mark that stands for another number, where all of a list print the same."""
        printed = self.printed.replace("1", str(nth), 1)
        return replace(self, printed=printed, places=frozenset({("number", nth)}))

    def opens(self) -> bool:
        """Say whether a list can begin here: any bullet, or a first number or letter."""
        return not self.counts or any(place == 1 for _, place in self.places)

    def continues(self, earlier: "Mark") -> bool:
        """Say whether this is the next mark of the list that `earlier` belongs to."""
        if self.style != earlier.style:
            return False
        if not self.places:
            return True
        return any((family, place - 1) in earlier.places for family, place in self.places)

    def is_of_list(self, earlier: "Mark") -> bool:
        """Say whether both number lines of one list, even where some between them are missing."""
        if self.style != earlier.style or not self.counts:
            return self.style == earlier.style
        if not self.places:
            return True
        return any(
            family == other and 0 < place - before <= _WIDEST_GAP
            for family, place in self.places
            for other, before in earlier.places
        )


def read_mark(text: str) -> Mark | None:
    """Read the list mark a line begins with; None where it begins with words."""
    bold = _BOLD.match(text)
    if bold is not None:
        inner = read_mark(f"{bold['core']} ")
        return replace(inner, length=bold.end()) if inner is not None else None
    found = _MARK.match(text)
    if found is None:
        return None
    printed = found[0].strip()
    bullet = found["glyph"] or found["dash"]
    if bullet:
        return Mark(printed=printed, style=bullet, length=found.end())
    if found["compound"]:
        return Mark(printed=printed, style=_COMPOUND, length=found.end())
    if found["dotted"]:
        *parent, last = found["dotted"].split(".")
        style, places = "dotted " + ".".join(parent), frozenset({("number", int(last))})
    else:
        core = found["inner"] or found["core"] or printed.rstrip(".)")
        style, places = printed.replace(core, _family(core)), _places(core)
    glued = found["glued"] is not None and printed.endswith(")")
    return Mark(printed=printed, style=style, places=places, length=found.end(), glued=glued)


def read_bare_mark(text: str) -> Mark | None:
    """Read a number or code without a stop, which is a mark only in a row of such lines."""
    found = _BARE.match(text)
    if found is None:
        return None
    core = found["core"]
    letters = core.rstrip("0123456789") if core[-1].isdigit() else ""
    digits = core[len(letters) :]
    places = frozenset({("number", int(digits))}) if digits.isdecimal() else _places(core)
    style = f"bare {letters}#" if digits.isdecimal() else "bare a"
    return Mark(printed=found[0].strip(), style=style, places=places, length=found.end())


def begins_list_line(mark: Mark, earlier: Mark | None, line_before: str) -> bool:
    """Say whether a mark in the midst of a paragraph is one, and not a dash or number in it."""
    if mark.sure:
        return True
    if earlier is not None and mark.continues(earlier):
        return True
    return mark.opens() and _COMPLETE.search(line_before) is not None


def _family(core: str) -> str:
    if core.isdecimal():
        return "#"
    return "A" if core.isupper() else "a"


def _places(core: str) -> frozenset[tuple[str, int]]:
    if core.isdecimal():
        return frozenset({("number", int(core))})
    case = "upper" if core.isupper() else "lower"
    places = set()
    if len(core) == 1:
        places.add((f"{case} letter", ord(core.lower()) - ord("a") + 1))
    if all(letter in _ROMAN for letter in core.lower()):
        places.add((f"{case} roman", _roman(core.lower())))
    return frozenset(places)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
