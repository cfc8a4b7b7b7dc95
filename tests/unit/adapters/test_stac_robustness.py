"""Whatever JSON a server makes up: nothing but ``AccessError`` comes out."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from copernicus_plugin.adapters.fetching import SearchRequest
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.adapters.stac.capabilities import told
from copernicus_plugin.adapters.stac.decoding import Envelope, PageText
from copernicus_plugin.adapters.stac.dialect import read_dialect
from copernicus_plugin.adapters.stac.items import ItemReader
from copernicus_plugin.adapters.stac.paging import Pager
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import area_from_box
from copernicus_plugin.model.query import Choice, Period, Query, Range
from tests.unit.adapters.stac_server import item

NAMES = (
    *("id", "geometry", "bbox", "properties", "links", "assets", "type", "coordinates", "rel", "href", "method"),
    *("body", "merge", "headers", "datetime", "eo:cloud_cover", "s2:mgrs_tile", "roles", "bands", "file:checksum"),
    *("name", "next", "self", "sortby", "fields", "exclude", "token", "thumbnail", "file:size"),
)
TEXTS = ("next", "self", "search", "POST", "GET", "http://[", "../x", "Polygon", "MultiPolygon", "s3://a/b", "12", "")
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(TEXTS)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=25,
)
DIALECT = read_dialect(
    {
        "property_values": {"platform": {"a": "A"}},
        "derived_properties": {
            "grid:code": {"from": "s2:mgrs_tile", "template": "MGRS-{value}"},
            "orbit": {"from": "datetime", "pattern": "(\\d+)", "type": "integer"},
        },
        "thumbnail_assets": ["thumbnail"],
    }
)
QUERY = Query(
    "c",
    area_from_box(4, 51, 5, 52),
    Period(),
    {"eo:cloud_cover": Range(0, 50), "platform": Choice(("a",)), "grid:code": Choice((5,))},
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(item(1))), values, values)
def test_an_item_is_a_product_or_none(name, value, inner):
    source = item(1)
    source["assets"]["x"] = inner
    source["properties"]["eo:cloud_cover"] = inner
    source[name] = value
    text = json.dumps({"features": [source]}).encode()
    for query in (Query("c"), QUERY):
        reader = ItemReader("c", "p", "https://example.org", DIALECT, ExactFilter(query))
        for feature in PageText(text, "h").features():
            product = reader.product(feature, "https://example.org/search")
            if product is not None:
                assert product.id
                assert [asset.key for asset in product.assets.values()] == list(product.assets)
                assert product.thumbnail_href == "" or product.thumbnail_href.startswith("https:")


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), values, max_size=6), st.sampled_from(TEXTS), values, st.booleans())
def test_a_next_link_is_a_request_to_the_same_host_or_none(link, href, body, post):
    asked = (
        SearchRequest("POST", "https://example.org/search", {"limit": 1})
        if post
        else SearchRequest("GET", "https://example.org/search?limit=1")
    )
    for rest in ({"rel": "next", "href": href, "body": body}, {"rel": "next", "merge": True, "body": body}):
        pager = Pager("https://example.org", asked, DIALECT)
        try:
            request = pager.following(Envelope([{**link, **rest}], None, body), 5, asked, asked.url, 5)
        except AccessError:
            continue
        if request is not None:
            assert urlsplit(request.url).hostname == "example.org"
            json.dumps(request.body)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from((*NAMES, "conformsTo")), values, max_size=6), values, st.sampled_from(TEXTS))
def test_a_landing_page_gives_an_address_of_the_same_host(landing, link, href):
    links = [link, {"rel": "search", "href": href, "method": link}]
    conforms_to = landing.get("conformsTo")
    server = told(
        {**landing, "links": links},
        conforms_to if isinstance(conforms_to, list) else [],
        "https://example.org/v1",
        DIALECT,
    )
    assert urlsplit(server.search_url).hostname == "example.org"
    assert server.methods
