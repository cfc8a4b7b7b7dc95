"""One thing found, with STAC's own property names, and its files."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Band:
    """A band of an asset; ``name`` as the mission calls it (``B04``), ``common_name`` as STAC does (``red``)."""

    name: str = ""
    common_name: str = ""
    description: str = ""


@dataclass(frozen=True)
class Checksum:
    """``algorithm`` as ``hashlib`` names it, ``digest`` in lower-case hexadecimal."""

    algorithm: str
    digest: str


class Verification(enum.Enum):
    """What tells that a file arrived as it should."""

    CATALOGUE = "catalogue"
    """size and checksum are those of the file that the server sends"""
    ARCHIVE = "archive"
    """The server packs the zip anew for each request: size and checksum of the catalogue are of another packing, so
    the archive itself is tested, entry by entry. (CDSE OData, satellite.md §2.2)"""


@dataclass(frozen=True)
class Asset:
    """One downloadable or streamable file.

    ``href`` is as the catalogue gave it, after the endpoint's rewriting rules (``s3://`` of a public bucket
    becomes ``https://``), and before signing. ``properties`` keeps ``proj:*``, ``raster:bands`` and ``gsd``.
    """

    key: str
    href: str
    media_type: str = ""
    title: str = ""
    roles: tuple[str, ...] = ()
    size: int | None = None
    """bytes (``file:size``)"""
    checksum: Checksum | None = None
    bands: tuple[Band, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    verification: Verification = Verification.CATALOGUE
    local_path: str = ""
    """where the file lies within the product (``X.SAFE/GRANULE/…/B04.jp2``), where the catalogue tells"""

    @property
    def scheme(self) -> str:
        return self.href.split(":", 1)[0].lower()

    @property
    def is_geotiff(self) -> bool:
        """Whether GDAL can stream it by ranges: a GeoTIFF by its media type or its name."""
        return self.media_type.startswith("image/tiff") or self.href.lower().split("?")[0].endswith((".tif", ".tiff"))

    @property
    def is_jpeg2000(self) -> bool:
        return self.media_type == "image/jp2" or self.href.lower().split("?")[0].rstrip("/").endswith(
            (".jp2", ".jp2)/$value")
        )

    @property
    def is_streamable(self) -> bool:
        """Whether GDAL can read it by ranges: GeoTIFF or JPEG 2000."""
        return self.is_geotiff or self.is_jpeg2000

    @property
    def is_archive(self) -> bool:
        """Whether the file is a zip that holds the product's files."""
        return self.media_type in ("application/zip", "application/x-zip-compressed") or (
            self.local_path or self.href.split("?")[0]
        ).lower().endswith(".zip")


@dataclass(frozen=True)
class Product:
    """``footprint`` is 2-D little-endian WKB (MultiPolygon, CRS84), or empty where the catalogue gave none."""

    id: str
    collection: str
    """our id of the collection"""
    access_point: str
    endpoint: str
    """the address of the endpoint that found it"""
    footprint: bytes = b""
    bbox: tuple[float, float, float, float] | None = None
    """west, south, east, north in degrees; west > east where it crosses the antimeridian (RFC 7946 §5.2)"""
    properties: Mapping[str, Any] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    self_href: str = ""
    thumbnail_href: str = ""
    coverage: float | None = None
    """share of the searched area that the footprint covers, 0…1; set by the search"""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one product of one access point."""
        return (self.access_point, self.collection, self.id)

    @property
    def acquired(self) -> dt.datetime | None:
        """``datetime``, else ``start_datetime``; aware, in UTC; ``None`` where neither can be read."""
        for name in ("datetime", "start_datetime"):
            moment = parse_datetime(self.properties.get(name))
            if moment is not None:
                return moment
        return None

    @property
    def cloud_cover(self) -> float | None:
        """In per cent, 0…100."""
        value = self.properties.get("eo:cloud_cover")
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None

    @property
    def size(self) -> int | None:
        """Bytes of all assets together, only where the catalogue tells every data asset's size"""
        sizes = [asset.size for asset in self.assets.values() if "data" in asset.roles or "visual" in asset.roles]
        return sum(size for size in sizes if size) if sizes and all(sizes) else None


def parse_datetime(text: object) -> dt.datetime | None:
    """An RFC 3339 time as an aware one in UTC; ``None`` for anything else.

    ``datetime.fromisoformat`` of Python 3.9 knows neither ``Z`` nor other than 3 or 6 decimals.
    """
    if not isinstance(text, str) or len(text) < 10:
        return None
    text = text.strip().replace("z", "Z").replace(" ", "T")
    if text.endswith("Z"):
        text = text[:-1] + "+00:00"
    head, dot, tail = text.partition(".")
    if dot:
        digits = len(tail) - len(tail.lstrip("0123456789"))
        text = f"{head}.{tail[:digits][:6].ljust(6, '0')}{tail[digits:]}"
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=dt.timezone.utc)
    return moment.astimezone(dt.timezone.utc)
