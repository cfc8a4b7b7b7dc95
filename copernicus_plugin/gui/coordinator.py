"""Where a user's action becomes a search, a layer or a download: connects the tabs, the engine and the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from copernicus_plugin.gui.account_routing import AccountRouting
from copernicus_plugin.gui.dock import DOWNLOADS, RESULTS, SEARCH, CopernicusDock
from copernicus_plugin.gui.footprint_link import FootprintLink, Key
from copernicus_plugin.gui.map_view import MapView
from copernicus_plugin.gui.message_bar import BarMessages
from copernicus_plugin.gui.messages import Action, During, action_title, message_for
from copernicus_plugin.gui.product_actions import ProductActions
from copernicus_plugin.gui.product_details import ProductDetails
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr_data, tr_n
from copernicus_plugin.layers.footprints import FootprintLayer
from copernicus_plugin.layers.reconnect import StreamReconnector
from copernicus_plugin.layers.stream_headers import StreamHeaders
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.search.events import AccessPointStatus


class Coordinator(QObject):
    """Lives as long as the dock. ``close()`` lets go of everything; layers in the project stay."""

    def __init__(self, services: Services, dock: CopernicusDock, iface: Any) -> None:
        super().__init__(dock)
        self._services = services
        self._dock = dock
        self._iface = iface
        self._footprints: FootprintLayer | None = None
        self._offer: Any = None
        # Footprints and band combinations: a saved project finds them again.
        self._folder = str(services.folder / "layers")
        canvas = iface.mapCanvas()
        self._link = FootprintLink(canvas, self)
        self._map = MapView(canvas)
        self._accounts = AccountRouting(services, dock, self)
        self._headers = StreamHeaders(lambda: services.account_engine, lambda: services.registry.access_points)
        self._reconnector = StreamReconnector(self._headers, self)
        self._bar = BarMessages(iface)
        self._actions = ProductActions(services, dock, iface, self._folder, self._headers, self)
        self._details = ProductDetails(services, self)
        self._actions.needed.connect(self._accounts.open_for)
        self._accounts.usable.connect(self._actions.account_usable)
        services.accounts.signedIn.connect(self._actions.account_signed_in)
        self._connect_search()
        self._connect_results()
        self._connect_downloads()
        self._connect_access_points()
        self._connect_reconnector()

    def close(self) -> None:
        """Stop what runs; called before the dock and the services end."""
        self._services.search.stop()
        self._bar.close()
        self._actions.close()
        self._details.close()
        self._reconnector.close()
        self._headers.close()
        self._link.close()
        if self._footprints is not None:
            self._footprints.close()
            self._footprints = None

    # ---- search

    def _connect_search(self) -> None:
        tab, search = self._dock.search_tab, self._services.search
        tab.searchRequested.connect(self._start)
        tab.stopRequested.connect(search.stop)
        search.statusChanged.connect(self._dock.results_tab.set_status)
        search.productsFound.connect(self._products_found)
        search.finished.connect(self._finished)
        search.alternativesFound.connect(self._dock.results_tab.show_alternatives)

    def _start(self, query: Query, access_points: Sequence[str]) -> None:
        self._dock.set_count(RESULTS, 0)
        self._begin_footprints(query)
        self._dock.results_tab.begin(query, list(access_points))
        self._dock.search_tab.set_running(True)
        self._dock.show_tab(RESULTS)
        self._services.search.start(query, list(access_points))

    def _begin_footprints(self, query: Query) -> None:
        if self._footprints is not None:
            self._footprints.close()
        collection = self._services.registry.collections[query.collection]
        self._footprints = FootprintLayer(collection, tr_data(collection.title), self._folder)
        self._link.follow(self._footprints)

    def _products_found(self, access_point: str, products: list[Product]) -> None:
        self._dock.results_tab.add_products(products)
        if self._footprints is not None:
            self._footprints.add(products)
        self._dock.set_count(RESULTS, self._dock.results_tab.model.total)

    def _finished(self, statuses: list[AccessPointStatus]) -> None:
        self._dock.search_tab.set_running(False)
        self._dock.results_tab.finish(statuses)
        self._dock.set_count(RESULTS, self._dock.results_tab.model.total)
        if self._footprints is not None:
            self._footprints.finish()

    def _retry(self, access_point: str) -> None:
        self._dock.search_tab.set_running(True)
        self._services.search.retry(access_point)

    # ---- results

    def _connect_results(self) -> None:
        tab = self._dock.results_tab
        tab.stopRequested.connect(self._services.search.stop)
        tab.retryRequested.connect(self._retry)
        tab.defaultSearchRequested.connect(self._dock.search_tab.start_default_search)
        tab.openSavedRequested.connect(self._open_saved)
        tab.alternativeRequested.connect(self._dock.search_tab.search_for)
        tab.loadRequested.connect(self._actions.load)
        tab.downloadRequested.connect(self._actions.download)
        tab.zoomRequested.connect(self._map.zoom_to)
        tab.drapeRequested.connect(self._actions.drape)
        tab.pinRequested.connect(self._pin)
        tab.logRequested.connect(self._actions.show_log)
        tab.networkOptionsRequested.connect(self._actions.show_network_options)
        tab.selectionChanged.connect(self._link.select)
        tab.hovered.connect(self._link.flash)
        tab.visibleKeysChanged.connect(self._show_only)
        tab.accountRequested.connect(self._accounts.lead)
        tab.linkRequested.connect(open_link)
        tab.detailsRequested.connect(self._details.ask)
        self._services.accounts.stateChanged.connect(lambda _: tab.refresh_accounts())
        self._details.found.connect(tab.set_details)
        self._details.failed.connect(tab.fail_details)
        tab.assetsLoadRequested.connect(self._actions.load_assets)
        tab.assetsDownloadRequested.connect(self._actions.download_assets)
        self._link.selectedOnMap.connect(tab.select_keys)
        self._link.hoveredOnMap.connect(tab.highlight)
        self._actions.loadedChanged.connect(tab.set_loaded)

    def _open_saved(self) -> None:
        self._dock.show_tab(SEARCH)
        self._dock.search_tab.open_search()

    def _pin(self) -> None:
        if self._footprints is not None:
            self._footprints.pin()

    def _show_only(self, keys: list[Key] | None) -> None:
        if self._footprints is not None:
            self._footprints.set_visible_keys(keys)

    # ---- downloads

    def _connect_downloads(self) -> None:
        downloads = self._services.downloads
        downloads.changed.connect(self._count_downloads)
        downloads.removed.connect(self._count_downloads)
        downloads.fileReady.connect(self._actions.file_ready)
        tab = self._dock.downloads_tab
        tab.loadRequested.connect(self._actions.load_download)
        tab.logRequested.connect(self._actions.show_log)
        tab.networkOptionsRequested.connect(self._actions.show_network_options)
        tab.accountRequested.connect(self._accounts.lead)
        tab.linkRequested.connect(open_link)

    def _count_downloads(self, _: object = None) -> None:
        active = sum(1 for download in self._services.downloads.downloads() if download.state.active)
        self._dock.set_count(DOWNLOADS, active)

    # ---- access points and accounts

    def _connect_access_points(self) -> None:
        tab = self._dock.access_points_tab
        tab.searchAt.connect(self._search_at)
        tab.collectionRequested.connect(self._search_collection_at)
        tab.logRequested.connect(self._actions.show_log)
        tab.networkOptionsRequested.connect(self._actions.show_network_options)
        tab.linkRequested.connect(open_link)
        tab.registryChanged.connect(self._dock.search_tab.registry_changed)
        self._dock.search_tab.accountRequested.connect(self._accounts.lead)
        messages = self._actions.messages
        messages.accountRequested.connect(self._accounts.lead)
        messages.linkRequested.connect(open_link)
        messages.logRequested.connect(self._actions.show_log)
        messages.networkOptionsRequested.connect(self._actions.show_network_options)

    def _search_at(self, place: AccessPoint) -> None:
        """Prepare a search there: of what is chosen already, if it has that."""
        self._dock.search_tab.prepare_at(place)
        self._dock.focus_what()

    def _search_collection_at(self, collection: str, place: AccessPoint) -> None:
        self._dock.search_tab.prepare_at(place, collection)
        self._dock.focus_what()

    # ---- streamed layers of a project that is opened again

    def _connect_reconnector(self) -> None:
        self._reconnector.reconnectNeeded.connect(self._offer_reconnecting)
        self._reconnector.failed.connect(self._not_reconnected)
        self._accounts.usable.connect(self._reconnect_waiting)

    def _offer_reconnecting(self, access_points: list[str], layers: list[Any]) -> None:
        """Once for a project; nothing is asked of the user before the button is pressed."""
        self._services.prepare_streaming()
        text = tr_n("%n streamed layer(s) cannot be shown without an account.", len(layers))

        def reconnect() -> None:
            self._services.accounts.store.unlock()
            for access_point in access_points:
                self._reconnector.reconnect(access_point)

        buttons = [(action_title(Action.RECONNECT), reconnect)]
        self._offer = self._bar.push(text, buttons, Qgis.MessageLevel.Info, answered=True)

    def _reconnect_waiting(self, account: str) -> None:
        if self._reconnector.waiting():
            self._services.prepare_streaming()
        for access_point in self._reconnector.waiting():
            place = self._services.registry.access_points.get(access_point)
            if place is not None and account in (place.id, place.account.of):
                self._reconnector.reconnect(access_point)
                self._bar.take_down(self._offer)

    def _not_reconnected(self, access_point: str, error: AccessError) -> None:
        # The project may be somebody else's, with places of his own.
        place = self._services.registry.access_points.get(access_point)
        title = place.short_title if place is not None else access_point
        self._actions.tell(message_for(error, title, During.LOAD), place)


def open_link(address: str) -> None:
    """In the user's browser."""
    QDesktopServices.openUrl(QUrl(address))
