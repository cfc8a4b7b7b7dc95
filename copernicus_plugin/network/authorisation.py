"""How a request is made acceptable to a place: the one interface behind which all account flows work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from copernicus_plugin.model.cancellation import Cancellation


class Authoriser(Protocol):
    """Of one access point. Safe for threads: one signs in, the others wait for the same token."""

    @property
    def sent_to(self) -> tuple[str, ...]:
        """Hosts that may see ``headers`` (``Account.sent_to``); empty where the place has no account."""

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]:
        """The secret headers of a request (``Authorization``); empty where the place has no account.

        Signs in or refreshes the token if it must. Raises ``AccessError``: ``ACCOUNT_NEEDED`` (``NO_ACCOUNT``,
        ``LOCKED``, ``CODE_NEEDED``), ``ACCOUNT_REFUSED``, ``QUOTA_USED_UP/TOO_MANY_SESSIONS``, and the
        network's own.
        """

    def refused(self) -> None:
        """What ``headers`` gave last was refused by a server: get another the next time."""


class NoAccount:
    """Of a place that wants none."""

    sent_to: tuple[str, ...] = ()

    def headers(self, cancellation: Cancellation) -> Mapping[str, str]:
        return {}

    def refused(self) -> None:
        return None
