"""A request ready to send, and what comes back."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.network.redaction import redacted_url


class RequestPhase(enum.Enum):
    """Where a request is, for whoever shows it."""

    WAITING = "waiting"
    """for a free connection, for the operator's requests per second, or before another attempt"""
    SENT = "sent"
    ANSWERED = "answered"
    """Status and headers are here; the body may still be on its way."""


@dataclass(frozen=True)
class HttpRequest:
    """``secret_headers`` are sent only to hosts that ``sent_to`` names (``*.`` for sub-domains), also after a
    redirect, only over https, and never logged. ``limits`` are the operator's. ``retry`` counts further attempts.

    A ``body`` follows a redirect (307, 308) to the same host; to another one only if ``sent_to`` is empty or names
    it: so a body that holds a password must come with ``sent_to``.

    ``timeout_read`` in seconds overrides the settings' own where it is not ``None``.

    ``streamed`` is true for what will be read by ``chunks()``: the server is asked not to compress, so that
    Content-Length is that of the file. (A ``Range`` header says so as well.)

    ``progress`` is called from the sending thread, with ``WAITING`` only if there is something to wait for.

    ``retry_after_milliseconds`` is true for services (Sentinel Hub) that count ``Retry-After`` so.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    secret_headers: Mapping[str, str] = field(default_factory=dict)
    sent_to: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    retry: int = 3
    timeout_read: float | None = None
    streamed: bool = False
    progress: Callable[[RequestPhase], None] | None = field(default=None, compare=False)
    retry_after_milliseconds: bool = False

    def __repr__(self) -> str:
        return f"HttpRequest({self.method} {redacted_url(self.url)})"


class HttpResponse(Protocol):
    """An answer whose body has not been read yet. A context manager: leaving it frees the connection.

    Header names are lower-case. ``url`` is the final address after redirects.
    """

    @property
    def status(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def url(self) -> str: ...

    def __enter__(self) -> HttpResponse: ...

    def __exit__(self, *exception: object) -> None: ...

    def read(self, limit: int = ...) -> bytes:
        """The whole body, decoded; ``AccessError(BAD_ANSWER, TOO_LARGE)`` beyond ``limit`` bytes.

        A body that breaks off is asked for again as often as the request's ``retry`` still allows.
        """

    def chunks(self, size: int = ...) -> Iterator[bytes]:
        """The body as it arrives, as sent (no content decoding). ``AccessError(NETWORK_FAULT, CUT)`` when the
        connection ends before Content-Length. Pieces are at most ``size`` bytes, smaller where the line is slow.
        """

    def close(self) -> None:
        """Free the connection; a body that is not read to its end is given up."""
