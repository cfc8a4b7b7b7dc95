"""Against the services of the sandbox, under their real names."""

from __future__ import annotations

import threading
import time

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.answers import expect_json
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from tests.sandbox import RETRY_DIALECTS, Fault, Sandbox
from tests.unit.network.servers import Log, Settings

HOST = "earth-search.aws.element84.com"
ROOT = f"https://{HOST}/v1"


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox.start() as started:
        yield started


@pytest.fixture
def net(sandbox):
    log = Log()
    session = HttpSession(Settings(Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text()), log)
    session.log_of_test = log
    yield session
    session.close()
    sandbox.clear_faults()
    sandbox.clear()


def get(session, url, **named):
    with session.send(HttpRequest(url, **named), Cancellation()) as response:
        return expect_json(response)


def test_a_catalogue_answers_under_its_own_name(net):
    document = get(net, ROOT)
    assert document["type"] == "Catalog"


def test_each_dialect_of_waiting_is_waited_for(net, sandbox):
    """At the same time, each on a path of its own."""
    for dialect in RETRY_DIALECTS:
        sandbox.fault(HOST, f"as={dialect}$", Fault.too_many_requests(dialect, 1.0), times=1)
    failed, begun = [], time.monotonic()

    def ask(dialect):
        try:
            get(net, f"{ROOT}?as={dialect}", retry=1, retry_after_milliseconds=dialect == "milliseconds")
        except AccessError as error:
            failed.append((dialect, error))

    threads = [threading.Thread(target=ask, args=(dialect,)) for dialect in RETRY_DIALECTS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert failed == []
    assert 0.9 < time.monotonic() - begun < 6.0
    assert sorted(net.log_of_test.statuses) == [200] * len(RETRY_DIALECTS) + [429] * len(RETRY_DIALECTS)


@pytest.mark.parametrize(
    ("fault", "kind", "reason"),
    [
        (Fault(login_page=True), ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE),
        (Fault(cut_json=True), ErrorKind.BAD_ANSWER, Reason.NOT_JSON),
        (Fault(cut_after=10), ErrorKind.NETWORK_FAULT, Reason.CUT),
        (Fault(drop=True), ErrorKind.NETWORK_FAULT, Reason.CUT),
        (Fault(status=503), ErrorKind.SERVER_FAULT, Reason.STATUS),
        (Fault(redirect=ROOT), ErrorKind.NETWORK_FAULT, Reason.REDIRECT_LOOP),
    ],
    ids=["login page", "half of the JSON", "cut", "dropped", "503", "loop"],
)
def test_a_service_that_misbehaves_is_named(net, sandbox, fault, kind, reason):
    sandbox.fault(HOST, "/v1$", fault)
    with pytest.raises(AccessError) as raised:
        get(net, ROOT, retry=0)
    assert (raised.value.kind, raised.value.reason) == (kind, reason)
    assert raised.value.parameters["host"] == HOST


def test_a_fault_that_passes_is_never_seen(net, sandbox):
    sandbox.fault(HOST, "/v1$", Fault(cut_after=10), times=1)
    assert get(net, ROOT)["type"] == "Catalog"


def test_a_host_that_the_proxy_does_not_let_through_is_named(net):
    with pytest.raises(AccessError) as raised:
        get(net, "https://www.example.com/", retry=0)
    assert raised.value.kind is ErrorKind.NETWORK_FAULT
    assert raised.value.parameters["host"] == "www.example.com"
