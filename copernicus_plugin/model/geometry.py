"""Areas and footprints: what the rest of the plugin knows of geometry.

All WKB is 2-D, little-endian, CRS84 (longitude, latitude in degrees), within -180…180. The work is done by
shapely where it is installed and by QGIS where it is not (``geometry_backend``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Optional

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry_backend import GeometryFault, backend, forced_backend
from copernicus_plugin.model.geometry_geojson import geojson_to_wkb, wkb_to_geojson
from copernicus_plugin.model.geometry_matching import AreaMatcher, union_coverage
from copernicus_plugin.model.geometry_simplify import corners, simplify_enclosing
from copernicus_plugin.model.geometry_sphere import (
    box_ring,
    ellipsoid_area_km2,
    planar,
    plane_area,
    sphere_area,
    split,
)
from copernicus_plugin.model.geometry_surfaces import repaired, united
from copernicus_plugin.model.geometry_wkb import (
    Polygon,
    Position,
    Ring,
    polygons_to_wkb,
    positions,
    wkb_to_polygons,
)
from copernicus_plugin.model.query import Area

__all__ = [
    "AreaMatcher",
    "area_from_box",
    "area_from_polygons",
    "area_km2",
    "bounds",
    "crossing_place",
    "forced_backend",
    "geojson_to_wkb",
    "make_valid",
    "polygons_to_wkb",
    "simplify_enclosing",
    "union_coverage",
    "vertex_count",
    "wkb_to_geojson",
    "wkb_to_polygons",
]

Polygons = Sequence[Sequence[Sequence[Position]]]
Bounds = tuple[float, float, float, float]

_MOST_TO_COMPARE = 5000
"""Corners above which a repair, which can take minutes, is not tried without being asked for."""
_SAME_SURFACE = 1e-6
"""Relative difference up to which a repair changed nothing that matters (rings that only touch, spikes)."""


def vertex_count(wkb: bytes) -> int:
    """Corners of all rings; the closing position of a ring is not counted."""
    return corners(wkb_to_polygons(wkb))


def area_km2(wkb: bytes) -> float:
    """True area in km² on WGS 84."""
    return ellipsoid_area_km2(wkb_to_polygons(wkb))


def bounds(wkb: bytes) -> Bounds:
    """West, south, east, north in degrees; west > east where the geometry crosses the antimeridian.

    That is RFC 7946 §5.2, and taken where parts touch both sides of ±180. Raises ``AccessError(BAD_ANSWER)``.
    """
    polygons = wkb_to_polygons(wkb)
    if not polygons:
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)
    xs, ys = zip(*positions(polygons))
    west, east = min(xs), max(xs)
    if west <= -180 and east >= 180:
        west, east = _round_the_back(polygons)
    return west, min(ys), east, max(ys)


_NO_GAP = 0.01
"""Degrees. Parts that touch are a rounding error apart; west and east, in few digits, would change places."""


def _round_the_back(polygons: Sequence[Polygon]) -> tuple[float, float]:
    """West and east with the widest gap left out; the whole circle where no gap is worth that."""
    spans = sorted((min(x for x, _ in polygon[0]), max(x for x, _ in polygon[0])) for polygon in polygons)
    widest, result = _NO_GAP, (-180.0, 180.0)
    reached = spans[0][1]
    for west, east in spans[1:]:
        if west - reached > widest:
            widest, result = west - reached, (west, reached)
        reached = max(reached, east)
    return result


def crossing_place(polygons: Polygons) -> Optional[Position]:
    """Longitude and latitude where a ring crosses itself or another one; ``None`` where none does.

    Rings that only touch, spikes and repeated positions are no crossing: they enclose the same surface.
    """
    for polygon in _cleaned(polygons):
        place = _crossing(polygon)
        if place is not None:
            return (place[0] + 180) % 360 - 180, place[1]
    return None


def make_valid(polygons: Polygons) -> list[Polygon]:
    """The surface without crossings; what was beyond ±180 still is. Raises ``AccessError(INVALID_QUERY)``."""
    return [piece for polygon in _cleaned(polygons) for piece in _repaired(polygon)]


def area_from_polygons(polygons: Polygons, repair: bool = False) -> Area:
    """What the user drew or chose, ready to be searched.

    ``polygons``: each a sequence of rings (outer first), each a sequence of (longitude, latitude) in degrees.
    Rings may be open, run beyond ±180, jump over the antimeridian or go round a pole; polygons may overlap.
    Raises ``AccessError(INVALID_QUERY)``: ``AREA_SELF_CROSSING`` with the place, unless ``repair``, and
    ``AREA_EMPTY``.
    """
    pieces: list[Polygon] = []
    for polygon in _cleaned(polygons):
        place = None if repair else _crossing(polygon)
        if place is not None:
            where = {"longitude": (place[0] + 180) % 360 - 180, "latitude": place[1]}
            raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_SELF_CROSSING, where)
        for valid in _repaired(polygon):
            pieces += split(valid)
    return _area(pieces)


def area_from_box(west: float, south: float, east: float, north: float) -> Area:
    """A box in degrees; west > east crosses the antimeridian.

    Raises ``AccessError(INVALID_QUERY)``: ``AREA_BOX`` with its text where the numbers are no box on the globe,
    ``AREA_EMPTY`` where it has no width or height.
    """
    numbers = (west, south, east, north)
    on_globe = all(map(math.isfinite, numbers)) and max(abs(west), abs(east)) <= 540
    if not on_globe or south > north or south < -90 or north > 90:
        text = ", ".join(f"{number:g}" for number in numbers)
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_BOX, {"text": text})
    if west > east:
        east += 360 * math.ceil((west - east) / 360)
    if west == east or south == north:
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)
    if east - west >= 360:
        west, east = -180.0, 180.0
    return _area(split([box_ring(west, south, east, north)]))


def _area(pieces: list[Polygon]) -> Area:
    try:
        polygons = united(pieces)
    except GeometryFault as fault:
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY) from fault
    if not sphere_area(polygons):
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)
    return Area(polygons_to_wkb(polygons))


def _cleaned(polygons: Polygons) -> list[Polygon]:
    """Closed rings with running longitudes; rings with less than three corners left out."""
    cleaned = [[ring for raw in polygon if (ring := _clean_ring(raw))] for polygon in polygons]
    return [planar(polygon) for polygon in cleaned if polygon]


def _clean_ring(raw: Sequence[Any]) -> Ring:
    ring: Ring = []
    for x, y, *_ in raw:
        if not (math.isfinite(x) and math.isfinite(y)):
            raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)
        position = (float(x), max(-90.0, min(90.0, float(y))))
        if not ring or ring[-1] != position:
            ring.append(position)
    if ring and ring[0] != ring[-1]:
        ring.append(ring[0])
    return ring if len(ring) > 3 else []


def _crossing(polygon: Polygon) -> Optional[Position]:
    library = backend()
    shape = library.read(polygons_to_wkb([polygon]))
    try:
        place = library.invalid_at(shape)
    except GeometryFault:
        place = polygon[0][0]
    if place is None:
        return None
    harmless = corners([polygon]) <= _MOST_TO_COMPARE and _same_surface(polygon, _repaired(polygon))
    return None if harmless else place


def _same_surface(polygon: Polygon, pieces: Sequence[Polygon]) -> bool:
    before = _flat_surface(polygon)
    after = sum(map(_flat_surface, pieces))
    return abs(before - after) <= _SAME_SURFACE * max(before, after)


def _flat_surface(polygon: Polygon) -> float:
    return abs(plane_area(polygon[0])) - sum(abs(plane_area(hole)) for hole in polygon[1:])


def _repaired(polygon: Polygon) -> list[Polygon]:
    try:
        return repaired(polygon)
    except GeometryFault as fault:
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY) from fault
