"""How many connections and requests per second each host is given, over all threads and access points.

Waiters are served in the order of their coming, and wake at once when they are cancelled or the session closes.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import TypeVar

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind

DEFAULT_CONNECTIONS = 6
"""To one host at a time, where its operator says nothing: what browsers use."""

_SLACK = 1.05
"""A window is kept 5 % longer than told: on the way, requests come closer together than they were sent."""

_Number = TypeVar("_Number", int, float)


def limit_for(host: str, limits: Mapping[str, _Number]) -> _Number | None:
    """The limit that names ``host``, else one by sub-domain (``*.example.org``), else the one for ``*``."""
    if host in limits:
        return limits[host]
    suffixes = sorted((name for name in limits if name.startswith("*.")), key=len, reverse=True)
    for name in suffixes:
        if host.endswith(name[1:]):
            return limits[name]
    return limits.get("*")


class Passage:
    """One request on its way through a gate; ``leave()`` ends it."""

    def __init__(self, gate: HostGate) -> None:
        self._gate = gate
        self.sent_at: float | None = None

    def sent(self) -> None:
        """It went out now: the operator counts from here, while connecting may have taken a while."""
        self._gate.note_sent(self)

    def leave(self) -> None:
        self._gate.leave(self)


class HostGate:
    """The way to one host."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._queue: deque[threading.Event] = deque()
        self._open = 0
        self._passages: list[Passage] = []
        self._held_until = 0.0
        self._closed = False

    def enter(
        self,
        connections: int,
        per_second: float | None,
        cancellation: Cancellation,
        on_waiting: Callable[[], None] | None = None,
    ) -> Passage:
        """Return when a request may be sent; what is returned must be left.

        Raises ``AccessError(CANCELLED)``, also when the gate closes.
        """
        turn = threading.Event()
        passage = Passage(self)
        with self._lock:
            self._queue.append(turn)
            delay = self._try(turn, passage, connections, per_second)
        if delay == 0.0:
            return passage
        forget = cancellation.on_request(turn.set)
        try:
            if on_waiting is not None:
                on_waiting()
            while delay != 0.0:
                turn.wait(delay)
                turn.clear()
                cancellation.raise_if_requested()
                with self._lock:
                    delay = self._try(turn, passage, connections, per_second)
        except BaseException:
            self._give_up(turn)
            raise
        finally:
            forget()
        return passage

    def note_sent(self, passage: Passage) -> None:
        with self._lock:
            passage.sent_at = self._clock()

    def leave(self, passage: Passage) -> None:
        with self._lock:
            if passage.sent_at is None:
                passage.sent_at = self._clock()
            self._open -= 1
            self._wake_first()

    def hold(self, seconds: float) -> None:
        """Let nobody pass for ``seconds``: the server asked for a pause."""
        with self._lock:
            self._held_until = max(self._held_until, self._clock() + seconds)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            for turn in self._queue:
                turn.set()

    def _try(
        self, turn: threading.Event, passage: Passage, connections: int, per_second: float | None
    ) -> float | None:
        """0.0 if ``turn`` passed, else the seconds after which to look again (``None``: when woken)."""
        if self._closed:
            raise AccessError(ErrorKind.CANCELLED)
        if self._queue[0] is not turn or self._open >= max(1, connections):
            return None
        now = self._clock()
        delay = max(self._held_until - now, self._pause(now, per_second))
        if delay > 0.0:
            return delay
        self._queue.popleft()
        self._open += 1
        if per_second is not None:
            self._passages.append(passage)
        self._wake_first()
        return 0.0

    def _pause(self, now: float, per_second: float | None) -> float:
        """Seconds until a window of time holds fewer requests than allowed.

        The window slides: a burst of the allowed number goes at once, and no second ever holds more. What has not
        gone out yet counts as if it went now.
        """
        if per_second is None or per_second <= 0.0:
            return 0.0
        allowed = max(1, int(per_second))
        window = allowed / per_second * _SLACK
        self._passages = [p for p in self._passages if p.sent_at is None or p.sent_at > now - window]
        times = sorted(now if p.sent_at is None else p.sent_at for p in self._passages)
        if len(times) < allowed:
            return 0.0
        return max(0.001, times[len(times) - allowed] + window - now)

    def _wake_first(self) -> None:
        if self._queue:
            self._queue[0].set()

    def _give_up(self, turn: threading.Event) -> None:
        with self._lock:
            if turn in self._queue:
                self._queue.remove(turn)
            self._wake_first()


class HostGates:
    """One gate for each host name, made when it is first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gates: dict[str, HostGate] = {}
        self._closed = False

    def enter(
        self, host: str, limits: Limits, cancellation: Cancellation, on_waiting: Callable[[], None] | None = None
    ) -> Passage:
        """Wait for a place at ``host``; what is returned must be left."""
        connections = limit_for(host, limits.connections)
        return self._gate(host).enter(
            DEFAULT_CONNECTIONS if connections is None else connections,
            limit_for(host, limits.requests_per_second),
            cancellation,
            on_waiting,
        )

    def hold(self, host: str, seconds: float) -> None:
        """Let no request to ``host`` pass for ``seconds``: it asked for a pause."""
        self._gate(host).hold(seconds)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            gates = list(self._gates.values())
        for gate in gates:
            gate.close()

    def _gate(self, host: str) -> HostGate:
        with self._lock:
            if self._closed:
                raise AccessError(ErrorKind.CANCELLED)
            return self._gates.setdefault(host, HostGate())
