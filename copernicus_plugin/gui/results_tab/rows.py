"""One line of the results: what is shown of a product, worked out once when it arrives."""

from __future__ import annotations

import datetime as dt
import enum
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Union

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.product import Product

Key = tuple[str, str, str]


class Availability(enum.Enum):
    """Whether the bytes can be had at once."""

    ONLINE = "online"
    LOADED = "loaded"
    DOWNLOADED = "downloaded"
    ORDER = "order"
    ELIGIBILITY = "eligibility"
    """only for users whom the operator lets have it"""


class Row:
    """``day`` is a proleptic Gregorian ordinal in UTC, 0 where the time is not known or says nothing."""

    __slots__ = (
        "acquired",
        "availability",
        "cloud",
        "coverage",
        "day",
        "downloaded",
        "haystack",
        "key",
        "labels",
        "level",
        "loaded",
        "number",
        "orbit",
        "platform",
        "product",
        "seconds",
        "size",
        "sources",
        "tile",
    )

    def __init__(
        self, product: Product, number: int, collection: Collection | None = None, restricted: bool = False
    ) -> None:
        """``number`` counts the arrivals; ``restricted`` where the access point asks for eligibility."""
        self.product = product
        self.key: Key = product.key
        self.number = number
        self.sources = [product.access_point]
        timeless = collection is not None and collection.timeless
        self.acquired: dt.datetime | None = None if timeless else product.acquired
        self.seconds = self.acquired.timestamp() if self.acquired is not None else -math.inf
        self.day = self.acquired.date().toordinal() if self.acquired is not None else 0
        self.platform = formats.platform_text(product)
        self.level = collection.level if collection is not None else ""
        self.tile = formats.tile_text(product)
        self.orbit = formats.orbit_text(product)
        self.labels = formats.other_labels(product, collection)
        self.cloud = product.cloud_cover
        self.coverage = product.coverage
        self.size = _size(product)
        self.loaded = False
        self.downloaded = False
        self.availability = _availability(product, restricted)
        words = (product.id, self.platform, self.level, self.tile, self.orbit, self.date, *self.labels)
        self.haystack = " ".join(words).lower()

    @property
    def date(self) -> str:
        """``2026-10-24``"""
        return self.acquired.date().isoformat() if self.acquired is not None else ""

    @property
    def clock(self) -> str:
        """``11:53``, UTC"""
        return formats.clock_text(self.acquired) if self.acquired is not None else ""

    @property
    def headline(self) -> str:
        """What a card shows first: the date, or what else names it."""
        return self.date or self.tile or self.product.id

    @property
    def title(self) -> str:
        """``Sentinel-2C L2A · 2026-10-24 · T29UNU``"""
        name = " ".join(part for part in (self.platform, self.level) if part)
        parts = [part for part in (name, self.date, self.tile) if part]
        return " · ".join(parts) if len(parts) > 1 else self.product.id

    @property
    def shown_availability(self) -> Availability:
        if self.loaded:
            return Availability.LOADED
        return Availability.DOWNLOADED if self.downloaded else self.availability

    def set_details(self, product: Product) -> None:
        """The same product with its files; what the list is sorted and filtered by stays, but for the size."""
        self.product = product
        self.size = _size(product)


def _availability(product: Product, restricted: bool) -> Availability:
    # STAC's order extension; what is silent about it is a plain file.
    if product.properties.get("order:status") in ("orderable", "ordered", "pending", "shipping"):
        return Availability.ORDER
    return Availability.ELIGIBILITY if restricted else Availability.ONLINE


def _size(product: Product) -> int | None:
    """Bytes of the whole product once, where it is offered as one file beside its parts."""
    whole = [asset.size for asset in product.assets.values() if asset.is_archive and asset.size]
    return whole[0] if whole else product.size


class SortBy(enum.Enum):
    """What the list is sorted by."""

    ACQUIRED = "acquired"
    PLATFORM = "platform"
    TILE = "tile"
    ORBIT = "orbit"
    CLOUD = "cloud"
    COVERAGE = "coverage"
    SIZE = "size"
    AVAILABILITY = "availability"
    SOURCES = "sources"


_TEXTS: dict[SortBy, Callable[[Row], str]] = {
    SortBy.PLATFORM: lambda row: f"{row.platform} {row.level}",
    SortBy.TILE: lambda row: row.tile,
    SortBy.ORBIT: lambda row: row.orbit,
    SortBy.AVAILABILITY: lambda row: row.shown_availability.value,
}
_NUMBERS: dict[SortBy, Callable[[Row], Union[float, None]]] = {
    SortBy.CLOUD: lambda row: row.cloud,
    SortBy.COVERAGE: lambda row: row.coverage,
    SortBy.SIZE: lambda row: row.size,
    SortBy.SOURCES: lambda row: len(row.sources),
}


@dataclass(frozen=True)
class Sorting:
    """Rows that do not tell the value come last, whatever the direction; then the newest first."""

    by: SortBy
    descending: bool = False

    def key(self, row: Row) -> tuple[Any, ...]:
        """Ascending order of these keys is the order shown; no two rows have the same."""
        if self.by is SortBy.ACQUIRED:
            if row.day == 0:
                return (1, 0.0, row.number)
            return (0, -row.seconds if self.descending else row.seconds, row.number)
        if self.by in _TEXTS:
            text = _TEXTS[self.by](row)
            return (0 if text else 1, _turned(text) if self.descending else text, -row.seconds, row.number)
        number: Union[float, None] = _NUMBERS[self.by](row)
        if number is None:
            return (1, 0.0, -row.seconds, row.number)
        return (0, -number if self.descending else number, -row.seconds, row.number)


def _turned(text: str) -> tuple[int, ...]:
    # Ascending order of these is the descending order of the texts, "ab" before "a" included.
    return (*(-ord(letter) for letter in text), 1)


NEWEST = Sorting(SortBy.ACQUIRED, descending=True)
OLDEST = Sorting(SortBy.ACQUIRED)
LEAST_CLOUD = Sorting(SortBy.CLOUD)
MOST_COVERAGE = Sorting(SortBy.COVERAGE, descending=True)
SMALLEST = Sorting(SortBy.SIZE)


@dataclass(frozen=True)
class Filter:
    """``words`` must all be in a row (lower case); ``days`` is the brushed period, both days included."""

    words: tuple[str, ...] = ()
    days: tuple[int, int] | None = None

    def accepts(self, row: Row) -> bool:
        if self.days is not None and not self.days[0] <= row.day <= self.days[1]:
            return False
        return all(word in row.haystack for word in self.words)

    @property
    def narrows(self) -> bool:
        return bool(self.words) or self.days is not None
