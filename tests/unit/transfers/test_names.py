"""Names on the disk."""

from __future__ import annotations

import pytest

from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.transfers.names import LONGEST, clean_name, file_names, folder_names
from copernicus_plugin.transfers.parts import plain_address


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("S2A_MSIL2A_20221005T115411.SAFE", "S2A_MSIL2A_20221005T115411.SAFE"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "unnamed"),
        ("", "unnamed"),
        ("...", "unnamed"),
        (".hidden", "hidden"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("trailing. . .", "trailing"),
        ("con", "_con"),
        ("NUL.tif", "_NUL.tif"),
        ("COM1 .txt", "_COM1 .txt"),
        ("lpt².x", "_lpt².x"),
        ("console.tif", "console.tif"),
        ("a\x00b\nc", "a_b_c"),
        ("right\u202eto left", "right_to left"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("B04.tif.part", "B04.tif.part_"),
        ("B04.tif.PART.json", "B04.tif.PART.json_"),
        (".copernicus.json", "copernicus.json"),
        ("\ud800surrogate", "_surrogate"),
    ],
)
def test_clean_name(text, name):
    assert clean_name(text) == name


@pytest.mark.parametrize("text", ["x" * 300, "é" * 300, "x" * 300 + ".tiff", "." + "y" * 500, "漢" * 100 + ".nc"])
def test_long_names_are_cut_and_stay_different(text):
    name, other = clean_name(text), clean_name(text[:1] + "z" + text[1:])
    assert len(name.encode()) <= LONGEST
    assert name != other
    if text.endswith((".tiff", ".nc")):
        assert name.rpartition(".")[2] == text.rpartition(".")[2]


def product(*assets: Asset) -> Product:
    return Product("P1", "c", "place", "https://x/", assets={asset.key: asset for asset in assets})


def test_files_are_called_as_the_server_does():
    found = file_names(product(Asset("red", "https://x/a/B04.tif"), Asset("nir", "https://x/a/B08.tif?sig=1")))
    assert found == {"red": "B04.tif", "nir": "B08.tif"}


def test_files_that_differ_by_folder_or_case_alone_get_their_keys():
    found = file_names(
        product(
            Asset("B02_10m", "https://x/R10m/B02.jp2"),
            Asset("B02_20m", "https://x/R20m/b02.JP2"),
            Asset("B03", "https://x/R20m/B03.jp2"),
        )
    )
    assert found == {"B02_10m": "B02_10m_B02.jp2", "B02_20m": "B02_20m_b02.JP2", "B03": "B03.jp2"}


def test_no_two_files_share_a_name_whatever_the_keys_are():
    assets = [Asset("a", "https://x/1/f.tif"), Asset("A", "https://x/2/f.tif"), Asset("b", "https://x/a_f.tif")]
    found = file_names(product(*assets))
    assert len({name.casefold() for name in found.values()}) == 3


def test_a_file_is_called_the_same_whichever_are_downloaded():
    one, two = Asset("a", "https://x/1/f.tif"), Asset("b", "https://x/2/f.tif")
    assert file_names(product(one, two), [one]) == file_names(product(one, two), [two])


def test_addresses_without_a_name_get_one_of_the_product():
    found = file_names(product(Asset("PRODUCT", "https://x/odata/v1/Products(1)/$value", "application/zip")))
    assert found == {"PRODUCT": "P1_PRODUCT.zip"}


def test_escapes_in_addresses_cannot_leave_the_folder():
    assert file_names(product(Asset("a", "https://x/a/..%2F..%2Fevil.tif"))) == {"a": "evil.tif"}
    assert file_names(product(Asset("a", "https://x/%2e%2e"))) == {"a": "P1_a"}


def test_folder_names_begin_with_the_products_own():
    names = list(folder_names(product()))
    assert names[:2] == ["P1", "P1_place"]
    assert len(set(names)) == 4


def test_plain_addresses_hold_no_secrets():
    assert plain_address("https://u:p@x.org:8443/a;token=1/b.tif?sig=2#3") == "https://x.org:8443/a/b.tif"
