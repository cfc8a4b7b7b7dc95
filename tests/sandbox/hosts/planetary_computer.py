"""planetarycomputer.microsoft.com: the STAC API (pgstac), signatures for Azure blobs, and rendered previews."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.sandbox.content.planetary_computer import ROOT, SITE
from tests.sandbox.hosts.signatures import Signatures
from tests.sandbox.http import Answer, Request, json_answer
from tests.sandbox.rasters.shop import RasterShop
from tests.sandbox.stac.service import Dialect, Refused, StacService, next_address
from tests.sandbox.stac.store import Entry, Search, Store

NAME = "planetarycomputer.microsoft.com"
CONFORMS = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
    "https://api.stacspec.org/v1.0.0/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "https://api.stacspec.org/v1.0.0/item-search#query", "https://api.stacspec.org/v1.0.0/item-search",
    "https://api.stacspec.org/v1.0.0/item-search#sort", "https://api.stacspec.org/v1.0.0-rc.2/item-search#filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json", "https://api.stacspec.org/v1.0.0/item-search#fields",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30", "https://api.stacspec.org/v1.0.0/collections",
    "https://api.stacspec.org/v1.0.0/ogcapi-features", "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
    "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
)  # fmt: skip
# The defaults and the largest limit stand in microsoft/planetary-computer-apis, pcstac/search.py.
DIALECT = Dialect(
    root=ROOT,
    default_limit=250,
    largest_limit=1000,
    known=("limit", "bbox", "intersects", "datetime", "ids", "collections", "query", "sortby", "fields", "filter",
           "filter-lang", "filter-crs", "conf"),
    sort=(("datetime", True), ("id", True)),
    root_link=f"{ROOT}/",
    json_type="application/json",
    geojson_type="application/geo+json",
    error_codes={404: "NotFoundError", 400: "RequestValidationError"},
    filters=True,
)  # fmt: skip


def landing(collections: dict[str, Any]) -> dict[str, Any]:
    """As recorded, for where the recordings are absent."""
    rows: list[tuple[str, str, str, str]] = [
        ("self", "application/json", f"{ROOT}/", ""), ("root", "application/json", f"{ROOT}/", ""),
        ("data", "application/json", f"{ROOT}/collections", ""),
        ("conformance", "application/json", f"{ROOT}/conformance",
         "STAC/OGC conformance classes implemented by this server"),
    ]  # fmt: skip
    links: list[dict[str, Any]] = [{"rel": rel, "type": kind, **({"title": title} if title else {}), "href": href}
                                   for rel, kind, href, title in rows]  # fmt: skip
    links += [{"rel": "search", "type": "application/geo+json", "title": "STAC search", "href": f"{ROOT}/search",
               "method": method} for method in ("GET", "POST")]  # fmt: skip
    links.append({"rel": "http://www.opengis.net/def/rel/ogc/1.0/queryables", "type": "application/schema+json",
                  "title": "Queryables", "href": f"{ROOT}/queryables", "method": "GET"})  # fmt: skip
    links += [
        {"rel": "child", "type": "application/json", "title": document["title"], "href": f"{ROOT}/collections/{name}"}
        for name, document in collections.items()
    ]
    return {
        "type": "Catalog",
        "id": "microsoft-pc",
        "title": "Microsoft Planetary Computer STAC API",
        "description": "Searchable spatiotemporal metadata describing Earth science datasets hosted by the Microsoft "
        "Planetary Computer",
        "stac_version": "1.0.0",
        "conformsTo": list(CONFORMS),
        "links": links,
        "stac_extensions": [],
    }


class _Stac(StacService):
    def _words(self, request: Request) -> dict[str, Any]:
        """CQL2 text comes by GET only, as with every server of this family (seen with stac-fastapi-pgstac 7.2)."""
        words = super()._words(request)
        if request.method == "POST" and isinstance(words.get("filter"), str):
            raise Refused(400, "body -> filter: value is not a valid dict")
        return words

    def missing_collection(self, collection: str) -> str:
        return f"Collection {collection} does not exist."

    def missing_item(self, collection: str, item_id: str) -> str:
        return f"Item {item_id} in Collection {collection} does not exist."

    def page_start(self, words: dict[str, Any], found: list[Entry], limit: int) -> int:
        direction, _, place = str(words.get("token") or "").partition(":")
        collection, _, item_id = place.partition(":")
        positions = [
            number for number, entry in enumerate(found) if (entry.collection, entry.id) == (collection, item_id)
        ]
        if direction == "next":
            return positions[0] + 1 if positions else len(found)
        if direction == "prev":
            return max(0, positions[0] - limit) if positions else 0
        return 0

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
        if page and start + len(page) < len(found):
            links.append(self._page_link("next", request, words, page[-1], items_of))
        if page and start > 0:
            links.append(self._page_link("previous", request, words, page[0], items_of))
        links.append({"rel": "root", "type": "application/json", "href": f"{ROOT}/"})
        query = f"?{request.query_string}" if request.query_string else ""
        links.append({"rel": "self", "type": "application/json", "href": f"{SITE}{request.path}{query}"})
        return {"type": "FeatureCollection", "features": [], "links": links}

    def _page_link(
        self, rel: str, request: Request, words: dict[str, Any], edge: Entry, items_of: str
    ) -> dict[str, Any]:  # fmt: skip
        token = f"{rel[:4]}:{edge.collection}:{edge.id}"
        link = {"rel": rel, "type": "application/geo+json", "method": request.method}
        if request.method == "POST":
            body = {name: words[name] for name in DIALECT.known if name in words}
            return {**link, "href": f"{ROOT}/search", "body": {**body, "token": token}}
        base = f"{ROOT}/collections/{items_of}/items" if items_of else f"{ROOT}/search"
        return {**link, "href": next_address(base, request, token=token)}


class PlanetaryComputer:
    def __init__(
        self,
        store: Store,
        landing_page: dict[str, Any],
        collections: dict[str, Any],
        signatures: Signatures,
        shop: RasterShop,
    ) -> None:
        self._stac = _Stac(DIALECT, store, landing_page, collections)
        self._store = store
        self._signatures = signatures
        self._shop = shop

    async def __call__(self, request: Request) -> Answer:
        if request.path.startswith("/api/sas/v1/"):
            return self._sign(request, unquote(request.path)[len("/api/sas/v1/") :].strip("/").split("/"))
        if request.path.startswith("/api/data/v1/item/"):
            return await self._render(request, request.path.rpartition("/")[2])
        return await self._stac(request)

    def _sign(self, request: Request, parts: list[str]) -> Answer:
        if parts == ["sign"]:
            href = request.query.get("href", "")
            address = urlsplit(href)
            if not (address.hostname or "").endswith(".blob.core.windows.net"):
                return json_answer({"detail": "href must be a blob storage URL"}, 400)
            account, container = (address.hostname or "").split(".")[0], address.path.split("/")[1]
            token, expiry = self._signatures.token(account, container)
            joint = "&" if address.query else "?"
            return json_answer({"msft:expiry": expiry, "href": f"{href}{joint}{token}"})
        if parts[0] == "token" and len(parts) == 2:
            collection = self._stac.collections.get(parts[1])
            if collection is None or "msft:storage_account" not in collection:
                return json_answer({"detail": f"No collection or container found for {parts[1]}"}, 404)
            parts = ["token", collection["msft:storage_account"], collection["msft:container"]]
        if parts[0] == "token" and len(parts) == 3:
            token, expiry = self._signatures.token(parts[1], parts[2])
            return json_answer({"msft:expiry": expiry, "token": token})
        return json_answer({"detail": "Not Found"}, 404)

    async def _render(self, request: Request, kind: str) -> Answer:
        query = request.query
        item_id = query.get("item") or query.get("items", "")
        entry = self._store.get(query.get("collection", ""), item_id)
        if entry is None:
            return json_answer({"detail": "Item not found"}, 404)
        if kind == "tilejson.json":
            return json_answer(
                {
                    "tilejson": "2.2.0",
                    "version": "1.0.0",
                    "scheme": "xyz",
                    "minzoom": 8,
                    "maxzoom": 14,
                    "bounds": entry.box,
                    "tiles": [
                        f"{SITE}/api/data/v1/item/tiles/WebMercatorQuad/{{z}}/{{x}}/{{y}}@1x?{request.query_string}"
                    ],
                }
            )
        if kind == "preview.png":
            picture = await asyncio.to_thread(self._shop.preview, entry.item(), query.get("assets", "visual"), "PNG")
            return picture if picture is not None else json_answer({"detail": "No such asset"}, 404)
        return json_answer({"detail": "Not Found"}, 404)
