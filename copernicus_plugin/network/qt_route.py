"""The way through Qt, for what ``requests`` cannot do: SOCKS, client certificates, NTLM and Kerberos."""

from __future__ import annotations

import io

from copernicus_plugin.network.exchange import Exchange
from copernicus_plugin.network.ports import QtTransport

_LONGEST = 3600.0
"""Seconds; Qt has its own time-outs, this only keeps a thread from waiting for ever."""


def exchange_by_qt(
    transport: QtTransport,
    exchange: Exchange,
    message: tuple[str, str, dict[str, str], bytes | None],
    timeout: float,
) -> tuple[int, dict[str, str], io.BytesIO]:
    """As ``transport.exchange_by_requests``; the body is in memory already.

    No compression is asked for: whether Qt undoes it depends on its version.
    """
    method, url, headers, body = message
    plain = {name: value for name, value in headers.items() if name.lower() != "accept-encoding"}
    plain["Accept-Encoding"] = "identity"
    status, answered, content = exchange.wait_for(
        lambda: transport.exchange(method, url, plain, body, timeout), _LONGEST
    )
    return status, {name.lower(): value for name, value in answered.items()}, io.BytesIO(content)
