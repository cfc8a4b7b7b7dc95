"""A request ready to send, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from copernicus_plugin.model.access_point import Limits


@dataclass(frozen=True)
class HttpRequest:
    """``secret_headers`` are sent only to hosts that ``sent_to`` names (``*.`` for sub-domains), also after a
    redirect, and never logged. ``limits`` are the operator's. ``retry`` counts further attempts.

    ``timeout_read`` in seconds overrides the settings' own where it is not ``None``.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    secret_headers: Mapping[str, str] = field(default_factory=dict)
    sent_to: tuple[str, ...] = ()
    limits: Limits = Limits()
    retry: int = 3
    timeout_read: float | None = None


class HttpResponse(Protocol):
    """An answer whose body has not been read yet. A context manager: leaving it frees the connection.

    Header names are lower-case. ``url`` is the final address after redirects.
    """

    status: int
    headers: Mapping[str, str]
    url: str

    def __enter__(self) -> HttpResponse: ...

    def __exit__(self, *exception: object) -> None: ...

    def read(self, limit: int = ...) -> bytes:
        """The whole body, decoded; ``AccessError(BAD_ANSWER, TOO_LARGE)`` beyond ``limit`` bytes."""

    def chunks(self, size: int = ...) -> Iterator[bytes]:
        """The body as it arrives, as sent (no content decoding). ``AccessError(NETWORK_FAULT, CUT)`` when the
        connection ends before Content-Length."""
