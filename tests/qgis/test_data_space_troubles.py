"""What goes wrong between an analyst and the Data Space: caused for real, told in one sentence, cured, and gone on."""

from __future__ import annotations

import base64
import dataclasses
import json
import resource
import shutil
from urllib.parse import quote_plus, urlsplit

import pytest

from copernicus_plugin.gui.downloads_tab import sentences
from copernicus_plugin.gui.message_actions import offered
from copernicus_plugin.gui.messages import Action, During, message_for
from copernicus_plugin.model.download import DownloadState
from tests.qgis.data_space_analyst import (  # noqa: F401 - fixtures
    BROKEN_AT,
    CATALOGUE,
    DOWNLOAD,
    IDENTITY,
    TOKEN,
    TOKEN_ENDED,
    WHOLE,
    analyst,
    content,
    manager,
    own_folders,
    plain_environment,
    sandbox,
    the_typist,
    trust,
    trusted,
    truth,
    typist,
    until,
)
from tests.sandbox import Fault
from tests.sandbox.content.accounts import ANALYST, CAREFUL, CREODIAS_PEOPLE, ELIGIBLE

ZIPPER = "zipper.dataspace.copernicus.eu"
CREODIAS = "zipper.creodias.eu"
CREODIAS_CATALOGUE = "datahub.creodias.eu"
CREODIAS_IDENTITY = "identity.cloudferro.com"


def grants(sandbox, host=IDENTITY):  # noqa: F811
    """What was asked of the identity service, in order."""
    bodies = [entry.body.decode() for entry in sandbox.requests(host, TOKEN)]
    return [body.partition("grant_type=")[2].partition("&")[0] for body in bodies]


def whole(sandbox, host=DOWNLOAD):  # noqa: F811
    """Status and first byte of each request for a product."""
    asked = sandbox.requests(host, WHOLE)
    return [(entry.status, entry.header("Range")) for entry in asked]


def one_failure(analyst):  # noqa: F811
    """Exactly one line in QGIS's log, and no trace of an exception."""
    assert len(analyst.failures_logged()) == 1, analyst.failures_logged()


@pytest.fixture
def person(sandbox):  # noqa: F811
    """Somebody who changes a password on the web site; as before at the end."""
    yield lambda changed: sandbox.tell(IDENTITY, do="add_person", person=dataclasses.asdict(changed))
    sandbox.tell(IDENTITY, do="add_person", person=dataclasses.asdict(ANALYST))


REFUSED = "Data Space refused name or password (401). Check them; if your account wants a code, tick that too."


def test_a_wrong_password_in_the_middle_of_a_file(analyst, sandbox, truth, person):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    changed = dataclasses.replace(ANALYST, password="changed-on-the-web-site")

    def meanwhile():
        analyst.token_ends()
        person(changed)
        sandbox.tell(IDENTITY, do="end_sessions")

    started = analyst.breaks_off(product, meanwhile)
    analyst.until_failed(started)
    assert analyst.reads(started) == (f"{REFUSED} {analyst.kept(product)}", ["CHECK_ACCOUNT", "RETRY"], "")
    one_failure(analyst)
    kept = analyst.part(product)
    analyst.saves_and_tests(changed)
    assert content(analyst.until_done(started)) == right
    assert grants(sandbox) == ["password", "refresh_token", "password", "password"]
    assert whole(sandbox)[-1] == (206, f"bytes={kept}-")


def test_an_account_that_wants_a_code_which_nobody_ticked(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds("cop-dem-glo-30")
    right = truth(product)
    analyst.has_account(dataclasses.replace(CAREFUL, code=""))
    started = analyst.downloads(product)
    analyst.until_failed(started)
    assert analyst.reads(started) == (REFUSED, ["CHECK_ACCOUNT", "RETRY"], "")
    one_failure(analyst)
    analyst.saves_and_tests(CAREFUL)
    assert content(analyst.until_done(started)) == right
    assert grants(sandbox) == ["password", "password"]


def test_a_code_is_needed_in_the_middle_of_a_file_and_a_wrong_one_given(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(CAREFUL)
    analyst.accounts.sign_in("cdse", CAREFUL.code)
    until(lambda: analyst.services.account_engine.header_lines("cdse"))

    def meanwhile():
        analyst.token_ends()
        sandbox.tell(IDENTITY, do="end_sessions")

    started = analyst.breaks_off(product, meanwhile)
    analyst.until_failed(started)
    needed = f"Data Space asks for the code of your authenticator app. {analyst.kept(product)}"
    assert analyst.reads(started) == (needed, ["TYPE_CODE"], "")
    one_failure(analyst)
    kept = analyst.part(product)

    analyst.accounts.sign_in("cdse", "000000")
    until(lambda: analyst.tested)
    (refused,) = analyst.tested
    told = message_for(refused, "Data Space", During.DOWNLOAD)
    assert told.text == (
        "Data Space refused the password or the code. Type the next code of your app, or check the account."
    )
    assert told.actions == (Action.TYPE_CODE, Action.CHECK_ACCOUNT)
    assert analyst.reads(started)[0] == needed
    assert analyst.part(product) == kept
    one_failure(analyst)

    analyst.accounts.sign_in("cdse", CAREFUL.code)
    assert content(analyst.until_done(started)) == right
    assert grants(sandbox) == ["password", "refresh_token", "password", "password"]
    assert [entry.status for entry in sandbox.requests(IDENTITY, TOKEN)] == [200, 400, 401, 200]
    assert whole(sandbox)[-1] == (206, f"bytes={kept}-")


def test_too_many_sign_ins_in_the_middle_of_a_file(analyst, sandbox, truth, monkeypatch):  # noqa: F811
    monkeypatch.setattr("copernicus_plugin.network.token_account._WAIT_FOR_SESSION", 0.0)
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)

    def meanwhile():
        analyst.token_ends()
        sandbox.tell(IDENTITY, do="end_sessions")
        sandbox.tell(IDENTITY, do="fill_sessions", username=ANALYST.username)

    started = analyst.breaks_off(product, meanwhile)
    analyst.until_failed(started)
    said = "The account is signed in at Data Space too often. Sign out elsewhere, or try again in some minutes."
    assert analyst.reads(started) == (f"{said} {analyst.kept(product)}", ["RETRY", "LOG"], "")
    one_failure(analyst)
    kept = analyst.part(product)
    sandbox.tell(IDENTITY, do="end_sessions")
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right
    assert whole(sandbox)[-1] == (206, f"bytes={kept}-")


def test_the_place_allows_no_more_downloads_at_a_time(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds("cop-dem-glo-30")
    right = truth(product)
    analyst.has_account(ANALYST)
    sandbox.tell(DOWNLOAD, do="sessions", most=0)
    started = analyst.downloads(product)
    until(lambda: analyst.download(started).waiting_for == "place")
    shown = analyst.download(started)
    place = analyst.dock.downloads_tab.model.place_of(shown)
    assert sentences.state_text(shown, place) == "Waiting for a free connection"
    assert sentences.hint(shown, place) == "Data Space allows 4 downloads at a time. This one starts when one is done."
    sandbox.tell(DOWNLOAD, do="sessions", most=4)
    assert content(analyst.until_done(started)) == right
    assert analyst.failures_logged() == []


def test_a_token_that_ends_in_the_middle_of_a_file_is_renewed_once_and_nobody_notices(
    analyst, sandbox, truth  # noqa: F811
):  # fmt: skip
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    sandbox.tell(DOWNLOAD, do="deliver", name=f"{product.id}.SAFE", how="stored")
    sandbox.tell(IDENTITY, do="set", access=1.0)
    sandbox.fault(DOWNLOAD, WHOLE, Fault(stall=1.1, stall_after=BROKEN_AT, cut_after=BROKEN_AT + 1), times=1)
    started = analyst.downloads(product)
    until(lambda: whole(sandbox))
    sandbox.tell(IDENTITY, do="set", access=600.0)
    assert content(analyst.until_done(started)) == right
    assert grants(sandbox) == ["password", "refresh_token"]
    rest = f"bytes={BROKEN_AT + 1}-"
    assert whole(sandbox) == [(200, None), (401, rest), (206, rest)]
    assert analyst.failures_logged() == []
    assert sandbox.tell(IDENTITY, do="open_sessions") == 1


def test_a_place_that_takes_no_token_any_more_in_the_middle_of_a_file(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    refusal = Fault(status=401, body=TOKEN_ENDED)
    started = analyst.breaks_off(product, lambda: sandbox.fault(DOWNLOAD, WHOLE, refusal))
    analyst.until_failed(started)
    said = f"Data Space ended the sign-in (401). Trying again signs in anew. {analyst.kept(product)}"
    assert analyst.reads(started) == (said, ["RETRY", "LOG"], "")
    one_failure(analyst)
    kept = analyst.part(product)
    sandbox.clear_faults()
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right
    assert whole(sandbox)[-1] == (206, f"bytes={kept}-")


def test_a_redirect_within_the_place_keeps_the_header_and_one_out_of_it_does_not(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds("cop-dem-glo-30")
    right = truth(product)
    analyst.has_account(ANALYST)
    path = product.assets["Product"].href.partition(DOWNLOAD)[2]
    sandbox.fault(DOWNLOAD, WHOLE, Fault(redirect=f"https://{CREODIAS}{path}"))
    started = analyst.downloads(product)
    analyst.until_failed(started)
    said = (
        "Data Space redirected to zipper.creodias.eu, which must not see the account. "
        "Try again later, or ask its help desk."
    )
    assert analyst.reads(started) == (said, ["RETRY", "LOG"], "")
    one_failure(analyst)
    strangers = sandbox.requests(CREODIAS)
    assert strangers
    assert [entry for entry in strangers if entry.header("Authorization") or entry.header("Cookie")] == []

    sandbox.clear_faults()
    sandbox.fault(DOWNLOAD, WHOLE, Fault(redirect=f"https://{ZIPPER}{path}"), times=1)
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right
    (followed,) = sandbox.requests(ZIPPER)
    assert followed.header("Authorization").startswith("Bearer ey")


def test_a_header_that_a_proxy_takes_away(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds("cop-dem-glo-30")
    right = truth(product)
    analyst.has_account(ANALYST)
    body = '{"code": "DAT-ZIP-604", "message": "Token not found"}'
    sandbox.fault(DOWNLOAD, WHOLE, Fault(status=401, body=body))
    started = analyst.downloads(product)
    analyst.until_failed(started)
    said = "The sign-in got lost on its way to Data Space (401). Try again; a proxy may remove it."
    assert analyst.reads(started) == (said, ["RETRY", "LOG"], "")
    one_failure(analyst)
    sandbox.clear_faults()
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right


def test_a_product_in_the_archive_is_ordered_and_then_tried_again(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds(online=False)
    analyst.has_account(ANALYST)
    started = analyst.downloads(product)
    analyst.until_failed(started)
    said = "This product is in the archive of Data Space. Order it there, then try again."
    workspace = "https://dataspace.copernicus.eu/analyse/data-workspace"
    assert analyst.reads(started) == (said, ["OPEN_LINK"], workspace)
    one_failure(analyst)
    assert whole(sandbox) == []
    sandbox.tell(DOWNLOAD, do="bring_back", name=f"{product.id}.SAFE")
    right = truth(product)
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right


def test_a_product_that_the_account_may_not_have(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds("ccm-optical", "contributing_missions")
    right = truth(product, ELIGIBLE)
    analyst.has_account(ANALYST)
    started = analyst.downloads(product)
    analyst.until_failed(started)
    said = (
        "The account is right, but Contributing Missions gives this product to some users only. "
        "Ask for access, then try again."
    )
    how = (
        "https://dataspace.copernicus.eu/explore-data/data-collections/copernicus-contributing-missions/"
        "ccm-how-to-register"
    )
    assert analyst.reads(started) == (said, ["OPEN_LINK", "LOG"], how)
    one_failure(analyst)
    assert whole(sandbox) == [(403, None)]
    analyst.saves_and_tests(ELIGIBLE)
    assert analyst.download(started).state is DownloadState.FAILED, "whether access was given only the user knows"
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right


def test_a_quota_that_is_used_up_in_the_middle_of_a_file(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    said = "The data that Data Space gives to an account in a month is used up. Try again in some days."
    started = analyst.breaks_off(product, lambda: sandbox.tell(DOWNLOAD, do="quota", status=429))
    for status in (429, 403):
        analyst.until_failed(started)
        assert analyst.reads(started) == (f"{said} {analyst.kept(product)}", ["RETRY", "LOG"], "")
        one_failure(analyst)
        kept = analyst.part(product)
        if status == 429:
            sandbox.tell(DOWNLOAD, do="quota", status=403)
            analyst.tries_again(started)
    sandbox.tell(DOWNLOAD, do="quota", status=0)
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right
    assert whole(sandbox)[-1] == (206, f"bytes={kept}-")


def test_a_zip_that_arrives_cut_off_with_a_length_that_fits(analyst, sandbox, truth):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    sandbox.fault(DOWNLOAD, WHOLE, Fault(wrong_length=-100_000))
    started = analyst.downloads(product)
    failed = analyst.until_failed(started)
    said = "The zip of Data Space arrived cut off or damaged. It was removed. Try again."
    assert analyst.reads(started) == (said, ["RETRY", "LOG"], "")
    assert sentences.state_text(failed, analyst.dock.downloads_tab.model.place_of(failed)) == "Failed"
    one_failure(analyst)
    assert list(analyst.folder.rglob("*.zip*")) == []
    sandbox.clear_faults()
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right


def test_a_product_larger_than_the_disk_and_a_disk_that_fills_up(analyst, sandbox, truth, monkeypatch):  # noqa: F811
    product = analyst.finds()
    right = truth(product)
    analyst.has_account(ANALYST)
    analyst.folder.mkdir()
    usage = shutil.disk_usage(analyst.folder)
    now = [usage._replace(free=66_000_000)]
    monkeypatch.setattr("copernicus_plugin.transfers.parts.shutil.disk_usage", lambda place: now[0])
    started = analyst.downloads(product)
    analyst.until_failed(started)
    said = "Only 66 MB are free in the download folder; 72 MB are needed."
    assert analyst.reads(started) == (said, ["CHOOSE_FOLDER", "RETRY"], "")
    one_failure(analyst)
    assert whole(sandbox) == []
    now[0] = usage

    # A limit of the system's, in the middle of the file, while the disk itself has room.
    sandbox.tell(DOWNLOAD, do="deliver", name=f"{product.id}.SAFE", how="stored")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (BROKEN_AT, before[1]))
    try:
        analyst.tries_again(started)
        failed = analyst.until_failed(started)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    said, actions, _ = analyst.reads(started)
    assert said.startswith("No more fits on the disk with the download folder; ")
    assert said.endswith(" MB are missing. Make room, then try again.")
    assert actions == ["CHOOSE_FOLDER", "RETRY"]
    assert sentences.state_text(failed, analyst.dock.downloads_tab.model.place_of(failed)) == "Failed, 300 kB are kept"
    one_failure(analyst)
    assert analyst.part(product) == BROKEN_AT
    analyst.services.downloads.retry(started)
    assert content(analyst.until_done(started)) == right
    assert whole(sandbox)[-1] == (206, f"bytes={BROKEN_AT}-")


VALIDATION = """{"detail": {"ErrorMessage": "Validation error.", "ErrorCode": 400, "ErrorDetail":
[{"loc": ["$filter"], "msg": "Invalid field: cloudCover"}], "RequestID": "9f2a"}}"""
FASTAPI = """{"detail": [{"type": "less_than_equal", "loc": ["query", "$skip"],
"msg": "Input should be less than or equal to 10000", "input": "10001", "ctx": {"le": 10000}}]}"""


REWRITE = "Change the filters or the area, then search again."


@pytest.mark.parametrize(
    ("fault", "text", "actions"),
    [
        (
            Fault(status=400, body=VALIDATION),
            f"Data Space refused the question (“$filter: Invalid field: cloudCover”). {REWRITE}",
            ["LOG"],
        ),
        (
            Fault(status=422, body=FASTAPI),
            "Data Space refused the question (“query.$skip: Input should be less than or equal to 10000”). " + REWRITE,
            ["LOG"],
        ),
        (
            Fault(status=429, body='{"detail": "Too many requests"}', headers={"Retry-After": "70"}),
            "Data Space has had too many requests. It asks to wait 70 s.",
            ["RETRY", "LOG"],
        ),
        (
            Fault(status=503, body="<html><h1>503 Service Temporarily Unavailable</h1></html>"),
            "Data Space has a fault of its own (503). The other results are complete without it.",
            ["RETRY", "LOG"],
        ),
    ],
    ids=["400", "422", "429", "503"],
)
def test_a_search_that_the_catalogue_refuses_is_told_in_words(analyst, sandbox, fault, text, actions):  # noqa: F811
    place = analyst.services.registry.access_points["cdse"]
    sandbox.fault(CATALOGUE, "Products", fault)
    if fault.status == 503:
        status, products = analyst.ask()
        assert status.error is None
        assert {one.endpoint for one in products} == {"https://stac.dataspace.copernicus.eu/v1/"}, (
            "the other catalogue"
        )
        sandbox.fault("stac.dataspace.copernicus.eu", "", fault)
    status, products = analyst.ask()
    told = message_for(status.error, place.short_title)
    assert (told.text, [action.name for action in offered(told, place)]) == (text, actions)
    assert products == []
    sandbox.clear_faults()
    status, products = analyst.asks_again()
    assert status.error is None
    assert products


def issuer_of(entry):
    """Who gave the token of a request."""
    middle = entry.header("Authorization").split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=="))["iss"]


SECOND = {
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
        "sent_to": ["identity.cloudferro.com", CREODIAS],
        "issuer": "https://identity.cloudferro.com/auth/realms/Creodias-new",
        "client_id": "CLOUDFERRO_PUBLIC",
        "one_time_code": True,
    },
    "limits": {"connections": {CREODIAS: 4}},
    "endpoints": [
        {
            "protocol": "csc_odata",
            "url": "https://datahub.creodias.eu/odata/v1/",
            "collections": {"sentinel-2-l2a": {"Collection/Name": "SENTINEL-2", "productType": "S2MSI2A"}},
            "dialect": {"download_url": f"https://{CREODIAS}/odata/v1/", "largest_page": 500},
        }
    ],
}


def test_a_second_host_of_the_same_protocol_from_json_alone(analyst, sandbox, truth):  # noqa: F811
    folder = analyst.services.folder / "access_points"
    folder.mkdir(parents=True)
    (folder / "creodias.json").write_text(json.dumps(SECOND), encoding="utf-8")
    tenant = CREODIAS_PEOPLE[1]
    analyst.reads_files_again()
    assert analyst.services.registry.faults == ()

    first, second = analyst.finds(), analyst.finds(place="creodias")
    assert (first.id, first.properties["eo:cloud_cover"]) == (second.id, second.properties["eo:cloud_cover"])
    assert [urlsplit(one.assets["Product"].href).hostname for one in (first, second)] == [DOWNLOAD, CREODIAS]
    right = truth(first)
    analyst.has_account(ANALYST)
    both = [analyst.downloads(first), analyst.downloads(second)]
    analyst.until_failed(both[1])
    said = "CREODIAS needs an account to download. Searching works without."
    assert analyst.reads(both[1]) == (said, ["ADD_ACCOUNT"], "")
    assert content(analyst.until_done(both[0])) == right
    analyst.saves_and_tests(tenant, "creodias")
    assert content(analyst.until_done(both[1])) == right

    carried = [entry for entry in sandbox.requests() if entry.header("Authorization")]
    assert {(entry.host, issuer_of(entry)) for entry in carried} == {
        (DOWNLOAD, "https://identity.dataspace.copernicus.eu/auth/realms/CDSE"),
        (CREODIAS, "https://identity.cloudferro.com/auth/realms/Creodias-new"),
    }
    for person, host in ((ANALYST, IDENTITY), (tenant, CREODIAS_IDENTITY)):
        words = [quote_plus(person.password).encode(), quote_plus(person.username).encode()]
        told = {entry.host for entry in sandbox.requests() for word in words if word in entry.body}
        assert told == {host}
    (asked,) = [entry.body.decode() for entry in sandbox.requests(CREODIAS_IDENTITY, TOKEN)]
    assert "client_id=CLOUDFERRO_PUBLIC" in asked
    assert f"totp={tenant.code}" in asked
    assert whole(sandbox, CREODIAS) == [(200, None)]
