"""Lays the quicklook of a product on the map, where its data lie."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import Any, Protocol

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.translation import tr
from copernicus_plugin.layers.layer_group import add_to_group
from copernicus_plugin.layers.naming import layer_name
from copernicus_plugin.layers.workers import start_daemon
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Product

PRODUCT_PROPERTY = "copernicus/quicklook_of"


class _Thumbnails(Protocol):
    ready: Any
    missed: Any

    def request(self, href: str) -> None: ...

    def cached(self, href: str) -> QImage | None: ...


@dataclass(frozen=True)
class Placement:
    """Where an image lies: CRS as ``EPSG:…``, west, north, east and south in its units."""

    crs: str
    west: float
    north: float
    east: float
    south: float


def placement_of(product: Product) -> Placement | None:
    """The extent of the data in their own CRS (STAC ``proj:transform``, ``proj:shape``), else the bounding box.

    Quicklooks of satellite tiles are pictures of the whole raster, so they fit its extent and not the footprint's
    box. ``None`` where neither is known, or the box crosses the antimeridian.
    """
    for asset in product.assets.values():
        transform: Any = asset.properties.get("proj:transform")
        shape: Any = asset.properties.get("proj:shape")
        crs = _crs(asset.properties) or _crs(product.properties)
        if crs and _numbers(transform, 6) and _numbers(shape, 2) and not transform[1] and not transform[3]:
            width, height = shape[1] * transform[0], shape[0] * transform[4]
            return Placement(crs, transform[2], transform[5], transform[2] + width, transform[5] + height)
    if product.bbox is None or product.bbox[0] >= product.bbox[2]:
        return None
    west, south, east, north = product.bbox
    return Placement("EPSG:4326", west, north, east, south)


def _crs(properties: Any) -> str:
    code, epsg = properties.get("proj:code"), properties.get("proj:epsg")
    if isinstance(code, str) and code.startswith("EPSG:"):
        return code
    return f"EPSG:{epsg}" if isinstance(epsg, int) else ""


def _numbers(value: Any, least: int) -> bool:
    return isinstance(value, (list, tuple)) and len(value) >= least and all(isinstance(v, (int, float)) for v in value)


def write_geotiff(image: QImage, place: Placement, path: str) -> None:
    """Write the picture with its place; black is transparent, for swath edges are black. Raises ``OSError``."""
    from osgeo import gdal, osr

    picture = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height, stride = picture.width(), picture.height(), picture.bytesPerLine()
    raw = picture.constBits().asstring(stride * height)
    dataset = gdal.GetDriverByName("GTiff").Create(path, width, height, 3, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
    if dataset is None:
        raise OSError(f"cannot write {path}")
    reference = osr.SpatialReference()
    reference.SetFromUserInput(place.crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform(
        (place.west, (place.east - place.west) / width, 0, place.north, 0, (place.south - place.north) / height)
    )
    for band in range(3):
        rows = b"".join(raw[row * stride + band : row * stride + width * 3 : 3] for row in range(height))
        dataset.GetRasterBand(band + 1).WriteRaster(0, 0, width, height, rows)
        dataset.GetRasterBand(band + 1).SetNoDataValue(0)
    dataset.FlushCache()


class QuicklookDraper(QObject):
    """``failed`` (product, ``AccessError``) when there is no quicklook, or no place for it."""

    failed = pyqtSignal(object, object)

    def __init__(self, thumbnails: _Thumbnails, folder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._folder = folder
        self._waiting: dict[str, Product] = {}
        self._project = object()
        """a mark that is another one for each project"""
        self._mailbox = Mailbox(self)
        thumbnails.ready.connect(self._picture_ready)
        thumbnails.missed.connect(self._picture_missed)
        QgsProject.instance().cleared.connect(self.cancel_all)

    def cancel_all(self) -> None:
        """What is on its way belonged to the project that was closed."""
        self._waiting.clear()
        self._project = object()

    def close(self) -> None:
        """Nothing is laid on the map any more."""
        self.cancel_all()
        self._mailbox.close()
        QgsProject.instance().cleared.disconnect(self.cancel_all)

    def drape(self, product: Product) -> None:
        """Fetch the quicklook if it is not there yet, and lay it on the map; twice takes it off again."""
        existing = self._layer_of(product)
        if existing is not None:
            QgsProject.instance().removeMapLayer(existing.id())
            return
        if not product.thumbnail_href or placement_of(product) is None:
            self.failed.emit(product, AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id}))
            return
        self._waiting[product.thumbnail_href] = product
        picture = self._thumbnails.cached(product.thumbnail_href)
        if picture is not None:
            self._picture_ready(product.thumbnail_href, picture)
        else:
            self._thumbnails.request(product.thumbnail_href)

    def _picture_ready(self, href: str, picture: QImage) -> None:
        product = self._waiting.pop(href, None)
        place = placement_of(product) if product is not None else None
        if product is None or place is None:
            return
        name = hashlib.sha256("/".join(product.key).encode()).hexdigest()[:24]
        path = os.path.join(self._folder, f"quicklook_{name}.tif")
        mailbox, project = self._mailbox, self._project

        def work() -> None:
            try:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                write_geotiff(picture, place, path)
            except (OSError, RuntimeError):
                error = AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"file": path})
                mailbox.post(lambda: self.failed.emit(product, error))
                return
            mailbox.post(lambda: self._add(product, path, project))

        start_daemon("copernicus quicklook", work)

    def _picture_missed(self, href: str) -> None:
        product = self._waiting.pop(href, None)
        if product is not None:
            self.failed.emit(product, AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id}))

    def _add(self, product: Product, path: str, project: object) -> None:
        if project is not self._project:
            return
        layer = QgsRasterLayer(
            path, tr("{product} · quicklook").format(product=layer_name(product, None, None)), "gdal"
        )
        if not layer.isValid():
            self.failed.emit(product, AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": path}))
            return
        layer.setCustomProperty(PRODUCT_PROPERTY, "/".join(product.key))
        add_to_group(layer)

    def _layer_of(self, product: Product) -> Any:
        wanted = "/".join(product.key)
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(PRODUCT_PROPERTY) == wanted:
                return layer
        return None
