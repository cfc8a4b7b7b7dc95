"""Fields to type in."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.gui.widgets.buttons import draw_focus


class MarkedEdit(Themed, QLineEdit):
    """A field with a red frame while what stands there cannot be used."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wrong = False
        self.follow_theme()

    @property
    def wrong(self) -> bool:
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, max(24, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            painter = QPainter(self)
            draw_focus(painter, self.rect(), self.theme.failed)
            painter.end()
