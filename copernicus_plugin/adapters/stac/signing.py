"""Shared access signatures of Microsoft's Planetary Computer.

``GET {token_url}/{storage account}/{container}`` answers ``{"msft:expiry": "2026-…Z", "token": "st=…&se=…&sig=…"}``
for anyone; Azure wants the token in the address. (planetary-computer 1.0.0 does the same; GDAL by itself with
``pc_url_signing=yes``.)
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from copernicus_plugin.adapters.decoding import json_object
from copernicus_plugin.adapters.one_at_a_time import OneAtATime
from copernicus_plugin.adapters.stac.dialect import Signing
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import parse_datetime
from copernicus_plugin.network.addresses import host_is_named
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession

_SPARE = dt.timedelta(seconds=60)
_JSON_LIMIT = 1024 * 1024


@dataclass(frozen=True)
class _Signature:
    text: str
    expires: dt.datetime

    def __repr__(self) -> str:
        return f"_Signature(until {self.expires:%H:%M:%S})"


class Signer:
    """Signs addresses, with one token for each container. Safe for threads: one fetches, the others wait."""

    def __init__(
        self,
        session: HttpSession,
        signing: Signing,
        limits: Limits,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.timezone.utc),
    ) -> None:
        self._session = session
        self._signing = signing
        self._limits = limits
        self._now = now
        self._lock = threading.Lock()
        self._signatures: dict[str, OneAtATime[_Signature]] = {}

    @property
    def kind(self) -> str:
        return self._signing.kind

    def concerns(self, href: str) -> bool:
        """Whether an address needs a signature and has none."""
        return bool(self._container(href)) and "sig" not in parse_qs(urlsplit(href).query)

    def signed(self, href: str, cancellation: Cancellation) -> str:
        """``href`` with a token that is good for another minute at least. Raises ``AccessError``."""
        container = self._container(href)
        with self._lock:
            kept = self._signatures.setdefault(container, OneAtATime())
        signature = kept.get(
            lambda: self._fetch(container, cancellation),
            cancellation,
            lambda signature: signature.expires - _SPARE > self._now(),
        )
        return f"{href}{'&' if urlsplit(href).query else '?'}{signature.text}"

    def forget(self, href: str) -> None:
        """The token for this address was refused: fetch another next time."""
        with self._lock:
            self._signatures.pop(self._container(href), None)

    def _container(self, href: str) -> str:
        """``account/container``; empty where the address is not to be signed."""
        try:
            parts = urlsplit(href)
            host = parts.hostname or ""
        except ValueError:
            return ""
        account = host.partition(".")[0]
        container = parts.path.lstrip("/").partition("/")[0]
        if account in self._signing.exempt or not container or not host_is_named(host, self._signing.hosts):
            return ""
        return f"{account}/{container}"

    def _fetch(self, container: str, cancellation: Cancellation) -> _Signature:
        request = HttpRequest(
            f"{self._signing.token_url}/{container}", headers={"Accept": "application/json"}, limits=self._limits
        )
        with self._session.send(request, cancellation) as response:
            body, host = response.read(_JSON_LIMIT), urlsplit(response.url).hostname or ""
            answer = json_object(body, host, response.headers.get("content-type", ""))
        text, expires = answer.get("token"), parse_datetime(answer.get("msft:expiry"))
        for key, value in (("token", text), ("msft:expiry", expires)):
            if not value:
                raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": host, "key": key})
        if not isinstance(text, str) or not text.isprintable() or expires is None:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": host, "key": "token"})
        return _Signature(text.lstrip("?"), expires)
