"""What is kept of a tracker under study: the choices made, and nothing that was only proposed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gainboard.domain.incoming.fields import Field
from gainboard.domain.incoming.proposing import propose_mapping
from gainboard.domain.incoming.workbook import Sheet, Workbook
from gainboard.gui.tracker_study import Kept, Study, main_sheet, read_kept, resumed, write_study

ROWS = (
    ("Ref", "Recommendation", "Report", "Status", "Panel"),
    ("N1", "The force should answer its calls within ten seconds.", "Calls", "On ice", "Gold"),
    ("N2", "The force should call back within one hour of a call.", "Calls", "Open", "Gold"),
)


@pytest.fixture
def study() -> Study:
    book = Workbook(name="t.xlsx", sheets=(Sheet(name="Live", rows=ROWS),))
    fresh = propose_mapping(book)
    return Study(
        path=Path("/there/t.xlsx"),
        name=book.name,
        book=book,
        fresh=fresh,
        mapping=fresh,
        sheet=main_sheet(fresh),
    )


def kept_of(study: Study) -> Kept:
    kept = read_kept(write_study(study))
    assert kept is not None
    return kept


def test_choices_come_back_as_they_were_made(study: Study) -> None:
    chosen = study.mapping.with_column("Panel", Field.GROUP)
    chosen = replace(chosen.with_value(Field.STATUS, "On ice", "watch"), report_title="The calls")
    kept = kept_of(replace(study, mapping=chosen))
    again = resumed(study, kept).mapping
    assert again.means(Field.STATUS, "On ice") == "watch"
    assert again.column_of(Field.GROUP) is not None
    assert again.report_title == "The calls"


def test_what_was_only_proposed_is_not_kept(study: Study) -> None:
    kept = kept_of(study)
    assert kept.choices.columns == ()
    assert kept.choices.values == ()


def test_a_column_nobody_has_chosen_stays_to_be_chosen(study: Study) -> None:
    chosen = study.mapping.with_column("Ref", Field.NOTE)
    again = resumed(study, kept_of(replace(study, mapping=chosen))).mapping
    panel = next(one for one in again.columns if one.name == "Panel")
    assert panel == next(one for one in study.fresh.columns if one.name == "Panel")


def test_choices_are_known_by_the_columns(study: Study) -> None:
    kept = kept_of(study)
    others = replace(study.fresh, columns=study.fresh.columns[:1])
    assert kept.is_of(study.book, study.fresh)
    assert not kept.is_of(study.book, others)


@pytest.mark.parametrize("words", ["", "no JSON", "[]", '{"form": 2}', '{"form": 1}'])
def test_what_cannot_be_read_is_no_former_study(words: str) -> None:
    assert read_kept(words) is None


def test_a_mapping_spoilt_by_hand_is_no_former_study(study: Study) -> None:
    kept = json.loads(write_study(study))
    kept["choices"]["columns"] = {"Ref": "moon"}
    assert read_kept(json.dumps(kept)) is None
