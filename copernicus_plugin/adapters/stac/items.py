"""A STAC item → a product."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from copernicus_plugin.adapters.filtering import ExactFilter
from copernicus_plugin.adapters.stac.assets import ItemAssets, address_of_asset, readable_keys, roles_of
from copernicus_plugin.adapters.stac.decoding import RawFeature
from copernicus_plugin.adapters.stac.dialect import Dialect
from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import area_from_box, geojson_to_wkb
from copernicus_plugin.model.product import Product

_SCALARS = frozenset({str, int, float, bool})
_THUMBNAIL_KEYS = ("thumbnail", "rendered_preview", "preview", "quicklook")
_THUMBNAIL_RELATIONS = ("preview", "thumbnail", "icon")
_PICTURES = ("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp")

Box = tuple[float, float, float, float]


class ItemReader:
    """Makes the products of one search at one endpoint."""

    def __init__(
        self, collection: str, access_point: str, endpoint: str, dialect: Dialect, wanted: ExactFilter
    ) -> None:
        self._collection = collection
        self._access_point = access_point
        self._endpoint = endpoint
        self._dialect = dialect
        self._wanted = wanted
        self._known_keys: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._names_back = {theirs: ours for ours, theirs in dialect.property_aliases.items()}
        self._values_back = {
            ours: {theirs: value for value, theirs in table.items()} for ours, table in dialect.property_values.items()
        }
        self.unreadable = 0
        """items without an id or a sane geometry"""

    def product(self, feature: RawFeature, page_url: str) -> Product | None:
        """The product, or ``None`` where the item does not match the query or cannot be read (``unreadable``)."""
        members = feature.members
        identifier = members.get("id")
        if isinstance(identifier, int) and not isinstance(identifier, bool):
            identifier = str(identifier)
        try:
            bbox = box_of(members.get("bbox"))
            footprint = footprint_of(members.get("geometry"), bbox)
        except AccessError:
            identifier = None
        if not isinstance(identifier, str) or not identifier:
            self.unreadable += 1
            return None
        properties = self.normalised(members.get("properties"))
        match = self._wanted.match(footprint, properties)
        if match is None:
            return None
        links = members.get("links")
        links = [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []
        self_href = _link(links, ("self",), page_url)
        base = self_href or page_url
        return Product(
            id=identifier,
            collection=self._collection,
            access_point=self._access_point,
            endpoint=self._endpoint,
            footprint=footprint,
            bbox=bbox,
            properties=properties,
            assets=self._assets(feature, base),
            self_href=self_href,
            thumbnail_href=self.thumbnail(members.get("assets"), links, base),
            coverage=match.coverage,
        )

    def normalised(self, source: object) -> dict[str, Any]:
        """An item's properties under our names and with our values.

        Kept are texts, numbers, truths and lists of them; what is nested deeper is no property of a product
        that could be shown, sorted or filtered.
        """
        if not isinstance(source, dict):
            return {}
        properties: dict[str, Any] = {}
        for name, value in source.items():
            if type(value) in _SCALARS or (type(value) is list and all(type(entry) in _SCALARS for entry in value)):
                properties[sys.intern(str(self._names_back.get(name, name)))] = value
        for name, derived in self._dialect.derived_properties.items():
            if name not in properties and properties.get(derived.source) is not None:
                made = derived.make(properties[derived.source])
                if made is not None:
                    properties[name] = made
        for name, table in self._values_back.items():
            value = properties.get(name)
            if type(value) in _SCALARS and value in table:
                properties[name] = table[value]
        return properties

    def thumbnail(self, assets: object, links: Sequence[Mapping[str, Any]], base: str) -> str:
        """Address of the best small picture, empty where there is none that can be shown."""
        found = self._picture_of_assets(assets if isinstance(assets, dict) else {}, base)
        return found or self._showable(_link(links, _THUMBNAIL_RELATIONS, base))

    def _picture_of_assets(self, assets: Mapping[str, Any], base: str) -> str:
        pictures = {key: asset for key, asset in assets.items() if isinstance(asset, dict) and _is_picture(asset)}
        by_role = [key for key, asset in pictures.items() if "thumbnail" in roles_of(asset)]
        by_role += [key for key, asset in pictures.items() if "overview" in roles_of(asset)]
        for key in (*self._dialect.thumbnail_assets, *by_role, *_THUMBNAIL_KEYS):
            asset = pictures.get(key)
            href = self._showable(address_of_asset(asset["href"], base, self._dialect)) if asset else ""
            if href:
                return href
        return ""

    def _showable(self, href: str) -> str:
        """``href`` if it is https, or no less secure than the endpoint itself."""
        scheme = href.partition(":")[0].lower()
        return href if scheme == "https" or (scheme == "http" and self._endpoint.startswith("http:")) else ""

    def _assets(self, feature: RawFeature, base: str) -> Mapping[str, Any]:
        keys = readable_keys(feature.members.get("assets"))
        keys = self._known_keys.setdefault(keys, keys)
        return ItemAssets(feature.assets_text, keys, base, self._dialect) if keys else {}


def box_of(bbox: object) -> Box | None:
    """An item's ``bbox`` without heights; ``None`` where it has none that makes sense."""
    if not isinstance(bbox, list) or len(bbox) not in (4, 6):
        return None
    numbers = [_finite(value) for value in bbox]
    west, south, east, north = numbers[:4] if len(numbers) == 4 else (numbers[0], numbers[1], numbers[3], numbers[4])
    if west is None or south is None or east is None or north is None or south > north:
        return None
    return (west, south, east, north)


def footprint_of(geometry: object, bbox: Box | None) -> bytes:
    """WKB of an item's geometry, else of its box, else nothing. Raises ``AccessError`` for a bad geometry."""
    if isinstance(geometry, dict):
        return geojson_to_wkb(geometry)
    return area_from_box(*bbox).wkb if bbox is not None else b""


def _finite(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _is_picture(asset: Mapping[str, Any]) -> bool:
    href, media_type = asset.get("href"), asset.get("type")
    if not isinstance(href, str) or not href:
        return False
    if isinstance(media_type, str) and media_type:
        return media_type.lower().partition(";")[0].strip() in _PICTURES
    return href.lower().partition("?")[0].endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


def _link(links: Sequence[Mapping[str, Any]], relations: tuple[str, ...], base: str) -> str:
    for relation in relations:
        for link in links:
            href = link.get("href")
            if link.get("rel") == relation and isinstance(href, str) and href:
                try:
                    address = urljoin(base, href)
                    return address if urlsplit(address).hostname else ""
                except ValueError:
                    return ""
    return ""
