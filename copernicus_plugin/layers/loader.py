"""Products as raster layers: streamed from the web, or from files on the disk.

Everything that waits happens in our own threads; the finished layer is only added in the main thread.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.layers import provenance, raster_style
from copernicus_plugin.layers.band_vrt import combine_bands, straighten
from copernicus_plugin.layers.layer_group import add_to_group
from copernicus_plugin.layers.mosaic import build_mosaic
from copernicus_plugin.layers.naming import layer_name, mosaic_name, product_title
from copernicus_plugin.layers.raster_source import (
    BandSource,
    local_sources,
    open_raster,
    quiet_gdal,
    streamed_assets,
    vsicurl_path,
)
from copernicus_plugin.layers.workers import in_parallel, start_daemon
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.collection import BandPreset, Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product

AT_ONCE = 4
"""Layers that are opened at the same time."""

LAST_PATIENCE = 1.0
"""Seconds that ``close`` gives the threads to end: QGIS may be ending, too, and crashes where one still uses it."""


@dataclass(frozen=True)
class LoadedLayer:
    """``layer`` is in the project. ``title`` names the product in a message, ``attribution`` must be told.

    ``products`` are all that the layer shows; ``product`` is the first of them.
    """

    product: Product
    preset_id: str
    layer: QgsRasterLayer
    title: str
    attribution: str
    streamed: bool
    products: tuple[Product, ...]


@dataclass
class _Work:
    products: tuple[Product, ...]
    preset: BandPreset
    sources: Callable[[Product], tuple[BandSource, ...]]
    """called in the worker; may raise ``AccessError``"""
    streamed: bool
    transform_context: QgsCoordinateTransformContext
    cancelled: threading.Event = field(default_factory=threading.Event)

    @property
    def product(self) -> Product:
        return self.products[0]

    def check(self) -> None:
        """Raise ``AccessError(CANCELLED)`` once nobody wants the layer any more."""
        if self.cancelled.is_set():
            raise AccessError(ErrorKind.CANCELLED)


class LayerLoader(QObject):
    """Use it in the main thread only. ``folder`` keeps the small files that saved projects need."""

    loaded = pyqtSignal(object)
    """``LoadedLayer``"""
    failed = pyqtSignal(object, object)
    """``Product``, ``AccessError``"""

    def __init__(
        self,
        collections_by_id: Mapping[str, Collection],
        access_points: Mapping[str, AccessPoint],
        folder: Path | str,
        parent: QObject | None = None,
        project: QgsProject | None = None,
    ) -> None:
        super().__init__(parent)
        self._collections = collections_by_id
        self._access_points = access_points
        self._folder = Path(folder)
        self._project = project if project is not None else QgsProject.instance()
        self._mailbox = Mailbox(self)
        self._main_thread = QCoreApplication.instance().thread()
        self._lock = threading.Lock()
        self._waiting: collections.deque[_Work] = collections.deque()
        self._threads: set[threading.Thread] = set()
        self._works: list[_Work] = []
        self._built: list[QgsRasterLayer] = []
        self._closed = False
        self._project.cleared.connect(self.cancel_all)

    def presets_for(self, product: Product, collection: Collection) -> list[BandPreset]:
        """The presets that can be streamed, in the collection's order."""
        return [preset for preset in collection.presets if streamed_assets(product, preset)]

    def is_loaded(self, product: Product, preset_id: str = "") -> QgsRasterLayer | None:
        """The layer of the project that shows ``product`` (in this preset, if one is named)."""
        return next(self._layers_of(product, preset_id), None)

    def is_loading(self, product: Product) -> bool:
        return any(work.product.key == product.key for work in self._works)

    def load_streamed(self, product: Product, preset_id: str, address_for: Callable[[Asset], StreamAddress]) -> None:
        """Add ``product`` as a layer that reads from the web. ``preset_id`` may be empty: the first that can be shown.

        ``address_for`` is called in a worker. ``loaded`` or ``failed`` follows, nothing after ``cancel``.
        """
        preset = self._choose(product, preset_id, lambda preset: bool(streamed_assets(product, preset)))
        if preset is None:
            self._tell_later(product, AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id}))
            return
        assets = streamed_assets(product, preset)

        def sources(_: Product) -> tuple[BandSource, ...]:
            return tuple(BandSource(vsicurl_path(address_for(asset)), asset) for asset in assets)

        self._begin((product,), preset, sources, streamed=True)

    def load_mosaic(
        self, products: Sequence[Product], preset_id: str, address_for: Callable[[Product, Asset], StreamAddress]
    ) -> None:
        """Add ``products`` of one collection as one layer that reads from the web, the first on top.

        One that cannot be opened or has nothing for the preset is told by ``failed`` and left out. The preset is
        chosen by the first product. ``address_for`` is called in several workers at a time.
        """
        first = products[0]
        preset = self._choose(first, preset_id, lambda preset: bool(streamed_assets(first, preset)))
        if preset is None:
            self._tell_later(first, AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": first.id}))
            return
        shown = preset

        def sources(product: Product) -> tuple[BandSource, ...]:
            assets = streamed_assets(product, shown)
            if not assets:
                raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
            return tuple(BandSource(vsicurl_path(address_for(product, asset)), asset) for asset in assets)

        self._begin(tuple(products), preset, sources, streamed=True)

    def load_files(self, product: Product, preset_id: str, files: Mapping[str, str]) -> None:
        """Add downloaded files (asset key to path). A preset whose files are not there gives way to another."""
        preset = self._choose(product, preset_id, lambda preset: bool(local_sources(product, preset, files)))
        if preset is not None:
            found = local_sources(product, preset, files)
        else:
            found = _first_raster(product, files)
            preset = BandPreset(id="", title=found[0].asset.key if found and found[0].asset else "", style="rgb")
        if not found:
            self._tell_later(product, AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id}))
            return
        self._begin((product,), preset, lambda _: found, streamed=False)

    def cancel(self, product: Product) -> None:
        """Nothing of ``product`` is added any more; what GDAL is waiting for ends in the background."""
        for work in self._works:
            if work.product.key == product.key:
                work.cancelled.set()
        self._works = [work for work in self._works if not work.cancelled.is_set()]

    def cancel_all(self) -> None:
        """The same for all that are on their way, for instance when the project is closed."""
        for work in self._works:
            work.cancelled.set()
        self._works.clear()
        with self._lock:
            self._waiting.clear()

    def close(self) -> None:
        """Nothing is added any more; layers in the project stay. Waits a second at most, for what GDAL is reading."""
        if self._closed:
            return
        self._closed = True
        self._project.cleared.disconnect(self.cancel_all)
        self.cancel_all()
        self._mailbox.close()
        with self._lock:
            threads = list(self._threads)
        ends = time.monotonic() + LAST_PATIENCE
        for thread in threads:
            thread.join(max(0.0, ends - time.monotonic()))
        with self._lock:
            built, self._built = self._built, []
        for layer in built:
            layer.deleteLater()

    # --- in the main thread ---

    def _choose(self, product: Product, preset_id: str, possible: Callable[[BandPreset], bool]) -> BandPreset | None:
        collection = self._collections.get(product.collection)
        presets = [preset for preset in (collection.presets if collection is not None else ()) if possible(preset)]
        wanted = [preset for preset in presets if preset.id == preset_id]
        return next(iter(wanted + presets), None)

    def _begin(
        self,
        products: tuple[Product, ...],
        preset: BandPreset,
        sources: Callable[[Product], tuple[BandSource, ...]],
        streamed: bool,
    ) -> None:
        if self._closed:
            return
        existing = self._existing(products, preset, streamed)
        if existing is not None:
            self._mailbox.post(lambda: self._tell_existing(products, preset, existing.id()))
            return
        keys = [product.key for product in products]
        for work in self._works:
            if [p.key for p in work.products] == keys and (work.preset.id, work.streamed) == (preset.id, streamed):
                return
        self._start(_Work(products, preset, sources, streamed, self._project.transformContext()))

    def _existing(self, products: tuple[Product, ...], preset: BandPreset, streamed: bool) -> QgsRasterLayer | None:
        """A layer that makes this one needless: the same, or one of files where streaming was asked for."""
        if not preset.id or len(products) > 1:
            return None
        layers = self._layers_of(products[0], preset.id)
        return next((layer for layer in layers if streamed or not provenance.is_streamed(layer)), None)

    def _layers_of(self, product: Product, preset_id: str) -> Iterator[QgsRasterLayer]:
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsRasterLayer) and provenance.is_of(layer, product, preset_id):
                yield layer

    def _start(self, work: _Work) -> None:
        self._works.append(work)
        with self._lock:
            self._waiting.append(work)
            if len(self._threads) < AT_ONCE:
                self._threads.add(start_daemon("copernicus layers", self._run))

    def _tell_later(self, product: Product, error: AccessError) -> None:
        self._mailbox.post(lambda: self.failed.emit(product, error))

    def _tell_existing(self, products: tuple[Product, ...], preset: BandPreset, layer_id: str) -> None:
        layer = self._project.mapLayer(layer_id)
        if layer is not None:
            self.loaded.emit(self._report(products, preset, layer))

    def _add(self, work: _Work, layer: QgsRasterLayer, wkt: str) -> None:
        with self._lock:
            self._built.remove(layer)
        if work.cancelled.is_set():
            layer.deleteLater()
            return
        self._works.remove(work)
        _make_crs_anew(layer, wkt)
        add_to_group(layer, self._project)
        self.loaded.emit(self._report(work.products, work.preset, layer))

    def _fail(self, work: _Work, error: AccessError) -> None:
        if work.cancelled.is_set():
            return
        self._works.remove(work)
        self.failed.emit(work.product, error)

    def _report(self, products: tuple[Product, ...], preset: BandPreset, layer: QgsRasterLayer) -> LoadedLayer:
        first = products[0]
        collection = self._collections.get(first.collection)
        attribution = provenance.attribution_of(first, collection, self._access_points.get(first.access_point))
        title = product_title(first, collection) if len(products) == 1 else layer.name()
        return LoadedLayer(first, preset.id, layer, title, attribution, provenance.is_streamed(layer), products)

    # --- in the workers ---

    def _run(self) -> None:
        with quiet_gdal():
            _let_qgis_set_the_proxy()
            while True:
                with self._lock:
                    if not self._waiting:
                        self._threads.discard(threading.current_thread())
                        return
                    work = self._waiting.popleft()
                if not work.cancelled.is_set():
                    self._do(work)

    def _do(self, work: _Work) -> None:
        try:
            layer = self._build(work)
        except AccessError as error:
            # Its traceback would keep frames, and the GDAL datasets in them, beyond GDAL's own end.
            fault = error.with_traceback(None)
            self._mailbox.post(lambda: self._fail(work, fault))
            return
        except (RuntimeError, OSError, ValueError, TypeError, AttributeError) as error:
            # GDAL's and numpy's own, for instance where another plugin has called gdal.UseExceptions().
            fault = AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": work.product.id, "host": ""})
            fault.__cause__ = error.with_traceback(None)
            self._mailbox.post(lambda: self._fail(work, fault))
            return
        if not work.cancelled.is_set():
            self._hand_over(work, layer)

    def _hand_over(self, work: _Work, layer: QgsRasterLayer) -> None:
        wkt = layer.crs().toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        layer.moveToThread(self._main_thread)
        # Python must not delete it here any more: it belongs to the main thread now.
        sip.transferto(layer, None)
        with self._lock:
            if not self._closed:
                self._built.append(layer)
        if self._closed:
            layer.deleteLater()
        else:
            self._mailbox.post(lambda: self._add(work, layer, wkt))

    def _build(self, work: _Work) -> QgsRasterLayer:
        preset, product = work.preset, work.product
        path, asset_keys = self._path_of_all(work)
        work.check()
        estimated = _estimated_stretch(path, preset)
        work.check()
        collection = self._collections.get(product.collection)
        name = layer_name(product, collection, preset)
        if len(work.products) > 1:
            name = mosaic_name(work.products, preset)
        layer = _open_layer(path, name, work.transform_context)
        asset = product.assets.get(asset_keys[0]) if asset_keys else None
        raster_style.apply_style(layer, preset, product, asset, estimated)
        provenance.mark(layer, product, asset_keys, preset, work.streamed)
        provenance.describe(layer, product, collection, self._access_points.get(product.access_point))
        if len(work.products) > 1:
            provenance.mark_mosaic(layer, work.products)
        elif collection is None or not collection.timeless:
            provenance.set_acquisition(layer, product)
        return layer

    def _path_of_all(self, work: _Work) -> tuple[str, tuple[str, ...]]:
        """What GDAL opens, and the keys of the assets behind it. Products of a mosaic that fail are left out."""
        if len(work.products) == 1:
            return self._path_of(work, work.product)

        def path_of(product: Product) -> tuple[str, tuple[str, ...]]:
            work.check()
            with quiet_gdal():
                return self._path_of(work, product)

        calls = [lambda product=product: path_of(product) for product in work.products]
        results = list(zip(work.products, in_parallel("copernicus layers, mosaic", calls)))
        opened = [(product, result) for product, result in results if not isinstance(result, AccessError)]
        faults = [(product, result) for product, result in results if isinstance(result, AccessError)]
        if not opened:
            raise faults[0][1]
        for product, fault in faults:
            self._tell_later(product, fault)
        work.products = tuple(product for product, _ in opened)
        return build_mosaic([path for _, (path, _) in opened], self._folder), opened[0][1][1]

    def _path_of(self, work: _Work, product: Product) -> tuple[str, tuple[str, ...]]:
        sources = work.sources(product)
        work.check()
        path = sources[0].path
        if len(sources) > 1:
            path = str(combine_bands(sources, product, work.preset, self._folder))
        path = straighten(path, open_raster(path), product, work.preset, self._folder)
        return path, tuple(source.asset.key for source in sources if source.asset is not None)


def _open_layer(path: str, name: str, transform_context: QgsCoordinateTransformContext) -> QgsRasterLayer:
    # QGIS's default style would read pixels for a stretch that is replaced at once.
    options = QgsRasterLayer.LayerOptions(False, transform_context)
    layer = QgsRasterLayer(path, name, "gdal", options)
    if not layer.isValid():
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": path})
    return layer


def _estimated_stretch(path: str, preset: BandPreset) -> raster_style.Stretch | None:
    """The dataset is let go at the end: Python must not hold one when QGIS ends GDAL."""
    dataset = open_raster(path)
    if not raster_style.needs_estimate(preset, dataset):
        return None
    low, high = (0.0, 100.0) if preset.style == "elevation" else (2.0, 98.0)
    return raster_style.estimate_stretch(dataset, low, high)


def _make_crs_anew(layer: QgsRasterLayer, wkt: str) -> None:
    """Give the layer a CRS that was made in the main thread; ``wkt`` was written in the worker.

    QGIS keeps PROJ objects per thread: when the worker ends, nothing can be transformed from or to a CRS that was
    made there, so that the image is lost on maps of other CRSs (measured on 3.22). Its cache would hand the
    worker's out again.
    """
    QgsCoordinateReferenceSystem.invalidateCache()
    crs = QgsCoordinateReferenceSystem()
    crs.createFromWkt(wkt)
    layer.setCrs(crs)
    metadata = layer.metadata()
    metadata.setCrs(crs)
    layer.setMetadata(metadata)


def _first_raster(product: Product, files: Mapping[str, str]) -> tuple[BandSource, ...]:
    for key, path in files.items():
        if path.lower().endswith((".tif", ".tiff", ".jp2", ".vrt", ".nc", ".img")):
            return (BandSource(path, product.assets.get(key)),)
    return ()


def _let_qgis_set_the_proxy() -> None:
    """Making any gdal layer hands QGIS's proxy to GDAL (measured on 3.22), which our own first opening needs."""
    QgsRasterLayer("/vsimem/copernicus_plugin_none.tif", "", "gdal")
