"""One ``SSLContext`` for each version of the trusted certificates (each costs 70-80 ms and some megabytes)."""

from __future__ import annotations

import re
import socket
import ssl
import threading

from copernicus_plugin.network.exchange import running_exchange
from copernicus_plugin.network.sockets import SecureSocket

_CERTIFICATE = re.compile(
    r"-----BEGIN (?:TRUSTED )?CERTIFICATE-----.*?-----END (?:TRUSTED )?CERTIFICATE-----", re.DOTALL
)


class TrustedContexts:
    """Keeps the newest version only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._version: int | None = None
        self._context: ssl.SSLContext | None = None

    def context_for(self, version: int, certificates: str) -> ssl.SSLContext:
        """The context that trusts the PEM text ``certificates``, or the system's own where that is empty."""
        with self._lock:
            if self._context is None or self._version != version:
                self._context = make_context(certificates)
                self._version = version
            return self._context


class _Context(ssl.SSLContext):
    """urllib3 1.26 leaves the host's name out where it is an IP address, and then nothing could be checked."""

    def wrap_socket(
        self,
        sock: socket.socket,
        server_side: bool = False,
        do_handshake_on_connect: bool = True,
        suppress_ragged_eofs: bool = True,
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLSocket:
        name = server_hostname or running_exchange().host
        return super().wrap_socket(sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, name, session)


def make_context(certificates: str) -> ssl.SSLContext:
    """TLS 1.2 or newer, host names checked, nothing trusted but ``certificates``."""
    context = _Context(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = SecureSocket
    if certificates.strip():
        _trust(context, certificates)
    else:
        context.load_default_certs()
    return context


def _trust(context: ssl.SSLContext, certificates: str) -> None:
    try:
        context.load_verify_locations(cadata=certificates)
    except (ssl.SSLError, ValueError):
        # A single certificate that OpenSSL cannot read must not take all others with it.
        for found in _CERTIFICATE.findall(certificates):
            _trust_one(context, found)


def _trust_one(context: ssl.SSLContext, certificate: str) -> None:
    try:
        context.load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError):
        return
