"""The files of a product, in the groups and with the words that its details show."""

from __future__ import annotations

import math
from dataclasses import dataclass

from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.choose_assets import FETCHABLE, assets_to_download, resolution_of
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Asset, Product

_FEWEST_BANDS = 4
_FORMATS = (
    ("profile=cloud-optimized", "COG"),
    ("image/tiff", "TIFF"),
    ("image/jp2", "JP2"),
    ("zip", "ZIP"),
    ("netcdf", "netCDF"),
    ("hdf5", "HDF5"),
    ("json", "JSON"),
    ("xml", "XML"),
    ("image/png", "PNG"),
    ("image/jpeg", "JPEG"),
    ("text/html", "HTML"),
    ("text/plain", "TXT"),
)
_CONTENT = frozenset({"data", "visual", "archive"})
_BESIDE = frozenset({"metadata", "thumbnail", "overview", "quicklook"})


@dataclass(frozen=True)
class AssetGroup:
    """``title`` is empty for files that stand alone."""

    title: str
    assets: tuple[Asset, ...]
    is_open: bool = False


def format_text(asset: Asset) -> str:
    """``COG``, ``JP2``…, by the media type, else by the name's ending."""
    for part, name in _FORMATS:
        if part in asset.media_type:
            return name
    if asset.is_archive:
        return "ZIP"
    name = (asset.local_path or asset.href.split("?")[0]).rstrip("/").rsplit("/", 1)[-1]
    ending = name.rpartition(".")[2] if "." in name else ""
    return ending.upper() if 0 < len(ending) <= 5 else formats.NOTHING


def title_text(asset: Asset) -> str:
    if asset.is_archive and asset.title in ("", asset.key):
        return tr("Whole product")
    title = tr_data(asset.title) or asset.key
    metres = resolution_of(asset)
    if asset.local_path and asset.title and math.isfinite(metres) and f"{metres:g} m" not in title:
        return tr("{title}, {metres} m").format(title=title, metres=f"{metres:n}")
    return title


def is_fetchable(asset: Asset) -> bool:
    return asset.scheme in FETCHABLE


def first_ticked(product: Product, collection: Collection | None) -> set[str]:
    """The keys of what Download takes."""
    try:
        return {asset.key for asset in assets_to_download(product, collection)} if collection is not None else set()
    except AccessError:
        return set()


def lists_no_files(product: Product, collection: Collection | None) -> bool:
    """Whether there is only the whole product, although its single files can be named."""
    content = [asset for asset in product.assets.values() if not _BESIDE & set(asset.roles)]
    return bool(content) and all(asset.is_archive for asset in content) and bool(collection and collection.files)


def asset_groups(product: Product, collection: Collection | None) -> list[AssetGroup]:
    """What stands alone first (what Download takes at its head), then the bands, the whole product, and the rest.

    What cannot be fetched is among the rest, at its end.
    """
    taken = first_ticked(product, collection)
    everything = sorted(product.assets.values(), key=lambda asset: asset.key not in taken)
    assets = [asset for asset in everything if is_fetchable(asset)]
    whole = [asset for asset in assets if asset.is_archive]
    bands = [asset for asset in assets if _is_band(asset)]
    if len(bands) < _FEWEST_BANDS:
        bands = []
    beside = [asset for asset in assets if _is_beside(asset)]
    named = {id(asset) for asset in (*whole, *bands, *beside)}
    alone = [asset for asset in assets if id(asset) not in named]
    groups = [AssetGroup("", (asset,)) for asset in alone]
    if bands:
        ordered = sorted(bands, key=lambda asset: asset.bands[0].name or asset.key)
        groups.append(AssetGroup(tr("Bands"), tuple(ordered), not alone and not whole))
    groups += [AssetGroup("", (asset,)) for asset in whole]
    beside += [asset for asset in everything if not is_fetchable(asset)]
    if beside:
        groups.append(AssetGroup(tr("Other files"), tuple(beside), not groups))
    return groups


def _is_band(asset: Asset) -> bool:
    return len(asset.bands) == 1 and not asset.is_archive and not _is_beside(asset)


def _is_beside(asset: Asset) -> bool:
    roles = set(asset.roles)
    return bool(roles & _BESIDE) and not roles & _CONTENT
