"""Asking many access points at once, each in a thread of its own.

Never in a pool's threads: QGIS's global pool has as many as there are processors, and shares them with the rendering
of the map.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from copernicus_plugin.adapters.base import Context, SearchAdapter
from copernicus_plugin.adapters.registry import adapter_factories
from copernicus_plugin.model.access_point import AccessPoint, Endpoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.authorisation import Authoriser, NoAccount
from copernicus_plugin.network.messages import RequestPhase
from copernicus_plugin.search.events import AccessPointStatus, AskingState, SearchListener
from copernicus_plugin.search.parts import pages_of

if TYPE_CHECKING:
    from copernicus_plugin.access_points.registry import Registry
    from copernicus_plugin.network.session import HttpSession

_ANOTHER_ENDPOINT_MAY_HELP = frozenset(
    {ErrorKind.SERVER_FAULT, ErrorKind.NETWORK_FAULT, ErrorKind.BAD_ANSWER, ErrorKind.NOT_FOUND}
)

FaultHook = Callable[[BaseException], None]


def log_fault(error: BaseException) -> None:
    """What happens to an exception that should not have been, unless the host wants to know of it."""
    logging.getLogger("copernicus_plugin").error("fault in a search", exc_info=error)


class SearchEngine:
    """Starts searches. Safe for threads; nothing here waits."""

    def __init__(
        self,
        registry: Registry,
        session: HttpSession,
        on_fault: FaultHook = log_fault,
        authoriser_for: Callable[[AccessPoint], Authoriser] = lambda access_point: NoAccount(),
    ) -> None:
        """``authoriser_for`` is asked once for each endpoint (``network.accounts.Accounts.authoriser_for``)."""
        self._registry = registry
        self._session = session
        self._lock = threading.Lock()
        self._adapters: dict[tuple[str, str, str], SearchAdapter] = {}
        self._running: set[RunningSearch] = set()
        self.on_fault = on_fault
        self._authoriser_for = authoriser_for

    def start(self, query: Query, access_point_ids: Sequence[str], listener: SearchListener) -> RunningSearch:
        """Ask all of them at the same time; returns at once. Does not end earlier searches."""
        search = RunningSearch(self, query, access_point_ids, listener)
        self.remember(search)
        search.begin()
        return search

    def remember(self, search: RunningSearch) -> None:
        """``close`` will end it; called by a search that begins."""
        with self._lock:
            self._running = {running for running in self._running if not running.finished} | {search}

    def adapters(self, access_point_id: str, collection_id: str) -> list[SearchAdapter]:
        """One for each endpoint of the access point that holds the collection, in its file's order.

        Raises ``AccessError(INVALID_QUERY, COLLECTION_UNKNOWN)`` where there is none.
        """
        access_point = self._registry.access_points.get(access_point_id)
        endpoints = access_point.endpoints_for(collection_id) if access_point is not None else ()
        speaking = [endpoint for endpoint in endpoints if endpoint.protocol in adapter_factories]
        if access_point is None or not speaking:
            raise AccessError(
                ErrorKind.INVALID_QUERY,
                Reason.COLLECTION_UNKNOWN,
                {"collection": collection_id, "access_point": access_point_id},
            )
        return [self._adapter(access_point, endpoint) for endpoint in speaking]

    def adapter(self, access_point_id: str, collection_id: str) -> SearchAdapter:
        """The one of the first such endpoint; raises as ``adapters`` does."""
        return self.adapters(access_point_id, collection_id)[0]

    def adapter_for(self, product: Product) -> SearchAdapter:
        """The one of the endpoint that found the product; raises as ``adapters`` does."""
        access_point = self._registry.access_points.get(product.access_point)
        if access_point is not None:
            for endpoint in access_point.endpoints:
                if endpoint.url == product.endpoint and endpoint.protocol in adapter_factories:
                    return self._adapter(access_point, endpoint)
        return self.adapter(product.access_point, product.collection)

    def close(self) -> None:
        """End every search. Does not wait for their threads, which end within a second."""
        with self._lock:
            running, self._running = self._running, set()
        for search in running:
            search.cancel()

    def _adapter(self, access_point: AccessPoint, endpoint: Endpoint) -> SearchAdapter:
        key = (access_point.id, endpoint.protocol, endpoint.url)
        with self._lock:
            if key not in self._adapters:
                context = Context(
                    access_point,
                    endpoint,
                    self._session,
                    dict(self._registry.collections),
                    self._authoriser_for(access_point),
                )
                self._adapters[key] = adapter_factories[endpoint.protocol](context)
            return self._adapters[key]


class _Asking:
    """One access point of a search, from one beginning to its end. Changed only under the search's lock."""

    def __init__(self, access_point: str, told: set[tuple[str, str, str]] | None = None) -> None:
        self.status = AccessPointStatus(access_point, AskingState.WAITING)
        self.begun = time.monotonic()
        self.cancellation = Cancellation()
        self.told: set[tuple[str, str, str]] = set() if told is None else told
        """keys of the products that the listener knows, also from before a retry"""
        self.counted: set[tuple[str, str, str]] = set()
        """keys found since the beginning"""


class RunningSearch:
    """One search, as its starter holds it. Safe for threads."""

    def __init__(
        self, engine: SearchEngine, query: Query, access_point_ids: Sequence[str], listener: SearchListener
    ) -> None:
        self._engine = engine
        self._query = query
        self._listener = listener
        self._lock = threading.RLock()
        self._askings = {name: _Asking(name) for name in access_point_ids}
        self._finished = False

    @property
    def finished(self) -> bool:
        """Whether every access point has ended, or was stopped."""
        return self._finished

    @property
    def statuses(self) -> list[AccessPointStatus]:
        """Where each access point is now, in the order in which they were asked."""
        with self._lock:
            return [asking.status for asking in self._askings.values()]

    def begin(self) -> None:
        """Called once, by the engine."""
        for asking in self._askings.values():
            self._start(asking)
        if not self._askings:
            threading.Thread(target=self._finish_if_all_ended, name="copernicus-search", daemon=True).start()

    def cancel(self) -> None:
        """End what runs; see ``SearchListener``. Does not wait for the threads, which end within a second."""
        with self._lock:
            running = [asking for asking in self._askings.values() if not asking.status.state.ended]
            for asking in running:
                self._change(asking, state=AskingState.STOPPED)
            self._finish_if_all_ended()
        # Outside of the lock: it shuts sockets down.
        for asking in running:
            asking.cancellation.request()

    def retry(self, access_point: str) -> None:
        """Ask one access point again that has ended, or was stopped; what the listener has is not told again.

        Nothing happens while it runs.
        """
        with self._lock:
            before = self._askings.get(access_point)
            if before is None or not before.status.state.ended:
                return
            # One of its own: the thread of one that was stopped may need a moment to notice.
            asking = self._askings[access_point] = _Asking(access_point, before.told)
            self._finished = False
        self._engine.remember(self)
        self._start(asking)

    def _start(self, asking: _Asking) -> None:
        name = f"copernicus-search-{asking.status.access_point}"
        threading.Thread(target=self._run, args=(asking,), name=name, daemon=True).start()

    def _run(self, asking: _Asking) -> None:
        error: AccessError | None = None
        try:
            self._tell(asking)
            self._ask_endpoints(asking)
        except AccessError as raised:
            error = raised
        except Exception as raised:  # noqa: BLE001  # a fault of ours must not leave the search running for ever
            self._engine.on_fault(raised)
            error = AccessError(ErrorKind.BAD_ANSWER)
        self._end(asking, error)

    def _ask_endpoints(self, asking: _Asking) -> None:
        adapters = self._engine.adapters(asking.status.access_point, self._query.collection)
        for adapter in adapters[:-1]:
            if self._has_answered(asking, adapter):
                return
        self._ask(asking, adapters[-1])

    def _has_answered(self, asking: _Asking, adapter: SearchAdapter) -> bool:
        """``False`` where the next endpoint should be asked instead."""
        try:
            self._ask(asking, adapter)
        except AccessError as error:
            # what another endpoint calls the same products is not known: no mixture of both
            if asking.counted or error.kind not in _ANOTHER_ENDPOINT_MAY_HELP:
                raise
            return False
        return True

    def _ask(self, asking: _Asking, adapter: SearchAdapter) -> None:
        def heard(phase: RequestPhase) -> None:
            states = {RequestPhase.WAITING: AskingState.WAITING, RequestPhase.SENT: AskingState.ASKED}
            if phase in states and asking.status.state in states.values():
                self._tell(asking, state=states[phase])

        self._tell(asking, state=AskingState.ASKED)
        for page in pages_of(adapter, self._query, asking.cancellation, heard):
            self._receive(asking, page)
            if asking.status.more and asking.status.found >= self._query.limit:
                return

    def _receive(self, asking: _Asking, page: Page) -> None:
        with self._lock:
            if asking.status.state.ended:
                return
            fresh = {product.key: product for product in page.products if product.key not in asking.counted}
            room = max(0, self._query.limit - len(asking.counted))
            kept = list(fresh.values())[:room]
            asking.counted.update(product.key for product in kept)
            unknown = [product for product in kept if product.key not in asking.told]
            asking.told.update(product.key for product in unknown)
            if unknown:
                self._call(lambda: self._listener.products_found(asking.status.access_point, unknown))
            self._tell(
                asking,
                state=AskingState.RECEIVING,
                found=len(asking.counted),
                total=page.total if page.total is not None else asking.status.total,
                filtered_here=tuple(dict.fromkeys((*asking.status.filtered_here, *page.filtered_here))),
                more=asking.status.more or page.more or len(fresh) > room,
            )

    def _end(self, asking: _Asking, error: AccessError | None) -> None:
        if error is None:
            self._tell(asking, state=AskingState.DONE)
        elif error.kind is ErrorKind.CANCELLED:
            self._tell(asking, state=AskingState.STOPPED)
        else:
            self._tell(asking, state=AskingState.FAILED, error=error)
        self._finish_if_all_ended()

    def _tell(self, asking: _Asking, **changes: object) -> None:
        with self._lock:
            if not asking.status.state.ended:
                self._change(asking, **changes)

    def _change(self, asking: _Asking, **changes: object) -> None:
        changes["seconds"] = time.monotonic() - asking.begun
        status = asking.status = replace(asking.status, **changes)  # type: ignore[arg-type]
        self._call(lambda: self._listener.status_changed(status))

    def _finish_if_all_ended(self) -> None:
        with self._lock:
            statuses = self.statuses
            if not self._finished and all(status.state.ended for status in statuses):
                self._finished = True
                self._call(lambda: self._listener.finished(statuses))

    def _call(self, call: Callable[[], None]) -> None:
        """One call of the listener at a time; what it raises is its own affair."""
        try:
            call()
        except Exception as error:  # noqa: BLE001
            self._engine.on_fault(error)
