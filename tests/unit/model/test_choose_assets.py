from __future__ import annotations

from dataclasses import replace

import pytest

from copernicus_plugin.model.choose_assets import (
    asset_of_band,
    assets_of_preset,
    assets_to_download,
    presets_of_product,
)
from copernicus_plugin.model.collection import BandPreset, Collection, FilePattern, Theme
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


def jp2(band: str, metres: int) -> Asset:
    return Asset(f"{band}_{metres}m", f"https://x/Nodes({band}_{metres}m.jp2)/$value", bands=(Band(band),))


@pytest.mark.parametrize(
    ("there", "wanted", "keys"),
    [
        (("B04 60", "B04 10", "B04 20"), ("B04",), ["B04_10m"]),
        (("B12 20", "B12 60", "B8A 20", "B8A 60", "B04 10", "B04 20"), ("B12", "B8A", "B04"), 20),
        (("B11 20", "B11 60", "B08 10", "B02 10", "B02 20"), ("B11", "B08", "B02"), ["B11_20m", "B08_10m", "B02_10m"]),
        (("B04 10", "B03 10"), ("B04", "B03", "B02"), []),
    ],
)
def test_bands_lie_on_the_finest_grid_that_they_share_else_each_on_its_own(there, wanted, keys):
    found = product(*(jp2(band, int(metres)) for band, metres in (one.split() for one in there)))
    expected = [f"{band}_{keys}m" for band in wanted] if isinstance(keys, int) else keys
    assert [asset.key for asset in assets_of_preset(found, BandPreset("p", "P", bands=wanted))] == expected


def test_a_picture_that_cannot_be_read_by_ranges_gives_way_to_the_bands():
    picture = Asset("visual", "https://x/TCI.png", "image/png", roles=("visual",))
    preset = BandPreset("natural", "Natural", assets=("visual",), bands=("B04",))
    assert [asset.key for asset in assets_of_preset(product(picture, RED), preset)] == ["red"]


def test_presets_of_a_product_in_an_archive_are_those_that_its_files_would_serve():
    archive = Asset("Product", "https://x/Products(1)/$value", "application/zip", roles=("data", "archive"))
    files = (
        FilePattern(r"_(?P<band>B0[24])_(?P<r>\d+)m\.jp2$", "{band}_{r}m", "", "image/jp2", ("data",), ("{band}",)),
        FilePattern(r"_TCI_(?P<r>\d+)m\.jp2$", "TCI_{r}m", "", "image/jp2", ("visual",), ("B04", "B03", "B02")),
        FilePattern(r"\.nc$", "SCL_20m", "", "application/netcdf"),
    )
    presets = (
        BandPreset("picture", "Picture", assets=("visual", "TCI_10m")),
        BandPreset("classes", "Classes", assets=("SCL_20m",), style="classes"),
    )
    listed = Collection("sentinel-2-l2a", "Sentinel-2 L2A", Theme.SATELLITE, presets=presets, files=files)
    assert [preset.id for preset in presets_of_product(product(archive), listed)] == ["picture"]
    assert presets_of_product(product(archive), replace(listed, files=())) == []
    assert [preset.id for preset in presets_of_product(product(archive, jp2("TCI", 10)), listed)] == ["picture"]
    assert presets_of_product(product(archive, jp2("B04", 10)), listed) == [], "its files are known"
