"""Taking web addresses apart, and deciding which host may be told what."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.redaction import redacted_url

_LABELS = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*\.?")
_UNSAFE = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True)
class Address:
    """An http or https address without user information and fragment. ``host`` is lower-case ASCII, without port."""

    url: str
    scheme: str
    host: str

    def __repr__(self) -> str:
        return f"Address({redacted_url(self.url)})"


def address_of(url: str) -> Address:
    """``url`` taken apart; ``AccessError(INVALID_QUERY, ADDRESS)`` unless it is an address that can be asked.

    User information is refused: credentials are sent by host, never in an address.
    """
    try:
        parts = urlsplit(url.strip())
        host = _ascii_host(parts.hostname or "")
        port = parts.port
    except (ValueError, UnicodeError):
        raise _bad_address(url) from None
    if parts.scheme not in ("http", "https") or not host or port == 0 or parts.username is not None:
        raise _bad_address(url)
    shown_host = f"[{host}]" if ":" in host else host
    netloc = shown_host if port is None else f"{shown_host}:{port}"
    return Address(urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, "")), parts.scheme, host)


def redirect_target(base: Address, location: str) -> Address:
    """Where ``Location`` leads, which may be relative; user information in it is dropped.

    Raises ``AccessError(INVALID_QUERY, ADDRESS)`` for what is no http or https address.
    """
    # Servers send the bytes of UTF-8, which http.client reads as latin-1.
    try:
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        location = location.strip()
    try:
        joined = urlsplit(urljoin(base.url, location.strip()))
        netloc = joined.netloc.rpartition("@")[2]
        return address_of(urlunsplit((joined.scheme, netloc, joined.path, joined.query, "")))
    except ValueError:
        raise _bad_address(location) from None


def host_is_named(host: str, names: Iterable[str]) -> bool:
    """Whether ``host`` is one of ``names``; ``*.example.org`` stands for any sub-domain, not for the domain itself."""
    host = host.lower().rstrip(".")
    for name in names:
        wanted = name.lower().rstrip(".")
        if wanted.startswith("*.") and len(wanted) > 2 and host.endswith(wanted[1:]) and len(host) > len(wanted) - 1:
            return True
        if wanted == host and host:
            return True
    return False


def is_ip_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _ascii_host(host: str) -> str:
    if _UNSAFE.search(host):
        raise ValueError(host)
    host = host.lower()
    if is_ip_literal(host):
        return host
    if not host.isascii():
        host = ".".join(label.encode("idna").decode("ascii") if label else "" for label in host.split("."))
    if not _LABELS.fullmatch(host) or len(host) > 253:
        raise ValueError(host)
    return host


def _bad_address(url: str) -> AccessError:
    return AccessError(ErrorKind.INVALID_QUERY, Reason.ADDRESS, {"address": redacted_url(url)[:300]})
