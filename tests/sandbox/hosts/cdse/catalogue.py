"""The OData catalogue: search, single products, attribute names, quicklooks; anonymous.

Not known of the real service, and so invented: what it says of a product that it does not have (404), and of an
attribute whose type is not the one in the filter (400; documented is only that they must match).
"""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from tests.sandbox.content.cdse import CdseContent
from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.content.cdse_recorded import attribute_names
from tests.sandbox.hosts.cdse.entities import EXPANSIONS, SELECTABLE, Writer
from tests.sandbox.hosts.cdse.filters import FilterError, parse, type_of
from tests.sandbox.http import Answer, Request, json_answer, redirect
from tests.sandbox.safe.shop import SafeShop

DEEPEST = 10000
LARGEST = 1000
_ORDERS: dict[str, Callable[[CdseProduct], Any]] = {
    "ContentDate/Start": lambda one: one.start,
    "ContentDate/End": lambda one: one.end,
    "PublicationDate": lambda one: one.published,
    "ModificationDate": lambda one: one.published,
}
_DELETED_ORDERS: dict[str, Callable[[CdseProduct], Any]] = {
    "ContentDate/Start": _ORDERS["ContentDate/Start"],
    "ContentDate/End": _ORDERS["ContentDate/End"],
    "DeletionDate": lambda one: one.deleted.date if one.deleted else None,
}
_UNLISTED = ("beginningDateTime", "endingDateTime")
"""All products have them, and the list that was recorded has not."""
_UUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"


class Refused(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


def invalid(location: str, message: str) -> Answer:
    """As it is documented for requests that do not pass validation."""
    detail = {"ErrorMessage": "Validation error.", "ErrorCode": 400,
              "ErrorDetail": [{"loc": [location], "msg": message}], "RequestID": str(uuid.uuid4())}  # fmt: skip
    return json_answer({"detail": detail}, 400)


def unprocessable(kind: str, location: Sequence[str], message: str, given: Any, context: Any = None) -> Answer:
    error = {"type": kind, "loc": list(location), "msg": message, "input": given}
    if context:
        error["ctx"] = context
    return json_answer({"detail": [error]}, 422)


def not_found(message: str) -> Answer:
    return json_answer({"detail": {"ErrorMessage": message, "ErrorCode": 404, "RequestID": str(uuid.uuid4())}}, 404)


@dataclass(frozen=True)
class Query:
    parameters: tuple[tuple[str, str], ...]

    def one(self, name: str, default: str = "") -> str:
        return next((value for key, value in self.parameters if key == name), default)

    def several(self, name: str, allowed: Sequence[str]) -> list[str]:
        found = [part.strip() for key, value in self.parameters if key == name for part in value.split(",")]
        if name == "$select" and "*" in found:
            return []
        wrong = [part for part in found if part not in allowed]
        if wrong:
            raise Refused(invalid(name, f"Invalid value: {wrong[0]}. Allowed: {', '.join(allowed)}"))
        return found

    def number(self, name: str, default: int, most: int) -> int:
        given = self.one(name, str(default))
        if not re.fullmatch(r"[+-]?\d+", given):
            message = "Input should be a valid integer, unable to parse string as an integer"
            raise Refused(unprocessable("int_parsing", ["query", name], message, given))
        if int(given) > most:
            message = f"Input should be less than or equal to {most}"
            raise Refused(unprocessable("less_than_equal", ["query", name], message, given, {"le": most}))
        if int(given) < 0:
            message = "Input should be greater than or equal to 0"
            raise Refused(unprocessable("greater_than_equal", ["query", name], message, given, {"ge": 0}))
        return int(given)


class Catalogue:
    """``host`` and ``download``: its own name and that of the host with the files."""

    def __init__(self, host: str, download: str, content: CdseContent, shop: SafeShop) -> None:
        self._host, self._download = host, download
        self._content, self._shop = content, shop
        self._writer = Writer(host, download, shop.md5)
        self._types: dict[str, dict[str, str]] = {}
        """Of the attributes of each collection."""
        for one in [*content.products, *content.bulk[:1]]:
            known = self._types.setdefault(one.collection, {})
            known.update({name: type_of(value) for name, value in one.attributes.items() if name not in known})
        self._every_type: dict[str, set[str]] = {}
        for known in self._types.values():
            for name, kind in known.items():
                self._every_type.setdefault(name, set()).add(kind)
        self._quicklooks = {one.quicklook.uuid: one for one in content.products if one.quicklook}
        self._found: tuple[Any, list[CdseProduct]] = ((), [])
        """Of the last search: its pages are asked for one after another."""

    async def __call__(self, request: Request) -> Answer:
        try:
            return await asyncio.to_thread(self._answer, request)
        except Refused as refusal:
            return refusal.answer

    def _answer(self, request: Request) -> Answer:
        path = request.path
        if not path.startswith("/odata/v1/"):
            return json_answer({"detail": "Not Found"}, 404)
        path = path[len("/odata/v1/") :]
        query = Query(tuple(parse_qsl(request.query_string, keep_blank_values=True)))
        if request.method == "POST" and path == "Products/OData.CSC.FilterList":
            return self._filter_list(request, query)
        if request.method != "GET":
            return json_answer({"detail": "Method Not Allowed"}, 405)
        if path == "Products":
            return self._page(query, [self._content.products, self._content.bulk], "Products", _ORDERS, EXPANSIONS)
        if path == "DeletedProducts":
            return self._page(query, [self._content.deleted], path, _DELETED_ORDERS, ("Attributes",))
        if path == "Attributes":
            return json_answer([{"Name": name, "ValueType": kind} for name, kinds in sorted(self._every_type.items())
                                for kind in sorted(kinds)])  # fmt: skip
        found = re.fullmatch(r"(\w+)\(([^()]*)\)(/\$value|/\$zip)?", path)
        if found is None:
            return json_answer({"detail": "Not Found"}, 404)
        return self._single(found[1], found[2], found[3] or "", request, query)

    def _single(self, kind: str, key: str, rest: str, request: Request, query: Query) -> Answer:
        if kind == "Attributes" and not rest:
            return self._attributes(key)
        if kind == "Products" and rest:
            asked = f"?{request.query_string}" if request.query_string else ""
            return redirect(f"https://{self._download}{request.path}{asked}", 301)
        if kind not in ("Products", "DeletedProducts", "Assets") or (kind == "Assets") != bool(rest):
            return json_answer({"detail": "Not Found"}, 404)
        if not re.fullmatch(_UUID, key):
            message = "Input should be a valid UUID"
            return unprocessable("uuid_parsing", ["path", "id"], message, key)
        return self._quicklook(key.lower()) if kind == "Assets" else self._product(kind, key.lower(), query)

    def _product(self, kind: str, key: str, query: Query) -> Answer:
        expand = query.several("$expand", EXPANSIONS)
        if kind == "Products":
            product = self._content.by_uuid.get(key)
        else:
            product = next((one for one in self._content.deleted if one.uuid == key), None)
        if product is None:
            return not_found(f"Product {key} not found")
        return json_answer({"@odata.context": f"{_context(kind, expand)}/$entity",
                            **self._writer.entity(product, expand, query.several("$select", SELECTABLE))})  # fmt: skip

    def _quicklook(self, key: str) -> Answer:
        product = self._quicklooks.get(key)
        picture = self._shop.quicklook(product) if product else None
        return picture or not_found(f"Asset {key} not found")

    def _attributes(self, collection: str) -> Answer:
        known = self._types.get(collection)
        if known is None:
            return not_found(f"Collection {collection} not found")
        recorded = attribute_names(self._content.settings.recordings, collection)
        names = sorted(known.items(), key=lambda one: (one[0] != "productType", len(one[0]), one[0]))
        listed = [one for one in names if one[0] not in _UNLISTED]
        return json_answer(recorded or [{"Name": name, "ValueType": kind} for name, kind in listed])

    def _filter_list(self, request: Request, query: Query) -> Answer:
        try:
            names = [one["Name"] for one in request.json()["FilterProducts"]]
        except (ValueError, KeyError, TypeError):
            return unprocessable("missing", ["body", "FilterProducts"], "Field required", None)
        expand = query.several("$expand", EXPANSIONS)
        found = [self._content.by_name[name] for name in names if name in self._content.by_name]
        return json_answer({"@odata.context": _context("Products", expand),
                            "value": [self._writer.entity(one, expand) for one in found]})  # fmt: skip

    def _page(
        self, query: Query, groups: Sequence[list[CdseProduct]], kind: str, orders: dict[str, Any],
        expansions: Sequence[str],
    ) -> Answer:  # fmt: skip
        top, skip = query.number("$top", 20, LARGEST), query.number("$skip", 0, DEEPEST)
        expand, select = query.several("$expand", expansions), query.several("$select", SELECTABLE)
        found = self._search(query, groups, kind, orders)
        page = found[skip : skip + top]
        answer: dict[str, Any] = {"@odata.context": _context(kind, expand)}
        if query.one("$count").lower() == "true":
            answer["@odata.count"] = len(found)
        answer["value"] = [self._writer.entity(one, expand, select) for one in page]
        if top and skip + top < len(found) and skip + top <= DEEPEST:
            answer["@odata.nextLink"] = self._next_link(query, kind, skip + top)
        return json_answer(answer)

    def _search(
        self, query: Query, groups: Sequence[list[CdseProduct]], kind: str, orders: dict[str, Any]
    ) -> list[CdseProduct]:
        text, order = query.one("$filter"), query.one("$orderby")
        if self._found[0] == (kind, text, order):
            return self._found[1]
        words = order.split()
        if order and (words[0] not in orders or len(words) > 2 or words[-1] not in ("asc", "desc", words[0])):
            raise Refused(invalid("$orderby", f"Invalid value: {order}. Allowed: {', '.join(orders)} asc or desc"))
        try:
            condition = parse(text, self._every_type) if text else None
        except FilterError as error:
            raise Refused(invalid("$filter", str(error))) from error
        found = [one for group in groups for one in group if condition is None or condition(one)]
        found.sort(key=lambda one: one.uuid)
        if order:
            found.sort(key=orders[words[0]], reverse=words[-1] == "desc")
        self._found = ((kind, text, order), found)
        return found

    def _next_link(self, query: Query, kind: str, skip: int) -> str:
        """Percent-encoded as it was recorded, the dollar signs too."""
        parameters = [(key, value) for key, value in query.parameters]
        if any(key == "$skip" for key, _ in parameters):
            parameters = [(key, str(skip) if key == "$skip" else value) for key, value in parameters]
        else:
            parameters.append(("$skip", str(skip)))
        return f"https://{self._host}/odata/v1/{kind}?{urlencode(parameters)}"


def _context(kind: str, expand: Sequence[str]) -> str:
    inside = ",".join(f"{name}()" for name in EXPANSIONS if name in expand)
    return f"$metadata#{kind}({inside})" if inside else f"$metadata#{kind}"
