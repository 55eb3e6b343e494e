"""What a child process is asked to do, done here."""

from pathlib import Path
from typing import Any

import pytest

from gainboard.errors import GainboardError
from gainboard.intake.apart.works import MOST_ITEMS, MOST_LETTERS, WORKS
from tests.intake.checks.zipped import workbook, zipped

ASKED = {"published": None, "month_rule": "last_day"}


def refusal(work: str, **asked: Any) -> GainboardError:
    with pytest.raises(GainboardError) as caught:
        list(WORKS[work]({**ASKED, **asked}))
    return caught.value


def test_what_was_pasted_is_drafted() -> None:
    asked = {"text": "Recommendation 1\nThe force should plan.", "html": None}
    assert [*WORKS["pasted"]({**ASKED, **asked})][-1]["item"]["number"] == "1"


def test_a_paste_without_words_is_said_so() -> None:
    fault = refusal("pasted", text=" \n", html=None)
    assert fault.id == "E-EMPTY"
    assert "what was pasted" in fault.says


def test_more_words_than_any_report_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("words " * (MOST_LETTERS // 5), "utf-8")
    assert refusal("document", path=str(path)).id == "E-TOO-BIG"


def test_more_items_than_any_report_are_refused() -> None:
    text = "".join(
        f"Recommendation {number}\n\nThe force should make plan {number}.\n\n"
        for number in range(1, MOST_ITEMS + 2)
    )
    assert "5,001 recommendations" in refusal("pasted", text=text, html=None).says


def test_a_tracker_is_checked_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(workbook(b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))
    assert refusal("tracker", path=str(path)).id == "E-TOO-BIG"


def test_a_tracker_with_macros_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(zipped({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}))
    assert refusal("tracker", path=str(path)).id == "E-MACROS"
