"""The review of a document: whatever is done to it, no word is lost and every step goes back."""

import re
from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.draft import Draft, DraftClause, DraftItem, DraftReport, Kind
from gainboard.domain.states import Applicability
from gainboard.gui import intake_review as reviewing
from gainboard.gui.intake_kept import read_review, write_review
from gainboard.gui.intake_review import Review
from tests.gui.northmoor import sample_draft

Step = Callable[[Review], Review]
WORDS = st.text(alphabet="abc de.\n", min_size=1, max_size=40)
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda at: lambda review: reviewing.go(review, at), st.integers(-2, 9)),
    st.builds(lambda at: lambda review: reviewing.split_at(review, at), st.integers(0, 60)),
    st.just(reviewing.merge_next),
    st.just(reviewing.mark_reviewed),
)
LOSSY: st.SearchStrategy[Step] = st.one_of(
    STEPS,
    st.just(reviewing.drop),
    st.builds(
        lambda start, end: lambda review: reviewing.add(review, min(start, end), max(start, end)),
        st.integers(0, 300),
        st.integers(0, 300),
    ),
    st.builds(
        lambda value: lambda review: reviewing.choose_applicability(review, value),
        st.sampled_from([None, *Applicability]),
    ),
)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Draw a document of some items, each standing in it word for word."""
    source, items = "Custody in Northmoor\n", []
    for text in draw(st.lists(WORDS.filter(str.strip), max_size=5)):
        start = len(source)
        source += text.strip() + "\n\n"
        span = (start, start + len(text.strip()))
        clauses = (DraftClause(label="a", text=text.strip()[:5]),)
        items.append(
            DraftItem(number="1", kind=Kind.LEARNING, text=text.strip(), clauses=clauses, span=span)
        )
    return Draft(report=DraftReport(), items=tuple(items), warnings=(), source=source)


def after(draft: Draft, steps: list[Step]) -> Review:
    review = reviewing.begin(draft, "custody.txt")
    for step in steps:
        review = step(review)
    return review


def words(review: Review) -> list[str]:
    return [word for entry in review.entries for word in re.findall(r"\S+", entry.item.text)]


@given(drafts(), st.lists(STEPS, max_size=12))
def test_splitting_and_merging_lose_no_letter(draft: Draft, steps: list[Step]) -> None:
    before = "".join(words(reviewing.begin(draft, "custody.txt")))
    assert "".join(words(after(draft, steps))) == before


@given(drafts(), st.lists(LOSSY, max_size=12))
def test_spans_stay_in_the_document_and_the_place_in_the_list(
    draft: Draft, steps: list[Step]
) -> None:
    review = after(draft, steps)
    assert -1 <= review.at < max(1, len(review.entries))
    for entry in review.entries:
        start, end = entry.item.span
        assert 0 <= start <= end <= len(review.source)


@given(drafts(), st.lists(LOSSY, max_size=12))
def test_a_kept_review_comes_back_as_it_was(draft: Draft, steps: list[Step]) -> None:
    review = after(draft, steps)
    assert read_review(write_review(review)) == review


@given(drafts(), st.lists(LOSSY, max_size=12))
def test_clauses_are_always_labelled_in_order(draft: Draft, steps: list[Step]) -> None:
    for entry in after(draft, steps).entries:
        assert entry.item.clauses == reviewing.relabel(entry.item.clauses)


@given(st.text(max_size=60))
def test_words_that_are_no_review_are_no_review(kept: str) -> None:
    assert read_review(kept) is None


def test_each_item_is_reviewed_once_and_then_none_is_left() -> None:
    review = reviewing.go(reviewing.begin(sample_draft(), "custody.txt"), 1)
    for _ in range(3):
        review = reviewing.mark_reviewed(review)
    assert review.counted == "3 of 3 reviewed"
    assert reviewing.mark_reviewed(review).counted == "3 of 3 reviewed"


def test_another_publication_date_moves_what_is_counted_from_it() -> None:
    review = reviewing.begin(sample_draft(), "custody.txt")
    moved = reviewing.change_report(review, published=date(2026, 2, 28))
    assert moved.entries[2].item.deadlines[0].due == date(2026, 8, 28)
    assert moved.entries[0].item.deadlines == review.entries[0].item.deadlines


def test_new_text_has_its_deadlines_read_again() -> None:
    review = reviewing.go(reviewing.begin(sample_draft(), "custody.txt"), 1)
    changed = reviewing.change_item(review, text="By 31 March 2026 the force should publish.")
    assert changed.current is not None
    assert changed.current.item.deadlines[0].due == date(2026, 3, 31)


def test_a_place_in_the_document_is_found_in_the_text_of_the_item() -> None:
    review = reviewing.go(reviewing.begin(sample_draft(), "custody.txt"), 0)
    place = review.source.index("and that the record")
    offset = reviewing.offset_of(review, place)
    assert review.current is not None
    assert review.current.item.text[offset:].startswith("and that the record")


def test_what_is_split_keeps_its_own_part_of_the_document() -> None:
    review = reviewing.go(reviewing.begin(sample_draft(), "custody.txt"), 0)
    assert review.current is not None
    parts = reviewing.split_at(review, review.current.item.text.index("and that"))
    second = parts.entries[1].item
    assert parts.source[slice(*second.span)] == second.text
    assert second.number is None
