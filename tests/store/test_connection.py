"""What is wrong with the file, told by whatever reads it."""

import sqlite3
from pathlib import Path

import pytest

from gainboard.errors import Damaged
from gainboard.services.views import document
from gainboard.store.check import check
from gainboard.store.register import open_register
from tests.builders import a_year

LONG = "Words of the report. " * 2000


@pytest.fixture
def hurt(tmp_path: Path) -> Path:
    """Make a register whose long document leads to a page that is not there."""
    with a_year(tmp_path) as register, register.journal.operation("Lengthen the report"):
        [kept] = register.tables.report_documents.all()
        register.tables.report_documents.change(kept, text=LONG)
    content = bytearray(register.path.read_bytes())
    chained = next(
        at for at in range(0, len(content), 4096) if content[at + 4 : at + 4096] in LONG.encode()
    )
    content[chained : chained + 4] = b"\x7f\xff\xff\xff"
    register.path.write_bytes(content)
    return register.path


def test_damage_met_while_reading_is_told_in_a_sentence(hurt: Path) -> None:
    with open_register(hurt, look=False) as register, pytest.raises(Damaged, match="E-DAMAGED"):
        document(register, "CCP25")


def test_damage_met_row_by_row_is_told_too(hurt: Path) -> None:
    told = pytest.raises(Damaged, match="E-DAMAGED")
    sql = "SELECT title AS text FROM report UNION ALL SELECT text FROM report_document"
    with open_register(hurt, look=False) as register, told:
        list(register.db.query(sql))


def test_damage_is_found_by_the_look_at_opening(hurt: Path) -> None:
    with pytest.raises(Damaged, match="E-DAMAGED"):
        open_register(hurt)


def test_damage_is_a_fault_to_the_check(hurt: Path) -> None:
    with open_register(hurt, look=False) as register:
        assert check(register.db, hurt).faults


def test_a_bug_of_ours_stays_a_bug(hurt: Path) -> None:
    no_table = pytest.raises(sqlite3.OperationalError, match="no such table")
    with open_register(hurt, look=False) as register, no_table:
        register.db.execute("SELECT * FROM nowhere")
