"""Where the footprint and the searched area lie on a quicklook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QPolygonF

from copernicus_plugin.layers.quicklook import Placement, placement_of
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Area

_MOST_VERTICES = 2000


@dataclass(frozen=True)
class Outlines:
    """Rings in shares of the picture, from its left upper corner; beyond 0…1 they lie outside of it.

    ``width_to_height`` of what the picture covers on the ground, for a place without a picture.
    """

    footprint: Sequence[QPolygonF] = ()
    area: Sequence[QPolygonF] = ()
    width_to_height: float = 1.0


def outlines_of(product: Product, area: Area | None) -> Outlines:
    """Cheap enough for the main thread: at most two thousand corners each; nothing where the place is not known."""
    place = placement_of(product)
    if place is None or place.east == place.west or place.north == place.south:
        return Outlines()
    footprint = _rings(product.footprint, place)
    searched = _rings(area.wkb, place) if area is not None else []
    width, height = abs(place.east - place.west), abs(place.north - place.south)
    return Outlines(footprint, searched, min(3.0, max(0.33, width / height)))


def _rings(wkb: bytes, place: Placement) -> list[QPolygonF]:
    if not wkb:
        return []
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.isNull() or geometry.constGet().nCoordinates() > _MOST_VERTICES:
        return []
    wgs, own = QgsCoordinateReferenceSystem("OGC:CRS84"), QgsCoordinateReferenceSystem(place.crs)
    if place.crs not in ("EPSG:4326", "OGC:CRS84"):
        try:
            geometry.transform(QgsCoordinateTransform(wgs, own, QgsProject.instance().transformContext()))
        except QgsCsException:
            return []
    parts = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    return [
        QPolygonF(
            [
                QPointF(
                    (point.x() - place.west) / (place.east - place.west),
                    (place.north - point.y()) / (place.north - place.south),
                )
                for point in ring
            ]
        )
        for part in parts
        for ring in part
    ]
