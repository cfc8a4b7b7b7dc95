"""Who has an account in the sandbox. Everything here is invented; nothing of it opens anything elsewhere."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """An account. ``code`` is what the authenticator app shows, for ever; empty where there is none.

    ``state``: "" for a good one, else Keycloak's own ``error_description`` ("Account disabled", "Account is not fully
    set up"), told only to who knows the password.
    """

    username: str
    password: str
    code: str = ""
    state: str = ""
    eligible: bool = True
    """For the data of Contributing Missions."""


ANALYST = Person("analyst@example.org", "correct-horse", eligible=False)
CAREFUL = Person("careful@example.org", "battery-staple", code="907316")
ELIGIBLE = Person("rapid-mapper@example.org", "tr0ub4dor-and-3")
DISABLED = Person("gone@example.org", "no-longer-here", state="Account disabled")
UNFINISHED = Person("new@example.org", "not-yet-verified", state="Account is not fully set up")

PEOPLE = (ANALYST, CAREFUL, ELIGIBLE, DISABLED, UNFINISHED)

CREODIAS_PEOPLE = (
    Person("tenant@example.org", "cloud-and-iron"),
    Person("careful-tenant@example.org", "iron-and-cloud", code="654321"),
)
"""CREODIAS has accounts of its own."""

SENTINEL_HUB_CLIENTS = {"sh-5f2d1f4e-sandbox": ("sentinel-hub-client-key", ANALYST.username)}
"""OAuth clients made in the dashboard of Sentinel Hub: id, secret, owner."""


@dataclass
class Lifetimes:
    """Seconds, and how many sessions an account may have at the same time. What the Data Space documents."""

    access: float = 600.0
    refresh: float = 3600.0
    sessions: int = 100

    def change(self, values: dict[str, float]) -> None:
        for field in dataclasses.fields(self):
            if field.name in values:
                setattr(self, field.name, type(field.default)(values[field.name]))
