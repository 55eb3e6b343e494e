"""Text at every entrance."""

import json
import sqlite3
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.words import clean, clean_name, shorten

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\vd", "a\nb\nc\nd"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00", "nul\ufffd"),
        ("half\ud83d", "half\ufffd"),
        ("none\ufffe", "none\ufffd"),
        ("Cafe\u0301", "Café"),
        ("😀", "😀"),
    ],
)
def test_text_is_made_safe_to_keep(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(ANYTHING)
def test_clean_text_can_be_kept_by_sqlite(text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE kept (words TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO kept VALUES (?)", [clean(text)])
    row = db.execute("SELECT words, json_object('w', words) FROM kept").fetchone()
    db.close()
    assert (row[0], json.loads(row[1])) == (clean(text), {"w": clean(text)})


@given(ANYTHING)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_clean_text_goes_through_json(text: str) -> None:
    kept = clean(text)
    assert json.loads(json.dumps(kept, ensure_ascii=False).encode()) == kept


@given(ANYTHING)
def test_a_name_stays_on_one_line(text: str) -> None:
    name = clean_name(text)
    assert name == " ".join(name.split())
    assert not any(unicodedata.bidirectional(sign) in ("RLO", "LRO", "RLE") for sign in name)


def test_a_name_does_not_read_backwards() -> None:
    assert clean_name(" Insp \u202eydotsuC\n ") == "Insp ydotsuC"


@given(ANYTHING, st.integers(min_value=2, max_value=200))
def test_short_text_is_one_line_of_the_length(text: str, length: int) -> None:
    line = shorten(text, length)
    assert len(line) <= length
    assert "\n" not in line


def test_long_text_ends_with_an_ellipsis() -> None:
    assert shorten("one two three", 9) == "one two…"
