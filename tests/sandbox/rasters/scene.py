"""What a satellite sees of the sandbox's Earth: bands, true colour, scene classes, radar, heights on a given grid."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np

from tests.sandbox.content.grid import transformer
from tests.sandbox.rasters import world
from tests.sandbox.rasters.gdal import Transform, rasterise

Array = Any
Rings = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Grid:
    epsg: int
    left: float
    top: float
    right: float
    bottom: float
    columns: int
    rows: int

    @property
    def transform(self) -> Transform:
        return (
            self.left,
            (self.right - self.left) / self.columns,
            0,
            self.top,
            0,
            (self.bottom - self.top) / self.rows,
        )

    def ground(self, rows: int, columns: int) -> tuple[Array, Array]:
        """Coordinates of the grid itself, of pixel centres of a grid of so many pixels."""
        x = self.left + (np.arange(columns) + 0.5) * (self.right - self.left) / columns
        y = self.top + (np.arange(rows) + 0.5) * (self.bottom - self.top) / rows
        across, down = np.meshgrid(x, y)
        return across, down


# Reflectances of B01 … B12, in this order.
ORDER = ("B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12")
_GRASS = (0.022, 0.028, 0.065, 0.038, 0.10, 0.30, 0.38, 0.40, 0.42, 0.43, 0.20, 0.095)
_CROP = (0.05, 0.065, 0.105, 0.135, 0.17, 0.22, 0.25, 0.27, 0.29, 0.29, 0.32, 0.23)
_HEATH = (0.03, 0.036, 0.05, 0.058, 0.09, 0.15, 0.18, 0.19, 0.20, 0.21, 0.21, 0.13)
_WATER = (0.045, 0.042, 0.033, 0.018, 0.012, 0.009, 0.008, 0.006, 0.005, 0.005, 0.004, 0.003)
_CLOUD = (0.62, 0.60, 0.60, 0.61, 0.63, 0.66, 0.68, 0.70, 0.71, 0.35, 0.42, 0.30)


@dataclass
class Scene:
    valid: Array
    water: Array
    cloud: Array
    """Opacity 0..1."""
    shadow: Array
    high: Array
    """Hills: heath."""
    tilled: Array
    tone: Array
    """Per field, 0..1."""

    def reflectance(self, band: str) -> Array:
        at = ORDER.index(band)
        field_tone = 0.72 + 0.56 * self.tone
        land = np.where(self.tilled, _CROP[at], _GRASS[at]) * field_tone
        land = land * (1 - self.high) + _HEATH[at] * self.high
        ground = np.where(self.water, _WATER[at] * (0.9 + 0.2 * self.tone), land)
        ground = ground * (1 - 0.55 * self.shadow)
        return ground * (1 - self.cloud) + (_CLOUD[at] * (0.82 + 0.3 * self.cloud)) * self.cloud

    def true_colour(self) -> list[Array]:
        """uint8; 0 only where nothing was seen. ESA's own stretch: reflectance 0.3 … is not far from white."""
        bands = []
        for band in ("B04", "B03", "B02"):
            bright = np.clip(self.reflectance(band) * 255 * 2.6 + 12, 1, 255)
            bands.append(np.where(self.valid, bright, 0).astype(np.uint8))
        return bands

    def numbers(self, band: str, offset: int) -> Array:
        """uint16 digital numbers, reflectance × 10 000 + offset."""
        values = np.clip(self.reflectance(band) * 10000 + offset, 1, 65535)
        return np.where(self.valid, values, 0).astype(np.uint16)

    def classes(self) -> Array:
        """SCL: 3 shadow, 4 vegetation, 5 bare, 6 water, 8 and 9 clouds, 10 cirrus."""
        classes = np.where(self.tilled, 5, 4)
        classes = np.where(self.water, 6, classes)
        classes = np.where(self.shadow > 0.5, 3, classes)
        for opacity, value in ((0.25, 10), (0.5, 8), (0.8, 9)):
            classes = np.where(self.cloud > opacity, value, classes)
        return np.where(self.valid, classes, 0).astype(np.uint8)


def _enlarge(coarse: Array, rows: int, columns: int) -> Array:
    """Bilinear, from pixel centres to pixel centres, straight on beyond the outer ones."""

    def weights(size: int, small: int) -> Array:
        position = (np.arange(size) + 0.5) * small / size - 0.5
        low = np.clip(np.floor(position).astype(int), 0, small - 2)
        matrix = np.zeros((size, small))
        matrix[np.arange(size), low] = 1 - (position - low)
        matrix[np.arange(size), low + 1] += position - low
        return matrix

    return weights(rows, coarse.shape[0]) @ coarse @ weights(columns, coarse.shape[1]).T


def degrees(grid: Grid, rows: int, columns: int) -> tuple[Array, Array]:
    if grid.epsg == 4326:
        return grid.ground(rows, columns)
    across, down = grid.ground(33, 33)
    longitude, latitude = transformer(grid.epsg, True).transform(across, down)
    if longitude.max() - longitude.min() > 180:
        longitude = np.where(longitude < 0, longitude + 360, longitude)
    return _enlarge(longitude, rows, columns), _enlarge(latitude, rows, columns)


def _seen(grid: Grid, rings: Rings) -> Array:
    if grid.epsg != 4326:
        to_grid = transformer(grid.epsg, False)
        rings = tuple(tuple(to_grid.transform(x, y) for x, y in ring) for ring in rings)
    return rasterise(rings, grid.transform, grid.columns, grid.rows).astype(bool)


@functools.lru_cache(maxsize=3)
def optical(grid: Grid, rings: Rings, day: str, cloud_cover: float) -> Scene:
    """``cloud_cover`` per cent of what was seen is opaque."""
    rows, columns = grid.rows, grid.columns
    small = (rows // 4, columns // 4)
    longitude, latitude = degrees(grid, *small)
    coarse_height = world.height(longitude, latitude)
    heights = _enlarge(coarse_height, rows, columns)
    seed = world.seed_of(day)
    clouds = _enlarge(world.cloudiness(longitude, latitude, seed), rows, columns)
    valid = _seen(grid, rings)
    inside = clouds[valid][::7] if valid.any() else clouds.ravel()
    edge = float(np.quantile(inside, 1 - min(99.99, max(0.01, cloud_cover)) / 100)) if inside.size else 1.0
    opacity = np.clip((clouds - edge) / 0.05 + 0.5, 0, 1) if cloud_cover > 0.01 else np.zeros_like(clouds)
    shadow = np.roll(opacity, (-9, 6), axis=(0, 1)) * (1 - opacity)
    full_longitude, full_latitude = _enlarge(longitude, rows, columns), _enlarge(latitude, rows, columns)
    bend = 0.02 * np.sin(full_latitude * 41) + 0.004 * np.sin(full_longitude * 190)
    across, down = np.floor((full_longitude + bend) * 150), np.floor((full_latitude - bend * 0.6) * 260)
    tone = world.hashed(across, down, 5)
    tilled = world.hashed(across, down, 77) > 0.74
    high = np.clip((heights - 160) / 160, 0, 1)
    return Scene(valid, heights <= 0.5, opacity, shadow, high, tilled, tone)


def heights(grid: Grid) -> Array:
    """float32 metres."""
    longitude, latitude = degrees(grid, grid.rows // 2, grid.columns // 2)
    return _enlarge(world.height(longitude, latitude), grid.rows, grid.columns).astype(np.float32)


def radar(grid: Grid, rings: Rings, polarisation: str) -> Array:
    """uint16 amplitudes with speckle; 0 outside the swath."""
    longitude, latitude = degrees(grid, grid.rows // 4, grid.columns // 4)
    ground = _enlarge(world.height(longitude, latitude), grid.rows, grid.columns)
    base = np.where(ground <= 0.5, 45.0, 190 + np.clip(ground, 0, 400) * 0.25) * (
        0.5 if polarisation in ("vh", "hv") else 1
    )
    speckle = np.random.default_rng(world.seed_of(grid, polarisation)).gamma(4, 0.25, base.shape)
    return np.where(_seen(grid, rings), np.clip(base * np.sqrt(speckle), 1, 65535), 0).astype(np.uint16)
