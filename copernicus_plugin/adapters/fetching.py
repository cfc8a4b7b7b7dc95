"""Asking for a page, and for the next one while this one is decoded."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.network.messages import HttpRequest, RequestPhase
from copernicus_plugin.network.session import HttpSession

_PAGE_LIMIT = 256 * 1024 * 1024

Progress = Callable[[RequestPhase], None]


@dataclass(frozen=True)
class SearchRequest:
    """One request of a search. ``body`` is ``None`` for GET."""

    method: str
    url: str
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """The whole body of a page and where it came from."""

    body: bytes
    url: str
    content_type: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""


class Fetcher:
    """Sends the requests of searches at one endpoint; ``timeout_read`` in seconds as in ``HttpRequest``."""

    def __init__(self, session: HttpSession, limits: Limits, timeout_read: float | None = None) -> None:
        self._session = session
        self._limits = limits
        self._timeout_read = timeout_read

    def fetch(self, asked: SearchRequest, cancellation: Cancellation, progress: Progress | None = None) -> Answer:
        """The answer to one request; raises ``AccessError``."""
        headers = {"Accept": "application/geo+json, application/json;q=0.9", **asked.headers}
        body = None
        if asked.method == "POST":
            headers["Content-Type"] = "application/json"
            body = json.dumps(asked.body or {}, separators=(",", ":")).encode()
        request = HttpRequest(
            asked.url,
            asked.method,
            headers,
            body,
            limits=self._limits,
            timeout_read=self._timeout_read,
            progress=progress,
        )
        with self._session.send(request, cancellation) as response:
            return Answer(response.read(_PAGE_LIMIT), response.url, response.headers.get("content-type", ""))


class Ahead:
    """One request sent before it is known to be needed, in a thread of its own."""

    def __init__(self, fetcher: Fetcher, asked: SearchRequest, cancellation: Cancellation) -> None:
        self.asked = asked
        self._own = Cancellation()
        self._unhook = cancellation.on_request(self._own.request)
        self._answer: Answer | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(fetcher,), name="copernicus-next-page", daemon=True)
        self._thread.start()

    def _run(self, fetcher: Fetcher) -> None:
        try:
            self._answer = fetcher.fetch(self.asked, self._own)
        except Exception as error:  # noqa: BLE001  # raised again by whoever waits for the answer
            self._error = error

    def result(self, cancellation: Cancellation) -> Answer:
        """Wait for the answer; raises what the request raised, or ``CANCELLED``."""
        while self._thread.is_alive():
            cancellation.raise_if_requested()
            self._thread.join(0.1)
        self._unhook()
        if self._error is not None:
            raise self._error
        if self._answer is None:
            raise AccessError(ErrorKind.CANCELLED)
        return self._answer

    def drop(self) -> None:
        """Not needed after all."""
        self._unhook()
        self._own.request()
