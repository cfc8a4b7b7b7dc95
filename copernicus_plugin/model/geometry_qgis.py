"""The geometry backend on QGIS's own geometry, for a QGIS without shapely.

The only module below ``host`` that imports qgis, and only inside functions. Nothing here needs a running
``QgsApplication``; it works in any thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from copernicus_plugin.model.geometry_backend import QGIS, GeometryFault
from copernicus_plugin.model.geometry_wkb import Position

_MITRE_LIMIT = 2.0
_SEGMENTS = 1


def _made(geometry: Any) -> Any:
    if geometry.isNull():
        raise GeometryFault(geometry.lastError())
    return geometry


class QgisPrepared:
    """A prepared ``QgsGeometryEngine``; keeps the geometry that the engine only borrows."""

    def __init__(self, geometry: Any) -> None:
        from qgis.core import QgsGeometry

        self._geometry = geometry
        self._engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        self._engine.prepareGeometry()

    def intersects(self, geometry: Any) -> bool:
        if self._engine.intersects(geometry.constGet()):
            return True
        near = self._geometry.boundingBoxIntersects(geometry)
        if near and not geometry.isGeosValid():
            # the engine says False, too, where GEOS gave up
            raise GeometryFault("not valid")
        return False

    def contains(self, geometry: Any) -> bool:
        return bool(self._engine.contains(geometry.constGet()))

    def intersection(self, geometry: Any) -> Any:
        from qgis.core import QgsGeometry

        common = self._engine.intersection(geometry.constGet())
        if common is None:
            raise GeometryFault("no intersection could be made")
        return QgsGeometry(common)


class QgisBackend:
    """See ``geometry_backend.GeometryBackend``."""

    name = QGIS

    def read(self, wkb: bytes) -> Any:
        from qgis.core import QgsGeometry

        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        return _made(geometry)

    def write(self, geometry: Any) -> bytes:
        return b"" if geometry.isEmpty() else bytes(geometry.asWkb())

    def is_valid(self, geometry: Any) -> bool:
        return bool(geometry.isGeosValid())

    def invalid_at(self, geometry: Any) -> Optional[Position]:
        from qgis.core import Qgis

        if geometry.isGeosValid():
            return None
        for error in geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos):
            if error.hasWhere():
                return error.where().x(), error.where().y()
        raise GeometryFault("not valid, place unknown")

    def make_valid(self, geometry: Any) -> Any:
        return _made(geometry.makeValid())

    def union(self, geometries: Sequence[Any]) -> Any:
        from qgis.core import QgsGeometry

        if not geometries:
            return QgsGeometry.fromWkt("MultiPolygon EMPTY")
        return _made(QgsGeometry.unaryUnion(list(geometries)))

    def buffer(self, geometry: Any, distance: float) -> Any:
        from qgis.core import Qgis

        square, mitre = Qgis.EndCapStyle.Square, Qgis.JoinStyle.Miter
        return _made(geometry.buffer(distance, _SEGMENTS, square, mitre, _MITRE_LIMIT))

    def simplify(self, geometry: Any, tolerance: float) -> Any:
        return _made(geometry.simplify(tolerance))

    def convex_hull(self, geometry: Any) -> Any:
        return _made(geometry.convexHull())

    def prepare(self, geometry: Any) -> QgisPrepared:
        return QgisPrepared(geometry)
