"""The interface behind which each protocol family works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from copernicus_plugin.model.access_point import AccessPoint, Endpoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.messages import HttpRequest, RequestPhase
from copernicus_plugin.network.session import HttpSession


@dataclass(frozen=True)
class Context:
    """What an adapter works with: the place, the address, the session, and our collections by id."""

    access_point: AccessPoint
    endpoint: Endpoint
    session: HttpSession
    collections: dict[str, Collection]


@dataclass(frozen=True)
class StreamAddress:
    """What GDAL opens. ``href`` is https; ``signing`` is empty or ``planetary_computer``, which GDAL does itself."""

    href: str
    signing: str = ""


class SearchAdapter(Protocol):
    """The part that catalogues have. Every method may raise ``AccessError`` and nothing else."""

    def plan(self, query: Query) -> list[Query]:
        """Parts that may be asked at the same time; ``[query]`` where there is nothing to gain."""

    def search(
        self, query: Query, cancellation: Cancellation, progress: Callable[[RequestPhase], None] | None = None
    ) -> Iterator[Page]:
        """Pages as they arrive. Products that do not match the query exactly are left out.

        ``progress`` hears where the first request of the search is, from whichever thread sends it.
        """

    def request(self, asset: Asset, product: Product, cancellation: Cancellation) -> HttpRequest:
        """Ready to send: signed, with credentials by host, never in the address."""

    def stream_address(self, asset: Asset, product: Product) -> StreamAddress:
        """What GDAL may open by ranges; ``AccessError(NOT_FOUND, NO_ASSET)`` for ``s3://`` and the like."""

    def forget(self, asset: Asset) -> None:
        """The server refused what ``request`` made (401, 403): sign or log in anew the next time."""


AdapterFactory = Callable[[Context], SearchAdapter]
