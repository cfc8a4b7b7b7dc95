"""What the network needs from its host (QGIS, or a test), as protocols that the host implements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Proxy:
    """``scheme`` is ``http`` or ``socks5h``. ``password`` is never shown by ``repr``, logs or errors."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Proxy({self.scheme}://{self.host}:{self.port})"


@dataclass(frozen=True)
class NetworkSettings:
    """How to reach one address right now.

    ``certificates`` is a PEM text of trusted authorities; ``version`` changes when it does, so that one
    ``SSLContext`` is made per version. ``qt_transport`` is true where only Qt can send (client certificate,
    NTLM, Kerberos, SOCKS without PySocks).
    """

    proxy: Proxy | None
    certificates: str
    version: int
    user_agent: str
    timeout_connect: float = 10.0
    timeout_read: float = 20.0
    qt_transport: bool = False


class SettingsProvider(Protocol):
    def settings_for(self, url: str) -> NetworkSettings:
        """Asked anew for each attempt, from any thread; may answer from a cache a minute old per host."""


class RequestLog(Protocol):
    def request_done(
        self, method: str, url: str, status: int | None, seconds: float, received: int, note: str
    ) -> None:
        """One line per attempt. ``url`` is redacted already; ``note`` names the error if there was one."""


class QtTransport(Protocol):
    """The same exchange through Qt, for set-ups that ``requests`` cannot serve. Optional."""

    def exchange(
        self, method: str, url: str, headers: dict[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and whole body (at most 64 MiB); raises ``AccessError``. Called from any thread.

        Redirects are not followed (the session decides who may be told what), and ``timeout`` is in seconds for all
        of it, with the body.
        """


@dataclass(frozen=True)
class Credentials:
    """What the user told about an account, from QGIS's authentication database. Its values are never shown.

    ``values`` holds what the kind needs: ``username`` and ``password``, or ``key``, or ``access_key`` and
    ``secret_key``. ``one_time_code`` is true where the user says that the account asks for a code at sign-in.
    ``version`` changes whenever the user changes the account.
    """

    values: Mapping[str, str] = field(repr=False)
    one_time_code: bool = False
    version: int = 0


class SecretsProvider(Protocol):
    def credentials_for(self, access_point: str) -> Credentials:
        """Answers at once, from any thread, and never asks the user anything.

        Raises ``AccessError(ACCOUNT_NEEDED)``: ``NO_ACCOUNT`` where none was ever given, ``LOCKED`` where the
        authentication database has not been opened in this session.
        """
