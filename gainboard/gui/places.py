"""The pages of the window, each under its name; a new page is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QListWidget, QWidget

from gainboard.gui.history_page import HistoryPage
from gainboard.gui.meetings_page import MeetingsPage
from gainboard.gui.navigation import fit_width, set_count
from gainboard.gui.recommendations_page import RecommendationsPage
from gainboard.gui.reports_page import ReportsPage
from gainboard.gui.summary_rows import SummaryRows
from gainboard.gui.workspace import Workspace


class Page(Protocol):
    """What the window asks of a page."""

    title: str

    @property
    def beginning(self) -> QWidget:
        """Return what has the cursor first; as a focus proxy it would keep Tab in its round."""

    def refresh(self) -> None:
        """Show the register as it is now."""


@runtime_checkable
class Leads(Protocol):
    """A page that can be asked to show a reference."""

    def go_to(self, ref: str) -> bool:
        """Show a reference; False if it is not one of this page's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One line of the navigation: its name, icon, page, and what it counts."""

    title: str
    icon: str
    build: Callable[[Workspace, SummaryRows], QWidget]
    counts: Callable[[SummaryRows], int] | None = None


PLACES = (
    Place(
        title="Recommendations",
        icon="recommendations",
        build=RecommendationsPage,
        counts=lambda rows: rows.open_count,
    ),
    Place(
        title="Reports",
        icon="reports",
        build=ReportsPage,
        counts=lambda rows: len({row.report_code for row in rows.rows}),
    ),
    Place(
        title="Meetings",
        icon="meetings",
        build=lambda workspace, _: MeetingsPage(workspace),
    ),
    Place(title="History", icon="history", build=lambda workspace, _: HistoryPage(workspace)),
)


def as_page(widget: QWidget) -> Page:
    """See a widget as the page it is."""
    return cast(Page, widget)


def show_counts(navigation: QListWidget, rows: SummaryRows) -> None:
    """Say beside each page how many there are of what it shows."""
    for number, place in enumerate(PLACES):
        set_count(navigation.item(number), place.title, place.counts(rows) if place.counts else 0)
    fit_width(navigation)
