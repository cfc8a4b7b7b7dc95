"""Polygons as one surface: united, repaired, without what has no area."""

from __future__ import annotations

from collections.abc import Sequence

from copernicus_plugin.model.geometry_backend import GeometryFault, backend
from copernicus_plugin.model.geometry_sphere import plane_area
from copernicus_plugin.model.geometry_wkb import Polygon, polygons_to_wkb, wkb_to_polygons


def surfaces(wkb: bytes) -> list[Polygon]:
    """The polygons with an area in any WKB; none for ``b""``."""
    return [polygon for polygon in wkb_to_polygons(wkb) if plane_area(polygon[0])] if wkb else []


def united(polygons: Sequence[Polygon]) -> list[Polygon]:
    """The same surface by polygons that do not overlap. Raises ``GeometryFault``."""
    if len(polygons) < 2:
        return list(polygons)
    library = backend()
    shapes = [library.read(polygons_to_wkb([polygon])) for polygon in polygons]
    try:
        whole = library.union(shapes)
    except GeometryFault:
        whole = library.union([library.make_valid(shape) for shape in shapes])
    return surfaces(library.write(whole))


def repaired(polygon: Polygon) -> list[Polygon]:
    """The polygon itself where it is valid, else valid ones of the same surface. Raises ``GeometryFault``."""
    library = backend()
    shape = library.read(polygons_to_wkb([polygon]))
    return [polygon] if library.is_valid(shape) else surfaces(library.write(library.make_valid(shape)))
