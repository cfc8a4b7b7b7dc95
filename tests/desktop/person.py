"""What a person can do with QGIS: look at visible widgets, click, type, draw, wait.

Runs inside the real QGIS (see ``runner.py``). Nothing here knows the plugin: widgets are found by what a person,
or a screen reader, finds them by: class, text, accessible name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from qgis.utils import iface


class NotSeen(AssertionError):
    """A person would not find it."""


def seen_by(widget: QWidget) -> str:
    """What is written on a widget, or said of it."""
    texts = [widget.accessibleName()]
    if isinstance(widget, (QAbstractButton, QLabel)):
        texts.append(widget.text())
    if isinstance(widget, (QLineEdit,)):
        texts += [widget.text(), widget.placeholderText()]
    if isinstance(widget, QComboBox):
        texts.append(widget.currentText())
    return " | ".join(re.sub(r"<[^>]+>", "", text).replace("&", "") for text in texts if text)


def is_in_sight(widget: QWidget) -> bool:
    """Not scrolled away or covered; a list without a frame is covered by nothing but its own viewport."""
    seen = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return bool(seen.visibleRegion().boundingRect().isValid())


class Person:
    """Events go to the widget at the point, as the window system would send them."""

    def __init__(self) -> None:
        self.window = iface.mainWindow()
        self.canvas = iface.mapCanvas()

    # ---- looking

    def dock(self) -> QDockWidget:
        for dock in self.window.findChildren(QDockWidget):
            if "Copernicus" in dock.windowTitle() and dock.isVisible():
                return dock
        raise NotSeen("the dock is not visible")

    def sees_dock(self) -> bool:
        try:
            self.dock()
        except NotSeen:
            return False
        return True

    def widgets(self, kind: type = QWidget, text: str = "", within: QWidget | None = None) -> list[Any]:
        """Visible widgets of a class whose text or accessible name matches the regular expression."""
        root = within or self.dock()
        found = [w for w in root.findChildren(kind) if w.isVisible() and is_in_sight(w)]
        return [w for w in found if re.search(text, seen_by(w), re.IGNORECASE)] if text else found

    def find(self, kind: type = QWidget, text: str = "", within: QWidget | None = None) -> Any:
        found = self.widgets(kind, text, within)
        if not found:
            raise NotSeen(f"no visible {kind.__name__} with {text!r}")
        return found[0]

    def reads(self, text: str, within: QWidget | None = None) -> bool:
        return bool(self.widgets(QWidget, text, within))

    def rows(self, view: QAbstractItemView) -> list[str]:
        """What a screen reader says of each row of a list."""
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [
            str(model.index(row, 0).data(role) or model.index(row, 0).data() or "")
            for row in range(model.rowCount(view.rootIndex()))
        ]

    # ---- doing

    def click(self, widget: QWidget, at: QPoint | None = None, modifiers: Any = None) -> None:
        self.need_visible(widget)
        point = at if at is not None else widget.rect().center()
        target = widget.childAt(point) or widget
        if target is not widget:
            point = target.mapFrom(widget, point)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifiers or Qt.KeyboardModifier.NoModifier, point)

    def press(self, text: str, kind: type = QAbstractButton, within: QWidget | None = None) -> None:
        """Click the visible button with this text or accessible name."""
        button = self.find(kind, text, within)
        if not button.isEnabled():
            raise NotSeen(f"{text!r} is disabled: {button.toolTip()}")
        self.click(button)

    def tab(self, text: str) -> None:
        for bar in self.dock().findChildren(QTabBar):
            for index in range(bar.count()):
                if bar.isVisible() and re.search(text, f"{bar.tabText(index)} {bar.tabToolTip(index)}"):
                    self.click(bar, bar.tabRect(index).center())
                    return
        raise NotSeen(f"no tab {text!r}")

    def row(self, view: QAbstractItemView, number: int, modifiers: Any = None) -> None:
        view.scrollTo(view.model().index(number, 0))
        rect = view.visualRect(view.model().index(number, 0))
        point = QPoint(rect.left() + min(rect.width() // 2, 90), rect.center().y())
        self.click(view.viewport(), point, modifiers)

    def type(self, widget: QWidget, text: str) -> None:
        self.need_visible(widget)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    def key(self, key: Qt.Key, modifiers: Any = None, widget: QWidget | None = None) -> None:
        target = widget or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def drag_on_map(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """From and to as shares of the canvas (0…1 from the top left)."""
        view = self.canvas.viewport()
        first, last = (QPoint(int(x * view.width()), int(y * view.height())) for x, y in (start, end))
        QTest.mouseMove(view, first)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
        for step in range(1, 6):
            QTest.mouseMove(view, first + (last - first) * step / 5)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)

    def click_on_map(self, at: tuple[float, float]) -> None:
        view = self.canvas.viewport()
        point = QPoint(int(at[0] * view.width()), int(at[1] * view.height()))
        QTest.mouseMove(view, point)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    @staticmethod
    def need_visible(widget: QWidget) -> None:
        if not widget.isVisible():
            raise NotSeen(f"{type(widget).__name__} {seen_by(widget)!r} is not visible")


Condition = Callable[[], Any]
Scenario = Callable[[Person], Iterator[Condition]]
