"""Finds the asset behind an address, makes its file on first demand, and keeps it on the disk."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np

from tests.sandbox.http import Bytes, FileContent, MemoryContent, Resource
from tests.sandbox.rasters import gdal, scene
from tests.sandbox.rasters.real_product import RealProduct
from tests.sandbox.rasters.scene import Grid, Rings
from tests.sandbox.settings import Settings

VERSION = "2"
"""Of the pictures: part of the cache's key."""
Item = dict[str, Any]
_BAND = re.compile(r"(?:^|[_/])(B\d[\dA]|TCI|SCL|AOT|WVP|PVI)(?:_\d\dm)?\.tif$")
_TYPES = {
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".xml": "application/xml",
    ".safe": "application/xml",
    ".json": "application/json",
}


def address_of(href: str) -> str:
    """One name for the s3:// and the https forms of an object."""
    address = urlsplit(href)
    bucket = re.fullmatch(r"([\w.-]+?)\.s3(?:\.[a-z0-9-]+)?\.amazonaws\.com", address.hostname or "")
    if bucket:
        return f"s3://{bucket[1]}{unquote(address.path)}"
    return f"{address.scheme}://{address.hostname}{unquote(address.path)}"


class RasterShop:
    def __init__(self, settings: Settings, items: Iterable[Item]) -> None:
        self._cache = settings.cache
        self._cache.mkdir(parents=True, exist_ok=True)
        self._real = RealProduct.find(settings.data)
        self._assets: dict[str, tuple[Item, str]] = {}
        for item in items:
            for key, asset in item["assets"].items():
                self._assets.setdefault(address_of(asset["href"]), (item, key))
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}

    def azure_accounts(self) -> set[str]:
        """Storage accounts that any item names."""
        hosts = {urlsplit(address).hostname or "" for address in self._assets}
        return {host.split(".")[0] for host in hosts if host.endswith(".blob.core.windows.net")}

    def resource(self, address: str) -> Resource | None:
        """``address`` as address_of gives it; None when no item names it. Blocks while a picture is made."""
        if address not in self._assets:
            return None
        item, key = self._assets[address]
        suffix = Path(address).suffix.lower()
        if suffix in (".tif", ".tiff"):
            return self._file(self._cog(item, key), _TYPES[suffix])
        if suffix in (".jpg", ".png"):
            path = self._made(f"{self._key(item)}-thumbnail{suffix}", lambda path: self._write_picture(path, item))
            return self._file(path, _TYPES[suffix])
        if suffix in _TYPES:
            return _text(item, key, suffix)
        return None

    def preview(self, item: Item, asset: str, kind: str) -> Bytes | None:
        """A picture of some 343 pixels, PNG or JPEG."""
        if asset not in item["assets"]:
            return None
        suffix = ".jpg" if kind == "JPEG" else ".png"
        path = self._made(f"{self._key(item)}-thumbnail{suffix}", lambda path: self._write_picture(path, item))
        return Bytes(path.read_bytes(), f"image/{kind.lower()}")

    def _file(self, path: Path, content_type: str) -> Resource:
        digest = hashlib.sha256(path.name.encode()).hexdigest()[:32]
        return Resource(FileContent(path), content_type, f'"{digest}"')

    def _key(self, item: Item) -> str:
        """Mirrors of one product share their pictures but for the values of their pixels."""
        words = [VERSION, item["id"], item["collection"], _outline(item), item["properties"].get("eo:cloud_cover"),
                 bool(self._real and self._real.is_of(item))]  # fmt: skip
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:24]

    def _made(self, name: str, make: Any) -> Path:
        path = self._cache / name
        with self._guard:
            lock = self._locks.setdefault(name, threading.Lock())
        with lock:
            if not path.exists():
                make(path)
        return path

    def _cog(self, item: Item, key: str) -> Path:
        return self._made(f"{self._key(item)}-{key}.tif", lambda path: self._write_cog(path, item, key))

    def _write_cog(self, path: Path, item: Item, key: str) -> None:
        grid = grid_of(item, key)
        name = _BAND.search(item["assets"][key]["href"])
        if name and name[1] not in ("AOT", "WVP"):
            bands = self._sentinel_2(item, grid, name[1])
            gdal.write_cog(path, bands, grid.transform, grid.epsg, 0, "NEAREST" if name[1] == "SCL" else "AVERAGE")
        elif name:
            flat = np.full((grid.rows, grid.columns), 120 if name[1] == "AOT" else 1900, np.uint16)
            gdal.write_cog(path, [flat], grid.transform, grid.epsg, 0)
        elif item["collection"].startswith("cop-dem"):
            gdal.write_cog(path, [scene.heights(grid)], grid.transform, grid.epsg, None)
        elif item["collection"].startswith("sentinel-1"):
            gdal.write_cog(path, [scene.radar(grid, _rings(item), key)], grid.transform, grid.epsg, 0)
        else:
            seen = self._scene(item, grid)
            bands = [*seen.true_colour(), np.clip(seen.reflectance("B08") * 500, 1, 255).astype(np.uint8)]
            gdal.write_cog(path, bands, grid.transform, grid.epsg, None)

    def _scene(self, item: Item, grid: Grid) -> scene.Scene:
        properties = item["properties"]
        return scene.optical(
            grid, _rings(item), properties["datetime"][:10], float(properties.get("eo:cloud_cover") or 0)
        )

    def _sentinel_2(self, item: Item, grid: Grid, band: str) -> list[Any]:
        applied = item["properties"].get("earthsearch:boa_offset_applied", False)
        baseline = float(item["properties"].get("s2:processing_baseline", "0"))
        offset = 1000 if baseline >= 4 and not applied else 0
        if self._real is not None and self._real.is_of(item):
            pixels = self._real.pixels(band, grid.columns, grid.rows)
            if pixels is not None:
                return [np.where(band_pixels > 1000, band_pixels - 1000, np.minimum(band_pixels, 1)).astype(np.uint16)
                        if applied and band.startswith("B") else band_pixels for band_pixels in pixels]  # fmt: skip
        seen = self._scene(item, grid)
        if band in ("TCI", "PVI"):
            return seen.true_colour()
        return [seen.classes()] if band == "SCL" else [seen.numbers(band, offset)]

    def _write_picture(self, path: Path, item: Item) -> None:
        kind = "JPEG" if path.suffix == ".jpg" else "PNG"
        collection, key = item["collection"], _picture_key(item)
        grid = _shrunk(grid_of(item, key), 343)
        if collection.startswith("cop-dem"):
            shade = np.clip(scene.heights(grid) / 3 + 20, 0, 255).astype(np.uint8)
            bands = [shade, shade, shade]
        elif collection.startswith("sentinel-1"):
            grey = np.clip(scene.radar(grid, _rings(item), "vv") / 1.6, 0, 255).astype(np.uint8)
            bands = [grey, grey, grey]
        elif self._real is not None and self._real.is_of(item):
            bands = self._real.pixels("TCI", grid.columns, grid.rows) or self._scene(item, grid).true_colour()
        else:
            bands = self._scene(item, grid).true_colour()
        unfinished = path.with_name(f"{path.name}.{threading.get_ident()}.part")
        unfinished.write_bytes(gdal.encode_picture(bands, kind))
        unfinished.replace(path)


def _text(item: Item, key: str, suffix: str) -> Resource:
    if suffix == ".json":
        text = json.dumps({"path": item["id"], "timestamp": item["properties"]["datetime"]})
    else:
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata asset="{key}"><id>{item["id"]}</id></metadata>\n'
    digest = hashlib.sha256(text.encode()).hexdigest()[:32]
    return Resource(MemoryContent(text.encode()), _TYPES[suffix], f'"{digest}"')


def _outline(item: Item) -> Any:
    return item["geometry"]["coordinates"]


def _rings(item: Item) -> Rings:
    coordinates = item["geometry"]["coordinates"]
    polygons = [coordinates] if item["geometry"]["type"] == "Polygon" else coordinates
    return tuple(tuple((float(x), float(y)) for x, y, *_ in polygon[0]) for polygon in polygons)


def _picture_key(item: Item) -> str:
    for key in ("visual", "TCI", "data", "vv", "hh", "image"):
        if key in item["assets"]:
            return key
    return str(next(iter(item["assets"])))


def grid_of(item: Item, key: str) -> Grid:
    """The asset's place as the item says it, with no more than some 1 100 pixels a side."""
    properties, asset = item["properties"], item["assets"][key]
    epsg = properties.get("proj:epsg")
    for source in (asset, properties, *item["assets"].values()):
        if "proj:transform" in source and "proj:shape" in source and epsg:
            across, _, left, _, down, top = source["proj:transform"][:6]
            rows, columns = source["proj:shape"]
            box = (left, top, left + columns * abs(across), top - rows * abs(down))
            recorded = properties.get("proj:bbox")
            if source is properties and recorded and recorded[3] < recorded[1] + 1e9 and epsg == 4326:
                box = (recorded[0], recorded[3], recorded[2], recorded[1])
            return _shrunk(Grid(int(epsg), *box, columns, rows), 1098)
    west, south, east, north = item["bbox"]
    return Grid(4326, west, north, east, south, 512, 512)


def _shrunk(grid: Grid, most: int) -> Grid:
    factor = max(1.0, max(grid.columns, grid.rows) / most)
    return Grid(grid.epsg, grid.left, grid.top, grid.right, grid.bottom, max(8, round(grid.columns / factor)),
                max(8, round(grid.rows / factor)))  # fmt: skip
