"""The Data Space as it is: products found by its catalogues, streamed with an account and downloaded as zips."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsProject

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.stream_headers import StreamHeaders
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import ErrorKind, Reason
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.accounts import Accounts
from copernicus_plugin.network.ports import Credentials
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine
from tests.sandbox.content.accounts import ANALYST

from .test_loader import Ear
from .test_streaming_from_sandbox import _Listener, _Log, _Settings, colours_seen, network  # noqa: F401

pytest_plugins = ("tests.sandbox.pytest_plugin",)


class _Secrets:
    def credentials_for(self, access_point):
        return Credentials({"username": ANALYST.username, "password": ANALYST.password}, version=1)


class Space:
    def __init__(self, sandbox, folder):
        self.sandbox, self.folder = sandbox, folder
        self.registry = load_registry()
        self.session = HttpSession(_Settings(sandbox), _Log())
        self.accounts = Accounts(self.registry.access_points, _Secrets(), self.session)
        self.engine = SearchEngine(self.registry, self.session, authoriser_for=self.accounts.authoriser_for)
        self.headers = StreamHeaders(lambda: self.accounts, lambda: self.registry.access_points)
        places = self.registry.access_points
        self.loader = LayerLoader(self.registry.collections, places, folder, headers=self.headers)
        self.ear = Ear(self.loader)

    def find(self, collection):
        listener = _Listener()
        self.engine.start(Query(collection, limit=5), ["cdse"], listener)
        assert listener.done.wait(30)
        assert not listener.errors, [str(error) for error in listener.errors]
        return listener.products

    def begin(self, product, preset=""):
        adapter = self.engine.adapter_for(product)

        def address(asset):
            return adapter.stream_address(asset, product, Cancellation())

        def complete(bare):
            return adapter.details(bare, Cancellation())

        self.loader.load_streamed(product, preset, address, complete)
        self.ear.wait(len(self.ear.loaded) + 1)

    def stream(self, product, preset=""):
        self.begin(product, preset)
        assert not self.ear.failed, [str(error) for _, error in self.ear.failed]
        return self.ear.loaded[-1].layer

    def download(self, product):
        request = self.engine.adapter_for(product).request(product.assets["Product"], product, Cancellation())
        with self.session.send(request, Cancellation()) as response:
            content = b"".join(response.chunks())
        file = self.folder / "files" / f"{product.id}.zip"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        return str(file)

    def close(self):
        self.loader.close()
        self.headers.close()
        self.engine.close()
        self.accounts.close()
        self.session.close()


@pytest.fixture
def space(network, qgis_new_project, tmp_path):  # noqa: F811
    gdal.VSICurlClearCache()
    space = Space(network, tmp_path / "layers")
    yield space
    space.close()


def online(products):
    return next(product for product in products if not product.properties.get("order:status"))


def test_single_files_of_a_product_are_streamed_with_the_account(space):
    product = online(space.find("sentinel-2-l2a"))
    assert list(product.assets) == ["Product"], "the search told no files"
    collection = space.registry.collections["sentinel-2-l2a"]
    offered = [preset.id for preset in space.loader.presets_for(product, collection)]
    assert offered == [preset.id for preset in collection.presets]
    picture = space.stream(product)
    assert picture.customProperty("copernicus/asset") == "TCI_10m"
    assert len(colours_seen(picture)) > 50
    bands = space.stream(product, "false_colour")
    assert bands.customProperty("copernicus/asset") == "B08_10m,B04_10m,B03_10m"
    assert bands.bandName(1).endswith("B08 nir 842 nm")
    assert len(colours_seen(bands)) > 50
    token = space.accounts.header_lines("cdse")[0].partition("Bearer ")[2]
    texts = [file.read_text() for file in space.folder.rglob("*.vrt")]
    assert texts
    assert not [text for text in texts if token in text]
    seen = [(asked.host, asked.status) for asked in space.sandbox.requests() if asked.header("Authorization")]
    assert {host for host, _ in seen} == {"download.dataspace.copernicus.eu"}
    assert 401 not in {status for _, status in seen}
    assert not space.sandbox.refused_hosts()


def test_a_product_on_tape_is_told_so(space):
    tape = next(one for one in space.find("sentinel-2-l2a") if one.properties.get("order:status"))
    space.begin(tape)
    error = space.ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.OFFLINE, Reason.IN_ARCHIVE)
    assert "link" in error.parameters


@pytest.mark.parametrize(
    ("collection", "preset", "crs"),
    [
        ("sentinel-2-l2a", "true_colour", "EPSG:32629"),
        ("sentinel-1-grd-safe", "vv", "EPSG:4326"),
        ("cop-dem-glo-30", "elevation", "EPSG:4326"),
    ],
)
def test_what_is_downloaded_is_shown_from_its_zip(space, collection, preset, crs):
    product = online(space.find(collection))
    space.loader.load_files(product, "", {"Product": space.download(product)})
    space.ear.wait()
    assert not space.ear.failed, [str(error) for _, error in space.ear.failed]
    loaded = space.ear.loaded[0]
    assert (loaded.preset_id, loaded.layer.crs().authid()) == (preset, crs)
    assert len(colours_seen(loaded.layer)) > 50
    assert [file.name for file in (space.folder / "files").iterdir()] == [f"{product.id}.zip"], "nothing is unpacked"


@pytest.mark.parametrize("collection", ["sentinel-3-sl-2-lst", "sentinel-1-slc"])
def test_what_has_its_coordinates_elsewhere_or_is_amplitude_and_phase_is_no_map(space, collection):
    product = online(space.find(collection))
    space.begin(product)
    assert space.ear.failed.pop()[1].parameters["downloadable"], "but it can be kept"
    space.loader.load_files(product, "", {"Product": space.download(product)})
    space.ear.wait()
    assert (space.ear.failed[0][1].kind, space.ear.failed[0][1].reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)
    assert not QgsProject.instance().mapLayers()
