"""QGIS's own network options, for a session that runs in threads of the plugin."""

from __future__ import annotations

import importlib.util
import threading
import time
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QObject, Qt, QThread, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from copernicus_plugin.network.ports import NetworkSettings, Proxy

LIFETIME = 60.0
PATIENCE = 2.0


class _Question:
    """Waited for by a worker, answered in the main thread."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answered = threading.Event()


class QgisSettingsProvider(QObject):
    """``settings_for`` answers from any thread; what a host's answer was is kept for a minute.

    The main thread is asked by a queued signal. A worker waits at most two seconds for it, then takes what was
    true before (at first: no proxy).
    """

    _asked = pyqtSignal(object)

    def __init__(self, user_agent: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._cache: dict[str, tuple[float, NetworkSettings]] = {}
        self._questions: set[_Question] = set()
        self._last = NetworkSettings(None, "", 0, user_agent)
        self._authorities: Any = None
        self._seen: Any = None
        self._closed = False
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def settings_for(self, url: str) -> NetworkSettings:
        key = _key(url)
        with self._lock:
            found = self._cache.get(key)
            if found is not None and time.monotonic() - found[0] < LIFETIME:
                return found[1]
        if QThread.currentThread() is self.thread():
            return self._find(url)
        question = _Question(url)
        with self._lock:
            if self._closed:
                return found[1] if found is not None else self._last
            self._questions.add(question)
            self._asked.emit(question)
        question.answered.wait(PATIENCE)
        with self._lock:
            self._questions.discard(question)
            fresh = self._cache.get(key, found)
            return fresh[1] if fresh is not None else self._last

    def refresh(self) -> None:
        """Forget everything if the user changed QGIS's network options since. Main thread; takes microseconds."""
        seen = _options()
        if seen != self._seen:
            self._seen = seen
            self.invalidate()

    def invalidate(self) -> None:
        """Ask QGIS again, for every host, from the next request on. Safe for threads."""
        with self._lock:
            self._cache.clear()

    def close(self) -> None:
        """Wake every worker that waits for an answer."""
        with self._lock:
            self._closed = True
            questions = list(self._questions)
        for question in questions:
            question.answered.set()

    def _answer(self, question: _Question) -> None:
        with self._lock:
            found = self._cache.get(_key(question.url))
        if found is None or time.monotonic() - found[0] >= LIFETIME:
            self._find(question.url)
        question.answered.set()

    def _find(self, url: str) -> NetworkSettings:
        proxy = proxy_for(url)
        qt_only = proxy is not None and proxy.scheme != "http" and importlib.util.find_spec("socks") is None
        with self._lock:
            certificates, version = self._certificates()
            settings = replace(
                self._last, proxy=proxy, certificates=certificates, version=version, qt_transport=qt_only
            )
            self._cache[_key(url)] = (time.monotonic(), settings)
            self._last = replace(settings, proxy=None, qt_transport=False)
        return settings

    def _certificates(self) -> tuple[str, int]:
        text = bytes(QgsApplication.authManager().trustedCaCertsPemText()).decode("ascii", "replace")
        if text == self._last.certificates:
            return text, self._last.version
        return text, self._last.version + 1


def _key(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def _options() -> tuple[Any, ...]:
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    return (
        proxy.type(),
        proxy.hostName(),
        proxy.port(),
        proxy.user(),
        proxy.password(),
        tuple(manager.excludeList()),
        tuple(manager.noProxyList()),
    )


def proxy_for(url: str) -> Proxy | None:
    """What QGIS would use for ``url``: its options, exclusions, or the system's settings. Main thread only."""
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    query = QNetworkProxyQuery(QUrl(url))
    found = factory.queryProxy(query) if factory is not None else QNetworkProxyFactory.proxyForQuery(query)
    for proxy in found:
        # An excluded address comes back as DefaultProxy with an empty host, not as NoProxy.
        kind = proxy.type()
        if kind in (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy) or not proxy.hostName():
            continue
        scheme = "socks5h" if kind == QNetworkProxy.ProxyType.Socks5Proxy else "http"
        return Proxy(scheme, proxy.hostName(), proxy.port(), proxy.user(), proxy.password())
    return None
