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
