"""The ASGI application: finds the host, keeps the log, and misbehaves when it was asked to."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Mapping
from typing import Any

from tests.sandbox.faults import Fault, FaultBook
from tests.sandbox.http import Bytes, Handler, Request, Scope, Send, json_answer
from tests.sandbox.log import LONGEST_BODY, LoggedRequest, RequestLog

LOGIN_PAGE = b"""<!DOCTYPE html><html><head><title>Sign in</title></head><body><form id="kc-form-login" method="post">
<input name="username"><input name="password" type="password"><button>Sign in</button></form></body></html>"""
EXPIRED = (
    '\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to '
    "authenticate the request. Make sure the value of Authorization header is formed correctly including the "
    "signature.</Message><AuthenticationErrorDetail>"
    "Signature not valid in the specified time frame</AuthenticationErrorDetail>"
    "</Error>"
)


class Cut(Exception):
    """The rest of the answer is not sent."""


class Box:
    """All hosts of the small internet."""

    def __init__(self, hosts: Mapping[str, Handler], proxy_credentials: str = "") -> None:
        self.hosts = hosts
        self.faults = FaultBook()
        self.log = RequestLog()
        self.refused: list[str] = []
        self.proxy_credentials = proxy_credentials
        """"user:password" that the proxy asks for, or nothing."""
        self.connections = 0

    def knows(self, host: str) -> bool:
        """A host that is not known is noted: a test can ask whether anything tried to leave the sandbox."""
        if host in self.hosts:
            return True
        self.refused.append(host)
        return False

    def let_in(self, proxy_authorization: str) -> bool:
        if not self.proxy_credentials:
            return True
        return proxy_authorization == "Basic " + base64.b64encode(self.proxy_credentials.encode()).decode()

    async def __call__(self, scope: Scope, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            return
        body = await _whole_body(receive)
        request = Request(scope, body)
        connection = scope["state"]["connection"]
        host = request.host.lower()
        entry = LoggedRequest(
            host, scope["method"], scope["raw_path"].decode("latin-1").partition("?")[0], request.query_string,
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]],
            body[:LONGEST_BODY], scope["scheme"], connection=connection.number,
        )  # fmt: skip
        self.log.add(entry)
        began = time.perf_counter()
        sender = _Sender(entry, send)
        work = asyncio.ensure_future(self._answer(host, request, entry, sender, connection))
        gone = asyncio.ensure_future(_until_gone(receive))
        try:
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            if not work.cancelled() and work.exception() and not isinstance(work.exception(), Cut):
                raise work.exception()  # type: ignore[misc]
        finally:
            gone.cancel()
            entry.seconds = time.perf_counter() - began

    async def _answer(
        self, host: str, request: Request, entry: LoggedRequest, sender: _Sender, connection: Any
    ) -> None:  # fmt: skip
        if entry.scheme == "http" and connection.plain:
            refusal = self._refusal_of_plain(host, request)
            if refusal is not None:
                await refusal.send(request, sender)
                return
        where = entry.path + (f"?{entry.query}" if entry.query else "")
        fault = self.faults.take(host, where, entry.method)
        if fault is None:
            await (await self.hosts[host](request)).send(request, sender)
        else:
            await self._misbehave(fault, host, request, sender, connection)

    def _refusal_of_plain(self, host: str, request: Request) -> Bytes | None:
        if not self.let_in(request.header("proxy-authorization")):
            return Bytes(b"", "text/plain", 407, {"Proxy-Authenticate": 'Basic realm="sandbox"'})
        if not self.knows(host):
            return json_answer({"error": "unknown host", "host": host}, 502)
        return None

    async def _misbehave(
        self, fault: Fault, host: str, request: Request, sender: _Sender, connection: Any
    ) -> None:  # fmt: skip
        if fault.latency:
            await asyncio.sleep(fault.latency)
        if fault.drop:
            connection.transport.abort()
            raise Cut
        if fault.etag:
            request.scope["sandbox.etag"] = fault.etag
        if fault.ignore_range:
            request._headers.pop("range", None)
        sender.fault, sender.transport = fault, connection.transport
        answer = _answer_instead(fault) or await self.hosts[host](request)
        if fault.cut_json:
            answer = await _halved(answer, request)
        await answer.send(request, sender)


def _answer_instead(fault: Fault) -> Bytes | None:
    if fault.login_page:
        return Bytes(LOGIN_PAGE, "text/html; charset=utf-8")
    if fault.expired_signature:
        return Bytes(EXPIRED.encode(), "application/xml", 403, {"x-ms-error-code": "AuthenticationFailed"})
    if fault.redirect:
        return Bytes(b"", "text/plain", fault.status or 302, {"Location": fault.redirect, **fault.headers})
    if fault.empty:
        return Bytes(b"", "application/json", fault.status or 200, fault.headers)
    if fault.status:
        body = (
            fault.body if fault.body is not None else json.dumps({"code": str(fault.status), "description": "sandbox"})
        )
        return Bytes(body.encode(), "application/json", fault.status, fault.headers)
    if fault.body is not None:
        return Bytes(fault.body.encode(), "application/json", 200, fault.headers)
    return None


async def _halved(answer: Any, request: Request) -> Bytes:
    parts: list[bytes] = []
    content_type = ["application/json"]

    async def collect(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            content_type[0] = dict(message["headers"]).get(b"Content-Type", b"application/json").decode()
        else:
            parts.append(bytes(message.get("body", b"")))

    await answer.send(request, collect)
    body = b"".join(parts)
    return Bytes(body[: len(body) // 2], content_type[0])


class _Sender:
    """Counts what is sent; slows, stalls, cuts and lies about the length where a fault says so."""

    def __init__(self, entry: LoggedRequest, send: Send) -> None:
        self._entry = entry
        self._send = send
        self.fault: Fault | None = None
        self.transport: Any = None
        self._room: int | None = None
        """What a Content-Length that is too small lets through."""

    async def __call__(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self._entry.status = message["status"]
            if self.fault is not None and self.fault.wrong_length:
                message["headers"] = _with_wrong_length(message["headers"], self.fault.wrong_length)
                self._room = _length(message["headers"])
        elif self.fault is not None and message.get("body"):
            await self._send_faulty(bytes(message["body"]), message.get("more_body", False))
            return
        await self._send(message)
        self._entry.bytes_sent += len(message.get("body", b""))

    async def _send_faulty(self, body: bytes, more: bool) -> None:
        fault = self.fault
        assert fault is not None
        if self._room is not None:
            body = body[: self._room]
            self._room -= len(body)
        step = max(1, int(fault.throttle / 20)) if fault.throttle else len(body)
        marks = [mark for mark in (fault.cut_after, fault.stall_after if fault.stall else None) if mark is not None]
        position = 0
        while position < len(body):
            sent = self._entry.bytes_sent
            if fault.cut_after is not None and sent >= fault.cut_after:
                await self._cut()
            if fault.stall and sent == fault.stall_after:
                await asyncio.sleep(fault.stall)
            stops = [mark - sent for mark in marks if mark > sent]
            size = min([step, len(body) - position, *stops])
            await self._send(
                {"type": "http.response.body", "body": body[position : position + size], "more_body": True}
            )
            position += size
            self._entry.bytes_sent += size
            if fault.throttle:
                await asyncio.sleep(size / fault.throttle)
        if fault.cut_after is not None and self._entry.bytes_sent >= fault.cut_after:
            await self._cut()
        if not more:
            await self._send({"type": "http.response.body"})

    async def _cut(self) -> None:
        self.transport.close()
        raise Cut


def _with_wrong_length(headers: list[tuple[bytes, bytes]], difference: int) -> list[tuple[bytes, bytes]]:
    return [(name, str(max(0, int(value) + difference)).encode() if name.lower() == b"content-length" else value)
            for name, value in headers]  # fmt: skip


def _length(headers: list[tuple[bytes, bytes]]) -> int | None:
    return next((int(value) for name, value in headers if name.lower() == b"content-length"), None)


async def _whole_body(receive: Any) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return b"".join(parts)
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


async def _until_gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
