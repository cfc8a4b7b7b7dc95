"""What is in a downloaded product, a zip or a folder, without unpacking anything."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset
from copernicus_plugin.model.product_files import assets_of_files
from copernicus_plugin.transfers.archives import DAMAGED

MOST_ENTRIES = 50_000
MOST_BYTES = 200 * 1024**3
LARGEST_RATIO = 200
"""Images pack to a third; only emptiness packs better than that."""
RATIO_COUNTS_FROM = 64 * 1024**2
"""bytes; a small text may pack very well"""
MOST_LEVELS = 12

_DRIVE = re.compile(r"^[A-Za-z]:")
_ENCRYPTED = 0x1


def is_container(path: str) -> bool:
    """Whether ``path`` holds a product's files: a folder, or a zip whatever it is called. Reads the disk."""
    if os.path.isdir(path):
        return True
    try:
        with open(path, "rb") as file:
            return file.read(2) == b"PK" or path.lower().endswith(".zip")
    except OSError as error:
        raise _storage(Reason.CORRUPT_FILE, path) from error


@dataclass(frozen=True)
class Container:
    """A product as it lies on the disk. ``files`` are paths within it, and bytes where known."""

    path: str
    files: tuple[tuple[str, int | None], ...]

    @property
    def root(self) -> str:
        """What GDAL puts before a path within."""
        return os.path.dirname(self.path.rstrip("/\\")) if os.path.isdir(self.path) else vsizip_root(self.path)

    def assets(self, collection: Collection) -> dict[str, Asset]:
        """The files that the collection names, and that hold something; ``href`` is what GDAL opens."""
        filled = [(inner, size) for inner, size in self.files if size != 0]
        return assets_of_files(collection, filled, lambda inner: f"{self.root}/{inner}")

    def read(self, ending: str, limit: int) -> bytes:
        """A small file by the end of its path; empty where there is none. Raises ``AccessError(STORAGE_FAULT)``."""
        inner = next((inner for inner, _ in self.files if f"/{inner}".endswith(f"/{ending}")), "")
        return _read(self.path, inner, limit) if inner else b""


def look_into(path: str) -> Container:
    """What is in a zip or a folder; nothing is unpacked. For a worker.

    Raises ``AccessError(STORAGE_FAULT)``: ``UNSAFE_ARCHIVE``, ``ARCHIVE`` for a zip that is cut off or damaged,
    ``CORRUPT_FILE`` for all else that cannot be read.
    """
    return Container(path, tuple(_list_folder(path) if os.path.isdir(path) else _list_archive(path)))


def vsizip_root(path: str) -> str:
    """GDAL's name of the zip as a folder."""
    plain = Path(path).absolute().as_posix()
    # Braces tell GDAL where the zip's name ends where ``.zip`` does not, but QGIS cannot make such a path relative.
    return f"/vsizip/{plain}" if plain.lower().endswith(".zip") else f"/vsizip/{{{plain}}}"


def _list_archive(path: str) -> list[tuple[str, int | None]]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
        length = os.path.getsize(path)
    except zipfile.BadZipFile as error:
        raise _storage(Reason.ARCHIVE, path) from error
    except (OSError, ValueError, NotImplementedError, zlib.error, UnicodeError) as error:
        raise _storage(Reason.CORRUPT_FILE, path) from error
    _check_sizes(entries, length, path)
    for entry in entries:
        if _leads_out(entry.filename):
            raise _storage(Reason.UNSAFE_ARCHIVE, path)
        if entry.flag_bits & _ENCRYPTED:
            raise _storage(Reason.CORRUPT_FILE, path)
        # Of one that was cut and closed again, entries begin beyond the end.
        if entry.header_offset + entry.compress_size > length:
            raise _storage(Reason.ARCHIVE, path)
    return [(entry.filename, entry.file_size) for entry in entries if not entry.is_dir()]


def _list_folder(path: str) -> list[tuple[str, int | None]]:
    found: list[tuple[str, int | None]] = []
    root = Path(path)
    for folder, folders, names in os.walk(root):
        # With the folder's own name in front, as in a zip of it.
        inner = Path(folder).relative_to(root.parent)
        if len(inner.parts) > MOST_LEVELS:
            folders.clear()
        found.extend(((inner / name).as_posix(), None) for name in sorted(names))
        if len(found) > MOST_ENTRIES:
            raise _storage(Reason.UNSAFE_ARCHIVE, path)
    return found


def _read(path: str, inner: str, limit: int) -> bytes:
    try:
        if os.path.isdir(path):
            with open(os.path.join(os.path.dirname(path.rstrip("/\\")), *inner.split("/")), "rb") as plain:
                return plain.read(limit)
        with zipfile.ZipFile(path) as archive, archive.open(inner) as member:
            return member.read(limit)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise _storage(Reason.CORRUPT_FILE, path) from error
    except DAMAGED as error:
        raise _storage(Reason.ARCHIVE, path) from error


def _check_sizes(entries: list[zipfile.ZipInfo], length: int, path: str) -> None:
    packed, unpacked = sum(entry.compress_size for entry in entries), sum(entry.file_size for entry in entries)
    bombs = (
        len(entries) > MOST_ENTRIES,
        unpacked > MOST_BYTES,
        # Entries that share their bytes.
        packed > length,
        any(
            entry.file_size > RATIO_COUNTS_FROM and entry.file_size > LARGEST_RATIO * max(1, entry.compress_size)
            for entry in entries
        ),
    )
    if any(bombs):
        raise _storage(Reason.UNSAFE_ARCHIVE, path)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or "\0" in name or bool(_DRIVE.match(name))


def _storage(reason: Reason, path: str) -> AccessError:
    return AccessError(ErrorKind.STORAGE_FAULT, reason, {"file": path})
