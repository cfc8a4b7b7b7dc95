"""From one page to the next, in every way that servers have of saying so.

STAC API 1.0 item search, "Paging": a link ``next`` with ``method``, ``headers``, ``body`` and ``merge``. Seen beside
it: Sentinel Hub's ``context.next`` without a link, servers without either (dialect ``page_parameter``), addresses
with http where a proxy in front speaks https, relative addresses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from copernicus_plugin.adapters.addresses import own_address
from copernicus_plugin.adapters.fetching import SearchRequest
from copernicus_plugin.adapters.stac.building import get_address
from copernicus_plugin.adapters.stac.decoding import Envelope
from copernicus_plugin.adapters.stac.dialect import Dialect

_EMPTY_PAGES = 3
_UNSENT_HEADERS = frozenset({"host", "content-length", "transfer-encoding", "connection", "cookie", "authorization"})


class Pager:
    """The walk through the pages of one search."""

    def __init__(self, endpoint_url: str, first: SearchRequest, dialect: Dialect) -> None:
        self._endpoint_url = endpoint_url
        self._first = first
        self._dialect = dialect
        self._seen = {_identity(first)}
        self._empty = 0

    def next_by_links(
        self, links: Sequence[Mapping[str, Any]], asked: SearchRequest, page_url: str
    ) -> SearchRequest | None:
        """What a ``next`` link among ``links`` leads to, if there is one; seen ones are given all the same.

        Raises ``AccessError(BAD_ANSWER, ADDRESS)`` where it leads to a host that is not the endpoint's.
        """
        for link in links:
            if link.get("rel") == "next" and isinstance(link.get("href"), str):
                return self._request_of(link, asked, page_url)
        return None

    def following(
        self, envelope: Envelope, features: int, asked: SearchRequest, page_url: str, page_size: int
    ) -> SearchRequest | None:
        """The request for the page after one with so many ``features``; ``None`` at the end.

        The end is also where a request would be repeated, and after several empty pages in a row.
        """
        request = self.next_by_links(envelope.links, asked, page_url) or self._unlinked(
            envelope, features, asked, page_size
        )
        self._empty = 0 if features else self._empty + 1
        if request is None or self._empty >= _EMPTY_PAGES:
            return None
        identity = _identity(request)
        if identity in self._seen:
            return None
        self._seen.add(identity)
        return request

    def is_new(self, request: SearchRequest) -> bool:
        """Whether the walk has not come by this request yet."""
        return _identity(request) not in self._seen

    def _request_of(self, link: Mapping[str, Any], asked: SearchRequest, page_url: str) -> SearchRequest:
        url = own_address(str(link["href"]), page_url, self._endpoint_url, self._dialect.next_hosts)
        headers = dict(asked.headers)
        for name, value in _mapping(link.get("headers")).items():
            if isinstance(value, list):
                value = ", ".join(str(entry) for entry in value)  # noqa: PLW2901  # the specification allows both
            if name.lower() not in _UNSENT_HEADERS and isinstance(value, str) and value.isprintable():
                headers[name] = value
        body = link.get("body")
        merge = link.get("merge") is True
        if str(link.get("method") or "GET").upper() == "POST":
            original = dict(self._first.body or {})
            if not isinstance(body, dict):
                return SearchRequest("POST", url, original, headers)
            return SearchRequest("POST", url, {**original, **body} if merge else body, headers)
        if merge:
            original = dict(parse_qsl(urlsplit(self._first.url).query, keep_blank_values=True))
            said = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
            url = get_address(url, {**original, **said, **_mapping(body)})
        return SearchRequest("GET", url, None, headers)

    def _unlinked(
        self, envelope: Envelope, features: int, asked: SearchRequest, page_size: int
    ) -> SearchRequest | None:
        if isinstance(envelope.next_value, (int, str)) and not isinstance(envelope.next_value, bool):
            return self._with(asked, "next", envelope.next_value)
        parameter = self._dialect.page_parameter
        if not parameter or features < page_size:
            return None
        if parameter == "page":
            return self._with(asked, parameter, _stated(asked, parameter, 1) + 1)
        return self._with(asked, parameter, _stated(asked, parameter, 0) + features)

    def _with(self, asked: SearchRequest, name: str, value: int | str) -> SearchRequest:
        if asked.method == "POST":
            return SearchRequest("POST", asked.url, {**(asked.body or {}), name: value}, asked.headers)
        return SearchRequest("GET", get_address(asked.url, {name: value}), None, asked.headers)


def _identity(request: SearchRequest) -> tuple[str, str, str]:
    body = "" if request.body is None else json.dumps(request.body, sort_keys=True, default=str)
    return request.method, request.url, body


def _stated(request: SearchRequest, name: str, default: int) -> int:
    source: Mapping[str, Any] = request.body or dict(parse_qsl(urlsplit(request.url).query))
    try:
        return int(source.get(name, default))
    except (TypeError, ValueError):
        return default


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
