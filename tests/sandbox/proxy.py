"""The HTTP proxy in front of the box: CONNECT, then TLS with a certificate for the host asked for, then HTTP/1.1.

A host that the box does not know gets 502, as from a proxy that cannot resolve a name: clients see a connection that
failed, not a page of a site. TLS ends in the same process and hands its bytes to the HTTP parser without a second
socket, which is what makes large files fast enough (a loopback hop costs a third of it).
"""

from __future__ import annotations

import asyncio
import itertools
import ssl
from pathlib import Path
from typing import Any

import trustme
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from tests.sandbox.app import Box

_numbers = itertools.count(1)


def http_config(application: Any) -> Config:
    config = Config(application, loop="none", http="httptools", ws="none", lifespan="off", log_config=None,
                    access_log=False, server_header=False, timeout_keep_alive=75)  # fmt: skip
    config.load()
    return config


class Connection:
    def __init__(self, plain: bool) -> None:
        self.number = next(_numbers)
        self.plain = plain
        """Not through CONNECT."""
        self.transport: Any = None


class HttpProtocol(HttpToolsProtocol):  # type: ignore[misc]
    """uvicorn's parser; keeps bytes that come with the end of the TLS handshake, and knows its connection."""

    def __init__(self, config: Config, state: ServerState, plain: bool) -> None:
        self._connection = Connection(plain)
        self._early: list[bytes] = []
        super().__init__(config, state, {"connection": self._connection})

    def connection_made(self, transport: asyncio.Transport) -> None:
        transport.set_write_buffer_limits(high=1 << 21)
        self._connection.transport = transport
        super().connection_made(transport)
        early, self._early = self._early, []
        for data in early:
            super().data_received(data)

    def data_received(self, data: bytes) -> None:
        if self.transport is None:
            self._early.append(data)
        elif self.parser is not None:
            super().data_received(data)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.transport is not None:
            super().connection_lost(exc)


class Certificates:
    def __init__(self, folder: Path) -> None:
        self._authority = trustme.CA()
        self.ca_pem = folder / "ca.pem"
        self._authority.cert_pem.write_to_path(str(self.ca_pem))
        self._contexts: dict[str, ssl.SSLContext] = {}

    def context(self, host: str) -> ssl.SSLContext:
        if host not in self._contexts:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._authority.issue_cert(host).configure_cert(context)
            self._contexts[host] = context
        return self._contexts[host]


class ProxyProtocol(asyncio.Protocol):
    def __init__(self, box: Box, certificates: Certificates, config: Config, state: ServerState) -> None:
        self._box, self._certificates, self._config, self._state = box, certificates, config, state
        self._head = b""
        self._transport: Any = None
        self._task: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._head += data
        if not b"CONNECT ".startswith(self._head[:8]) and not self._head.startswith(b"CONNECT "):
            self._hand_over_plain()
        elif b"\r\n\r\n" in self._head:
            self._connect(self._head)

    def _hand_over_plain(self) -> None:
        protocol = HttpProtocol(self._config, self._state, plain=True)
        self._transport.set_protocol(protocol)
        protocol.connection_made(self._transport)
        protocol.data_received(self._head)

    def _connect(self, head: bytes) -> None:
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        host = first.split(" ")[1].rpartition(":")[0].lower()
        if not self._box.let_in(headers.get("proxy-authorization", "")):
            self._refuse("407 Proxy Authentication Required", 'Proxy-Authenticate: Basic realm="sandbox"\r\n')
        elif not self._box.knows(host):
            self._refuse("502 Bad Gateway", "X-Sandbox: unknown host\r\n")
        else:
            self._transport.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self._task = asyncio.ensure_future(self._start_tls(host))

    def _refuse(self, status: str, header: str) -> None:
        self._transport.write(f"HTTP/1.1 {status}\r\n{header}Content-Length: 0\r\nConnection: close\r\n\r\n".encode())
        self._transport.close()

    async def _start_tls(self, host: str) -> None:
        protocol = HttpProtocol(self._config, self._state, plain=False)
        try:
            transport = await asyncio.get_running_loop().start_tls(
                self._transport, protocol, self._certificates.context(host), server_side=True, ssl_handshake_timeout=20
            )
        except (OSError, ssl.SSLError):
            self._transport.close()
            return
        if transport is None or transport.is_closing():
            return
        protocol.connection_made(transport)


async def serve_proxy(box: Box, certificates: Certificates, port: int) -> asyncio.Server:
    config, state = http_config(box), ServerState()
    loop = asyncio.get_running_loop()
    return await loop.create_server(
        lambda: ProxyProtocol(box, certificates, config, state), "127.0.0.1", port, backlog=512
    )


async def serve_control(application: Any) -> asyncio.Server:
    config, state = http_config(application), ServerState()
    loop = asyncio.get_running_loop()
    return await loop.create_server(lambda: HttpProtocol(config, state, plain=True), "127.0.0.1", 0)
