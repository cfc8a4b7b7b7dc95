"""What a user does with products found: load, download, drape; and what the log and the message bar say of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import Any

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from copernicus_plugin.adapters.base import SearchAdapter, StreamAddress
from copernicus_plugin.gui.dock import CopernicusDock
from copernicus_plugin.gui.messages import During, message_for
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.naming import product_title
from copernicus_plugin.layers.quicklook import QuicklookDraper
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.choose_assets import assets_to_download
from copernicus_plugin.model.download import Download, DownloadRequest
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset, Product

DOWNLOADS = 2


MESSAGE_RESTS_MS = 300


def _address(adapter: SearchAdapter, product: Product, asset: Asset) -> StreamAddress:
    return adapter.stream_address(asset, product, Cancellation())


class ProductActions(QObject):
    """``loadedChanged`` carries the keys of all products that have a layer in the project."""

    loadedChanged = pyqtSignal(object)

    def __init__(
        self, services: Services, dock: CopernicusDock, iface: Any, folder: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._dock = dock
        self._iface = iface
        self._loaded: dict[str, set[tuple[str, str, str]]] = {}
        self._loader = LayerLoader(services.registry.collections, services.registry.access_points, folder, self)
        self._loader.loaded.connect(self._layer_loaded)
        self._loader.failed.connect(self._layer_failed)
        self._draper = QuicklookDraper(services.thumbnails, folder, self)
        self._draper.failed.connect(self._layer_failed)
        self._dialog: QFileDialog | None = None
        self._arrived: list[Any] = []
        self._message_rest = QTimer(self)
        self._message_rest.setSingleShot(True)
        self._message_rest.setInterval(MESSAGE_RESTS_MS)
        self._message_rest.timeout.connect(self._tell_loaded)
        dock.results_tab.mosaicRequested.connect(self.load_mosaic)
        QgsProject.instance().layersRemoved.connect(self._layers_removed)

    def close(self) -> None:
        """Nothing is added to the project any more."""
        self._message_rest.stop()
        QgsProject.instance().layersRemoved.disconnect(self._layers_removed)
        self._loader.close()
        self._draper.close()
        if self._dialog is not None:
            self._dialog.close()

    # ---- loading

    def load(self, products: Sequence[Product], preset: str = "") -> None:
        """Stream each; one that is a layer already is made the current layer instead."""
        self._services.prepare_streaming()
        for product in products:
            existing = self._loader.is_loaded(product, preset)
            if existing is not None:
                self._iface.setActiveLayer(existing)
                continue
            adapter = self._adapter(product)
            if adapter is not None:
                self._loader.load_streamed(product, preset, partial(_address, adapter, product))

    def load_mosaic(self, products: Sequence[Product], preset: str = "") -> None:
        """Stream all as one layer, the first on top."""
        found = {product.key: self._adapter(product) for product in products}
        adapters = {key: adapter for key, adapter in found.items() if adapter is not None}
        usable = [product for product in products if product.key in adapters]
        if usable:
            self._loader.load_mosaic(
                usable, preset, lambda product, asset: _address(adapters[product.key], product, asset)
            )

    def _adapter(self, product: Product) -> SearchAdapter | None:
        try:
            return self._services.engine.adapter_for(product)
        except AccessError as error:
            self._layer_failed(product, error)
            return None

    def load_download(self, download: Download) -> None:
        """Open the files of a finished download."""
        keys = [asset.key for asset in download.request.assets]
        files = dict(zip(keys, download.files))
        self._loader.load_files(download.request.product, download.request.preset, files)

    def file_ready(self, download: Download) -> None:
        """A download is complete: load it if the user wants that, and say so."""
        if self._services.settings.load_when_done:
            self.load_download(download)
        elif not self._dock.isVisible():
            text = tr("{title} is downloaded.").format(title=download.request.title)
            self._iface.messageBar().pushMessage(tr("Copernicus Data Access"), text, Qgis.MessageLevel.Success, 8)

    def drape(self, product: Product) -> None:
        """Lay the quicklook on the map."""
        self._draper.drape(product)

    def _layer_loaded(self, loaded: Any) -> None:
        self._loaded[loaded.layer.id()] = {product.key for product in loaded.products}
        self._tell_keys()
        self._arrived.append(loaded)
        self._message_rest.start()

    def _layers_removed(self, ids: Sequence[str]) -> None:
        """By the user, or with their project."""
        gone = [self._loaded.pop(one, None) for one in ids]
        if any(gone):
            self._tell_keys()

    def _tell_keys(self) -> None:
        self.loadedChanged.emit({key for keys in self._loaded.values() for key in keys})

    def _tell_loaded(self) -> None:
        """One message for all that came together: QGIS would pile up twenty."""
        arrived, self._arrived = self._arrived, []
        if not arrived:
            return
        credit = " ".join(dict.fromkeys(loaded.attribution for loaded in arrived if loaded.attribution))
        if len(arrived) == 1:
            text = tr("{title} is loaded. {attribution}").format(title=arrived[0].title, attribution=credit).strip()
        else:
            text = f"{tr_n('%n layer(s) are loaded.', len(arrived))} {credit}".strip()
        # Without a title: QGIS's bar has one line, and the licence's words must be readable.
        self._iface.messageBar().pushMessage(text, Qgis.MessageLevel.Success, 8)

    def _layer_failed(self, product: Product, error: AccessError) -> None:
        title = self._services.registry.access_points[product.access_point].short_title
        text = f"{self._title(product)}: {message_for(error, title, During.LOAD).text}"
        self._iface.messageBar().pushMessage(tr("Copernicus Data Access"), text, Qgis.MessageLevel.Warning, 0)

    def _title(self, product: Product) -> str:
        return product_title(product, self._services.registry.collections.get(product.collection))

    # ---- downloading

    def download(self, products: Sequence[Product]) -> None:
        """Queue them; the very first time the folder is asked for."""
        if self._services.settings.state("folder_asked", False):
            self._queue(products)
        else:
            self._ask_folder(list(products))

    def _ask_folder(self, products: list[Product]) -> None:
        settings = self._services.settings
        dialog = QFileDialog(self._dock, tr("Where should downloads go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Use this folder"))
        start = settings.download_folder
        dialog.setDirectory(start if os.path.isdir(start) else os.path.dirname(start))
        dialog.fileSelected.connect(lambda folder: self._folder_chosen(folder, products))
        dialog.finished.connect(self._dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _folder_chosen(self, folder: str, products: list[Product]) -> None:
        self._services.settings.download_folder = folder
        self._services.settings.set_state("folder_asked", True)
        self._queue(products)

    def _dialog_finished(self, _: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _queue(self, products: Sequence[Product]) -> None:
        requests = []
        for product in products:
            collection = self._services.registry.collections[product.collection]
            try:
                assets = assets_to_download(product, collection)
            except AccessError as error:
                self._layer_failed(product, error)
                continue
            title = self._title(product)
            settings = self._services.settings
            requests.append(DownloadRequest(product, assets, settings.download_folder, title, settings.load_when_done))
        if requests:
            self._services.downloads.add(requests)
            self._dock.show_tab(DOWNLOADS)

    # ---- QGIS's own windows

    def show_log(self) -> None:
        """QGIS's log messages panel."""
        self._iface.openMessageLog()

    def show_network_options(self) -> None:
        """QGIS's options, on the network page."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), "mOptionsPageNetwork")
