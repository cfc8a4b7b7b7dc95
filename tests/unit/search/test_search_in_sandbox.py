"""Earth Search and Planetary Computer under their real names, by the bundled files of the access points."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from urllib.parse import urlsplit

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import ErrorKind, Reason
from copernicus_plugin.model.geometry import AreaMatcher, area_from_box, area_from_polygons
from copernicus_plugin.model.query import Choice, Period, Query, Range
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine
from copernicus_plugin.search.events import AskingState
from tests.sandbox import Fault
from tests.unit.network.servers import Log, Settings
from tests.unit.search.recorder import Recorder

pytest_plugins = "tests.sandbox.pytest_plugin"

ES, PC = "earth_search", "planetary_computer"
HOSTS = {ES: "earth-search.aws.element84.com", PC: "planetarycomputer.microsoft.com"}
SEARCH = r"/search$"
GALWAY = area_from_polygons([[[(-9.4, 53.3), (-8.6, 53.4), (-8.4, 52.9), (-9.2, 52.8)]]])
YEAR = Period.of_days(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
CLOUD = {"eo:cloud_cover": Range(maximum=60)}
QUERY = Query("sentinel-2-l2a", GALWAY, YEAR, limit=1000)


@pytest.fixture
def session(sandbox):
    settings = Settings(Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text(), read=5.0)
    made = HttpSession(settings, Log())
    yield made
    made.close()


@pytest.fixture
def faults():
    return []


@pytest.fixture
def engine(session, faults):
    made = SearchEngine(load_registry(), session, faults.append)
    yield made
    made.close()
    assert faults == []


def searched(engine, query, places=(ES, PC), seconds=30):
    recorder = Recorder()
    engine.start(query, list(places), recorder)
    ends = recorder.wait(seconds)
    assert recorder.broken == []
    return ends, recorder


def bodies(sandbox, place):
    return [json.loads(one.body) for one in sandbox.requests(HOSTS[place], SEARCH) if one.method == "POST"]


def test_both_are_asked_for_what_was_drawn_and_answer_exactly_that(engine, sandbox):
    ends, recorder = searched(engine, Query("sentinel-2-l2a", GALWAY, YEAR, CLOUD, limit=1000))
    for place in (ES, PC):
        assert ends[place].state is AskingState.DONE
        found = [product for product in recorder.products if product.access_point == place]
        assert len(found) == ends[place].found > 3
        body = bodies(sandbox, place)[0]
        assert body["intersects"]["type"] == "Polygon"
        assert body["query"] == {"eo:cloud_cover": {"lte": 60}}
        matcher = AreaMatcher(GALWAY)
        for product in found:
            assert product.cloud_cover <= 60
            assert product.acquired.year == 2022
            assert matcher.intersects(product.footprint)
            assert 0 <= product.coverage <= 1
            assert product.properties["platform"] in ("sentinel-2a", "sentinel-2b")
            assert product.properties["grid:code"].startswith("MGRS-29U")
            assert product.thumbnail_href.startswith("https://")
        assert max(product.coverage for product in found) > 0.3
    assert sandbox.refused_hosts() == []


def test_the_polygon_not_its_box_decides(engine):
    sliver = area_from_polygons([[[(-9.9, 53.9), (-9.89, 53.9), (-6.6, 52.31), (-6.61, 52.3)]]])
    by_box = area_from_box(-9.9, 52.3, -6.6, 53.9)
    thin, _ = searched(engine, Query("sentinel-2-l2a", sliver, YEAR, limit=1000))
    broad, _ = searched(engine, Query("sentinel-2-l2a", by_box, YEAR, limit=1000))
    for place in (ES, PC):
        assert 0 < thin[place].found < broad[place].found


def test_pages_of_both_dialects_give_all_products_once(engine, sandbox, session):
    whole, recorder = searched(engine, QUERY)
    registry = load_registry()
    places = {}
    for name in (ES, PC):
        place = registry.access_points[name]
        small = [
            type(endpoint)(
                endpoint.protocol, endpoint.url, endpoint.collections, {**endpoint.dialect, "largest_page": 7}
            )
            for endpoint in place.endpoints
        ]
        places[name] = type(place)(**{**vars(place), "endpoints": tuple(small)})
    paged_engine = SearchEngine(type(registry)(places, registry.collections), session)
    sandbox.clear()
    paged, paged_recorder = searched(paged_engine, QUERY)
    for name in (ES, PC):
        assert paged[name].found == whole[name].found > 20
        assert sorted(paged_recorder.ids(name)) == sorted(recorder.ids(name))
        assert len(bodies(sandbox, name)) >= whole[name].found / 7
    assert paged[ES].total == whole[ES].found
    assert paged[PC].total is None


def test_newest_come_first_and_the_limit_leaves_the_oldest_out(engine):
    everything, all_heard = searched(engine, QUERY, [ES])
    some, heard = searched(engine, Query("sentinel-2-l2a", GALWAY, YEAR, limit=6), [ES])
    assert (some[ES].found, some[ES].more) == (6, True)
    assert everything[ES].more is False
    newest = sorted((product.acquired for product in all_heard.products), reverse=True)[:6]
    assert [product.acquired for product in heard.products] == newest


def test_tiles_and_platforms_are_asked_for_in_each_servers_words(engine, sandbox):
    filters = {"grid:code": Choice(("MGRS-29UNU",)), "platform": Choice(("sentinel-2a",))}
    ends, recorder = searched(engine, Query("sentinel-2-l2a", GALWAY, YEAR, filters, limit=100))
    assert bodies(sandbox, PC)[0]["query"] == {"s2:mgrs_tile": {"eq": "29UNU"}, "platform": {"eq": "Sentinel-2A"}}
    assert bodies(sandbox, ES)[0]["query"] == {"grid:code": {"eq": "MGRS-29UNU"}, "platform": {"eq": "sentinel-2a"}}
    for place in (ES, PC):
        assert ends[place].found > 0
    assert {product.properties["grid:code"] for product in recorder.products} == {"MGRS-29UNU"}
    assert {product.properties["platform"] for product in recorder.products} == {"sentinel-2a"}


def test_relative_orbits_are_filtered_where_the_server_has_none(engine):
    ends, recorder = searched(
        engine, Query("sentinel-2-l2a", GALWAY, YEAR, {"sat:relative_orbit": Choice((23,))}, limit=100)
    )
    assert ends[ES].found > 0
    assert ends[PC].found > 0
    assert ends[ES].filtered_here == ("sat:relative_orbit",)
    assert ends[PC].filtered_here == ()
    assert {product.properties["sat:relative_orbit"] for product in recorder.products} == {23}


def test_the_elevation_model_has_no_time(engine):
    recent = Period.of_days(dt.date(2026, 1, 1), dt.date(2026, 1, 2))
    ends, recorder = searched(engine, Query("cop-dem-glo-30", area_from_box(-8.9, 52.1, -8.1, 52.9), recent))
    assert ends[ES].found > 0
    assert ends[PC].found > 0
    hrefs = [asset.href for product in recorder.products for asset in product.assets.values() if asset.key == "data"]
    assert hrefs
    assert all(href.startswith("https://") for href in hrefs)


def test_an_asset_of_planetary_computer_is_signed_and_arrives(engine, sandbox, session):
    _ends, recorder = searched(engine, Query("sentinel-2-l2a", GALWAY, YEAR, limit=3), [PC])
    product = recorder.products[0]
    asset = next(asset for asset in product.assets.values() if asset.is_geotiff)
    adapter = engine.adapter_for(product)
    assert adapter.stream_address(asset, product, Cancellation()).signing == PC
    request = adapter.request(asset, product, Cancellation())
    assert "sig=" in request.url
    with session.send(request, Cancellation()) as response:
        assert response.status == 200
        assert next(response.chunks(4))[:2] in (b"II", b"MM")
    adapter.request(asset, product, Cancellation())
    account = urlsplit(asset.href).hostname.partition(".")[0]
    assert len(sandbox.requests(HOSTS[PC], rf"/api/sas/v1/token/{account}/")) == 1


FAULTS = {
    "429 storm": (Fault.too_many_requests("seconds", 600), ErrorKind.QUOTA_USED_UP, None),
    "login page": (Fault(login_page=True), ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE),
    "malformed JSON": (Fault(cut_json=True), ErrorKind.BAD_ANSWER, Reason.NOT_JSON),
    "cut body": (Fault(cut_after=500), ErrorKind.NETWORK_FAULT, Reason.CUT),
    "server fault": (Fault(status=503), ErrorKind.SERVER_FAULT, None),
    "dropped": (Fault(drop=True), ErrorKind.NETWORK_FAULT, None),
}


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("bad", [ES, PC])
def test_a_fault_of_one_is_told_and_the_others_results_are_complete(engine, sandbox, name, bad):
    good = PC if bad == ES else ES
    reference, complete = searched(engine, QUERY, [good])
    fault, kind, reason = FAULTS[name]
    sandbox.fault(HOSTS[bad], SEARCH, fault)
    ends, recorder = searched(engine, QUERY, seconds=60)
    assert ends[bad].state is AskingState.FAILED
    assert ends[bad].error.kind is kind, ends[bad].error
    assert reason is None or ends[bad].error.reason is reason
    assert HOSTS[bad] in ends[bad].error.parameters.values()
    assert ends[good].state is AskingState.DONE
    assert ends[good].found == reference[good].found
    assert sorted(recorder.ids(good)) == sorted(complete.ids(good))
    assert recorder.first_page[good] < 3


def test_one_that_hangs_delays_nobody_and_can_be_stopped(engine, sandbox):
    sandbox.fault(HOSTS[PC], SEARCH, Fault(latency=60))
    recorder = Recorder()
    running = engine.start(QUERY, [ES, PC], recorder)
    for _ in range(200):
        if running.statuses[0].state.ended:
            break
        time.sleep(0.02)
    assert running.statuses[0].state is AskingState.DONE
    assert running.statuses[1].state is AskingState.ASKED
    begun = time.monotonic()
    running.cancel()
    ends = recorder.wait(1)
    assert ends[PC].state is AskingState.STOPPED
    assert ends[ES].state is AskingState.DONE
    while _searching() and time.monotonic() - begun < 1:
        time.sleep(0.01)
    assert not _searching()


def test_after_a_fault_a_retry_completes_the_search(engine, sandbox):
    sandbox.fault(HOSTS[ES], SEARCH, Fault(login_page=True), times=1)
    recorder = Recorder()
    running = engine.start(QUERY, [ES, PC], recorder)
    assert recorder.wait(30)[ES].state is AskingState.FAILED
    recorder.again()
    running.retry(ES)
    assert recorder.wait(30)[ES].state is AskingState.DONE
    assert recorder.ids(ES)


def test_a_short_429_is_waited_for(engine, sandbox):
    sandbox.fault(HOSTS[ES], SEARCH, Fault.too_many_requests("seconds", 1), times=2)
    ends, recorder = searched(engine, QUERY, [ES])
    assert ends[ES].state is AskingState.DONE
    assert "waiting" in recorder.states(ES)[1:]


def _searching():
    return [thread for thread in threading.enumerate() if thread.name.startswith("copernicus-search")]
