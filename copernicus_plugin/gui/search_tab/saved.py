"""Searches as files that can be kept, and given to somebody else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry import bounds

SUFFIX = ".copernicus-search.json"
LARGEST = 16 * 1024 * 1024
"""bytes; a search with an area of hundreds of thousands of corners is smaller"""


def write_search(path: str, entry: dict[str, Any]) -> None:
    """Write what the Search tab would remember. Raises ``AccessError(STORAGE_FAULT)``."""
    try:
        Path(path).write_text(json.dumps(entry, indent=1, ensure_ascii=False), "utf-8")
    except OSError as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"file": path}) from error


def read_search(path: str) -> dict[str, Any]:
    """What ``write_search`` wrote. Raises ``AccessError(STORAGE_FAULT, CORRUPT_FILE)`` for anything else."""
    try:
        file = Path(path)
        entry = json.loads(file.read_text("utf-8")) if file.stat().st_size <= LARGEST else None
    except (OSError, ValueError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE, {"file": path}) from error
    if not isinstance(entry, dict) or not _is_search(entry):
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE, {"file": path})
    return entry


def _is_search(entry: dict[str, Any]) -> bool:
    texts = [entry.get(key, "") for key in ("text", "area", "preset", "area_title")]
    if not all(isinstance(text, str) for text in texts) or not texts[0]:
        return False
    try:
        return not texts[1] or bool(bounds(bytes.fromhex(texts[1])))
    except (ValueError, AccessError):
        return False
