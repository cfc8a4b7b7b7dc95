"""The parts of one access point's answer, asked at the same time."""

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

Progress = Callable[[RequestPhase], None]
_Told = Union[tuple[int, Page], BaseException, None]


def pages_of(adapter: SearchAdapter, query: Query, cancellation: Cancellation, progress: Progress) -> Iterator[Page]:
    """The pages of all parts that the adapter plans, as they arrive.

    Raises what a part raises, and ends the others.
    """
    parts = adapter.plan(query)
    if len(parts) == 1:
        yield from adapter.search(parts[0], cancellation, progress)
        return
    own = Cancellation()
    unhook = cancellation.on_request(own.request)
    try:
        yield from _SideBySide(adapter, parts, own, progress).pages()
    finally:
        unhook()
        own.request()


class _SideBySide:
    """Some threads take the parts one after the other; the pages are handed on by whoever asks for them."""

    def __init__(
        self, adapter: SearchAdapter, parts: Sequence[Query], cancellation: Cancellation, progress: Progress
    ) -> None:
        self._adapter = adapter
        self._cancellation = cancellation
        self._progress = progress
        self._parts = len(parts)
        self._totals: dict[int, int | None] = {}
        self._told: queue.SimpleQueue[_Told] = queue.SimpleQueue()
        self._waiting: queue.SimpleQueue[tuple[int, Query]] = queue.SimpleQueue()
        for entry in enumerate(parts):
            self._waiting.put(entry)

    def pages(self) -> Iterator[Page]:
        threads = min(_AT_ONCE, self._parts)
        for _ in range(threads):
            threading.Thread(target=self._work, name="copernicus-search-part", daemon=True).start()
        while threads:
            told = self._told.get()
            if told is None:
                threads -= 1
            elif isinstance(told, BaseException):
                raise told
            else:
                number, page = told
                self._totals[number] = page.total
                yield replace(page, total=self._total())

    def _work(self) -> None:
        try:
            while True:
                number, part = self._waiting.get_nowait()
                for page in self._adapter.search(part, self._cancellation, self._progress):
                    self._told.put((number, page))
        except queue.Empty:
            self._told.put(None)
        except BaseException as error:  # noqa: BLE001  # raised again by whoever waits for the pages
            self._told.put(error)

    def _total(self) -> int | None:
        known = [total for total in self._totals.values() if total is not None]
        return sum(known) if len(known) == self._parts else None
