"""GeoJSON geometries (RFC 7946) of servers as WKB, whatever they contain, and back.

A catalogue answers with thousands of small polygons: those are packed straight away. What is out of the
ordinary (beyond ±180, jumping over the antimeridian, round a pole, a line, a point) takes the long way.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from typing import Any, Optional

from copernicus_plugin.model.geometry_backend import GeometryFault, backend
from copernicus_plugin.model.geometry_sphere import planar, plane_area, split, unwrapped
from copernicus_plugin.model.geometry_surfaces import repaired, united
from copernicus_plugin.model.geometry_wkb import (
    Polygon,
    Position,
    Ring,
    bad_geometry,
    line_to_wkb,
    polygons_to_wkb,
    wkb_to_polygons,
)

_FURTHEST_LONGITUDE = 720.0
_FURTHEST_LATITUDE = 91.0
"""Beyond these it is another CRS, not a footprint that runs over the edge."""
_POINT_WIDTH = 0.0001
"""Degrees to each side (11 m) that a point or a line is given, so that it can be seen and covers something."""
_DEEPEST = 16
_GARBAGE = (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError, RecursionError, struct.error)


def geojson_to_wkb(geojson: Mapping[str, Any]) -> bytes:
    """A MultiPolygon within ±180 of a GeoJSON geometry in CRS84.

    Polygons are split at the antimeridian and closed round poles, points and lines become slim polygons.
    Raises ``AccessError(BAD_ANSWER)`` for everything that is no such geometry.
    """
    try:
        kind, coordinates = geojson["type"], geojson.get("coordinates")
        if kind == "Polygon":
            packed = _packed([coordinates])
        elif kind == "MultiPolygon":
            packed = _packed(coordinates)
        else:
            packed = None
        if packed is not None:
            return packed
        polygons = _polygons(geojson, 0)
    except (*_GARBAGE, GeometryFault) as fault:
        raise bad_geometry() from fault
    if not polygons:
        raise bad_geometry()
    return polygons_to_wkb(polygons)


def _packed(polygons: Any) -> Optional[bytes]:
    """WKB of ordinary polygons; nothing where one is out of the ordinary."""
    parts = [struct.pack("<BII", 1, 6, len(polygons))]
    for polygon in polygons:
        parts.append(struct.pack("<BII", 1, 3, len(polygon)))
        if not polygon:
            return None
        for ring in polygon:
            flat = [position[axis] for position in ring for axis in (0, 1)]
            if len(flat) < 8 or not _is_ordinary(flat):
                return None
            parts.append(struct.pack(f"<I{len(flat)}d", len(flat) // 2, *flat))
    return b"".join(parts) if len(parts) > 1 else None


def _is_ordinary(flat: list[float]) -> bool:
    xs, ys = flat[::2], flat[1::2]
    west, east, south, north = min(xs), max(xs), min(ys), max(ys)
    closed = xs[0] == xs[-1] and ys[0] == ys[-1]
    within = -180 <= west < east <= 180 and -90 <= south < north <= 90 and east - west <= 180
    # a NaN slips through every comparison, but not through the sum
    return closed and within and math.isfinite(sum(flat))


def _polygons(geojson: Mapping[str, Any], depth: int) -> list[Polygon]:
    if depth > _DEEPEST:
        raise bad_geometry()
    kind = geojson["type"]
    if kind == "GeometryCollection":
        found = [polygon for part in geojson["geometries"] for polygon in _polygons(part, depth + 1)]
        return united(found) if len(geojson["geometries"]) > 1 else found
    coordinates = geojson["coordinates"]
    if kind == "Polygon":
        return _polygon(coordinates)
    if kind == "MultiPolygon":
        return [piece for polygon in coordinates for piece in _polygon(polygon)]
    return united([piece for line in _lines(kind, coordinates) for piece in _slim(_checked(line))])


def _lines(kind: str, coordinates: Any) -> Any:
    if kind == "Point":
        return [[coordinates]]
    if kind == "MultiPoint":
        return [[position] for position in coordinates]
    if kind == "LineString":
        return [coordinates]
    if kind == "MultiLineString":
        return coordinates
    raise bad_geometry()


def _polygon(rings: Sequence[Any]) -> list[Polygon]:
    checked = [_checked(ring) for ring in rings]
    if not checked:
        return []
    outer, *holes = [ring if ring[0] == ring[-1] else [*ring, ring[0]] for ring in checked]
    whole = planar([outer, *(hole for hole in holes if len(hole) > 3)])
    if len(outer) < 4 or _is_flat(whole):
        return _slim(outer)
    xs = [x for x, _ in whole[0]]
    if min(xs) >= -180 and max(xs) <= 180:
        return [whole]
    # a ring that crosses itself cannot be cut
    pieces = [piece for valid in repaired(whole) for piece in split(valid)]
    # what goes all the way round meets itself again
    return united(pieces) if max(xs) - min(xs) >= 360 else pieces


def _is_flat(polygon: Polygon) -> bool:
    """Whether nothing lies inside. The two halves of a figure of eight may just cancel each other out."""
    return not plane_area(polygon[0]) and not any(plane_area(piece[0]) for piece in repaired(polygon))


def _checked(line: Any) -> Ring:
    ring = [_checked_position(position) for position in line]
    if not ring:
        raise bad_geometry()
    return ring


def _checked_position(position: Any) -> Position:
    x, y = float(position[0]), float(position[1])
    if isinstance(position, str) or not (abs(x) <= _FURTHEST_LONGITUDE and abs(y) <= _FURTHEST_LATITUDE):
        raise bad_geometry()
    return x, max(-90.0, min(90.0, y))


def _slim(line: Ring) -> list[Polygon]:
    """A polygon as wide as ``_POINT_WIDTH`` to each side of a line or round a point."""
    library = backend()
    distinct = [position for n, position in enumerate(line) if n == 0 or position != line[n - 1]]
    shape = library.buffer(library.read(line_to_wkb(unwrapped(distinct))), _POINT_WIDTH)
    pieces: list[Polygon] = []
    for polygon in wkb_to_polygons(library.write(shape)):
        pieces += split([[(x, max(-90.0, min(90.0, y))) for x, y in ring] for ring in polygon])
    return pieces


def wkb_to_geojson(wkb: bytes) -> dict[str, Any]:
    """A GeoJSON MultiPolygon, or Polygon where there is one only; CRS84. Raises ``AccessError(BAD_ANSWER)``.

    Outer rings run counter-clockwise, holes clockwise (RFC 7946 §3.1.6).
    """
    coordinates = [
        [[list(position) for position in _turning(ring, left=number == 0)] for number, ring in enumerate(polygon)]
        for polygon in wkb_to_polygons(wkb)
    ]
    if len(coordinates) == 1:
        return {"type": "Polygon", "coordinates": coordinates[0]}
    return {"type": "MultiPolygon", "coordinates": coordinates}


def _turning(ring: Ring, left: bool) -> Ring:
    return ring if (plane_area(ring) > 0) == left else ring[::-1]
