"""The sandbox's Earth: heights, coast, fields and clouds as functions of place and day.

So neighbouring tiles, and two mirrors of one product, show the same ground.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Any

import numpy as np

from tests.sandbox.rasters.gdal import rasterise

Array = Any
_COAST = [
    (-6.36, 52.17), (-6.22, 52.55), (-6.13, 52.8), (-6.0, 52.97), (-6.08, 53.2), (-6.1, 53.33), (-6.05, 53.38),
    (-6.17, 53.61), (-6.25, 53.72), (-6.37, 53.98), (-6.1, 54.02), (-5.87, 54.2), (-5.53, 54.35), (-5.43, 54.5),
    (-5.7, 54.66), (-5.9, 54.62), (-5.7, 54.85), (-6.15, 55.22), (-6.65, 55.2), (-6.95, 55.18), (-7.25, 55.05),
    (-7.37, 55.38), (-7.6, 55.2), (-7.9, 55.2), (-8.28, 55.14), (-8.45, 54.95), (-8.5, 54.75), (-8.75, 54.65),
    (-8.15, 54.62), (-8.5, 54.35), (-8.6, 54.28), (-9.0, 54.28), (-9.3, 54.3), (-10.0, 54.3), (-10.05, 54.1),
    (-10.15, 53.97), (-9.6, 53.88), (-9.6, 53.8), (-9.9, 53.75), (-10.2, 53.55), (-10.2, 53.4), (-9.9, 53.3),
    (-9.5, 53.22), (-8.95, 53.27), (-8.95, 53.15), (-9.27, 53.15), (-9.43, 52.97), (-9.5, 52.75), (-9.93, 52.56),
    (-9.3, 52.6), (-8.95, 52.65), (-8.75, 52.68), (-9.0, 52.6), (-9.4, 52.58), (-9.93, 52.42), (-9.8, 52.27),
    (-10.45, 52.12), (-9.85, 52.12), (-10.35, 51.88), (-9.75, 51.85), (-10.2, 51.6), (-9.5, 51.7), (-9.82, 51.45),
    (-9.3, 51.5), (-8.9, 51.57), (-8.5, 51.62), (-8.25, 51.8), (-7.9, 51.87), (-7.8, 51.97), (-7.55, 52.07),
    (-7.0, 52.15), (-6.93, 52.13), (-6.6, 52.2), (-6.36, 52.17),
]  # fmt: skip
_WEST, _NORTH, _STEP, _COLUMNS, _ROWS = -11.6, 56.0, 0.01, 660, 500


def seed_of(*words: object) -> int:
    return int.from_bytes(hashlib.sha256("|".join(map(str, words)).encode()).digest()[:4], "big")


def hashed(across: Array, down: Array, seed: int) -> Array:
    """0..1 for whole numbers."""
    value = (across.astype(np.int64) * 374761393 + down.astype(np.int64) * 668265263 + seed * 2147483647) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((value ^ (value >> 16)) & 0xFFFFFF) / float(0xFFFFFF)


def noise(across: Array, down: Array, seed: int) -> Array:
    """Smooth, 0..1, with bumps of about one unit."""
    left, top = np.floor(across), np.floor(down)
    x, y = across - left, down - top
    x, y = x * x * (3 - 2 * x), y * y * (3 - 2 * y)
    upper = hashed(left, top, seed) * (1 - x) + hashed(left + 1, top, seed) * x
    lower = hashed(left, top + 1, seed) * (1 - x) + hashed(left + 1, top + 1, seed) * x
    return upper * (1 - y) + lower * y


def fractal(across: Array, down: Array, seed: int, octaves: int) -> Array:
    total, weight = np.zeros(np.shape(across)), 0.0
    for octave in range(octaves):
        scale, share = 2.0**octave, 0.5**octave
        turn = 0.5 + 1.1 * octave  # else the bumps of all octaves line up along the axes
        turned_x = (across * np.cos(turn) - down * np.sin(turn)) * scale
        turned_y = (across * np.sin(turn) + down * np.cos(turn)) * scale
        total += noise(turned_x, turned_y, seed + octave) * share
        weight += share
    return total / weight


@functools.lru_cache(maxsize=1)
def _inland() -> Array:
    """0 at sea, towards 1 ten kilometres inland."""
    mask = rasterise([_COAST], (_WEST, _STEP, 0, _NORTH, 0, -_STEP), _COLUMNS, _ROWS).astype(float)
    for axis, width in ((0, 11), (1, 17), (0, 11), (1, 17)):
        kernel = np.ones(width) / width
        mask = np.apply_along_axis(lambda line, kernel=kernel: np.convolve(line, kernel, "same"), axis, mask)
    return mask


def _ireland(longitude: Array, latitude: Array) -> Array:
    column = np.clip((longitude - _WEST) / _STEP - 0.5, 0, _COLUMNS - 1.001)
    row = np.clip((_NORTH - latitude) / _STEP - 0.5, 0, _ROWS - 1.001)
    left, top = column.astype(int), row.astype(int)
    x, y, grid = column - left, row - top, _inland()
    upper = grid[top, left] * (1 - x) + grid[top, left + 1] * x
    lower = grid[top + 1, left] * (1 - x) + grid[top + 1, left + 1] * x
    return upper * (1 - y) + lower * y


def height(longitude: Array, latitude: Array) -> Array:
    """Metres above the sea; the sea is 0."""
    wide = fractal(longitude * 3.1, latitude * 5.2, 11, 3)
    rough = fractal(longitude * 28, latitude * 46, 23, 4)
    at_home = (longitude > _WEST) & (longitude < _WEST + _COLUMNS * _STEP) & (latitude < _NORTH)
    at_home &= latitude > _NORTH - _ROWS * _STEP
    shore = np.where(at_home, _ireland(longitude, latitude) - 0.5, 0.6 * (wide - 0.46))
    shore = shore + 0.10 * (rough - 0.5)
    hills = 30 + 180 * rough * wide + 1500 * np.clip(wide - 0.56, 0, 1) ** 1.3 * (0.4 + rough)
    return np.where(shore > 0, np.clip(shore * 6, 0.02, 1) * hills, 0.0)


def cloudiness(longitude: Array, latitude: Array, seed: int) -> Array:
    """0..1; streets of clouds from the south-west."""
    along, beside = longitude * 0.8 + latitude * 0.7, latitude - longitude * 0.45
    big = fractal(along * 2.2, beside * 3.5, seed, 3)
    small = fractal(longitude * 22, latitude * 36, seed + 7, 4)
    return 0.62 * big + 0.38 * small
