"""The same exchange through Qt, for what ``requests`` cannot do: SOCKS without PySocks, client certificates, NTLM."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtCore import QByteArray, QObject, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from copernicus_plugin.host import compat
from copernicus_plugin.host.network_settings import proxy_for
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason

LARGEST_BODY = 64 * 1024 * 1024
_BUFFER = 1024 * 1024

_Error = QNetworkReply.NetworkError
_REASONS = {
    _Error.ConnectionRefusedError: Reason.REFUSED,
    _Error.RemoteHostClosedError: Reason.CUT,
    _Error.HostNotFoundError: Reason.UNKNOWN_HOST,
    _Error.TimeoutError: Reason.TIMEOUT,
    _Error.SslHandshakeFailedError: Reason.CERTIFICATE,
    _Error.ProxyConnectionRefusedError: Reason.PROXY_UNREACHABLE,
    _Error.ProxyConnectionClosedError: Reason.PROXY_UNREACHABLE,
    _Error.ProxyNotFoundError: Reason.PROXY_UNREACHABLE,
    _Error.ProxyTimeoutError: Reason.PROXY_UNREACHABLE,
    _Error.ProxyAuthenticationRequiredError: Reason.PROXY_ACCOUNT,
}
# What Qt says of a proxy that refuses: the first for https, the second for http.
_BY_PROXY = (_Error.UnknownNetworkError, _Error.ConnectionRefusedError, _Error.UnknownProxyError)


class _Exchange:
    """One request and its outcome; ``over`` is set when either ``error`` or the rest is."""

    def __init__(self, method: str, url: str, headers: dict[str, str], body: bytes | None) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.sent_body = body
        self.over = threading.Event()
        self.error: AccessError | None = None
        self.status = 0
        self.answer_headers: dict[str, str] = {}
        self.body = bytearray()
        self.reply: QNetworkReply | None = None

    def fail(
        self, reason: Reason, parameters: dict[str, Parameter], kind: ErrorKind = ErrorKind.NETWORK_FAULT
    ) -> None:
        self.error = AccessError(kind, reason, {"host": urlsplit(self.url).hostname or "", **parameters})


class NetworkManagerTransport(QObject):
    """Sends with QGIS's own network manager, in the main thread's event loop, which never waits for it."""

    _wanted = pyqtSignal(object)
    _given_up = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._running: set[_Exchange] = set()
        self._closed = False
        self._wanted.connect(self._send, Qt.ConnectionType.QueuedConnection)
        self._given_up.connect(self._abort, Qt.ConnectionType.QueuedConnection)

    def exchange(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, dict[str, str], bytes]:
        """Any thread but the main one. ``timeout`` in seconds for the whole of it; redirects are not followed.

        Raises ``AccessError``: ``NETWORK_FAULT``, ``BAD_ANSWER``/``TOO_LARGE`` beyond 64 MiB, ``CANCELLED`` when
        the plugin ends.
        """
        exchange = _Exchange(method, url, headers, body)
        with self._lock:
            if self._closed:
                raise AccessError(ErrorKind.CANCELLED)
            self._running.add(exchange)
            self._wanted.emit(exchange)
        over = exchange.over.wait(timeout)
        with self._lock:
            self._running.discard(exchange)
            if not over and not self._closed:
                self._given_up.emit(exchange)
        if not over:
            exchange.fail(Reason.TIMEOUT, {"seconds": timeout})
        if exchange.error is not None:
            raise exchange.error
        return exchange.status, exchange.answer_headers, bytes(exchange.body)

    def close(self) -> None:
        """End every exchange; their threads get ``CANCELLED``. Main thread."""
        with self._lock:
            self._closed = True
            running = list(self._running)
        for exchange in running:
            if not exchange.over.is_set():
                exchange.error = AccessError(ErrorKind.CANCELLED)
                exchange.over.set()
            self._abort(exchange)

    def _send(self, exchange: _Exchange) -> None:
        if self._closed:
            return
        request = QNetworkRequest(QUrl(exchange.url))
        for name, value in exchange.headers.items():
            request.setRawHeader(QByteArray(name.encode("latin-1")), QByteArray(value.encode("latin-1")))
        request.setAttribute(
            QNetworkRequest.Attribute.RedirectPolicyAttribute,
            compat.enum_value(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy),
        )
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            compat.enum_value(QNetworkRequest.CacheLoadControl.AlwaysNetwork),
        )
        request.setAttribute(QNetworkRequest.Attribute.CacheSaveControlAttribute, False)
        manager = QgsNetworkAccessManager.instance()
        body = QByteArray(exchange.sent_body or b"")
        reply = manager.sendCustomRequest(request, QByteArray(exchange.method.encode("ascii")), body)
        reply.setReadBufferSize(_BUFFER)
        exchange.reply = reply
        reply.readyRead.connect(lambda: self._read(exchange))
        reply.finished.connect(lambda: self._finish(exchange))

    def _read(self, exchange: _Exchange) -> None:
        reply = exchange.reply
        if reply is None or exchange.over.is_set():
            return
        exchange.body += bytes(reply.readAll())
        if len(exchange.body) > LARGEST_BODY:
            exchange.fail(Reason.TOO_LARGE, {"limit": LARGEST_BODY}, ErrorKind.BAD_ANSWER)
            exchange.over.set()
            QTimer.singleShot(0, lambda: self._abort(exchange))

    def _finish(self, exchange: _Exchange) -> None:
        reply = exchange.reply
        if reply is None:
            return
        self._read(exchange)
        exchange.reply = None
        if not exchange.over.is_set():
            status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
            # An answer of 400 or more is an "error" to Qt, too; here its status says all.
            broken = reply.error() in _REASONS and reply.error() != _Error.NoError
            if status is None or broken:
                self._fail(exchange, reply.error())
            else:
                exchange.status = int(status)
                for name, value in reply.rawHeaderPairs():
                    key = bytes(name).decode("latin-1").lower()
                    exchange.answer_headers[key] = bytes(value).decode("latin-1")
            exchange.over.set()
        reply.deleteLater()

    def _fail(self, exchange: _Exchange, error: int) -> None:
        reason = _REASONS.get(error, Reason.UNSPECIFIED)
        proxy = proxy_for(exchange.url)
        if proxy is None:
            exchange.fail(reason, {})
            return
        if error in _BY_PROXY:
            reason = Reason.PROXY_UNREACHABLE
        exchange.fail(reason, {"proxy": f"{proxy.host}:{proxy.port}"})

    def _abort(self, exchange: _Exchange) -> None:
        reply, exchange.reply = exchange.reply, None
        if reply is not None:
            reply.abort()
            reply.deleteLater()
