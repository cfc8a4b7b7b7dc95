"""Our adapter and engine against a STAC server that nobody here wrote (stac-fastapi-pgstac)."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterator

import pytest

from copernicus_plugin.access_points.registry import Registry
from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.stac.adapter import StacAdapter
from copernicus_plugin.model.access_point import AccessPoint, Endpoint, Group, State, Status
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.collection import Collection, Theme
from copernicus_plugin.model.geometry import AreaMatcher, area_from_polygons, geojson_to_wkb
from copernicus_plugin.model.query import Choice, Order, Period, Query, Range
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine
from copernicus_plugin.search.events import AskingState
from tests.peers.pgstac import PgstacServer, require_pgstac
from tests.unit.network.servers import Log, Settings
from tests.unit.search.recorder import Recorder

COLLECTIONS = {"s2": Collection("s2", "Sentinel-2", Theme.SATELLITE, cloud_cover=True)}
SLIVER = area_from_polygons([[[(-9.9, 53.9), (-9.89, 53.9), (-6.6, 52.31), (-6.61, 52.3)]]])
AUTUMN = Period.of_days(dt.date(2022, 8, 1), dt.date(2022, 11, 30))
ABILITIES = {
    "query": {"conforms": ["query", "sort"], "methods": ["POST"]},
    "cql2-json": {"conforms": ["filter", "cql2-json", "sort"], "methods": ["POST"]},
    "cql2-text": {"conforms": ["filter", "cql2-text", "sort"], "methods": ["GET", "POST"]},
    "query and cql2-json": {"conforms": ["query", "filter", "cql2-json", "sort"], "methods": ["POST"]},
    "nothing": {"conforms": [], "methods": ["POST"]},
    "query by GET": {"conforms": ["query", "sort"], "methods": ["GET"]},
}


@pytest.fixture(scope="module")
def server() -> Iterator[PgstacServer]:
    require_pgstac()
    with PgstacServer(today="2026-11-22") as running:
        yield running


@pytest.fixture(scope="module")
def items(server):
    """Everything that the server holds of the collection, by its own items page, as it is."""
    import requests

    found = {}
    with requests.Session() as plain:
        plain.trust_env = False
        address = f"{server.url}/collections/sentinel-2-l2a/items?limit=500"
        while address:
            page = plain.get(address, timeout=30).json()
            found.update((item["id"], item) for item in page["features"])
            address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
    return found


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def session(log):
    made = HttpSession(Settings(read=30.0), log)
    yield made
    made.close()


def place(url, **dialect):
    endpoint = Endpoint("stac", url, {"s2": "sentinel-2-l2a"}, dialect)
    return AccessPoint(
        "pgstac", "pgstac", "pgstac", Group.PRIVATE, "nobody here", Status(State.ACTIVE), endpoints=(endpoint,)
    )


def search(session, url, query, **dialect):
    where = place(url, **dialect)
    pages = list(StacAdapter(Context(where, where.endpoints[0], session, COLLECTIONS)).search(query, Cancellation()))
    return [product for page in pages for product in page.products], pages


def matching(items, area=None, period=None, cloud=None):
    """The ids that should be found, worked out from the items alone."""
    matcher = AreaMatcher(area) if area else None
    ids = set()
    for name, item in items.items():
        when = item["properties"]["datetime"]
        if period and not (period.start.isoformat()[:19] <= when[:19] <= period.end.isoformat()[:19]):
            continue
        if cloud is not None and not item["properties"]["eo:cloud_cover"] <= cloud:
            continue
        if matcher and not matcher.intersects(geojson_to_wkb(item["geometry"])):
            continue
        ids.add(name)
    return ids


@pytest.mark.parametrize("page", [7, 50, 1000])
@pytest.mark.parametrize("methods", [["POST"], ["GET"]])
def test_all_items_arrive_once_whatever_the_page(server, session, items, page, methods):
    found, pages = search(session, server.url, Query("s2", limit=10_000), largest_page=page, methods=methods)
    assert len(items) > 50
    assert len(found) == len(items)
    assert {product.id for product in found} == set(items)
    assert not pages[-1].more


@pytest.mark.parametrize("ability", ABILITIES)
def test_polygon_period_and_clouds_are_exact_in_every_language(server, session, log, items, ability):
    query = Query("s2", SLIVER, AUTUMN, {"eo:cloud_cover": Range(maximum=40)}, limit=1000)
    found, pages = search(session, server.url, query, largest_page=10, **ABILITIES[ability])
    expected = matching(items, SLIVER, AUTUMN, 40)
    assert 0 < len(expected) < len(matching(items, None, AUTUMN, 40))
    assert {product.id for product in found} == expected
    assert len(found) == len(expected)
    assert all(product.coverage >= 0 for product in found)
    assert pages[0].filtered_here == (("eo:cloud_cover",) if ability == "nothing" else ())
    asked = {line[0] for line in log.lines if "/search" in line[1]}
    assert asked == ({"GET"} if ability in ("cql2-text", "query by GET") else {"POST"})


def test_what_the_landing_page_says_is_enough_for_several_values(server, session, items):
    filters = {"platform": Choice(("Sentinel-2A", "Sentinel-2B"))}
    found, pages = search(session, server.url, Query("s2", None, AUTUMN, filters, limit=1000))
    assert {product.id for product in found} == matching(items, None, AUTUMN)
    assert pages[0].filtered_here == ()


@pytest.mark.parametrize("ability", ["query and cql2-json", "cql2-json", "cql2-text"])
def test_choices_are_understood(server, session, items, ability):
    filters = {"platform": Choice(("Sentinel-2A",)), "sat:relative_orbit": Choice((23, 123))}
    found, _ = search(session, server.url, Query("s2", None, AUTUMN, filters, limit=1000), **ABILITIES[ability])
    expected = {
        name
        for name in matching(items, None, AUTUMN)
        if items[name]["properties"]["platform"] == "Sentinel-2A"
        and items[name]["properties"]["sat:relative_orbit"] in (23, 123)
    }
    assert expected
    assert {product.id for product in found} == expected


@pytest.mark.parametrize("order", Order)
def test_sorted_as_asked_so_that_the_limit_takes_the_right_end(server, session, items, order):
    found, pages = search(session, server.url, Query("s2", None, AUTUMN, order=order, limit=9), largest_page=4)
    times = sorted(
        (items[name]["properties"]["datetime"] for name in matching(items, None, AUTUMN)),
        reverse=order is Order.NEWEST_FIRST,
    )
    assert [product.properties["datetime"][:19] for product in found] == [time[:19] for time in times[:9]]
    assert pages[-1].more


def test_an_area_too_detailed_to_be_sent_is_exact_all_the_same(server, session, items):
    angles = [2 * math.pi * number / 3000 for number in range(3000)]
    circle = area_from_polygons([[[(-8.5 + 0.9 * math.cos(a), 52.8 + 0.6 * math.sin(a)) for a in angles]]])
    found, pages = search(session, server.url, Query("s2", circle, AUTUMN, limit=1000), largest_vertices=20)
    assert pages[0].filtered_here == ("geometry",)
    assert {product.id for product in found} == matching(items, circle, AUTUMN)


def test_the_engine_needs_no_more_than_the_address(server, session, items):
    recorder = Recorder()
    engine = SearchEngine(Registry({"pgstac": place(server.url)}, COLLECTIONS), session)
    engine.start(Query("s2", SLIVER, AUTUMN, limit=1000), ["pgstac"], recorder)
    status = recorder.wait(30)["pgstac"]
    assert (status.state, status.found) == (AskingState.DONE, len(matching(items, SLIVER, AUTUMN)))
    product = recorder.products[0]
    source = items[product.id]
    assert set(product.assets) == set(source["assets"])
    assert {key: asset.href for key, asset in product.assets.items()} == {
        key: asset["href"] for key, asset in json.loads(json.dumps(source["assets"])).items()
    }
    engine.close()
    assert recorder.broken == []
