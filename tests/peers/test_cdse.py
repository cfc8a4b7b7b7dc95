"""The Data Space's own and other people's clients search, sign in and download there, unmodified."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.peers.moto_server import MotoServer
from tests.peers.running import run, run_script
from tests.sandbox.content.accounts import ANALYST
from tests.sandbox.content.s3_keys import KEYS

pytest_plugins = "tests.sandbox.pytest_plugin"

STAC = "https://stac.dataspace.copernicus.eu/v1"
EODATA = "eodata.dataspace.copernicus.eu"
PRODUCT = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454"
AUTUMN = {"collections": ["sentinel-2-l2a"], "bbox": [-11, 51, -5, 56], "datetime": "2022-08-01/2022-11-30"}
ACCESS, OTHER = next(iter(KEYS.items()))
needs_gdal = pytest.mark.skipif(not shutil.which("gdalinfo"), reason="gdalinfo is not installed")


@pytest.fixture
def item(client):
    return client.get(f"{STAC}/collections/sentinel-2-l2a/items/{PRODUCT}").json()


def passwords_seen(sandbox):
    """Hosts that were shown the password."""
    return {one.host for one in sandbox.requests() if ANALYST.password in f"{one.query} {one.body!r}"}


def test_cdsetool_finds_signs_in_and_downloads(sandbox, tmp_path, item):
    folder = tmp_path / "products"
    folder.mkdir()
    words = (ANALYST.username, ANALYST.password, str(folder), PRODUCT)
    got = run_script("cdsetool_download.py", sandbox, tmp_path, *words)
    assert {"cloudCover", "tileId", "relativeOrbitNumber"} <= set(got["terms"])
    assert 10 < len(got["found"]) < 70
    assert got["name"] == f"{PRODUCT}.SAFE"
    assert Path(got["zip"]).stat().st_size == got["announced"] == item["assets"]["Product"]["file:size"]
    assert f"Products({got['id']})" in item["assets"]["Product"]["href"]
    asset = item["assets"]["B04_60m"]
    with zipfile.ZipFile(got["zip"]) as opened:
        inside = hashlib.sha256(opened.read(asset["file:local_path"])).hexdigest()
    assert got["files"] == {asset["file:local_path"]: inside}
    assert sandbox.requests(path_pattern=r"/Nodes\(manifest\.safe\)/\$value")
    assert passwords_seen(sandbox) == {"identity.dataspace.copernicus.eu"}
    assert sandbox.refused_hosts() == []


def test_eodag_finds_signs_in_and_downloads(sandbox, tmp_path, item):
    folder = tmp_path / "products"
    account = {"USERNAME": ANALYST.username, "PASSWORD": ANALYST.password}
    settings = {f"EODAG__COP_DATASPACE__AUTH__CREDENTIALS__{name}": value for name, value in account.items()}
    got = run_script("eodag_download.py", sandbox, tmp_path, str(folder), PRODUCT, **settings)
    assert got["pages"] == [20, 20, 20, 10]
    assert len(set(got["found"])) == 70
    assert f"Products({got['uid']})" in item["assets"]["Product"]["href"]
    with zipfile.ZipFile(got["path"]) as opened:
        assert opened.testzip() is None
        assert f"{PRODUCT}.SAFE/manifest.safe" in opened.namelist()
    assert [one.status for one in sandbox.requests(path_pattern=r"\)/\$value$")] == [301, 200]
    assert sandbox.refused_hosts() == []


def test_pystac_client_walks_the_catalogue(sandbox, tmp_path):
    words = {**AUTUMN, "query": {"eo:cloud_cover": {"lte": 60}}, "sortby": "-properties.datetime", "limit": 10}
    found = run_script("pystac_search.py", sandbox, tmp_path, STAC, json.dumps(words))
    assert found["matched"] is None
    assert found["pages"][:-1] == [10] * (len(found["pages"]) - 1)
    assert 10 < len(set(found["ids"])) == len(found["ids"]) == sum(found["pages"]) < 70
    assert PRODUCT in found["ids"]
    assert {"sentinel-1-grd", "sentinel-2-l1c", "sentinel-2-l2a"} <= set(found["collections"])
    assert "Product" in next(iter(found["assets"].values()))
    assert sandbox.refused_hosts() == []


@needs_gdal
def test_gdal_reads_a_single_file_with_a_token(sandbox, client, tmp_path, item):
    realm = "https://identity.dataspace.copernicus.eu/auth/realms/CDSE"
    words = {"client_id": "cdse-public", "grant_type": "password", "username": ANALYST.username,
             "password": ANALYST.password}  # fmt: skip
    token = client.post(f"{realm}/protocol/openid-connect/token", data=words).json()["access_token"]
    headers = tmp_path / "headers.txt"
    headers.write_text(f"Authorization: Bearer {token}\n", encoding="utf-8")
    href = item["assets"]["TCI_60m"]["alternate"]["https"]["href"].replace("//zipper.", "//download.")
    path = f"/vsicurl?empty_dir=yes&header_file={headers}&url={quote(href, safe='')}"
    info = json.loads(run(["gdalinfo", "-json", "-stats", path], sandbox, tmp_path))
    assert len(info["bands"]) == 3
    assert info["bands"][0]["maximum"] > info["bands"][0]["minimum"]
    assert info["cornerCoordinates"]["upperLeft"] == [499980, 5900040]
    asked = sandbox.requests("download.dataspace.copernicus.eu", r"TCI_60m\.jp2\)/\$value$")
    assert {one.status for one in asked} <= {200, 206}
    assert sandbox.refused_hosts() == []


@needs_gdal
def test_gdal_reads_the_bucket(sandbox, tmp_path, item):
    asset = item["assets"]["TCI_60m"]
    settings = {
        "AWS_S3_ENDPOINT": EODATA, "AWS_VIRTUAL_HOSTING": "FALSE", "AWS_REGION": "default",
        "AWS_ACCESS_KEY_ID": ACCESS, "AWS_SECRET_ACCESS_KEY": OTHER,
    }  # fmt: skip
    info = json.loads(run(["gdalinfo", "-json", asset["href"].replace("s3://", "/vsis3/")], sandbox, tmp_path,
                          **settings))  # fmt: skip
    assert [band["type"] for band in info["bands"]] == ["Byte"] * 3
    assert any("prefix=" in one.query for one in sandbox.requests(EODATA)), "the folder was not listed"
    assert sandbox.refused_hosts() == []


def test_the_bucket_answers_boto3_as_moto_does(sandbox, client, tmp_path):
    words = {"collections": ["sentinel-1-grd"], "bbox": [-11, 51, -5, 56], "limit": 1}
    radar = client.post(f"{STAC}/search", json=words).json()["features"][0]
    folder = next(link["href"] for link in radar["links"] if link["rel"] == "enclosure")
    prefix = folder.replace("s3://eodata/", "")
    key = radar["assets"]["vv"]["href"].replace("s3://eodata/", "")
    keys = json.dumps([ACCESS, OTHER])
    here = run_script("boto3_bucket.py", sandbox, tmp_path, f"https://{EODATA}", keys, prefix, key)
    refused = {name: here.pop(name) for name in ("wrong_key", "wrong_half")}
    with MotoServer() as moto:
        direct = {"NO_PROXY": "127.0.0.1"}
        copied = run_script("boto3_copy.py", sandbox, tmp_path, f"https://{EODATA}", moto.url, keys, prefix, **direct)
        there = run_script("boto3_bucket.py", sandbox, tmp_path, moto.url, keys, prefix, key, **direct)
    assert copied == len(here["resource"]) > 6
    assert here["head"][0] == radar["assets"]["vv"]["file:size"]
    # Of the older listing moto does not count folders among the keys of a page.
    for answers in (here, there):
        pages = answers.pop("folders_1")
        answers["listed"] = sorted((one for page in pages for one in page["keys"] + page["folders"]), key=str)
    assert here == {name: value for name, value in there.items() if name not in refused}
    # moto believes every key; the bucket does not.
    assert refused == {"wrong_key": [403, "InvalidAccessKeyId"], "wrong_half": [403, "SignatureDoesNotMatch"]}
    assert sandbox.refused_hosts() == []
