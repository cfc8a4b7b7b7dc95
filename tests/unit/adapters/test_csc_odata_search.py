"""Searching by OData: what is sent, and that everything arrives once, whatever the server's limits."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from urllib.parse import parse_qs, urlsplit

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import area_from_box, area_from_polygons
from copernicus_plugin.model.query import Choice, Order, Period, Query, Range
from copernicus_plugin.search.parts import pages_of
from tests.unit.adapters.odata_server import EPOCH, OdataServer, adapter, product, uuid
from tests.unit.adapters.stac_server import open_session, products

SMALL = {"largest_page": 10, "largest_skip": 40}
YEAR = Period.of_days(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
QUERY = Query("sentinel-2-l2a", period=YEAR, limit=100_000)


@pytest.fixture(scope="module")
def session():
    made = open_session()
    yield made
    made.close()


@pytest.fixture(scope="module")
def running():
    made = OdataServer()
    yield made
    made.close()


@pytest.fixture
def server(running):
    running.__dict__.update(products=[], most=1000, deepest=10000, answer=None, asked=[], _found=(None, []))
    return running


def found(session, server, query=QUERY, **dialect):
    pages = list(adapter(session, server.url, **dialect).search(query, Cancellation()))
    return products(pages), pages


def small(server, entries):
    server.__dict__.update(products=entries, most=10, deepest=40)


def assert_once(entries, got):
    assert sorted(one.self_href[-37:-1] for one in got) == sorted(entry["Id"] for entry in entries)


def test_the_address_says_collection_period_filters_area_order_and_page(session, server):
    area = area_from_polygons([[[(4.0, 51.0), (5.5, 51.0), (5.5, 52.25)]]])
    filters = {
        "eo:cloud_cover": Range(maximum=30), "sat:relative_orbit": Choice((23, 123)),
        "platform": Choice(("sentinel-2b",)),
        "grid:code": Choice(("MGRS-29UNU",)), "sat:orbit_state": Choice(("descending",)),
    }  # fmt: skip
    period = Period(EPOCH, EPOCH + dt.timedelta(days=3, microseconds=1))
    found(session, server, Query("sentinel-2-l2a", area, period, filters, limit=50))
    query = server.asked[0][2]
    assert {name: query[name] for name in ("$orderby", "$top")} == {"$orderby": "ContentDate/Start desc", "$top": "50"}
    assert parse_qs(urlsplit(server.asked[0][4]).query)["$expand"] == ["Attributes", "Assets"]
    any_of = (
        "Attributes/OData.CSC.{0}Attribute/any(att:att/Name eq '{1}' and att/OData.CSC.{0}Attribute/Value {2})".format
    )
    orbits = [any_of("Integer", "relativeOrbitNumber", f"eq {orbit}") for orbit in (23, 123)]
    polygon = "POLYGON((4.0 51.0,5.5 51.0,5.5 52.25,4.0 51.0))"
    assert query["$filter"].split(" and ContentDate")[0] == "Collection/Name eq 'SENTINEL-2'"
    for clause in (
        "ContentDate/Start le 2024-01-04T00:00:00.001Z",
        "ContentDate/End ge 2024-01-01T00:00:00.000Z",
        any_of("String", "productType", "eq 'S2MSI2A'"),
        any_of("Double", "cloudCover", "le 30.0"),
        f"({orbits[0]} or {orbits[1]})",
        any_of("String", "platformSerialIdentifier", "eq 'B'"),
        any_of("String", "tileId", "eq '29UNU'"),
        any_of("String", "orbitDirection", "eq 'DESCENDING'"),
        f"OData.CSC.Intersects(area=geography'SRID=4326;{polygon}')",
    ):
        assert f" and {clause}" in query["$filter"]


def test_special_characters_of_a_query_stay_what_they_are(session, server):
    evil = "a' or Name eq 'x&$top=9#+%27é\"\\"
    found(session, server, Query("sentinel-2-l2a", filters={"grid:code": Choice((f"MGRS-{evil}",))}))
    query = server.asked[0][2]
    doubled = evil.replace("'", "''")
    assert f"eq '{doubled}')" in query["$filter"]
    assert query["$top"] == "1000"
    assert not set(server.asked[0][4]) & set(" '\"<>#+\\é")


def test_what_the_server_cannot_filter_is_filtered_here_and_said(session, server):
    entries = [product(n, attributes={"polarisationChannels": "VV&VH" if n % 2 else "HH"}) for n in range(20)]
    server.products = entries
    query = Query(
        "sentinel-2-l2a", period=YEAR, filters={"sar:polarizations": Choice(("VH",)), "platform": Choice(("2",))}
    )
    assert found(session, server, query)[0] == []
    query = dataclasses.replace(query, filters={"sar:polarizations": Choice(("VH",))}, limit=5)
    got, pages = found(session, server, query)
    assert len(got) == 5
    assert pages[-1].filtered_here == ("sar:polarizations",)
    assert pages[-1].more
    assert got[0].properties["sar:polarizations"] == ["VV", "VH"]


def test_a_large_area_is_sent_enclosing_and_applied_here_exactly(session, server):
    import math

    ring = [(4.4 + 0.3 * math.cos(n / 150), 51.5 + 0.3 * math.sin(n / 150) * (1 - 0.3 * (n % 2))) for n in range(940)]
    star = area_from_polygons([[ring]], repair=True)
    near = {
        "type": "Polygon",
        "coordinates": [[[4.69, 51.79], [4.8, 51.79], [4.8, 51.9], [4.69, 51.9], [4.69, 51.79]]],
    }
    server.products = [product(1), product(2, GeoFootprint=near)]
    for dialect in ({}, {"largest_vertices": 1000, "longest_address": 3000}):
        server.asked.clear()
        got, pages = found(session, server, Query("sentinel-2-l2a", star, YEAR), **dialect)
        assert [one.id for one in got] == ["S2A_MSIL2A_000001"]
        assert 0 < got[0].coverage <= 1
        assert pages[-1].filtered_here == ("geometry",)
        assert len(server.asked[0][4]) < dialect.get("longest_address", 8000)
        assert server.asked[0][2]["$filter"].count(",") < 110


def test_an_area_across_the_antimeridian_is_two_polygons(session, server):
    found(session, server, Query("sentinel-2-l2a", area_from_box(175, -20, -170, -10)))
    assert "MULTIPOLYGON(((" in server.filters[0]
    assert "180.0" in server.filters[0]


def test_a_timeless_collection_is_asked_without_a_period_and_not_in_slices(session, server):
    made = adapter(session, server.url)
    query = Query("dem", period=Period.of_days(dt.date(2000, 1, 1), dt.date(2024, 1, 1)))
    assert made.plan(query) == [query]
    list(made.search(query, Cancellation()))
    assert server.filters == ["Collection/Name eq 'COP-DEM'"]


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("count", [40, 49, 50, 51, 100, 137])
@pytest.mark.parametrize("digits", [3, 6])
def test_beyond_the_servers_end_everything_comes_once_in_order(session, server, order, count, digits):
    # four begin in the same millisecond, some only microseconds apart
    entries = [
        product(n, EPOCH + dt.timedelta(minutes=n // 4, microseconds=n % 4 * 300), digits=digits) for n in range(count)
    ]
    small(server, entries)
    got, pages = found(session, server, dataclasses.replace(QUERY, order=order), **SMALL)
    assert_once(entries, got)
    times = [one.acquired.replace(microsecond=0) for one in got]
    assert times == sorted(times, reverse=order is Order.NEWEST_FIRST)
    assert pages[-1].total == count
    assert not pages[-1].more


@pytest.mark.parametrize("order", list(Order))
def test_more_of_one_moment_than_the_server_gives_are_told_apart_by_publication(session, server, order):
    same = [product(n, EPOCH, published=EPOCH + dt.timedelta(seconds=n)) for n in range(130)]
    entries = [
        *same,
        *[product(200 + n) for n in range(70)],
        *[product(300 + n, EPOCH - dt.timedelta(days=1)) for n in range(3)],
    ]
    small(server, entries)
    got, pages = found(session, server, Query("sentinel-2-l2a", order=order, limit=100_000), **SMALL)
    assert_once(entries, got)
    assert pages[-1].total == len(entries)


def test_what_cannot_be_told_apart_at_all_is_said(session, server):
    small(server, [product(n, EPOCH, published=EPOCH) for n in range(80)])
    got, pages = found(session, server, **SMALL)
    assert len({one.self_href for one in got}) == len(got) == 50
    assert pages[-1].more
    assert pages[-1].total is None


def test_twelve_thousand_products_with_the_real_limits(session, server):
    entries = [product(n, Attributes=[], EvictionDate=None) for n in range(12_345)]
    server.products = entries
    got, _pages = found(session, server)
    assert Counter(one.self_href[-37:-1] for one in got) == Counter(uuid(n) for n in range(12_345))


def test_a_server_that_neither_sorts_nor_filters_is_left(session, server):
    entries = [product(n) for n in range(60)]
    small(server, entries)

    def deaf(_method, path, query, _headers, _body):
        skip = int(query.get("$skip", 0))
        page = {"value": [entries[(skip * 7 + n) % 60] for n in range(10)]}
        if skip < 40:
            page["@odata.nextLink"] = f"{server.url}Products?$skip={skip + 10}"
        return server.json(page)

    server.answer = deaf
    got, _ = found(session, server, dataclasses.replace(QUERY, limit=1000), **SMALL)
    assert got
    assert len(server.asked) < 150


def test_a_server_that_links_empty_pages_for_ever_is_left(session, server):
    def endless(_method, _path, _query, _headers, _body):
        link = f"{server.url}Products?$skiptoken={len(server.asked)}"
        return server.json({"value": [product(1)] if len(server.asked) == 1 else [], "@odata.nextLink": link})

    server.answer = endless
    got, pages = found(session, server)
    assert len(got) == 1
    assert len(server.asked) < 10
    assert pages[-1].total is None


def test_a_server_that_does_not_know_the_time_it_is_asked_for_is_left(session, server):
    entries = [product(n) for n in range(30)][::-1]
    small(server, entries)

    def deaf(_method, path, query, _headers, _body):
        skip = int(query.get("$skip", 0))
        page = {"value": entries[skip : skip + 10]}
        if skip + 10 < 30:
            page["@odata.nextLink"] = f"{server.url}Products?$skip={skip + 10}"
        return server.json(page)

    server.answer = deaf
    got, _pages = found(session, server, dataclasses.replace(QUERY, limit=1000), **SMALL)
    assert Counter(one.id for one in got) == Counter(f"S2A_MSIL2A_{n:06d}" for n in range(30))
    assert len(server.asked) < 10


def test_years_are_asked_in_slices_each_product_in_one_and_the_newest_first(session, server):
    day = dt.timedelta(days=1)
    starts = [dt.datetime(2019, 1, 1, tzinfo=dt.timezone.utc) + n * 30 * day for n in range(72)]
    entries = [product(n, start, start + 40 * day) for n, start in enumerate(starts)]
    server.products = entries
    period = Period.of_days(dt.date(2020, 1, 1), dt.date(2023, 12, 31))
    expected = [n for n, start in enumerate(starts) if start <= period.end and start + 40 * day >= period.start]
    made = adapter(session, server.url)
    for order in Order:
        server.asked.clear()
        query = Query("sentinel-2-l2a", period=period, order=order, limit=1000)
        got = products(pages_of(made, query, Cancellation(), lambda phase: None))
        ids = [int(one.id[-6:]) for one in got]
        assert sorted(ids) == expected
        assert ids == sorted(expected, reverse=order is Order.NEWEST_FIRST)
        assert len(server.asked) == 4
    few = list(pages_of(made, dataclasses.replace(query, limit=3), Cancellation(), lambda phase: None))
    assert [int(one.id[-6:]) for one in products(few)] == expected[:3]
    assert few[-1].more


def test_a_search_without_period_is_sliced_from_the_collections_first_day(session, server):
    parts = adapter(session, server.url).plan(Query("sentinel-2-l2a"))
    years = dt.datetime.now(dt.timezone.utc).year - 2015
    assert years <= len(parts) <= years + 2
    assert (parts[0].piece.end, parts[-1].piece.start) == (None, None)
    assert all(later.piece.start == earlier.piece.end for later, earlier in zip(parts, parts[1:]))


def test_a_next_link_to_another_host_is_not_followed(session, server):
    server.answer = lambda *_: server.json({"value": [product(1)], "@odata.nextLink": "https://evil.example.org/x"})
    with pytest.raises(AccessError) as caught:
        found(session, server)
    assert (caught.value.kind, caught.value.reason) == (ErrorKind.BAD_ANSWER, Reason.ADDRESS)
    server.answer = lambda *_: server.json({"value": [product(1)], "@odata.nextLink": server.asked[0][4]})
    assert len(found(session, server)[0]) == 1


def test_a_refused_query_is_told_in_the_servers_words(session, server):
    refusals = {
        422: {"detail": [{"type": "x", "loc": ["query", "$skip"], "msg": "Input should be less", "input": "10001"}]},
        400: {"detail": {"ErrorMessage": "Validation error.", "ErrorCode": 400,
                         "ErrorDetail": [{"loc": ["$filter"], "msg": "Invalid geometry"}], "RequestID": "x"}},
    }  # fmt: skip
    for status, body in refusals.items():
        server.answer = lambda *_, body=body, status=status: server.json(body, status)
        with pytest.raises(AccessError) as caught:
            found(session, server)
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER)
        assert (
            caught.value.parameters["detail"]
            == {422: "query.$skip: Input should be less", 400: "$filter: Invalid geometry"}[status]
        )


def test_an_unknown_collection_is_said(session, server):
    with pytest.raises(AccessError) as caught:
        adapter(session, server.url).search(Query("x"), Cancellation())
    assert caught.value.reason is Reason.COLLECTION_UNKNOWN


def test_products_by_their_names(session, server):
    def by_name(method, path, _query, _headers, body):
        import json

        wanted = [one["Name"] for one in json.loads(body)["FilterProducts"]]
        assert (method, path) == ("POST", "/odata/v1/Products/OData.CSC.FilterList")
        return server.json({"value": [product(n) for n in range(3) if product(n)["Name"] in wanted]})

    server.answer = by_name
    names = ["S2A_MSIL2A_000001.SAFE", "nothing"]
    got = list(adapter(session, server.url).by_names("sentinel-2-l2a", names, Cancellation()))
    assert [one.id for one in got] == ["S2A_MSIL2A_000001"]
