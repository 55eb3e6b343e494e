"""One row of a tracker as the recommendation it will be, and what of it becomes a note."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from gainboard.domain.deadlines import MonthRule
from gainboard.domain.incoming.entry import Entry, Remark
from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.mapping import Mapping
from gainboard.domain.incoming.plan import PlannedItem, PlannedReport
from gainboard.domain.incoming.standing import Standing, standing
from gainboard.domain.words import clean_name
from gainboard.intake.wording.addressees import split_names
from gainboard.intake.wording.one_item import clauses_of
from gainboard.services.incoming.deadlines import deadlines_of_entry
from gainboard.services.incoming.naming import kind_of, printed_number


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMaker:
    """Makes items by one mapping; `own` are the plain names of the force."""

    mapping: Mapping
    own: Container[str]
    month_rule: MonthRule

    def make(
        self, entry: Entry, report: PlannedReport, ref: str, *, is_theirs: bool
    ) -> tuple[PlannedItem, list[Remark]]:
        """Return the recommendation under its reference, and what is to be remarked about it."""
        addressees = _addressees(entry.addressee)
        stands = standing(entry, addressees, self.own)
        deadlines = deadlines_of_entry(entry, report.published, stands.status, self.month_rule)
        item = PlannedItem(
            entry=entry,
            code=report.code,
            ref=ref,
            number=printed_number(entry),
            kind=kind_of(entry),
            status=stands.status,
            status_reason=stands.status_reason,
            applicability=stands.applicability,
            applicability_reason=stands.applicability_reason,
            completed_on=stands.completed_on,
            rag=stands.rag,
            addressees=addressees,
            clauses=clauses_of(entry.text),
            deadlines=deadlines,
            agreed_date=_agreed(entry, deadlines[0].due if deadlines else None),
            notes=tuple(self._notes(entry, stands, report, is_theirs=is_theirs)),
        )
        return item, _remarks(entry, stands)

    def _notes(
        self, entry: Entry, stands: Standing, report: PlannedReport, *, is_theirs: bool
    ) -> Iterator[tuple[str, str]]:
        """Yield what no field of ours holds: it is kept with the recommendation as a note."""
        if entry.ref and not is_theirs:
            yield self._name(Field.REF), entry.ref
        if entry.number and not printed_number(entry):
            yield self._name(Field.NUMBER), entry.number
        if entry.published and entry.published != report.published:
            yield self._name(Field.PUBLISHED), f"{entry.published:%d/%m/%Y}"
        if entry.closed_on and not stands.status_reason:
            yield self._name(Field.CLOSED_ON), f"{entry.closed_on:%d/%m/%Y}"
        nuanced = len(entry.status_words.split()) > 2 and entry.status
        if nuanced and not stands.status_reason:
            yield self._name(Field.STATUS), entry.status_words
        if stands.unrated is not None:
            yield self._name(Field.RAG), stands.unrated
        yield from entry.notes

    def _name(self, of: Field) -> str:
        column = self.mapping.column_of(of)
        return column.name if column else of.words


def _remarks(entry: Entry, stands: Standing) -> list[Remark]:
    if stands.unrated is None:
        return []
    says = (
        f"{stands.unrated.upper()} says “{stands.unrated.words}”, and it is "
        f"{stands.status.words}; it is kept as a note"
    )
    return [entry.remark(Field.RAG, says, stands.unrated.upper())]


def _addressees(words: str) -> tuple[str, ...]:
    """Return the names in an addressee's cell, the whole of it where none is recognised."""
    names = split_names(words) or (words,)
    return tuple(name for name in names if clean_name(name.removeprefix("the ")))


def _agreed(entry: Entry, due: date | None) -> date | None:
    return None if entry.current_date == due else entry.current_date
