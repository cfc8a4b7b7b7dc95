"""QGIS's network options are those of the plugin's session, over real sockets."""

from __future__ import annotations

import threading
import time

import pytest

from copernicus_plugin.host.network_settings import QgisSettingsProvider
from copernicus_plugin.host.qt_transport import NetworkManagerTransport
from copernicus_plugin.host.request_log import FileRequestLog
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession
from tests.qgis.host.conftest import in_thread, set_proxy, until
from tests.sandbox import Fault, Sandbox

HOST = "earth-search.aws.element84.com"
URL = f"https://{HOST}/v1/"


@pytest.fixture
def provider(qgis_app):
    made = QgisSettingsProvider("copernicus_plugin/0 QGIS/0")
    yield made
    made.close()


@pytest.fixture
def session(provider, tmp_path):
    log = FileRequestLog(tmp_path / "log" / "requests.log")
    transport = NetworkManagerTransport()
    made = HttpSession(provider, log, transport)
    yield made
    made.close()
    transport.close()
    log.close()


def fetch(session, url=URL):
    def work():
        with session.send(HttpRequest(url, retry=0), Cancellation()) as response:
            return response.read(1_000_000)

    return in_thread(work)


def test_the_proxy_and_the_certificate_of_qgis_are_used(session, sandbox, trusted):
    set_proxy(*sandbox.proxy)
    sandbox.clear()
    assert b"earth-search" in fetch(session)
    assert [(seen.host, seen.path) for seen in sandbox.requests()] == [(HOST, "/v1/")]


def test_a_certificate_that_qgis_does_not_trust_is_refused(session, sandbox):
    set_proxy(*sandbox.proxy)
    with pytest.raises(AccessError) as caught:
        fetch(session)
    assert (caught.value.kind, caught.value.reason) == (ErrorKind.NETWORK_FAULT, Reason.CERTIFICATE)


def test_a_certificate_added_by_the_user_takes_effect_without_a_restart(provider, session, sandbox, trust):
    set_proxy(*sandbox.proxy)
    with pytest.raises(AccessError):
        fetch(session)
    version = provider.settings_for(URL).version
    trust(sandbox.ca_pem)
    provider.refresh()
    assert b"earth-search" in fetch(session)
    assert provider.settings_for(URL).version == version + 1


def test_the_proxys_name_and_password_are_sent(session, trust):
    with Sandbox.start(proxy_credentials="user:p@ss w:rd%/") as guarded:
        trust(guarded.ca_pem)
        set_proxy(*guarded.proxy)
        with pytest.raises(AccessError) as caught:
            fetch(session)
        assert caught.value.reason is Reason.PROXY_ACCOUNT
        set_proxy(*guarded.proxy, user="user", password="p@ss w:rd%/")
        session.settings.refresh()
        assert b"earth-search" in fetch(session)


def test_a_changed_proxy_takes_effect_at_the_next_user_action(provider, session, sandbox, trusted):
    set_proxy("127.0.0.1", 9)
    provider.refresh()
    with pytest.raises(AccessError) as caught:
        fetch(session)
    assert caught.value.reason is Reason.PROXY_UNREACHABLE
    set_proxy(*sandbox.proxy)
    provider.refresh()
    assert b"earth-search" in fetch(session)


def test_excluded_addresses_go_direct(provider):
    set_proxy("proxy.example", 3128, user="u", password="p", excluded=["https://direct.example"])
    proxy = provider.settings_for("https://else.example/x").proxy
    assert (proxy.scheme, proxy.host, proxy.port, proxy.user, proxy.password) == (
        "http",
        "proxy.example",
        3128,
        "u",
        "p",
    )
    assert "p" not in repr(proxy).replace("http", "").replace("proxy", "").replace("Proxy", "").replace("example", "")
    assert provider.settings_for("https://direct.example/x").proxy is None


def test_socks_is_left_to_qt(provider):
    set_proxy("127.0.0.1", 1080, kind="Socks5Proxy")
    found = provider.settings_for("https://a.example/")
    assert found.proxy.scheme == "socks5h"
    assert found.qt_transport is True


def test_answers_are_kept_for_each_host(provider):
    first = provider.settings_for("https://a.example/1")
    set_proxy("127.0.0.1", 9)
    assert provider.settings_for("https://a.example/2") is first
    assert provider.settings_for("https://b.example/").proxy is not None
    provider.invalidate()
    assert provider.settings_for("https://a.example/3").proxy is not None


def test_a_worker_waits_two_seconds_at_most_for_a_busy_main_thread(provider):
    set_proxy("127.0.0.1", 9)
    known = provider.settings_for("https://a.example/")
    provider.invalidate()
    outcome = []

    def work():
        before = time.monotonic()
        outcome.append((provider.settings_for("https://a.example/"), time.monotonic() - before))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)  # the main thread does nothing else meanwhile
    found, seconds = outcome[0]
    assert 1.8 < seconds < 2.5
    assert found.certificates == known.certificates


def test_closing_wakes_who_waits(provider):
    outcome = []
    thread = threading.Thread(target=lambda: outcome.append(provider.settings_for("https://a.example/")))
    thread.start()
    time.sleep(0.05)
    before = time.monotonic()
    provider.close()
    thread.join(5)
    assert time.monotonic() - before < 0.5
    assert len(outcome) == 1


def test_the_exchange_through_qt(sandbox, trusted):
    set_proxy(*sandbox.proxy)
    transport = NetworkManagerTransport()
    headers = {"User-Agent": "copernicus_plugin/test", "Content-Type": "application/json"}
    body = b'{"collections": ["sentinel-2-l2a"], "limit": 2}'
    sandbox.clear()
    status, answered, found = in_thread(lambda: transport.exchange("POST", f"{URL}search", headers, body, 10.0))
    assert status == 200
    assert "json" in answered["content-type"]
    assert found.startswith(b"{")
    (seen,) = sandbox.requests()
    assert (seen.method, seen.body) == ("POST", body)
    status, _, _ = in_thread(lambda: transport.exchange("GET", f"{URL}collections/none", {}, None, 10.0))
    assert status == 404
    transport.close()


def test_the_exchange_through_qt_does_not_follow_redirects(sandbox, trusted):
    set_proxy(*sandbox.proxy)
    transport = NetworkManagerTransport()
    sandbox.fault(HOST, "/v1/$", Fault(redirect="https://elsewhere.example/"))
    try:
        status, answered, _ = in_thread(lambda: transport.exchange("GET", URL, {}, None, 10.0))
    finally:
        sandbox.clear_faults()
        transport.close()
    assert 300 < status < 400
    assert answered["location"] == "https://elsewhere.example/"
    assert "elsewhere.example" not in sandbox.refused_hosts()


def test_the_exchange_through_qt_gives_up_and_names_the_reason(sandbox, trusted):
    set_proxy(*sandbox.proxy)
    transport = NetworkManagerTransport()
    sandbox.fault(HOST, "/v1/$", Fault(latency=3.0))
    try:
        before = time.monotonic()
        with pytest.raises(AccessError) as caught:
            in_thread(lambda: transport.exchange("GET", URL, {}, None, 0.5))
        assert caught.value.reason is Reason.TIMEOUT
        assert time.monotonic() - before < 2
    finally:
        sandbox.clear_faults()
    set_proxy("127.0.0.1", 9)
    with pytest.raises(AccessError) as caught:
        in_thread(lambda: transport.exchange("GET", URL, {}, None, 5.0))
    assert caught.value.reason is Reason.PROXY_UNREACHABLE
    transport.close()
    with pytest.raises(AccessError) as caught:
        in_thread(lambda: transport.exchange("GET", URL, {}, None, 5.0))
    assert caught.value.kind is ErrorKind.CANCELLED


def test_the_log_has_a_line_for_each_request_and_no_secret(session, sandbox, trusted, tmp_path):
    set_proxy(*sandbox.proxy)
    fetch(session, f"{URL}?token=geheim&limit=3")
    log = tmp_path / "log" / "requests.log"
    until(lambda: log.is_file() and "200" in log.read_text())
    text = log.read_text()
    assert HOST in text
    assert "GET" in text
    assert "geheim" not in text


def test_the_log_rotates_and_is_bounded(tmp_path):
    log = FileRequestLog(tmp_path / "requests.log")
    for number in range(40_000):
        log.request_done("GET", f"https://a.example/{'x' * 100}/{number}", 200, 0.1, 10, "")
    log.close()
    files = list(tmp_path.iterdir())
    assert 2 <= len(files) <= 4
    assert sum(file.stat().st_size for file in files) < 4.2 * 1024 * 1024


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    log = FileRequestLog(tmp_path / "file" / "requests.log")
    log.request_done("GET", "https://a.example/", 200, 0.1, 10, "")
    log.close()
