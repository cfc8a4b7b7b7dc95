"""An item's assets, decoded when somebody looks at them.

Ten thousand items have a third of a million assets: as Python objects they would cost hundreds of megabytes, and each
pass of the garbage collector over them would stop every thread for a tenth of a second. So a product keeps what
the server wrote, packed, and its keys.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.product import Asset, Band, Checksum, Verification

ALTERNATE = "alternate:href"
"""The property of an asset that keeps the address of the catalogue where another stands in for it."""

_KEPT_PREFIXES = ("proj:", "raster:", "storage:", "order:")
_WEB = ("https:", "http:")
_KEPT_NAMES = frozenset({"gsd", "nodata", "data_type"})
_decoder = json.JSONDecoder(parse_constant=lambda _name: None, strict=False)

# https://github.com/multiformats/multicodec/blob/master/table.csv, as hashlib names them: code → (name, bytes)
_MULTIHASHES = {
    0x11: ("sha1", 20),
    0x12: ("sha256", 32),
    0x13: ("sha512", 64),
    0x14: ("sha3_512", 64),
    0x15: ("sha3_384", 48),
    0x16: ("sha3_256", 32),
    0x17: ("sha3_224", 28),
    0x20: ("sha384", 48),
    0xD5: ("md5", 16),
    0xB220: ("blake2b", 32),
    0xB240: ("blake2b", 64),
    0xB260: ("blake2s", 32),
}


class ItemAssets(Mapping[str, Asset]):
    """Assets by key, in the server's order. Looking for a key or counting decodes nothing. Safe for threads.

    ``text`` is the JSON of the item's ``assets``, which must be an object; ``base`` is what relative addresses
    are relative to.
    """

    __slots__ = ("_base", "_decoded", "_dialect", "_keys", "_packed")

    _recent: deque[ItemAssets] = deque()
    _KEPT_DECODED = 256

    def __init__(self, text: str, keys: tuple[str, ...], base: str, dialect: Dialect) -> None:
        self._packed = zlib.compress(text.encode("utf-8", "replace"), 1)
        self._keys = keys
        self._base = base
        self._dialect = dialect
        self._decoded: dict[str, Asset] | None = None

    def __getitem__(self, key: str) -> Asset:
        if key not in self._keys:
            raise KeyError(key)
        return self._assets()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __repr__(self) -> str:
        return f"ItemAssets({', '.join(self._keys)})"

    def _assets(self) -> dict[str, Asset]:
        decoded = self._decoded
        if decoded is None:
            source = _decoder.decode(zlib.decompress(self._packed).decode("utf-8"))
            decoded = {key: asset_of(key, source[key], self._base, self._dialect) for key in self._keys}
            self._decoded = decoded
            self._recent.append(self)
            if len(self._recent) > self._KEPT_DECODED:
                self._recent.popleft()._decoded = None
        return decoded


def readable_keys(assets: object) -> tuple[str, ...]:
    """The keys of the assets that have an address; everything else in ``assets`` is no asset."""
    if not isinstance(assets, dict):
        return ()
    return tuple(
        sys.intern(key)
        for key, asset in assets.items()
        if isinstance(asset, dict) and isinstance(asset.get("href"), str) and asset["href"]
    )


def asset_of(key: str, source: Mapping[str, Any], base: str, dialect: Dialect) -> Asset:
    """One asset of a readable key. What it says that is not of the right type is left out."""
    size = source.get("file:size", source.get("size"))
    href = address_of_asset(source["href"], base, dialect)
    roles = roles_of(source)
    properties = {
        name: value for name, value in source.items() if name in _KEPT_NAMES or name.startswith(_KEPT_PREFIXES)
    }
    alternate = _alternate(source, href, base, dialect)
    if alternate:
        properties[ALTERNATE] = href
    packed = dialect.packed_on_request and "archive" in roles
    return Asset(
        key=key,
        href=alternate or href,
        media_type=_text(source.get("type")),
        title=_text(source.get("title")),
        roles=roles,
        size=size if isinstance(size, int) and not isinstance(size, bool) and size >= 0 else None,
        checksum=checksum_of(source.get("file:checksum", source.get("checksum:multihash"))),
        bands=_bands(source),
        properties=properties,
        verification=Verification.ARCHIVE if packed else Verification.CATALOGUE,
        local_path=_text(source.get("file:local_path")),
    )


def _alternate(source: Mapping[str, Any], href: str, base: str, dialect: Dialect) -> str:
    """The web address that stands in for one that is none; empty where none does."""
    if not dialect.alternate or href.lower().startswith(_WEB):
        return ""
    alternates = source.get("alternate")
    named = alternates.get(dialect.alternate) if isinstance(alternates, dict) else None
    other = named.get("href") if isinstance(named, dict) else None
    if not isinstance(other, str) or not other:
        return ""
    found = address_of_asset(other, base, dialect)
    return found if found.lower().startswith(_WEB) else ""


def address_of_asset(href: str, base: str, dialect: Dialect) -> str:
    """An asset's address: absolute, and after the endpoint's rewriting."""
    try:
        return dialect.rewritten(urljoin(base, href.strip()))
    except ValueError:  # "http://[" and the like
        return ""


def roles_of(source: Mapping[str, Any]) -> tuple[str, ...]:
    roles = source.get("roles")
    return tuple(role for role in roles if isinstance(role, str)) if isinstance(roles, list) else ()


def checksum_of(multihash: object) -> Checksum | None:
    """A hexadecimal multihash (STAC's ``file:checksum``); ``None`` for what is none or cannot be computed here."""
    if not isinstance(multihash, str):
        return None
    try:
        data = bytes.fromhex(multihash)
        code, position = _varint(data, 0)
        length, position = _varint(data, position)
    except (ValueError, IndexError):
        return None
    algorithm, expected = _MULTIHASHES.get(code, ("", -1))
    # hashlib's blake2 makes 64 and 32 bytes; a shorter digest is not the beginning of a longer one
    if length != expected or len(data) - position != length or (algorithm == "blake2b" and length != 64):
        return None
    return Checksum(algorithm, data[position:].hex())


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7
        if shift > 63:
            raise ValueError("no varint")


def _bands(source: Mapping[str, Any]) -> tuple[Band, ...]:
    bands = source.get("eo:bands") or source.get("bands")
    if not isinstance(bands, list):
        return ()
    return tuple(
        Band(
            _text(band.get("name")),
            _text(band.get("common_name") or band.get("eo:common_name")),
            _text(band.get("description")),
        )
        for band in bands
        if isinstance(band, dict)
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
