"""A query → the first request of a search, and what it leaves to be filtered here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from copernicus_plugin.adapters.fetching import SearchRequest
from copernicus_plugin.adapters.stac.capabilities import Capabilities
from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.geometry import bounds, simplify_enclosing, vertex_count, wkb_to_geojson
from copernicus_plugin.model.query import Area, Choice, FilterValue, Order, Period, Query, Range

GEOMETRY = "geometry"
_FEWEST_VERTICES = 8


@dataclass(frozen=True)
class BuiltSearch:
    """``filtered_here``: our names of what the request does not say, or says too widely."""

    request: SearchRequest
    page_size: int
    filtered_here: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServerCollection:
    """The server's collections that together are ours, and the filters (its names and values) that make them so."""

    ids: tuple[str, ...]
    filters: Mapping[str, Choice] = field(default_factory=dict)


def server_collection(mapping: object, ours: str) -> ServerCollection:
    """Read one entry of an endpoint's ``collections``."""
    if isinstance(mapping, Mapping):
        filters = mapping.get("filters", {})
        return ServerCollection(
            _ids(mapping.get("collection"), ours),
            {name: Choice(tuple(value) if isinstance(value, list) else (value,)) for name, value in filters.items()},
        )
    return ServerCollection(_ids(mapping, ours))


def _ids(named: object, ours: str) -> tuple[str, ...]:
    if isinstance(named, (list, tuple)) and named:
        return tuple(str(one) for one in named)
    return (str(named or ours),)


class SearchBuilder:
    """Says a query as one server understands it."""

    def __init__(
        self, capabilities: Capabilities, dialect: Dialect, collection: ServerCollection, timeless: bool
    ) -> None:
        self._server = capabilities
        self._dialect = dialect
        self._collection = collection
        self._timeless = timeless

    def build(self, query: Query) -> BuiltSearch:
        """The first request. Raises ``AccessError(INVALID_QUERY)`` for an area that cannot be simplified."""
        sent, here = self._split_filters(query.filters)
        geometry: dict[str, Any] = {}
        if query.area is not None:
            geometry, exact = self._geometry(query.area, self._dialect.largest_vertices)
            here = here if exact else [*here, GEOMETRY]
        page = self._dialect.largest_page if here else min(self._dialect.largest_page, max(1, query.limit))
        members: dict[str, Any] = {"collections": list(self._collection.ids), "limit": page}
        if query.period is not None and not self._timeless:
            members["datetime"] = interval(query.period)
        members.update(self._filter_members(sent))
        members.update(self._sort_and_fields(query.order))
        if self._server.post and members.get("filter-lang") != "cql2-text":
            return BuiltSearch(
                SearchRequest("POST", self._server.search_url, {**members, **geometry}), page, tuple(here)
            )
        request, short = self._get(members, geometry, query.area)
        return BuiltSearch(request, page, tuple(here if short or GEOMETRY in here else [*here, GEOMETRY]))

    def _split_filters(self, filters: Mapping[str, FilterValue]) -> tuple[dict[str, FilterValue], list[str]]:
        sent: dict[str, FilterValue] = {}
        here: list[str] = []
        for name, wanted in filters.items():
            theirs = self._sendable(name, wanted)
            if theirs is None:
                here.append(name)
            else:
                sent[self._dialect.sent_name(name)] = theirs
        if self._server.filters:
            sent.update(self._collection.filters)
        else:
            here.extend(self._collection.filters)
        return sent, here

    def _sendable(self, name: str, wanted: FilterValue) -> FilterValue | None:
        if not self._server.filters or name in self._dialect.filtered_here:
            return None
        if isinstance(wanted, Range):
            return wanted if name not in self._dialect.derived_properties else None
        values = tuple(self._dialect.sent_value(name, value) for value in wanted.values)
        sendable = tuple(value for value in values if value is not None)
        return Choice(sendable) if sendable and len(sendable) == len(values) else None

    def _filter_members(self, sent: Mapping[str, FilterValue]) -> dict[str, Any]:
        if not sent:
            return {}
        # pgstac's ``query`` has no ``in`` (400), its ``filter`` has ``or``; stac-server has no ``filter``
        several = any(isinstance(wanted, Choice) and len(wanted.values) > 1 for wanted in sent.values())
        if self._server.query and not (several and self._server.filter_language):
            return {"query": {name: _query_operators(wanted) for name, wanted in sent.items()}}
        if self._server.filter_language == "cql2-json":
            return {"filter": cql2_json(sent), "filter-lang": "cql2-json"}
        return {"filter": cql2_text(sent), "filter-lang": "cql2-text"}

    def _sort_and_fields(self, order: Order) -> dict[str, Any]:
        members: dict[str, Any] = {}
        if "sort" in self._server.words and not self._timeless:
            direction = "asc" if order is Order.OLDEST_FIRST else "desc"
            members["sortby"] = [{"field": self._dialect.sort_field, "direction": direction}]
        if "fields" in self._server.words and self._dialect.exclude_fields:
            members["fields"] = {"exclude": list(self._dialect.exclude_fields)}
        return members

    def _geometry(self, area: Area, largest: int) -> tuple[dict[str, Any], bool]:
        """``intersects`` or ``bbox``, and whether it says the area exactly."""
        if not self._dialect.intersects:
            return {"bbox": list(bounds(area.wkb))}, False
        if vertex_count(area.wkb) <= largest:
            return {"intersects": _geojson(area)}, True
        return {"intersects": _geojson(simplify_enclosing(area, largest))}, False

    def _get(self, members: dict[str, Any], geometry: dict[str, Any], area: Area | None) -> tuple[SearchRequest, bool]:
        """The search as an address, made short enough: fewer and fewer vertices, then the box alone.

        The second value is true where the geometry is the given one.
        """
        url = get_address(self._server.search_url, {**members, **geometry})
        if area is None or len(url) <= self._dialect.longest_address:
            return SearchRequest("GET", url), True
        vertices = min(self._dialect.largest_vertices, vertex_count(area.wkb)) // 2
        while self._dialect.intersects and vertices >= _FEWEST_VERTICES:
            geometry = {"intersects": _geojson(simplify_enclosing(area, vertices))}
            url = get_address(self._server.search_url, {**members, **geometry})
            if len(url) <= self._dialect.longest_address:
                return SearchRequest("GET", url), False
            vertices //= 2
        return SearchRequest(
            "GET", get_address(self._server.search_url, {**members, "bbox": list(bounds(area.wkb))})
        ), False


def interval(period: Period) -> str:
    """RFC 3339, ``..`` for an open end."""
    return f"{_moment(period.start)}/{_moment(period.end)}"


def get_address(url: str, members: Mapping[str, Any]) -> str:
    """A POST body's members as an address; parameters that ``url`` has already stay unless they are said anew."""
    said = {name: _get_value(value) for name, value in members.items()}
    parts = urlsplit(url)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in said]
    return urlunsplit(parts._replace(query=urlencode(kept + list(said.items()))))


def _get_value(value: Any) -> str:
    if isinstance(value, Mapping) and set(value) == {"exclude"} and isinstance(value["exclude"], list):
        return ",".join(f"-{entry}" for entry in value["exclude"])
    if isinstance(value, Mapping):
        return json.dumps(value, separators=(",", ":"))
    if isinstance(value, list):
        return ",".join(map(_get_entry, value))
    return str(value)


def _get_entry(value: Any) -> str:
    if isinstance(value, Mapping) and "direction" in value:
        return ("-" if value["direction"] == "desc" else "+") + str(value.get("field"))
    return str(value)


def _moment(moment: dt.datetime | None) -> str:
    if moment is None:
        return ".."
    text = moment.astimezone(dt.timezone.utc).replace(tzinfo=None).isoformat(timespec="auto")
    return text + "Z"


def _geojson(area: Area) -> dict[str, Any]:
    """A MultiPolygon of one polygon is said as that polygon: some servers know no other."""
    geometry = wkb_to_geojson(area.wkb)
    if geometry.get("type") == "MultiPolygon" and len(geometry["coordinates"]) == 1:
        return {"type": "Polygon", "coordinates": geometry["coordinates"][0]}
    return geometry


def _query_operators(wanted: FilterValue) -> dict[str, Any]:
    if isinstance(wanted, Choice):
        return {"eq": wanted.values[0]} if len(wanted.values) == 1 else {"in": list(wanted.values)}
    operators = {"gte": wanted.minimum, "lte": wanted.maximum}
    return {name: value for name, value in operators.items() if value is not None}


_Comparison = tuple[str, str, Union[str, int, float]]


def _comparisons(sent: Mapping[str, FilterValue]) -> list[list[_Comparison]]:
    """All of the lists must hold, of each list one entry. Only what Basic CQL2 has: no ``in``, no ``between``."""
    every: list[list[_Comparison]] = []
    for name, wanted in sent.items():
        if isinstance(wanted, Choice):
            every.append([("=", name, value) for value in wanted.values])
            continue
        if wanted.minimum is not None:
            every.append([(">=", name, wanted.minimum)])
        if wanted.maximum is not None:
            every.append([("<=", name, wanted.maximum)])
    return every


def cql2_json(sent: Mapping[str, FilterValue]) -> dict[str, Any]:
    """OGC 21-065r2, Basic CQL2."""

    def joined(operator: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
        return parts[0] if len(parts) == 1 else {"op": operator, "args": parts}

    return joined(
        "and",
        [
            joined("or", [{"op": sign, "args": [{"property": name}, value]} for sign, name, value in alternatives])
            for alternatives in _comparisons(sent)
        ],
    )


def cql2_text(sent: Mapping[str, FilterValue]) -> str:
    """OGC 21-065r2, Basic CQL2; names in double quotes, because of their colons."""

    def literal(value: str | int | float) -> str:
        return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)

    parts = []
    for alternatives in _comparisons(sent):
        texts = [f'"{name}" {sign} {literal(value)}' for sign, name, value in alternatives]
        parts.append(texts[0] if len(texts) == 1 else "(" + " OR ".join(texts) + ")")
    return " AND ".join(parts)
