"""The user's own access point files: checked as ours are, before they lie among them."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from copernicus_plugin.access_points.format import URL
from copernicus_plugin.access_points.registry import Registry, RegistryFault, load_registry
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

_ID = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
STAC, ODATA = "stac", "csc_odata"


class FaultsInFileError(Exception):
    """A file that cannot be used, with what is wrong in it."""

    def __init__(self, faults: list[RegistryFault]) -> None:
        self.faults = faults
        super().__init__("; ".join(str(fault) for fault in faults))


def add_file(path: Path, folder: Path) -> str:
    """Copy ``path`` into the user's ``folder``; the id of its access point.

    Raises ``FaultsInFileError`` for what the registry would not take, ``AccessError(STORAGE_FAULT)`` for the disk.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE, {"file": str(path)}) from fault
    return add_content(content, folder, path.name)


def add_content(content: bytes, folder: Path, name: str) -> str:
    """The same for the text of a file; ``name`` stands in its faults."""
    found = _id_of(content) or Path(name).stem
    _check(content, found, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{found}.json.part"
        part.write_bytes(content)
        part.replace(folder / f"{found}.json")
    except OSError as fault:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(folder)}) from fault
    return found


def remove_file(place: AccessPoint, folder: Path) -> None:
    """Take the user's file of ``place`` off the disk; never one that lies elsewhere."""
    path = Path(place.origin)
    if place.origin == "bundled" or path.parent != folder:
        return
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as fault:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"file": str(path)}) from fault


def content_for(
    name: str,
    address: str,
    protocol: str,
    collections: Mapping[str, Any],
    dialect: Mapping[str, Any],
    taken: Iterable[str],
) -> bytes:
    """A new file for one endpoint; its id is made of ``name`` and none of ``taken``."""
    host = urlsplit(address).hostname or ""
    endpoint: dict[str, Any] = {"protocol": protocol, "url": address, "collections": dict(collections)}
    if dialect:
        endpoint["dialect"] = dict(dialect)
    content = {
        "id": new_id(name, taken),
        "title": name,
        "short_title": name,
        "group": "user",
        "operator": host,
        "status": {"state": "active"},
        "links": {"home": f"https://{host}/"} if host else {},
        "account": {"kind": "none"},
        "endpoints": [endpoint],
    }
    return json.dumps(content, indent=2, ensure_ascii=False).encode("utf-8")


def new_id(name: str, taken: Iterable[str]) -> str:
    """Small letters, digits and ``_``; a number behind it where there is one already."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "_".join(re.findall(r"[a-z0-9]+", plain)) or "place"
    known = set(taken)
    found, number = stem, 2
    while found in known:
        found, number = f"{stem}_{number}", number + 1
    return found


def is_address(text: str) -> bool:
    """As the files' own check has it."""
    return re.fullmatch(URL, text) is not None


def matching(registry: Registry, ids_there: Iterable[str]) -> dict[str, str]:
    """Our collections by id, and what the server calls each of those that it has."""
    there = {name.lower().replace("_", "-"): name for name in ids_there}
    return {name: there[name] for name in registry.collections if name in there}


def odata_like(registry: Registry) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Collections and dialect of the OData endpoint that came with the plugin and holds most.

    Servers of this kind share their catalogue's words; what is another host's own (addresses) is left out.
    """
    endpoints = [
        end for place in registry.access_points.values() if place.origin == "bundled" for end in place.endpoints
    ]
    known = max(
        (end for end in endpoints if end.protocol == ODATA), key=lambda end: len(end.collections), default=None
    )
    if known is None:
        return {}, {}
    dialect = {
        key: value
        for key, value in known.dialect.items()
        if not (isinstance(value, str) and value.startswith(("http://", "https://")))
    }
    return known.collections, dialect


def _id_of(content: bytes) -> str:
    try:
        read = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return ""
    found = read.get("id") if isinstance(read, dict) else None
    return found if isinstance(found, str) and _ID.fullmatch(found) else ""


def _check(content: bytes, access_point: str, name: str) -> None:
    # Beside our own files, because it may name others of them (successors, collections).
    folder = Path(tempfile.mkdtemp(prefix="copernicus-"))
    try:
        (folder / f"{access_point}.json").write_bytes(content)
        registry = load_registry(user_folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    faults = [RegistryFault(name, one.key, one.reason) for one in registry.faults if Path(one.file).parent == folder]
    if faults:
        raise FaultsInFileError(faults)
