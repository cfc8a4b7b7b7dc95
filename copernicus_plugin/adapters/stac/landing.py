"""The landing page of an endpoint: read once, shared by all threads."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from copernicus_plugin.adapters.addresses import own_address
from copernicus_plugin.adapters.decoding import json_object
from copernicus_plugin.adapters.one_at_a_time import OneAtATime
from copernicus_plugin.adapters.stac import capabilities
from copernicus_plugin.adapters.stac.capabilities import Capabilities
from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession

_JSON_LIMIT = 32 * 1024 * 1024


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
                address = own_address(href, self._url, self._url, self._dialect.next_hosts)
                conforms_to = self._json(address, cancellation).get("conformsTo")
                return conforms_to if isinstance(conforms_to, list) else []
        return []

    def _json(self, url: str, cancellation: Cancellation) -> dict[str, object]:
        request = HttpRequest(url, headers={"Accept": "application/json"}, limits=self._limits)
        with self._session.send(request, cancellation) as response:
            body = response.read(_JSON_LIMIT)
            return json_object(body, urlsplit(response.url).hostname or "", response.headers.get("content-type", ""))
