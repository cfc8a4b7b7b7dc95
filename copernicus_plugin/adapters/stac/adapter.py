"""The adapter for STAC APIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copernicus_plugin.adapters import authorised
from copernicus_plugin.adapters.base import Context, StreamAddress
from copernicus_plugin.adapters.csc_odata.explaining import explained
from copernicus_plugin.adapters.fetching import Fetcher, Progress
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.adapters.stac.building import SearchBuilder, ServerCollection, server_collection
from copernicus_plugin.adapters.stac.capabilities import Capabilities
from copernicus_plugin.adapters.stac.dialect import read_dialect
from copernicus_plugin.adapters.stac.items import ItemReader
from copernicus_plugin.adapters.stac.landing import Landing
from copernicus_plugin.adapters.stac.offline import lies_on_tape
from copernicus_plugin.adapters.stac.paging import Pager
from copernicus_plugin.adapters.stac.searching import Search
from copernicus_plugin.adapters.stac.signing import Signer
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Asset, Product, Verification
from copernicus_plugin.model.query import Choice, FilterValue, Query
from copernicus_plugin.network.messages import HttpRequest


class StacAdapter:
    """One endpoint that speaks STAC API. Safe for threads."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._dialect = read_dialect(context.endpoint.dialect)
        limits = context.access_point.limits
        self._landing = Landing(context.session, context.endpoint.url, self._dialect, limits)
        self._fetcher = Fetcher(context.session, limits)
        self._signer = Signer(context.session, self._dialect.signing, limits) if self._dialect.signing else None

    def plan(self, query: Query) -> list[Query]:
        """One part: pages follow from one another, and how many there will be is not known beforehand.

        Slices of the period asked at the same time would help only where a server is slower than we are, and
        are what operators limit clients for; the next page is under way while one is read.
        """
        return [query]

    def search(self, query: Query, cancellation: Cancellation, progress: Progress | None = None) -> Iterator[Page]:
        """See ``SearchAdapter``. ``AccessError(INVALID_QUERY, COLLECTION_UNKNOWN)`` if the endpoint lacks it."""
        mapping = self._context.endpoint.collections.get(query.collection)
        if mapping is None:
            raise AccessError(
                ErrorKind.INVALID_QUERY,
                Reason.COLLECTION_UNKNOWN,
                {"collection": query.collection, "access_point": self._context.access_point.id},
            )
        return self._pages(query, server_collection(mapping, query.collection), cancellation, progress)

    def request(self, asset: Asset, product: Product, cancellation: Cancellation) -> HttpRequest:
        """See ``SearchAdapter``. A signature is part of the address, because Azure wants it there."""
        href = self._web_address(asset, product)
        if self._signer is not None and self._signer.concerns(href):
            href = self._signer.signed(href, cancellation)
        return authorised.file_request(self._context, href, cancellation)

    def details(self, product: Product, cancellation: Cancellation) -> Product:
        """See ``SearchAdapter``. A STAC item tells everything at once."""
        return product

    def stream_address(self, asset: Asset, product: Product, cancellation: Cancellation) -> StreamAddress:
        """See ``SearchAdapter``. Not signed: GDAL signs by itself, and anew when the token has ended.

        A zip that is packed while it is sent cannot be read by ranges.
        """
        href = self._web_address(asset, product)
        if asset.verification is Verification.ARCHIVE:
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
        if self._signer is not None and self._signer.concerns(href):
            return StreamAddress(href, self._signer.kind)
        return authorised.stream_address(
            self._context, href, cancellation, lambda error: self.explain(error, asset, product)
        )

    def forget(self, asset: Asset) -> None:
        """See ``SearchAdapter``."""
        if self._signer is not None:
            self._signer.forget(asset.href)
        if authorised.needs_account(self._context, asset.href):
            self._context.authoriser.refused()

    def explain(self, error: AccessError, asset: Asset, product: Product) -> AccessError:
        """See ``SearchAdapter``. STAC has no error codes; but files may lie at the Data Space's download service."""
        if not authorised.needs_account(self._context, asset.href):
            return error
        told = explained(error, asset.href, self._context.access_point.limits, "")
        return authorised.led_elsewhere(self._context, asset.href, told)

    def _pages(
        self, query: Query, theirs: ServerCollection, cancellation: Cancellation, progress: Progress | None
    ) -> Iterator[Page]:
        capabilities = self._landing.capabilities(cancellation)
        timeless = self._timeless(query)
        built = SearchBuilder(capabilities, self._dialect, theirs, timeless).build(query)
        filters = {**self._in_our_words(theirs), **query.filters}
        reader = ItemReader(
            query.collection,
            self._context.access_point.id,
            self._context.endpoint.url,
            self._dialect,
            ExactFilter(replace(query, filters=filters), timeless),
        )
        pager = Pager(self._context.endpoint.url, built.request, self._dialect)
        for page in Search(self._fetcher, pager, reader, built, query.limit, cancellation).pages(progress):
            ignored = self._ignored(query, capabilities)
            yield replace(page, filtered_here=(*page.filtered_here, *ignored)) if ignored else page

    def _ignored(self, query: Query, assumed: Capabilities) -> tuple[str, ...]:
        """What was sent because the dialect said so, and the landing page, read meanwhile, says will be ignored."""
        told = self._landing.told
        if told is None or told.filters or not assumed.filters:
            return ()
        return tuple(name for name in query.filters if name not in self._dialect.filtered_here)

    def _in_our_words(self, theirs: ServerCollection) -> dict[str, FilterValue]:
        words: dict[str, FilterValue] = {}
        for name, choice in theirs.filters.items():
            ours = self._dialect.received_name(name)
            words[ours] = Choice(tuple(self._dialect.received_value(ours, value) for value in choice.values))
        return words

    def _timeless(self, query: Query) -> bool:
        collection = self._context.collections.get(query.collection)
        return collection is not None and collection.timeless

    def _web_address(self, asset: Asset, product: Product) -> str:
        """Raises ``AccessError``: ``OFFLINE/IN_ARCHIVE``, or ``NOT_FOUND/NO_ASSET`` for what is not on the web."""
        if lies_on_tape(product, asset):
            parameters = {"product": product.id, "access_point": self._context.access_point.id}
            if self._dialect.order_link:
                parameters["link"] = self._dialect.order_link
            raise AccessError(ErrorKind.OFFLINE, Reason.IN_ARCHIVE, dict(parameters))
        if asset.scheme not in ("https", "http"):
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
        return asset.href
