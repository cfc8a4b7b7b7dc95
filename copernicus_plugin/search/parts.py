"""The parts of one access point's answer, asked at the same time and handed on in their order.

The first part (the newest year, say) is asked alone: most searches end there. Of the others each thread reads a
little ahead and then waits for its turn, so that the limit of the query takes what comes first.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Union

from copernicus_plugin.adapters.base import SearchAdapter
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.messages import RequestPhase

_AT_ONCE = 4
_READ_AHEAD = 12
"""Pages of a part that may wait for their turn."""
_PATIENCE = 0.2
"""Seconds after which a thread that waits for room looks whether it is still wanted."""

Progress = Callable[[RequestPhase], None]
_Told = Union[Page, BaseException, None]


def pages_of(adapter: SearchAdapter, query: Query, cancellation: Cancellation, progress: Progress) -> Iterator[Page]:
    """The pages of all parts that the adapter plans, in the order of the parts.

    Raises what a part raises, and ends the others.
    """
    parts = adapter.plan(query)
    if len(parts) == 1:
        yield from adapter.search(parts[0], cancellation, progress)
        return
    own = Cancellation()
    unhook = cancellation.on_request(own.request)
    try:
        yield from _Parts(adapter, parts, query.limit, own, progress).pages()
    finally:
        unhook()
        own.request()


class _Parts:
    """Some threads take the parts one after the other; the pages are handed on by whoever asks for them."""

    def __init__(
        self,
        adapter: SearchAdapter,
        parts: Sequence[Query],
        limit: int,
        cancellation: Cancellation,
        progress: Progress,
    ) -> None:
        self._adapter = adapter
        self._parts = parts
        self._limit = limit
        self._cancellation = cancellation
        self._progress = progress
        self._totals: dict[int, int | None] = {}
        self._told: list[queue.Queue[_Told]] = [queue.Queue(_READ_AHEAD) for _ in parts]
        self._waiting: queue.SimpleQueue[int] = queue.SimpleQueue()

    def pages(self) -> Iterator[Page]:
        found = 0
        for number, part in enumerate(self._parts):
            pages = self._adapter.search(part, self._cancellation, self._progress) if number == 0 else self._of(number)
            for page in pages:
                self._totals[number] = page.total
                found += len(page.products)
                last = number == len(self._parts) - 1
                yield replace(page, total=self._total(), more=page.more or (found >= self._limit and not last))
                if found >= self._limit and not last:
                    return
            if number == 0:
                self._start()

    def _start(self) -> None:
        for number in range(1, len(self._parts)):
            self._waiting.put(number)
        for _ in range(min(_AT_ONCE, len(self._parts) - 1)):
            threading.Thread(target=self._work, name="copernicus-search-part", daemon=True).start()

    def _of(self, number: int) -> Iterator[Page]:
        while True:
            try:
                told = self._told[number].get(timeout=_PATIENCE)
            except queue.Empty:
                self._cancellation.raise_if_requested()
                continue
            if told is None:
                return
            if isinstance(told, BaseException):
                raise told
            yield told

    def _work(self) -> None:
        while True:
            try:
                number = self._waiting.get_nowait()
            except queue.Empty:
                return
            try:
                for page in self._adapter.search(self._parts[number], self._cancellation, self._progress):
                    self._tell(number, page)
                self._tell(number, None)
            except BaseException as error:  # noqa: BLE001  # raised again by whoever waits for the pages
                self._tell(number, error)

    def _tell(self, number: int, told: _Told) -> None:
        while not self._cancellation.requested:
            try:
                self._told[number].put(told, timeout=_PATIENCE)
            except queue.Full:
                continue
            return

    def _total(self) -> int | None:
        known = [total for total in self._totals.values() if total is not None]
        return sum(known) if len(known) == len(self._parts) else None
