"""A place where data is accessed, as its JSON file describes it."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


class State(enum.Enum):
    """Whether a place can be used today."""

    ACTIVE = "active"
    SUPERSEDED = "superseded"
    RESTRICTED = "restricted"
    CLOSED = "closed"


class AccountKind(enum.Enum):
    """What a place wants to know of its user."""

    NONE = "none"
    BASIC = "basic"
    KEY_HEADER = "api_key"
    OIDC_DIRECT = "oidc_password"
    """name and password, exchanged for tokens"""
    OIDC_DEVICE = "oidc_device"
    CLIENT_CREDENTIALS = "client_credentials"
    S3_KEYS = "s3_keys"
    BEARER = "bearer"


class Group(enum.Enum):
    """The branches of the Access points tab, in their order."""

    SATELLITE = "satellite"
    SERVICES = "services"
    NATIONAL = "national"
    PRIVATE = "private"
    DIAS = "dias"
    SUPPORT = "support"
    USER = "user"


@dataclass(frozen=True)
class Status:
    """``since`` and ``until`` are ISO 8601 dates of any precision (``2023``, ``2023-10-31``)."""

    state: State
    since: str = ""
    until: str = ""
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Links:
    """Addresses for people; empty where there is none."""

    home: str = ""
    register: str = ""
    help: str = ""
    training: str = ""
    licence: str = ""
    health: str = ""


@dataclass(frozen=True)
class Account:
    """What is asked of the user, when, and to which hosts the credentials may be sent.

    ``sent_to`` holds host names, ``*.`` in front for any sub-domain. ``needed_for`` holds ``search`` and/or
    ``download``; empty means that everything works without.
    """

    kind: AccountKind = AccountKind.NONE
    needed_for: tuple[str, ...] = ()
    sent_to: tuple[str, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
    of: str = ""
    """id of the access point whose account (and token) is used here, where this one has none of its own"""


@dataclass(frozen=True)
class Limits:
    """What the operator asks of its clients, by host name; ``*`` stands for every other host of the place."""

    connections: Mapping[str, int] = field(default_factory=dict)
    requests_per_second: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Endpoint:
    """One address that speaks one protocol.

    ``collections`` maps our collection ids to the endpoint's own names (a text, or an object whose keys the
    adapter knows). ``dialect`` holds what differs between servers of one protocol; its keys are documented in
    the adapter's module. ``witnesses`` says how the facts are known: ``recording``, the name of an official
    client, ``server`` (a real one), ``documentation``.
    """

    protocol: str
    url: str
    collections: Mapping[str, Any] = field(default_factory=dict)
    dialect: Mapping[str, Any] = field(default_factory=dict)
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class AccessPoint:
    """One JSON file of ``access_points/`` or of the user."""

    id: str
    title: str
    short_title: str
    group: Group
    operator: str
    status: Status
    rights: str = ""
    description: str = ""
    attribution: str = ""
    replaces: tuple[str, ...] = ()
    links: Links = Links()
    account: Account = Account()
    limits: Limits = Limits()
    endpoints: tuple[Endpoint, ...] = ()
    origin: str = "bundled"
    """``bundled``, or the path of the user's file."""

    def endpoints_for(self, collection: str) -> tuple[Endpoint, ...]:
        """The endpoints that hold ``collection`` (our id), in the file's order."""
        return tuple(endpoint for endpoint in self.endpoints if collection in endpoint.collections)
