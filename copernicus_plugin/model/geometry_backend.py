"""What the plugin asks of a geometry library, and which of the two libraries answers.

shapely is not part of every QGIS (Ubuntu, Flatpak, the lean Windows package): where it is missing, QGIS's own
geometry does the same. Both stand on GEOS, and pass the same tests.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Sequence
from typing import Any, Optional, Protocol

from copernicus_plugin.model.geometry_wkb import Position

SHAPELY = "shapely"
QGIS = "qgis"


class GeometryFault(Exception):  # noqa: N818
    """The library could not do it, nearly always because a polygon is not valid. Never leaves ``model``."""


class Prepared(Protocol):
    """A geometry that many others are compared with. Not to be used by two threads at the same time."""

    def intersects(self, geometry: Any) -> bool: ...

    def contains(self, geometry: Any) -> bool:
        """True also where the boundaries touch."""

    def intersection(self, geometry: Any) -> Any: ...


class GeometryBackend(Protocol):
    """Geometries are the library's own objects; everything is planar, in degrees. Raises ``GeometryFault``."""

    name: str

    def read(self, wkb: bytes) -> Any: ...

    def write(self, geometry: Any) -> bytes:
        """WKB of whatever kind it is; empty geometries give ``b""``."""

    def is_valid(self, geometry: Any) -> bool: ...

    def invalid_at(self, geometry: Any) -> Optional[Position]:
        """Where the geometry first breaks the rules for polygons (OGC 06-103r4 §6.1.11); ``None`` where it does not.

        ``GeometryFault`` where it does, nobody knows where.
        """

    def make_valid(self, geometry: Any) -> Any: ...

    def union(self, geometries: Sequence[Any]) -> Any: ...

    def buffer(self, geometry: Any, distance: float) -> Any:
        """With mitred corners, so that it holds every point within ``distance`` and has few vertices."""

    def simplify(self, geometry: Any, tolerance: float) -> Any:
        """Keeps polygons valid; no vertex of the original is further than ``tolerance`` from the result."""

    def convex_hull(self, geometry: Any) -> Any: ...

    def prepare(self, geometry: Any) -> Prepared: ...


_backends: dict[str, GeometryBackend] = {}
_forced: Optional[str] = None


def backend() -> GeometryBackend:
    """Shapely where it is installed, else QGIS; the one that ``forced_backend`` names in its block."""
    name = _forced or _installed()
    found = _backends.get(name)
    if found is None:
        found = _backends[name] = _make(name)
    return found


@functools.cache
def _installed() -> str:
    from copernicus_plugin.model.geometry_shapely import is_installed

    return SHAPELY if is_installed() else QGIS


def _make(name: str) -> GeometryBackend:
    if name == SHAPELY:
        from copernicus_plugin.model.geometry_shapely import ShapelyBackend

        return ShapelyBackend()
    from copernicus_plugin.model.geometry_qgis import QgisBackend

    return QgisBackend()


@contextlib.contextmanager
def forced_backend(name: str) -> Iterator[GeometryBackend]:
    """Use ``shapely`` or ``qgis`` within the block, whatever is installed (for tests)."""
    global _forced  # noqa: PLW0603
    before, _forced = _forced, name
    try:
        yield backend()
    finally:
        _forced = before
