"""What the windows do with accounts: test, sign in, and hear how it went, without ever waiting."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.accounts import AccountStore
from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.messages import HttpRequest
from copernicus_plugin.network.ports import Credentials

if TYPE_CHECKING:
    from copernicus_plugin.network.accounts import Accounts
    from copernicus_plugin.network.session import HttpSession

_UP_ALL_THE_SAME = (ErrorKind.ACCOUNT_NEEDED, ErrorKind.ACCOUNT_REFUSED, ErrorKind.INVALID_QUERY)
"""Who answers so is there: an account or a question was missing."""


class AccountController(QObject):
    """Main thread; the work is done in threads of its own, the answers are queued signals.

    ``tested`` (id, ``AccessError`` or ``None``, seconds) ends every ``test``, and a ``sign_in`` that failed.
    ``signedIn`` (id): there is a new session, whoever wanted it: a test of the stored account, ``sign_in``, a
    download.
    ``codeWanted`` (id): work waits for the code of an authenticator app; told once until the next sign-in.
    ``stateChanged`` (id): the account works now, or is refused now. ``connectionTested`` (id, ``AccessError`` or
    ``None``, seconds) ends every ``test_connection``.

    The first four tell the id of the place that owns the account, ``tested`` the id that was given.
    """

    tested = pyqtSignal(str, object, float)
    connectionTested = pyqtSignal(str, object, float)
    signedIn = pyqtSignal(str)
    codeWanted = pyqtSignal(str)
    stateChanged = pyqtSignal(str)

    def __init__(
        self,
        store: AccountStore,
        engine: Callable[[], Accounts],
        session: Callable[[], HttpSession],
        places: Callable[[], Mapping[str, AccessPoint]],
        refresh: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """``engine`` and ``session`` are asked in a worker.

        ``refresh`` looks whether QGIS's network options changed.
        """
        super().__init__(parent)
        self.store = store
        self.mailbox = Mailbox(self)
        self._engine = engine
        self._session = session
        self._places = places
        self._refresh = refresh
        self._cancellation = Cancellation()
        self._attached: Accounts | None = None
        store.credentialsChanged.connect(self._on_credentials_changed)

    def attach(self, engine: Accounts) -> None:
        """Hear of every sign-in. Called once, from any thread, by whoever makes the engine."""
        self._attached = engine
        engine.on_sign_in(lambda name, error: self.mailbox.post(lambda: self._on_sign_in(name, error)))

    def test(self, access_point_id: str, values: Mapping[str, str], one_time_code: bool, code: str) -> None:
        """Sign in for real with what the user typed, stored or not; ``code`` may be empty."""
        credentials = Credentials({name: text for name, text in values.items() if text}, one_time_code)
        self._start(
            access_point_id,
            lambda: self._engine().test(access_point_id, credentials, code, self._cancellation),
            self.tested.emit,
        )

    def sign_in(self, access_point_id: str, code: str) -> None:
        """With the stored account, and the code of its authenticator app if it has one."""

        def answered(name: str, error: AccessError | None, seconds: float) -> None:
            if error is not None:
                self.tested.emit(name, error, seconds)

        self._start(
            access_point_id, lambda: self._engine().sign_in(access_point_id, code, self._cancellation), answered
        )

    def test_connection(self, access_point_id: str) -> None:
        """Whether the place answers at all; no account is used."""
        self._start(access_point_id, lambda: self._ask(access_point_id), self.connectionTested.emit)

    def close(self) -> None:
        """End what runs, without waiting; nothing is told any more."""
        self.mailbox.close()
        self._cancellation.request()
        self.store.close()

    def _start(
        self,
        access_point_id: str,
        work: Callable[[], object],
        answer: Callable[[str, AccessError | None, float], None],
    ) -> None:
        self._refresh()

        def run() -> None:
            error: AccessError | None = None
            began = time.monotonic()
            found: object = None
            try:
                found = work()
            except AccessError as raised:
                error = raised
            except Exception:  # a thread's end: it is logged, and nobody waits for ever
                logging.getLogger("copernicus_plugin").exception("fault in a sign-in")
                error = AccessError(ErrorKind.INVALID_QUERY, Reason.UNSPECIFIED, {"access_point": access_point_id})
            seconds = found if isinstance(found, float) else time.monotonic() - began
            self.mailbox.post(lambda: answer(access_point_id, error, seconds))

        threading.Thread(target=run, name="copernicus-account", daemon=True).start()

    def _ask(self, access_point_id: str) -> float:
        place = self._places().get(access_point_id)
        urls = [] if place is None else [place.links.health, *(end.url for end in place.endpoints), place.links.home]
        url = next((found for found in urls if found.startswith("http")), "")
        if place is None or not url:
            raise AccessError(ErrorKind.INVALID_QUERY, Reason.ADDRESS, {"address": url})
        began = time.monotonic()
        request = HttpRequest(url, limits=place.limits, retry=0)
        try:
            self._session().send(request, self._cancellation).close()
        except AccessError as error:
            if error.kind not in _UP_ALL_THE_SAME or "status" not in error.parameters:
                raise
        return time.monotonic() - began

    def _on_credentials_changed(self, owner: str) -> None:
        if self._attached is not None:
            self._attached.account_changed(owner)

    def _on_sign_in(self, owner: str, error: AccessError | None) -> None:
        if error is None:
            self.store.note_accepted(owner)
            self.signedIn.emit(owner)
        elif error.reason is Reason.CODE_NEEDED:
            self.codeWanted.emit(owner)
        elif error.reason is not Reason.CODE_REFUSED:
            self.store.note_refused(owner)
        self.stateChanged.emit(owner)
