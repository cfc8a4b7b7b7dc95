from __future__ import annotations

import hypothesis
import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import Authority, HttpProxy, Log, RawServer, Server, Settings

hypothesis.settings.register_profile("network", deadline=None, max_examples=60)
hypothesis.settings.load_profile("network")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    """Neither a proxy nor certificates of the environment may help or hinder."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def log():
    return Log()


@pytest.fixture
def settings(authority):
    """With one certificate to trust: reading the system's own takes 70 ms."""
    return Settings(certificates=authority.pem)


@pytest.fixture
def session(settings, log):
    made = HttpSession(settings, log)
    yield made
    made.close()


@pytest.fixture
def cancellation():
    return Cancellation()


@pytest.fixture
def server():
    made = Server()
    yield made
    made.close()


@pytest.fixture(scope="session")
def authority():
    return Authority()


@pytest.fixture(scope="session")
def other_authority():
    return Authority()


@pytest.fixture
def secure_server(authority):
    made = Server(authority.context("127.0.0.1", "localhost", "data.example.org", "*.example.net"))
    yield made
    made.close()


@pytest.fixture
def make_server():
    made = []

    def make(kind=Server, *arguments, **named):
        made.append(kind(*arguments, **named))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def make_raw(make_server):
    return lambda *arguments, **named: make_server(RawServer, *arguments, **named)


@pytest.fixture
def make_proxy(make_server):
    return lambda *arguments, **named: make_server(HttpProxy, *arguments, **named)
