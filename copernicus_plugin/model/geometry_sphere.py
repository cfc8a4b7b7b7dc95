"""The globe under longitude and latitude: the antimeridian, the poles, and true areas. Pure Python.

Positions are longitude, latitude in degrees (CRS84). Edges are straight in longitude and latitude, as in
GeoJSON (RFC 7946 §3.1.1).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Optional

from copernicus_plugin.model.geometry_wkb import Polygon, Position, Ring

AUTHALIC_RADIUS_KM = 6371.0071809
"""The sphere with the surface of the WGS 84 ellipsoid (510 065 622 km²)."""

_E2 = 0.00669437999014
"""First eccentricity of WGS 84, squared (NIMA TR8350.2)."""
_SIN_2 = _E2 / 3 + 31 * _E2**2 / 180 + 59 * _E2**3 / 560
_SIN_4 = 17 * _E2**2 / 360 + 61 * _E2**3 / 1260


def sphere_area(polygons: Sequence[Polygon]) -> float:
    """Area on the unit sphere (steradians), of polygons that do not overlap.

    Lambert's equal-area cylinder, x = λ, y = sin φ (Snyder, Map Projections: A Working Manual, USGS 1395, §10),
    integrated exactly along edges that are straight in λ and φ:
    ∫ sin φ dλ = Δλ · sin((φ₁+φ₂)/2) · sin(h)/h with h = (φ₂-φ₁)/2.
    """
    return sum(_polygon_area(polygon) for polygon in polygons)


def _polygon_area(polygon: Polygon) -> float:
    outer, *holes = polygon
    return max(0.0, _ring_area(outer) - sum(map(_ring_area, holes)))


def _ring_area(ring: Ring) -> float:
    total = 0.0
    sin, factor = math.sin, math.pi / 360
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if x2 != x1:
            half = (y2 - y1) * factor
            mean = sin((y1 + y2) * factor)
            total += (x2 - x1) * (mean * sin(half) / half if half > 1e-9 or half < -1e-9 else mean)
        x1, y1 = x2, y2
    return abs(total) * 2 * factor


def ellipsoid_area_km2(polygons: Sequence[Polygon]) -> float:
    """km² on WGS 84: latitudes are brought to the authalic sphere first (Snyder, eq. 3-18)."""
    authalic = [[[(x, _authalic(y)) for x, y in ring] for ring in polygon] for polygon in polygons]
    return sphere_area(authalic) * AUTHALIC_RADIUS_KM**2


def _authalic(latitude: float) -> float:
    phi = math.radians(latitude)
    return math.degrees(phi - _SIN_2 * math.sin(2 * phi) + _SIN_4 * math.sin(4 * phi))


def plane_area(ring: Ring) -> float:
    """Twice the signed area in square degrees; counter-clockwise is positive."""
    x0, y0 = ring[0]
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:]))


def unwrapped(ring: Ring) -> Ring:
    """The same ring with longitudes that run on beyond ±180 instead of jumping by more than 180.

    A ring round a pole then ends 360 degrees from where it began.
    """
    if _is_wide_box(ring):
        return ring
    result = [ring[0]]
    offset = 0.0
    before = ring[0][0]
    for x, y in ring[1:]:
        step = x - before
        if step > 180 or step < -180:
            offset -= 360 * round(step / 360)
        result.append((x + offset, y) if offset else (x, y))
        before = x
    return result


def _is_wide_box(ring: Ring) -> bool:
    """A box along the parallels with a side on the seam of its longitudes (±180, or 0 of 0…360).

    ``-180…180`` and ``-180…179.92`` are how global grids are written: they are meant as they stand, although
    a side of them is longer than 180 degrees.
    """
    if len(ring) != 5:
        return False
    xs = {x for x, _ in ring}
    ys = {y for _, y in ring}
    if len(xs) != 2 or len(ys) != 2:
        return False
    west, east = min(xs), max(xs)
    return east - west > 180 and (west == -180 or east == 180 or (west == 0 and east > 180))


def planar(polygon: Polygon) -> Polygon:
    """The polygon with running longitudes, beyond ±180 if need be, its holes beside it.

    A ring round a pole is closed along that pole. What comes out may be checked and changed in the plane, then
    ``split``.
    """
    outer = unwrapped(polygon[0])
    if _goes_round(outer):
        outer = _closed_along_pole(outer)
    west, east = _extent(outer)
    holes = (_beside(unwrapped(ring), (west + east) / 2) for ring in polygon[1:])
    return [outer, *(hole for hole in holes if hole is not None)]


def split(polygon: Polygon) -> list[Polygon]:
    """A planar polygon cut at the antimeridian into parts within ±180."""
    west, east = _extent(polygon[0])
    turn = math.floor((west + 180) / 360)
    pieces = [polygon]
    result: list[Polygon] = []
    while east > turn * 360 + 180:
        left, pieces = cut(pieces, turn * 360 + 180)
        result += _moved(left, -360 * turn)
        turn += 1
    return result + _moved(pieces, -360 * turn)


def within_world(polygon: Polygon) -> list[Polygon]:
    """``split(planar(polygon))``: what RFC 7946 §3.1.9 asks for, of a polygon however it was written."""
    return split(planar(polygon))


def _goes_round(ring: Ring) -> bool:
    return abs(ring[-1][0] - ring[0][0]) > 180


def _closed_along_pole(ring: Ring) -> Ring:
    pole = math.copysign(90, sum(y for _, y in ring))
    return [*ring, (ring[-1][0], pole), (ring[0][0], pole), ring[0]]


def _beside(hole: Ring, longitude: float) -> Optional[Ring]:
    """The hole moved by whole turns to where its outer ring is; nothing for one that goes round the globe."""
    if _goes_round(hole):
        return None
    west, east = _extent(hole)
    offset = 360 * round((longitude - (west + east) / 2) / 360)
    return [(x + offset, y) for x, y in hole] if offset else hole


def _extent(ring: Ring) -> tuple[float, float]:
    xs = [x for x, _ in ring]
    return min(xs), max(xs)


def _moved(polygons: list[Polygon], offset: float) -> list[Polygon]:
    if not offset:
        return polygons
    return [[[(x + offset, y) for x, y in ring] for ring in polygon] for polygon in polygons]


class _Side:
    """What lies on one side of the cutting meridian."""

    def __init__(self) -> None:
        self.outers: list[Ring] = []
        self.holes: list[Ring] = []
        self.chains: list[tuple[Ring, int, int]] = []
        """positions from one crossing to the next, both included, with the numbers of the crossings"""

    def polygons(self, partner: dict[int, int]) -> list[Polygon]:
        polygons = [[ring] for ring in [*self.outers, *self._linked(partner)] if plane_area(ring)]
        for hole in self.holes:
            holder = next((polygon for polygon in polygons if _inside(hole[0], polygon[0])), None)
            if holder is not None:
                holder.append(hole)
        return polygons

    def _linked(self, partner: dict[int, int]) -> list[Ring]:
        chain_at = {end: number for number, chain in enumerate(self.chains) for end in chain[1:]}
        waiting = set(range(len(self.chains)))
        rings: list[Ring] = []
        while waiting:
            number = min(waiting)
            ring: Ring = []
            begin = self.chains[number][1]
            while number in waiting:
                waiting.discard(number)
                chain, first, last = self.chains[number]
                if begin == first:
                    ring += chain
                    begin = partner[last]
                else:
                    ring += chain[::-1]
                    begin = partner[first]
                number = chain_at[begin]
            rings.append(_tidy(ring))
        return rings


def cut(polygons: Sequence[Polygon], meridian: float) -> tuple[list[Polygon], list[Polygon]]:
    """What lies west, and what lies east of a meridian. Rings must not cross themselves.

    The boundary is cut where it crosses; crossings, ordered by latitude, bound the inside two by two, and the
    pieces of boundary on either side are linked along those.
    """
    west: list[Polygon] = []
    east: list[Polygon] = []
    for polygon in polygons:
        sides = (_Side(), _Side())
        latitudes: list[float] = []
        for number, ring in enumerate(polygon):
            _cut_ring(ring, meridian, sides, latitudes, hole=number > 0)
        order = sorted(range(len(latitudes)), key=latitudes.__getitem__)
        partner = {order[n]: order[n ^ 1] for n in range(len(order))}
        west += sides[0].polygons(partner)
        east += sides[1].polygons(partner)
    return west, east


def _cut_ring(ring: Ring, meridian: float, sides: tuple[_Side, _Side], latitudes: list[float], hole: bool) -> None:
    corners = ring[:-1]
    beyond = [x > meridian for x, _ in corners]
    starts = [n for n in range(len(corners)) if beyond[n] != beyond[n - 1]]
    if not starts:
        side = sides[beyond[0]]
        (side.holes if hole else side.outers).append(ring)
        return
    first = len(latitudes)
    crossings = [_crossing(corners[n - 1], corners[n], meridian) for n in starts]
    latitudes += [y for _, y in crossings]
    for n, start in enumerate(starts):
        after = (n + 1) % len(starts)
        end = starts[after] if after else starts[0] + len(corners)
        inner = [corners[k % len(corners)] for k in range(start, end)]
        chain = [crossings[n], *inner, crossings[after]]
        sides[beyond[start]].chains.append((chain, first + n, first + after))


def _crossing(a: Position, b: Position, meridian: float) -> Position:
    return meridian, a[1] + (b[1] - a[1]) * ((meridian - a[0]) / (b[0] - a[0]))


def _tidy(ring: Ring) -> Ring:
    """Closed, without repeated positions."""
    result = [ring[0]]
    for position in [*ring[1:], ring[0]]:
        if position != result[-1]:
            result.append(position)
    return result if len(result) > 3 else [ring[0]] * 4


def _inside(position: Position, ring: Ring) -> bool:
    """Even-odd rule (Shimrat 1962)."""
    x, y = position
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def box_ring(west: float, south: float, east: float, north: float) -> Ring:
    """Counter-clockwise, closed; a position at least every 90 degrees, for readers that take the short way round."""
    steps = max(1, math.ceil((east - west) / 90))
    xs = [west + (east - west) * n / steps for n in range(steps)] + [east]
    return [*((x, south) for x in xs), *((x, north) for x in reversed(xs)), (west, south)]
