"""What a product of OData becomes, and that nothing but ``AccessError`` comes out of anything that servers send."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copernicus_plugin.adapters.csc_odata.building import server_collection
from copernicus_plugin.adapters.csc_odata.decoding import PageText
from copernicus_plugin.adapters.csc_odata.dialect import read_dialect
from copernicus_plugin.adapters.csc_odata.footprints import geojson_of_text
from copernicus_plugin.adapters.csc_odata.nodes import nodes_of
from copernicus_plugin.adapters.csc_odata.products import PRODUCT, Place, ProductReader, product_id
from copernicus_plugin.adapters.decoding import json_object
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import area_from_box, area_km2, bounds
from copernicus_plugin.model.product import Checksum, Verification
from copernicus_plugin.model.query import Choice, Period, Query, Range
from tests.unit.adapters.odata_server import EPOCH, product, uuid

RECORDINGS = Path(__file__).parents[4] / "shared" / "recordings"
ENDPOINT = "https://catalogue.example.org/odata/v1/"
DOWNLOAD = "https://download.example.org/odata/v1/"
DIALECT = read_dialect(
    {"download_url": DOWNLOAD, "attributes": {"ccm:dataset": {"name": "datasetFull", "type": "String"}}}, ENDPOINT
)
PLACE = Place("c", "p", ENDPOINT)


def reader(query=None, mapping="SENTINEL-2", timeless=False):
    wanted = ExactFilter(query or Query("c"), timeless)
    return ProductReader(PLACE, DIALECT, server_collection(mapping, "c"), wanted)


def read(entry, **how):
    page = PageText(json.dumps({"value": [entry]}).encode(), "h")
    (raw,) = page.products()
    return reader(**how).product(raw)


def test_a_product_in_stac_words():
    entry = product(
        7, EPOCH, digits=3, Name="S2A_MSIL2A_20240101T000000_N0510_R023_T29UNU_20240101T050000.SAFE", Online=False,
        ModificationDate="2024-01-02T00:00:00.123456Z", OriginDate="2024-01-01T04:00:00.000Z",
        EvictionDate="2030-01-01T00:00:00Z",
        attributes={"cloudCover": 12.5, "processingLevel": "S2MSI2A", "processorVersion": "05.10", "timeliness": "NT",
                    "orbitNumber": 44743, "operationalMode": "INS-NOBS", "datasetFull": "VHR"},
        Assets=[{"Type": "QUICKLOOK", "Id": "a", "DownloadLink": f"{ENDPOINT}Assets(a)/$value"}],
    )  # fmt: skip
    got = read(entry)
    assert got.id == "S2A_MSIL2A_20240101T000000_N0510_R023_T29UNU_20240101T050000"
    assert got.properties == {
        "datetime": "2024-01-01T00:00:00.000Z", "start_datetime": "2024-01-01T00:00:00.000Z",
        "end_datetime": "2024-01-01T00:00:00.000Z", "created": "2024-01-01T04:00:00.000Z",
        "published": "2024-01-01T05:00:00.000000Z", "updated": "2024-01-02T00:00:00.123456Z",
        "expires": "2030-01-01T00:00:00Z", "platform": "sentinel-2a", "constellation": "sentinel-2",
        "instruments": ["msi"], "eo:cloud_cover": 12.5, "sat:relative_orbit": 23, "sat:absolute_orbit": 44743,
        "sat:orbit_state": "descending", "grid:code": "MGRS-29UNU", "processing:level": "L2A",
        "processing:version": "05.10", "product:type": "S2MSI2A", "product:timeliness": "P1M",
        "product:timeliness_category": "NT", "eopf:instrument_mode": "INS-NOBS", "ccm:dataset": "VHR",
        "order:status": "orderable",
    }  # fmt: skip
    asset = got.assets[PRODUCT]
    assert asset.href == f"{DOWNLOAD}Products({uuid(7)})/$value"
    assert (asset.media_type, asset.size, asset.checksum) == ("application/zip", 1007, None)
    assert (asset.verification, asset.local_path) == (Verification.ARCHIVE, entry["Name"] + ".zip")
    assert set(asset.roles) == {"data", "archive"}
    assert got.bbox == (4.0, 51.0, 5.0, 52.0)
    assert got.thumbnail_href == f"{ENDPOINT}Assets(a)/$value"
    assert got.acquired == EPOCH


@pytest.mark.parametrize(
    ("name", "identifier", "media_type"),
    [
        ("S5P_OFFL_L2__NO2_x.nc", "S5P_OFFL_L2__NO2_x", "application/x-netcdf"),
        ("S1A_OPER_AUX_POEORB.EOF", "S1A_OPER_AUX_POEORB.EOF", "application/xml"),
        ("x.SEN3", "x", ""), ("x.SAFE.zip", "x", "application/zip"),
        ("EW02_DGI_6946_EE22.0000", "EW02_DGI_6946_EE22.0000", ""),
    ],
)  # fmt: skip
def test_sizes_and_checksums_count_only_for_what_is_sent_as_it_is(name, identifier, media_type):
    digest = hashlib.new("md5", b"x", usedforsecurity=False).hexdigest().upper()
    sums = [{"Value": "f" * 64, "Algorithm": "BLAKE3"}, {"Value": digest, "Algorithm": "MD5"}]
    got = read(product(1, Name=name, Checksum=sums))
    asset = got.assets[PRODUCT]
    assert (got.id, product_id(name)) == (identifier, identifier)
    if media_type:
        assert (asset.verification, asset.media_type, asset.local_path) == (Verification.CATALOGUE, media_type, name)
        assert asset.checksum == Checksum("md5", digest.lower())
    else:
        assert (asset.verification, asset.checksum) == (Verification.ARCHIVE, None)


def test_clouds_that_are_unknown_are_none():
    for value in (-1.0, None, 101.0):
        assert "eo:cloud_cover" not in read(product(1, attributes={"cloudCover": value})).properties
    assert (
        read(
            product(1, attributes={"cloudCover": -1.0}), query=Query("c", filters={"eo:cloud_cover": Range(None, 20)})
        )
        is None
    )


def test_footprints_in_all_their_forms():
    ring = "4 51, 5 51, 5 52, 4 52, 4 51"
    for text in (
        f"geography'SRID=4326;POLYGON (({ring}))'",
        f"POLYGON(({ring}))",
        f"geography'SRID=4326;MULTIPOLYGON((({ring})))'",
    ):
        got = read(product(1, GeoFootprint=None, Footprint=text))
        assert bounds(got.footprint) == got.bbox == (4.0, 51.0, 5.0, 52.0)
    crossing = {"type": "Polygon", "coordinates": [[[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]]}
    got = read(product(1, GeoFootprint=crossing), query=Query("c", area_from_box(-180, 0.2, -179.5, 0.4)))
    assert got.bbox == (179.0, 0.0, -179.0, 1.0)
    assert area_km2(got.footprint) < 30_000
    assert got.coverage == pytest.approx(1, abs=0.01)
    nothing = product(1, GeoFootprint=None, Footprint=None)
    assert (read(nothing).footprint, read(nothing).bbox) == (b"", None)
    assert read(nothing, query=Query("c", area_from_box(0, 0, 1, 1))) is None


def test_other_product_types_and_moments_are_left_out():
    mapping = {"Collection/Name": "SENTINEL-2", "productType": ["S2MSI2A", "S2MSI2Ap"]}
    assert read(product(1), mapping=mapping)
    assert read(product(1, attributes={"productType": "S2MSI1C"}), mapping=mapping) is None
    later = Period(EPOCH.replace(year=2025), None)
    assert read(product(1), query=Query("c", period=later)) is None
    assert read(product(1), query=Query("c", period=later), timeless=True)


@pytest.mark.shared
@pytest.mark.skipif(not RECORDINGS.is_dir() and not os.environ.get("CI"), reason="needs ../shared")
def test_the_recorded_pages_of_the_data_space():
    found = []
    for number in (1, 2, 3):
        path = RECORDINGS / "cdse" / f"cdsetool_odata_s1_page_{number}.json"
        page = PageText(path.read_bytes(), "h", "application/json")
        reading = reader(mapping="SENTINEL-1")
        found += [reading.product(raw) for raw in page.products()]
        assert page.next_link == page.early_next()
        assert f"%24skip={number}0" in page.next_link
        assert reading.unreadable == 0
    assert len(found) == 30
    first = found[0]
    assert (first.id, first.properties["platform"]) == ("S1A_AUX_INS_V20140406T010000_G20140409T142540", "sentinel-1a")
    assert first.footprint == b""


PAGE = json.dumps(
    {
        "@odata.context": "$metadata",
        "value": [
            product(1, Footprint="geography'SRID=4326;POLYGON ((4 51, 5 51, 5 52, 4 51))'"),
            product(2, GeoFootprint=None, Footprint="geography'SRID=4326;POLYGON ((4 51, 5 51, 5 52, 4 51))'"),
        ],
        "@odata.nextLink": "https://catalogue.example.org/odata/v1/Products?%24skip=20",
    }
).encode()
LISTING = json.dumps({"result": [{"Id": "x", "Name": "x.SAFE", "ContentLength": 0, "ChildrenNumber": 9}]}).encode()
QUERY = Query(
    "c",
    area_from_box(4, 51, 5, 52),
    Period(EPOCH, None),
    {"platform": Choice(("sentinel-2a",)), "sat:relative_orbit": Range(1, 30)},
)


def everything_of(body):
    page = PageText(body, "h")
    page.early_next()
    for query in (Query("c"), QUERY):
        reading = reader(query)
        for raw in page.products():
            got = reading.product(raw)
            if got is not None:
                assert got.id
                assert got.assets[PRODUCT].href.startswith(DOWNLOAD)
                assert got.thumbnail_href == "" or got.thumbnail_href.startswith("https://")
                assert isinstance(got.acquired, (type(None), type(EPOCH)))
    assert isinstance(page.next_link, str)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 4), st.binary(max_size=3)), min_size=1, max_size=4))
def test_damaged_bytes_end_as_access_errors(changes):
    for source, take in ((PAGE, everything_of), (LISTING, lambda body: nodes_of(json_object(body, "h"), "h"))):
        body = bytearray(source)
        for start, length, other in changes:
            place = start % (len(body) + 1)
            body[place : place + length] = other
        try:
            take(bytes(body))
        except AccessError:
            continue


NAMES = [*sorted(product(1)), "Footprint", "Start", "Value", "ValueType", "coordinates", "DownloadLink", "Type"]
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.sampled_from(("http://[", "Polygon", "MD5", "QUICKLOOK", "Integer"))
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=15,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NAMES), values, values)
def test_whatever_stands_in_a_member_is_a_product_or_none(name, value, inner):
    entry = product(1, Assets=[{"Type": "QUICKLOOK", "DownloadLink": inner}, inner], Checksum=[inner])
    entry["Attributes"] += [inner, {"Name": "cloudCover", "Value": inner, "ValueType": "Double"}]
    entry[name] = value
    everything_of(json.dumps({"value": [entry], "@odata.nextLink": inner}).encode())
    nodes = nodes_of({"result": [inner, {"Name": inner, "ContentLength": value, "ChildrenNumber": value}]}, "h")
    assert all(node.name and "/" not in node.name for node in nodes)


def test_half_a_character_is_a_text_like_any_other():
    half = "\ud800"
    got = read(product(1, Assets=[{"Type": "QUICKLOOK", "Id": half}]))
    assert got is None or got.thumbnail_href == "" or got.thumbnail_href.isascii()
    got = read(product(1, Assets=[{"Type": "QUICKLOOK", "DownloadLink": f"https://h.example.org/{half}"}]))
    assert got.thumbnail_href == ""


def test_well_known_text_of_spaces_is_read_at_once():
    gap = " " * 200_000
    began = time.monotonic()
    for text in (f"POLYGON{gap}x", f"POLYGON (1){gap}x", f"POLYGON (1 2{gap}x", f"{gap}x", f"geography'{gap}x"):
        with pytest.raises(AccessError):
            geojson_of_text(text)
    assert time.monotonic() - began < 2


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("POLYGNMUTI()(), .-0123456789e'SRID=4326;geoaphy"), max_size=40))
def test_well_known_text_is_a_geometry_or_an_access_error(text):
    for whole in (text, f"POLYGON(({text}))", f"POINT({text})"):
        try:
            read(product(1, GeoFootprint=None, Footprint=whole))
            geojson_of_text(whole)
        except AccessError:  # noqa: PERF203
            continue
