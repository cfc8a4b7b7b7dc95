"""A STAC server on a real socket, whose paging, abilities and faults a test chooses."""

from __future__ import annotations

import http.server
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from copernicus_plugin.access_points.registry import Registry
from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.stac.adapter import StacAdapter
from copernicus_plugin.model.access_point import AccessPoint, Endpoint, Group, State, Status
from copernicus_plugin.model.collection import Collection, Theme
from copernicus_plugin.network.session import HttpSession
from tests.unit.network.servers import Log, Settings

CORE = "https://api.stacspec.org/v1.0.0/item-search"
CLASSES = {
    "query": f"{CORE}#query",
    "sort": f"{CORE}#sort",
    "fields": f"{CORE}#fields",
    "filter": "https://api.stacspec.org/v1.0.0-rc.2/item-search#filter",
    "cql2-json": "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
    "cql2-text": "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
}


def square(west, south, size=1.0):
    east, north = west + size, south + size
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def item(number, west=4.0, south=51.0, day=None, **properties):
    """An item with the least that STAC wants."""
    day = day or f"2026-06-{1 + number % 28:02d}"
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": f"item-{number}",
        "collection": "s2",
        "geometry": square(west, south),
        "bbox": [west, south, west + 1, south + 1],
        "properties": {"datetime": f"{day}T10:30:00Z", "eo:cloud_cover": number % 100, **properties},
        "links": [],
        "assets": {
            "visual": {
                "href": f"https://data.example.org/{number}/TCI.tif",
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "roles": ["visual"],
            },
            "thumbnail": {
                "href": f"https://data.example.org/{number}/preview.jpg",
                "type": "image/jpeg",
                "roles": ["thumbnail"],
            },
        },
    }


@dataclass
class Asked:
    method: str
    path: str
    query: dict
    body: dict | None
    headers: dict
    at: float = field(default_factory=time.monotonic)

    @property
    def said(self):
        return self.query if self.body is None else {**self.query, **self.body}


class StacServer:
    """Serves ``items`` in pages.

    ``paging``: how a page names the next one; see ``_next``. It ignores every filter, as bad servers do.
    ``answer`` may take a request's place: it gets ``Asked`` and returns (status, headers, bytes) or ``None``.
    """

    def __init__(
        self,
        items=(),
        conforms=("query", "sort", "fields"),
        methods=("GET", "POST"),
        paging="body",
        delay=0.0,
        host="127.0.0.1",
    ):
        self.items = list(items)
        self.conforms = conforms
        self.methods = methods
        self.paging = paging
        self.delay = delay
        self.count = "numberMatched"
        self.answer = None
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                self._serve(None)

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self._serve(json.loads(body) if body else {})

            def _serve(self, body):
                parts = urlsplit(self.path)
                asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), body, dict(self.headers))
                outer.asked.append(asked)
                status, headers, data = outer.respond(asked)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_arguments):
                """Quiet."""

            def handle(self):
                try:
                    super().handle()
                except OSError:
                    self.close_connection = True

        class Threads(http.server.ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

        self._http = Threads((host, 0), Handler)
        self.url = f"http://{host}:{self._http.server_address[1]}/stac"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self):
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    @property
    def searches(self):
        return [asked for asked in self.asked if "search" in asked.path]

    def respond(self, asked):
        if self.delay:
            time.sleep(self.delay)
        special = self.answer(asked) if self.answer else None
        if special is not None:
            return special
        if asked.path.rstrip("/") == "/stac":
            return self.json(self.landing())
        if asked.path == "/stac/search":
            return self.json(self.page(asked))
        return self.json({"code": "NotFound", "description": "Not Found"}, 404)

    @staticmethod
    def json(value, status=200):
        return status, {"Content-Type": "application/geo+json"}, json.dumps(value).encode()

    def landing(self):
        links = [{"rel": "search", "href": f"{self.url}/search", "method": method} for method in self.methods]
        return {"type": "Catalog", "conformsTo": [CORE, *map(CLASSES.get, self.conforms)], "links": links}

    def page(self, asked):
        said = asked.said
        size = int(said.get("limit", 10))
        start = self._start(said, size)
        features = self.items[start : start + size]
        page = {"type": "FeatureCollection", "features": features, "links": [{"rel": "self", "href": self.url}]}
        if start + size < len(self.items):
            page["links"].append(self._next(asked, start, size))
        if self.count == "context":
            page["context"] = {"matched": len(self.items), "returned": len(features)}
        elif self.count:
            page[self.count] = len(self.items)
        return page

    @staticmethod
    def _start(said, size):
        for name in ("token", "next", "offset", "startIndex"):
            if name in said:
                return int(str(said[name]).rpartition(":")[2])
        return (int(said.get("page", 1)) - 1) * size

    def _next(self, asked, start, size):
        link = {"rel": "next", "type": "application/geo+json", "href": f"{self.url}/search"}
        after = start + size
        kind = self.paging
        if kind == "body":  # pgstac: no merge, body complete
            return {**link, "method": "POST", "body": {**asked.said, "token": f"next:s2:{after}"}}
        if kind == "merge-false":  # stac-server
            return {**link, "method": "POST", "merge": False, "body": {**asked.said, "next": f"a,b:{after}"}}
        if kind == "merge-true":
            return {**link, "method": "POST", "merge": True, "body": {"token": str(after)}}
        if kind == "no-body":  # the position is in the address, the body stays what it was
            return {**link, "method": "POST", "href": f"{self.url}/search?page={start // size + 2}"}
        if kind == "headers":
            return {**link, "method": "POST", "body": {**asked.said, "token": str(after)}, "headers": {"X-Page": "2"}}
        parameters = dict(asked.query)
        if kind == "get-relative":
            return {**link, "href": "search?" + urlencode({**parameters, "offset": after})}
        if kind == "get-query-only":
            return {**link, "href": "?" + urlencode({**parameters, "startIndex": after})}
        if kind == "get-merge":
            return {**link, "href": f"{self.url}/search?token={after}", "method": "GET", "merge": True}
        if kind == "get-page":
            return {**link, "href": f"{self.url}/search?" + urlencode({**parameters, "page": start // size + 2})}
        raise ValueError(kind)


class HangingServer:
    """Takes connections and requests, and never answers."""

    def __init__(self):
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/stac"

    def close(self):
        self._socket.close()


COLLECTIONS = {
    "sentinel-2-l2a": Collection("sentinel-2-l2a", "Sentinel-2 L2A", Theme.SATELLITE, cloud_cover=True),
    "dem": Collection("dem", "Elevation", Theme.SATELLITE, timeless=True),
}


def access_point(url, identifier="place", mapping="s2", collection="sentinel-2-l2a", further=(), **dialect):
    endpoints = tuple(Endpoint("stac", address, {collection: mapping}, dialect) for address in (url, *further))
    return AccessPoint(
        identifier, identifier, identifier, Group.PRIVATE, "somebody", Status(State.ACTIVE), endpoints=endpoints
    )


def registry(*places):
    return Registry({place.id: place for place in places}, COLLECTIONS)


def open_session(read=5.0):
    return HttpSession(Settings(read=read), Log())


def adapter(session, url, mapping="s2", collection="sentinel-2-l2a", **dialect):
    place = access_point(url, mapping=mapping, collection=collection, **dialect)
    return StacAdapter(Context(place, place.endpoints[0], session, COLLECTIONS))


def products(pages):
    return [product for page in pages for product in page.products]
