"""For a search that found nothing: what one change would give."""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Period, Query
from copernicus_plugin.search.engine import RunningSearch, SearchEngine
from copernicus_plugin.search.events import AccessPointStatus

MOST_COUNTED = 100
"""Products counted for one alternative at each access point that does not tell its total."""


class AlternativeKind(enum.Enum):
    """What is changed."""

    WITHOUT_FILTER = "without_filter"
    """``Alternative.property`` names the filter"""
    ONE_MONTH_EARLIER = "one_month_earlier"


@dataclass(frozen=True)
class Alternative:
    """``query`` is ready to be searched; ``count`` is that of all access points, or at least so many (``capped``)."""

    kind: AlternativeKind
    query: Query
    count: int
    capped: bool = False
    property: str = ""


class AlternativesListener(Protocol):
    """Called from worker threads, one call at a time, never after ``cancel()``."""

    def alternatives_found(self, alternatives: Sequence[Alternative]) -> None:
        """All that are known so far and find something, in their order; the list grows from call to call.

        Called at least once: with an empty list where no change helps.
        """


def changed_queries(query: Query, today: dt.date) -> list[Alternative]:
    """The changes worth counting, as alternatives with a count of 0: cloud cover first, then the other filters in
    their order, then the period one month earlier (an open end is ``today``).
    """
    names = sorted(query.filters, key=lambda name: name != "eo:cloud_cover")
    changes = [
        Alternative(
            AlternativeKind.WITHOUT_FILTER,
            replace(query, filters={other: value for other, value in query.filters.items() if other != name}),
            0,
            property=name,
        )
        for name in names
    ]
    if query.period is not None and query.period.start is not None:
        end = query.period.end or dt.datetime.combine(today, dt.time(23, 59, 59), dt.timezone.utc)
        if end >= query.period.start:
            earlier = Period(_month_before(query.period.start), _month_before(end))
            changes.append(Alternative(AlternativeKind.ONE_MONTH_EARLIER, replace(query, period=earlier), 0))
    return changes


def count_alternatives(
    engine: SearchEngine,
    query: Query,
    access_point_ids: Sequence[str],
    today: dt.date,
    listener: AlternativesListener,
) -> CountingAlternatives:
    """Count what each change finds, in the background; returns at once."""
    counting = CountingAlternatives(listener, changed_queries(query, today))
    counting.begin(engine, access_point_ids)
    return counting


class CountingAlternatives:
    """The counting, as its starter holds it. Safe for threads."""

    def __init__(self, listener: AlternativesListener, alternatives: list[Alternative]) -> None:
        self._listener = listener
        self._alternatives = alternatives
        self._lock = threading.RLock()
        self._searches: list[RunningSearch] = []
        self._uncounted = len(alternatives)
        self._cancelled = False

    def begin(self, engine: SearchEngine, access_point_ids: Sequence[str]) -> None:
        """Called once, by ``count_alternatives``."""
        if not self._alternatives:
            threading.Thread(target=self._tell, name="copernicus-alternatives", daemon=True).start()
        for number, alternative in enumerate(self._alternatives):
            counted = replace(alternative.query, limit=min(alternative.query.limit, MOST_COUNTED))
            search = engine.start(counted, access_point_ids, _Counter(self, number))
            with self._lock:
                self._searches.append(search)
        if self._cancelled:
            self.cancel()

    def cancel(self) -> None:
        """Nothing is told any more, and what runs ends."""
        with self._lock:
            self._cancelled = True
            searches, self._searches = self._searches, []
        for search in searches:
            search.cancel()

    def counted(self, number: int, statuses: Sequence[AccessPointStatus]) -> None:
        """One alternative has been counted, as far as its access points answered."""
        count, capped = 0, False
        for status in statuses:
            exact = status.total is not None and not status.filtered_here
            count += max(status.found, status.total or 0) if exact and status.more else status.found
            capped = capped or (status.more and not exact)
        with self._lock:
            self._alternatives[number] = replace(self._alternatives[number], count=count, capped=capped)
            self._uncounted -= 1
            if count or not self._uncounted:
                self._tell()

    def _tell(self) -> None:
        with self._lock:
            if not self._cancelled:
                self._listener.alternatives_found([found for found in self._alternatives if found.count])


class _Counter:
    """The listener of one alternative's search."""

    def __init__(self, counting: CountingAlternatives, number: int) -> None:
        self._counting = counting
        self._number = number

    def status_changed(self, status: AccessPointStatus) -> None:
        """Only the end counts."""

    def products_found(self, access_point: str, products: Sequence[Product]) -> None:
        """Only their number counts, which the statuses tell."""

    def finished(self, statuses: Sequence[AccessPointStatus]) -> None:
        self._counting.counted(self._number, statuses)


def _month_before(moment: dt.datetime) -> dt.datetime:
    """The same day of the month before, or its last day."""
    year, month = (moment.year, moment.month - 1) if moment.month > 1 else (moment.year - 1, 12)
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))
