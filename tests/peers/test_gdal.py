"""GDAL opens what the items name: streamed, signed, with the place and the kind of pixels that the items promise."""

from __future__ import annotations

import json
import shutil
from urllib.parse import quote

import pytest

from tests.peers.running import run

pytest_plugins = "tests.sandbox.pytest_plugin"
pytestmark = pytest.mark.skipif(not shutil.which("gdalinfo"), reason="gdalinfo is not installed")

EARTH_SEARCH = "https://earth-search.aws.element84.com/v1"
PLANETARY_COMPUTER = "https://planetarycomputer.microsoft.com/api/stac/v1"


@pytest.fixture
def gdalinfo(sandbox, tmp_path):
    def ask(path, **options):
        streaming = {"GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR", **options}
        return json.loads(run(["gdalinfo", "-json", "-stats", path], sandbox, tmp_path, **streaming))

    return ask


def item_of(client, root, collection, item_id):
    return client.get(f"{root}/collections/{collection}/items/{item_id}").json()


def corners(info):
    return info["cornerCoordinates"]["upperLeft"] + info["cornerCoordinates"]["lowerRight"]


def epsg(info):
    """The last authority in WKT 2 is the one of the whole."""
    return int(info["coordinateSystem"]["wkt"].rpartition('ID["EPSG",')[2].partition("]")[0])


@pytest.mark.parametrize(
    ("key", "bands", "kind"),
    [("visual", 3, "Byte"), ("red", 1, "UInt16"), ("nir", 1, "UInt16"), ("swir16", 1, "UInt16"), ("scl", 1, "Byte")],
)
@pytest.mark.parametrize(
    "item_id", ["S2A_29UNU_20221005_0_L2A", "S2B_24MVV_20250731_0_L2A", "S2A_1KAB_20220911_0_L2A"]
)
def test_sentinel_2_of_earth_search(gdalinfo, client, item_id, key, bands, kind):
    item = item_of(client, EARTH_SEARCH, "sentinel-2-l2a", item_id)
    if "code" in item:
        pytest.skip(f"{item_id} is a recorded item, and the recordings are absent")
    asset = item["assets"][key]
    info = gdalinfo(f"/vsicurl/{asset['href']}")
    across, _, left, _, down, top = asset["proj:transform"]
    rows, columns = asset["proj:shape"]
    assert corners(info) == [left, top, left + columns * across, top + rows * down]
    assert epsg(info) == item["properties"]["proj:epsg"]
    assert [band["type"] for band in info["bands"]] == [kind] * bands
    assert info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG"
    assert info["bands"][0]["overviews"]
    assert info["bands"][0]["maximum"] > info["bands"][0]["minimum"]


@pytest.mark.parametrize("key", ["visual", "B04", "SCL", "preview"])
def test_gdal_signs_by_itself(gdalinfo, client, sandbox, key):
    item = item_of(
        client, PLANETARY_COMPUTER, "sentinel-2-l2a", "S2A_MSIL2A_20221005T115411_R023_T29UNU_20221005T164454"
    )
    href = item["assets"][key]["href"]
    info = gdalinfo(f"/vsicurl?pc_url_signing=yes&url={quote(href, safe='')}")
    assert corners(info) == [499980, 5900040, 609780, 5790240]
    assert sandbox.requests(path_pattern="/api/sas/v1/sign")


def test_mirrors_show_the_same_picture(gdalinfo, client):
    here = item_of(client, EARTH_SEARCH, "sentinel-2-l2a", "S2A_29UNU_20221005_0_L2A")["assets"]
    there = item_of(
        client, PLANETARY_COMPUTER, "sentinel-2-l2a", "S2A_MSIL2A_20221005T115411_R023_T29UNU_20221005T164454"
    )["assets"]

    def mean(path):
        return gdalinfo(path)["bands"][0]["mean"]

    signed = "/vsicurl?pc_url_signing=yes&url="
    assert mean(f"/vsicurl/{here['visual']['href']}") == pytest.approx(mean(signed + quote(there["visual"]["href"])))
    # The one has taken ESA's offset of 1000 off, the other has not.
    difference = mean(signed + quote(there["B04"]["href"], safe="")) - mean(f"/vsicurl/{here['red']['href']}")
    assert difference == pytest.approx(1000, abs=30)


def test_heights_from_both(gdalinfo, sandbox):
    name = "Copernicus_DSM_COG_10_N52_00_W009_00_DEM"
    options = {"AWS_NO_SIGN_REQUEST": "YES", "AWS_REGION": "eu-central-1"}
    here = gdalinfo(f"/vsis3/copernicus-dem-30m/{name}/{name}.tif", **options)
    blob = f"https://elevationeuwest.blob.core.windows.net/copernicus-dem/COP30_hh/{name}.tif"
    there = gdalinfo(f"/vsicurl?pc_url_signing=yes&url={quote(blob, safe='')}")
    assert here["bands"][0]["type"] == "Float32"
    assert here["bands"][0]["mean"] == there["bands"][0]["mean"]
    assert here["bands"][0]["maximum"] > 100
    assert epsg(here) == 4326
    west, north, east, south = corners(here)
    assert (round(west), round(south), round(east), round(north)) == (-9, 52, -8, 53)
    assert sandbox.refused_hosts() == []
