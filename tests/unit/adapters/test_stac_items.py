"""A STAC item → a product."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.adapters.stac.assets import checksum_of
from copernicus_plugin.adapters.stac.decoding import PageText
from copernicus_plugin.adapters.stac.dialect import read_dialect
from copernicus_plugin.adapters.stac.items import ItemReader, box_of
from copernicus_plugin.model.geometry import bounds
from copernicus_plugin.model.product import Checksum
from copernicus_plugin.model.query import Query
from tests.unit.adapters.stac_server import item

RECORDINGS = Path(__file__).parents[4] / "shared" / "recordings"
shared = pytest.mark.skipif(not RECORDINGS.exists() and not os.environ.get("CI"), reason="needs ../shared")
PAGE = "https://example.org/search"


def product_of(source, dialect=None, endpoint="https://example.org"):
    feature = next(PageText(json.dumps({"features": [source]}).encode(), "h").features())
    reader = ItemReader("ours", "place", endpoint, read_dialect(dialect or {}), ExactFilter(Query("ours")))
    return reader.product(feature, PAGE)


def recorded(path, number=0):
    document = json.loads((RECORDINGS / path).read_bytes())
    return document["features"][number] if "features" in document else document


def dialect_of(place):
    return load_registry().access_points[place].endpoints[0].dialect


def test_an_item_becomes_a_product_under_our_names():
    source = item(
        7, 4, 51, **{"platform": "Sentinel-2A", "s2:mgrs_tile": "31UFT", "s2:name": "X_R051_T", "deep": {"a": 1}}
    )
    source["links"] = [{"rel": "self", "href": "collections/s2/items/7"}]
    product = product_of(
        source,
        {
            "property_values": {"platform": {"sentinel-2a": "Sentinel-2A"}},
            "derived_properties": {
                "grid:code": {"from": "s2:mgrs_tile", "template": "MGRS-{value}"},
                "sat:relative_orbit": {"from": "s2:name", "pattern": "_R(\\d{3})_", "type": "integer"},
            },
        },
    )
    assert product.key == ("place", "ours", "item-7")
    assert product.properties["platform"] == "sentinel-2a"
    assert product.properties["grid:code"] == "MGRS-31UFT"
    assert product.properties["sat:relative_orbit"] == 51
    assert "deep" not in product.properties
    assert product.cloud_cover == 7
    assert product.self_href == "https://example.org/collections/s2/items/7"
    assert bounds(product.footprint) == (4, 51, 5, 52)
    assert product.bbox == (4, 51, 5, 52)
    assert product.thumbnail_href == "https://data.example.org/7/preview.jpg"


def test_aliases_are_renamed():
    product = product_of(item(1, orbit=5), {"property_aliases": {"sat:relative_orbit": "orbit"}})
    assert product.properties["sat:relative_orbit"] == 5
    assert "orbit" not in product.properties


def test_assets_have_bands_sizes_and_checksums():
    source = item(1)
    source["assets"] = {
        "old": {
            "href": "s3://bucket/a/B04.tif",
            "type": "image/tiff",
            "title": "Red",
            "roles": ["data", 5],
            "file:size": 1234,
            "file:checksum": "d50110" + "ab" * 16,
            "gsd": 10,
            "proj:shape": [2, 2],
            "raster:bands": [{"nodata": 0}],
            "eo:bands": [{"name": "B04", "common_name": "red"}, 7],
            "href:other": "x",
        },
        "new": {
            "href": "../b.tif?x=1",
            "bands": [{"name": "B08", "eo:common_name": "nir"}],
            "size": -4,
            "roles": None,
        },
        "none": {"title": "no address"},
        "odd": 5,
    }
    product = product_of(source, {"asset_rewrite": [{"from": "s3://bucket/", "to": "https://bucket.example.org/"}]})
    assert list(product.assets) == ["old", "new"]
    assert "none" not in product.assets
    assert product.assets.get("none") is None
    old, new = product.assets.values()
    assert old.href == "https://bucket.example.org/a/B04.tif"
    assert old.roles == ("data",)
    assert old.size == product.size == 1234
    assert old.checksum == Checksum("md5", "ab" * 16)
    assert (old.bands[0].name, old.bands[0].common_name) == ("B04", "red")
    assert dict(old.properties) == {"gsd": 10, "proj:shape": [2, 2], "raster:bands": [{"nodata": 0}]}
    assert new.href == "https://example.org/b.tif?x=1"
    assert (new.bands[0].name, new.bands[0].common_name, new.size) == ("B08", "nir", None)


def test_assets_can_be_looked_at_after_many_others():
    first = [product_of(item(number)) for number in range(400)]
    for product in first:
        assert product.assets["visual"].href.endswith("TCI.tif")
    assert first[0].assets["visual"] == first[0].assets["visual"]
    assert first[3].assets["visual"].href == "https://data.example.org/3/TCI.tif"


@pytest.mark.parametrize(
    ("multihash", "algorithm", "length"),
    [
        ("1114", "sha1", 20),
        ("1220", "sha256", 32),
        ("1340", "sha512", 64),
        ("d50110", "md5", 16),
        ("1620", "sha3_256", 32),
    ],
)
def test_multihashes_are_named_as_hashlib_does(multihash, algorithm, length):
    assert checksum_of(multihash + "0f" * length) == Checksum(algorithm, "0f" * length)
    assert checksum_of((multihash + "0f" * length).upper()) == Checksum(algorithm, "0f" * length)
    assert checksum_of(multihash + "0f" * (length - 1)) is None


@pytest.mark.parametrize("multihash", ["", "xyz", "12", "ff" * 40, "9f01", None, 5, "0f" * 16, "1e20" + "00" * 32])
def test_what_is_no_known_multihash_is_no_checksum(multihash):
    assert checksum_of(multihash) is None


def thumbnail(assets, links=(), dialect=None, endpoint="https://example.org"):
    source = item(1)
    source["assets"], source["links"] = assets, list(links)
    return product_of(source, dialect, endpoint).thumbnail_href


def test_the_best_thumbnail_is_shown():
    jpeg = {"href": "https://a/1.jpg", "type": "image/jpeg"}
    role = {"href": "https://a/2.png", "type": "image/png", "roles": ["thumbnail"]}
    overview = {"href": "https://a/3.png", "type": "image/png", "roles": ["overview"]}
    tiff = {"href": "https://a/4.tif", "type": "image/tiff", "roles": ["thumbnail"]}
    bucket = {"href": "s3://a/5.jpg", "type": "image/jpeg", "roles": ["thumbnail"]}
    assert thumbnail({"preview": jpeg, "x": role, "y": overview}) == "https://a/2.png"
    assert thumbnail({"preview": jpeg, "y": overview}) == "https://a/3.png"
    assert thumbnail({"preview": jpeg, "t": tiff, "b": bucket}) == "https://a/1.jpg"
    assert thumbnail({"x": role, "mine": jpeg}, dialect={"thumbnail_assets": ["mine"]}) == "https://a/1.jpg"
    assert thumbnail({"t": tiff, "b": bucket}, [{"rel": "icon", "href": "i.png"}]) == "https://example.org/i.png"
    assert thumbnail({"quicklook": {"href": "http://a/q.jpg"}}) == ""
    assert thumbnail({"quicklook": {"href": "http://a/q.jpg"}}, endpoint="http://a") == "http://a/q.jpg"
    assert thumbnail({}) == ""


def test_boxes_lose_their_heights_and_nonsense_is_none():
    assert box_of([1, 2, 3, 4]) == (1, 2, 3, 4)
    assert box_of([1, 2, 0, 3, 4, 100]) == (1, 2, 3, 4)
    assert box_of([179, -17, -179, -16]) == (179, -17, -179, -16)
    for nonsense in (None, [], [1, 2, 3], [1, 5, 3, 4], ["a", 2, 3, 4], [1, 2, 10**400, 4], [True, 2, 3, 4]):
        assert box_of(nonsense) is None


@shared
@pytest.mark.shared
def test_earth_searchs_recorded_sentinel_2():
    product = product_of(recorded("earth_search/search_post_cql2json_cloud_page2.json"), dialect_of("earth_search"))
    assert product.properties["platform"] == "sentinel-2b"
    assert product.properties["grid:code"] == "MGRS-24MVV"
    assert product.properties["sat:relative_orbit"] == 95
    assert product.thumbnail_href.startswith("https://sentinel-cogs.s3.us-west-2.amazonaws.com/")
    assert product.thumbnail_href.endswith("/S2B_24MVV_20250731_0_L2A/preview.jpg")
    red = product.assets["red"]
    assert red.is_geotiff
    assert red.bands[0].common_name == "red"
    assert red.properties["raster:bands"][0]["offset"] == -0.1


@shared
@pytest.mark.shared
def test_earth_searchs_recorded_elevation_is_fetched_by_https():
    product = product_of(recorded("earth_search/search_post_copdem_10.json"), dialect_of("earth_search"))
    assert product.assets["data"].href.startswith(
        "https://copernicus-dem-30m.s3.amazonaws.com/Copernicus_DSM_COG_10_S90"
    )
    assert product.footprint


@shared
@pytest.mark.shared
def test_planetary_computers_recorded_sentinel_2():
    product = product_of(
        recorded("planetary_computer/odc_item_S2B_MSIL2A_20190629.json"), dialect_of("planetary_computer")
    )
    assert product.properties["platform"] == "sentinel-2b"
    assert product.properties["grid:code"] == "MGRS-06VVN"
    assert product.thumbnail_href.startswith("https://planetarycomputer.microsoft.com/api/data/v1/item/preview.png")
    assert product.assets["B04"].bands[0].common_name == "red"


@shared
@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(RECORDINGS.glob("*/*item*.json")), ids=lambda path: path.name)
def test_every_recorded_item_can_be_read(path):
    document = json.loads(path.read_bytes())
    features = document.get("features", [document]) if isinstance(document, dict) else []
    for source in features:
        if isinstance(source, dict) and source.get("type") == "Feature" and "assets" in source:
            product = product_of(source)
            assert product.id == str(source["id"])
            assert set(product.assets) <= set(source["assets"])
            assert all(asset.href for asset in product.assets.values())
