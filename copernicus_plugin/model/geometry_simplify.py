"""A simpler area that holds the whole of the original, for servers that bound the length of a request."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, Optional

from copernicus_plugin.model.geometry_backend import GeometryFault, backend
from copernicus_plugin.model.geometry_sphere import box_ring, sphere_area, split
from copernicus_plugin.model.geometry_surfaces import surfaces
from copernicus_plugin.model.geometry_wkb import (
    Polygon,
    Ring,
    line_to_wkb,
    polygons_to_wkb,
    positions,
    wkb_to_polygons,
)
from copernicus_plugin.model.query import Area

FEWEST_VERTICES = 8
"""Two boxes: what an area on both sides of the antimeridian needs at least."""
_MARGIN = 1.25
_FIRST_SHARE, _LAST_SHARE, _GROWTH = 1 / 20000, 1 / 12, 2.0
"""Tolerances tried, as a share of the area's longer side."""
_HULL_SHARES = (0.0, 0.003, 0.01, 0.03, 0.1)
_LONG_RING, _THINNED_RING = 10_000, 2000
"""A ring of more positions is first thinned to fewer than so many: simplifying it whole takes seconds."""


def corners(polygons: Sequence[Polygon]) -> int:
    """Positions of all rings, the closing ones not counted."""
    return sum(len(ring) - 1 for polygon in polygons for ring in polygon)


def simplify_enclosing(area: Area, max_vertices: int) -> Area:
    """An area with at most ``max_vertices`` corners (at least 8) that contains the original; holes are filled.

    The outline is simplified (Douglas and Peucker 1973) and widened by more than the tolerance, so that it
    encloses the original; the tolerance grows until few enough corners are left. The smallest of that, the
    simplified convex hull and the box is taken. ``ValueError`` for fewer corners than 8.
    """
    if max_vertices < FEWEST_VERTICES:
        raise ValueError(f"an area needs {FEWEST_VERTICES} vertices")
    polygons = wkb_to_polygons(area.wkb)
    if corners(polygons) <= max_vertices:
        return area
    enclosing = _Enclosing(polygons, max_vertices)
    return min(enclosing.candidates(), key=lambda found: sphere_area(wkb_to_polygons(found.wkb)))


class _Enclosing:
    def __init__(self, polygons: list[Polygon], max_vertices: int) -> None:
        self._library = backend()
        self._most = max_vertices
        self._original = self._library.read(polygons_to_wkb(polygons))
        beside = _side_by_side(polygons)
        filled = [[polygon[0]] for polygon in beside]
        xs, ys = zip(*positions(filled))
        # a longitude that was moved by 360 and is moved back may differ in its last digit
        rounding = 0.0 if beside is polygons else 1e-9
        self._box = (min(xs) - rounding, min(ys), max(xs) + rounding, max(ys))
        self._size = max(self._box[2] - self._box[0], self._box[3] - self._box[1])
        self._outline = self._library.union([self._shortened(polygon[0]) for polygon in filled])

    def candidates(self) -> Iterator[Area]:
        west, south, east, north = self._box
        yield Area(
            polygons_to_wkb(split([[(west, south), (east, south), (east, north), (west, north), (west, south)]]))
        )
        for found in (self._simplified(), self._hull()):
            if found is not None:
                yield found

    def _simplified(self) -> Optional[Area]:
        outline, moved, share = self._outline, 0.0, _FIRST_SHARE
        found = None
        while found is None and share < _LAST_SHARE:
            outline = self._library.simplify(outline, share * self._size)
            moved += share * self._size
            found = self._widened(outline, moved * _MARGIN)
            share *= _GROWTH
        return found

    def _hull(self) -> Optional[Area]:
        hull = self._library.convex_hull(self._outline)
        for share in _HULL_SHARES:
            simpler = self._library.simplify(hull, share * self._size) if share else hull
            found = self._widened(simpler, share * self._size * _MARGIN)
            if found is not None:
                return found
        return None

    def _shortened(self, ring: Ring) -> Any:
        """A ring as a polygon; a very long one roughly, and widened so that it still encloses.

        Positions near the last one kept are left out, and the line of the rest is widened by that distance:
        whether that line crosses itself does not matter.
        """
        if len(ring) <= _LONG_RING:
            return self._library.read(polygons_to_wkb([[ring]]))
        distance = self._size / _THINNED_RING
        line = thinned(ring, distance)
        while len(line) > _THINNED_RING:
            distance *= _GROWTH
            line = thinned(ring, distance)
        band = self._library.buffer(self._library.read(line_to_wkb(line)), distance * _MARGIN)
        outers = [[polygon[0]] for polygon in surfaces(self._library.write(band))]
        return self._library.union([self._library.read(polygons_to_wkb([outer])) for outer in outers])

    def _widened(self, outline: Any, distance: float) -> Optional[Area]:
        """The outline widened and brought within the world, if it has few enough corners and encloses all."""
        try:
            shape = self._library.buffer(outline, distance) if distance else outline
            rings = [polygon[0] for polygon in surfaces(self._library.write(shape))]
            if sum(map(len, rings)) > self._most * 2:
                return None
            return self._accepted([piece for ring in rings for piece in self._within_world(ring)])
        except GeometryFault:
            return None

    def _accepted(self, pieces: list[Polygon]) -> Optional[Area]:
        whole = self._library.union([self._library.read(polygons_to_wkb([piece])) for piece in pieces])
        found = [[polygon[0]] for polygon in surfaces(self._library.write(whole))]
        if not found or corners(found) > self._most:
            return None
        wkb = polygons_to_wkb(found)
        shape = self._library.read(wkb)
        encloses = self._library.is_valid(shape) and self._library.prepare(shape).contains(self._original)
        return Area(wkb) if encloses else None

    def _within_world(self, ring: Ring) -> list[Polygon]:
        if all(-90 <= y <= 90 for _, y in ring):
            return split([ring])
        west, _, east, _ = self._box
        band = self._library.read(polygons_to_wkb([[box_ring(west - self._size, -90, east + self._size, 90)]]))
        shape = self._library.prepare(band).intersection(self._library.read(polygons_to_wkb([[ring]])))
        return [piece for polygon in surfaces(self._library.write(shape)) for piece in split([polygon[0]])]


def thinned(ring: Ring, distance: float) -> Ring:
    """Without the positions that are nearer than ``distance`` to the last one kept."""
    kept = [ring[0]]
    x0, y0 = ring[0]
    for x, y in ring[1:-1]:
        if math.hypot(x - x0, y - y0) >= distance:
            kept.append((x, y))
            x0, y0 = x, y
    return [*kept, ring[0]]


def _side_by_side(polygons: list[Polygon]) -> list[Polygon]:
    """Parts on the far side of the antimeridian moved to where the others are, if that makes it narrower."""
    moved = [[[(x + 360, y) for x, y in ring] for ring in p] if p[0][0][0] < 0 else p for p in polygons]
    return moved if _width(moved) < _width(polygons) else polygons


def _width(polygons: Sequence[Polygon]) -> float:
    xs = [x for x, _ in positions(polygons)]
    return max(xs) - min(xs)
