"""A flag that a waiting worker can sleep on, and that wakes it at once."""

from __future__ import annotations

import threading
from collections.abc import Callable

from copernicus_plugin.model.errors import AccessError, ErrorKind


class Cancellation:
    """Shared by whoever may stop a piece of work and by those who do it. Safe for threads."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: dict[int, Callable[[], None]] = {}
        self._next = 0

    @property
    def requested(self) -> bool:
        return self._event.is_set()

    def request(self) -> None:
        """Ask for the end of the work; registered callbacks run once, in the caller's thread."""
        with self._lock:
            if self._event.is_set():
                return
            self._event.set()
            callbacks = list(self._callbacks.values())
            self._callbacks.clear()
        for callback in callbacks:
            callback()

    def raise_if_requested(self) -> None:
        """Raise ``AccessError(CANCELLED)`` once the end was asked for."""
        if self._event.is_set():
            raise AccessError(ErrorKind.CANCELLED)

    def sleep(self, seconds: float) -> None:
        """Wait, but no longer than the cancellation; raises ``AccessError(CANCELLED)`` then."""
        if self._event.wait(max(0.0, seconds)):
            raise AccessError(ErrorKind.CANCELLED)

    def on_request(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Run ``callback`` when the end is asked for (now, if it already was).

        Returns a function that takes the callback off again. Used to shut a blocked socket down.
        """
        with self._lock:
            if not self._event.is_set():
                self._next += 1
                key = self._next
                self._callbacks[key] = callback
                return lambda: self._remove(key)
        callback()
        return lambda: None

    def _remove(self, key: int) -> None:
        with self._lock:
            self._callbacks.pop(key, None)
