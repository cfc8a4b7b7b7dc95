"""Polygons as 2-D little-endian WKB, packed and read in pure Python.

The format is OGC 06-103r4 §8; the reader also takes what databases and QGIS write: big-endian parts, Z and M
(ISO type numbers + 1000, 2000, 3000 and the EWKB flags), geometry collections. Positions are longitude,
latitude in degrees (CRS84).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

Position = tuple[float, float]
Ring = list[Position]
Polygon = list[Ring]
"""the outer ring first, then its holes; every ring closed"""

POLYGON = 3
MULTI_POLYGON = 6
_LINE = 2
_POINT = 1
_COLLECTIONS = (4, 5, 6, 7)
_POLYGON_HEAD = struct.Struct("<BII")
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000
_DEEPEST = 16


def bad_geometry() -> AccessError:
    """What every parser of geometries raises, whatever was wrong with them."""
    return AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"key": "geometry"})


def polygons_to_wkb(polygons: Sequence[Sequence[Sequence[Position]]]) -> bytes:
    """A MultiPolygon; open rings are closed, nothing else is changed or checked."""
    parts = [_POLYGON_HEAD.pack(1, MULTI_POLYGON, len(polygons))]
    for polygon in polygons:
        parts.append(_POLYGON_HEAD.pack(1, POLYGON, len(polygon)))
        for ring in polygon:
            flat = [number for position in ring for number in position[:2]]
            if flat[:2] != flat[-2:]:
                flat += flat[:2]
            parts.append(struct.pack(f"<I{len(flat)}d", len(flat) // 2, *flat))
    return b"".join(parts)


def line_to_wkb(line: Sequence[Position]) -> bytes:
    """A LineString, or a Point where there is one position only."""
    flat = [number for position in line for number in position]
    if len(line) == 1:
        return struct.pack("<BI2d", 1, _POINT, *flat)
    return struct.pack(f"<BII{len(flat)}d", 1, _LINE, len(line), *flat)


def wkb_to_polygons(wkb: bytes) -> list[Polygon]:
    """Every polygon of any WKB geometry, points and lines left out; Z and M dropped.

    Raises ``AccessError(BAD_ANSWER)`` where the bytes are no WKB.
    """
    polygons: list[Polygon] = []
    try:
        _read(wkb, 0, polygons, 0)
    except (struct.error, TypeError, IndexError, OverflowError) as fault:
        raise bad_geometry() from fault
    return polygons


def _read(wkb: bytes, offset: int, polygons: list[Polygon], depth: int) -> int:
    order, kind, dimensions, offset = _read_head(wkb, offset)
    if depth > _DEEPEST:
        raise bad_geometry()
    if kind in _COLLECTIONS:
        (count,) = struct.unpack_from(order + "I", wkb, offset)
        offset += 4
        for _ in range(count):
            offset = _read(wkb, offset, polygons, depth + 1)
        return offset
    if kind == POLYGON:
        (count,) = struct.unpack_from(order + "I", wkb, offset)
        offset += 4
        rings: Polygon = []
        for _ in range(count):
            ring, offset = _read_positions(wkb, offset, order, dimensions)
            rings.append(ring)
        if rings and rings[0]:
            polygons.append(rings)
        return offset
    if kind == _LINE:
        return _read_positions(wkb, offset, order, dimensions)[1]
    if kind == _POINT:
        return offset + 8 * dimensions
    raise bad_geometry()


def _read_head(wkb: bytes, offset: int) -> tuple[str, int, int, int]:
    order = "<" if wkb[offset] == 1 else ">"
    (code,) = struct.unpack_from(order + "I", wkb, offset + 1)
    offset += 5
    if code & _EWKB_SRID:
        offset += 4
    dimensions = 2 + bool(code & _EWKB_Z) + bool(code & _EWKB_M)
    code &= 0x0FFFFFFF
    dimensions += (0, 1, 1, 2)[code // 1000] if code < 4000 else 0
    return order, code % 1000, dimensions, offset


def _read_positions(wkb: bytes, offset: int, order: str, dimensions: int) -> tuple[Ring, int]:
    (count,) = struct.unpack_from(order + "I", wkb, offset)
    offset += 4
    if count * dimensions * 8 > len(wkb) - offset:
        raise bad_geometry()
    numbers = struct.unpack_from(f"{order}{count * dimensions}d", wkb, offset)
    return list(zip(numbers[::dimensions], numbers[1::dimensions])), offset + count * dimensions * 8


def positions(polygons: Sequence[Polygon]) -> Iterator[Position]:
    """Every position of every ring, closing ones included."""
    for polygon in polygons:
        for ring in polygon:
            yield from ring
