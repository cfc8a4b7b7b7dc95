"""Swaths of the atmosphere: each pixel has a place of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.model.errors import ErrorKind, Reason
from copernicus_plugin.model.product import Asset

from .conftest import draw, make_product
from .test_loader import Ear

NAME = "S5P_OFFL_L2__NO2____20221005T115411_20221005T133541_25800_03_020400_20221007T040000"
GROUND = "#ff00ff"
FILL = 9.969209968386869e36


def write_swath(file, west=-10.0):
    """120 lines of 90 pixels, slanting; more to the east; without data in the first 20 lines."""
    root = gdal.GetDriverByName("netCDF").CreateMultiDimensional(str(file)).GetRootGroup()
    group = root.CreateGroup("PRODUCT")
    sizes = (("time", 1), ("scanline", 120), ("ground_pixel", 90))
    dimensions = [group.CreateDimension(name, None, None, size) for name, size in sizes]
    line, pixel = np.mgrid[0:120, 0:90]
    longitude = (west + pixel * 0.08 - line * 0.02 + 180) % 360 - 180
    amount = 1e-5 * (1 + pixel / 90)
    amount[:20] = FILL
    for name, values, attributes in (
        ("latitude", 50 + line * 0.05 + pixel * 0.01, {"units": "degrees_north", "standard_name": "latitude"}),
        ("longitude", longitude, {"units": "degrees_east", "standard_name": "longitude"}),
        ("qa_value", np.ones((120, 90)), {"units": "1", "coordinates": "longitude latitude"}),
        ("nitrogendioxide_tropospheric_column", amount, {"units": "mol m-2", "coordinates": "longitude latitude"}),
    ):
        variable = group.CreateMDArray(name, dimensions, gdal.ExtendedDataType.Create(gdal.GDT_Float32))
        for key, text in attributes.items():
            variable.CreateAttribute(key, [], gdal.ExtendedDataType.CreateString()).Write(text)
        if name.startswith("nitrogen"):
            variable.SetNoDataValueDouble(FILL)
        variable.Write(values.astype("float32")[None])


@pytest.fixture
def ear(qgis_new_project, tmp_path):
    loader = LayerLoader(load_registry().collections, {}, tmp_path / "layers folder")
    yield Ear(loader)
    loader.close()


def product_of(collection="sentinel-5p-l2-no2"):
    whole = Asset("Product", "https://x.example/p", "application/netcdf", roles=("data",))
    return replace(make_product(0), id=NAME, collection=collection, assets={"Product": whole})


def test_a_swath_lies_where_its_coordinates_say(ear, tmp_path):
    write_swath(tmp_path / f"{NAME}.nc")
    ear.loader.load_files(product_of(), "", {"Product": str(tmp_path / f"{NAME}.nc")})
    ear.wait()
    assert not ear.failed, str(ear.failed[0][1])
    layer = ear.loaded[0].layer
    assert layer.name().endswith("nitrogendioxide_tropospheric_column")
    assert layer.bandName(1).endswith("nitrogendioxide_tropospheric_column")
    assert layer.crs().authid() == "EPSG:4326"
    picture = draw([layer], (-13, 50, -3, 57), 200, 140)
    west, east = picture.colour(50, 70), picture.colour(130, 70)
    assert GROUND not in (west, east)
    assert west < east, "more to the east"
    assert picture.colour(80, 135) == GROUND, "lines without data"
    assert picture.colour(195, 70) == GROUND
    assert not list(tmp_path.glob("*.aux.xml"))


def test_a_swath_across_the_antimeridian_is_on_both_sides_of_it_and_nowhere_between(ear, tmp_path):
    write_swath(tmp_path / f"{NAME}.nc", west=176)
    ear.loader.load_files(product_of(), "", {"Product": str(tmp_path / f"{NAME}.nc")})
    ear.wait()
    assert not ear.failed, str(ear.failed[0][1])
    picture = draw([ear.loaded[0].layer], (-180, 50, 180, 57), 720, 28)
    assert GROUND not in (picture.colour(716, 14), picture.colour(3, 14))
    assert {picture.colour(x, 14) for x in range(20, 700)} == {GROUND}


def test_a_file_without_places_is_no_map(ear, tmp_path):
    file = tmp_path / "plain.nc"
    memory = gdal.GetDriverByName("MEM").Create("", 30, 40, 1, gdal.GDT_Float32)
    gdal.GetDriverByName("netCDF").CreateCopy(str(file), memory)
    ear.loader.load_files(product_of("sentinel-3-sl-2-lst"), "", {"Product": str(file)})
    ear.wait()
    assert (ear.failed[0][1].kind, ear.failed[0][1].reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)
    assert not QgsProject.instance().mapLayers()


def test_what_is_no_netcdf_is_told(ear, tmp_path):
    (tmp_path / "a.nc").write_bytes(b"<html>no</html>" * 50)
    ear.loader.load_files(product_of(), "", {"Product": str(tmp_path / "a.nc")})
    ear.wait()
    assert (ear.failed[0][1].kind, ear.failed[0][1].reason) == (ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE)
