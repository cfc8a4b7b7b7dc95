"""The open ring that turns while something runs."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRectF, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from qgis.PyQt.QtWidgets import QStyle, QWidget

from copernicus_plugin.gui.theme import Theme, Themed, Tone, mixed

STEP_MS = 80
_STEPS = 12


def motion_is_reduced(widget: QWidget) -> bool:
    """Whether the desktop asks for no animations (Qt hands it on as a duration of 0)."""
    return bool(widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0)


def draw_ring(painter: QPainter, rect: QRectF, step: int, colour: QColor, ground: QColor, still: bool = False) -> None:
    """Draw a ring of ``rect``'s size, turned by ``step`` twelfths; three dots if ``still``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if still:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = rect.width() / 9
        for place in (0.18, 0.5, 0.82):
            centre = rect.left() + rect.width() * place
            painter.drawEllipse(QRectF(centre - radius, rect.center().y() - radius, 2 * radius, 2 * radius))
    else:
        width = max(1.6, rect.width() / 7)
        inner = rect.adjusted(width, width, -width, -width)
        painter.setPen(QPen(mixed(ground, colour, 0.25), width))
        painter.drawEllipse(inner)
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(inner, int((90 - step * 30) * 16), -120 * 16)
    painter.restore()


class RunningRing(Themed, QWidget):
    """Turns while it is shown; three dots where motion is reduced."""

    def __init__(self, parent: QWidget | None = None, size: int = 16) -> None:
        super().__init__(parent)
        self._size = size
        self._step = 0
        self.setFixedSize(size, size)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._turn)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    @property
    def turning(self) -> bool:
        return bool(self._timer.isActive())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not motion_is_reduced(self):
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _turn(self) -> None:
        self._step = (self._step + 1) % _STEPS
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        draw_ring(
            painter,
            QRectF(self.rect()),
            self._step,
            theme.colour(Tone.RUNNING),
            theme.window,
            still=motion_is_reduced(self),
        )
        painter.end()
