"""A small writer of PDFs: words at places, straight rules, and nothing that a test need not see."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

FONTS = {
    "plain": "Helvetica",
    "bold": "Helvetica-Bold",
    "typed": "Courier",
    "signs": "ZapfDingbats",
}
WIDTH, HEIGHT = 595, 842


class Words(NamedTuple):
    """Draw words from a place on; `font` is one of FONTS."""

    text: str
    left: float = 72
    bottom: float = 700
    size: float = 10
    font: str = "plain"
    turn: str = "1 0 0 1"


class Stroke(NamedTuple):
    """Draw a straight line."""

    left: float
    bottom: float
    right: float
    top: float


Page = Iterable[Words | Stroke]


def paragraph(
    text: str, *, left: float = 72, top: float = 700, letters: int = 60, step: float = 12
) -> list[Words]:
    """Wrap a text in lines of so many letters at most."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [
        Words(line, left, top - place * step, font="typed", size=8)
        for place, line in enumerate(lines)
    ]


def pdf(pages: Sequence[Page], *, rotate: int = 0) -> bytes:
    """Write pages of drawings as a PDF."""
    fonts = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(FONTS, 3))
    kids = [3 + len(FONTS) + 2 * place for place in range(len(pages))]
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]"
        f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<<{fonts}>>>>>>".encode(),
    ]
    for name, font in FONTS.items():
        encoding = "" if name == "signs" else "/Encoding/WinAnsiEncoding"
        objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{font}{encoding}>>".encode())
    for kid, page in zip(kids, pages, strict=True):
        drawn = "\n".join(map(_drawn, page)).encode("cp1252")
        head = f"<</Type/Page/Parent 2 0 R/Rotate {rotate}/Contents {kid + 1} 0 R>>"
        objects += [head.encode(), b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn)]
    return _file(objects)


def _drawn(one: Words | Stroke) -> str:
    if isinstance(one, Stroke):
        return f"{one.left} {one.bottom} m {one.right} {one.top} l S"
    text = one.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"{one.turn} {one.left} {one.bottom} Tm"
    return f"BT /{one.font} {one.size} Tf {place} ({text}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, len(content))
    )
