"""Many images as one layer: a VRT over their files, the first one on top."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, osr

from copernicus_plugin.layers.raster_source import open_raster
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason


def build_mosaic(paths: Sequence[str], folder: Path) -> str:
    """Write the VRT into ``folder`` and return its path. Raises ``AccessError``. For a worker, in ``quiet_gdal``.

    Images of other CRSs are brought into the most frequent one by further VRTs. Where a file names no number for
    missing data, 0 is taken.
    """
    name = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:16]
    file = folder / "mosaics" / f"{name}.vrt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        mosaic = _combine(paths, file)
        complete = mosaic is not None and mosaic.RasterCount > 0
        if complete:
            mosaic.FlushCache()
        del mosaic
    except (OSError, RuntimeError) as error:
        raise AccessError(ErrorKind.STORAGE_FAULT, Reason.NOT_WRITABLE, {"folder": str(file.parent)}) from error
    if not complete:
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": paths[0], "host": ""})
    return str(file)


def _combine(paths: Sequence[str], file: Path) -> Any:
    datasets = [open_raster(path) for path in paths]
    projections = [dataset.GetProjection() for dataset in datasets]
    common = Counter(projections).most_common(1)[0][0]
    nodata = datasets[0].GetRasterBand(1).GetNoDataValue()
    nodata = 0 if nodata is None else nodata
    aligned = [
        path if _same(projection, common) else _warp(path, common, nodata, file.with_name(f"{file.stem}_{index}.vrt"))
        for index, (path, projection) in enumerate(zip(paths, projections))
    ]
    # GDAL draws in the order of the list, so the first product comes last.
    options = gdal.BuildVRTOptions(resolution="highest", srcNodata=nodata, VRTNodata=nodata)
    return gdal.BuildVRT(str(file), aligned[::-1], options=options)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = osr.SpatialReference(), osr.SpatialReference()
    return bool(first.ImportFromWkt(one) == 0 and second.ImportFromWkt(other) == 0 and first.IsSame(second))


def _warp(path: str, projection: str, nodata: float, file: Path) -> str:
    options = gdal.WarpOptions(
        format="VRT", dstSRS=projection, srcNodata=nodata, dstNodata=nodata, resampleAlg="bilinear", multithread=False
    )
    warped = gdal.Warp(os.fspath(file), path, options=options)
    if warped is None:
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.CORRUPT_FILE, {"file": path, "host": ""})
    warped.FlushCache()
    return os.fspath(file)
