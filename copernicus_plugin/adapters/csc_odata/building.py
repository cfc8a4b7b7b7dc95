"""A query → the addresses that ask for its products, and what they leave to be filtered here.

OData 4 with the functions of ESA's Copernicus Space Component interface (satellite.md §2.2): texts stand between
apostrophes, an apostrophe in them is doubled; times have no apostrophes; each attribute says its type twice.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from copernicus_plugin.adapters.csc_odata.dialect import Attribute, Dialect, Scalar, folder
from copernicus_plugin.adapters.csc_odata.slices import Slice
from copernicus_plugin.model.geometry import bounds, simplify_enclosing, vertex_count, wkb_to_polygons
from copernicus_plugin.model.query import Area, FilterValue, Order, Period, Query, Range

COLLECTION = "Collection/Name"
START, END, PUBLISHED = "ContentDate/Start", "ContentDate/End", "PublicationDate"
GEOMETRY = "geometry"
_FEWEST_VERTICES = 8
_UNENCODED = "/(),:"
"""What RFC 3986 allows in a query and no server takes for anything else; all other marks are percent-encoded."""
_MILLISECOND = dt.timedelta(milliseconds=1)


@dataclass(frozen=True)
class ServerCollection:
    """The server's collection, and the attributes that make ours of it."""

    name: str
    attributes: Mapping[str, tuple[Scalar, ...]]


def server_collection(mapping: object, ours: str) -> ServerCollection:
    """Read one entry of an endpoint's ``collections``."""
    if not isinstance(mapping, Mapping):
        return ServerCollection(str(mapping or ours), {})
    attributes = {
        str(name): tuple(value) if isinstance(value, list) else (value,)
        for name, value in mapping.items()
        if name != COLLECTION
    }
    return ServerCollection(str(mapping.get(COLLECTION, ours)), attributes)


@dataclass(frozen=True)
class BuiltSearch:
    """``clauses`` hold all together. ``filtered_here``: our names of what they do not say, or say too widely."""

    clauses: tuple[str, ...]
    page_size: int
    filtered_here: tuple[str, ...] = ()


class SearchBuilder:
    """Says a query as one server understands it."""

    def __init__(self, url: str, dialect: Dialect, collection: ServerCollection, timeless: bool) -> None:
        self._url = folder(url) + "Products"
        self._dialect = dialect
        self._collection = collection
        self._timeless = timeless

    def build(self, query: Query) -> BuiltSearch:
        """Raises ``AccessError(INVALID_QUERY)`` for an area that cannot be simplified."""
        clauses = [f"{COLLECTION} eq {text_literal(self._collection.name)}"]
        if not self._timeless:
            clauses += _period_clauses(query)
        for name, values in self._collection.attributes.items():
            attribute = Attribute(name, self._dialect.type_of(name, values[0]))
            sent = [clause for value in values if (clause := attribute_clause(attribute, "eq", value))]
            clauses += [either(sent)] if sent else []
        here = []
        for name, wanted in query.filters.items():
            asked = self._filter_clauses(name, wanted)
            clauses += asked or ()
            here += [name] if asked is None else []
        if query.area is not None:
            clause, exact = self._area_clause(query.area, clauses)
            clauses.append(clause)
            here += [] if exact else [GEOMETRY]
        largest = self._dialect.largest_page
        return BuiltSearch(tuple(clauses), largest if here else min(largest, max(1, query.limit)), tuple(here))

    def address(self, clauses: Sequence[str], orderby: str, page_size: int) -> str:
        """The first page."""
        parameters = (
            ("$filter", " and ".join(clauses)),
            ("$orderby", orderby),
            ("$top", str(page_size)),
            ("$expand", "Attributes"),
            ("$expand", "Assets"),
        )
        return self._url + "?" + "&".join(f"{name}={quote(value, safe=_UNENCODED)}" for name, value in parameters)

    def _filter_clauses(self, name: str, wanted: FilterValue) -> list[str] | None:
        """``None`` where the filter is applied here."""
        attribute = self._dialect.filter_attribute(name)
        if attribute is None:
            return None
        if isinstance(wanted, Range):
            return _range_clauses(attribute, wanted)
        values = [self._dialect.sent_value(name, value) for value in wanted.values]
        sent = [value for value in values if value is not None]
        if not sent or len(sent) < len(values):
            return None
        clauses = [attribute_clause(attribute, "eq", value) for value in sent]
        return None if any(not clause for clause in clauses) else [either(clauses)]

    def _area_clause(self, area: Area, others: Sequence[str]) -> tuple[str, bool]:
        """An area that the server and the address can hold, and whether it is the given one."""
        # what the search may add later: two more ends of time, and the page
        room = self._dialect.longest_address - len(self.address(others, f"{START} desc", 10000)) - 200
        if vertex_count(area.wkb) <= self._dialect.largest_vertices:
            clause = intersects(area)
            if _encoded_length(clause) <= room:
                return clause, True
        vertices = min(self._dialect.largest_vertices, vertex_count(area.wkb))
        while vertices >= _FEWEST_VERTICES:
            clause = intersects(simplify_enclosing(area, vertices))
            if _encoded_length(clause) <= room:
                return clause, False
            vertices //= 2
        return intersects(_box(area)), False


def orderby(field: str, descending: bool) -> str:
    return f"{field} {'desc' if descending else 'asc'}"


def newest_first(query: Query) -> bool:
    return query.order is not Order.OLDEST_FIRST


def text_literal(text: str) -> str:
    """A text of ``$filter``: an apostrophe in it is doubled (OData 4.01 ABNF, ``SQUOTE-in-string``)."""
    return "'" + text.replace("'", "''") + "'"


def time_literal(moment: dt.datetime) -> str:
    """UTC with three digits of a second; what is finer is left out."""
    moment = moment.astimezone(dt.timezone.utc)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


def rounded_up(moment: dt.datetime) -> dt.datetime:
    """To whole milliseconds."""
    rest = moment.microsecond % 1000
    return moment + _MILLISECOND - dt.timedelta(microseconds=rest) if rest else moment


def attribute_clause(attribute: Attribute, operator: str, value: Scalar) -> str:
    """Empty where the value is not of the attribute's type."""
    literal = _literal(attribute.type, value)
    kind = f"OData.CSC.{attribute.type}Attribute"
    if not literal:
        return ""
    return f"Attributes/{kind}/any(att:att/Name eq '{attribute.name}' and att/{kind}/Value {operator} {literal})"


def either(clauses: Iterable[str]) -> str:
    """One of them holds."""
    several = list(clauses)
    return several[0] if len(several) == 1 else "(" + " or ".join(several) + ")"


def intersects(area: Area) -> str:
    """The footprint and the area have something in common."""
    return f"OData.CSC.Intersects(area=geography'SRID=4326;{_well_known_text(area.wkb)}')"


def _period_clauses(query: Query) -> list[str]:
    """What overlaps the period; of a slice, what begins within it (so that nothing is in two slices)."""
    piece = query.piece if isinstance(query, Slice) else Period()
    period = query.period or Period()
    clauses = []
    if piece.end is not None:
        clauses.append(f"{START} lt {time_literal(piece.end)}")
    elif period.end is not None:
        clauses.append(f"{START} le {time_literal(rounded_up(period.end))}")
    if piece.start is not None:
        clauses.append(f"{START} ge {time_literal(piece.start)}")
    elif period.start is not None:
        clauses.append(f"{END} ge {time_literal(period.start)}")
    return clauses


def _range_clauses(attribute: Attribute, wanted: Range) -> list[str] | None:
    if attribute.type not in ("Integer", "Double"):
        return None
    low, high = wanted.minimum, wanted.maximum
    if attribute.type == "Integer":
        low = None if low is None else math.ceil(low)
        high = None if high is None else math.floor(high)
    clauses = [] if low is None else [attribute_clause(attribute, "ge", low)]
    return clauses if high is None else [*clauses, attribute_clause(attribute, "le", high)]


def _literal(kind: str, value: Any) -> str:
    if kind in ("Integer", "Double"):
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            return ""
        if kind == "Integer":
            return str(int(number)) if number.is_integer() else ""
        return _decimal(number, 6) if math.isfinite(number) else ""
    if kind == "Boolean":
        return str(value).lower()
    return str(value) if kind == "DateTimeOffset" else text_literal(str(value))


def _decimal(number: float, digits: int) -> str:
    """Without an exponent, and with a point, by which the server knows a Double."""
    text = f"{number:.{digits}f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def _well_known_text(wkb: bytes) -> str:
    # 7 digits are a centimetre; the exact area is applied here in any case
    polygons = [
        "("
        + ",".join("(" + ",".join(f"{_decimal(x, 7)} {_decimal(y, 7)}" for x, y in ring) + ")" for ring in polygon)
        + ")"
        for polygon in wkb_to_polygons(wkb)
    ]
    return f"POLYGON{polygons[0]}" if len(polygons) == 1 else f"MULTIPOLYGON({','.join(polygons)})"


def _encoded_length(clause: str) -> int:
    return len(quote(clause, safe=_UNENCODED)) + len("%20and%20")


def _box(area: Area) -> Area:
    from copernicus_plugin.model.geometry import area_from_box

    return area_from_box(*bounds(area.wkb))
