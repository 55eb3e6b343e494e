"""A tracker's file is read apart, and comes back whole."""

from datetime import date
from pathlib import Path

import pytest

from gainboard.errors import GainboardError
from gainboard.exports.tracker import write_tracker
from gainboard.services.founding import found
from gainboard.services.incoming import read_tracker, save_account
from gainboard.services.registers import open_register
from gainboard.services.tracker import tracker
from gainboard.store.register import Register
from tests.domain.incoming.sheets import a_book, row
from tests.services.incoming.trackers import plan_of, take_in


def test_a_table_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("Ref;Recommendation\nNP/1;Do it", "cp1252")
    assert read_tracker(path).sheets[0].rows[1] == ("NP/1", "Do it")


@pytest.mark.parametrize("content", [b"PK\x03\x04 nothing", b"%PDF-1.4"])
def test_what_is_no_tracker_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kept.xlsx"
    path.write_bytes(content)
    with pytest.raises(GainboardError, match="nothing was"):
        read_tracker(path)


def test_the_programs_own_tracker_comes_back_as_it_went(register: Register, tmp_path: Path) -> None:
    write_tracker(tracker(register), tmp_path / "own.xlsx")
    found(tmp_path / "new.gainboard", force="Northmoor Police", clock=register.clock)
    with open_register(tmp_path / "new.gainboard", clock=register.clock) as fresh:
        take_in(fresh, read_tracker(tmp_path / "own.xlsx"))
        columns = ("ref", "number", "kind", "text", "applicability", "force_status")
        back = set(fresh.tables.recommendations.columns(*columns))
    assert back == set(register.tables.recommendations.columns(*columns))


@pytest.mark.parametrize("name", ["account.txt", "account.xlsx"])
def test_the_account_names_what_was_not_understood(
    register: Register, tmp_path: Path, name: str
) -> None:
    book = a_book(row(1, due_date="soon"), row(2, recommendation=""), row(3, due_date=date.max))
    save_account(register, plan_of(register, book), tmp_path / name)
    told = (
        (tmp_path / name).read_text("utf-8")
        if name.endswith("txt")
        else str(read_tracker(tmp_path / name).sheets)
    )
    assert "“soon” is no date; it is kept as words" in told
    assert "D3 is empty" in told
    assert "the year 9999 is unlikely" in told
