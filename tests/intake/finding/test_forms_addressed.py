"""Whom the items of each form are for, where the line below the document names somebody.

The fifth column of forms/NAME.txt holds the names, parted by "; ", without "the"; "x" is anyone.
"""

from pathlib import Path

import pytest

from gainboard.intake.extract import extract

FORMS = sorted(Path(__file__).with_name("forms").glob("*.txt"), key=lambda path: path.stem)


def named(line: str) -> str:
    columns = [part.strip() for part in line.split("|")]
    return columns[4] if len(columns) > 4 and columns[4] != "x" else ""


def wanted(form: Path) -> list[str]:
    lines = form.read_text(encoding="utf-8").split("\n=====\n")[1].strip().splitlines()
    return [named(line) for line in lines]


@pytest.mark.parametrize(
    "form", [form for form in FORMS if any(wanted(form))], ids=lambda path: path.stem
)
def test_each_item_is_for_whom_the_document_says(form: Path) -> None:
    found = extract(form.read_text(encoding="utf-8").split("\n=====\n")[0]).items
    pairs = [(item, names) for item, names in zip(found, wanted(form), strict=True) if names]
    said = ["; ".join(item.addressees).casefold() for item, _ in pairs]
    assert said == [names.casefold() for _, names in pairs]
