"""Every way of saying where the next page is, against real sockets."""

from __future__ import annotations

import pytest

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.query import Query
from tests.unit.adapters.stac_server import adapter, item, products

QUERY = Query("sentinel-2-l2a", limit=1000)
IDS = [f"item-{number}" for number in range(25)]


def walk(session, server, cancellation, query=QUERY, **dialect):
    return list(adapter(session, server.url, largest_page=10, **dialect).search(query, cancellation))


@pytest.mark.parametrize("paging", ["body", "merge-false", "merge-true", "no-body", "headers"])
def test_pages_asked_by_post_all_arrive_once_and_in_order(make_server, session, cancellation, paging):
    server = make_server([item(number) for number in range(25)], paging=paging)
    pages = walk(session, server, cancellation)
    assert [product.id for product in products(pages)] == IDS
    assert {page.total for page in pages} == {25}
    assert not any(page.more for page in pages)
    assert [asked.method for asked in server.searches] == ["POST"] * 3
    assert all(asked.body["collections"] == ["s2"] and asked.body["limit"] == 10 for asked in server.searches)


def test_headers_of_a_link_are_sent_with_its_page(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)], paging="headers")
    walk(session, server, cancellation)
    assert [asked.headers.get("X-Page") for asked in server.searches] == [None, "2", "2"]


@pytest.mark.parametrize("paging", ["get-relative", "get-query-only", "get-merge", "get-page"])
def test_pages_asked_by_get_all_arrive_once_and_in_order(make_server, session, cancellation, paging):
    server = make_server([item(number) for number in range(25)], paging=paging, methods=("GET",))
    pages = walk(session, server, cancellation)
    assert [product.id for product in products(pages)] == IDS
    assert [asked.method for asked in server.searches] == ["GET"] * 3
    assert all(asked.query["collections"] == "s2" and asked.query["limit"] == "10" for asked in server.searches)


@pytest.mark.parametrize(("count", "total"), [("numberMatched", 25), ("numMatched", 25), ("context", 25), ("", None)])
def test_the_servers_count_has_several_names_or_none(make_server, session, cancellation, count, total):
    server = make_server([item(number) for number in range(25)])
    server.count = count
    assert {page.total for page in walk(session, server, cancellation)} == {total}


@pytest.mark.parametrize("parameter", ["page", "offset", "startIndex"])
@pytest.mark.parametrize("methods", [("POST",), ("GET",)])
def test_servers_without_links_are_walked_by_the_dialects_parameter(
    make_server, session, cancellation, parameter, methods
):
    server = make_server([item(number) for number in range(25)], methods=methods)
    server._next = lambda *_arguments: {"rel": "no-next"}
    pages = walk(session, server, cancellation, page_parameter=parameter)
    assert [product.id for product in products(pages)] == IDS
    assert len(server.searches) == 3


def test_a_number_in_the_context_is_sent_back_as_next(make_server, session, cancellation):
    def answer(asked):
        if not asked.path.endswith("search"):
            return None
        start = int(asked.said.get("next", 0))
        context = {"next": start + 10} if start < 20 else {}
        features = [item(number) for number in range(start, min(25, start + 10))]
        return server.json({"type": "FeatureCollection", "features": features, "context": context})

    server = make_server()
    server.answer = answer
    assert [product.id for product in products(walk(session, server, cancellation))] == IDS


def test_a_walk_in_a_circle_ends(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)])
    server._next = lambda asked, _start, _size: {
        "rel": "next",
        "method": "POST",
        "href": f"{server.url}/search",
        "body": {**asked.said, "token": "10"},
    }
    assert [product.id for product in products(walk(session, server, cancellation))] == IDS[:20]
    assert len(server.searches) == 2


def test_empty_pages_are_followed_but_not_for_ever(make_server, session, cancellation):
    full = {0, 2}

    def answer(asked):
        if not asked.path.endswith("search"):
            return None
        number = int(asked.said.get("token", 0))
        features = [item(number)] if number in full else []
        link = {"rel": "next", "method": "POST", "href": f"{server.url}/search", "body": {"token": number + 1}}
        return server.json({"features": features, "links": [link]})

    server = make_server()
    server.answer = answer
    found = products(walk(session, server, cancellation))
    assert [product.id for product in found] == ["item-0", "item-2"]
    assert len(server.searches) <= 7


def test_the_limit_ends_the_walk_and_says_that_there_is_more(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)])
    pages = walk(session, server, cancellation, Query("sentinel-2-l2a", limit=12))
    assert [product.id for product in products(pages)] == IDS[:12]
    assert pages[-1].more
    assert len(server.searches) == 2


def test_a_limit_that_is_just_reached_is_no_more(make_server, session, cancellation):
    server = make_server([item(number) for number in range(20)])
    pages = walk(session, server, cancellation, Query("sentinel-2-l2a", limit=20))
    assert len(products(pages)) == 20
    assert not pages[-1].more


def test_pages_are_no_larger_than_what_is_wanted(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)])
    walk(session, server, cancellation, Query("sentinel-2-l2a", limit=3))
    assert server.searches[0].body["limit"] == 3


def test_http_links_of_a_server_behind_a_proxy_go_where_the_endpoint_is(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)])
    proper = server._next

    def wrong_port(asked, start, size):
        link = proper(asked, start, size)
        return {**link, "href": "https://127.0.0.1:9/stac/search"}

    server._next = wrong_port
    assert len(products(walk(session, server, cancellation))) == 25


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example.org/search",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://[",
        "ftp://x/",
    ],
)
def test_a_link_to_another_host_is_not_followed(make_server, session, cancellation, href):
    server = make_server([item(number) for number in range(25)])
    server._next = lambda *_arguments: {"rel": "next", "method": "POST", "href": href, "body": {}}
    pages = adapter(session, server.url, largest_page=10).search(QUERY, cancellation)
    found = next(pages).products
    with pytest.raises(AccessError) as caught:
        list(pages)
    assert (caught.value.kind, caught.value.reason) == (ErrorKind.BAD_ANSWER, Reason.ADDRESS)
    assert len(found) == 10


def test_the_next_page_is_asked_for_while_this_one_is_read(make_server, session, cancellation):
    server = make_server([item(number) for number in range(25)], delay=0.1)
    pages = adapter(session, server.url, largest_page=10, conforms=["query"]).search(QUERY, cancellation)
    next(pages)
    for _ in range(50):
        if len(server.searches) == 2:
            break
        cancellation.sleep(0.02)
    assert len(server.searches) == 2
    pages.close()
