"""Files that a server gives only with a token: streamed, renewed, saved in a project, and opened again."""

from __future__ import annotations

import threading
import zipfile
from dataclasses import replace

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.layers import stream_headers
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.raster_source import vsicurl_path
from copernicus_plugin.layers.reconnect import StreamReconnector, remote_paths
from copernicus_plugin.layers.stream_headers import StreamHeaders, header_file
from copernicus_plugin.layers.stream_trust import hosts_shown
from copernicus_plugin.model.access_point import AccessPoint, Group, State, Status
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.choose_assets import presets_of_product
from copernicus_plugin.model.collection import FilePattern
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Band

from .conftest import draw, make_product, spin
from .file_server import FileServer
from .rasters import NORTH, SIZE, WEST, write_scene
from .test_loader import Ear

EXTENT = (WEST, NORTH - SIZE, WEST + SIZE, NORTH)
GROUND, ORANGE = "#ff00ff", "#c86432"
PLACE = AccessPoint("cdse", "Data Space", "CDSE", Group.SATELLITE, "ESA", Status(State.ACTIVE))
NODES = "account/odata/v1/Products(8f1b-22)/Nodes(X.SAFE)/Nodes(GRANULE)/Nodes"


class Account:
    """An account whose tokens the test gives; the server takes the one that it was told."""

    def __init__(self, folder):
        self._file = folder / "token"
        self.sent_to = ("127.0.0.1",)
        self.error, self.asked, self._next = None, 0, 0
        self.token, self._callbacks = "", []
        self.valid(self.fresh())

    def fresh(self):
        self._next += 1
        return f"tok-{self._next}"

    def valid(self, token):
        self._file.write_text(token)

    def on_token_changed(self, callback):
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback)

    def authoriser_for(self, access_point):
        assert access_point is PLACE
        return self

    def header_lines(self, access_point_id):
        return [f"Authorization: Bearer {self.token}", "X-API-Key: never-to-be-seen"] if self.token else []

    def headers(self, cancellation):
        cancellation.raise_if_requested()
        self.asked += 1
        if self.error is not None:
            raise self.error
        if not self.token:
            self.set(self._file.read_text())
        return {"Authorization": f"Bearer {self.token}"}

    def refused(self):
        self.token = ""

    def set(self, token):
        self.token = token
        for callback in list(self._callbacks):
            callback("cdse")


@pytest.fixture
def server(tmp_path):
    folder = tmp_path / "served"
    folder.mkdir()
    write_scene(folder)
    server = FileServer(folder, tmp_path / "journal")
    yield server
    server.close()


@pytest.fixture
def account(server, tmp_path):
    return Account(tmp_path / "served")


def new_session(account):
    """As QGIS is after its start: GDAL knows nothing."""
    gdal.VSICurlClearCache()
    return StreamHeaders(lambda: account, lambda: {"cdse": PLACE})


@pytest.fixture
def headers(account):
    headers = new_session(account)
    yield headers
    headers.close()
    assert gdal.ReadDir(stream_headers.FOLDER) in (None, []), "no header is left in memory"
    gdal.VSICurlClearCache()


@pytest.fixture
def ear(qgis_new_project, headers, sentinel2, tmp_path):
    loader = LayerLoader({sentinel2.id: sentinel2}, {"cdse": PLACE}, tmp_path / "layers", headers=headers)
    yield Ear(loader)
    loader.close()


def scene(server):
    def one(key, file, *bands):
        known = tuple(Band(name, common) for name, common in bands)
        return Asset(key, f"{server.url}/{NODES}({file})/$value", "image/tiff", roles=("data",), bands=known)

    assets = [
        one("visual", "TCI.tif", ("B04", "red"), ("B03", "green"), ("B02", "blue")),
        one("B04_10m", "B04.tif", ("B04", "red")),
        one("B03_10m", "B03.tif", ("B03", "green")),
        one("B02_10m", "B02.tif", ("B02", "blue")),
    ]
    return replace(make_product(0, access_point="cdse"), assets={asset.key: asset for asset in assets})


def address(asset):
    return StreamAddress(asset.href, account="cdse")


def colour(layer):
    return draw([layer], EXTENT, 200, 200).colour(150, 100)


def project_text(file):
    with zipfile.ZipFile(file) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def test_a_file_of_an_account_is_streamed_and_the_token_is_nowhere_to_be_read(server, ear, account, tmp_path):
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    assert not ear.failed, str(ear.failed)
    layer = ear.loaded[0].layer
    assert colour(layer) == ORANGE
    assert layer.bandName(1).endswith("B04 red 665 nm") or layer.bandCount() == 3
    assert (layer.customProperty("copernicus/account"), layer.customProperty("copernicus/asset")) == ("cdse", "visual")
    assert QgsProject.instance().write(str(tmp_path / "saved.qgz"))
    texts = [project_text(tmp_path / "saved.qgz"), layer.source()]
    texts += [file.read_text() for file in (tmp_path / "layers").rglob("*.vrt")]
    assert any("header_file=%2Fvsimem%2Fcopernicus_plugin_headers%2Fcdse.txt" in text for text in texts)
    assert not [text for text in texts if account.token in text or "Bearer" in text]
    held = gdal.VSIFOpenL(header_file("cdse"), "rb")
    content = bytes(gdal.VSIFReadL(1, 1000, held))
    gdal.VSIFCloseL(held)
    assert content == f"Authorization: Bearer {account.token}\r\n".encode(), (
        "never a key that a redirect could carry off"
    )


def test_a_token_that_ended_is_replaced_and_the_file_opened_once_more(server, ear, account):
    account.set("tok-old")
    ear.loader.load_streamed(scene(server), "bands", address)
    ear.wait()
    assert not ear.failed, str(ear.failed)
    assert colour(ear.loaded[0].layer) == "#ff7f01"
    account.valid("tok-later")
    gdal.VSICurlClearCache()
    account.set("tok-later")
    assert colour(ear.loaded[0].layer) == "#ff7f01", "a token that others renewed is used at once"


def test_a_refusal_that_a_new_token_does_not_mend_is_told(server, ear, account):
    account.token = "tok-old"
    account.refused = lambda: None
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    error = ear.failed[0][1]
    assert (error.kind, error.parameters["status"]) == (ErrorKind.ACCOUNT_NEEDED, 401)
    assert not QgsProject.instance().mapLayers()


def test_no_header_goes_to_a_host_that_the_place_does_not_name(server, ear, account):
    account.sent_to = ("*.dataspace.copernicus.eu",)
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    assert (ear.failed[0][1].kind, ear.failed[0][1].reason) == (ErrorKind.NOT_FOUND, Reason.ADDRESS)
    assert not server.requests()


def test_an_account_that_is_locked_is_told_and_nothing_asked(server, ear, account):
    account.error = AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.LOCKED, {"access_point": "cdse"})
    ear.loader.load_streamed(scene(server), "true_colour", address)
    ear.wait()
    assert ear.failed[0][1].reason is Reason.LOCKED
    assert not server.requests()


def test_a_product_whose_search_told_no_files_is_completed_first(server, ear, sentinel2):
    told = scene(server)
    archive = Asset("Product", f"{server.url}/account/p.zip", "application/zip", roles=("data", "archive"))
    found = replace(told, assets={"Product": archive})
    pattern = FilePattern("_(?P<band>B04|B03|B02)_", "{band}_10m", "", "image/jp2", ("data",), ("{band}",))
    listed = replace(sentinel2, files=(pattern,))
    assert not presets_of_product(found, sentinel2), "nothing is known of its files"
    assert [one.id for one in presets_of_product(replace(found, assets={}), listed)] == []
    by_files = replace(listed, presets=tuple(replace(one, bands=("B04", "B03")) for one in listed.presets[2:3]))
    assert [one.id for one in presets_of_product(found, by_files)] == ["bands"]
    completed = []

    def complete(product):
        completed.append(threading.current_thread() is not threading.main_thread())
        return replace(product, assets={**product.assets, **told.assets})

    ear.loader.load_streamed(found, "bands", address, complete)
    ear.loader.load_streamed(found, "bands", address, complete)
    ear.wait()
    assert not ear.failed, str(ear.failed)
    assert completed == [True], "once, in a worker"
    assert ear.loaded[0].preset_id == "bands"
    assert colour(ear.loaded[0].layer) == "#ff7f01"
    ear.loader.load_streamed(told, "bands", address, complete)
    ear.wait(2)
    assert ear.loaded[1].layer is ear.loaded[0].layer
    assert completed == [True], "what the search told is enough"


def test_many_products_of_an_account_become_one_layer(server, ear):
    products = [scene(server), replace(scene(server), id="another")]
    ear.loader.load_mosaic(products, "true_colour", lambda _, asset: address(asset), lambda product: product)
    ear.wait()
    assert not ear.failed, str(ear.failed)
    assert ear.loaded[0].layer.customProperty("copernicus/account") == "cdse"
    assert colour(ear.loaded[0].layer) == ORANGE


class Told:
    def __init__(self, reconnector):
        self.needed, self.reconnected, self.failed = [], [], []
        reconnector.reconnectNeeded.connect(lambda ids, layers: self.needed.append((ids, layers)))
        reconnector.reconnected.connect(lambda one, layers: self.reconnected.append((one, layers)))
        reconnector.failed.connect(lambda one, error: self.failed.append((one, error)))


@pytest.fixture
def saved(server, ear, headers, account, tmp_path):
    """A project with two layers of an account, and QGIS as it is after its start."""
    for preset in ("true_colour", "bands"):
        ear.loader.load_streamed(scene(server), preset, address)
    ear.wait(2)
    assert not ear.failed, str(ear.failed)
    file = tmp_path / "saved.qgz"
    assert QgsProject.instance().write(str(file))
    QgsProject.instance().clear()
    headers.close()
    account.token = ""
    gdal.VSICurlClearCache()
    server.clear()
    return file


@pytest.fixture
def opened(saved, account):
    """Headers, reconnector and what it tells, before the project is read."""
    headers = new_session(account)
    reconnector = StreamReconnector(headers)
    yield headers, reconnector, Told(reconnector)
    reconnector.close()
    headers.close()


def layers_by_preset():
    return {one.customProperty("copernicus/preset"): one for one in QgsProject.instance().mapLayers().values()}


def test_a_reopened_project_shows_its_layers_without_a_question(saved, server, account, opened):
    _, _, told = opened
    assert QgsProject.instance().read(str(saved))
    layers = layers_by_preset()
    assert all(layer.isValid() for layer in layers.values())
    spin(lambda: told.reconnected)
    assert (told.needed, told.failed) == ([], [])
    assert told.reconnected[0][0] == "cdse"
    assert set(told.reconnected[0][1]) == set(layers.values())
    spin(lambda: colour(layers["true_colour"]) == ORANGE)
    assert colour(layers["bands"]) == "#ff7f01", "with its stretch"


def test_a_reopened_project_asks_once_where_the_account_is_locked(saved, server, account, opened):
    _, reconnector, told = opened
    account.error = AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.LOCKED, {"access_point": "cdse"})
    assert QgsProject.instance().read(str(saved))
    spin(lambda: told.needed)
    layers = layers_by_preset()
    ids, shown = told.needed[0]
    assert (ids, set(shown)) == (["cdse"], set(layers.values()))
    assert reconnector.waiting()["cdse"].reason is Reason.LOCKED
    assert colour(layers["true_colour"]) == GROUND
    assert {method for method, _, _ in server.requests()} == {"HEAD"}, "refused at once, and nothing read"
    reconnector.reconnect("cdse")
    spin(lambda: told.failed)
    assert told.failed[0][1].reason is Reason.LOCKED
    account.error = None
    repainted = []
    layers["true_colour"].repaintRequested.connect(lambda *_: repainted.append(True))
    reconnector.reconnect("cdse")
    spin(lambda: told.reconnected)
    assert repainted
    assert colour(layers["true_colour"]) == ORANGE
    assert colour(layers["bands"]) == "#ff7f01"
    assert len(told.needed) == 1
    assert not reconnector.waiting()


def test_tokens_of_layers_in_use_are_renewed_and_a_lost_account_is_told_once(
    saved, server, account, opened, monkeypatch
):
    monkeypatch.setattr(stream_headers, "KEEPING", 0.05)
    _, reconnector, told = opened
    assert QgsProject.instance().read(str(saved))
    spin(lambda: told.reconnected)
    asked = account.asked
    spin(lambda: account.asked > asked + 1)
    account.error = AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED, {"access_point": "cdse"})
    spin(lambda: told.needed)
    asked = account.asked
    account.error = None
    reconnector.reconnect("cdse")
    spin(lambda: len(told.reconnected) == 2)
    assert account.asked <= asked + 3, "one that was refused is left in peace"
    QgsProject.instance().clear()
    name = "copernicus stream headers"
    spin(lambda: not [thread for thread in threading.enumerate() if thread.name == name])


def test_a_refusal_that_comes_after_the_header_is_not_remembered(saved, server, account, opened):
    _, _, told = opened
    assert QgsProject.instance().read(str(saved))
    spin(lambda: told.reconnected)
    layer = layers_by_preset()["true_colour"]
    assert {one.rpartition("%28")[2] for one in remote_paths(layer.source())} == {"TCI.tif%29%2F%24value"}
    held = gdal.VSIFOpenL(header_file("cdse"), "rb")
    header = bytes(gdal.VSIFReadL(1, 1000, held))
    gdal.VSIFCloseL(held)
    gdal.VSICurlClearCache()
    gdal.FileFromMemBuffer(header_file("cdse"), b"")
    assert colour(layer) == GROUND
    gdal.FileFromMemBuffer(header_file("cdse"), header)
    assert colour(layer) == GROUND, "GDAL remembers"
    repainted = []
    layer.repaintRequested.connect(lambda *_: repainted.append(True))
    spin(lambda: repainted)
    assert colour(layer) == ORANGE


def test_a_project_that_would_show_the_token_to_a_stranger_gets_none(saved, server, account, opened):
    """Whoever sends a project can name the file with the header beside an address of his own."""
    _, reconnector, told = opened
    project = QgsProject.instance()
    assert project.read(str(saved))
    spin(lambda: told.reconnected)
    href = f"{server.url.replace('127.0.0.1', 'localhost')}/{NODES}(TCI.tif)/$value"
    text = vsicurl_path(StreamAddress(href, account="cdse"))
    theirs = saved.with_name("theirs.qgz")
    plain = QgsRasterLayer(text.replace("header_file", "no_file"), "theirs", "gdal")
    project.addMapLayer(plain)
    assert project.write(str(theirs))
    project.clear()
    with zipfile.ZipFile(theirs) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(theirs, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content.replace(b"no_file=", b"header_file="))
    gdal.VSICurlClearCache()

    assert project.read(str(theirs))
    spin(lambda: told.needed)
    (stranger,) = project.mapLayersByName("theirs")
    assert "header_file=" in stranger.source()
    assert colour(stranger) == GROUND
    assert gdal.VSIStatL(header_file("cdse")) is None
    assert reconnector.waiting()["cdse"].reason is Reason.ADDRESS
    reconnector.reconnect("cdse")
    spin(lambda: told.failed)
    assert gdal.VSIStatL(header_file("cdse")) is None

    project.removeMapLayer(stranger.id())
    spin(lambda: len(told.reconnected) == 2)
    spin(lambda: colour(layers_by_preset()["true_colour"]) == ORANGE)


def test_sources_that_gdal_may_read_otherwise_show_their_header_to_nobody_known():
    file = header_file("cdse")
    good = vsicurl_path(StreamAddress("https://a.example.org/x.tif", account="cdse"))
    assert list(hosts_shown([good, "/vsicurl?url=https%3A%2F%2Fb.example.org"], file)) == ["a.example.org"]
    named = good.replace("https", "https%3A%2F%2Fb.example.org&url=https")
    for strange in (
        named,
        good.replace("url=", "url%3Dhttps://b.example.org/&url="),
        good.replace("url=", "URL=https://b.example.org/&url="),
        f"<VRTDataset>{good}</VRTDataset>",
        f"/vsigzip/{good}",
        good.replace("%2F", "%252F"),
    ):
        assert list(hosts_shown([strange], file)) == [""], strange


def test_a_sign_in_that_ends_after_the_end_leaves_no_header(account):
    headers = new_session(account)
    fresh = account.headers

    def end_meanwhile(cancellation):
        headers.close()
        return fresh(cancellation)

    account.headers = end_meanwhile
    with pytest.raises(AccessError) as caught:
        headers.prepare("cdse", Cancellation())
    assert caught.value.kind is ErrorKind.CANCELLED
    assert gdal.VSIStatL(header_file("cdse")) is None


def test_a_project_without_such_layers_starts_nothing(qgis_new_project, account):
    def never():
        raise AssertionError("nobody needs an account")

    headers = StreamHeaders(never, never)
    reconnector = StreamReconnector(headers)
    QgsProject.instance().clear()
    spin(lambda: not reconnector._look.isActive())
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("copernicus stream")]
    reconnector.close()
    headers.close()
