"""Which files of a product a download takes, by what its collection says (``default_assets``)."""

from __future__ import annotations

from copernicus_plugin.model.collection import BandPreset, Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product

FETCHABLE = {"https", "http"}


def assets_to_download(product: Product, collection: Collection) -> tuple[Asset, ...]:
    """The fetchable assets that ``default_assets`` names, each once, in its order.

    An entry is an asset key, or ``role:`` and a STAC role (all assets that have it), or several alternatives with
    ``|`` between them, of which the first that the product has counts. Raises ``AccessError(NOT_FOUND, NO_ASSET)``
    where none is left.
    """
    chosen: dict[str, Asset] = {}
    for entry in collection.default_assets:
        for alternative in entry.split("|"):
            found = _matching(product, alternative)
            if found:
                chosen.update((asset.key, asset) for asset in found)
                break
    if not chosen:
        raise AccessError(ErrorKind.NOT_FOUND, Reason.NO_ASSET, {"product": product.id})
    return tuple(chosen.values())


def assets_of_preset(product: Product, preset: BandPreset) -> tuple[Asset, ...]:
    """The fetchable assets that a preset shows: one ready-made, or one per band; empty if it cannot be shown."""
    for key in preset.assets:
        asset = product.assets.get(key)
        if asset is not None and asset.scheme in FETCHABLE:
            return (asset,)
    found = [asset_of_band(product, name) for name in preset.bands]
    assets = [asset for asset in found if asset is not None]
    return tuple(assets) if preset.bands and len(assets) == len(preset.bands) else ()


def asset_of_band(product: Product, name: str) -> Asset | None:
    """The fetchable GeoTIFF that holds one band alone, by the mission's name, STAC's common name, or its key."""
    wanted = name.lower()
    candidates = [asset for asset in product.assets.values() if asset.scheme in FETCHABLE and asset.is_geotiff]
    for asset in candidates:
        if len(asset.bands) == 1 and wanted in (asset.bands[0].name.lower(), asset.bands[0].common_name.lower()):
            return asset
    return next((asset for asset in candidates if asset.key.lower() == wanted), None)


def _matching(product: Product, entry: str) -> list[Asset]:
    assets = [asset for asset in product.assets.values() if asset.scheme in FETCHABLE]
    if entry.startswith("role:"):
        return [asset for asset in assets if entry[5:] in asset.roles]
    return [asset for asset in assets if asset.key.lower() == entry.lower()]
