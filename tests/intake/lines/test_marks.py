"""The marks of lists, and the numbers behind items."""

import pytest

from gainboard.intake.lines.marks import read_bare_mark, read_mark
from gainboard.intake.lines.notes import is_note
from gainboard.intake.signs.fields import Role, read_column, read_field
from gainboard.intake.signs.references import read_reference
from gainboard.intake.signs.sections import read_announcement, read_section


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("5. Plan.", "5"),
        ("(b) plan", "b"),
        ("8.10 Plan.", "8.10"),
        ("4a) iii The port must plan.", "4a) iii"),
        ("A.4. b) ii Plan.", "A.4. b) ii"),
        ("[45] Plan.", "45"),
        ("1.Plans are rare.", "1"),
    ],
)
def test_a_number_is_read_as_printed(line: str, number: str) -> None:
    mark = read_mark(line)
    assert mark is not None
    assert mark.number == number


@pytest.mark.parametrize("line", ["1.5 million boats", "2026 was calm", "Plan."])
def test_words_and_amounts_have_no_sure_mark(line: str) -> None:
    mark = read_mark(line)
    assert mark is None or not mark.sure


def test_letters_and_numbers_are_never_of_one_list() -> None:
    letter, number = read_mark("B. Money"), read_mark("2. Plan.")
    assert letter is not None
    assert number is not None
    assert not number.is_of_list(letter)


def test_a_number_without_a_stop_waits_for_its_row() -> None:
    first, second = read_bare_mark("12 Plan."), read_bare_mark("13 Log.")
    assert first is not None
    assert second is not None
    assert second.continues(first)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Plan. (Recommendation 4)", "4"),
        ("Plan. (012/22)", "012/22"),
        ("Plan. [C-26-4]", "C-26-4"),
        ("Plan. (2025/26)", None),
        ("Plan. (see paragraph 4)", None),
    ],
)
def test_a_reference_closes_an_item(text: str, reference: str | None) -> None:
    assert read_reference(text) == reference


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ref", Role.NUMBER),
        ("Agreed management action", Role.ACTION),
        ("Responsible officer", Role.OWNER),
        ("Target date", Role.DUE),
        ("Risk rating", Role.RATING),
        ("Boats", None),
    ],
)
def test_a_column_is_known_by_its_name(name: str, role: Role | None) -> None:
    assert read_column(name) is role


def test_a_field_is_no_sentence_that_has_a_colon() -> None:
    assert read_field("Timeframe: 30 November 2027") is not None
    assert read_field("The port should do this: plan.") is None


@pytest.mark.parametrize(
    "heading",
    [
        "Recommendations",
        "6. Recommendations for the port",
        "Conclusions and recommendations",
        "What does the school need to do to improve further?",
        "Action the trust MUST take to improve",
        "## Areas for improvement",
    ],
)
def test_a_heading_announces_a_list(heading: str) -> None:
    assert read_section(heading) is not None


@pytest.mark.parametrize(
    "heading",
    [
        "Progress on previous recommendations",
        "Response to recommendations",
        "Implementation of recommendations",
        "Recommendations 4 and 5 were accepted.",
        "The report makes recommendations to the port",
    ],
)
def test_a_heading_about_recommendations_announces_none(heading: str) -> None:
    assert read_section(heading) is None


def test_a_sentence_can_lead_to_a_list() -> None:
    assert read_announcement("I have heard enough. Accordingly, I recommend:") is not None
    assert read_announcement("In our previous report we made these recommendations:") is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("12 Quays Act 1964, section 3.", True),
        ("Ibid, paragraph 4.", True),
        ("12 The port should keep the log that section 3 requires.", False),
        ("The port is old.", False),
    ],
)
def test_a_footnote_names_a_source_and_asks_for_nothing(text: str, note: bool) -> None:
    assert is_note(text) is note
