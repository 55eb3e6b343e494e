"""The cells of one row, read field by field; what is not understood is remarked and kept."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gainboard.domain.draft import Basis
from gainboard.domain.due_words import read_due_words
from gainboard.domain.incoming.days import Day, day_at_end, is_nothing, read_day
from gainboard.domain.incoming.entry import Entry, Remark, Told
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.meanings import NONE, plain_value
from gainboard.domain.incoming.workbook import Cell, cell_name, words_of
from gainboard.domain.states import Rag
from gainboard.domain.words import clean_name

Meanings = Mapping[tuple[Field, str], str]

_NOBODY = re.compile(
    r"tb[acd]|vacant|unknown|unallocated|unassigned|not (?:yet )?(?:allocated|assigned|known)"
    r"|to be (?:confirmed|allocated|advised|assigned|agreed|decided)|awaiting allocation",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:;|\n|\s/\s)\s*")
# As this register's own tracker tells an update: "12 Mar 2026 (Supt CJ): …".
_OWN_UPDATE = re.compile(
    r"(\d{1,2} [A-Z][a-z]{2} \d{4})(?: \(([^()]{1,100})\))?(?: \[\w+\])?: (?=\S)"
)
_BEGINS = re.compile(r"\s*(?:update\s*)?[\[(]?(\d[\w\s/.\-]{4,17}?\d{2,4})[\])]?\s*(?:[:–—-]|\s)")
_TEXTS = (Field.NUMBER, Field.KIND, Field.RATING, Field.PAF_AREA, Field.INSPECTORATE_STATUS)


@dataclass(slots=True)
class RowCells:
    """Reads the cells of one row; `filled` gives a cell's words, those of a merged range too."""

    sheet: str
    row: int
    names: tuple[str, ...]
    places: Mapping[Field, tuple[int, ...]]
    cell_at: Callable[[int], Cell]
    meanings: Meanings
    first_day: bool = False
    remarks: list[Remark] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def entry(self, report: str, status: str) -> Entry:
        """Return the row as an entry; report and status as a heading or the sheet says, else."""
        due, words = self._deadline()
        return Entry(
            sheet=self.sheet,
            row=self.row,
            text=self.text(Field.TEXT),
            places=self.places,
            ref=self.text(Field.REF),
            report=self._some(Field.REPORT) or report,
            published=self._date(Field.PUBLISHED),
            source_kind=self._some(Field.SOURCE_KIND),
            bodies=self._several(Field.BODY),
            addressee=self._some(Field.ADDRESSEE),
            themes=self._several(Field.THEME),
            chief_officer=self._somebody(Field.CHIEF_OFFICER),
            delivery_lead=self._somebody(Field.DELIVERY_LEAD),
            group=self._somebody(Field.GROUP),
            deadline_words=words,
            due=due,
            current_date=self._date(Field.CURRENT_DATE),
            closed_on=self._date(Field.CLOSED_ON),
            updates=self._updates(),
            **self._plain_texts(),
            **self._chosen(status),
            notes=(*self.notes, *self._kept()),
            cells=tuple(self._cells()),
        )

    def text(self, of: Field) -> str:
        """Return the words of a field; those of several columns stand below one another."""
        return "\n".join(filter(None, (words_of(self.cell_at(p)) for p in self._at(of))))

    def _at(self, of: Field) -> tuple[int, ...]:
        return self.places.get(of, ())

    def _some(self, of: Field) -> str:
        words = clean_name(self.text(of))
        return "" if is_nothing(words) else words

    def _several(self, of: Field) -> tuple[str, ...]:
        parts = _SEVERAL.split(self.text(of))
        names = (clean_name(part) for part in parts)
        return tuple(dict.fromkeys(name for name in names if not is_nothing(name)))

    def _somebody(self, of: Field) -> str:
        name = self._some(of)
        if name and _NOBODY.fullmatch(name):
            self._remark(of, f"“{name}” names nobody; it is kept as a note")
            return ""
        return name

    def _plain_texts(self) -> dict[str, Any]:
        told = {str(of): self._some(of) for of in _TEXTS if of is not Field.KIND}
        return {**told, "status_words": self._some(Field.STATUS)}

    def _chosen(self, status: str) -> dict[str, Any]:
        return {
            "status": self._meaning(Field.STATUS) or status,
            "kind": self._meaning(Field.KIND),
            "applicability": self._meaning(Field.APPLICABILITY),
            "rag": self._rag(Field.RAG),
            "forecast": self._rag(Field.FORECAST),
        }

    def _meaning(self, of: Field) -> str:
        words = self._some(of)
        if not words:
            return ""
        means = self.meanings.get((of, plain_value(words)), "")
        if not means:
            taken = "it is taken as open, and" if of is Field.STATUS else "it is"
            self._remark(of, f"“{words}” is no {of.words.lower()} here; {taken} kept as a note")
        return means

    def _rag(self, of: Field) -> Rag | None:
        means = self._meaning(of)
        return Rag(means) if means and means != NONE else None

    def _date(self, of: Field) -> date | None:
        for place in self._at(of)[:1]:
            read = read_day(self.cell_at(place), first_day=self.first_day)
            if read.doubt and read.day:
                self._remark(of, f"{read.doubt}; the date is taken, the words are kept as a note")
            elif read.doubt:
                self._remark(of, f"{read.doubt}; it is kept as a note")
            return read.day
        return None

    def _deadline(self) -> tuple[Day | None, str]:
        """Return the day the deadline column gives, and the words of the deadline as written."""
        words = " ".join(self.text(Field.DEADLINE_WORDS).split())
        words = "" if is_nothing(words) else words
        for place in self._at(Field.DUE)[:1]:
            read = read_day(self.cell_at(place), first_day=self.first_day)
            if read.day is not None and read.doubt:
                self._remark(Field.DUE, f"{read.doubt}; the date is taken", note=bool(words))
            elif read.doubt and not _is_understood(read.words):
                self._remark(Field.DUE, f"{read.doubt}; it is kept as words", note=bool(words))
            return (read if read.words else None), words or read.words
        return None, words

    def _updates(self) -> tuple[Told, ...]:
        """Return the updates, oldest first as far as the tracker tells: later columns before."""
        on = self._date(Field.UPDATED_ON)
        places = self._at(Field.UPDATE)
        found = []
        for nth, place in enumerate(places):
            words = words_of(self.cell_at(place))
            if is_nothing(words):
                continue
            name = "" if len(places) == 1 else self.names[place]
            day = day_at_end(self.names[place]) or (on if nth == 0 else None)
            found.append(_told(words, day, name))
        found.reverse()
        return tuple(sorted(found, key=lambda told: told.on or date.max))

    def _kept(self) -> list[tuple[str, str]]:
        """Return the cells that are kept as notes, each with its column's name."""
        kept = [(self.names[p], words_of(self.cell_at(p))) for p in self._at(Field.NOTE)]
        return [(name, words) for name, words in kept if words]

    def _cells(self) -> Iterable[tuple[str, str]]:
        left = set(self._at(Field.LEAVE))
        for place, name in enumerate(self.names):
            words = words_of(self.cell_at(place)) if name and place not in left else ""
            if words:
                yield name, words

    def _remark(self, of: Field, says: str, *, note: bool = True) -> None:
        place = self._at(of)[0]
        words = words_of(self.cell_at(place))
        cell = cell_name(self.row, place)
        self.remarks.append(Remark(sheet=self.sheet, cell=cell, words=words, says=says))
        if note:
            self.notes.append((self.names[place], words))


def _is_understood(words: str) -> bool:
    """Tell whether a deadline is one in words, "within six months", and not two of them."""
    found = read_due_words(words, None).deadlines
    if len(found) != 1:
        return False
    # A day that is stated and yet comes to none is not of the calendar.
    return found[0].basis not in (Basis.NONE, Basis.STATED_DAY) or found[0].due is not None


def _told(words: str, on: date | None, name: str) -> Told:
    own = _OWN_UPDATE.match(words)
    if own:
        day = read_day(own[1]).day
        return Told(text=words[own.end() :], on=day or on, by=own[2] or "")
    said = f"{name}: {words}" if name else words
    return Told(text=said, on=on or _newest(words))


def _newest(words: str) -> date | None:
    """Return the newest date that a line begins with; updates are often added line by line."""
    found = (_BEGINS.match(line[:60] + " ") for line in words.split("\n")[:200])
    days = (read_day(begins[1]).day for begins in found if begins)
    return max((day for day in days if day), default=None)
