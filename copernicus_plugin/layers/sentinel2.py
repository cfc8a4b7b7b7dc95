"""What the files of a Sentinel-2 product do not tell of themselves: missing data and the offset of reflectance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copernicus_plugin.layers.archive import Container
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset, Product
from copernicus_plugin.model.xml import LARGEST, parse_xml

NODATA = 0
"""Special value NODATA of all images (Products Specification Document, User Product Metadata)."""

_METADATA = ("MTD_MSIL2A.xml", "MTD_MSIL1C.xml")
_REFLECTANCE = re.compile(r"^B\d[\dA]$")
_QUANTIFICATION = ("BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
_OFFSET = ("BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")
_PLAIN = 10000.0
"""Numbers for a reflectance of 1 in all products so far."""

WAVELENGTHS = {
    "B01": 443,
    "B02": 490,
    "B03": 560,
    "B04": 665,
    "B05": 705,
    "B06": 740,
    "B07": 783,
    "B08": 842,
    "B8A": 865,
    "B09": 945,
    "B10": 1375,
    "B11": 1610,
    "B12": 2190,
}
"""Centres in nm, as ESA names the bands."""


def is_sentinel2(product_id: str) -> bool:
    """Whether it is a product in ESA's own packing, by its name."""
    return bool(_NAME.match(product_id))


_NAME = re.compile(r"^S2[A-Z]_MSI(?:L1C|L2A)_\d{8}T\d{6}_N(\d{4})_")


def baseline_of(product_id: str) -> str:
    """``04.00`` of a name with ``N0400``; empty for other names."""
    found = _NAME.match(product_id)
    return f"{found.group(1)[:2]}.{found.group(1)[2:]}" if found else ""


def zero_is_nothing(product: Product, asset: Asset) -> bool:
    """Whether it is a band in a file that cannot say so itself; a probability of 0 is one."""
    return is_sentinel2(product.id) and asset.is_jpeg2000 and len(asset.bands) == 1


def with_raster_bands(assets: Mapping[str, Asset], container: Container) -> dict[str, Asset]:
    """The images of a product with ``raster:bands`` (STAC raster extension) from its own metadata.

    Reflectance = number × scale + offset. Where the metadata cannot be read, only the missing data is told.
    """
    scale_and_offset = _scale_and_offset(container)
    described = {}
    for key, asset in assets.items():
        band: dict[str, Any] = {"nodata": NODATA}
        if len(asset.bands) == 1 and _REFLECTANCE.match(asset.bands[0].name):
            band.update(scale_and_offset)
        properties = {"raster:bands": [band], **asset.properties}
        described[key] = replace(asset, properties=properties) if asset.is_streamable else asset
    return described


def _scale_and_offset(container: Container) -> dict[str, float]:
    for name in _METADATA:
        content = container.read(name, LARGEST)
        if content:
            return _read(content)
    return {}


def _read(content: bytes) -> dict[str, float]:
    try:
        root = parse_xml(content)
        quantification = _number(root, _QUANTIFICATION, _PLAIN) or _PLAIN
        # Before processing baseline 04.00 there is no list of offsets.
        return {"scale": 1 / quantification, "offset": _number(root, _OFFSET, 0.0) / quantification}
    except AccessError:
        return {}


def _number(root: Any, names: tuple[str, ...], otherwise: float) -> float:
    texts = (element.text for name in names for element in root.iter(name))
    try:
        return float(next(texts, None) or otherwise)
    except ValueError:
        return otherwise
