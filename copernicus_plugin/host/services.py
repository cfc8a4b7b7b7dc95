"""Everything that the windows work with, put together once."""

from __future__ import annotations

import functools
import os
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import QObject, QStandardPaths

from copernicus_plugin.access_points.registry import Registry, load_registry
from copernicus_plugin.host import compat
from copernicus_plugin.host.account_controller import AccountController
from copernicus_plugin.host.accounts import AccountStore
from copernicus_plugin.host.download_controller import DownloadController
from copernicus_plugin.host.gdal_certificates import GdalCertificates
from copernicus_plugin.host.network_settings import QgisSettingsProvider
from copernicus_plugin.host.qt_transport import NetworkManagerTransport
from copernicus_plugin.host.request_log import FileRequestLog
from copernicus_plugin.host.search_controller import SearchController
from copernicus_plugin.host.settings import PluginSettings
from copernicus_plugin.host.thumbnails import Thumbnails
from copernicus_plugin.host.translation import tr
from copernicus_plugin.host.waiting_downloads import WaitingDownloads
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.network.redaction import redacted_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from copernicus_plugin.model.cancellation import Cancellation
    from copernicus_plugin.model.download import Download
    from copernicus_plugin.model.product import Asset, Product
    from copernicus_plugin.network.accounts import Accounts
    from copernicus_plugin.network.messages import HttpRequest
    from copernicus_plugin.network.session import HttpSession
    from copernicus_plugin.search.engine import SearchEngine
    from copernicus_plugin.transfers.queue import DownloadQueue


SIGN_OUT_PATIENCE = 1.0


class Services(QObject):
    """Built once by the plugin, in the main thread, in a few milliseconds; ``close`` leaves nothing behind.

    Nothing here starts a thread or imports the HTTP library before the first search, thumbnail or download.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = profile_folder()
        self.settings = PluginSettings()
        self.log = FileRequestLog(self.folder / "requests.log")
        self.network = QgisSettingsProvider(compat.user_agent(), self)
        self._transport = NetworkManagerTransport(self)
        self._gdal_certificates = GdalCertificates(self.folder)
        places = lambda: self.registry.access_points  # noqa: E731 - read when first needed
        store = AccountStore(places, self)
        self.accounts = AccountController(
            store, lambda: self.account_engine, lambda: self.session, places, self.network.refresh, self
        )
        self.search = SearchController(lambda: self.engine, self.network.refresh, self)
        self.downloads = DownloadController(self._make_queue, self.network.refresh, self)
        self.thumbnails = Thumbnails(lambda: self.session, cache_folder() / "thumbnails", self._limits_of, self)
        self._making = threading.RLock()
        self._session: HttpSession | None = None
        self._engine: SearchEngine | None = None
        self._waiting_downloads = WaitingDownloads(self.downloads, self.accounts, places, self)
        self._account_engine: Accounts | None = None
        self._closed = False

    @functools.cached_property
    def registry(self) -> Registry:
        """Every access point and collection: ours, and the user's own files."""
        registry = load_registry(user_folder=self.folder / "access_points")
        for fault in registry.faults:
            text = tr("{file} is left out: {key} {reason}").format(file=fault.file, key=fault.key, reason=fault.reason)
            QgsMessageLog.logMessage(text, "Copernicus", Qgis.MessageLevel.Warning)
        return registry

    @property
    def session(self) -> HttpSession:
        """The one HTTP session. Safe for threads; raises ``AccessError(CANCELLED)`` if first wanted after the end."""
        with self._making:
            if self._session is None:
                from copernicus_plugin.network.session import HttpSession

                self._check_open()
                self._session = HttpSession(self.network, self.log, self._transport)
            return self._session

    @property
    def engine(self) -> SearchEngine:
        """What asks many access points at once; raises as ``session`` does."""
        with self._making:
            if self._engine is None:
                from copernicus_plugin.search.engine import SearchEngine

                self._check_open()
                authoriser_for = self.account_engine.authoriser_for
                self._engine = SearchEngine(self.registry, self.session, log_fault, authoriser_for)
            return self._engine

    @property
    def account_engine(self) -> Accounts:
        """What signs in, renews tokens and gives headers; raises as ``session`` does."""
        with self._making:
            if self._account_engine is None:
                from copernicus_plugin.network.accounts import Accounts

                self._check_open()
                self._account_engine = Accounts(self.registry.access_points, self.accounts.store, self.session)
                self.accounts.attach(self._account_engine)
            return self._account_engine

    def _check_open(self) -> None:
        if self._closed:
            raise AccessError(ErrorKind.CANCELLED)

    def prepare_streaming(self) -> None:
        """Call it in the main thread before GDAL reads from the web: it then trusts whom QGIS trusts."""
        if not self._closed:
            self._gdal_certificates.apply()

    def close(self) -> None:
        """Stop searches, downloads and pictures, shut every socket, end every thread. May be called twice.

        Takes a second at most, and that only where an account is signed in whose place does not answer.
        """
        with self._making:
            if self._closed:
                return
            self._closed = True
        if self._account_engine is not None:
            # Asked here, as a worker's question could not be answered while this thread is busy with the end.
            for url in self._account_engine.addresses_to_close():
                self.network.settings_for(url)
        self.network.close()
        self._transport.close()
        self.search.close()
        self.downloads.stop()
        if self._engine is not None:
            self._engine.close()
        if self._account_engine is not None:
            self._account_engine.close(SIGN_OUT_PATIENCE)
        self.accounts.close()
        if self._session is not None:
            self._session.close()
        self.downloads.close()
        self.thumbnails.close()
        self._gdal_certificates.withdraw()
        self.log.close()

    def _make_queue(self, changed: Callable[[Download], None]) -> DownloadQueue:
        from copernicus_plugin.transfers.queue import DownloadQueue

        return DownloadQueue(self.session, self._request_for, changed, refused=self._refused, explain=self._explain)

    def _request_for(self, product: Product, asset: Asset, cancellation: Cancellation) -> HttpRequest:
        return self.engine.adapter_for(product).request(asset, product, cancellation)

    def _refused(self, product: Product, asset: Asset) -> None:
        self.engine.adapter_for(product).forget(asset)

    def _explain(self, error: AccessError, product: Product, asset: Asset) -> AccessError:
        return self.engine.adapter_for(product).explain(error, asset, product)

    def _limits_of(self, host: str) -> Limits:
        for access_point in self.registry.access_points.values():
            if host in access_point.limits.connections or host in access_point.limits.requests_per_second:
                return access_point.limits
        return Limits()


def profile_folder() -> Path:
    """The plugin's folder in the user's profile; made by whoever writes to it first."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "copernicus_plugin"


def cache_folder() -> Path:
    """Where files may be deleted at any time."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return Path(place) / "copernicus_plugin" if place else Path(os.path.join(profile_folder(), "cache"))


def log_fault(error: BaseException) -> None:
    """A fault of the plugin's own, from any thread: into QGIS's log, with where it happened."""
    text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    QgsMessageLog.logMessage(redacted_text(text), "Copernicus", Qgis.MessageLevel.Critical, notifyUser=False)
