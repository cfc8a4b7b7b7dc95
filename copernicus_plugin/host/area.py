"""Areas between the map's CRS and the engine's CRS84 (longitude, latitude in degrees).

QGIS's transformations take and give x = longitude, y = latitude whatever the axis order of the authority. An edge
that is straight on the map is not in longitude and latitude: long edges get positions in between, as many as keep
them within a two-thousandth of the area's size.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale

from copernicus_plugin.host import compat
from copernicus_plugin.model import geometry as globe
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.query import Area

Position = tuple[float, float]
Ring = list[Position]

_SAME = ("EPSG:4326", "OGC:CRS84")
_PARTS = 32
_LONGEST_STEP = 60.0
_TOLERANCE = 1 / 2000
_ROUNDS = 24
_FARTHEST = 1e9
_POINT_METRES = 10.0
"""Points and lines of a layer are searched as what lies within this distance."""


def area_from_geometry(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, repair: bool = False) -> Area:
    """A polygon in ``crs``, as it is on the map: over a pole, over the antimeridian, in the next copy of the world.

    Raises ``AccessError(INVALID_QUERY)``: ``AREA_EMPTY``, ``AREA_OUTSIDE_CRS``, and ``AREA_SELF_CROSSING`` with the
    place, unless ``repair``.
    """
    return globe.area_from_polygons(_polygons(geometry, _Converter(crs)), repair)


def area_from_extent(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> Area:
    """A rectangle of the map. Raises like ``area_from_geometry``."""
    if extent.isNull() or extent.isEmpty() or not extent.isFinite():
        raise AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_EMPTY)
    return area_from_geometry(QgsGeometry.fromRect(extent), crs)


def area_from_layer(layer: QgsVectorLayer, selected_only: bool, repair: bool = False) -> Area:
    """All features of a layer together, or the selected ones. Points and lines count with 10 m around them.

    Raises like ``area_from_geometry``; ``AREA_EMPTY`` where there is no feature.
    """
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    features = layer.getSelectedFeatures(request) if selected_only else layer.getFeatures(request)
    converter = _Converter(layer.crs())
    polygons: list[list[Ring]] = []
    for feature in features:
        if feature.hasGeometry():
            polygons += _polygons(feature.geometry(), converter)
    return globe.area_from_polygons(polygons, repair)


def area_from_text(text: str) -> Area:
    """A typed box: west, south, east, north in degrees; west > east crosses the antimeridian.

    Raises ``AccessError(INVALID_QUERY)``: ``AREA_BOX`` with the ``text`` that cannot be read, ``AREA_EMPTY``.
    """
    bad = AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_BOX, {"text": text.strip()})
    try:
        numbers = _numbers(text)
    except ValueError as error:
        raise bad from error
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise bad
    west, south, east, north = numbers
    try:
        return globe.area_from_box(west, south, east, north)
    except AccessError as error:
        raise (bad if error.reason is Reason.AREA_BOX else error) from error


def area_to_text(area: Area) -> str:
    """The box around it as ``area_from_text`` reads it, rounded outwards to a ten-thousandth of a degree."""
    west, south, east, north = globe.bounds(area.wkb)
    low = [math.floor(value * 1e4 + 1e-6) / 1e4 for value in (west, south)]
    high = [math.ceil(value * 1e4 - 1e-6) / 1e4 for value in (east, north)]
    return ", ".join(f"{value + 0.0:.10g}" for value in (*low, *high))


def area_to_geometry(area: Area, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """The area as it looks on a map in ``crs``: edges follow longitude and latitude.

    What the CRS cannot show (the poles in Web Mercator) is cut away. Raises ``AccessError(INVALID_QUERY,
    AREA_OUTSIDE_CRS)`` where nothing of it can be shown.
    """
    geometry = QgsGeometry()
    geometry.fromWkb(area.wkb)
    if crs.authid() in _SAME:
        return geometry
    transform = _transform(QgsCoordinateReferenceSystem("OGC:CRS84"), crs)
    size = geometry.boundingBox()
    geometry = geometry.densifyByDistance(max(size.width(), size.height(), 1e-6) / (2 * _PARTS))
    for latitude in (90.0, 85.06, 80.0):
        shown = geometry.intersection(QgsGeometry.fromRect(QgsRectangle(-180, -latitude, 180, latitude)))
        try:
            shown.transform(transform)
        except QgsCsException:
            continue
        if not shown.isEmpty() and _on_the_map(shown.boundingBox()):
            return shown
    raise _outside(crs)


def _on_the_map(extent: QgsRectangle) -> bool:
    """The pole opposite to a polar map is infinitely far away, or a number that says so."""
    edges = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    return all(math.isfinite(edge) and abs(edge) < _FARTHEST for edge in edges)


class _Converter:
    """From one CRS to longitude and latitude."""

    def __init__(self, crs: QgsCoordinateReferenceSystem) -> None:
        if not crs.isValid():
            raise _outside(crs)
        self.crs = crs
        self.same = crs.authid() in _SAME
        globe_crs = QgsCoordinateReferenceSystem("OGC:CRS84")
        self.transform = _transform(crs, globe_crs)
        self._back = _transform(globe_crs, crs)

    def positions(self, xs: list[float], ys: list[float]) -> Ring:
        """Raises ``AccessError(INVALID_QUERY, AREA_OUTSIDE_CRS)``."""
        if self.same:
            return list(zip(xs, ys))
        line = QgsLineString(xs, ys)
        try:
            line.transform(self.transform)
        except QgsCsException as error:
            raise _outside(self.crs) from error
        found = [(point.x(), point.y()) for point in line.points()]
        if not all(math.isfinite(x) and math.isfinite(y) for x, y in found):
            raise _outside(self.crs)
        return found

    def poles(self) -> Iterable[tuple[float, QgsPointXY]]:
        """The latitudes of the poles and their places on the map, as far as they have one."""
        for latitude in (90.0, -90.0):
            try:
                place = self._back.transform(QgsPointXY(0.0, latitude))
            except QgsCsException:
                continue
            if math.isfinite(place.x()) and math.isfinite(place.y()):
                yield latitude, place


def _transform(source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    transform = QgsCoordinateTransform(source, target, QgsProject.instance().transformContext())
    transform.setBallparkTransformsAreAppropriate(True)
    return transform


def _outside(crs: QgsCoordinateReferenceSystem) -> AccessError:
    name = crs.authid() or crs.description() or "?"
    return AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_OUTSIDE_CRS, {"crs": name})


def _numbers(text: str) -> list[float]:
    """Four numbers with a decimal point; or with the locale's decimal comma, parted by blanks or semicolons."""
    text = text.strip().strip("[]()")
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    if len(parts) != 4 and QLocale().decimalPoint() == ",":
        parts = [part.strip(",").replace(",", ".") for part in re.split(r";|,?\s+", text) if part]
    return [float(part.replace("\u2212", "-").rstrip("°")) for part in parts]


def _polygons(geometry: QgsGeometry, converter: _Converter) -> list[list[Ring]]:
    """Rings in longitude and latitude with running longitudes."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    geometry = QgsGeometry(geometry)
    geometry.convertToStraightSegment()
    if not compat.is_polygon(geometry):
        geometry = geometry.buffer(_POINT_METRES / compat.metres_per_unit(converter.crs), 2)
    parts = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    return [polygon for part in parts if (polygon := _polygon(part, converter))]


def _polygon(rings: list[list[QgsPointXY]], converter: _Converter) -> list[Ring]:
    if not rings or len(rings[0]) < 4:
        return []
    if not converter.crs.isGeographic():
        rings = _off_the_poles(rings, converter)
    result = [_ring(ring, converter) for ring in rings]
    outer = result[0]
    if abs(outer[-1][0] - outer[0][0]) > 180:
        result[0] = _round_pole(outer, _pole_inside(rings, converter))
    return [_short_steps(ring) for ring in result]


def _off_the_poles(rings: list[list[QgsPointXY]], converter: _Converter) -> list[list[QgsPointXY]]:
    """A pole on the very boundary has no longitude there: the polygon grows by a hair over it."""
    polygon = QgsGeometry.fromPolygonXY(rings)
    size = max(polygon.boundingBox().width(), polygon.boundingBox().height())
    boundary = QgsGeometry.fromMultiPolylineXY(rings)
    for _, place in converter.poles():
        if boundary.distance(QgsGeometry.fromPointXY(place)) < size * 1e-7:
            grown = polygon.buffer(size * 1e-5, 1)
            if not grown.isMultipart() and not grown.isEmpty():
                return list(grown.asPolygon())
    return rings


def _pole_inside(rings: list[list[QgsPointXY]], converter: _Converter) -> float:
    polygon = QgsGeometry.fromPolygonXY(rings[:1])
    for latitude, place in converter.poles():
        if polygon.contains(QgsGeometry.fromPointXY(place)):
            return latitude
    raise _outside(converter.crs)


def _round_pole(ring: Ring, latitude: float) -> Ring:
    return [*ring, (ring[-1][0], latitude), (ring[0][0], latitude), ring[0]]


def _ring(points: list[QgsPointXY], converter: _Converter) -> Ring:
    xs, ys, given = _divided([(point.x(), point.y()) for point in points], converter)
    for _ in range(_ROUNDS):
        positions = converter.positions(xs, ys)
        wide = set() if converter.same else _wide_steps(positions)
        if not wide:
            break
        xs, ys, given = _between(xs, ys, given, wide)
    running = positions if converter.same else _running(positions)
    return _thinned(running, given)


def _divided(ring: Ring, converter: _Converter) -> tuple[list[float], list[float], list[bool]]:
    """Long edges in pieces; ``True`` for the positions that were there before."""
    if converter.crs.isGeographic():
        longest = math.degrees(1.0) if converter.same else 10.0
    else:
        lengths = sum(math.dist(a, b) for a, b in zip(ring, ring[1:]))
        west, east = min(x for x, _ in ring), max(x for x, _ in ring)
        south, north = min(y for _, y in ring), max(y for _, y in ring)
        longest = max(math.hypot(east - west, north - south) / _PARTS, lengths / 20_000)
    xs, ys, given = [ring[0][0]], [ring[0][1]], [True]
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        parts = math.ceil(math.hypot(x2 - x1, y2 - y1) / longest) if longest else 1
        for number in range(1, parts):
            xs.append(x1 + (x2 - x1) * number / parts)
            ys.append(y1 + (y2 - y1) * number / parts)
            given.append(False)
        xs.append(x2)
        ys.append(y2)
        given.append(True)
    return xs, ys, given


def _wide_steps(positions: Ring) -> set[int]:
    """Numbers of positions before which the longitude turns too far to tell in which sense (near a pole)."""
    return {
        number
        for number in range(1, len(positions))
        if abs(_turn(positions[number - 1][0], positions[number][0])) > _LONGEST_STEP
    }


def _between(
    xs: list[float], ys: list[float], given: list[bool], wide: set[int]
) -> tuple[list[float], list[float], list[bool]]:
    new_xs, new_ys, new_given = [xs[0]], [ys[0]], [given[0]]
    for number in range(1, len(xs)):
        if number in wide:
            new_xs.append((xs[number - 1] + xs[number]) / 2)
            new_ys.append((ys[number - 1] + ys[number]) / 2)
            new_given.append(False)
        new_xs.append(xs[number])
        new_ys.append(ys[number])
        new_given.append(given[number])
    return new_xs, new_ys, new_given


def _turn(before: float, after: float) -> float:
    return (after - before + 180) % 360 - 180


def _running(positions: Ring) -> Ring:
    longitude = positions[0][0]
    result = [positions[0]]
    for (before, _), (after, latitude) in zip(positions, positions[1:]):
        longitude += _turn(before, after)
        result.append((longitude, latitude))
    return result


def _thinned(ring: Ring, given: list[bool]) -> Ring:
    """Without the positions in between that the straight edge passes close enough anyway."""
    if all(given):
        return ring
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    tolerance = max(max(xs) - min(xs), max(ys) - min(ys)) * _TOLERANCE
    result = [ring[0]]
    start = 0
    for end in range(1, len(ring)):
        if given[end]:
            result += _needed(ring, start, end, tolerance)
            result.append(ring[end])
            start = end
    return result


def _needed(ring: Ring, start: int, end: int, tolerance: float) -> Ring:
    """Douglas and Peucker's choice between two positions, both left out."""
    if end - start < 2:
        return []
    (x1, y1), (x2, y2) = ring[start], ring[end]
    length = math.hypot(x2 - x1, y2 - y1)
    farthest, distance = start, 0.0
    for number in range(start + 1, end):
        x, y = ring[number]
        away = abs((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length if length else math.hypot(x - x1, y - y1)
        if away > distance:
            farthest, distance = number, away
    if distance <= tolerance:
        return []
    before = _needed(ring, start, farthest, tolerance)
    return [*before, ring[farthest], *_needed(ring, farthest, end, tolerance)]


def _short_steps(ring: Ring) -> Ring:
    """No edge spans more than 90 degrees: else it could be read as the short way round the globe."""
    result = [ring[0]]
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        parts = math.ceil(abs(x2 - x1) / 90)
        result += [(x1 + (x2 - x1) * n / parts, y1 + (y2 - y1) * n / parts) for n in range(1, parts)]
        result.append((x2, y2))
    return result
