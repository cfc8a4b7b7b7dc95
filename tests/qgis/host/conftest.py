"""QGIS with its own settings, certificates and event loop; a sandbox behind its proxy."""

from __future__ import annotations

import threading
import time

import pytest
from qgis.core import QgsApplication, QgsAuthCertUtils, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtNetwork import QSslCertificate

from tests.sandbox import Sandbox

PROXY_KEYS = ("proxyEnabled", "proxyType", "proxyHost", "proxyPort", "proxyUser", "proxyPassword", "proxyExcludedUrls")


def until(wanted, seconds=10.0):
    """Let QGIS's event loop run until ``wanted()``; that it happens in time is asserted."""
    ends = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < ends, "did not happen in time"
        QCoreApplication.processEvents()
        time.sleep(0.002)


def in_thread(work):
    """What ``work()`` returns or raises in another thread, while the event loop here runs."""
    outcome = []

    def run():
        try:
            outcome.append((True, work()))
        except Exception as error:  # noqa: BLE001 - raised again in the test
            outcome.append((False, error))

    thread = threading.Thread(target=run)
    thread.start()
    until(lambda: not thread.is_alive(), 30)
    good, value = outcome[0]
    if not good:
        raise value
    return value


def deleted():
    """Let Qt delete what waits for it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def set_proxy(host="", port=0, user="", password="", excluded=(), kind="HttpProxy"):
    """As the user does in QGIS's network options."""
    settings = QgsSettings()
    values = (bool(host), kind, host, str(port or ""), user, password, list(excluded))
    for key, value in zip(PROXY_KEYS, values):
        settings.setValue(f"proxy/{key}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture(autouse=True)
def plain_environment(qgis_app, monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
    set_proxy()
    yield
    set_proxy()


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox.start() as started:
        yield started


@pytest.fixture
def trust(qgis_app):
    """Put an authority into QGIS's own store of certificates, as its options do; taken out at the end."""
    manager = QgsApplication.authManager()
    added = []

    def add(file):
        (authority,) = QSslCertificate.fromPath(str(file))
        assert manager.storeCertAuthority(authority)
        assert manager.storeCertTrustPolicy(authority, QgsAuthCertUtils.CertTrustPolicy.Trusted)
        added.append(authority)
        _rebuild(manager)

    yield add
    for authority in added:
        manager.removeCertAuthority(authority)
        manager.removeCertTrustPolicy(authority)
    _rebuild(manager)


@pytest.fixture
def trusted(sandbox, trust):
    trust(sandbox.ca_pem)


def _rebuild(manager):
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


@pytest.fixture
def own_folders(tmp_path, monkeypatch):
    """The plugin's files of this test only."""
    monkeypatch.setattr("copernicus_plugin.host.services.profile_folder", lambda: tmp_path / "profile")
    monkeypatch.setattr("copernicus_plugin.host.services.cache_folder", lambda: tmp_path / "cache")
    return tmp_path
