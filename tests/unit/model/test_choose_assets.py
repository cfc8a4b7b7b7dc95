from __future__ import annotations

import pytest

from copernicus_plugin.model.choose_assets import asset_of_band, assets_of_preset, assets_to_download
from copernicus_plugin.model.collection import BandPreset, Collection, Theme
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Band, Product

TIFF = "image/tiff; application=geotiff; profile=cloud-optimized"


def product(*assets: Asset) -> Product:
    return Product("p", "sentinel-2-l2a", "earth_search", "https://x/", assets={asset.key: asset for asset in assets})


RED = Asset("red", "https://x/B04.tif", TIFF, roles=("data",), bands=(Band("B04", "red"),))
RED_ARCHIVED = Asset("red-jp2", "s3://x/B04.jp2", "image/jp2", roles=("data",), bands=(Band("B04", "red"),))
VISUAL = Asset("visual", "https://x/TCI.tif", TIFF, roles=("visual",), bands=(Band("B04"), Band("B03"), Band("B02")))
PLAIN_GREEN = Asset("B03", "https://x/B03.tif", TIFF, roles=("data",))
METADATA = Asset("metadata", "https://x/m.xml", "application/xml", roles=("metadata",))


def collection(*entries: str) -> Collection:
    return Collection("sentinel-2-l2a", "Sentinel-2 L2A", Theme.SATELLITE, default_assets=entries)


@pytest.mark.parametrize(
    ("entries", "keys"),
    [
        (("visual",), ["visual"]),
        (("tci|visual",), ["visual"]),
        (("role:data",), ["red", "B03"]),
        (("visual", "role:metadata", "absent"), ["visual", "metadata"]),
        (("VISUAL", "visual"), ["visual"]),
    ],
)
def test_a_download_takes_what_the_collection_names(entries, keys):
    found = assets_to_download(product(RED, RED_ARCHIVED, VISUAL, PLAIN_GREEN, METADATA), collection(*entries))
    assert [asset.key for asset in found] == keys


def test_an_asset_that_no_web_address_leads_to_is_not_taken():
    with pytest.raises(AccessError) as raised:
        assets_to_download(product(RED_ARCHIVED), collection("role:data"))
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.NOT_FOUND, Reason.NO_ASSET)


@pytest.mark.parametrize("name", ["B04", "b04", "red"])
def test_a_band_is_found_by_either_name_and_never_in_a_composite(name):
    assert asset_of_band(product(VISUAL, RED_ARCHIVED, RED), name) is RED


def test_a_band_is_found_by_its_key_where_the_catalogue_names_no_bands():
    assert asset_of_band(product(PLAIN_GREEN), "B03") is PLAIN_GREEN


def test_a_preset_needs_all_its_bands():
    preset = BandPreset("natural", "Natural", bands=("B04", "B03"))
    assert [asset.key for asset in assets_of_preset(product(RED, PLAIN_GREEN), preset)] == ["red", "B03"]
    assert assets_of_preset(product(RED), preset) == ()
