"""Tables of items: a header row says what the columns hold, each row below it is one item."""

from collections.abc import Mapping, Sequence

from gainboard.domain.draft import Kind
from gainboard.intake.finding.keyed_tables import ROLES, Row, keyed_rows
from gainboard.intake.finding.labelled import unmarked
from gainboard.intake.layout.block import Block
from gainboard.intake.signs import headings
from gainboard.intake.signs.duty import sentences
from gainboard.intake.signs.fields import WORDS, Role, columns_of
from gainboard.intake.structure.found import Form, Found, RawItem
from gainboard.intake.structure.growth import asks
from gainboard.intake.structure.outline import Outline
from gainboard.intake.tables.flattened import is_date
from gainboard.intake.wording.names_outside import owned_by

_FINDING_WORDS = (Role.FINDING, Role.RISK, Role.ACTION, Role.OTHER)
_MOST_HEADERS = 4
_MOST_ROWS = 500
_LONGEST_NUMBER = 12
_FEWEST_WORDS = 3
_FEWEST_OF_ACTION = 5  # words; "Agreed, in part" does not say what is to be done


def take_table(outline: Outline, place: int) -> tuple[int, list[Found]]:
    """Read the table that begins at a place; no items where its columns name none."""
    rows, after = _rows(outline.blocks, place)
    return after, items_of_rows(rows)


def opens_table(outline: Outline, place: int) -> bool:
    """Say whether a table of items begins at a place."""
    cell = outline.blocks[place].cell
    if cell is None:
        return False
    before = outline.blocks[place - 1].cell if place else None
    if before is not None and before.table == cell.table:
        return False
    return bool(take_table(outline, place)[1])


def items_of_rows(rows: Sequence[Row]) -> list[Found]:
    """Read the rows below the row that names the columns."""
    keyed = keyed_rows(rows)
    if keyed:
        roles = dict(enumerate(ROLES))
        items = [_item(row, {at: roles[at] for at in row}) for row in keyed]
        return [Found(item=item, form=Form.TABLED) for item in items if item is not None]
    for number, row in enumerate(rows[:_MOST_HEADERS]):
        columns = _columns(row)
        if columns is not None:
            items = [_item(entry, columns) for entry in _whole_rows(rows[number + 1 :])]
            return [Found(item=item, form=Form.TABLED) for item in items if item is not None]
    guessed = _guessed(rows)
    items = [_item(row, guessed) for row in rows] if guessed else []
    return [Found(item=item, form=Form.TABLED) for item in items if item is not None]


def _guessed(rows: Sequence[Row]) -> dict[int, Role] | None:
    """Tell columns that nothing names: numbers, dates, and one of words that mostly ask."""
    if len(rows) < 2 or len(rows) > _MOST_ROWS:
        return None
    texts: dict[int, list[str]] = {}
    for row in rows:
        for at, blocks in row.items():
            texts.setdefault(at, []).append(" ".join(block.printed for block in blocks))
    numbers = [at for at, words in texts.items() if all(_is_number(word) for word in words)]
    asked = [at for at, words in texts.items() if sum(map(asks, words)) * 3 > len(rows) * 2]
    if numbers[:1] != [min(texts)] or len(asked) != 1:
        return None
    roles = dict.fromkeys(texts, Role.OTHER) | {numbers[0]: Role.NUMBER, asked[0]: Role.ASKED}
    dates = [at for at, words in texts.items() if sum(map(is_date, words)) * 2 > len(words)]
    return roles | {at: Role.DUE for at in dates[:1] if at not in (numbers[0], asked[0])}


def _is_number(words: str) -> bool:
    return len(words) < _LONGEST_NUMBER and any(map(str.isdigit, words))


def _rows(blocks: Sequence[Block], place: int) -> tuple[list[Row], int]:
    first = blocks[place].cell
    rows: list[Row] = []
    last = -1
    while place < len(blocks):
        block = blocks[place]
        if block.cell is None or first is None or block.cell.table != first.table:
            break
        if block.cell.row != last:
            rows.append({})
            last = block.cell.row
        rows[-1].setdefault(block.cell.column, []).append(block)
        place += 1
    return rows, place


def _columns(row: Row) -> dict[int, Role] | None:
    if len(row) < 2:
        return None
    places = sorted(row)
    named = columns_of([" ".join(block.printed for block in row[at]) for at in places])
    return None if named is None else {places[at]: role for at, role in named.items()}


def _whole_rows(rows: Sequence[Row]) -> list[Row]:
    """Leave out the header where a page repeats it, and rows that only head a group."""
    return [row for row in rows if len(row) > 1 and _columns(row) is None]


def _item(row: Row, columns: Mapping[int, Role]) -> RawItem | None:
    roles = set(columns.values())
    asked = Role.ASKED in roles and any(columns.get(at) is Role.ASKED for at in row)
    wanted = (Role.ASKED,) if asked else _FINDING_WORDS
    if not asked and (Role.FINDING not in roles or _is_told_at_length(row, columns)):
        wanted = (Role.ACTION,)
    blocks = [block for at in sorted(row) if columns.get(at) in wanted for block in row[at]]
    if not any(columns.get(at) in WORDS for at in row) or not blocks:
        return None
    if sum(word[0].isalpha() for block in blocks for word in block.text.split()) < _FEWEST_WORDS:
        return None
    number = _value(row, columns, Role.NUMBER)
    named = headings.read_label(number) if number else None
    label = headings.read_label(blocks[0].text) if len(blocks) > 1 else None
    if label is not None and not label.rest:
        number, blocks = number or label.number, blocks[1:]
    first = blocks[0]
    if number is None and first.mark is not None and first.mark.counts:
        number, blocks[0] = first.mark.number, unmarked(first)
    audit = Role.ASKED not in roles and (Role.FINDING in roles or Role.RISK in roles)
    kind = Kind.AUDIT_FINDING if audit else Kind.RECOMMENDATION
    if label is not None and not label.rest:
        kind = label.kind
    if named is not None and not named.rest and named.kind is not Kind.RECOMMENDATION:
        kind, number = named.kind, named.number
    owner, due = _value(row, columns, Role.OWNER), _value(row, columns, Role.DUE)
    if owner and Role.DUE not in roles:
        owner, due = _owner_and_due(owner)
    return RawItem(
        kind=kind,
        number=number.strip(" .:") if number else None,
        heading=None,
        blocks=tuple(blocks),
        addressee=owned_by(owner),
        due_words=due,
        rating=_value(row, columns, Role.RATING) or "",
    )


def _owner_and_due(cell: str) -> tuple[str, str | None]:
    """Part "Head of Stores June 2026" or "June 2026 Head of Stores", one cell for who and when."""
    words = cell.split()
    for at in range(1, len(words)):
        first, last = " ".join(words[:at]), " ".join(words[at:])
        if is_date(last):
            return first, last
    for at in range(len(words) - 1, 0, -1):
        if is_date(" ".join(words[:at])):
            return " ".join(words[at:]), " ".join(words[:at])
    return cell, None


def _is_told_at_length(row: Row, columns: Mapping[int, Role]) -> bool:
    """Say whether a finding is an account of its own, and the action says what is to be done.

    A finding of one sentence heads its action, which often cannot be understood without it.
    """
    finding, action = (_value(row, columns, role) or "" for role in (Role.FINDING, Role.ACTION))
    return len(sentences(finding)) > 1 and len(action.split()) >= _FEWEST_OF_ACTION


def _value(row: Row, columns: Mapping[int, Role], role: Role) -> str | None:
    blocks = [block for at in sorted(row) if columns.get(at) is role for block in row[at]]
    return " ".join(block.printed for block in blocks) or None
