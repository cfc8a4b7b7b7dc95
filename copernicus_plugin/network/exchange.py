"""One attempt in flight, and how to end it from another thread.

``response.close()`` from another thread hangs while a reader is blocked in ``recv`` (urllib3 1.26 and 2), but shutting
the socket down ends the reader at once. So each socket tells the attempt that uses it that it does, and a cancelled
attempt shuts its socket down. Where a system does not wake a reader then, the socket's own wait, cut in slices
(``sockets.py``), notices within half a second.
"""

from __future__ import annotations

import enum
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind

_Result = TypeVar("_Result")
_running = threading.local()


class Stage(enum.Enum):
    """How far an attempt has come; it decides what a broken connection means."""

    CONNECTING = "connecting"
    TUNNEL = "tunnel"
    SECURING = "securing"
    SENT = "sent"


class WatchedSocket(Protocol):
    """A socket that knows the attempt it works for (``None`` while it is idle in the pool)."""

    exchange: Exchange | None

    def settimeout(self, value: float | None, /) -> None: ...

    def shut(self) -> None:
        """End reading and writing at once, whoever waits on it. Never raises, never waits."""


class Exchange:
    """The attempt to get an answer from ``host``, by ``proxy`` (``host:port``, empty if direct).

    ``on_sent`` is called once, when the request is on its way.
    """

    def __init__(self, host: str, proxy: str = "", on_sent: Callable[[], None] | None = None) -> None:
        self.host = host
        self.proxy = proxy
        self.stage = Stage.CONNECTING
        self.reused = False
        """Whether it went out on a connection that was kept open, which the server may have closed meanwhile."""
        self._on_sent = on_sent
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._wakers: list[Callable[[], None]] = []
        self._socket: WatchedSocket | None = None

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def check(self) -> None:
        """Raise ``AccessError(CANCELLED)`` once stopped."""
        if self._stopped.is_set():
            raise AccessError(ErrorKind.CANCELLED)

    def tell_sent(self) -> None:
        on_sent, self._on_sent = self._on_sent, None
        if on_sent is not None:
            on_sent()

    def adopt(self, watched: WatchedSocket) -> None:
        """From now on ``watched`` is what this attempt waits for."""
        with self._lock:
            self._socket = watched
            watched.exchange = self
        self.check()

    def stop(self) -> None:
        """End it, from any thread, without waiting."""
        self._stopped.set()
        with self._lock:
            watched = self._socket
            # A connection that went back to the pool may already work for somebody else.
            if watched is not None and watched.exchange is self:
                watched.shut()
            wakers, self._wakers = self._wakers, []
        for wake in wakers:
            wake()

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than until stopped; raises ``AccessError(CANCELLED)`` then."""
        self._stopped.wait(max(0.0, seconds))
        self.check()

    def hurry(self, seconds: float) -> None:
        """Let no further wait for bytes last longer than ``seconds``."""
        with self._lock:
            watched = self._socket
            if watched is not None and watched.exchange is self:
                watched.settimeout(seconds)

    def finish(self) -> None:
        """Let go of the socket."""
        with self._lock:
            watched, self._socket = self._socket, None
            if watched is not None and watched.exchange is self:
                watched.exchange = None

    def wait_for(self, work: Callable[[], _Result], seconds: float) -> _Result:
        """The result of ``work``, which cannot be interrupted itself and so runs in a thread of its own.

        Raises what it raises, ``socket.timeout`` after ``seconds``, and ``AccessError(CANCELLED)`` at once when
        stopped; the thread is left to its end then.
        """
        done = threading.Event()
        results: list[_Result] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                results.append(work())
            except (Exception, SystemExit) as error:  # noqa: BLE001 - handed to the waiting thread as it is
                errors.append(error)
            finally:
                done.set()

        with self._lock:
            self._wakers.append(done.set)
        self.check()
        threading.Thread(target=run, name="copernicus-wait", daemon=True).start()
        in_time = done.wait(seconds)
        self.check()
        if errors:
            raise errors[0]
        if not in_time or not results:
            raise socket.timeout("timed out")
        return results[0]


@contextmanager
def running(exchange: Exchange) -> Iterator[None]:
    """Sockets that this thread opens or uses inside belong to ``exchange``."""
    before = getattr(_running, "exchange", None)
    _running.exchange = exchange
    try:
        yield
    finally:
        _running.exchange = before


def running_exchange() -> Exchange:
    """The attempt that this thread is making; one that nobody can stop, outside of any."""
    found = getattr(_running, "exchange", None)
    return found if isinstance(found, Exchange) else Exchange("")


class Running:
    """All attempts of a session, so that closing it ends them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._exchanges: set[Exchange] = set()
        self._closed = False

    @property
    def closed(self) -> bool:
        return self._closed

    def add(self, exchange: Exchange, cancellation: Cancellation) -> Callable[[], None]:
        """Tie ``exchange`` to ``cancellation`` and to the session; the function returned ends that."""
        with self._lock:
            if self._closed:
                raise AccessError(ErrorKind.CANCELLED)
            self._exchanges.add(exchange)
        forget = cancellation.on_request(exchange.stop)

        def end() -> None:
            forget()
            exchange.finish()
            with self._lock:
                self._exchanges.discard(exchange)

        return end

    def close(self) -> None:
        with self._lock:
            self._closed = True
            exchanges = list(self._exchanges)
        for exchange in exchanges:
            exchange.stop()
