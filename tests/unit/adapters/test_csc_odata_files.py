"""The single files of a product by its folders, and what requests for them carry."""

from __future__ import annotations

import threading
import time
from urllib.parse import unquote

import pytest

from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Verification
from copernicus_plugin.model.query import Query
from copernicus_plugin.network.messages import HttpRequest
from tests.unit.adapters.odata_server import OdataServer, Tokens, adapter, product, token_account
from tests.unit.adapters.stac_server import open_session, products

NAME = "S2A_MSIL2A_000001.SAFE"
GRANULE = "L2A_T29UNU_A038058_20221005T115407"
TREE = {
    "manifest.safe": 700,
    "HTML/star.gif": 10,
    "rep_info/a b(1)'.xsd": 11,
    f"GRANULE/{GRANULE}/MTD_TL.xml": 0,
    f"GRANULE/{GRANULE}/IMG_DATA/R10m/T29UNU_B04_10m.jp2": 4000,
    f"GRANULE/{GRANULE}/IMG_DATA/R10m/T29UNU_B03_10m.jp2": 3000,
    f"GRANULE/{GRANULE}/AUX_DATA/AUX_ECMWFT": 12,
}


@pytest.fixture
def server():
    made = OdataServer([product(1), product(2, Name="S2A_MSIL2A_000002.SAFE")])
    yield made
    made.close()


@pytest.fixture
def session():
    made = open_session()
    yield made
    made.close()


class Nodes:
    """Answers listings of ``tree``; counts how many at the same time."""

    def __init__(self, server, tree=TREE, delay=0.0, alter=lambda entries: entries):
        self.server, self.tree, self.delay, self.alter = server, tree, delay, alter
        self.listed, self.most, self._open = [], 0, 0
        self._lock = threading.Lock()

    def __call__(self, _method, path, _query, headers, _body):
        if "/Nodes" not in path:
            return None
        assert "Authorization" not in headers
        assert "'" not in path
        with self._lock:
            self._open += 1
            self.most = max(self.most, self._open)
        time.sleep(self.delay)
        with self._lock:
            self._open -= 1
        parts = [unquote(part[len("Nodes(") : -1]) for part in path.split("/") if part.startswith("Nodes(")]
        self.listed.append("/".join(parts[1:]))
        return self.server.json({"result": self.alter(self._children(parts))})

    def _children(self, parts):
        if not parts:
            return [
                {
                    "Id": "x",
                    "Name": self.root,
                    "ContentLength": 0,
                    "ChildrenNumber": 4,
                    "Nodes": {"uri": "https://evil.example/"},
                }
            ]
        start = "".join(f"{part}/" for part in parts[1:])
        found = {}
        for path, size in self.tree.items():
            if path.startswith(start):
                name, deeper, _ = path[len(start) :].partition("/")
                found[name] = {
                    "Name": name,
                    "ContentLength": 0 if deeper else size,
                    "ChildrenNumber": int(bool(deeper)),
                }
        return list(found.values())

    root = NAME


def first(made):
    return products(made.search(Query("sentinel-2-l2a", limit=5), Cancellation()))[-1]


def test_files_by_folder_with_sizes_and_addresses(server, session):
    made = adapter(session, server.url, limits=Limits({"127.0.0.1": 3}))
    server.answer = nodes = Nodes(server, delay=0.02)
    found = first(made)
    detailed = made.details(found, Cancellation())
    assert sorted(detailed.assets) == ["B03_10m", "B04_10m", "Product", "granule_metadata", "safe_manifest"]
    band = detailed.assets["B04_10m"]
    root = f"{server.url}Products({found.self_href[-37:-1]})/Nodes({NAME})"
    assert (
        band.href
        == f"{root}/Nodes(GRANULE)/Nodes({GRANULE})/Nodes(IMG_DATA)/Nodes(R10m)/Nodes(T29UNU_B04_10m.jp2)/$value"
    )
    assert (band.size, band.verification, band.is_jpeg2000) == (4000, Verification.CATALOGUE, True)
    assert band.local_path == f"{NAME}/GRANULE/{GRANULE}/IMG_DATA/R10m/T29UNU_B04_10m.jp2"
    assert detailed.assets["granule_metadata"].size is None
    assert 1 < nodes.most <= 3
    assert made.details(detailed, Cancellation()) is detailed


def test_the_next_product_is_asked_only_for_folders_that_had_something(server, session):
    made = adapter(session, server.url)
    server.answer = nodes = Nodes(server)
    keys = sorted(made.details(first(made), Cancellation()).assets)
    assert {"HTML", "rep_info", f"GRANULE/{GRANULE}/AUX_DATA"} <= set(nodes.listed)
    nodes.listed.clear()
    again = GRANULE.replace("20221005", "20231005")
    nodes.tree = {path.replace(GRANULE, again): size for path, size in TREE.items()}
    assert sorted(made.details(first(made), Cancellation()).assets) == keys
    assert sorted(nodes.listed) == [
        "",
        "",
        "GRANULE",
        *(f"GRANULE/{again}{rest}" for rest in ("", "/IMG_DATA", "/IMG_DATA/R10m")),
    ]
    nodes.listed.clear()
    nodes.tree = {"HTML/x/IMG_DATA/x_B02_10m.jp2": 5}
    assert "B02_10m" in made.details(first(made), Cancellation()).assets


def test_odd_listings_are_read_as_far_as_they_make_sense(server, session):
    def odd(entries):
        for entry in entries:
            if entry["ChildrenNumber"] == 0:
                entry.update(ContentLength=-1, ChildrenNumber=None)
        return [*entries, 7, {"Name": "../x"}, {"Name": ""}, {"Name": "a/b_B09_10m.jp2"}, {"Name": None}]

    made = adapter(session, server.url)
    server.answer = Nodes(server, alter=odd)
    detailed = made.details(first(made), Cancellation())
    assert {"B03_10m", "B04_10m"} <= set(detailed.assets)
    assert detailed.assets["B04_10m"].size is None
    for body in (b"{}", b"[]", b'{"result": 7}', b"<html>", b"\xff", b'{"result": ['):
        server.answer = lambda _m, path, *_, body=body: (200, {}, body) if "Nodes" in path else None
        with pytest.raises(AccessError) as caught:
            made.details(first(made), Cancellation())
        assert caught.value.kind is ErrorKind.BAD_ANSWER


def test_a_tree_without_end_is_left(server, session):
    made = adapter(session, server.url)

    def endless(_method, path, *_):
        if "/Nodes" not in path:
            return None
        names = ["a", "b"] if "Nodes(" in path else [NAME]
        return server.json({"result": [{"Name": name, "ContentLength": 0, "ChildrenNumber": 2} for name in names]})

    server.answer = endless
    found = first(made)
    assert made.details(found, Cancellation()).assets == dict(found.assets)
    assert len(server.asked) < 320


def test_listings_do_not_wait_for_transfers(server, session):
    made = adapter(session, server.url, limits=Limits({"127.0.0.1": 1}))
    go_on, nodes = threading.Event(), Nodes(server)

    def answer(method, path, query, headers, body):
        if path.endswith("/slow"):
            go_on.wait(10)
            return 200, {}, b"x"
        return nodes(method, path, query, headers, body)

    server.answer = answer
    found = first(made)
    request = HttpRequest(f"{server.url}slow", limits=Limits({"127.0.0.1": 1}))
    transfer = threading.Thread(target=lambda: session.send(request, Cancellation()).read())
    transfer.start()
    try:
        assert "B04_10m" in made.details(found, Cancellation()).assets
        assert transfer.is_alive()
    finally:
        go_on.set()
        transfer.join(5)


def test_a_listing_is_given_up_at_once(server, session):
    made = adapter(session, server.url)
    server.answer = Nodes(server, delay=1.0)
    found, cancellation = first(made), Cancellation()
    threading.Timer(0.1, cancellation.request).start()
    begun = time.monotonic()
    with pytest.raises(AccessError) as caught:
        made.details(found, cancellation)
    assert caught.value.kind is ErrorKind.CANCELLED
    assert time.monotonic() - begun < 0.7


def test_the_account_goes_into_the_header_and_only_where_it_may(server, session):
    found = first(adapter(session, server.url))
    asset = found.assets["Product"]
    tokens = Tokens("*.example.org")
    made = adapter(
        session, server.url, tokens, token_account("*.example.org"), download_url="https://dl.example.org/odata/v1/"
    )
    request = made.request(first(made).assets["Product"], found, Cancellation())
    assert request.url.startswith("https://dl.example.org/odata/v1/Products(")
    assert "token" not in request.url
    assert dict(request.secret_headers) == {"Authorization": "Bearer token-number-0"}
    assert request.sent_to == ("*.example.org",)
    assert dict(made.request(asset, found, Cancellation()).secret_headers) == {}
    made.forget(first(made).assets["Product"])
    made.forget(asset)
    assert tokens.refusals == 1


def test_a_search_error_of_the_lookup_does_not_hide_the_first(server, session):
    made = adapter(session, server.url)
    found = first(made)
    server.answer = lambda _m, path, *_: server.json({}, 404) if "/Products(" in path else (500, {}, b"")
    with pytest.raises(AccessError) as caught:
        made.details(found, Cancellation())
    assert (caught.value.kind, caught.value.reason) == (ErrorKind.NOT_FOUND, Reason.UNSPECIFIED)
