"""From a link about an account to its editor, and back to where the user was."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.gui.account_lights import state_of
from copernicus_plugin.gui.dock import ACCESS_POINTS, CopernicusDock
from copernicus_plugin.gui.messages import Action
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.product import Product

_USABLE = (AccountState.SET, AccountState.SESSION_ONLY)


class AccountRouting(QObject):
    """``usable`` (id of the access point that keeps the account): it works now, or is open to be tried."""

    usable = pyqtSignal(str)

    def __init__(self, services: Services, dock: CopernicusDock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._dock = dock
        self._came_from: int | None = None
        accounts = services.accounts
        accounts.signedIn.connect(self._now_usable)
        accounts.store.changed.connect(self._look_at)
        accounts.store.lockChanged.connect(self._look_at_all)
        dock.access_points_tab.accountDone.connect(self._come_back)

    def lead(self, access_point_id: str, why: str) -> None:
        """``why`` is the value of one of ``messages.ACCOUNT_ACTIONS``."""
        place = self._services.registry.access_points.get(access_point_id)
        if place is None:
            return
        owner = self._owner(place)
        if why == Action.UNLOCK_ACCOUNTS.value:
            self._services.accounts.store.unlock()
            return
        if self._dock.current_tab() != ACCESS_POINTS:
            self._came_from = self._dock.current_tab()
        self._dock.show_tab(ACCESS_POINTS)
        tab = self._dock.access_points_tab
        tab.edit_account(owner, self._reason(owner, why), come_back=True)
        if why == Action.TYPE_CODE.value:
            tab.ask_code(owner)

    def open_for(self, products: Iterable[Product]) -> None:
        """The user wants to load or download: QGIS may ask for its master password now, and only now.

        Who refuses goes on without; what needs the account then says so.
        """
        places = {product.access_point for product in products}
        for place in (self._services.registry.access_points.get(one) for one in places):
            if place is not None and state_of(self._services.accounts, place) is AccountState.LOCKED:
                self._services.accounts.store.unlock()
                return

    def _owner(self, place: AccessPoint) -> str:
        return place.account.of or place.id

    def _reason(self, access_point_id: str, why: str) -> str:
        if why != Action.CHECK_ACCOUNT.value:
            return ""
        title = self._services.registry.access_points[access_point_id].short_title
        return tr("{place} refused this account. Check it, then test it again.").format(place=title)

    def _come_back(self, access_point_id: str, usable: bool) -> None:
        if usable:
            self._dock.search_tab.tick(access_point_id)
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            self._dock.show_tab(came_from)

    def _look_at(self, access_point_id: str) -> None:
        place = self._services.registry.access_points.get(access_point_id)
        if place is not None and state_of(self._services.accounts, place) in _USABLE:
            self._now_usable(access_point_id)

    def _look_at_all(self) -> None:
        for place in self._services.registry.access_points.values():
            if not place.account.of:
                self._look_at(place.id)

    def _now_usable(self, access_point_id: str) -> None:
        self.usable.emit(access_point_id)
