"""The real STAC server runs, holds the sandbox's items, and pages as the sandbox's Planetary Computer does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers.pgstac import PgstacServer, require_pgstac

pytest_plugins = "tests.sandbox.pytest_plugin"
SANDBOX = "https://planetarycomputer.microsoft.com/api/stac/v1"
SEARCH = {
    "collections": ["sentinel-2-l2a"],
    "bbox": [-11, 51, -5, 56],
    "datetime": "2022-08-01T00:00:00Z/2022-11-30T23:59:59Z",
}


@pytest.fixture(scope="module")
def server() -> Iterator[PgstacServer]:
    require_pgstac()
    with PgstacServer(today="2026-11-22") as server:
        yield server


@pytest.fixture
def direct():
    import requests

    with requests.Session() as session:
        session.trust_env = False
        yield session


def walk(session, address, body):
    """Every page by its next link."""
    pages = []
    while body:
        page = session.post(f"{address}/search", json=body).json()
        pages.append([item["id"] for item in page["features"]])
        body = next((link["body"] for link in page["links"] if link["rel"] == "next"), None)
    return pages


def test_it_finds_what_the_sandbox_finds(server, direct, client):
    ours = walk(client, SANDBOX, {**SEARCH, "limit": 20})
    theirs = walk(direct, server.url, {**SEARCH, "limit": 20})
    assert [len(page) for page in theirs] == [len(page) for page in ours] == [20, 20, 20, 6]
    assert theirs == ours


@pytest.mark.parametrize(
    "words",
    [
        {"filter": "eo:cloud_cover <= 30 AND platform = 'Sentinel-2A'", "filter-lang": "cql2-text"},
        {
            "filter": {
                "op": "or",
                "args": [
                    {"op": "<", "args": [{"property": "eo:cloud_cover"}, 10]},
                    {"op": "in", "args": [{"property": "sat:relative_orbit"}, [123]]},
                ],
            },
            "filter-lang": "cql2-json",
        },
        {"query": {"eo:cloud_cover": {"gte": 10, "lt": 60}}},
        {"ids": ["S2A_MSIL2A_20221005T115411_R023_T29UNU_20221005T164454"]},
        {"sortby": [{"field": "id", "direction": "asc"}]},
        {"sortby": [{"field": "properties.eo:cloud_cover", "direction": "desc"}]},
        {"sortby": [{"field": "properties.datetime", "direction": "asc"}, {"field": "id", "direction": "desc"}]},
    ],
)
def test_both_understand_the_same_words(server, direct, client, words):
    body = {**SEARCH, "limit": 100, **words}
    # Both take CQL2 text by GET only.
    if words.get("filter-lang") == "cql2-text":
        query = {"collections": "sentinel-2-l2a", "bbox": "-11,51,-5,56", "datetime": SEARCH["datetime"], "limit": 100}
        theirs, ours = (
            session.get(f"{root}/search", params={**query, **words}).json()
            for session, root in ((direct, server.url), (client, SANDBOX))
        )
        for session, root in ((direct, server.url), (client, SANDBOX)):
            assert session.post(f"{root}/search", json=body).status_code == 400
    else:
        theirs, ours = (
            session.post(f"{root}/search", json=body).json()
            for session, root in ((direct, server.url), (client, SANDBOX))
        )
    assert [item["id"] for item in theirs["features"]] == [item["id"] for item in ours["features"]] != []


DATA_SPACE = "https://stac.dataspace.copernicus.eu/v1"
"""Another server of this kind, with other items: pages and refusals have the same form."""
OCTOBER = {"collections": ["sentinel-2-l2a"], "limit": 2, "datetime": "2022-10-01T00:00:00Z/2022-10-30T00:00:00Z"}
POINT = {"type": "Point", "coordinates": [0, 0]}


def form(value):
    """Keys and kinds of what was answered; what servers say in words is their own."""
    if isinstance(value, dict):
        return {key: form(one) for key, one in value.items() if key not in ("features", "input", "ctx", "msg")}
    if isinstance(value, list):
        return [form(one) for one in value]
    return type(value).__name__


@pytest.mark.parametrize(
    "body",
    [
        OCTOBER,
        {**OCTOBER, "collections": ["nothing"]},
        {**OCTOBER, "bbox": [0, 0, 1, 1], "intersects": POINT},
        {**OCTOBER, "filter": "eo:cloud_cover < 5", "filter-lang": "cql2-text"},
        {**OCTOBER, "limit": 0},
        {**OCTOBER, "query": {"eo:cloud_cover": {"about": 5}}},
    ],
)
def test_the_data_space_answers_in_the_same_form(server, direct, client, body):
    theirs, ours = (
        session.post(f"{root}/search", json=body) for session, root in ((direct, server.url), (client, DATA_SPACE))
    )
    assert (ours.status_code, form(ours.json())) == (theirs.status_code, form(theirs.json()))
    assert ours.headers["content-type"] == theirs.headers["content-type"]


def test_the_data_space_pages_in_the_same_way(server, direct, client):
    for session, root in ((direct, server.url), (client, DATA_SPACE)):
        first = session.post(f"{root}/search", json=OCTOBER).json()
        body = next(link["body"] for link in first["links"] if link["rel"] == "next")
        last = first["features"][-1]
        places = ":".join(word.encode().hex() for word in (last["collection"], last["id"]))
        assert body == {**OCTOBER, "token": f"next:{places}"}
        second = session.post(f"{root}/search", json=body).json()
        assert [link["rel"] for link in second["links"]] == ["root", "self", "next", "previous"]
        for path in ("/search?bbox=0,0,1,1&intersects={}", "/search?filter=eo:cloud_cover <"):
            refusal = session.get(f"{root}{path}".replace("{}", '{"type":"Point","coordinates":[0,0]}'))
            assert (refusal.status_code, type(refusal.json()["detail"])) == (400, str)
        missing = session.get(f"{root}/collections/sentinel-2-l2a/items/nothing")
        assert (missing.status_code, missing.json()["code"]) == (404, "NotFoundError")
        landing = session.get(f"{root}/").json()
        assert {
            "https://api.stacspec.org/v1.0.0/item-search",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
        } <= (set(landing["conformsTo"]))
        assert form(session.get(f"{root}/collections?limit=2").json())["links"] == [
            {"rel": "str", "type": "str", "method": "str", "href": "str"},
            *([{"rel": "str", "type": "str", "href": "str"}] * 2),
        ]


def runs(process):
    """A process that has ended may stay in the table until the machine's first process looks."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_nothing_is_left_behind():
    require_pgstac()
    with PgstacServer(today="2026-11-22") as server:
        folder, process = server._folder, server._server.pid
        database = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        assert server.url.startswith("http://127.0.0.1:")
    assert not folder.exists()
    assert [gone for gone in (process, database) if runs(gone)] == []
