"""One account whose requests carry a token: one session and one token for all threads."""

from __future__ import annotations

import contextlib
import functools
import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Optional

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.oidc import OidcClient, Tokens
from copernicus_plugin.network.ports import Credentials, SecretsProvider

_WAIT = 30.0
"""Seconds before an account is tried again that was refused for another reason than a wrong name or password."""
_WAIT_FOR_SESSION = 5.0
"""Seconds before one is tried again that has too many sessions: its user may have ended some meanwhile."""
_AFTER_FAULT = 10.0
"""Seconds before a token that could not be renewed, but is still good, is tried again."""

_PASSING = frozenset({ErrorKind.NETWORK_FAULT, ErrorKind.SERVER_FAULT, ErrorKind.BAD_ANSWER, ErrorKind.QUOTA_USED_UP})


class _Attempt:
    """A sign-in or renewal that one thread makes and the others wait for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[threading.Event] = []
        self._ended = False
        self.error: AccessError | None = None

    def end(self, error: AccessError | None) -> None:
        with self._lock:
            self._ended, self.error = True, error
            waiting, self._waiting = self._waiting, []
        for event in waiting:
            event.set()

    def wait(self, cancellation: Cancellation) -> None:
        """Until its end; raises ``AccessError(CANCELLED)`` if ``cancellation`` comes first."""
        event = threading.Event()
        with self._lock:
            if self._ended:
                return
            self._waiting.append(event)
        forget = cancellation.on_request(event.set)
        try:
            event.wait()
        finally:
            forget()
        cancellation.raise_if_requested()


@dataclass(frozen=True)
class _Held:
    """Tokens, and the credentials that gave them."""

    tokens: Tokens
    credentials: Credentials

    @property
    def version(self) -> int:
        return self.credentials.version


class _OutdatedError(Exception):
    """The account that was signed in with is not the user's any more."""


@dataclass(frozen=True)
class _Refusal:
    """What the server said of one version of the credentials; not asked again before ``until`` (monotonic)."""

    version: int
    error: AccessError
    until: float


class TokenAccount:
    """Safe for threads. ``token_changed`` and ``heard`` are called from any thread, outside of every lock.

    ``heard`` is told ``None`` for a sign-in that succeeded, else what the user must know of: a refusal, or that a code
    is wanted (once until the next sign-in).
    """

    def __init__(
        self,
        access_point_id: str,
        secrets: SecretsProvider,
        client: OidcClient,
        token_changed: Callable[[], None],
        heard: Callable[[Optional[AccessError]], None],
    ) -> None:
        self._id = access_point_id
        self._secrets = secrets
        self._client = client
        self._token_changed = token_changed
        self._heard = heard
        self._lock = threading.Lock()
        self._held: _Held | None = None
        self._tested: _Held | None = None
        """A session that a test opened by a code, for whoever stores the same account next: a code counts once."""
        self._attempt: _Attempt | None = None
        self._refusal: _Refusal | None = None
        self._code_told = False
        self._closed = False
        self._given = threading.local()

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]:
        access = self._current(cancellation).access
        self._given.access = access
        return {"Authorization": f"Bearer {access}"}

    def refused(self) -> None:
        """The token that this thread was given last is not used again."""
        given = getattr(self._given, "access", None)
        with self._lock:
            held = self._held
            if held is None or given not in (None, held.tokens.access):
                return
            self._held = replace(held, tokens=replace(held.tokens, ends=0.0, renew_at=0.0))
        self._token_changed()

    def header_lines(self) -> list[str]:
        with self._lock:
            held = self._held
        return [f"Authorization: Bearer {held.tokens.access}"] if held is not None and held.tokens.good_for(0) else []

    def sign_in(self, code: str, cancellation: Cancellation) -> None:
        """A new session, whatever was refused before."""
        credentials = self._secrets.credentials_for(self._id)
        if credentials.one_time_code and not code:
            raise self._code_needed()
        attempt = self._own_attempt(cancellation)
        work = functools.partial(self._client.by_credentials, credentials, code, cancellation)
        try:
            before = self._run(attempt, credentials, work)[1]
        except _OutdatedError:
            raise AccessError(ErrorKind.CANCELLED) from None
        if before is not None:
            self._end_later(before)
            self._heard(None)

    def test(self, credentials: Credentials, code: str, cancellation: Cancellation) -> float:
        """Seconds of a sign-in with ``credentials``; the session is kept if they are the stored ones."""
        if credentials.one_time_code and not code:
            raise self._code_needed()
        stored = self._stored()
        began = time.monotonic()
        if stored is not None and _same(stored, credentials):
            self.sign_in(code, cancellation)
            return time.monotonic() - began
        tokens = self._client.by_credentials(credentials, code, cancellation)
        seconds = time.monotonic() - began
        if code:
            self._end(self._swap_tested(_Held(tokens, credentials)))
        else:
            self._end(_Held(tokens, credentials))
        return seconds

    def changed(self) -> None:
        """The user changed the account: sign in anew for the next request."""
        stored = self._stored()
        tested = self._swap_tested(None)
        with self._lock:
            held, self._held, self._refusal, self._code_told = self._held, None, None, False
        if tested is not None and stored is not None and _same(stored, tested.credentials):
            self._end_later(self._put(_Held(tested.tokens, stored)))
            self._heard(None)
            self._token_changed()
            tested = None
        elif held is not None:
            self._token_changed()
        self._end_later(held)
        self._end_later(tested)

    @property
    def end_session_address(self) -> str:
        """Where ``close`` will send something; empty if nowhere."""
        with self._lock:
            open_sessions = self._held is not None or self._tested is not None
        return self._client.end_session_address if open_sessions else ""

    def close(self, cancellation: Cancellation) -> None:
        """End the sessions at the server; nothing is given after that."""
        with self._lock:
            self._closed = True
            held, self._held = self._held, None
        self._end(held, cancellation)
        self._end(self._swap_tested(None), cancellation)

    def _current(self, cancellation: Cancellation) -> Tokens:
        while True:
            cancellation.raise_if_requested()
            credentials = self._secrets.credentials_for(self._id)
            outdated: _Held | None = None
            with self._lock:
                held = self._held
                if held is not None and held.version != credentials.version:
                    outdated, self._held, held = held, None, None
                if held is not None and time.monotonic() < held.tokens.renew_at:
                    return held.tokens
                attempt, mine = self._joined_attempt(credentials.version)
            self._end_later(outdated)
            if mine:
                work = functools.partial(self._renewed, credentials, held, cancellation)
                with contextlib.suppress(_OutdatedError):
                    return self._run(attempt, credentials, work)[0].tokens
                continue
            attempt.wait(cancellation)
            if attempt.error is not None and attempt.error.kind is not ErrorKind.CANCELLED:
                raise _again(attempt.error)

    def _joined_attempt(self, version: int) -> tuple[_Attempt, bool]:
        """The attempt that is being made, or a new one (then true). Under the lock."""
        if self._closed:
            raise AccessError(ErrorKind.CANCELLED)
        if self._attempt is not None:
            return self._attempt, False
        refusal = self._refusal
        if refusal is not None and refusal.version == version and time.monotonic() < refusal.until:
            raise _again(refusal.error)
        self._attempt = _Attempt()
        return self._attempt, True

    def _own_attempt(self, cancellation: Cancellation) -> _Attempt:
        """A new one, once nobody else makes one."""
        while True:
            with self._lock:
                self._refusal = None
                attempt, mine = self._joined_attempt(0)
            if mine:
                return attempt
            attempt.wait(cancellation)

    def _run(
        self, attempt: _Attempt, credentials: Credentials, work: Callable[[], Tokens]
    ) -> tuple[_Held, _Held | None]:
        """Do ``work`` and take its tokens into use; what is in use now, and what was before.

        Raises ``AccessError``, and ``_OutdatedError`` where the user changed the account meanwhile.
        """
        error: AccessError | None = AccessError(ErrorKind.CANCELLED)
        try:
            held = _Held(work(), credentials)
            before = self._put(held)
            self._check_wanted(held)
            error = None
        except AccessError as raised:
            error = raised
            self._remember(credentials.version, raised)
            raise
        finally:
            with self._lock:
                self._attempt = None
            attempt.end(error)
        if before is None or before.tokens.access != held.tokens.access:
            self._token_changed()
        if before is None:
            self._heard(None)
        return held, before

    def _check_wanted(self, held: _Held) -> None:
        """What ``changed`` could not forget, because it came later, is forgotten here."""
        stored = self._stored()
        if stored is not None and stored.version == held.version:
            return
        with self._lock:
            if self._held is held:
                self._held = None
        self._end_later(held)
        raise _OutdatedError

    def _renewed(self, credentials: Credentials, held: _Held | None, cancellation: Cancellation) -> Tokens:
        """By the refresh token; by name and password where that does not help any more."""
        if held is not None and held.tokens.refresh and time.monotonic() < held.tokens.refresh_ends:
            try:
                renewed = self._client.by_refresh(credentials, held.tokens, cancellation)
            except AccessError as error:
                if error.kind in _PASSING and held.tokens.good_for(_AFTER_FAULT):
                    return replace(held.tokens, renew_at=time.monotonic() + _AFTER_FAULT)
                raise
            if renewed is not None:
                return renewed
        with self._lock:
            self._held = None
        if credentials.one_time_code:
            raise self._code_needed()
        return self._client.by_credentials(credentials, "", cancellation)

    def _code_needed(self) -> AccessError:
        return AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.CODE_NEEDED, {"access_point": self._id})

    def _remember(self, version: int, error: AccessError) -> None:
        """So that nobody hammers a server that has said no: accounts are locked for that."""
        tell = error.kind is ErrorKind.ACCOUNT_REFUSED
        with self._lock:
            if error.reason is Reason.TOO_MANY_SESSIONS:
                self._refusal = _Refusal(version, error, time.monotonic() + _WAIT_FOR_SESSION)
            elif tell and error.reason is not Reason.CODE_REFUSED:
                sure = error.reason in (Reason.CREDENTIALS_REFUSED, Reason.WRONG_CLIENT)
                self._refusal = _Refusal(version, error, math.inf if sure else time.monotonic() + _WAIT)
            elif error.reason is Reason.CODE_NEEDED and not self._code_told:
                self._code_told = tell = True
        if tell:
            self._heard(error)

    def _put(self, held: _Held) -> _Held | None:
        """Take ``held`` into use; what was in use before. Raises ``AccessError(CANCELLED)`` after ``close``."""
        with self._lock:
            if self._closed:
                raise AccessError(ErrorKind.CANCELLED)
            before, self._held = self._held, held
            self._refusal, self._code_told = None, False
        return before

    def _stored(self) -> Credentials | None:
        try:
            return self._secrets.credentials_for(self._id)
        except AccessError:
            return None

    def _swap_tested(self, tested: _Held | None) -> _Held | None:
        with self._lock:
            before, self._tested = self._tested, tested
        return before

    def _end(self, held: _Held | None, cancellation: Cancellation | None = None) -> None:
        """Best effort: a session that is not ended ends by itself within the hour."""
        if held is not None:
            with contextlib.suppress(AccessError):
                self._client.end_session(held.credentials, held.tokens, cancellation or Cancellation())

    def _end_later(self, held: _Held | None) -> None:
        if held is not None:
            threading.Thread(target=self._end, args=(held,), name="copernicus-sign-out", daemon=True).start()


def _same(one: Credentials, other: Credentials) -> bool:
    return dict(one.values) == dict(other.values)


def _again(error: AccessError) -> AccessError:
    """A copy: an exception that many threads raise would gather all their traces."""
    return AccessError(error.kind, error.reason, error.parameters)
