from __future__ import annotations

import threading
import time

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind
from copernicus_plugin.network.limits import HostGate, HostGates, limit_for
from copernicus_plugin.network.messages import HttpRequest, RequestPhase
from tests.unit.network.servers import giving, send


def test_the_limit_that_names_a_host_wins_over_wider_ones():
    limits = {"a.org": 1, "*.a.org": 2, "*.deep.a.org": 3, "*": 4}
    assert [limit_for(host, limits) for host in ("a.org", "x.a.org", "y.deep.a.org", "b.org")] == [1, 2, 3, 4]
    assert limit_for("b.org", {"a.org": 1}) is None


def slow(handler):
    time.sleep(0.05)
    send(handler, 200, b"ok")


def ask_many(session, requests):
    errors = []

    def ask(request):
        try:
            with session.send(request, Cancellation()) as response:
                response.read()
        except AccessError as error:
            errors.append(error)

    threads = [threading.Thread(target=ask, args=(request,)) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert errors == []


@pytest.mark.parametrize(
    ("limits", "most"),
    [(Limits({"127.0.0.1": 2}), 2), (Limits({"*": 3}), 3), (Limits({"elsewhere.org": 1}), 6)],
    ids=["named", "others", "untold"],
)
def test_a_host_never_sees_more_connections_than_its_operator_asks_for(session, server, limits, most):
    url = server.on("/slow", slow)
    ask_many(session, [HttpRequest(url, limits=limits)] * 14)
    assert server.most_open == most
    assert server.connections <= most
    assert len(server.received) == 14


def test_a_host_never_sees_more_requests_per_second_than_its_operator_asks_for(session, server):
    url = server.on("/quick", giving(200, b"ok"))
    begun = time.monotonic()
    ask_many(session, [HttpRequest(url, limits=Limits({}, {"127.0.0.1": 5.0}))] * 10)
    seconds = time.monotonic() - begun
    times = sorted(received.at for received in server.received)
    assert all(later - earlier >= 1.0 for earlier, later in zip(times, times[5:]))
    assert 1.0 <= seconds < 2.0


def test_less_than_one_request_per_second_is_possible():
    gate = HostGate()
    times = []
    for _ in range(2):
        passage = gate.enter(6, 0.9, Cancellation())
        times.append(time.monotonic())
        passage.leave()
    assert 1.1 <= times[1] - times[0] < 1.6


def test_a_request_counts_from_when_it_went_out_not_from_when_it_was_let_pass():
    """Connecting takes time, and the next one may have a connection already."""
    gate = HostGate()
    passage = gate.enter(6, 2.0, Cancellation())
    gate.enter(6, 2.0, Cancellation()).sent()
    time.sleep(0.3)
    passage.sent()
    sent = time.monotonic()
    gate.enter(6, 2.0, Cancellation()).sent()
    gate.enter(6, 2.0, Cancellation())
    assert time.monotonic() - sent >= 1.0


def test_waiters_are_served_in_the_order_of_their_coming():
    gate = HostGate()
    held = gate.enter(1, None, Cancellation())
    order = []

    def wait(number):
        passage = gate.enter(1, None, Cancellation())
        order.append(number)
        passage.leave()

    threads = []
    for number in range(8):
        threads.append(threading.Thread(target=wait, args=(number,)))
        threads[-1].start()
        time.sleep(0.01)
    held.leave()
    for thread in threads:
        thread.join(5)
    assert order == list(range(8))


def test_a_cancelled_waiter_leaves_at_once_and_lets_the_next_one_pass():
    gate = HostGate()
    held = gate.enter(1, None, Cancellation())
    first, passed, refused = Cancellation(), threading.Event(), []

    def give_up():
        begun = time.monotonic()
        with pytest.raises(AccessError) as raised:
            gate.enter(1, None, first)
        refused.append((raised.value.kind, time.monotonic() - begun))

    def pass_later():
        gate.enter(1, None, Cancellation())
        passed.set()

    threads = [threading.Thread(target=give_up), threading.Thread(target=pass_later)]
    for thread in threads:
        thread.start()
        time.sleep(0.05)
    first.request()
    held.leave()
    assert passed.wait(1.0)
    for thread in threads:
        thread.join(1)
    assert refused[0][0] is ErrorKind.CANCELLED
    assert refused[0][1] < 0.5


def test_closing_wakes_every_waiter():
    gates = HostGates()
    limits = Limits({"*": 1})
    gates.enter("a.org", limits, Cancellation())
    kinds = []

    def wait():
        with pytest.raises(AccessError) as raised:
            gates.enter("a.org", limits, Cancellation())
        kinds.append(raised.value.kind)

    threads = [threading.Thread(target=wait) for _ in range(10)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    begun = time.monotonic()
    gates.close()
    for thread in threads:
        thread.join(2)
    assert kinds == [ErrorKind.CANCELLED] * 10
    assert time.monotonic() - begun < 0.5
    with pytest.raises(AccessError):
        gates.enter("b.org", limits, Cancellation())


def test_a_pause_that_a_server_asked_for_holds_everybody_to_that_host():
    gates = HostGates()
    gates.hold("a.org", 0.4)
    begun = time.monotonic()
    gates.enter("b.org", Limits(), Cancellation())
    assert time.monotonic() - begun < 0.1
    gates.enter("a.org", Limits(), Cancellation())
    assert 0.35 <= time.monotonic() - begun < 0.8


def test_whoever_waits_is_told_so_and_whoever_does_not_is_not(session, server):
    url = server.on("/slow", slow)
    phases = {number: [] for number in range(2)}
    limits = Limits({"*": 1})
    ask_many(session, [HttpRequest(url, limits=limits, progress=phases[number].append) for number in range(2)])
    told = sorted(phases.values(), key=len)
    assert told == [
        [RequestPhase.SENT, RequestPhase.ANSWERED],
        [RequestPhase.WAITING, RequestPhase.SENT, RequestPhase.ANSWERED],
    ]


def test_an_answer_left_unread_frees_its_place(session, server, cancellation):
    url = server.on("/large", giving(200, b"x" * 3_000_000))
    for _ in range(4):
        with session.send(HttpRequest(url, limits=Limits({"*": 1})), cancellation) as response:
            assert response.status == 200
    with session.send(HttpRequest(url, limits=Limits({"*": 1})), cancellation) as response:
        assert len(response.read()) == 3_000_000
