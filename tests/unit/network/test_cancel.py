"""Whatever a request waits for, it stops within a second, and so does the session as a whole."""

from __future__ import annotations

import contextlib
import gc
import socket
import threading
import time

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.exchange import Exchange
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import RawServer, Settings, giving, hanging, hanging_in_body

SOON = 0.9
TIMES = 3


@contextlib.contextmanager
def full_backlog():
    """A port that neither takes nor refuses connections: the queue of those to be accepted is full."""
    with socket.socket() as listener, contextlib.ExitStack() as stack:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        time.sleep(0.05)
        yield listener.getsockname()[1]


@contextlib.contextmanager
def raw(talk=None):
    server = RawServer(talk)
    yield server.port
    server.close()


def tunnel_then_silence(connection):
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    time.sleep(5)


def half_a_head(connection):
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le")
    time.sleep(5)


@pytest.fixture(params=["connect", "handshake", "head", "half a head", "proxy", "tunnel", "handshake in tunnel"])
def waiting_for(request, settings):
    """The address of something that keeps a request waiting in one phase, and the settings that lead there."""
    phase = request.param
    with contextlib.ExitStack() as stack:
        if phase == "connect":
            yield f"http://127.0.0.1:{stack.enter_context(full_backlog())}/"
        elif phase == "proxy":
            settings.proxy = Proxy("http", "127.0.0.1", stack.enter_context(full_backlog()))
            yield "https://data.example.org/"
        elif phase in ("tunnel", "handshake in tunnel"):
            talk = tunnel_then_silence if phase != "tunnel" else None
            settings.proxy = Proxy("http", "127.0.0.1", stack.enter_context(raw(talk)))
            yield "https://data.example.org/"
        else:
            port = stack.enter_context(raw(half_a_head if phase == "half a head" else None))
            yield f"{'https' if phase == 'handshake' else 'http'}://127.0.0.1:{port}/"


def stopping_after(seconds, stop):
    timer = threading.Timer(seconds, stop)
    timer.start()
    return timer


def let_nobody_wake(monkeypatch):
    monkeypatch.setattr("copernicus_plugin.network.sockets._shut", lambda opened: None)
    monkeypatch.setattr("copernicus_plugin.network.sockets.SLICE", 0.2)


def run(session, request, cancellation):
    with session.send(request, cancellation) as response:
        response.read()


def seconds_until_stopped(session, request, cancellation, stop, delay=0.1):
    """How long after ``stop()`` the request ended as cancelled."""
    called = []

    def stopping():
        called.append(time.monotonic())
        stop()

    timer = stopping_after(delay, stopping)
    with pytest.raises(AccessError) as raised:
        run(session, request, cancellation)
    ended = time.monotonic()
    timer.join()
    assert raised.value.kind is ErrorKind.CANCELLED
    return ended - called[0]


def test_a_request_stops_in_every_phase(session, waiting_for):
    for _ in range(2):
        cancellation = Cancellation()
        assert seconds_until_stopped(session, HttpRequest(waiting_for), cancellation, cancellation.request) < SOON


def test_closing_the_session_stops_a_request_in_every_phase(session, waiting_for):
    assert seconds_until_stopped(session, HttpRequest(waiting_for), Cancellation(), session.close) < SOON


def test_a_wait_in_every_phase_ends_by_its_time_out(settings, log, waiting_for):
    settings.connect = settings.read = 0.25
    session = HttpSession(settings, log)
    begun = time.monotonic()
    with pytest.raises(AccessError) as raised:
        run(session, HttpRequest(waiting_for, retry=0), Cancellation())
    assert 0.2 < time.monotonic() - begun < 1.5
    by_proxy = settings.proxy is not None
    assert raised.value.kind is ErrorKind.NETWORK_FAULT
    assert raised.value.reason in ((Reason.PROXY_UNREACHABLE, Reason.TIMEOUT) if by_proxy else (Reason.TIMEOUT,))
    session.close()


def test_a_reader_stops_where_shutting_its_socket_down_wakes_nobody(session, server, waiting_for, monkeypatch):
    """As may be on other systems: the wait itself looks whether it is still wanted."""
    let_nobody_wake(monkeypatch)
    cancellation = Cancellation()
    assert seconds_until_stopped(session, HttpRequest(waiting_for), cancellation, cancellation.request) < SOON


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("wakes", [True, False])
def test_a_body_that_hangs_stops_in_the_middle(
    settings, log, server, secure_server, authority, secure, wakes, monkeypatch
):
    if not wakes:
        let_nobody_wake(monkeypatch)
    chosen = secure_server if secure else server
    settings.certificates = authority.pem
    session = HttpSession(settings, log)
    url = chosen.on("/", hanging_in_body(chosen, b"x" * 100_000))
    for _ in range(TIMES if wakes else 1):
        cancellation = Cancellation()
        assert seconds_until_stopped(session, HttpRequest(url), cancellation, cancellation.request) < SOON
    assert log.notes[-1] == "cancelled"
    session.close()


def test_a_stream_stops_at_once_and_gives_nothing_after(session, server):
    def flowing(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(10**11))
        handler.end_headers()
        block = b"x" * 1_000_000
        with contextlib.suppress(OSError):
            while not server.stopping.is_set():
                handler.wfile.write(block)
        handler.close_connection = True

    url = server.on("/", flowing)
    cancellation = Cancellation()
    received = []
    with session.send(HttpRequest(url, streamed=True), cancellation) as response:
        chunks = response.chunks()
        while sum(received) < 20_000_000:
            received.append(len(next(chunks)))
        cancellation.request()
        begun = time.monotonic()
        with pytest.raises(AccessError) as raised:
            next(chunks)
    assert raised.value.kind is ErrorKind.CANCELLED
    assert time.monotonic() - begun < SOON


def test_waiting_for_a_free_connection_stops(session, server):
    url = server.on("/", hanging(server))
    request = HttpRequest(url, limits=Limits({"*": 1}))
    first = Cancellation()

    def hold():
        with contextlib.suppress(AccessError):
            run(session, request, first)

    holder = threading.Thread(target=hold)
    holder.start()
    time.sleep(0.1)
    for _ in range(TIMES):
        cancellation = Cancellation()
        assert seconds_until_stopped(session, request, cancellation, cancellation.request, 0.05) < 0.3
    first.request()
    holder.join(2)
    assert not holder.is_alive()
    assert len(server.received) == 1


def test_waiting_for_the_next_second_stops(session, server):
    url = server.on("/", giving(200))
    request = HttpRequest(url, limits=Limits({}, {"*": 0.1}))
    run(session, request, Cancellation())
    cancellation = Cancellation()
    assert seconds_until_stopped(session, request, cancellation, cancellation.request) < 0.3


@pytest.mark.parametrize("stop_session", [False, True])
def test_waiting_before_another_attempt_stops(session, server, stop_session):
    url = server.on("/", giving(429, b"", Retry_After="30"))
    cancellation = Cancellation()
    stop = session.close if stop_session else cancellation.request
    assert seconds_until_stopped(session, HttpRequest(url), cancellation, stop) < 0.3


def test_an_error_page_that_hangs_is_not_waited_for(session, server):
    def route(handler):
        handler.send_response(404)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"detail": "x')
        handler.wfile.flush()
        server.stopping.wait(20)
        handler.close_connection = True

    cancellation = Cancellation()
    url = server.on("/", route)
    assert seconds_until_stopped(session, HttpRequest(url), cancellation, cancellation.request) < SOON


def test_a_request_cancelled_before_is_never_sent(session, server):
    url = server.on("/", giving(200))
    cancellation = Cancellation()
    cancellation.request()
    with pytest.raises(AccessError) as raised:
        run(session, HttpRequest(url), cancellation)
    assert raised.value.kind is ErrorKind.CANCELLED
    assert server.received == []


def test_looking_a_name_up_stops_though_it_cannot_be_interrupted():
    exchange = Exchange("slow.example.org")
    released = threading.Event()
    timer = stopping_after(0.1, exchange.stop)
    begun = time.monotonic()
    with pytest.raises(AccessError) as raised:
        exchange.wait_for(lambda: released.wait(10), 10)
    assert raised.value.kind is ErrorKind.CANCELLED
    assert time.monotonic() - begun < 0.5
    timer.join()
    released.set()


def test_looking_a_name_up_has_a_time_out_and_gives_its_errors():
    released = threading.Event()
    with pytest.raises(socket.timeout):
        Exchange("slow.example.org").wait_for(lambda: released.wait(10), 0.1)
    released.set()

    def fail():
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(socket.gaierror):
        Exchange("no.example.org").wait_for(fail, 5)


def test_twenty_hanging_requests_stop_together(session, server):
    url = server.on("/", hanging(server))
    cancellation = Cancellation()
    ended = []

    def ask():
        with contextlib.suppress(AccessError):
            run(session, HttpRequest(url, limits=Limits({"*": 20})), cancellation)
        ended.append(time.monotonic())

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 5
    while len(server.received) < 20 and time.monotonic() < deadline:
        time.sleep(0.01)
    begun = time.monotonic()
    cancellation.request()
    assert time.monotonic() - begun < 0.2, "whoever cancels does not wait"
    for thread in threads:
        thread.join(2)
    assert len(ended) == 20
    assert max(ended) - begun < SOON


def test_cancelling_one_request_leaves_those_that_share_its_session_alone(session, server):
    """Connections are used again by others: a late cancellation must not hit a stranger."""
    url = server.on("/", giving(200, b"x" * 50_000))
    stop = threading.Event()
    errors = []

    def ask():
        while not stop.is_set():
            cancellation = Cancellation()
            try:
                with session.send(HttpRequest(url, retry=0), cancellation) as response:
                    response.read()
            except AccessError as error:
                errors.append(error)
            cancellation.request()

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    time.sleep(0.6)
    stop.set()
    for thread in threads:
        thread.join(5)
    assert errors == []
    assert len(server.received) > 20


@pytest.mark.filterwarnings("error::ResourceWarning", "error::pytest.PytestUnraisableExceptionWarning")
def test_nothing_is_left_behind(server, secure_server, authority, log, make_raw):
    before = set(threading.enumerate())
    settings = Settings(certificates=authority.pem)
    session = HttpSession(settings, log)
    urls = [
        server.on("/ok", giving(200, b"x" * 100_000)),
        secure_server.on("/ok", giving(200, b"x" * 100_000)),
        server.on("/hang", hanging(server)),
        secure_server.on("/hang", hanging_in_body(secure_server)),
        f"https://127.0.0.1:{make_raw().port}/",
        "http://localhost:1/",
    ]

    def ask(url):
        with contextlib.suppress(AccessError):
            run(session, HttpRequest(url), Cancellation())

    threads = [threading.Thread(target=ask, args=(url,)) for url in urls * 2]
    for thread in threads:
        thread.start()
    time.sleep(0.4)
    session.close()
    for thread in threads:
        thread.join(SOON)
    assert not any(thread.is_alive() for thread in threads)
    gc.collect()
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.name.startswith("copernicus")]
    assert left == []
    assert session.running._exchanges == set()
