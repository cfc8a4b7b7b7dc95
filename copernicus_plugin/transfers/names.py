"""Names on the disk for what servers call by any name: safe on Windows, macOS and Linux, the same every time."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from copernicus_plugin.model.product import Asset, Product

LONGEST = 96
"""UTF-8 bytes of a file's or folder's name: two of them below a user's folder stay under Windows' 260."""

OWNER_FILE = ".copernicus.json"

_FORBIDDEN = frozenset('<>:"/\\|?*')
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file; the superscripts count as digits there, too.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"]
)
_OURS = (".part", ".part.json", OWNER_FILE)
_EXTENSIONS: Mapping[str, str] = {
    "image/tiff": ".tif",
    "image/jp2": ".jp2",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/json": ".json",
    "application/geo+json": ".geojson",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
    "application/gzip": ".gz",
    "application/x-tar": ".tar",
    "application/netcdf": ".nc",
    "application/x-netcdf": ".nc",
    "application/x-hdf5": ".h5",
    "application/x-hdf": ".hdf",
    "application/geopackage+sqlite3": ".gpkg",
    "application/vnd.laszip+copc": ".copc.laz",
}


def clean_name(text: str, fallback: str = "unnamed", longest: int = LONGEST) -> str:
    """``text`` as one name that every system takes: no separators, devices, control or trailing characters.

    Too long a name is cut before its extension and keeps a hash of the whole, so that two stay two.
    """
    text = unicodedata.normalize("NFC", text)
    kept = "".join("_" if c in _FORBIDDEN or unicodedata.category(c).startswith("C") else c for c in text)
    # A leading dot hides a file, a trailing dot or blank is dropped by Windows.
    name = kept.strip().lstrip(".").rstrip(". ").strip()
    if not name.strip("_"):
        name = fallback
    if name.partition(".")[0].rstrip().casefold() in _DEVICES:
        name = f"_{name}"
    if name.casefold().endswith(_OURS):
        name = f"{name}_"
    return _shortened(name, text, longest)


def _shortened(name: str, text: str, longest: int) -> str:
    if len(name.encode()) <= longest:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem or len(extension.encode()) > 10:
        stem, dot, extension = name, "", ""
    tail = f"_{_digest(text)}{dot}{extension}"
    room = longest - len(tail.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + tail


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:8]


def folder_names(product: Product) -> Iterator[str]:
    """Names for the product's folder, the nicest first; the next is for when that belongs to another product."""
    yield clean_name(product.id)
    yield clean_name(f"{product.id}_{product.access_point}")
    yield clean_name(f"{product.id}_{product.access_point}_{product.collection}")
    yield clean_name(f"{product.id}_{_digest('/'.join(product.key))}")


def file_names(product: Product, more: Collection[Asset] = ()) -> dict[str, str]:
    """The file name of each asset, by key: the last part of its address where that tells them apart.

    Over all assets of the product (and ``more``), so that a file is called the same whichever are downloaded; no two
    differ by case alone.
    """
    assets = {asset.key: asset for asset in more}
    assets.update(product.assets)
    plain = {key: _plain_name(product, asset) for key, asset in assets.items()}
    uses: dict[str, int] = {}
    for name in plain.values():
        uses[name.casefold()] = uses.get(name.casefold(), 0) + 1
    result: dict[str, str] = {}
    taken: set[str] = set()
    for key in sorted(plain):
        name = plain[key]
        if uses[name.casefold()] > 1:
            name = clean_name(f"{key}_{name}")
        if name.casefold() in taken:
            name = clean_name(f"{_digest(key)}_{name}")
        taken.add(name.casefold())
        result[key] = name
    return result


def _plain_name(product: Product, asset: Asset) -> str:
    if asset.local_path:
        return clean_name(asset.local_path.rstrip("/").rpartition("/")[2])
    last = unquote(urlsplit(asset.href).path).rstrip("/").rpartition("/")[2]
    _, dot, extension = last.rpartition(".")
    if dot and 0 < len(extension) <= 8:
        return clean_name(last)
    # ``$value``, ``download`` and the like say nothing.
    kind = asset.media_type.partition(";")[0].strip().lower()
    return clean_name(f"{product.id}_{asset.key}{_EXTENSIONS.get(kind, '')}")
