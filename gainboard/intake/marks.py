"""The marks that begin a list's lines: bullets, letters, roman and plain numbers."""

import re
from dataclasses import dataclass

_GLYPHS = "·•●○◦◼■▪▫▶►‣⁃∙➢➤❖◆◊" + "".join(map(chr, range(0xF020, 0xF100)))
_MARK = re.compile(
    rf"(?P<glyph>[{_GLYPHS}])\s*(?=\S|$)"
    r"|(?P<dash>[-–—*+o])(?:\s+|$)"
    r"|(?P<shell>\((?P<inner>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})\)"
    r"|(?P<core>[a-zA-Z]|[ivxIVX]{1,5}|\d{1,3})[.)])(?:\s+|$)"
    r"|(?P<dotted>\d{1,3}(?:\.\d{1,3}){1,4})\.?(?:\s+|$)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_COMPLETE = re.compile(r"(?:[.:;,]|\b(?:and|or))[”’\"')\]]{0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Hold a list mark: as printed, its style, and every place it can mean in its list."""

    printed: str
    style: str
    places: frozenset[tuple[str, int]] = frozenset()
    length: int

    @property
    def sure(self) -> bool:
        """Say whether it can be nothing but a mark, wherever it stands."""
        return self.style in _GLYPHS

    @property
    def number(self) -> str:
        """Give the number without its brackets and stops."""
        return self.printed.strip("().")

    def opens(self) -> bool:
        """Say whether a list can begin here: any bullet, or a first number or letter."""
        return not self.places or any(place == 1 for _, place in self.places)

    def continues(self, earlier: "Mark") -> bool:
        """Say whether this is the next mark of the list that `earlier` belongs to."""
        if self.style != earlier.style:
            return False
        if not self.places:
            return True
        return any((family, place - 1) in earlier.places for family, place in self.places)


def read_mark(text: str) -> Mark | None:
    """Read the list mark a line begins with; None where it begins with words."""
    found = _MARK.match(text)
    if found is None:
        return None
    printed = found[0].strip()
    bullet = found["glyph"] or found["dash"]
    if bullet:
        return Mark(printed=printed, style=bullet, length=found.end())
    if found["dotted"]:
        *parent, last = found["dotted"].split(".")
        style, places = "dotted " + ".".join(parent), frozenset({("number", int(last))})
    else:
        core = found["inner"] or found["core"]
        style, places = printed.replace(core, "#"), _places(core)
    return Mark(printed=printed, style=style, places=places, length=found.end())


def begins_list_line(mark: Mark, earlier: Mark | None, line_before: str) -> bool:
    """Say whether a mark in the midst of a paragraph is one, and not a dash or number in it."""
    if mark.sure:
        return True
    if earlier is not None and mark.continues(earlier):
        return True
    return mark.opens() and _COMPLETE.search(line_before) is not None


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
