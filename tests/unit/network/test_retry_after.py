from __future__ import annotations

import email.utils
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copernicus_plugin.network.retry_after import wait_asked

NOW = 1_790_000_000.0


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        pytest.param({"retry-after": "2"}, b"", 2.0, id="seconds, as CDSE's STAC"),
        pytest.param({"retry-after": " 1.5 "}, b"", 1.5, id="decimals"),
        pytest.param({"retry-after": "0"}, b"", 0.0, id="at once"),
        pytest.param({"retry-after": email.utils.formatdate(NOW + 30, usegmt=True)}, b"", 30.0, id="HTTP date"),
        pytest.param(
            {"retry-after": time.strftime("%a, %d %b %Y %H:%M:%S", time.gmtime(NOW + 30))},
            b"",
            30.0,
            id="date without a zone",
        ),
        pytest.param({"retry-after": email.utils.formatdate(NOW - 30, usegmt=True)}, b"", 0.0, id="date gone by"),
        pytest.param(
            {"retry-after": "3400"}, b'{"error":{"status":429,"code":"RATE_LIMIT_EXCEEDED"}}', 3.4, id="Sentinel Hub"
        ),
        pytest.param({"retry-after": "900"}, b'{"status":429,"code":"RATE_LIMIT_EXCEEDED"}', 0.9, id="Sentinel Hub 2"),
        pytest.param({"x-quota-reset": str(int(NOW) + 40)}, b"", 40.0, id="WEkEO"),
        pytest.param(
            {},
            json.dumps(
                {"message": {"reason": "Maximum number of requests exceeded", "retryAfter": NOW * 1000 + 1500}}
            ),
            1.5,
            id="EUMETSAT",
        ),
        pytest.param({}, json.dumps({"code": "900800", "nextAccessTime": (NOW + 2) * 1000}), 2.0, id="a gateway"),
        pytest.param({"x-ratelimit-reset": str(int(NOW) + 7)}, b"", 7.0, id="a moment"),
        pytest.param({"ratelimit-reset": "9"}, b"", 9.0, id="a span"),
        pytest.param({"retry-after": str(int(NOW) + 5)}, b"", 5.0, id="a moment in Retry-After"),
        pytest.param(
            {"retry-after": "soon", "x-quota-reset": str(int(NOW) + 3)}, b"", 3.0, id="unreadable, then another"
        ),
        pytest.param({"retry-after": "soon"}, b"[]", None, id="unreadable"),
        pytest.param({"retry-after": "-3"}, b"", None, id="negative"),
        pytest.param({"retry-after": "inf"}, b"", None, id="for ever"),
        pytest.param({"retry-after": "Mon, 99 Foo 2026"}, b"", None, id="no date"),
        pytest.param({}, b"", None, id="nothing said"),
        pytest.param({}, b'{"retryAfter": true}', None, id="no number"),
    ],
)
def test_each_dialect_is_understood(headers, body, seconds):
    body = body.encode() if isinstance(body, str) else body
    asked = wait_asked(headers, body, NOW)
    assert asked is None if seconds is None else asked == pytest.approx(seconds, abs=0.01)


def test_a_server_said_to_count_in_milliseconds_is_believed_without_a_body():
    assert wait_asked({"retry-after": "2500"}, b"", NOW, milliseconds=True) == 2.5
    assert wait_asked({"retry-after": "2500"}, b"", NOW) == 2500.0


def test_a_deeply_nested_body_is_no_trouble():
    assert wait_asked({}, b'{"a":' * 10_000, NOW) is None


texts = st.text(max_size=40) | st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,3})?", fullmatch=True)


@given(
    headers=st.dictionaries(
        st.sampled_from(["retry-after", "x-quota-reset", "x-ratelimit-reset", "ratelimit-reset"]), texts, max_size=4
    ),
    body=st.binary(max_size=100)
    | st.dictionaries(
        st.sampled_from(["retryAfter", "message", "error", "code"]), texts | st.floats() | st.none()
    ).map(lambda value: json.dumps(value).encode()),
    milliseconds=st.booleans(),
)
def test_whatever_a_server_says_the_wait_is_a_number_or_nothing(headers, body, milliseconds):
    asked = wait_asked(headers, body, NOW, milliseconds)
    assert asked is None or (asked >= 0.0 and asked < float("inf"))


@given(seconds=st.integers(min_value=0, max_value=10_000_000))
def test_all_dialects_agree_about_the_same_wait(seconds):
    date = email.utils.formatdate(NOW + seconds, usegmt=True)
    said = [
        wait_asked({"retry-after": str(seconds)}, b"", NOW),
        wait_asked({"retry-after": date}, b"", NOW),
        wait_asked({"x-quota-reset": str(int(NOW) + seconds)}, b"", NOW),
        wait_asked({}, json.dumps({"message": {"retryAfter": (int(NOW) + seconds) * 1000}}).encode(), NOW),
    ]
    if seconds < 90_000:
        said.append(wait_asked({"retry-after": str(seconds * 1000)}, b"", NOW, milliseconds=True))
    assert said == pytest.approx([seconds] * len(said))


def test_it_is_quick_for_a_long_body():
    body = b"{" + b" " * 50_000_000
    begun = time.perf_counter()
    assert wait_asked({}, body, NOW) is None
    assert time.perf_counter() - begun < 0.1
