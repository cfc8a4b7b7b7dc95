"""A simpler area that holds the whole of the original, for servers that bound the length of a request."""

from __future__ import annotations

from typing import Any

from copernicus_plugin.model.geometry_backend import GeometryFault, backend
from copernicus_plugin.model.geometry_geojson import surfaces
from copernicus_plugin.model.geometry_sphere import box_ring, split
from copernicus_plugin.model.geometry_wkb import Polygon, polygons_to_wkb, positions, wkb_to_polygons
from copernicus_plugin.model.query import Area

FEWEST_VERTICES = 8
"""Two boxes: what an area on both sides of the antimeridian needs at least."""
_FIRST_STEP = 1 / 20000
_GROWTH = 2.0
_MARGIN = 1.25
_STEPS = 14


def corners(polygons: list[Polygon]) -> int:
    return sum(len(ring) - 1 for polygon in polygons for ring in polygon)


def simplify_enclosing(area: Area, max_vertices: int) -> Area:
    """An area with at most ``max_vertices`` corners (at least 8) that contains the original; holes are filled.

    The outline is simplified (Douglas and Peucker 1973) and then widened by more than the tolerance, so that it
    encloses the original; the tolerance grows until few enough corners are left. If it never gets there: the
    convex hull, at last the box. ``ValueError`` for fewer corners than 8.
    """
    if max_vertices < FEWEST_VERTICES:
        raise ValueError(f"an area needs {FEWEST_VERTICES} vertices")
    polygons = wkb_to_polygons(area.wkb)
    if corners(polygons) <= max_vertices:
        return area
    return _Enclosing(polygons, max_vertices).area()


class _Enclosing:
    def __init__(self, polygons: list[Polygon], max_vertices: int) -> None:
        self._library = backend()
        self._most = max_vertices
        self._original = self._library.read(polygons_to_wkb(polygons))
        filled = [[polygon[0]] for polygon in _side_by_side(polygons)]
        xs, ys = zip(*positions(filled))
        self._box = (min(xs), min(ys), max(xs), max(ys))
        self._size = max(self._box[2] - self._box[0], self._box[3] - self._box[1])
        self._outline = self._library.read(polygons_to_wkb(filled))
        if len(filled) > 1:
            self._outline = self._library.union([self._outline])

    def area(self) -> Area:
        tolerance = self._size * _FIRST_STEP
        moved = 0.0
        outline = self._outline
        for _ in range(_STEPS):
            outline = self._library.simplify(outline, tolerance)
            moved += tolerance
            found = self._enclosing(outline, moved * _MARGIN)
            if found is not None:
                return found
            tolerance *= _GROWTH
        return self._last_resort()

    def _last_resort(self) -> Area:
        hull = self._library.convex_hull(self._outline)
        for share in (0.003, 0.01, 0.03, 0.1):
            tolerance = self._size * share
            found = self._enclosing(self._library.simplify(hull, tolerance), tolerance * _MARGIN)
            if found is not None:
                return found
        return Area(polygons_to_wkb(split([_plain_box(*self._box)])))

    def _enclosing(self, outline: Any, distance: float) -> Area | None:
        try:
            widened = surfaces(self._library.write(self._library.buffer(outline, distance)))
            if corners([[polygon[0]] for polygon in widened]) > self._most * 2:
                return None
            pieces = [piece for polygon in widened for piece in self._clipped(polygon[0])]
            whole = self._library.union([self._library.read(polygons_to_wkb([piece])) for piece in pieces])
            found = [[polygon[0]] for polygon in surfaces(self._library.write(whole))]
            if not found or corners(found) > self._most:
                return None
            wkb = polygons_to_wkb(found)
            shape = self._library.read(wkb)
            encloses = self._library.prepare(shape).contains(self._original)
            return Area(wkb) if encloses and self._library.invalid_at(shape) is None else None
        except GeometryFault:
            return None

    def _clipped(self, ring: list[tuple[float, float]]) -> list[Polygon]:
        """Within the latitudes of the globe, and within its longitudes if it is not wider than it."""
        west, _, east, _ = self._box
        width = self._size
        band = self._library.read(polygons_to_wkb([[box_ring(west - width, -90, east + width, 90)]]))
        shape = self._library.prepare(band).intersection(self._library.read(polygons_to_wkb([[ring]])))
        return [piece for polygon in surfaces(self._library.write(shape)) for piece in split([polygon[0]])]


def _side_by_side(polygons: list[Polygon]) -> list[Polygon]:
    """Parts on the far side of the antimeridian moved to where the others are, if that makes it narrower."""
    xs = [x for x, _ in positions(polygons)]
    moved = [[[(x + 360, y) for x, y in ring] for ring in p] if p[0][0][0] < 0 else p for p in polygons]
    moved_xs = [x for x, _ in positions(moved)]
    return moved if max(moved_xs) - min(moved_xs) < max(xs) - min(xs) else polygons


def _plain_box(west: float, south: float, east: float, north: float) -> list[tuple[float, float]]:
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]
