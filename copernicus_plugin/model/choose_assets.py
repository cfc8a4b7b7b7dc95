"""Which files of a product a download takes, by what its collection says, and which ones a preset shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from copernicus_plugin.model.collection import BandPreset, Collection, FilePattern
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset, Product

FETCHABLE = {"https", "http"}
_UNKNOWN = float("inf")
_RESOLUTION = re.compile(r"(?:^gsd:|_)(\d+)m$")
"""How the Data Space writes a file's resolution in metres: in its key (``B04_10m``) and its roles (``gsd:10m``)."""
_GROUP = re.compile(r"\{\w+\}")


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


def is_web_image(asset: Asset) -> bool:
    """Whether the asset can be shown while it stays where it is."""
    return asset.scheme in FETCHABLE and asset.is_streamable


def assets_of_preset(
    product: Product, preset: BandPreset, usable: Callable[[Asset], bool] = is_web_image
) -> tuple[Asset, ...]:
    """The usable assets that a preset shows: one ready-made, or one per band; empty if it cannot be shown.

    Bands are taken at the finest resolution that all of them have, so that they lie on one grid; where they have none
    in common, each at its own finest.
    """
    by_key = {key.lower(): asset for key, asset in product.assets.items() if usable(asset)}
    for key in preset.assets:
        if key.lower() in by_key:
            return (by_key[key.lower()],)
    offers = [_offers_of_band(tuple(by_key.values()), name) for name in preset.bands]
    if not offers or not all(offers):
        return ()
    common = set.intersection(*({resolution_of(asset) for asset in offer} for offer in offers))
    if common:
        finest = min(common)
        return tuple(next(asset for asset in offer if resolution_of(asset) == finest) for offer in offers)
    return tuple(offer[0] for offer in offers)


def presets_of_product(product: Product, collection: Collection) -> list[BandPreset]:
    """The presets that can be streamed, in the collection's order.

    Of a product whose files the search did not tell, those that the files of its collection would serve: ``details``
    of its adapter tells them when one is loaded.
    """
    shown = [preset for preset in collection.presets if assets_of_preset(product, preset)]
    if shown or not files_are_unknown(product, collection):
        return shown
    images = [pattern for pattern in collection.files if _is_image(pattern)]
    return [preset for preset in collection.presets if _could_serve(images, preset)]


def preset_of_asset(product: Product, asset: Asset, collection: Collection | None, title: str = "") -> BandPreset:
    """How one file is shown alone: by the preset of the collection that shows just it, if there is one.

    A file that a preset would show if the product had no better one takes that preset's look, all others are a
    picture, or grey where they have one band; these are called ``title``, else by the file.
    """
    presets = collection.presets if collection is not None else ()
    alone = replace(product, assets={asset.key: asset})
    named = BandPreset(
        id=f"file_{asset.key}", title=title or asset.title or asset.key, assets=(asset.key,), style="rgb"
    )
    for preset in presets:
        if assets_of_preset(product, preset) == (asset,):
            return preset
    for preset in presets:
        if assets_of_preset(alone, preset):
            return replace(named, stretch=preset.stretch, style=preset.style, classes=preset.classes)
    return named


def files_are_unknown(product: Product, collection: Collection) -> bool:
    """Whether all that is known of the product's files is the archive that they come in."""
    data = [asset for asset in product.assets.values() if "data" in asset.roles or asset.is_streamable]
    return bool(collection.files and data) and all(asset.is_archive and asset.scheme in FETCHABLE for asset in data)


def asset_of_band(product: Product, name: str, usable: Callable[[Asset], bool] = is_web_image) -> Asset | None:
    """The usable image that holds one band alone, by the mission's name, STAC's common name, or its key.

    The finest of several, a GeoTIFF before a JPEG 2000.
    """
    return next(iter(_offers_of_band([asset for asset in product.assets.values() if usable(asset)], name)), None)


def resolution_of(asset: Asset) -> float:
    """Metres on the ground of a pixel; infinite where nothing tells."""
    raster = asset.properties.get("raster:bands")
    first = raster[0] if isinstance(raster, (list, tuple)) and raster else None
    told = [asset.properties.get("gsd"), first.get("spatial_resolution") if isinstance(first, dict) else None]
    for value in told:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0:
            return float(value)
    for text in (asset.key, *asset.roles):
        found = _RESOLUTION.search(text)
        if found:
            return float(found.group(1))
    return _UNKNOWN


def _offers_of_band(assets: Sequence[Asset], name: str) -> list[Asset]:
    wanted = name.lower()
    named = [asset for asset in assets if len(asset.bands) == 1 and wanted in _names(asset)]
    found = named or [asset for asset in assets if asset.key.lower() == wanted]
    return sorted(found, key=lambda asset: (resolution_of(asset), not asset.is_geotiff))


def _names(asset: Asset) -> tuple[str, str]:
    return (asset.bands[0].name.lower(), asset.bands[0].common_name.lower())


def _could_serve(patterns: Sequence[FilePattern], preset: BandPreset) -> bool:
    keys = [_like(pattern.key, pattern) for pattern in patterns]
    if any(key.fullmatch(wanted) for key in keys for wanted in preset.assets):
        return True
    single = [pattern for pattern in patterns if len(pattern.bands) == 1]
    names = [_like(part, pattern) for pattern in single for part in pattern.bands[0].split("=") if part]
    return bool(preset.bands) and all(
        any(name.fullmatch(wanted) for name in [*names, *keys]) for wanted in preset.bands
    )


def _like(template: str, pattern: FilePattern) -> re.Pattern[str]:
    """What a template of a file pattern can become."""
    texts = _GROUP.split(template)
    groups = [_inside(name, pattern.pattern) for name in _GROUP.findall(template)]
    joined = "".join(re.escape(text) + group for text, group in zip(texts, [*groups, ""]))
    return re.compile(joined, re.IGNORECASE)


def _inside(group: str, pattern: str) -> str:
    """What a named group may hold, as an expression; anything where that is not written simply."""
    found = re.search(rf"\(\?P<{group[1:-1]}>([^()]*)\)", pattern)
    return f"(?:{found.group(1)})" if found else "[A-Za-z0-9]+"


def _is_image(pattern: FilePattern) -> bool:
    return Asset("", "", pattern.media_type).is_streamable


def _matching(product: Product, entry: str) -> list[Asset]:
    assets = [asset for asset in product.assets.values() if asset.scheme in FETCHABLE]
    if entry.startswith("role:"):
        return [asset for asset in assets if entry[5:] in asset.roles]
    return [asset for asset in assets if asset.key.lower() == entry.lower()]
