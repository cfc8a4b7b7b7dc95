"""Images in memory: JPEG 2000, GeoTIFF, netCDF."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from osgeo import gdal, osr

from tests.sandbox.rasters.gdal import Transform, _memory

Array = Any
_LOSSLESS = ("REVERSIBLE=YES", "QUALITY=100")


@contextmanager
def in_memory(ending: str) -> Iterator[str]:
    name = f"/vsimem/{uuid.uuid4().hex}{ending}"
    try:
        yield name
    finally:
        gdal.Unlink(name)


def bytes_of(name: str) -> bytes:
    size = gdal.VSIStatL(name).size
    handle = gdal.VSIFOpenL(name, "rb")
    try:
        return bytes(gdal.VSIFReadL(1, size, handle))
    finally:
        gdal.VSIFCloseL(handle)


def jpeg_2000(bands: Sequence[Array], transform: Transform, epsg: int, most: int) -> bytes:
    """Without loss where ``most`` bytes are enough for that."""
    data = _jpeg_2000(bands, transform, epsg, _LOSSLESS)
    raw = sum(band.nbytes for band in bands)
    for share in (0.9, 0.7, 0.4):
        if len(data) <= most - 64:
            break
        quality = f"QUALITY={100 * share * (most - 4096) / raw:.2f}"
        data = _jpeg_2000(bands, transform, epsg, ("REVERSIBLE=NO", quality))
    return data


def _jpeg_2000(bands: Sequence[Array], transform: Transform, epsg: int, options: Sequence[str]) -> bytes:
    dataset = _memory(bands, transform, epsg, None, photometric=len(bands) == 3)
    with in_memory(".jp2") as name:
        gdal.GetDriverByName("JP2OpenJPEG").CreateCopy(name, dataset, options=list(options)).FlushCache()
        return bytes_of(name)


def geotiff(bands: Sequence[Array], transform: Transform, epsg: int, nodata: float | None) -> bytes:
    """A cloud-optimised one."""
    dataset = _memory(bands, transform, epsg, nodata, photometric=False)
    with in_memory(".tif") as name:
        options = ["COMPRESS=DEFLATE", "PREDICTOR=YES", "BLOCKSIZE=256"]
        gdal.GetDriverByName("COG").CreateCopy(name, dataset, options=options).FlushCache()
        return bytes_of(name)


def radar_tiff(values: Array, points: Sequence[tuple[float, float, float, float]]) -> bytes:
    """In the satellite's own geometry; ``points``: column, row, longitude, latitude."""
    rows, columns = values.shape
    kind = gdal.GDT_CInt16 if np.iscomplexobj(values) else gdal.GDT_UInt16
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    with in_memory(".tiff") as name:
        dataset = gdal.GetDriverByName("GTiff").Create(name, columns, rows, 1, kind)
        dataset.GetRasterBand(1).WriteArray(values)
        dataset.SetGCPs([gdal.GCP(x, y, 0, column, row) for column, row, x, y in points], degrees.ExportToWkt())
        dataset.FlushCache()
        dataset = None
        return bytes_of(name)


def padded(data: bytes, size: int, ending: str) -> bytes:
    """As long as was promised, by what every reader passes over."""
    room = size - len(data)
    if room < 0:
        raise ValueError(f"{len(data)} bytes made, {size} promised")
    if ending == ".jp2" and room >= 8:
        return data + room.to_bytes(4, "big") + b"free" + bytes(room - 8)
    return data + (b" " if ending in (".xml", ".safe", ".json", ".DIM") else b"\0") * room
