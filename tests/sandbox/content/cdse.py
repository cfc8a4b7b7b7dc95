"""All products of the Data Space's sandbox, for OData, STAC, S3 and downloads alike.

``CdseContent(settings)`` is made once for all hosts. What a service needs of a product is in ``CdseProduct``; the
bytes of its files come from ``safe.shop.SafeShop``: ``shop.file(product, path)`` gives an ``http.Resource`` (ranges,
ETag), ``shop.archive(product)`` that of the whole, ``shop.quicklook(product)`` its picture; they block while a file
is made on first demand, so call them by ``asyncio.to_thread``.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterator

from tests.sandbox.content import (
    cdse_bulk,
    cdse_others,
    cdse_recorded,
    cdse_sentinel1,
    cdse_sentinel2,
    cdse_swaths,
)
from tests.sandbox.content.acquisitions import chance
from tests.sandbox.content.cdse_product import CdseProduct, Deletion
from tests.sandbox.settings import Settings

CAUSES = ("Duplicated product", "Missing checksum", "Corrupted product", "Obsolete product or Other")


class CdseContent:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        everything = list(_products(settings))
        gone = [one for one in everything if _is_gone(one)]
        self.products: list[CdseProduct] = [one for one in everything if not _is_gone(one)]
        """Those that can be found, the offline ones too; without the deleted ones and those of ``bulk``."""
        self.deleted: list[CdseProduct] = [_deleted(one, number) for number, one in enumerate(gone)]
        self.bulk: list[CdseProduct] = list(cdse_bulk.products(settings.bulk)) if settings.bulk else []
        """In the Pacific (``bulk.BOX``), one a minute from 2021-01-01T20:00Z on; without files."""

    def bring_back(self, name: str) -> None:
        """What was ordered from the archive is online from now on."""
        before = self.by_name[name]
        after = dataclasses.replace(before, online=True)
        self.products[self.products.index(before)] = after
        self.by_name[after.name] = self.by_uuid[after.uuid] = after

    @functools.cached_property
    def by_uuid(self) -> dict[str, CdseProduct]:
        return {one.uuid: one for one in [*self.bulk, *self.products]}

    @functools.cached_property
    def by_name(self) -> dict[str, CdseProduct]:
        return {one.name: one for one in [*self.bulk, *self.products]}


def _products(settings: Settings) -> Iterator[CdseProduct]:
    yield from cdse_sentinel2.products(settings)
    yield from cdse_sentinel1.products(settings)
    yield from cdse_swaths.products(settings)
    yield from cdse_others.products()
    yield from cdse_recorded.products(settings.recordings)


def _is_gone(one: CdseProduct) -> bool:
    """Some L1C products: the L2A stays where the other hosts have it."""
    return one.product_type == "S2MSI1C" and chance("deleted", one.name) < 0.05


def _deleted(one: CdseProduct, number: int) -> CdseProduct:
    date = one.published + datetime.timedelta(days=1 + number, microseconds=1)
    return dataclasses.replace(one, online=False, deleted=Deletion(date, CAUSES[number % len(CAUSES)]))
