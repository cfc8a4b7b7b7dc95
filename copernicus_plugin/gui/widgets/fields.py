"""Fields to type in."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.gui.widgets.buttons import draw_focus


class Marked(Themed):
    """Stands before a ``QLineEdit``: a red frame while what stands there cannot be used."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)  # type: ignore[call-arg]
        self._wrong = False
        self.follow_theme()

    @property
    def wrong(self) -> bool:
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()  # type: ignore[attr-defined]

    def apply_theme(self, theme: Theme) -> None:
        self.update()  # type: ignore[attr-defined]

    def sizeHint(self) -> QSize:
        return QSize(80, max(24, super().sizeHint().height()))  # type: ignore[misc]

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[misc]
        if self._wrong:
            painter = QPainter(self)
            draw_focus(painter, self.rect(), self.theme.failed)  # type: ignore[attr-defined]
            painter.end()


class MarkedEdit(Marked, QLineEdit):
    """For anything that may be seen."""
