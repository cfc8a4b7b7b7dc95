"""Products as the services tell them, streamed from their real host names through QGIS's own proxy setting."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from osgeo import gdal
from qgis.core import QgsNetworkAccessManager, QgsProject, QgsSettings
from qgis.PyQt.QtNetwork import QNetworkProxy

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.host.compat import attribution
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import ErrorKind, Reason
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.ports import NetworkSettings, Proxy
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine

from .conftest import draw, spin
from .test_loader import Ear

pytest_plugins = ("tests.sandbox.pytest_plugin",)

PLACES = ("earth_search", "planetary_computer")
SIGNER = "/api/sas/v1/"


class _Settings:
    def __init__(self, sandbox):
        self._answer = NetworkSettings(
            Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text(), 1, "copernicus_plugin/0 QGIS/3.22"
        )

    def settings_for(self, _):
        return self._answer


class _Log:
    def request_done(self, *_):
        pass


class _Listener:
    def __init__(self):
        self.products, self.done = [], threading.Event()
        self.errors = []

    def status_changed(self, status):
        if status.error is not None:
            self.errors.append(status.error)

    def products_found(self, _, products):
        self.products.extend(products)

    def finished(self, _):
        self.done.set()


@pytest.fixture
def network(sandbox, monkeypatch):
    """QGIS and GDAL behind the sandbox, and as they were afterwards."""
    for name in ("CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_DIR", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    before = {name: gdal.GetConfigOption(name) for name in ("SSL_CERT_FILE", "GDAL_HTTP_PROXY")}
    gdal.SetConfigOption("SSL_CERT_FILE", str(sandbox.ca_pem))
    settings = QgsSettings()
    for key, value in (
        ("Enabled", True),
        ("Type", "HttpProxy"),
        ("Host", sandbox.proxy[0]),
        ("Port", sandbox.proxy[1]),
    ):
        settings.setValue(f"proxy/proxy{key}", str(value))
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    gdal.VSICurlClearCache()
    yield sandbox
    settings.remove("proxy")
    QNetworkProxy.setApplicationProxy(QNetworkProxy())
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    for name, value in before.items():
        gdal.SetConfigOption(name, value)
    gdal.VSICurlClearCache()


@pytest.fixture
def engine(network):
    session = HttpSession(_Settings(network), _Log())
    engine = SearchEngine(load_registry(), session)
    yield engine
    engine.close()
    session.close()


@pytest.fixture
def ear(qgis_new_project, engine, tmp_path):
    registry = load_registry()
    loader = LayerLoader(registry.collections, registry.access_points, tmp_path)
    yield Ear(loader)
    loader.close()


def find(engine, place, collection):
    listener = _Listener()
    engine.start(Query(collection, limit=3), [place], listener)
    assert listener.done.wait(30)
    assert not listener.errors
    assert listener.products
    return listener.products[0]


def stream(ear, engine, product, preset=""):
    adapter = engine.adapter(product.access_point, product.collection)
    ear.loader.load_streamed(product, preset, lambda asset: adapter.stream_address(asset, product, Cancellation()))
    ear.wait()


def colours_seen(layer):
    extent = layer.extent()
    image = draw([layer], (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()), 120, 120).image
    return {image.pixel(x, y) for x in range(0, 120, 4) for y in range(0, 120, 4)}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("collection", "preset"),
    [("sentinel-2-l2a", "true_colour"), ("sentinel-2-l2a", "false_colour"), ("cop-dem-glo-30", "elevation")],
)
def test_products_are_seen_on_the_map(network, engine, ear, place, collection, preset):
    product = find(engine, place, collection)
    network.clear()
    stream(ear, engine, product, preset)
    assert not ear.failed, ear.failed
    layer = ear.loaded[0].layer
    assert layer.isValid()
    assert layer.crs().isValid()
    assert len(colours_seen(layer)) > 3, "an image, not one plain colour"
    assert attribution(layer)
    asked = [(r.host, r.method, r.path) for r in network.requests()]
    signing = [one for one in asked if SIGNER in one[2]]
    assert bool(signing) == (place == "planetary_computer"), asked
    catalogues = {"earth-search.aws.element84.com", "planetarycomputer.microsoft.com"}
    files = {path for host, _, path in asked if host not in catalogues}
    assert len(files) == (3 if preset == "false_colour" else 1), "no directory and nothing beside the files"
    assert not network.refused_hosts()


def test_a_file_that_is_gone_is_told_with_its_host(network, engine, ear):
    product = find(engine, "earth_search", "sentinel-2-l2a")
    visual = product.assets["visual"]
    missing = replace(product, assets={"visual": replace(visual, href=visual.href.replace(".tif", "_none.tif"))})
    stream(ear, engine, missing, "true_colour")
    error = ear.failed[0][1]
    assert (error.kind, error.reason) == (ErrorKind.NOT_FOUND, Reason.STATUS)
    assert error.parameters["host"] in visual.href


def test_unreachable_hosts_are_told(network, engine, ear):
    product = find(engine, "earth_search", "sentinel-2-l2a")
    visual = replace(product.assets["visual"], href="https://nowhere.example/a.tif")
    stream(ear, engine, replace(product, assets={"visual": visual}), "true_colour")
    spin(lambda: ear.failed)
    assert ear.failed[0][1].kind is ErrorKind.NETWORK_FAULT
    assert not QgsProject.instance().mapLayers()
