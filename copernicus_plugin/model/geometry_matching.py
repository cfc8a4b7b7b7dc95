"""How much of the searched area footprints cover, exactly and for thousands of them."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry_backend import GeometryFault, backend
from copernicus_plugin.model.geometry_simplify import corners, thinned
from copernicus_plugin.model.geometry_sphere import sphere_area
from copernicus_plugin.model.geometry_wkb import Polygon, polygons_to_wkb, positions, wkb_to_polygons
from copernicus_plugin.model.query import Area

_WHOLE = 1e-9
"""A share that lacks less than this is the whole."""
_MANY_CORNERS = 2000


class AreaMatcher:
    """One searched area, prepared to be compared with many footprints. Safe for threads.

    Footprints are WKB within ±180 (``geojson_to_wkb`` makes such); shares are of true area, measured on
    Lambert's equal-area cylinder (``geometry_sphere.sphere_area``). Of an area with more than 2 000 corners they
    are measured on a coarser outline, whether a footprint touches it never is.
    """

    def __init__(self, area: Area) -> None:
        self._library = backend()
        self._prepared = self._measured = self._library.prepare(self._library.read(area.wkb))
        polygons = wkb_to_polygons(area.wkb)
        if corners(polygons) > _MANY_CORNERS:
            # an intersection takes time with every corner: 10 ms of 50 000, for each of thousands of footprints
            shape = self._library.make_valid(self._library.read(polygons_to_wkb(_coarser(polygons))))
            self._measured = self._library.prepare(shape)
            polygons = wkb_to_polygons(self._library.write(shape))
        self._total = sphere_area(polygons)
        # GEOS builds the index of a prepared geometry when it is first used: two threads must not do so at once
        self._lock = threading.Lock()
        self._last: tuple[bytes | None, Any] = (None, None)

    def intersects(self, footprint: bytes) -> bool:
        """Whether they have a point in common; ``False`` for an empty or unreadable footprint."""
        try:
            shape = self._read(footprint)
            try:
                with self._lock:
                    return self._prepared.intersects(shape)
            except GeometryFault:
                shape = self._library.make_valid(shape)
                with self._lock:
                    return self._prepared.intersects(shape)
        except GeometryFault:
            return False

    def coverage(self, footprint: bytes) -> float:
        """Share of the area that the footprint covers, 0…1; 0 for an empty or unreadable footprint."""
        try:
            return self._share_of(self._common_or_nothing(footprint))
        except AccessError:
            return 0.0

    def union_coverage(self, footprints: Iterable[bytes]) -> float:
        """Share of the area that the footprints cover together, 0…1; unreadable ones count for nothing."""
        library = self._library
        parts = [library.read(common) for common in map(self._common_or_nothing, footprints) if common]
        if not parts:
            return 0.0
        try:
            whole = library.union(parts)
        except GeometryFault:
            whole = library.union([library.make_valid(part) for part in parts])
        return self._share_of(library.write(whole))

    def _read(self, footprint: bytes) -> Any:
        """Callers ask whether a footprint touches, then how much it covers: it is read once for both."""
        before, shape = self._last
        if before is not footprint:
            shape = self._library.read(footprint)
            self._last = (footprint, shape)
        return shape

    def _common_or_nothing(self, footprint: bytes) -> bytes:
        try:
            return self._common(self._read(footprint), footprint)
        except GeometryFault:
            return b""

    def _common(self, shape: Any, wkb: bytes) -> bytes:
        """What footprint and area have in common; ``wkb`` itself where the footprint is valid and all inside."""
        with self._lock:
            if not self._prepared.intersects(shape):
                return b""
            valid = self._library.is_valid(shape)
            if not valid:
                shape = self._library.make_valid(shape)
            if valid and self._measured.contains(shape):
                return wkb
            return self._library.write(self._measured.intersection(shape))

    def _share_of(self, wkb: bytes) -> float:
        if not wkb or not self._total:
            return 0.0
        share = sphere_area(wkb_to_polygons(wkb)) / self._total
        return 1.0 if share > 1 - _WHOLE else share


def _coarser(polygons: list[Polygon]) -> list[Polygon]:
    """The outlines with at most 2 000 corners, or what is left where there are as many polygons."""
    xs, ys = zip(*positions(polygons))
    distance = max(max(xs) - min(xs), max(ys) - min(ys)) / _MANY_CORNERS
    for _ in range(6):
        rings = [[thinned(ring, distance) for ring in polygon] for polygon in polygons]
        found = [[ring for ring in polygon if len(ring) > 3] for polygon in rings if len(polygon[0]) > 3]
        if found and corners(found) <= _MANY_CORNERS:
            return found
        distance *= 2
    return polygons


def union_coverage(area: Area, footprints: Iterable[bytes]) -> float:
    """Share of the area (0…1, of true area) that the footprints cover together."""
    return AreaMatcher(area).union_coverage(footprints)
