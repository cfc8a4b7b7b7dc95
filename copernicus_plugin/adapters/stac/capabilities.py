"""What a server can do, by its landing page's conformance classes (STAC API 1.0.0, its release candidates, 1.1.0).

What a server does not conform to is not sent: it would be ignored in silence (Earth Search answers a CQL2 filter
with every item that it has) or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin

from copernicus_plugin.adapters.addresses import own_address
from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.errors import AccessError

_ITEM_SEARCH = re.compile(
    r"https?://api\.stacspec\.org/v1\.\d+\.\d+(?:-(?:rc|beta)\.\d+)?/item-search/?#(query|filter|sort|fields)\b"
)
_CQL2 = re.compile(r"https?://www\.opengis\.net/spec/cql2/\d+\.\d+/conf/(cql2-text|cql2-json)/?$")


@dataclass(frozen=True)
class Capabilities:
    """``words``: out of ``query``, ``filter``, ``cql2-json``, ``cql2-text``, ``sort``, ``fields``."""

    search_url: str
    methods: tuple[str, ...]
    words: frozenset[str]

    @property
    def post(self) -> bool:
        return "POST" in self.methods

    @property
    def query(self) -> bool:
        return "query" in self.words

    @property
    def filter_language(self) -> str:
        """``cql2-json`` by POST, else ``cql2-text``, which is for GET (pgstac takes it by no other way); or empty."""
        if "filter" not in self.words:
            return ""
        if self.post and "cql2-json" in self.words:
            return "cql2-json"
        return "cql2-text" if "cql2-text" in self.words and "GET" in self.methods else ""

    @property
    def filters(self) -> bool:
        return self.query or bool(self.filter_language)


def words_of(conforms_to: Iterable[object]) -> frozenset[str]:
    """Our words for the conformance classes of a landing page."""
    words = set()
    for address in conforms_to:
        if isinstance(address, str):
            match = _ITEM_SEARCH.match(address) or _CQL2.match(address)
            if match:
                words.add(match.group(1))
    return frozenset(words)


def assumed(endpoint_url: str, dialect: Dialect) -> Capabilities:
    """What the dialect says of a server whose landing page has not been read."""
    return Capabilities(
        urljoin(_folder(endpoint_url), dialect.search or "search"),
        dialect.methods or ("POST", "GET"),
        dialect.conforms or frozenset(),
    )


def told(
    landing: Mapping[str, Any], conforms_to: Iterable[object], endpoint_url: str, dialect: Dialect
) -> Capabilities:
    """What a landing page says. ``conforms_to`` comes from it, or from the page of conformance that it links to."""
    methods: list[str] = []
    address = ""
    for link in links_of(landing, "search"):
        method = str(link.get("method") or "GET").upper()
        if isinstance(link.get("href"), str) and method in ("GET", "POST"):
            methods.append(method)
            address = address or _own_or_nothing(link["href"], endpoint_url, dialect)
    capabilities = assumed(endpoint_url, dialect)
    return replace(
        capabilities,
        search_url=capabilities.search_url if dialect.search or not address else address,
        methods=dialect.methods or tuple(methods) or ("GET",),
        words=words_of(conforms_to),
    )


def links_of(document: Mapping[str, Any], relation: str) -> list[dict[str, Any]]:
    """The links of a document with one relation."""
    links = document.get("links")
    return [
        link
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, dict) and link.get("rel") == relation
    ]


def _own_or_nothing(href: str, endpoint_url: str, dialect: Dialect) -> str:
    try:
        return own_address(href, _folder(endpoint_url), endpoint_url, dialect.next_hosts)
    except AccessError:
        return ""


def _folder(url: str) -> str:
    return url if url.endswith("/") else url + "/"
