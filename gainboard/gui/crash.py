"""What happens when the program itself is at fault: said once, with details and no record text."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from gainboard.errors import GainboardError
from gainboard.gui.forms.ui_crash_window import Ui_CrashWindow
from gainboard.gui.prompts import prompts
from gainboard.logs import faults, noting

Refuse = Callable[[GainboardError], None]
# A fault that comes with every repaint may not hold the window in dialogs.
QUIET = 5.0
LETTERS = 84
_SEVERITIES = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class CrashWindow(QDialog):
    """Says that the program is at fault, what was kept, and what to hand on."""

    def __init__(self, details: str) -> None:
        super().__init__()
        self._form = Ui_CrashWindow()
        self._form.setupUi(self)
        self._form.details.setPlainText(details)
        self._form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        self._form.close.clicked.connect(self.accept)
        self._make_room()

    def _make_room(self) -> None:
        """Be as large as the words need in the font in use, within the screen."""
        screen = self.screen().availableSize()
        width = min(self.fontMetrics().averageCharWidth() * LETTERS, screen.width())
        height = self._form.column.totalHeightForWidth(width)
        self.setMinimumSize(width, min(height, screen.height()))


class CrashWatch(QObject):
    """Catches what nobody caught: refusals go to the message bar, bugs to the crash window."""

    _came = Signal(object)

    def __init__(self, refuse: Refuse) -> None:
        super().__init__()
        self._refuse = refuse
        self._times: Counter[str] = Counter()
        self._is_showing = False
        self._quiet_until = 0.0
        self._came.connect(self._tell)

    def begin(self) -> None:
        """Begin: on every thread, for what Python cannot raise, and for what Qt says."""
        self._former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._former_handler = qInstallMessageHandler(pass_on)

    def end(self) -> None:
        """Put back what watched before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former
        qInstallMessageHandler(self._former_handler)

    def _on_exception(
        self, kind: type[BaseException], fault: BaseException, _: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
        elif isinstance(fault, GainboardError) or self._note(fault):
            self._hand_over(fault)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        # Nobody waits for what went wrong while something was cleared away; the log has it.
        if args.exc_value is not None:
            self._note(args.exc_value)

    def _note(self, fault: BaseException) -> bool:
        """Note a fault, one that comes again and again ever more rarely; True if it is noted."""
        seen = f"{faults.kind_of(fault)} {faults.place_of(fault)}"
        self._times[seen] += 1
        times = self._times[seen]
        if is_news := times & (times - 1) == 0:
            noting.note_fault(fault, times)
            _say(faults.describe(fault))
        return is_news or time.monotonic() > self._quiet_until

    def _hand_over(self, fault: BaseException) -> None:
        """Tell of a fault on the window's own thread, whichever it came on."""
        if threading.current_thread() is threading.main_thread():
            self._tell(fault)
        else:
            self._came.emit(fault)

    def _tell(self, fault: BaseException) -> None:
        if isinstance(fault, GainboardError):
            self._refuse(fault)
            return
        if self._is_showing or time.monotonic() < self._quiet_until:
            return
        self._is_showing = True
        try:
            prompts().run(CrashWindow(details(fault)))
        except Exception as another:  # noqa: BLE001 - a fault in telling of a fault is only noted
            noting.note_fault(another)
        finally:
            self._is_showing = False
            self._quiet_until = time.monotonic() + QUIET


def watch(refuse: Refuse) -> CrashWatch:
    """Catch what nobody caught from here on; `refuse` shows a refusal in the message bar."""
    watching = CrashWatch(refuse)
    watching.begin()
    return watching


def note_only(
    _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
) -> None:
    """Note what a slot has raised where no window tells of it: its places, and no words."""
    noting.note_fault(fault)
    _say(faults.describe(fault))


def details(fault: BaseException) -> str:
    """Return what can be handed on of a fault: kind, places, versions."""
    return faults.describe(fault, qt=qVersion())


def support_details() -> str:
    """Return what can be handed on at any time: versions and the newest of the log."""
    return noting.newest(qt=qVersion())


def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Note what Qt warns of by its category alone: a message may hold a path or a name."""
    # What a platform without a screen cannot do is no news to anybody.
    idle = message.startswith("This plugin does not support")
    if idle or kind not in _SEVERITIES:
        return
    severity, category = _SEVERITIES[kind], context.category or "default"
    noting.note_qt(severity, category)
    _say(f"Qt {severity} ({category})")


def _say(words: str) -> None:
    """Say it to whoever started the program from a terminal, if there is one."""
    try:
        print(words, file=sys.stderr)  # noqa: T201
    except (OSError, ValueError):  # the terminal is closed; the log has it
        return
