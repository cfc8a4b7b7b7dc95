"""Sockets that can be stopped from another thread in any phase: name look-up, connecting, handshake, reading.

Their waits are cut into slices, because not every system wakes a reader whose socket is shut down by another thread.
The slices cost nothing while data flows: only a wait that lasts wakes up in between.
"""

from __future__ import annotations

import errno
import selectors
import socket
import ssl
import time
from collections.abc import Sequence
from typing import Any

from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.network.addresses import is_ip_literal
from copernicus_plugin.network.exchange import Exchange, Stage, running_exchange

SLICE = 0.5
"""Seconds after which a waiting socket looks whether it is still wanted."""

_UNDER_WAY = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN, errno.EINTR, 10035})
_OPTIONS: tuple[tuple[str, str, int], ...] = (
    ("SOL_SOCKET", "SO_KEEPALIVE", 1),
    ("IPPROTO_TCP", "TCP_NODELAY", 1),
    # Home routers forget a silent connection after minutes; without this the next request on it hangs.
    ("IPPROTO_TCP", "TCP_KEEPIDLE", 30),
    ("IPPROTO_TCP", "TCP_KEEPINTVL", 10),
)
AddressInfo = tuple[int, int, int, str, Any]


class _Sliced:
    """In front of a socket's class: its waits in slices. Its time-out is that of one wait, as with any socket."""

    exchange: Exchange | None = None
    _patience: float | None = None

    def settimeout(self, value: float | None) -> None:
        self._patience = value
        self._slice(value)

    def gettimeout(self) -> float | None:
        return self._patience

    def recv_into(self, buffer: Any, *details: Any) -> int:
        ends = 0.0
        while True:
            try:
                return int(super().recv_into(buffer, *details))  # type: ignore[misc]
            except socket.timeout:  # noqa: PERF203 - a slice is half a second
                ends = _keep_waiting(self.exchange, self._patience, ends)

    def sendall(self, data: Any, flags: int = 0) -> None:
        super().settimeout(self._patience)  # type: ignore[misc]
        try:
            super().sendall(data, flags)  # type: ignore[misc]
        finally:
            self._slice(self._patience)

    def shut(self) -> None:
        _shut(self)

    def _slice(self, value: float | None) -> None:
        super().settimeout(SLICE if value is None else min(value, SLICE))  # type: ignore[misc]


class PlainSocket(_Sliced, socket.socket):
    """A TCP socket."""


class SecureSocket(_Sliced, ssl.SSLSocket):
    """The same for TLS; the ``SSLContext`` makes it. It joins the running attempt before its handshake."""

    def do_handshake(self, block: bool = False) -> None:
        try:
            self._shake_hands(block)
        except AccessError:
            # ``ssl`` closes what it made after its own exceptions only.
            self.close()
            raise

    def _shake_hands(self, block: bool) -> None:
        exchange = running_exchange()
        exchange.stage = Stage.SECURING
        exchange.adopt(self)
        ends = 0.0
        while True:
            try:
                return super().do_handshake(block)
            except socket.timeout:  # noqa: PERF203 - a slice is half a second
                ends = _keep_waiting(exchange, self._patience, ends)


def open_socket(host: str, port: int, seconds: float, exchange: Exchange) -> PlainSocket:
    """A connection to ``host``; ``seconds`` is for all of its addresses together.

    Raises ``socket.gaierror``, ``socket.timeout``, another ``OSError``, or ``AccessError(CANCELLED)``.
    """
    ends = time.monotonic() + seconds
    addresses = _resolve(host, port, seconds, exchange)
    failure: OSError = OSError(f"no address of {host}")
    for index, (family, kind, protocol, _, address) in enumerate(addresses):
        # A system with a broken IPv6 must not spend all of the time on it.
        share = max(0.1, (ends - time.monotonic()) / (len(addresses) - index))
        try:
            opened = _connected(PlainSocket(family, kind, protocol), address, share, exchange)
        except OSError as error:
            failure = error
        else:
            opened.settimeout(seconds)
            return opened
    raise failure


def _connected(opened: PlainSocket, address: Any, seconds: float, exchange: Exchange) -> PlainSocket:
    try:
        _connect(opened, address, seconds, exchange)
    except BaseException:
        opened.close()
        raise
    return opened


def _resolve(host: str, port: int, seconds: float, exchange: Exchange) -> Sequence[AddressInfo]:
    if is_ip_literal(host):
        return socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)
    return exchange.wait_for(lambda: socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM), seconds)


def _connect(opened: PlainSocket, address: Any, seconds: float, exchange: Exchange) -> None:
    exchange.adopt(opened)
    for level, name, value in _OPTIONS:
        if hasattr(socket, name):
            opened.setsockopt(getattr(socket, level), getattr(socket, name), value)
    opened.setblocking(False)
    code = opened.connect_ex(address)
    if code not in _UNDER_WAY:
        # No network to send to, say: nothing would ever be told to the selector.
        raise OSError(code, "connection failed")
    ends = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(opened, selectors.EVENT_WRITE)
        while not selector.select(min(SLICE, max(0.0, ends - time.monotonic()))):
            exchange.check()
            if time.monotonic() >= ends:
                raise socket.timeout("timed out")
    exchange.check()
    code = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, "connection failed")


def _keep_waiting(exchange: Exchange | None, patience: float | None, ends: float) -> float:
    """When the wait ends, if it may go on after one slice; ``ends`` is 0.0 after the first slice."""
    if exchange is not None:
        exchange.check()
    if patience is None:
        return ends
    now = time.monotonic()
    if ends == 0.0:
        ends = now - min(patience, SLICE) + patience
    if now >= ends - 0.001:
        raise socket.timeout("timed out")
    return ends


def _shut(opened: Any) -> None:
    try:
        # Not SSLSocket's own: that forgets the encryption, and a reader would take what is left for plain bytes.
        socket.socket.shutdown(opened, socket.SHUT_RDWR)
    except OSError:
        return
