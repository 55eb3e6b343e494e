"""What happens when the program itself is at fault: said once, with details and no record text."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from gainboard import __version__
from gainboard.errors import GainboardError
from gainboard.gui.forms.ui_crash_window import Ui_CrashWindow
from gainboard.gui.prompts import prompts

Refuse = Callable[[GainboardError], None]


class CrashWindow(QDialog):
    """Says that the program is at fault, what was kept, and what to hand on."""

    def __init__(self, details: str) -> None:
        super().__init__()
        self._form = Ui_CrashWindow()
        self._form.setupUi(self)
        self._form.details.setPlainText(details)
        self._form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self._form.close.clicked.connect(self.accept)


def watch(refuse: Refuse) -> None:
    """Catch what nobody caught: refusals go to the message bar, bugs to the crash window."""
    showing = False

    def on_exception(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        nonlocal showing
        if isinstance(fault, GainboardError):
            refuse(fault)
            return
        if not isinstance(fault, Exception):
            sys.__excepthook__(kind, fault, trace)
            return
        details = describe(fault)
        print(details, file=sys.stderr)  # noqa: T201 - whoever started it from a terminal
        if showing:
            return
        showing = True
        try:
            prompts().run(CrashWindow(details))
        finally:
            showing = False

    sys.excepthook = on_exception
    qInstallMessageHandler(pass_on)


def describe(fault: BaseException) -> str:
    """Name the kind of fault and its places in the program; never the words of a record."""
    places = [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(fault.__traceback__)
    ]
    about = f"GAIN Board {__version__}, Qt {qVersion()}, Python {platform.python_version()}"
    kind = type(fault)
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *places, "", about])


def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says of itself; it holds no words of ours."""
    # What a platform without a screen cannot do is no news to anybody.
    idle = message.startswith("This plugin does not support")
    if idle or kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    where = f" ({context.category})" if context.category else ""
    print(f"Qt: {message}{where}", file=sys.stderr)  # noqa: T201


def _short(filename: str) -> str:
    path = Path(filename)
    return "/".join(path.parts[-3:])
