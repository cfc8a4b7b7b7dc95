"""Many access points asked at once, on real sockets."""

from __future__ import annotations

import threading
import time

import pytest

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.page import Page
from copernicus_plugin.model.product import Product
from copernicus_plugin.model.query import Query
from copernicus_plugin.search import engine as engine_module
from copernicus_plugin.search.events import AskingState
from tests.unit.adapters.stac_server import access_point, item, registry
from tests.unit.search.recorder import Recorder

QUERY = Query("sentinel-2-l2a", limit=100)
KNOWN = {"conforms": ["query", "sort"], "methods": ["POST"]}


def items(count, first=0):
    return [item(number) for number in range(first, first + count)]


def search_threads():
    return [thread for thread in threading.enumerate() if thread.name.startswith("copernicus-search")]


def test_ten_places_half_a_second_away_show_their_first_page_at_once(make_server, make_engine, recorder):
    places = []
    for number in range(10):
        server = make_server(items(20), delay=0.5, host=f"127.0.0.{10 + number}")
        places.append(access_point(server.url, f"place-{number}", **KNOWN))
    engine = make_engine(*places)
    recorder.again()
    begun = time.monotonic()
    engine.start(QUERY, [place.id for place in places], recorder)
    assert time.monotonic() - begun < 0.05
    ends = recorder.wait()
    assert len(recorder.first_page) == 10
    assert max(recorder.first_page.values()) < 0.8
    assert all(status.state is AskingState.DONE and status.found == 20 for status in ends.values())


def test_each_place_says_where_it_is(make_server, make_engine, recorder):
    server = make_server(items(250))
    make_engine(access_point(server.url, largest_page=100)).start(
        Query("sentinel-2-l2a", limit=1000), ["place"], recorder
    )
    status = recorder.wait()["place"]
    assert recorder.states("place") == ["waiting", "asked", "receiving", "done"]
    receiving = [s.found for s in recorder.statuses if s.state is AskingState.RECEIVING]
    assert receiving == sorted(receiving)
    assert {100, 200, 250} <= set(receiving)
    assert (status.found, status.total, status.more, status.error) == (250, 250, False, None)
    assert 0 < status.seconds < 10
    assert recorder.ids() == [f"item-{number}" for number in range(250)]


def test_one_that_fails_neither_delays_nor_spoils_the_others(make_server, make_engine, recorder, hanging_server):
    good, bad, login = make_server(items(30)), make_server(), make_server()
    bad.answer = lambda _asked: (200, {}, b'{"features": [')
    login.answer = lambda _asked: (200, {"Content-Type": "text/html"}, b"<html>")
    places = [
        access_point(good.url, "good"),
        access_point(bad.url, "bad"),
        access_point(login.url, "login"),
        access_point("http://127.0.0.1:9/stac", "refused"),
        access_point(hanging_server.url, "hanging"),
    ]
    running = make_engine(*places).start(QUERY, [place.id for place in places], recorder)
    for _ in range(100):
        states = {status.access_point: status.state for status in running.statuses}
        if states["good"].ended and states["bad"].ended and states["login"].ended:
            break
        time.sleep(0.02)
    assert recorder.first_page["good"] < 1
    assert len(recorder.ids("good")) == 30
    errors = {status.access_point: status.error for status in running.statuses}
    assert errors["bad"].reason is Reason.NOT_JSON
    assert errors["login"].reason is Reason.LOGIN_PAGE
    assert errors["good"] is None
    assert not running.finished
    running.cancel()
    ends = recorder.wait(1)
    assert ends["hanging"].state is AskingState.STOPPED


def test_cancel_stops_within_a_second_and_nothing_follows(make_server, make_engine, recorder, hanging_server):
    slow = make_server(items(2000), delay=0.1)
    places = [access_point(slow.url, "slow", largest_page=50), access_point(hanging_server.url, "hanging")]
    running = make_engine(*places).start(Query("sentinel-2-l2a", limit=2000), ["slow", "hanging"], recorder)
    while not recorder.products:
        time.sleep(0.01)
    begun = time.monotonic()
    running.cancel()
    assert time.monotonic() - begun < 0.3
    assert running.finished
    ends = recorder.wait(0.1)
    assert {status.state for status in ends.values()} == {AskingState.STOPPED}
    assert {status.state for status in running.statuses} == {AskingState.STOPPED}
    heard, asked = len(recorder.products), len(slow.asked)
    while search_threads() and time.monotonic() - begun < 1:
        time.sleep(0.01)
    assert search_threads() == []
    assert len(recorder.products) == heard
    time.sleep(0.3)
    assert len(slow.asked) <= asked + 1
    assert len(recorder.ends) == 1


def test_cancelling_twice_or_after_the_end_says_nothing_more(make_server, make_engine, recorder):
    server = make_server(items(5))
    running = make_engine(access_point(server.url)).start(QUERY, ["place"], recorder)
    ends = recorder.wait()
    running.cancel()
    running.cancel()
    time.sleep(0.1)
    assert ends["place"].state is AskingState.DONE
    assert len(recorder.ends) == 1


def test_those_that_were_stopped_can_each_be_asked_again(make_server, make_engine, recorder):
    first, second = make_server(items(30)), make_server(items(20))
    held = threading.Event()
    for server in (first, second):
        server.answer = lambda asked: held.wait(10) and None if asked.said.get("token") else None
    places = [access_point(first.url, "first", largest_page=10), access_point(second.url, "second", largest_page=10)]
    engine = make_engine(*places)
    running = engine.start(QUERY, ["first", "second"], recorder)
    ends = time.monotonic() + 5
    while sum(status.found for status in running.statuses) < 20 and time.monotonic() < ends:
        time.sleep(0.01)
    running.cancel()
    assert {status.state for status in recorder.wait().values()} == {AskingState.STOPPED}
    held.set()
    recorder.again()
    running.retry("first")
    running.retry("second")
    while not running.finished and time.monotonic() < ends + 5:
        time.sleep(0.01)
    assert [(status.state, status.found) for status in running.statuses] == [
        (AskingState.DONE, 30),
        (AskingState.DONE, 20),
    ]
    assert len(recorder.ids("first")) == len(set(recorder.ids("first"))) == 30
    assert len(recorder.ids("second")) == len(set(recorder.ids("second"))) == 20


def test_closing_the_engine_ends_one_that_is_asked_again(make_server, make_engine, recorder):
    server = make_server(items(5))
    engine = make_engine(access_point(server.url))
    running = engine.start(QUERY, ["place"], recorder)
    recorder.wait()
    engine.start(QUERY, [], Recorder())
    server.answer = lambda asked: time.sleep(3)
    recorder.again()
    running.retry("place")
    time.sleep(0.1)
    engine.close()
    assert [status.state for status in running.statuses] == [AskingState.STOPPED]


def test_closing_the_engine_ends_every_search(make_engine, recorder, hanging_server):
    engine = make_engine(access_point(hanging_server.url))
    engine.start(QUERY, ["place"], recorder)
    time.sleep(0.1)
    engine.close()
    assert recorder.wait(1)["place"].state is AskingState.STOPPED


def test_retry_asks_that_one_again_and_tells_only_what_is_new(make_server, make_engine, recorder):
    server, other = make_server(items(30)), make_server(items(3))
    server.answer = lambda asked: (500, {}, b"") if asked.said.get("token") else None
    places = [access_point(server.url, "place", largest_page=10), access_point(other.url, "other")]
    running = make_engine(*places).start(QUERY, ["place", "other"], recorder)
    ends = recorder.wait(40)
    assert ends["place"].state is AskingState.FAILED
    assert ends["place"].error.kind is ErrorKind.SERVER_FAULT
    assert ends["place"].found == 10
    server.answer = None
    asked_other = len(other.asked)
    recorder.again()
    running.retry("place")
    assert not running.finished
    ends = recorder.wait()
    assert (ends["place"].state, ends["place"].found) == (AskingState.DONE, 30)
    assert sorted(recorder.ids("place")) == sorted(f"item-{number}" for number in range(30))
    assert len(other.asked) == asked_other
    assert len(recorder.ends) == 2


def test_products_are_told_once_though_pages_overlap(make_server, make_engine, recorder):
    server = make_server(items(20) + items(10, 15))
    make_engine(access_point(server.url, largest_page=10)).start(QUERY, ["place"], recorder)
    assert recorder.wait()["place"].found == 25
    assert len(recorder.ids()) == len(set(recorder.ids())) == 25


def test_the_limit_holds_for_each_place_and_more_is_said(make_server, make_engine, recorder):
    first, second = make_server(items(30)), make_server(items(8))
    places = [access_point(first.url, "first"), access_point(second.url, "second")]
    make_engine(*places).start(Query("sentinel-2-l2a", limit=10), ["first", "second"], recorder)
    ends = recorder.wait()
    assert (ends["first"].found, ends["first"].more, ends["first"].total) == (10, True, 30)
    assert (ends["second"].found, ends["second"].more) == (8, False)


def test_the_next_endpoint_is_asked_where_the_first_fails(make_server, make_engine, recorder):
    broken, working = make_server(), make_server(items(4))
    broken.answer = lambda _asked: (200, {}, b"not json")
    place = access_point(broken.url, further=(working.url,))
    engine = make_engine(place)
    engine.start(QUERY, ["place"], recorder)
    assert recorder.wait()["place"].state is AskingState.DONE
    assert recorder.ids() == [f"item-{number}" for number in range(4)]
    assert recorder.products[0].endpoint == working.url
    assert engine.adapter_for(recorder.products[0]) is engine.adapters("place", "sentinel-2-l2a")[1]


def test_the_next_endpoint_is_not_asked_where_the_query_is_at_fault(make_server, make_engine, recorder):
    refusing, other = make_server(), make_server(items(4))
    refusing.answer = lambda asked: (400, {}, b'{"description":"no"}') if asked.path.endswith("search") else None
    make_engine(access_point(refusing.url, further=(other.url,))).start(QUERY, ["place"], recorder)
    status = recorder.wait()["place"]
    assert status.error.kind is ErrorKind.INVALID_QUERY
    assert other.asked == []


@pytest.mark.parametrize("name", ["nowhere", "place"])
def test_a_place_without_the_collection_fails_by_itself(make_server, make_engine, recorder, name):
    server = make_server(items(2))
    engine = make_engine(access_point(server.url))
    engine.start(Query("dem"), [name], recorder)
    status = recorder.wait()[name]
    assert (status.state, status.error.reason) == (AskingState.FAILED, Reason.COLLECTION_UNKNOWN)


def test_nothing_to_ask_is_finished_at_once(make_engine, recorder):
    make_engine().start(QUERY, [], recorder)
    assert recorder.wait(1) == {}


def test_a_listener_that_raises_spoils_nothing(make_server, make_engine, recorder, faults):
    server = make_server(items(25))

    class Raising:
        def status_changed(self, status):
            recorder.status_changed(status)
            raise RuntimeError("status")

        def products_found(self, access_point, products):
            recorder.products_found(access_point, products)
            raise RuntimeError("products")

        def finished(self, statuses):
            recorder.finished(statuses)
            raise RuntimeError("finished")

    make_engine(access_point(server.url, largest_page=10)).start(QUERY, ["place"], Raising())
    assert recorder.wait()["place"].state is AskingState.DONE
    assert len(recorder.ids()) == 25
    time.sleep(0.05)
    assert {str(fault) for fault in faults} == {"status", "products", "finished"}


def test_what_was_filtered_here_is_said(make_server, make_engine, recorder):
    from copernicus_plugin.model.query import Range

    server = make_server(items(30), conforms=())
    query = Query("sentinel-2-l2a", filters={"eo:cloud_cover": Range(maximum=9)})
    make_engine(access_point(server.url)).start(query, ["place"], recorder)
    status = recorder.wait()["place"]
    assert (status.found, status.filtered_here) == (10, ("eo:cloud_cover",))


class PartsAdapter:
    """Plans six parts; each waits a little, as a server does."""

    def __init__(self, _context):
        self.fail = ""

    def plan(self, query):
        return [Query(f"{query.collection}#{number}") for number in range(6)]

    def search(self, query, cancellation, progress=None):
        cancellation.sleep(0.15)
        part = query.collection.rpartition("#")[2]
        if part == self.fail:
            raise AccessError(ErrorKind.SERVER_FAULT, Reason.STATUS, {"host": "h", "status": 503})
        yield Page([Product(f"p{part}-{number}", "c", "place", "e") for number in range(3)], 3)


@pytest.fixture
def parts(monkeypatch, session, faults):
    made = []
    monkeypatch.setattr(
        engine_module, "adapter_factories", {"stac": lambda context: made.append(PartsAdapter(context)) or made[-1]}
    )
    engine = engine_module.SearchEngine(registry(access_point("http://h")), session, faults.append)
    engine.adapter("place", "sentinel-2-l2a")
    yield engine, made[0]
    engine.close()


def test_parts_are_asked_side_by_side(parts, recorder):
    engine, _adapter = parts
    begun = time.monotonic()
    engine.start(QUERY, ["place"], recorder)
    status = recorder.wait()["place"]
    assert time.monotonic() - begun < 0.6
    assert (status.state, status.found, status.total) == (AskingState.DONE, 18, 18)


def test_a_part_that_fails_ends_the_others(parts, recorder):
    engine, adapter = parts
    adapter.fail = "0"
    engine.start(QUERY, ["place"], recorder)
    status = recorder.wait()["place"]
    assert status.error.kind is ErrorKind.SERVER_FAULT
