"""One search at one endpoint: its pages, one after the other."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from copernicus_plugin.adapters.fetching import Ahead, Answer, Fetcher, Progress, SearchRequest
from copernicus_plugin.adapters.stac.building import BuiltSearch
from copernicus_plugin.adapters.stac.decoding import PageText
from copernicus_plugin.adapters.stac.items import ItemReader
from copernicus_plugin.adapters.stac.paging import Pager
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Product

_BATCH = 100
"""Products are handed on in batches of so many: the first of a long page are seen before its last is read."""

_MOST_IN_VAIN = 50_000
"""Items looked at beyond the limit: a server that ignores what it was asked may have millions that do not match."""


class Search:
    """The walk through the pages until the query's limit, the end, or ``_MOST_IN_VAIN`` items that do not match."""

    def __init__(
        self,
        fetcher: Fetcher,
        pager: Pager,
        reader: ItemReader,
        built: BuiltSearch,
        limit: int,
        cancellation: Cancellation,
    ) -> None:
        self._fetcher = fetcher
        self._pager = pager
        self._reader = reader
        self._built = built
        self._limit = limit
        self._cancellation = cancellation
        self._ahead: Ahead | None = None
        self._found = 0
        self._scanned = 0
        self._objects_that_are_none = 0

    def pages(self, progress: Progress | None) -> Iterator[Page]:
        """The products in batches, each with the server's count; an empty batch at the end of each of its pages."""
        asked = self._built.request
        answer = self._fetcher.fetch(asked, self._cancellation, progress)
        try:
            while True:
                text = PageText(answer.body, answer.host, answer.content_type)
                self._ask_ahead(text, asked, answer)
                features, over_limit = yield from self._batches(text, answer)
                self._objects_that_are_none += text.unreadable
                following = None if over_limit else self._following(text, features, asked, answer)
                enough = self._found >= self._limit or self._scanned > self._limit + _MOST_IN_VAIN
                more = enough and following is not None and not self._all_seen(text)
                yield self._page([], text, over_limit or more)
                if following is None or enough:
                    return
                answer, asked = self._answer_to(following), following
        finally:
            self._drop_ahead()

    def _batches(self, text: PageText, answer: Answer) -> Generator[Page, None, tuple[int, bool]]:
        """Returns how many features the page had, and whether the limit cut it short."""
        features = 0
        batch: list[Product] = []
        for feature in text.features():
            features += 1
            product = self._reader.product(feature, answer.url)
            if product is None:
                continue
            if self._found >= self._limit:
                if batch:
                    yield self._page(batch, text)
                return features, True
            self._found += 1
            batch.append(product)
            if len(batch) == _BATCH:
                yield self._page(batch, text)
                self._cancellation.raise_if_requested()
                batch = []
        if batch:
            yield self._page(batch, text)
        self._cancellation.raise_if_requested()
        self._scanned += features
        return features + text.unreadable, False

    def _page(self, products: list[Product], text: PageText, more: bool = False) -> Page:
        skipped = self._reader.unreadable + self._objects_that_are_none
        return Page(products, text.envelope().matched, self._built.filtered_here, more, skipped)

    def _all_seen(self, text: PageText) -> bool:
        """Whether by its own count the server has no more, though it offers a next page (Earth Search always does)."""
        matched = text.envelope().matched
        return matched is not None and self._scanned >= matched

    def _following(self, text: PageText, features: int, asked: SearchRequest, answer: Answer) -> SearchRequest | None:
        return self._pager.following(text.envelope(), features, asked, answer.url, self._built.page_size)

    def _ask_ahead(self, text: PageText, asked: SearchRequest, answer: Answer) -> None:
        """Send for the next page before this one is decoded, where it will most likely be wanted."""
        links = text.early_links()
        likely = bool(self._built.filtered_here) or self._found + self._built.page_size < self._limit
        if not links or not likely:
            return
        try:
            following = self._pager.next_by_links(links, asked, answer.url)
        except AccessError:  # said again, and then raised, when the page has been read
            return
        if following is not None and self._pager.is_new(following):
            self._ahead = Ahead(self._fetcher, following, self._cancellation)

    def _answer_to(self, following: SearchRequest) -> Answer:
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.asked == following:
            return ahead.result(self._cancellation)
        if ahead is not None:
            ahead.drop()
        return self._fetcher.fetch(following, self._cancellation)

    def _drop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.drop()
            self._ahead = None
