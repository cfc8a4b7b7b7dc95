"""The one variable of a netCDF file that is shown, laid on the map by the coordinates that the file holds itself.

Sentinel-5P level 2 (Product User Manuals, group ``PRODUCT``): swaths with latitude and longitude of each pixel, which
GDAL's netCDF driver tells as geolocation arrays. Files whose coordinates lie in another file are no map.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from copernicus_plugin.layers.naming import safe_file_name
from copernicus_plugin.layers.raster_source import has_place, open_raster
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Product

_VARIABLE = re.compile(r":/?(?:\w+/)*(\w+)$")
_COORDINATES = re.compile(r"^(latitude|longitude|lat|lon)(_\w+)?$", re.IGNORECASE)
_SHOWN = {
    "sentinel-5p-l2-no2": ("nitrogendioxide_tropospheric_column",),
    "sentinel-5p-l2-o3": ("ozone_total_vertical_column",),
    "sentinel-5p-l2-co": ("carbonmonoxide_total_column_corrected", "carbonmonoxide_total_column"),
    "sentinel-5p-l2-ch4": ("methane_mixing_ratio_bias_corrected", "methane_mixing_ratio"),
    "sentinel-5p-l2-hcho": ("formaldehyde_tropospheric_vertical_column",),
    "sentinel-5p-l2-so2": ("sulfurdioxide_total_vertical_column",),
    "sentinel-5p-l2-aer-ai": ("aerosol_index_354_388", "aerosol_index_340_380"),
    "sentinel-5p-l2-aer-lh": ("aerosol_mid_height",),
    "sentinel-5p-l2-cloud": ("cloud_fraction",),
}
"""Names of variables by collection, the first that is there."""


_FINEST, _COARSEST = 0.01, 0.5
"""degrees"""
_LARGEST = 360.0
"""degrees; what is beyond is filling"""


def is_netcdf(path: str) -> bool:
    return path.lower().endswith(".nc")


def variable_of(path: str, product: Product, key: str) -> tuple[str, str]:
    """What GDAL opens for the file's shown variable, and its name. For a worker, in ``quiet_gdal``.

    Raises ``AccessError``: ``NO_ASSET`` where no variable has a place on the map.
    """
    by_name = dict(_variables(path))
    wanted = [*_SHOWN.get(product.collection, ()), key]
    names = [name for name in wanted if name in by_name] or list(by_name)
    for name in names:
        dataset = open_raster(by_name[name])
        if dataset.GetMetadata("GEOLOCATION") or has_place(dataset):
            return by_name[name], name
    raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})


def lay_out(path: str, name: str, product: Product, folder: Path) -> str:
    """``path`` itself, or a VRT in EPSG:4326 for a swath. Raises ``AccessError``. For a worker."""
    dataset = open_raster(path)
    if not dataset.GetMetadata("GEOLOCATION"):
        return path
    file = folder / "bands" / f"{safe_file_name(f'{product.access_point}_{product.id}_{name}')}_swath.vrt"
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        bounds, pixel = _extent(dataset.GetMetadata("GEOLOCATION"))
        options = gdal.WarpOptions(
            format="VRT",
            dstSRS="EPSG:4326",
            geoloc=True,
            srcNodata=nodata,
            dstNodata=nodata,
            resampleAlg="near",
            outputBounds=bounds,
            xRes=pixel,
            yRes=pixel,
        )
        warped = gdal.Warp(str(file), dataset, options=options)
        if warped is None:
            raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
        warped.GetRasterBand(1).SetDescription(name)
        warped.FlushCache()
        del warped
    except (OSError, RuntimeError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(file.parent)}) from error
    return os.fspath(file)


def _extent(geolocation: Mapping[str, str]) -> tuple[tuple[float, float, float, float], float]:
    """West, south, east, north and the size of a pixel, in degrees.

    GDAL's own guess makes pixels of some degrees where a swath crosses the antimeridian, as each whole orbit does.
    """
    longitudes, latitudes = (_array(geolocation[name]) for name in ("X_DATASET", "Y_DATASET"))
    east_west = np.abs(np.diff(longitudes, axis=1))
    steps: list[float] = [np.nanmedian(np.hypot(np.minimum(east_west, 360 - east_west), np.diff(latitudes, axis=1)))]
    steps.append(np.nanmedian(np.abs(np.diff(latitudes, axis=0))))
    pixel = float(min(max(min(steps), _FINEST), _COARSEST))
    west, east = float(np.nanmin(longitudes)), float(np.nanmax(longitudes))
    if east - west > 180:
        west, east = -180.0, 180.0
    south, north = float(np.nanmin(latitudes)), float(np.nanmax(latitudes))
    return (
        max(west - pixel, -180.0),
        max(south - pixel, -90.0),
        min(east + pixel, 180.0),
        min(north + pixel, 90.0),
    ), pixel


def _array(path: str) -> Any:
    dataset = open_raster(path)
    band = dataset.GetRasterBand(1)
    values = np.asarray(band.ReadAsArray(), dtype="float64")
    values[np.abs(values) > _LARGEST] = np.nan
    return values


def _variables(path: str) -> Iterator[tuple[str, str]]:
    """Name and GDAL's path of what may be shown."""
    dataset = _open(path)
    if dataset is None:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.CORRUPT_FILE, {"file": path})
    inner = dataset.GetSubDatasets()
    if not inner and dataset.RasterCount:
        yield "", path
    for address, _ in inner:
        found = _VARIABLE.search(address)
        if found and not _COORDINATES.match(found.group(1)):
            yield found.group(1), address


def _open(path: str) -> Any:
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER)
    except RuntimeError:
        # Another plugin may have called gdal.UseExceptions(), which counts for the whole process.
        return None
