"""What is sent to a server of given abilities, and what is filtered here instead."""

from __future__ import annotations

import datetime as dt
import json
import math
import threading
import time
from urllib.parse import parse_qsl, urlsplit

import pytest

from copernicus_plugin.adapters.stac.building import SearchBuilder, ServerCollection, cql2_json, cql2_text
from copernicus_plugin.adapters.stac.capabilities import Capabilities, told, words_of
from copernicus_plugin.adapters.stac.dialect import read_dialect
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import area_from_box, area_from_polygons, bounds, geojson_to_wkb, vertex_count
from copernicus_plugin.model.query import Choice, Order, Period, Query, Range
from tests.unit.adapters.stac_server import CLASSES, CORE, adapter, item, products, square

AREA = area_from_box(4, 51, 5, 52)
JUNE = Period.of_days(dt.date(2026, 6, 1), dt.date(2026, 6, 30))
CLOUD = {"eo:cloud_cover": Range(maximum=20)}


def built(query, words=(), methods=("GET", "POST"), dialect=None, timeless=False, filters=None):
    server = Capabilities("https://example.org/search?f=json", methods, frozenset(words))
    theirs = ServerCollection(("s2",), filters or {})
    return SearchBuilder(server, read_dialect(dialect or {}), theirs, timeless).build(query)


def circle(vertices, west=4.0):
    angles = [2 * math.pi * number / vertices for number in range(vertices)]
    return area_from_polygons([[[(west + math.cos(angle), 51 + math.sin(angle)) for angle in angles]]])


def test_a_post_body_says_place_time_filters_and_order():
    body = built(Query("x", AREA, JUNE, CLOUD, limit=40), ["query", "sort"]).request.body
    assert body["collections"] == ["s2"]
    assert body["datetime"] == "2026-06-01T00:00:00Z/2026-06-30T23:59:59Z"
    assert body["intersects"]["type"] == "Polygon"
    assert bounds(geojson_to_wkb(body["intersects"])) == (4, 51, 5, 52)
    assert body["query"] == {"eo:cloud_cover": {"lte": 20}}
    assert body["sortby"] == [{"field": "properties.datetime", "direction": "desc"}]
    assert body["limit"] == 40
    assert "bbox" not in body
    assert "filter" not in body


def test_what_a_server_does_not_know_is_not_sent_but_named():
    search = built(Query("x", AREA, JUNE, CLOUD, limit=40))
    assert not {"query", "filter", "sortby", "fields"} & set(search.request.body)
    assert search.filtered_here == ("eo:cloud_cover",)
    assert search.request.body["limit"] == 250  # as many as it gives at once: few of them may match


def test_cql2_is_used_where_there_is_no_query_extension():
    filters = {"eo:cloud_cover": Range(5, 20), "platform": Choice(("a", "b'c"))}
    body = built(Query("x", filters=filters), ["filter", "cql2-json", "cql2-text"]).request.body
    assert body["filter-lang"] == "cql2-json"
    assert body["filter"] == {
        "op": "and",
        "args": [
            {"op": ">=", "args": [{"property": "eo:cloud_cover"}, 5]},
            {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 20]},
            {
                "op": "or",
                "args": [
                    {"op": "=", "args": [{"property": "platform"}, "a"]},
                    {"op": "=", "args": [{"property": "platform"}, "b'c"]},
                ],
            },
        ],
    }
    text = built(Query("x", filters=filters), ["filter", "cql2-text"])  # which is for GET alone
    said = dict(parse_qsl(urlsplit(text.request.url).query))
    assert text.request.method == "GET"
    assert said["filter-lang"] == "cql2-text"
    assert said["filter"] == (
        '"eo:cloud_cover" >= 5 AND "eo:cloud_cover" <= 20 AND ("platform" = \'a\' OR "platform" = \'b\'\'c\')'
    )
    for words, methods in ((["filter"], ("GET", "POST")), (["filter", "cql2-text"], ("POST",))):
        search = built(Query("x", filters=filters), words, methods)
        assert "filter" not in search.request.body
        assert search.filtered_here == ("eo:cloud_cover", "platform")


def test_several_values_go_by_filter_where_there_is_one_because_pgstacs_query_has_no_in():
    filters = {"platform": Choice(("a", "b")), "eo:cloud_cover": Range(maximum=20)}
    both = built(Query("x", filters=filters), ["query", "filter", "cql2-json"]).request.body
    assert "query" not in both
    assert both["filter"]["args"][0]["op"] == "or"
    alone = built(Query("x", filters=filters), ["query"]).request.body
    assert alone["query"]["platform"] == {"in": ["a", "b"]}
    one = built(Query("x", filters={"platform": Choice(("a",))}), ["query", "filter", "cql2-json"]).request.body
    assert one["query"] == {"platform": {"eq": "a"}}


def test_one_condition_needs_no_and():
    assert cql2_json({"a": Choice((1,))}) == {"op": "=", "args": [{"property": "a"}, 1]}
    assert cql2_text({"a": Choice((1.5,))}) == '"a" = 1.5'


def test_a_get_address_carries_the_same_and_keeps_its_own_parameters():
    search = built(Query("x", AREA, JUNE, CLOUD, order=Order.OLDEST_FIRST), ["query", "sort"], ("GET",))
    said = dict(parse_qsl(urlsplit(search.request.url).query))
    assert said["f"] == "json"
    assert said["collections"] == "s2"
    assert json.loads(said["query"]) == {"eo:cloud_cover": {"lte": 20}}
    assert said["sortby"] == "+properties.datetime"
    assert bounds(geojson_to_wkb(json.loads(said["intersects"]))) == (4, 51, 5, 52)
    assert search.request.body is None


def test_an_area_of_many_vertices_is_sent_as_one_that_encloses_it():
    area = circle(2000)
    search = built(Query("x", area), dialect={"largest_vertices": 50})
    sent = geojson_to_wkb(search.request.body["intersects"])
    assert vertex_count(sent) <= 50
    assert search.filtered_here == ("geometry",)
    inner, outer = bounds(area.wkb), bounds(sent)
    assert outer[0] <= inner[0]
    assert outer[1] <= inner[1]
    assert outer[2] >= inner[2]
    assert outer[3] >= inner[3]


def test_a_long_address_is_shortened_by_fewer_vertices_then_by_the_box():
    area = circle(400)
    search = built(Query("x", area), methods=("GET",), dialect={"longest_address": 1500})
    assert len(search.request.url) <= 1500
    assert "intersects" in search.request.url
    assert search.filtered_here == ("geometry",)
    shortest = built(Query("x", area), methods=("GET",), dialect={"longest_address": 200})
    assert "bbox=" in shortest.request.url
    assert "intersects" not in shortest.request.url
    assert shortest.filtered_here == ("geometry",)


def test_servers_that_know_only_boxes_get_one():
    search = built(Query("x", AREA), dialect={"intersects": False})
    assert search.request.body["bbox"] == [4, 51, 5, 52]
    assert search.filtered_here == ("geometry",)


def test_an_area_over_the_antimeridian_is_sent_in_two_parts():
    body = built(Query("x", area_from_box(179, -17, -179, -16))).request.body
    assert body["intersects"]["type"] == "MultiPolygon"
    assert len(body["intersects"]["coordinates"]) == 2
    boxes = built(Query("x", area_from_box(179, -17, -179, -16)), dialect={"intersects": False}).request.body
    assert boxes["bbox"] == [179, -17, -179, -16]


def test_no_period_is_sent_for_a_collection_without_time():
    body = built(Query("x", AREA, JUNE), ["sort"], timeless=True).request.body
    assert "datetime" not in body
    assert "sortby" not in body


def test_an_open_period_is_two_dots():
    start = Period(dt.datetime(2026, 6, 1, 12, 30, 15, 500000, dt.timezone.utc))
    assert built(Query("x", period=start)).request.body["datetime"] == "2026-06-01T12:30:15.500000Z/.."


def test_filters_are_said_in_the_servers_words():
    dialect = {
        "property_aliases": {"sat:relative_orbit": "orbit"},
        "property_values": {"platform": {"sentinel-2a": "Sentinel-2A"}},
        "derived_properties": {
            "grid:code": {"from": "s2:mgrs_tile", "template": "MGRS-{value}"},
            "x:orbit": {"from": "name", "pattern": "_R(\\d{3})_", "type": "integer"},
        },
    }
    filters = {
        "sat:relative_orbit": Choice((51,)),
        "platform": Choice(("sentinel-2a", "sentinel-2z")),
        "grid:code": Choice(("MGRS-31UFT",)),
        "x:orbit": Choice((8,)),
        "sar:polarizations": Choice(("VV",)),
    }
    search = built(Query("x", filters=filters), ["query"], dialect=dialect)
    assert search.request.body["query"] == {
        "orbit": {"eq": 51},
        "platform": {"in": ["Sentinel-2A", "sentinel-2z"]},
        "s2:mgrs_tile": {"eq": "31UFT"},
    }
    assert search.filtered_here == ("x:orbit", "sar:polarizations")
    misfit = built(Query("x", filters={"grid:code": Choice(("31UFT",))}), ["query"], dialect=dialect)
    assert "query" not in misfit.request.body
    assert misfit.filtered_here == ("grid:code",)


def test_a_part_of_a_servers_collection_is_asked_for_by_its_filters():
    search = built(Query("x"), ["query"], filters={"product:type": Choice(("GRD",))})
    assert search.request.body["query"] == {"product:type": {"eq": "GRD"}}


def test_unneeded_fields_are_excluded_where_the_server_can():
    dialect = {"exclude_fields": ["assets.x", "links"]}
    assert built(Query("x"), ["fields"], dialect=dialect).request.body["fields"] == {"exclude": ["assets.x", "links"]}
    assert "fields" not in built(Query("x"), [], dialect=dialect).request.body
    assert "fields=-assets.x%2C-links" in built(Query("x"), ["fields"], ("GET",), dialect).request.url


def test_conformance_classes_of_all_versions_are_known_and_others_are_not():
    assert words_of(CLASSES.values()) == set(CLASSES)
    assert words_of(["https://api.stacspec.org/v1.1.0/item-search#sort"]) == {"sort"}
    assert words_of(["https://api.stacspec.org/v1.0.0-beta.3/item-search#filter:cql-json"]) == {"filter"}
    others = [
        "https://api.stacspec.org/v1.0.0/ogcapi-features#query",
        "https://api.stacspec.org/v1.0.0-rc.1/collection-search#query",
        "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
        None,
        7,
    ]
    assert words_of(others) == frozenset()


def test_a_landing_page_is_believed_about_address_and_method():
    landing = {
        "links": [
            {"rel": "search", "href": "./find?f=json"},
            {"rel": "search", "href": "/else", "method": "put"},
            None,
            {"rel": "search"},
        ]
    }
    server = told(landing, [f"{CORE}#query"], "https://example.org/stac/v1", read_dialect({}))
    assert server.search_url == "https://example.org/stac/v1/find?f=json"
    assert server.methods == ("GET",)
    assert server.query


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("http://example.org:8080/stac/v1/search", "https://example.org/stac/v1/search"),
        ("https://api.example.org/search", "https://api.example.org/search"),
        ("http://internal:8080/search", "https://example.org/stac/v1/search"),
        ("http://[", "https://example.org/stac/v1/search"),
    ],
)
def test_a_landing_page_cannot_send_us_elsewhere(href, url):
    landing = {"links": [{"rel": "search", "href": href, "method": "POST"}]}
    assert told(landing, [], "https://example.org/stac/v1", read_dialect({})).search_url == url


# --- against sockets: servers that ignore everything that they are asked


def found_ids(session, server, cancellation, query, **dialect):
    pages = list(adapter(session, server.url, **dialect).search(query, cancellation))
    return [product.id for product in products(pages)], pages


def test_servers_lie_and_the_result_is_exact_all_the_same(make_server, session, cancellation):
    server = make_server(
        [
            item(1, 4.2, 51.2),
            item(2, 20, 51.2),
            item(3, 4.2, 51.2, day="2025-06-01"),
            item(4, 4.2, 51.2, **{"eo:cloud_cover": 90}),
            item(5, 4.2, 51.2, **{"eo:cloud_cover": None}),
            item(6, 4.2, 51.2, **{"eo:cloud_cover": "7.5"}),
        ]
    )
    ids, pages = found_ids(session, server, cancellation, Query("sentinel-2-l2a", AREA, JUNE, CLOUD))
    assert ids == ["item-1", "item-6"]
    assert all(page.filtered_here == () for page in pages)
    coverage = products(pages)[0].coverage
    assert 0.6 < coverage < 0.68


def test_what_is_not_sent_is_filtered_here_and_named(make_server, session, cancellation):
    server = make_server([item(number) for number in range(60)], conforms=())
    ids, pages = found_ids(session, server, cancellation, Query("sentinel-2-l2a", AREA, None, CLOUD, limit=15))
    assert ids == [f"item-{number}" for number in range(15)]
    assert pages[0].filtered_here == ("eo:cloud_cover",)
    assert not {"query", "filter", "sortby"} & set(server.searches[0].body)


def test_the_true_polygon_decides_not_its_box_nor_what_was_sent(make_server, session, cancellation):
    corner = item(1, 4.95, 51.95)
    corner["geometry"] = square(4.95, 51.95, 0.02)
    server = make_server([item(2, 4, 51), corner])
    area = circle(900)  # centre 4/51, radius 1: its box holds the corner, the circle does not
    ids, pages = found_ids(session, server, cancellation, Query("sentinel-2-l2a", area), largest_vertices=12)
    assert ids == ["item-2"]
    assert pages[0].filtered_here == ("geometry",)


def test_footprints_on_both_sides_of_the_antimeridian_are_found(make_server, session, cancellation):
    far = item(3, 0, -17)
    server = make_server([item(1, 179, -17), item(2, -180, -17), far])
    ids, _ = found_ids(session, server, cancellation, Query("sentinel-2-l2a", area_from_box(178.5, -18, -178.5, -15)))
    assert ids == ["item-1", "item-2"]


def test_an_item_without_geometry_is_where_its_box_is(make_server, session, cancellation):
    boxed, lost = item(1), item(2)
    boxed["geometry"] = None
    lost["geometry"] = lost["bbox"] = None
    server = make_server([boxed, lost])
    assert found_ids(session, server, cancellation, Query("sentinel-2-l2a", AREA))[0] == ["item-1"]
    assert found_ids(session, server, cancellation, Query("sentinel-2-l2a"))[0] == ["item-1", "item-2"]


def test_items_that_make_no_sense_are_skipped_and_counted(make_server, session, cancellation):
    bad = [item(number) for number in range(5)]
    bad[0].pop("id")
    bad[1]["geometry"] = {"type": "Polygon", "coordinates": [[["a", "b"]]]}
    bad[2]["geometry"] = {"type": "Nonsense"}
    bad[3]["properties"] = None
    server = make_server([*bad, "no object", item(9)])
    ids, pages = found_ids(session, server, cancellation, Query("sentinel-2-l2a"))
    assert ids == ["item-3", "item-4", "item-9"]
    assert pages[-1].skipped == 4


def test_the_landing_page_is_read_once_by_all_threads(make_server, session, cancellation):
    server = make_server([item(1)], delay=0.05)
    stac = adapter(session, server.url)
    threads = [
        threading.Thread(target=lambda: list(stac.search(Query("sentinel-2-l2a"), cancellation))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len([asked for asked in server.asked if asked.path == "/stac"]) == 1
    assert len(server.searches) == 6


def test_a_dialect_that_says_enough_saves_waiting_for_the_landing_page(make_server, session, cancellation):
    server = make_server([item(number) for number in range(40)], conforms=(), delay=0.3)
    stac = adapter(session, server.url, conforms=["query"], methods=["POST"])
    begun = time.monotonic()
    first = next(stac.search(Query("sentinel-2-l2a", filters=CLOUD, limit=10), cancellation))
    assert time.monotonic() - begun < 0.55
    assert server.searches[0].body["query"] == {"eo:cloud_cover": {"lte": 20}}
    assert len(first.products) == 10
    # the landing page, read beside, says that it knows no query: believed from now on
    for _ in range(100):
        if stac._landing.told is not None:
            break
        time.sleep(0.02)
    again = next(stac.search(Query("sentinel-2-l2a", filters=CLOUD, limit=10), cancellation))
    assert "query" not in server.searches[-1].body
    assert again.filtered_here == ("eo:cloud_cover",)


def test_conformance_on_a_page_of_its_own_is_followed(make_server, session, cancellation):
    def answer(asked):
        if asked.path == "/stac":
            links = [{"rel": "conformance", "href": "stac/conformance"}, {"rel": "search", "href": "stac/search"}]
            return server.json({"links": [{**link, "href": f"{server.url[:-5]}/{link['href']}"} for link in links]})
        if asked.path == "/stac/conformance":
            return server.json({"conformsTo": [f"{CORE}#query"]})
        return None

    server = make_server([item(1)])
    server.answer = answer
    found_ids(session, server, cancellation, Query("sentinel-2-l2a", filters=CLOUD))
    assert server.searches[0].method == "GET"
    assert "query" in server.searches[0].query


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        ((200, {"Content-Type": "text/html"}, b"<html>Sign in</html>"), ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE),
        ((200, {"Content-Type": "application/json"}, b'{"features": [{"id":'), ErrorKind.BAD_ANSWER, Reason.NOT_JSON),
        (
            (400, {}, b'{"code":"BadRequest","description":"bad datetime"}'),
            ErrorKind.INVALID_QUERY,
            Reason.REFUSED_BY_SERVER,
        ),
        ((404, {}, b"{}"), ErrorKind.NOT_FOUND, None),
    ],
)
def test_bad_answers_name_kind_and_host(make_server, session, cancellation, answer, kind, reason):
    server = make_server()
    server.answer = lambda asked: answer if asked.path.endswith("search") else None
    with pytest.raises(AccessError) as caught:
        found_ids(session, server, cancellation, Query("sentinel-2-l2a"))
    assert caught.value.kind is kind
    assert reason is None or caught.value.reason is reason
    assert caught.value.parameters["host"] == "127.0.0.1"


def test_a_collection_that_the_endpoint_lacks_is_unknown(make_server, session, cancellation):
    server = make_server()
    with pytest.raises(AccessError) as caught:
        found_ids(session, server, cancellation, Query("dem"))
    assert caught.value.reason is Reason.COLLECTION_UNKNOWN
    assert server.asked == []


def test_a_server_with_millions_that_do_not_match_is_given_up_in_the_end(
    make_server, session, cancellation, monkeypatch
):
    monkeypatch.setattr("copernicus_plugin.adapters.stac.searching._MOST_IN_VAIN", 30)
    server = make_server([item(number, **{"eo:cloud_cover": 99}) for number in range(500)], conforms=())
    query = Query("sentinel-2-l2a", filters=CLOUD, limit=5)
    ids, pages = found_ids(session, server, cancellation, query, largest_page=10)
    assert ids == []
    assert pages[-1].more
    assert len(server.searches) <= 6
