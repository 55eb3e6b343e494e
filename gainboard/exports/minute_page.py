"""The minutes as a page to read: who was there, and per item what was said, decided and set to do.

Four columns: a label, the words, and for actions an owner and a date.
"""

from collections.abc import Iterable
from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gainboard.domain.minutes import MinuteAction, MinuteItem, Minutes
from gainboard.domain.states import MeetingState
from gainboard.exports import cells, fitting, sheets, styles

_WIDTHS = (19.0, 92.0, 20.0, 13.0)


def state_words(minutes: Minutes) -> str:
    """Say in capitals whether these are minutes yet: a draft must never pass for them."""
    if is_approved(minutes):
        return "APPROVED MINUTES"
    return "DRAFT MINUTES - not yet approved by the board"


def is_approved(minutes: Minutes) -> bool:
    """Tell whether the board has approved these minutes."""
    state = minutes.state.casefold().replace("_", " ")
    return state.startswith(("approved", MeetingState.MINUTES_APPROVED.words))


def add_minute_page(book: Workbook, minutes: Minutes) -> None:
    """Add the sheet "Minutes"."""
    title = f"Minutes of {minutes.ref}"
    paper = "APPROVED" if is_approved(minutes) else "DRAFT"
    says = f"Meeting held on {cells.day_words(minutes.held_on)}"
    sheet = sheets.add_sheet(book, minutes.imprint, title, paper, says)
    sheet.title = "Minutes"
    sheets.set_widths(sheet, _WIDTHS)
    page = _Page(sheet)
    page.notice(state_words(minutes))
    _write_notes(page, minutes)
    _write_meeting(page, minutes)
    for item in minutes.items:
        _write_item(page, item)
    _write_end(page, minutes)


class _Page:
    """A sheet being written from the top down; text too tall for a row goes on in the next."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = sheets.TITLE_ROWS

    def gap(self, points: float = 8) -> None:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = points

    def notice(self, text: str) -> None:
        self._one(text, styles.NOTICE, 22)

    def heading(self, text: str) -> None:
        self.gap()
        self._one(text, styles.HEADING, 20)

    def header(self, *titles: str) -> None:
        """Write the row that every further page repeats."""
        self._row += 1
        for column, title in enumerate(titles, start=1):
            cells.put(self._sheet.cell(self._row, column), title, styles.HEADER)
        self._sheet.row_dimensions[self._row].height = 18
        self._sheet.print_title_rows = f"{self._row}:{self._row}"
        # The marking stays in sight however far one reads.
        self._sheet.freeze_panes = "A2"

    def entry(
        self,
        label: str,
        text: str,
        style: str = styles.BODY_TEXT,
        *,
        owner: str = "",
        due: date | None = None,
    ) -> None:
        for turn, part in enumerate(fitting.parts(cells.clean(text), _WIDTHS[1], styles.BODY)):
            values = (label, part, owner, due) if not turn else (f"{label} (continued)", part)
            self._write(values, style)

    def item(self, number: str, title: str, ref: str) -> None:
        self.gap()
        self._write((number, title, ref, ""), styles.ITEM, points=11, label_style=styles.ITEM)

    def _write(
        self,
        values: tuple[str | date | None, ...],
        style: str,
        *,
        points: float = styles.BODY,
        label_style: str = styles.LABEL,
    ) -> None:
        self._row += 1
        others = styles.BODY_TEXT if style == styles.QUOTE else style
        kinds = (label_style, style, others, others if values[3:] == ("",) else styles.BODY_DATE)
        for column, (value, kind) in enumerate(zip(values, kinds, strict=False), start=1):
            cells.put(self._sheet.cell(self._row, column), value, kind)
        texts = [
            (value, width)
            for value, width in zip(values, _WIDTHS, strict=False)
            if isinstance(value, str)
        ]
        self._sheet.row_dimensions[self._row].height = fitting.height(texts, points) + 3

    def _one(self, text: str, style: str, points: float) -> None:
        self._row += 1
        cells.put(self._sheet.cell(self._row, 1), text, style)
        self._sheet.row_dimensions[self._row].height = points


def _write_notes(page: _Page, minutes: Minutes) -> None:
    if minutes.left_out:
        page.notice(_left_out_words(minutes.left_out))
    if minutes.addenda:
        page.notice("These minutes have been corrected: see the addenda at their end.")


def _left_out_words(count: int) -> str:
    items = "1 confidential item is" if count == 1 else f"{count} confidential items are"
    return f"{items} left out of this copy."


def _write_meeting(page: _Page, minutes: Minutes) -> None:
    page.heading("Meeting")
    page.entry("Held on", cells.day_words(minutes.held_on))
    for label, text in (
        ("Place", minutes.place),
        ("Chair", minutes.chair),
        ("Quorum", minutes.quorum),
    ):
        if text:
            page.entry(label, text)
    page.heading("Attendance")
    for person in minutes.attendance:
        named = ", ".join(filter(None, (person.name, person.post)))
        page.entry(_capital(person.presence), named)
    if not minutes.attendance:
        page.entry("", "No attendance was recorded.")
    page.heading("Business")
    page.header("Item", "Minute", "Owner", "Due")


def _write_item(page: _Page, item: MinuteItem) -> None:
    confidential = " (CONFIDENTIAL)" if item.confidential else ""
    page.item(item.number, item.title + confidential, item.ref)
    for label, text, style in (
        ("Text", item.text, styles.QUOTE),
        ("Before the board", item.before_board, styles.BODY_TEXT),
        ("Discussion", item.discussion, styles.BODY_TEXT),
    ):
        if text.strip():
            page.entry(label, text, style)
    for decision in item.decisions:
        page.entry(f"Decision {decision.number}", decision.sentence, styles.BODY_STRONG)
    _write_actions(page, item.actions)
    if item.outcome:
        page.entry("Outcome", item.outcome)


def _write_actions(page: _Page, actions: Iterable[MinuteAction]) -> None:
    for action in actions:
        label = f"Action {action.number}"
        page.entry(label, action.text, styles.BODY_STRONG, owner=action.owner, due=action.due)


def _write_end(page: _Page, minutes: Minutes) -> None:
    page.heading("Next meeting")
    day = cells.day_words(minutes.next_on) if minutes.next_on else "No date has been set."
    page.entry("Date", day)
    if not minutes.addenda:
        return
    page.heading("Addenda")
    for number, addendum in enumerate(minutes.addenda, start=1):
        page.entry(f"Addendum {number}", addendum)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
