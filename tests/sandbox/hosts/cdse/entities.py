"""Products in the words of OData, key by key as they were recorded."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Collection
from typing import Any

import shapely.geometry

from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.hosts.cdse.filters import type_of

Entity = dict[str, Any]
EXPANSIONS = ("Attributes", "Assets", "Locations")
SELECTABLE = (
    "Id", "Name", "ContentType", "ContentLength", "OriginDate", "PublicationDate", "ModificationDate", "Online",
    "EvictionDate", "S3Path", "Checksum", "ContentDate", "Footprint", "GeoFootprint",
)  # fmt: skip
Md5 = Callable[[CdseProduct], str]


def stamp(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z"


def _coordinates(product: CdseProduct) -> str:
    rings = [f"(({', '.join(f'{x} {y}' for x, y in ring)}))"
             for ring in product.rings]  # fmt: skip
    return f"POLYGON {rings[0]}" if len(rings) == 1 else f"MULTIPOLYGON ({', '.join(rings)})"


def checksums(product: CdseProduct, md5: Md5) -> list[Entity]:
    """True for a single file and for the real product. A zip that is packed on request has that of an archive which
    nobody gets, as is reported of the real service; archives that are kept have none, so that a search need not make
    them. The BLAKE3 is made up."""
    if product.static and product.folder and not product.length:
        return []
    date = stamp(product.published)
    true = product.static and bool(product.files)
    first = md5(product) if true else hashlib.sha256(f"md5|{product.uuid}".encode()).hexdigest()[:32]
    second = hashlib.sha256(f"blake3|{product.uuid}".encode()).hexdigest()
    return [{"Value": first, "Algorithm": "MD5", "ChecksumDate": date},
            {"Value": second, "Algorithm": "BLAKE3", "ChecksumDate": date}]  # fmt: skip


def attributes(product: CdseProduct) -> list[Entity]:
    return [
        {
            "@odata.type": f"#OData.CSC.{type_of(value)}Attribute",
            "Name": name,
            "Value": stamp(value) if isinstance(value, datetime.datetime) else value,
            "ValueType": type_of(value),
        }
        for name, value in product.attributes.items()
    ]


class Writer:
    """For one pair of hosts: they are named in links."""

    def __init__(self, catalogue: str, download: str, md5: Md5) -> None:
        self._catalogue, self._download, self._md5 = catalogue, download, md5

    def entity(self, product: CdseProduct, expand: Collection[str] = (), select: Collection[str] = ()) -> Entity:
        entity = dict(product.recorded) if product.recorded else self._made(product)
        expanded = {
            "Attributes": entity.pop("Attributes", None) or attributes(product),
            "Assets": self._assets(product),
            "Locations": self._locations(product, entity),
        }
        if select:
            entity = {name: value for name, value in entity.items() if name in select or name.startswith("@")}
        return {**entity, **{name: expanded[name] for name in EXPANSIONS if name in expand}}

    def _made(self, product: CdseProduct) -> Entity:
        entity = {
            "@odata.mediaContentType": "application/octet-stream",
            "Id": product.uuid,
            "Name": product.name,
            "ContentType": "application/octet-stream",
            "ContentLength": product.content_length,
            "OriginDate": stamp(product.origin),
            "PublicationDate": stamp(product.published),
            "ModificationDate": stamp(product.published),
            "Online": product.online,
            "EvictionDate": "9999-12-31T23:59:59.999999Z",
            "S3Path": product.s3_path,
            "Checksum": checksums(product, self._md5),
            "ContentDate": {"Start": stamp(product.start), "End": stamp(product.end)},
            "Footprint": f"geography'SRID=4326;{_coordinates(product)}'" if product.rings else None,
            "GeoFootprint": shapely.geometry.mapping(product.geometry) if product.rings else None,
        }
        if product.deleted:
            entity["DeletionDate"] = stamp(product.deleted.date)
            entity["DeletionCause"] = product.deleted.cause
        return entity

    def _assets(self, product: CdseProduct) -> list[Entity]:
        if product.quicklook is None:
            return []
        link = f"https://{self._catalogue}/odata/v1/Assets({product.quicklook.uuid})/$value"
        return [{"Type": "QUICKLOOK", "Id": product.quicklook.uuid, "DownloadLink": link, "S3Path": product.s3_path}]

    def _locations(self, product: CdseProduct, entity: Entity) -> list[Entity]:
        if not product.online:
            return []
        return [
            {
                "FormatType": "Extracted" if product.folder else "Compressed",
                "DownloadLink": f"https://{self._download}/odata/v1/Products({product.uuid})/$value",
                "ContentLength": product.content_length,
                "Checksum": entity.get("Checksum", []),
                "S3Path": product.s3_path,
            }
        ]
