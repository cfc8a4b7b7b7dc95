"""The accounts of all places: who signs in where, and what a request carries then."""

from __future__ import annotations

import base64
import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Optional, Protocol
from urllib.parse import urlsplit

from copernicus_plugin.model.access_point import AccessPoint, Account, AccountKind
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import host_is_named
from copernicus_plugin.network.authorisation import Authoriser, NoAccount
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.oidc import OidcClient
from copernicus_plugin.network.ports import Credentials, SecretsProvider
from copernicus_plugin.network.session import HttpSession
from copernicus_plugin.network.token_account import TokenAccount

_HEADER_KINDS = (AccountKind.BASIC, AccountKind.KEY_HEADER, AccountKind.BEARER)

TokenListener = Callable[[str], None]
SignInListener = Callable[[str, Optional[AccessError]], None]


class _Account(Protocol):
    """What the two families of accounts have in common."""

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]: ...

    def refused(self) -> None: ...

    def header_lines(self) -> list[str]: ...

    def sign_in(self, code: str, cancellation: Cancellation) -> None: ...

    def test(self, credentials: Credentials, code: str, cancellation: Cancellation) -> float: ...

    def changed(self) -> None: ...

    @property
    def end_session_address(self) -> str: ...

    def close(self, cancellation: Cancellation) -> None: ...


class Accounts:
    """One account for each place that owns one, shared by all threads and by the places that use it (``Account.of``).

    ``places`` are the access points by id; they may change, an adapter then asks for its authoriser again. Kinds with
    headers of their own: ``BASIC``, ``KEY_HEADER``, ``BEARER`` and ``OIDC_DIRECT``. Keys of S3 sign addresses, which
    their adapter does; places of the other kinds get no header.
    """

    def __init__(self, places: Mapping[str, AccessPoint], secrets: SecretsProvider, session: HttpSession) -> None:
        self._places = places
        self._secrets = secrets
        self._session = session
        self._lock = threading.Lock()
        self._accounts: dict[str, tuple[Account, _Account]] = {}
        """by owner, with what its file said of the account when it was made"""
        self._token_listeners: list[TokenListener] = []
        self._sign_in_listeners: list[SignInListener] = []

    def authoriser_for(self, access_point: AccessPoint) -> Authoriser:
        """Its headers may be sent to the hosts that the owner of the account names, and to no others."""
        owner = self._owner_of(access_point)
        account = self._account_of(owner) if owner is not None else None
        return NoAccount() if owner is None or account is None else _Shared(owner.account.sent_to, account)

    def sign_in(self, access_point_id: str, one_time_code: str, cancellation: Cancellation) -> None:
        """Sign in with the stored account and a code, whatever was refused before; those who wait go on after it.

        Raises as ``Authoriser.headers``.
        """
        account = self._account(access_point_id)
        if account is not None:
            account.sign_in(one_time_code, cancellation)

    def test(
        self, access_point_id: str, credentials: Credentials, one_time_code: str, cancellation: Cancellation
    ) -> float:
        """Seconds of a real sign-in with credentials that need not be stored; raises as ``Authoriser.headers``.

        The session is kept if they are the stored ones, and, where a code opened it, for whoever stores the same ones
        next (``account_changed``): a code counts once. Any other is ended.

        ``AccessError(INVALID_QUERY)`` for accounts of a kind that nobody here can try.
        """
        account = self._account(access_point_id)
        if account is None:
            raise AccessError(ErrorKind.INVALID_QUERY, Reason.UNSPECIFIED, {"access_point": access_point_id})
        return account.test(credentials, one_time_code, cancellation)

    def header_lines(self, access_point_id: str) -> list[str]:
        """Lines for GDAL's header file, from memory only: ``[]`` without a good token.

        Never a key in a header of its own (``X-API-Key``): GDAL shows that to any host that it is redirected to.
        """
        account = self._account(access_point_id)
        return [] if account is None else account.header_lines()

    def on_token_changed(self, callback: TokenListener) -> Callable[[], None]:
        """``callback(access_point_id)`` from any thread whenever ``header_lines`` gives others; the answer ends it.

        Told for the owner of the account and for each place that uses it.
        """
        return self._listen(self._token_listeners, callback)

    def on_sign_in(self, callback: SignInListener) -> Callable[[], None]:
        """``callback(owner's id, error)`` from any thread: ``None`` after a sign-in, else why there is none.

        Only what concerns the account: ``ACCOUNT_REFUSED``, and ``CODE_NEEDED`` once until the next sign-in.
        """
        return self._listen(self._sign_in_listeners, callback)

    def account_changed(self, access_point_id: str) -> None:
        """The user changed or removed it: forget the token, end its session, ask for the new one at the next request.

        Does not wait. A request that runs goes on with what it was sent with.
        """
        owner = self._owner_of(self._places.get(access_point_id))
        with self._lock:
            found = self._accounts.get(owner.id) if owner is not None else None
        if found is not None:
            found[1].changed()

    def addresses_to_close(self) -> list[str]:
        """Where ``close`` will send something; empty where no session is open."""
        return [address for account in self._known() if (address := account.end_session_address)]

    def close(self, patience: float = 1.0) -> None:
        """End every session at its server, at the same time; wait ``patience`` seconds at most."""
        cancellation = Cancellation()
        end = time.monotonic() + patience
        threads = []
        for account in self._known():
            if not account.end_session_address:
                account.close(cancellation)
                continue
            thread = threading.Thread(
                target=account.close, args=(cancellation,), name="copernicus-sign-out", daemon=True
            )
            thread.start()
            threads.append(thread)
        for thread in threads:
            thread.join(max(0.0, end - time.monotonic()))
        cancellation.request()

    def _known(self) -> list[_Account]:
        with self._lock:
            return [account for _, account in self._accounts.values()]

    def _owner_of(self, access_point: AccessPoint | None) -> AccessPoint | None:
        if access_point is None or not access_point.account.of:
            return access_point
        return self._places.get(access_point.account.of)

    def _account(self, access_point_id: str) -> _Account | None:
        owner = self._owner_of(self._places.get(access_point_id))
        return self._account_of(owner) if owner is not None else None

    def _account_of(self, owner: AccessPoint) -> _Account | None:
        with self._lock:
            found = self._accounts.get(owner.id)
            if found is not None and found[0] == owner.account:
                return found[1]
            made = self._made(owner)
            self._accounts.pop(owner.id, None)
            if made is not None:
                self._accounts[owner.id] = (owner.account, made)
        if found is not None:
            # The user changed the place's file: what was signed in by the old one is not used any more.
            threading.Thread(
                target=found[1].close, args=(Cancellation(),), name="copernicus-sign-out", daemon=True
            ).start()
        return made

    def _made(self, owner: AccessPoint) -> _Account | None:
        if owner.account.kind in _HEADER_KINDS:
            return _HeaderAccount(owner, self._secrets, self._session, lambda error: self._heard(owner.id, error))
        if owner.account.kind is not AccountKind.OIDC_DIRECT:
            return None
        client = OidcClient(owner, self._session)
        return TokenAccount(
            owner.id,
            self._secrets,
            client,
            token_changed=lambda: self._token_changed(owner.id),
            heard=lambda error: self._heard(owner.id, error),
        )

    def _listen(self, listeners: list[Callable[..., None]], callback: Callable[..., None]) -> Callable[[], None]:
        with self._lock:
            listeners.append(callback)

        def end() -> None:
            with self._lock:
                if callback in listeners:
                    listeners.remove(callback)

        return end

    def _token_changed(self, owner: str) -> None:
        with self._lock:
            listeners = list(self._token_listeners)
        users = [place.id for place in list(self._places.values()) if place.account.of == owner and place.id != owner]
        for listener in listeners:
            for access_point_id in (owner, *users):
                _call(lambda listener=listener, name=access_point_id: listener(name))  # type: ignore[misc]

    def _heard(self, owner: str, error: AccessError | None) -> None:
        with self._lock:
            listeners = list(self._sign_in_listeners)
        for listener in listeners:
            _call(lambda listener=listener: listener(owner, error))  # type: ignore[misc]


class _Shared:
    """An account as one place sees it."""

    def __init__(self, sent_to: tuple[str, ...], account: _Account) -> None:
        self._sent_to = sent_to
        self._account = account

    @property
    def sent_to(self) -> tuple[str, ...]:
        return self._sent_to

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]:
        return self._account.headers(cancellation)

    def refused(self) -> None:
        self._account.refused()


class _HeaderAccount:
    """Name and password, a key or a token of the user's own, sent as they are: nothing to sign in to."""

    end_session_address = ""

    def __init__(
        self,
        access_point: AccessPoint,
        secrets: SecretsProvider,
        session: HttpSession,
        heard: Callable[[Optional[AccessError]], None],
    ) -> None:
        self._access_point = access_point
        self._secrets = secrets
        self._session = session
        self._heard = heard

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]:
        return self._headers_of(self._secrets.credentials_for(self._access_point.id))

    def refused(self) -> None:
        """There is no other until the user changes it, and one product that is refused says nothing of the others."""

    def header_lines(self) -> list[str]:
        try:
            headers = self.headers(Cancellation())
        except AccessError:
            return []
        return [f"{name}: {value}" for name, value in headers.items() if name.lower() == "authorization"]

    def sign_in(self, code: str, cancellation: Cancellation) -> None:
        """As ``test`` of what is stored; there is nothing to keep."""
        credentials = self._secrets.credentials_for(self._access_point.id)
        try:
            self.test(credentials, code, cancellation)
        except AccessError as error:
            if error.kind is ErrorKind.ACCOUNT_REFUSED:
                self._heard(error)
            raise
        self._heard(None)

    def test(self, credentials: Credentials, code: str, cancellation: Cancellation) -> float:
        """The first endpoint that may see the account is asked with it; the seconds until it answered."""
        headers = self._headers_of(credentials)
        url = self._address_to_test()
        began = time.monotonic()
        if url:
            request = HttpRequest(
                url,
                secret_headers=headers,
                sent_to=self._access_point.account.sent_to,
                limits=self._access_point.limits,
                retry=1,
            )
            try:
                self._session.send(request, cancellation).close()
            except AccessError as error:
                if error.parameters.get("status") == 401:
                    told = {**error.parameters, "access_point": self._access_point.id}
                    raise AccessError(ErrorKind.ACCOUNT_REFUSED, Reason.CREDENTIALS_REFUSED, told) from None
                raise
        return time.monotonic() - began

    def changed(self) -> None:
        return None

    def close(self, cancellation: Cancellation) -> None:
        return None

    def _address_to_test(self) -> str:
        for endpoint in self._access_point.endpoints:
            if host_is_named(urlsplit(endpoint.url).hostname or "", self._access_point.account.sent_to):
                return endpoint.url
        return ""

    def _headers_of(self, credentials: Credentials) -> Mapping[str, str]:
        account, values = self._access_point.account, credentials.values
        if account.kind is AccountKind.BASIC:
            name, password = values.get("username", ""), values.get("password", "")
            if name or password:
                pair = base64.b64encode(f"{name}:{password}".encode()).decode("ascii")
                return {"Authorization": f"Basic {pair}"}
        elif values.get("key"):
            header = str(account.details.get("header", "")) or "Authorization"
            return {header: f"Bearer {values['key']}" if account.kind is AccountKind.BEARER else values["key"]}
        raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, {"access_point": self._access_point.id})


def _call(call: Callable[[], None]) -> None:
    """What a listener raises is its own affair."""
    try:
        call()
    except Exception:  # a fault of a listener must not end the sign-in
        logging.getLogger("copernicus_plugin").exception("fault in a listener to accounts")
