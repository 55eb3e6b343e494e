"""What a Word document shows is what is read: words, boxes and tables, and nothing hidden."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.word import read
from gainboard.intake.source import Cell, Source
from tests.intake.readers.word_files import docx, p, r, styled, table, tc, zipped

STYLES = (
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/>'
    '<w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def source(body: str, **others: str) -> Source:
    return read(docx(body, **others), "report.docx")


def lines(body: str, **others: str) -> list[str]:
    return source(body, **others).text.split("\n\n")


def cells(body: str) -> list[tuple[str, Cell | None]]:
    found = source(body)
    return [(found.text[p.start : p.end], p.cell) for p in found.passages]


def at(row: int, column: int, table: int = 0) -> Cell:
    return Cell(table=table, row=row, column=column)


def field(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{more}</w:fldChar></w:r>'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{r('The force should ')}<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
        f"<w:moveFrom>{r('soon ')}</w:moveFrom><w:ins>{r('act')}</w:ins></w:p>"
    )
    assert lines(body) == ["The force should act"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = p("The force ", "<w:rPr><w:del/></w:rPr>") + p("should act.") + p("It did.")
    assert lines(body) == ["The force should act.", "It did."]


def test_deleted_rows_and_hidden_words_are_not_read() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("Old") + tc("row") + "</w:tr>"
    hidden = f"<w:p>{r('Seen')}{r(' and hidden', '<w:vanish/>')}</w:p>" + styled("Secret", "Ghost")
    kept = table(("Patrol", "Done")).replace("<w:tbl>", f"<w:tbl>{gone}")
    assert source(kept + hidden, styles=STYLES).text == "Patrol\nDone\n\nSeen"


def test_headings_are_known_by_what_their_style_is_based_on_and_by_outline() -> None:
    body = (
        styled("Harbours", "Chapter")
        + p("Boats", '<w:outlineLvl w:val="0"/>')
        + styled("A whole paragraph " * 20, "Chapter")
    )
    assert [passage.heading for passage in source(body, styles=STYLES).passages] == [2, 1, 0]


@pytest.mark.parametrize(
    ("box", "shown"),
    [
        ('<w:default w:val="1"/>', "☒"),
        ("<w:checked/>", "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ("", "☐"),
    ],
)
def test_a_check_box_of_an_old_form_shows_its_state(box: str, shown: str) -> None:
    begins = field("begin", f"<w:ffData><w:checkBox>{box}</w:checkBox></w:ffData>")
    body = f"<w:p>{begins}{instruction('FORMCHECKBOX')}{field('end')}{r(' National')}</w:p>"
    assert lines(body) == [f"{shown} National"]


@pytest.mark.parametrize(("state", "shown"), [("1", "☒"), ("0", "☐")])
def test_a_check_box_control_shows_its_state_once(state: str, shown: str) -> None:
    control = (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{r('☐')}</w:sdtContent></w:sdt>"
    )
    assert lines(f"<w:p>{control}{r(' Thematic')}</w:p>") == [f"{shown} Thematic"]


def test_symbols_are_what_their_font_shows() -> None:
    symbols = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    typed = r("o", '<w:rFonts w:ascii="Wingdings"/>')
    assert lines(f"<w:p>{symbols}{r(' Yes ')}{typed}{r(' No')}</w:p>") == ["☒ Yes ☐ No"]


def test_a_box_is_read_once_and_after_its_paragraph() -> None:
    words = f"<w:txbxContent>{p('Area for improvement')}{p('The force should act.')}"
    words += "</w:txbxContent>"
    new = f"<mc:Choice><w:drawing><wps:txbx>{words}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    expected = ["Before.", "Area for improvement", "The force should act.", "After."]
    assert lines(f"<w:p>{r('Before.')}{box}</w:p>{p('After.')}") == expected


def test_fields_show_their_results_even_across_paragraphs() -> None:
    contents = (
        f"<w:p>{field('begin')}{instruction('TOC')}{field('separate')}{r('One')}</w:p>"
        f"<w:p>{r('Two')}{field('end')}{r('.')}</w:p>"
    )
    assert lines(contents) == ["One", "Two."]


def test_a_line_of_contents_has_dots_before_its_page_number() -> None:
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    line = f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{r("Plan")}<w:r><w:tab/></w:r>{r("12")}'
    assert lines(f"{line}</w:p>", styles=style) == ["Plan ..... 12"]


def test_a_field_that_never_ends_swallows_no_words() -> None:
    assert lines(f"<w:p>{field('begin')}{instruction('REF x')}</w:p>{p('Kept.')}") == ["Kept."]


def test_note_marks_stay_out_of_the_words_and_notes_come_last() -> None:
    note = '<w:footnote w:id="2">' + p("See the harbour log.") + "</w:footnote>"
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    typed = r("3", '<w:vertAlign w:val="superscript"/>')
    body = f"<w:p>{r('The force')}{mark}{r(' should act.')}{typed}</w:p>{p('End.')}"
    expected = ["The force should act.", "End.", "Notes", "See the harbour log."]
    assert lines(body, footnotes=note) == expected


def test_a_raised_ending_is_no_note_mark() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines(f"<w:p>{r('By 1')}{r('st', raised)}{r(' May, 10')}{r('6', raised)}</w:p>") == [
        "By 1st May, 106"
    ]


def test_cells_know_their_place_beside_merged_ones() -> None:
    wide = tc("Both", '<w:gridSpan w:val="2"/>') + tc("Third")
    tall, under = tc("Tall", '<w:vMerge w:val="restart"/>'), tc("", "<w:vMerge/>")
    rows = (wide, tall + tc("a") + tc("b"), under + tc("c") + tc("d"))
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    places = [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2)]
    words = ["Both", "Third", "Tall", "a", "b", "c", "d"]
    assert cells(body) == [(w, at(*place)) for w, place in zip(words, places, strict=True)]


def test_a_diagram_that_is_not_read_is_said() -> None:
    diagram = '<w:r><w:drawing><a:relIds xmlns:a="x"/></w:drawing></w:r>'
    assert "SmartArt" in source(f"<w:p>{r('A')}{diagram}</w:p>").warnings[0]


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = table(("x", "y"))
    found = cells(table(("Left", p("Before") + inner + p("After"))))
    assert found == [
        ("Left", at(0, 0)),
        ("Before", at(0, 1)),
        ("x", at(0, 0, table=1)),
        ("y", at(0, 1, table=1)),
        ("After", at(0, 1)),
    ]


def test_a_table_with_one_column_is_a_box_and_no_table() -> None:
    assert cells(table(("Area for improvement",), ("The force should act.",))) == [
        ("Area for improvement", None),
        ("The force should act.", None),
    ]


def test_a_line_break_ends_a_piece_where_a_sentence_ends() -> None:
    lead, clause = r("The force should:"), r("a) act now;")
    broken = f"<w:p>{lead}<w:r><w:br/></w:r>{clause}<w:r><w:br/></w:r>{r('and soon.')}</w:p>"
    assert lines(broken) == ["The force should:", "a) act now; and soon."]


def test_words_in_controls_links_and_tags_are_read() -> None:
    inner = f"<w:smartTag>{r('b')}</w:smartTag><w:hyperlink>{r('c')}</w:hyperlink>"
    body = f"<w:sdt><w:sdtContent><w:p>{r('a')}{inner}</w:p></w:sdtContent></w:sdt>"
    assert lines(body) == ["abc"]


def test_hyphens_that_do_not_break_are_kept_and_soft_ones_go() -> None:
    hyphen, soft = "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:softHyphen/></w:r>"
    body = f"<w:p>{r('co')}{hyphen}{r('oper')}{soft}{r('ation')}</w:p>"
    assert lines(body) == ["co-operation"]


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"PK\x03\x04 nonsense", "E-DAMAGED-DOCUMENT"),
        (docx(p("a"))[:-40], "E-DAMAGED-DOCUMENT"),
        (zipped({"word/document.xml": "<w:document"}), "E-DAMAGED-DOCUMENT"),
        (zipped({"word/document.xml": "<!DOCTYPE a><a/>"}), "E-DAMAGED-DOCUMENT"),
        (docx(table(("a", "b")) * 2, vbaProject=""), "E-MACROS"),
        (docx("<w:sdt>" * 300 + p("a") + "</w:sdt>" * 300), "E-DAMAGED-DOCUMENT"),
        (docx(p(" ")), "E-EMPTY"),
    ],
    ids=["no zip", "cut", "no XML", "DTD", "macros", "deep", "no words"],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, id: str) -> None:
    with pytest.raises(GainboardError) as caught:
        read(content.replace(b"vbaProject.xml", b"vbaProject.bin"), "report.docx")
    assert caught.value.id == id
    assert "“report.docx”" in caught.value.says
