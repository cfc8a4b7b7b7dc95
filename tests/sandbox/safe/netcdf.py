"""Small netCDF-4 files: one variable, or coordinates and a variable, in groups where the real ones have them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.cdse_swaths import Swath
from tests.sandbox.rasters import world
from tests.sandbox.rasters.gdal import encode_picture

ROWS, COLUMNS = 40, 30
_NOTHING = 9.969209968386869e36
"""netCDF's own fill value."""


def make(product: CdseProduct, file: CdseFile) -> bytes:
    one = product.source
    assert isinstance(one, Swath)
    if file.path.endswith(".xml"):
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<xfdu name="{product.name}"/>\n'.encode()
    if file.path.endswith(".jpg"):
        return quicklook(product)
    if one.variable:
        return single(one)
    stem = file.path[:-3]
    if "GHRSST" in stem:
        return single(Swath(one.ring, one.start, "sea_surface_temperature", "kelvin", 280.0, 292.0))
    latitude, longitude = _places(one)
    if stem.startswith(("geo", "tie_geo")) or stem == "geolocation":
        end = {"geodetic_in": "_in", "geodetic_an": "_an"}.get(stem, "")
        return _written("", [(f"latitude{end}", latitude, "degrees_north"), (f"longitude{end}", longitude,
                                                                            "degrees_east")])  # fmt: skip
    name = {"LST_in": "LST", "otci": "OTCI", "gifapar": "GIFAPAR", "chl_nn": "CHL_NN", "chl_oc4me": "CHL_OC4ME",
            "tsm_nn": "TSM_NN", "iwv": "IWV"}.get(stem, stem)  # fmt: skip
    low, high = (270.0, 300.0) if name == "LST" or "_BT_" in name else (0.0, 100.0)
    return _written("", [(name, _values(one, low, high, stem), "1")])


def quicklook(product: CdseProduct) -> bytes:
    grey = np.kron(_values(product.source, 0, 255, "quicklook"), np.ones((8, 8))).astype(np.uint8)
    return encode_picture([grey, grey, np.clip(grey.astype(int) + 30, 0, 255).astype(np.uint8)], "JPEG")


def single(one: Swath) -> bytes:
    group, _, name = one.variable.rpartition("/")
    latitude, longitude = _places(one)
    values = _values(one, one.low, one.high, name)
    variables = [("latitude", latitude, "degrees_north"), ("longitude", longitude, "degrees_east"),
                 (name, values, one.unit)]  # fmt: skip
    if group == "PRODUCT":
        variables.insert(2, ("qa_value", np.clip(_values(one, 0.2, 1.4, "quality"), 0, 1), "1"))
    return _written(group, variables)


def _places(one: Swath) -> tuple[Any, Any]:
    """In the order of the scan: rows from north to south."""
    a, b, c, d = (np.array(corner) for corner in one.ring[:4])
    down, across = np.meshgrid(np.linspace(0, 1, ROWS), np.linspace(0, 1, COLUMNS), indexing="ij")
    down, across = down[..., None], across[..., None]
    points = d * (1 - down) * (1 - across) + c * (1 - down) * across + a * down * (1 - across) + b * down * across
    return points[..., 1].astype(np.float32), points[..., 0].astype(np.float32)


def _values(one: Swath, low: float, high: float, *words: str) -> Any:
    latitude, longitude = _places(one)
    share = world.cloudiness(longitude, latitude, world.seed_of(one.start, *words))
    return (low + (high - low) * np.clip(share, 0, 1)).astype(np.float32)


def _written(group: str, variables: list[tuple[str, Any, str]]) -> bytes:
    """netCDF needs a file of the file system: it goes to memory from there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.nc"
        dataset = gdal.GetDriverByName("netCDF").CreateMultiDimensional(str(path))
        place = dataset.GetRootGroup()
        for name in filter(None, group.split("/")):
            place = place.CreateGroup(name)
        names = ("time", "scanline", "ground_pixel") if group == "PRODUCT" else ("rows", "columns")
        dimensions = [place.CreateDimension(name, None, None, size)
                      for name, size in zip(names, (1, ROWS, COLUMNS)[-len(names):])]  # fmt: skip
        with_places = len(variables) > 2
        for name, values, unit in variables:
            array = place.CreateMDArray(name, dimensions, gdal.ExtendedDataType.Create(gdal.GDT_Float32))
            array.SetUnit(unit)
            if not unit.startswith("degrees"):
                array.SetNoDataValueDouble(_NOTHING)
                if with_places:
                    note = array.CreateAttribute("coordinates", [], gdal.ExtendedDataType.CreateString())
                    note.WriteString("longitude latitude")
                    del note
            array.Write(np.ascontiguousarray(values.reshape([one.GetSize() for one in dimensions])))
            del array
        del dimensions, place
        dataset = None
        return path.read_bytes()
