"""Requests and answers over bare ASGI: fast, and exact about ranges, lengths and validators."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qsl

Scope = dict[str, Any]
Send = Callable[[dict[str, Any]], Awaitable[None]]
CHUNK = 1 << 20


@dataclass
class Request:
    scope: Scope
    body: bytes = b""
    _headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in
                         self.scope["headers"]}  # fmt: skip

    @property
    def method(self) -> str:
        """GET for a HEAD: what differs is only that the body is not sent."""
        method = str(self.scope["method"])
        return "GET" if method == "HEAD" else method

    @property
    def host(self) -> str:
        return self._headers.get("host", "").rpartition(":")[0] or self._headers.get("host", "")

    @property
    def path(self) -> str:
        return str(self.scope["path"])

    @property
    def query_string(self) -> str:
        return bytes(self.scope["query_string"]).decode("latin-1")

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.query_string, keep_blank_values=True))

    def header(self, name: str) -> str:
        return self._headers.get(name, "")

    def json(self) -> Any:
        return json.loads(self.body)


class Answer(Protocol):
    async def send(self, request: Request, send: Send) -> None: ...


def _encode(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


@dataclass
class Bytes:
    """A whole answer in memory."""

    body: bytes
    content_type: str = "application/octet-stream"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    async def send(self, request: Request, send: Send) -> None:
        headers = {"Content-Type": self.content_type, "Content-Length": str(len(self.body)), **self.headers}
        await send({"type": "http.response.start", "status": self.status, "headers": _encode(headers)})
        await send({"type": "http.response.body", "body": b"" if request.scope["method"] == "HEAD" else self.body})


def json_answer(
    document: Any, status: int = 200, content_type: str = "application/json", **headers: str
) -> Bytes:  # fmt: skip
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return Bytes(body, content_type, status, headers)


def text_answer(text: str, status: int = 200, content_type: str = "text/plain; charset=utf-8") -> Bytes:
    return Bytes(text.encode(), content_type, status)


def redirect(location: str, status: int = 302) -> Bytes:
    return Bytes(b"", "text/plain", status, {"Location": location})


class Content(Protocol):
    """The bytes behind a Resource."""

    size: int

    def chunks(self, start: int, stop: int) -> Iterator[bytes | memoryview]: ...


@dataclass
class FileContent:
    path: Path
    size: int = 0

    def __post_init__(self) -> None:
        self.size = self.path.stat().st_size

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            while start < stop:
                chunk = os.pread(descriptor, min(CHUNK, stop - start), start)
                if not chunk:
                    return
                start += len(chunk)
                yield chunk
        finally:
            os.close(descriptor)


@dataclass
class MemoryContent:
    data: bytes
    size: int = 0

    def __post_init__(self) -> None:
        self.size = len(self.data)

    def chunks(self, start: int, stop: int) -> Iterator[bytes]:
        for at in range(start, stop, CHUNK):
            yield self.data[at : min(at + CHUNK, stop)]


@dataclass
class Resource:
    """A file: HEAD, one byte range (206, 416), If-Range, If-None-Match; several ranges get the whole, as at S3."""

    content: Content
    content_type: str
    etag: str
    """With its quotes."""
    last_modified: float = 1664990400.0
    headers: Mapping[str, str] = field(default_factory=dict)

    async def send(self, request: Request, send: Send) -> None:
        etag = request.scope.get("sandbox.etag") or self.etag
        headers = {
            "ETag": etag,
            "Last-Modified": formatdate(self.last_modified, usegmt=True),
            "Accept-Ranges": "bytes",
            "Content-Type": self.content_type,
            **self.headers,
        }
        if etag in request.header("if-none-match"):
            await send({"type": "http.response.start", "status": 304, "headers": _encode({"ETag": etag})})
            await send({"type": "http.response.body"})
            return
        size = self.content.size
        wanted = self._range(request, etag)
        if isinstance(wanted, str):
            headers.update({"Content-Range": f"bytes */{size}", "Content-Length": "0"})
            await send({"type": "http.response.start", "status": 416, "headers": _encode(headers)})
            await send({"type": "http.response.body"})
            return
        start, stop = (0, size) if wanted is None else wanted
        if wanted is not None:
            headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
        headers["Content-Length"] = str(stop - start)
        status = 200 if wanted is None else 206
        await send({"type": "http.response.start", "status": status, "headers": _encode(headers)})
        if request.scope["method"] != "HEAD":
            for chunk in self.content.chunks(start, stop):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body"})

    def _range(self, request: Request, etag: str) -> tuple[int, int] | str | None:
        found = re.fullmatch(r"bytes=(\d*)-(\d*)", request.header("range").replace(" ", ""))
        if not found or found.groups() == ("", "") or not self._same(request.header("if-range"), etag):
            return None
        size = self.content.size
        first, last = found.groups()
        if first and last and int(last) < int(first):
            return None
        if not first:
            start, stop = max(0, size - int(last)), size
        else:
            start, stop = int(first), min(size, int(last) + 1) if last else size
        return (start, stop) if start < stop else "unsatisfiable"

    def _same(self, if_range: str, etag: str) -> bool:
        if not if_range:
            return True
        if '"' in if_range:
            return if_range == etag
        try:
            return parsedate_to_datetime(if_range).timestamp() >= self.last_modified
        except ValueError:
            return False


Handler = Callable[[Request], Awaitable[Answer]]
