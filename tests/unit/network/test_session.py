from __future__ import annotations

import gzip
import json
import time
import zlib

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.messages import HttpRequest
from tests.unit.network.servers import cutting, dropping, giving, in_turn, send

FIRST_PAUSE = 0.3


def failing(session, request):
    with pytest.raises(AccessError) as raised, session.send(request, Cancellation()) as response:
        response.read()
    return raised.value


def test_an_answer_is_read(session, server, log, cancellation):
    url = server.on("/items", giving(200, b'{"a": 1}', Content_Type="application/json", X_Thing="yes"))
    request = HttpRequest(url + "?limit=1&token=abc", "POST", {"content-type": "application/json"}, b"{}")
    with session.send(request, cancellation) as response:
        assert (response.status, response.url) == (200, url + "?limit=1&token=abc")
        assert response.headers["x-thing"] == "yes"
        assert response.read() == b'{"a": 1}'
    sent = server.received[0]
    assert (sent.method, sent.body) == ("POST", b"{}")
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["User-Agent"] == "copernicus_plugin/0 QGIS/0"
    assert "Cookie" not in sent.headers
    (line,) = log.lines
    assert line[:3] == ("POST", url + "?limit=1&token=***", 200)
    assert line[4:] == (8, "")


def test_cookies_are_not_kept(session, server, cancellation):
    url = server.on("/", giving(200, b"", Set_Cookie="session=1; Path=/"))
    for _ in range(2):
        session.send(HttpRequest(url), cancellation).read()
    assert "Cookie" not in server.received[1].headers


def test_a_connection_is_kept_for_the_next_request(session, server, cancellation):
    url = server.on("/", giving(200, b"ok"))
    missing = server.url("/nothing")
    for _ in range(3):
        session.send(HttpRequest(url), cancellation).read()
        failing(session, HttpRequest(missing))
    assert server.connections == 1


def test_settings_are_asked_anew_for_each_attempt(session, server, settings):
    url = server.on("/", giving(503, b"", Retry_After="0"))
    failing(session, HttpRequest(url, retry=2))
    assert settings.asked == [url] * 3


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (400, ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER),
        (401, ErrorKind.ACCOUNT_NEEDED, Reason.UNSPECIFIED),
        (403, ErrorKind.ACCOUNT_NEEDED, Reason.UNSPECIFIED),
        (404, ErrorKind.NOT_FOUND, Reason.UNSPECIFIED),
        (410, ErrorKind.NOT_FOUND, Reason.UNSPECIFIED),
        (413, ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER),
        (422, ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER),
        (501, ErrorKind.SERVER_FAULT, Reason.STATUS),
    ],
)
def test_a_refusal_says_who_refused_what_and_is_not_repeated(session, server, status, kind, reason):
    url = server.on("/", giving(status, b'{"detail": "the area is too large"}'))
    error = failing(session, HttpRequest(url))
    assert (error.kind, error.reason) == (kind, reason)
    assert error.parameters == {"host": "127.0.0.1", "status": status, "detail": "the area is too large"}
    assert len(server.received) == 1


@pytest.mark.parametrize("status", [304, 416])
def test_what_ranges_are_answered_with_is_left_to_the_caller(session, server, cancellation, status):
    url = server.on("/", giving(status))
    with session.send(HttpRequest(url), cancellation) as response:
        assert response.status == status


@pytest.mark.parametrize(
    ("method", "status"), [("GET", 408), ("POST", 429), ("GET", 500), ("POST", 502), ("POST", 503), ("GET", 504)]
)
def test_a_server_in_trouble_is_asked_again(session, server, cancellation, method, status):
    url = server.on("/", in_turn(giving(status, b"busy", Retry_After="0"), giving(200, b"ok")))
    assert session.send(HttpRequest(url, method, body=b"{}"), cancellation).read() == b"ok"
    assert [received.method for received in server.received] == [method] * 2


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (408, ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS),
        (429, ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS),
        (503, ErrorKind.SERVER_FAULT, Reason.STATUS),
    ],
)
def test_a_server_in_trouble_for_long_is_given_up(session, server, log, status, kind, reason):
    url = server.on("/", giving(status, b'{"message": "slow down"}', Retry_After="0"))
    error = failing(session, HttpRequest(url, retry=2))
    assert (error.kind, error.reason) == (kind, reason)
    assert error.parameters == {"host": "127.0.0.1", "status": status, "detail": "slow down", "seconds": 0.0}
    assert log.statuses == [status] * 3


def test_without_a_word_of_the_server_the_pauses_grow(session, server):
    url = server.on("/", giving(502))
    failing(session, HttpRequest(url, retry=2))
    first, second, third = (received.at for received in server.received)
    assert 0.3 <= second - first <= 0.8
    assert 0.6 <= third - second <= 1.4


def test_the_server_says_how_long_to_wait(session, server, cancellation):
    url = server.on("/", in_turn(giving(429, b"", Retry_After="0.7"), giving(200, b"ok")))
    begun = time.monotonic()
    assert session.send(HttpRequest(url), cancellation).read() == b"ok"
    assert 0.65 <= time.monotonic() - begun < 1.4


def test_milliseconds_are_told_from_seconds_by_the_request(session, server, cancellation):
    url = server.on("/", in_turn(giving(429, b"", Retry_After="300"), giving(200, b"ok")))
    begun = time.monotonic()
    assert session.send(HttpRequest(url, retry_after_milliseconds=True), cancellation).read() == b"ok"
    assert 0.25 <= time.monotonic() - begun < 1.0


@pytest.mark.parametrize(("status", "kind"), [(429, ErrorKind.QUOTA_USED_UP), (503, ErrorKind.SERVER_FAULT)])
def test_a_long_wait_is_told_and_not_slept(session, server, status, kind):
    url = server.on("/", giving(status, b"", Retry_After="3600"))
    begun = time.monotonic()
    error = failing(session, HttpRequest(url))
    assert time.monotonic() - begun < 1.0
    assert error.kind is kind
    assert error.parameters["seconds"] == 3600.0
    assert len(server.received) == 1


def test_a_dropped_connection_is_tried_again(session, server, log, cancellation):
    url = server.on("/", in_turn(dropping, giving(200, b"ok")))
    assert session.send(HttpRequest(url, "POST", body=b"x"), cancellation).read() == b"ok"
    assert log.statuses == [None, 200]
    assert log.notes == ["cut", ""]


def test_a_connection_that_the_server_closed_while_idle_costs_nobody_an_attempt(session, server, cancellation):
    url = server.on("/", in_turn(giving(200, b"1"), dropping, giving(200, b"2")))
    session.send(HttpRequest(url), cancellation).read()
    begun = time.monotonic()
    assert session.send(HttpRequest(url, retry=0), cancellation).read() == b"2"
    assert time.monotonic() - begun < FIRST_PAUSE


def test_a_body_that_breaks_off_is_read_again(session, server, log, cancellation):
    url = server.on("/", in_turn(cutting(b"x" * 10, 100), giving(200, b"y" * 100)))
    with session.send(HttpRequest(url), cancellation) as response:
        assert response.read() == b"y" * 100
    assert log.notes == ["cut", ""]


def test_a_body_that_always_breaks_off_is_an_error_with_its_numbers(session, server):
    url = server.on("/", cutting(b"x" * 10, 100))
    error = failing(session, HttpRequest(url, retry=1))
    assert (error.kind, error.reason) == (ErrorKind.NETWORK_FAULT, Reason.CUT)
    assert error.parameters == {"host": "127.0.0.1", "received": 10, "expected": 100}
    assert len(server.received) == 2


def test_a_stream_that_breaks_off_is_noticed_after_what_came_was_given(session, server, cancellation):
    url = server.on("/", cutting(b"x" * 5_000_000, 100_000_000))
    received = []
    with pytest.raises(AccessError) as raised, session.send(HttpRequest(url, streamed=True), cancellation) as response:
        received.extend(len(chunk) for chunk in response.chunks())
    assert sum(received) == 5_000_000
    assert raised.value.reason is Reason.CUT
    assert raised.value.parameters == {"host": "127.0.0.1", "received": 5_000_000, "expected": 100_000_000}


def chunked(parts, complete):
    def route(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for part in parts:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        if complete:
            handler.wfile.write(b"0\r\n\r\n")
        else:
            handler.close_connection = True
        handler.wfile.flush()

    return route


def test_a_body_of_unknown_length_is_read(session, server, cancellation):
    url = server.on("/", chunked([b"abc", b"defg"], True))
    assert session.send(HttpRequest(url), cancellation).read() == b"abcdefg"


def test_a_body_of_unknown_length_that_breaks_off_is_noticed(session, server):
    url = server.on("/", chunked([b"abc", b"defg"], False))
    assert failing(session, HttpRequest(url, retry=0)).reason is Reason.CUT


BODY = json.dumps({"features": list(range(5000))}).encode()


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY[:1000]) + gzip.compress(BODY[1000:])),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("identity", BODY),
    ],
    ids=["gzip", "two members", "deflate", "raw deflate", "plain"],
)
def test_a_compressed_body_is_decoded(session, server, cancellation, encoding, sent):
    url = server.on("/", giving(200, sent, Content_Encoding=encoding))
    assert session.send(HttpRequest(url), cancellation).read() == BODY
    assert server.received[0].headers["Accept-Encoding"] == "gzip"


def test_a_compressed_body_that_is_no_such_thing_is_a_bad_answer(session, server):
    url = server.on("/", giving(200, b"plain text", Content_Encoding="gzip"))
    assert failing(session, HttpRequest(url)).kind is ErrorKind.BAD_ANSWER
    url = server.on("/", giving(200, b"plain text", Content_Encoding="br"))
    assert failing(session, HttpRequest(url)).kind is ErrorKind.BAD_ANSWER


def test_half_a_compressed_body_is_noticed_without_a_length(session, server):
    whole = gzip.compress(BODY)
    url = server.on("/", chunked([whole[: len(whole) // 2]], True))
    route = server.routes["/"]

    def encoded(handler):
        handler.send_response_only(200)
        handler.send_header("Content-Encoding", "gzip")
        route_headers = handler.send_response
        handler.send_response = lambda status: None
        route(handler)
        handler.send_response = route_headers

    server.on("/", encoded)
    assert failing(session, HttpRequest(url, retry=0)).reason is Reason.CUT


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_body_beyond_the_limit_is_not_kept(session, server, cancellation, encoding):
    body = b"0" * 30_000_000
    sent = gzip.compress(body) if encoding == "gzip" else body
    url = server.on("/", giving(200, sent, Content_Encoding=encoding))
    with pytest.raises(AccessError) as raised, session.send(HttpRequest(url), cancellation) as response:
        response.read(1_000_000)
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.BAD_ANSWER, Reason.TOO_LARGE)
    assert raised.value.parameters == {"host": "127.0.0.1", "limit": 1_000_000}


@pytest.mark.parametrize("request_for", [{"streamed": True}, {"headers": {"range": "bytes=0-"}}])
def test_a_file_is_asked_for_as_it_is(session, server, cancellation, request_for):
    url = server.on("/", giving(200, b"x" * 3_000_000))
    with session.send(HttpRequest(url, **request_for), cancellation) as response:
        chunks = list(response.chunks())
    assert b"".join(chunks) == b"x" * 3_000_000
    assert max(map(len, chunks)) <= 1024 * 1024
    assert server.received[0].headers["Accept-Encoding"] == "identity"


def test_a_file_that_came_compressed_unasked_is_given_as_sent(session, server, cancellation):
    sent = gzip.compress(BODY)
    url = server.on("/a.json.gz", giving(200, sent, Content_Encoding="gzip"))
    with session.send(HttpRequest(url, streamed=True), cancellation) as response:
        assert b"".join(response.chunks()) == sent


def test_a_file_compressed_because_we_asked_is_fetched_plain_instead(session, server, cancellation):
    def negotiating(handler):
        if "gzip" in handler.headers["Accept-Encoding"]:
            send(handler, 200, gzip.compress(BODY), Content_Encoding="gzip")
        else:
            send(handler, 200, BODY)

    url = server.on("/", negotiating)
    with session.send(HttpRequest(url), cancellation) as response:
        assert b"".join(response.chunks()) == BODY
        assert response.headers["content-length"] == str(len(BODY))


def test_progress_is_seen_on_a_slow_line(session, server, cancellation):
    def dripping(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "300000")
        handler.end_headers()
        for _ in range(30):
            handler.wfile.write(b"x" * 10_000)
            handler.wfile.flush()
            time.sleep(0.02)

    url = server.on("/", dripping)
    with session.send(HttpRequest(url, streamed=True), cancellation) as response:
        sizes = [len(chunk) for chunk in response.chunks()]
    assert sum(sizes) == 300_000
    assert len(sizes) >= 4


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_the_length_of_a_body_that_does_not_follow_is_no_cut(session, server, cancellation, method):
    status = 200 if method == "HEAD" else 204
    url = server.on("/", giving(status, b"", Content_Length="1000" if method == "HEAD" else None))
    with session.send(HttpRequest(url, method), cancellation) as response:
        assert response.read() == b""


@pytest.mark.parametrize(
    "url",
    [
        "", "ftp://a.org/x", "a.org/x", "https://", "https://me:pw@a.org/", "https://a b.org/", "http://a.org:99999/",
        "http://[::1/", "file:///etc/passwd", "https://-bad-.org/", "http://" + "a" * 300 + ".org/", "http://a..org/",
        "javascript:alert(1)", "http://a.org:0/", "http://\udcff.org/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_an_invalid_query(session, cancellation, url):
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(url), cancellation)
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.INVALID_QUERY, Reason.ADDRESS)
    assert "pw" not in str(raised.value)


def test_a_header_with_a_line_break_inside_goes_nowhere(session, server, cancellation):
    url = server.on("/", giving(200))
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(url, headers={"X-A": "b\r\nX-Evil: 1"}), cancellation)
    assert raised.value.kind is ErrorKind.INVALID_QUERY
    assert server.received == []


def test_a_pasted_key_may_end_with_a_line_break_and_hold_any_letter(session, server, cancellation):
    url = server.on("/", giving(200))
    session.send(HttpRequest(url, headers={"X-A": " käse \n", "X-B": "ключ"}), cancellation).read()
    assert server.received[0].headers["X-A"].encode("latin-1") in ("käse".encode(), "käse".encode("latin-1"))
    assert server.received[0].headers["X-B"].encode("latin-1").decode() == "ключ"


def test_nothing_is_sent_after_close(session, server, cancellation):
    url = server.on("/", giving(200))
    session.close()
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(url), cancellation)
    assert raised.value.kind is ErrorKind.CANCELLED
    assert server.received == []


def test_an_answer_with_a_thousand_oddities_is_never_another_error(session, make_raw):
    answers = [
        b"", b"\r\n\r\n", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc", b"HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nabcde",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[bad/\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: mailto:x@y\r\n\r\n",
        b"HTTP/1.1 200 " + b"x" * 100_000, b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08rubbish",
        b"HTTP/1.1 999 Odd\r\nContent-Length: 2\r\n\r\nab", b"HTTP/1.1 100 Continue\r\n\r\n",
    ]  # fmt: skip
    kinds = []
    for answer in answers:

        def talk(connection, answer=answer):
            connection.recv(65536)
            connection.sendall(answer)

        raw = make_raw(talk)
        try:
            with session.send(HttpRequest(f"http://127.0.0.1:{raw.port}/", retry=0), Cancellation()) as response:
                kinds.append(response.read())
        except AccessError as error:
            kinds.append(error.kind)
    assert kinds.count(b"abcde") == 1
    assert {type(kind) for kind in kinds} == {bytes, ErrorKind}
    assert set(kinds[:6]) == {ErrorKind.NETWORK_FAULT}
