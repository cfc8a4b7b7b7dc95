"""Signed addresses, fetched by sockets."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from copernicus_plugin.adapters.stac.dialect import Signing
from copernicus_plugin.adapters.stac.signing import Signer
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product
from tests.unit.adapters.stac_server import StacServer, adapter

HREF = "https://account1.blob.core.windows.net/container-a/path/B04.tif"
START = dt.datetime(2026, 6, 1, 12, 0, tzinfo=dt.timezone.utc)


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


@pytest.fixture
def server(make_server):
    """Gives tokens that end after an hour, numbered."""
    made: StacServer = make_server(delay=0.02)

    def answer(asked):
        if "/token/" not in asked.path:
            return None
        number = len([one for one in made.asked if "/token/" in one.path])
        return made.json({"msft:expiry": "2026-06-01T13:00:00Z", "token": f"se=2026&sig=abc%2F{number}"})

    made.answer = answer
    return made


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def signer(server, session, clock):
    signing = Signing("planetary_computer", f"{server.url}/token", exempt=("open1",))
    return Signer(session, signing, Limits(), clock)


def tokens(server):
    return [asked.path for asked in server.asked if "/token/" in asked.path]


def test_one_token_signs_all_of_a_container(signer, server, cancellation):
    assert signer.signed(HREF, cancellation) == HREF + "?se=2026&sig=abc%2F1"
    assert signer.signed(HREF + "?x=1", cancellation) == HREF + "?x=1&se=2026&sig=abc%2F1"
    signer.signed(HREF.replace("container-a", "container-b"), cancellation)
    assert tokens(server) == ["/stac/token/account1/container-a", "/stac/token/account1/container-b"]


def test_threads_share_one_request_for_a_token(signer, server, cancellation):
    signed = []
    threads = [threading.Thread(target=lambda: signed.append(signer.signed(HREF, cancellation))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert len(signed) == 8
    assert len(set(signed)) == 1
    assert len(tokens(server)) == 1


def test_a_token_is_renewed_a_minute_before_it_ends(signer, server, clock, cancellation):
    signer.signed(HREF, cancellation)
    clock.now = START + dt.timedelta(minutes=58, seconds=59)
    signer.signed(HREF, cancellation)
    assert len(tokens(server)) == 1
    clock.now = START + dt.timedelta(minutes=59)
    assert signer.signed(HREF, cancellation).endswith("abc%2F2")


def test_a_refused_token_is_forgotten(signer, server, cancellation):
    signer.signed(HREF, cancellation)
    signer.forget(HREF)
    assert signer.signed(HREF, cancellation).endswith("abc%2F2")


def test_only_the_named_hosts_are_signed_and_only_once(signer):
    assert signer.concerns(HREF)
    assert not signer.concerns(HREF + "?st=1&sig=there")
    assert not signer.concerns("https://open1.blob.core.windows.net/c/x.tif")
    assert not signer.concerns("https://blob.core.windows.net.evil.example/c/x.tif")
    assert not signer.concerns("https://account1.blob.core.windows.net/")
    assert not signer.concerns("http://[")


@pytest.mark.parametrize("body", [{}, {"token": "a=b"}, {"token": 5, "msft:expiry": "2026-06-01T13:00:00Z"}, []])
def test_an_answer_without_a_token_is_bad(signer, server, cancellation, body):
    server.answer = lambda _asked: server.json(body)
    with pytest.raises(AccessError) as caught:
        signer.signed(HREF, cancellation)
    assert caught.value.kind is ErrorKind.BAD_ANSWER
    assert caught.value.parameters["host"] == "127.0.0.1"


def test_a_failed_fetch_is_tried_again_by_the_next(signer, server, cancellation):
    good, server.answer = server.answer, lambda _asked: (404, {}, b"")
    with pytest.raises(AccessError):
        signer.signed(HREF, cancellation)
    server.answer = good
    assert "sig=" in signer.signed(HREF, cancellation)


def test_the_adapter_signs_requests_and_leaves_streams_to_gdal(server, session, cancellation):
    signing = {"kind": "planetary_computer", "token_url": f"{server.url}/token"}
    token = {"msft:expiry": "2126-06-01T13:00:00Z", "token": "se=2126&sig=abc"}
    server.answer = lambda asked: server.json(token) if "/token/" in asked.path else None
    stac = adapter(session, server.url, signing=signing)
    product, asset = Product("p", "sentinel-2-l2a", "place", server.url), Asset("B04", HREF)
    request = stac.request(asset, product, cancellation)
    assert request.url.startswith(HREF + "?se=")
    assert request.streamed
    assert "abc" not in repr(request)
    assert stac.stream_address(asset, product, cancellation).href == HREF
    assert stac.stream_address(asset, product, cancellation).signing == "planetary_computer"
    plain = Asset("a", "https://data.example.org/a.tif")
    assert stac.request(plain, product, cancellation).url == plain.href
    assert stac.stream_address(plain, product, cancellation).signing == ""
    stac.request(asset, product, cancellation)
    assert len(tokens(server)) == 1
    stac.forget(asset)
    stac.request(asset, product, cancellation)
    assert len(tokens(server)) == 2


def test_what_lies_in_a_bucket_cannot_be_asked_for(server, session, cancellation):
    stac = adapter(session, server.url)
    product = Product("p", "sentinel-2-l2a", "place", server.url)
    for call in (
        lambda a: stac.request(a, product, cancellation),
        lambda a: stac.stream_address(a, product, cancellation),
    ):
        with pytest.raises(AccessError) as caught:
            call(Asset("x", "s3://bucket/x.jp2"))
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)
