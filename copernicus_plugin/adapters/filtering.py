"""Whether something found matches the query exactly: every adapter asks here, because servers lie.

Footprints in catalogues are looser or tighter than their boxes, servers ignore what they do not know, and what was
sent may have been an enclosing simplification.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copernicus_plugin.model.geometry import AreaMatcher
from copernicus_plugin.model.product import parse_datetime
from copernicus_plugin.model.query import Choice, FilterValue, Period, Query, Range

CASE_IGNORED = frozenset({"platform", "constellation", "sat:orbit_state", "instruments", "sar:instrument_mode"})


@dataclass(frozen=True)
class Match:
    """``coverage``: share of the area that the footprint covers, 0…1; ``None`` where no area was asked for."""

    coverage: float | None


class ExactFilter:
    """A query, prepared to be compared with many products. Safe for threads.

    ``timeless``: the collection has no acquisition time that matters, the period is not applied.
    """

    def __init__(self, query: Query, timeless: bool = False) -> None:
        self._area = AreaMatcher(query.area) if query.area is not None else None
        self._period = None if timeless else query.period
        self._filters = query.filters

    def match(self, footprint: bytes, properties: Mapping[str, Any]) -> Match | None:
        """``None`` where area, period or a filter does not fit. What a filter asks for and is not told, does not."""
        if self._period is not None and not within_period(properties, self._period):
            return None
        for name, wanted in self._filters.items():
            if not fits(name, properties.get(name), wanted):
                return None
        if self._area is None:
            return Match(None)
        if not self._area.intersects(footprint):
            return None
        return Match(self._area.coverage(footprint))


def within_period(properties: Mapping[str, Any], period: Period) -> bool:
    """Whether ``datetime``, or the time from ``start_datetime`` to ``end_datetime``, has a moment of the period."""
    moment = parse_datetime(properties.get("datetime"))
    if moment is not None and _overlaps(moment, moment, period):
        return True
    start = parse_datetime(properties.get("start_datetime"))
    end = parse_datetime(properties.get("end_datetime"))
    if start is None and end is None:
        return False
    return _overlaps(start or end, end or start, period)


def _overlaps(start: dt.datetime | None, end: dt.datetime | None, period: Period) -> bool:
    if period.start is not None and end is not None and end < period.start:
        return False
    return not (period.end is not None and start is not None and start > period.end)


def fits(name: str, value: object, wanted: FilterValue) -> bool:
    """Whether a property's value is what a filter wants; of a list, one entry is enough.

    Texts are compared without regard to case for the properties of ``CASE_IGNORED``; a number that came as text
    is a number.
    """
    if isinstance(value, (list, tuple)):
        return any(fits(name, entry, wanted) for entry in value)
    if isinstance(wanted, Range):
        number = _number(value)
        if number is None:
            return False
        return not (
            (wanted.minimum is not None and number < wanted.minimum)
            or (wanted.maximum is not None and number > wanted.maximum)
        )
    return _chosen(value, wanted, name in CASE_IGNORED)


def _chosen(value: object, wanted: Choice, ignore_case: bool) -> bool:
    if value is None or isinstance(value, bool):
        return False
    for choice in wanted.values:
        if value == choice:
            return True
        if isinstance(choice, str):
            text = str(value)
            if text == choice or (ignore_case and text.casefold() == choice.casefold()):
                return True
        elif _number(value) == float(choice):
            return True
    return False


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None
