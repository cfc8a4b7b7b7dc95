"""The services' own clients complete search and download against the sandbox."""

from __future__ import annotations

import json

from tests.peers.running import run_script

pytest_plugins = "tests.sandbox.pytest_plugin"

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"
IRELAND = {"collections": ["sentinel-2-l2a"], "bbox": [-11, 51, -5, 56], "datetime": "2022-08-01/2022-11-30"}


def test_pystac_client_walks_earth_search(sandbox, tmp_path):
    found = run_script("pystac_search.py", sandbox, tmp_path, EARTH_SEARCH, json.dumps({**IRELAND, "limit": 25}))
    assert found["title"] == "Earth Search by Element 84"
    assert found["matched"] == 70
    assert found["pages"][:3] == [25, 25, 20]
    assert len(set(found["ids"])) == 70
    assert "sentinel-2-l2a" in found["collections"]
    assert "visual" in next(iter(found["assets"].values()))
    assert sandbox.refused_hosts() == []


def test_pystac_client_sends_query_and_sort(sandbox, tmp_path):
    words = {**IRELAND, "query": ["eo:cloud_cover<30"], "sortby": "-properties.eo:cloud_cover", "limit": 5}
    found = run_script("pystac_search.py", sandbox, tmp_path, EARTH_SEARCH, json.dumps(words))
    assert 5 < len(found["ids"]) < 70
    assert found["matched"] == len(found["ids"])


def test_pystac_client_walks_planetary_computer(sandbox, tmp_path):
    words = {**IRELAND, "filter": {"op": "<=", "args": [{"property": "eo:cloud_cover"}, 50]}, "limit": 10}
    found = run_script("pystac_search.py", sandbox, tmp_path, PLANETARY_COMPUTER, json.dumps(words))
    assert found["matched"] is None
    assert len(found["pages"]) > 1
    assert len(set(found["ids"])) == len(found["ids"]) == sum(found["pages"])


def test_planetary_computer_signs_and_downloads(sandbox, tmp_path):
    item_id = "S2A_MSIL2A_20221005T115411_R023_T29UNU_20221005T164454"
    got = run_script("planetary_computer_download.py", sandbox, tmp_path, item_id, "SCL")
    assert got["status"] == 200
    assert got["signed"]
    assert got["size"] == got["announced"] > 10_000
    assert got["magic"] == "49492a00"
    assert got["unsigned_status"] == 404
    assert sandbox.requests(path_pattern="/api/sas/v1/token/sentinel2l2a01/sentinel2-l2")
    assert sandbox.refused_hosts() == []
