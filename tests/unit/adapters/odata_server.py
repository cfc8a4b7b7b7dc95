"""A little OData server on a real socket, that filters by times, sorts, pages and ends where it was told to."""

from __future__ import annotations

import datetime as dt
import http.server
import json
import re
import threading
from urllib.parse import parse_qsl, urlencode, urlsplit

from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.csc_odata.adapter import CscOdataAdapter
from copernicus_plugin.model.access_point import (
    AccessPoint,
    Account,
    AccountKind,
    Endpoint,
    Group,
    Limits,
    State,
    Status,
)
from copernicus_plugin.model.collection import Collection, FilePattern, Theme
from copernicus_plugin.network.authorisation import NoAccount

EPOCH = dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)
COLLECTIONS = {
    "sentinel-2-l2a": Collection(
        "sentinel-2-l2a",
        "Sentinel-2 L2A",
        Theme.SATELLITE,
        since="2015-06-27",
        files=(
            FilePattern(
                r"/IMG_DATA/.*_(?P<band>B\d\d)_10m\.jp2$", "{band}_10m", "{band}", "image/jp2", bands=("{band}",)
            ),
            FilePattern(r"(^|/)manifest\.safe$", "safe_manifest", roles=("metadata",)),
            FilePattern(r"/MTD_TL\.xml$", "granule_metadata", roles=("metadata",)),
        ),
    ),
    "dem": Collection("dem", "Elevation", Theme.SATELLITE, timeless=True),
}
MAPPING = {
    "sentinel-2-l2a": {"Collection/Name": "SENTINEL-2", "productType": "S2MSI2A"},
    "dem": "COP-DEM",
}


def stamp(moment, digits=6):
    text = f"{moment:%Y-%m-%dT%H:%M:%S.%f}"
    return f"{text[: len(text) - 6 + digits] if digits else text[:-7]}Z"


def uuid(number):
    return f"{number:08x}-0000-4000-8000-{number:012x}"


def product(number, start=None, end=None, published=None, digits=6, **members):
    start = EPOCH + dt.timedelta(minutes=number) if start is None else start
    attributes = {
        "productType": "S2MSI2A", "cloudCover": float(number % 100), "relativeOrbitNumber": 23,
        "orbitDirection": "DESCENDING", "platformShortName": "SENTINEL-2", "platformSerialIdentifier": "A",
        "instrumentShortName": "MSI", "tileId": "29UNU", "processingLevel": "S2MSI2A",
        **members.pop("attributes", {}),
    }  # fmt: skip
    kinds = {str: "String", int: "Integer", float: "Double"}
    return {
        "@odata.mediaContentType": "application/octet-stream",
        "Id": uuid(number),
        "Name": f"S2A_MSIL2A_{number:06d}.SAFE",
        "ContentLength": 1000 + number,
        "PublicationDate": stamp(published or start + dt.timedelta(hours=5)),
        "Online": True,
        "EvictionDate": "9999-12-31T23:59:59.999999Z",
        "Checksum": [{"Value": "0" * 32, "Algorithm": "MD5"}],
        "ContentDate": {"Start": stamp(start, digits), "End": stamp(end or start, digits)},
        "GeoFootprint": {"type": "Polygon", "coordinates": [[[4, 51], [5, 51], [5, 52], [4, 52], [4, 51]]]},
        "Attributes": [
            {"@odata.type": f"#OData.CSC.{kinds[type(value)]}Attribute", "Name": name, "Value": value,
             "ValueType": kinds[type(value)]}
            for name, value in attributes.items() if value is not None
        ],
        "Assets": [],
        **members,
    }  # fmt: skip


_CONDITION = re.compile(r"(ContentDate/Start|ContentDate/End|PublicationDate) (lt|le|gt|ge) (\S+Z)")


def _value(entry, name):
    return entry["ContentDate"][name[12:]] if name.startswith("ContentDate/") else entry[name]


def _key(text):
    """Times as texts of the same length, which sort as times do."""
    head, _, tail = text.rstrip("Z").partition(".")
    return f"{head}.{tail.ljust(6, '0')}"


class OdataServer:
    """``products`` by time filters, in pages; ``most`` at once and at most ``deepest`` skipped.

    ``answer`` may take a request's place: it gets (method, path, query, headers, body) and returns
    (status, headers, bytes), or ``None``.
    """

    def __init__(self, products=(), most=1000, deepest=10000):
        self.products = list(products)
        self.most = most
        self.deepest = deepest
        self.answer = None
        self.asked = []
        self._found = (None, [])
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                self._serve(b"")

            def do_POST(self):
                self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def _serve(self, body):
                parts = urlsplit(self.path)
                query = dict(parse_qsl(parts.query, keep_blank_values=True))
                outer.asked.append((self.command, parts.path, query, dict(self.headers), self.path))
                special = (
                    outer.answer(self.command, parts.path, query, dict(self.headers), body) if outer.answer else None
                )
                status, headers, data = special or outer.page(parts.path, query)
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

        self._http = Threads(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/odata/v1/"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self):
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    @property
    def filters(self):
        return [query["$filter"] for _, path, query, *_ in self.asked if path.endswith("/Products")]

    @staticmethod
    def json(value, status=200):
        return status, {"Content-Type": "application/json"}, json.dumps(value).encode()

    def page(self, path, query):
        if not path.endswith("/Products"):
            return self.json({"detail": "Not Found"}, 404)
        top, skip = int(query.get("$top", 20)), int(query.get("$skip", 0))
        if top > self.most or skip > self.deepest:
            error = {"type": "less_than_equal", "loc": ["query", "$skip"], "msg": "Input should be less than or equal"}
            return self.json({"detail": [error]}, 422)
        found = self._matching(query["$filter"], query["$orderby"])
        page = {"@odata.context": "$metadata#Products", "value": found[skip : skip + top]}
        if skip + top < len(found) and skip + top <= self.deepest:
            page["@odata.nextLink"] = f"{self.url}Products?" + urlencode({**query, "$skip": skip + top})
        return self.json(page)

    def _matching(self, text, order):
        if self._found[0] == (text, order):
            return self._found[1]
        compare = {
            "lt": lambda a, b: a < b, "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
        }  # fmt: skip
        found = self.products
        for name, operator, moment in _CONDITION.findall(text):
            wanted = _key(moment)
            found = [one for one in found if compare[operator](_key(_value(one, name)), wanted)]
        name, direction = order.split()
        found = sorted(found, key=lambda one: one["Id"])
        found.sort(key=lambda one: _key(_value(one, name)), reverse=direction == "desc")
        self._found = ((text, order), found)
        return found


def place(url, identifier="place", account=None, limits=None, **dialect):
    endpoint = Endpoint("csc_odata", url, MAPPING, dialect)
    return AccessPoint(
        identifier, identifier, identifier, Group.PRIVATE, "somebody", Status(State.ACTIVE),
        account=account or Account(), limits=limits or Limits(), endpoints=(endpoint,),
    )  # fmt: skip


def token_account(*hosts):
    return Account(AccountKind.OIDC_DIRECT, ("download",), hosts)


class Tokens:
    """Stands where the place's account would: a header, the hosts that may see it, and a count of refusals."""

    def __init__(self, *hosts):
        self.sent_to = hosts
        self.refusals = 0

    def headers(self, cancellation):
        return {"Authorization": f"Bearer token-number-{self.refusals}"}

    def refused(self):
        self.refusals += 1


def adapter(session, url, authoriser=None, account=None, limits=None, **dialect):
    where = place(url, account=account, limits=limits, **dialect)
    return CscOdataAdapter(Context(where, where.endpoints[0], session, COLLECTIONS, authoriser or NoAccount()))
