"""Enough of CQL2, text and JSON: and, or, not, comparisons, in, between, isNull, like, s_intersects, t_intersects."""

from __future__ import annotations

import fnmatch
import operator
import re
from collections.abc import Callable
from typing import Any

import shapely.geometry
import shapely.wkt

from tests.sandbox.stac.conditions import Condition, safely
from tests.sandbox.stac.store import Item, parse_interval, parse_time, property_of

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "eq": operator.eq, "<>": operator.ne, "!=": operator.ne, "<": operator.lt, "lt": operator.lt,
    "<=": operator.le, "lte": operator.le, ">": operator.gt, "gt": operator.gt, ">=": operator.ge, "gte": operator.ge,
    "like": lambda value, pattern: fnmatch.fnmatchcase(value, pattern.replace("%", "*").replace("_", "?")),
    "in": lambda value, wanted: value in wanted,
    "between": lambda value, wanted: wanted[0] <= value <= wanted[1],
}  # fmt: skip


def from_json(document: Any) -> Condition:
    """Raises ValueError for what is not understood."""
    if not isinstance(document, dict) or "op" not in document or not isinstance(document.get("args"), list):
        raise ValueError("not a CQL2 expression")
    op, arguments = str(document["op"]).lower(), document["args"]
    if op in ("and", "or"):
        parts = [from_json(argument) for argument in arguments]
        together = all if op == "and" else any
        return lambda item: together(part(item) for part in parts)
    if op == "not":
        part = from_json(arguments[0])
        return lambda item: not part(item)
    if op == "isnull":
        value = _value(arguments[0])
        return lambda item: value(item) is None
    if op == "s_intersects":
        first, second = _geometry(arguments[0]), _geometry(arguments[1])
        return lambda item: bool(first(item).intersects(second(item)))
    if op in ("t_intersects", "anyinteracts"):
        return _during(arguments)
    if op in _COMPARISONS:
        left = _value(arguments[0])
        right = _value(arguments[1] if op != "between" or len(arguments) == 2 else arguments[1:])
        return lambda item: safely(_COMPARISONS[op], *_alike(left(item), right(item)))
    raise ValueError(f"unknown operator {op}")


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """Times compare as times: one of them came from ``timestamp``."""
    if isinstance(right, _Time) and isinstance(left, str):
        return parse_time(left), float(right)
    return left, right


class _Time(float):
    pass


def _value(argument: Any) -> Callable[[Item], Any]:
    if isinstance(argument, dict):
        if "property" in argument:
            name = argument["property"]
            return lambda item: property_of(item, name)
        if "timestamp" in argument or "date" in argument:
            moment = _Time(parse_time(argument.get("timestamp") or argument["date"]))
            return lambda item: moment
        raise ValueError(f"unknown argument {argument}")
    if isinstance(argument, list):
        values = [_value(one) for one in argument]
        return lambda item: [value(item) for value in values]
    return lambda item: argument


def _geometry(argument: Any) -> Callable[[Item], Any]:
    if "property" in argument:
        return lambda item: shapely.geometry.shape(item["geometry"])
    shape = shapely.geometry.shape(argument)
    return lambda item: shape


def _during(arguments: list[Any]) -> Condition:
    wanted = arguments[1]
    text = "/".join(wanted["interval"]) if "interval" in wanted else wanted.get("timestamp") or wanted["date"]
    start, end = parse_interval(text)
    return lambda item: start <= parse_time(item["properties"]["datetime"]) <= end


_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'(?:[^']|'')*')|(?P<quoted>"[^"]+")|(?P<number>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)"""
    r"""|(?P<op><=|>=|<>|!=|=|<|>)|(?P<mark>[(),])|(?P<word>[A-Za-z_][\w:.\-]*))"""
)
_SHAPES = ("POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON")


def from_text(text: str) -> Condition:
    """Raises ValueError for what is not understood."""
    parser = _Parser(text)
    document = parser.either()
    if parser.peek() is not None:
        raise ValueError(f"unexpected {parser.peek()}")
    return from_json(document)


class _Parser:
    """Text to the JSON form."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str, int]] = []
        self._text = text
        position = 0
        while position < len(text.rstrip()):
            found = _TOKEN.match(text, position)
            if not found or found.lastgroup is None:
                raise ValueError(f"cannot read {text[position : position + 20]!r}")
            self._tokens.append((found.lastgroup, found.group(found.lastgroup), found.start(found.lastgroup)))
            position = found.end()
        self._at = 0

    def peek(self) -> str | None:
        return self._tokens[self._at][1] if self._at < len(self._tokens) else None

    def _word(self) -> str:
        return (self.peek() or "").upper()

    def _take(self, wanted: str = "") -> tuple[str, str, int]:
        if self._at >= len(self._tokens) or (wanted and self._word() != wanted):
            raise ValueError(f"expected {wanted or 'more'} at {self.peek()}")
        self._at += 1
        return self._tokens[self._at - 1]

    def either(self) -> Any:
        parts = [self._both()]
        while self._word() == "OR":
            self._take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else {"op": "or", "args": parts}

    def _both(self) -> Any:
        parts = [self._one()]
        while self._word() == "AND":
            self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else {"op": "and", "args": parts}

    def _one(self) -> Any:
        if self._word() == "NOT":
            self._take()
            return {"op": "not", "args": [self._one()]}
        if self._word() == "(":
            self._take()
            inner = self.either()
            self._take(")")
            return inner
        if self._word() in ("S_INTERSECTS", "T_INTERSECTS"):
            name = self._take()[1].lower()
            return {"op": name, "args": self._arguments()}
        return self._comparison()

    def _comparison(self) -> Any:
        left = self._operand()
        word = self._word()
        if word == "NOT":
            self._take()
            return {"op": "not", "args": [self._rest(left)]}
        return self._rest(left) if word else left

    def _rest(self, left: Any) -> Any:
        kind, token, _ = self._take()
        word = token.upper()
        if kind == "op":
            return {"op": token, "args": [left, self._operand()]}
        if word == "IN":
            return {"op": "in", "args": [left, self._arguments()]}
        if word == "LIKE":
            return {"op": "like", "args": [left, self._operand()]}
        if word == "BETWEEN":
            low = self._operand()
            self._take("AND")
            return {"op": "between", "args": [left, low, self._operand()]}
        if word == "IS":
            negated = self._word() == "NOT"
            if negated:
                self._take()
            self._take("NULL")
            null = {"op": "isNull", "args": [left]}
            return {"op": "not", "args": [null]} if negated else null
        raise ValueError(f"unexpected {token}")

    def _arguments(self) -> list[Any]:
        self._take("(")
        arguments = [self._operand()]
        while self._word() == ",":
            self._take()
            arguments.append(self._operand())
        self._take(")")
        return arguments

    def _operand(self) -> Any:
        kind, token, start = self._take()
        word = token.upper()
        if kind == "text":
            return token[1:-1].replace("''", "'")
        if kind == "number":
            return float(token) if re.search(r"[.eE]", token) else int(token)
        if kind == "quoted":
            return {"property": token[1:-1]}
        if kind != "word":
            raise ValueError(f"unexpected {token}")
        if word in ("TRUE", "FALSE"):
            return word == "TRUE"
        if word in _SHAPES:
            return shapely.geometry.mapping(shapely.wkt.loads(self._parenthesised(start)))
        if word in ("TIMESTAMP", "DATE"):
            return {word.lower(): self._arguments()[0]}
        if word == "INTERVAL":
            return {"interval": self._arguments()}
        return {"property": token}

    def _parenthesised(self, start: int) -> str:
        depth = 0
        while True:
            _, token, position = self._take()
            depth += {"(": 1, ")": -1}.get(token, 0)
            if depth == 0:
                return self._text[start : position + 1]
