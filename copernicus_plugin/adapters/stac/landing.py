"""The landing page of an endpoint: read once, shared by all threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from copernicus_plugin.adapters.stac import capabilities
from copernicus_plugin.adapters.stac.addresses import own_address
from copernicus_plugin.adapters.stac.capabilities import Capabilities
from copernicus_plugin.adapters.stac.decoding import json_object
from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession

_JSON_LIMIT = 32 * 1024 * 1024
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


class Landing:
    """Knows the capabilities of one endpoint, for as long as QGIS runs."""

    def __init__(self, session: HttpSession, url: str, dialect: Dialect, limits: Limits) -> None:
        self._session = session
        self._url = url
        self._dialect = dialect
        self._limits = limits
        self._read: OneAtATime[Capabilities] = OneAtATime()
        self._asked_beside = threading.Event()

    def capabilities(self, cancellation: Cancellation) -> Capabilities:
        """What is known now, without waiting where the dialect says enough; else what the landing page says."""
        if self._read.value is not None:
            return self._read.value
        if self._dialect.conforms is None:
            return self._read.get(lambda: self._fetch(cancellation), cancellation, lambda _known: True)
        self._ask_beside()
        return capabilities.assumed(self._url, self._dialect)

    @property
    def told(self) -> Capabilities | None:
        """What the landing page said, once it has been read."""
        return self._read.value

    def _ask_beside(self) -> None:
        if not self._asked_beside.is_set():
            self._asked_beside.set()
            threading.Thread(target=self._fetch_beside, name="copernicus-landing", daemon=True).start()

    def _fetch_beside(self) -> None:
        cancellation = Cancellation()
        try:
            self._read.get(lambda: self._fetch(cancellation), cancellation, lambda _known: True)
        except AccessError:
            self._asked_beside.clear()  # the next search asks again; until then the dialect is believed

    def _fetch(self, cancellation: Cancellation) -> Capabilities:
        landing = self._json(self._url, cancellation)
        conforms_to = landing.get("conformsTo")
        if not isinstance(conforms_to, list):
            conforms_to = self._conformance(landing, cancellation)
        return capabilities.told(landing, conforms_to, self._url, self._dialect)

    def _conformance(self, landing: dict[str, object], cancellation: Cancellation) -> list[object]:
        for link in capabilities.links_of(landing, "conformance"):
            href = link.get("href")
            if isinstance(href, str):
                address = own_address(href, self._url, self._url, self._dialect)
                conforms_to = self._json(address, cancellation).get("conformsTo")
                return conforms_to if isinstance(conforms_to, list) else []
        return []

    def _json(self, url: str, cancellation: Cancellation) -> dict[str, object]:
        request = HttpRequest(url, headers={"Accept": "application/json"}, limits=self._limits)
        with self._session.send(request, cancellation) as response:
            body = response.read(_JSON_LIMIT)
            return json_object(body, urlsplit(response.url).hostname or "", response.headers.get("content-type", ""))
