"""A file on its way: ``name.part``, and beside it ``name.part.json``, which says what the bytes belong to."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.transfers.names import OWNER_FILE, folder_names

_RESERVE = 64 * 1024 * 1024
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class PartRecord:
    """What the bytes of a ``.part`` are the beginning of. Holds no query, user or header of the address."""

    url: str
    product: str
    etag: str = ""
    last_modified: str = ""
    size: int | None = None
    """bytes of the whole, as the server announced it"""
    checksum: str = ""
    """the catalogue's, as ``algorithm:digest``"""

    @property
    def validator(self) -> str:
        """What ``If-Range`` may hold: a strong entity tag, else the time of the last change (RFC 9110 §13.1.5)."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.last_modified

    def is_of(self, product: Product, asset: Asset) -> bool:
        expected = identity(product, asset)
        return (self.url, self.product, self.checksum) == (expected.url, expected.product, expected.checksum)


def identity(product: Product, asset: Asset) -> PartRecord:
    """A record of the asset before any server has answered."""
    checksum = f"{asset.checksum.algorithm}:{asset.checksum.digest}" if asset.checksum is not None else ""
    return PartRecord(url=plain_address(asset.href), product="/".join(product.key), checksum=checksum)


def plain_address(url: str) -> str:
    """Scheme, host and path: no user, no query, where signatures and tokens are; no path parameters either."""
    parts = urlsplit(url)
    path = re.sub(r";[^/]*", "", parts.path)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{path}"


class Part:
    """The two files beside ``target``. Every method may raise ``AccessError(STORAGE_FAULT)``."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.path = target.with_name(f"{target.name}.part")
        self._record_path = target.with_name(f"{target.name}.part.json")

    def size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def record(self) -> PartRecord | None:
        """``None`` where there is none that can be read."""
        try:
            found = json.loads(self._record_path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return _record_of(found)

    def begin(self, record: PartRecord) -> None:
        """Note what is going to be written, and empty the file."""
        with storage(self.target):
            self.path.write_bytes(b"")
            part = self._record_path.with_name(f"{self._record_path.name}.new")
            part.write_text(json.dumps(asdict(record)), encoding="utf-8")
            os.replace(part, self._record_path)

    def discard(self) -> None:
        for path in (self.path, self._record_path):
            with storage(self.target):
                path.unlink(missing_ok=True)

    def finish(self) -> None:
        """Give the complete file its name."""
        with storage(self.target):
            os.replace(self.path, self.target)
            self._record_path.unlink(missing_ok=True)


def _record_of(found: Any) -> PartRecord | None:
    if not isinstance(found, dict):
        return None
    texts = {name: found.get(name, "") for name in ("url", "product", "etag", "last_modified", "checksum")}
    size = found.get("size")
    good = all(isinstance(text, str) for text in texts.values()) and texts["url"]
    if not good or not (size is None or (isinstance(size, int) and not isinstance(size, bool) and size >= 0)):
        return None
    return PartRecord(size=size, **texts)


@contextlib.contextmanager
def storage(place: Path, needed: int | None = None) -> Iterator[None]:
    """``OSError`` inside as ``AccessError(STORAGE_FAULT)``: ``DISK_FULL`` or ``NOT_WRITABLE``."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise disk_full(place.parent, needed) from error
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"file": str(place)}) from error


def disk_full(folder: Path, needed: int | None) -> AccessError:
    parameters: dict[str, Parameter] = {"folder": str(folder)}
    usage = _usage(folder)
    # Somebody's share of a disk, or the largest file that it takes, may be used up while much of it is free.
    if usage is not None and (needed is None or usage[0] < needed):
        parameters["free"] = usage[0]
    if needed is not None:
        parameters["needed"] = needed
    return AccessError(ErrorKind.STORAGE_FAULT, Reason.DISK_FULL, parameters)


def check_room(folder: Path, needed: int) -> None:
    """Raise ``AccessError(STORAGE_FAULT, DISK_FULL)`` unless ``needed`` bytes fit and leave a little over.

    The little is 64 MiB, or a hundredth of a small disk: one filled to the last byte is trouble for everything else.
    """
    usage = _usage(folder)
    if usage is not None:
        with_reserve = needed + min(_RESERVE, usage[1] // 100)
        if with_reserve > usage[0]:
            raise disk_full(folder, with_reserve)


def _usage(folder: Path) -> tuple[int, int] | None:
    """Free and total bytes of the disk that ``folder`` is, or will be, on; ``None`` where that is not told."""
    for place in (folder, *folder.parents):
        try:
            found = shutil.disk_usage(place)
        except FileNotFoundError:
            continue
        except OSError:
            return None
        # Some network drives tell nothing: 0 of 0.
        return (found.free, found.total) if found.total else None
    return None


def claim_folder(base: Path, product: Product) -> Path:
    """The product's own folder below ``base``, made if need be.

    Two access points may call different files by the same name: a small file in the folder says whose it is, and
    another product takes another folder. Raises ``AccessError(STORAGE_FAULT)``.
    """
    owner = {"access_point": product.access_point, "collection": product.collection, "product": product.id}
    for name in folder_names(product):
        folder = base / name
        with storage(folder / name):
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True)
            if not (folder / OWNER_FILE).exists() and not any(folder.iterdir()):
                (folder / OWNER_FILE).write_text(json.dumps(owner), encoding="utf-8")
            if _owner(folder) == owner:
                return folder
    raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(base)})


def release_folder(folder: Path) -> None:
    """Remove it again if there is nothing of the product in it."""
    with contextlib.suppress(OSError):
        if [entry.name for entry in folder.iterdir()] == [OWNER_FILE]:
            (folder / OWNER_FILE).unlink()
            folder.rmdir()


def _owner(folder: Path) -> Any:
    try:
        return json.loads((folder / OWNER_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
