"""Downloads that failed for want of an account go on when it is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from qgis.PyQt.QtCore import QObject

from copernicus_plugin.host.account_controller import AccountController
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.download_controller import DownloadController
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.download import Download, DownloadState
from copernicus_plugin.model.errors import Reason

_OF_SIGN_IN = frozenset(
    {Reason.NO_ACCOUNT, Reason.LOCKED, Reason.CODE_NEEDED, Reason.CODE_REFUSED, Reason.CREDENTIALS_REFUSED}
)
"""Not a token that ended: each attempt signs in anew, and two such downloads would wake each other for ever."""
_USABLE = (AccountState.SET, AccountState.SESSION_ONLY)


class WaitingDownloads(QObject):
    """Listens to the accounts for as long as it lives; ``access_points`` is asked anew each time."""

    def __init__(
        self,
        downloads: DownloadController,
        accounts: AccountController,
        access_points: Callable[[], Mapping[str, AccessPoint]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._store = accounts.store
        self._access_points = access_points
        accounts.signedIn.connect(lambda account: self._try_again(account, _OF_SIGN_IN))
        self._store.changed.connect(self._account_changed)
        self._store.lockChanged.connect(lambda: self._try_again("", frozenset({Reason.LOCKED})))

    def _account_changed(self, access_point: str) -> None:
        place = self._access_points().get(access_point)
        if place is not None and self._store.state(place) in _USABLE:
            self._try_again(place.account.of or place.id, frozenset({Reason.NO_ACCOUNT}))

    def _try_again(self, account: str, reasons: frozenset[Reason]) -> None:
        """``account`` is the id of the access point that owns it; empty for every one."""
        for download in self._downloads.downloads():
            error = download.error
            if download.state is not DownloadState.FAILED or error is None or error.reason not in reasons:
                continue
            if account in ("", self._owner(download)):
                self._downloads.retry(download.id)

    def _owner(self, download: Download) -> str:
        place = self._access_points().get(download.request.product.access_point)
        return download.request.product.access_point if place is None else place.account.of or place.id
