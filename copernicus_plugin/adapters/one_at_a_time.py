"""A value that several threads need and one fetches."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from copernicus_plugin.model.cancellation import Cancellation

_Result = TypeVar("_Result")


class OneAtATime(Generic[_Result]):
    """A value that one thread fetches while the others wait; a failure is the fetcher's own, the next one tries."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._value: _Result | None = None

    @property
    def value(self) -> _Result | None:
        return self._value

    def get(
        self, fetch: Callable[[], _Result], cancellation: Cancellation, usable: Callable[[_Result], bool]
    ) -> _Result:
        """The kept value if it is ``usable``, else a fetched one. Raises what ``fetch`` raises, or ``CANCELLED``."""
        while not self._lock.acquire(timeout=0.1):
            cancellation.raise_if_requested()
        try:
            if self._value is None or not usable(self._value):
                self._value = fetch()
            return self._value
        finally:
            self._lock.release()

    def forget(self) -> None:
        self._value = None
