"""A STAC API over a Store; what differs between servers is data in its Dialect."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlencode

import shapely.geometry
import shapely.ops

from tests.sandbox.http import Answer, Bytes, Request, json_answer, redirect
from tests.sandbox.stac import cql2
from tests.sandbox.stac.conditions import query_conditions
from tests.sandbox.stac.store import Entry, Search, Store, parse_interval

JSON, GEOJSON = "application/json; charset=utf-8", "application/geo+json; charset=utf-8"
_LISTS = ("collections", "ids")


@dataclass(frozen=True)
class Dialect:
    """How one kind of server words things."""

    root: str
    """Without a slash at its end."""
    default_limit: int
    largest_limit: int
    known: tuple[str, ...]
    """Keys of a search that it understands, in the order in which its next link repeats them; others are ignored."""
    sort: tuple[tuple[str, bool], ...] = (("datetime", True), ("id", True), ("collection", True))
    root_link: str = ""
    json_type: str = JSON
    geojson_type: str = GEOJSON
    error_codes: dict[int, str] = field(default_factory=dict)
    too_large: Callable[[int], Answer] | None = None
    """What it answers to a limit above the largest; without it, 400."""
    includes_with_fields: tuple[str, ...] | None = None
    """Members that any ``fields`` leaves; None: what is not excluded stays."""
    filters: bool = False
    """CQL2."""


class Refused(Exception):
    def __init__(self, status: int, description: str, answer: Answer | None = None) -> None:
        super().__init__(description)
        self.status, self.description, self.answer = status, description, answer


class StacService:
    """Routes below the root of one host."""

    def __init__(self, dialect: Dialect, store: Store, landing: dict[str, Any], collections: dict[str, Any]) -> None:
        self.dialect = dialect
        self.store = store
        self.landing = landing
        self.collections = collections
        self.prefix = "/" + dialect.root.split("/", 3)[3]

    async def __call__(self, request: Request) -> Answer:
        try:
            return self._route(request)
        except Refused as refused:
            return refused.answer or self.error(refused.status, refused.description)

    def error(self, status: int, description: str) -> Bytes:
        code = self.dialect.error_codes.get(status, str(status))
        return json_answer({"code": code, "description": description}, status, self.dialect.json_type)

    def _route(self, request: Request) -> Answer:
        path = unquote(request.path)
        if not (path + "/").startswith(self.prefix + "/"):
            raise Refused(404, "Not Found")
        parts = [part for part in path[len(self.prefix) :].split("/") if part]
        simple: dict[tuple[str, ...], Callable[[], Answer]] = {
            (): lambda: self._json(self.landing),
            ("conformance",): lambda: self._json({"conformsTo": self.landing["conformsTo"]}),
            ("collections",): lambda: self._json(self.collections_document()),
            ("queryables",): lambda: self._queryables(""),
            ("search",): lambda: self.search_page(request, self._words(request)),
        }  # fmt: skip
        if tuple(parts) in simple:
            return simple[tuple(parts)]()
        if parts[0] == "collections" and len(parts) >= 2:
            return self._collection_route(request, parts[1], parts[2:])
        return self.other_route(request, parts)

    def other_route(self, request: Request, parts: list[str]) -> Answer:
        raise Refused(404, "Not Found")

    def _collection_route(self, request: Request, collection: str, rest: list[str]) -> Answer:
        if collection not in self.collections:
            raise Refused(404, self.missing_collection(collection))
        if not rest:
            return self._json(self.collections[collection])
        if rest == ["queryables"]:
            return self._queryables(collection)
        if rest == ["items"]:
            return self.search_page(
                request, {**self._words(request), "collections": [collection]}, items_of=collection
            )
        if rest[0] == "items":
            return self._item_route(collection, rest[1], rest[2:])
        return self.other_route(request, ["collections", collection, *rest])

    def _item_route(self, collection: str, item_id: str, rest: list[str]) -> Answer:
        entry = self.store.get(collection, item_id)
        if entry is None:
            raise Refused(404, self.missing_item(collection, item_id))
        if rest == ["thumbnail"]:
            href = entry.item()["assets"].get("thumbnail", {}).get("href", "")
            if href.startswith("https://"):
                return redirect(href)
        if rest:
            raise Refused(404, "Not Found")
        return Bytes(entry.serialised(), self.dialect.geojson_type)

    def missing_collection(self, collection: str) -> str:
        return "Not Found"

    def missing_item(self, collection: str, item_id: str) -> str:
        return "Not Found"

    def collections_document(self) -> dict[str, Any]:
        return {"collections": list(self.collections.values()), "links": self._links("collections")}

    def _links(self, own: str) -> list[dict[str, Any]]:
        root = self.dialect.root_link or self.dialect.root
        return [{"rel": "self", "type": "application/json", "href": f"{self.dialect.root}/{own}"},
                {"rel": "root", "type": "application/json", "href": root}]  # fmt: skip

    def _json(self, document: Any) -> Bytes:
        return json_answer(document, 200, self.dialect.json_type)

    def _queryables(self, collection: str) -> Answer:
        where = f"/collections/{collection}" if collection else ""
        return json_answer(
            {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"{self.dialect.root}{where}/queryables",
             "type": "object", "title": "STAC Queryables.", "properties": self.queryable_properties(collection)},
            200, "application/schema+json",
        )  # fmt: skip

    def queryable_properties(self, collection: str) -> dict[str, Any]:
        return {
            "id": {"title": "Item ID", "type": "string"},
            "datetime": {"title": "Acquired", "type": "string", "format": "date-time"},
            "eo:cloud_cover": {"title": "Cloud Cover", "type": "number", "minimum": 0, "maximum": 100},
        }

    # Searching

    def _words(self, request: Request) -> dict[str, Any]:
        """The search as if it had been posted."""
        if request.method == "POST":
            try:
                words = json.loads(request.body or b"{}")
            except ValueError:
                raise Refused(400, "Invalid JSON") from None
            if not isinstance(words, dict):
                raise Refused(400, "Invalid search")
            return words
        return {name: _from_query(name, value) for name, value in request.query.items()}

    def parse(self, words: dict[str, Any]) -> Search:
        """Raises Refused with the status that the server gives."""
        used = {name: words[name] for name in self.dialect.known if words.get(name) not in (None, "", [], {})}
        if "bbox" in used and "intersects" in used:
            raise Refused(400, "Expected bbox OR intersects, not both")
        try:
            conditions = query_conditions(used.get("query", {}))
            if self.dialect.filters and "filter" in used:
                conditions.append(_filter(used["filter"]))
            return Search(
                collections=used.get("collections", ()),
                ids=used.get("ids", ()),
                interval=parse_interval(used["datetime"]) if "datetime" in used else None,
                area=_area(used),
                conditions=conditions,
                sort=self._sort(used.get("sortby")),
                key=json.dumps(
                    {name: value for name, value in used.items() if name not in ("limit", "fields", "next", "token")}
                ),
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise Refused(400, f"Invalid search: {error}") from error

    def _sort(self, wanted: Sequence[Any] | None) -> Sequence[tuple[str, bool]]:
        if not wanted:
            return self.dialect.sort
        chosen = [(one["field"], one.get("direction", "asc") == "desc") for one in wanted]
        return [*chosen, *(last for last in self.dialect.sort if last[0] != "datetime")]

    def limit(self, words: dict[str, Any]) -> int:
        try:
            limit = int(words.get("limit", self.dialect.default_limit))
        except (TypeError, ValueError):
            raise Refused(400, "Invalid limit") from None
        if limit < 1:
            raise Refused(400, "Invalid limit")
        if limit > self.dialect.largest_limit:
            answer = self.dialect.too_large(limit) if self.dialect.too_large else None
            raise Refused(
                400, f"limit: ensure this value is less than or equal to {self.dialect.largest_limit}", answer
            )
        return limit

    def search_page(self, request: Request, words: dict[str, Any], items_of: str = "") -> Answer:
        limit = self.limit(words)
        search = self.parse(words)
        found = self.store.search(search)
        start = self.page_start(words, found, limit)
        page = found[start : start + limit]
        members = self.page_members(request, words, search, found, start, page, limit, items_of)
        fields = words.get("fields")
        features = [self._feature(entry, fields) for entry in page]
        document = json.dumps({**members, "features": "@"}, ensure_ascii=False, separators=(",", ":")).encode()
        head, _, tail = document.partition(b'"features":"@"')
        return Bytes(head + b'"features":[' + b",".join(features) + b"]" + tail, self.dialect.geojson_type)

    def page_start(self, words: dict[str, Any], found: list[Entry], limit: int) -> int:
        raise NotImplementedError

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
        """The members beside ``features``."""
        raise NotImplementedError

    def _feature(self, entry: Entry, fields: Any) -> bytes:
        if not isinstance(fields, dict):
            return entry.serialised()
        item = entry.item()
        include, exclude = list(fields.get("include") or []), set(fields.get("exclude") or [])
        always = self.dialect.includes_with_fields
        if always is not None:
            include = [name for name in always if name not in exclude] + include
        elif include:
            include += ["id", "collection", "type", "links"]
        kept = _including(item, include) if include else json.loads(json.dumps(item))
        _exclude(kept, exclude)
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def _including(item: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name in names:
        outer, dot, inner = name.partition(".")
        if not dot and outer in item:
            kept[outer] = item[outer]
        elif inner in item.get(outer, {}):
            kept.setdefault(outer, {})
            kept[outer] = {**kept[outer], inner: item[outer][inner]}
    return dict(kept)


def _exclude(item: dict[str, Any], names: set[str]) -> None:
    for name in names:
        outer, dot, inner = name.partition(".")
        if not dot:
            item.pop(outer, None)
        elif isinstance(item.get(outer), dict):
            item[outer] = {key: value for key, value in item[outer].items() if key != inner}


def _filter(expression: Any) -> Callable[[dict[str, Any]], bool]:
    return cql2.from_text(expression) if isinstance(expression, str) else cql2.from_json(expression)


def _area(words: dict[str, Any]) -> Any:
    if "intersects" in words:
        shape = shapely.geometry.shape(words["intersects"])
        if shape.is_empty or not shape.is_valid:
            raise ValueError("intersects is not a valid geometry")
        return shape
    if "bbox" not in words:
        return None
    numbers = [float(value) for value in words["bbox"]]
    if len(numbers) not in (4, 6):
        raise ValueError("bbox has four or six numbers")
    west, south, east, north = numbers if len(numbers) == 4 else (*numbers[:2], *numbers[3:5])
    if south > north:
        raise ValueError("bbox: south is greater than north")
    if west <= east:
        return shapely.geometry.box(west, south, east, north)
    return shapely.ops.unary_union(
        [shapely.geometry.box(west, south, 180, north), shapely.geometry.box(-180, south, east, north)]
    )


def _from_query(name: str, value: str) -> Any:
    """A parameter of a GET, in the form that a POST has."""
    if name in _LISTS:
        return [one for one in value.split(",") if one]
    if name == "bbox":
        return value.split(",")
    if name in ("intersects", "query") or (name == "filter" and value.lstrip().startswith("{")):
        try:
            return json.loads(value)
        except ValueError:
            raise Refused(400, f"Invalid {name}") from None
    if name == "sortby":
        return [{"field": one.lstrip("+- "), "direction": "desc" if one.startswith("-") else "asc"}
                for one in value.split(",") if one]  # fmt: skip
    if name == "fields":
        names = [one for one in value.split(",") if one]
        return {"include": [one.lstrip("+ ") for one in names if not one.startswith("-")],
                "exclude": [one[1:] for one in names if one.startswith("-")]}  # fmt: skip
    return value


def next_address(base: str, request: Request, **more: str) -> str:
    """The same GET with other parameters."""
    kept = {name: value for name, value in request.query.items() if name not in more}
    return f"{base}?{urlencode({**kept, **more})}"
