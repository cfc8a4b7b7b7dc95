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
    "allowed": 4,
    "link": "https://dataspace.example.org/access",
    "date": "2026-10-24T11:53:00Z",
    "cause": "Duplicated product",
    "elsewhere": "mirror.example.org",
}


@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_and_reason_is_a_sentence(qgis_app, kind):
    cases = itertools.product(Reason, During, ({}, FULL), ("", "CEDA"))
    for reason, during, parameters, title in cases:
        message = message_for(AccessError(kind, reason, parameters), title, during)
        for text in (message.text, *map(message.title_of, message.actions)):
            assert text
            assert "{" not in text
            assert "}" not in text
            assert "None" not in text
        assert message.text.endswith((".", "?", "bbox</b>")), message.text
        assert "went wrong" not in message.text
        assert len(message.text) < 190
        assert (Action.OPEN_LINK in message.actions) is ("link" in parameters)


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
        (
            AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED, {"access_point": "ceda"}),
            "CEDA asks for the code of your authenticator app.",
            (Action.TYPE_CODE,),
        ),
        (
            AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": "ceda"}),
            "CEDA needs an account to search. The other results are complete without it.",
            (Action.ADD_ACCOUNT,),
        ),
        (
            AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.LOCKED, {"access_point": "ceda"}),
            "The account of CEDA is locked. QGIS's master password unlocks it.",
            (Action.UNLOCK_ACCOUNTS,),
        ),
        (
            AccessError(ErrorKind.OFFLINE, Reason.IN_ARCHIVE, {"product": "S2A"}),
            "This product is in the archive of CEDA. Order it there, then try again.",
            (),
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


def test_what_cannot_be_shown_may_be_kept(qgis_app):
    told = {"product": "S3A_OL_1_EFR____20221009T111240"}
    here = AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, told)
    there = AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {**told, "downloadable": 1})
    assert message_for(here, "", During.LOAD).text == "Nothing of this product can be shown on the map as it is."
    assert message_for(there, "", During.LOAD).text.endswith("Download it to use it.")


def test_braces_in_what_a_server_says_do_no_harm(qgis_app):
    error = AccessError(ErrorKind.INVALID_QUERY, Reason.REFUSED_BY_SERVER, {"host": "h", "detail": "{bad} {0}"})
    assert (
        message_for(error).text
        == "h refused the question (“{bad} {0}”). Change the filters or the area, then search again."
    )


@pytest.mark.parametrize(
    ("error", "text", "actions"),
    [
        (
            AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": "cdse"}),
            "Data Space needs an account to download. Searching works without.",
            ["Add account…"],
        ),
        (
            AccessError(
                ErrorKind.ACCOUNT_REFUSED,
                Reason.CREDENTIALS_REFUSED,
                {"access_point": "cdse", "status": 401, "received": 310_000_000, "expected": 620_000_000},
            ),
            "Data Space refused the account (401). Check its name and password, then try again. "
            "0.31 of 0.62 GB are kept.",
            ["Check account…", "Retry"],
        ),
        (
            AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.CREDENTIALS_REFUSED, {"access_point": "cdse"}),
            "Data Space refused the name or the password. "
            "If it wants the code of an authenticator app, tick that too.",
            ["Check account…", "Retry"],
        ),
        (
            AccessError(
                ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE, {"status": 403, "link": "https://example.org/ccm"}
            ),
            "The account is right, but Data Space gives this product to some users only. "
            "Ask for access, then try again.",
            ["How to get access", "Log"],
        ),
        (
            AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_CONNECTIONS, {"allowed": 4}),
            "Data Space allows 4 downloads at a time. This one starts when one is done.",
            ["Retry"],
        ),
        (
            AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_SESSIONS, {"limit": 100}),
            "Data Space allows 100 sign-ins at a time. Sign out elsewhere, or try again in some minutes.",
            ["Retry", "Log"],
        ),
        (
            AccessError(ErrorKind.OFFLINE, Reason.IN_ARCHIVE, {"link": "https://example.org/workspace"}),
            "This product is in the archive of Data Space. Order it there, then try again.",
            ["Order…"],
        ),
        (
            AccessError(ErrorKind.NOT_FOUND, Reason.DELETED, {"date": "2026-10-24T11:53:00Z", "cause": "Duplicated"}),
            "Data Space took this product out of its catalogue on 2026-10-24: Duplicated. "
            "Search again for a newer one.",
            ["Log"],
        ),
    ],
)
def test_what_a_download_says_of_accounts_and_archives(qgis_app, error, text, actions):
    message = message_for(error, "Data Space", During.DOWNLOAD)
    assert message.text == text
    assert [message.title_of(action) for action in message.actions] == actions
    assert message.link == error.parameters.get("link", "")
    assert message.access_point == error.parameters.get("access_point", "")


def test_only_a_download_keeps_something(qgis_app):
    error = AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED, {"received": 12_300_000, "expected": 41_000_000})
    assert message_for(error, "Data Space", During.DOWNLOAD).text.endswith("app. 12 of 41 MB are kept.")
    assert message_for(error, "Data Space", During.LOAD).text.endswith("app.")
