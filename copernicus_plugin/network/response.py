"""An answer, its body read in pieces and counted."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.addresses import Address
from copernicus_plugin.network.decoding import Decoder
from copernicus_plugin.network.exchange import Exchange

CHUNK = 1024 * 1024
"""As fast as curl; 64 KiB is a quarter slower, 8 MiB a fifth."""
READ_LIMIT = 128 * 1024 * 1024

_FIRST_PIECE = 64 * 1024
_SMALLEST_PIECE = 16 * 1024
_QUICK = 0.05
_SLOW = 0.4


class RawBody(Protocol):
    """What a transport gives: bytes as sent, none at the end. Raises ``AccessError``."""

    def read(self, amount: int) -> bytes: ...

    def close(self) -> None: ...


class Body:
    """A body being read. ``expected`` is Content-Length in bytes; ``on_end(received, note)`` is called once."""

    def __init__(
        self, raw: RawBody, exchange: Exchange, expected: int | None, on_end: Callable[[int, str], None]
    ) -> None:
        self._raw = raw
        self._exchange = exchange
        self._on_end = on_end
        self._ended = False
        self.expected = expected
        self.received = 0

    def pieces(self, size: int) -> Iterator[bytes]:
        """Until the end. urllib3 1.26 ends silently when the connection does, so the bytes are counted here.

        The pieces grow to ``size`` where data flows and shrink where it drips, so that progress is seen on slow lines.
        """
        amount = min(size, _FIRST_PIECE)
        while not self._ended:
            before = time.monotonic()
            piece = self._read(amount)
            seconds = time.monotonic() - before
            if not piece:
                self._end_of_data()
                return
            self.received += len(piece)
            if seconds < _QUICK:
                amount = min(size, amount * 4)
            elif seconds > _SLOW:
                amount = min(size, max(_SMALLEST_PIECE, amount // 4))
            yield piece

    def beginning(self, limit: int, seconds: float) -> bytes:
        """What comes of the first ``limit`` bytes with no pause longer than ``seconds``; then the body is closed."""
        self._exchange.hurry(seconds)
        ends = time.monotonic() + seconds
        found = bytearray()
        try:
            for piece in self.pieces(_SMALLEST_PIECE):
                found += piece
                if len(found) >= limit or time.monotonic() > ends:
                    break
        except AccessError as error:
            if error.kind is ErrorKind.CANCELLED:
                raise
        finally:
            self.close()
        return bytes(found[:limit])

    def close(self, note: str = "") -> None:
        if not self._ended:
            self._ended = True
            self._raw.close()
            self._on_end(self.received, note)

    def _read(self, amount: int) -> bytes:
        try:
            piece = self._raw.read(amount)
            self._exchange.check()
        except AccessError as error:
            if error.reason is Reason.CUT:
                error = self._cut()
            self.close(_note(error))
            raise error from None
        return piece

    def _end_of_data(self) -> None:
        if self.expected is not None and self.received < self.expected:
            error = self._cut()
            self.close(_note(error))
            raise error
        self.close()

    def _cut(self) -> AccessError:
        parameters: dict[str, Parameter] = {"host": self._exchange.host, "received": self.received}
        if self.expected is not None:
            parameters["expected"] = self.expected
        return AccessError(ErrorKind.NETWORK_FAULT, Reason.CUT, parameters)


@dataclass
class Answer:
    """What one attempt brought. ``secret_sent`` tells whether the host was shown an account."""

    status: int
    headers: Mapping[str, str]
    address: Address
    body: Body
    secret_sent: bool = False
    compression_asked: bool = False
    proxy: str = ""


class Response:
    """``HttpResponse`` over answers; ``repeat(error, as_sent)`` gets another one or raises ``error``."""

    def __init__(self, answer: Answer, repeat: Callable[[AccessError | None, bool], Answer]) -> None:
        self._answer = answer
        self._repeat = repeat

    @property
    def status(self) -> int:
        return self._answer.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self._answer.headers

    @property
    def url(self) -> str:
        return self._answer.address.url

    def __enter__(self) -> Response:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Response({self.status} {self._answer.address!r})"

    def close(self) -> None:
        self._answer.body.close()

    def read(self, limit: int = READ_LIMIT) -> bytes:
        """The whole body, decoded. ``AccessError(BAD_ANSWER, TOO_LARGE)`` beyond ``limit`` bytes.

        A body that breaks off is asked for again as often as the request's ``retry`` still allows.
        """
        while True:
            try:
                return self._whole(limit)
            except AccessError as error:  # noqa: PERF203 - an attempt costs far more
                if error.kind is not ErrorKind.NETWORK_FAULT:
                    raise
                self._answer = self._repeat(error, False)

    def chunks(self, size: int = CHUNK) -> Iterator[bytes]:
        """The body as it arrives, as sent, in pieces of at most ``size`` bytes.

        ``AccessError(NETWORK_FAULT, CUT)`` when the connection ends before Content-Length. Where the server
        compressed a body because it was asked to (the request was not ``streamed``), it is asked once more, not to.
        """
        if self._answer.compression_asked and self._answer.headers.get("content-encoding", "identity") != "identity":
            self._answer.body.close("compressed")
            self._answer = self._repeat(None, True)
        yield from self._answer.body.pieces(size)

    def _whole(self, limit: int) -> bytes:
        host = self._answer.address.host
        body = self._answer.body
        found = bytearray()
        try:
            decoder = Decoder(self._answer.headers.get("content-encoding", ""))
            for piece in body.pieces(CHUNK):
                found += decoder.decode(piece, limit - len(found))
                if len(found) > limit:
                    raise AccessError(ErrorKind.BAD_ANSWER, Reason.TOO_LARGE, {"host": host, "limit": limit})
        except (ValueError, zlib.error):
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.UNSPECIFIED, {"host": host}) from None
        finally:
            body.close()
        if not decoder.complete:
            raise AccessError(ErrorKind.NETWORK_FAULT, Reason.CUT, {"host": host, "received": body.received})
        return bytes(found)


def _note(error: AccessError) -> str:
    return error.kind.value if error.reason is Reason.UNSPECIFIED else error.reason.value
