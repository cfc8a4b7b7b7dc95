"""A queue, a session and a server for each test; all of them real."""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.download import Download, DownloadRequest, DownloadState
from copernicus_plugin.model.product import Asset, Checksum, Product
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import NetworkSettings
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.transfers.queue import DownloadQueue
from tests.unit.transfers.server import File, Server


class Direct:
    """Settings of a network without a proxy."""

    def settings_for(self, url: str) -> NetworkSettings:
        return NetworkSettings(None, "", 1, "test", timeout_connect=2.0, timeout_read=5.0)


class Lines:
    def request_done(self, *line: object) -> None:
        pass


@dataclass
class Bench:
    """Everything a test touches."""

    server: Server
    folder: Path
    session: HttpSession = field(default_factory=lambda: HttpSession(Direct(), Lines()))
    told: list[Download] = field(default_factory=list)
    signed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    retry_delays: tuple[float, ...] = (0.01, 0.01, 0.01, 0.01)
    queues: list[DownloadQueue] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        self.condition = threading.Condition()
        self.queue = self.new_queue()

    def new_queue(self, **options: object) -> DownloadQueue:
        """As after a restart of QGIS."""
        options.setdefault("retry_delays", self.retry_delays)
        self.queue = DownloadQueue(self.session, self._request_for, self._changed, refused=self._refused, **options)
        self.queues.append(self.queue)
        return self.queue

    def _request_for(self, product, asset, cancellation) -> HttpRequest:
        self.signed.append(asset.key)
        return HttpRequest(f"{asset.href}?sig=geheim{len(self.signed)}", retry=0, limits=self.limits)

    def _refused(self, product, asset) -> None:
        self.refused.append(asset.key)

    def _changed(self, download: Download) -> None:
        with self.condition:
            self.told.append(download)
            self.condition.notify_all()

    def serve(self, name: str, body: bytes, **how: object) -> File:
        file = File(body, **how)
        self.server.files[f"/{name}"] = file
        return file

    def asset(self, name: str, **about: object) -> Asset:
        key = str(about.pop("key", name.rpartition("/")[2].partition(".")[0]))
        return Asset(key=key, href=f"{self.server.url}/{name}", **about)

    def request(self, *assets: Asset, product_id: str = "S2_T29UNU", access_point: str = "place") -> DownloadRequest:
        product = Product(
            id=product_id,
            collection="sentinel-2-l2a",
            access_point=access_point,
            endpoint=self.server.url,
            assets={asset.key: asset for asset in assets},
        )
        return DownloadRequest(product, assets, str(self.folder), "Sentinel-2")

    def wait(self, download_id: str, *states: DownloadState, seconds: float = 10.0) -> Download:
        """The first snapshot in one of these states; that it comes at all is asserted."""
        return self.wait_until(lambda found: found.id == download_id and found.state in states, seconds)

    def wait_until(self, wanted, seconds: float = 10.0) -> Download:
        ends = time.monotonic() + seconds
        seen = 0
        with self.condition:
            while True:
                for download in self.told[seen:]:
                    if wanted(download):
                        return download
                seen = len(self.told)
                left = ends - time.monotonic()
                assert left > 0, f"not reached: {[(d.state, d.received, d.error) for d in self.told[-4:]]}"
                self.condition.wait(left)

    def wait_received(self, download_id: str, count: int, seconds: float = 10.0) -> None:
        ends = time.monotonic() + seconds
        while next(found.received for found in self.queue.snapshots() if found.id == download_id) < count:
            assert time.monotonic() < ends, self.queue.snapshots()
            time.sleep(0.01)

    def forget(self) -> None:
        with self.condition:
            self.told.clear()

    def files(self) -> dict[str, bytes]:
        """What a user sees in the folder; hidden files left out."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def bench(tmp_path):
    server = Server()
    made = Bench(server, tmp_path / "downloads")
    yield made
    for queue in made.queues:
        queue.close()
    made.session.close()
    server.stop()


def pseudo(size: int, seed: bytes = b"copernicus") -> bytes:
    """Bytes without a pattern, the same every time."""
    block = b"".join(hashlib.sha256(seed + bytes([n])).digest() for n in range(256))
    return (block * (size // len(block) + 1))[:size]


def sha256(body: bytes) -> Checksum:
    return Checksum("sha256", hashlib.sha256(body).hexdigest())
