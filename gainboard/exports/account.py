"""The account of a tracker that was taken in, as a workbook or as plain text."""

from pathlib import Path

from gainboard.domain.incoming.account import account_lines
from gainboard.domain.incoming.plan import Plan
from gainboard.domain.paper import Imprint
from gainboard.domain.words import shorten
from gainboard.exports import sheets, tables
from gainboard.exports.saving import check_target, put_in_place, save_workbook
from gainboard.exports.tables import Column, Value

PAPER = "Account of a tracker"
_COLUMNS = (
    Column(title="Sheet", width=20.0),
    Column(title="Row or cell", width=12.0),
    Column(title="What became of it", width=22.0),
    Column(title="Why", width=60.0),
    Column(title="Its words", width=60.0),
)


def write_account(plan: Plan, imprint: Imprint, path: Path) -> None:
    """Write it to `path`, .xlsx or .txt; raises GainboardError, and then `path` is as it was."""
    if path.suffix.lower() == ".txt":
        check_target(path, ".txt")
        put_in_place(path, account_text(plan, imprint).encode())
    else:
        _write_workbook(plan, imprint, path)


def account_text(plan: Plan, imprint: Imprint) -> str:
    """Return it as text, under its marking."""
    lines = [imprint.marking.line, f"{PAPER}: {plan.name}", plan.headline, ""]
    for line in account_lines(plan):
        words = f" | {shorten(line.words, 500)}" if line.words else ""
        lines.append(f"{line.sheet}, {line.place}: {line.outcome}: {line.says}{words}")
    return "\n".join([*lines, "", imprint.marking.line, ""])


def _write_workbook(plan: Plan, imprint: Imprint, path: Path) -> None:
    book = sheets.new_workbook(imprint, PAPER)
    sheet = sheets.add_sheet(book, imprint, "Not understood", PAPER, plan.headline)
    rows: list[list[Value]] = [
        [line.sheet, line.place, line.outcome, line.says, line.words]
        for line in account_lines(plan)
    ]
    table = tables.write_table(
        sheet, sheets.TITLE_ROWS + 1, _COLUMNS, rows, empty="Everything was understood."
    )
    tables.set_widths(sheet, table)
    tables.freeze_and_repeat(sheet, table, columns=2)
    save_workbook(book, path, imprint.made_at)
