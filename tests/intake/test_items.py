"""Where items begin and end, in the forms of reports other than the response form."""

import pytest

from gainboard.domain.draft import DraftItem, Kind
from gainboard.intake.extract import extract


def items(text: str) -> list[DraftItem]:
    return list(extract(text).items)


def test_bullets_under_areas_for_improvement_are_items_of_their_own() -> None:
    text = (
        "Areas for improvement\n\n◼ Timely plans for boats.\n\n◼ Better logs.\n\nFindings\n\nGood."
    )
    assert [item.text for item in items(text)] == ["Timely plans for boats.", "Better logs."]
    assert {item.kind for item in items(text)} == {Kind.AREA_FOR_IMPROVEMENT}


def test_bare_paragraphs_that_lay_a_duty_are_items() -> None:
    text = (
        "Areas for improvement\n\nLeaders should count boats.\n\nLeaders have seen the need to"
        " improve. They should keep logs.\n\nPort details\n\nThe port is small."
    )
    assert [item.addressees for item in items(text)] == [("Leaders",), ("Leaders",)]


def test_a_numbered_list_keeps_its_numbers_and_ends_where_findings_begin() -> None:
    text = (
        "Recommendations\n110.\n\nEnsure that boats are counted.\n\n111.\n\nReview the logs.\n\n"
        "Findings of the inspection\n112.\n\nThe port is well kept."
    )
    assert [item.number for item in items(text)] == ["110", "111"]


def test_a_list_of_contents_is_not_taken_for_the_items() -> None:
    text = (
        "Contents\nRecommendation 1: A plan ........ 4\nRecommendation 2: A log ........ 5\n\n"
        "Recommendation 1: A plan\nThe port should plan.\n\nRecommendation 2: A log\nIt should log."
    )
    assert [item.text for item in items(text)] == ["The port should plan.", "It should log."]


def test_a_title_beside_the_label_is_not_part_of_the_text() -> None:
    text = "Recommendation 4: A simpler way for all\nports on the coast\nThe port should plan."
    [item] = items(text)
    assert (item.number, item.text) == ("4", "The port should plan.")
    assert item.heading is not None


def test_further_duties_below_the_bullets_belong_to_the_item_and_answers_do_not() -> None:
    text = (
        "Recommendation 1\n\nThe port should:\n\n• plan; and\n\n• log.\n\nThis should be done by"
        " May 2027.\n\nWe accept that ports should plan.\n\nMore words."
    )
    [item] = items(text)
    assert item.text.endswith("This should be done by May 2027.")
    assert len(item.clauses) == 2


def test_a_cause_of_concern_is_the_heading_of_its_recommendation() -> None:
    text = (
        "Cause of concern\n\nThe force does not answer calls.\n\nRecommendations\n\nWithin three"
        " months, Northmoor Police should:\n\n- answer calls; and\n\n- log them."
    )
    [recommendation] = items(text)
    assert recommendation.kind is Kind.CAUSE_OF_CONCERN
    assert recommendation.heading == "The force does not answer calls."
    assert [clause.text for clause in recommendation.clauses] == ["answer calls; and", "log them."]


@pytest.mark.parametrize(
    ("label", "kind", "number"),
    [
        ("Area for improvement 3", Kind.AREA_FOR_IMPROVEMENT, "3"),
        ("Accelerated cause of concern", Kind.CAUSE_OF_CONCERN, None),
        ("Learning recommendation 2:", Kind.LEARNING, "2"),
        ("Quick-time learning recommendation 3", Kind.LEARNING, "3"),
        ("Finding 1 (High)", Kind.AUDIT_FINDING, "1"),
        ("Recommendation 2.1", Kind.RECOMMENDATION, "2.1"),
        ("Recommendation one", Kind.RECOMMENDATION, "1"),
    ],
)
def test_a_label_gives_the_kind_and_the_number(label: str, kind: Kind, number: str | None) -> None:
    [item] = items(f"{label}\n\nThe port should plan.")
    assert (item.kind, item.number) == (kind, number)


@pytest.mark.parametrize(
    "sentence",
    [
        "Recommendation 6 will be considered by the board.",
        "Recommendations 5, 7 and 9 should be considered by the board.",
        "It is recommended practice to plan.",
    ],
)
def test_a_sentence_about_recommendations_is_no_item(sentence: str) -> None:
    assert items(sentence) == []


def test_an_item_quoted_twice_is_taken_once() -> None:
    text = "Recommendation 1\n\nThe port should plan.\n\n"
    assert len(items(text + "Annex\n\n" + text)) == 1


def test_an_answer_under_the_same_label_is_not_an_item() -> None:
    text = (
        "Recommendation 1\n\nThe port should plan.\n\nForce response\n\n"
        "Recommendation 1\n\nThe force has planned.\n\nRecommendation 2: accepted"
    )
    assert [item.text for item in items(text)] == ["The port should plan."]


def test_two_texts_under_one_number_are_both_kept_with_a_doubt() -> None:
    text = "Recommendation 1\n\nPorts should plan.\n\nRecommendation 1\n\nPorts should log."
    assert [item.doubts for item in items(text)] == [
        (),
        ("number 1 is printed more than once",),
    ]


def test_letters_in_running_text_are_clauses() -> None:
    [item] = items(
        "Recommendation 1\n\nThe port must (a) buy a boat; (b) paint it; and (c) log it."
    )
    assert [(clause.label, clause.text) for clause in item.clauses] == [
        ("a", "buy a boat;"),
        ("b", "paint it; and"),
        ("c", "log it."),
    ]


def test_lines_within_a_bullet_stay_with_it() -> None:
    text = (
        "Recommendation 1\n\nThe port should:\n\n• keep logs of:\n   o boats\n   o crews\n• plan."
    )
    [item] = items(text)
    assert [clause.text for clause in item.clauses] == ["keep logs of:\no boats\no crews", "plan."]


def test_pages_numbers_and_running_heads_are_left_out_of_the_text() -> None:
    page = "\n\n{0}\n\nReport on the harbours of Northmoor\n\n"
    text = "".join(f"Quiet words here.{page.format(number)}" for number in range(1, 4))
    [item] = items(f"{text}Recommendation 1\n\nThe port should plan for{page.format(4)}all boats.")
    assert item.text == "The port should plan for all boats."


def test_running_text_is_searched_where_no_heading_lists_items() -> None:
    text = "A letter.\n\nWe recommend that the Northmoor Port should plan.\n\nThe sea was calm."
    [item] = items(text)
    assert item.addressees == ("Northmoor Port",)
    assert item.doubts == ("found in running text, not under a heading",)
