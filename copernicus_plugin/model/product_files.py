"""The files inside a product, named by the patterns of its collection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from copernicus_plugin.model.collection import Collection, FilePattern
from copernicus_plugin.model.product import Asset, Band, Verification


def assets_of_files(
    collection: Collection, files: Iterable[tuple[str, int | None]], href_for: Callable[[str], str]
) -> dict[str, Asset]:
    """The files that are worth naming, by asset key, in the order of the collection's patterns.

    ``files`` are paths within the product (``/`` between folders) with their size in bytes, ``href_for`` makes an
    address or a path that opens one. Of two with the same key the first counts; what fits no
    pattern is left out.
    """
    listed = list(files)
    taken: set[str] = set()
    found: dict[str, Asset] = {}
    for pattern in collection.files:
        expression = re.compile(pattern.pattern)
        for path, size in listed:
            match = expression.search(path) if path not in taken else None
            if match is None:
                continue
            taken.add(path)
            asset = _asset(pattern, _named(match), href_for(path), path, size)
            found.setdefault(asset.key, asset)
    return found


def _named(match: re.Match[str]) -> dict[str, str]:
    return {name: value or "" for name, value in match.groupdict().items()}


def _asset(pattern: FilePattern, groups: Mapping[str, str], href: str, path: str, size: int | None) -> Asset:
    return Asset(
        key=pattern.key.format(**groups),
        href=href,
        media_type=pattern.media_type,
        title=pattern.title.format(**groups),
        roles=pattern.roles,
        size=size,
        bands=tuple(_band(band.format(**groups)) for band in pattern.bands),
        verification=Verification.CATALOGUE,
        local_path=path,
    )


def _band(text: str) -> Band:
    name, _, common_name = text.partition("=")
    return Band(name, common_name)
