"""Every error has a sentence."""

from __future__ import annotations

import itertools

import pytest

from copernicus_plugin.gui import messages
from copernicus_plugin.gui.messages import Action, During, action_title, message_for, placeholders
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

FULL = {
    "host": "data.example.org",
    "seconds": 20.0,
    "received": 310_000_000,
    "expected": 620_000_000,
    "proxy": "proxy.example.org:3128",
    "scheme": "NTLM",
    "status": 503,
    "key": "features",
    "limit": 100_000_000,
    "algorithm": "sha256",
    "longitude": -8.71,
    "latitude": 52.9,
    "text": "1, 2",
    "crs": "EPSG:3031",
    "detail": "Invalid <b>bbox</b>",
    "collection": "sentinel-9",
    "access_point": "peps",
    "address": "htp://x",
    "free": 800_000_000,
    "needed": 3_100_000_000,
    "folder": "/data",
    "file": "/data/a.tif",
    "product": "S2A",
}


@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_and_reason_is_a_sentence(qgis_app, kind):
    cases = itertools.product(Reason, During, ({}, FULL), ("", "CEDA"))
    for reason, during, parameters, title in cases:
        text = message_for(AccessError(kind, reason, parameters), title, during).text
        assert text.endswith((".", "?", "bbox</b>")), text
        assert "{" not in text
        assert "}" not in text
        assert "went wrong" not in text
        assert len(text) < 190


def test_no_reason_and_no_kind_was_forgotten():
    assert set(messages._OF_REASON) == set(Reason)
    assert set(messages._OF_KIND) == set(ErrorKind)
    assert all(action_title(action) for action in Action)


def test_every_placeholder_is_a_parameter_of_errors_or_known():
    known = {*FULL, "place", "position"}
    for variants in (*messages._OF_REASON.values(), *messages._OF_BOTH.values(), *messages._OF_KIND.values()):
        for during in During:
            for template in variants(during):
                assert placeholders(template) <= known, template


def test_the_last_variant_of_each_kind_needs_nothing():
    for kind in ErrorKind:
        assert placeholders(messages._OF_KIND[kind](During.SEARCH)[-1]) == set()


@pytest.mark.parametrize(
    ("error", "text", "actions"),
    [
        (
            AccessError(ErrorKind.NETWORK_FAULT, Reason.TIMEOUT, {"host": "h", "seconds": 20.0}),
            "CEDA did not answer within 20 s. The other results are complete without it.",
            (Action.RETRY, Action.LOG),
        ),
        (
            AccessError(ErrorKind.INVALID_QUERY, Reason.AREA_SELF_CROSSING, {"longitude": -8.71, "latitude": 52.9}),
            "The polygon crosses itself near 8.71° W, 52.90° N.",
            (Action.SHOW_PLACE, Action.REPAIR),
        ),
        (
            AccessError(ErrorKind.INVALID_QUERY, Reason.PERIOD_REVERSED),
            "The first day is after the last one.",
            (Action.SWAP,),
        ),
        (
            AccessError(ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE, {"host": "h"}),
            "CEDA answered with a page that is not data (perhaps a login page of your network).",
            (Action.RETRY, Action.LOG),
        ),
        (
            AccessError(ErrorKind.STORAGE_FAULT, Reason.DISK_FULL, {"folder": "/d", "free": 8e8, "needed": 3.1e9}),
            "Only 800 MB are free in the download folder; 3.10 GB are needed.",
            (Action.CHOOSE_FOLDER, Action.RETRY),
        ),
        (
            AccessError(ErrorKind.NETWORK_FAULT, Reason.PROXY_ACCOUNT, {}),
            "The proxy asks for a name and a password.",
            (Action.NETWORK_OPTIONS, Action.RETRY),
        ),
    ],
)
def test_the_sentences_of_the_design(qgis_app, error, text, actions):
    message = message_for(error, "CEDA")
    assert (message.text, message.actions) == (text, actions)


def test_a_download_keeps_what_has_arrived(qgis_app):
    error = AccessError(ErrorKind.NETWORK_FAULT, Reason.TIMEOUT, {"host": "h", "seconds": 20})
    assert message_for(error, "CEDA", During.DOWNLOAD).text == (
        "CEDA did not answer within 20 s. What has arrived is kept."
    )


def test_braces_in_what_a_server_says_do_no_harm(qgis_app):
    error = AccessError(ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER, {"host": "h", "detail": "{bad} {0}"})
    assert message_for(error).text == "h refused the question: {bad} {0}"
