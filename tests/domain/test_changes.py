"""Changes: folded into one per row, and turned round."""

from hypothesis import given
from hypothesis import strategies as st

from gainboard.domain.changes import Changes, Row, RowChange, merge, reverse

State = dict[int, Row]


def change(id: int, before: Row | None, after: Row | None) -> RowChange:
    return RowChange(table="person", id=id, before=before, after=after)


@st.composite
def histories(draw: st.DrawFn) -> tuple[State, list[RowChange], State]:
    """Draw a state, changes that fit it, and the state after them."""
    values = st.integers(0, 3)
    start: State = {n: {"a": draw(values), "b": 0} for n in draw(st.sets(st.integers(1, 3)))}
    state, made = {key: dict(row) for key, row in start.items()}, []
    for key in draw(st.lists(st.integers(1, 4), max_size=12)):
        before = state.get(key)
        after = None if before and draw(st.booleans()) else {"a": draw(values), "b": draw(values)}
        made.append(_told(key, before, after))
        state.pop(key, None)
        state |= {key: after} if after else {}
    return start, made, state


def _told(key: int, before: Row | None, after: Row | None) -> RowChange:
    if before is None or after is None:
        return change(key, before, after)
    names = [name for name in after if after[name] != before[name]]
    return change(key, {n: before[n] for n in names}, {n: after[n] for n in names})


def applied(state: State, changes: tuple[RowChange, ...]) -> State:
    done = {key: dict(row) for key, row in state.items()}
    for row in changes:
        if row.after is None:
            assert done.pop(row.id) == row.before
        elif row.before is None:
            assert row.id not in done
            done[row.id] = dict(row.after)
        else:
            assert {name: done[row.id][name] for name in row.before} == row.before
            done[row.id] |= row.after
    return done


@given(histories())
def test_folded_changes_lead_where_the_changes_led(
    history: tuple[State, list[RowChange], State],
) -> None:
    start, made, end = history
    assert applied(start, merge(made)) == end


@given(histories())
def test_reversed_changes_lead_back(history: tuple[State, list[RowChange], State]) -> None:
    start, made, end = history
    assert applied(end, reverse(merge(made))) == start


@given(histories())
def test_folded_changes_name_each_row_once(
    history: tuple[State, list[RowChange], State],
) -> None:
    ids = [row.id for row in merge(history[1])]
    assert len(ids) == len(set(ids))


def test_a_change_that_changes_nothing_is_none() -> None:
    assert merge([change(1, {"a": 1}, {"a": 2}), change(1, {"a": 2}, {"a": 1})]) == ()


def test_the_touched_rows_of_a_table_are_told() -> None:
    changes = Changes(label="Add", rows=(change(3, None, {"a": 1}),))
    assert changes.touched("person") == {3}
    assert changes.touched("body") == frozenset()
