"""The quicklook of one product, whole, with the outlines of its footprint and of the searched area."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QWidget

from copernicus_plugin.gui.results_tab.outlines import Outlines
from copernicus_plugin.gui.results_tab.painting import draw_icon
from copernicus_plugin.gui.results_tab.pictures import Pictures
from copernicus_plugin.gui.theme import AREA_COLOUR, Theme, Themed, mixed
from copernicus_plugin.host.translation import tr

SIDE = 92


class DetailPicture(Themed, QWidget):
    """Where there is no picture, the outlines stand alone."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._href = ""
        self._outlines = Outlines()
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(tr("Quicklook with the footprint and the searched area"))
        pictures.arrived.connect(lambda _href: self.update())
        self.follow_theme()

    def show_product(self, href: str, outlines: Outlines) -> None:
        self._href, self._outlines = href, outlines
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), mixed(theme.window, theme.text, 0.09))
        image = self._pictures.image(self._href)
        if image is not None and not image.isNull():
            place = self._fitted(image.width() / image.height(), 4)
            painter.drawImage(place, image)
        else:
            place = self._fitted(self._outlines.width_to_height, 10)
            if not self._outlines.footprint:
                spot = QRect(0, 0, 24, 24)
                spot.moveCenter(self.rect().center())
                draw_icon(painter, "image", mixed(theme.window, theme.text, 0.35), spot)
        self._draw_outlines(painter, place, theme)
        painter.setPen(QPen(mixed(theme.window, theme.text, 0.28), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _fitted(self, width_to_height: float, margin: int) -> QRectF:
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        size = QSize(1000, max(1, round(1000 / width_to_height))).scaled(
            room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        return place

    def _draw_outlines(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        painter.save()
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in self._outlines.footprint:
            placed = _placed(ring, place)
            for colour, width in ((QColor("#FFFFFF"), 3.0), (QColor("#1B66B1"), 1.4)):
                painter.setPen(QPen(colour, width))
                painter.drawPolygon(placed)
        dashed = QPen(AREA_COLOUR, 2)
        dashed.setDashPattern([3.0, 2.0])
        for ring in self._outlines.area:
            painter.setPen(dashed)
            painter.drawPolygon(_placed(ring, place))
        painter.restore()


def _placed(ring: QPolygonF, place: QRectF) -> QPolygonF:
    return QPolygonF([QPointF(place.x() + at.x() * place.width(), place.y() + at.y() * place.height()) for at in ring])
