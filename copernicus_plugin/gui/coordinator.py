"""Where a user's action becomes a search, a layer or a download: connects the tabs, the engine and the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QObject

from copernicus_plugin.gui.dock import CopernicusDock
from copernicus_plugin.gui.footprint_link import FootprintLink, Key
from copernicus_plugin.gui.map_view import MapView
from copernicus_plugin.gui.product_actions import ProductActions
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.layers.footprints import FootprintLayer
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.search.events import AccessPointStatus

SEARCH, RESULTS, DOWNLOADS = 0, 1, 2


class Coordinator(QObject):
    """Lives as long as the dock. ``close()`` lets go of everything; layers in the project stay."""

    def __init__(self, services: Services, dock: CopernicusDock, iface: Any) -> None:
        super().__init__(dock)
        self._services = services
        self._dock = dock
        self._footprints: FootprintLayer | None = None
        # Footprints and band combinations: a saved project finds them again.
        self._folder = str(services.folder / "layers")
        canvas = iface.mapCanvas()
        self._link = FootprintLink(canvas, self)
        self._map = MapView(canvas)
        self._actions = ProductActions(services, dock, iface, self._folder, self)
        self._connect_search()
        self._connect_results()
        self._connect_downloads()

    def close(self) -> None:
        """Stop what runs; called before the dock and the services end."""
        self._services.search.stop()
        self._actions.close()
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

    def _count_downloads(self, _: object = None) -> None:
        active = sum(1 for download in self._services.downloads.downloads() if download.state.active)
        self._dock.set_count(DOWNLOADS, active)
