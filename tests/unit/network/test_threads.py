"""One session, many threads, and what comes of it."""

from __future__ import annotations

import threading
import time
import traceback

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import Settings, cutting, dropping, giving, hanging, redirecting, send


def in_threads(count, work):
    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)


def test_twenty_threads_get_their_own_answers(settings, log, server, secure_server, authority):
    settings.certificates = authority.pem
    session = HttpSession(settings, log)

    def echo(handler):
        send(handler, 200, handler.path.encode() * 1000)

    urls = [server.on("/echo", echo), secure_server.on("/echo", echo)]
    wrong = []

    def work(number):
        for turn in range(10):
            path = f"/echo?n={number}.{turn}"
            url = urls[(number + turn) % 2] + path[5:]
            with session.send(HttpRequest(url, limits=Limits({"*": 20})), Cancellation()) as response:
                if response.read() != path.encode() * 1000:
                    wrong.append(path)

    in_threads(20, work)
    assert wrong == []
    assert len(server.received) + len(secure_server.received) == 200
    assert server.connections <= 20
    assert secure_server.connections <= 20
    assert log.statuses == [200] * 200
    session.close()


def test_a_storm_of_refusals_ends_with_every_answer_given(session, server):
    """The server takes ten requests a second and refuses the others."""
    lock = threading.Lock()
    taken = []

    def strict(handler):
        with lock:
            now = time.monotonic()
            taken[:] = [moment for moment in taken if moment > now - 0.5]
            allowed = len(taken) < 10
            if allowed:
                taken.append(now)
        if allowed:
            send(handler, 200, b"ok")
        else:
            send(handler, 429, b"", Retry_After="0.5")

    url = server.on("/", strict)
    answers = []

    def work(number):
        with session.send(HttpRequest(url, retry=5), Cancellation()) as response:
            answers.append(response.read())

    in_threads(30, work)
    assert answers == [b"ok"] * 30
    assert len(server.received) < 90


@pytest.mark.parametrize("proxied", [False, True])
def test_no_secret_is_seen_in_the_log_or_in_an_error(server, log, make_raw, authority, proxied):
    secret = "hidden-4711"
    closed = make_raw()
    closed.close()
    proxy = Proxy("http", "127.0.0.1", closed.port, "user", secret) if proxied else None
    session = HttpSession(Settings(proxy, authority.pem, read=0.3), log)
    address = f"?sig={secret}&X-Amz-Signature={secret}&token={secret}&limit=1"
    server.on("/echo", lambda handler: send(handler, 400, ("bad " + handler.path + str(handler.headers)).encode()))
    server.on("/cut", cutting())
    server.on("/drop", dropping)
    server.on("/hang", hanging(server, 2))
    server.on("/loop", redirecting(f"/loop{address}"))
    server.on("/away", redirecting(f"http://user:{secret}@127.0.0.1:{closed.port}/{address}"))
    server.on("/odd", redirecting(f"ftp://user:{secret}@a.org/{address}"))
    server.on("/page", giving(200, b"x" * 100))
    paths = ["/echo", "/cut", "/drop", "/hang", "/loop", "/away", "/odd", "/page", "/none"]
    shown = []
    for url in [server.url(path) + address for path in paths] + [f"https://user:{secret}@a.org/{address}"]:
        headers = {"Authorization": f"Bearer {secret}"}
        request = HttpRequest(url, "GET", {"X-Plain": "1"}, None, headers, ("127.0.0.1",), retry=0)
        shown.append(repr(request))
        try:
            with session.send(request, Cancellation()) as response:
                shown.append(repr(response))
                response.read(10)
        except AccessError as error:
            shown.extend([str(error), repr(error), "".join(traceback.format_exception(type(error), error, None))])
    shown.extend(str(line) for line in log.lines)
    assert len(shown) > 30
    assert [text for text in shown if secret in text] == []
    session.close()


def test_requests_is_first_imported_by_the_first_request():
    import subprocess
    import sys

    code = (
        "import sys\n"
        "import copernicus_plugin.network.session, copernicus_plugin.network.answers\n"
        "print(sorted({'requests', 'urllib3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
