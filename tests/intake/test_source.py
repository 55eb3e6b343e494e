"""Pieces become one text that says where they stand, unless they are but lines of a text."""

import pytest

from gainboard.intake.source import Cell, Piece, compose


def at(row: int, column: int) -> Cell:
    return Cell(table=0, row=row, column=column)


def test_lists_and_rows_stay_together_and_all_else_stands_apart() -> None:
    pieces = [
        Piece(words="Plan", heading=1),
        Piece(words="The  force\tshould:"),
        Piece(words="• act;"),
        Piece(words="• tell."),
        Piece(words="a", cell=at(0, 0)),
        Piece(words="b", cell=at(0, 1)),
        Piece(words="c", cell=at(1, 0)),
    ]
    whole = "Plan\n\nThe force should:\n\n• act;\n• tell.\n\na\nb\n\nc"
    assert compose(pieces).text == whole


def test_each_passage_is_the_words_of_its_piece() -> None:
    found = compose(
        [Piece(words="One", heading=2), Piece(words=""), Piece(words="• two", indent=1)]
    )
    assert [found.text[p.start : p.end] for p in found.passages] == ["One", "• two"]
    assert [(p.heading, p.indent) for p in found.passages] == [(2, 0), (0, 1)]


def test_a_mark_alone_is_put_before_the_words_that_follow() -> None:
    pieces = [Piece(words="Plan", heading=1), Piece(words="110."), Piece(words="We act.")]
    assert compose(pieces).text == "Plan\n\n110. We act."


def test_a_mark_alone_in_a_cell_stays_there() -> None:
    found = compose([Piece(words="1.", cell=at(0, 0)), Piece(words="Act.", cell=at(0, 1))])
    assert found.text == "1.\nAct."


def test_a_whole_paragraph_in_a_heading_s_style_is_none() -> None:
    words = "The force should act on every call from a harbour within an hour, at night as by day."
    assert compose([Piece(words=words + " It did not do so.", heading=2)]).passages[0].heading == 0
    assert compose([Piece(words=words[:60], heading=2)]).passages[0].heading == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["The force should", "act on every", "call from a", "harbour and", "tell us.", "At once."],
        ["  The force should:", "", "act;", "", "plan;", "", "tell."],
    ],
    ids=["broken lines", "empty lines"],
)
def test_the_lines_of_a_plain_text_stay_as_they_are(lines: list[str]) -> None:
    found = compose([Piece(words=line) for line in lines])
    assert (found.text, found.passages) == ("\n".join(lines), ())


def test_warnings_about_words_are_given_once() -> None:
    found = compose([Piece(words="a\x00"), Piece(words="b\x00")], ["First."])
    assert found.warnings[0] == "First."
    assert len(found.warnings) == 2
