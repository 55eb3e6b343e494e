"""Sound files hurt at random, the same for the same number."""

import io
import random
import zipfile
from collections.abc import Mapping

from tests.intake.checks.zipped import zipped
from tests.reliability.report_files import report_files

_ODD = (
    b"\x00",
    b"\xff\xfe",
    b"<" * 40,
    b"(" * 40,
    b"{" * 40,
    b"\\u-1?",
    b"&#x110000;",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"9" * 40,
    b"-1",
    b"4294967295",
    b"<w:tbl><w:tr><w:tc>",
    b"]]>",
    b"endobj",
    b"1 0 R",
    b"\xed\xa0\x80",
)


def mutated(number: int, files: Mapping[str, bytes] | None = None) -> tuple[str, str, bytes]:
    """Return a hurt file by number: its suffix, what was done to it, its bytes.

    `files` are the sound ones by suffix, our own where none are given.
    """
    chance = random.Random(number)
    files = files or report_files()
    suffix = list(files)[number % len(files)]
    sound = files[suffix]
    if suffix in ("docx", "odt", "xlsx") and chance.random() < 0.6:
        what, hurt = _hurt_part(sound, chance)
    else:
        what, hurt = _hurt(sound, chance)
    return suffix, what, hurt


def _hurt_part(sound: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Hurt what lies in a zip, so that it still is one."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(parts))
    if chance.random() < 0.1:
        del parts[name]
        return f"without {name}", zipped(parts)
    if chance.random() < 0.1:
        other = chance.choice(list(parts))
        parts[name], parts[other] = parts[other], parts[name]
        return f"{name} and {other} changed over", zipped(parts)
    what, parts[name] = _hurt(parts[name], chance)
    return f"{name}: {what}", zipped(parts)


def _hurt(sound: bytes, chance: random.Random) -> tuple[str, bytes]:
    ways = (_flipped, _flipped, _cut, _spliced, _doubled, _odd, _swapped, _nested, _zeroed)
    way = chance.choice(ways)
    return way.__name__[1:], way(sound, chance)


def _flipped(sound: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(sound)
    for _ in range(chance.choice((1, 3, 20, 200))):
        bit = chance.randrange(max(1, len(hurt) * 8))
        if hurt:
            hurt[bit // 8] ^= 1 << bit % 8
    return bytes(hurt)


def _cut(sound: bytes, chance: random.Random) -> bytes:
    return sound[: chance.randrange(len(sound) + 1)]


def _spliced(sound: bytes, chance: random.Random) -> bytes:
    """Put a piece of another file into this one."""
    other = chance.choice(list(report_files().values()))
    start, at = chance.randrange(len(other)), chance.randrange(len(sound) + 1)
    return sound[:at] + other[start : start + chance.choice((8, 300, 5000))] + sound[at:]


def _doubled(sound: bytes, chance: random.Random) -> bytes:
    """Write one piece of it again and again."""
    start, at = chance.randrange(len(sound) + 1), chance.randrange(len(sound) + 1)
    piece = sound[start : start + chance.choice((4, 60, 900))]
    return sound[:at] + piece * chance.choice((2, 50, 2000)) + sound[at:]


def _odd(sound: bytes, chance: random.Random) -> bytes:
    """Put in what parsers take ill."""
    hurt = sound
    for _ in range(chance.choice((1, 5))):
        at = chance.randrange(len(hurt) + 1)
        hurt = hurt[:at] + chance.choice(_ODD) + hurt[at + chance.choice((0, 4)) :]
    return hurt


def _swapped(sound: bytes, chance: random.Random) -> bytes:
    """Change two pieces over."""
    a, b, c = sorted(chance.randrange(len(sound) + 1) for _ in range(3))
    return sound[:a] + sound[b:c] + sound[a:b] + sound[c:]


def _nested(sound: bytes, chance: random.Random) -> bytes:
    """Open what is open already, many times more."""
    marks = (b"<p>", b"<w:p>", b"<text:p>", b"{\\b ", b"(", b"<<", b"[", b"<table><tr><td>")
    at = chance.randrange(len(sound) + 1)
    return sound[:at] + chance.choice(marks) * chance.choice((30, 3000, 60_000)) + sound[at:]


def _zeroed(sound: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(sound) + 1)
    length = chance.choice((1, 16, 700))
    return sound[:at] + bytes(length) + sound[at + length :]
