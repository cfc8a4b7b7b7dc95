"""What an adapter hands on as answers arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copernicus_plugin.model.product import Product


@dataclass(frozen=True)
class Page:
    """Part of an answer. ``total`` is what the server says it has in all, ``None`` if it does not tell.

    ``filtered_here`` names the STAC properties (and ``geometry``, ``datetime``) that the server would have
    ignored, so that the adapter applied them itself: ``total`` then counts more than can arrive.
    ``more`` is true on the last page where the query's limit ended it (or too many items that do not match) and the
    server has more. ``skipped``
    counts what could not be read (no id, no sane geometry).
    """

    products: Sequence[Product]
    total: int | None = None
    filtered_here: tuple[str, ...] = ()
    more: bool = False
    skipped: int = 0
