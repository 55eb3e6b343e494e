"""What an OpenDocument text shows is what is read."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.open_text import read
from gainboard.intake.source import Source
from tests.intake.readers.word_files import zipped

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "field": "field",
        "manifest": "manifest",
    }.items()
)
LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="1" text:display-levels="2"/><text:list-level-style-number text:level="3" '
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="R"><text:list-level-style-number text:level="1" '
    'style:num-format="I" style:num-list-format="Recommendation %1%:"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="\uf0b7"/></text:list-style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Hid"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Up"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def odt(body: str, **others: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{LISTS}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zipped({"content.xml": content} | {k.replace("_", "/"): v for k, v in others.items()})


def source(body: str) -> Source:
    return read(odt(body), "report.odt")


def lines(body: str) -> list[str]:
    return source(body).text.replace("\n\n", "\n").split("\n")


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


def item(inside: str, more: str = "") -> str:
    return f"<text:list-item{more}>{inside}</text:list-item>"


def listed(style: str, *items: str, more: str = "") -> str:
    return f'<text:list text:style-name="{style}"{more}>{"".join(items)}</text:list>'


def test_words_are_read_with_their_spaces_and_without_what_is_hidden() -> None:
    body = p(
        'The<text:s text:c="2"/>force<text:tab/><text:span text:style-name="Hid">x</text:span>'
        '<text:a>should</text:a> act.<text:span text:style-name="Up">2</text:span>'
        "<office:annotation><text:p>why</text:p></office:annotation>"
    )
    gone = (
        f"<text:tracked-changes><text:deletion>{p('gone')}</text:deletion></text:tracked-changes>"
    )
    assert lines(gone + body) == ["The force should act."]


def test_lists_print_their_marks_and_go_on_where_they_say_so() -> None:
    inner = listed("L", item(p("B") + listed("L", item(p("C")), item(p("D")))))
    body = (
        listed("L", item(p("A") + p("more") + inner), more=' xml:id="one"')
        + listed("R", item(p("E")), item(p("F")))
        + listed("L", item(p("G")), more=' text:continue-list="one"')
        + listed("R", item(p("H")), more=' text:continue-numbering="true"')
        + listed("L", item(p("I"), ' text:start-value="7"'), item(p("J")))
        + listed("B", item(p("K")))
    )
    assert lines(body) == [
        "1. A",
        "more",
        "1.1 B",
        "(a) C",
        "(b) D",
        "Recommendation I: E",
        "Recommendation II: F",
        "2. G",
        "Recommendation III: H",
        "7. I",
        "8. J",
        "• K",
    ]


def test_headings_have_their_level_and_the_title_is_one() -> None:
    title = '<text:p text:style-name="P1">T</text:p>'
    body = title + '<text:h text:outline-level="2">A</text:h>' + p("B")
    assert [passage.heading for passage in source(body).passages] == [1, 2, 0]


def test_a_line_of_contents_has_dots_before_its_page_number() -> None:
    line = '<text:p text:style-name="Contents_20_1">Plan<text:tab/>12</text:p>'
    assert lines(line) == ["Plan ..... 12"]


def test_cells_know_their_place_and_one_column_is_a_box() -> None:
    wide = f"<table:table-cell>{p('a')}</table:table-cell><table:covered-table-cell/>"
    row = f"<table:table-row>{wide}<table:table-cell>{p('b')}</table:table-cell></table:table-row>"
    box = f"<table:table-row><table:table-cell>{p('c')}</table:table-cell></table:table-row>"
    body = f"<table:table>{box}</table:table><table:table>{row}{row}</table:table>"
    found = [
        (passage.cell.table, passage.cell.row, passage.cell.column) if passage.cell else None
        for passage in source(body).passages
    ]
    assert found == [None, (0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 2)]


def test_boxes_follow_their_paragraph_and_notes_come_last() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('N')}"
    box = f"<draw:frame><draw:text-box>{p('Boxed')}</draw:text-box></draw:frame>"
    body = p(f"A{note}</text:note-body></text:note>{box} b") + p("C")
    assert lines(body) == ["A b", "Boxed", "C", "Notes", "N"]


@pytest.mark.parametrize(("state", "shown"), [("true", "☒"), ("false", "☐")])
def test_a_check_box_shows_its_state(state: str, shown: str) -> None:
    parameter = f'<field:param field:name="Checkbox_Checked" field:value="{state}"/>'
    mark = f'<field:fieldmark field:type="x.FORMCHECKBOX">{parameter}</field:fieldmark>'
    assert lines(p(f"{mark} National")) == [f"{shown} National"]


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (zipped({"mimetype": "x"}), "E-DAMAGED-DOCUMENT"),
        (odt(p(" ")), "E-EMPTY"),
        (odt(p("a"), **{"Basic_Standard_Module1.xml": "<x/>"}), "E-MACROS"),
        (
            odt(
                p("a"),
                **{
                    "META-INF_manifest.xml": f"<manifest:a {SPACES}><manifest:encryption-data/>"
                    "</manifest:a>"
                },
            ),
            "E-PASSWORD",
        ),
    ],
    ids=["not one", "no words", "macros", "password"],
)
def test_what_cannot_be_read_is_said_in_a_sentence(content: bytes, id: str) -> None:
    with pytest.raises(GainboardError) as caught:
        read(content, "report.odt")
    assert caught.value.id == id
