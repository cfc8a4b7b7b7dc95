"""The kinds of error that the engine raises.

Below ``host`` an error is a kind, a reason and parameters, never a sentence: ``gui/messages.py`` turns it
into one. Parsers raise nothing else, whatever bytes they are given.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Union

Parameter = Union[str, int, float]


class ErrorKind(enum.Enum):
    """What went wrong, as far as the next step of the user depends on it."""

    ACCOUNT_NEEDED = "account_needed"
    ACCOUNT_REFUSED = "account_refused"
    LICENCE_TO_ACCEPT = "licence_to_accept"
    QUOTA_USED_UP = "quota_used_up"
    NOT_FOUND = "not_found"
    OFFLINE = "offline"
    INVALID_QUERY = "invalid_query"
    SERVER_FAULT = "server_fault"
    NETWORK_FAULT = "network_fault"
    BAD_ANSWER = "bad_answer"
    STORAGE_FAULT = "storage_fault"
    CANCELLED = "cancelled"


class Reason(enum.Enum):
    """The finer cause within a kind; each has a sentence of its own in ``gui/messages.py``."""

    UNSPECIFIED = "unspecified"
    # network fault
    TIMEOUT = "timeout"
    """``host``, ``seconds``"""
    UNKNOWN_HOST = "unknown_host"
    """``host``"""
    REFUSED = "refused"
    """``host``"""
    CUT = "cut"
    """The connection ended early. ``host``; ``received`` and ``expected`` in bytes where known."""
    CERTIFICATE = "certificate"
    """``host``"""
    CLIENT_CERTIFICATE = "client_certificate"
    """The server wants a certificate of the user's own (PKI). ``host``"""
    PROXY_UNREACHABLE = "proxy_unreachable"
    """``proxy`` (host:port, never its password)"""
    PROXY_ACCOUNT = "proxy_account"
    """``proxy``"""
    PROXY_UNSUPPORTED = "proxy_unsupported"
    """``proxy``, ``scheme``: SOCKS without PySocks, NTLM, or a client certificate; nothing else can send it."""
    REDIRECT_LOOP = "redirect_loop"
    """``host``"""
    # account
    NO_ACCOUNT = "no_account"
    """No account of the place is known here. ``access_point`` (id)"""
    LOCKED = "locked"
    """There is one, but the user has not opened QGIS's authentication database. ``access_point``"""
    CODE_NEEDED = "code_needed"
    """The place asks for the code of an authenticator app. ``access_point``"""
    CODE_REFUSED = "code_refused"
    """Name, password or the code that was sent with them is wrong. ``access_point``, ``host``"""
    CREDENTIALS_REFUSED = "credentials_refused"
    """Name or password (or key) is wrong, or a code was needed and none was sent. ``access_point``, ``host``;
    ``codes`` (1) where the place has accounts that want a code
    """
    SIGN_IN_ENDED = "sign_in_ended"
    """A token that was right is not taken any more; another one may help. ``host``, ``status``"""
    SIGN_IN_LOST = "sign_in_lost"
    """The server saw no token although one was sent: lost on a redirect. ``host``, ``status``; ``elsewhere``: a host
    that a redirect led to and that must not see the account
    """
    WRONG_CLIENT = "wrong_client"
    """The token was made for something else. ``host``, ``status``"""
    NOT_ELIGIBLE = "not_eligible"
    """The account is right, but may not have this product. ``host``, ``status``; ``link`` to ask for it"""
    # server fault and quota
    TOO_MANY_SESSIONS = "too_many_sessions"
    """The account is signed in too often at the same time. ``host``; ``limit`` where known"""
    TOO_MANY_CONNECTIONS = "too_many_connections"
    """More transfers at the same time than the place allows. ``host``; ``allowed`` where known"""
    TRAFFIC_USED_UP = "traffic_used_up"
    """The amount of data that the account may have in a month or so. ``host``"""
    STATUS = "status"
    """``host``, ``status`` (HTTP)"""
    TOO_MANY_REQUESTS = "too_many_requests"
    """``host``; ``seconds`` that the server asks to wait, where told"""
    # bad answer
    NOT_JSON = "not_json"
    """``host``"""
    LOGIN_PAGE = "login_page"
    """An HTML page with status 200 where data was expected. ``host``"""
    MISSING_KEY = "missing_key"
    """``host``, ``key``"""
    TOO_LARGE = "too_large"
    """``host``, ``limit`` in bytes"""
    LENGTH = "length"
    """A file of another length than announced. ``host``, ``received``, ``expected``"""
    CHECKSUM = "checksum"
    """``host``, ``algorithm``"""
    ARCHIVE = "archive"
    """A zip that is cut off or damaged. ``host`` or ``file``"""
    # invalid query
    AREA_SELF_CROSSING = "area_self_crossing"
    """``longitude``, ``latitude`` of the place"""
    AREA_EMPTY = "area_empty"
    AREA_BOX = "area_box"
    """A typed box that cannot be read. ``text``"""
    AREA_OUTSIDE_CRS = "area_outside_crs"
    """The area cannot be brought into longitude and latitude. ``crs``"""
    PERIOD_REVERSED = "period_reversed"
    REFUSED_BY_SERVER = "refused_by_server"
    """The server answered 400. ``host``, ``detail`` in the server's own words"""
    COLLECTION_UNKNOWN = "collection_unknown"
    """``collection``, ``access_point``"""
    ADDRESS = "address"
    """Not an address that can be asked. ``address``"""
    # storage fault
    DISK_FULL = "disk_full"
    """``folder``; ``free`` and ``needed`` in bytes where known"""
    NOT_WRITABLE = "not_writable"
    """``folder`` or ``file``"""
    CORRUPT_FILE = "corrupt_file"
    """A file on the disk that cannot be read as what it should be. ``file``"""
    UNSAFE_ARCHIVE = "unsafe_archive"
    """An archive that would write outside of its folder, or grow without bound. ``file``"""
    # offline
    IN_ARCHIVE = "in_archive"
    """The product lies on tape and must be ordered. ``product``; ``link`` where the order is made by hand"""
    # not found
    DELETED = "deleted"
    """The operator took the product out of the catalogue. ``product``; ``cause`` in its words, ``date`` (ISO 8601)"""
    NO_ASSET = "no_asset"
    """The product offers nothing of the wanted sort. ``product``; ``downloadable`` (1): its files can be kept"""


class AccessError(Exception):
    """The only exception that crosses the borders of the engine's packages."""

    def __init__(
        self,
        kind: ErrorKind,
        reason: Reason = Reason.UNSPECIFIED,
        parameters: Mapping[str, Parameter] | None = None,
    ) -> None:
        self.kind = kind
        self.reason = reason
        self.parameters: dict[str, Parameter] = dict(parameters or {})
        super().__init__(kind, reason, self.parameters)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in sorted(self.parameters.items()))
        return f"{self.kind.value}/{self.reason.value}({shown})"
