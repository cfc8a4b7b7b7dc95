"""One asset to one file: resumed where that is safe, verified, and only then given its name."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.product import Asset, Checksum, Product, Verification
from copernicus_plugin.network.answers import expect_data
from copernicus_plugin.network.decoding import Decoder
from copernicus_plugin.network.messages import HttpRequest, HttpResponse, RequestPhase
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.transfers.archives import check_archive, looks_like_archive
from copernicus_plugin.transfers.parts import Part, PartRecord, check_room, identity, storage

CHUNK = 1024 * 1024
RETRY_DELAYS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds before the further attempts of a transfer that gets nowhere; counted anew once it got on."""

_GOT_ON = 256 * 1024
_LOOK_AT_DISK = 64 * 1024 * 1024
_MOST_RESTARTS = 3
_LARGEST_DECODED = 1 << 50
_CONTENT_RANGE = re.compile(r"bytes\s+(?:(\d+)-(\d+)|\*)/(\d+|\*)\s*$", re.IGNORECASE)
_NETWORK_AWAY = frozenset({Reason.UNKNOWN_HOST, Reason.REFUSED, Reason.PROXY_UNREACHABLE, Reason.TIMEOUT})
_FOR_GOOD = frozenset(
    {Reason.CERTIFICATE, Reason.PROXY_ACCOUNT, Reason.PROXY_UNSUPPORTED, Reason.REDIRECT_LOOP, Reason.ADDRESS}
)


_ASKS_THE_USER = frozenset(
    {
        Reason.NO_ACCOUNT,
        Reason.LOCKED,
        Reason.CODE_NEEDED,
        Reason.CODE_REFUSED,
        Reason.CREDENTIALS_REFUSED,
        Reason.NOT_ELIGIBLE,
    }
)
"""Another token would not help."""
_TOO_MUCH = frozenset({Reason.TOO_MANY_REQUESTS, Reason.TOO_MANY_CONNECTIONS})


class Watcher(Protocol):
    """Whoever shows how a transfer is going. Called from its thread, often."""

    def length_known(self, total: int) -> None: ...

    def progressed(self, received: int) -> None:
        """Bytes of the file that are there; less than before after a restart."""

    def waiting(self, reason: str) -> None:
        """``host``, ``network``, ``place`` (the operator's own limit), ``retry``, or empty: not waiting any more."""

    def verifying(self) -> None: ...


@dataclass(frozen=True)
class Offer:
    """What is fetched, and how to ask for it.

    ``refused`` hears that the server refused what ``request_for`` made, so that the next one is signed anew;
    ``explain`` gives an error of the request the reason that only its protocol knows.
    """

    product: Product
    asset: Asset
    request_for: Callable[[Product, Asset, Cancellation], HttpRequest]
    refused: Callable[[Product, Asset], None]
    explain: Callable[[AccessError, Product, Asset], AccessError] = lambda error, product, asset: error


class Fetch:
    """Brings one asset to ``target``; ``run`` may be called again after any error, also in another process."""

    def __init__(
        self,
        session: HttpSession,
        offer: Offer,
        target: Path,
        watcher: Watcher,
        cancellation: Cancellation,
        retry_delays: tuple[float, ...] = RETRY_DELAYS,
    ) -> None:
        self._session = session
        self._offer = offer
        self._asset = offer.asset
        self._part = Part(target)
        self._watcher = watcher
        self._cancellation = cancellation
        self._delays = retry_delays
        self._is_packed_anew = offer.asset.verification is Verification.ARCHIVE
        self._size = None if self._is_packed_anew else offer.asset.size
        self._checksum = None if self._is_packed_anew else _usable(offer.asset.checksum)
        self._request: HttpRequest | None = None
        self._host = urlsplit(offer.asset.href).hostname or ""
        self._received = 0
        self._total: int | None = None
        self._pieced = True
        self._failures = 0
        self._failed_at = 0
        self._restarts = 0
        self._refused_at = -1

    def run(self) -> str:
        """Returns by what the file was verified: an algorithm, ``length``, or empty.

        Raises ``AccessError``; the ``.part`` stays, unless its bytes are wrong. What the next ``run`` can go on from
        has been told as progress then.
        """
        try:
            return self._fetched()
        except AccessError:
            self._progress(self._resumable(self._part.record()))
            raise

    def _fetched(self) -> str:
        verified = self._recognised()
        while verified is None:
            try:
                verified = self._attempt()
            except _RestartError as restart:  # noqa: PERF203 - an attempt costs far more
                self._restart(restart)
            except AccessError as error:
                self._go_on_after(self._offer.explain(error, self._offer.product, self._asset))
        return verified

    def _recognised(self) -> str | None:
        """By what a file that is there already is known to be right; ``None`` where it is not."""
        target, size = self._part.target, self._size
        found = _size_of(target)
        if found is None or (size is not None and found != size):
            return None
        if self._is_packed_anew:
            return self._recognised_archive(target, found)
        checksum = self._checksum
        if checksum is None and size is None:
            return None
        if checksum is not None and self._digest(target, checksum) != checksum.digest.lower():
            return None
        self._watcher.length_known(found)
        self._watcher.progressed(found)
        return checksum.algorithm if checksum is not None else "length"

    def _recognised_archive(self, target: Path, size: int) -> str | None:
        if not looks_like_archive(target):
            return None
        self._watcher.verifying()
        try:
            check_archive(target, self._host, self._cancellation)
        except AccessError as error:
            if error.reason is not Reason.ARCHIVE:
                raise
            return None
        self._watcher.length_known(size)
        self._watcher.progressed(size)
        return "archive"

    def _attempt(self) -> str:
        record = self._part.record()
        offset = self._resumable(record)
        if record is not None and record.size is not None and offset == record.size and offset > 0:
            self._total = record.size
            return self._completed()
        with self._send(record, offset) as response:
            self._host = urlsplit(response.url).hostname or self._host
            if response.status == 416:
                self._after_416(response, offset)
            elif response.status == 206 and record is not None:
                self._check_range(response, record, offset)
                self._pieced = True
                self._receive(response, offset, record.size)
            elif response.status == 200:
                if self._begin(response):
                    return "length"
                self._receive(response, 0, self._total)
            else:
                parameters: dict[str, Parameter] = {"host": self._host, "status": response.status}
                raise AccessError(ErrorKind.SERVER_FAULT, Reason.STATUS, parameters)
        return self._completed()

    def _resumable(self, record: PartRecord | None) -> int:
        """From which byte to go on; 0 where what is there cannot be trusted."""
        size = self._part.size()
        if record is None or size == 0 or not record.is_of(self._offer.product, self._asset):
            return 0
        if record.size is not None and size > record.size:
            return 0
        return size if record.validator or self._checksum is not None else 0

    def _send(self, record: PartRecord | None, offset: int) -> HttpResponse:
        if self._request is None:
            self._request = self._offer.request_for(self._offer.product, self._asset, self._cancellation)
        headers = {name: value for name, value in self._request.headers.items() if name.lower() != "range"}
        if offset and record is not None:
            headers["Range"] = f"bytes={offset}-"
            if record.validator:
                headers["If-Range"] = record.validator
        request = replace(self._request, headers=headers, streamed=True, progress=self._on_phase)
        return self._session.send(request, self._cancellation)

    def _on_phase(self, phase: RequestPhase) -> None:
        self._watcher.waiting("host" if phase is RequestPhase.WAITING else "")

    def _after_416(self, response: HttpResponse, offset: int) -> None:
        """Nothing beyond ``offset``: the file is complete, or is not the one it was."""
        found = _CONTENT_RANGE.match(response.headers.get("content-range", "").strip())
        total = int(found.group(3)) if found is not None and found.group(3) != "*" else None
        if not offset or total != offset:
            raise _RestartError
        self._total = total
        self._progress(offset)

    def _check_range(self, response: HttpResponse, record: PartRecord, offset: int) -> None:
        """Raise ``_RestartError`` unless the bytes are the rest of the same file."""
        found = _CONTENT_RANGE.match(response.headers.get("content-range", "").strip())
        if found is None or not offset or found.group(1) is None or int(found.group(1)) != offset:
            raise _RestartError
        total = None if found.group(3) == "*" else int(found.group(3))
        changed = total is not None and record.size is not None and total != record.size
        etag = response.headers.get("etag", "")
        if changed or (etag and record.etag and etag != record.etag):
            raise _RestartError
        self._total = record.size if record.size is not None else total
        if self._total is not None:
            self._watcher.length_known(self._total)

    def _begin(self, response: HttpResponse) -> bool:
        """Prepare for a file from its first byte; true if the one on the disk proves to be it already."""
        if "html" not in self._asset.media_type:
            expect_data(response)
        encoded = response.headers.get("content-encoding", "identity").lower() != "identity"
        self._total = None if encoded else _content_length(response)
        self._check_announced()
        if self._total is not None:
            known = self._asset.size is None and self._checksum is None and not self._is_packed_anew
            if known and _size_of(self._part.target) == self._total:
                self._watcher.length_known(self._total)
                self._progress(self._total)
                return True
            self._watcher.length_known(self._total)
        if self._part.size():
            self._part.discard()
        record = replace(
            identity(self._offer.product, self._asset),
            etag="" if encoded else response.headers.get("etag", ""),
            last_modified="" if encoded else response.headers.get("last-modified", ""),
            size=self._total,
        )
        # What the catalogue says is near enough where the server does not tell.
        check_room(self._part.target.parent, self._total or self._asset.size or 0)
        self._part.begin(record)
        self._pieced = False
        self._progress(0)
        return False

    def _check_announced(self) -> None:
        """The catalogue and the server must tell the same length, unless a checksum will decide."""
        if self._total is None or self._size in (None, self._total):
            return
        if self._checksum is None:
            raise self._wrong_length(self._total)

    def _receive(self, response: HttpResponse, offset: int, total: int | None) -> None:
        decoder = self._decoder(response) if offset == 0 else None
        place = self._part.target
        with ExitStack() as stack:
            with storage(place):
                file = stack.enter_context(open(self._part.path, "r+b" if offset else "wb", buffering=0))
                file.seek(offset)
                file.truncate()
            self._progress(offset)
            self._copy(response, file, decoder, total)
        if decoder is not None and not decoder.complete:
            raise AccessError(ErrorKind.NETWORK_FAULT, Reason.CUT, {"host": self._host, "received": self._received})

    def _copy(self, response: HttpResponse, file: BinaryIO, decoder: Decoder | None, total: int | None) -> None:
        place, unseen = self._part.target, _LOOK_AT_DISK
        for chunk in response.chunks(CHUNK):
            data = self._decoded(decoder, chunk) if decoder is not None else chunk
            left = None if total is None else total - self._received
            if left is not None and len(data) > left:
                raise _RestartError
            unseen += len(data)
            if unseen >= _LOOK_AT_DISK:
                # The whole of what is left where it is known, so that it stops before the disk is full.
                check_room(place.parent, len(data) if left is None else left)
                unseen = 0
            with storage(place, left):
                _write(file, data)
            self._progress(self._received + len(data))
            self._cancellation.raise_if_requested()
        if total is not None and self._received != total:
            parameters: dict[str, Parameter] = {"host": self._host, "received": self._received, "expected": total}
            raise AccessError(ErrorKind.NETWORK_FAULT, Reason.CUT, parameters)

    def _decoder(self, response: HttpResponse) -> Decoder | None:
        """For a server that compresses although it was asked not to."""
        encoding = response.headers.get("content-encoding", "identity")
        if encoding.lower() == "identity":
            return None
        try:
            return Decoder(encoding)
        except ValueError as error:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.UNSPECIFIED, {"host": self._host}) from error

    def _decoded(self, decoder: Decoder, chunk: bytes) -> bytes:
        try:
            return decoder.decode(chunk, _LARGEST_DECODED)
        except zlib.error as error:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.UNSPECIFIED, {"host": self._host}) from error

    def _completed(self) -> str:
        """Verify the ``.part`` and give it its name."""
        size = self._part.size()
        checksum = self._checksum
        if self._is_packed_anew:
            packed = self._check_packed()
        elif checksum is not None:
            self._watcher.verifying()
            if self._digest(self._part.path, checksum) != checksum.digest.lower():
                self._part.discard()
                if self._pieced and not self._restarts:
                    raise _RestartError
                parameters = {"host": self._host, "algorithm": checksum.algorithm}
                raise AccessError(ErrorKind.BAD_ANSWER, Reason.CHECKSUM, parameters)
        elif self._size is not None and size != self._size:
            self._part.discard()
            raise self._wrong_length(size)
        self._part.finish()
        self._watcher.length_known(size)
        self._progress(size)
        if self._is_packed_anew:
            return packed
        if checksum is not None:
            return checksum.algorithm
        return "length" if self._total is not None or self._size is not None else ""

    def _check_packed(self) -> str:
        """By what the ``.part`` is known to be complete; raises, and removes it, where it is not."""
        path = self._part.path
        if self._total is not None and not looks_like_archive(path):
            return "length"
        self._watcher.verifying()
        try:
            check_archive(path, self._host, self._cancellation)
        except AccessError as error:
            if error.reason is Reason.ARCHIVE:
                self._part.discard()
                if self._pieced and not self._restarts:
                    raise _RestartError from error
            raise
        return "archive"

    def _digest(self, path: Path, checksum: Checksum) -> str:
        digest = hashlib.new(checksum.algorithm, usedforsecurity=False)
        self._watcher.verifying()
        with storage(path), open(path, "rb") as file:
            while chunk := file.read(CHUNK):
                self._cancellation.raise_if_requested()
                digest.update(chunk)
        return digest.hexdigest()

    def _restart(self, restart: _RestartError) -> None:
        self._restarts += 1
        self._part.discard()
        self._progress(0)
        if self._restarts > _MOST_RESTARTS:
            raise self._wrong_length(self._received) from restart

    def _go_on_after(self, error: AccessError) -> None:
        """Return when another attempt makes sense, else raise ``error``."""
        if error.kind in (ErrorKind.ACCOUNT_NEEDED, ErrorKind.ACCOUNT_REFUSED) and error.reason not in _ASKS_THE_USER:
            # A signature that ended on the way is made again, once for each stretch that it carried.
            if self._refused_at == self._received:
                raise error
            self._refused_at = self._received
            self._request = None
            self._offer.refused(self._offer.product, self._asset)
            return
        passing = error.kind in (ErrorKind.NETWORK_FAULT, ErrorKind.SERVER_FAULT) or error.reason in _TOO_MUCH
        if self._received - self._failed_at >= _GOT_ON:
            self._failures = 0
        if not passing or error.reason in _FOR_GOOD or self._failures >= len(self._delays):
            raise error
        no_place = error.reason is Reason.TOO_MANY_CONNECTIONS
        delay = max(self._delays) if no_place else self._delays[self._failures]
        asked = error.parameters.get("seconds") if error.reason in _TOO_MUCH else None
        if not no_place:
            # A place in another programme's queue may take hours to come; the user sees what is waited for.
            self._failures += 1
        self._failed_at = self._received
        self._watcher.waiting(_waits_for(error))
        self._cancellation.sleep(max(delay, float(asked)) if isinstance(asked, (int, float)) else delay)
        self._watcher.waiting("")

    def _progress(self, received: int) -> None:
        self._received = received
        self._watcher.progressed(received)

    def _wrong_length(self, received: int) -> AccessError:
        expected = self._asset.size or self._total or 0
        parameters: dict[str, Parameter] = {"host": self._host, "received": received, "expected": expected}
        return AccessError(ErrorKind.BAD_ANSWER, Reason.LENGTH, parameters)


class _RestartError(Exception):
    """What is on the disk is not the beginning of what the server has."""


def _waits_for(error: AccessError) -> str:
    if error.reason is Reason.TOO_MANY_CONNECTIONS:
        return "place"
    return "network" if error.reason in _NETWORK_AWAY else "retry"


def _usable(checksum: Checksum | None) -> Checksum | None:
    """One that Python can compute; a shake has no length of its own."""
    if checksum is None or checksum.algorithm not in hashlib.algorithms_available or "shake" in checksum.algorithm:
        return None
    return checksum


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None


def _content_length(response: HttpResponse) -> int | None:
    text = response.headers.get("content-length", "").strip()
    return int(text) if text.isascii() and text.isdigit() else None


def _write(file: BinaryIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = file.write(rest)
        rest = rest[written:]
