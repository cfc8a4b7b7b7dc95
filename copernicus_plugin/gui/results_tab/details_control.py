"""What the details of a product show, and what becomes of the wishes that are uttered there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication

from copernicus_plugin.gui.message_actions import ELSEWHERE, MessageActions, account_of, offered
from copernicus_plugin.gui.messages import Action, During, message_for
from copernicus_plugin.gui.results_tab.detail_lists import SourceLine
from copernicus_plugin.gui.results_tab.model import ResultsModel
from copernicus_plugin.gui.results_tab.more_menu import copy_links
from copernicus_plugin.gui.results_tab.offers import ORDER, link_of, source_lines
from copernicus_plugin.gui.results_tab.outlines import outlines_of
from copernicus_plugin.gui.results_tab.preview import Details, Preview
from copernicus_plugin.gui.results_tab.rows import Availability, Row
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.query import Area


class DetailsControl(QObject):
    """Between the preview and the tab. ``wished``: an action of the list (``zoom``, ``drape``) and the product."""

    assetsLoadRequested = pyqtSignal(object, object)
    assetsDownloadRequested = pyqtSignal(object, object)
    detailsRequested = pyqtSignal(object)
    wished = pyqtSignal(str, object)

    def __init__(
        self, preview: Preview, model: ResultsModel, actions: MessageActions, services: Services, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._model = model
        self._actions = actions
        self._services = services
        preview.wished.connect(self._do)
        preview.sourceWished.connect(self._on_source)
        preview.messageActivated.connect(self._on_message)

    def show(self, row: Row | None, area: Area | None, seconds: Mapping[str, float]) -> None:
        """``seconds`` each access point took to answer, by id."""
        if row is None:
            self._preview.show_row(None, None)
            return
        registry = self._services.registry
        places = registry.access_points
        collection = registry.collections.get(row.product.collection)
        details = Details(
            collection,
            source_lines(row, places, seconds, self._account_state, collection),
            outlines_of(row.product, area),
            link_of(places, row.product, "order_link"),
        )
        self._preview.show_row(row, details)

    def take_files(self, product: Product) -> bool:
        """The product with its files; true where it is the one that is shown."""
        row = self._model.set_details(product)
        self._preview.end_listing(product.key)
        return row is not None and row is self._preview.row

    def tell_failure(self, product: Product, error: AccessError) -> None:
        """Its files could not be asked for; told in place, with what can be done."""
        place = self._services.registry.access_points.get(product.access_point)
        title = tr_data(place.short_title or place.title) if place is not None else ""
        told = message_for(error, title, During.LOAD)
        actions = [one for one in offered(told, place) if one is Action.RETRY or one in ELSEWHERE]
        if Action.RETRY not in actions:
            actions.append(Action.RETRY)
        account = told.access_point or account_of(place)
        self._preview.end_listing(product.key, replace(told, actions=tuple(actions), access_point=account))

    def order_links(self, rows: Sequence[Row]) -> list[str]:
        """Where those of ``rows`` that lie in an archive are ordered by hand, each address once."""
        places = self._services.registry.access_points
        in_archive = [row.product for row in rows if row.availability is Availability.ORDER]
        links = dict.fromkeys(link_of(places, product, "order_link") for product in in_archive)
        return [link for link in links if link]

    def _account_state(self, place: AccessPoint) -> AccountState:
        return self._services.accounts.store.state(place)

    def _do(self, action: str) -> None:
        row = self._preview.row
        if row is None:
            return
        if action in ("load_ticked", "download_ticked"):
            self._take(action, row.product, self._preview.assets.ticked())
        elif action == "files":
            self._preview.begin_listing(row.key)
            self.detailsRequested.emit(row.product)
        elif action == "copy":
            copy_links([row])
        elif action == "copy_id":
            QGuiApplication.clipboard().setText(row.product.id)
        else:
            self.wished.emit(action, row)

    def _take(self, action: str, product: Product, assets: tuple[Asset, ...]) -> None:
        if assets:
            wanted = self.assetsLoadRequested if action == "load_ticked" else self.assetsDownloadRequested
            wanted.emit(product, assets)

    def _on_source(self, line: SourceLine) -> None:
        wanted = Action.OPEN_LINK if line.wish == ORDER else Action(line.wish)
        self._actions.carry_out(wanted, line.access_point, line.link)

    def _on_message(self, action: Action) -> None:
        told = self._preview.failure()
        if action is Action.RETRY:
            self._do("files")
        elif told is not None:
            self._actions.carry_out(action, told.access_point, told.link)
