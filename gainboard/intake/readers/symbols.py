"""The pictures of symbol fonts as the characters they show: boxes, ticks and bullets."""

TICKED, UNTICKED = "☒", "☐"

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: UNTICKED,
    0x70: UNTICKED,
    0x71: UNTICKED,
    0x72: UNTICKED,
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x78: TICKED,
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: UNTICKED,
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: TICKED,
    0xFE: TICKED,
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x54: TICKED,
    0x96: "•",
    0x97: "●",
    0xA2: "■",
    0xA3: UNTICKED,
    0x2A: UNTICKED,
    0x2B: UNTICKED,
}
_SYMBOL = {0x2D: "-", 0xB7: "•", 0xA8: "◆", 0xAE: "→", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PLAIN_MARKS = frozenset("-–—*•●○◦◼■▪▫▶►‣⁃∙➢➤❖◆◊·+")


def is_symbol_font(font: str) -> bool:
    """Say whether a font shows pictures where the text has letters."""
    return font.lower() in _FONTS


def shown(text: str, font: str) -> str:
    """Give what a symbol font shows for the text; other fonts' text stays as it is."""
    pictures = _FONTS.get(font.lower())
    if pictures is None:
        return text
    return "".join(
        character if character.isspace() else pictures.get(ord(character) & 0xFF, character)
        for character in text
    )


def bullet(text: str, font: str = "") -> str:
    """Give the mark for a list's bullet: what it shows if that is a usual mark, else “•”."""
    if not text.strip():
        return "•" if text else ""
    if text == "o":
        return "◦"
    picture = shown(text.strip()[0], font)
    return picture if picture in _PLAIN_MARKS else "•"
