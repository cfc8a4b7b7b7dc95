"""Copernicus DEM tiles over Ireland, as both hosts word them."""

from __future__ import annotations

from typing import Any

from tests.sandbox.content import earth_search, planetary_computer
from tests.sandbox.content.bands import COG

SQUARES = [(west, south) for south in range(51, 55) for west in range(-11, -5)]
"""Lower left corners, degrees."""
_KINDS = {"cop-dem-glo-30": (10, 30, 3600), "cop-dem-glo-90": (30, 90, 1200)}


def _name(west: int, south: int, seconds: int) -> str:
    north, east = ("N" if south >= 0 else "S"), ("E" if west >= 0 else "W")
    return f"Copernicus_DSM_COG_{seconds}_{north}{abs(south):02d}_00_{east}{abs(west):03d}_00_DEM"


def _grid_code(west: int, south: int) -> str:
    return f"CDEM-{'N' if south >= 0 else 'S'}{abs(south):02d}{'E' if west >= 0 else 'W'}{abs(west):03d}"


def _grid(west: int, south: int, rows: int) -> tuple[list[float], list[int], list[float]]:
    """Transform, shape, bounds. Tiles reach half a pixel beyond their degree; columns are fewer towards the pole."""
    columns = rows * 2 // 3 if abs(south) >= 50 else rows
    down, across = 1 / rows, 1 / columns
    left, top = west - across / 2, south + 1 + down / 2
    return [across, 0, left, 0, -down, top], [rows, columns], [left, top - 1, left + 1, top]


def _ring(box: list[float]) -> list[list[list[float]]]:
    west, south, east, north = box
    return [[[east, south], [east, north], [west, north], [west, south], [east, south]]]


def earth_search_item(collection: str, west: int, south: int) -> dict[str, Any]:
    seconds, gsd, rows = _KINDS[collection]
    name = _name(west, south, seconds)
    transform, shape, box = _grid(west, south, rows)
    handbook = {
        "rel": "handbook",
        "href": "https://object.cloud.sdsc.edu/v1/AUTH_opentopography/www/metadata/Copernicus_metadata.pdf",
        "type": "application/pdf",
        "title": "Copernicus DEM User handbook",
        "description": "Also includes data usage information",
    }
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "properties": {
            "platform": "tandem-x",
            "gsd": gsd,
            "proj:epsg": 4326,
            "proj:transform": transform,
            "proj:shape": shape,
            "proj:centroid": {"lat": south + 0.5, "lon": west + 0.5},
            "grid:code": _grid_code(west, south),
            "storage:platform": "AWS",
            "storage:region": "eu-central-1",
            "storage:requester_pays": False,
            "earthsearch:payload_id": "cop-dem-glo/workflow-cop-dem-glo-to-stac/sandbox",
            "datetime": "2021-04-22T00:00:00Z",
            "processing:software": {"cop-dem-glo-to-stac": "2023.03.28"},
            "created": "2023-03-28T15:22:58.882Z",
            "updated": "2023-04-20T18:14:07.025Z",
        },
        "geometry": {"type": "Polygon", "coordinates": _ring(box)},
        "links": earth_search.links(collection, name, f"earthsearch-data/{collection}/{name}", handbook),
        "assets": {
            "data": {
                "href": f"s3://copernicus-dem-{gsd}m/{name}/{name}.tif",
                "type": COG,
                "title": "Data",
                "raster:bands": [
                    {"sampling": "point", "data_type": "float32", "spatial_resolution": gsd, "unit": "meter"}
                ],
                "roles": ["data"],
            }
        },
        "bbox": box,
        "stac_extensions": earth_search.schemas(
            ("storage/v1.0.0", "processing/v1.1.0", "raster/v1.1.0", "grid/v1.1.0", "projection/v1.1.0")
        ),
        "collection": collection,
    }


def planetary_computer_item(collection: str, west: int, south: int) -> dict[str, Any]:
    seconds, gsd, rows = _KINDS[collection]
    name = _name(west, south, seconds)
    transform, shape, box = _grid(west, south, rows)
    href = f"https://elevationeuwest.blob.core.windows.net/copernicus-dem/COP{gsd}_hh/{name}.tif"
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "properties": {
            "gsd": gsd,
            "datetime": "2021-04-22T00:00:00Z",
            "platform": "TanDEM-X",
            "proj:epsg": 4326,
            "proj:shape": shape,
            "proj:transform": transform,
        },
        "geometry": {"type": "Polygon", "coordinates": _ring(box)},
        "links": planetary_computer.links(collection, name),
        "assets": {
            "data": {"href": href, "type": COG, "title": name[:26], "roles": ["data"]},
            **planetary_computer.rendered(
                collection, name, assets="data", colormap_name="terrain", rescale="-1000,4000", format="png"
            ),
        },
        "bbox": box,
        "stac_extensions": earth_search.schemas(("projection/v1.0.0",)),
        "collection": collection,
    }
