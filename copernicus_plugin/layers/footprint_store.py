"""The data of a footprint layer: a memory layer while products arrive, a GeoPackage when they have."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, QTimeZone

from copernicus_plugin.layers.naming import platform_of, tile_of, title_of_parts
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.geometry_wkb import polygons_to_wkb
from copernicus_plugin.model.product import Product

TABLE = "footprints"
SHOWN = "shown"
"""Field of the memory layer alone: whether the list shows the product. Must stay the last one."""

# In the address, since the types' enums differ between Qt 5 and Qt 6.
_FIELDS = (
    ("id", "string(0,0)"),
    ("title", "string(0,0)"),
    ("access_point", "string(0,0)"),
    ("collection", "string(0,0)"),
    ("platform", "string(0,0)"),
    ("datetime", "datetime"),
    ("cloud_cover", "double"),
    ("coverage", "double"),
    ("size", "int8"),
    ("tile", "string(0,0)"),
    ("orbit", "integer"),
    ("online", "boolean"),
    (SHOWN, "boolean"),
)

# The order and the storage extension's words for what must be fetched from an archive first.
_NOT_ONLINE = {"orderable", "ordered", "pending", "offline", "archive", "glacier"}


def memory_layer(name: str) -> QgsVectorLayer:
    """An empty layer with our fields: MultiPolygon, EPSG:4326, indexed."""
    fields = "".join(f"&field={field}:{kind}" for field, kind in _FIELDS)
    return QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326{fields}&index=yes", name, "memory")


def feature_of(product: Product, collection: Collection, fields: QgsFields) -> QgsFeature:
    """One product as a feature of ``memory_layer``; without a geometry where the catalogue gave none."""
    feature = QgsFeature(fields)
    wkb = product.footprint or _box(product)
    if wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        feature.setGeometry(geometry)
    properties = product.properties
    coverage = product.coverage
    moment, platform, tile = product.acquired, platform_of(product), tile_of(product)
    date = moment.date().isoformat() if moment is not None and not collection.timeless else ""
    orbit = properties.get("sat:relative_orbit")
    feature.setAttributes(
        [
            product.id,
            title_of_parts(product, platform, collection.level, date, tile),
            product.access_point,
            product.collection,
            platform,
            _qt_moment(moment),
            _or_null(product.cloud_cover),
            NULL if coverage is None else round(100 * coverage, 1),
            _or_null(product.size),
            tile,
            orbit if isinstance(orbit, int) else NULL,
            properties.get("order:status") not in _NOT_ONLINE and properties.get("storage:tier") not in _NOT_ONLINE,
            True,
        ]
    )
    return feature


def for_geopackage(feature: QgsFeature) -> QgsFeature:
    """The same for the layer that ``write_geopackage`` made: an id of SQLite's own first, and no ``shown``."""
    moved = QgsFeature()
    moved.setGeometry(feature.geometry())
    moved.setAttributes([NULL, *feature.attributes()[:-1]])
    return moved


def write_geopackage(
    source: QgsVectorLayerFeatureSource, fields: QgsFields, crs: QgsCoordinateReferenceSystem, file: Path
) -> None:
    """Write all features, in the order of their ids, to ``file``. For a worker thread.

    ``crs`` comes from the main thread: one made here would end with the thread, in QGIS's cache too.

    Raises ``AccessError(STORAGE_FAULT)``; nothing is left then.
    """
    part = file.with_name(f"{file.stem}.part.gpkg")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(source, fields, crs, part)
        os.replace(part, file)
    except OSError as error:
        remove_file(part)
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"file": str(file)}) from error


def _write(
    source: QgsVectorLayerFeatureSource, fields: QgsFields, crs: QgsCoordinateReferenceSystem, part: Path
) -> None:
    kept = QgsFields(fields)
    kept.remove(kept.indexOf(SHOWN))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = TABLE
    writer = QgsVectorFileWriter.create(
        str(part),
        kept,
        QgsWkbTypes.Type.MultiPolygon,
        crs,
        QgsCoordinateTransformContext(),
        options,
    )
    if writer.hasError():
        raise OSError(writer.errorMessage())
    features = source.getFeatures(QgsFeatureRequest())
    written = writer.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
    message = writer.errorMessage()
    # The file is complete only when the writer is gone.
    del writer
    if not written or message:
        raise OSError(message or str(part))


def remove_file(file: Path) -> None:
    """Remove a GeoPackage and what SQLite put beside it; what is in use or gone already stays as it is."""
    for name in (file, Path(f"{file}-wal"), Path(f"{file}-shm"), Path(f"{file}-journal")):
        if name.exists():
            _try_to_remove(name)


def _try_to_remove(file: Path) -> bool:
    try:
        file.unlink()
    except OSError:
        return False
    return True


def _box(product: Product) -> bytes:
    if product.bbox is None:
        return b""
    west, south, east, north = product.bbox
    parts = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
    return polygons_to_wkb(
        [[[(w, south), (e, south), (e, north), (w, north), (w, south)]] for w, e in parts],
    )


def _qt_moment(moment: dt.datetime | None) -> object:
    if moment is None:
        return NULL
    return QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000), QTimeZone.utc())


def _or_null(value: float | None) -> object:
    return NULL if value is None else value
