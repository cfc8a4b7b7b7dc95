"""Small Cloud Optimized GeoTIFFs of known colours."""

from __future__ import annotations

import numpy as np
from osgeo import gdal, osr

WEST, NORTH = 500000, 5900040
SIZE = 600
"""metres of a side: west 500000, north 5900040, EPSG:32629"""


def write_cog(path, arrays, nodata=None, kind=gdal.GDT_UInt16, epsg=32629, west=WEST, north=NORTH, metres=SIZE):
    height, width = arrays[0].shape
    memory = gdal.GetDriverByName("MEM").Create("", width, height, len(arrays), kind)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    memory.SetProjection(reference.ExportToWkt())
    memory.SetGeoTransform((west, metres / width, 0, north, 0, -metres / height))
    for index, array in enumerate(arrays):
        band = memory.GetRasterBand(index + 1)
        band.WriteArray(array)
        if nodata is not None:
            band.SetNoDataValue(nodata)
    gdal.GetDriverByName("COG").CreateCopy(str(path), memory, options=["COMPRESS=DEFLATE", "BLOCKSIZE=128"])
    return path


def flat(value, size=60, left=None):
    """One number everywhere, or another one in the left half."""
    array = np.full((size, size), value)
    if left is not None:
        array[:, : size // 2] = left
    return array


def write_scene(folder):
    """A picture (left half black), bands (left half without data; blue at 20 m), classes, and a ramp of heights."""
    write_cog(folder / "TCI.tif", [flat(200, left=0), flat(100, left=0), flat(50, left=0)], kind=gdal.GDT_Byte)
    write_cog(folder / "B04.tif", [flat(2550, left=0)], nodata=0)
    write_cog(folder / "B03.tif", [flat(1270, left=0)], nodata=0)
    write_cog(folder / "B02.tif", [flat(0 + 10, size=30, left=0)], nodata=0)
    write_cog(folder / "SCL.tif", [flat(4, size=30, left=6)], nodata=0, kind=gdal.GDT_Byte)
    heights = np.tile(np.linspace(0, 1000, 60), (60, 1))
    write_cog(folder / "DEM.tif", [heights], kind=gdal.GDT_Float32, epsg=4326, west=-9, north=53, metres=1)
