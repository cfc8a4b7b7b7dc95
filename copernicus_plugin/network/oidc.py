"""Tokens of an OpenID Connect issuer, by name and password: the requests and what their answers mean.

As documented by the Copernicus Data Space Ecosystem: ``password`` grant with ``totp`` where the user switched
two-factor sign-in on, access tokens of 600 s, refresh tokens of 3 600 s, at most 100 sessions of an account at once,
each ``password`` grant opening one. Its server is Keycloak, whose words for a wrong password, a wrong code and a
missing code are the same.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional
from urllib.parse import quote_plus, urlencode

from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.addresses import address_of
from copernicus_plugin.network.answers import expect_json
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Credentials
from copernicus_plugin.network.redaction import redacted_text
from copernicus_plugin.network.session import HttpSession

SPARE = 60.0
"""Seconds before its end at which a token is renewed; a fifth of its life if that is less."""

_LARGEST_ANSWER = 256 * 1024
_UNTOLD_LIFE = 300.0
_HEADER_SAFE = re.compile(r"[\x21-\x7e]+")
# Not verified at the real service, which documents the limit and not what it says; Keycloak's own is "There are too
# many sessions", the download service's "Max session number 4 exceeded".
_TOO_MANY_SESSIONS = re.compile(r"(?i)(?=.*\bsessions?\b)(?=.*(too many|limit|max|exceed|number))")


@dataclass(frozen=True)
class Tokens:
    """What a sign-in gives. Times are seconds of ``time.monotonic()``."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    """Empty where the issuer gives none."""
    ends: float
    renew_at: float
    refresh_ends: float

    def good_for(self, seconds: float) -> bool:
        return time.monotonic() + seconds < self.ends


@dataclass(frozen=True)
class _Endpoints:
    token: str
    end_session: str


class OidcClient:
    """Speaks to the issuer of one access point. Safe for threads; keeps no token."""

    def __init__(self, access_point: AccessPoint, session: HttpSession) -> None:
        self._access_point = access_point
        self._session = session
        self._details = access_point.account.details
        self._found: _Endpoints | None = None

    def by_credentials(self, credentials: Credentials, code: str, cancellation: Cancellation) -> Tokens:
        """Opens a session. Raises ``AccessError``.

        ``ACCOUNT_REFUSED``: ``CREDENTIALS_REFUSED``, ``CODE_REFUSED`` if a code was sent, ``WRONG_CLIENT``, else with
        the server's own ``detail`` (an account that is disabled). ``QUOTA_USED_UP/TOO_MANY_SESSIONS``. The session's
        own, and ``BAD_ANSWER`` for what is no answer of an issuer.
        """
        values = credentials.values
        form = self._form("password", credentials)
        form["username"] = values.get("username", "")
        form["password"] = values.get("password", "")
        scope = str(self._details.get("scope", ""))
        if scope:
            form["scope"] = scope
        if code:
            form["totp"] = code
            # A code counts once, so its request is never repeated: this one finds out whether a kept connection lives.
            self._found = self._looked_up(cancellation)
        secrets = tuple(value for value in (form["password"], code) if value)
        token_url = self._endpoints(cancellation).token
        try:
            return self._tokens(token_url, form, cancellation, 0 if code else 2)
        except AccessError as error:
            raise self._explained(error, bool(code), secrets) from None

    def by_refresh(self, credentials: Credentials, tokens: Tokens, cancellation: Cancellation) -> Optional[Tokens]:
        """The next tokens of the same session; ``None`` where the session is over. Raises as ``by_credentials``."""
        form = self._form("refresh_token", credentials)
        form["refresh_token"] = tokens.refresh
        try:
            return self._tokens(self._endpoints(cancellation).token, form, cancellation, 2)
        except AccessError as error:
            if error.parameters.get("status") in (400, 401, 403):
                return None
            raise _without(error, (tokens.refresh,)) from None

    def end_session(self, credentials: Credentials, tokens: Tokens, cancellation: Cancellation) -> None:
        """Close the session at the server. Raises ``AccessError`` where it could not be asked."""
        url = self.end_session_address
        if not url or not tokens.refresh:
            return
        form = self._form("", credentials)
        form["refresh_token"] = tokens.refresh
        with self._session.send(self._request(url, form, 1), cancellation):
            return

    @property
    def end_session_address(self) -> str:
        """Where ``end_session`` will go; empty while that is unknown, or where there is no such place."""
        return self._found.end_session if self._found is not None else ""

    def _form(self, grant: str, credentials: Credentials) -> dict[str, str]:
        form = {"client_id": str(self._details.get("client_id", ""))}
        if grant:
            form["grant_type"] = grant
        # Some issuers give their public clients a secret, and print it in their documentation.
        public = str(self._details.get("client_secret", "")) or credentials.values.get("client_secret", "")
        if public:
            form["client_secret"] = public
        return form

    def _tokens(self, url: str, form: Mapping[str, str], cancellation: Cancellation, retry: int) -> Tokens:
        asked = time.monotonic()
        with self._session.send(self._request(url, form, retry), cancellation) as response:
            document = expect_json(response, _LARGEST_ANSWER)
        host = address_of(url).host
        access = _text_of(document, "access_token", host)
        life = _seconds(document.get("expires_in"), _UNTOLD_LIFE)
        refresh = document.get("refresh_token")
        return Tokens(
            access=access,
            refresh=refresh if isinstance(refresh, str) else "",
            ends=asked + life,
            renew_at=asked + life - min(SPARE, life / 5),
            refresh_ends=asked + _seconds(document.get("refresh_expires_in"), math.inf),
        )

    def _request(self, url: str, form: Mapping[str, str], retry: int) -> HttpRequest:
        """The secrets are in the body alone, which no other host than the issuer's gets, whatever redirect follows."""
        return HttpRequest(
            url,
            "POST",
            {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            urlencode(form).encode("ascii"),
            sent_to=(address_of(url).host,),
            limits=self._access_point.limits,
            retry=retry,
        )

    def _endpoints(self, cancellation: Cancellation) -> _Endpoints:
        found = self._found or self._looked_up(cancellation)
        self._found = found
        return found

    def _looked_up(self, cancellation: Cancellation) -> _Endpoints:
        token_url = str(self._details.get("token_url", ""))
        if token_url:
            return _Endpoints(_encrypted(token_url, address_of(token_url).host), "")
        return self._discovered(str(self._details.get("issuer", "")).rstrip("/"), cancellation)

    def _discovered(self, issuer: str, cancellation: Cancellation) -> _Endpoints:
        """What the issuer says of itself (OpenID Connect Discovery 1.0); its endpoints must be at its own host."""
        host = address_of(issuer).host
        request = HttpRequest(f"{issuer}/.well-known/openid-configuration", limits=self._access_point.limits)
        with self._session.send(request, cancellation) as response:
            document = expect_json(response, _LARGEST_ANSWER)
        token = _encrypted(_text_of(document, "token_endpoint", host), host)
        end = document.get("end_session_endpoint")
        return _Endpoints(token, _encrypted(end, host) if isinstance(end, str) and end else "")

    def _explained(self, error: AccessError, code_sent: bool, secrets: tuple[str, ...]) -> AccessError:
        """A refusal of the token endpoint as our error."""
        status, code = error.parameters.get("status"), error.parameters.get("code")
        error = _without(error, secrets)
        if status not in (400, 401, 403, 429):
            return error
        detail = str(error.parameters.get("detail", ""))
        told = {**error.parameters, "access_point": self._access_point.id}
        if _TOO_MANY_SESSIONS.match(detail):
            limit = re.search(r"\d+", detail)
            told.update({"limit": int(limit.group())} if limit else {})
            return AccessError(ErrorKind.QUOTA_USED_UP, Reason.TOO_MANY_SESSIONS, told)
        if status == 429:
            return error
        if code in ("invalid_client", "unauthorized_client"):
            return AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.WRONG_CLIENT, told)
        if status == 401 or (code == "invalid_grant" and "credential" in detail.lower()):
            reason = Reason.CODE_REFUSED if code_sent else Reason.CREDENTIALS_REFUSED
            if not code_sent and self._details.get("one_time_code"):
                told["codes"] = 1
            return AccessError(ErrorKind.ACCOUNT_REFUSED, reason, told)
        if status == 403 or code == "invalid_grant":
            return AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.UNSPECIFIED, told)
        return error


def _without(error: AccessError, secrets: tuple[str, ...]) -> AccessError:
    """``error`` without what a server may have repeated of the request's body."""
    parameters: dict[str, Parameter] = dict(error.parameters)
    secrets = (*secrets, *(quote_plus(secret) for secret in secrets))
    for name in ("detail", "code"):
        if isinstance(parameters.get(name), str):
            parameters[name] = redacted_text(str(parameters[name]), secrets)
    return AccessError(error.kind, error.reason, parameters)


def _text_of(document: Any, key: str, host: str) -> str:
    """A text that can stand in a header; ``AccessError(BAD_ANSWER, MISSING_KEY)`` otherwise."""
    found = document.get(key) if isinstance(document, dict) else None
    if not isinstance(found, str) or not _HEADER_SAFE.fullmatch(found):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": host, "key": key})
    return found


def _seconds(value: Any, otherwise: float) -> float:
    """A life in seconds; Keycloak says 0 where there is no end."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return otherwise
    return found if 0 < found < math.inf else otherwise


def _encrypted(url: str, host: str) -> str:
    """``url``, if a password may be sent there; ``AccessError(BAD_ANSWER, ADDRESS)`` otherwise."""
    address = address_of(url)
    if address.scheme != "https" or address.host != host:
        parameters = {"host": host, "address": address.url.partition("?")[0][:200]}
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.ADDRESS, parameters)
    return url
