"""Whatever stands in a workbook, each filled row is accounted for and no word of one is lost."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.incoming.account import account_lines, gathered_lines
from gainboard.domain.incoming.entry import Outcome
from gainboard.domain.incoming.proposing import propose_mapping
from gainboard.domain.incoming.workbook import Cell, Row, Span, Workbook, words_of
from gainboard.errors import GainboardError
from gainboard.services.incoming import nothing_known, plan_on
from tests.domain.incoming.sheets import HEAD, WORDS, a_sheet

NAMES = st.sampled_from(
    [*HEAD, "Lead", "RAG", "Date closed", "Comments", "Type", "Priority", "Published", "Dates", ""]
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(["", "", "Open", "closed", "R", "TBC", "n/a", "Total", "12", WORDS, "AFI"]),
    st.sampled_from(["31/03/2025", "Mar-25", "soon", "31/02/2025", "1/1/24 to 2/2/24", "45383"]),
    st.dates(min_value=date(1, 1, 1)),
    st.text(max_size=60),
)
SPANS = st.builds(
    lambda top, left, height, width: Span(
        top=top, left=left, bottom=top + height, right=left + width
    ),
    *(st.integers(0, 8) for _ in range(4)),
)


@st.composite
def workbooks(draw: st.DrawFn) -> Workbook:
    width = draw(st.integers(1, 9))
    heads = draw(st.lists(st.tuples(*[NAMES] * width), max_size=2))
    body = draw(st.lists(st.tuples(*[CELLS] * width), max_size=9))
    rows: list[Row] = [*heads, *body]
    spans = tuple(draw(st.lists(SPANS, max_size=3)))
    return Workbook(name="any.xlsx", sheets=(a_sheet(*rows, merged=spans),))


@given(workbooks())
def test_each_filled_row_below_the_header_is_made_or_named(book: Workbook) -> None:
    try:
        mapping = propose_mapping(book)
        plan = plan_on(nothing_known(), book, mapping)
    except GainboardError:
        return
    below = mapping.sheets[0].header_bottom
    assert below is not None
    rows = enumerate(book.sheets[0].rows)
    filled = [nth for nth, row in rows if nth > below and any(map(words_of, row))]
    assert [row.row for row in plan.rows] == filled
    assert all(row.says for row in plan.rows)
    assert len(plan.items) == plan.count(Outcome.MADE)
    assert len({item.ref.casefold() for item in plan.items}) == len(plan.items)
    assert len(list(account_lines(plan))) >= len(gathered_lines(plan))
