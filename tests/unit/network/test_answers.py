from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.answers import code_of, expect_data, expect_json, read_json_bytes, words_of
from copernicus_plugin.network.messages import HttpRequest
from tests.unit.network.servers import giving

KEYS = ["detail", "message", "loc", "msg", "error", "value", "x"]
PAGE = b"<!DOCTYPE html>\n<html><head><title>Log in</title></head><body>Password:</body></html>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"code": "BadRequest", "description": "bbox has three numbers"}, "bbox has three numbers"),
        ({"detail": "Collection not found"}, "Collection not found"),
        (
            {"detail": [{"loc": ["query", "limit"], "msg": "not an integer"}, {"loc": ["body", 0], "msg": "no"}]},
            "query.limit: not an integer; body.0: no",
        ),
        ({"type": "about:blank", "title": "Bad", "status": 400, "detail": "limit too large"}, "limit too large"),
        ({"type": "about:blank", "title": "Too many", "status": 400}, "Too many"),
        ({"error": "invalid_grant", "error_description": "Account not set up"}, "Account not set up"),
        ({"error": {"code": "x", "message": "Invalid field: foo"}}, "Invalid field: foo"),
        ({"error": {"code": None, "message": {"lang": "en", "value": "Syntax error at 7"}}}, "Syntax error at 7"),
        ({"detail": {"message": "Query string error", "request_id": "1"}}, "Query string error"),
        ({"errors": ["a", "b"]}, "a; b"),
        ({"message": {"reason": "Too many connections", "retryAfter": 1}}, "Too many connections"),
        ("just a text", "just a text"),
        ({"x": 1}, ""),
        ({"detail": "see https://a.org/?sig=abc Bearer abcdefghijkl"}, "see https://a.org/?sig=*** Bearer ***"),
    ],
)
def test_the_servers_words_are_found_in_json(body, words):
    assert words_of({}, json.dumps(body).encode()) == words


@pytest.mark.parametrize(
    ("headers", "body", "words"),
    [
        ({"cause-message": "quota exceeded (20 fetches max)"}, b"", "quota exceeded (20 fetches max)"),
        ({}, b"Max session number 4 exceeded", "Max session number 4 exceeded"),
        ({}, b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>", "Request has expired"),
        (
            {},
            b"<ows:ExceptionReport><ows:Exception><ows:ExceptionText>No layer</ows:ExceptionText>",
            "No layer",
        ),
        ({}, b"<ServiceException code='x'><![CDATA[ bad bbox ]]></ServiceException>", "bad bbox"),
        ({"content-type": "text/html"}, PAGE, ""),
        ({}, PAGE, ""),
        ({}, b"\x89PNG\r\n\x1a\n\0\0", ""),
        ({}, b"", ""),
        ({}, b'{"detail": ', ""),
    ],
)
def test_the_servers_words_are_found_elsewhere(headers, body, words):
    assert words_of(headers, body) == words


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner),
    )
)
def test_any_json_gives_a_short_text(document):
    words = words_of({}, json.dumps(document).encode())
    assert len(words) <= 300
    assert "\n" not in words


@given(st.binary(max_size=500))
def test_any_bytes_give_a_short_text(body):
    assert len(words_of({}, body)) <= 300


def answer(session, server, cancellation, body, **headers):
    return session.send(HttpRequest(server.on("/", giving(200, body, **headers))), cancellation)


@pytest.mark.parametrize("kind", ["application/json", "application/geo+json", "text/plain", "text/html", None])
@pytest.mark.parametrize("body", [b'{"a": [1]}', b'\xef\xbb\xbf  {"a": [1]}'])
def test_json_is_json_whatever_it_is_called(session, server, cancellation, kind, body):
    assert expect_json(answer(session, server, cancellation, body, Content_Type=kind or "")) == {"a": [1]}


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        (PAGE, "text/html; charset=utf-8", Reason.LOGIN_PAGE),
        (PAGE, "application/json", Reason.LOGIN_PAGE),
        (b"  <HTML>", "", Reason.LOGIN_PAGE),
        (b"", "application/json", Reason.NOT_JSON),
        (b"<?xml version='1.0'?><feed/>", "application/xml", Reason.NOT_JSON),
        (b"ok", "application/json", Reason.NOT_JSON),
        (b'"text"', "application/json", Reason.NOT_JSON),
    ],
)
def test_what_is_not_json_is_a_bad_answer(session, server, cancellation, body, kind, reason):
    with pytest.raises(AccessError) as raised:
        read_json_bytes(answer(session, server, cancellation, body, Content_Type=kind))
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.BAD_ANSWER, reason)
    assert raised.value.parameters == {"host": "127.0.0.1"}


@pytest.mark.parametrize("body", [b'{"a": ', b"{'a': 1}", b"[" * 100_000, b'{"a": "\xff"}'])
def test_broken_json_is_a_bad_answer(session, server, cancellation, body):
    with pytest.raises(AccessError) as raised:
        expect_json(answer(session, server, cancellation, body))
    assert raised.value.reason is Reason.NOT_JSON


def test_a_login_page_instead_of_a_file_is_noticed_before_it_is_read(session, server, cancellation):
    with (
        answer(session, server, cancellation, PAGE, Content_Type="text/html") as response,
        pytest.raises(AccessError) as raised,
    ):
        expect_data(response)
    assert raised.value.reason is Reason.LOGIN_PAGE
    with answer(session, server, cancellation, b"II*\0", Content_Type="image/tiff") as response:
        expect_data(response)
        assert response.read() == b"II*\0"


def test_a_code_that_repeats_a_secret_does_not_tell_it():
    assert code_of(b'{"code": "DAT-ZIP-604"}', ("correct-horse",)) == "DAT-ZIP-604"
    assert code_of(b'{"error": "no key correct-horse"}', ("correct-horse",)) == "no key ***"
    assert "eyJhbGciOiJ" not in code_of(b'{"error": "eyJhbGciOiJub25lIn0.e30.x is over"}')
