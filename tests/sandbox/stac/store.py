"""Items in memory and the search over them, the same for every STAC host."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Protocol

import numpy as np
import shapely.geometry
from shapely.prepared import prep

Item = dict[str, Any]
EVER = (-1e18, 1e18)


class Entry(Protocol):
    """What a search looks at first; the item itself is only made when it is needed."""

    id: str
    collection: str
    time: float
    box: tuple[float, float, float, float]
    """West, south, east, north of the geometry as it is drawn (never west > east)."""

    def item(self) -> Item: ...
    def words(self) -> Item:
        """The item as far as conditions and sorting look at it: id, collection, geometry, properties."""
        ...

    def serialised(self) -> bytes: ...
    def outline(self) -> Any: ...


def parse_time(text: str) -> float:
    """Seconds since the epoch; dates without time and any offset are understood. Raises ValueError."""
    text = text.strip().upper().replace("Z", "+00:00")
    head, dot, tail = text.partition(".")
    if dot:
        digits = tail[: len(tail) - len(tail.lstrip("0123456789"))]
        text = f"{head}.{digits[:6]:0<6}{tail[len(digits) :]}"
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp()


def parse_interval(text: str) -> tuple[float, float]:
    """ "a", "a/b", "a/..", "../b" (also "" for open). A date alone is the whole day. Raises ValueError."""
    first, slash, last = text.partition("/")

    def end_of(value: str) -> float:
        return parse_time(value) + (86399.999999 if len(value.strip()) == 10 else 0)

    if not slash:
        return parse_time(first), end_of(first)
    start = EVER[0] if first in ("", "..") else parse_time(first)
    end = EVER[1] if last in ("", "..") else end_of(last)
    if start > end or (start, end) == EVER:
        raise ValueError(text)
    return start, end


@dataclass
class ItemEntry:
    document: Item
    id: str = ""
    collection: str = ""
    time: float = 0.0
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    _bytes: bytes = b""
    _shape: Any = None

    def __post_init__(self) -> None:
        self.id, self.collection = self.document["id"], self.document["collection"]
        self.time = parse_time(self.document["properties"]["datetime"])
        self._shape = shapely.geometry.shape(self.document["geometry"])
        self.box = self._shape.bounds

    def item(self) -> Item:
        return self.document

    def words(self) -> Item:
        return self.document

    def serialised(self) -> bytes:
        if not self._bytes:
            self._bytes = json.dumps(self.document, ensure_ascii=False, separators=(",", ":")).encode()
        return self._bytes

    def outline(self) -> Any:
        return self._shape


@dataclass
class Search:
    """A search in the server's own words: already checked, whatever the dialect of the request."""

    collections: Sequence[str] = ()
    ids: Sequence[str] = ()
    interval: tuple[float, float] | None = None
    area: Any = None
    """A shapely geometry in degrees, or None."""
    conditions: Sequence[Callable[[Item], bool]] = ()
    sort: Sequence[tuple[str, bool]] = (("datetime", True), ("id", True), ("collection", True))
    """Property (or id, collection), descending?"""
    key: str = ""
    """Equal for equal searches: pages of the same search share one result."""


def property_of(item: Item, name: str) -> Any:
    name = name[len("properties.") :] if name.startswith("properties.") else name
    if name in ("id", "collection", "geometry"):
        return item.get(name)
    return item["properties"].get(name)


@dataclass
class Store:
    entries: list[Entry] = field(default_factory=list)
    _boxes: Any = None
    _times: Any = None
    _by_key: dict[tuple[str, str], Entry] = field(default_factory=dict)
    _results: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        self.entries.extend(entries)
        self._boxes = np.array([entry.box for entry in self.entries], dtype=float).reshape(-1, 4)
        self._times = np.array([entry.time for entry in self.entries], dtype=float)
        self._by_key = {(entry.collection, entry.id): entry for entry in self.entries}
        self._results.clear()

    def get(self, collection: str, item_id: str) -> Entry | None:
        return self._by_key.get((collection, item_id))

    def search(self, search: Search) -> list[Entry]:
        if search.key and search.key in self._results:
            return self._results[search.key]
        prepared = prep(search.area) if search.area is not None else None
        found = [
            entry
            for entry, inside in self._candidates(search)
            if self._fits(entry, search) and (inside or prepared is None or prepared.intersects(entry.outline()))
        ]
        for name, descending in reversed(search.sort):
            found.sort(key=lambda entry: _sort_key(entry, name), reverse=descending)
        if len(self._results) > 200:
            self._results.clear()
        if search.key:
            self._results[search.key] = found
        return found

    def _candidates(self, search: Search) -> Iterable[tuple[Entry, bool]]:
        """With them: is it surely inside the area?"""
        if not self.entries:
            return []
        keep: Any = np.ones(len(self.entries), dtype=bool)
        inside: Any = np.zeros(len(self.entries), dtype=bool)
        if search.interval is not None:
            keep &= (self._times >= search.interval[0] - 1e-4) & (self._times <= search.interval[1] + 1e-4)
        if search.area is not None:
            west, south, east, north = search.area.bounds
            boxes = self._boxes
            keep &= (boxes[:, 0] <= east) & (boxes[:, 2] >= west) & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
            if search.area.equals(search.area.envelope):
                inside = (
                    (boxes[:, 0] >= west) & (boxes[:, 2] <= east) & (boxes[:, 1] >= south) & (boxes[:, 3] <= north)
                )
        return [(self.entries[index], bool(inside[index])) for index in np.flatnonzero(keep)]

    def _fits(self, entry: Entry, search: Search) -> bool:
        if search.collections and entry.collection not in search.collections:
            return False
        if search.ids and entry.id not in search.ids:
            return False
        return not search.conditions or all(condition(entry.words()) for condition in search.conditions)


def _sort_key(entry: Entry, name: str) -> tuple[bool, Any]:
    name = name[len("properties.") :] if name.startswith("properties.") else name
    if name == "datetime":
        return True, entry.time
    if name in ("id", "collection"):
        return True, getattr(entry, name)
    value = entry.words()["properties"].get(name)
    return value is not None, value if value is not None else 0
