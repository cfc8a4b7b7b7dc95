"""What the plugin remembers between two starts, in QGIS's own settings. Nothing secret is ever here."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

PREFIX = "copernicus_plugin/"


class PluginSettings:
    """Typed properties over ``QgsSettings``; main thread only."""

    @property
    def download_folder(self) -> str:
        """Where products go; a folder of its own among the user's documents until another is chosen."""
        chosen = self._text("download_folder")
        if chosen:
            return chosen
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return os.path.join(documents or os.path.expanduser("~"), "Copernicus")

    @download_folder.setter
    def download_folder(self, folder: str) -> None:
        self._store("download_folder", folder)

    @property
    def load_when_done(self) -> bool:
        return self._flag("load_when_done", True)

    @load_when_done.setter
    def load_when_done(self, wanted: bool) -> None:
        self._store("load_when_done", "true" if wanted else "false")

    @property
    def last_search(self) -> dict[str, Any]:
        """The last query as its JSON object; empty if there was none, or it cannot be read any more."""
        found = self._json("last_search")
        return found if isinstance(found, dict) else {}

    @last_search.setter
    def last_search(self, query: Mapping[str, Any]) -> None:
        self._store("last_search", json.dumps(dict(query)))

    @property
    def dock_tab(self) -> int:
        found = self._json("dock_tab")
        return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else 0

    @dock_tab.setter
    def dock_tab(self, index: int) -> None:
        self._store("dock_tab", json.dumps(int(index)))

    def widths(self, table: str) -> list[int]:
        """Column widths in pixels as ``set_widths`` was given them; empty if never set."""
        found = self.state(f"widths/{table}")
        good = isinstance(found, list) and all(isinstance(width, int) and width > 0 for width in found)
        return list(found) if good and isinstance(found, list) else []

    def set_widths(self, table: str, widths: list[int]) -> None:
        self.set_state(f"widths/{table}", [int(width) for width in widths])

    def state(self, name: str, default: Any = None) -> Any:
        """What the window remembers under ``name`` (open sections, sort order, …), as JSON values."""
        found = self._json(f"state/{name}")
        return default if found is None else found

    def set_state(self, name: str, value: Any) -> None:
        self._store(f"state/{name}", json.dumps(value))

    def _text(self, key: str) -> str:
        value = QgsSettings().value(PREFIX + key, "")
        return value if isinstance(value, str) else ""

    def _flag(self, key: str, default: bool) -> bool:
        text = self._text(key).lower()
        return default if text not in ("true", "false") else text == "true"

    def _json(self, key: str) -> Any:
        try:
            return json.loads(self._text(key) or "null")
        except ValueError:
            return None

    def _store(self, key: str, text: str) -> None:
        QgsSettings().setValue(PREFIX + key, text)
