"""A few of the hurt and crafted files, on every run."""

from pathlib import Path

import pytest

from tests.reliability.documents import read_by_commands, read_crafted, read_mutated
from tests.reliability.mutations import mutated
from tests.reliability.reading import TRACKERS, read_apart
from tests.reliability.report_files import report_files

CRAFTED = (
    "zip bomb of parts over each other",
    "billion laughs in word/styles.xml",
    "laughs in sixteen bits",
    "1,000 tables in each other",
    "numbering that follows itself",
    "a merged range over the sheet",
    "two cells a sheet apart",
    "shared strings that lie",
    "an open sheet without end",
    "sixteen bits of nonsense",
    "PDF pages in a ring",
    "PDF that draws itself",
    "PDF of arrays in arrays",
    "PDF whose tables form a ring",
    "RTF that promises a picture",
    "HTML with a table as wide as wished",
    "an OLE file that runs in a ring",
    "an old Word document that lies",
)


@pytest.mark.parametrize("suffix", [*report_files()])
def test_each_kind_is_read_where_it_is_sound(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report.{suffix}"
    path.write_bytes(report_files()[suffix])
    assert read_apart("sound", path).id == ""


def test_hurt_files_end_with_one_sentence(tmp_path: Path) -> None:
    reads = [*read_mutated(tmp_path, range(7000, 7018))]
    assert [one for one in reads if one.wrong or one.broke] == []
    assert {one.path.suffix for one in reads} >= {*TRACKERS, ".docx", ".pdf"} - {".ods"}


def test_files_made_to_harm_do_none(tmp_path: Path) -> None:
    reads = [*read_crafted(tmp_path, CRAFTED)]
    assert len(reads) == len(CRAFTED)
    assert [one for one in reads if one.wrong or one.broke] == []


@pytest.mark.slow
def test_the_commands_leave_a_register_as_it_was(tmp_path: Path) -> None:
    reads = [*read_by_commands(tmp_path, range(8000, 8002), places=1)]
    assert [one for one in reads if one.wrong] == []


def test_the_same_number_hurts_the_same_file_the_same_way() -> None:
    assert mutated(41) == mutated(41)
