from __future__ import annotations

import ssl
import threading
import time

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.exchange import Exchange
from copernicus_plugin.network.faults import transfer_fault
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.network.tls import make_context
from tests.unit.network.servers import Server, Settings, giving


def get(session, url):
    with session.send(HttpRequest(url), Cancellation()) as response:
        return response.read()


def test_a_server_of_a_trusted_authority_is_believed(secure_server, authority, log):
    session = HttpSession(Settings(certificates=authority.pem), log)
    url = secure_server.on("/", giving(200, b"safe" * 1_000_000))
    assert get(session, url) == b"safe" * 1_000_000
    session.close()


def test_a_server_of_any_other_authority_is_not(secure_server, other_authority, log):
    session = HttpSession(Settings(certificates=other_authority.pem), log)
    url = secure_server.on("/", giving(200, b"fake"))
    begun = time.monotonic()
    with pytest.raises(AccessError) as raised:
        get(session, url)
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.NETWORK_FAULT, Reason.CERTIFICATE)
    assert raised.value.parameters == {"host": "127.0.0.1"}
    assert time.monotonic() - begun < 0.4, "it is not tried again"
    assert secure_server.received == []
    session.close()


def test_a_certificate_for_another_name_is_not_believed(authority, log, make_server):
    server = make_server(Server, authority.context("somewhere.else.org"))
    session = HttpSession(Settings(certificates=authority.pem), log)
    with pytest.raises(AccessError) as raised:
        get(session, server.on("/", giving(200)))
    assert raised.value.reason is Reason.CERTIFICATE
    session.close()


def test_a_server_that_wants_a_certificate_of_the_user_is_told_apart(authority, log, make_server):
    context = authority.context("127.0.0.1")
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=authority.pem)
    # TLS 1.3 sends its alert after the handshake; a reset may overtake it on the way.
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    server = make_server(Server, context)
    session = HttpSession(Settings(certificates=authority.pem), log)
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(server.on("/", giving(200)), retry=0), Cancellation())
    assert raised.value.reason is Reason.CLIENT_CERTIFICATE
    assert raised.value.parameters["host"] == "127.0.0.1"
    session.close()


def test_the_alert_of_tls_1_3_is_known():
    alert = ssl.SSLError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate required (_ssl.c:2580)")
    alert.reason = "TLSV13_ALERT_CERTIFICATE_REQUIRED"
    fault = transfer_fault(Exchange("secure.example.org", "", lambda: None), alert, 20)
    assert fault.reason is Reason.CLIENT_CERTIFICATE


def test_certificates_of_the_environment_are_not_trusted(
    secure_server, authority, other_authority, log, monkeypatch, tmp_path
):
    """``requests`` would load its own bundle into the context at each connection."""
    bundle = tmp_path / "ca.pem"
    bundle.write_text(authority.pem)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(bundle))
    session = HttpSession(Settings(certificates=other_authority.pem), log)
    with pytest.raises(AccessError) as raised:
        get(session, secure_server.on("/", giving(200)))
    assert raised.value.reason is Reason.CERTIFICATE
    session.close()


def test_one_bad_certificate_does_not_spoil_the_others(secure_server, authority, other_authority, log):
    bad = "-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n"
    session = HttpSession(Settings(certificates=other_authority.pem + bad + authority.pem), log)
    assert get(session, secure_server.on("/", giving(200, b"ok"))) == b"ok"
    session.close()


def test_nothing_is_trusted_without_checking_names_and_old_versions_are_refused(authority):
    context = make_context(authority.pem)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert len(context.get_ca_certs()) == 1


def test_one_context_serves_all_threads_and_proxies_until_the_certificates_change(
    secure_server, authority, log, make_proxy, monkeypatch
):
    made = []
    monkeypatch.setattr(
        "copernicus_plugin.network.tls.make_context", lambda text: made.append(1) or make_context(text)
    )
    proxy = make_proxy({"data.example.org": secure_server.port})
    settings = Settings(proxy.proxy, authority.pem)
    settings.excluded = {"127.0.0.1"}
    session = HttpSession(settings, log)
    secure_server.on("/", giving(200, b"ok"))
    urls = [secure_server.url("/"), "https://data.example.org/"] * 10
    results = []

    def ask(url):
        results.append(get(session, url))

    threads = [threading.Thread(target=ask, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert results == [b"ok"] * 20
    assert len(made) == 1
    settings.version = 2
    assert get(session, urls[0]) == b"ok"
    assert len(made) == 2
    session.close()


def test_certificates_added_by_the_user_count_from_the_next_request_on(secure_server, authority, other_authority, log):
    settings = Settings(certificates=other_authority.pem)
    session = HttpSession(settings, log)
    url = secure_server.on("/", giving(200, b"ok"))
    with pytest.raises(AccessError):
        get(session, url)
    settings.certificates += authority.pem
    settings.version += 1
    assert get(session, url) == b"ok"
    settings.certificates = other_authority.pem
    settings.version += 1
    with pytest.raises(AccessError):
        get(session, url)
    session.close()


def test_a_server_that_speaks_no_tls_is_an_error_with_a_name(server, authority, log):
    session = HttpSession(Settings(certificates=authority.pem), log)
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(f"https://127.0.0.1:{server.port}/", retry=0), Cancellation())
    assert raised.value.kind is ErrorKind.NETWORK_FAULT
    assert raised.value.reason in (Reason.REFUSED, Reason.CUT)
    session.close()
