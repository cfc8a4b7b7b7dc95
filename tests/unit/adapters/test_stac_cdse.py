"""The Data Space's STAC: its recorded items, and search, files and account at the sandbox under the real names."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.adapters.stac.adapter import StacAdapter
from copernicus_plugin.adapters.stac.building import server_collection
from copernicus_plugin.adapters.stac.decoding import PageText
from copernicus_plugin.adapters.stac.dialect import read_dialect
from copernicus_plugin.adapters.stac.items import ItemReader
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import area_from_box
from copernicus_plugin.model.product import Asset, Band, Checksum, Verification
from copernicus_plugin.model.query import Choice, Period, Query, Range
from copernicus_plugin.network.accounts import Accounts
from copernicus_plugin.network.ports import Credentials, Proxy
from copernicus_plugin.network.session import HttpSession
from tests.sandbox import Fault
from tests.sandbox.content.accounts import ANALYST, ELIGIBLE
from tests.unit.adapters.stac_server import item
from tests.unit.network.servers import Log, Settings

pytest_plugins = "tests.sandbox.pytest_plugin"

RECORDINGS = Path(__file__).parents[4] / "shared" / "recordings"
shared_recordings = pytest.mark.skipif(not RECORDINGS.exists() and not os.environ.get("CI"), reason="needs ../shared")
PLACE = load_registry().access_points["cdse"]
ENDPOINT = next(one for one in PLACE.endpoints if one.protocol == "stac")
REAL = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454"
AUTUMN = Period.of_days(dt.date(2022, 8, 1), dt.date(2022, 11, 30))
IRELAND = area_from_box(-11, 51, -5, 56)
FIFTH_OF_OCTOBER = Query("sentinel-2-l2a", IRELAND, Period.of_days(dt.date(2022, 10, 5), dt.date(2022, 10, 5)))


def product_of(source, **dialect):
    feature = next(PageText(json.dumps({"features": [source]}).encode(), "h").features())
    words = read_dialect({**ENDPOINT.dialect, **dialect})
    reader = ItemReader("ours", "cdse", ENDPOINT.url, words, ExactFilter(Query("ours")))
    return reader.product(feature, ENDPOINT.url)


def recorded(name):
    return product_of(json.loads((RECORDINGS / name).read_bytes()))


class Secrets:
    def __init__(self):
        self.person = ANALYST

    def credentials_for(self, access_point):
        if self.person is None:
            raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": access_point})
        return Credentials({"username": self.person.username, "password": self.person.password})


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def connection(sandbox):
    made = HttpSession(Settings(Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text()), Log())
    yield made
    made.close()


@pytest.fixture
def accounts(secrets, connection):
    made = Accounts({"cdse": PLACE}, secrets, connection)
    yield made
    made.close()


@pytest.fixture
def cdse(connection, accounts):
    collections = load_registry().collections
    return StacAdapter(Context(PLACE, ENDPOINT, connection, collections, accounts.authoriser_for(PLACE)))


def found(adapter, query, cancellation):
    return [product for page in adapter.search(query, cancellation) for product in page.products]


def the_real_one(adapter, cancellation):
    return next(one for one in found(adapter, FIFTH_OF_OCTOBER, cancellation) if one.id == REAL)


def fetched(adapter, session, asset, product, cancellation):
    with session.send(adapter.request(asset, product, cancellation), cancellation) as response:
        return response.read()


class TestRecordedItems:
    pytestmark = shared_recordings

    def test_files_of_sentinel_2_are_offered_by_https(self):
        product = recorded(f"cdse/stac_item_sentinel-2-l2a__{'S2A_MSIL2A_20220217T183431_N0510_R027_T13VEK'}"
                           "_20240516T022440.json")  # fmt: skip
        red = product.assets["B04_10m"]
        uuid = "7d10d1f8-e4a8-40d8-af15-4c227639d61a"
        assert red.href.startswith(f"https://zipper.dataspace.copernicus.eu/odata/v1/Products({uuid})/Nodes(S2A_")
        assert red.href.endswith("/Nodes(T13VEK_20220217T183431_B04_10m.jp2)/$value")
        assert red.properties["alternate:href"].startswith("s3://eodata/Sentinel-2/MSI/L2A_N0500/2022/02/17/S2A_")
        assert red.local_path.startswith(f"{product.id}.SAFE/GRANULE/")
        assert red.is_jpeg2000
        assert red.is_streamable
        assert (red.size, red.verification) == (134924703, Verification.CATALOGUE)
        assert red.checksum == Checksum("sha3_256", red_digest())
        assert red.bands == (Band("B04", "red", "Red (band 4)"),)
        assert [band.common_name for band in product.assets["TCI_10m"].bands] == ["red", "green", "blue"]
        assert product.assets["safe_manifest"].checksum == Checksum("md5", "54939b72925a0b810b35a36f2bb8c56e")
        assert product.assets["granule_metadata"].checksum is None  # "d50120": 32 bytes of MD5 do not exist
        assert product.properties["grid:code"] == "MGRS-13VEK"
        assert product.properties["product:timeliness_category"] == "NRT"
        assert product.cloud_cover == 41.21

    @pytest.mark.parametrize("name", ["cdse/stac_item_*.json", "ccm/stac_item_ccm-*.json"])
    def test_the_zip_is_of_another_packing_and_the_picture_needs_no_account(self, name):
        for path in sorted(RECORDINGS.glob(name)):
            product = recorded(path.relative_to(RECORDINGS))
            whole = product.assets.get("Product") or product.assets["product"]
            assert whole.verification is Verification.ARCHIVE
            assert whole.is_archive
            assert whole.href.startswith("https://download.dataspace.copernicus.eu/odata/v1/Products(")
            assert all(asset.scheme == "https" for asset in product.assets.values()), product.id
            picture = product.assets.get("thumbnail")
            if picture:
                assert product.thumbnail_href == picture.href
                assert urlsplit(picture.href).hostname == "datahub.creodias.eu"

    def test_what_lies_only_in_the_bucket_stays_there(self):
        product = recorded("ccm/stac_item_copdem-cog__Copernicus_DSM_COG_10_N00_00_E006_00_DEM.json")
        assert product.assets["data"].href.startswith("s3://eodata/auxdata/CopDEM_COG/")
        assert "alternate:href" not in product.assets["data"].properties

    def test_a_checksum_with_a_wrong_length_is_none(self):
        product = recorded("cdse/stac_item_sentinel-1-grd-cog__S1A_S3_GRDH_1SSH_20241130T000114_20241130T000133_056776"
                           "_06F823_98F0_COG.json")  # fmt: skip
        assert product.assets["hh"].checksum is None
        assert product.assets["hh"].is_geotiff
        assert product.assets["Product"].checksum == Checksum("md5", "f2e50c5222a81f168e5c0b67757cf0a1")


def red_digest():
    source = json.loads(next(RECORDINGS.glob("cdse/stac_item_sentinel-2-l2a__*.json")).read_bytes())
    return source["assets"]["B04_10m"]["file:checksum"].removeprefix("1620")


@pytest.mark.parametrize("alternate", [None, "https", {"https": "x"}, {"https": {"href": 5}}, {"https": {"href": ""}},
                                       {"https": {"href": "ftp://x/y"}}, {"https": {"href": "http://["}}])  # fmt: skip
def test_an_alternate_that_is_none_changes_nothing(alternate):
    source = item(1)
    source["assets"] = {"a": {"href": "s3://bucket/a.tif", "alternate": alternate}}
    assert product_of(source).assets["a"] == Asset("a", "s3://bucket/a.tif")


@pytest.mark.parametrize(
    ("mapping", "ids"),
    [("one", ("one",)), (["a", "b"], ("a", "b")), ({"collection": ["a", "b"], "filters": {"x": [1]}}, ("a", "b")),
     ({"filters": {"x": [1]}}, ("ours",)), (None, ("ours",))],
)  # fmt: skip
def test_collections_of_the_server_that_are_ours(mapping, ids):
    assert server_collection(mapping, "ours").ids == ids


@pytest.mark.parametrize(
    ("properties", "asset_properties", "on_tape"),
    [({"order:status": "orderable"}, {}, True), ({"order:status": "succeeded"}, {}, False),
     ({}, {"storage:tier": "OFFLINE"}, True), ({}, {"storage:tier": "Standard"}, False),
     ({"storage:tier": "archive"}, {"storage:tier": "hot"}, False)],
)  # fmt: skip
def test_what_must_be_ordered_says_where(cdse, cancellation, properties, asset_properties, on_tape):
    source = item(1, **properties)
    for asset in source["assets"].values():
        asset.update(asset_properties)
    product = product_of(source)
    assert cdse.request(product.assets["thumbnail"], product, cancellation).url
    if not on_tape:
        assert cdse.request(product.assets["visual"], product, cancellation).url
        return
    for ask in (cdse.request, cdse.stream_address):
        with pytest.raises(AccessError) as caught:
            ask(product.assets["visual"], product, cancellation)
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.OFFLINE, Reason.IN_ARCHIVE)
        assert caught.value.parameters["product"] == product.id
        assert caught.value.parameters["link"].startswith("https://dataspace.copernicus.eu/")


class TestSearch:
    def test_pages_filters_and_footprints(self, cdse, sandbox, cancellation):
        query = Query("sentinel-2-l2a", IRELAND, AUTUMN, {"eo:cloud_cover": Range(maximum=60),
                      "grid:code": Choice(("MGRS-29UNU", "MGRS-29UMU"))}, limit=500)  # fmt: skip
        products = found(cdse, query, cancellation)
        assert REAL in {one.id for one in products}
        assert len({one.id for one in products}) == len(products) > 10
        assert {one.properties["grid:code"] for one in products} == {"MGRS-29UNU", "MGRS-29UMU"}
        assert max(one.cloud_cover for one in products) <= 60
        assert all(one.footprint and one.coverage > 0 and one.thumbnail_href for one in products)
        assert sandbox.refused_hosts() == []

    def test_two_collections_of_the_server_are_one_of_ours(self, cdse, sandbox, cancellation):
        products = found(cdse, Query("sentinel-5p-l2-no2", IRELAND, limit=500), cancellation)
        assert {one.properties["product:timeliness_category"] for one in products} == {"OFFL", "NRTI"}
        assert {one.collection for one in products} == {"sentinel-5p-l2-no2"}

    def test_too_many_questions_are_asked_again_later(self, cdse, sandbox, cancellation):
        limited = replace(PLACE, limits=replace(PLACE.limits, requests_per_second={}))
        hasty = StacAdapter(replace(cdse._context, access_point=limited))
        fault = Fault.too_many_requests("decimal", 0.2)
        sandbox.fault("stac.dataspace.copernicus.eu", "/search", fault, times=1)
        assert the_real_one(hasty, cancellation).id == REAL
        assert [one.status for one in sandbox.requests(path_pattern="/search")] == [429, 200]


class TestFiles:
    def test_one_band_arrives_as_its_checksum_says(self, cdse, connection, sandbox, shared, cancellation):
        product = the_real_one(cdse, cancellation)
        asset = product.assets["SCL_60m"]
        body = fetched(cdse, connection, asset, product, cancellation)
        assert len(body) == asset.size
        assert hashlib.new(asset.checksum.algorithm, body).hexdigest() == asset.checksum.digest
        assert asset.checksum.algorithm == "sha3_256"
        assert sandbox.refused_hosts() == []

    def test_the_account_goes_to_its_own_hosts_alone(self, cdse, connection, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        picture = fetched(cdse, connection, product.assets["thumbnail"], product, cancellation)
        assert picture[:3] == b"\xff\xd8\xff"
        assert not sandbox.requests("identity.dataspace.copernicus.eu")
        fetched(cdse, connection, product.assets["safe_manifest"], product, cancellation)
        shown = {
            one.host for one in sandbox.requests() if any(name.lower() == "authorization" for name, _ in one.headers)
        }
        assert shown
        assert all(host.endswith(".dataspace.copernicus.eu") for host in shown)
        assert not any(host.startswith(("stac.", "datahub.")) for host in shown)
        assert all("token" not in one.query for one in sandbox.requests())

    def test_gdal_gets_the_final_address_and_whose_header(self, cdse, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        final = "https://download.dataspace.copernicus.eu/odata/v1/somewhere/else.jp2"
        sandbox.fault("zipper.dataspace.copernicus.eu", r"TCI_60m", Fault(redirect=final), times=1)
        sandbox.fault("download.dataspace.copernicus.eu", "somewhere", Fault(body="x"), times=1)
        address = cdse.stream_address(product.assets["TCI_60m"], product, cancellation)
        assert (address.href, address.account, address.signing) == (final, "cdse", "")
        asked = sandbox.requests("download.dataspace.copernicus.eu", "somewhere")[0]
        assert {name.lower(): value for name, value in asked.headers}["range"] == "bytes=0-0"
        assert "Bearer " in json.dumps(asked.headers)

    def test_a_zip_that_is_packed_while_it_is_sent_cannot_be_streamed(self, cdse, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        with pytest.raises(AccessError) as caught:
            cdse.stream_address(product.assets["Product"], product, cancellation)
        assert caught.value.reason is Reason.NO_ASSET
        assert not sandbox.requests("download.dataspace.copernicus.eu")

    def test_gdal_gets_no_address_of_a_stranger(self, cdse, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        stranger = "https://files.sandbox.example/random/1kB.bin"
        sandbox.fault("zipper.dataspace.copernicus.eu", r"TCI_60m", Fault(redirect=stranger), times=1)
        with pytest.raises(AccessError) as caught:
            cdse.stream_address(product.assets["TCI_60m"], product, cancellation)
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.BAD_ANSWER, Reason.ADDRESS)
        assert "Bearer" not in json.dumps([one.headers for one in sandbox.requests("files.sandbox.example")])

    def test_a_token_that_ended_is_replaced_while_gdal_waits(self, cdse, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        ended = Fault(status=401, body='{"code":"DAT-ZIP-109","message":"token is expired"}')
        sandbox.fault("zipper.dataspace.copernicus.eu", r"TCI_60m", ended, times=1)
        assert cdse.stream_address(product.assets["TCI_60m"], product, cancellation).account == "cdse"
        sandbox.fault("zipper.dataspace.copernicus.eu", r"TCI_60m", ended)
        with pytest.raises(AccessError) as caught:
            cdse.stream_address(product.assets["TCI_60m"], product, cancellation)
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.ACCOUNT_REFUSED, Reason.SIGN_IN_ENDED)

    def test_without_an_account_it_is_asked_for(self, cdse, secrets, sandbox, cancellation):
        product = the_real_one(cdse, cancellation)
        secrets.person = None
        with pytest.raises(AccessError) as caught:
            cdse.request(product.assets["Product"], product, cancellation)
        assert (caught.value.kind, caught.value.reason) == (ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT)
        assert not sandbox.requests("download.dataspace.copernicus.eu")

    @pytest.mark.parametrize(
        ("status", "body", "kind", "reason"),
        [
            (401, '{"code":"DAT-ZIP-604","message":"Token lost"}', ErrorKind.ACCOUNT_REFUSED, Reason.SIGN_IN_LOST),
            (401, '{"code":"DAT-ZIP-609","message":"x"}', ErrorKind.ACCOUNT_REFUSED, Reason.WRONG_CLIENT),
            (403, "{}", ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE),
            (429, '{"code":"DAT-ZIP-100","message":"Max session number 4 exceeded"}', ErrorKind.QUOTA_USED_UP,
             Reason.TOO_MANY_CONNECTIONS),
        ],
    )  # fmt: skip
    def test_refusals_have_their_reasons(self, cdse, connection, sandbox, cancellation, status, body, kind, reason):
        product = the_real_one(cdse, cancellation)
        asset = product.assets["Product"]
        sandbox.fault("download.dataspace.copernicus.eu", r"\$value", Fault(status=status, body=body))
        request = replace(cdse.request(asset, product, cancellation), retry=0)
        with pytest.raises(AccessError) as caught:
            connection.send(request, cancellation)
        told = cdse.explain(caught.value, asset, product)
        assert (told.kind, told.reason) == (kind, reason)

    def test_contributing_missions_only_for_whom_they_are(self, cdse, connection, accounts, secrets, cancellation):
        place = load_registry().access_points["contributing_missions"]
        assert place.account.of == "cdse"
        endpoint = replace(ENDPOINT, collections={"ccm-optical": "ccm-optical"})
        theirs = StacAdapter(replace(cdse._context, access_point=place, endpoint=endpoint))
        product = next(one for one in found(theirs, Query("ccm-optical", IRELAND), cancellation))
        with pytest.raises(AccessError) as caught:
            fetched(theirs, connection, product.assets["product"], product, cancellation)
        assert theirs.explain(caught.value, product.assets["product"], product).reason is Reason.NOT_ELIGIBLE
        secrets.person = ELIGIBLE
        accounts.account_changed("cdse")
        assert fetched(theirs, connection, product.assets["product"], product, cancellation)[:4] == b"PK\x03\x04"
