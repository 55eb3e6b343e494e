"""The program outlasts as many signals as a long day sends."""

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    """Sends one signal."""

    sent = Signal(str)


def test_a_long_day_of_signals_does_not_end_the_program() -> None:
    sender, heard = Sender(), list[str]()
    sender.sent.connect(heard.append)
    for _ in range(5_000):
        sender.sent.emit("saved")
    assert len(heard) == 5_000
