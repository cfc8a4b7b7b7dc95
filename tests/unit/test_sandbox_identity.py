"""The sandbox's identity services: as recorded, and as programs that verify tokens want them."""

from __future__ import annotations

import json
import time

import pytest

from tests.sandbox import Sandbox, shared_folder
from tests.sandbox.content.accounts import ANALYST, CAREFUL, CREODIAS_PEOPLE, PEOPLE, SENTINEL_HUB_CLIENTS
from tests.sandbox.hosts.cdse import identity

HOST = identity.CDSE
ISSUER = f"https://{HOST}/auth/realms/CDSE"
OIDC = f"{ISSUER}/protocol/openid-connect"


@pytest.fixture(scope="module")
def running():
    with Sandbox.start() as started:
        yield started


@pytest.fixture
def ask(running):
    import requests

    running.tell(HOST, do="reset")
    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"https": running.proxy_url}
        session.verify = str(running.ca_pem)
        yield session


def sign_in(ask, person, issuer=OIDC, client="cdse-public", **more):
    form = {"client_id": client, "grant_type": "password", "username": person.username, "password": person.password}
    return ask.post(f"{issuer}/token", data={**form, **more})


def test_a_token_answer_has_what_the_recorded_one_has(ask):
    recorded = json.loads((shared_folder() / "recordings" / "cdse" / "pytroll_token_0.json").read_text())
    given = sign_in(ask, ANALYST).json()
    assert {key: type(value) for key, value in given.items()} == {key: type(value) for key, value in recorded.items()}
    for key in ("expires_in", "refresh_expires_in", "token_type", "not-before-policy", "scope"):
        assert given[key] == recorded[key]


@pytest.mark.parametrize(
    ("host", "realm", "client", "person"),
    [
        (HOST, "CDSE", "cdse-public", ANALYST),
        (identity.CREODIAS, "Creodias-new", "CLOUDFERRO_PUBLIC", CREODIAS_PEOPLE[0]),
    ],
)
def test_a_token_is_verified_by_the_published_keys(ask, host, realm, client, person):
    """As cdsetool and eodag do, by PyJWT."""
    jwt = pytest.importorskip("jwt")
    document = ask.get(f"https://{host}/auth/realms/{realm}/.well-known/openid-configuration").json()
    assert "RS256" in document["id_token_signing_alg_values_supported"]
    access = sign_in(ask, person, document["token_endpoint"].rpartition("/")[0], client).json()["access_token"]
    header = jwt.get_unverified_header(access)
    (key,) = [key for key in ask.get(document["jwks_uri"]).json()["keys"] if key["kid"] == header["kid"]]
    public = jwt.algorithms.RSAAlgorithm.from_jwk(json.dumps(key))
    claims = jwt.decode(access, public, algorithms=["RS256"], audience="CLOUDFERRO_PUBLIC", issuer=document["issuer"])
    assert (claims["azp"], claims["preferred_username"]) == (client, person.username)
    assert claims["session_state"]
    assert 590 < claims["exp"] - time.time() <= 600


def test_refusals_do_not_tell_a_wrong_code_from_a_wrong_password(ask):
    answers = [
        sign_in(ask, ANALYST, password="no"),
        sign_in(ask, CAREFUL),
        sign_in(ask, CAREFUL, totp="000000"),
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {
        (401, '{"error": "invalid_grant", "error_description": "Invalid user credentials"}')
    }
    assert sign_in(ask, CAREFUL, totp=CAREFUL.code).status_code == 200


def test_a_device_signs_in_once_a_person_has_let_it(ask):
    begun = ask.post(f"{OIDC}/auth/device", data={"client_id": "sh-public", "scope": "openid"}).json()
    form = {"client_id": "sh-public", "grant_type": identity.DEVICE_GRANT, "device_code": begun["device_code"]}
    assert ask.post(f"{OIDC}/token", data=form).json()["error"] == "authorization_pending"
    person = {"user_code": begun["user_code"], "username": CAREFUL.username, "password": CAREFUL.password}
    assert ask.post(begun["verification_uri"], data=person).status_code == 400
    assert ask.post(begun["verification_uri"], data={**person, "totp": CAREFUL.code}).status_code == 200
    access = ask.post(f"{OIDC}/token", data=form).json()["access_token"]
    info = ask.get(f"{OIDC}/userinfo", headers={"Authorization": f"Bearer {access}"}).json()
    assert info["preferred_username"] == CAREFUL.username


def test_a_download_host_learns_why_a_token_is_no_good():
    """In this process: what ``Realm.verify`` tells the sandbox's other hosts."""
    import asyncio
    from urllib.parse import urlencode

    from tests.sandbox.http import Request

    realm = identity.realms(None)[HOST]

    def post(form):
        scope = {"type": "http", "method": "POST", "path": "/auth/realms/CDSE/protocol/openid-connect/token",
                 "query_string": b"", "headers": [(b"host", HOST.encode())]}  # fmt: skip
        return json.loads(asyncio.run(realm(Request(scope, urlencode(form).encode()))).body)["access_token"]

    form = {"client_id": "cdse-public", "grant_type": "password", "username": ANALYST.username}
    good = post({**form, "password": ANALYST.password})
    assert realm.verify(good) == ANALYST
    assert realm.verify("") == identity.MISSING
    assert realm.verify(good[:-4] + "AAAA") == identity.INVALID
    assert realm.verify("nonsense") == identity.INVALID
    ((client, (secret, _)),) = SENTINEL_HUB_CLIENTS.items()
    other = post({"client_id": client, "client_secret": secret, "grant_type": "client_credentials"})
    assert realm.verify(other) == identity.WRONG_AUDIENCE
    realm.control({"do": "set", "access": 0.01})
    short = post({**form, "password": ANALYST.password})
    time.sleep(0.02)
    assert realm.verify(short) == identity.EXPIRED
    assert len({person.username for person in PEOPLE}) == len(PEOPLE)
