"""The window that tells of a long step: its words are whole, and it can be stopped."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gainboard.gui.long_step import LongStep
from gainboard.gui.theme import Scheme, apply_theme

SAYS = "Taking back “Take in a tracker: 10,000 recommendations of 500 reports”…"


@pytest.fixture(params=[100, 200])
def step(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[LongStep]:
    apply_theme(qapp, Scheme.LIGHT, request.param)
    parent = QWidget()
    qtbot.addWidget(parent)
    with LongStep(parent, "Taking back", SAYS) as shown:
        yield shown
    apply_theme(qapp)


def test_no_word_is_cut_off(step: LongStep) -> None:
    QApplication.processEvents()
    labels = step.findChildren(QLabel)
    assert len(labels) == 2
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_it_goes_on_until_it_is_stopped(step: LongStep) -> None:
    assert step.tell(1, 2)
    step.close()
    assert step.isVisible()
    assert not step.tell(2, 2)
