"""The query extension: ``{"eo:cloud_cover": {"lt": 20}}``."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from tests.sandbox.stac.store import Item, property_of

Condition = Callable[[Item], bool]
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "neq": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "startsWith": lambda value, wanted: str(value).startswith(wanted),
    "endsWith": lambda value, wanted: str(value).endswith(wanted),
    "contains": lambda value, wanted: wanted in value,
    "in": lambda value, wanted: value in wanted,
}


def safely(compare: Callable[[Any, Any], bool], value: Any, wanted: Any) -> bool:
    """Values of different kinds, and those that are absent, never fit.

    But "30" is a number beside numbers: pystac-client sends text, and both servers' databases understand it.
    """
    try:
        if isinstance(wanted, str) and isinstance(value, (int, float)):
            wanted = float(wanted)
        return value is not None and bool(compare(value, wanted))
    except (TypeError, ValueError):
        return False


def query_conditions(query: Mapping[str, Mapping[str, Any]]) -> list[Condition]:
    """Raises ValueError for an operator that is not known."""
    conditions: list[Condition] = []
    for name, operations in query.items():
        for operation, wanted in operations.items():
            if operation not in _COMPARISONS:
                raise ValueError(f"unknown operator {operation}")
            conditions.append(_condition(name, _COMPARISONS[operation], wanted))
    return conditions


def _condition(name: str, compare: Callable[[Any, Any], bool], wanted: Any) -> Condition:
    return lambda item: safely(compare, property_of(item, name), wanted)
