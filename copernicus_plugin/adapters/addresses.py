"""Where a catalogue may send us."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit, urlunsplit

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import host_is_named


def own_address(href: str, base: str, endpoint_url: str, further_hosts: tuple[str, ...]) -> str:
    """The address of a link that stands at ``base``; with the endpoint's scheme and port, if the host is its own.

    Behind a proxy servers believe that they speak http on some port. To another host, but for https to sub-domains
    and ``further_hosts``, nothing is sent: a catalogue must not make QGIS ask inside the user's network. Raises
    ``AccessError(BAD_ANSWER, ADDRESS)`` then.
    """
    endpoint = urlsplit(endpoint_url)
    own = endpoint.hostname or ""
    try:
        url = urljoin(base, href.strip())
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise _foreign(href, own) from None
    if host == own:
        return urlunsplit(parts._replace(scheme=endpoint.scheme, netloc=endpoint.netloc))
    if parts.scheme == "https" and host_is_named(host, (f"*.{own}", *further_hosts)):
        return url
    raise _foreign(url, own)


def _foreign(url: str, host: str) -> AccessError:
    return AccessError(ErrorKind.BAD_ANSWER, Reason.ADDRESS, {"host": host, "address": url.partition("?")[0][:200]})
