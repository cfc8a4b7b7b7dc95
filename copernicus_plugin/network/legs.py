"""One leg of a request's way from redirect to redirect, and what its host may be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import Address, host_is_named, redirect_target
from copernicus_plugin.network.messages import HttpRequest

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BODY_HEADERS = frozenset({"content-type", "content-length", "content-encoding", "transfer-encoding"})
_TELLING = ("authorization", "cookie", "token", "api-key", "apikey", "secret", "subscription-key", "password")
_OURS = frozenset({"proxy-authorization", "connection", "content-length", "transfer-encoding"})


@dataclass(frozen=True)
class Leg:
    """``first_host`` is the host that the request was made for."""

    address: Address
    method: str
    body: bytes | None = field(repr=False)
    first_host: str = ""
    redirected: bool = False

    def headers_for(self, request: HttpRequest, user_agent: str, as_sent: bool) -> tuple[dict[str, str], bool]:
        """What is sent to this leg's host, and whether a secret is among it.

        Secrets go over https only and to hosts that ``sent_to`` names. Headers that look like an account are kept
        from any other host than the request's own, even where they were not declared as secret.
        """
        at_home = not self.redirected or (self.address.host == self.first_host and self.address.scheme == "https")
        headers = {"User-Agent": user_agent, "Accept": "*/*"}
        for name, value in request.headers.items():
            if name.lower() in _OURS or (self.body is None and name.lower() in _BODY_HEADERS):
                continue
            if at_home or not (name.lower() == "host" or any(part in name.lower() for part in _TELLING)):
                _put(headers, name, value)
        if "Accept-Encoding" not in headers:
            headers["Accept-Encoding"] = "identity" if as_sent or "Range" in headers else "gzip"
        secret = self.address.scheme == "https" and host_is_named(self.address.host, request.sent_to)
        if secret:
            for name, value in request.secret_headers.items():
                _put(headers, name, value)
        return headers, secret and bool(request.secret_headers)


def is_redirect(status: int, headers: Mapping[str, str]) -> bool:
    return status in _REDIRECTS and bool(headers.get("location", "").strip())


def following_leg(request: HttpRequest, leg: Leg, status: int, location: str) -> Leg:
    """The leg that a redirect leads to. Raises ``AccessError``."""
    target = redirect_target(leg.address, location)
    method, body = leg.method, leg.body
    if (status == 303 and method != "HEAD") or (status in (301, 302) and method == "POST"):
        method, body = "GET", None
    first_host = leg.first_host or leg.address.host
    if body is not None and not _may_have_body(request, target, first_host):
        raise AccessError(ErrorKind.NETWORK_FAULT, Reason.REDIRECT_LOOP, {"host": target.host})
    return Leg(target, method, body, first_host, True)


def _may_have_body(request: HttpRequest, target: Address, first_host: str) -> bool:
    """A body may hold a password: then the request names the hosts that may see it, and none without encryption."""
    if not request.sent_to:
        return True
    return target.scheme == "https" and (target.host == first_host or host_is_named(target.host, request.sent_to))


def _put(headers: dict[str, str], name: str, value: str) -> None:
    """Set a header whatever the case of its name; a pasted key may end with a line break."""
    standard = "-".join(part[:1].upper() + part[1:].lower() for part in name.strip().split("-"))
    headers[standard] = value.strip()
