"""Where the fields of a mapping stand in each sheet that is read: columns are found by name."""

from collections.abc import Iterable, Iterator, Sequence

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.headers import Header, header_at
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.names import plain_header
from gainboard.domain.incoming.workbook import Sheet, Workbook

_FEW = 0.5
_ENOUGH = 0.6
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
    fields = {one.name: one.field for one in mapping.columns}
    known = known_as(header, list(fields))
    found: dict[Field, list[int]] = {}
    for place, name in enumerate(header.names):
        if name:
            # A column only this sheet has is kept, as those are that nobody has spoken for.
            field = fields[known[place]] if place in known else Field.NOTE
            if field in found and not field.may_repeat:
                field = Field.NOTE
            found.setdefault(field, []).append(place)
    return {field: tuple(places) for field, places in found.items()}


def known_as(header: Header, names: Sequence[str]) -> dict[int, str]:
    """Return by which of these names each column of a header is known, as far as it is.

    Where few are the same, those are taken too that differ by the name of a group above them.
    """
    plain = {_plain(name): name for name in reversed(names)}
    said = {place: _plain(name) for place, name in enumerate(header.names) if name}
    same = {place: plain[name] for place, name in said.items() if name in plain}
    if len(same) >= _FEW * len(said):
        return same
    ends = _by_ends(names)
    nearly = {place: _nearly(header.said[place], ends) for place in said}
    both = {place: name for place, name in nearly.items() if name} | same
    return both if len(both) >= _ENOUGH * len(said) else same


def _by_ends(names: Sequence[str]) -> dict[str, set[str]]:
    """Return names by each of their ends: "Dates Due" by `dates due` and by `due`."""
    found: dict[str, set[str]] = {}
    for name in names:
        words = plain_header(name).split()
        for start in range(len(words)):
            found.setdefault(" ".join(words[start:]), set()).add(name)
    return found


def _nearly(said: Iterable[str], ends: dict[str, set[str]]) -> str:
    """Return the one name that is said here without its group, or with one; nothing for several."""
    found = {name for one in said for name in ends.get(one, ())}
    return found.pop() if len(found) == 1 else ""


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
