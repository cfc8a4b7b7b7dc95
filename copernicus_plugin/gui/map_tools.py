"""Drawing the area on the map, and showing it there."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from copernicus_plugin.gui.theme import AREA_COLOUR
from copernicus_plugin.host.area import area_to_geometry
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.query import Area

RECTANGLE = "rectangle"
POLYGON = "polygon"
_KEYS = {Qt.Key.Key_R: RECTANGLE, Qt.Key.Key_P: POLYGON}


def _band(canvas: QgsMapCanvas, filled: bool) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(AREA_COLOUR)
    band.setFillColor(_transparent(30 if filled else 0))
    band.setWidth(2)
    band.setLineStyle(Qt.PenStyle.DashLine)
    return band


def _transparent(alpha: int) -> QColor:
    colour = QColor(AREA_COLOUR)
    colour.setAlpha(alpha)
    return colour


def _remove(canvas: QgsMapCanvas, band: QgsRubberBand | None) -> None:
    if band is not None and not sip.isdeleted(band) and not sip.isdeleted(canvas):
        canvas.scene().removeItem(band)


class _DrawTool(QgsMapTool):
    """``drawn`` carries a polygon (``QgsGeometry``) in the map's CRS."""

    drawn = pyqtSignal(object)
    stopped = pyqtSignal()
    switched = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.points: list[QgsPointXY] = []
        self._band: QgsRubberBand | None = None

    def restart(self) -> None:
        """Forget what was begun."""
        self.points = []
        _remove(self.canvas(), self._band)
        self._band = None

    def deactivate(self) -> None:
        self.restart()
        super().deactivate()

    def end(self) -> None:
        """Return was pressed."""

    def step_back(self) -> None:
        """Backspace was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _KEYS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.switched.emit(_KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.step_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end()
        elif key == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            return
        # The canvas takes an ignored event for one that the tool used (QgsMapCanvas::keyPressEvent).
        event.ignore()

    def show(self, ring: list[QgsPointXY]) -> None:
        """Draw the ring so far."""
        if self._band is None:
            self._band = _band(self.canvas(), filled=True)
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([ring]), None)


class RectangleTool(_DrawTool):
    """Drag, or click twice; ends in the rectangle between both corners."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._pressed_at = QPoint()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.points:
            self.points = [event.mapPoint()]
            self._pressed_at = event.pos()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self.points:
            self.show(self._ring(event.mapPoint()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.restart()
            return
        far = (event.pos() - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if event.button() != Qt.MouseButton.LeftButton or not self.points or not far:
            return
        ring = self._ring(event.mapPoint())
        if QgsGeometry.fromPolygonXY([ring]).area() > 0:
            self.restart()
            self.drawn.emit(QgsGeometry.fromPolygonXY([ring]))

    def step_back(self) -> None:
        self.restart()

    def _ring(self, corner: QgsPointXY) -> list[QgsPointXY]:
        box = QgsRectangle(self.points[0], corner)
        return [
            QgsPointXY(box.xMinimum(), box.yMinimum()),
            QgsPointXY(box.xMaximum(), box.yMinimum()),
            QgsPointXY(box.xMaximum(), box.yMaximum()),
            QgsPointXY(box.xMinimum(), box.yMaximum()),
            QgsPointXY(box.xMinimum(), box.yMinimum()),
        ]


class PolygonTool(_DrawTool):
    """Click vertices; a right click, a double click or Return ends with the last one."""

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            point = event.mapPoint()
            if not self.points or point != self.points[-1]:
                self.points.append(point)
            self.show([*self.points, point])
        elif event.button() == Qt.MouseButton.RightButton:
            self.end()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self.points:
            self.show([*self.points, event.mapPoint()])

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        self.end()

    def step_back(self) -> None:
        if len(self.points) <= 1:
            self.restart()
            return
        self.points.pop()
        self.show([*self.points, self.points[-1]])

    def end(self) -> None:
        if len(self.points) < 3:
            return
        ring = [*self.points, self.points[0]]
        self.restart()
        self.drawn.emit(QgsGeometry.fromPolygonXY([ring]))


class AreaDrawing(QObject):
    """One drawing at a time; the tool that was there before comes back when it ends.

    ``drawn`` carries the ``QgsGeometry`` in the map's CRS and the kind; ``kindChanged`` the kind, empty at the end.
    """

    drawn = pyqtSignal(object, str)
    kindChanged = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before: QgsMapTool | None = None
        self._kind = ""
        self._tools: dict[str, _DrawTool] = {RECTANGLE: RectangleTool(canvas), POLYGON: PolygonTool(canvas)}
        for kind, tool in self._tools.items():
            tool.drawn.connect(lambda geometry, what=kind: self._finish(geometry, what))
            tool.stopped.connect(self.stop)
            tool.switched.connect(self.start)
            tool.deactivated.connect(lambda what=kind: self._deactivated(what))

    @property
    def kind(self) -> str:
        """What is being drawn; empty if nothing is."""
        return self._kind

    def start(self, kind: str) -> None:
        if kind == self._kind:
            return
        if not self._kind:
            self._before = self._canvas.mapTool()
        self._kind = kind
        self._canvas.setMapTool(self._tools[kind])
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kindChanged.emit(kind)

    def stop(self) -> None:
        """Give the map back; nothing drawn is kept."""
        if not self._kind or sip.isdeleted(self._canvas):
            return
        tool = self._tools[self._kind]
        self._kind = ""
        before = self._before
        self._before = None
        if before is not None and not sip.isdeleted(before):
            self._canvas.setMapTool(before)
        else:
            self._canvas.unsetMapTool(tool)
        self.kindChanged.emit("")

    def release(self) -> None:
        """Before the plugin is switched off."""
        self.stop()
        self.take_off()

    def take_off(self) -> None:
        """Take our tools off the map; works on what is left of a deleted object too."""
        tools, self._tools, self._kind = self._tools, {}, ""
        for tool in tools.values():
            if not sip.isdeleted(tool) and not sip.isdeleted(self._canvas):
                tool.blockSignals(True)
                tool.restart()
                self._canvas.unsetMapTool(tool)
                tool.deleteLater()

    def _finish(self, geometry: QgsGeometry, kind: str) -> None:
        self.stop()
        self.drawn.emit(geometry, kind)

    def _deactivated(self, kind: str) -> None:
        # Only when the user took another tool of QGIS: our own changes set the kind first.
        if kind == self._kind:
            self._kind = ""
            self._before = None
            self.kindChanged.emit("")


class AreaOverlay(QObject):
    """The area on the map: a dashed line, drawn anew when the map's CRS changes."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._band: QgsRubberBand | None = None
        self._area: Area | None = None
        canvas.destinationCrsChanged.connect(self._draw)

    @property
    def area(self) -> Area | None:
        return self._area

    @property
    def band(self) -> QgsRubberBand | None:
        """What is drawn; ``None`` while there is no area, or none that the map's CRS can show."""
        return self._band

    def show(self, area: Area | None) -> None:
        self._area = area
        self._draw()

    def flash(self) -> None:
        """Draw attention to the area once."""
        if self._area is not None:
            crs = self._canvas.mapSettings().destinationCrs()
            geometry = area_to_geometry(self._area, crs)
            self._canvas.flashGeometries([geometry], crs, _transparent(200), _transparent(0), 2, 400)

    def release(self) -> None:
        """Before the plugin is switched off."""
        if sip.isdeleted(self._canvas):
            return
        self._canvas.destinationCrsChanged.disconnect(self._draw)
        self.take_off()

    def take_off(self) -> None:
        """Take the line off the map; works on what is left of a deleted object too."""
        _remove(self._canvas, self._band)
        self._band = None

    def _draw(self, *_arguments: Any) -> None:
        _remove(self._canvas, self._band)
        self._band = None
        if self._area is None:
            return
        try:
            geometry = area_to_geometry(self._area, self._canvas.mapSettings().destinationCrs())
        except AccessError:
            # The new CRS cannot show this area; it is still the one that is searched.
            return
        band = _band(self._canvas, filled=False)
        band.setToGeometry(geometry, None)
        self._band = band
