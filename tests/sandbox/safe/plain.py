"""Mosaics, heights, land products and contributing missions: GeoTIFFs of 256 × 256 values and a few words."""

from __future__ import annotations

import json

import numpy as np

from tests.sandbox.content.cdse_others import Plain
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.rasters import gdal, scene
from tests.sandbox.safe import images

_PIXELS = 256


def make(product: CdseProduct, file: CdseFile) -> bytes:
    one = product.source
    assert isinstance(one, Plain)
    if file.path.endswith(".json"):
        return json.dumps({"name": product.name}).encode()
    if not file.path.lower().endswith((".tif", ".tiff")):
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata><id>{product.id}</id></metadata>\n'.encode()
    west, south, east, north = one.box
    grid = scene.Grid(one.epsg, west, north, east, south, _PIXELS, _PIXELS)
    if file.path.endswith("_WBM.tif"):
        return images.geotiff([(scene.heights(grid) <= 0).astype(np.uint8)], grid.transform, grid.epsg, None)
    if one.kind == "dem":
        return images.geotiff([scene.heights(grid)], grid.transform, grid.epsg, None)
    if one.kind == "radar":
        rings = tuple(tuple(ring) for ring in product.rings)
        values = scene.radar(grid, rings, file.path[:2].lower())
        return images.geotiff([values], grid.transform, grid.epsg, 0)
    seen = _seen(product, grid)
    if one.kind == "land":
        red, infrared = seen.reflectance("B04"), seen.reflectance("B08")
        index = np.clip((infrared - red) / (infrared + red) * 250 + 20, 0, 250).astype(np.uint8)
        return images.geotiff([np.where(seen.water, 254, index).astype(np.uint8)], grid.transform, grid.epsg, 255)
    if one.kind == "ccm":
        return images.geotiff(seen.true_colour(), grid.transform, grid.epsg, None)
    if file.path.startswith("observations"):
        return images.geotiff([np.full((_PIXELS, _PIXELS), 17, np.uint8)], grid.transform, grid.epsg, None)
    return images.geotiff([seen.numbers(file.path[:3], 0)], grid.transform, grid.epsg, 0)


def quicklook(product: CdseProduct) -> bytes:
    one = product.source
    west, south, east, north = one.box
    grid = scene.Grid(one.epsg, west, north, east, south, _PIXELS, _PIXELS)
    return gdal.encode_picture(_seen(product, grid).true_colour(), "JPEG")


def _seen(product: CdseProduct, grid: scene.Grid) -> scene.Scene:
    """Without clouds."""
    rings = tuple(tuple(ring) for ring in product.rings)
    return scene.optical(grid, rings, product.start.date().isoformat(), 0.0)
