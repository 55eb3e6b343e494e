"""Bytes in any encoding give the words that were meant, and all of them."""

import pytest

from gainboard.intake.extract import extract
from gainboard.intake.text import decode, tidy

WORDS = "The board’s café – in “Môn” – is to open by 1 May:\n• spend £50\n• tell Zoë…\n"
ALL_KNOW = "Every café of the Côte spent £50 of its money, Zoë said.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"],
)
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_the_encodings_of_windows_and_of_the_mac_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


@pytest.mark.parametrize("encoding", ["cp850", "iso8859-1", "iso8859-15", "iso8859-14"])
def test_older_encodings_are_known_by_where_their_letters_stand(encoding: str) -> None:
    assert decode(ALL_KNOW.encode(encoding)).text == ALL_KNOW


def test_a_euro_sign_and_welsh_letters_are_known() -> None:
    assert decode("It cost €50.".encode("iso8859-15")).text == "It cost €50."
    assert decode("Y dŵr a’r tŷ".replace("’", "'").encode("iso8859-14")).text == "Y dŵr a'r tŷ"


def test_a_few_bytes_of_another_encoding_cost_no_word() -> None:
    content = WORDS.encode() + "It’s".encode("cp1252") + b"\x81 end"
    assert decode(content).text == WORDS + "It’s\ufffd end"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_words_read_wrongly_are_repaired(wrong: str) -> None:
    garbled = WORDS.encode().decode(wrong, errors="ignore")
    meant = tidy(garbled)
    assert meant.text == WORDS
    assert "repaired" in meant.warnings[0]


def test_words_read_wrongly_twice_or_thrice_are_repaired() -> None:
    assert tidy("The boardÃ¢â‚¬â„¢s cafÃƒÂ© Ã‚Â£5").text == "The board’s café £5"
    thrice = "café £5"
    for _ in range(3):
        thrice = thrice.encode().decode("cp1252")
    assert tidy(thrice).text == "café £5"


@pytest.mark.parametrize(
    "words",
    ["CAFÉ” in the château, Âme et Ãngstrom", "L’Âge d’Or", "√2 ‚quoted‘ ¬ and ┬ ├ Ô", "Ålesund"],
)
def test_words_that_only_look_garbled_are_left_alone(words: str) -> None:
    assert tidy(words).text == words
    assert tidy(words).warnings == ()


def test_soft_hyphens_go_and_stay_only_where_a_line_breaks_a_word() -> None:
    assert tidy("co\xadoperation of har\xad\nbours").text == "cooperation of har-\nbours"


def test_marks_nobody_sees_are_left_out() -> None:
    assert tidy("\ufeffa\u200bb\u200ec\u2060d").text == "abcd"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["â", "Ã¢", "Â\xad", "’", "\xad\n", "é"])
def test_a_very_long_text_of_such_letters_does_not_hang(piece: str) -> None:
    assert tidy("a" + piece * 400_000).text
    assert decode(("a" + piece * 400_000).encode("cp1252")).text


@pytest.mark.timeout(20)
def test_a_letter_with_a_million_accents_is_read_and_said() -> None:
    plain = tidy("a" + "\u0301\u0316" * 500_000)
    assert plain.text.startswith("á\u0316")
    assert "unreadable" in plain.warnings[0]


def test_the_end_of_a_page_is_no_end_of_a_sentence() -> None:
    text = "Recommendation 1\n\nThe force should, with its\n\fpartners, act on calls.\n"
    [item] = extract(tidy(text).text).items
    assert " ".join(item.text.split()) == "The force should, with its partners, act on calls."
