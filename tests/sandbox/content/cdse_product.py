"""A product of the Data Space as all its services know it: OData, STAC, S3, downloads."""

from __future__ import annotations

import datetime
import functools
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.sandbox.content.grid import Ring

Value = Any
"""str, int, float, bool or datetime: its Python type is the attribute's OData type."""
MADE = 46 + 30
_END_OF_ZIP = 22


def uuid_of(*words: str) -> str:
    """The same for the same words."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "|".join(words)))


@dataclass(frozen=True)
class CdseFile:
    """``path``: within the product's folder, "GRANULE/…/T29UNU_20221005T115411_B02_10m.jp2"; of a product that is a
    single file its name. ``size`` is exact, although the file is only made when it is asked for."""

    path: str
    size: int
    media_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Quicklook:
    """``path`` is that of a file of the product; of none of them for a product without a folder."""

    uuid: str
    path: str
    media_type: str = "image/jpeg"


@dataclass(frozen=True)
class Deletion:
    date: datetime.datetime
    cause: str


@dataclass(frozen=True, eq=False)
class CdseProduct:
    name: str
    """With its ending: .SAFE, .SEN3, .nc … ."""
    collection: str
    """OData's: SENTINEL-2."""
    product_type: str
    start: datetime.datetime
    end: datetime.datetime
    rings: tuple[Ring, ...]
    """Closed, in degrees, longitude first; several where the outline crosses ±180; empty without a footprint."""
    s3_path: str
    """ "/eodata/Sentinel-2/MSI/L2A/2022/10/05/….SAFE"."""
    origin: datetime.datetime
    published: datetime.datetime
    attributes: Mapping[str, Value] = field(default_factory=dict)
    """productType is among them."""
    files: tuple[CdseFile, ...] = ()
    folder: bool = True
    """False: the product is its one file."""
    online: bool = True
    static: bool = False
    """Kept as one file by the server: with ranges and an ETag; others are packed when they are asked for."""
    streamed: bool = False
    """Packed while it is sent: without a length."""
    restricted: bool = False
    """Only for those who were found eligible (contributing missions)."""
    quicklook: Quicklook | None = None
    deleted: Deletion | None = None
    source: Any = None
    """What its pictures are made from: an ``Acquisition``, or whatever its maker needs."""
    recorded: Mapping[str, Any] | None = None
    """The recorded OData entity, answered as it was; its files are not served."""
    length: int = 0
    """Of a stored archive whose size does not follow from ``files``."""
    uuid: str = ""

    def __post_init__(self) -> None:
        if not self.uuid:
            object.__setattr__(self, "uuid", uuid_of("product", self.name))

    @property
    def id(self) -> str:
        """The Data Space's STAC id: the name without its ending."""
        for ending in (".SAFE", ".SEN3", ".SEN6", ".zip", ".nc"):
            if self.name.endswith(ending):
                return self.name[: -len(ending)]
        return self.name

    @functools.cached_property
    def content_length(self) -> int:
        """Of what a download of the whole product gives: the file itself, or the zip of the folder (stored, not
        deflated, so that its size is known beforehand)."""
        if self.length:
            return self.length
        if not self.folder:
            return self.files[0].size if self.files else 0
        names = [f"{self.name}/{one.path}".encode() for one in self.files]
        return sum(MADE + 2 * len(name) for name in names) + sum(one.size for one in self.files) + _END_OF_ZIP

    @property
    def s3_prefix(self) -> str:
        """The key in the bucket ``eodata``, without a slash at its end."""
        return self.s3_path[len("/eodata/") :]

    def s3_key(self, file: CdseFile) -> str:
        return f"{self.s3_prefix}/{file.path}" if self.folder else self.s3_prefix

    def node_path(self, file: CdseFile) -> list[str]:
        """What goes into Nodes(…)/Nodes(…)."""
        return [self.name, *file.path.split("/")] if self.folder else [self.name]

    @functools.cached_property
    def by_path(self) -> dict[str, CdseFile]:
        return {one.path: one for one in self.files}

    @functools.cached_property
    def geometry(self) -> Any:
        """shapely; None without a footprint."""
        import shapely.geometry

        if not self.rings:
            return None
        polygons = [shapely.geometry.Polygon(ring) for ring in self.rings]
        return polygons[0] if len(polygons) == 1 else shapely.geometry.MultiPolygon(polygons)
