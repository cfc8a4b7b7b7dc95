"""One search at one endpoint: its pages, one after the other, to the end whatever the server's limits.

The server skips at most ``largest_skip`` products. What follows is asked anew, from the moment at which the last
product began; those of that millisecond that were seen already are left out. Where more products than the server
gives at once begin in the same millisecond (mosaics of a quarter do), they are told apart by their publication.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from copernicus_plugin.adapters.addresses import own_address
from copernicus_plugin.adapters.csc_odata.building import (
    PUBLISHED,
    START,
    BuiltSearch,
    SearchBuilder,
    orderby,
    time_literal,
)
from copernicus_plugin.adapters.csc_odata.decoding import PageText, RawProduct
from copernicus_plugin.adapters.csc_odata.dialect import Dialect
from copernicus_plugin.adapters.csc_odata.products import ProductReader, identifier_of
from copernicus_plugin.adapters.fetching import Ahead, Answer, Fetcher, Progress, SearchRequest
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Product, parse_datetime

_BATCH = 100
"""Products are handed on in batches of so many: the first of a long page are seen before its last is read."""
_MOST_IN_VAIN = 50_000
"""Products looked at beyond the limit: a server that ignores what it was asked may have millions that do not match."""
_EMPTY_PAGES = 3
"""In a row; a server that links to further ones may do so for ever."""
_MILLISECOND = dt.timedelta(milliseconds=1)
_FIELDS = (START, PUBLISHED)


@dataclass(frozen=True)
class Walk:
    """How one search goes through the catalogue."""

    fetcher: Fetcher
    builder: SearchBuilder
    dialect: Dialect
    endpoint_url: str
    built: BuiltSearch
    newest_first: bool


class Search:
    """The walk until the query's limit, the end, or ``_MOST_IN_VAIN`` products that do not match."""

    def __init__(self, walk: Walk, reader: ProductReader, limit: int, cancellation: Cancellation) -> None:
        self._walk = walk
        self._reader = reader
        self._limit = limit
        self._cancellation = cancellation
        self._ahead: Ahead | None = None
        self._progress: Progress | None = None
        self._found = 0
        self._scanned = 0
        self._no_objects = 0
        self._all_seen = True
        self._further = False
        """whether another page follows the one that is being read"""

    def pages(self, progress: Progress | None) -> Iterator[Page]:
        """The products in batches; the last one tells the count of all, if the end was reached.

        The server is not asked to count: its operator calls that slow, and the first products would wait for it.
        """
        self._progress = progress
        batch: list[Product] = []
        try:
            for raw in self._everything(0, self._walk.built.clauses, set()):
                product = self._reader.product(raw) if raw is not None else None
                if product is not None and self._found >= self._limit:
                    yield self._page(batch, more=True)
                    return
                if product is not None:
                    self._found += 1
                    batch.append(product)
                if batch and (raw is None or len(batch) == _BATCH):
                    yield self._page(batch)
                    self._cancellation.raise_if_requested()
                    batch = []
                if raw is None and self._enough() and self._further:
                    yield self._page([], more=True)
                    return
            yield self._page(batch, total=self._scanned if self._all_seen else None, more=not self._all_seen)
        finally:
            self._drop_ahead()

    def _enough(self) -> bool:
        return self._found >= self._limit or self._scanned > self._limit + _MOST_IN_VAIN

    def _page(self, products: list[Product], total: int | None = None, more: bool = False) -> Page:
        skipped = self._reader.unreadable + self._no_objects
        return Page(products, total, self._walk.built.filtered_here, more, skipped)

    def _everything(self, level: int, clauses: tuple[str, ...], seen: set[str]) -> Iterator[RawProduct | None]:
        """Every product once, and ``None`` at the end of each page.

        Level 0 goes by the beginning; level 1 through what began at one moment, by its publication. ``seen`` holds
        the ids of the edge: what may come a second time.
        """
        descending = self._walk.newest_first and level == 0
        edge = _Edge(_FIELDS[level], seen, descending, keep_all=level > 0)
        bound: tuple[str, ...] = ()
        while True:
            before = edge.begin_window()
            full = yield from self._window((*clauses, *bound), orderby(edge.field, descending), edge)
            if not full:
                return
            if edge.moment is None or (edge.moment == before and edge.began != before):
                self._all_seen = False  # a server that does not know what it is asked for could go on for ever
                return
            if edge.moment != edge.began:
                bound = (_from(edge.field, edge.moment, descending),)
                continue
            if level + 1 < len(_FIELDS):
                moment = _within(edge.field, edge.moment)
                yield from self._everything(level + 1, (*clauses, *moment), edge.seen)
            else:
                self._all_seen = False  # more than the server gives, all begun and published at once
            bound = (_beyond(edge.field, edge.moment, descending),)

    def _window(self, clauses: tuple[str, ...], order: str, edge: _Edge) -> Generator[RawProduct | None, None, bool]:
        """The pages that the server links; returns whether it had more than it lets be reached."""
        size = self._walk.built.page_size
        url = self._walk.builder.address(clauses, order, size)
        asked = SearchRequest("GET", url, None, {"Accept": "application/json"})
        visited = {url}
        empty = 0
        while True:
            answer = self._answer_to(asked)
            text = PageText(answer.body, answer.host, answer.content_type)
            self._ask_ahead(text, answer, visited)
            count = 0
            for raw in text.products():
                count += 1
                if edge.is_fresh(raw):
                    self._scanned += 1
                    yield raw
            count += text.unreadable
            self._no_objects += text.unreadable
            empty = 0 if count else empty + 1
            following = self._following(text.next_link, answer, visited)
            if following is not None and empty >= _EMPTY_PAGES:
                following, self._all_seen = None, False
            full = following is None and count >= size
            self._further = following is not None or full
            yield None
            if following is None:
                return full
            visited.add(following.url)
            asked = following

    def _following(self, link: str, answer: Answer, visited: set[str]) -> SearchRequest | None:
        """``None`` at the end, before what the server would refuse, and where a page would be repeated."""
        if not link or _skip_of(link) > self._walk.dialect.largest_skip:
            return None
        url = own_address(link, answer.url, self._walk.endpoint_url, self._walk.dialect.next_hosts)
        return None if url in visited else SearchRequest("GET", url, None, {"Accept": "application/json"})

    def _ask_ahead(self, text: PageText, answer: Answer, visited: set[str]) -> None:
        """Send for the next page before this one is decoded, where it will most likely be wanted."""
        built = self._walk.built
        if not built.filtered_here and self._found + built.page_size >= self._limit:
            return
        try:
            following = self._following(text.early_next(), answer, visited)
        except AccessError:  # said again, and then raised, when the page has been read
            return
        if following is not None:
            self._ahead = Ahead(self._walk.fetcher, following, self._cancellation)

    def _answer_to(self, asked: SearchRequest) -> Answer:
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.asked == asked:
            return ahead.result(self._cancellation)
        if ahead is not None:
            ahead.drop()
        progress, self._progress = self._progress, None
        return self._walk.fetcher.fetch(asked, self._cancellation, progress)

    def _drop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead.drop()
            self._ahead = None


class _Edge:
    """The millisecond that was reached, and whom it has: those come again when it is asked for anew."""

    def __init__(self, field: str, seen: set[str], descending: bool, keep_all: bool) -> None:
        self.field = field
        self._descending = descending
        self._bound: dt.datetime | None = None
        self.seen = seen
        self.moment: dt.datetime | None = None
        self.began: dt.datetime | None = None
        self._keep_all = keep_all

    def begin_window(self) -> dt.datetime | None:
        """Returns the moment that was reached before it."""
        self.began = None
        self._bound = self.moment
        return self.moment

    def is_fresh(self, raw: RawProduct) -> bool:
        """Whether the product was not seen before; it is now. What lies before the window was in an earlier one."""
        moment = _moment_of(raw, self.field)
        identifier = identifier_of(raw)
        self.began = self.began or moment
        if moment is not None and self._lies_before(moment):
            return False
        if moment is not None and moment != self.moment:
            self.moment = moment
            if not self._keep_all:
                self.seen = set()
        if not identifier:
            return True
        if identifier in self.seen:
            return False
        self.seen.add(identifier)
        return True

    def _lies_before(self, moment: dt.datetime) -> bool:
        bound = self._bound
        return bound is not None and moment != bound and (moment > bound) is self._descending


def _moment_of(raw: RawProduct, field: str) -> dt.datetime | None:
    """In whole milliseconds, as the server is asked for them."""
    value = raw.get(field)
    if field == START:
        content = raw.get("ContentDate")
        value = content.get("Start") if isinstance(content, dict) else None
    moment = parse_datetime(value)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000) if moment is not None else None


def _from(field: str, moment: dt.datetime, descending: bool) -> str:
    """What is still to come, with the millisecond itself."""
    return f"{field} lt {_after(moment)}" if descending else f"{field} ge {time_literal(moment)}"


def _beyond(field: str, moment: dt.datetime, descending: bool) -> str:
    """What is still to come, without it."""
    return f"{field} lt {time_literal(moment)}" if descending else f"{field} ge {_after(moment)}"


def _within(field: str, moment: dt.datetime) -> tuple[str, str]:
    return f"{field} ge {time_literal(moment)}", f"{field} lt {_after(moment)}"


def _after(moment: dt.datetime) -> str:
    try:
        return time_literal(moment + _MILLISECOND)
    except OverflowError:
        return time_literal(moment)


def _skip_of(link: str) -> int:
    try:
        values = parse_qs(urlsplit(link).query).get("$skip", ["0"])
        return int(values[-1])
    except ValueError:
        return 0
