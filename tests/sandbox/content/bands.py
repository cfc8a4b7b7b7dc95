"""Sentinel-2's bands, as the catalogues describe them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    name: str
    key: str
    """Earth Search's."""
    common_name: str
    gsd: int
    centre: float
    width: float
    title: str
    """Earth Search's."""
    description: str
    """Planetary Computer's."""


BANDS = (
    Band("B01", "coastal", "coastal", 60, 0.443, 0.027, "Coastal - 60m", "Band 1 - Coastal aerosol"),
    Band("B02", "blue", "blue", 10, 0.49, 0.098, "Blue - 10m", "Band 2 - Blue"),
    Band("B03", "green", "green", 10, 0.56, 0.045, "Green - 10m", "Band 3 - Green"),
    Band("B04", "red", "red", 10, 0.665, 0.038, "Red - 10m", "Band 4 - Red"),
    Band("B05", "rededge1", "rededge", 20, 0.704, 0.019, "Red Edge 1 - 20m", "Band 5 - Vegetation red edge 1"),
    Band("B06", "rededge2", "rededge", 20, 0.74, 0.018, "Red Edge 2 - 20m", "Band 6 - Vegetation red edge 2"),
    Band("B07", "rededge3", "rededge", 20, 0.783, 0.028, "Red Edge 3 - 20m", "Band 7 - Vegetation red edge 3"),
    Band("B08", "nir", "nir", 10, 0.842, 0.145, "NIR 1 - 10m", "Band 8 - NIR"),
    Band("B8A", "nir08", "nir08", 20, 0.865, 0.033, "NIR 2 - 20m", "Band 8A - Vegetation red edge 4"),
    Band("B09", "nir09", "nir09", 60, 0.945, 0.026, "NIR 3 - 60m", "Band 9 - Water vapor"),
    Band("B11", "swir16", "swir16", 20, 1.61, 0.143, "SWIR 1.6μm - 20m", "Band 11 - SWIR (1.6)"),
    Band("B12", "swir22", "swir22", 20, 2.19, 0.242, "SWIR 2.2μm - 20m", "Band 12 - SWIR (2.2)"),
)
BY_NAME = {band.name: band for band in BANDS}
VISIBLE = ("B04", "B03", "B02")
COG = "image/tiff; application=geotiff; profile=cloud-optimized"
