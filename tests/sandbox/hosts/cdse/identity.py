"""The identity services of the Data Space and of CREODIAS: two realms of the same kind of server, Keycloak.

As documented and as Keycloak is known to behave: password grant (with ``totp`` for accounts that have it; a missing or
wrong code is answered as a wrong password is), refresh with rotation, client credentials whose tokens have another
audience, device codes, logout by refresh token, JWKS. What is said where an account has too many sessions (403, with
the sentence of Keycloak's own user session limit) is not verified at the real ones. CREODIAS documents a public
``client_secret``; it is accepted here and not asked for, as its value is not known to the sandbox.
"""

from __future__ import annotations

import json
import secrets
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from tests.sandbox.content.accounts import CREODIAS_PEOPLE, PEOPLE, SENTINEL_HUB_CLIENTS, Lifetimes, Person
from tests.sandbox.hosts.cdse.tokens import Claims, SigningKeys
from tests.sandbox.http import Answer, Bytes, Request, json_answer, text_answer

CDSE = "identity.dataspace.copernicus.eu"
CREODIAS = "identity.cloudferro.com"
AUDIENCE = "CLOUDFERRO_PUBLIC"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
TOO_MANY_SESSIONS = "There are too many sessions"
_SCOPE = "AUDIENCE_PUBLIC openid email profile ondemand_processing user-context"

MISSING, INVALID, EXPIRED, WRONG_AUDIENCE = "missing", "invalid", "expired", "audience"
"""Why ``Realm.verify`` takes a token for no good."""


@dataclass
class _Session:
    person: Person
    client: str
    ends: float
    refresh_id: str = ""
    """Of the only refresh token that is still good: each is used once."""
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


@dataclass
class _Device:
    client: str
    user_code: str
    ends: float
    person: Person | None = None


class Realm:
    """One realm under one host name."""

    def __init__(
        self, host: str, name: str, clients: tuple[str, ...], people: tuple[Person, ...], recorded: Path | None = None
    ) -> None:  # fmt: skip
        self.issuer = f"https://{host}/auth/realms/{name}"
        self._clients = clients
        self._people = {person.username: person for person in people}
        self._recorded = recorded
        self._keys = SigningKeys()
        self._lifetimes = Lifetimes()
        self._sessions: dict[str, _Session] = {}
        self._devices: dict[str, _Device] = {}
        root = f"/auth/realms/{name}"
        oidc = f"{root}/protocol/openid-connect"
        self._device_page = f"{root}/device"
        self._routes: Mapping[tuple[str, str], Callable[[Request], Answer]] = {
            ("GET", f"{root}/.well-known/openid-configuration"): self._configuration,
            ("GET", f"{oidc}/certs"): lambda request: json_answer(self._keys.key_set()),
            ("POST", f"{oidc}/token"): self._token,
            ("POST", f"{oidc}/auth/device"): self._start_device,
            ("POST", f"{oidc}/logout"): self._logout,
            ("GET", f"{oidc}/userinfo"): self._user_info,
            ("POST", self._device_page): self._approve_by_form,
        }

    async def __call__(self, request: Request) -> Answer:
        handler = self._routes.get((request.method, request.path))
        if handler is None:
            return json_answer({"error": "RESTEASY003210: Could not find resource for full path"}, 404)
        return handler(request)

    def verify(self, token: str) -> Person | str:
        """Whose token it is, or one of ``MISSING``, ``INVALID``, ``EXPIRED``, ``WRONG_AUDIENCE``.

        By its signature and claims only, as download hosts do: a session that has ended changes nothing.
        """
        if not token:
            return MISSING
        claims = self._keys.read_access(token)
        if claims is None:
            return INVALID
        if claims["exp"] <= time.time():
            return EXPIRED
        if AUDIENCE not in claims["aud"]:
            return WRONG_AUDIENCE
        return self._people.get(claims["preferred_username"], INVALID)

    def control(self, document: dict[str, Any]) -> Any:
        """What tests ask and order through ``Sandbox.tell``; see the methods' names below."""
        do = {
            "open_sessions": lambda: len(self._open(document.get("username", ""))),
            "set": lambda: self._lifetimes.change(document),
            "end_sessions": self._sessions.clear,
            "fill_sessions": lambda: self._fill(document["username"]),
            "approve_device": lambda: self._approve(document["user_code"], document["username"]),
            "add_person": lambda: self._people.update({document["person"]["username"]: Person(**document["person"])}),
            "reset": self._reset,
        }
        return do[document["do"]]()

    def _reset(self) -> None:
        self._sessions.clear()
        self._devices.clear()
        self._lifetimes = Lifetimes()

    def _open(self, username: str = "") -> list[_Session]:
        now = time.time()
        self._sessions = {key: session for key, session in self._sessions.items() if session.ends > now}
        return [session for session in self._sessions.values() if username in ("", session.person.username)]

    def _fill(self, username: str) -> None:
        """Other programs of the same person use up all sessions."""
        person = self._people[username]
        while len(self._open(username)) < self._lifetimes.sessions:
            session = _Session(person, "cdse-public", time.time() + self._lifetimes.refresh)
            self._sessions[session.id] = session

    def _configuration(self, request: Request) -> Answer:
        if self._recorded is not None:
            return Bytes(self._recorded.read_bytes(), "application/json;charset=UTF-8")
        oidc = f"{self.issuer}/protocol/openid-connect"
        return json_answer({
            "issuer": self.issuer,
            "authorization_endpoint": f"{oidc}/auth",
            "token_endpoint": f"{oidc}/token",
            "introspection_endpoint": f"{oidc}/token/introspect",
            "userinfo_endpoint": f"{oidc}/userinfo",
            "end_session_endpoint": f"{oidc}/logout",
            "jwks_uri": f"{oidc}/certs",
            "grant_types_supported": [
                "authorization_code", "refresh_token", "password", "client_credentials", DEVICE_GRANT,
            ],
            "response_types_supported": ["code"],
            "subject_types_supported": ["public", "pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "device_authorization_endpoint": f"{oidc}/auth/device",
        })  # fmt: skip

    def _token(self, request: Request) -> Answer:
        form = _form(request)
        grants = {
            "password": self._by_password,
            "refresh_token": self._by_refresh_token,
            "client_credentials": self._by_client_credentials,
            DEVICE_GRANT: self._by_device_code,
        }
        grant = grants.get(form.get("grant_type", ""))
        if grant is None:
            return _refusal(400, "unsupported_grant_type", "Unsupported grant_type")
        if form.get("client_id", "") not in self._clients and form["grant_type"] != "client_credentials":
            return _refusal(401, "invalid_client", "Invalid client or Invalid client credentials")
        return grant(form)

    def _by_password(self, form: dict[str, str]) -> Answer:
        person = self._person_of(form)
        if person is None:
            return _refusal(401, "invalid_grant", "Invalid user credentials")
        if person.state:
            return _refusal(400, "invalid_grant", person.state)
        return self._begin(person, form["client_id"])

    def _person_of(self, form: dict[str, str]) -> Person | None:
        person = self._people.get(form.get("username", ""))
        if person is None or person.password != form.get("password", ""):
            return None
        return person if person.code in ("", form.get("totp", "")) else None

    def _begin(self, person: Person, client: str) -> Answer:
        if len(self._open(person.username)) >= self._lifetimes.sessions:
            return _refusal(403, "access_denied", TOO_MANY_SESSIONS)
        session = _Session(person, client, 0.0)
        self._sessions[session.id] = session
        return self._give(session)

    def _by_refresh_token(self, form: dict[str, str]) -> Answer:
        claims = self._keys.read_refresh(form.get("refresh_token", ""))
        if claims is None:
            return _refusal(400, "invalid_grant", "Invalid refresh token")
        if claims["exp"] <= time.time():
            return _refusal(400, "invalid_grant", "Token is not active")
        self._open()
        session = self._sessions.get(claims["sid"])
        if session is None or session.client != form["client_id"]:
            return _refusal(400, "invalid_grant", "Session not active")
        if claims["jti"] != session.refresh_id:
            return _refusal(400, "invalid_grant", "Maximum allowed refresh token reuse exceeded")
        return self._give(session)

    def _by_client_credentials(self, form: dict[str, str]) -> Answer:
        secret, owner = SENTINEL_HUB_CLIENTS.get(form.get("client_id", ""), ("", ""))
        if not secret or secret != form.get("client_secret", ""):
            return _refusal(401, "unauthorized_client", "Invalid client or Invalid client credentials")
        token = self._access_token(self._people[owner], form["client_id"], "", ["account"])
        return json_answer({
            "access_token": token, "expires_in": round(self._lifetimes.access), "refresh_expires_in": 0,
            "token_type": "Bearer", "not-before-policy": 0, "scope": "email profile user-context",
        })  # fmt: skip

    def _give(self, session: _Session) -> Answer:
        now = time.time()
        session.ends = now + self._lifetimes.refresh
        session.refresh_id = str(uuid.uuid4())
        refresh = {
            "exp": session.ends, "iat": round(now), "jti": session.refresh_id, "iss": self.issuer, "aud": self.issuer,
            "typ": "Refresh", "azp": session.client, "session_state": session.id, "sid": session.id, "scope": _SCOPE,
        }  # fmt: skip
        return json_answer({
            "access_token": self._access_token(session.person, session.client, session.id, [AUDIENCE, "account"]),
            "expires_in": round(self._lifetimes.access),
            "refresh_expires_in": round(self._lifetimes.refresh),
            "refresh_token": self._keys.sign_refresh(refresh),
            "token_type": "Bearer",
            "not-before-policy": 0,
            "session_state": session.id,
            "scope": _SCOPE,
        }, **{"Cache-Control": "no-store", "Pragma": "no-cache"})  # fmt: skip

    def _access_token(self, person: Person, client: str, session: str, audience: list[str]) -> str:
        now = time.time()
        claims: Claims = {
            "exp": now + self._lifetimes.access, "iat": int(now), "jti": str(uuid.uuid4()), "iss": self.issuer,
            "aud": audience, "sub": str(uuid.uuid5(uuid.NAMESPACE_URL, person.username)), "typ": "Bearer",
            "azp": client, "session_state": session, "sid": session, "scope": _SCOPE,
            "preferred_username": person.username, "email": person.username, "email_verified": True,
        }  # fmt: skip
        return self._keys.sign_access(claims)

    def _start_device(self, request: Request) -> Answer:
        form = _form(request)
        if form.get("client_id", "") not in self._clients:
            return _refusal(401, "invalid_client", "Invalid client or Invalid client credentials")
        code = secrets.token_urlsafe(32)
        user_code = "-".join("".join(secrets.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(4)) for _ in range(2))
        self._devices[code] = _Device(form["client_id"], user_code, time.time() + 600)
        page = self.issuer.partition("/auth/")[0] + self._device_page
        return json_answer({
            "device_code": code, "user_code": user_code, "verification_uri": page,
            "verification_uri_complete": f"{page}?user_code={user_code}", "expires_in": 600, "interval": 5,
        })  # fmt: skip

    def _by_device_code(self, form: dict[str, str]) -> Answer:
        device = self._devices.get(form.get("device_code", ""))
        if device is None or device.client != form["client_id"]:
            return _refusal(400, "invalid_grant", "Device code not valid")
        if device.ends <= time.time():
            return _refusal(400, "expired_token", "Device code is expired")
        if device.person is None:
            return _refusal(400, "authorization_pending", "The authorization request is still pending")
        del self._devices[form["device_code"]]
        return self._begin(device.person, device.client)

    def _approve_by_form(self, request: Request) -> Answer:
        """What a person does in the browser."""
        form = _form(request)
        person = self._person_of(form)
        if person is None or not self._approve(form.get("user_code", ""), person.username):
            return text_answer("<!DOCTYPE html><p>Invalid username, password or code.</p>", 400, "text/html")
        return text_answer("<!DOCTYPE html><p>Device Login Successful</p>", content_type="text/html")

    def _approve(self, user_code: str, username: str) -> bool:
        found = [device for device in self._devices.values() if device.user_code == user_code]
        for device in found:
            device.person = self._people[username]
        return bool(found)

    def _logout(self, request: Request) -> Answer:
        form = _form(request)
        claims = self._keys.read_refresh(form.get("refresh_token", ""))
        if claims is None:
            return _refusal(400, "invalid_grant", "Invalid refresh token")
        self._sessions.pop(claims["sid"], None)
        return Bytes(b"", "text/plain", 204)

    def _user_info(self, request: Request) -> Answer:
        person = self.verify(request.header("authorization").partition(" ")[2])
        if isinstance(person, str):
            return _refusal(401, "invalid_token", "Token verification failed")
        return json_answer({"preferred_username": person.username, "email": person.username})


def _form(request: Request) -> dict[str, str]:
    return dict(parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True))


def _refusal(status: int, error: str, description: str) -> Answer:
    body = json.dumps({"error": error, "error_description": description}).encode()
    return Bytes(body, "application/json", status, {"Cache-Control": "no-store", "Pragma": "no-cache"})


def realms(recordings: Path | None) -> dict[str, Realm]:
    """By host name."""
    recorded = recordings / "cdse" / "openid_configuration.json" if recordings else None
    if recorded is not None and not recorded.is_file():
        recorded = None
    clients = ("cdse-public", "sh-public")
    return {
        CDSE: Realm(CDSE, "CDSE", clients, PEOPLE, recorded),
        CREODIAS: Realm(CREODIAS, "Creodias-new", (AUDIENCE,), CREODIAS_PEOPLE),
    }
