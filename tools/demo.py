"""The main job from end to end: search, footprints, streaming, download, layers, a rendered map and a project.

Runs on the sandbox, or with ``--live`` on the internet. Uses the engine, the host and the layers as the panel does,
without its windows; those are shown by ``make screenshots``. Leaves ``demo.qgz`` and ``map.png`` in ``build/demo``.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
OUT = ROOT / "build" / "demo"
DATA_SPACE = "cdse"


@dataclass(frozen=True)
class Scene:
    """A search, and what is done with the first product of each access point."""

    title: str
    collection: str
    boxes: tuple[tuple[float, float, float, float], ...]
    first: dt.date
    last: dt.date
    cloud: float | None = None
    stream: str = ""
    download: str = ""
    access_points: tuple[str, ...] = ("earth_search", "planetary_computer")
    filters: tuple[tuple[str, str], ...] = ()
    """STAC property and value"""
    streamed_as: str = ""
    """id of the band preset; empty for the collection's first"""


OWN = (
    Scene("Sentinel-2 over western Ireland", "sentinel-2-l2a", ((-9.42, 52.31, -7.65, 53.22),),
          dt.date(2022, 9, 20), dt.date(2022, 10, 14), 60, "planetary_computer", "earth_search"),
    Scene("Elevation of western Ireland", "cop-dem-glo-30", ((-9.9, 52.1, -9.1, 52.9),),
          dt.date(2021, 1, 1), dt.date(2021, 12, 31), None, "planetary_computer", "earth_search"),
)  # fmt: skip
"""What the sandbox makes itself, and what is there on the internet too."""

RECORDED = (
    Scene("Sentinel-2 over Ceará (Brazil) and Prince William Sound (Alaska)", "sentinel-2-l2a",
          ((-39.62, -4.86, -39.02, -4.56), (-148.4, 60.5, -147.2, 61.2)),
          dt.date(2019, 6, 1), dt.date(2025, 8, 31), 60, "planetary_computer", "earth_search"),
    Scene("Elevation near the South Pole", "cop-dem-glo-30", ((-176.8, -89.6, -171.2, -89.2),),
          dt.date(2021, 1, 1), dt.date(2021, 12, 31), None, "earth_search", ""),
)  # fmt: skip
"""Where the recorded answers of the real catalogues lie."""


WITH_ACCOUNT = Scene(
    "The same day at the Data Space, with an account", "sentinel-2-l2a", ((-9.0, 52.4, -8.0, 53.1),),
    dt.date(2022, 10, 5), dt.date(2022, 10, 5), None, DATA_SPACE, DATA_SPACE, (DATA_SPACE,),
    (("grid:code", "MGRS-29UNU"),), "scene_classification",
)  # fmt: skip
"""S2A_MSIL2A_20221005T115411_…_T29UNU: the real product of ../shared/data where it is there, else a small one."""


@dataclass
class Found:
    """What came of a scene."""

    scene: Scene
    products: list[Any] = field(default_factory=list)
    statuses: list[Any] = field(default_factory=list)
    footprints: Any = None
    layers: list[Any] = field(default_factory=list)


class Demo:
    def __init__(self) -> None:
        from copernicus_plugin.host.services import Services
        from copernicus_plugin.layers.loader import LayerLoader
        from copernicus_plugin.layers.stream_headers import StreamHeaders

        self.services = Services()
        self.registry = self.services.registry
        self.headers = StreamHeaders(lambda: self.services.account_engine, lambda: self.registry.access_points)
        self.loader = LayerLoader(
            self.registry.collections, self.registry.access_points, str(OUT), headers=self.headers
        )
        self.loader.failed.connect(self._failed)
        self.faults: list[str] = []

    def _failed(self, product: Any, error: Any) -> None:
        self.faults.append(f"{product.id}: {error}")

    # ---- steps

    def sign_in(self, access_point: str, username: str, password: str) -> None:
        """Keep an account in QGIS's authentication database, and try it."""
        from qgis_session import wait_until

        values = {"username": username, "password": password}
        answers: list[Any] = []
        self.services.accounts.tested.connect(lambda place, error, seconds: answers.append((error, seconds)))
        self.services.accounts.store.save(access_point, values, False)
        self.services.accounts.test(access_point, values, False, "")
        wait_until(lambda: answers, 30, f"signing in to {access_point}")
        error, seconds = answers[0]
        if error is not None:
            raise SystemExit(f"not signed in: {error}")
        title = self.registry.access_points[access_point].title
        print(f"\nSigned in to {title} in {seconds:.2f} s")

    def search(self, scene: Scene) -> Found:
        from qgis_session import wait_until

        from copernicus_plugin.layers.footprints import FootprintLayer
        from copernicus_plugin.model.geometry import area_from_box
        from copernicus_plugin.model.query import Choice, FilterValue, Period, Query, Range

        found = Found(scene)
        collection = self.registry.collections[scene.collection]
        found.footprints = FootprintLayer(collection, collection.title, str(OUT))
        filters: dict[str, FilterValue] = {name: Choice((value,)) for name, value in scene.filters}
        if scene.cloud is not None:
            filters["eo:cloud_cover"] = Range(None, scene.cloud)
        period = None if collection.timeless else Period.of_days(scene.first, scene.last)
        query = Query(
            scene.collection, union([area_from_box(*box) for box in scene.boxes]), period, filters, limit=200
        )
        search = self.services.search
        connections = [
            search.productsFound.connect(lambda _, products: found.products.extend(products)),
            search.productsFound.connect(lambda _, products: found.footprints.add(products)),
            search.finished.connect(found.statuses.extend),
        ]
        search.start(query, list(scene.access_points))
        wait_until(lambda: found.statuses, 60, scene.title)
        for signal, connection in zip((search.productsFound, search.productsFound, search.finished), connections):
            signal.disconnect(connection)
        saved: list[str] = []
        found.footprints.saved.connect(saved.append)
        found.footprints.finish()
        if found.products:
            wait_until(lambda: saved, 30, "the footprints' GeoPackage")
        self._tell_search(found)
        return found

    def _tell_search(self, found: Found) -> None:
        scene = found.scene
        print(f"\n{scene.title}: {scene.collection}")
        for status in found.statuses:
            title = self.registry.access_points[status.access_point].title
            total = "" if status.total is None else f" of {status.total}"
            extra = f", filtered here: {', '.join(status.filtered_here)}" if status.filtered_here else ""
            end = (
                f"{status.error}" if status.error else f"{status.found}{total} found in {status.seconds:.2f} s{extra}"
            )
            print(f"  {title}: {status.state.value}, {end}")

    def stream(self, found: Found) -> None:
        from copernicus_plugin.model.cancellation import Cancellation

        product = first_of(found, found.scene.stream)
        adapter = self.services.engine.adapter_for(product)
        self._load(found, "streamed", product, lambda: self.loader.load_streamed(
            product, found.scene.streamed_as, lambda asset: adapter.stream_address(asset, product, Cancellation()),
            lambda bare: adapter.details(bare, Cancellation())))  # fmt: skip

    def download(self, found: Found) -> None:
        from qgis_session import wait_until

        from copernicus_plugin.model.choose_assets import assets_to_download
        from copernicus_plugin.model.download import DownloadRequest, DownloadState

        product = first_of(found, found.scene.download)
        assets = assets_to_download(product, self.registry.collections[product.collection])
        request = DownloadRequest(product, assets, str(OUT / "downloads"), product.id)
        ended: list[Any] = []
        downloads = self.services.downloads
        downloads.fileReady.connect(ended.append)
        downloads.changed.connect(lambda d: ended.append(d) if d.state is DownloadState.FAILED else None)
        started = time.monotonic()
        downloads.add([request])
        wait_until(lambda: ended, 300, f"download of {product.id}")
        done = ended[0]
        if done.error is not None:
            raise SystemExit(f"download failed: {done.error}")
        seconds = time.monotonic() - started
        print(f"  downloaded {product.id}: {len(done.files)} files, {done.received / 1e6:.1f} MB in {seconds:.1f} s, "
              f"checked by {done.verified_by}")  # fmt: skip
        files = dict(zip((asset.key for asset in assets), done.files))
        self._load(found, "from the disk", product, lambda: self.loader.load_files(product, "", files))

    def _load(self, found: Found, how: str, product: Any, start: Any) -> None:
        from qgis_session import wait_until

        loaded: list[Any] = []
        connection = self.loader.loaded.connect(loaded.append)
        start()
        wait_until(lambda: loaded or self.faults, 60, f"loading {product.id}")
        self.loader.loaded.disconnect(connection)
        if self.faults:
            raise SystemExit(f"not loaded: {self.faults[0]}")
        layer = loaded[0].layer
        found.layers.append(layer)
        print(f"  {how}: {layer.name()} ({layer.width()} × {layer.height()} pixels, {layer.crs().authid()})")

    def close(self) -> None:
        self.loader.close()
        self.headers.close()
        self.services.close()


def union(areas: list[Any]) -> Any:
    from copernicus_plugin.model.geometry import area_from_polygons, wkb_to_polygons

    return area_from_polygons([polygon for area in areas for polygon in wkb_to_polygons(area.wkb)])


def first_of(found: Found, access_point: str) -> Any:
    """The clearest product of one access point whose layer a user would load."""
    mine = [product for product in found.products if product.access_point == access_point]
    if not mine:
        raise SystemExit(f"{found.scene.title}: {access_point} found nothing")
    return min(mine, key=lambda product: (product.cloud_cover or 0.0, product.id))


def reopened(scenes: list[Found]) -> list[str]:
    """Open the project again, as a user does tomorrow, and compare; the faults found."""
    from qgis.core import QgsProject

    expected = [(found.footprints.layer.id(), len(found.products)) for found in scenes]
    rasters = [layer.id() for found in scenes for layer in found.layers]
    project = QgsProject.instance()
    project.clear()
    if not project.read(str(OUT / "demo.qgz")):
        return ["demo.qgz cannot be read"]
    faults = []
    for layer_id, count in expected:
        layer = project.mapLayer(layer_id)
        features = layer.featureCount() if layer is not None and layer.isValid() else -1
        print(f"  reopened: {layer.name() if layer else layer_id}: {features} features, {count} products found")
        if features != count:
            faults.append(f"{layer_id} has {features} features, not {count}")
    for layer_id in rasters:
        layer = project.mapLayer(layer_id)
        values = pixel_range(layer) if layer is not None and layer.isValid() else None
        print(f"  reopened: {layer.name() if layer else layer_id}: pixels {values}")
        if values is None or values[0] == values[1]:
            faults.append(f"{layer_id} has no pixels")
    return faults


def pixel_range(layer: Any) -> tuple[float, float] | None:
    """The smallest and largest value of a coarse look at the first band; ``None`` where nothing is there."""
    block = layer.dataProvider().block(1, layer.extent(), 64, 64)
    values = [block.value(row, column) for row in range(64) for column in range(64) if not block.isNoData(row, column)]
    return (min(values), max(values)) if values else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--live", action="store_true", help="ask the real services instead of the sandbox")
    live = parser.parse_args().live
    started = time.monotonic()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with ExitStack() as stack:
        proxy = authority = None
        recorded = False
        if not live:
            from tests.sandbox import Sandbox
            from tests.sandbox.shared import shared_path

            sandbox = stack.enter_context(Sandbox.start())
            proxy, authority = sandbox.proxy, sandbox.ca_pem
            recorded = shared_path() is not None
        import qgis_session

        application = qgis_session.start(proxy, authority)
        where = "the internet" if live else "the sandbox, " + ("recorded items" if recorded else "its own items")
        print(f"Asking on {where}")
        faults = run(RECORDED + OWN[:1] if recorded else OWN, with_account=not live)
        for fault in faults:
            print(f"FAULT: {fault}", file=sys.stderr)
        print(f"\n{OUT / 'demo.qgz'}\n{OUT / 'map.png'}\n{time.monotonic() - started:.1f} s")
        sys.stdout.flush()
        del application
    return 1 if faults else 0


def run(scenes: tuple[Scene, ...], with_account: bool) -> list[str]:
    import demo_map
    from qgis.core import QgsProject

    demo_map.add_countries(QgsProject.instance())
    demo = Demo()
    results = []
    if with_account:
        from tests.sandbox.content.accounts import ANALYST

        demo.sign_in(DATA_SPACE, ANALYST.username, ANALYST.password)
        scenes = (*scenes, WITH_ACCOUNT)
    else:
        print("The Data Space is left out: it wants an account for downloads.")
    for scene in scenes:
        found = demo.search(scene)
        if scene.stream:
            demo.stream(found)
        if scene.download:
            demo.download(found)
        found.footprints.pin()
        results.append(found)
    faults = demo_map.draw(QgsProject.instance(), results, OUT / "map.png")
    QgsProject.instance().write(str(OUT / "demo.qgz"))
    # While the account is signed in: its streamed layer can be read again only then.
    faults += reopened(results)
    demo.close()
    return faults


if __name__ == "__main__":
    code = main()
    import os

    sys.stdout.flush()
    # QGIS without windows may crash while Python takes it down; everything is written by now.
    os._exit(code)
