"""earth-search.aws.element84.com: stac-server v1.

Recorded: it ignores CQL2 ``filter`` and ``q``; every page that is not empty has a next link, so the last one is
followed by an empty page; the next body keeps only the words that the server knows.
"""

from __future__ import annotations

from typing import Any

from tests.sandbox.content.earth_search import ROOT
from tests.sandbox.http import Answer, Request, json_answer
from tests.sandbox.stac.service import Dialect, Refused, StacService, next_address
from tests.sandbox.stac.store import Entry, Search, Store, parse_time

NAME = "earth-search.aws.element84.com"
CONFORMS = (
    "https://api.stacspec.org/v1.0.0/core", "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features", "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/ogcapi-features#fields", "https://api.stacspec.org/v1.0.0/ogcapi-features#sort",
    "https://api.stacspec.org/v1.0.0/ogcapi-features#query", "https://api.stacspec.org/v1.0.0/item-search#fields",
    "https://api.stacspec.org/v1.0.0/item-search#sort", "https://api.stacspec.org/v1.0.0/item-search#query",
    "https://api.stacspec.org/v0.3.0/aggregation", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)  # fmt: skip
DIALECT = Dialect(
    root=ROOT,
    default_limit=10,
    largest_limit=4999,
    known=("bbox", "intersects", "datetime", "limit", "query", "sortby", "fields", "ids", "collections"),
    error_codes={404: "NotFound", 400: "BadRequest"},
    too_large=lambda limit: json_answer({"message": "Internal server error"}, 502),
    includes_with_fields=("id", "type", "stac_version", "geometry", "bbox", "links", "assets", "collection",
                          "properties.datetime"),
)  # fmt: skip


def landing(collections: list[str]) -> dict[str, Any]:
    """As recorded, for where the recordings are absent."""
    simple = [
        ("self", "application/json", ""),
        ("root", "application/json", ""),
        ("conformance", "application/json", "/conformance"),
        ("data", "application/json", "/collections"),
    ]
    links = [{"rel": rel, "type": kind, "href": ROOT + path} for rel, kind, path in simple]
    links += [{"rel": "search", "type": "application/geo+json", "href": f"{ROOT}/search", "method": method}
              for method in ("GET", "POST")]  # fmt: skip
    links += [
        {"rel": "aggregate", "type": "application/json", "href": f"{ROOT}/aggregate", "method": "GET"},
        {"rel": "aggregations", "type": "application/json", "href": f"{ROOT}/aggregations"},
        {"rel": "service-desc", "type": "application/vnd.oai.openapi", "href": f"{ROOT}/api"},
        {"rel": "service-doc", "type": "text/html", "href": f"{ROOT}/api.html"},
        {"rel": "http://www.opengis.net/def/rel/ogc/1.0/queryables", "type": "application/schema+json",
         "href": f"{ROOT}/queryables"},
        {"rel": "server", "type": "text/html", "href": "https://stac-utils.github.io/stac-server/"},
    ]  # fmt: skip
    links += [
        {"rel": "child", "type": "application/geo+json", "href": f"{ROOT}/collections/{name}"} for name in collections
    ]
    return {
        "stac_version": "1.0.0", "type": "Catalog", "id": "earth-search-aws", "title": "Earth Search by Element 84",
        "description": "A STAC API of public datasets on AWS", "links": links, "conformsTo": list(CONFORMS),
    }  # fmt: skip


class EarthSearch(StacService):
    def __init__(self, store: Store, landing_page: dict[str, Any], collections: dict[str, Any]) -> None:
        super().__init__(DIALECT, store, landing_page, collections)

    def collections_document(self) -> dict[str, Any]:
        count = len(self.collections)
        context = {"page": 1, "limit": 100, "matched": count, "returned": count}
        return {**super().collections_document(), "context": context}

    def other_route(self, request: Request, parts: list[str]) -> Answer:
        collections = [parts[1]] if parts[0] == "collections" else None
        if parts[-1] == "aggregations":
            return self._json({"aggregations": [{"name": "total_count", "data_type": "integer"}],
                               "links": self._links("aggregations")})  # fmt: skip
        if parts[-1] == "aggregate":
            return self._aggregate(request, collections)
        raise Refused(404, "Not Found")

    def _aggregate(self, request: Request, collections: list[str] | None) -> Answer:
        words = self._words(request)
        if collections:
            words["collections"] = collections
        total = len(self.store.search(self.parse(words)))
        asked = request.query.get("aggregations", "").split(",")
        aggregations = (
            [{"name": "total_count", "data_type": "integer", "value": total}] if "total_count" in asked else []
        )
        return self._json(
            {"type": "AggregationCollection", "aggregations": aggregations, "links": self._links("aggregate")}
        )

    def page_start(self, words: dict[str, Any], found: list[Entry], limit: int) -> int:
        token = words.get("next")
        if not token:
            return 0
        *values, item_id, collection = str(token).split(",") if str(token).count(",") >= 2 else ("", "", "")
        for number, entry in enumerate(found):
            if (entry.id, entry.collection) == (item_id, collection):
                return number + 1
        try:
            after = (parse_time(values[0]), item_id, collection)
        except ValueError:
            raise Refused(400, "next token is invalid") from None
        return sum((entry.time, entry.id, entry.collection) >= after for entry in found)

    def page_members(
        self,
        request: Request,
        words: dict[str, Any],
        search: Search,
        found: list[Entry],
        start: int,
        page: list[Entry],
        limit: int,
        items_of: str,
    ) -> dict[str, Any]:
        links: list[dict[str, Any]] = []
        if page:
            links.append(self._next_link(request, words, page[-1], items_of))
        links.append({"rel": "root", "type": "application/json", "href": ROOT})
        return {
            "type": "FeatureCollection", "stac_version": "1.0.0", "stac_extensions": [],
            "context": {"limit": limit, "matched": len(found), "returned": len(page)},
            "numberMatched": len(found), "numberReturned": len(page), "features": [], "links": links,
        }  # fmt: skip

    def _next_link(self, request: Request, words: dict[str, Any], last: Entry, items_of: str) -> dict[str, Any]:
        token = f"{last.item()['properties']['datetime']},{last.id},{last.collection}"
        link = {"rel": "next", "title": "Next page of Items", "method": request.method, "type": "application/geo+json"}
        if request.method == "POST":
            body = {name: words[name] for name in DIALECT.known if name in words}
            return {**link, "href": f"{ROOT}/search", "merge": False, "body": {**body, "next": token}}
        base = f"{ROOT}/collections/{items_of}/items" if items_of else f"{ROOT}/search"
        return {**link, "href": next_address(base, request, next=token)}
