"""What ``requests``, urllib3, ``http.client``, ``ssl`` and sockets raise, as our errors."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator

from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.exchange import Exchange, Stage

_TUNNEL_STATUS = re.compile(r"Tunnel connection failed: (\d{3})")


def connect_fault(exchange: Exchange, error: OSError, seconds: float) -> AccessError:
    """Why no connection was made: to the proxy where there is one, else to the host."""
    if exchange.proxy:
        return _fault(exchange, Reason.PROXY_UNREACHABLE)
    if isinstance(error, socket.gaierror):
        return _fault(exchange, Reason.UNKNOWN_HOST)
    if isinstance(error, (socket.timeout, TimeoutError)):
        return _fault(exchange, Reason.TIMEOUT, seconds=round(seconds, 1))
    return _fault(exchange, Reason.REFUSED)


def transfer_fault(exchange: Exchange, error: BaseException, seconds: float, **counts: int) -> AccessError:
    """Why an exchange ended early; ``counts`` are ``received`` and ``expected``. ``seconds`` is the read time-out."""
    found = list(_causes(error))
    for cause in found:
        if isinstance(cause, AccessError):
            return cause
    if exchange.stopped:
        return AccessError(ErrorKind.CANCELLED)
    if any(isinstance(cause, (ssl.SSLCertVerificationError, ssl.CertificateError)) for cause in found):
        return _fault(exchange, Reason.CERTIFICATE)
    if any(_wants_client_certificate(cause) for cause in found):
        return _fault(exchange, Reason.CLIENT_CERTIFICATE)
    if exchange.stage is Stage.TUNNEL:
        return _tunnel_fault(exchange, found)
    if any(isinstance(cause, socket.timeout) or type(cause).__name__ == "ReadTimeoutError" for cause in found):
        return _fault(exchange, Reason.TIMEOUT, seconds=round(seconds, 1))
    if exchange.stage is Stage.SECURING and not any(_is_early_end(cause) for cause in found):
        return _fault(exchange, Reason.REFUSED)
    return _fault(exchange, Reason.CUT, **counts)


def _wants_client_certificate(cause: BaseException) -> bool:
    """The server's alert after a handshake without one: RFC 8446 §6.2 has an alert for it, TLS 1.2 a general one."""
    told = ("CERTIFICATE_REQUIRED", "ALERT_HANDSHAKE_FAILURE", "ALERT_BAD_CERTIFICATE")
    return isinstance(cause, ssl.SSLError) and str(cause.reason or "").endswith(told)


def _tunnel_fault(exchange: Exchange, found: list[BaseException]) -> AccessError:
    for cause in found:
        # http.client tells a proxy's answer to CONNECT in the text of an OSError only.
        told = _TUNNEL_STATUS.search(str(cause)) if isinstance(cause, OSError) else None
        if told is None:
            continue
        status = int(told.group(1))
        if status == 407:
            return _fault(exchange, Reason.PROXY_ACCOUNT, status=status)
        if status == 504:
            return _fault(exchange, Reason.TIMEOUT, status=status)
        return _fault(exchange, Reason.REFUSED, status=status)
    return _fault(exchange, Reason.PROXY_UNREACHABLE)


def _is_early_end(cause: BaseException) -> bool:
    early = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError)
    return isinstance(cause, early) or "EOF occurred" in str(cause)


def _fault(exchange: Exchange, reason: Reason, **more: Parameter) -> AccessError:
    parameters: dict[str, Parameter] = {"host": exchange.host, **more}
    if exchange.proxy:
        parameters["proxy"] = exchange.proxy
    return AccessError(ErrorKind.NETWORK_FAULT, reason, parameters)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """``error`` and all that it was made from, by any of the ways in which the libraries keep it."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop()
        if id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        nearby = (found.__cause__, found.__context__, getattr(found, "reason", None), *found.args)
        waiting.extend(cause for cause in nearby if isinstance(cause, BaseException))
