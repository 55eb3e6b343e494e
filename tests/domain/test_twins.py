"""The same words met again."""

import pytest

from gainboard.domain.twins import Known, find_twins

LOGS = (
    "By July 2026, Northmoor Police should review how custody records are checked, "
    "and report the result to its board every quarter."
)
KNOWN = (
    Known(ref="CUS24-3", report="CUS24", text="Train every custody sergeant in first aid."),
    Known(ref="CUS24-4", report="CUS24", text=LOGS),
)


def test_words_that_differ_only_in_marks_and_spaces_are_the_same() -> None:
    found = find_twins([LOGS.replace(", ", ",\n• ").upper()], KNOWN)
    assert (found[0].ref, found[0].exactly) == ("CUS24-4", True)


def test_a_word_changed_here_or_there_is_nearly_the_same() -> None:
    found = find_twins([LOGS.replace("July 2026", "July 2027")], KNOWN)
    assert (found[0].ref, found[0].exactly) == ("CUS24-4", False)


@pytest.mark.parametrize(
    "text",
    [
        "By July 2026, Northmoor Police should review how exhibits are stored.",
        LOGS + " It should also publish, within two years, what the review of every one of its"
        " custody suites has cost, and who paid for it.",
        "",
        "Train",
    ],
)
def test_a_text_that_shares_only_a_part_is_another(text: str) -> None:
    assert find_twins([text], KNOWN) == {}


def test_the_likest_is_chosen_and_of_two_alike_the_first() -> None:
    near = Known(ref="CUS23-1", report="CUS23", text=LOGS.replace("quarter", "month"))
    again = Known(ref="CUS25-1", report="CUS25", text=LOGS)
    assert find_twins([LOGS], [near, *KNOWN, again])[0].ref == "CUS24-4"


def test_a_text_shorter_than_a_run_is_met_again_whole() -> None:
    known = [Known(ref="A-1", report="A", text="Recruit more drivers")]
    assert find_twins(["recruit more drivers."], known)[0].exactly
