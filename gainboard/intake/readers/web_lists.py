"""The marks that browsers print before the items of lists."""

from dataclasses import dataclass

from gainboard.intake.readers.numerals import numeral
from gainboard.intake.readers.web_styles import Attributes, declared

_FORMS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}


@dataclass(slots=True, kw_only=True)
class WebList:
    """Count through one list; its style is "" where the page leaves it to the browser."""

    ordered: bool
    style: str = ""
    following: int = 1
    step: int = 1

    def mark(self, attributes: Attributes) -> str:
        """Give the next item's mark, "" where the list shows none."""
        style = _style(attributes) or self.style
        value = attributes.get("value", "")
        if self.ordered and value.isascii() and value.isdecimal() and len(value) < 7:
            self.following = int(value)
        number = self.following
        self.following += self.step
        if style == "none":
            return ""
        if style in _BULLETS or (not self.ordered and style not in _FORMS and style != "decimal"):
            return _BULLETS.get(style, "•")
        return f"{numeral(number, _FORMS.get(style, 'decimal'))}."


def list_of(tag: str, attributes: Attributes) -> WebList:
    """Begin a list as its tag says."""
    start = attributes.get("start", "")
    plain = start.removeprefix("-")
    known = plain.isascii() and plain.isdecimal() and len(plain) < 7
    return WebList(
        ordered=tag == "ol",
        style=_style(attributes),
        following=int(start) if known else 1,
        step=-1 if "reversed" in attributes and known else 1,
    )


def _style(attributes: Attributes) -> str:
    style = declared(attributes)
    words = (style.get("list-style-type") or style.get("list-style", "")).split()
    known = next((word for word in words if word in _FORMS or word in _BULLETS), "")
    if known or "none" in words or "decimal" in words:
        return known or ("none" if "none" in words else "decimal")
    kind = attributes.get("type", "")
    return kind if kind in _FORMS else kind.lower() if kind.lower() in _BULLETS else ""
