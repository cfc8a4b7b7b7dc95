"""Footprints of OData: GeoJSON, or well-known text in a literal, or none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.geometry import geojson_to_wkb
from copernicus_plugin.model.geometry_wkb import bad_geometry

_TEXT = re.compile(
    r"\s*(?:geography\s*'\s*)?(?:SRID\s*=\s*4326\s*;\s*)?"
    r"(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON)\s*(?:(?:ZM?|M)\s*)?(\(.*\))\s*(?:'\s*)?",
    re.IGNORECASE | re.DOTALL,
)
_TOKENS = re.compile(r"[(),]|[^\s(),]+")
_NAMES = {
    name.upper(): name for name in ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
}
_DEEPEST = 4


def footprint_of(product: Mapping[str, Any]) -> bytes:
    """WKB of ``GeoFootprint``, else of ``Footprint``, else nothing. Raises ``AccessError`` where neither is sane."""
    geojson, text = product.get("GeoFootprint"), product.get("Footprint")
    if isinstance(geojson, dict):
        try:
            return geojson_to_wkb(geojson)
        except AccessError:
            if not isinstance(text, str):
                raise
    if isinstance(text, str) and text.strip():
        return geojson_to_wkb(geojson_of_text(text))
    return b""


def geojson_of_text(text: str) -> dict[str, Any]:
    """A GeoJSON geometry of ``geography'SRID=4326;POLYGON ((4 51, …))'``; raises ``AccessError(BAD_ANSWER)``."""
    match = _TEXT.fullmatch(text)
    if match is None:
        raise bad_geometry()
    tokens = _TOKENS.findall(match.group(2))
    try:
        coordinates, used = _group(tokens, 0, 0)
    except (ValueError, IndexError, RecursionError) as fault:
        raise bad_geometry() from fault
    if used != len(tokens) or not coordinates:
        raise bad_geometry()
    kind = _NAMES[match.group(1).upper()]
    return {"type": kind, "coordinates": coordinates[0] if kind == "Point" else coordinates}


def _group(tokens: list[str], index: int, depth: int) -> tuple[list[Any], int]:
    """The entries between the bracket at ``index`` and its partner, and what comes after."""
    if tokens[index] != "(" or depth > _DEEPEST:
        raise ValueError("no bracket")
    entries: list[Any] = []
    index += 1
    while True:
        if tokens[index] == "(":
            entry, index = _group(tokens, index, depth + 1)
        else:
            entry, index = _position(tokens, index)
        entries.append(entry)
        index += 1
        if tokens[index - 1] == ")":
            return entries, index
        if tokens[index - 1] != ",":
            raise ValueError("no comma")


def _position(tokens: list[str], index: int) -> tuple[list[float], int]:
    numbers = []
    while tokens[index] not in "(),":
        numbers.append(float(tokens[index]))
        index += 1
    if len(numbers) < 2:
        raise ValueError("no position")
    return numbers, index
