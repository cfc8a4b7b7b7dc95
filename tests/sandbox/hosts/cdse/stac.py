"""stac.dataspace.copernicus.eu/v1: stac-fastapi over pgstac, with the Data Space's collections and items (STAC 1.1.0).

Pages, links, refusals and their words are those of stac-fastapi-pgstac 7.2, the real server that ``tests/peers`` asks
the same; limits (12 at first, 1 000 at most) and throttling (429, ``Retry-After: 2``) as the operator documents.
"""

from __future__ import annotations

import collections
import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.sandbox.content import recorded
from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.content.cdse_stac import ProductEntry, collection_of, recorded_items
from tests.sandbox.content.cdse_stac_assets import ROOT
from tests.sandbox.http import Answer, Bytes, Request, json_answer
from tests.sandbox.safe.shop import SafeShop
from tests.sandbox.stac.service import Dialect, Refused, StacService, next_address
from tests.sandbox.stac.store import Entry, ItemEntry, Search, Store

NAME = "stac.dataspace.copernicus.eu"
_OGC, _STAC = "http://www.opengis.net/spec", "https://api.stacspec.org"
CONFORMS = (
    *(f"{_OGC}/cql2/1.0/conf/{name}" for name in ("basic-cql2", "cql2-json", "cql2-text")),
    f"{_OGC}/ogcapi-common-2/1.0/conf/simple-query",
    *(f"{_OGC}/ogcapi-features-1/1.0/conf/{name}" for name in ("core", "geojson", "oas30")),
    *(f"{_OGC}/ogcapi-features-3/1.0/conf/{name}" for name in ("features-filter", "filter")),
    *(f"{_STAC}/v1.0.0-rc.1/collection-search{name}" for name in ("", "#fields", "#filter", "#free-text", "#query")),
    f"{_STAC}/v1.0.0-rc.2/item-search#filter",
    *(f"{_STAC}/v1.0.0/{name}" for name in ("collections", "core", "item-search", "item-search#fields",
      "item-search#query", "ogcapi-features", "ogcapi-features#fields", "ogcapi-features#query")),
    *(f"{_STAC}/v1.1.0/{name}#sort" for name in ("collection-search", "item-search", "ogcapi-features")),
)  # fmt: skip
DIALECT = Dialect(
    root=ROOT,
    default_limit=12,
    largest_limit=1000,
    known=("collections", "ids", "bbox", "intersects", "datetime", "limit", "query", "sortby", "fields", "filter",
           "filter-lang", "filter-crs", "conf"),
    sort=(("datetime", True), ("id", True)),
    root_link=f"{ROOT}/",
    json_type="application/json",
    geojson_type="application/geo+json",
    filters=True,
)  # fmt: skip
_EXCLUSIVE = "Value error, intersects and bbox parameters are mutually exclusive"
_OPERATORS = ("eq", "ne", "neq", "lt", "lte", "gt", "gte")
_COLLECTIONS_AT_FIRST = 10


def landing() -> dict[str, Any]:
    """As pgstac words it."""
    rows: tuple[tuple[str, str, str, str], ...] = (
        ("self", "application/json", "This document", "/"),
        ("root", "application/json", "Root", "/"),
        ("data", "application/json", "Collections available for this Catalog", "/collections"),
        ("conformance", "application/json", "STAC/OGC conformance classes implemented by this server", "/conformance"),
        ("search", "application/geo+json", "STAC search [GET]", "/search"),
        ("search", "application/geo+json", "STAC search [POST]", "/search"),
        ("http://www.opengis.net/def/rel/ogc/1.0/queryables", "application/schema+json",
         "Queryables available for this Catalog", "/queryables"),
        ("service-desc", "application/vnd.oai.openapi+json;version=3.0", "OpenAPI service description", "/api"),
        ("service-doc", "text/html", "OpenAPI service documentation", "/api.html"),
    )  # fmt: skip
    links = [{"rel": rel, "type": kind, "title": title, "href": f"{ROOT}{path}",
              **({"method": "POST" if "POST" in title else "GET"} if "[" in title or "Queryables" in title else {})}
             for rel, kind, title, path in rows]  # fmt: skip
    title = "Copernicus Data Space Ecosystem (CDSE) asset-level STAC catalogue"
    return {"type": "Catalog", "id": "cdse-stac", "title": title, "description": title, "stac_version": "1.1.0",
            "conformsTo": list(CONFORMS), "links": links, "stac_extensions": []}  # fmt: skip


def collection_documents(folder: Path | None, names: Iterable[str]) -> dict[str, Any]:
    """The recorded ones, and one for each name that has none, all with the links that the server adds."""
    documents: dict[str, Any] = {}
    for path in sorted((folder / "cdse").glob("stac_collection_*.json")) if folder else ():
        document = recorded.read(folder, f"cdse/{path.name}")
        documents[document["id"]] = document
    for name in sorted(set(names) - set(documents)):
        documents[name] = _made(name)
    return {name: {**document, "links": [*_own_links(name), *document.get("links", [])]}
            for name, document in documents.items()}  # fmt: skip


def _made(name: str) -> dict[str, Any]:
    title = name.replace("-", " ").title()
    return {
        "stac_version": "1.1.0", "stac_extensions": [], "id": name, "type": "Collection", "title": title,
        "description": f"{title}, of the sandbox.", "license": "other", "keywords": ["Copernicus"],
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]},
                   "temporal": {"interval": [["2014-10-03T00:00:00Z", None]]}},
        "providers": [{"name": "ESA", "roles": ["producer", "licensor"], "url": "https://sentinel.esa.int"}],
        "summaries": {}, "links": [],
    }  # fmt: skip


def _own_links(name: str) -> list[dict[str, str]]:
    own = f"{ROOT}/collections/{name}"
    return [
        {"rel": "items", "type": "application/geo+json", "href": f"{own}/items"},
        {"rel": "parent", "type": "application/json", "href": f"{ROOT}/"},
        {"rel": "root", "type": "application/json", "href": f"{ROOT}/"},
        {"rel": "self", "type": "application/json", "href": own},
        {"rel": "http://www.opengis.net/def/rel/ogc/1.0/queryables", "type": "application/schema+json",
         "title": "Queryables", "href": f"{own}/queryables"},
    ]  # fmt: skip


class Checksums:
    """Multihashes of what the real products hold; those of the others are not known before their files are made."""

    def __init__(self, shop: SafeShop, cache: Path) -> None:
        self._shop, self._cache = shop, cache

    def __call__(self, product: CdseProduct) -> Mapping[str, str]:
        """By the file's path; "" stands for the whole. SHA3-256 for images, MD5 for the rest, as recorded."""
        if not product.static or not product.length or product.recorded:
            # Of another packing: whoever compares it with what arrives is wrong.
            return {"": "d50110" + hashlib.md5(product.name.encode(), usedforsecurity=False).hexdigest()}
        kept = self._cache / "checksums" / f"{product.name}-{product.length}.json"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            found = {file.path: self._multihash(product, file.path) for file in product.files}
            text = json.dumps({**found, "": f"d50110{self._shop.md5(product)}"})
            part = kept.with_suffix(".part")
            part.write_text(text, encoding="utf-8")
            part.replace(kept)
        return dict(json.loads(kept.read_text(encoding="utf-8")))

    def _multihash(self, product: CdseProduct, path: str) -> str:
        resource = self._shop.file(product, path)
        if resource is None:
            raise RuntimeError(f"{product.name} has no {path}")
        image = path.endswith(".jp2")
        digest = hashlib.sha3_256() if image else hashlib.md5(usedforsecurity=False)
        for chunk in resource.content.chunks(0, resource.content.size):
            digest.update(chunk)
        return ("1620" if image else "d50110") + digest.hexdigest()


class _Stac(StacService):
    def error(self, status: int, description: str) -> Bytes:
        if status == 404 and description != "Not Found":
            return json_answer({"code": "NotFoundError", "description": description}, status)
        return json_answer({"detail": description}, status)

    def missing_collection(self, collection: str) -> str:
        return f"Collection {collection} does not exist."

    def missing_item(self, collection: str, item_id: str) -> str:
        return f"Item {item_id} in Collection {collection} does not exist."

    def _route(self, request: Request) -> Answer:
        if request.path.rstrip("/") == f"{self.prefix}/collections":
            return self._json(self._some_collections(request))
        return super()._route(request)

    def _some_collections(self, request: Request) -> dict[str, Any]:
        """Free text and pages; ten at first."""
        found = list(self.collections.values())
        wanted = request.query.get("q", "").lower().split()
        if wanted:
            texts = [(" ".join([one["title"], one["description"], *one.get("keywords", [])]).lower(), one)
                     for one in found]  # fmt: skip
            found = [one for text, one in texts if all(word in text for word in wanted)]
        limit, offset = int(request.query.get("limit", _COLLECTIONS_AT_FIRST)), int(request.query.get("offset", 0))
        page = found[offset : offset + limit]
        links = [{"rel": "root", "type": "application/json", "href": f"{ROOT}/"},
                 {"rel": "self", "type": "application/json", "href": _asked(request)}]  # fmt: skip
        if offset + limit < len(found):
            following = next_address(f"{ROOT}/collections", request, limit=str(limit), offset=str(offset + limit))
            links.insert(0, {"rel": "next", "type": "application/geo+json", "method": "GET", "href": following})
        return {"collections": page, "links": links, "numberMatched": len(found), "numberReturned": len(page)}

    def queryable_properties(self, collection: str) -> dict[str, Any]:
        return {
            **super().queryable_properties(collection),
            "platform": {"title": "Platform", "type": "string"},
            "sat:relative_orbit": {"title": "Relative orbit", "type": "integer"},
            "sat:orbit_state": {"title": "Orbit state", "type": "string"},
            "grid:code": {"title": "Grid code", "type": "string"},
            "product:type": {"title": "Product type", "type": "string"},
        }

    def _words(self, request: Request) -> dict[str, Any]:
        words = super()._words(request)
        both = bool(words.get("bbox")) and bool(words.get("intersects"))
        if request.method != "POST":
            if both:
                said = f"1 validation error for SearchPostRequest\n  {_EXCLUSIVE} [type=value_error]"
                raise Refused(400, f"Invalid parameters provided {said}")
            return words
        details = [_detail("value_error", ["body"], _EXCLUSIVE, words)] if both else []
        if isinstance(words.get("filter"), str):
            said = "Input should be a valid dictionary"
            details.append(_detail("dict_type", ["body", "filter"], said, words["filter"]))
        if words.get("filter-lang", "cql2-json") != "cql2-json":
            details.append(_detail("literal_error", ["body", "filter-lang"], "Input should be 'cql2-json'",
                                   words["filter-lang"]))  # fmt: skip
        if isinstance(words.get("limit"), int) and words["limit"] < 1:
            details.append(
                _detail("greater_than", ["body", "limit"], "Input should be greater than 0", words["limit"])
            )
        for name, operations in (words.get("query") or {}).items():
            said = "Input should be 'eq', 'ne', 'neq', 'lt', 'lte', 'gt' or 'gte'"
            details += [_detail("enum", ["body", "query", name, one, "[key]"], said, one)
                        for one in operations if one not in _OPERATORS]  # fmt: skip
        if details:
            raise Refused(400, "", json_answer({"detail": details, "body": words}, 400))
        return words

    def parse(self, words: dict[str, Any]) -> Search:
        try:
            return super().parse(words)
        except Refused as refused:
            if isinstance(words.get("filter"), str):
                raise Refused(400, f"Invalid filter:  --> 1:1\n  |\n1 | {words['filter']}\n  | ^---") from refused
            raise

    def page_start(self, words: dict[str, Any], found: list[Entry], limit: int) -> int:
        direction, _, place = str(words.get("token") or "").partition(":")
        if not direction:
            return 0
        try:
            collection, item_id = (bytes.fromhex(part).decode() for part in place.split(":"))
        except ValueError:
            raise Refused(500, "", Bytes(b"Internal Server Error", "text/plain; charset=utf-8", 500)) from None
        positions = [number for number, entry in enumerate(found)
                     if (entry.collection, entry.id) == (collection, item_id)]  # fmt: skip
        if direction == "prev":
            return max(0, positions[0] - limit) if positions else 0
        return positions[0] + 1 if positions else len(found)

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
        own = f"{ROOT}/collections/{items_of}" if items_of else ""
        links: list[dict[str, Any]] = [{"rel": "root", "type": "application/json", "href": f"{ROOT}/"}]
        if own:
            links = [{"rel": rel, "type": "application/json", "href": own} for rel in ("collection", "parent")] + links
        where = f"{own}/items" if own else f"{ROOT}/search"
        links.append({"rel": "self", "type": "application/geo+json", "href": where})
        if page and start + len(page) < len(found):
            links.append(_page_link("next", request, words, page[-1], where))
        if page and start > 0:
            links.append(_page_link("previous", request, words, page[0], where))
        return {"type": "FeatureCollection", "links": links, "features": [], "numberReturned": len(page)}


def _page_link(rel: str, request: Request, words: dict[str, Any], edge: Entry, where: str) -> dict[str, Any]:
    token = f"{rel[:4]}:{edge.collection.encode().hex()}:{edge.id.encode().hex()}"
    link = {"rel": rel, "type": "application/geo+json", "method": request.method}
    if request.method == "POST":
        return {**link, "href": where, "body": {**words, "token": token}}
    return {**link, "href": next_address(where, request, token=token)}


def _detail(kind: str, where: list[str], said: str, given: Any) -> dict[str, Any]:
    return {"type": kind, "loc": where, "msg": said, "input": given}


def _asked(request: Request) -> str:
    return f"https://{NAME}{request.path}" + (f"?{request.query_string}" if request.query_string else "")


class StacOfTheDataSpace:
    """The handler. ``control({"requests_per_second": 5})`` throttles it from then on; 0 stops that."""

    def __init__(self, content: CdseContent, shop: SafeShop) -> None:
        settings = content.settings
        self.store = Store()
        checksums = Checksums(shop, settings.cache)
        found = {(item["collection"], item["id"]): ItemEntry(item) for item in recorded_items(settings.recordings)}
        entries: dict[tuple[str, str], Entry] = dict(found)
        for product in [*content.products, *content.bulk]:
            if product.rings and collection_of(product):
                made = ProductEntry(product, checksums)
                entries.setdefault((made.collection, made.id), made)
        self.store.add(entries.values())
        documents = collection_documents(settings.recordings, {entry.collection for entry in entries.values()})
        self._stac = _Stac(DIALECT, self.store, landing(), documents)
        self._most_per_second = 0.0
        self._recent: collections.deque[float] = collections.deque()

    async def __call__(self, request: Request) -> Answer:
        if self._is_too_much():
            return Bytes(b'{"error":"Too Many Requests"}', "application/json", 429, {"Retry-After": "2"})
        return await self._stac(request)

    def control(self, document: Mapping[str, Any]) -> Any:
        self._most_per_second = float(document.get("requests_per_second", 0))
        self._recent.clear()
        return {}

    def _is_too_much(self) -> bool:
        now = time.monotonic()
        while self._recent and self._recent[0] < now - 1:
            self._recent.popleft()
        if self._most_per_second and len(self._recent) >= self._most_per_second:
            return True
        self._recent.append(now)
        return False
