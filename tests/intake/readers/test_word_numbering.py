"""The numbers and bullets that Word prints stand before the words, as on paper."""

from gainboard.intake.readers.word import read
from tests.intake.readers.word_files import abstract, docx, listed, num, p, styled

OUTLINE = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))


def lines(body: str, **others: str) -> list[str]:
    return read(docx(body, **others), "report.docx").text.replace("\n\n", "\n").split("\n")


def restart(level: int, start: int) -> str:
    begins = f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{level}">{begins}</w:lvlOverride>'


def test_levels_count_and_begin_anew_under_the_next_above() -> None:
    body = "".join(
        listed(words, 1, level)
        for words, level in (("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 1), ("F", 0), ("G", 1))
    )
    expected = ["1. A", "1.1 B", "(a) C", "(b) D", "1.2 E", "2. F", "2.1 G"]
    assert lines(body, numbering=abstract(0, *OUTLINE) + num(1, 0)) == expected


def test_two_lists_of_one_definition_go_on_counting_unless_one_starts_again() -> None:
    numbering = abstract(0, ("upperRoman", "%1)")) + num(1, 0) + num(2, 0)
    numbering += num(3, 0, restart(0, 4))
    body = listed("A", 1) + listed("B", 2) + listed("C", 3) + listed("D", 3)
    assert lines(body, numbering=numbering) == ["I) A", "II) B", "IV) C", "V) D"]


def test_bullets_are_what_their_font_shows() -> None:
    numbering = abstract(0, ("bullet", "\uf0b7"), ("bullet", "o"), ("bullet", "-")) + num(1, 0)
    body = listed("A", 1) + listed("B", 1, 1) + listed("C", 1, 2)
    assert lines(body, numbering=numbering) == ["• A", "◦ B", "- C"]


def test_a_style_can_number_its_paragraphs() -> None:
    own = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    own += '<w:pStyle w:val="Rec"/><w:lvlText w:val="Recommendation %2:"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{own}</w:abstractNum>' + num(7, 0)
    in_list = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    styles = '<w:style w:type="paragraph" w:styleId="Rec"><w:name w:val="Rec"/>'
    styles += f'{in_list}</w:style><w:style w:type="paragraph" w:styleId="Rec2">'
    styles += '<w:name w:val="Rec 2"/><w:basedOn w:val="Rec"/></w:style>'
    free = styled("C", "Rec", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("A", "Rec") + free + styled("B", "Rec2")
    expected = ["Recommendation 1: A", "C", "Recommendation 2: B"]
    assert lines(body, numbering=numbering, styles=styles) == expected


def test_a_label_is_printed_without_words_and_a_bare_number_is_not() -> None:
    numbering = abstract(0, ("decimal", "Recommendation %1"), ("decimal", "%2.")) + num(1, 0)
    body = listed("", 1) + p("The force should act.") + listed("", 1, 1)
    assert lines(body, numbering=numbering) == ["Recommendation 1", "The force should act."]


def test_a_linked_definition_is_followed() -> None:
    numbering = abstract(0, more='<w:numStyleLink w:val="Ours"/>')
    numbering += abstract(1, ("decimalZero", "%1"), more='<w:styleLink w:val="Ours"/>') + num(1, 0)
    assert lines(listed("A", 1), numbering=numbering) == ["01 A"]


def test_a_level_that_never_begins_anew_goes_on() -> None:
    numbering = abstract(0, ("decimal", "%1."), ("decimal", "%2)")).replace(
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/>',
        '<w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/>',
    )
    body = listed("A", 1) + listed("B", 1, 1) + listed("C", 1) + listed("D", 1, 1)
    assert lines(body, numbering=numbering + num(1, 0)) == ["1. A", "1) B", "2. C", "2) D"]


def test_a_number_format_nobody_knows_counts_plainly_and_nonsense_is_no_list() -> None:
    numbering = abstract(0, ("chicago", "%1.")) + num(1, 0) + num(2, 5)
    body = listed("A", 1) + listed("B", 2) + listed("C", 9) + listed("D", 1, 7)
    assert lines(body, numbering=numbering) == ["1. A", "B", "C", "D"]
