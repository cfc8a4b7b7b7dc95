"""Bands in files of their own put together as one image: a small VRT file that stays, for saved projects."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal

from copernicus_plugin.layers import sentinel2
from copernicus_plugin.layers.naming import safe_file_name
from copernicus_plugin.layers.raster_source import BandSource, check_all
from copernicus_plugin.model.collection import BandPreset
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product


def combine_bands(sources: Sequence[BandSource], product: Product, preset: BandPreset, folder: Path) -> Path:
    """Write the VRT and return its path; bands of other resolutions are brought to the finest.

    Files of one folder get the VRT beside them, with relative paths, so that the folder can be moved; for all
    others it is written into ``folder``. Raises ``AccessError``. For a worker, in ``raster_source.quiet_gdal``.
    """
    check_all(sources)
    file = _place(sources, product, preset, folder)
    part = file.with_name(f"{file.stem}.part.vrt")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        combined = gdal.BuildVRT(
            str(part),
            [source.path for source in sources],
            options=gdal.BuildVRTOptions(separate=True, resolution="highest", resampleAlg="bilinear"),
        )
        complete = combined is not None and combined.RasterCount == len(sources)
        if complete:
            _name_bands(combined, [band_title(source.asset, product) for source in sources])
            combined.FlushCache()
        del combined
        if not complete:
            part.unlink(missing_ok=True)
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": sources[0].path, "host": ""})
        os.replace(part, file)
    except (OSError, RuntimeError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(file.parent)}) from error
    return file


EXACT = "_exact.vrt"


def wrap(
    path: str, product: Product, preset: BandPreset, titles: Sequence[str], folder: Path, exact: bool = False
) -> str:
    """A VRT over ``path``, all its bands, that opens it only when pixels are wanted. Returns its path.

    A project whose layer needs an account is so read without a request, and its layer is one also while the account
    is locked. With ``exact`` the file's own overviews are left alone: those of JPEG 2000 are wavelets, which make
    classes out of the ones beside them (13 of 4 and 8; measured on a scene classification). Raises ``AccessError``.
    For a worker.
    """
    name = safe_file_name(f"{product.access_point}_{product.id}_{preset.id}")
    file = folder / "bands" / f"{name}{EXACT if exact else '_streamed.vrt'}"
    options = ["-oo", "OVERVIEW_LEVEL=NONE"] if exact else []
    part = file.with_name(f"{file.stem}.part.vrt")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        wrapped = gdal.BuildVRT(str(part), [path], options=gdal.BuildVRTOptions(options=options))
        complete = wrapped is not None and wrapped.RasterCount > 0
        if complete:
            if wrapped.RasterCount == len(titles):
                _name_bands(wrapped, titles)
            wrapped.FlushCache()
        del wrapped
        if not complete:
            part.unlink(missing_ok=True)
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": path, "host": ""})
        os.replace(part, file)
    except (OSError, RuntimeError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(file.parent)}) from error
    return str(file)


def straighten(
    path: str, dataset: Any, product: Product, preset: BandPreset, titles: Sequence[str], folder: Path
) -> str:
    """``path`` itself, or a VRT in EPSG:4326 for an image that is placed by ground control points (Sentinel-1 GRD).

    QGIS would show that one in rows and columns. Raises ``AccessError``. For a worker.
    """
    if not dataset.GetGCPCount() or dataset.GetProjection():
        return path
    name = safe_file_name(f"{product.access_point}_{product.id}_{preset.id}")
    file = folder / "bands" / f"{name}_straight.vrt"
    nodata = dataset.GetRasterBand(1).GetNoDataValue() or 0
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        warped = gdal.Warp(
            str(file),
            dataset,
            options=gdal.WarpOptions(
                format="VRT", dstSRS="EPSG:4326", tps=True, resampleAlg="bilinear", srcNodata=nodata, dstNodata=nodata
            ),
        )
        if warped is None:
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": path, "host": ""})
        if warped.RasterCount == len(titles):
            _name_bands(warped, titles)
        warped.FlushCache()
        del warped
    except (OSError, RuntimeError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(file.parent)}) from error
    return str(file)


def _place(sources: Sequence[BandSource], product: Product, preset: BandPreset, folder: Path) -> Path:
    name = safe_file_name(f"{product.id}_{preset.id}")
    folders = {os.path.dirname(source.path) for source in sources}
    # What is on the web looks like a file in the root folder.
    if len(folders) == 1 and not sources[0].path.startswith("/vsi"):
        beside = Path(folders.pop())
        if beside.is_dir() and os.access(beside, os.W_OK):
            return beside / f"{name}.vrt"
    return folder / "bands" / f"{safe_file_name(product.access_point)}_{name}.vrt"


def band_title(asset: Asset, product: Product) -> str:
    """``B04 red 665 nm``: the mission's name, STAC's, the wavelength; the asset's key where the band has no name."""
    if len(asset.bands) != 1:
        return asset.key
    band = asset.bands[0]
    wavelength = sentinel2.WAVELENGTHS.get(band.name) if product.collection.startswith("sentinel-2") else None
    common = band.common_name if band.common_name.lower() != band.name.lower() else ""
    parts = (band.name, common, f"{wavelength} nm" if wavelength else "")
    return " ".join(filter(None, parts)) or asset.key


def _name_bands(combined: Any, titles: Sequence[str]) -> None:
    for index, title in enumerate(titles):
        combined.GetRasterBand(index + 1).SetDescription(title)
