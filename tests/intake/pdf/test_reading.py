"""A PDF's pages are read as a person reads them: words in order, furniture left out."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.pdf import read
from gainboard.intake.source import Cell
from tests.intake.pdf.pdf_pages import Page, Stroke, Words, paragraph, pdf

PLAN = (
    "The chief constable of Northmoor should publish a plan for harbour patrols that says who is"
    " answerable for each stage and how the force will know that it works in every district."
)


def lines(*pages: Page, rotate: int = 0) -> list[str]:
    source = read(pdf(pages, rotate=rotate), "report.pdf")
    return source.text.replace("\n\n", "\n").split("\n")


def cells(*pages: Page) -> list[tuple[str, Cell | None]]:
    source = read(pdf(pages), "report.pdf")
    return [(source.text[p.start : p.end], p.cell) for p in source.passages]


def refusal(content: bytes) -> GainboardError:
    with pytest.raises(GainboardError) as refused:
        read(content, "report.pdf")
    return refused.value


def test_the_lines_of_a_paragraph_are_one_piece() -> None:
    assert lines([*paragraph(PLAN), *paragraph("A second one follows.", top=620)]) == [
        PLAN,
        "A second one follows.",
    ]


def test_a_sentence_goes_on_over_a_page_past_foot_number_and_head() -> None:
    first, rest = paragraph(PLAN)[:2], paragraph(PLAN)[2:]
    head = Words("Northmoor Police: harbour patrols", 72, 800)
    pages: list[Page] = [
        [head, *first, Words("Page 1 of 3", 280, 30)],
        [
            head,
            *(line._replace(bottom=line.bottom + 60) for line in rest),
            Words("Page 2 of 3", 280, 30),
        ],
        [head, Words("The end.", 72, 760), Words("Page 3 of 3", 280, 30)],
    ]
    assert lines(*pages) == [PLAN, "The end."]


@pytest.mark.parametrize("step", [1, 2])
def test_a_label_that_heads_several_pages_is_no_page_head(step: int) -> None:
    labels = [f"Recommendation {number * step}" for number in (1, 2, 3)]
    pages: list[Page] = [[Words(label, 72, 800, font="bold"), *paragraph(PLAN)] for label in labels]
    assert lines(*pages)[::2] == labels


def test_columns_are_read_one_after_the_other() -> None:
    left = paragraph(PLAN, letters=30, top=700)
    right = paragraph("Another plan stands in the second column.", letters=30, left=320, top=700)
    assert lines([*left, *right]) == [PLAN, "Another plan stands in the second column."]


def test_columns_that_are_drawn_line_by_line_are_still_columns() -> None:
    left = paragraph(PLAN, letters=30, top=700)
    right = paragraph(f"Besides, {PLAN.lower()}", letters=30, left=320, top=700)
    rows = [line for row in zip(left, right, strict=False) for line in row]
    assert lines([*rows, *right[len(left) :]]) == [PLAN, f"Besides, {PLAN.lower()}"]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (
            "It is a well-",
            "known plan. Well-known it is.",
            "It is a well-known plan. Well-known it is.",
        ),
        ("A harbour is a har-", "bour, and one har-", "A harbour is a harbour, and one har-"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_if_the_word_has_one(
    before: str, after: str, joined: str
) -> None:
    assert lines([Words(before, 72, 700), Words(after, 72, 688)]) == [joined]


def test_a_bullet_that_is_a_pictogram_becomes_a_list_line() -> None:
    drawn = [Words("n", 72, 700, font="signs"), Words("train its skippers", 90, 700)]
    assert lines([Words("The force should:", 72, 715), *drawn]) == [
        "The force should:",
        "• train its skippers",
    ]


def test_a_number_in_the_margin_goes_before_its_paragraph() -> None:
    words = paragraph(PLAN, left=110, top=700)
    assert lines([*words, Words("110.", 72, 700)]) == [f"110. {PLAN}"]


def test_a_raised_number_is_left_out_and_its_note_kept_apart() -> None:
    page = [
        Words("The force had said so", 72, 700),
        Words("1", 170, 704, size=6),
        Words("in its own plan.", 176, 700),
        Words("1", 72, 104, size=5),
        Words("Northmoor Police, plan of 2025.", 76, 100, size=8),
    ]
    assert lines(page) == [
        "The force had said so in its own plan.",
        "1 Northmoor Police, plan of 2025.",
    ]


def test_a_heading_is_told_by_its_size() -> None:
    source = read(pdf([[Words("Findings", 72, 740, size=18), *paragraph(PLAN)]]), "report.pdf")
    assert [passage.heading for passage in source.passages] == [1, 0]


RULES = [
    *(Stroke(left, 640, left, 720) for left in (70, 100, 300, 400)),
    *(Stroke(70, bottom, 400, bottom) for bottom in (640, 680, 720)),
]
ROWS = [
    Words("No.", 74, 700),
    Words("Recommendation", 104, 700),
    Words("Owner", 304, 700),
    Words("1", 74, 665),
    Words("Publish a plan", 104, 665),
    Words("for patrols", 104, 653),
    Words("Chief constable", 304, 665),
]


@pytest.mark.parametrize("page", [[*RULES, *ROWS], ROWS], ids=["ruled", "not ruled"])
def test_a_table_is_read_by_its_cells(page: Page) -> None:
    assert cells(page) == [
        ("No.", Cell(table=0, row=0, column=0)),
        ("Recommendation", Cell(table=0, row=0, column=1)),
        ("Owner", Cell(table=0, row=0, column=2)),
        ("1", Cell(table=0, row=1, column=0)),
        ("Publish a plan for patrols", Cell(table=0, row=1, column=1)),
        ("Chief constable", Cell(table=0, row=1, column=2)),
    ]


def test_a_table_goes_on_over_a_page_without_its_header_again() -> None:
    found = cells(
        [*RULES, *ROWS], [*RULES, *ROWS[:3], *(r._replace(text=f"{r.text} too") for r in ROWS[3:])]
    )
    assert [(words, cell.row) for words, cell in found if cell and cell.column == 0] == [
        ("No.", 0),
        ("1", 1),
        ("1 too", 2),
    ]


def test_a_page_that_is_turned_is_read_upright() -> None:
    turned = [Words("The force should act.", 300, 100, turn="0 1 -1 0")]
    assert lines(turned, rotate=90) == ["The force should act."]


def test_a_line_of_contents_has_dots_before_its_page() -> None:
    page = [
        part
        for place, words in enumerate(("Findings", "Recommendations", "Annex"))
        for part in (
            Words(words, 72, 700 - 14 * place),
            Words(str(place + 4), 500, 700 - 14 * place),
        )
    ]
    assert lines(page)[1] == "Recommendations ........ 5"


def test_a_file_without_words_is_told_from_one_that_cannot_be_read() -> None:
    assert refusal(pdf([[Stroke(10, 10, 90, 90)]])).id == "E-NO-TEXT"
    assert refusal(b"%PDF-1.7 and nothing else").id == "E-DAMAGED-DOCUMENT"


def test_the_pages_without_words_are_named() -> None:
    source = read(pdf([paragraph(PLAN), [Stroke(10, 10, 90, 90)]]), "report.pdf")
    assert source.warnings == (
        "Page 2 of “report.pdf” held only pictures: no text was read there.",
    )


def test_more_pages_than_are_read_are_refused() -> None:
    assert refusal(pdf([[]] * 3001)).id == "E-TOO-BIG"


def test_letters_set_apart_are_closed_up_to_words() -> None:
    apart = [
        Words(letter, 72 + 15 * place, 740, size=10) for place, letter in enumerate("OUR PLAN")
    ]
    spaced = [letter for letter in apart if letter.text != " "]
    assert lines([*spaced, *paragraph(PLAN)])[0] == "OUR PLAN"


def test_a_large_initial_belongs_to_its_word() -> None:
    first, second, *rest = paragraph(PLAN, left=72)
    large = Words(first.text[0], 72, second.bottom, size=26)
    beside = [first._replace(text=first.text[1:], left=95), second._replace(left=95)]
    assert lines([large, *beside, *rest]) == [PLAN]


def test_words_drawn_twice_are_read_once() -> None:
    shadow = [line._replace(left=line.left + 0.4) for line in paragraph(PLAN)]
    assert lines([*paragraph(PLAN), *shadow]) == [PLAN]


def test_raised_numbers_that_are_letters_of_their_own_go_too() -> None:
    assert lines([Words("The force² has 12 km² of harbour.", 72, 700)]) == [
        "The force has 12 km² of harbour."
    ]


def test_a_box_in_the_margin_does_not_stand_inside_a_sentence() -> None:
    text = f"{PLAN} {PLAN}"
    first, rest = paragraph(text, letters=45)[:4], paragraph(text, letters=45)[4:]
    box = paragraph(f"In a box: {PLAN}", left=400, letters=20, top=720)
    again = [line._replace(bottom=line.bottom + 40) for line in rest]
    assert lines([*first, *box], again) == [text, f"In a box: {PLAN}"]


def test_a_form_is_read_by_its_fields() -> None:
    fields = {"Lead inspector:": "Ada Marsh", "Published:": "3 May 2027", "Force:": "Northmoor"}
    page = [
        part
        for place, (name, value) in enumerate(fields.items())
        for part in (Words(name, 72, 700 - 16 * place), Words(value, 200, 700 - 16 * place))
    ]
    assert lines(page) == [f"{name} {value}" for name, value in fields.items()]
