"""The way through Qt, for what ``requests`` cannot do: SOCKS, client certificates, NTLM and Kerberos."""

from __future__ import annotations

import io

from copernicus_plugin.network.exchange import Exchange
from copernicus_plugin.network.ports import QtTransport

_SHORTEST = 60.0
"""Seconds; Qt's time-out is for the whole exchange, with its body, where ours is for a single wait."""


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
    whole = max(_SHORTEST, timeout)
    status, answered, content = exchange.wait_for(
        lambda: transport.exchange(method, url, plain, body, whole), whole + 5.0
    )
    return status, {name.lower(): value for name, value in answered.items()}, io.BytesIO(content)
