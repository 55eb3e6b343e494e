"""How reports word their deadlines, and what they say of dates that is no deadline."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.deadlines import MOST_DEADLINES, Basis, find_deadlines

PUBLISHED = date(2025, 8, 31)

DATED = [
    (
        "The force should review the cases that were closed and report by 31 March 2026.",
        "2026-03-31",
    ),
    ("The force should complete all projects by 31 March 2026.", "2026-03-31"),
    ("The force should identify its training needs by 31 March 2026.", "2026-03-31"),
    (
        "Make sure that officers who are trained to ask complete a course by 1 May 2026.",
        "2026-05-01",
    ),
    ("The force should see what support is there and publish it by March 2026.", "2026-03-31"),
    ("The force should have sergeants who are trained, by 31 December 2025.", "2025-12-31"),
    (
        "We recommend that the Port report to us within six months of tabling this report.",
        "2026-02-28",
    ),
    ("Meet the ports a year after the release of these recommendations.", "2026-08-31"),
    ("We recommend that the Port report back to us in July 2026 with an update.", "2026-07-31"),
    ("These changes should take effect from 1 April 2026.", "2026-04-01"),
    ("Deadline for implementation: June 2026", "2026-06-30"),
    ("Agreed date for completion: 30 June 2026", "2026-06-30"),
    ("Due date 30 June 2026", "2026-06-30"),
    ("The Port should set out how it plans to act, and act by December 2026.", "2026-12-31"),
    ("Trust boards must assure themselves, by 30 September 2026, that it is met.", "2026-09-30"),
    ("The force should ensure that by May 2026: staff are trained.", "2026-05-31"),
    ("a full review of the policy, to be completed by 30 September 2026", "2026-09-30"),
    ("Over the next six months the force should:", "2026-02-28"),
    ("The Port and the Ferry make it plain, and by 30 June 2026 complete a count.", "2026-06-30"),
    ("The ports fund a board, with a chair appointed by November 30, 2026.", "2026-11-30"),
    ("It asks the party to submit its next report, which is due in February 2027.", "2027-02-28"),
    ("The Head of Ports will update the procedure by the end of October 2025.", "2025-10-31"),
    ("Within four weeks of my final decision the Council should act.", "2025-09-28"),
    ("Within 28 days of this public statement the Council should act.", "2025-09-28"),
    (
        "The Port should, within three months of the date of this determination, fit a rail.",
        "2025-11-30",
    ),
    ("Within three months of the issue of our letter the Port should reply.", "2025-11-30"),
    ("The Council should apologise and within three months review it.", "2025-11-30"),
    ("We recommend that the College of Ports by the end of 2026 publish a guide.", "2026-12-31"),
    ("The force within three months should publish a plan.", "2025-11-30"),
    ("ensure that managers have a manageable span of control by July 2026", "2026-07-31"),
    (
        "The Board invites the Port to submit its report, which is its last, by 7 June 2026.",
        "2026-06-07",
    ),
    ("By noon on Friday 5 June 2026, the force should report.", "2026-06-05"),
    ("By 31-Mar-26, the force should act.", "2026-03-31"),
    ("The force should act by March 31, 2026.", "2026-03-31"),
    ("The Department should publish, by 1 March 2026, a plan.", "2026-03-01"),
    ("We recommend that by the end of 2025/26 the force publish a plan.", "2026-03-31"),
    ("The council should complete this by Q2 2026.", "2026-06-30"),
    ("The council should complete this by the end of Q2 2025/26.", "2025-09-30"),
    ("The council should complete this by end of Q3 2025-26.", "2025-12-31"),
    ("By the end of the 2025/26 financial year, the council should act.", "2026-03-31"),
    ("By the end of financial year 2025-26 the council must act.", "2026-03-31"),
    ("By the end of the first quarter of 2026 the council must act.", "2026-03-31"),
    ("Target date: 31/03/2026", "2026-03-31"),
    ("Target date: March 2026", "2026-03-31"),
    ("Implementation date – 30 June 2026", "2026-06-30"),
    ("Timescale: by June 2026", "2026-06-30"),
    ("The Secretary of State should lay regulations before the end of 2026.", "2026-12-31"),
    ("The force should have completed this by no later than 31 December 2025.", "2025-12-31"),
    (
        "The trust must ensure that all staff have completed mandatory training by 31 March 2026.",
        "2026-03-31",
    ),
    ("The force should ensure that all vetting is completed by 31 March 2026.", "2026-03-31"),
    ("Forces should ensure that, by July 2026, they have a plan.", "2026-07-31"),
    ("The force, within six months, should publish a plan.", "2026-02-28"),
    (
        "The committee recommends that, within six months, the Department publish a plan.",
        "2026-02-28",
    ),
    ("The Department should write to us within six months setting out its progress.", "2026-02-28"),
    ("We ask the Department to write to us by 1 December 2025.", "2025-12-01"),
    ("The force should submit an action plan within 30 days.", "2025-09-30"),
    ("publish the strategy within 12 months", "2026-08-31"),
    (
        "The Ministry should, within three months of the publication of this report, plan.",
        "2025-11-30",
    ),
    ("Within three months of publication of our report, act.", "2025-11-30"),
    ("Six months after publication, the force should report.", "2026-02-28"),
    ("The force should report back in six months’ time.", "2026-02-28"),
    (
        "No later than three months from the date of this letter, the Trust should act.",
        "2025-11-30",
    ),
    ("Within the next 12 months, the force should act.", "2026-08-31"),
    ("The force should act in the next three months.", "2025-11-30"),
    ("Within 3-6 months, the force should act.", "2026-02-28"),
    ("Within three to six months, the force should act.", "2026-02-28"),
    ("Within a fortnight of publication, the force should act.", "2025-09-14"),
    ("With effect from 1 April 2026, the force should require it.", "2026-04-01"),
    ("The Department should, from 1 April 2026, publish data.", "2026-04-01"),
    ("The Department should update the Committee in January 2026.", "2026-01-31"),
    ("By the end of this year, the Department should publish.", "2025-12-31"),
    ("By the end of the current financial year the council should act.", "2026-03-31"),
    ("Completion of all outstanding reviews by 31 March 2026", "2026-03-31"),
    ("All plans to be reviewed by 31 March 2026", "2026-03-31"),
    ("We will update the policy by 31 March 2026.", "2026-03-31"),
    ("The policy should be updated and issued by summer 2026.", "2026-08-31"),
    (
        "We recommend that HMPPS sets out how it will reduce violence by 31 October 2025.",
        "2025-10-31",
    ),
    ("The force should immediately stop using the form.", "2025-08-31"),
    ("The Government should introduce legislation by December 2026 at the latest.", "2026-12-31"),
    ("That, by 1 July 2026, the Victorian Government amend the Act.", "2026-07-01"),
    (
        "The committee recommends that the Australian Government table the plan by 30 June 2026.",
        "2026-06-30",
    ),
    (
        "The Chief Constable should develop a plan to improve attendance by March 2026.",
        "2026-03-31",
    ),
    ("Within 56 days of the date of this report the force should publish.", "2025-10-26"),
    ("The Department should implement this recommendation within two years.", "2027-08-31"),
    ("By the end of 2026, all forces should have reviewed all of their policies.", "2026-12-31"),
    (
        "The force must, not later than 60 days after the release of this report, tell us.",
        "2025-10-30",
    ),
    ("The Board should report to Parliament no later than the end of March 2026.", "2026-03-31"),
    ("Within three months:", "2025-11-30"),
    ("By 30 June 2026:", "2026-06-30"),
    ("to implement the new model by April 2026; and", "2026-04-30"),
]
UNDATED = [
    "The force should meet its target to recruit 300 officers by March 2027.",
    "Over the next five years the Department should invest in the estate.",
    "The Trust should ensure patients are seen within 18 weeks.",
    "The plan, due to be implemented by November 2025, should be shared.",
]
NO_DEADLINE = [
    "The force should follow the plan that it agreed to complete by March 2026.",
    "The Board should, from 2027, publish its figures.",
    "The Government committed to publishing by spring 2026.",
    "We issued a warning notice requiring improvement by 30 June 2026.",
    "The trust had set a target of 90% to be met by March 2026.",
    "The Port stated that it should complete its plan by 30 September 2026.",
    "In 2024 we recommended that by 31 July 2026 all ports should comply.",
    "We asked ports to send us their files by 30 November 2025.",
    "By the end of January 2026 all sergeants will have a course, which should be kept.",
    "The Port undertook to write to the Committee by the end of May 2026.",
    "The force expects to introduce new software by March 2026.",
    "The Committee invited submissions by 21 August 2026 and received 41.",
    "The Board will share its learning within six months.",
    "It will implement, by 2027, the further recommendation.",
    "Within six weeks of the publication of this report, the Inspectorate will ask again.",
    "Three areas need attention: the recording of decisions within one working day.",
    "a warrant may be executed within three months of its issue",
    "Cases opened before 1 April 2026 should be reviewed.",
    "We recommend that the plan published by 31 October 2025 be revised.",
    "Declarations should be returned within 28 days of appointment.",
    "The Council should reduce sickness by 2026.",
    "By 2030 demand will have doubled. The force should plan.",
    "The force should review the 300 cases opened by 31 March 2024.",
    "By March 2024, the force had recorded 300 complaints and should review them.",
    "The force told us it would publish its plan by December 2025.",
    "The force should prepare for the system which will be introduced by March 2027.",
    "The plan should be tested at least every three years.",
    "Forces should respond to all complaints within 28 days.",
    "Forces should make sure victims are contacted within 28 days of making a complaint.",
    "Officers should complete the form within 24 hours of arrest.",
    "The force should make sure victims are updated within 5 working days of arrest.",
    "The force should make sure that every case is reviewed within three months.",
    "The custody sergeant should review each detention within 28 days of receiving a complaint.",
    "For the next five years the Department should fund it.",
    "The force should review its use of force over the past 12 months.",
    "Following the inspection in May 2024, the force should act.",
    "You are under a duty to respond to this report within 56 days of the date of this report.",
    "I must receive your response by 5 June 2025.",
    "HMICFRS will revisit the force within six months of this report.",
    "We will return within 12 months of publication to review progress.",
    "The force should publish its figures by 31 March each year.",
    "The force should increase officer numbers by 2000.",
    "On 1 September 2022 the Commission recommended that the CAA act.",
    "The force should reduce the backlog by 6 months.",
    "Data should be retained for seven years.",
    "The system should retain records for at least six months.",
    "The force should plan for the demand expected in the next five years.",
    "The inspection was carried out within six months of the publication of the strategy.",
    "The force should learn from the review carried out in March 2024.",
    "A report should be published in 2024 terms.",
    "Officers should immediately notify the custody sergeant whenever a detainee is unwell.",
    "Staff should report any concerns immediately.",
    "The force should ensure that safeguarding concerns are escalated immediately.",
    "Training should be completed by officers within 12 weeks of joining.",
    "The policy was last reviewed in June 2023 and should be updated.",
    "The provider must ensure that requests are answered within 20 working days.",
    "Not before 1 April 2026 should the force close it.",
    "The force was inspected by 3 officers.",
    "The report was laid before Parliament on 1 April 2025 by 12 members.",
    "The Department should explain why it did not meet the deadline of 1 May 2025.",
]
SEVERAL = [
    ("recommendations 2 and 3", ["2", "3"]),
    ("recommendations 2, 3 and 5", ["2", "3", "5"]),
    ("recommendations 2 to 4", ["2", "3", "4"]),
    ("Recommendations 1.2 and 1.4", ["1.2", "1.4"]),
    ("recommendation 6(b)", ["6"]),
    ("the review in recommendation 6", ["6"]),
]
FILLERS = [
    "by 1 May 2026 ",
    "By July 2026, act. ",
    "within six months of this report ",
    "immediately ",
    "before 1 May 2026 ",
    "as soon as possible thereafter ",
]


@pytest.mark.parametrize(("text", "due"), DATED)
def test_a_deadline_is_read_however_it_is_worded(text: str, due: str) -> None:
    assert due in [str(one.due) for one in find_deadlines(text, PUBLISHED)]


@pytest.mark.parametrize("text", UNDATED)
def test_what_may_date_something_else_is_kept_without_a_date(text: str) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert found.due is None
    assert "no date" in found.rule


@pytest.mark.parametrize("published", [PUBLISHED, None])
@pytest.mark.parametrize("text", NO_DEADLINE)
def test_a_date_that_is_no_deadline_is_left_alone(text: str, published: date | None) -> None:
    assert [one.due for one in find_deadlines(text, published) if one.due] == []


@pytest.mark.parametrize(("words", "numbers"), SEVERAL)
def test_every_recommendation_that_is_waited_for_is_named(words: str, numbers: list[str]) -> None:
    found = find_deadlines(f"Within six months of the completion of {words}, act.", PUBLISHED)
    assert [one.depends_on for one in found] == numbers
    assert {one.basis for one in found} == {Basis.RELATIVE_TO_RECOMMENDATION}


def test_of_two_recommendations_the_last_one_done_counts() -> None:
    found = find_deadlines("Within six months of recommendations 2 and 3, act.", PUBLISHED)
    assert {one.rule for one in found} == {
        "relative to recommendations 2 and 3: 6 months after the last of them is complete"
    }


@pytest.mark.parametrize("words", ["By the end of this year", "Within six months"])
def test_what_is_counted_from_publication_waits_for_its_date(words: str) -> None:
    [found] = find_deadlines(f"{words}, forces should act.", None)
    assert found.due is None
    assert "publication date" in found.rule


@pytest.mark.parametrize(
    "text",
    [
        "The Board should act before Parliament rises for the summer recess.",
        "Before Parliament rises for the summer recess, the Board should act.",
        "By the time of the next inspection, the force should act.",
        "Prior to the launch of the new system, the force should act.",
    ],
)
def test_an_event_to_come_has_no_date(text: str) -> None:
    [found] = find_deadlines(text, PUBLISHED)
    assert (found.basis, found.due) == (Basis.RELATIVE_TO_EVENT, None)


@pytest.mark.parametrize("words", ["By the end of next year", "Within 12 months"])
def test_a_date_past_the_end_of_the_calendar_is_none(words: str) -> None:
    [found] = find_deadlines(f"{words}, the force should act.", date.max)
    assert found.due is None
    assert "outside the calendar" in found.rule


@pytest.mark.parametrize("filler", FILLERS)
def test_a_text_of_nothing_but_deadlines_gives_no_more_than_a_board_can_read(filler: str) -> None:
    assert len(find_deadlines(filler * 20_000, PUBLISHED)) <= MOST_DEADLINES


@given(
    st.lists(
        st.sampled_from(
            [
                "By",
                "within",
                "two",
                "months",
                "May",
                "2026",
                "of",
                "the",
                "report",
                "should",
                "1",
                "recommendation",
                "end",
                "Q2",
                ",",
                ".",
            ]
        ),
        max_size=40,
    )
)
def test_any_jumble_of_their_words_is_read_without_a_date_that_is_not_in_it(
    words: list[str],
) -> None:
    found = find_deadlines(" ".join(words), None)
    assert all(one.due is None or one.due.year == 2026 for one in found)
