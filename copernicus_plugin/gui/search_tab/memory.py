"""What the Search tab remembers between two starts."""

from __future__ import annotations

from typing import Any

from copernicus_plugin.model.query import Area

MOST = 15
LARGEST_AREA = 32768
"""bytes of WKB; a larger area is not kept"""


def area_to_hex(area: Area | None) -> str:
    """Empty for no area, and for one too large to keep."""
    return area.wkb.hex() if area is not None and len(area.wkb) <= LARGEST_AREA else ""


def area_from_hex(text: str) -> Area | None:
    """``None`` for what ``area_to_hex`` did not write."""
    try:
        wkb = bytes.fromhex(text)
    except ValueError:
        return None
    return Area(wkb) if len(wkb) > 9 else None


class SearchMemory:
    """Over ``host.settings.PluginSettings``; tolerates whatever stands there."""

    def __init__(self, settings: Any) -> None:
        self._settings = settings

    def entries(self) -> list[tuple[str, dict[str, Any]]]:
        """The searches made before, the newest first, with their titles."""
        found = self._settings.state("recent_searches", [])
        entries = [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
        return [(str(entry.get("title", "")), entry) for entry in entries if entry.get("text")]

    def add(self, entry: dict[str, Any]) -> None:
        """Put a search first; the same one is not kept twice."""
        same = (entry["text"], entry["area"])
        older = [old for _title, old in self.entries() if (old.get("text"), old.get("area")) != same]
        self._settings.set_state("recent_searches", [entry, *older][:MOST])
        self._settings.last_search = entry

    def last(self) -> dict[str, Any]:
        found = self._settings.last_search
        return found if isinstance(found, dict) else {}

    @property
    def ticks(self) -> dict[str, bool]:
        """By access point, what the user ticked or unticked by hand."""
        found = self._settings.state("ticked_access_points", {})
        return {str(key): bool(value) for key, value in found.items()} if isinstance(found, dict) else {}

    @ticks.setter
    def ticks(self, ticks: dict[str, bool]) -> None:
        self._settings.set_state("ticked_access_points", ticks)

    def is_open(self, section: str) -> bool:
        found = self._settings.state("open_sections", {})
        return bool(found.get(section, True)) if isinstance(found, dict) else True

    def set_open(self, section: str, is_open: bool) -> None:
        found = self._settings.state("open_sections", {})
        known = dict(found) if isinstance(found, dict) else {}
        known[section] = is_open
        self._settings.set_state("open_sections", known)
