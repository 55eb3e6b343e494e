"""Tables that name in their first column what stands beside: "Ref | 3.1", "Finding | …"."""

from collections.abc import Iterator, Sequence

from gainboard.intake.layout.block import Block
from gainboard.intake.signs.fields import WORDS, Role, read_column

Row = dict[int, list[Block]]
ROLES = tuple(Role)
_FEWEST = 3
_NEARLY_ALL = 0.7
_LONGEST_NAME = 70


def keyed_rows(rows: Sequence[Row]) -> list[Row]:
    """Turn such a table into a row for each of its records; columns are counted as in ROLES.

    Gives no rows where the table is of another form.
    """
    pairs = [pair for row in rows for pair in _pairs(row)]
    named = [(role, blocks) for role, blocks in pairs if role is not None]
    roles = {role for role, _ in named}
    if len(named) < max(_FEWEST, len(pairs) * _NEARLY_ALL) or not roles & set(WORDS):
        return []
    if Role.ASKED not in roles and Role.FINDING not in roles:
        return []
    return list(_records(named))


def _pairs(row: Row) -> Iterator[tuple[Role | None, list[Block]]]:
    """Read a row's names with what stands beside them; a wide row may hold two of each."""
    places = sorted(row)
    if len(places) == 1:
        return
    if len(places) % 2 or any(_role(row[at]) is None for at in places[::2]):
        beside = [block for at in places[1:] for block in row[at]]
        yield _role(row[places[0]]), beside
        return
    for name, value in zip(places[::2], places[1::2], strict=True):
        yield _role(row[name]), row[value]


def _role(blocks: Sequence[Block]) -> Role | None:
    words = " ".join(block.printed for block in blocks)
    return read_column(words) if len(words) <= _LONGEST_NAME else None


def _records(named: Sequence[tuple[Role, list[Block]]]) -> Iterator[Row]:
    record: Row = {}
    first = named[0][0]
    for role, blocks in named:
        if role is first and ROLES.index(first) in record:
            yield record
            record = {}
        record.setdefault(ROLES.index(role), []).extend(blocks)
    yield record
