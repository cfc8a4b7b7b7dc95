"""The adapter for OData as the Data Space, CREODIAS and their mirrors speak it."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote, urlsplit

from copernicus_plugin.adapters import authorised
from copernicus_plugin.adapters.base import Context, StreamAddress
from copernicus_plugin.adapters.csc_odata.building import (
    SearchBuilder,
    ServerCollection,
    newest_first,
    server_collection,
    text_literal,
)
from copernicus_plugin.adapters.csc_odata.decoding import PageText
from copernicus_plugin.adapters.csc_odata.dialect import folder, read_dialect
from copernicus_plugin.adapters.csc_odata.explaining import explained
from copernicus_plugin.adapters.csc_odata.nodes import Files
from copernicus_plugin.adapters.csc_odata.products import (
    ORDERABLE,
    PRODUCT,
    STATUS,
    Place,
    ProductReader,
)
from copernicus_plugin.adapters.csc_odata.searching import Search, Walk
from copernicus_plugin.adapters.csc_odata.slices import slices_of
from copernicus_plugin.adapters.fetching import Fetcher, Progress
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.answers import expect_json
from copernicus_plugin.network.messages import HttpRequest

_UUID = re.compile(r"/Products\(([0-9A-Za-z_-]{1,64})\)")
_NAMES_AT_ONCE = 100
_PATIENCE = 60.0
"""Seconds for a page: a search by area may take the server half a minute (seen by its clients)."""
_JSON_LIMIT = 64 * 1024 * 1024


class CscOdataAdapter:
    """One endpoint that speaks this OData. Safe for threads."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._dialect = read_dialect(context.endpoint.dialect, context.endpoint.url)
        self._limits = context.access_point.limits
        self._fetcher = Fetcher(context.session, self._limits, _PATIENCE)
        self._files = Files(context, self._dialect.download_url)
        self._lock = threading.Lock()
        self._missing: set[str] = set()
        """UUIDs that the download service did not find"""

    def plan(self, query: Query) -> list[Query]:
        """Slices of the period where it is longer than the operator wants it to be asked at once."""
        collection = self._context.collections.get(query.collection)
        now = dt.datetime.now(dt.timezone.utc)
        return slices_of(query, collection, self._dialect.longest_period, now)

    def search(self, query: Query, cancellation: Cancellation, progress: Progress | None = None) -> Iterator[Page]:
        """See ``SearchAdapter``. ``AccessError(INVALID_QUERY, COLLECTION_UNKNOWN)`` if the endpoint lacks it."""
        theirs = self._theirs(query.collection)
        timeless = self._timeless(query.collection)
        builder = SearchBuilder(self._context.endpoint.url, self._dialect, theirs, timeless)
        walk = Walk(
            self._fetcher,
            builder,
            self._dialect,
            self._context.endpoint.url,
            builder.build(query),
            newest_first(query),
        )
        reader = self._reader(query, theirs, timeless)
        return Search(walk, reader, query.limit, cancellation).pages(progress)

    def details(self, product: Product, cancellation: Cancellation) -> Product:
        """See ``SearchAdapter``. ``AccessError(NOT_FOUND, DELETED)`` for what the operator took away since."""
        collection = self._context.collections.get(product.collection)
        identifier = uuid_of(product)
        known = any(key != PRODUCT for key in product.assets)
        if collection is None or not collection.files or not identifier or known or _lies_on_tape(product):
            return product
        try:
            found = self._files.assets(identifier, collection, cancellation)
        except AccessError as error:
            if error.kind is not ErrorKind.NOT_FOUND:
                raise self.explain(error, self._first_asset(product), product) from None
            raise self.deleted(product, cancellation) or error from None
        return replace(product, assets={**found, **product.assets})

    def deleted(self, product: Product, cancellation: Cancellation) -> AccessError | None:
        """Why the operator took a product away (``NOT_FOUND/DELETED``), if it is among those; costs a request."""
        identifier = uuid_of(product)
        asset = product.assets.get(PRODUCT)
        name = asset.local_path if asset is not None else ""
        if name.endswith(".zip"):
            name = name[:-4]
        clause = f"Name eq {text_literal(name or product.id)}"
        url = f"{folder(self._context.endpoint.url)}DeletedProducts?$filter={quote(clause, safe='/(),:')}&$top=20"
        request = HttpRequest(url, headers={"Accept": "application/json"}, limits=self._limits, retry=1)
        try:
            with self._context.session.send(request, cancellation) as response:
                host = urlsplit(response.url).hostname or ""
                page = PageText(response.read(_JSON_LIMIT), host, response.headers.get("content-type", ""))
                listed = list(page.products())
        except AccessError as error:
            if error.kind is ErrorKind.CANCELLED:
                raise
            return None
        ours = [entry for entry in listed if entry.get("Id") == identifier]
        if not ours:
            return None
        parameters: dict[str, Parameter] = {"product": product.id, "access_point": self._context.access_point.id}
        for name, key in (("cause", "DeletionCause"), ("date", "DeletionDate")):
            if isinstance(ours[0].get(key), str):
                parameters[name] = ours[0][key]
        return AccessError(ErrorKind.NOT_FOUND, Reason.DELETED, parameters)

    def by_names(self, collection: str, names: Sequence[str], cancellation: Cancellation) -> Iterator[Product]:
        """The products of these names (with their endings) that the catalogue has, in its order."""
        theirs = self._theirs(collection)
        reader = self._reader(Query(collection), theirs, timeless=True)
        url = folder(self._context.endpoint.url) + "Products/OData.CSC.FilterList?$expand=Attributes&$expand=Assets"
        for start in range(0, len(names), _NAMES_AT_ONCE):
            wanted = [{"Name": name} for name in names[start : start + _NAMES_AT_ONCE]]
            request = HttpRequest(
                url,
                "POST",
                {"Accept": "application/json", "Content-Type": "application/json"},
                json.dumps({"FilterProducts": wanted}).encode(),
                limits=self._limits,
            )
            with self._context.session.send(request, cancellation) as response:
                host = urlsplit(response.url).hostname or ""
                page = PageText(response.read(_JSON_LIMIT), host, response.headers.get("content-type", ""))
            for raw in page.products():
                product = reader.product(raw)
                if product is not None:
                    yield product

    def request(self, asset: Asset, product: Product, cancellation: Cancellation) -> HttpRequest:
        """See ``SearchAdapter``. What was not found before is looked up among what the operator took away."""
        self._check_online(product, cancellation)
        identifier = uuid_of(product)
        with self._lock:
            missing = identifier in self._missing
            self._missing.discard(identifier)
        if missing:
            gone = self.deleted(product, cancellation)
            if gone is not None:
                raise gone
        return authorised.file_request(self._context, self._web_address(asset, product), cancellation)

    def stream_address(self, asset: Asset, product: Product, cancellation: Cancellation) -> StreamAddress:
        """See ``SearchAdapter``. Whole products are packed as they are sent, and cannot be read by ranges."""
        self._check_online(product, cancellation)
        href = self._web_address(asset, product)
        if asset.is_archive:
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
        try:
            return authorised.stream_address(self._context, href, cancellation)
        except AccessError as error:
            told = self.explain(error, asset, product)
            if told.reason not in (Reason.SIGN_IN_ENDED, Reason.SIGN_IN_LOST):
                raise told from None
        self.forget(asset)
        try:
            return authorised.stream_address(self._context, href, cancellation)
        except AccessError as error:
            raise self.explain(error, asset, product) from None

    def forget(self, asset: Asset) -> None:
        """See ``SearchAdapter``."""
        if authorised.needs_account(self._context, asset.href):
            self._context.authoriser.refused()

    def explain(self, error: AccessError, asset: Asset, product: Product) -> AccessError:
        """See ``SearchAdapter``."""
        if error.kind is ErrorKind.NOT_FOUND and error.reason is Reason.UNSPECIFIED:
            with self._lock:
                self._missing.add(uuid_of(product))
        told = explained(error, asset.href, self._limits, self._dialect.eligibility_link)
        return authorised.led_elsewhere(self._context, asset.href, told)

    def _theirs(self, collection: str) -> ServerCollection:
        mapping = self._context.endpoint.collections.get(collection)
        if mapping is None:
            raise AccessError(
                ErrorKind.INVALID_QUERY,
                Reason.COLLECTION_UNKNOWN,
                {"collection": collection, "access_point": self._context.access_point.id},
            )
        return server_collection(mapping, collection)

    def _reader(self, query: Query, theirs: ServerCollection, timeless: bool) -> ProductReader:
        place = Place(query.collection, self._context.access_point.id, self._context.endpoint.url)
        return ProductReader(place, self._dialect, theirs, ExactFilter(query, timeless))

    def _timeless(self, collection: str) -> bool:
        known = self._context.collections.get(collection)
        return known is not None and known.timeless

    def _check_online(self, product: Product, cancellation: Cancellation) -> None:
        """A product that was on tape when it was found may have been ordered since."""
        if not _lies_on_tape(product) or self._is_online_now(product, cancellation):
            return
        parameters: dict[str, Parameter] = {"product": product.id, "access_point": self._context.access_point.id}
        if self._dialect.order_link:
            parameters["link"] = self._dialect.order_link
        raise AccessError(ErrorKind.OFFLINE, Reason.IN_ARCHIVE, parameters)

    def _is_online_now(self, product: Product, cancellation: Cancellation) -> bool:
        url = f"{folder(self._context.endpoint.url)}Products({uuid_of(product)})"
        request = HttpRequest(url, headers={"Accept": "application/json"}, limits=self._limits, retry=1)
        try:
            with self._context.session.send(request, cancellation) as response:
                found = expect_json(response)
        except AccessError as error:
            if error.kind is ErrorKind.CANCELLED:
                raise
            return False
        return isinstance(found, dict) and found.get("Online") is True

    def _first_asset(self, product: Product) -> Asset:
        return next(iter(product.assets.values()), Asset(PRODUCT, ""))

    def _web_address(self, asset: Asset, product: Product) -> str:
        if asset.scheme not in ("https", "http"):
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
        return asset.href


def uuid_of(product: Product) -> str:
    """By which the server knows the product; empty where that cannot be told."""
    asset = product.assets.get(PRODUCT)
    for address in (product.self_href, asset.href if asset is not None else ""):
        match = _UUID.search(address)
        if match:
            return match.group(1)
    return ""


def _lies_on_tape(product: Product) -> bool:
    return product.properties.get(STATUS) == ORDERABLE
