"""The few things that are asked of GDAL. Imported in the sandbox's own process only, so unit tests need no osgeo."""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
Transform = tuple[float, float, float, float, float, float]
Array = Any
_TYPES = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}


def _memory(bands: Sequence[Array], transform: Transform, epsg: int, nodata: float | None, photometric: bool) -> Any:
    rows, columns = bands[0].shape
    dataset = gdal.GetDriverByName("MEM").Create("", columns, rows, len(bands), _TYPES[str(bands[0].dtype)])
    dataset.SetGeoTransform(transform)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset.SetProjection(reference.ExportToWkt())
    colours = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_Undefined)
    for number, values in enumerate(bands, 1):
        band = dataset.GetRasterBand(number)
        band.WriteArray(values)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if photometric:
            band.SetColorInterpretation(colours[number - 1])
    return dataset


def write_cog(
    path: Path,
    bands: Sequence[Array],
    transform: Transform,
    epsg: int,
    nodata: float | None,
    resampling: str = "AVERAGE",
) -> None:
    """A cloud-optimised GeoTIFF, put in place at once when it is whole."""
    dataset = _memory(bands, transform, epsg, nodata, photometric=len(bands) >= 3)
    unfinished = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    options = ["COMPRESS=DEFLATE", "LEVEL=1", "PREDICTOR=YES", "BLOCKSIZE=512", f"OVERVIEW_RESAMPLING={resampling}"]
    gdal.GetDriverByName("COG").CreateCopy(str(unfinished), dataset, options=options).FlushCache()
    os.replace(unfinished, path)


def encode_picture(bands: Sequence[Array], kind: str) -> bytes:
    """JPEG or PNG."""
    dataset = _memory(bands, (0, 1, 0, 0, 0, 1), 3857, None, photometric=len(bands) >= 3)
    name = f"/vsimem/{uuid.uuid4().hex}"
    gdal.GetDriverByName(kind).CreateCopy(name, dataset)
    size = gdal.VSIStatL(name).size
    handle = gdal.VSIFOpenL(name, "rb")
    try:
        return bytes(gdal.VSIFReadL(1, size, handle))
    finally:
        gdal.VSIFCloseL(handle)
        gdal.Unlink(name)


def rasterise(rings: Sequence[Sequence[tuple[float, float]]], transform: Transform, columns: int, rows: int) -> Array:
    """1 within the rings, 0 outside, as uint8."""
    target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    target.SetGeoTransform(transform)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("rings", srs=target.GetSpatialRef())
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring:
            line.AddPoint_2D(float(x), float(y))
        polygon = ogr.Geometry(ogr.wkbPolygon)
        polygon.AddGeometry(line)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    gdal.RasterizeLayer(target, [1], layer, burn_values=[1])
    gdal.PopErrorHandler()
    return target.ReadAsArray()


def read_array(path: str, columns: int, rows: int, nearest: bool) -> Array:
    """All bands of a file, resampled: (band, row, column), or (row, column) of a single one."""
    dataset = gdal.Open(path)
    method = gdal.GRIORA_NearestNeighbour if nearest else gdal.GRIORA_Average
    return dataset.ReadAsArray(buf_xsize=columns, buf_ysize=rows, resample_alg=method)
