"""Accounts against the identity services of the sandbox, over real sockets."""

from __future__ import annotations

import base64
import json
import threading
import time
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from copernicus_plugin.model.access_point import AccessPoint, Account, AccountKind, Endpoint, Group, State, Status
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.accounts import Accounts
from copernicus_plugin.network.answers import expect_json
from copernicus_plugin.network.authorisation import NoAccount
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Credentials, Proxy
from copernicus_plugin.network.session import HttpSession
from tests.sandbox import Fault, Sandbox
from tests.sandbox.content.accounts import ANALYST, CAREFUL, CREODIAS_PEOPLE, DISABLED, ELIGIBLE
from tests.unit.network.servers import Log, Settings

CDSE = "identity.dataspace.copernicus.eu"
CREODIAS = "identity.cloudferro.com"
DOWNLOAD = "download.dataspace.copernicus.eu"
TOKEN = r"/protocol/openid-connect/token$"


def place(name, account, *endpoints):
    return AccessPoint(name, name, name, Group.SATELLITE, "ESA", Status(State.ACTIVE), account=account,
                       endpoints=endpoints)  # fmt: skip


def oidc(issuer, client, *hosts):
    details = {"issuer": issuer, "client_id": client, "one_time_code": True}
    return Account(AccountKind.OIDC_DIRECT, ("download",), hosts, details)


PLACES = {
    found.id: found
    for found in (
        place("cdse", oidc(f"https://{CDSE}/auth/realms/CDSE", "cdse-public", "*.dataspace.copernicus.eu")),
        place(
            "contributing_missions",
            Account(AccountKind.OIDC_DIRECT, ("download",), ("elsewhere.example.org",), of="cdse"),
        ),
        place("creodias", oidc(f"https://{CREODIAS}/auth/realms/Creodias-new/", "CLOUDFERRO_PUBLIC", "*.creodias.eu")),
        place("earth_search", Account()),
    )
}


class Secrets:
    """What the user told, as the host would keep it."""

    def __init__(self):
        self.known = {}
        self.version = 0

    def set(self, name, person, one_time_code=False):
        self.version += 1
        values = {"username": person.username, "password": person.password}
        self.known[name] = Credentials(values, one_time_code, self.version)
        return self.known[name]

    def credentials_for(self, access_point):
        if access_point not in self.known:
            raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": access_point})
        return self.known[access_point]


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox.start() as started:
        yield started


@pytest.fixture
def net(sandbox):
    for host in (CDSE, CREODIAS):
        sandbox.tell(host, do="reset")
    sandbox.clear()
    log = Log()
    session = HttpSession(Settings(Proxy("http", *sandbox.proxy), sandbox.ca_pem.read_text()), log)
    session.log_of_test = log
    yield session
    session.close()
    sandbox.clear_faults()


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def accounts(net, secrets):
    made = Accounts(PLACES, secrets, net)
    yield made
    made.close()


@pytest.fixture
def grants(sandbox):
    """What kinds of grants the token endpoint was asked for, in order."""

    def found(host=CDSE):
        bodies = [entry.body.decode() for entry in sandbox.requests(host, TOKEN)]
        return [body.partition("grant_type=")[2].partition("&")[0] for body in bodies]

    return found


def token(accounts, name="cdse", cancellation=None):
    (line,) = accounts.authoriser_for(PLACES[name]).headers(cancellation or Cancellation()).items()
    assert line[0] == "Authorization"
    kind, _, value = line[1].partition(" ")
    assert kind == "Bearer"
    return value


def user_of(access):
    part = access.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))["preferred_username"]


def refusal(accounts, name="cdse"):
    with pytest.raises(AccessError) as raised:
        token(accounts, name)
    return raised.value


def open_sessions(sandbox, host=CDSE):
    return sandbox.tell(host, do="open_sessions")


def until(wanted, seconds=5.0):
    ends = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < ends, "did not happen in time"
        time.sleep(0.01)


def in_threads(number, work):
    results = []
    barrier = threading.Barrier(number)

    def run():
        barrier.wait()
        try:
            results.append(work())
        except AccessError as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(results) == number
    return results


def test_twenty_threads_sign_in_once_and_share_the_token_with_every_place_of_the_account(
    sandbox, accounts, secrets, grants
):
    secrets.set("cdse", ANALYST)
    names = iter(["cdse", "contributing_missions"] * 10)
    found = in_threads(20, lambda: token(accounts, next(names)))
    assert len(set(found)) == 1
    assert user_of(found[0]) == ANALYST.username
    assert grants() == ["password"]
    assert open_sessions(sandbox) == 1
    # the token goes where its owner says, whatever another file asks for
    assert accounts.authoriser_for(PLACES["contributing_missions"]).sent_to == ("*.dataspace.copernicus.eu",)
    assert accounts.header_lines("contributing_missions") == [f"Authorization: Bearer {found[0]}"]


def test_secrets_travel_in_the_body_to_the_issuer_alone_and_are_in_no_log(sandbox, net, accounts, secrets):
    secrets.set("cdse", ANALYST)
    found = token(accounts)
    accounts.authoriser_for(PLACES["cdse"]).refused()
    token(accounts)
    asked = sandbox.requests()
    assert {entry.host for entry in asked} == {CDSE}
    assert not any(ANALYST.password in entry.url or found in entry.url for entry in asked)
    assert ANALYST.password not in str(net.log_of_test.lines)
    # a redirect of the token endpoint to another host does not take the password along
    accounts.account_changed("cdse")
    sandbox.fault(CDSE, TOKEN, Fault(redirect="https://earth-search.aws.element84.com/v1", status=307))
    assert refusal(accounts).kind is ErrorKind.NETWORK_FAULT
    assert sandbox.requests("earth-search.aws.element84.com") == []


def test_a_token_is_renewed_before_its_end_by_a_refresh_token_that_counts_once(sandbox, accounts, secrets, grants):
    sandbox.tell(CDSE, do="set", access=1.0)
    secrets.set("cdse", ANALYST)
    changes = []
    end = accounts.on_token_changed(changes.append)
    first = token(accounts)
    assert token(accounts) == first
    found = {first}
    until(lambda: found.add(token(accounts)) or len(found) == 3)
    assert grants() == ["password", "refresh_token", "refresh_token"]
    assert open_sessions(sandbox) == 1
    assert changes == ["cdse", "contributing_missions"] * 3
    end()
    accounts.authoriser_for(PLACES["cdse"]).refused()
    assert accounts.header_lines("cdse") == []
    assert token(accounts) not in found
    assert len(changes) == 6


def test_one_of_twenty_threads_renews_a_token_that_a_server_refused(accounts, secrets, grants):
    secrets.set("cdse", ANALYST)
    old = token(accounts)
    ready = threading.Barrier(20)

    def download():
        authoriser = accounts.authoriser_for(PLACES["cdse"])
        authoriser.headers(Cancellation())
        ready.wait()
        # all of them were refused with the same token, the later ones after it had been renewed
        authoriser.refused()
        return token(accounts)

    found = in_threads(20, download)
    assert len(set(found)) == 1
    assert old not in found
    assert grants() == ["password", "refresh_token"]


def test_a_session_that_ended_at_the_server_is_opened_again_or_asks_for_a_code(sandbox, accounts, secrets, grants):
    secrets.set("cdse", ANALYST)
    secrets.set("creodias", CREODIAS_PEOPLE[1], one_time_code=True)
    heard = []
    accounts.on_sign_in(lambda name, error: heard.append((name, error and error.reason)))
    token(accounts)
    accounts.sign_in("creodias", "654321", Cancellation())
    assert user_of(token(accounts, "creodias")) == CREODIAS_PEOPLE[1].username
    for name, host in (("cdse", CDSE), ("creodias", CREODIAS)):
        sandbox.tell(host, do="end_sessions")
        accounts.authoriser_for(PLACES[name]).refused()
    assert user_of(token(accounts)) == ANALYST.username
    assert grants() == ["password", "refresh_token", "password"]
    for _ in range(2):
        error = refusal(accounts, "creodias")
        assert (error.kind, error.reason) == (ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED)
    assert grants(CREODIAS) == ["password", "refresh_token"]
    assert heard == [("cdse", None), ("creodias", None), ("cdse", None), ("creodias", Reason.CODE_NEEDED)]


def test_a_code_is_asked_for_may_be_wrong_and_lets_everybody_go_on(sandbox, accounts, secrets, grants):
    secrets.set("cdse", CAREFUL, one_time_code=True)
    found = in_threads(5, lambda: token(accounts))
    assert [error.reason for error in found] == [Reason.CODE_NEEDED] * 5
    with pytest.raises(AccessError) as raised:
        accounts.sign_in("cdse", "999999", Cancellation())
    assert (raised.value.kind, raised.value.reason) == (ErrorKind.ACCOUNT_REFUSED, Reason.CODE_REFUSED)
    assert raised.value.parameters["host"] == CDSE
    assert refusal(accounts).reason is Reason.CODE_NEEDED
    assert grants() == ["password"]
    accounts.sign_in("cdse", CAREFUL.code, Cancellation())
    assert {user_of(access) for access in in_threads(5, lambda: token(accounts))} == {CAREFUL.username}
    assert grants() == ["password"] * 2
    # the user may type another one while the first session lives: it is not left behind
    accounts.sign_in("cdse", CAREFUL.code, Cancellation())
    until(lambda: open_sessions(sandbox) == 1)


def test_a_wrong_password_is_sent_once_until_the_user_changes_or_tests_it(accounts, secrets, grants):
    heard = []
    accounts.on_sign_in(lambda name, error: heard.append(error and error.reason))
    secrets.set("cdse", replace(ANALYST, password="wrong"))
    errors = [*in_threads(10, lambda: token(accounts)), refusal(accounts)]
    assert {(error.kind, error.reason) for error in errors} == {
        (ErrorKind.ACCOUNT_REFUSED, Reason.CREDENTIALS_REFUSED)
    }
    assert errors[0].parameters["access_point"] == "cdse"
    assert grants() == ["password"]
    with pytest.raises(AccessError):
        accounts.sign_in("cdse", "", Cancellation())
    assert grants() == ["password"] * 2
    # without the code that it needs, a right password is refused in the same words
    secrets.set("cdse", CAREFUL)
    assert refusal(accounts).reason is Reason.CREDENTIALS_REFUSED
    secrets.set("cdse", ANALYST)
    assert user_of(token(accounts)) == ANALYST.username
    assert grants() == ["password"] * 4
    assert heard == [Reason.CREDENTIALS_REFUSED] * 3 + [None]


def test_an_account_changed_meanwhile_is_used_for_the_next_request(sandbox, accounts, secrets):
    secrets.set("cdse", ANALYST)
    assert user_of(token(accounts)) == ANALYST.username
    secrets.set("cdse", ELIGIBLE)
    accounts.account_changed("cdse")
    assert accounts.header_lines("cdse") == []
    assert user_of(token(accounts, "contributing_missions")) == ELIGIBLE.username
    until(lambda: open_sessions(sandbox) == 1)
    del secrets.known["cdse"]
    accounts.account_changed("cdse")
    assert refusal(accounts).reason is Reason.NO_ACCOUNT
    until(lambda: open_sessions(sandbox) == 0)


def product_address(net):
    """Of a product that can be downloaded."""
    filters = "Collection/Name eq 'SENTINEL-2' and contains(Name,'MSIL2A') and Online eq true"
    url = f"https://catalogue.dataspace.copernicus.eu/odata/v1/Products?{urlencode({'$filter': filters, '$top': '1'})}"
    with net.send(HttpRequest(url), Cancellation()) as response:
        (found,) = expect_json(response)["value"]
    return f"https://{DOWNLOAD}/odata/v1/Products({found['Id']})/$value"


def test_a_running_download_survives_another_account_and_an_ended_token_is_replaced(sandbox, net, accounts, secrets):
    secrets.set("cdse", ANALYST)
    url = product_address(net)
    authoriser = accounts.authoriser_for(PLACES["cdse"])

    def request():
        return HttpRequest(
            url, secret_headers=authoriser.headers(Cancellation()), sent_to=authoriser.sent_to, streamed=True
        )

    def asked_by():
        return [user_of(entry.header("Authorization").split()[1]) for entry in sandbox.requests(DOWNLOAD)]

    sandbox.fault(DOWNLOAD, "value", Fault(stall=0.5, stall_after=1000), times=1)
    with net.send(request(), Cancellation()) as response:
        pieces = response.chunks(1000)
        size = len(next(pieces))
        secrets.set("cdse", ELIGIBLE)
        accounts.account_changed("cdse")
        size += sum(len(piece) for piece in pieces)
        assert size == int(response.headers["content-length"])
    sandbox.tell(CDSE, do="set", access=1.0)
    kept = request()
    net.send(kept, Cancellation()).close()
    assert asked_by() == [ANALYST.username, ELIGIBLE.username]

    def ended():
        try:
            net.send(kept, Cancellation()).close()
        except AccessError as error:
            return error
        return None

    until(lambda: ended() is not None)
    assert (ended().kind, ended().parameters["code"]) == (ErrorKind.ACCOUNT_REFUSED, "DAT-ZIP-109")
    authoriser.refused()
    with net.send(request(), Cancellation()) as response:
        assert response.status == 200
    assert open_sessions(sandbox) == 1


def test_a_test_of_an_account_leaves_no_session_behind_unless_it_is_the_one_in_use(sandbox, accounts, secrets, grants):
    stored = secrets.set("cdse", ANALYST)
    other = Credentials({"username": ELIGIBLE.username, "password": ELIGIBLE.password})
    assert 0 < accounts.test("cdse", other, "", Cancellation()) < 5
    assert open_sessions(sandbox) == 0
    with pytest.raises(AccessError) as raised:
        accounts.test("cdse", Credentials({"username": "a", "password": "b"}), "", Cancellation())
    assert raised.value.reason is Reason.CREDENTIALS_REFUSED
    accounts.test("cdse", stored, "", Cancellation())
    assert open_sessions(sandbox) == 1
    assert user_of(token(accounts)) == ANALYST.username
    assert grants() == ["password"] * 3


def test_a_code_typed_for_a_test_need_not_be_typed_again_when_the_account_is_saved(sandbox, accounts, secrets, grants):
    values = {"username": CAREFUL.username, "password": CAREFUL.password}
    with pytest.raises(AccessError) as raised:
        accounts.test("cdse", Credentials(values, one_time_code=True), "", Cancellation())
    assert raised.value.reason is Reason.CODE_NEEDED
    accounts.test("cdse", Credentials(values, one_time_code=True), CAREFUL.code, Cancellation())
    secrets.set("cdse", CAREFUL, one_time_code=True)
    accounts.account_changed("cdse")
    assert user_of(token(accounts)) == CAREFUL.username
    assert grants() == ["password"]
    accounts.close()
    assert open_sessions(sandbox) == 0


def test_sessions_end_at_close_within_the_patience(sandbox, accounts, secrets):
    secrets.set("cdse", ANALYST)
    secrets.set("creodias", CREODIAS_PEOPLE[0])
    assert accounts.addresses_to_close() == []
    token(accounts)
    token(accounts, "creodias")
    assert {address.split("/")[2] for address in accounts.addresses_to_close()} == {CDSE, CREODIAS}
    assert (open_sessions(sandbox), open_sessions(sandbox, CREODIAS)) == (1, 1)
    sandbox.fault(CREODIAS, "/logout", Fault(latency=5))
    began = time.monotonic()
    accounts.close(0.5)
    assert time.monotonic() - began < 0.8
    assert open_sessions(sandbox) == 0
    assert refusal(accounts).kind is ErrorKind.CANCELLED


def test_a_sign_in_that_ends_after_the_account_was_changed_gives_nobody_its_token(sandbox, accounts, secrets):
    sandbox.fault(CDSE, TOKEN, Fault(latency=0.6), times=1)
    secrets.set("cdse", ANALYST)
    users = []
    waiting = threading.Thread(target=lambda: users.append(user_of(token(accounts))))
    waiting.start()
    until(lambda: sandbox.requests(CDSE, TOKEN))
    del secrets.known["cdse"]
    accounts.account_changed("cdse")
    secrets.set("cdse", ELIGIBLE)
    accounts.account_changed("cdse")
    lines = []
    accounts.on_token_changed(lambda name: lines.extend(accounts.header_lines(name)))
    waiting.join(10)
    assert users == [ELIGIBLE.username]
    assert {user_of(line) for line in lines} == {ELIGIBLE.username}
    until(lambda: open_sessions(sandbox) == 1)


def test_a_removed_accounts_sign_in_leaves_no_token_and_no_session(sandbox, accounts, secrets):
    sandbox.fault(CDSE, TOKEN, Fault(latency=0.6), times=1)
    secrets.set("cdse", ANALYST)
    errors = []
    waiting = threading.Thread(target=lambda: errors.append(refusal(accounts).reason))
    waiting.start()
    until(lambda: sandbox.requests(CDSE, TOKEN))
    del secrets.known["cdse"]
    accounts.account_changed("cdse")
    waiting.join(10)
    assert errors == [Reason.NO_ACCOUNT]
    assert accounts.header_lines("cdse") == []
    until(lambda: open_sessions(sandbox) == 0)


def in_vain(accounts, cancellation):
    with pytest.raises(AccessError):
        accounts.sign_in("cdse", CAREFUL.code, cancellation)


def test_close_never_asks_where_sessions_end_while_the_caller_waits(sandbox, accounts, secrets):
    """The end comes in QGIS's main thread."""
    secrets.set("cdse", CAREFUL, one_time_code=True)
    accounts.sign_in("cdse", CAREFUL.code, Cancellation())
    sandbox.fault(CDSE, "openid-configuration", Fault(latency=3))
    stopped = Cancellation()
    again = threading.Thread(target=lambda: in_vain(accounts, stopped))
    again.start()
    until(lambda: len(sandbox.requests(CDSE, "openid-configuration")) > 1)
    began = time.monotonic()
    accounts.close(0.5)
    assert time.monotonic() - began < 0.8
    stopped.request()
    again.join(5)
    assert open_sessions(sandbox) == 0


def test_one_who_waits_for_a_sign_in_can_stop_waiting_and_takes_over_from_one_who_stopped(sandbox, accounts, secrets):
    secrets.set("cdse", ANALYST)
    sandbox.fault(CDSE, TOKEN, Fault(latency=30), times=1)
    signing, waiting, outcome = Cancellation(), Cancellation(), {}

    def run(name, cancellation):
        try:
            outcome[name] = user_of(token(accounts, cancellation=cancellation))
        except AccessError as error:
            outcome[name] = error.kind

    threads = [threading.Thread(target=run, args=("signing", signing))]
    threads[0].start()
    until(lambda: sandbox.requests(CDSE, TOKEN))
    for name, cancellation in (("waiting", waiting), ("patient", Cancellation())):
        threads.append(threading.Thread(target=run, args=(name, cancellation)))
        threads[-1].start()
    waiting.request()
    until(lambda: "waiting" in outcome, 1.0)
    assert outcome == {"waiting": ErrorKind.CANCELLED}
    signing.request()
    for thread in threads:
        thread.join(5)
    assert outcome["signing"] is ErrorKind.CANCELLED
    assert outcome["patient"] == ANALYST.username


@pytest.mark.parametrize(
    ("fault", "kind", "reason"),
    [
        (Fault(login_page=True), ErrorKind.BAD_ANSWER, Reason.LOGIN_PAGE),
        (Fault(cut_json=True), ErrorKind.BAD_ANSWER, Reason.NOT_JSON),
        (Fault(body="[1]"), ErrorKind.BAD_ANSWER, Reason.MISSING_KEY),
        (Fault(body='{"access_token": "two\\nlines"}'), ErrorKind.BAD_ANSWER, Reason.MISSING_KEY),
        (
            Fault(status=401, body='{"error": "invalid_client", "error_description": "Invalid client"}'),
            ErrorKind.ACCOUNT_REFUSED,
            Reason.WRONG_CLIENT,
        ),
        (Fault(status=403, body="<html><body>Blocked"), ErrorKind.ACCOUNT_REFUSED, Reason.UNSPECIFIED),
        (Fault(status=501), ErrorKind.SERVER_FAULT, Reason.STATUS),
    ],
)
def test_what_is_no_token_is_told_for_what_it_is(sandbox, accounts, secrets, fault, kind, reason):
    secrets.set("cdse", ANALYST)
    sandbox.fault(CDSE, TOKEN, fault)
    error = refusal(accounts)
    assert (error.kind, error.reason) == (kind, reason)
    assert error.parameters["host"] == CDSE


def test_the_servers_words_come_along_without_the_password(sandbox, accounts, secrets):
    secrets.set("cdse", DISABLED)
    error = refusal(accounts)
    assert (error.kind, error.parameters["detail"]) == (ErrorKind.ACCOUNT_REFUSED, "Account disabled")
    secrets.set("cdse", ANALYST)
    words = json.dumps({"error": "invalid_grant", "error_description": f"not {ANALYST.password} but 123456"})
    sandbox.fault(CDSE, TOKEN, Fault(status=400, body=words))
    assert ANALYST.password not in str(refusal(accounts))
    assert refusal(accounts).parameters["detail"] == "not *** but 123456"


def test_too_many_sessions_are_told_and_not_tried_again_at_once(sandbox, accounts, secrets, grants):
    secrets.set("cdse", ANALYST)
    sandbox.tell(CDSE, do="set", sessions=3)
    sandbox.tell(CDSE, do="fill_sessions", username=ANALYST.username)
    for _ in range(2):
        error = refusal(accounts)
        assert (error.kind, error.reason) == (ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_SESSIONS)
    assert grants() == ["password"]


def test_an_issuer_that_points_elsewhere_gets_no_password(sandbox, accounts, secrets):
    secrets.set("creodias", CREODIAS_PEOPLE[0])
    for address in ("https://evil.example.org/token", f"http://{CREODIAS}/token"):
        sandbox.fault(CREODIAS, "openid-configuration", Fault(body=json.dumps({"token_endpoint": address})))
        error = refusal(accounts, "creodias")
        assert (error.kind, error.reason) == (ErrorKind.BAD_ANSWER, Reason.ADDRESS)
        sandbox.clear_faults()
    assert sandbox.refused_hosts() == []


def test_a_renewal_that_fails_does_no_harm_while_the_token_is_good(sandbox, accounts, secrets, monkeypatch):
    sandbox.tell(CDSE, do="set", access=60.0)
    secrets.set("cdse", ANALYST)
    first = token(accounts)
    sandbox.fault(CDSE, TOKEN, Fault(status=501))
    later = time.monotonic() + 49
    with monkeypatch.context() as patched:
        patched.setattr("copernicus_plugin.network.token_account.time.monotonic", lambda: later)
        assert token(accounts) == first
    asked = len(sandbox.requests(CDSE, TOKEN))
    assert asked == 2
    assert token(accounts) == first
    assert len(sandbox.requests(CDSE, TOKEN)) == asked


def test_plain_headers(net, secrets, sandbox):
    endpoint = Endpoint("stac", "https://earth-search.aws.element84.com/v1")
    hosts = ("earth-search.aws.element84.com",)
    places = {
        found.id: found
        for found in (
            place("basic", Account(AccountKind.BASIC, ("search",), hosts), endpoint),
            place("key", Account(AccountKind.KEY_HEADER, (), hosts, {"header": "X-API-Key"}), endpoint),
            place("bearer", Account(AccountKind.BEARER, (), hosts), endpoint),
            place("s3", Account(AccountKind.S3_KEYS, (), hosts)),
            place("nothing", Account()),
        )
    }
    accounts = Accounts(places, secrets, net)
    secrets.known = {
        "basic": Credentials({"username": "jürgen", "password": "pä:ss"}),
        "key": Credentials({"key": "k-4711"}),
        "bearer": Credentials({"key": "t-4712"}),
    }
    pair = base64.b64encode("jürgen:pä:ss".encode()).decode()
    expected = {
        "basic": {"Authorization": f"Basic {pair}"},
        "key": {"X-API-Key": "k-4711"},
        "bearer": {"Authorization": "Bearer t-4712"},
        "s3": {},
        "nothing": {},
    }
    found = {name: accounts.authoriser_for(places[name]) for name in places}
    assert {name: each.headers(Cancellation()) for name, each in found.items()} == expected
    assert isinstance(found["nothing"], NoAccount)
    assert accounts.header_lines("basic") == [f"Authorization: Basic {pair}"]
    assert accounts.header_lines("key") == []
    assert accounts.test("key", secrets.known["key"], "", Cancellation()) > 0
    assert sandbox.requests()[-1].header("X-API-Key") == "k-4711"
    sandbox.fault(hosts[0], "/v1", Fault(status=401))
    with pytest.raises(AccessError) as raised:
        accounts.test("basic", secrets.known["basic"], "", Cancellation())
    assert raised.value.reason is Reason.CREDENTIALS_REFUSED
    with pytest.raises(AccessError) as raised:
        accounts.test("s3", Credentials({"access_key": "a", "secret_key": "b"}), "", Cancellation())
    assert raised.value.kind is ErrorKind.INVALID_QUERY
    del secrets.known["basic"]
    with pytest.raises(AccessError) as raised:
        found["basic"].headers(Cancellation())
    assert raised.value.reason is Reason.NO_ACCOUNT
