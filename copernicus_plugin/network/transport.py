"""``requests`` with our own sockets and certificates. Imported inside functions only: ``requests`` takes 170 ms.

Of ``requests`` it is the adapter that is used, not the session: cookies, redirects, ``netrc`` and proxies of the
environment live in the session, which is not made for many threads either. The adapter's pools are.
"""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
import threading
from typing import Any
from urllib.parse import unquote, urlsplit

import requests
import requests.adapters
import urllib3.exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.exchange import Exchange, Stage, running, running_exchange
from copernicus_plugin.network.faults import connect_fault, transfer_fault
from copernicus_plugin.network.redaction import redacted_url
from copernicus_plugin.network.sockets import PlainSocket, SecureSocket, open_socket

_HOSTS = 64
_IDLE_PER_HOST = 32
_DEFAULT_TIMEOUT = 10.0


class _Watched:
    """The part that both sorts of connections have in common; in front of urllib3's own classes."""

    host: str
    port: int
    timeout: Any
    sock: Any
    _dns_host: str

    def _new_conn(self) -> PlainSocket:
        exchange = running_exchange()
        seconds = float(self.timeout) if isinstance(self.timeout, (int, float)) else _DEFAULT_TIMEOUT
        host = getattr(self, "_dns_host", self.host)
        try:
            return open_socket(host.strip("[]"), self.port, seconds, exchange)
        except OSError as error:
            raise connect_fault(exchange, error, seconds) from None

    def _tunnel(self) -> None:
        running_exchange().stage = Stage.TUNNEL
        opened = self.sock
        try:
            super()._tunnel()  # type: ignore[misc]
        except BaseException:
            # Before 3.13 http.client leaves its file of the proxy's answer open, and so the socket behind it.
            handle = opened.detach()
            if handle >= 0:
                socket.close(handle)
            raise

    def putrequest(self, *arguments: Any, **named: Any) -> None:
        exchange = running_exchange()
        if isinstance(self.sock, (PlainSocket, SecureSocket)):
            exchange.reused = self.sock.exchange is not exchange
            exchange.adopt(self.sock)
            exchange.stage = Stage.SENT
        super().putrequest(*arguments, **named)  # type: ignore[misc]

    def send(self, data: Any) -> None:
        super().send(data)  # type: ignore[misc]
        exchange = running_exchange()
        if exchange.stage is Stage.CONNECTING:
            exchange.stage = Stage.SENT
        if exchange.stage is Stage.SENT:
            exchange.tell_sent()


class _PlainConnection(_Watched, HTTPConnection):
    pass


class _SecureConnection(_Watched, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _use_our_pools(manager: PoolManager) -> PoolManager:
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
    return manager


class Adapter(requests.adapters.HTTPAdapter):
    """One pool of connections for all threads, with one ``SSLContext``, direct and by proxy."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self._proxy_lock = threading.Lock()
        super().__init__(pool_connections=_HOSTS, pool_maxsize=_IDLE_PER_HOST, max_retries=0, pool_block=False)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **named: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **named)
        _use_our_pools(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        with self._proxy_lock:
            return _use_our_pools(super().proxy_manager_for(proxy, ssl_context=self._context, **named))

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        """As Qt sends them: in latin-1, which ``requests`` would fail on for other alphabets."""
        parts = urlsplit(proxy)
        if not parts.username:
            return {}
        credentials = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        try:
            encoded = credentials.encode("latin-1")
        except UnicodeError:
            encoded = credentials.encode("utf-8")
        return {"Proxy-Authorization": "Basic " + base64.b64encode(encoded).decode("ascii")}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """The context has the certificates; ``requests`` would load its own file into it at each connection."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None


_ERRORS = (OSError, ValueError, http.client.HTTPException, urllib3.exceptions.HTTPError)


class RawBody:
    """The body of an answer as the connection gives it; raises ``AccessError`` only."""

    def __init__(self, raw: Any, exchange: Exchange, timeout: float) -> None:
        self._raw = raw
        self._exchange = exchange
        self._timeout = timeout

    def read(self, amount: int) -> bytes:
        """At most ``amount`` bytes as they were sent; none at the end, also at an early one."""
        try:
            return bytes(self._raw.read(amount, decode_content=False))
        except _ERRORS as error:
            raise transfer_fault(self._exchange, error, self._timeout) from None

    def close(self) -> None:
        """Give the connection back, or close it if the body was not read to its end."""
        try:
            self._raw.close()
            self._raw.release_conn()
        except _ERRORS:
            return


def exchange_by_requests(
    adapter: Adapter,
    exchange: Exchange,
    message: tuple[str, str, dict[str, str], bytes | None],
    timeouts: tuple[float, float],
    proxy: str,
) -> tuple[int, dict[str, str], RawBody]:
    """Status, headers (names in lower case) and unread body; ``message`` is method, address, headers and body.

    ``timeouts`` in seconds, to connect and to read; ``proxy`` an address with its credentials, or empty.
    Raises ``AccessError``.
    """
    proxies = {"http": proxy, "https": proxy} if proxy else {}
    try:
        prepared = _prepare(*message)
    except (ValueError, OSError):
        raise _bad_address(message[1]) from None
    try:
        with running(exchange):
            response = adapter.send(prepared, stream=True, timeout=timeouts, verify=True, proxies=proxies)
    except _ERRORS as error:
        if exchange.stage is Stage.CONNECTING and isinstance(error, ValueError):
            raise _bad_address(message[1]) from None
        raise transfer_fault(exchange, error, timeouts[1]) from None
    headers = {name.lower(): value for name, value in response.headers.items()}
    return response.status_code, headers, RawBody(response.raw, exchange, timeouts[1])


def _prepare(method: str, url: str, headers: dict[str, str], body: bytes | None) -> requests.PreparedRequest:
    """Without a session, so without cookies, ``netrc`` and the environment."""
    prepared = requests.PreparedRequest()
    prepared.prepare_method(method)
    prepared.prepare_url(url, None)
    prepared.prepare_headers({name: _as_latin(value) for name, value in headers.items()})
    prepared.prepare_body(body, None)
    return prepared


def _as_latin(value: str) -> str:
    """What is not latin-1 goes out as UTF-8, which servers of today read; ``http.client`` would fail."""
    try:
        value.encode("latin-1")
    except UnicodeError:
        return value.encode("utf-8").decode("latin-1")
    return value


def _bad_address(url: str) -> AccessError:
    return AccessError(ErrorKind.INVALID_QUERY, Reason.ADDRESS, {"address": redacted_url(url)[:300]})
