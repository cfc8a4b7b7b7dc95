"""The user's accounts in QGIS's authentication database, whose master password a typist gives, mistypes or refuses."""

from __future__ import annotations

import time

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsCredentials, QgsSettings

from copernicus_plugin.host.accounts import AccountState, AccountStore
from copernicus_plugin.host.services import Services
from copernicus_plugin.model.access_point import Account, AccountKind
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from tests.qgis.host.conftest import deleted, in_thread, set_proxy, until
from tests.sandbox import Fault
from tests.sandbox.content.accounts import ANALYST, CAREFUL, ELIGIBLE, Person

MASTER = "the master of this test"
IDENTITY = "identity.dataspace.copernicus.eu"
TOKEN = r"/protocol/openid-connect/token$"
LOCK = ErrorKind.ACCOUNT_NEEDED, Reason.LOCKED


class Typist(QgsCredentials):
    """Answers in the place of QGIS's dialogue; ``answer`` is ``None`` for Cancel."""

    def __init__(self):
        super().__init__()
        self.answer = MASTER
        self.asked = 0
        self.setInstance(self)

    def request(self, realm, username, password, message=""):
        return False, "", ""

    def requestMasterPassword(self, password, stored=False):
        self.asked += 1
        return self.answer is not None, self.answer or ""


@pytest.fixture(scope="module")
def the_typist(qgis_app):
    # One for ever: QGIS keeps no more than a pointer.
    made = QgsApplication.instance().property("typist_of_tests")
    if made is None:
        made = Typist()
        QgsApplication.instance().setProperty("typist_of_tests", made)
    return made


@pytest.fixture
def manager():
    return QgsApplication.authManager()


@pytest.fixture
def typist(the_typist, manager, monkeypatch):
    """At a QGIS that was just started: its authentication database is locked, and holds nothing of ours."""
    manager.setPasswordHelperEnabled(False)
    the_typist.answer = MASTER
    manager.clearMasterPassword()
    assert manager.setMasterPassword(True), "another test gave this profile another master password"
    manager.removeAllAuthenticationConfigs()
    manager.clearMasterPassword()
    QgsSettings().remove("copernicus_plugin")
    the_typist.asked = 0
    yield the_typist
    the_typist.answer = MASTER
    manager.setMasterPassword(True)
    manager.removeAllAuthenticationConfigs()
    manager.clearMasterPassword()
    QgsSettings().remove("copernicus_plugin")


def started_again(services, manager):
    """As after a new start of QGIS: what was in memory is gone."""
    manager.clearMasterPassword()
    return AccountStore(lambda: services.registry.access_points)


@pytest.fixture
def services(typist, own_folders, sandbox, trusted):
    sandbox.tell(IDENTITY, do="reset")
    sandbox.clear()
    set_proxy(*sandbox.proxy)
    made = Services()
    yield made
    sandbox.clear_faults()
    made.close()
    made.deleteLater()
    deleted()


@pytest.fixture
def accounts(services):
    return services.accounts


@pytest.fixture
def store(accounts):
    return accounts.store


@pytest.fixture
def cdse(services):
    return services.registry.access_points["cdse"]


@pytest.fixture
def told(accounts):
    """Everything that the controller and the store tell, in order."""
    heard = []
    accounts.tested.connect(lambda name, error, seconds: heard.append(("tested", name, error and error.reason)))
    accounts.connectionTested.connect(lambda *answer: heard.append(("connection", *answer)))
    accounts.signedIn.connect(lambda name: heard.append(("signed in", name)))
    accounts.codeWanted.connect(lambda name: heard.append(("code wanted", name)))
    accounts.store.changed.connect(lambda name: heard.append(("changed", name)))
    accounts.store.lockChanged.connect(lambda: heard.append(("lock",)))
    return heard


def values(person):
    return {"username": person.username, "password": person.password}


def user(services):
    """Who a worker's request is signed in as."""
    authoriser = services.account_engine.authoriser_for(services.registry.access_points["cdse"])
    return in_thread(lambda: authoriser.headers(Cancellation()))["Authorization"]


def refusal(work):
    with pytest.raises(AccessError) as raised:
        work()
    return raised.value.kind, raised.value.reason


def test_an_account_is_kept_encrypted_and_opened_only_when_the_user_wants_it(
    services, store, cdse, typist, manager, told
):
    assert store.state(cdse) is AccountState.MISSING
    assert store.state(services.registry.access_points["earth_search"]) is AccountState.NOT_NEEDED
    assert typist.asked == 0
    assert store.save("cdse", values(CAREFUL), True) is True
    assert typist.asked == 1
    assert store.state(cdse) is store.state(services.registry.access_points["contributing_missions"])
    assert store.state(cdse) is AccountState.SET
    assert told == [("changed", "cdse"), ("changed", "contributing_missions")]
    (config_id,) = manager.configIds()
    config = manager.availableAuthMethodConfigs()[config_id]
    assert (config.method(), config.name()) == (
        "Basic",
        "Copernicus Data Space Ecosystem (Copernicus Data Access)",
    )
    assert QgsSettings().value("copernicus_plugin/state/accounts") == (
        f'{{"cdse": {{"authcfg": "{config_id}", "one_time_code": true}}}}'
    )

    later = started_again(services, manager)
    assert later.state(cdse) is AccountState.LOCKED
    assert (later.username("cdse"), later.one_time_code("cdse")) == ("", True)
    assert refusal(lambda: in_thread(lambda: later.credentials_for("cdse"))) == LOCK
    typist.answer = None
    assert later.unlock() is False
    typist.answer = "mistyped"
    assert later.unlock() is False
    assert later.unlock(parent_prompt=False) is False
    assert later.state(cdse) is AccountState.LOCKED
    assert typist.asked == 3
    typist.answer = MASTER
    assert later.unlock() is True
    assert later.state(cdse) is AccountState.SET
    assert later.username("contributing_missions") == CAREFUL.username
    credentials = in_thread(lambda: later.credentials_for("cdse"))
    assert (dict(credentials.values), credentials.one_time_code) == (values(CAREFUL), True)
    assert later.unlock() is True
    assert in_thread(lambda: later.credentials_for("cdse")).version == credentials.version
    later.close()


def test_who_refuses_the_master_password_has_the_account_for_this_session(services, store, cdse, typist, manager):
    typist.answer = None
    assert store.save("cdse", values(ANALYST), False) is False
    assert store.state(cdse) is AccountState.SESSION_ONLY
    assert user(services).startswith("Bearer ey")
    assert manager.configIds() == []
    assert QgsSettings().value("copernicus_plugin/state/accounts") is None
    assert started_again(services, manager).state(cdse) is AccountState.MISSING
    typist.answer = MASTER
    assert store.save("cdse", values(ANALYST), False) is True
    assert store.state(cdse) is AccountState.SET


def test_the_master_password_given_for_something_else_opens_the_accounts(services, store, cdse, typist, manager):
    store.save("cdse", values(ANALYST), False)
    later = started_again(services, manager)
    heard = []
    later.lockChanged.connect(lambda: heard.append(later.state(cdse)))
    assert later.state(cdse) is AccountState.LOCKED
    assert manager.setMasterPassword(True)
    until(lambda: heard)
    assert heard == [AccountState.SET]
    assert typist.asked == 2
    later.close()
    # the plugin may be switched on when the database is open already
    last = AccountStore(lambda: services.registry.access_points)
    until(lambda: last.state(cdse) is AccountState.SET)
    assert typist.asked == 2
    last.close()


def test_a_configuration_deleted_in_qgis_is_missing(services, store, cdse, manager):
    store.save("cdse", values(ANALYST), False)
    later = started_again(services, manager)
    (config_id,) = manager.configIds()
    manager.removeAuthenticationConfig(config_id)
    assert later.state(cdse) is AccountState.MISSING
    assert refusal(lambda: later.credentials_for("cdse")) == (ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT)
    assert later.unlock() is True
    later.close()
    store.save("cdse", values(ANALYST), False)
    assert len(manager.configIds()) == 1


def test_whoever_deletes_the_configuration_in_qgis_is_signed_out(services, store, cdse, manager, sandbox, monkeypatch):
    monkeypatch.setattr("copernicus_plugin.host.accounts._IDS_LIFETIME", 0.0)
    store.save("cdse", values(ANALYST), False)
    user(services)
    assert services.account_engine.header_lines("cdse")
    (config_id,) = manager.configIds()
    manager.removeAuthenticationConfig(config_id)
    assert store.state(cdse) is AccountState.MISSING
    until(lambda: not services.account_engine.header_lines("cdse"))
    until(lambda: sandbox.requests(IDENTITY, "/logout$"))


def test_a_name_that_cannot_be_sent_is_answered_too(accounts, told):
    accounts.test("cdse", {"username": "\ud800", "password": "correct-horse"}, False, "")
    until(lambda: told)
    assert told == [("tested", "cdse", Reason.UNSPECIFIED)]


def test_a_changed_account_takes_the_place_of_the_old_one_and_a_removed_one_is_gone(store, cdse, typist, manager):
    store.save("cdse", values(ANALYST), False)
    store.save("cdse", values(ELIGIBLE), False)
    (config_id,) = manager.configIds()
    found, config = manager.loadAuthenticationConfig(config_id, QgsAuthMethodConfig(), True)
    assert found
    assert config.config("username") == ELIGIBLE.username
    # removing needs no master password
    manager.clearMasterPassword()
    store.remove("contributing_missions")
    assert (store.state(cdse), manager.configIds()) == (AccountState.MISSING, [])
    assert typist.asked == 1


def test_a_password_that_qgis_would_cut_is_kept_for_the_session_as_it_is(store, cdse, manager):
    assert store.save("cdse", {"username": "a@example.org", "password": "one|||two:::three"}, False) is False
    assert store.state(cdse) is AccountState.SESSION_ONLY
    assert store.credentials_for("cdse").values["password"] == "one|||two:::three"
    assert manager.configIds() == []


def test_keys_are_kept_as_well(typist, manager, cdse):
    from dataclasses import replace

    kinds = {"key": AccountKind.KEY_HEADER, "store": AccountKind.S3_KEYS}
    places = {name: replace(cdse, id=name, account=Account(kind)) for name, kind in kinds.items()}
    first = AccountStore(lambda: places)
    typed = {"key": {"key": "k-4711"}, "store": {"access_key": "AK", "secret_key": "SK"}}
    assert all(first.save(name, typed[name], False) for name in typed)
    manager.clearMasterPassword()
    later = AccountStore(lambda: places)
    assert later.unlock()
    assert {name: dict(later.credentials_for(name).values) for name in typed} == typed
    first.close()
    later.close()


def test_what_the_settings_hold_may_be_anything(typist, cdse):
    for text in ("[1]", '{"cdse": 1}', '{"cdse": {"authcfg": ""}}', "{"):
        QgsSettings().setValue("copernicus_plugin/state/accounts", text)
        assert AccountStore(lambda: {"cdse": cdse}).state(cdse) is AccountState.MISSING


def test_testing_an_account_never_stalls_the_window_and_tells_how_it_went(services, accounts, store, sandbox, told):
    sandbox.fault(IDENTITY, TOKEN, Fault(latency=0.3), times=1)
    began = time.monotonic()
    accounts.test("cdse", values(ANALYST), False, "")
    assert time.monotonic() - began < 0.05
    until(lambda: told)
    assert told == [("tested", "cdse", None)]
    accounts.test("cdse", values(Person("analyst@example.org", "wrong")), False, "")
    accounts.test("cdse", values(CAREFUL), True, "")
    until(lambda: len(told) == 3)
    assert set(told[1:]) == {("tested", "cdse", Reason.CREDENTIALS_REFUSED), ("tested", "cdse", Reason.CODE_NEEDED)}
    assert sandbox.tell(IDENTITY, do="open_sessions") == 0


def test_a_worker_s_refusal_and_the_user_s_next_try_are_seen(services, accounts, store, cdse, told, sandbox):
    store.save("cdse", values(Person("analyst@example.org", "wrong")), False)
    told.clear()
    assert refusal(lambda: user(services)) == (ErrorKind.ACCOUNT_REFUSED, Reason.CREDENTIALS_REFUSED)
    until(lambda: store.state(cdse) is AccountState.REFUSED)
    assert told == [("changed", "cdse"), ("changed", "contributing_missions")]
    store.save("cdse", values(ANALYST), False)
    assert store.state(cdse) is AccountState.SET
    told.clear()
    accounts.test("cdse", values(ANALYST), False, "")
    until(lambda: ("tested", "cdse", None) in told)
    assert ("signed in", "cdse") in told
    assert user(services).startswith("Bearer ey")
    assert len(sandbox.requests(IDENTITY, TOKEN)) == 2


def test_a_code_is_wanted_once_and_typed(services, accounts, store, cdse, told):
    store.save("cdse", values(CAREFUL), True)
    told.clear()
    for _ in range(2):
        assert refusal(lambda: user(services)) == (ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED)
    until(lambda: told)
    assert told == [("code wanted", "cdse")]
    accounts.sign_in("cdse", "000000")
    until(lambda: len(told) == 2)
    assert told[1] == ("tested", "cdse", Reason.CODE_REFUSED)
    assert store.state(cdse) is AccountState.SET
    accounts.sign_in("cdse", CAREFUL.code)
    until(lambda: len(told) == 3)
    assert told[2] == ("signed in", "cdse")
    assert user(services).startswith("Bearer ey")


def test_a_connection_is_tested_without_the_account(accounts, told, sandbox):
    accounts.test_connection("earth_search")
    until(lambda: told)
    (answer,) = told
    assert answer[:3] == ("connection", "earth_search", None)
    assert 0 < answer[3] < 5
    sandbox.fault("*", "", Fault(status=503))
    accounts.test_connection("earth_search")
    until(lambda: len(told) == 2)
    assert told[1][2].kind is ErrorKind.SERVER_FAULT


def test_no_secret_is_in_any_file_or_log_and_closing_signs_out(services, accounts, store, sandbox, own_folders, told):
    messages = []

    def hear(text, tag, level):
        messages.append(text)

    QgsApplication.messageLog().messageReceived.connect(hear)
    store.save("cdse", values(CAREFUL), True)
    told.clear()
    accounts.sign_in("cdse", CAREFUL.code)
    until(lambda: ("signed in", "cdse") in told)
    given = [user(services)]
    engine = services.account_engine
    engine.authoriser_for(services.registry.access_points["cdse"]).refused()
    given.append(user(services))
    assert given[0] != given[1]
    words = f'{{"error": "invalid_grant", "error_description": "not {CAREFUL.password}, not {CAREFUL.code}"}}'
    sandbox.fault(IDENTITY, TOKEN, Fault(status=401, body=words), times=1)
    accounts.sign_in("cdse", CAREFUL.code)
    until(lambda: ("tested", "cdse", Reason.CODE_REFUSED) in told)
    sandbox.fault(IDENTITY, TOKEN, Fault(status=200, body="<html>"), times=1)
    accounts.sign_in("cdse", CAREFUL.code)
    until(lambda: ("tested", "cdse", Reason.NOT_JSON) in told or ("tested", "cdse", Reason.LOGIN_PAGE) in told)
    assert sandbox.tell(IDENTITY, do="open_sessions") == 1
    began = time.monotonic()
    services.close()
    assert time.monotonic() - began < 1.2
    assert sandbox.tell(IDENTITY, do="open_sessions") == 0
    QgsApplication.messageLog().messageReceived.disconnect(hear)

    bodies = [entry.body.decode() for entry in sandbox.requests(IDENTITY)]
    refreshed = [body.partition("refresh_token=ey")[2].partition("&")[0] for body in bodies]
    secrets = {CAREFUL.password, CAREFUL.code, CAREFUL.username, *(token for token in refreshed if token)}
    for token in given:
        secrets.update(part for part in token.split(" ")[1].split(".")[1:])
    assert len(secrets) >= 3 + 2 + 4
    QgsSettings().sync()
    written = "".join(messages)
    for file in [*own_folders.rglob("*"), *_settings_files()]:
        if file.is_file():
            written += file.read_bytes().decode("utf-8", "replace")
    assert "/protocol/openid-connect/token 401" in written
    assert "authcfg" in written
    found = [secret for secret in secrets if secret in written]
    assert found == []


def _settings_files():
    from pathlib import Path

    return [Path(QgsSettings().fileName())]
