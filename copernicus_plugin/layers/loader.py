"""Products as raster layers: streamed from the web, or from files on the disk.

Everything that waits happens in our own threads; the finished layer is only added in the main thread.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from copernicus_plugin.adapters.base import StreamAddress
from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.layers import provenance, raster_style
from copernicus_plugin.layers.band_vrt import EXACT, band_title, combine_bands, straighten, wrap
from copernicus_plugin.layers.layer_group import add_to_group
from copernicus_plugin.layers.mosaic import build_mosaic
from copernicus_plugin.layers.naming import layer_name, mosaic_name, product_title
from copernicus_plugin.layers.netcdf import is_netcdf, lay_out, variable_of
from copernicus_plugin.layers.raster_source import (
    BandSource,
    files_as_assets,
    has_place,
    is_complex,
    open_raster,
    quiet_gdal,
    vsicurl_path,
)
from copernicus_plugin.layers.stream_headers import StreamHeaders
from copernicus_plugin.layers.workers import in_parallel, start_daemon
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.choose_assets import (
    FETCHABLE,
    assets_of_preset,
    is_web_image,
    preset_of_asset,
    presets_of_product,
)
from copernicus_plugin.model.collection import BandPreset, Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.product import Asset, Product

AT_ONCE = 4
"""Layers that are opened at the same time."""

_UNAUTHORISED = 401
_IMAGES = (".tif", ".tiff", ".jp2", ".vrt", ".nc", ".img")

LAST_PATIENCE = 1.0
"""Seconds that ``close`` gives the threads to end: QGIS may be ending, too, and crashes where one still uses it."""


_NOTHING = BandPreset(id="", title="")


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
    preset_id: str
    """the one that is wanted; empty for the first that can be shown"""
    complete: Callable[[Product], Product]
    """the product with all its files; called in the worker, may raise ``AccessError``"""
    usable: Callable[[Asset], bool]
    source: Callable[[Product, Asset], BandSource]
    """called in the worker; may raise ``AccessError``"""
    streamed: bool
    transform_context: QgsCoordinateTransformContext
    preset: BandPreset = _NOTHING
    """the one that is shown; known once the worker has begun"""
    given: BandPreset | None = None
    """where it is no choice among those of the collection"""
    accounts: set[str] = field(default_factory=set)
    cancellation: Cancellation = field(default_factory=Cancellation)

    @property
    def product(self) -> Product:
        return self.products[0]


@dataclass(frozen=True)
class _Opened:
    """``path`` is what GDAL opens for ``product``, ``assets`` are behind it."""

    path: str
    product: Product
    assets: tuple[Asset, ...]


class LayerLoader(QObject):
    """Use it in the main thread only. ``folder`` keeps the small files that saved projects need.

    ``headers`` are those of the accounts; without them nothing can be streamed that needs one.
    """

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
        headers: StreamHeaders | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = headers
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
        """The presets that can be streamed, in the collection's order; as far as is known before its files are."""
        return presets_of_product(product, collection)

    def is_loaded(self, product: Product, preset_id: str = "") -> QgsRasterLayer | None:
        """The layer of the project that shows ``product`` (in this preset, if one is named)."""
        return next(self._layers_of(product, preset_id), None)

    def is_loading(self, product: Product) -> bool:
        return any(work.product.key == product.key for work in self._works)

    def load_streamed(
        self,
        product: Product,
        preset_id: str,
        address_for: Callable[[Asset], StreamAddress],
        complete: Callable[[Product], Product] | None = None,
    ) -> None:
        """Add ``product`` as a layer that reads from the web. ``preset_id`` may be empty: the first that can be shown.

        ``complete`` makes known the files of a product whose search did not tell them (``details`` of its adapter);
        the preset is chosen then. Both are called in a worker. ``loaded`` or ``failed`` follows, nothing after
        ``cancel``.
        """
        self._stream((product,), preset_id, lambda _, asset: address_for(asset), complete)

    def load_mosaic(
        self,
        products: Sequence[Product],
        preset_id: str,
        address_for: Callable[[Product, Asset], StreamAddress],
        complete: Callable[[Product], Product] | None = None,
    ) -> None:
        """Add ``products`` of one collection as one layer that reads from the web, the first on top.

        One that cannot be opened or has nothing for the preset is told by ``failed`` and left out. The preset is
        chosen by the first product. ``address_for`` and ``complete`` are called in several workers at a time.
        """
        self._stream(tuple(products), preset_id, address_for, complete)

    def load_asset(
        self, product: Product, asset: Asset, address_for: Callable[[Asset], StreamAddress], title: str = ""
    ) -> None:
        """Add one file of ``product`` as a layer that reads from the web, as its collection shows such files.

        ``title`` is what the file is called, if not by the catalogue's words. ``address_for`` is called in a worker.
        ``loaded`` or ``failed`` follows, nothing after ``cancel``.
        """

        def source(_: Product, one: Asset) -> BandSource:
            address = address_for(one)
            return BandSource(vsicurl_path(address), one, address.account, address.href)

        preset = preset_of_asset(product, asset, self._collections.get(product.collection), title)
        self._begin((product,), preset.id, lambda known: known, is_web_image, source, streamed=True, given=preset)

    def load_files(self, product: Product, preset_id: str, files: Mapping[str, str]) -> None:
        """Add downloaded files (asset key to path). A preset whose files are not there gives way to another.

        A zip or a folder of a product is looked into and not unpacked; its files are those that the collection names.
        """
        collection = self._collections.get(product.collection)

        def complete(bare: Product) -> Product:
            return files_as_assets(bare, files, collection)

        def source(_: Product, asset: Asset) -> BandSource:
            return BandSource(asset.href, asset)

        self._begin((product,), preset_id, complete, _is_image_file, source, streamed=False)

    def cancel(self, product: Product) -> None:
        """Nothing of ``product`` is added any more; what GDAL is waiting for ends in the background."""
        for work in self._works:
            if work.product.key == product.key:
                work.cancellation.request()
        self._works = [work for work in self._works if not work.cancellation.requested]

    def cancel_all(self) -> None:
        """The same for all that are on their way, for instance when the project is closed."""
        for work in self._works:
            work.cancellation.request()
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

    def _choose(self, product: Product, preset_id: str, usable: Callable[[Asset], bool]) -> BandPreset | None:
        collection = self._collections.get(product.collection)
        presets = collection.presets if collection is not None else ()
        possible = [preset for preset in presets if assets_of_preset(product, preset, usable)]
        wanted = [preset for preset in possible if preset.id == preset_id]
        return next(iter(wanted + possible), None)

    def _stream(
        self,
        products: tuple[Product, ...],
        preset_id: str,
        address_for: Callable[[Product, Asset], StreamAddress],
        complete: Callable[[Product], Product] | None,
    ) -> None:
        def all_told(product: Product) -> Product:
            # What the search told is enough where it can be shown: ``details`` costs requests.
            known = self._choose(product, preset_id, is_web_image)
            enough = known is not None and preset_id in ("", known.id)
            return product if complete is None or enough else complete(product)

        def source(product: Product, asset: Asset) -> BandSource:
            address = address_for(product, asset)
            return BandSource(vsicurl_path(address), asset, address.account, address.href)

        self._begin(products, preset_id, all_told, is_web_image, source, streamed=True, wait=complete is not None)

    def _begin(
        self,
        products: tuple[Product, ...],
        preset_id: str,
        complete: Callable[[Product], Product],
        usable: Callable[[Asset], bool],
        source: Callable[[Product, Asset], BandSource],
        streamed: bool,
        wait: bool = True,
        given: BandPreset | None = None,
    ) -> None:
        if self._closed:
            return
        first = products[0]
        # Before the files of a zip are looked for, none is known.
        preset = self._choose(first, preset_id, usable) if streamed else None
        if preset is None and not wait:
            self._tell_later(first, _nothing_to_show(first))
            return
        known = preset_id or (preset.id if preset is not None else "")
        existing = self._existing(products, known, streamed)
        if existing is not None:
            self._mailbox.post(lambda: self._tell_existing(products, known, existing.id()))
            return
        keys = [product.key for product in products]
        for work in self._works:
            if [p.key for p in work.products] == keys and (work.preset_id, work.streamed) == (known, streamed):
                return
        context = self._project.transformContext()
        self._start(_Work(products, known, complete, usable, source, streamed, context, given=given))

    def _existing(self, products: tuple[Product, ...], preset_id: str, streamed: bool) -> QgsRasterLayer | None:
        """A layer that makes this one needless: the same, or one of files where streaming was asked for."""
        if not preset_id or len(products) > 1:
            return None
        layers = self._layers_of(products[0], preset_id)
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

    def _tell_existing(self, products: tuple[Product, ...], preset_id: str, layer_id: str) -> None:
        layer = self._project.mapLayer(layer_id)
        if layer is not None:
            self.loaded.emit(self._report(products, preset_id, layer))

    def _add(self, work: _Work, layer: QgsRasterLayer, wkt: str) -> None:
        with self._lock:
            self._built.remove(layer)
        if work.cancellation.requested:
            layer.deleteLater()
            return
        self._works.remove(work)
        # Which preset it is was not known before: it may be there already.
        existing = self._existing(work.products, work.preset.id, work.streamed)
        if existing is not None:
            layer.deleteLater()
            self.loaded.emit(self._report(work.products, work.preset.id, existing))
            return
        _make_crs_anew(layer, wkt)
        add_to_group(layer, self._project)
        self.loaded.emit(self._report(work.products, work.preset.id, layer))

    def _fail(self, work: _Work, error: AccessError) -> None:
        if work.cancellation.requested:
            return
        self._works.remove(work)
        self.failed.emit(work.product, error)

    def _report(self, products: tuple[Product, ...], preset_id: str, layer: QgsRasterLayer) -> LoadedLayer:
        first = products[0]
        collection = self._collections.get(first.collection)
        attribution = provenance.attribution_of(first, collection, self._access_points.get(first.access_point))
        title = product_title(first, collection) if len(products) == 1 else layer.name()
        return LoadedLayer(first, preset_id, layer, title, attribution, provenance.is_streamed(layer), products)

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
                if not work.cancellation.requested:
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
        if not work.cancellation.requested:
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
        first = work.complete(work.product)
        work.cancellation.raise_if_requested()
        work.preset = work.given or self._choose(first, work.preset_id, work.usable) or _only_image(first, work)
        opened = self._open_all(work, first)
        preset, product = work.preset, opened.product
        estimated = _estimated_stretch(opened.path, preset)
        work.cancellation.raise_if_requested()
        collection = self._collections.get(product.collection)
        name = layer_name(product, collection, preset)
        if len(work.products) > 1:
            name = mosaic_name(work.products, preset)
        layer = _open_layer(opened.path, name, work.transform_context)
        raster_style.apply_style(layer, preset, product, opened.assets[0], estimated)
        provenance.mark(layer, product, tuple(asset.key for asset in opened.assets), preset, work.streamed)
        provenance.mark_accounts(layer, work.accounts)
        provenance.describe(layer, product, collection, self._access_points.get(product.access_point))
        if len(work.products) > 1:
            provenance.mark_mosaic(layer, work.products)
        elif collection is None or not collection.timeless:
            provenance.set_acquisition(layer, product)
        return layer

    def _open_all(self, work: _Work, first: Product) -> _Opened:
        """What all products become together. Those of a mosaic that fail are left out."""
        if len(work.products) == 1:
            opened = self._open(work, first)
            if not work.accounts or len(opened.assets) > 1 or opened.path.endswith(EXACT):
                return opened
            titles = [band_title(asset, first) for asset in opened.assets]
            return replace(opened, path=wrap(opened.path, first, work.preset, titles, self._folder))

        def open_one(product: Product) -> _Opened:
            work.cancellation.raise_if_requested()
            with quiet_gdal():
                return self._open(work, first if product is work.product else work.complete(product))

        calls = [lambda product=product: open_one(product) for product in work.products]
        results = list(zip(work.products, in_parallel("copernicus layers, mosaic", calls)))
        parts = [(product, result) for product, result in results if not isinstance(result, AccessError)]
        faults = [(product, result) for product, result in results if isinstance(result, AccessError)]
        if not parts:
            raise faults[0][1]
        for product, fault in faults:
            self._tell_later(product, fault)
        work.products = tuple(product for product, _ in parts)
        return replace(parts[0][1], path=build_mosaic([part.path for _, part in parts], self._folder))

    def _open(self, work: _Work, product: Product) -> _Opened:
        assets = assets_of_preset(product, work.preset, work.usable)
        if not assets:
            raise _nothing_to_show(product)
        sources = [work.source(product, asset) for asset in assets]
        work.cancellation.raise_if_requested()
        of_accounts = [source for source in sources if source.account]
        for source in of_accounts:
            self._prepare(source, work)
        try:
            path = self._path_of(work, product, sources)
        except AccessError as error:
            if error.parameters.get("status") != _UNAUTHORISED or not of_accounts:
                raise
            refused = True
        else:
            refused = False
        if refused:
            self._renew(work, of_accounts)
            path = self._path_of(work, product, sources)
        return _Opened(path, product, assets)

    def _prepare(self, source: BandSource, work: _Work) -> None:
        if self._headers is None:
            raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": source.account})
        self._headers.prepare(source.account, work.cancellation, source.href)
        work.accounts.add(source.account)

    def _renew(self, work: _Work, sources: Sequence[BandSource]) -> None:
        """After a refusal: other tokens, and what GDAL remembers of the refusal forgotten."""
        if self._headers is not None:
            for account in {source.account for source in sources}:
                self._headers.renew(account, work.cancellation)
        for source in sources:
            gdal.VSICurlPartialClearCache(source.path)

    def _path_of(self, work: _Work, product: Product, sources: Sequence[BandSource]) -> str:
        path = sources[0].path
        if len(sources) > 1:
            path = str(combine_bands(sources, product, work.preset, self._folder))
        if is_netcdf(path) and len(sources) == 1:
            variable, name = variable_of(path, product, sources[0].asset.key)
            work.preset = replace(work.preset, title=name or work.preset.title)
            return lay_out(variable, name, product, self._folder)
        titles = [band_title(source.asset, product) for source in sources]
        dataset = open_raster(path)
        if not has_place(dataset) or is_complex(dataset):
            raise _nothing_to_show(product)
        if work.preset.style == "classes" and len(sources) == 1 and sources[0].asset.is_jpeg2000:
            return wrap(path, product, work.preset, titles, self._folder, exact=True)
        return straighten(path, dataset, product, work.preset, titles, self._folder)


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


def _is_image_file(asset: Asset) -> bool:
    return asset.is_streamable or asset.href.lower().endswith(_IMAGES)


def _only_image(product: Product, work: _Work) -> BandPreset:
    """A preset for files that fit none: the first image."""
    if not work.streamed:
        for asset in product.assets.values():
            if _is_image_file(asset):
                return BandPreset(id="", title=asset.key, assets=(asset.key,), style="rgb")
    elif product.properties.get("order:status"):
        # Its adapter knows why nothing of it can be read, and where it is ordered.
        for asset in product.assets.values():
            if asset.is_archive:
                work.source(product, asset)
    raise _nothing_to_show(product, work.streamed)


def _nothing_to_show(product: Product, streamed: bool = False) -> AccessError:
    told: dict[str, Parameter] = {"product": product.id}
    if streamed and any(asset.scheme in FETCHABLE and "data" in asset.roles for asset in product.assets.values()):
        told["downloadable"] = 1
    return AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, told)


def _let_qgis_set_the_proxy() -> None:
    """Making any gdal layer hands QGIS's proxy to GDAL (measured on 3.22), which our own first opening needs."""
    QgsRasterLayer("/vsimem/copernicus_plugin_none.tif", "", "gdal")
