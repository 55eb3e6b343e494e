"""A CSV file is read whatever parts its columns and in whatever encoding it was saved."""

import pytest

from gainboard.domain.incoming.workbook import Workbook
from gainboard.errors import GainboardError
from gainboard.intake.trackers.delimited import read_delimited


def read(text: str, encoding: str = "utf-8") -> Workbook:
    return read_delimited(text.encode(encoding), "tracker.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    lines = [("Ref", "Text", "Owner"), ("1", "Do this", "Supt"), ("2", "Do that", "Insp")]
    book = read("\n".join(delimiter.join(line) for line in lines))
    assert book.sheets[0].rows == tuple(lines)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_survive_their_encoding(encoding: str) -> None:
    book = read("Ref;Owner\n1;Insp Ó Néill – acting\n", encoding)
    assert book.sheets[0].rows[1] == ("1", "Insp Ó Néill – acting")


def test_what_the_file_says_of_its_delimiter_counts() -> None:
    assert read("sep=;\nRef;Text\n1;a, b, c\n").sheets[0].rows[1] == ("1", "a, b, c")


def test_line_breaks_inside_a_cell_stay_in_it() -> None:
    assert read('Ref,Text\n1,"one\ntwo"\n').sheets[0].rows[1] == ("1", "one\ntwo")


def test_rows_of_different_lengths_are_filled_up() -> None:
    assert read("Ref,Text,Owner\n1,Do it\n\n\n").sheets[0].rows[1:] == (("1", "Do it", ""),)


def test_a_quotation_mark_that_is_not_closed_is_told() -> None:
    [warning] = read('Ref,Text\n1,"open\n' + "2,b\n" * 300).warnings
    assert "row 2" in warning


def test_a_field_past_all_measure_is_refused() -> None:
    with pytest.raises(GainboardError, match="E-UNREADABLE"):
        read("Ref,Text\n1," + "x" * 4_100_000)
