"""A page's text → features, links and count, whatever bytes there are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copernicus_plugin.adapters.decoding import json_object
from copernicus_plugin.adapters.stac.decoding import PageText
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from tests.unit.adapters.stac_server import item

RECORDINGS = Path(__file__).parents[4] / "shared" / "recordings"


def read(text):
    page = PageText(text if isinstance(text, bytes) else text.encode(), "example.org")
    features = list(page.features())
    return features, page.envelope(), page


def ids(text):
    return [feature.members.get("id") for feature in read(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        '{"type":"FeatureCollection","features":[{"id":"a"},{"id":"b"}],"links":[]}',
        '{"links":[],"features":[{"id":"a"},{"id":"b"}]}',
        '\ufeff {"features" :\n[ {"id" : "a"} ,\t{"id":"b"} ] }\r\n ',
        '{"note":"\\"features\\":[{\\"id\\":\\"no\\"}]","features":[{"id":"a"},{"id":"b"}]}',
        '{"context":{"features":[{"id":"no"}]},"features":[{"id":"a"},{"id":"b"}]}',
        '{"features":[{"id":"a","properties":{"features":[{"id":"no"}]}},{"features":[{"id":"no"}],"id":"b"}]}',
        '{"features":[null,{"id":"a"},[],3,"x",{"id":"b"}]}',
    ],
)
def test_the_features_are_found_wherever_they_stand(text):
    assert ids(text) == ["a", "b"]


def test_utf16_and_bytes_that_are_no_text_do_not_cost_the_page():
    assert ids('{"features":[{"id":"é"}]}'.encode("utf-16")) == ["é"]
    assert ids(b'{"features":[{"id":"a","title":"caf\xe9"}]}') == ["a"]
    assert ids('{"features":[{"id":"a","x":NaN,"y":-Infinity}]}') == ["a"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", Reason.NOT_JSON),
        (b"null", Reason.NOT_JSON),
        (b"[]", Reason.NOT_JSON),
        (b'{"features":[{"id":"a"}', Reason.NOT_JSON),
        (b'{"features":[{"id":"a"}]', Reason.NOT_JSON),
        (b'{"features":[{"id":"a"}]} trailing', Reason.NOT_JSON),
        (b'{"features":[{"id":"a"},]}', Reason.NOT_JSON),
        (b'{"features":[{"id":"a" "b":1}]}', Reason.NOT_JSON),
        (b'{"features":[{"id":' + b"[" * 100_000 + b"]}", Reason.NOT_JSON),
        (b'{"features":[{"id":' + b"9" * 10_000 + b"}]]}", Reason.NOT_JSON),
        (b'{"code":"Oops","description":"no"}', Reason.MISSING_KEY),
        (b'{"features":null}', Reason.MISSING_KEY),
        (b"<!DOCTYPE html><title>Sign in</title>", Reason.LOGIN_PAGE),
        (b"\xef\xbb\xbf \n<html>", Reason.LOGIN_PAGE),
    ],
)
def test_what_is_no_page_is_a_bad_answer_of_that_host(body, reason):
    with pytest.raises(AccessError) as caught:
        read(body)
    assert (caught.value.kind, caught.value.reason) == (ErrorKind.BAD_ANSWER, reason)
    assert caught.value.parameters["host"] == "example.org"


def test_html_is_known_by_its_type_too():
    with pytest.raises(AccessError) as caught:
        PageText(b"Please sign in", "example.org", "text/html; charset=utf-8")
    assert caught.value.reason is Reason.LOGIN_PAGE


@pytest.mark.parametrize(
    "text",
    [
        '{"features":[{"id":"a","links":[{"rel":"next","href":"no"}]}],"links":[{"rel":"next","href":"yes"}],"z":1}',
        '{"links":[{"rel":"next","href":"yes"}],"features":[{"id":"a","links":[{"rel":"next","href":"no"}]}]}',
        '{"features":[{"id":"a\\"links\\":[]"}],"links":[{"rel":"next","href":"yes"}],"note":"\\"links\\""}',
        '{"features":[],"links":[{"rel":"next","href":"yes","links":[]}]}',
    ],
)
def test_early_links_are_those_of_the_page(text):
    page = PageText(text.encode(), "example.org")
    early = page.early_links()
    list(page.features())
    assert early in (None, page.envelope().links)
    assert page.envelope().links[0]["href"] == "yes"


def test_early_links_are_found_in_both_usual_orders():
    after = PageText(b'{"features":[{"links":[1]}],"links":[{"rel":"next"}],"numberMatched":7}', "h")
    assert after.early_links() == [{"rel": "next"}]
    assert after.envelope().matched == 7
    before = PageText(b'{"type":"x","links":[{"rel":"next"}],"features":[{"links":[1]}]}', "h")
    assert before.early_links() == [{"rel": "next"}]


@pytest.mark.shared
@pytest.mark.skipif(not RECORDINGS.exists() and not os.environ.get("CI"), reason="needs ../shared")
@pytest.mark.parametrize(
    "folder", ["earth_search", "planetary_computer", "stac_server_geoparquet", "stac_api", "geodes"]
)
def test_recorded_pages_read_as_a_whole_decoder_reads_them(folder):
    pages = 0
    for path in (RECORDINGS / folder).glob("*.json"):
        whole = json.loads(path.read_bytes())
        if not (isinstance(whole, dict) and isinstance(whole.get("features"), list)):
            continue
        pages += 1
        features, envelope, page = read(path.read_bytes())
        assert [feature.members.get("properties") for feature in features] == [
            feature.get("properties") for feature in whole["features"]
        ]
        assert [json.loads(feature.assets_text) for feature in features if feature.assets_text] == [
            feature["assets"] for feature in whole["features"] if "assets" in feature
        ]
        assert envelope.links == whole.get("links", [])
        assert page.early_links() in (None, whole.get("links"))
        assert envelope.matched == whole.get("numberMatched", whole.get("context", {}).get("matched"))
    assert pages > 0


def mutations():
    page = {
        "type": "FeatureCollection",
        "numberMatched": 2,
        "features": [item(1), item(2)],
        "links": [{"rel": "next"}],
    }
    text = json.dumps(page).encode()
    return st.builds(
        lambda start, length, new: text[:start] + new + text[start + length :],
        st.integers(0, len(text)),
        st.integers(0, 40),
        st.one_of(
            st.binary(max_size=8), st.sampled_from([b'"', b"{", b"}", b"[", b"]", b",", b"null", b"1e999", b"\\"])
        ),
    )


def survives(body):
    try:
        page = PageText(body, "example.org")
        early = page.early_links()
        for _ in page.features():
            pass
        assert early in (None, page.envelope().links)
    except AccessError as error:
        assert error.kind is ErrorKind.BAD_ANSWER  # noqa: PT017  # both ways are good ones


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(max_size=200), mutations()))
def test_whatever_bytes_there_are_nothing_but_a_bad_answer_is_raised(body):
    survives(body)


@settings(max_examples=200, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["features", "links", "id", "context", "x"]), inner)
        ),
    )
)
def test_whatever_json_there_is_nothing_but_a_bad_answer_is_raised(value):
    survives(json.dumps(value).encode())


@given(st.binary(max_size=60))
def test_small_answers_are_objects_or_bad_answers(body):
    try:
        assert isinstance(json_object(body, "example.org"), dict)
    except AccessError as error:
        assert error.kind is ErrorKind.BAD_ANSWER  # noqa: PT017
