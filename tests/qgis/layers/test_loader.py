"""Streamed and downloaded images: what is asked of the server, what is seen on the map, what QGIS knows of it."""

from __future__ import annotations

import gc
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.host.compat import attribution
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.raster_source import open_raster, quiet_gdal, vsicurl_path
from copernicus_plugin.layers.raster_style import stored_offset
from copernicus_plugin.layers.sentinel2 import zero_is_nothing
from copernicus_plugin.model.access_point import AccessPoint, Group, Links, State, Status
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Band

from .conftest import StallProbe, draw, make_product, spin
from .file_server import FileServer
from .rasters import NORTH, SIZE, WEST, flat, write_cog, write_scene

EXTENT = (WEST, NORTH - SIZE, WEST + SIZE, NORTH)
GROUND = "#ff00ff"


@pytest.fixture
def server(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()
    write_scene(folder)
    server = FileServer(folder, tmp_path / "journal")
    yield server
    server.close()


@pytest.fixture
def access_point():
    return AccessPoint(
        id="earth_search",
        title="Earth Search (AWS)",
        short_title="Earth Search",
        group=Group.PRIVATE,
        operator="Element 84",
        status=Status(State.ACTIVE),
        links=Links(home="https://element84.com/earth-search/"),
    )


class Ear:
    """Hears what a loader says."""

    def __init__(self, loader):
        self.loader = loader
        self.loaded, self.failed = [], []
        loader.loaded.connect(self.loaded.append)
        loader.failed.connect(lambda product, error: self.failed.append((product, error)))

    def wait(self, count=1):
        spin(lambda: len(self.loaded) + len(self.failed) >= count)


@pytest.fixture
def ear(qgis_new_project, tmp_path, sentinel2, dem, access_point):
    gdal.VSICurlClearCache()
    loader = LayerLoader(
        {sentinel2.id: sentinel2, dem.id: dem}, {access_point.id: access_point}, tmp_path / "layers folder"
    )
    yield Ear(loader)
    loader.close()


def asset(server, key, file, *bands, **properties):
    return Asset(
        key,
        f"{server.url}/{file}",
        "image/tiff; application=geotiff",
        roles=("data",),
        bands=tuple(Band(name, common) for name, common in bands),
        properties=properties,
    )


def scene(server, **more):
    assets = [
        asset(server, "visual", "TCI.tif", ("B04", "red"), ("B03", "green"), ("B02", "blue")),
        asset(server, "red", "B04.tif", ("B04", "red")),
        asset(server, "green", "B03.tif", ("B03", "green")),
        asset(server, "blue", "B02.tif", ("B02", "blue")),
        asset(server, "scl", "SCL.tif"),
        Asset("nir", "s3://sentinel-s2-l2a/B08.jp2", "image/jp2", bands=(Band("B08", "nir"),)),
    ]
    product = make_product(0, cloud=3.0)
    return replace(
        product, assets={a.key: a for a in assets}, self_href="https://earth-search.example/items/1", **more
    )


def address(a):
    return StreamAddress(a.href)


def test_streamed_picture_is_seen_and_asks_for_nothing_beside_it(server, ear):
    product = scene(server)
    ear.loader.load_streamed(product, "true_colour", address)
    ear.wait()
    assert not ear.failed
    layer = ear.loaded[0].layer
    assert layer.name() == "2022-10-05 T29UNU · True colour"
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(150, 100) == "#c86432"
    assert picture.colour(50, 100) == GROUND, "the black edge of a picture hides nothing"
    asked = server.requests()
    assert {path for _, path, _ in asked} == {"/TCI.tif"}
    assert [method for method, _, _ in asked].count("HEAD") == 1
    assert all(ranges for method, _, ranges in asked if method == "GET")


def test_layer_goes_under_the_footprints_in_our_group(server, ear, sentinel2, tmp_path):
    from copernicus_plugin.layers.footprints import FootprintLayer

    footprints = FootprintLayer(sentinel2, "Sentinel-2 L2A", tmp_path)
    footprints.add([make_product(1, cloud=4)])
    spin(lambda: footprints.count == 1)
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.loader.load_streamed(scene(server), "classes", address)
    ear.wait(2)
    root = QgsProject.instance().layerTreeRoot()
    assert [node.name() for node in root.children()] == ["Copernicus Data Access"]
    names = [node.name() for node in root.children()[0].children()]
    assert names[0].startswith("Sentinel-2 L2A · 1 footprint")
    assert sorted(names[1:]) == ["2022-10-05 T29UNU · Scene classification", "2022-10-05 T29UNU · True colour"]
    footprints.close()


def test_bands_of_two_resolutions_become_one_image_that_a_reopened_project_shows(server, ear, tmp_path):
    ear.loader.load_streamed(scene(server), "bands", address)
    ear.wait()
    assert not ear.failed
    layer = ear.loaded[0].layer
    assert Path(layer.source()).parent == tmp_path / "layers folder" / "bands", "not wherever the user may write"
    assert (layer.width(), layer.height()) == (60, 60)
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(150, 100) == "#ff7f01"
    assert picture.colour(50, 100) == GROUND, "no data is not black"
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    again = next(iter(project.mapLayers().values()))
    assert again.isValid()
    assert draw([again], EXTENT, 200, 200).colour(150, 100) == "#ff7f01"
    assert ear.loader.is_loaded(scene(server), "bands") is again


def test_streamed_picture_survives_saving_and_reading_the_project(server, ear, tmp_path):
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "saved.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "saved.qgz"))
    again = next(iter(project.mapLayers().values()))
    assert again.isValid()
    assert draw([again], EXTENT, 200, 200).colour(150, 100) == "#c86432"
    assert again.customProperty("copernicus/product") == "S2A_000000"


def test_classes_have_their_colours_and_their_names(server, ear):
    ear.loader.load_streamed(scene(server), "classes", address)
    ear.wait()
    layer = ear.loaded[0].layer
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(150, 100) == "#00a000"
    assert picture.colour(50, 100) == "#0000ff"
    assert [label for label, _ in layer.renderer().legendSymbologyItems()] == ["Vegetation", "Water"]


def test_where_a_classification_has_no_data_the_map_shows_through(ear, sentinel2, tmp_path):
    write_cog(tmp_path / "SCL.tif", [flat(4, size=30, left=0)], kind=gdal.GDT_Byte)
    product = replace(make_product(0), assets={})
    ear.loader.load_files(product, "classes", {"scl": str(tmp_path / "SCL.tif")})
    ear.wait()
    picture = draw([ear.loaded[0].layer], EXTENT, 200, 200)
    assert (picture.colour(10, 100), picture.colour(150, 100)) == (GROUND, "#00a000")


@pytest.mark.parametrize(
    ("key", "bands", "nothing"), [("B04_10m", (Band("B04", "red"),), True), ("CLD_20m", (), False)]
)
def test_zeros_of_sentinel2_bands_are_no_pixels_although_jpeg_2000_cannot_say_so(key, bands, nothing):
    product = replace(make_product(0), id="S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454")
    assert zero_is_nothing(product, Asset(key, f"https://x.example/{key}.jp2", bands=bands)) is nothing
    assert not zero_is_nothing(product, Asset(key, f"https://x.example/{key}.tif", bands=bands)), "it says so itself"


def test_heights_are_coloured_from_the_lowest_to_the_highest(server, ear, dem):
    product = replace(
        make_product(0),
        id="Copernicus_DSM_10_N52",
        collection=dem.id,
        properties={},
        assets={"data": asset(server, "data", "DEM.tif")},
    )
    ear.loader.load_streamed(product, "", address)
    ear.wait()
    assert not ear.failed
    layer = ear.loaded[0].layer
    assert layer.name() == "Copernicus_DSM_10_N52 · Elevation"
    assert layer.renderer().classificationMin() == pytest.approx(0, abs=1)
    assert layer.renderer().classificationMax() == pytest.approx(1000, abs=1)
    picture = draw([layer], (-9, 52, -8, 53), 200, 200)
    low, high = picture.colour(2, 100), picture.colour(197, 100)
    assert low.startswith(("#1a", "#1b", "#1c", "#1d", "#1e"))
    assert high.startswith("#f")
    assert attribution(layer) == "© DLR e.V. 2010-2014"


def test_grey_bands_use_the_stretch_of_the_preset(server, ear):
    ear.loader.load_streamed(scene(server), "red", address)
    ear.wait()
    assert draw([ear.loaded[0].layer], EXTENT, 200, 200).colour(150, 100) == "#ffffff"


def test_a_picture_without_a_stretch_is_stretched_by_its_own_numbers(ear, sentinel2, tmp_path):
    ramp = np.tile(np.linspace(-20, 0, 60), (60, 1))
    write_cog(tmp_path / "vv.tif", [ramp], kind=gdal.GDT_Float32)
    product = replace(make_product(0), assets={"vv": Asset("vv", "https://x.example/vv.tif")})
    ear.loader.load_files(product, "", {"vv": str(tmp_path / "vv.tif")})
    ear.wait()
    enhancement = ear.loaded[0].layer.renderer().contrastEnhancement()
    assert enhancement.minimumValue() == pytest.approx(-19.6, abs=0.5)
    assert enhancement.maximumValue() == pytest.approx(-0.4, abs=0.5)


def test_numbers_with_an_offset_look_like_those_without(server, ear, tmp_path):
    served = tmp_path / "served"
    write_cog(served / "B04.tif", [flat(2550 + 1000, left=0)], nodata=0)
    write_cog(served / "B03.tif", [flat(1270 + 1000, left=0)], nodata=0)
    write_cog(served / "B02.tif", [flat(10 + 1000, left=0)], nodata=0)
    product = scene(server)
    raster = {"raster:bands": [{"scale": 0.0001, "offset": -0.1}]}
    assets = {
        key: replace(a, properties=raster) if key in ("red", "green", "blue") else a
        for key, a in product.assets.items()
    }
    ear.loader.load_streamed(replace(product, assets=assets), "bands", address)
    ear.wait()
    assert draw([ear.loaded[0].layer], EXTENT, 200, 200).colour(150, 100) == "#ff7f01"


@pytest.mark.parametrize(
    ("properties", "bands", "offset"),
    [
        ({}, None, 0),
        ({"s2:processing_baseline": "02.14"}, None, 0),
        ({"s2:processing_baseline": "05.11"}, None, 1000),
        ({"s2:processing_baseline": "05.11"}, [{"scale": 0.0001, "offset": 0}], 0),
        (
            {"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": True},
            [{"scale": 0.0001, "offset": -0.1}],
            0,
        ),
    ],
)
def test_where_reflectance_zero_lies(properties, bands, offset):
    a = Asset("red", "https://x.example/B04.tif", properties={"raster:bands": bands} if bands else {})
    assert stored_offset(make_product(0, **properties), a) == pytest.approx(offset)


def test_everything_that_qgis_can_know_of_a_layer(server, ear):
    product = scene(server)
    ear.loader.load_streamed(product, "true_colour", address)
    ear.wait()
    loaded = ear.loaded[0]
    layer, metadata = loaded.layer, loaded.layer.metadata()
    sentence = "Contains modified Copernicus Sentinel data 2022"
    assert loaded.attribution == attribution(layer) == sentence
    assert metadata.rights() == [sentence]
    assert metadata.identifier() == product.id
    assert metadata.parentIdentifier() == "sentinel-2-l2a"
    assert metadata.licenses() == ["Copernicus Sentinel data terms"]
    assert next(link.url for link in metadata.links()) == product.self_href
    assert "https://element84.com/earth-search/" in [link.url for link in metadata.links()]
    times = metadata.extent().temporalExtents()
    assert times[0].begin().toUTC().toString("yyyy-MM-dd HH:mm:ss") == "2022-10-05 11:54:11"
    shown = {
        name: layer.customProperty(f"copernicus/{name}")
        for name in ("access_point", "product", "asset", "collection", "preset")
    }
    assert shown == {
        "access_point": "earth_search",
        "product": product.id,
        "asset": "visual",
        "collection": "sentinel-2-l2a",
        "preset": "true_colour",
    }
    assert layer.temporalProperties().fixedTemporalRange().begin().isValid()
    assert not layer.temporalProperties().isActive()


def test_files_alone_look_as_their_collection_says_and_never_take_each_others_place(server, ear):
    plain = scene(server)
    red = replace(plain.assets["red"], key="B04_10m")
    coarse = replace(red, key="B04_60m")
    unknown = asset(server, "mask", "B04.tif")
    product = replace(plain, assets={a.key: a for a in (plain.assets["scl"], red, coarse, unknown)})
    for one, title in ((plain.assets["scl"], ""), (red, ""), (coarse, "Band 4, 60 m"), (unknown, "")):
        ear.loader.load_asset(product, one, address, title)
    ear.wait(4)
    assert not ear.failed
    layers = {one.layer.name().partition(" · ")[2]: one.layer for one in ear.loaded}
    assert sorted(layers) == ["Band 4, 60 m", "Red", "Scene classification", "mask"]
    colours = {name: draw([layer], EXTENT, 200, 200).colour(150, 100) for name, layer in layers.items()}
    assert colours["Scene classification"] == "#00a000"
    assert colours["Red"] == colours["Band 4, 60 m"] == "#ffffff"
    assert layers["mask"].renderer().type() == "singlebandgray"
    ear.loader.load_asset(plain, plain.assets["nir"], address)
    ear.wait(5)
    assert [(error.kind, error.reason) for _, error in ear.failed] == [(ErrorKind.NOT_FOUND, Reason.NO_ASSET)]


def test_only_what_can_be_streamed_is_offered(server, ear, sentinel2):
    ids = [preset.id for preset in ear.loader.presets_for(scene(server), sentinel2)]
    assert ids == ["true_colour", "bands", "classes", "red"]


def test_loading_twice_gives_the_same_layer(server, ear):
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait(2)
    assert ear.loaded[0].layer is ear.loaded[1].layer
    assert len(QgsProject.instance().mapLayers()) == 1


@pytest.mark.parametrize(
    ("path", "kind", "reason"),
    [
        ("gone.tif", ErrorKind.NOT_FOUND, Reason.STATUS),
        ("status/403/a.tif", ErrorKind.ACCOUNT_NEEDED, Reason.STATUS),
        ("status/500/a.tif", ErrorKind.SERVER_FAULT, Reason.STATUS),
        ("login/a.tif", ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE),
    ],
)
@pytest.mark.parametrize("preset", ["true_colour", "bands"])
def test_refusals_are_errors_that_say_why(server, ear, path, kind, reason, preset):
    product = scene(server)
    bad = {key: replace(a, href=f"{server.url}/{path}") for key, a in product.assets.items()}
    ear.loader.load_streamed(replace(product, assets=bad), preset, address)
    ear.wait()
    assert not ear.loaded
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (kind, reason)
    assert error.parameters["host"] == "127.0.0.1"
    assert not QgsProject.instance().mapLayers()


@pytest.mark.parametrize(
    ("href", "reason"),
    [("http://127.0.0.1:1/a.tif", Reason.REFUSED), ("http://nowhere.invalid/a.tif", Reason.UNKNOWN_HOST)],
)
def test_no_connection_is_a_network_fault(ear, href, reason):
    product = replace(make_product(0), assets={"visual": Asset("visual", href, "image/tiff")})
    ear.loader.load_streamed(product, "true_colour", address)
    ear.wait()
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.NETWORK_FAULT, reason)


def test_the_proxy_of_the_environment_is_named_without_its_account():
    gdal.SetConfigOption("GDAL_HTTP_PROXY", "http://anna:correct-horse@proxy.invalid:1")
    try:
        with quiet_gdal(), pytest.raises(AccessError) as caught:
            open_raster(vsicurl_path(StreamAddress("https://a.example.org/x.tif?sig=abcdef")))
    finally:
        gdal.SetConfigOption("GDAL_HTTP_PROXY", None)
    assert caught.value.reason is Reason.PROXY_UNREACHABLE
    assert caught.value.parameters["proxy"] == "proxy.invalid:1"
    assert not [word for word in ("anna", "horse", "abcdef") if word in repr(caught.value)]


def test_an_address_that_cannot_be_had_is_told(server, ear):
    def refuse(_):
        raise AccessError(ErrorKind.ACCOUNT_NEEDED)

    ear.loader.load_streamed(scene(server), "true_colour", refuse)
    ear.wait()
    assert ear.failed[0][1].kind is ErrorKind.ACCOUNT_NEEDED


def test_a_product_with_nothing_to_show_says_so(ear):
    ear.loader.load_streamed(make_product(0), "", address)
    ear.wait()
    assert (ear.failed[0][1].kind, ear.failed[0][1].reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)


def slow(server, seconds=0.7):
    product = scene(server)
    return replace(product, assets={"visual": asset(server, "visual", f"slow/{seconds}/TCI.tif")})


def settle(seconds=2.5):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)


@pytest.mark.parametrize("how", ["close", "cancel", "new project"])
def test_nothing_is_added_after_the_end(server, ear, how):
    product = slow(server)
    ear.loader.load_streamed(product, "true_colour", address)
    settle(0.3)
    if how == "close":
        ear.loader.close()
    elif how == "cancel":
        ear.loader.cancel(product)
    else:
        QgsProject.instance().clear()
    settle()
    assert not ear.loaded
    assert not ear.failed
    assert not QgsProject.instance().mapLayers()
    spin(lambda: not [t for t in threading.enumerate() if t.name.startswith("copernicus layers")])


def test_waiting_for_a_slow_server_never_stalls_the_main_thread(server, ear):
    with StallProbe() as probe:
        ear.loader.load_streamed(slow(server), "true_colour", address)
        ear.wait()
    assert len(ear.loaded) == 1
    print(f"stall while a layer is opened: {probe.worst:.1f} ms")
    assert probe.worst <= 50


def test_maps_are_drawn_at_once_while_servers_hang(server, ear, tmp_path):
    write_scene(tmp_path)
    for number in range(20):
        ear.loader.load_streamed(replace(slow(server, 3), id=f"P{number}"), "true_colour", address)
    settle(0.5)
    layer = QgsRasterLayer(str(tmp_path / "TCI.tif"), "mine", "gdal")
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(150, 100) == "#c86432"
    assert picture.seconds < 0.2
    assert not ear.loaded
    ear.loader.close()


def test_a_mosaic_is_one_layer_over_two_zones_with_the_first_product_on_top(server, ear, tmp_path):
    served = tmp_path / "served"
    west = write_cog(served / "west.tif", [flat(v) for v in (200, 100, 50)], kind=gdal.GDT_Byte)
    assert west.exists()
    write_cog(served / "top.tif", [flat(v, left=0) for v in (10, 20, 30)], kind=gdal.GDT_Byte)
    # Of the next UTM zone: its 100000 m east lie near this one's 500000.
    write_cog(served / "east.tif", [flat(v) for v in (1, 1, 250)], kind=gdal.GDT_Byte, epsg=32630, west=100000)
    products = []
    for name in ("top", "west", "east", "gone"):
        product = replace(scene(server), id=name, assets={"visual": asset(server, "visual", f"{name}.tif")})
        products.append(product)
    ear.loader.load_mosaic(products, "true_colour", lambda _, a: address(a))
    ear.wait(2)
    assert [(product.id, error.kind) for product, error in ear.failed] == [("gone", ErrorKind.NOT_FOUND)]
    loaded = ear.loaded[0]
    assert [product.id for product in loaded.products] == ["top", "west", "east"]
    layer = loaded.layer
    assert layer.name() == "2022-10-05 · 3 products · True colour"
    picture = draw([layer], EXTENT, 200, 200)
    assert picture.colour(50, 100) == "#c86432", "where the first has no data the second is seen"
    assert picture.colour(150, 100) == "#0a141e"
    whole = layer.extent()
    around = (whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum())
    assert whole.width() > SIZE
    assert draw([layer], around, 200, 1600).count("#0101fa", 8) > 500
    assert ear.loader.is_loaded(products[1]) is layer
    assert ear.loader.is_loaded(products[3]) is None


@pytest.mark.parametrize("preset", ["true_colour", "bands"])
def test_no_gdal_dataset_outlives_its_loading(server, ear, preset):
    """QGIS ends GDAL before Python collects its garbage: what a cycle still holds is freed twice, and QGIS dies."""
    gc.collect()
    gc.disable()
    try:
        gone = replace(scene(server), id="gone", assets={"visual": asset(server, "visual", "gone.tif")})
        ear.loader.load_mosaic(
            [scene(server), replace(scene(server), id="second"), gone], "true_colour", lambda _, a: address(a)
        )
        ear.loader.load_streamed(scene(server), preset, address)
        ear.loader.load_streamed(gone, preset, address)
        spin(lambda: len(ear.loaded) >= 2 and len(ear.failed) >= 2)
        settle(0.5)
        assert [held.GetDescription() for held in gc.get_objects() if isinstance(held, gdal.Dataset)] == []
    finally:
        gc.enable()


def test_downloaded_files_are_added_beside_the_streamed_layer(server, ear, tmp_path):
    write_scene(tmp_path)
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    ear.loader.load_files(scene(server), "true_colour", {"visual": str(tmp_path / "TCI.tif")})
    ear.wait(2)
    assert [loaded.streamed for loaded in ear.loaded] == [True, False]
    assert ear.loaded[1].layer.source() == str(tmp_path / "TCI.tif")
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.loader.load_files(scene(server), "true_colour", {"visual": str(tmp_path / "TCI.tif")})
    ear.wait(4)
    assert len(QgsProject.instance().mapLayers()) == 2


def test_many_at_once_all_arrive(server, ear):
    for number in range(12):
        product = replace(scene(server), id=f"P{number}")
        ear.loader.load_streamed(product, "true_colour", address)
    ear.wait(12)
    assert sorted(loaded.product.id for loaded in ear.loaded) == sorted(f"P{number}" for number in range(12))


def test_downloaded_bands_stay_together_when_their_folder_is_moved(server, ear, tmp_path):
    here = tmp_path / "download"
    here.mkdir()
    write_scene(here)
    files = {"red": str(here / "B04.tif"), "green": str(here / "B03.tif"), "blue": str(here / "B02.tif")}
    ear.loader.load_files(scene(server), "bands", files)
    ear.wait()
    assert not ear.failed
    assert draw([ear.loaded[0].layer], EXTENT, 200, 200).colour(150, 100) == "#ff7f01"
    assert not server.requests()
    assert not list(here.glob("*.aux.xml"))
    QgsProject.instance().clear()
    moved = here.rename(tmp_path / "elsewhere")
    combined = QgsRasterLayer(str(next(moved.glob("*.vrt"))), "moved", "gdal")
    assert combined.dataProvider().sample(
        combined.extent().center().__class__(WEST + SIZE * 0.75, NORTH - SIZE / 2), 1
    ) == (2550.0, True)


def test_downloaded_files_show_what_they_can(server, ear, tmp_path):
    write_scene(tmp_path)
    ear.loader.load_files(scene(server), "bands", {"scl": str(tmp_path / "SCL.tif")})
    ear.wait()
    assert ear.loaded[0].preset_id == "classes"


def test_a_broken_file_is_named(server, ear, tmp_path):
    (tmp_path / "TCI.tif").write_bytes(b"not an image")
    ear.loader.load_files(scene(server), "true_colour", {"visual": str(tmp_path / "TCI.tif")})
    ear.wait()
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE)
    assert error.parameters["file"] == str(tmp_path / "TCI.tif")


def test_images_placed_by_control_points_lie_where_they_belong(ear, sentinel2, tmp_path):
    path = tmp_path / "grd.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 100, 100, 1, gdal.GDT_UInt16)
    dataset.GetRasterBand(1).Fill(2550)
    points = [gdal.GCP(-9 + x / 100, 53 - y / 100, 0, x, y) for x in (0, 50, 100) for y in (0, 50, 100)]
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    dataset.SetGCPs(points, reference.ExportToWkt())
    del dataset
    product = replace(make_product(0), assets={"red": Asset("red", "https://x.example/grd.tif")})
    ear.loader.load_files(product, "red", {"red": str(path)})
    ear.wait()
    assert not ear.failed
    layer = ear.loaded[0].layer
    assert layer.crs().authid() == "EPSG:4326"
    assert draw([layer], (-9, 52, -8, 53), 200, 200).colour(100, 100) == "#ffffff"


def test_addresses_are_escaped_and_signing_is_left_to_gdal():
    path = vsicurl_path(StreamAddress("https://a.example/b c.tif?x=1&y=2", "planetary_computer"))
    assert path.startswith("/vsicurl?empty_dir=yes&pc_url_signing=yes&")
    assert path.endswith("&url=https%3A%2F%2Fa.example%2Fb%20c.tif%3Fx%3D1%26y%3D2")
    with pytest.raises(AccessError):
        vsicurl_path(StreamAddress("s3://bucket/key.tif"))
