"""How a product is called on the map: short, with its date and its tile."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.collection import BandPreset, Collection
from copernicus_plugin.model.product import Product

_DEGREE_CELL = re.compile(r"_([NS]\d\d)_00_([EW]\d{3})_00(?:_|$)")
_KNOWN_NAMES = {"tandem-x": "TanDEM-X"}
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def platform_of(product: Product) -> str:
    """``Sentinel-2C`` however the catalogue writes it; empty where it does not tell."""
    return _spelt(str(product.properties.get("platform") or ""))


# A search has thousands of products of a few platforms and tiles.
@functools.lru_cache(maxsize=256)
def _spelt(platform: str) -> str:
    code = "-" not in platform and any(letter.isdigit() for letter in platform)
    return _KNOWN_NAMES.get(platform.lower()) or (platform.upper() if code else platform.title())


def tile_of(product: Product) -> str:
    """``T29UNU``, ``N52W009`` from ``grid:code`` (designation, dash, cell) or ``s2:mgrs_tile``; empty without one."""
    designation, _, cell = str(product.properties.get("grid:code") or "").partition("-")
    if designation == "MGRS":
        return "T" + cell.zfill(5)
    tile = str(product.properties.get("s2:mgrs_tile") or "")
    return f"T{tile}" if tile else cell or degree_cell(product.id)


def degree_cell(product_id: str) -> str:
    """``N52W009`` of the one-degree cells that Copernicus DEM is named by; some catalogues tell it nowhere else."""
    found = _DEGREE_CELL.search(product_id)
    return f"{found.group(1)}{found.group(2)}" if found else ""


def date_of(product: Product) -> str:
    """``2022-10-05`` in UTC; empty where the product has no time."""
    moment = product.acquired
    return moment.date().isoformat() if moment is not None else ""


def product_title(product: Product, collection: Collection | None) -> str:
    """``Sentinel-2C L2A · 2026-10-24 · T29UNU``; the id where there is nothing better."""
    timeless = collection is not None and collection.timeless
    level = collection.level if collection is not None else ""
    return title_of_parts(product, platform_of(product), level, "" if timeless else date_of(product), tile_of(product))


def title_of_parts(product: Product, platform: str, level: str, date: str, tile: str) -> str:
    """``product_title`` for who has the parts already."""
    name = f"{platform} {level}".strip()
    parts = [name, date, tile] if date or tile else [name, product.id]
    return " · ".join(filter(None, parts))


def layer_name(product: Product, collection: Collection | None, preset: BandPreset | None) -> str:
    """``2022-10-05 T29UNU · True colour``."""
    timeless = collection is not None and collection.timeless
    what = " ".join(part for part in ("" if timeless else date_of(product), tile_of(product)) if part)
    if timeless or not what:
        what = tile_of(product) or product.id
    return tr("{product} · {preset}").format(product=what, preset=tr_data(preset.title)) if preset else what


def mosaic_name(products: Sequence[Product], preset: BandPreset) -> str:
    """``2022-10-05 – 2022-10-12 · 24 products · True colour``."""
    dates = sorted(filter(None, (date_of(product) for product in products)))
    when = "" if not dates else dates[0] if dates[0] == dates[-1] else f"{dates[0]} – {dates[-1]}"
    parts = [when, tr_n("%n product(s)", len(products)), tr_data(preset.title)]
    return " · ".join(filter(None, parts))


def safe_file_name(text: str, longest: int = 120) -> str:
    """``text`` as a file name on every system, never empty, never starting with a dot."""
    return _UNSAFE.sub("_", text).strip("._-")[:longest] or "unnamed"
