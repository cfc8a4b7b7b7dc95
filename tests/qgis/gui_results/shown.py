"""Widgets on the screen, and what a user would see or do there."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget


def show(tab: QWidget, width: int = 380, height: int = 800) -> None:
    tab.resize(width, height)
    tab.show()
    QTest.qWaitForWindowExposed(tab)
    tab.activateWindow()
    QTest.qWait(30)


def end(tab: QWidget) -> None:
    tab.hide()
    tab.deleteLater()
    QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def wait_until(condition: Callable[[], Any], seconds: float = 5.0) -> None:
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, "it did not happen in time"
        QTest.qWait(10)


def click(widget: QWidget, place: QPoint | None = None, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, place or widget.rect().center())


def press(widget: QWidget, key: Any, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    assert widget.isVisible()
    QTest.keyClick(widget, key, modifier)


class Heard(list):
    """What a signal told, in its order; one argument as it is, several as a tuple."""

    def __init__(self, signal: Any) -> None:
        super().__init__()
        signal.connect(self._hear)

    def _hear(self, *arguments: Any) -> None:
        self.append(arguments[0] if len(arguments) == 1 else arguments)
