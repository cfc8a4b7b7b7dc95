"""A product of OData → a product, with STAC's own property names."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from copernicus_plugin.adapters.csc_odata.building import ServerCollection
from copernicus_plugin.adapters.csc_odata.decoding import RawProduct
from copernicus_plugin.adapters.csc_odata.dialect import PLATFORM, TIMELINESS, Attribute, Dialect, folder
from copernicus_plugin.adapters.csc_odata.footprints import footprint_of
from copernicus_plugin.adapters.decoding import count_of
from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import bounds
from copernicus_plugin.model.product import Asset, Checksum, Product, Verification

PRODUCT = "Product"
"""Key of the whole product, as in the Data Space's STAC."""
ORDERABLE = "orderable"
STATUS = "order:status"

_ENDINGS = re.compile(r"\.(?:SAFE|SEN3|SEN6|nc|zip)$")
_SINGLE_FILE = re.compile(
    r"\.(?:nc|nc4|EOF|EEF|zip|tif|tiff|tgz|tar|gz|DBL|HDR|N1|E1|E2|h5|hdf|hdf5|json|xml|jp2|txt|csv)$", re.IGNORECASE
)
"""What is sent as it is. Everything else is a folder that is packed on request (satellite.md §2.3)."""
_MEDIA_TYPES = {
    "nc": "application/x-netcdf",
    "nc4": "application/x-netcdf",
    "eof": "application/xml",
    "xml": "application/xml",
    "json": "application/json",
    "zip": "application/zip",
    "tgz": "application/gzip",
    "tif": "image/tiff; application=geotiff",
    "tiff": "image/tiff; application=geotiff",
    "jp2": "image/jp2",
}
_IDENTIFIER = re.compile(r"[0-9A-Za-z_-]{1,64}")
_LEVEL = re.compile(r"(?:S[1-6][A-Z]*|LEVEL|L)?[-_ ]*([0-4])([A-C]?)", re.IGNORECASE)
_NO_END = "9999-"
_LENGTHS = {"md5": 32, "sha256": 64, "sha512": 128, "sha3_256": 64}
_TIMES = (("created", "OriginDate"), ("published", "PublicationDate"), ("updated", "ModificationDate"))


@dataclass(frozen=True)
class Place:
    """Whose products these are. ``collection`` is our id, ``endpoint`` the address that was asked."""

    collection: str
    access_point: str
    endpoint: str


class ProductReader:
    """Makes the products of one search at one endpoint."""

    def __init__(self, place: Place, dialect: Dialect, theirs: ServerCollection, wanted: ExactFilter) -> None:
        self._place = place
        self._dialect = dialect
        self._theirs = theirs
        self._wanted = wanted
        self._values_back = {
            ours: {str(theirs): value for value, theirs in table.items()}
            for ours, table in dialect.property_values.items()
        }
        self.unreadable = 0
        """products without an id, a name or a sane geometry"""

    def product(self, raw: RawProduct) -> Product | None:
        """The product, or ``None`` where it does not match the query or cannot be read (``unreadable``)."""
        identifier, name = identifier_of(raw), raw.get("Name")
        try:
            footprint = footprint_of(raw)
            box = bounds(footprint) if footprint else None
        except AccessError:
            identifier = ""
        if not identifier or not isinstance(name, str) or not name.strip() or not name.isprintable():
            self.unreadable += 1
            return None
        attributes = attributes_of(raw)
        if not self._is_ours(attributes):
            return None
        properties = self._properties(raw, attributes)
        match = self._wanted.match(footprint, properties)
        if match is None:
            return None
        return Product(
            id=product_id(name),
            collection=self._place.collection,
            access_point=self._place.access_point,
            endpoint=self._place.endpoint,
            footprint=footprint,
            bbox=box,
            properties=properties,
            assets={PRODUCT: whole_product(raw, identifier, name, self._dialect.download_url)},
            self_href=f"{folder(self._place.endpoint)}Products({identifier})",
            thumbnail_href=quicklook_of(raw, self._place.endpoint),
            coverage=match.coverage,
        )

    def _is_ours(self, attributes: Mapping[str, Any]) -> bool:
        """Whether what makes the collection ours is not contradicted."""
        for name, values in self._theirs.attributes.items():
            told = attributes.get(name)
            if told is not None and str(told) not in map(str, values):
                return False
        return True

    def _properties(self, raw: RawProduct, attributes: Mapping[str, Any]) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        for name, attribute in self._dialect.attributes.items():
            value = attributes.get(attribute.name)
            if value is not None and name != PLATFORM:
                ours = self._ours(name, attribute, value)
                if ours is not None:
                    properties[sys.intern(name)] = ours
        if "sar:instrument_mode" in properties and "sar" not in properties.get("instruments", ("sar",)):
            # every mission has an operational mode; only a radar's is what the name says
            properties["eopf:instrument_mode"] = properties.pop("sar:instrument_mode")
        platform = _platform(attributes)
        if platform:
            properties[PLATFORM] = platform
        properties.update(_times(raw))
        if raw.get("Online") is False:
            properties[STATUS] = ORDERABLE
        return properties

    def _ours(self, name: str, attribute: Attribute, value: Any) -> Any:
        back = self._values_back.get(name, {})
        if str(value) in back:
            return back[str(value)]
        if name == "eo:cloud_cover":
            return value if isinstance(value, (int, float)) and 0 <= value <= 100 else None
        if name in _CONVERTED:
            return _CONVERTED[name](str(value))
        if attribute.parted_by:
            parts = (part.strip() for part in str(value).split(attribute.parted_by))
            return [part.lower() if attribute.upper else part for part in parts if part]
        if isinstance(value, str):
            text = attribute.template.replace("{value}", value.strip())
            return text.lower() if attribute.upper else text
        return value


def identifier_of(raw: RawProduct) -> str:
    """The product's UUID, which becomes part of addresses; empty where it cannot."""
    identifier = raw.get("Id")
    return identifier if isinstance(identifier, str) and _IDENTIFIER.fullmatch(identifier) else ""


def product_id(name: str) -> str:
    """A product's name without the endings that its STAC item's id does not have."""
    while True:
        shorter = _ENDINGS.sub("", name)
        if shorter in ("", name):
            return name
        name = shorter


def attributes_of(raw: RawProduct) -> dict[str, Any]:
    """Scalars by the server's names, numbers as numbers."""
    listed = raw.get("Attributes")
    found: dict[str, Any] = {}
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("Name"), str):
            value = _typed(entry.get("Value"), entry.get("ValueType"))
            if value is not None:
                found[entry["Name"]] = value
    return found


def whole_product(raw: RawProduct, identifier: str, name: str, download_url: str) -> Asset:
    """The product as one file.

    The catalogue's size and MD5 are of the file that is sent only where that is one file from the beginning.
    (satellite.md §2.2; BLAKE3, which is also told, is none of ``hashlib``'s.)
    """
    single = _SINGLE_FILE.search(name)
    size = count_of(raw.get("ContentLength"))
    return Asset(
        key=PRODUCT,
        href=f"{download_url}Products({identifier})/$value",
        media_type=media_type_of(name) if single else "application/zip",
        title=PRODUCT,
        roles=("data", "archive") if not single or name.lower().endswith(".zip") else ("data",),
        size=size or None,
        checksum=_checksum(raw.get("Checksum")) if single else None,
        verification=Verification.CATALOGUE if single else Verification.ARCHIVE,
        local_path=name if single else f"{name}.zip",
    )


def media_type_of(name: str) -> str:
    return _MEDIA_TYPES.get(name.lower().rpartition(".")[2], "application/octet-stream")


def quicklook_of(raw: RawProduct, endpoint: str) -> str:
    """Address of the quicklook, empty where there is none that can be shown."""
    assets = raw.get("Assets")
    for asset in assets if isinstance(assets, list) else ():
        if not isinstance(asset, dict) or str(asset.get("Type", "")).upper() != "QUICKLOOK":
            continue
        href, identifier = asset.get("DownloadLink"), asset.get("Id")
        if (
            (not isinstance(href, str) or not href)
            and isinstance(identifier, str)
            and _IDENTIFIER.fullmatch(identifier)
        ):
            href = f"Assets({identifier})/$value"
        shown = _showable(href, endpoint) if isinstance(href, str) else ""
        if shown:
            return shown
    return ""


def _showable(href: str, endpoint: str) -> str:
    """``href`` if it is https, or no less secure than the endpoint itself."""
    try:
        address = urljoin(folder(endpoint), href.strip())
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if not address.isprintable():
        return ""
    fits = parts.scheme == "https" or (parts.scheme == "http" and endpoint.startswith("http:"))
    return address if host and fits else ""


def _times(raw: RawProduct) -> dict[str, str]:
    content = raw.get("ContentDate")
    content = content if isinstance(content, dict) else {}
    start, end = content.get("Start"), content.get("End")
    times = {"datetime": start, "start_datetime": start, "end_datetime": end if end is not None else start}
    times.update((ours, raw.get(theirs)) for ours, theirs in _TIMES)
    eviction = raw.get("EvictionDate")
    if isinstance(eviction, str) and not eviction.startswith(_NO_END):
        times["expires"] = eviction
    return {name: value for name, value in times.items() if isinstance(value, str) and value}


def _platform(attributes: Mapping[str, Any]) -> str:
    """``sentinel-2a`` of ``SENTINEL-2`` and ``A``."""
    name, serial = attributes.get("platformShortName"), attributes.get("platformSerialIdentifier")
    if not isinstance(name, str) or not name:
        return ""
    return sys.intern((name + (serial if isinstance(serial, str) else "")).lower())


def _level(text: str) -> str:
    """STAC's ``L1`` of ``LEVEL1``, ``1``, ``L1``; with its letter of ``S2MSI1C`` and ``L1C``."""
    match = _LEVEL.fullmatch(text.strip())
    return f"L{match.group(1)}{match.group(2).upper()}" if match else text


_CONVERTED: Mapping[str, Callable[[str], str | None]] = {
    "processing:level": _level,
    "product:timeliness": TIMELINESS.get,
}


def _typed(value: Any, kind: Any) -> Any:
    if value is None or isinstance(value, (list, dict)):
        return None
    if kind in ("Integer", "Double") and not isinstance(value, bool):
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            return None
        if not math.isfinite(number):
            return None
        return int(number) if kind == "Integer" and number.is_integer() else number
    return value


def _checksum(listed: Any) -> Checksum | None:
    for entry in listed if isinstance(listed, list) else ():
        if not isinstance(entry, dict):
            continue
        algorithm = str(entry.get("Algorithm", "")).lower().replace("-", "_")
        digest = entry.get("Value")
        if not isinstance(digest, str) or len(digest) != _LENGTHS.get(algorithm):
            continue
        if re.fullmatch(r"[0-9a-fA-F]+", digest):
            return Checksum(algorithm, digest.lower())
    return None
