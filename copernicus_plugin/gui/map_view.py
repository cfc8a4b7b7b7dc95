"""Moves the map to what the list shows."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas

from copernicus_plugin.model.geometry import bounds
from copernicus_plugin.model.product import Product

MARGIN = 1.1


class MapView:
    """The canvas, as far as the panel moves it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas

    def zoom_to(self, products: Sequence[Product]) -> None:
        """Show all footprints; products without one are left out."""
        boxes = [bounds(product.footprint) for product in products if product.footprint]
        if not boxes:
            return
        west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
        east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
        to_map = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            self._canvas.mapSettings().destinationCrs(),
            QgsProject.instance(),
        )
        try:
            extent = to_map.transformBoundingBox(QgsRectangle(west, south, east, north))
        except QgsCsException:
            return
        extent.scale(MARGIN)
        self._canvas.setExtent(extent)
        self._canvas.refresh()
