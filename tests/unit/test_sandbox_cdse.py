"""The Data Space's OData, downloads and files: as they were recorded and documented, and what they hold."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sandbox.client import CHECKOUT, Sandbox
from tests.sandbox.faults import Fault
from tests.unit.test_sandbox_recordings import differences

pytest_plugins = "tests.sandbox.pytest_plugin"

CATALOGUE = "https://catalogue.dataspace.copernicus.eu/odata/v1"
DOWNLOAD = "https://download.dataspace.copernicus.eu/odata/v1"
CREODIAS = "https://datahub.creodias.eu/odata/v1"
TOKEN = "https://identity.dataspace.copernicus.eu/auth/realms/CDSE/protocol/openid-connect/token"
CREODIAS_TOKEN = "https://identity.cloudferro.com/auth/realms/Creodias-new/protocol/openid-connect/token"
REAL = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454.SAFE"
AREA = "OData.CSC.Intersects(area=geography'SRID=4326;{}')"
IRELAND = AREA.format("POLYGON ((-11 51, -5 51, -5 56, -11 56, -11 51))")
AUTUMN = "ContentDate/Start lt 2022-12-01T00:00:00.000Z and ContentDate/End gt 2022-08-01T00:00:00.000Z"
RECORDED = {
    "$filter": "Collection/Name eq 'SENTINEL-1' and ContentDate/Start gt 2014-04-05T00:00:00.000Z and "
    "ContentDate/Start lt 2014-04-14T00:00:00.000Z",
    "$top": "10",
    "$expand": "Attributes",
    "$orderby": "ContentDate/Start asc",
    "$count": "true",
}


def attribute(name, kind, sign, value, second=None):
    return (f"Attributes/OData.CSC.{kind}Attribute/any(att:att/Name eq '{name}' and "
            f"att/OData.CSC.{second or kind}Attribute/Value {sign} {value})")  # fmt: skip


L2A = "Collection/Name eq 'SENTINEL-2' and " + attribute("productType", "String", "eq", "'S2MSI2A'")


def ask(client, text="", root=CATALOGUE, kind="Products", **options):
    parameters = {f"${name}": value for name, value in options.items()}
    if text:
        parameters["$filter"] = text
    return client.get(f"{root}/{kind}", params=parameters)


def found(client, text, **options):
    answer = ask(client, text, **{"top": 1000, **options})
    assert answer.status_code == 200, answer.text
    return answer.json()["value"]


def one(client, text, **options):
    return found(client, text, **options)[0]


def value_of(product, name):
    return next(item["Value"] for item in product["Attributes"] if item["Name"] == name)


def sign_in(client, username="analyst@example.org", password="correct-horse", url=TOKEN, client_id="cdse-public"):
    form = {"grant_type": "password", "client_id": client_id, "username": username, "password": password}
    answer = client.post(url, data=form)
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@pytest.fixture
def bearer(client):
    return sign_in(client)


@pytest.fixture
def host(sandbox):
    """Orders to the download host, undone afterwards."""
    yield lambda **order: sandbox.tell("download.dataspace.copernicus.eu", **order)
    sandbox.tell("download.dataspace.copernicus.eu", do="reset")


@pytest.fixture
def recorded(shared):
    return lambda name: json.loads((Path(shared) / "recordings" / "cdse" / name).read_bytes())


@pytest.fixture(scope="module")
def crowded():
    """More products of one collection than can be paged through."""
    with Sandbox.start(today="2026-11-22", bulk=10_300) as sandbox:
        yield sandbox


class TestAsRecorded:
    def test_pages(self, client, recorded):
        address, parameters = f"{CATALOGUE}/Products", RECORDED
        for number in (1, 2, 3):
            answer = client.get(address, params=parameters)
            page, wanted = answer.json(), recorded(f"cdsetool_odata_s1_page_{number}.json")
            assert page["value"] == wanted["value"]
            assert differences(wanted, page, may_lack=("@odata.nextLink",) if number == 3 else ()) in (
                [], ["$.@odata.count was never recorded"])  # fmt: skip
            if number < 3:
                address, parameters = page["@odata.nextLink"], None
                link, theirs = (urlsplit(text["@odata.nextLink"]) for text in (page, wanted))
                assert (link.netloc, link.path) == (theirs.netloc, theirs.path)
                assert "$" not in link.query
                ours, was = parse_qs(link.query), parse_qs(theirs.query)
                assert {name: ours[name] for name in was if name != "$filter"} == {
                    name: value for name, value in was.items() if name != "$filter"}  # fmt: skip
        assert "@odata.nextLink" not in page

    def test_own_products_have_the_same_keys(self, client, recorded):
        wanted = recorded("cdsetool_odata_s1_page_1.json")["value"][0]
        mine = one(client, f"Name eq '{REAL}'", expand="Attributes")
        for product in (wanted, mine):
            product["Attributes"] = product["Attributes"][:1]
        assert list(mine) == list(wanted)
        assert differences(wanted, mine) == []

    def test_attributes(self, client, recorded):
        listed = client.get(f"{CATALOGUE}/Attributes(SENTINEL-1)").json()
        assert listed == recorded("cdsetool_odata_attributes_sentinel1.json")
        own = client.get(f"{CATALOGUE}/Attributes(SENTINEL-2)").json()
        assert {"Name": "cloudCover", "ValueType": "Double"} in own
        assert differences([listed[0]] * len(own), own) == []

    def test_no_products(self, client, recorded):
        answer = ask(client, "contains(Name,'NOTHING') and PublicationDate gt 2026-11-22", expand="Attributes")
        assert answer.json() == recorded("pytroll_filtered_today_0.json")

    def test_too_deep(self, client, recorded):
        answer = ask(client, skip=10001)
        assert (answer.status_code, answer.json()) == (422, recorded("doc_error_422_skip.json"))
        assert ask(client, top=1001).json()["detail"][0]["ctx"] == {"le": 1000}
        assert ask(client, top="all").status_code == 422

    def test_invalid_filters(self, client, recorded):
        wanted = recorded("doc_error_400_resto_paging.json")
        for text in ("Nme eq 'x'", "Name eq x", "Name eq 'x' and", "(Name eq 'x'", "Online eq 'true'", "Name gt 'x'",
                     "ContentDate/Start gt '2022-01-01'", "ContentDate/Start gt yesterday",
                     AREA.format("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"), AREA.format("POLYGON ((0 0, 1 1, 1 0))"),
                     AREA.format("LINESTRING (0 0, 1 1)"), AREA.format("POINT (1 1)").replace("4326", "3857"),
                     attribute("cloudCover", "Double", "le", 40, "Integer"),
                     attribute("cloudCover", "Integer", "le", 40),
                     attribute("productType", "String", "gt", "'S2MSI2A'")):  # fmt: skip
            answer = ask(client, text)
            assert answer.status_code == 400, text
            assert differences(wanted, answer.json()) == [], text

    def test_nodes(self, client, recorded):
        product = one(client, f"Name eq '{REAL}'")
        answer = client.get(f"{DOWNLOAD}/Products({product['Id']})/Nodes")
        assert answer.status_code == 200
        assert differences(recorded("doc_nodes_listing.json"), answer.json()) == []
        node = answer.json()["result"][0]
        root = f"{DOWNLOAD}/Products({product['Id']})/Nodes({REAL})/Nodes"
        assert (node["Name"], node["ContentLength"], node["Nodes"]["uri"]) == (REAL, 0, root)


class TestSearch:
    def test_same_acquisitions_as_elsewhere(self, client):
        here = {product["Name"] for product in found(client, f"{L2A} and {IRELAND} and {AUTUMN}")}
        search = {"collections": ["sentinel-2-l2a"], "bbox": [-11, 51, -5, 56], "limit": 500,
                  "datetime": "2022-08-01T00:00:00Z/2022-11-30T23:59:59Z"}  # fmt: skip
        page = client.post("https://earth-search.aws.element84.com/v1/search", json=search).json()
        assert here == {item["properties"]["s2:product_uri"] for item in page["features"]}
        assert len(here) == 70

    def test_operators(self, client):
        everything = {product["Id"] for product in found(client, L2A)}

        def count(text):
            ids = {product["Id"] for product in found(client, text)}
            return len(ids & everything)

        below = f"{L2A} and {attribute('cloudCover', 'Double', 'le', '40.00')}"
        above = f"{L2A} and {attribute('cloudCover', 'Double', 'gt', '40.00')}"
        assert 0 < count(below) < len(everything)
        assert count(below) + count(above) == len(everything) == count(f"({below}) or ({above})")
        assert count(f"{L2A} and not ({below})") == count(above)
        clear = found(client, below, expand="Attributes")
        assert all(value_of(product, "cloudCover") <= 40 for product in clear)
        orbit = found(client, f"{L2A} and {attribute('relativeOrbitNumber', 'Integer', 'eq', 23)}")
        assert orbit
        assert all("_R023_" in product["Name"] for product in orbit)
        names = found(client, "startswith(Name,'S2A_MSIL1C') and contains(Name,'_T29UNU_') and endswith(Name,'.SAFE')")
        assert names
        assert all(re.fullmatch(r"S2A_MSIL1C_\w+_T29UNU_\w+\.SAFE", product["Name"]) for product in names)
        assert found(client, f"Name eq '{REAL}' and {AREA.format('POINT (-8.5 52.8)')}")
        assert not found(client, f"Name eq '{REAL}' and {AREA.format('POINT (-8.5 54)')}")
        offline = found(client, "Online eq false")
        assert {product["Online"] for product in offline} == {False}
        date = "Attributes/OData.CSC.DateTimeOffsetAttribute/any(a:a/Name eq 'processingDate' and " \
               "a/OData.CSC.DateTimeOffsetAttribute/Value ge 2026-01-01T00:00:00Z)"  # fmt: skip
        assert count(f"{L2A} and {date}") == count(f"{L2A} and ContentDate/Start gt 2026-01-01")

    def test_antimeridian(self, client):
        sides = ("POLYGON ((179 -20, 180 -20, 180 -15, 179 -15, 179 -20))",
                 "POLYGON ((-180 -20, -179 -20, -179 -15, -180 -15, -180 -20))")  # fmt: skip
        both = AREA.format(f"MULTIPOLYGON ({sides[0][8:]}, {sides[1][8:]})")
        split = [product for product in found(client, f"{L2A} and {both}") if "MULTI" in product["Footprint"]]
        assert split
        assert split[0]["GeoFootprint"]["type"] == "MultiPolygon"

    def test_order_pages_and_selection(self, client):
        names = [product["Name"] for product in found(client, L2A, orderby="ContentDate/Start desc")]
        walked, address, pages = [], f"{CATALOGUE}/Products", 0
        options = {"$filter": L2A, "$orderby": "ContentDate/Start desc", "$top": 50, "$select": "Name,Id",
                   "$count": "True"}  # fmt: skip
        while address:
            page = client.get(address, params=options).json()
            walked += [product["Name"] for product in page["value"]]
            assert set(page["value"][0]) == {"@odata.mediaContentType", "Name", "Id"}
            assert page["@odata.count"] == len(names)
            address, options, pages = page.get("@odata.nextLink"), None, pages + 1
        assert (walked, pages) == (names, 3)
        assert len(ask(client, L2A).json()["value"]) == 20

    def test_every_mission(self, client):
        kinds = {"SENTINEL-1": ("IW_GRDH_1S", "IW_SLC__1S", "IW_OCN__2S"), "SENTINEL-2": ("S2MSI1C", "S2MSI2A"),
                 "SENTINEL-3": ("OL_1_EFR___", "OL_2_LFR___", "OL_2_WFR___", "SL_1_RBT___", "SL_2_LST___",
                                "SL_2_WST___", "SL_2_FRP___", "SR_2_LAN___", "SR_2_WAT___", "SY_2_SYN___"),
                 "SENTINEL-5P": ("L2__NO2___", "L2__O3____", "L2__CO____", "L2__CH4___", "L2__HCHO__", "L2__SO2___",
                                 "L2__AER_AI", "L2__CLOUD_"),
                 "SENTINEL-6": ("P4_2__LR_____",), "GLOBAL-MOSAICS": ("S2MSI_L3__MCQ",),
                 "COP-DEM": ("SAR_DGE_30_A4AD",), "CLMS": (), "CCM": ()}  # fmt: skip
        for collection, types in kinds.items():
            products = found(client, f"Collection/Name eq '{collection}' and {IRELAND}", expand="Attributes")
            assert products, collection
            assert set(types) <= {value_of(product, "productType") for product in products}, collection

    def test_single_list_and_deleted(self, client):
        product = one(client, f"Name eq '{REAL}'", expand="Assets,Locations")
        single = client.get(f"{CATALOGUE}/Products({product['Id']})", params={"$expand": "Assets,Locations"}).json()
        assert single.pop("@odata.context") == "$metadata#Products(Assets(),Locations())/$entity"
        assert single == product
        body = {"FilterProducts": [{"Name": REAL}, {"Name": "missing"}]}
        listed = client.post(f"{CATALOGUE}/Products/OData.CSC.FilterList", json=body).json()
        assert [item["Name"] for item in listed["value"]] == [REAL]
        text = "Collection/Name eq 'SENTINEL-2' and DeletionCause eq 'Missing checksum'"
        options = {"orderby": "DeletionDate desc", "expand": "Attributes"}
        gone = ask(client, text, kind="DeletedProducts", **options).json()["value"]
        assert gone
        assert gone[0]["DeletionDate"] > gone[0]["PublicationDate"]
        assert client.get(f"{CATALOGUE}/Products({gone[0]['Id']})").status_code == 404
        assert client.get(f"{CATALOGUE}/Products(nonsense)").status_code == 422

    def test_no_further_than_ten_thousand(self, crowded):
        import requests

        with requests.Session() as client:
            client.trust_env, client.verify = False, str(crowded.ca_pem)
            client.proxies = {"https": crowded.proxy_url}
            pacific = f"{L2A} and {AREA.format('POLYGON ((-150 -30, -130 -30, -130 -10, -150 -10, -150 -30))')}"
            options = {"top": 1000, "orderby": "ContentDate/Start asc", "select": "Name"}
            last = ask(client, pacific, **options, skip=9000, count="true").json()
            assert last["@odata.count"] == 10_300
            beyond = client.get(last["@odata.nextLink"]).json()
            assert len(beyond["value"]) == 300
            assert "@odata.nextLink" not in beyond
            assert "@odata.nextLink" not in ask(client, pacific, **{**options, "top": 100}, skip=9950).json()
            day = f"{pacific} and ContentDate/Start ge 2021-01-02T00:00:00Z and ContentDate/Start lt 2021-01-03"
            assert ask(client, day, **options, count="true").json()["@odata.count"] == 1440


class TestFiles:
    def test_quicklooks_need_no_account(self, client):
        for text in (
            f"Name eq '{REAL}'",
            "contains(Name,'GRDH')",
            "contains(Name,'OL_1_EFR')",
            "contains(Name,'PHR')",
        ):
            asset = one(client, text, expand="Assets", top=1)["Assets"][0]
            picture = client.get(asset["DownloadLink"])
            assert picture.status_code == 200
            assert picture.content[:4] in (b"\xff\xd8\xff\xe0", b"\x89PNG"), text

    def test_whole_products(self, client, bearer, host):
        """Kept ones by ranges and with a validator, packed ones by length only, streamed ones without."""
        kept = one(client, "Collection/Name eq 'SENTINEL-5P'")
        address = f"{DOWNLOAD}/Products({kept['Id']})/$value"
        head = client.head(address, headers=bearer)
        assert (head.status_code, int(head.headers["Content-Length"])) == (200, kept["ContentLength"])
        whole = client.get(address, headers=bearer)
        assert hashlib.md5(whole.content, usedforsecurity=False).hexdigest() == kept["Checksum"][0]["Value"]
        part = client.get(address, headers={**bearer, "Range": "bytes=100-", "If-Range": head.headers["ETag"]})
        assert (part.status_code, part.content) == (206, whole.content[100:])
        packed = one(client, f"{L2A} and contains(Name,'20221015') and Online eq true")
        answer = client.get(f"{DOWNLOAD}/Products({packed['Id']})/$value", headers={**bearer, "Range": "bytes=100-"})
        assert answer.status_code == 200
        assert len(answer.content) == packed["ContentLength"] == int(answer.headers["Content-Length"])
        assert "ETag" not in answer.headers
        host(do="deliver", name=packed["Name"], how="stored")
        part = client.get(f"{DOWNLOAD}/Products({packed['Id']})/$value", headers={**bearer, "Range": "bytes=100-"})
        assert (part.status_code, part.content) == (206, answer.content[100:])
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
        streamed = one(client, "contains(Name,'SL_2_LST') and Online eq true")
        answer = client.get(f"{DOWNLOAD}/Products({streamed['Id']})/$value", headers=bearer)
        assert "Content-Length" not in answer.headers
        names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
        assert f"{streamed['Name']}/LST_in.nc" in names

    def test_the_real_product(self, client, bearer, shared):
        product = one(client, f"Name eq '{REAL}'")
        original = Path(shared) / "data" / f"{REAL}.zip"
        assert product["ContentLength"] == original.stat().st_size
        answer = client.get(
            f"https://zipper.dataspace.copernicus.eu/odata/v1/Products({product['Id']})/$value",
            headers={**bearer, "Range": "bytes=1000000-2999999"},
        )
        assert answer.content == original.read_bytes()[1_000_000:3_000_000]
        path = ("GRANULE", "L2A_T29UNU_A038058_20221005T115407", "IMG_DATA", "R60m",
                "T29UNU_20221005T115411_SCL_60m.jp2")  # fmt: skip
        nodes = "/".join(f"Nodes({name})" for name in (REAL, *path))
        band = client.get(f"{DOWNLOAD}/Products({product['Id']})/{nodes}/$value", headers=bearer)
        with zipfile.ZipFile(original) as archive:
            assert band.content == archive.read("/".join((REAL, *path)))

    def test_nodes_hold_what_the_archive_holds(self, client, bearer):
        product = one(client, "endswith(Name,'_A1B2.SAFE') and ContentDate/Start gt 2022-10-01")
        whole = client.get(f"{DOWNLOAD}/Products({product['Id']})/$value", headers=bearer)
        members = {info.filename: info.file_size for info in zipfile.ZipFile(io.BytesIO(whole.content)).infolist()}
        walked, waiting = {}, [(f"{DOWNLOAD}/Products({product['Id']})/Nodes", "")]
        while waiting:
            address, folder = waiting.pop()
            for node in client.get(address).json()["result"]:
                if node["ChildrenNumber"]:
                    waiting.append((node["Nodes"]["uri"], f"{folder}{node['Name']}/"))
                else:
                    walked[folder + node["Name"]] = node["ContentLength"]
        assert walked == members
        assert sum("measurement/" in name for name in walked) == 2
        manifest = f"{DOWNLOAD}/Products({product['Id']})/Nodes({product['Name']})/Nodes(manifest.safe)/$value"
        assert client.get(manifest).status_code == 401
        assert client.get(manifest, headers={**bearer, "Range": "bytes=0-4"}).content == b"<?xml"

    def test_pixels(self, client, bearer, tmp_path):
        """Read by GDAL, in a process of its own: this tier has none."""
        for name, text in (("s2", f"{L2A} and contains(Name,'20221015') and Online eq true"),
                           ("s1", "endswith(Name,'_A1B2.SAFE') and ContentDate/Start gt 2022-10-01"),
                           ("s5p", "contains(Name,'L2__NO2')")):  # fmt: skip
            product = one(client, text)
            answer = client.get(f"{DOWNLOAD}/Products({product['Id']})/$value", headers=bearer)
            (tmp_path / (name + (".nc" if name == "s5p" else ".zip"))).write_bytes(answer.content)
        script = f"""
import json, zipfile
from osgeo import gdal
gdal.UseExceptions()
def opened(name, ending):
    path = r"{tmp_path}/" + name
    member = next(one for one in zipfile.ZipFile(path).namelist() if one.endswith(ending))
    return gdal.Open("/vsizip/" + path + "/" + member)
s2 = [opened("s2.zip", f"_{{ending}}.jp2") for ending in ("B04_10m", "SCL_20m", "TCI_60m")]
s1 = opened("s1.zip", "-002.tiff")
s5p = gdal.Open('NETCDF:"' + r"{tmp_path}/s5p.nc" + '":/PRODUCT/nitrogendioxide_tropospheric_column')
print(json.dumps({{
    "s2": [[one.RasterXSize, one.RasterCount, one.GetGeoTransform()[0], one.RasterXSize * one.GetGeoTransform()[1],
            one.GetSpatialRef().GetAuthorityCode(None), list(one.GetRasterBand(1).ComputeRasterMinMax())]
           for one in s2],
    "s1": [s1.GetRasterBand(1).DataType == gdal.GDT_UInt16, s1.GetGCPCount(), s1.GetGCPs()[0].GCPX],
    "s5p": list(s5p.GetRasterBand(1).ComputeRasterMinMax()),
}}))
"""
        python = CHECKOUT / ".venv" / "bin" / "python"
        command = [str(python) if python.exists() else sys.executable, "-c", script]
        seen = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
        assert [image[:2] for image in seen["s2"]] == [[549, 1], [366, 1], [183, 3]]
        for image in seen["s2"]:
            assert image[2] % 60 == 0
            assert image[3:5] == [109800.0, "32629"]
            assert image[5][0] == 0 < image[5][1]
        assert seen["s1"][:2] == [True, 121]
        assert -12 < seen["s1"][2] < -5
        assert 0 <= seen["s5p"][0] < seen["s5p"][1] <= 2e-4


class TestRefusals:
    def answer(self, client, path, headers=None, root=DOWNLOAD, **parameters):
        answer = client.get(f"{root}/{path}", headers=headers, params=parameters)
        return answer.status_code, answer.json()["code"]

    def test_tokens(self, client, sandbox, bearer):
        key = one(client, "Collection/Name eq 'SENTINEL-5P'")["Id"]
        path = f"Products({key})/$value"
        assert self.answer(client, path) == (401, "DAT-ZIP-604")
        token = bearer["Authorization"].partition(" ")[2]
        redirected = client.get(f"{CATALOGUE}/{path}", params={"token": token}, allow_redirects=False)
        assert redirected.status_code == 301
        assert redirected.headers["Location"] == f"{DOWNLOAD}/{path}?token={token}"
        assert client.get(f"{CATALOGUE}/{path}", params={"token": token}).status_code == 200
        own = {"grant_type": "client_credentials", "client_id": "sh-5f2d1f4e-sandbox",
               "client_secret": "sentinel-hub-client-key"}  # fmt: skip
        wrong = {"Authorization": f"Bearer {client.post(TOKEN, data=own).json()['access_token']}"}
        assert self.answer(client, path, wrong) == (401, "DAT-ZIP-609")
        sandbox.tell("identity.dataspace.copernicus.eu", do="set", access=0)
        try:
            assert self.answer(client, path, sign_in(client)) == (401, "DAT-ZIP-109")
        finally:
            sandbox.tell("identity.dataspace.copernicus.eu", do="reset")

    def test_paths_and_products(self, client, bearer):
        key = one(client, "Collection/Name eq 'SENTINEL-5P'")["Id"]
        assert self.answer(client, f"Products('{key}')/$value", bearer) == (400, "DAT-ZIP-104")
        assert self.answer(client, f"Products({key})/Nodes('x')/$value", bearer) == (400, "DAT-ZIP-104")
        assert self.answer(client, "Products(123)/$value", bearer) == (422, "DAT-ZIP-111")
        assert self.answer(client, f"Products({key})/Nodes(x)/$value", bearer)[0] == 404
        offline = one(client, "Online eq false")["Id"]
        assert self.answer(client, f"Products({offline})/$value", bearer)[0] == 404
        recent = one(client, "endswith(Name,'B2C3.SAFE')", orderby="ContentDate/Start desc")["Id"]
        old = one(client, "endswith(Name,'B2C3.SAFE') and Online eq true", orderby="ContentDate/Start asc")["Id"]
        assert client.head(f"{DOWNLOAD}/Products({recent})/$zip", headers=bearer).headers["Accept-Ranges"] == "bytes"
        assert self.answer(client, f"Products({old})/$zip", bearer)[0] == 404

    def test_rights_and_quota(self, client, bearer, host):
        restricted = one(client, "Collection/Name eq 'CCM'")["Id"]
        assert self.answer(client, f"Products({restricted})/$value", bearer)[0] == 403
        eligible = sign_in(client, "rapid-mapper@example.org", "tr0ub4dor-and-3")
        assert client.get(f"{DOWNLOAD}/Products({restricted})/$value", headers=eligible).status_code == 200
        for status in (429, 403):
            host(do="quota", username="rapid-mapper@example.org", status=status)
            assert self.answer(client, f"Products({restricted})/$value", eligible)[0] == status

    def test_four_at_the_same_time(self, client, sandbox, bearer, host):
        key = one(client, "Collection/Name eq 'SENTINEL-5P'")["Id"]
        address = f"{DOWNLOAD}/Products({key})/$value"
        sandbox.fault("download.dataspace.copernicus.eu", "value", Fault(stall=30, stall_after=1000), times=4)
        ready = threading.Barrier(5)
        done = threading.Event()

        def hold():
            with client.get(address, headers=bearer, stream=True) as answer:
                assert answer.raw.read(1000)
                ready.wait(10)
                done.wait(10)

        holders = [threading.Thread(target=hold) for _ in range(4)]
        for holder in holders:
            holder.start()
        ready.wait(10)
        refused = client.get(address, headers=bearer)
        assert (refused.status_code, refused.json()["code"]) == (429, "DAT-ZIP-100")
        assert "Max session number 4 exceeded" in refused.json()["message"]
        assert client.head(address, headers=bearer).status_code == 200
        done.set()
        for holder in holders:
            holder.join(10)
        for _ in range(1000):
            if not host(do="open", username="analyst@example.org"):
                break
        assert client.get(address, headers=bearer).status_code == 200

    def test_creodias_is_another_instance(self, client, bearer):
        product = one(client, "Collection/Name eq 'SENTINEL-5P'", root=CREODIAS, top=1, expand="Assets,Locations")
        address = product["Locations"][0]["DownloadLink"]
        assert address.startswith("https://zipper.creodias.eu/odata/v1/Products(")
        assert client.get(f"{CREODIAS}/Products({product['Id']})/$value").json()["code"] == "DAT-ZIP-604"
        tenant = sign_in(client, "tenant@example.org", "cloud-and-iron", CREODIAS_TOKEN, "CLOUDFERRO_PUBLIC")
        assert len(client.get(address, headers=tenant).content) == product["ContentLength"]
        assert self.answer(client, f"Products({product['Id']})/$value", tenant)[0] == 401
        token = tenant["Authorization"].partition(" ")[2]
        short = client.get(f"https://zipper.creodias.eu/download/{product['Id']}", params={"token": token})
        assert len(short.content) == product["ContentLength"]
        page = ask(client, L2A, root=CREODIAS, top=1).json()
        assert page["@odata.nextLink"].startswith("https://datahub.creodias.eu/odata/v1/Products?%24")
