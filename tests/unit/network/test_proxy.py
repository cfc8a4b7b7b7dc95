from __future__ import annotations

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Proxy
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import Server, Settings, giving

CREDENTIALS = "dömäin\\user:p@ss/w:rd"


def get(session, url, **named):
    with session.send(HttpRequest(url, **named), Cancellation()) as response:
        return response.read()


@pytest.fixture
def places(authority, make_server):
    secure = make_server(Server, authority.context("secure.example.org"))
    plain = make_server(Server)
    secure.on("/x", giving(200, b"secure"))
    plain.on("/x", giving(200, b"plain"))
    return {"secure.example.org": secure, "plain.example.org": plain}


@pytest.fixture
def make_session(authority, log):
    made = []

    def make(proxy, **named):
        made.append(HttpSession(Settings(proxy, authority.pem, **named), log))
        return made[-1]

    yield make
    for session in made:
        session.close()


def ports(places):
    return {host: server.port for host, server in places.items()}


@pytest.mark.parametrize("credentials", [None, CREDENTIALS, "only-user:"])
def test_both_schemes_go_by_the_proxy(places, make_proxy, make_session, credentials):
    proxy = make_proxy(ports(places), credentials)
    session = make_session(proxy.proxy)
    for _ in range(2):
        assert get(session, "https://secure.example.org/x") == b"secure"
        assert get(session, "http://plain.example.org/x?a=1") == b"plain"
    assert {method for method, _ in proxy.seen} == {"CONNECT", "GET"}
    for server in places.values():
        assert not any("proxy" in name.lower() for name in server.received[-1].headers)


def test_the_proxys_password_never_reaches_a_server_even_without_a_proxy(places, make_proxy, make_session, log):
    proxy = make_proxy(ports(places), CREDENTIALS)
    session = make_session(proxy.proxy)
    get(session, "http://plain.example.org/x", headers={"Proxy-Authorization": "Basic abc"})
    session.settings.excluded.add("127.0.0.1")
    get(session, places["plain.example.org"].url("/x"), headers={"Proxy-Authorization": "Basic abc"})
    for received in places["plain.example.org"].received:
        assert "Proxy-Authorization" not in received.headers
    assert "p@ss" not in str(log.lines)


def test_an_excluded_host_is_reached_without_the_proxy(places, make_proxy, make_session):
    proxy = make_proxy(ports(places))
    session = make_session(proxy.proxy)
    session.settings.excluded.add("127.0.0.1")
    assert get(session, places["plain.example.org"].url("/x")) == b"plain"
    assert proxy.seen == []
    session.settings.excluded.clear()
    session.settings.proxy = None
    assert get(session, places["plain.example.org"].url("/x")) == b"plain"


def test_each_hop_of_a_redirect_asks_for_its_own_way(places, make_proxy, make_session):
    proxy = make_proxy(ports(places))
    session = make_session(proxy.proxy)
    session.settings.excluded.add("127.0.0.1")
    plain = places["plain.example.org"]
    plain.on("/go", giving(302, b"", Location=plain.url("/x")))
    assert get(session, "http://plain.example.org/go") == b"plain"
    assert len(proxy.seen) == 1


def test_a_proxy_changed_by_the_user_is_used_from_the_next_request_on(places, make_proxy, make_session):
    first, second = make_proxy(ports(places)), make_proxy(ports(places))
    session = make_session(first.proxy)
    get(session, "https://secure.example.org/x")
    session.settings.proxy = second.proxy
    get(session, "https://secure.example.org/x")
    assert (len(first.seen), len(second.seen)) == (1, 1)


@pytest.mark.parametrize("url", ["https://secure.example.org/x", "http://plain.example.org/x"])
@pytest.mark.parametrize("wrong", [("", ""), ("user", "wrong")])
def test_a_proxy_that_wants_another_account_says_so(places, make_proxy, make_session, log, url, wrong):
    proxy = make_proxy(ports(places), CREDENTIALS)
    session = make_session(Proxy("http", "127.0.0.1", proxy.port, *wrong))
    with pytest.raises(AccessError) as raised:
        get(session, url)
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.NETWORK_FAULT, Reason.PROXY_ACCOUNT)
    assert raised.value.parameters["proxy"] == f"127.0.0.1:{proxy.port}"
    assert len(proxy.seen) == 1, "a wrong password is not tried again"


@pytest.mark.parametrize("url", ["https://secure.example.org/x", "http://plain.example.org/x"])
def test_a_proxy_that_is_not_there_is_named(make_session, make_raw, url):
    raw = make_raw()
    raw.close()
    session = make_session(Proxy("http", "127.0.0.1", raw.port, "user", "p4ss"))
    with pytest.raises(AccessError) as raised:
        get(session, url, retry=0)
    assert raised.value.reason is Reason.PROXY_UNREACHABLE
    assert raised.value.parameters["proxy"] == f"127.0.0.1:{raw.port}"
    assert "p4ss" not in str(raised.value)


def test_a_proxy_with_an_unknown_name_is_named(make_session):
    session = make_session(Proxy("http", "proxy.invalid", 3128))
    with pytest.raises(AccessError) as raised:
        get(session, "https://secure.example.org/x", retry=0)
    assert raised.value.reason is Reason.PROXY_UNREACHABLE
    assert raised.value.parameters["proxy"] == "proxy.invalid:3128"


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-x\r\n"])
def test_what_is_no_proxy_is_named(make_session, make_raw, answer):
    def talk(connection):
        connection.recv(65536)
        connection.sendall(answer)

    session = make_session(Proxy("http", "127.0.0.1", make_raw(talk).port))
    with pytest.raises(AccessError) as raised:
        get(session, "https://secure.example.org/x", retry=0)
    assert raised.value.reason is Reason.PROXY_UNREACHABLE


def test_a_proxy_that_refuses_a_host_names_the_host(places, make_proxy, make_session):
    proxy = make_proxy(ports(places), connect_status=403)
    with pytest.raises(AccessError) as raised:
        get(make_session(proxy.proxy), "https://secure.example.org/x", retry=0)
    assert raised.value.reason is Reason.REFUSED
    assert raised.value.parameters["host"] == "secure.example.org"
    assert raised.value.parameters["status"] == 403


class Qt:
    """A host's transport: sends nothing, remembers what it should have sent."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent = []

    def exchange(self, method, url, headers, body, timeout):
        self.sent.append((method, url, headers, body))
        answer = self.answers.pop(0)
        if isinstance(answer, AccessError):
            raise answer
        return answer


@pytest.mark.parametrize("scheme", ["socks5h", "socks5"])
def test_what_requests_cannot_send_is_said_to_be_unsupported(make_session, scheme):
    with pytest.raises(AccessError) as raised:
        get(make_session(Proxy(scheme, "127.0.0.1", 1080)), "https://secure.example.org/x")
    assert raised.value.reason is Reason.PROXY_UNSUPPORTED
    assert raised.value.parameters == {"host": "secure.example.org", "proxy": "127.0.0.1:1080", "scheme": scheme}


@pytest.mark.parametrize("address", ["https://secure.example.org/x", "http://plain.example.org/x"])
def test_a_proxy_whose_sign_in_only_qt_knows_is_passed_by_qt(places, make_proxy, authority, log, address):
    proxy = make_proxy(ports(places), credentials="NTLM:only")
    qt = Qt((200, {}, b"by Qt"), (200, {}, b"by Qt"))
    unknown = Proxy("http", proxy.proxy.host, proxy.proxy.port)
    session = HttpSession(Settings(unknown, authority.pem), log, qt)
    for _ in range(2):
        with session.send(HttpRequest(address), Cancellation()) as response:
            assert response.read() == b"by Qt"
    assert [url for _, url, _, _ in qt.sent] == [address, address]
    assert len(proxy.seen) == 1, "the second time it is known"
    session.close()


def test_a_client_certificate_without_qt_is_unsupported(make_session):
    with pytest.raises(AccessError) as raised:
        get(make_session(None, qt=True), "https://secure.example.org/x")
    assert raised.value.reason is Reason.PROXY_UNSUPPORTED


def test_qt_sends_what_requests_cannot_with_the_same_rules(authority, log):
    qt = Qt(
        (302, {"Location": "https://b.example.org/y"}, b""),
        (503, {"Retry-After": "0"}, b""),
        AccessError(ErrorKind.NETWORK_FAULT, Reason.CUT, {"host": "b.example.org"}),
        (200, {"Content-Type": "text/plain", "Content-Length": "5"}, b"by Qt"),
        (404, {}, b'{"detail": "gone"}'),
    )
    session = HttpSession(Settings(Proxy("socks5h", "127.0.0.1", 1080), authority.pem, qt=True), log, qt)
    request = HttpRequest("https://a.example.org/x", secret_headers={"X-Key": "abcd"}, sent_to=("a.example.org",))
    with session.send(request, Cancellation()) as response:
        assert (response.status, response.url) == (200, "https://b.example.org/y")
        assert response.headers["content-type"] == "text/plain"
        assert response.read() == b"by Qt"
    assert qt.sent[0][2]["X-Key"] == "abcd"
    assert qt.sent[0][2]["Accept-Encoding"] == "identity"
    assert "X-Key" not in qt.sent[1][2]
    assert log.statuses == [302, 503, None, 200]
    with pytest.raises(AccessError) as raised:
        session.send(request, Cancellation())
    assert raised.value.parameters == {"host": "a.example.org", "status": 404, "detail": "gone"}
    session.close()
