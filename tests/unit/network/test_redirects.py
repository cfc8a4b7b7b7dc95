from __future__ import annotations

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import host_is_named
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import HttpProxy, Server, Settings, giving, redirecting

SECRETS = {"Authorization": "Bearer top-secret", "X-API-Key": "k-4711"}
HOSTS = ("home.example.org", "data.example.org", "other.example.net")


@pytest.fixture
def net(authority, log, make_server):
    """Three https hosts and one http host behind a proxy, so that they have real names."""

    class Net:
        def __init__(self):
            self.servers = {host: make_server(Server, authority.context(host)) for host in HOSTS}
            self.servers["plain.example.org"] = make_server(Server)
            self.proxy = make_server(HttpProxy, {host: server.port for host, server in self.servers.items()})
            self.session = HttpSession(Settings(self.proxy.proxy, authority.pem), log)

        def on(self, host, path, route):
            self.servers[host].on(path, route)
            return f"{self.servers[host].scheme}://{host}{path}"

        def headers(self, host):
            return self.servers[host].received[-1].headers

        def get(self, url, **named):
            with self.session.send(HttpRequest(url, **named), Cancellation()) as response:
                return response.url, response.read()

    made = Net()
    yield made
    made.session.close()


@pytest.mark.parametrize(
    ("host", "names", "named"),
    [
        ("data.example.org", ["data.example.org"], True),
        ("DATA.example.org.", ["data.EXAMPLE.org"], True),
        ("data.example.org", ["*.example.org"], True),
        ("a.b.example.org", ["*.example.org"], True),
        ("example.org", ["*.example.org"], False),
        ("evilexample.org", ["*.example.org"], False),
        ("data.example.org.evil.net", ["*.example.org", "data.example.org"], False),
        ("data.example.org", ["*", "*.", ".org", "example.org"], False),
        ("", ["", "*."], False),
    ],
)
def test_a_host_is_named_exactly_or_by_its_domain(host, names, named):
    assert host_is_named(host, names) is named


def test_secrets_go_to_named_hosts_only_whatever_the_way(net):
    last = net.on("data.example.org", "/file", giving(200, b"file"))
    middle = net.on("other.example.net", "/hop", redirecting(last))
    first = net.on("home.example.org", "/start", redirecting(middle, 307))
    url, body = net.get(first, secret_headers=SECRETS, sent_to=("*.example.org",))
    assert (url, body) == (last, b"file")
    for host in ("home.example.org", "data.example.org"):
        assert net.headers(host)["Authorization"] == "Bearer top-secret"
        assert net.headers(host)["X-Api-Key"] == "k-4711"
    assert not {"authorization", "x-api-key"} & {name.lower() for name in net.headers("other.example.net")}


def test_secrets_are_not_sent_where_no_host_is_named(net):
    net.get(net.on("home.example.org", "/", giving(200)), secret_headers=SECRETS)
    assert "Authorization" not in net.headers("home.example.org")


def test_secrets_never_travel_without_encryption(net):
    plain = net.on("plain.example.org", "/", giving(200, b"seen by all"))
    names = ("plain.example.org", "home.example.org")
    net.get(plain, secret_headers=SECRETS, sent_to=names)
    assert "Authorization" not in net.headers("plain.example.org")
    first = net.on("home.example.org", "/start", redirecting(plain))
    net.get(first, secret_headers=SECRETS, sent_to=names)
    assert "Authorization" in net.headers("home.example.org")
    assert "Authorization" not in net.headers("plain.example.org")


def test_what_looks_like_an_account_stays_at_home_even_if_not_declared(net):
    last = net.on("other.example.net", "/", giving(200))
    first = net.on("home.example.org", "/", redirecting(last))
    headers = {
        "authorization": "Basic abc",
        "Cookie": "a=b",
        "X-Auth-Token": "t",
        "Accept": "image/tiff",
        "Range": "bytes=5-",
    }
    net.get(first, headers=headers)
    assert net.headers("home.example.org")["Authorization"] == "Basic abc"
    sent = {name.lower() for name in net.headers("other.example.net")}
    assert not {"authorization", "cookie", "x-auth-token"} & sent
    assert net.headers("other.example.net")["Accept"] == "image/tiff"
    assert net.headers("other.example.net")["Range"] == "bytes=5-"


def test_user_information_in_a_redirect_becomes_no_account(net):
    net.on("other.example.net", "/", giving(200))
    first = net.on("home.example.org", "/", redirecting("https://me:pw@other.example.net/"))
    url, _ = net.get(first)
    assert url == "https://other.example.net/"
    assert "Authorization" not in net.headers("other.example.net")


def test_a_relative_redirect_stays_at_its_host(net):
    net.on("home.example.org", "/a/c", giving(200, b"c"))
    url, body = net.get(net.on("home.example.org", "/a/b", redirecting("c?x=1#part")))
    assert (url, body) == ("https://home.example.org/a/c?x=1", b"c")
    net.on("data.example.org", "/a/c", giving(200, b"d"))
    assert net.get(net.on("home.example.org", "/a/b", redirecting("//data.example.org/a/c")))[1] == b"d"


@pytest.mark.parametrize(
    ("status", "method", "then", "body"),
    [
        (301, "POST", "GET", b""),
        (302, "POST", "GET", b""),
        (303, "POST", "GET", b""),
        (303, "PUT", "GET", b""),
        (307, "POST", "POST", b"{}"),
        (308, "POST", "POST", b"{}"),
        (302, "HEAD", "HEAD", b""),
        (303, "HEAD", "HEAD", b""),
    ],
)
def test_a_redirect_keeps_or_changes_the_method_as_its_status_says(net, status, method, then, body):
    last = net.on("home.example.org", "/last", giving(200))
    first = net.on("home.example.org", "/first", redirecting(last, status))
    net.get(
        first, method=method, body=None if method == "HEAD" else b"{}", headers={"Content-Type": "application/json"}
    )
    received = net.servers["home.example.org"].received[-1]
    assert (received.method, received.body) == (then, body)
    assert ("Content-Type" in received.headers) is (then == "POST")


def test_a_body_with_a_password_is_not_handed_on(net):
    other = net.on("other.example.net", "/token", giving(200))
    first = net.on("home.example.org", "/token", redirecting(other, 307))
    with pytest.raises(AccessError) as raised:
        net.get(first, method="POST", body=b"password=x", sent_to=("home.example.org",))
    assert raised.value.parameters["host"] == "other.example.net"
    assert net.servers["other.example.net"].received == []
    net.get(first, method="POST", body=b"{}")
    assert net.servers["other.example.net"].received[-1].body == b"{}"


def test_a_loop_is_an_error_and_soon(net):
    net.on("data.example.org", "/", redirecting("https://home.example.org/"))
    first = net.on("home.example.org", "/", redirecting("https://data.example.org/"))
    with pytest.raises(AccessError) as raised:
        net.get(first)
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.NETWORK_FAULT, Reason.REDIRECT_LOOP)
    assert len(net.servers["home.example.org"].received) == 1


def test_ten_redirects_are_followed_and_no_more(session, server, log, cancellation):
    for number in range(20):
        server.on(f"/{number}", redirecting(f"/{number + 1}"))
    server.on("/10", giving(200, b"ten"))
    assert session.send(HttpRequest(server.url("/0")), cancellation).read() == b"ten"
    assert log.statuses == [302] * 10 + [200]
    server.on("/10", redirecting("/11"))
    with pytest.raises(AccessError) as raised:
        session.send(HttpRequest(server.url("/0")), cancellation)
    assert raised.value.reason is Reason.REDIRECT_LOOP
    assert len(log.statuses) == 22


def test_a_redirect_without_a_target_is_an_answer(session, server, cancellation):
    url = server.on("/", giving(302, b"hm"))
    with session.send(HttpRequest(url), cancellation) as response:
        assert (response.status, response.read()) == (302, b"hm")


def test_letters_beyond_ascii_in_a_redirect_arrive(session, server, cancellation):
    server.on("/k%C3%A4se", giving(200, b"cheese"))
    url = server.on("/", redirecting("/käse".encode().decode("latin-1")))
    assert session.send(HttpRequest(url), cancellation).read() == b"cheese"


def test_the_account_that_was_refused_is_told_from_the_one_that_is_missing(net):
    url = net.on("home.example.org", "/", giving(401, b'{"detail":"token top-secret expired"}'))
    with pytest.raises(AccessError) as raised:
        net.get(url)
    assert raised.value.kind is ErrorKind.ACCOUNT_NEEDED
    with pytest.raises(AccessError) as raised:
        net.get(url, secret_headers=SECRETS, sent_to=("home.example.org",))
    assert raised.value.kind is ErrorKind.ACCOUNT_REFUSED
    assert raised.value.parameters["detail"] == "token *** expired"
    first = net.on("data.example.org", "/", redirecting(url))
    with pytest.raises(AccessError) as raised:
        net.get(first, secret_headers=SECRETS, sent_to=("data.example.org",))
    assert raised.value.kind is ErrorKind.ACCOUNT_NEEDED
