from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.redaction import redacted_text, redacted_url

SECRET = "s3cr3tS1gnature+/="
NAMES = (
    *("sig", "token", "apikey", "api_key", "API-KEY", "X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token"),
    *("access_token", "refresh_token", "code", "key", "client_secret", "password", "AWSAccessKeyId", "Signature"),
    *("sas_token", "subscription-key", "X-Goog-Signature", "jwt", "se%63ret"),
)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.org/x?limit=10&datetime=2026", "https://a.org/x?limit=10&datetime=2026"),
        ("https://me:pw@a.org:8443/x", "https://a.org:8443/x"),
        ("https://a.org/x?st=2026&sp=r&sig=abc%3D", "https://a.org/x?st=2026&sp=r&sig=***"),
        ("https://a.org/get;token=abc/file?x=1", "https://a.org/get;token=***/file?x=1"),
        ("https://[::1]:80/x#access_token=abc", "https://[::1]:80/x"),
        ("https://a.org/x?" + "v" * 40, "https://a.org/x?***"),
        ("https://a.org:99999999/x?sig=abc", "https://***"),
        ("https://[bad/x?sig=abc", "https://***"),
        ("me:pw@host/x?sig=1", "***"),
    ],
)
def test_an_address_is_shown_without_what_is_secret(url, shown):
    assert redacted_url(url) == shown


def test_the_filter_of_a_search_stays_readable():
    url = (
        "https://catalogue.dataspace.copernicus.eu/odata/v1/Products?$filter=Collection/Name eq 'SENTINEL-2'&$top=100"
    )
    assert redacted_url(url) == url


@given(
    host=st.from_regex(r"[a-z]{1,10}\.org", fullmatch=True),
    path=st.text(st.characters(codec="ascii", exclude_characters="?#;"), max_size=20),
    name=st.sampled_from(NAMES),
    others=st.dictionaries(st.from_regex(r"[a-z]{3,8}", fullmatch=True), st.text(max_size=10), max_size=3),
    user=st.booleans(),
)
def test_no_secret_survives_in_an_address(host, path, name, others, user):
    query = urlencode(others) + "&" + name + "=" + quote(SECRET, safe="")
    url = f"https://{'me:' + quote(SECRET, safe='') + '@' if user else ''}{host}/{quote(path)}?{query}#{quote(SECRET)}"
    for shown in (redacted_url(url), repr(HttpRequest(url)), redacted_text(f"failed to fetch {url} today")):
        assert SECRET not in shown
        assert quote(SECRET, safe="") not in shown
        assert host in shown


@given(st.text(max_size=200))
def test_any_text_can_be_redacted(text):
    assert len(redacted_url(text)) <= 500
    redacted_text(text, [text[:5]])


def test_a_request_shows_neither_its_secrets_nor_its_body():
    request = HttpRequest(
        "https://a.org/x?token=abc", "POST", {}, b"password=hunter2", {"Authorization": "Bearer abc"}
    )
    assert repr(request) == "HttpRequest(POST https://a.org/x?token=***)"


def test_a_text_loses_tokens_and_given_secrets():
    text = "key 'k-12345' refused; Authorization: Bearer abcdefghij.klm eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.x at https://a.org/?sig=q"
    shown = redacted_text(text, ["k-12345"])
    assert shown == "key '***' refused; Authorization: Bearer *** *** at https://a.org/?sig=***"


@pytest.mark.parametrize(
    "text",
    [
        "grant_type=password&username=a@b.org&password=hunter2&totp=hunter2",
        '{"access_token": "hunter2", "refresh_token":"hunter2","session_state":"hunter2", "token_type": "Bearer"}',
        "client_secret: hunter2; session_id='hunter2'",
        "form {'refresh_token': 'hunter2', 'totp': 'hunter2'}",
        "https://a.org/auth/device?user_code=hunter2&session_state=hunter2",
    ],
)
def test_a_form_or_a_token_answer_repeated_in_a_text_loses_its_secrets(text):
    shown = redacted_text(text)
    assert "hunter2" not in shown
    assert "***" in shown
    if "token_type" in text:
        assert '"token_type": "Bearer"' in shown
