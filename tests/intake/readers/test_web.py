"""What a page shows is what is read: lists with their marks, tables, and no furniture."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.web import read
from gainboard.intake.source import Cell, Passage


def lines(page: str) -> list[str]:
    return read(page.encode(), "page.html").text.replace("\n\n", "\n").split("\n")


def passages(page: str) -> list[tuple[str, Passage]]:
    found = read(page.encode(), "page.html")
    return [(found.text[p.start : p.end], p) for p in found.passages]


def cells(page: str) -> list[tuple[str, int, int, int] | str]:
    found = passages(page)
    return [(w, *place(p.cell)) if p.cell else w for w, p in found]


def place(cell: Cell) -> tuple[int, int, int]:
    return cell.table, cell.row, cell.column


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert lines("<p>The\n  force&nbsp;should\tact &amp; <b>no</b>w.</p>") == [
        "The force should act & now."
    ]


def test_paragraphs_need_no_end() -> None:
    assert lines("<body><p>One<p>Two<div>Three</div>Four<br>five<ul><li>a<li>b</ul>Six") == [
        "One",
        "Two",
        "Three",
        "Four five",
        "• a",
        "• b",
        "Six",
    ]


@pytest.mark.parametrize(
    ("opening", "marks"),
    [
        ("<ol>", ["1.", "2."]),
        ("<ol start=4>", ["4.", "5."]),
        ("<ol start=4 reversed>", ["4.", "3."]),
        ('<ol type="a">', ["a.", "b."]),
        ('<ol type="I" start=3>', ["III.", "IV."]),
        ('<ol style="list-style-type: lower-roman">', ["i.", "ii."]),
        ("<ul type=square>", ["▪", "▪"]),
        ("<ul>", ["•", "•"]),
    ],
)
def test_lists_print_their_marks(opening: str, marks: list[str]) -> None:
    found = lines(f"{opening}<li>act</li><li><p>plan</p></li></{opening[1:3]}>")
    assert found == [f"{marks[0]} act", f"{marks[1]} plan"]


def test_a_list_without_marks_prints_none_and_a_value_counts_on() -> None:
    bare = '<ul style="list-style: none"><li>A</ul>'
    assert lines(f"{bare}<ol><li value=7>B<li>C</ol>") == ["A", "7. B", "8. C"]


def test_lists_in_lists_are_indented_and_go_on_after_them() -> None:
    page = "<ol><li>A<ul><li>B</li></ul>more of A</li><li>C<p>more of C</p></li></ol>"
    assert [(w, p.indent) for w, p in passages(page)] == [
        ("1. A", 0),
        ("• B", 1),
        ("more of A", 0),
        ("2. C", 0),
        ("more of C", 0),
    ]


def test_headings_are_known_by_tag_or_by_what_they_say_they_are() -> None:
    page = "<h2>A</h2><p style='mso-outline-level:3'>B</p><div role=heading>C</div><p>D</p>"
    assert [(w, p.heading) for w, p in passages(page)] == [("A", 2), ("B", 3), ("C", 2), ("D", 0)]


def test_cells_know_their_place_beside_those_that_span() -> None:
    page = (
        "<table><tr><th colspan=2>Both<th>C<tr><td rowspan=2>Tall<td>a<td>b"
        "<tr><td>c<td><p>d</p><p>e</p></table>"
    )
    assert cells(page) == [
        ("Both", 0, 0, 0),
        ("C", 0, 0, 2),
        ("Tall", 0, 1, 0),
        ("a", 0, 1, 1),
        ("b", 0, 1, 2),
        ("c", 0, 2, 1),
        ("d", 0, 2, 2),
        ("e", 0, 2, 2),
    ]


def test_a_table_in_a_cell_is_its_own_and_one_around_the_page_is_none() -> None:
    inner = "<table><tr><td>x<td>y</table>"
    assert cells(f"<table><tr><td>Before{inner}After</table>") == [
        "Before",
        ("x", 1, 0, 0),
        ("y", 1, 0, 1),
        "After",
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>if (a < b) act()</script>",
        "<style>p { }</style>",
        "<nav><p>Menu</p></nav>",
        "<p hidden>x</p>",
        '<span style="display: none">x</span>',
        '<div role="banner">x</div>',
        '<span class="govuk-visually-hidden">x</span>',
        '<div class="cookie-banner"><p>Accept</p></div>',
        "<!-- x -->",
        "<header>Site</header>",
        '<div title="footer"><p>Page 1</p></div>',
        "<del>x</del>",
        "<button>Search</button>",
    ],
)
def test_what_is_not_shown_or_not_the_text_is_left_out(furniture: str) -> None:
    assert lines(f"<body><p>A</p>{furniture}<p>B</p></body>") == ["A", "B"]


def test_text_that_folds_under_its_heading_is_read() -> None:
    page = "<h3><button>Recommendation 1</button></h3><div hidden='until-found'>Act.</div>"
    assert lines(page) == ["Recommendation 1", "Act."]


def test_boxes_to_tick_show_their_state() -> None:
    page = "<p><input type=checkbox checked>National<br><input type=checkbox>Thematic</p>"
    assert lines(page) == ["☒ National ☐ Thematic"]


def test_note_marks_stay_out_of_the_words_and_notes_have_a_heading() -> None:
    page = (
        '<p>The force<sup><a href="#fn:1">[footnote 1]</a></sup> should act.<sup>2</sup></p>'
        '<p>On 1<sup>st</sup> May.</p><div class="footnotes"><ol><li>See the log.</ol></div>'
    )
    expected = ["The force should act.", "On 1st May.", "Notes", "1. See the log."]
    assert lines(page) == expected


def test_a_sign_in_a_tag_is_part_of_it() -> None:
    assert lines('<p title="a < b">A &lt; B <!-- C > D --> E < F</p>') == ["A < B E < F"]


def test_terms_and_their_meanings_are_pieces_of_their_own() -> None:
    assert lines("<dl><dt>Owner<dd>The harbour board<dt>Due<dd>May 2027</dl>") == [
        "Owner",
        "The harbour board",
        "Due",
        "May 2027",
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("macintosh", "mac_roman"),
        ("utf-16", "utf-16"),
        ("nonsense", "cp1252"),
        ("punycode", "cp1252"),
    ],
)
def test_a_page_is_read_in_the_encoding_its_bytes_have(declared: str, encoding: str) -> None:
    page = f'<meta charset="{declared}"><p>The board’s café – “open”</p>'
    assert read(page.encode(encoding), "page.html").text == "The board’s café – “open”"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 900 + "A",
        "A" + "</div>" * 100_000,
        "A" + "<td>" * 50_000,
        "A" + "<a b='" * 50_000,
        "A<!--" * 50_000,
        "A " + "1. a<br>" * 50_000,
    ],
    ids=["deep", "ends only", "cells only", "never ended", "comments", "breaks"],
)
def test_pages_in_disorder_are_read(page: str) -> None:
    assert lines(page)[0].startswith("A")


@pytest.mark.parametrize("page", ["<div>" * 2000, "<p> &nbsp; </p>"], ids=["too deep", "no words"])
def test_what_holds_nothing_to_read_is_said(page: str) -> None:
    with pytest.raises(GainboardError, match=r"“page\.html”"):
        read(page.encode(), "page.html")
