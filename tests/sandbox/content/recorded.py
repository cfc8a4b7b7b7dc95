"""Items and documents of the recordings, served as they were recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Item = dict[str, Any]


def read(folder: Path | None, name: str) -> Any:
    """The recorded document, or nothing where the recordings are absent."""
    path = folder / name if folder else None
    return json.loads(path.read_bytes()) if path and path.exists() else None


def items(folder: Path | None, host_folder: str) -> Iterator[Item]:
    """Complete items only: trimmed ones (``fields``) and those of the retired v0 cannot be found by a search."""
    if folder is None:
        return
    seen = set()
    for path in sorted((folder / host_folder).glob("*.json")):
        document = json.loads(path.read_bytes())
        found = document.get("features", [document]) if isinstance(document, dict) else []
        for item in found:
            complete = {"id", "geometry", "assets", "collection", "properties"} <= set(item)
            if complete and item.get("stac_version") == "1.0.0" and not path.name.startswith("sdk_"):
                key = (item["collection"], item["id"])
                if key not in seen:
                    seen.add(key)
                    yield item
