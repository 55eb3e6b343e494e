"""What is pasted comes with its lists and tables, from whichever program it was copied."""

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.readers.web import read_pasted

WORD = """Version:0.9
StartHTML:0000000105
EndHTML:0000004229
StartFragment:0000000141
EndFragment:0000004189
<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>x</o:OfficeDocumentSettings></xml>
<![endif]--><style>p.MsoNormal {margin:0cm}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h2><![if !supportLists]><span style='mso-list:Ignore'>1.1<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp; </span></span><![endif]>Recommendations<o:p></o:p></h2>
<p class=MsoNormal>By May 2027, the force<a style='mso-footnote-id:ftn1' href="#_ftn1"
name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> should:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->
review <i>every</i> boat; and<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>(b)<span style='font:7.0pt'>&nbsp;</span></span><![endif]>report.</p>
<p class=MsoNormal><span style='font-family:Wingdings'>o</span> Thematic <span
style='font-family:Wingdings'>þ</span> National</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""

DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
    '<p dir="ltr"><span>The force should:</span></p>'
    '<ol><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="1">'
    '<p role="presentation"><span>review boats</span></p></li>'
    '<li dir="ltr" style="list-style-type:lower-alpha;"><p><span>report</span></p></li></ol></b>'
)

OUTLOOK = (
    "<html><body><div class=WordSection1><table><tr><td><p class=MsoNormal>From the board</p>"
    "</td></tr></table><p class=MsoNormal style='margin-left:36.0pt;text-indent:-18.0pt'>"
    "The force should act.</p></div></body></html>"
)


def lines(html: str) -> list[str]:
    return read_pasted("", html).text.replace("\n\n", "\n").split("\n")


def test_a_list_from_word_has_the_marks_it_shows() -> None:
    assert lines(WORD) == [
        "1.1 Recommendations",
        "By May 2027, the force should:",
        "• review every boat; and",
        "(b) report.",
        "☐ Thematic ☒ National",
    ]


def test_a_list_item_that_has_word_s_mark_has_no_other() -> None:
    mark = "<span style='mso-list:Ignore'>2)<span>&nbsp;</span></span>"
    assert lines(f"<ul><li>{mark}act</li><li>plan</li></ul>") == ["2) act", "• plan"]


def test_marks_of_a_page_that_word_saved_filtered_are_as_shown() -> None:
    spaces = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    bullet = f"<p class=MsoListParagraph><span style='font-family:Symbol'>·{spaces}</span>act</p>"
    assert lines(f"{bullet}<p>1.{spaces}plan</p>") == ["• act", "1. plan"]


@pytest.mark.parametrize(("ticked", "shown"), [("0000", "☐"), ("0100", "☒")])
def test_a_check_box_of_word_s_old_forms_shows_its_state(ticked: str, shown: str) -> None:
    field = f"FFFFFFFF650000001400010043000000{ticked}0000"
    begins = "<!--[if supportFields]><span style='mso-element:field-begin'></span>FORMCHECKBOX"
    stored = f"<!--[if gte mso 9]><xml><w:data>{field}</w:data></xml><![endif]-->"
    assert lines(f"<p>{begins}<![endif]-->{stored} National</p>") == [f"{shown} National"]


def test_words_headings_and_levels_are_kept() -> None:
    found = read_pasted("", WORD).passages
    assert [(p.heading, p.indent) for p in found[:4]] == [(2, 0), (0, 0), (0, 0), (0, 1)]


def test_a_line_of_contents_from_word_has_dots_before_its_page_number() -> None:
    tab = "<span style='mso-tab-count:1 dotted'>. </span>"
    assert lines(f"<p class=MsoToc1>Plan{tab}12</p>") == ["Plan ..... 12"]


def test_a_list_from_google_docs_has_the_marks_it_shows() -> None:
    assert lines(DOCS) == ["The force should:", "a. review boats", "b. report"]


def test_a_message_from_outlook_is_read_without_the_tables_that_frame_it() -> None:
    assert lines(OUTLOOK) == ["From the board", "The force should act."]
    assert all(passage.cell is None for passage in read_pasted("", OUTLOOK).passages)


def test_html_that_lacks_words_of_the_text_is_not_trusted() -> None:
    text = "The force should act on every one of the harbour's boats."
    assert read_pasted(text, "<p>The force</p>").text == text


def test_plain_text_is_read_by_its_lines() -> None:
    assert read_pasted("One\r\nTwo", None).text == "One\nTwo"
    assert read_pasted("One\r\nTwo", None).passages == ()


def test_a_clipboard_without_words_is_said() -> None:
    with pytest.raises(GainboardError, match="no words"):
        read_pasted(" \n", "<img src=x>")
