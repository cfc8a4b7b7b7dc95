"""Small servers on real sockets, in threads of the test's own process."""

from __future__ import annotations

import contextlib
import http.server
import select
import socket
import ssl
import threading
import time
from collections import defaultdict
from urllib.parse import urlsplit

import trustme

from copernicus_plugin.network.ports import NetworkSettings, Proxy


class Log:
    """What a host's log would get."""

    def __init__(self):
        self.lines = []

    def request_done(self, method, url, status, seconds, received, note):
        self.lines.append((method, url, status, seconds, received, note))

    @property
    def statuses(self):
        return [line[2] for line in self.lines]

    @property
    def notes(self):
        return [line[5] for line in self.lines]


class Settings:
    """What QGIS's options would say; ``proxy`` and ``excluded`` hosts may change between two attempts."""

    def __init__(self, proxy=None, certificates="", version=1, connect=5.0, read=5.0, qt=False):
        self.proxy = proxy
        self.certificates = certificates
        self.version = version
        self.connect = connect
        self.read = read
        self.qt = qt
        self.excluded = set()
        self.asked = []

    def settings_for(self, url):
        self.asked.append(url)
        proxy = None if urlsplit(url).hostname in self.excluded else self.proxy
        return NetworkSettings(
            proxy, self.certificates, self.version, "copernicus_plugin/0 QGIS/0", self.connect, self.read, self.qt
        )


class Received:
    def __init__(self, method, path, headers, body, host):
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body
        self.host = host
        self.at = time.monotonic()


class Server:
    """An HTTP server whose answers are functions: ``server.on("/path", function(handler))``."""

    def __init__(self, context=None):
        self.routes = {}
        self.received = []
        self.lock = threading.Lock()
        self.open_now = 0
        self.most_open = 0
        self.connections = 0
        self.stopping = threading.Event()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = 65536

            def setup(self):
                if context is not None:
                    self.request.settimeout(10)
                    self.request = context.wrap_socket(self.request, server_side=True)
                super().setup()
                with outer.lock:
                    outer.connections += 1

            def finish(self):
                with contextlib.suppress(OSError):
                    super().finish()
                self.request.close()

            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                host = self.headers.get("Host", "")
                path = self.path if self.path.startswith("/") else "/" + self.path.split("/", 3)[3]
                with outer.lock:
                    outer.received.append(Received(self.command, path, dict(self.headers), body, host))
                    outer.open_now += 1
                    outer.most_open = max(outer.most_open, outer.open_now)
                try:
                    route = outer.routes.get(path.partition("?")[0], not_found)
                    route(self)
                finally:
                    with outer.lock:
                        outer.open_now -= 1

            do_GET = do_POST = do_HEAD = do_PUT = answer

            def log_message(self, *arguments):
                return

        class Threading(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, request, client_address):
                return

        self.server = Threading(("127.0.0.1", 0), Handler)
        self.port = self.server.server_port
        self.scheme = "http" if context is None else "https"
        threading.Thread(target=self.server.serve_forever, args=(0.005,), daemon=True).start()

    def on(self, path, route):
        self.routes[path] = route
        return self.url(path)

    def url(self, path, host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}{path}"

    def close(self):
        self.stopping.set()
        self.server.shutdown()
        self.server.server_close()


def send(handler, status=200, body=b"", **headers):
    handler.send_response(status)
    headers.setdefault("Content_Length", str(len(body)))
    for name, value in headers.items():
        if value is not None:
            handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)
    handler.wfile.flush()


def giving(status=200, body=b"", **headers):
    return lambda handler: send(handler, status, body, **headers)


def not_found(handler):
    send(handler, 404, b'{"code":"NotFound","description":"no such page"}', Content_Type="application/json")


def redirecting(location, status=302):
    return lambda handler: send(handler, status, b"", Location=location() if callable(location) else location)


def in_turn(*routes):
    """Each request gets the next answer, the last one for ever."""
    waiting = list(routes)
    lock = threading.Lock()

    def route(handler):
        with lock:
            chosen = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        chosen(handler)

    return route


def hanging(server, seconds=20.0):
    def route(handler):
        server.stopping.wait(seconds)
        handler.close_connection = True

    return route


def hanging_in_body(server, sent=b"x" * 1000, length=1_000_000, seconds=20.0):
    def route(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(sent)
        handler.wfile.flush()
        server.stopping.wait(seconds)
        handler.close_connection = True

    return route


def cutting(sent=b"x" * 1000, length=1_000_000, **headers):
    """The announced length is not reached."""

    def route(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(sent)
        handler.wfile.flush()
        handler.close_connection = True

    return route


def dropping(handler):
    """The connection ends without a word."""
    handler.close_connection = True
    with contextlib.suppress(OSError):
        handler.connection.shutdown(socket.SHUT_RDWR)


class RawServer:
    """Takes connections and does with them what ``talk(connection)`` does; by default nothing at all."""

    def __init__(self, talk=None, listen=16):
        self.talk = talk
        self.kept = []
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(listen)
        self.port = self.socket.getsockname()[1]
        self.closed = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while not self.closed.is_set():
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            self.kept.append(connection)
            if self.talk is not None:
                threading.Thread(target=self.guarded, args=(connection,), daemon=True).start()

    def guarded(self, connection):
        with contextlib.suppress(OSError), connection:
            self.talk(connection)

    def close(self):
        self.closed.set()
        with contextlib.suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        for connection in self.kept:
            with contextlib.suppress(OSError):
                connection.close()


class HttpProxy:
    """An HTTP proxy that leads host names to ports of this machine, with Basic credentials if wanted."""

    def __init__(self, ports, credentials=None, connect_status=None):
        self.ports = ports
        self.credentials = credentials
        self.connect_status = connect_status
        self.seen = []
        self.authorizations = []
        self.by_host = defaultdict(int)
        self.raw = RawServer(self.talk)
        self.port = self.raw.port

    @property
    def proxy(self):
        user, _, password = (self.credentials or ":").partition(":")
        return Proxy("http", "127.0.0.1", self.port, user, password)

    def talk(self, connection):
        stream = connection.makefile("rb")
        while True:
            line = stream.readline().decode("latin-1").split()
            if len(line) != 3:
                return
            head = []
            while True:
                header = stream.readline()
                if header in (b"\r\n", b"\n", b""):
                    break
                head.append(header)
            if not self.pass_on(connection, stream, line, head):
                return

    def pass_on(self, connection, stream, line, head):
        method, target, _ = line
        headers = {h.partition(b":")[0].strip().lower().decode(): h.partition(b":")[2].strip().decode() for h in head}
        self.seen.append((method, target))
        self.authorizations.append(headers.get("proxy-authorization"))
        if self.credentials is not None and not self.allowed(headers.get("proxy-authorization", "")):
            connection.sendall(
                b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n'
                b"Content-Length: 0\r\n\r\n"
            )
            return method != "CONNECT"
        if method == "CONNECT" and self.connect_status is not None:
            connection.sendall(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % self.connect_status)
            return False
        host = target.rpartition(":")[0] if method == "CONNECT" else urlsplit(target).hostname
        self.by_host[host] += 1
        with socket.create_connection(("127.0.0.1", self.ports[host])) as upstream:
            if method == "CONNECT":
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                path = target.split("/", 3)[3] if target.count("/") >= 3 else ""
                kept = [h for h in head if not h.lower().startswith((b"proxy-", b"connection:"))]
                upstream.sendall(
                    f"{method} /{path} HTTP/1.1\r\n".encode() + b"".join(kept) + b"Connection: close\r\n\r\n"
                )
                upstream.sendall(stream.read(int(headers.get("content-length", 0))))
            relay(connection, upstream)
        return False

    def allowed(self, sent):
        import base64

        return sent == "Basic " + base64.b64encode(self.credentials.encode("latin-1")).decode()

    def close(self):
        self.raw.close()


def relay(one, other):
    while True:
        for source in select.select([one, other], [], [], 30)[0]:
            data = source.recv(65536)
            if not data:
                return
            (other if source is one else one).sendall(data)


class Authority:
    """A certificate authority of the test's own."""

    def __init__(self):
        self.ca = trustme.CA()
        self.pem = self.ca.cert_pem.bytes().decode()

    def context(self, *names):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.ca.issue_cert(*names).configure_cert(context)
        return context
