"""Keeps the list of results and the footprints on the map on the same selection, and lets each point at the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from copernicus_plugin.gui.theme import AREA_COLOUR
from copernicus_plugin.layers.footprints import FootprintLayer

Key = tuple[str, str, str]
DEBOUNCE_MS = 80
FLASH_MS = 300
MOST_SELECTED_ON_MAP = 20_000


class FootprintLink(QObject):
    """``selectedOnMap`` (list of product keys) and ``hoveredOnMap`` (key or ``None``) tell what the map's user did."""

    selectedOnMap = pyqtSignal(object)
    hoveredOnMap = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._footprints: FootprintLayer | None = None
        self._telling = False
        self._hovered: Key | None = None
        self._point: QgsPointXY | None = None
        self._selection_timer = self._timer(DEBOUNCE_MS, self._tell_selection)
        self._hover_timer = self._timer(DEBOUNCE_MS, self._tell_hover)
        canvas.xyCoordinates.connect(self._mouse_moved)
        QgsProject.instance().layersRemoved.connect(self._layers_removed)

    def close(self) -> None:
        """Let go of the canvas and the layer."""
        self._selection_timer.stop()
        self._hover_timer.stop()
        self._canvas.xyCoordinates.disconnect(self._mouse_moved)
        QgsProject.instance().layersRemoved.disconnect(self._layers_removed)
        self.follow(None)

    def follow(self, footprints: FootprintLayer | None) -> None:
        """From now on the footprints of this search; ``None`` for none."""
        layer = self._layer()
        if layer is not None:
            layer.selectionChanged.disconnect(self._selection_changed)
        self._footprints = footprints
        self._hovered = None
        layer = self._layer()
        if layer is not None:
            layer.selectionChanged.connect(self._selection_changed)

    def _layers_removed(self, _ids: Any = None) -> None:
        # The canvas compares its layers after the removed one is gone from its own list, too, and would not paint.
        self._canvas.refresh()

    # ---- from the list to the map

    def select(self, keys: Sequence[Key]) -> None:
        """Select the footprints of these products, and no others."""
        layer = self._layer()
        if layer is None or self._footprints is None:
            return
        ids = list(self._footprints.ids_of(keys))
        if set(layer.selectedFeatureIds()) == set(ids):
            return
        self._telling = True
        try:
            layer.selectByIds(ids)
        finally:
            self._telling = False

    def flash(self, key: Key | None) -> None:
        """Flash one footprint, once."""
        layer = self._layer()
        if key is None or layer is None or self._footprints is None:
            return
        ids = list(self._footprints.ids_of([key]))
        if ids:
            faded = type(AREA_COLOUR)(AREA_COLOUR)
            faded.setAlpha(0)
            self._canvas.flashFeatureIds(layer, ids, AREA_COLOUR, faded, 1, FLASH_MS)

    # ---- from the map to the list

    def _selection_changed(self, *_: Any) -> None:
        if not self._telling:
            self._selection_timer.start()

    def _tell_selection(self) -> None:
        layer = self._layer()
        if layer is not None and self._footprints is not None:
            ids = list(layer.selectedFeatureIds())[:MOST_SELECTED_ON_MAP]
            self.selectedOnMap.emit(list(self._footprints.keys_of(ids)))

    def _mouse_moved(self, point: QgsPointXY) -> None:
        if self._footprints is not None:
            self._point = QgsPointXY(point)
            self._hover_timer.start()

    def _tell_hover(self) -> None:
        key = self._key_under_mouse()
        if key != self._hovered:
            self._hovered = key
            self.hoveredOnMap.emit(key)

    def _key_under_mouse(self) -> Key | None:
        layer = self._layer()
        if layer is None or self._footprints is None or self._point is None or not self._canvas.underMouse():
            return None
        if layer not in self._canvas.layers():
            return None
        to_layer = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(),
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsProject.instance(),
        )
        try:
            point = to_layer.transform(self._point)
        except QgsCsException:
            return None
        around = QgsRectangle(point.x() - 1e-6, point.y() - 1e-6, point.x() + 1e-6, point.y() + 1e-6)
        request = QgsFeatureRequest().setFilterRect(around).setFlags(QgsFeatureRequest.Flag.ExactIntersect)
        request.setNoAttributes()
        found = list(layer.getFeatures(request.setLimit(50)))
        if not found:
            return None
        smallest = min(found, key=lambda feature: QgsGeometry(feature.geometry()).area())
        return next(iter(self._footprints.keys_of([smallest.id()])), None)

    def _layer(self) -> Any:
        if self._footprints is None:
            return None
        layer = self._footprints.layer
        return None if layer is None or sip.isdeleted(layer) else layer

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
