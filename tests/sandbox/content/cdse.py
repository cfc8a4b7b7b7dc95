"""All products of the Data Space's sandbox, for OData, STAC, S3 and downloads alike.

``CdseContent(settings)`` is made once for all hosts. What a service needs of a product is in ``CdseProduct``; the
bytes of its files come from ``safe.shop.SafeShop``: ``shop.file(product, path)`` gives an ``http.Resource`` (ranges,
ETag), ``shop.archive(product)`` that of the whole, ``shop.quicklook(product)`` its picture; they block while a file
is made on first demand, so call them by ``asyncio.to_thread``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.settings import Settings


class CdseContent:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.products: list[CdseProduct] = list(_products(settings))
        """Those that can be found, the offline ones too; without the deleted ones and those of ``bulk``."""
        self.deleted: list[CdseProduct] = []
        self.bulk: list[CdseProduct] = []
        """In the Pacific (``bulk.BOX``), one a minute from 2021-01-01T20:00Z on; without files."""

    @functools.cached_property
    def by_uuid(self) -> dict[str, CdseProduct]:
        return {one.uuid: one for one in [*self.bulk, *self.products]}

    @functools.cached_property
    def by_name(self) -> dict[str, CdseProduct]:
        return {one.name: one for one in [*self.bulk, *self.products]}


def _products(settings: Settings) -> Iterator[CdseProduct]:
    yield from ()
