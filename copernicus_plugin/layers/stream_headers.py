"""The header that GDAL sends with a file of an account: a file in memory, rewritten whenever the token is another one.

No address and no project file holds the token; they name the file in memory. GDAL opens it for each request.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol
from urllib.parse import quote, urlsplit

from osgeo import gdal

from copernicus_plugin.layers.naming import safe_file_name
from copernicus_plugin.layers.stream_trust import hosts_shown
from copernicus_plugin.layers.workers import start_daemon
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import host_is_named
from copernicus_plugin.network.authorisation import Authoriser

FOLDER = "/vsimem/copernicus_plugin_headers"
KEEPING = 20.0
"""Seconds between two looks at the tokens in use; they are renewed a minute before their end."""

# GDAL follows redirects, and would hand any other secret header to whatever host they lead to (curl drops this one).
_SAFE_TO_GIVE = "authorization:"


class StreamAccounts(Protocol):
    """What is needed of ``network.accounts.Accounts``."""

    def authoriser_for(self, access_point: AccessPoint) -> Authoriser: ...

    def header_lines(self, access_point_id: str) -> list[str]: ...

    def on_token_changed(self, callback: Callable[[str], None]) -> Callable[[], None]: ...


def header_file(access_point_id: str) -> str:
    """GDAL's name of the file; always the same, since saved projects hold it."""
    return f"{FOLDER}/{safe_file_name(access_point_id)}.txt"


def header_option(access_point_id: str) -> str:
    """The part of a ``/vsicurl?`` path that names the file."""
    # A slash in it would make GDAL look for files beside the one it opens, in a folder that is none.
    return f"header_file={quote(header_file(access_point_id), safe='')}"


class StreamHeaders:
    """Safe for threads. ``accounts`` and ``access_points`` are first called when an account is needed, in a worker."""

    def __init__(
        self, accounts: Callable[[], StreamAccounts], access_points: Callable[[], Mapping[str, AccessPoint]]
    ) -> None:
        self.on_lost: Callable[[str, AccessError], None] | None = None
        """Called from any thread when the account of layers in use cannot be renewed without the user."""
        self._accounts = accounts
        self._access_points = access_points
        self._lock = threading.Lock()
        self._used: set[str] = set()
        self._kept: frozenset[str] = frozenset()
        self._lost: set[str] = set()
        self._barred: frozenset[str] = frozenset()
        """accounts that a layer of the project would show to a stranger"""
        self._writing = threading.Lock()
        self._unsubscribe: Callable[[], None] | None = None
        self._keeper: threading.Thread | None = None
        self._end = Cancellation()

    def prepare(self, access_point_id: str, cancellation: Cancellation, href: str = "") -> None:
        """Sign in if it must be, and write the file. For a worker; raises ``AccessError``.

        ``href`` is refused where its host may not be told the secret; and so is everything where a layer of the
        project leads to such a host (``judge``).
        """
        self._check_barred(access_point_id)
        authoriser = self._authoriser(access_point_id)
        host = urlsplit(href).hostname or ""
        if href and not host_is_named(host, authoriser.sent_to):
            raise AccessError(ErrorKind.NOT_FOUND, Reason.ADDRESS, {"address": href})
        authoriser.headers(cancellation)
        self._check_barred(access_point_id)
        with self._lock:
            if self._end.requested:
                raise AccessError(ErrorKind.CANCELLED)
            self._used.add(access_point_id)
            self._lost.discard(access_point_id)
        self._write(access_point_id)

    def renew(self, access_point_id: str, cancellation: Cancellation) -> None:
        """The server refused what the file holds: the same with another token."""
        self._authoriser(access_point_id).refused()
        self.prepare(access_point_id, cancellation)

    def judge(self, paths: Iterable[str]) -> frozenset[str]:
        """Bar the accounts whose header one of ``paths``, all that the project reads, would show to a stranger.

        Returns their ids. For a worker; raises ``AccessError``.
        """
        paths = list(paths)
        barred = set()
        for access_point_id in list(self._access_points()):
            hosts = list(hosts_shown(paths, header_file(access_point_id)))
            if hosts:
                sent_to = self._authoriser(access_point_id).sent_to
                if not all(host_is_named(host, sent_to) for host in hosts):
                    barred.add(access_point_id)
        with self._lock:
            self._barred = frozenset(barred)
        self._withdraw(barred)
        return frozenset(barred)

    def withdraw(self) -> None:
        """The project is closed: the next may be anybody's, and nothing is there while it is read."""
        with self._lock:
            self._barred = frozenset()
            used = set(self._used)
        self._withdraw(used)

    def _withdraw(self, access_point_ids: set[str]) -> None:
        with self._lock:
            gone = self._used & access_point_ids
            self._used -= gone
            for access_point_id in gone:
                gdal.Unlink(header_file(access_point_id))

    def _check_barred(self, access_point_id: str) -> None:
        with self._lock:
            barred = access_point_id in self._barred
        if barred:
            raise AccessError(ErrorKind.NOT_FOUND, Reason.ADDRESS, {"access_point": access_point_id})

    def is_ready(self, access_point_id: str) -> bool:
        """Whether the file is there since ``prepare``, with what the account had last."""
        with self._lock:
            return access_point_id in self._used and access_point_id not in self._lost

    def keep(self, access_point_ids: Iterable[str]) -> None:
        """Which accounts layers of the project use: their tokens are renewed before they end. From any thread."""
        with self._lock:
            self._kept = frozenset(access_point_ids)
            if self._kept and self._keeper is None and not self._end.requested:
                self._keeper = start_daemon("copernicus stream headers", self._keep)

    def close(self) -> None:
        """Remove the files and end the thread."""
        self._end.request()
        self.on_lost = None
        with self._lock:
            unsubscribe, self._unsubscribe = self._unsubscribe, None
            used, self._used, self._kept = self._used, set(), frozenset()
            keeper = self._keeper
        if unsubscribe is not None:
            unsubscribe()
        for access_point_id in used:
            gdal.Unlink(header_file(access_point_id))
        if keeper is not None:
            keeper.join(1.0)

    def _authoriser(self, access_point_id: str) -> Authoriser:
        if self._end.requested:
            raise AccessError(ErrorKind.CANCELLED)
        access_point = self._access_points().get(access_point_id)
        if access_point is None:
            parameters = {"access_point": access_point_id}
            raise AccessError(ErrorKind.ACCOUNT_NEEDED, Reason.NO_ACCOUNT, parameters)
        accounts = self._accounts()
        with self._lock:
            if self._unsubscribe is None:
                self._unsubscribe = accounts.on_token_changed(self._token_changed)
        return accounts.authoriser_for(access_point)

    def _token_changed(self, _: str) -> None:
        # All of them: several access points may share the account that was renewed.
        with self._lock:
            used = list(self._used)
        for access_point_id in used:
            self._write(access_point_id)

    def _write(self, access_point_id: str) -> None:
        # One after the other, so that nobody writes an older token over a newer one.
        with self._writing:
            lines = [
                line
                for line in self._accounts().header_lines(access_point_id)
                if line.lower().startswith(_SAFE_TO_GIVE) and not {"\r", "\n"} & set(line)
            ]
            content = "".join(f"{line}\r\n" for line in lines).encode()
            with self._lock:
                if lines:
                    self._lost.discard(access_point_id)
                if access_point_id in self._used:
                    gdal.FileFromMemBuffer(header_file(access_point_id), content)

    def _keep(self) -> None:
        try:
            while True:
                self._end.sleep(KEEPING)
                with self._lock:
                    if not self._kept:
                        self._keeper = None
                        return
                    # One that was refused is not tried again and again: places lock accounts for that.
                    wanted = (self._kept & self._used) - self._lost
                for access_point_id in wanted:
                    self._look_after(access_point_id)
        except AccessError:
            with self._lock:
                self._keeper = None

    def _look_after(self, access_point_id: str) -> None:
        try:
            self.prepare(access_point_id, self._end)
        except AccessError as error:
            if error.kind is ErrorKind.CANCELLED:
                raise
            if needs_the_user(error):
                self._tell_lost(access_point_id, error.with_traceback(None))

    def _tell_lost(self, access_point_id: str, error: AccessError) -> None:
        with self._lock:
            told = access_point_id in self._lost
            self._lost.add(access_point_id)
            tell = self.on_lost
        if not told and tell is not None:
            tell(access_point_id, error)


def needs_the_user(error: AccessError) -> bool:
    """Whether only the user can mend it: a network that is down mends itself."""
    return error.kind in (ErrorKind.ACCOUNT_NEEDED, ErrorKind.ACCOUNT_REFUSED, ErrorKind.LICENCE_TO_ACCEPT)
