"""What is searched: collection, area, period, filters, order, limit."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason


@dataclass(frozen=True)
class Area:
    """Where: a valid MultiPolygon in CRS84 (longitude, latitude in degrees), as 2-D little-endian WKB.

    Longitudes lie within -180…180: what crosses the antimeridian is split there (RFC 7946 §3.1.9).
    Make one with ``model.geometry.area_from_polygons`` or ``host.area``.
    """

    wkb: bytes


@dataclass(frozen=True)
class Period:
    """When: from ``start`` to ``end``, both included, both aware and in UTC; ``None`` is open."""

    start: dt.datetime | None = None
    end: dt.datetime | None = None

    def __post_init__(self) -> None:
        for moment in (self.start, self.end):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("a period needs aware times")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise AccessError(ErrorKind.INVALID_QUERY, Reason.PERIOD_REVERSED)

    @classmethod
    def of_days(cls, first: dt.date, last: dt.date) -> Period:
        """Whole days in UTC, both included. Raises ``AccessError(INVALID_QUERY)`` when turned round."""
        return cls(
            dt.datetime.combine(first, dt.time.min, dt.timezone.utc),
            dt.datetime.combine(last, dt.time(23, 59, 59), dt.timezone.utc),
        )


@dataclass(frozen=True)
class Range:
    """Both ends included; ``None`` is open."""

    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Choice:
    """Any of these values: texts, or numbers where the filter's ``value_type`` says so."""

    values: tuple[Union[str, int, float], ...]


FilterValue = Union[Range, Choice]


class Order(enum.Enum):
    """In which order servers that can sort are asked to answer."""

    NEWEST_FIRST = "newest_first"
    OLDEST_FIRST = "oldest_first"


@dataclass(frozen=True)
class Query:
    """``filters`` is keyed by STAC property name. ``limit`` is the most products wanted of one access point."""

    collection: str
    area: Area | None = None
    period: Period | None = None
    filters: Mapping[str, FilterValue] = field(default_factory=dict)
    order: Order = Order.NEWEST_FIRST
    limit: int = 1000
