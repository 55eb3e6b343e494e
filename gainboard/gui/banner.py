"""Notices that stay until they are dismissed or mended, one under the other, over the pages."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from gainboard.gui.announcing import announce
from gainboard.gui.forms.ui_banner import Ui_Banner


class Banner(QFrame):
    """One notice with its buttons."""

    def __init__(self, words: str, acts: Mapping[str, Callable[[], object]], role: str) -> None:
        super().__init__()
        self._form = Ui_Banner()
        self._form.setupUi(self)
        self.setProperty("role", role)
        self._form.says.setText(words)
        self._form.dismiss.clicked.connect(self.hide)
        former: QWidget = self
        for name, act in acts.items():
            button = QPushButton(name, self)
            button.setObjectName(f"act_{self._form.buttons.count()}")
            button.setAccessibleName(name.rstrip("…"))
            button.clicked.connect(lambda _=False, act=act: act())
            self._form.buttons.addWidget(button)
            self.setTabOrder(former, button)
            former = button
        # Dismiss is the last to the eye, and so to Tab.
        self.setTabOrder(former, self._form.dismiss)

    @property
    def words(self) -> str:
        """Return the words of the notice."""
        return self._form.says.text()

    @property
    def acts(self) -> list[str]:
        """Return what its buttons say, but for the one that dismisses it."""
        buttons = self.findChildren(QPushButton)
        return [each.text() for each in buttons if each is not self._form.dismiss]

    def press(self, name: str) -> None:
        """Press one of its buttons, as a hand would."""
        for button in self.findChildren(QPushButton):
            if button.text() == name:
                button.click()


class Banners(QWidget):
    """The notices that stand now, one of each kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: dict[str, Banner] = {}

    def say(
        self, kind: str, words: str, acts: Mapping[str, Callable[[], object]], *, bad: bool = True
    ) -> None:
        """Show a notice in place of the one of its kind; the same words are not said twice."""
        former = self._shown.get(kind)
        if former is not None and former.words == words:
            return
        self.take_down(kind)
        banner = Banner(words, acts, "message" if bad else "notice")
        self._shown[kind] = banner
        self._column.addWidget(banner)
        announce(self, words, urgent=bad)

    def take_down(self, kind: str) -> None:
        """Take a notice down: what it told of is mended."""
        banner = self._shown.pop(kind, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def take_all_down(self) -> None:
        """Take every notice down, for another register or none."""
        for kind in list(self._shown):
            self.take_down(kind)

    def has(self, kind: str) -> bool:
        """Tell whether a notice of a kind was given and not mended, even if it was dismissed."""
        return kind in self._shown

    def standing(self) -> dict[str, Banner]:
        """Return the notices that are seen, by kind."""
        return {kind: one for kind, one in self._shown.items() if not one.isHidden()}
