"""Products as they are downloaded: zips and folders, real ones and dangerous ones."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProject

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.layers import archive
from copernicus_plugin.layers.archive import look_into
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.sentinel2 import with_raster_bands
from copernicus_plugin.model.choose_assets import assets_of_preset
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset

from .conftest import draw, make_product
from .rasters import flat
from .test_loader import Ear

DATA = Path(os.environ.get("COPERNICUS_DATA") or "/work/shared/data")
REAL = DATA / "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE.zip"
FOLDER = "S2B_MSIL2A_20220506T115411_N0400_R023_T29UNU_20220506T164454.SAFE"
IMAGES = f"{FOLDER}/GRANULE/L2A_T29UNU_A038058_20220506T115407/IMG_DATA"
EXTENT = (500000, 5899440, 500600, 5900040)
GROUND = "#ff00ff"
METADATA = b"""<?xml version="1.0" encoding="UTF-8"?>
<n1:Level-2A_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-2A.xsd">
<n1:General_Info><Product_Image_Characteristics>
<QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>
</QUANTIFICATION_VALUES_LIST><BOA_ADD_OFFSET_VALUES_LIST><BOA_ADD_OFFSET band_id="0">-1000</BOA_ADD_OFFSET>
</BOA_ADD_OFFSET_VALUES_LIST></Product_Image_Characteristics></n1:General_Info></n1:Level-2A_User_Product>"""


@pytest.fixture(scope="module")
def collections():
    return load_registry().collections


@pytest.fixture
def ear(qgis_new_project, tmp_path, collections):
    loader = LayerLoader(collections, {}, tmp_path / "layers folder")
    yield Ear(loader)
    loader.close()


def product_of(name, collection="sentinel-2-l2a"):
    bare = name.split(".")[0]
    archived = Asset("Product", "https://x.example/p", "application/zip", roles=("data", "archive"))
    return replace(make_product(0), id=bare, collection=collection, assets={"Product": archived})


def load(ear, product, preset, path):
    ear.loader.load_files(product, preset, {"Product": str(path)})
    ear.wait(len(ear.loaded) + 1)
    assert not ear.failed, [str(error) for _, error in ear.failed]
    return ear.loaded[-1].layer


def write_jp2(path, array, metres):
    path.parent.mkdir(parents=True, exist_ok=True)
    memory = gdal.GetDriverByName("MEM").Create("", array.shape[1], array.shape[0], 1, gdal.GDT_UInt16)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32629)
    memory.SetProjection(reference.ExportToWkt())
    memory.SetGeoTransform((500000, metres, 0, 5900040, 0, -metres))
    memory.GetRasterBand(1).WriteArray(array)
    options = ["QUALITY=100", "REVERSIBLE=YES", "YCBCR420=NO"]
    gdal.GetDriverByName("JP2OpenJPEG").CreateCopy(str(path), memory, options=options)


@pytest.fixture(scope="module")
def safe(tmp_path_factory):
    """A folder of the product's own packing: numbers 1000 above the reflectance, a left half without data."""
    root = tmp_path_factory.mktemp("products")
    (root / FOLDER).mkdir()
    (root / FOLDER / "MTD_MSIL2A.xml").write_bytes(METADATA)
    for band, resolution, value in (
        ("B04", 10, 5000), ("B04", 20, 5000), ("B03", 10, 3000), ("B03", 20, 3000),
        ("B02", 10, 1000), ("B02", 20, 1000), ("B8A", 20, 3000), ("B12", 20, 5000),
        ("B11", 20, 1000), ("B08", 10, 1000),
    ):  # fmt: skip
        array = flat(value, size=600 // resolution, left=0).astype("uint16")
        write_jp2(root / IMAGES / f"R{resolution}m/T29UNU_20220506T115411_{band}_{resolution}m.jp2", array, resolution)
    return root / FOLDER


@pytest.fixture(scope="module")
def zipped(safe):
    target = safe.with_name(f"{FOLDER}.zip")
    with zipfile.ZipFile(target, "w") as packed:
        for file in sorted(safe.rglob("*")):
            if file.is_file():
                packed.write(file, file.relative_to(safe.parent).as_posix())
    return target


@pytest.mark.skipif(not REAL.exists(), reason="the real product is not here")
def test_of_a_real_product_only_what_has_pixels_is_shown(ear, tmp_path):
    product = product_of(REAL.name)
    layer = load(ear, product, "", REAL)
    assert ear.loaded[0].preset_id == "true_colour"
    assert layer.source().endswith("_TCI_60m.jp2"), "the finest that is really in the zip"
    assert layer.customProperty("copernicus/asset") == "TCI_60m"
    assert (layer.width(), layer.crs().authid()) == (1830, "EPSG:32629")
    box = layer.extent()
    picture = draw([layer], (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()), 150, 150)
    assert len({picture.colour(x, y) for x in range(0, 150, 5) for y in range(0, 150, 5)}) > 100
    classes = load(ear, product, "scene_classification", REAL)
    assert "_SCL_20m.jp2" in Path(classes.source()).read_text("utf-8")
    block = classes.dataProvider().block(1, classes.extent(), 80, 80)
    seen = {block.value(row, column) for row in range(80) for column in range(80) if not block.isNoData(row, column)}
    assert seen <= set(range(1, 12)), "no class is made up from the ones beside it"
    assert len(seen) > 5
    titles = [label for label, _ in classes.renderer().legendSymbologyItems()]
    assert "Vegetation" in " ".join(titles)
    assert classes.dataProvider().userNoDataValues(1)[0].min() == 0
    assert not list(REAL.parent.glob("*.aux.xml")), "nothing is written beside the user's file"
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    again = [one for one in project.mapLayers().values() if one.source().endswith("_TCI_60m.jp2")]
    assert again[0].isValid()


@pytest.mark.skipif(not REAL.exists(), reason="the real product is not here")
def test_bands_that_a_real_product_lacks_are_not_offered(ear, collections):
    container = look_into(str(REAL))
    product = product_of(REAL.name)
    assets = with_raster_bands(container.assets(collections["sentinel-2-l2a"]), container)
    inside = replace(product, assets=assets)
    presets = {one.id: one for one in collections["sentinel-2-l2a"].presets}
    shown = {key: [a.key for a in assets_of_preset(inside, one, lambda _: True)] for key, one in presets.items()}
    assert shown["true_colour"] == ["TCI_60m"]
    assert shown["shortwave"] == ["B12_60m", "B8A_60m", "B04_60m"]
    assert shown["false_colour"] == [], "band 8 is not among its files"
    assert assets["B04_60m"].properties["raster:bands"] == [{"nodata": 0, "scale": 0.0001, "offset": -0.1}]


@pytest.mark.parametrize("packed", [True, False])
def test_bands_of_a_zip_or_a_folder_become_one_image(ear, safe, zipped, packed):
    path = zipped if packed else safe
    layer = load(ear, product_of(FOLDER), "true_colour", path)
    assert layer.width() == 60, "the finest resolution that all three have"
    names = [layer.bandName(band) for band in (1, 2, 3)]
    assert [name.partition(": ")[2] for name in names] == ["B04 red 665 nm", "B03 green 560 nm", "B02 blue 490 nm"]
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(150, 100) == "#ff7f00", "reflectance 0.4, 0.2 and 0: the offset is taken off"
    assert picture.colour(50, 100) == GROUND, "no data is not black"
    QgsProject.instance().clear()
    assert not list(safe.rglob("*.aux.xml")), "nothing is written beside the user's files"


def test_bands_lie_on_one_grid_where_that_is_possible(ear, zipped):
    assert load(ear, product_of(FOLDER), "shortwave", zipped).customProperty("copernicus/asset") == (
        "B12_20m,B8A_20m,B04_20m"
    )
    layer = load(ear, product_of(FOLDER), "agriculture", zipped)
    assert layer.customProperty("copernicus/asset") == "B11_20m,B08_10m,B02_10m"
    assert layer.width() == 60


def test_a_zip_is_the_same_layer_when_it_is_loaded_again(ear, zipped):
    load(ear, product_of(FOLDER), "", zipped)
    ear.loader.load_files(product_of(FOLDER), "", {"Product": str(zipped)})
    ear.wait(2)
    assert ear.loaded[0].layer is ear.loaded[1].layer
    assert len(QgsProject.instance().mapLayers()) == 1


def test_radar_images_in_a_zip_are_straightened(ear, tmp_path):
    name = "S1A_IW_GRDH_1SDV_20220506T043109_20220506T043134_004454_00574F_6D00"
    tiff = tmp_path / "s1a-iw-grd-vv-20220506t043109-20220506t043134-004454-00574f-001.tiff"
    rows = np.tile(np.linspace(100, 500, 80).astype("uint16"), (60, 1))
    dataset = gdal.GetDriverByName("GTiff").Create(str(tiff), 80, 60, 1, gdal.GDT_UInt16)
    dataset.GetRasterBand(1).WriteArray(rows)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    points = [gdal.GCP(-9 + x / 80 + y / 300, 53 - y / 60, 0, x, y) for x in (0, 40, 80) for y in (0, 30, 60)]
    dataset.SetGCPs(points, reference.ExportToWkt())
    del dataset
    packed = tmp_path / f"{name}.SAFE.zip"
    with zipfile.ZipFile(packed, "w") as target:
        target.write(tiff, f"{name}.SAFE/measurement/{tiff.name}")
    layer = load(ear, product_of(name, "sentinel-1-grd"), "", packed)
    assert ear.loaded[0].preset_id == "vv"
    assert layer.crs().authid() == "EPSG:4326"
    assert layer.bandName(1).lower().endswith("vv")
    picture = draw([layer], (-9, 52, -7.8, 53), 240, 200)
    west, east = picture.colour(60, 100), picture.colour(120, 100)
    assert GROUND not in (west, east)
    assert west < east, "brighter to the east"
    assert picture.colour(2, 195) == GROUND


def bad_zip(folder, entries, name="bad.SAFE.zip"):
    target = folder / name
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for inner, content in entries:
            packed.writestr(inner, content)
    return target


def overlapping(folder):
    target = bad_zip(folder, [("a.jp2", os.urandom(5000)), ("b.jp2", os.urandom(5000))])
    with zipfile.ZipFile(target) as packed:
        first = packed.infolist()[0]
    # The directory names the first entry again and again.
    with zipfile.ZipFile(target, "a") as packed:
        for number in range(3):
            twin = zipfile.ZipInfo(f"{number}.jp2")
            twin.header_offset, twin.compress_size, twin.file_size = 0, first.compress_size, first.file_size
            twin.CRC = first.CRC
            packed.filelist.append(twin)
            packed._didModify = True
    return target


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: bad_zip(folder, [("../B04.jp2", b"x")]), Reason.UNSAFE_ARCHIVE),
        (lambda folder: bad_zip(folder, [("/etc/B04.jp2", b"x")]), Reason.UNSAFE_ARCHIVE),
        (lambda folder: bad_zip(folder, [("C:\\B04.jp2", b"x")]), Reason.UNSAFE_ARCHIVE),
        (lambda folder: bad_zip(folder, [("a\\..\\..\\B04.jp2", b"x")]), Reason.UNSAFE_ARCHIVE),
        (lambda folder: bad_zip(folder, [("B04.jp2", bytes(70 * 1024**2))]), Reason.UNSAFE_ARCHIVE),
        (overlapping, Reason.UNSAFE_ARCHIVE),
        (lambda folder: cut(bad_zip(folder, [("B04.jp2", os.urandom(9000))])), Reason.ARCHIVE),
        (lambda folder: cut(bad_zip(folder, [("B04.jp2", b"x")]), 1), Reason.ARCHIVE),
    ],
)
def test_a_dangerous_or_damaged_zip_is_refused_with_the_reason(ear, tmp_path, make, reason):
    path = make(tmp_path)
    ear.loader.load_files(product_of(FOLDER), "", {"Product": str(path)})
    ear.wait()
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.STORAGE_FAULT, reason)
    assert error.parameters["file"] == str(path)
    assert not QgsProject.instance().mapLayers()


def cut(path, keep=None):
    content = path.read_bytes()
    path.write_bytes(content[: keep or len(content) // 2])
    return path


def test_too_many_entries_are_no_product(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    with pytest.raises(AccessError) as raised:
        look_into(str(bad_zip(tmp_path, [(f"{n}.jp2", b"x") for n in range(4)])))
    assert raised.value.reason is Reason.UNSAFE_ARCHIVE


def test_a_zip_without_anything_to_show_says_so(ear, tmp_path):
    path = bad_zip(tmp_path, [("X.SAFE/manifest.safe", b"<x/>")])
    ear.loader.load_files(product_of(FOLDER), "", {"Product": str(path)})
    ear.wait()
    assert (ear.failed[0][1].kind, ear.failed[0][1].reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)


def test_a_damaged_image_in_a_whole_zip_is_told(ear, tmp_path):
    inner = f"{IMAGES}/R10m/T29UNU_20220506T115411_TCI_10m.jp2"
    path = bad_zip(tmp_path, [(inner, b"no image" * 100)])
    ear.loader.load_files(product_of(FOLDER), "", {"Product": str(path)})
    ear.wait()
    assert ear.failed[0][1].kind in (ErrorKind.STORAGE_FAULT, ErrorKind.BAD_ANSWER)
    assert ear.failed[0][1].reason is Reason.CORRUPT_FILE
