"""Mappings the register keeps for the next file: among its settings, found by their columns."""

import json
from collections.abc import Sequence
from dataclasses import replace

from gainboard.domain.changes import Changes
from gainboard.domain.directory import Setting
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.mapping_json import from_json, to_json
from gainboard.domain.incoming.meanings import plain_value
from gainboard.domain.incoming.proposing import fits, propose_mapping, with_choices_of
from gainboard.domain.incoming.workbook import Workbook
from gainboard.errors import GainboardError
from gainboard.services.sittings import operation
from gainboard.store.register import Register

_KEY = "tracker mapping"
_NEARLY = 0.7
_SAME = 0.95


def kept_mappings(register: Register) -> tuple[Mapping, ...]:
    """Return the mappings the register keeps, oldest first; one that cannot be read is left out."""
    return tuple(mapping for _, mapping in _kept(register))


def keep_mapping(register: Register, mapping: Mapping) -> Changes:
    """Keep a mapping for the next file; it takes the place of a former one of the same columns."""
    with operation(register, "Keep the mapping of a tracker") as change:
        keep(register, mapping)
    return change.done


def keep(register: Register, mapping: Mapping) -> None:
    """Keep a mapping inside the running operation."""
    settings = register.tables.settings
    former = next(
        ((one, kept) for one, kept in _kept(register) if _is_of_same(kept, mapping)), None
    )
    if former:
        settings.change(former[0], value=_written(_with_words_of(mapping, former[1])))
    else:
        nth = settings.count("key LIKE ?", f"{_KEY} %") + 1
        settings.add(Setting(key=f"{_KEY} {nth}", value=_written(mapping)))


def propose(register: Register, book: Workbook, sheet: str = "") -> Mapping:
    """Propose a mapping: as was chosen for a file of these columns before, else from the file.

    Raises GainboardError as `propose_mapping` does.
    """
    return propose_with(kept_mappings(register), book, sheet)


def propose_with(kept: Sequence[Mapping], book: Workbook, sheet: str = "") -> Mapping:
    """Propose a mapping as `propose` does; from plain values only."""
    found = propose_mapping(book, sheet)
    best = max(kept, key=lambda one: fits(found, one), default=None)
    if best is None or fits(found, best) < _NEARLY:
        return found
    return with_choices_of(book, found, best)


def _kept(register: Register) -> list[tuple[Setting, Mapping]]:
    found = []
    for setting in register.tables.settings.where("key LIKE ?", f"{_KEY} %"):
        try:
            found.append((setting, from_json(json.loads(setting.value))))
        except (ValueError, GainboardError):
            continue  # what cannot be read stands for nothing; the file is proposed for afresh
    return found


def _written(mapping: Mapping) -> str:
    return json.dumps(to_json(mapping), ensure_ascii=False)


def _is_of_same(kept: Mapping, mapping: Mapping) -> bool:
    return min(fits(mapping, kept), fits(kept, mapping)) >= _SAME


def _with_words_of(mapping: Mapping, former: Mapping) -> Mapping:
    """Return the mapping with the words a former file had and this one has not."""
    there = {(one.field, plain_value(one.words)) for one in mapping.values}
    more = [one for one in former.values if (one.field, plain_value(one.words)) not in there]
    return replace(mapping, values=(*mapping.values, *more))
