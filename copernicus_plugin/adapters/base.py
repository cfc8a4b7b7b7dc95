"""The interface behind which each protocol family works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from copernicus_plugin.model.access_point import AccessPoint, Endpoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.authorisation import Authoriser, NoAccount
from copernicus_plugin.network.messages import HttpRequest, RequestPhase
from copernicus_plugin.network.session import HttpSession


@dataclass(frozen=True)
class Context:
    """What an adapter works with: the place, the address, the session, our collections by id, the place's account."""

    access_point: AccessPoint
    endpoint: Endpoint
    session: HttpSession
    collections: dict[str, Collection]
    authoriser: Authoriser = field(default_factory=NoAccount)


@dataclass(frozen=True)
class StreamAddress:
    """What GDAL opens. ``href`` is https; ``signing`` is empty or ``planetary_computer``, which GDAL does itself.

    ``account`` is the id of the access point whose header GDAL must send; empty where none is needed. ``href`` is then
    the final address, after redirects, on a host that the account may be sent to.
    """

    href: str
    signing: str = ""
    account: str = ""


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

    def details(self, product: Product, cancellation: Cancellation) -> Product:
        """The product with what ``search`` did not give: its single files as assets, sizes, checksums.

        Costs requests; the same product where search told everything. Keeps what is known already.
        """

    def request(self, asset: Asset, product: Product, cancellation: Cancellation) -> HttpRequest:
        """Ready to send: signed, with credentials by host, never in the address.

        ``AccessError(OFFLINE, IN_ARCHIVE)`` for what must be ordered first, and those of ``Authoriser.headers``.
        """

    def stream_address(self, asset: Asset, product: Product, cancellation: Cancellation) -> StreamAddress:
        """What GDAL may open by ranges; ``AccessError(NOT_FOUND, NO_ASSET)`` for ``s3://`` and the like.

        Called in a worker: it may follow redirects by our own session, and sign in.
        """

    def forget(self, asset: Asset) -> None:
        """The server refused what ``request`` made (401, 403): sign or log in anew the next time."""

    def explain(self, error: AccessError, asset: Asset, product: Product) -> AccessError:
        """``error`` of a request for ``asset``, with the reason that only this protocol's error codes tell."""


AdapterFactory = Callable[[Context], SearchAdapter]
