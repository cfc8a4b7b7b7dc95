"""The Data Space's collections: who says their filters, which files their patterns name, what is shown of them."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from copernicus_plugin.access_points.registry import HERE, load_registry
from copernicus_plugin.adapters.csc_odata.dialect import read_dialect as read_odata_dialect
from copernicus_plugin.adapters.stac.dialect import read_dialect as read_stac_dialect
from copernicus_plugin.gui.search_tab.completion import matches
from copernicus_plugin.model.choose_assets import assets_of_preset, assets_to_download
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.product_files import assets_of_files
from tests.sandbox import shared_folder

STAC_NAMES = ("eo:", "sat:", "sar:", "grid:", "product:", "processing:", "view:", "platform", "instruments")
"""STAC's own names: those of its core, and of the extensions that the Data Space's items declare."""


@pytest.fixture(scope="module")
def registry():
    return load_registry()


def searched(registry):
    """Every (place, endpoint, our collection) that a search may ask."""
    for place in registry.access_points.values():
        for name, collection in registry.collections.items():
            for endpoint in registry.searching_endpoints(place, name):
                yield place, endpoint, collection


def test_every_filter_is_said_or_answered_by_every_endpoint(registry):
    unknown = []
    for place, endpoint, collection in searched(registry):
        if endpoint.protocol == "csc_odata":
            known = read_odata_dialect(endpoint.dialect, endpoint.url).attributes.keys()
        else:
            known = read_stac_dialect(endpoint.dialect).derived_properties.keys()
        for one in collection.filters:
            native = endpoint.protocol == "stac" and one.property.startswith(STAC_NAMES)
            if not native and one.property not in known:
                unknown.append((place.id, endpoint.protocol, collection.id, one.property))
    assert unknown == []


def test_every_label_is_a_property_that_the_endpoint_answers(registry):
    for _, endpoint, collection in searched(registry):
        if endpoint.protocol == "csc_odata" and not collection.timeless:
            assert set(collection.labels) <= read_odata_dialect(endpoint.dialect, endpoint.url).attributes.keys()


def test_both_endpoints_of_the_data_space_hold_the_same_sentinels(registry):
    odata, stac = registry.access_points["cdse"].endpoints
    assert (odata.protocol, stac.protocol) == ("csc_odata", "stac")
    assert stac.collections.keys() <= odata.collections.keys()
    only_odata = {name for name in odata.collections if name not in stac.collections}
    assert {name for name in only_odata if not name.startswith("clms-")} == {
        "sentinel-1-grd-safe",
        "sentinel-1-ocn",
    }
    for name, mapping in odata.collections.items():
        served = stac.collections.get(name, [])
        ids = served["collection"] if isinstance(served, dict) else [served] if isinstance(served, str) else served
        stem = name.replace("-p4-2-lr", "-p4-2").replace("-p4-2-hr", "-p4-2")
        assert all(one.startswith(stem) for one in ids), name
        assert set(mapping) - {"Collection/Name"} <= {"productType", "dataset", "datasetIdentifier"}


@pytest.mark.parametrize(("typed", "first"), [
    ("OL_2_WFR", "sentinel-3-olci-2-wfr"), ("NO2", "sentinel-5p-l2-no2"), ("S2MSI1C", "sentinel-2-l1c"),
    ("IW_SLC", "sentinel-1-slc"), ("sea level", "sentinel-3-sr-2-wat"), ("soil water", "clms-swi-europe-1km"),
    ("pleiades", "ccm-optical"), ("EEA-10", "cop-dem-eea-10"), ("methane", "sentinel-5p-l2-ch4"),
    ("SL_2_LST", "sentinel-3-sl-2-lst"), ("P4_2__HR", "sentinel-6-p4-2-hr"), ("sentinel 2", "sentinel-2-l2a"),
])  # fmt: skip
def test_a_product_type_or_a_plain_word_finds_its_collection(registry, typed, first):
    assert matches(registry.collections.values(), typed)[0].id == first


def test_one_line_tells_what_it_is(registry):
    for collection in registry.collections.values():
        assert len(collection.description) <= 110, collection.id
        assert collection.timeless or re.search(r"since \d{4}|\d{4}–\d{4}", collection.description), collection.id
        assert collection.timeless or collection.since[:4] <= re.search(r"\d{4}", collection.description)[0]
        assert len(collection.title) <= 40, collection.id


# files

L2A = "S2A_MSIL2A_20220217T183431_N0510_R027_T13VEK_20240516T022440.SAFE"
GRD = "S1A_IW_GRDH_1SDV_20150203T043109_20150203T043134_004454_00574F_6D00.SAFE"
EFR = "S3B_OL_1_EFR____20250101T000122_20250101T000422_20250101T100556_0179_101_287_2340_PS2_O_NT_004.SEN3"
SLC = "S1A_EW_SLC__1SDH_20241018T060704_20241018T060810_056153_06DF4F_23A4.SAFE"
S6 = "S6A_P4_2__LR______20250220T090208_20250220T095821_20250312T230313_3373_157_228_114_EUM__OPE_NT_F09.SEN6"


def named(registry, collection, paths):
    """Key → path of what the patterns name."""
    found = assets_of_files(registry.collections[collection], [(path, 1) for path in paths], lambda path: path)
    return {key: asset.local_path for key, asset in found.items()}


@pytest.mark.parametrize(("collection", "path", "key"), [
    ("sentinel-1-grd", f"{GRD}/measurement/s1a-iw-grd-vv-20150203t043109-20150203t043134-004454-00574f-001.tiff",
     "vv"),
    ("sentinel-1-grd", "measurement/s1a-iw-grd-vh-20240607t000653-20240607t000718-054210-0697da-002-cog.tiff", "vh"),
    ("sentinel-1-grd", f"{GRD}/annotation/calibration/calibration-s1a-iw-grd-vv-20150203t043109-001.xml", None),
    ("sentinel-1-grd", f"{GRD}/annotation/s1a-iw-grd-vv-20150203t043109-20150203t043134-004454-00574f-001.xml",
     "schema-product-vv"),
    ("sentinel-1-slc", f"{SLC}/measurement/s1a-ew3-slc-hv-20241018t060705-20241018t060809-056153-06df4f-008.tiff",
     "ew3-hv"),
    ("sentinel-1-slc", "S.SAFE/measurement/s1a-s3-slc-vv-20250104t094431-20250104t094500-057292-070c88-002.tiff",
     "s3-vv"),
    ("sentinel-1-ocn", "S.SAFE/measurement/s1a-iw-ocn-vv-20221003t182241-20221003t182306-045287-0569ec-001.nc",
     "iw-vv-001"),
    ("sentinel-1-global-mosaics", "Sentinel-1_IW_mosaic_2020_M01_01KAS_0_0/VH.tif", "VH"),
    ("sentinel-2-global-mosaics", "Sentinel-2_mosaic_2024_Q1_53UNV_0_0/B08.tif", "B08"),
    ("sentinel-3-olci-2-lfr", "S3A.SEN3/ogvi.nc", "gifapar"),
    ("sentinel-3-olci-2-wfr", "S3A.SEN3/chl_nn.nc", "chl-Nn"),
    ("sentinel-3-sl-1-rbt", "S3A.SEN3/S5_radiance_an.nc", "S5_radiance_an"),
    ("sentinel-3-sl-1-rbt", "S3A.SEN3/S8_BT_in.nc", "S8_BT_in"),
    ("sentinel-3-sl-2-lst", "S3A.SEN3/LST_in.nc", "LST_in"),
    ("sentinel-3-sl-2-wst", "S3A.SEN3/20171031230928-MAR-L2P_GHRSST-SSTskin-SLSTRA-20171102071002-v02.0-fv01.0.nc",
     "L2P"),
    ("sentinel-3-sr-2-wat", "S3A.SEN3/standard_measurement.nc", "standard_measurement"),
    ("sentinel-3-syn-2-syn", "S3A.SEN3/Syn_S5N_reflectance.nc", "syn_S5N_reflectance"),
    ("sentinel-3-syn-2-v10", "S3A.SEN3/NDVI.nc", "NDVI"),
    ("sentinel-5p-l2-no2", "S5P_OFFL_L2__NO2____20211211T104909_20211211T123039_21566_02_020301_20211213T011704.nc",
     "netcdf"),
    ("sentinel-6-p4-2-lr", f"{S6}/S6A_P4_2__LR_STD__NT_157_228_20250220T090208_20250220T095821_F09.nc", "measurement"),
    ("sentinel-6-p4-2-lr", f"{S6}/S6A_P4_2__LR_RED__NT_157_228_20250220T090208_20250220T095821_F09.nc",
     "reduced_measurement"),
    ("sentinel-6-amr-c", "S6A.SEN6/S6A_MW_2__AMR_____NT_157_140_20250216T223515_20250216T233128_F09.nc",
     "measurement"),
    ("clms-lai-300m", "c_gls_LAI300_202010010000_GLOBE_OLCI_V1.1.1_cog/"
     "c_gls_LAI300-LAI_202010010000_GLOBE_OLCI_V1.1.1.tiff", "LAI"),
    ("clms-lst-5km", "c_gls_LST_202010010000_GLOBE_GEO_V2.1.2.nc", "c_gls_LST_202010010000_GLOBE_GEO_V2.1.2"),
    ("cop-dem-glo-30", "DEM1_SAR_DGE_30_x.DEM/Copernicus_DSM_10_N00_00_E006_00/DEM/"
     "Copernicus_DSM_10_N00_00_E006_00_DEM.tif", "data"),
    ("cop-dem-glo-30", "Copernicus_DSM_10_N00_00_E006_00/AUXFILES/Copernicus_DSM_10_N00_00_E006_00_WBM.tif", "WBM"),
])  # fmt: skip
def test_files_have_the_keys_of_the_data_spaces_stac(registry, collection, path, key):
    assert named(registry, collection, [path]) == ({key: path} if key else {})


def recorded_paths(name):
    item = json.loads((shared_folder() / "recordings" / "cdse" / name).read_bytes())
    return {key: asset["file:local_path"] for key, asset in item["assets"].items() if "file:local_path" in asset}


@pytest.mark.shared
@pytest.mark.parametrize(("collection", "recording", "left_out"), [
    ("sentinel-2-l2a", f"stac_item_sentinel-2-l2a__{L2A[:-5]}.json",
     {"inspire_metadata", "datastrip_metadata", "thumbnail", "Product"}),
    ("sentinel-2-l1c",
     "stac_item_sentinel-2-l1c__S2A_MSIL1C_20240116T000741_N0510_R130_T51CVP_20240116T010505.json",
     {"inspire_metadata", "datastrip_metadata", "thumbnail", "Product"}),
    ("sentinel-1-grd", "stac_item_sentinel-1-grd-cog__"
     "S1A_S3_GRDH_1SSH_20241130T000114_20241130T000133_056776_06F823_98F0_COG.json",
     {"schema-calibration-hh", "schema-noise-hh", "Product"}),
    ("sentinel-3-olci-1-efr", f"stac_item_sentinel-3-ol1-earth__{EFR[:-5]}.json", {"product"}),
    ("sentinel-3-sl-2-wst", "stac_item_sentinel-3-sl2-frp-lst-wst__S3A_SL_2_WST____20171031T230928_20171101T005027_"
     "20171102T071002_6059_024_058_4545_MAR_O_NT_002.json", {"product"}),
])  # fmt: skip
def test_recorded_items_and_patterns_name_the_same_files_alike(registry, collection, recording, left_out):
    recorded = recorded_paths(recording)
    expected = {key: path for key, path in recorded.items() if key not in left_out}
    assert len(expected) >= 2
    assert named(registry, collection, recorded.values()) == expected


@pytest.mark.shared
def test_a_real_zip_has_bands_classification_and_masks(registry):
    path = next((shared_folder() / "data").glob("S2A_MSIL2A_*.zip"))
    with zipfile.ZipFile(path) as archive:
        paths = [name for name in archive.namelist() if not name.endswith("/")]
    found = named(registry, "sentinel-2-l2a", paths)
    assert found["B04_60m"].endswith("/IMG_DATA/R60m/T29UNU_20221005T115411_B04_60m.jp2")
    assert {
        "SCL_20m",
        "SCL_60m",
        "TCI_60m",
        "AOT_10m",
        "MSK_CLDPRB_20m",
        "MSK_CLASSI",
        "safe_manifest",
    } <= found.keys()
    assert not any("DETFOO" in one or "_PVI" in one for one in found.values())


def test_bands_of_safe_files_have_names_and_common_names(registry):
    base = f"{L2A}/GRANULE/L2A_T13VEK_A034773_20220217T183428/IMG_DATA"
    paths = [f"{base}/R{r}m/T13VEK_20220217T183431_{b}_{r}m.jp2" for b in ("B02", "B8A", "TCI") for r in (20, 60)]
    assets = assets_of_files(
        registry.collections["sentinel-2-l2a"], [(path, 1) for path in paths], lambda path: f"https://x/{path}"
    )
    assert [(band.name, band.common_name) for band in assets["B02_20m"].bands] == [("B02", "blue")]
    assert [(band.name, band.common_name) for band in assets["B8A_60m"].bands] == [("B8A", "nir08")]
    assert [band.common_name for band in assets["TCI_60m"].bands] == ["red", "green", "blue"]
    assert assets["B02_20m"].title == "Blue (band 2)"


# what is shown, what is downloaded

COG = "image/tiff; application=geotiff; profile=cloud-optimized"


def product(*assets, collection="sentinel-2-l2a"):
    return Product("p", collection, "cdse", "https://x/", assets={asset.key: asset for asset in assets})


WHOLE = Asset("Product", "https://x/Products(1)/$value", "application/zip", roles=("data", "metadata", "archive"))


def preset(registry, collection, name):
    return next(one for one in registry.collections[collection].presets if one.id == name)


@pytest.mark.parametrize(("key", "name"), [
    ("visual", "true_colour"), ("TCI_10m", "true_colour"), ("TCI_60m", "true_colour"), ("TCI", "true_colour"),
    ("scl", "scene_classification"), ("SCL", "scene_classification"), ("SCL_60m", "scene_classification"),
])  # fmt: skip
def test_presets_take_cogs_and_safe_files_alike(registry, key, name):
    kind = "image/jp2" if "_" in key else COG
    found = assets_of_preset(product(Asset(key, "https://x/a", kind), WHOLE), preset(registry, "sentinel-2-l2a", name))
    assert [asset.key for asset in found] == [key]


def test_a_download_takes_cogs_where_they_are_and_else_the_whole(registry):
    cogs = [Asset(key, f"https://x/{key}.tif", COG, roles=("data",)) for key in ("visual", "red", "scl")]
    files = [Asset(key, f"https://x/{key}", "image/jp2", roles=("data",)) for key in ("B04_10m", "TCI_10m", "B04")]
    of = registry.collections
    assert [one.key for one in assets_to_download(product(*cogs), of["sentinel-2-l2a"])] == ["visual", "red", "scl"]
    for name in ("sentinel-2-l2a", "sentinel-2-l1c", "sentinel-1-grd", "sentinel-3-olci-1-efr", "cop-dem-glo-30"):
        assert assets_to_download(product(WHOLE, *files, collection=name), of[name]) == (WHOLE,)
    for name, collection in of.items():
        if "cdse" in [place.id for place in registry.holding(name)]:
            assert assets_to_download(product(WHOLE, collection=name), collection) == (WHOLE,)


# a second host of the same protocol


def test_a_user_adds_a_second_host_of_the_same_protocol(tmp_path):
    (tmp_path / "creodias.json").write_text(json.dumps({
        "id": "creodias",
        "title": "CREODIAS",
        "short_title": "CREODIAS",
        "group": "dias",
        "operator": "CloudFerro",
        "status": {"state": "active"},
        "links": {"home": "https://creodias.eu/"},
        "account": {
            "kind": "oidc_password",
            "needed_for": ["download"],
            "sent_to": ["identity.cloudferro.com", "zipper.creodias.eu"],
            "issuer": "https://identity.cloudferro.com/auth/realms/Creodias-new",
            "client_id": "CLOUDFERRO_PUBLIC",
            "one_time_code": True,
        },
        "limits": {"connections": {"zipper.creodias.eu": 4}},
        "endpoints": [{
            "protocol": "csc_odata",
            "url": "https://datahub.creodias.eu/odata/v1/",
            "collections": {
                "sentinel-2-l2a": {"Collection/Name": "SENTINEL-2", "productType": "S2MSI2A"},
                "sentinel-1-slc": {"Collection/Name": "SENTINEL-1", "productType": ["IW_SLC__1S", "EW_SLC__1S"]},
            },
            "dialect": {"download_url": "https://zipper.creodias.eu/odata/v1/", "largest_page": 500},
        }],
    }), encoding="utf-8")  # fmt: skip
    registry = load_registry(HERE, tmp_path)
    assert list(registry.faults) == []
    assert [place.id for place in registry.holding("sentinel-1-slc")] == ["cdse", "creodias"]
    endpoint = registry.access_points["creodias"].endpoints[0]
    dialect = read_odata_dialect(endpoint.dialect, endpoint.url)
    assert (dialect.download_url, dialect.largest_page) == ("https://zipper.creodias.eu/odata/v1/", 500)


def test_the_closed_hub_leads_on(registry):
    hub, cdse = registry.access_points["open_access_hub"], registry.access_points["cdse"]
    assert (hub.status.state.value, hub.status.until, hub.status.successors) == ("closed", "2023-11-02", ("cdse",))
    assert hub.endpoints[0].protocol == "dhus"
    assert cdse.replaces == ("open_access_hub",)
    missions = registry.access_points["contributing_missions"]
    assert (missions.status.state.value, missions.account.of) == ("restricted", "cdse")
    assert missions.endpoints[0].dialect["eligibility_link"] == missions.links.register
