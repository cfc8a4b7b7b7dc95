"""Sentinel-2 tiles: their UTM squares, and longitudes and latitudes for outlines."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import osr

TILE_SIZE = 109800
"""Metres."""
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Tile:
    name: str
    """ "29UNU"; two digits for the zone."""
    epsg: int
    left: int
    top: int

    @property
    def zone(self) -> int:
        return int(self.name[:2])

    @property
    def band(self) -> str:
        return self.name[2]

    @property
    def square(self) -> str:
        return self.name[3:]


@functools.cache
def tile(name: str) -> Tile:
    """The square that ESA's products use: 109 800 m a side, its corner on a grid of 60 m."""
    zone, band = int(name[:2]), name[2]
    northern = band >= "N"
    epsg = (32600 if northern else 32700) + zone
    easting = (_COLUMNS[zone % 3].index(name[3]) + 1) * 100000
    row = (_ROWS.index(name[4]) - (5 if zone % 2 == 0 else 0)) % 20
    middle = -80 + 8 * _BANDS.index(band) + (6 if band == "X" else 4)
    guess = transformer(epsg, False).transform(6 * zone - 183, middle)[1]
    northing = min((row * 100000 + lap * 2000000 for lap in range(6)), key=lambda value: abs(value + 50000 - guess))
    top = northing + 100000
    left = easting // 60 * 60
    return Tile(name, epsg, left, math.ceil(top / 60) * 60 if northern else 10000000 - (10000000 - top) // 60 * 60)


class Transformer:
    """Between a UTM zone and CRS84, x before y on both sides; numbers or arrays."""

    def __init__(self, epsg: int, to_degrees: bool) -> None:
        utm, degrees = osr.SpatialReference(), osr.SpatialReference()
        utm.ImportFromEPSG(epsg)
        degrees.ImportFromEPSG(4326)
        for reference in (utm, degrees):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._transformation = osr.CoordinateTransformation(*((utm, degrees) if to_degrees else (degrees, utm)))

    def transform(self, x: Any, y: Any) -> Any:
        if not isinstance(x, np.ndarray):
            return self._transformation.TransformPoint(float(x), float(y))[:2]
        points = np.column_stack([x.ravel(), y.ravel()])
        moved = np.array(self._transformation.TransformPoints(points))
        return moved[:, 0].reshape(x.shape), moved[:, 1].reshape(x.shape)


@functools.cache
def transformer(epsg: int, to_degrees: bool) -> Transformer:
    return Transformer(epsg, to_degrees)


def outline(place: Tile, corners: Sequence[tuple[float, float]]) -> Ring:
    """A closed ring in degrees, counter-clockwise as given; ``corners`` are shares of the tile from its upper left."""
    to_degrees = transformer(place.epsg, True)
    ring = []
    for across, down in corners:
        longitude, latitude = to_degrees.transform(place.left + across * TILE_SIZE, place.top - down * TILE_SIZE)
        ring.append((longitude, latitude))
    return [*ring, ring[0]]


def split_at_antimeridian(ring: Ring) -> list[Ring]:
    """One ring, or two when it crosses ±180."""
    longitudes = [longitude for longitude, _ in ring]
    if max(longitudes) - min(longitudes) < 180:
        return [ring]
    import shapely.geometry

    unrolled = shapely.geometry.Polygon([(x + 360 if x < 0 else x, y) for x, y in ring])
    halves = []
    for west, shift in ((0, 0), (180, -360)):
        part: Any = unrolled.intersection(shapely.geometry.box(west, -90, west + 180, 90))
        if part.area > 0:
            halves.append([(x + shift, y) for x, y in part.exterior.coords])
    return halves


def rounded(rings: Sequence[Ring], digits: int) -> list[list[list[list[float]]]]:
    """MultiPolygon coordinates."""
    return [[[[round(x, digits), round(y, digits)] for x, y in ring]] for ring in rings]


def bounds(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """West, south, east, north; west > east when it crosses ±180 (RFC 7946)."""
    latitudes = [y for ring in rings for _, y in ring]
    if len(rings) == 1:
        longitudes = [x for x, _ in rings[0]]
        return min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    west = min(x for ring in rings for x, _ in ring if x > 0)
    east = max(x for ring in rings for x, _ in ring if x < 0)
    return west, min(latitudes), east, max(latitudes)
