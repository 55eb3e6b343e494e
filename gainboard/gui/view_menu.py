"""The View menu: the pages, the size of the text, light or dark."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gainboard.gui.theme import TEXT_SCALES, Scheme, kept_scale, kept_scheme, restore_theme

_SCHEMES = {
    Scheme.SYSTEM: "&As the system",
    Scheme.LIGHT: "&Light",
    Scheme.DARK: "&Dark",
}


def list_pages(menu: QMenu, titles: Iterable[str], go: Callable[[int], None]) -> None:
    """Put the pages at the top of the menu, Ctrl+1 and so on."""
    first = menu.actions()[0]
    for number, title in enumerate(titles):
        act = QAction(f"&{number + 1} {title}", menu)
        act.setShortcut(f"Ctrl+{number + 1}")
        act.triggered.connect(lambda _=False, number=number: go(number))
        menu.insertAction(first, act)


def list_columns(menu: QMenu, shown: Callable[[], QWidget | None]) -> None:
    """Offer the columns of the list on the page that is seen, each time the menu opens."""

    def fill() -> None:
        menu.clear()
        columns = getattr(shown(), "columns_menu", None)
        if columns is not None:
            for act in columns().actions():
                act.setParent(menu)
                menu.addAction(act)
        menu.setEnabled(columns is not None)

    menu.aboutToShow.connect(fill)


def list_text_sizes(menu: QMenu, then: Callable[[], None]) -> None:
    """Offer text up to twice the usual size."""
    now = kept_scale()
    group = QActionGroup(menu)
    for scale in TEXT_SCALES:
        act = _choice(menu, group, f"{scale} %", scale == now)
        act.triggered.connect(lambda _=False, scale=scale: _keep("view/text_scale", scale, then))


def list_schemes(menu: QMenu, then: Callable[[], None]) -> None:
    """Offer light and dark."""
    now = kept_scheme()
    group = QActionGroup(menu)
    for scheme, words in _SCHEMES.items():
        act = _choice(menu, group, words, scheme == now)
        act.triggered.connect(
            lambda _=False, scheme=scheme: _keep("view/scheme", scheme.value, then)
        )


def _choice(menu: QMenu, group: QActionGroup, words: str, chosen: bool) -> QAction:
    act = QAction(words, menu)
    act.setCheckable(True)
    act.setChecked(chosen)
    group.addAction(act)
    menu.addAction(act)
    return act


def _keep(key: str, value: object, then: Callable[[], None]) -> None:
    QSettings().setValue(key, value)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    restore_theme(app)
    then()
