"""A long period in slices: the operator finds ranges of more than a year slow (satellite.md §2.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, fields

from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.product import parse_datetime
from copernicus_plugin.model.query import Order, Period, Query

_MOST_SLICES = 60


@dataclass(frozen=True)
class Slice(Query):
    """A query, of whose products those that begin within ``piece`` are asked for: its end is not included.

    An open end of ``piece`` is that of the query's period. So each product is in one slice.
    """

    piece: Period = field(default_factory=Period)


def slices_of(query: Query, collection: Collection | None, days: float, now: dt.datetime) -> list[Query]:
    """The query in slices of at most so many days, in its order; ``[query]`` where there is nothing to gain."""
    if collection is None or collection.timeless:
        return [query]
    period = query.period or Period()
    start = period.start or parse_datetime(collection.since)
    end = min(period.end or now, max(now, start or now))
    step = dt.timedelta(days=days)
    if start is None or end - start <= step:
        return [query]
    step = max(step, (end - start) / _MOST_SLICES)
    # whole days, so that the same question is asked again tomorrow
    bound = dt.datetime.combine(end.astimezone(dt.timezone.utc).date(), dt.time.min, dt.timezone.utc)
    bounds: list[dt.datetime] = []
    while bound - step > start:
        bound -= step
        bounds.append(bound)
    pieces = [Period(bounds[0], None)]
    pieces += [Period(lower, upper) for upper, lower in zip(bounds, bounds[1:])]
    pieces.append(Period(None, bounds[-1]))
    if query.order is Order.OLDEST_FIRST:
        pieces.reverse()
    told = {entry.name: getattr(query, entry.name) for entry in fields(Query)}
    return [Slice(**told, piece=piece) for piece in pieces]
