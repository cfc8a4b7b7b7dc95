"""The Data Space and CREODIAS under their real names, by OData, with the sandbox's accounts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from copernicus_plugin.access_points.registry import load_registry
from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.csc_odata.adapter import CscOdataAdapter, uuid_of
from copernicus_plugin.model.access_point import Account, AccountKind, Endpoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import area_from_box, area_from_polygons
from copernicus_plugin.model.product import Verification
from copernicus_plugin.model.query import Choice, Period, Query, Range
from copernicus_plugin.network.accounts import Accounts
from copernicus_plugin.network.ports import Credentials, Proxy
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.search.engine import SearchEngine
from copernicus_plugin.search.events import AskingState
from tests.sandbox import Fault
from tests.sandbox.content.accounts import ANALYST, CREODIAS_PEOPLE, ELIGIBLE
from tests.unit.network.servers import Log, Settings
from tests.unit.search.recorder import Recorder

pytest_plugins = "tests.sandbox.pytest_plugin"

CATALOGUE, DOWNLOAD = "catalogue.dataspace.copernicus.eu", "download.dataspace.copernicus.eu"
GALWAY = area_from_polygons([[[(-9.4, 53.3), (-8.6, 53.4), (-8.4, 52.9), (-9.2, 52.8)]]])
YEAR = Period.of_days(dt.date(2022, 1, 1), dt.date(2022, 12, 31))
REAL = "S2A_MSIL2A_20221005T115411_N0400_R023_T29UNU_20221005T164454"


class Secrets:
    """Who is signed in where."""

    def __init__(self, **people):
        self.people = people

    def credentials_for(self, access_point):
        person = self.people.get(access_point)
        if person is None:
            raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": access_point})
        return Credentials({"username": person.username, "password": person.password})


@pytest.fixture(scope="module")
def session(running_sandbox):
    settings = Settings(Proxy("http", *running_sandbox.proxy), running_sandbox.ca_pem.read_text(), read=10.0)
    made = HttpSession(settings, Log())
    yield made
    made.close()


@pytest.fixture(scope="module")
def registry():
    """The bundled places, asked by OData alone; and CREODIAS from nothing but its description."""
    loaded = load_registry()
    odata = {
        name: replace(place, endpoints=tuple(one for one in place.endpoints if one.protocol == "csc_odata"))
        for name, place in loaded.access_points.items()
        if name in ("cdse", "contributing_missions")
    }
    theirs = odata["cdse"].endpoints[0]
    creodias = replace(
        odata["cdse"],
        id="creodias_here",
        account=Account(
            AccountKind.OIDC_DIRECT,
            ("download",),
            ("zipper.creodias.eu", "identity.cloudferro.com"),
            {"issuer": "https://identity.cloudferro.com/auth/realms/Creodias-new", "client_id": "CLOUDFERRO_PUBLIC"},
        ),
        endpoints=(
            Endpoint(
                "csc_odata",
                "https://datahub.creodias.eu/odata/v1/",
                theirs.collections,
                {"download_url": "https://zipper.creodias.eu/odata/v1/"},
            ),
        ),
    )
    return type(loaded)({**odata, creodias.id: creodias}, loaded.collections)


@pytest.fixture(scope="module")
def accounts(registry, session):
    people = {"cdse": ANALYST, "contributing_missions": ANALYST, "creodias_here": CREODIAS_PEOPLE[0]}
    made = Accounts(registry.access_points, Secrets(**people), session)
    yield made
    made.close()


@pytest.fixture
def engine(registry, session, accounts, sandbox):
    faults = []
    made = SearchEngine(registry, session, faults.append, accounts.authoriser_for)
    yield made
    made.close()
    assert faults == []
    sandbox.tell(DOWNLOAD, do="reset")


def searched(engine, query, *places):
    recorder = Recorder()
    engine.start(query, list(places or ("cdse",)), recorder)
    ends = recorder.wait(60)
    assert recorder.broken == []
    for end in ends.values():
        assert end.state is AskingState.DONE, end.error
    return recorder.products


def one(engine, query, place="cdse", chosen=lambda product: True):
    return next(product for product in searched(engine, query, place) if chosen(product))


def fetched(engine, session, asset, product):
    """The bytes, or the explained error: what a download does."""
    adapter = engine.adapter_for(product)
    try:
        with session.send(
            replace(adapter.request(asset, product, Cancellation()), retry=0), Cancellation()
        ) as response:
            return b"".join(response.chunks())
    except AccessError as error:
        raise adapter.explain(error, asset, product) from None


def header_of(sent, name):
    headers = sent.headers.items() if isinstance(sent.headers, dict) else sent.headers
    return next((value for known, value in headers if known.lower() == name), None)


def failure(call):
    with pytest.raises(AccessError) as caught:
        call()
    return caught.value.kind, caught.value.reason, caught.value.parameters


@pytest.fixture
def real(engine):
    return one(engine, Query("sentinel-2-l2a", GALWAY, YEAR), chosen=lambda product: product.id == REAL)


def test_two_hosts_answer_the_same_by_their_files_alone(engine, sandbox):
    query = Query(
        "sentinel-2-l2a", GALWAY, YEAR, {"eo:cloud_cover": Range(maximum=60), "platform": Choice(("sentinel-2a",))}
    )
    found = searched(engine, query, "cdse", "creodias_here")
    ids = {place: sorted(one.id for one in found if one.access_point == place) for place in ("cdse", "creodias_here")}
    assert ids["cdse"] == ids["creodias_here"]
    assert len(ids["cdse"]) > 3
    for product in found:
        assert product.cloud_cover <= 60
        assert product.properties["platform"] == "sentinel-2a"
        assert product.properties["grid:code"].startswith("MGRS-29U")
        assert product.acquired.year == 2022
        assert 0 < product.coverage <= 1
    assert {urlsplit(one.thumbnail_href).hostname for one in found if one.thumbnail_href} == {
        CATALOGUE,
        "datahub.creodias.eu",
    }
    assert sandbox.refused_hosts() == []
    assert not [one for one in sandbox.requests(CATALOGUE) if header_of(one, "authorization")]


@pytest.mark.parametrize(
    ("collection", "words"),
    [
        ("sentinel-1-grd", {"sar:instrument_mode": "IW", "platform": "sentinel-1a"}),
        ("sentinel-3-olci-1-efr", {"product:type": "OL_1_EFR___", "constellation": "sentinel-3"}),
        ("sentinel-5p-l2-no2", {"product:type": "L2__NO2___"}),
    ],
)
def test_other_missions_in_stac_words(engine, collection, words):
    product = one(engine, Query(collection, area_from_box(-11, 51, -5, 56), limit=20))
    for name, value in words.items():
        assert product.properties[name] == value
    assert not product.id.endswith((".SAFE", ".SEN3", ".nc", ".zip"))
    single = collection == "sentinel-5p-l2-no2"
    asset = product.assets["Product"]
    assert asset.verification is (Verification.CATALOGUE if single else Verification.ARCHIVE)
    assert bool(asset.checksum) is single


def test_lists_are_filtered_here(engine):
    query = Query("sentinel-1-grd", area_from_box(-11, 51, -5, 56), YEAR, {"sar:polarizations": Choice(("VH",))})
    for product in searched(engine, query):
        assert "VH" in product.properties["sar:polarizations"]


def test_the_files_of_a_product_come_with_their_sizes(engine, session, sandbox, real):
    adapter = engine.adapter_for(real)
    sandbox.clear()
    detailed = adapter.details(real, Cancellation())
    listings = sandbox.requests(DOWNLOAD, r"/Nodes$")
    assert {"Product", "B04_60m", "TCI_60m", "SCL_20m", "safe_manifest", "granule_metadata"} <= set(detailed.assets)
    assert all(header_of(one, "authorization") is None for one in listings)
    band = detailed.assets["B04_60m"]
    assert band.local_path.startswith(f"{REAL}.SAFE/GRANULE/")
    assert band.verification is Verification.CATALOGUE
    manifest = detailed.assets["safe_manifest"]
    assert len(fetched(engine, session, manifest, detailed)) == manifest.size
    assert adapter.details(detailed, Cancellation()) is detailed
    sandbox.clear()
    assert set(adapter.details(real, Cancellation()).assets) == set(detailed.assets)
    assert len(sandbox.requests(DOWNLOAD, r"/Nodes$")) < len(listings)


def test_bands_stream_from_the_final_host_with_the_account(engine, sandbox, real):
    adapter = engine.adapter_for(real)
    detailed = adapter.details(real, Cancellation())
    address = adapter.stream_address(detailed.assets["B04_60m"], detailed, Cancellation())
    assert (urlsplit(address.href).hostname, address.account) == (DOWNLOAD, "cdse")
    assert failure(lambda: adapter.stream_address(real.assets["Product"], real, Cancellation()))[:2] == (
        ErrorKind.NOT_FOUND,
        Reason.NO_ASSET,
    )


def test_the_account_follows_redirects_to_named_hosts_only(engine, session, sandbox, real):
    adapter = engine.adapter_for(real)
    manifest = adapter.details(real, Cancellation()).assets["safe_manifest"]
    moved = replace(manifest, href=manifest.href.replace(DOWNLOAD, CATALOGUE))
    sandbox.fault(CATALOGUE, r"\$value$", Fault(redirect=manifest.href), times=1)
    assert len(fetched(engine, session, moved, real)) == manifest.size
    elsewhere = "https://datahub.creodias.eu/odata/v1/Assets(00000000-0000-0000-0000-000000000000)/$value"
    sandbox.clear()
    sandbox.fault(DOWNLOAD, r"manifest", Fault(redirect=elsewhere), times=None)
    assert failure(lambda: fetched(engine, session, manifest, real))[0] is ErrorKind.NOT_FOUND
    sent = sandbox.requests("datahub.creodias.eu")
    assert sent
    assert all(header_of(one, "authorization") is None for one in sent)
    sandbox.clear_faults()
    elsewhere = "https://datahub.creodias.eu/odata/v1/Attributes(SENTINEL-2)"
    sandbox.fault(DOWNLOAD, r"manifest", Fault(redirect=elsewhere), times=None)
    assert failure(lambda: adapter.stream_address(manifest, real, Cancellation()))[:2] == (
        ErrorKind.BAD_ANSWER,
        Reason.ADDRESS,
    )


def refusing(sandbox, status, body):
    sandbox.clear_faults()
    sandbox.fault(DOWNLOAD, r"\$value$", Fault(status=status, body=body))


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [
        (401, '{"code":"DAT-ZIP-604","message":"Token not found"}', ErrorKind.ACCOUNT_REFUSED, Reason.SIGN_IN_LOST),
        (401, '{"code":"DAT-ZIP-109","message":"token is expired"}', ErrorKind.ACCOUNT_REFUSED, Reason.SIGN_IN_ENDED),
        (401, '{"code":"DAT-ZIP-609","message":"not allowed"}', ErrorKind.ACCOUNT_REFUSED, Reason.WRONG_CLIENT),
        (429, '{"trace-id":"x","code":"DAT-ZIP-100","message":"Max session number exceeded"}', ErrorKind.QUOTA_USED_UP,
         Reason.TOO_MANY_CONNECTIONS),
        (429, "Max session number 4 exceeded", ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_CONNECTIONS),
        (429, "slow down", ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS),
        (413, "too large", ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_REQUESTS),
        (422, '{"code":"DAT-ZIP-111","message":"bad uuid"}', ErrorKind.INVALID_QUERY, Reason.ADDRESS),
        (400, '{"code":"DAT-ZIP-104","message":"Malformed path"}', ErrorKind.INVALID_QUERY, Reason.ADDRESS),
        (403, "Monthly transfer quota exceeded", ErrorKind.QUOTA_USED_UP, Reason.TRAFFIC_USED_UP),
        (403, "{}", ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE),
        (503, "later", ErrorKind.SERVER_FAULT, Reason.STATUS),
    ],
)  # fmt: skip
def test_each_code_has_its_reason(engine, session, sandbox, real, status, body, kind, reason):
    refusing(sandbox, status, body)
    told = failure(lambda: fetched(engine, session, real.assets["Product"], real))
    assert told[:2] == (kind, reason)
    assert told[2]["host"] == DOWNLOAD
    if reason is Reason.TOO_MANY_CONNECTIONS:
        assert told[2]["allowed"] == 4
    if reason is Reason.ADDRESS:
        assert told[2]["address"] == real.assets["Product"].href


def test_an_ended_token_is_replaced_before_streaming(engine, sandbox, real):
    adapter = engine.adapter_for(real)
    band = adapter.details(real, Cancellation()).assets["B04_60m"]
    ended = Fault(status=401, body='{"code":"DAT-ZIP-109","message":"token is expired"}')
    sandbox.fault(DOWNLOAD, r"\$value$", ended, times=1)
    sandbox.clear()
    assert adapter.stream_address(band, real, Cancellation()).account == "cdse"
    tokens = {header_of(one, "authorization") for one in sandbox.requests(DOWNLOAD, r"\$value$")}
    assert len(tokens) == 2


def test_what_lies_on_tape_is_ordered_by_hand(engine):
    query = Query("sentinel-2-l1c", area_from_box(-11, 51, -5, 56), limit=2000)
    product = one(engine, query, chosen=lambda product: product.properties.get("order:status") == "orderable")
    adapter = engine.adapter_for(product)
    told = failure(lambda: adapter.request(product.assets["Product"], product, Cancellation()))
    assert told[:2] == (ErrorKind.OFFLINE, Reason.IN_ARCHIVE)
    assert told[2]["link"].startswith("https://dataspace.copernicus.eu/")
    assert adapter.details(product, Cancellation()) is product


def test_a_deleted_product_says_why_and_when(engine, session, client, real):
    listed = client.get(f"https://{CATALOGUE}/odata/v1/DeletedProducts", params={"$top": "1"}).json()["value"][0]
    adapter = engine.adapter_for(real)
    href = real.assets["Product"].href.replace(uuid_of(real), listed["Id"])
    asset = replace(real.assets["Product"], href=href, local_path=listed["Name"] + ".zip")
    gone = replace(
        real,
        id=listed["Name"][:-5],
        self_href=real.self_href.replace(uuid_of(real), listed["Id"]),
        assets={"Product": asset},
    )
    told = failure(lambda: adapter.details(gone, Cancellation()))
    assert told[:2] == (ErrorKind.NOT_FOUND, Reason.DELETED)
    assert (told[2]["cause"], told[2]["date"]) == (listed["DeletionCause"], listed["DeletionDate"])
    assert failure(lambda: fetched(engine, session, asset, gone))[:2] == (ErrorKind.NOT_FOUND, Reason.UNSPECIFIED)
    assert failure(lambda: fetched(engine, session, asset, gone))[:2] == (ErrorKind.NOT_FOUND, Reason.DELETED)


def test_contributing_missions_want_more_than_an_account(registry, session, engine):
    product = one(engine, Query("ccm-optical", limit=5), "contributing_missions")
    told = failure(lambda: fetched(engine, session, product.assets["Product"], product))
    assert told[:2] == (ErrorKind.ACCOUNT_REFUSED, Reason.NOT_ELIGIBLE)
    assert "ccm-how-to-register" in told[2]["link"]
    accounts = Accounts(registry.access_points, Secrets(cdse=ELIGIBLE, contributing_missions=ELIGIBLE), session)
    place = registry.access_points["contributing_missions"]
    context = Context(place, place.endpoints[0], session, dict(registry.collections), accounts.authoriser_for(place))
    request = CscOdataAdapter(context).request(product.assets["Product"], product, Cancellation())
    with session.send(request, Cancellation()) as response:
        assert response.status == 200
    accounts.close()


def test_traffic_that_is_used_up_is_said(engine, session, sandbox, real):
    sandbox.tell(DOWNLOAD, do="quota", status=429)
    told = failure(lambda: fetched(engine, session, real.assets["Product"], real))
    assert told[:2] == (ErrorKind.QUOTA_USED_UP, Reason.TRAFFIC_USED_UP)


def test_products_by_name(engine, real):
    adapter = engine.adapter_for(real)
    found = list(adapter.by_names("sentinel-2-l2a", [f"{REAL}.SAFE", "nothing.SAFE"], Cancellation()))
    assert [product.key for product in found] == [real.key]
