"""What one change would find, where a search found nothing."""

from __future__ import annotations

import datetime as dt
import threading
import time

from copernicus_plugin.model.query import Choice, Period, Query, Range
from copernicus_plugin.search.alternatives import AlternativeKind, changed_queries, count_alternatives
from tests.unit.adapters.stac_server import access_point, item

TODAY = dt.date(2026, 6, 20)
JUNE = Period.of_days(dt.date(2026, 6, 1), dt.date(2026, 6, 15))
FILTERS = {"platform": Choice(("sentinel-2a",)), "eo:cloud_cover": Range(maximum=5)}


class Heard:
    def __init__(self):
        self.lists = []
        self.event = threading.Event()

    def alternatives_found(self, alternatives):
        self.lists.append(list(alternatives))
        self.event.set()


def counted(engine, query, places, calls):
    heard = Heard()
    count_alternatives(engine, query, places, TODAY, heard)
    for _ in range(200):
        if len(heard.lists) >= calls:
            break
        time.sleep(0.02)
    time.sleep(0.1)
    return heard.lists


def test_one_thing_is_changed_at_a_time_clouds_first():
    changes = changed_queries(Query("c", period=JUNE, filters=FILTERS), TODAY)
    assert [(change.kind, change.property) for change in changes] == [
        (AlternativeKind.WITHOUT_FILTER, "eo:cloud_cover"),
        (AlternativeKind.WITHOUT_FILTER, "platform"),
        (AlternativeKind.ONE_MONTH_EARLIER, ""),
    ]
    assert set(changes[0].query.filters) == {"platform"}
    assert changes[0].query.period == JUNE
    assert changes[2].query.filters == FILTERS
    assert changes[2].query.period == Period.of_days(dt.date(2026, 5, 1), dt.date(2026, 5, 15))


def test_months_have_different_lengths_and_open_ends_are_today():
    change = changed_queries(Query("c", period=Period.of_days(dt.date(2026, 3, 31), dt.date(2026, 3, 31))), TODAY)[0]
    assert change.query.period == Period.of_days(dt.date(2026, 2, 28), dt.date(2026, 2, 28))
    january = changed_queries(Query("c", period=Period.of_days(dt.date(2026, 1, 5), dt.date(2026, 1, 6))), TODAY)[0]
    assert january.query.period.start.date() == dt.date(2025, 12, 5)
    open_end = changed_queries(Query("c", period=Period(JUNE.start)), TODAY)[0]
    assert open_end.query.period.end.date() == dt.date(2026, 5, 20)
    assert changed_queries(Query("c", period=Period(None, JUNE.end)), TODAY) == []


def test_the_changes_that_find_something_are_counted_over_all_places(make_server, make_engine):
    cloudy = [item(number, day="2026-06-05", platform="sentinel-2a", **{"eo:cloud_cover": 50}) for number in range(7)]
    may = [
        item(100 + number, day="2026-05-05", platform="sentinel-2a", **{"eo:cloud_cover": 1}) for number in range(2)
    ]
    first, second = make_server(cloudy + may), make_server(cloudy[:3])
    engine = make_engine(access_point(first.url, "first"), access_point(second.url, "second"))
    lists = counted(engine, Query("sentinel-2-l2a", period=JUNE, filters=FILTERS), ["first", "second"], 2)
    assert [(found.kind, found.property, found.count, found.capped) for found in lists[-1]] == [
        (AlternativeKind.WITHOUT_FILTER, "eo:cloud_cover", 10, False),
        (AlternativeKind.ONE_MONTH_EARLIER, "", 2, False),
    ]


def test_many_are_counted_by_the_servers_total_or_capped(make_server, make_engine):
    many = [item(number, day="2026-06-05", **{"eo:cloud_cover": 50}) for number in range(300)]
    query = Query("sentinel-2-l2a", period=JUNE, filters={"eo:cloud_cover": Range(maximum=5)})
    told, untold = make_server(many), make_server(many)
    untold.count = ""
    engine = make_engine(access_point(told.url, "told"), access_point(untold.url, "untold"))
    assert [(a.count, a.capped) for a in counted(engine, query, ["told"], 1)[-1]] == [(300, False)]
    assert [(a.count, a.capped) for a in counted(engine, query, ["untold"], 1)[-1]] == [(100, True)]


def test_where_no_change_helps_an_empty_list_is_told(make_server, make_engine):
    engine = make_engine(access_point(make_server().url))
    assert counted(engine, Query("sentinel-2-l2a", period=JUNE, filters=FILTERS), ["place"], 1)[-1] == []
    assert counted(engine, Query("sentinel-2-l2a"), ["place"], 1) == [[]]


def test_nothing_is_told_after_cancel(make_server, make_engine):
    server = make_server([item(1, day="2026-06-05")], delay=0.3)
    heard = Heard()
    counting = count_alternatives(
        make_engine(access_point(server.url)),
        Query("sentinel-2-l2a", period=JUNE, filters=FILTERS),
        ["place"],
        TODAY,
        heard,
    )
    counting.cancel()
    assert not heard.event.wait(1)
