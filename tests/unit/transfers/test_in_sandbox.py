"""Products of Earth Search and Planetary Computer, found and fetched under their real names, against the odds."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.download import DownloadRequest, DownloadState
from copernicus_plugin.model.geometry import area_from_box
from copernicus_plugin.model.query import Period, Query
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine
from copernicus_plugin.transfers.queue import DownloadQueue
from tests.sandbox import Fault
from tests.unit.network.conftest import _clean_environment  # noqa: F401
from tests.unit.network.servers import Log, Settings
from tests.unit.search.recorder import Recorder

pytest_plugins = "tests.sandbox.pytest_plugin"

PLACES = ("earth_search", "planetary_computer")
QUERY = Query(
    "sentinel-2-l2a",
    area_from_box(-9.4, 52.8, -8.4, 53.4),
    Period.of_days(dt.date(2022, 9, 1), dt.date(2022, 11, 1)),
    limit=50,
)


@pytest.fixture
def engine(sandbox):
    settings = Settings(Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text(), read=5.0)
    session = HttpSession(settings, Log())
    made = SearchEngine(load_registry(), session)
    made.session = session
    yield made
    made.close()
    session.close()


class Queue:
    def __init__(self, engine, folder):
        self.folder = folder
        self.ended = threading.Event()
        self.last = None
        self.queue = DownloadQueue(
            engine.session,
            lambda product, asset, cancellation: engine.adapter_for(product).request(asset, product, cancellation),
            self._changed,
            refused=lambda product, asset: engine.adapter_for(product).forget(asset),
            retry_delays=(0.01, 0.01, 0.01),
        )

    def _changed(self, download):
        self.last = download
        if not download.state.active:
            self.ended.set()

    def fetch(self, product, asset):
        self.queue.add(DownloadRequest(product, (asset,), str(self.folder), product.id))
        assert self.ended.wait(30), self.last
        assert self.last.state is DownloadState.DONE, self.last.error
        return Path(self.last.files[0]).read_bytes()


@pytest.fixture
def queue(engine, tmp_path):
    made = Queue(engine, tmp_path / "downloads")
    yield made
    made.queue.close()


@pytest.fixture(params=PLACES)
def wanted(request, engine, sandbox):
    """A product, one of its images, and the hash of that as a plain client gets it."""
    recorder = Recorder()
    engine.start(QUERY, [request.param], recorder)
    recorder.wait(30)
    product = next(found for found in recorder.products if any(a.is_geotiff for a in found.assets.values()))
    images = (asset for asset in product.assets.values() if asset.is_geotiff and asset.scheme == "https")
    asset = next(image for image in images if "visual" in image.roles or image.key in ("visual", "red", "B04"))
    sent = engine.adapter_for(product).request(asset, product, Cancellation())
    digest = hashlib.sha256()
    length = 0
    with engine.session.send(sent, Cancellation()) as response:
        for chunk in response.chunks():
            digest.update(chunk)
            length += len(chunk)
    sandbox.clear()
    parts = urlsplit(asset.href)
    return product, asset, parts.hostname, parts.path, length, digest.hexdigest()


def sha256(body):
    return hashlib.sha256(body).hexdigest()


def test_an_image_arrives_whole(wanted, queue):
    product, asset, _, _, length, digest = wanted
    body = queue.fetch(product, asset)
    assert (len(body), sha256(body)) == (length, digest)
    assert queue.last.verified_by


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_an_image_whose_connection_is_cut_arrives_whole(wanted, queue, sandbox, share):
    product, asset, host, path, length, digest = wanted
    sandbox.fault(host, path, Fault(cut_after=max(0, int(length * share) - 1)), times=1)
    assert sha256(queue.fetch(product, asset)) == digest
    assert len(sandbox.requests(host, path)) == 2


def test_a_server_that_ignores_ranges_sends_it_again(wanted, queue, sandbox):
    product, asset, host, path, length, digest = wanted
    sandbox.fault(host, path, Fault(cut_after=length // 2, ignore_range=True), times=1)
    sandbox.fault(host, path, Fault(ignore_range=True))
    assert sha256(queue.fetch(product, asset)) == digest


def test_a_signature_that_ran_out_is_made_again(wanted, queue, sandbox):
    product, asset, host, path, length, digest = wanted
    sandbox.fault(host, path, Fault(cut_after=length // 2), times=1)
    sandbox.fault(host, path, Fault(expired_signature=True), times=1)
    assert sha256(queue.fetch(product, asset)) == digest
    assert len(sandbox.requests(host, path)) == 3
    sidecars = [file.read_text() for file in queue.folder.rglob("*.json")]
    assert all("sig=" not in text for text in sidecars)


def test_nothing_but_known_hosts_was_asked(wanted, queue, sandbox):
    product, asset, *_ = wanted
    queue.fetch(product, asset)
    assert sandbox.refused_hosts() == []
