"""What a user does with products found: load, download, drape; and what the log and the message bar say of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from copernicus_plugin.adapters.base import SearchAdapter, StreamAddress
from copernicus_plugin.gui.dock import DOWNLOADS, RESULTS, CopernicusDock
from copernicus_plugin.gui.message_actions import MessageActions, offered
from copernicus_plugin.gui.message_bar import BarMessages
from copernicus_plugin.gui.messages import ACCOUNT_ACTIONS, Action, During, Message, message_for
from copernicus_plugin.gui.results_tab.assets_shown import title_text
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr, tr_n
from copernicus_plugin.layers.loader import LayerLoader
from copernicus_plugin.layers.naming import product_title
from copernicus_plugin.layers.quicklook import QuicklookDraper
from copernicus_plugin.layers.stream_headers import StreamHeaders
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.choose_assets import assets_to_download
from copernicus_plugin.model.download import Download, DownloadRequest
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product

MESSAGE_RESTS_MS = 300


def _address(adapter: SearchAdapter, product: Product, asset: Asset) -> StreamAddress:
    return adapter.stream_address(asset, product, Cancellation())


def _complete(adapter: SearchAdapter, product: Product) -> Product:
    return adapter.details(product, Cancellation())


class ProductActions(QObject):
    """``loadedChanged`` carries the keys of all products that have a layer in the project.

    ``messages`` tells where the buttons of messages in QGIS's bar lead.
    """

    loadedChanged = pyqtSignal(object)
    needed = pyqtSignal(object)
    """products that the user wants now: accounts may be opened for them before anything is asked"""

    def __init__(
        self,
        services: Services,
        dock: CopernicusDock,
        iface: Any,
        folder: str,
        headers: StreamHeaders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._dock = dock
        self._iface = iface
        self._loaded: dict[str, set[tuple[str, str, str]]] = {}
        self.messages = MessageActions(self)
        self._bar = BarMessages(iface)
        registry = services.registry
        self._loader = LayerLoader(registry.collections, registry.access_points, folder, self, headers=headers)
        self._loader.loaded.connect(self._layer_loaded)
        self._loader.failed.connect(self._layer_failed)
        self._draper = QuicklookDraper(services.thumbnails, folder, self)
        self._draper.failed.connect(self._layer_failed)
        self._dialog: QFileDialog | None = None
        self._told_account = ""
        self._arrived: list[Any] = []
        self._failures: list[tuple[Product, AccessError]] = []
        self._wanted: dict[tuple[str, str, str], str] = {}
        """key of each product that Load was pressed for, and the preset"""
        self._waiting: list[tuple[Product, Reason]] = []
        """those of them that could not be loaded for want of an account, and of what"""
        self._message_rest = QTimer(self)
        self._message_rest.setSingleShot(True)
        self._message_rest.setInterval(MESSAGE_RESTS_MS)
        self._message_rest.timeout.connect(self._tell_loaded)
        self._message_rest.timeout.connect(self._tell_failures)
        dock.results_tab.mosaicRequested.connect(self.load_mosaic)
        dock.results_tab.loadLinkPressed.connect(self._link_pressed)
        QgsProject.instance().layersRemoved.connect(self._layers_removed)

    def close(self) -> None:
        """Nothing is added to the project any more."""
        self._message_rest.stop()
        self._bar.close()
        QgsProject.instance().layersRemoved.disconnect(self._layers_removed)
        self._loader.close()
        self._draper.close()
        if self._dialog is not None:
            self._dialog.close()

    # ---- loading

    def load(self, products: Sequence[Product], preset: str = "") -> None:
        """Stream each; one that is a layer already is made the current layer instead."""
        self._prepare(products)
        # What was wanted before is not loaded unasked any more.
        self._wanted = {product.key: preset for product in products}
        self._waiting = []
        self._stream(products, preset)

    def _stream(self, products: Sequence[Product], preset: str) -> None:
        for product in products:
            existing = self._loader.is_loaded(product, preset)
            if existing is not None:
                self._iface.setActiveLayer(existing)
                continue
            adapter = self._adapter(product)
            if adapter is not None:
                address, complete = partial(_address, adapter, product), partial(_complete, adapter)
                self._loader.load_streamed(product, preset, address, complete)

    def load_assets(self, product: Product, assets: Sequence[Asset]) -> None:
        """Stream these files of a product, each as a layer of its own; the whole product as Load does."""
        if any(asset.is_archive for asset in assets):
            self.load([product])
        assets = [asset for asset in assets if not asset.is_archive]
        if not assets:
            return
        self._prepare([product])
        adapter = self._adapter(product)
        if adapter is None:
            return
        for asset in assets:
            self._loader.load_asset(product, asset, partial(_address, adapter, product), title_text(asset))

    def _prepare(self, products: Sequence[Product]) -> None:
        self._services.prepare_streaming()
        self.needed.emit(products)

    def load_mosaic(self, products: Sequence[Product], preset: str = "") -> None:
        """Stream all as one layer, the first on top."""
        self._prepare(products)
        found = {product.key: self._adapter(product) for product in products}
        adapters = {key: adapter for key, adapter in found.items() if adapter is not None}
        usable = [product for product in products if product.key in adapters]
        if usable:
            self._loader.load_mosaic(
                usable,
                preset,
                lambda product, asset: _address(adapters[product.key], product, asset),
                lambda product: _complete(adapters[product.key], product),
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
        self._failures.append((product, error))
        self._message_rest.start()
        if error.kind is ErrorKind.ACCOUNT_NEEDED and product.key in self._wanted:
            self._waiting.append((product, error.reason))

    def _tell_failures(self) -> None:
        """One message for all that failed together for the same reason; the last one stays in sight."""
        failures, self._failures = self._failures, []
        groups: dict[tuple[object, ...], list[tuple[Product, AccessError]]] = {}
        for product, error in failures:
            groups.setdefault((product.access_point, error.kind, error.reason), []).append((product, error))
        for group in sorted(groups.values(), key=len):
            product, error = group[0]
            place = self._services.registry.access_points.get(product.access_point)
            message = message_for(error, place.short_title if place is not None else "", During.LOAD)
            about = self._title(product) if len(group) == 1 else tr_n("%n product(s)", len(group))
            self.tell(message, place, f"{about}: ")

    def tell(self, message: Message, place: AccessPoint | None, about: str = "") -> None:
        """Where the user pressed Load, if he is still there, else in QGIS's message bar; with what can be done."""
        actions = [action for action in offered(message, place) if action is not Action.RETRY]
        if self._dock.isVisible() and self._dock.current_tab() == RESULTS:
            access_point = place.id if place is not None else ""
            links = [((action, access_point, message.link), message.title_of(action)) for action in actions]
            owner = (place.account.of or place.id) if place is not None else ""
            self._told_account = owner if any(action in ACCOUNT_ACTIONS for action in actions) else ""
            self._dock.results_tab.tell_not_loaded(f"{about}{message.marked or message.text}", links)
            return
        account = place.id if place is not None else ""
        buttons = [
            (message.title_of(action), partial(self.messages.carry_out, action, account, message.link))
            for action in actions
        ]
        self._bar.push(f"{about}{message.text}", buttons, Qgis.MessageLevel.Warning, answered=False)

    def account_usable(self, account: str) -> None:
        """What was told about it is no longer true."""
        if account and account == self._told_account:
            self._told_account = ""
            self._dock.results_tab.load_notice.clear()
        # What is only stored may still be wrong: it is tried where it is tested, not here.
        self._go_on(account, frozenset({Reason.LOCKED}))

    def account_signed_in(self, account: str) -> None:
        """What Load was pressed for before the account was there goes on."""
        self._go_on(account, frozenset(Reason))

    def _go_on(self, account: str, reasons: frozenset[Reason]) -> None:
        waiting, self._waiting = self._waiting, []
        for product, reason in waiting:
            place = self._services.registry.access_points.get(product.access_point)
            if place is not None and account == (place.account.of or place.id) and reason in reasons:
                self._stream([product], self._wanted.get(product.key, ""))
            else:
                self._waiting.append((product, reason))

    def _link_pressed(self, key: tuple[Action, str, str]) -> None:
        action, access_point, link = key
        self._dock.results_tab.load_notice.clear()
        self.messages.carry_out(action, access_point, link)

    def _title(self, product: Product) -> str:
        return product_title(product, self._services.registry.collections.get(product.collection))

    # ---- downloading

    def download(self, products: Sequence[Product]) -> None:
        """Queue them; the very first time the folder is asked for."""
        self._with_folder(partial(self._queue, list(products)))

    def download_assets(self, product: Product, assets: Sequence[Asset]) -> None:
        """Queue these files of a product."""
        self._with_folder(partial(self._queue_assets, product, tuple(assets)))

    def _with_folder(self, then: Callable[[], None]) -> None:
        if self._services.settings.state("folder_asked", False):
            then()
        else:
            self._ask_folder(then)

    def _ask_folder(self, then: Callable[[], None]) -> None:
        settings = self._services.settings
        dialog = QFileDialog(self._dock, tr("Where should downloads go?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Use this folder"))
        start = settings.download_folder
        dialog.setDirectory(start if os.path.isdir(start) else os.path.dirname(start))
        dialog.fileSelected.connect(lambda folder: self._folder_chosen(folder, then))
        dialog.finished.connect(self._dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _folder_chosen(self, folder: str, then: Callable[[], None]) -> None:
        self._services.settings.download_folder = folder
        self._services.settings.set_state("folder_asked", True)
        then()

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
            requests.append(self._request(product, assets))
        self._add(requests)

    def _queue_assets(self, product: Product, assets: tuple[Asset, ...]) -> None:
        self._add([self._request(product, assets)])

    def _request(self, product: Product, assets: tuple[Asset, ...]) -> DownloadRequest:
        settings = self._services.settings
        folder = settings.download_folder
        return DownloadRequest(product, assets, folder, self._title(product), settings.load_when_done)

    def _add(self, requests: list[DownloadRequest]) -> None:
        if requests:
            self.needed.emit([request.product for request in requests])
            self._services.downloads.add(requests)
            self._dock.show_tab(DOWNLOADS)

    # ---- QGIS's own windows

    def show_log(self) -> None:
        """QGIS's log messages panel."""
        self._iface.openMessageLog()

    def show_network_options(self) -> None:
        """QGIS's options, on the network page."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), "mOptionsPageNetwork")
