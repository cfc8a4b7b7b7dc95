"""All items and documents that a sandbox serves: the recorded ones where they are there, its own always."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from tests.sandbox.content import (
    acquisitions,
    bulk,
    collections,
    dem,
    earth_search,
    planetary_computer,
    recorded,
    sentinel1,
)
from tests.sandbox.hosts import earth_search as earth_search_host
from tests.sandbox.hosts import planetary_computer as planetary_computer_host
from tests.sandbox.settings import Settings
from tests.sandbox.stac.store import ItemEntry, Store

Item = dict[str, Any]


class Catalogue:
    def __init__(self, settings: Settings) -> None:
        self._recordings = settings.recordings
        ireland, recent = acquisitions.ireland_2022(), acquisitions.ireland_recent(settings.now)
        everywhere = [*ireland, *recent, *acquisitions.far_places()]
        squares = [(name, *square) for name in ("cop-dem-glo-30", "cop-dem-glo-90") for square in dem.SQUARES]
        self.earth_search = Store()
        self.earth_search.add(
            _entries(
                recorded.items(settings.recordings, "earth_search"),
                map(earth_search.sentinel_2_l2a, everywhere),
                map(earth_search.sentinel_2_c1_l2a, [*ireland[:12], *acquisitions.colorado_2025()]),
                sentinel1.items(),
                (dem.earth_search_item(*one) for one in squares),
            )
        )
        self.planetary_computer = Store()
        self.planetary_computer.add(
            _entries(
                recorded.items(settings.recordings, "planetary_computer"),
                map(
                    planetary_computer.sentinel_2_l2a,
                    [one for one in everywhere if not acquisitions.missing_at_planetary_computer(one)],
                ),
                (dem.planetary_computer_item(*one) for one in squares),
            )
        )
        if settings.bulk:
            self._add_bulk(settings.bulk)
        self._documents()

    def _add_bulk(self, count: int) -> None:
        name = "S2A_7KCS_BULK{number:06d}_0_L2A"
        self.earth_search.add(bulk.entries(count, earth_search.sentinel_2_l2a, name))
        name = "S2A_MSIL2A_20210101T200000_R099_T07KCS_BULK{number:06d}"
        self.planetary_computer.add(bulk.entries(count, planetary_computer.sentinel_2_l2a, name))

    def _documents(self) -> None:
        read = recorded.read
        listed = read(self._recordings, "earth_search/collections.json") or {"collections": []}
        self.earth_search_collections = {one["id"]: one for one in listed["collections"]}
        self._complete(self.earth_search_collections, self.earth_search, earth_search.ROOT, False)
        self.earth_search_landing = read(self._recordings, "earth_search/landing.json") or earth_search_host.landing(
            list(self.earth_search_collections)
        )
        sentinel_2 = read(self._recordings, "planetary_computer/collection_sentinel-2-l2a.json")
        self.planetary_computer_collections = {"sentinel-2-l2a": sentinel_2} if sentinel_2 else {}
        self._complete(self.planetary_computer_collections, self.planetary_computer, planetary_computer.ROOT, True)
        self.planetary_computer_landing = read(
            self._recordings, "planetary_computer/landing.json"
        ) or planetary_computer_host.landing(self.planetary_computer_collections)

    def _complete(self, documents: dict[str, Any], store: Store, root: str, azure: bool) -> None:
        """Each collection that has items has a document."""
        for name in sorted({entry.collection for entry in store.entries}):
            documents.setdefault(name, collections.made(name, root, azure))

    def documents(self) -> Iterator[Item]:
        """Every item that is held in memory, of all hosts."""
        for store in (self.earth_search, self.planetary_computer):
            for entry in store.entries:
                if isinstance(entry, ItemEntry):
                    yield entry.document


def _entries(*groups: Any) -> list[ItemEntry]:
    """The first of two items with the same id stays: what was recorded comes before what is made."""
    found: dict[tuple[str, str], ItemEntry] = {}
    for document in itertools.chain(*groups):
        found.setdefault((document["collection"], document["id"]), ItemEntry(document))
    return list(found.values())
