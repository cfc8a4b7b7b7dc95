"""Where a download comes from, as far as its row speaks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from urllib.parse import urlsplit

from copernicus_plugin.gui.message_actions import account_of
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.product import Asset


@dataclass(frozen=True)
class Place:
    """``title`` is the short one; ``access_point`` is ``None`` where its file is gone."""

    title: str = ""
    access_point: AccessPoint | None = None

    @staticmethod
    def of(access_point: AccessPoint | None, access_point_id: str) -> Place:
        if access_point is None:
            return Place(access_point_id)
        return Place(tr_data(access_point.short_title or access_point.title), access_point)

    @property
    def account(self) -> str:
        """The id of the access point whose account is used here."""
        return account_of(self.access_point)

    def connections(self, assets: Sequence[Asset]) -> int | None:
        """How many transfers its operator allows at a time from the hosts of ``assets``; ``None`` if not told."""
        if self.access_point is None:
            return None
        limits = self.access_point.limits.connections
        for asset in assets:
            host = urlsplit(asset.href).hostname or ""
            for pattern, allowed in limits.items():
                if fnmatch(host, pattern):
                    return allowed
        # The address in the catalogue may lead on to a host that is named alone.
        counts = set(limits.values())
        return counts.pop() if len(counts) == 1 else None
