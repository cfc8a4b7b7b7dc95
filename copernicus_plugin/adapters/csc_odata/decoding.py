"""A page of products, product by product (``adapters.decoding``). Never raises anything but ``AccessError``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copernicus_plugin.adapters.decoding import (
    after_space,
    first_member,
    following_member,
    scan,
    text_of,
    walk_list,
)
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

NEXT_LINK = "@odata.nextLink"
_KEPT = frozenset(
    {
        *("Id", "Name", "ContentLength", "ContentDate", "OriginDate", "PublicationDate", "ModificationDate"),
        *("EvictionDate", "Online", "S3Path", "Checksum", "Footprint", "GeoFootprint", "Attributes", "Assets"),
        *("DeletionDate", "DeletionCause"),
    }
)

RawProduct = dict[str, Any]
"""The members of a product that are needed, decoded."""


class PageText:
    """One answer: make it, look at ``early_next``, walk ``products``, then read ``next_link``."""

    def __init__(self, body: bytes, host: str, content_type: str = "") -> None:
        self._host = host
        self._text = text_of(body, host, content_type)
        self._next_link: Any = None
        self.unreadable = 0
        """entries that are no objects"""

    @property
    def next_link(self) -> str:
        """Where the next page is; empty on the last one. Known once ``products`` has been walked to its end."""
        return self._next_link if isinstance(self._next_link, str) else ""

    def early_next(self) -> str:
        """What is most likely the next page's address, without decoding the products; empty where that is not seen."""
        start = self._text.rfind(f'"{NEXT_LINK}"')
        if start < 0:
            return ""
        try:
            index = after_space(self._text, after_space(self._text, start + len(NEXT_LINK) + 2) + 1)
            link, _ = scan(self._text, index)
        except (ValueError, RecursionError):
            return ""
        return link if isinstance(link, str) else ""

    def products(self) -> Iterator[RawProduct]:
        """Each once, in the server's order. Raises ``AccessError(BAD_ANSWER)`` where the text is broken, also after
        some of them.
        """
        try:
            yield from self._walk()
        except (ValueError, RecursionError):
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": self._host}) from None

    def _walk(self) -> Iterator[RawProduct]:
        text, seen = self._text, False
        key, index = first_member(text, after_space(text, 0))
        while key is not None:
            if key == "value" and text[index : index + 1] == "[":
                seen = True
                index = yield from walk_list(text, index, _read_product, self._count_unreadable)
            else:
                value, index = scan(text, index)
                if key == NEXT_LINK:
                    self._next_link = value
            key, index = following_member(text, index)
        if after_space(text, index) != len(text):
            raise ValueError("something follows the object")
        if not seen:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": self._host, "key": "value"})

    def _count_unreadable(self) -> None:
        self.unreadable += 1


def _read_product(text: str, index: int) -> tuple[RawProduct, int]:
    product: RawProduct = {}
    key, index = first_member(text, index)
    while key is not None:
        value, end = scan(text, index)
        if key in _KEPT:
            product[key] = value
        key, index = following_member(text, end)
    return product, index
