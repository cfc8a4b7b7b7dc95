"""OData's ``$filter`` as the Data Space documents it: text in, a condition on products out."""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.content.cdse_recorded import moment

Condition = Callable[[CdseProduct], bool]
_TOKEN = re.compile(r"\s+|'(?:[^']|'')*'|[(),:=]|[^\s(),:='][^\s(),:=']*(?::\d\d[^\s(),:=']*)*")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq, "gt": operator.gt, "ge": operator.ge, "lt": operator.lt, "le": operator.le,
}  # fmt: skip
_NEVER = datetime.datetime(1, 1, 1, tzinfo=datetime.timezone.utc)
_DATES: dict[str, Callable[[CdseProduct], datetime.datetime]] = {
    "ContentDate/Start": lambda one: one.start,
    "ContentDate/End": lambda one: one.end,
    "PublicationDate": lambda one: one.published,
    "ModificationDate": lambda one: one.published,
    "OriginDate": lambda one: one.origin,
    "DeletionDate": lambda one: one.deleted.date if one.deleted else _NEVER,
}
_TEXTS: dict[str, Callable[[CdseProduct], str]] = {
    "Name": lambda one: one.name,
    "Collection/Name": lambda one: one.collection,
    "DeletionCause": lambda one: one.deleted.cause if one.deleted else "",
}
_PARTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda text, part: part in text,
    "startswith": str.startswith,
    "endswith": str.endswith,
}
_ATTRIBUTE = re.compile(r"Attributes/OData\.CSC\.(\w+)Attribute/any")
TYPES: dict[str, tuple[type, ...]] = {
    "String": (str,), "Integer": (int,), "Double": (float,), "Boolean": (bool,),
    "DateTimeOffset": (datetime.datetime,),
}  # fmt: skip


class FilterError(ValueError):
    """What the service says about a filter that it does not take."""


def type_of(value: Any) -> str:
    """OData's name of an attribute's type."""
    return next(name for name, kinds in TYPES.items() if type(value) in kinds)


@dataclass
class _Words:
    words: list[str]
    at: int = 0

    def peek(self) -> str:
        return self.words[self.at] if self.at < len(self.words) else ""

    def take(self, *wanted: str) -> str:
        word = self.peek()
        if not word or (wanted and word not in wanted):
            hope = " or ".join(f"'{one}'" for one in wanted) or "more"
            raise FilterError(f"Invalid filter: {hope} expected, found {word or 'the end'!r}")
        self.at += 1
        return word

    def string(self) -> str:
        word = self.take()
        if not word.startswith("'"):
            raise FilterError(f"Invalid filter: a quoted value expected, found {word!r}")
        return word[1:-1].replace("''", "'")


def parse(text: str, types: dict[str, set[str]]) -> Condition:
    """``types``: the names of all attributes and their types. Raises FilterError."""
    words, position = [], 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise FilterError(f"Invalid filter at {text[position : position + 20]!r}")
        position = found.end()
        if not found[0].isspace():
            words.append(found[0])
    reader = _Reader(_Words(words), types)
    condition = reader.either()
    if reader.words.peek():
        raise FilterError(f"Invalid filter: {reader.words.peek()!r} was not expected")
    return condition


class _Reader:
    def __init__(self, words: _Words, types: dict[str, set[str]]) -> None:
        self.words = words
        self._types = types

    def either(self) -> Condition:
        parts = [self._both()]
        while self.words.peek() == "or":
            self.words.take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else lambda one: any(part(one) for part in parts)

    def _both(self) -> Condition:
        parts = [self._one()]
        while self.words.peek() == "and":
            self.words.take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else lambda one: all(part(one) for part in parts)

    def _one(self) -> Condition:
        word = self.words.take()
        if word == "not":
            inner = self._one()
            return lambda one: not inner(one)
        if word == "(":
            inside = self.either()
            self.words.take(")")
            return inside
        if word in _PARTS:
            return self._part_of_name(word)
        if word == "OData.CSC.Intersects":
            return self._intersects()
        attribute = _ATTRIBUTE.fullmatch(word)
        return self._attribute(attribute[1]) if attribute else self._property(word)

    def _property(self, name: str) -> Condition:
        if name in _DATES:
            compare, value, date = _COMPARE[self.words.take(*_COMPARE)], _date(self.words.take()), _DATES[name]
            return lambda one: compare(date(one), value)
        if name in _TEXTS:
            self.words.take("eq")
            text, wanted = _TEXTS[name], self.words.string()
            return lambda one: text(one) == wanted
        if name == "Online":
            self.words.take("eq")
            online = self.words.take("true", "false") == "true"
            return lambda one: one.online == online
        raise FilterError(f"Invalid field: {name}")

    def _part_of_name(self, function: str) -> Condition:
        self.words.take("(")
        self.words.take("Name")
        self.words.take(",")
        fits, part = _PARTS[function], self.words.string()
        self.words.take(")")
        if self.words.peek() == "eq":
            self.words.take()
            self.words.take("true")
        return lambda one: fits(one.name, part)

    def _intersects(self) -> Condition:
        for word in ("(", "area", "=", "geography"):
            self.words.take(word)
        area = _area(self.words.string())
        self.words.take(")")
        return lambda one: one.geometry is not None and bool(area.intersects(one.geometry))

    def _attribute(self, kind: str) -> Condition:
        if kind not in TYPES:
            raise FilterError(f"Invalid attribute type: {kind}")
        self.words.take("(")
        variable = self.words.take()
        self.words.take(":")
        self.words.take(f"{variable}/Name")
        self.words.take("eq")
        name = self.words.string()
        self.words.take("and")
        self.words.take(f"{variable}/OData.CSC.{kind}Attribute/Value")
        sign = self.words.take(*(("eq",) if kind in ("String", "Boolean") else _COMPARE))
        wanted = self.words.string() if kind == "String" else _literal(kind, self.words.take())
        self.words.take(")")
        if kind not in self._types.get(name, {kind}):
            right = " or ".join(sorted(self._types[name]))
            raise FilterError(f"Invalid attribute type: {name} is {right}, not {kind}")
        compare = _COMPARE[sign]
        return lambda one: name in one.attributes and compare(one.attributes[name], wanted)


def _date(word: str) -> datetime.datetime:
    try:
        return moment(word)
    except ValueError:
        raise FilterError(f"Invalid date: {word}") from None


def _literal(kind: str, word: str) -> Any:
    if kind == "DateTimeOffset":
        return _date(word)
    pattern = {"Integer": r"[+-]?\d+", "Double": r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", "Boolean": "true|false"}[kind]
    if not re.fullmatch(pattern, word):
        raise FilterError(f"Invalid {kind} value: {word}")
    return word == "true" if kind == "Boolean" else int(word) if kind == "Integer" else float(word)


def _area(text: str) -> Any:
    """A prepared geometry."""
    import shapely.errors
    import shapely.prepared
    import shapely.validation
    import shapely.wkt

    found = re.fullmatch(r"\s*SRID=4326;\s*((POINT|POLYGON|MULTIPOLYGON)\b.*)", text, re.I | re.S)
    if not found:
        raise FilterError("Invalid geometry: SRID=4326; and a POINT, POLYGON or MULTIPOLYGON expected")
    try:
        geometry = shapely.wkt.loads(found[1])
    except (shapely.errors.ShapelyError, ValueError, OSError):
        raise FilterError("Invalid geometry: the WKT cannot be read (is every ring closed?)") from None
    if geometry.is_empty or not geometry.is_valid:
        raise FilterError(f"Invalid geometry: {shapely.validation.explain_validity(geometry)}")
    return shapely.prepared.prep(geometry)
