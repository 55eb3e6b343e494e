"""Where the fields of a mapping stand in each sheet that is read: columns are found by name."""

from collections.abc import Iterator

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.headers import Header, header_at
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.workbook import Sheet, Workbook

Places = dict[Field, tuple[int, ...]]


def places_by_sheet(book: Workbook, mapping: Mapping) -> Iterator[tuple[Sheet, Header, Places]]:
    """Yield each sheet that is read, with its header and the columns of each field."""
    for choice in mapping.sheets:
        sheet = book.sheet(choice.name)
        if not choice.read or sheet is None or choice.header_bottom is None:
            continue
        if choice.header_bottom >= len(sheet.rows):
            continue
        header = header_at(sheet, choice.header_bottom)
        yield sheet, header, places_in(header, mapping)


def places_in(header: Header, mapping: Mapping) -> Places:
    """Return the columns of each field under a header."""
    fields = {_plain(one.name): one.field for one in mapping.columns}
    found: dict[Field, list[int]] = {}
    for place, name in enumerate(header.names):
        if name:
            # A column only this sheet has is kept, as those are that nobody has spoken for.
            field = fields.get(_plain(name), Field.NOTE)
            if field in found and not field.may_repeat:
                field = Field.NOTE
            found.setdefault(field, []).append(place)
    return {field: tuple(places) for field, places in found.items()}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
