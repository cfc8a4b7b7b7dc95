"""What goes wrong below HTTP, as the user is told of it."""

from __future__ import annotations

import time

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.messages import HttpRequest
from tests.unit.network.servers import dropping, giving, hanging, hanging_in_body, in_turn


def failing(session, url, **named):
    with pytest.raises(AccessError) as raised, session.send(HttpRequest(url, **named), Cancellation()) as response:
        response.read()
    assert raised.value.kind is ErrorKind.NETWORK_FAULT
    return raised.value


def test_a_name_that_nobody_knows(session, log):
    error = failing(session, "https://no-such-host.invalid/x", retry=3)
    assert (error.reason, error.parameters) == (Reason.UNKNOWN_HOST, {"host": "no-such-host.invalid"})
    assert len(log.lines) == 2, "a second look is enough"


def test_a_port_that_nobody_listens_at(session, make_raw, log):
    raw = make_raw()
    raw.close()
    error = failing(session, f"http://127.0.0.1:{raw.port}/", retry=0)
    assert (error.reason, error.parameters) == (Reason.REFUSED, {"host": "127.0.0.1"})
    assert log.notes == ["refused"]


def test_a_network_that_cannot_be_reached(session, settings):
    """Reserved for documentation: there is no way to it, or nobody answers."""
    settings.connect = 0.5
    begun = time.monotonic()
    error = failing(session, "http://[2001:db8::1]/", retry=0)
    assert error.reason in (Reason.REFUSED, Reason.TIMEOUT)
    assert error.parameters["host"] == "2001:db8::1"
    assert time.monotonic() - begun < 1.5


def test_the_first_address_of_a_name_may_be_dead(session, server, cancellation):
    """``localhost`` is ``::1`` as well, where nobody listens."""
    url = server.on("/", giving(200, b"ok")).replace("127.0.0.1", "localhost")
    assert session.send(HttpRequest(url, retry=0), cancellation).read() == b"ok"


def test_a_server_that_says_nothing(session, settings, server, log):
    url = server.on("/", hanging(server))
    error = failing(session, url, retry=0, timeout_read=0.3)
    assert (error.reason, error.parameters) == (Reason.TIMEOUT, {"host": "127.0.0.1", "seconds": 0.3})
    settings.read = 0.2
    assert failing(session, url, retry=0).parameters["seconds"] == 0.2
    assert log.notes == ["timeout", "timeout"]


def test_a_server_that_stops_in_the_middle(session, server):
    url = server.on("/", hanging_in_body(server))
    error = failing(session, url, retry=0, timeout_read=0.3)
    assert error.reason is Reason.TIMEOUT


def test_an_order_is_never_placed_twice_unless_its_sender_allows_it(session, server, cancellation):
    url = server.on("/", in_turn(giving(200), dropping, giving(200)))
    session.send(HttpRequest(url), cancellation).read()
    assert failing(session, url, method="POST", body=b"{}", retry=0).reason is Reason.CUT
    assert [received.method for received in server.received] == ["GET", "POST"]
