"""Where a layer comes from: custom properties for us, QGIS layer metadata and attribution for everyone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from qgis.core import (
    Qgis,
    QgsAbstractMetadataBase,
    QgsBox3d,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsLayerMetadata,
    QgsMapLayer,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDateTime, QTimeZone

from copernicus_plugin.host.compat import set_attribution
from copernicus_plugin.host.translation import tr_data
from copernicus_plugin.model.access_point import AccessPoint
from copernicus_plugin.model.collection import BandPreset, Collection
from copernicus_plugin.model.product import Product, parse_datetime

ACCESS_POINT = "copernicus/access_point"
PRODUCT = "copernicus/product"
ASSET = "copernicus/asset"
COLLECTION = "copernicus/collection"
PRESET = "copernicus/preset"
STREAMED = "copernicus/streamed"
ACCOUNT = "copernicus/account"
"""Ids of the access points whose accounts a streamed layer needs, with commas between them."""
MOSAIC = "copernicus/mosaic"
"""Of a mosaic: access point, collection and id of each product, with ``/`` between them, on lines of their own."""


def attribution_of(product: Product, collection: Collection | None, access_point: AccessPoint | None) -> str:
    """The sentence that the licence asks for, with the year of the data."""
    text = tr_data(collection.attribution) if collection is not None else ""
    if not text and access_point is not None:
        text = tr_data(access_point.attribution)
    moment = product.acquired or dt.datetime.now(dt.timezone.utc)
    return text.replace("{year}", str(moment.year))


def mark(
    layer: QgsMapLayer, product: Product, asset_keys: tuple[str, ...], preset: BandPreset | None, streamed: bool
) -> None:
    """Custom properties that find the layer of a product again, also in a reopened project."""
    layer.setCustomProperty(ACCESS_POINT, product.access_point)
    layer.setCustomProperty(PRODUCT, product.id)
    layer.setCustomProperty(COLLECTION, product.collection)
    layer.setCustomProperty(ASSET, ",".join(asset_keys))
    layer.setCustomProperty(PRESET, preset.id if preset is not None else "")
    layer.setCustomProperty(STREAMED, streamed)


def mark_mosaic(layer: QgsMapLayer, products: Sequence[Product]) -> None:
    """Further: all products that the layer is made of."""
    layer.setCustomProperty(MOSAIC, "\n".join("/".join(product.key) for product in products))


def mark_accounts(layer: QgsMapLayer, accounts: Iterable[str]) -> None:
    """Further: whose accounts it needs to be read."""
    layer.setCustomProperty(ACCOUNT, ",".join(sorted(set(accounts))))


def accounts_of(layer: QgsMapLayer) -> tuple[str, ...]:
    """Ids of access points; empty for a layer that needs no account."""
    return tuple(filter(None, str(layer.customProperty(ACCOUNT, "") or "").split(",")))


def is_of(layer: QgsMapLayer, product: Product, preset_id: str = "") -> bool:
    """Whether ``layer`` shows ``product`` (in this preset, if one is named)."""
    key = (
        layer.customProperty(ACCESS_POINT),
        layer.customProperty(COLLECTION),
        layer.customProperty(PRODUCT),
    )
    in_mosaic = "/".join(product.key) in str(layer.customProperty(MOSAIC, "")).split("\n")
    return (key == product.key or in_mosaic) and preset_id in ("", layer.customProperty(PRESET))


def is_streamed(layer: QgsMapLayer) -> bool:
    return bool(layer.customProperty(STREAMED, False))


def describe(
    layer: QgsMapLayer, product: Product, collection: Collection | None, access_point: AccessPoint | None
) -> None:
    """Fill in the layer's metadata and attribution."""
    attribution = attribution_of(product, collection, access_point)
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(product.id)
    metadata.setParentIdentifier(product.collection)
    metadata.setTitle(layer.name())
    metadata.setType("dataset")
    metadata.setLanguage("ENG")
    metadata.setCrs(layer.crs())
    if collection is not None:
        metadata.setAbstract(tr_data(collection.description))
        metadata.setLicenses([collection.licence] if collection.licence else [])
    metadata.setRights([attribution] if attribution else [])
    metadata.setLinks(_links(product, collection, access_point))
    metadata.setExtent(_extent(product))
    if access_point is not None:
        metadata.setHistory([f"{access_point.title} ({access_point.operator})"])
    layer.setMetadata(metadata)
    set_attribution(layer, attribution)


def set_acquisition(layer: QgsRasterLayer, product: Product) -> None:
    """Tell the layer its time; only a user who switches the layer's temporal property on lets it be filtered."""
    span = _span(product)
    if span is None:
        return
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(span)
    temporal.setIsActive(False)


def _span(product: Product) -> QgsDateTimeRange | None:
    start = product.acquired
    if start is None:
        return None
    end = parse_datetime(product.properties.get("end_datetime")) or start
    return QgsDateTimeRange(_moment(start), _moment(max(start, end)))


def _moment(moment: dt.datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000), QTimeZone.utc())


def _extent(product: Product) -> QgsLayerMetadata.Extent:
    extent = QgsLayerMetadata.Extent()
    span = _span(product)
    if span is not None:
        extent.setTemporalExtents([span])
    if product.bbox is not None and product.bbox[0] <= product.bbox[2]:
        spatial = QgsLayerMetadata.SpatialExtent()
        spatial.extentCrs = QgsCoordinateReferenceSystem("EPSG:4326")
        west, south, east, north = product.bbox
        spatial.bounds = QgsBox3d(west, south, 0.0, east, north, 0.0)
        extent.setSpatialExtents([spatial])
    return extent


def _links(
    product: Product, collection: Collection | None, access_point: AccessPoint | None
) -> list[QgsAbstractMetadataBase.Link]:
    addresses = [("STAC item", product.self_href)]
    if collection is not None:
        addresses.append(("Licence", collection.licence_url))
        addresses.append(("DOI", f"https://doi.org/{collection.doi}" if collection.doi else ""))
    if access_point is not None:
        addresses.append((access_point.title, access_point.links.home))
    return [QgsAbstractMetadataBase.Link(name, "WWW:LINK", address) for name, address in addresses if address]
