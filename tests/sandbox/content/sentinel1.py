"""A few Sentinel-1 GRD products over Ireland in Earth Search's words. Their files are requester-pays."""

from __future__ import annotations

import datetime
from typing import Any

from tests.sandbox.content import earth_search
from tests.sandbox.content.bands import COG

_PASSES = (
    # day, UTC time, direction, relative orbit, absolute orbit, outline
    (datetime.date(2022, 9, 29), datetime.time(6, 41, 12), "descending", 52, 45222, (-10.9, 51.4, -7.1, 53.2)),
    (datetime.date(2022, 10, 3), datetime.time(18, 22, 41), "ascending", 1, 45288, (-9.9, 52.1, -6.0, 54.0)),
    (datetime.date(2022, 10, 11), datetime.time(6, 41, 13), "descending", 52, 45397, (-10.9, 51.4, -7.1, 53.2)),
    (datetime.date(2022, 10, 15), datetime.time(18, 22, 41), "ascending", 1, 45463, (-9.9, 52.1, -6.0, 54.0)),
)


def items() -> list[dict[str, Any]]:
    return [_item(*one) for one in _PASSES]


def _outline(box: tuple[float, float, float, float], ascending: bool) -> list[list[float]]:
    """Slanted as the swath is."""
    west, south, east, north = box
    lean = 0.55
    if ascending:
        ring = [[west + lean, south], [east, south + 0.4], [east - lean, north], [west, north - 0.4]]
    else:
        ring = [[west, south + 0.4], [east - lean, south], [east, north - 0.4], [west + lean, north]]
    return [*ring, ring[0]]


def _item(
    day: datetime.date,
    time: datetime.time,
    direction: str,
    relative_orbit: int,
    absolute_orbit: int,
    box: tuple[float, float, float, float],
) -> dict[str, Any]:
    start = datetime.datetime.combine(day, time, datetime.timezone.utc)
    end = start + datetime.timedelta(seconds=25)
    name = f"S1A_IW_GRDH_1SDV_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_{absolute_orbit:06d}_{absolute_orbit * 7:06X}"
    folder = f"s3://sentinel-s1-l1c/GRD/{day.year}/{day.month}/{day.day}/IW/DV/{name}_A1B2"
    west, south, east, north = box
    columns, rows = 25348, 13438
    assets: dict[str, Any] = {
        "safe-manifest": {"href": f"{folder}/manifest.safe", "type": "application/xml", "roles": ["metadata"]},
        "thumbnail": {"href": f"{folder}/preview/quick-look.png", "type": "image/png", "roles": ["thumbnail"]},
    }
    for polarisation in ("vv", "vh"):
        assets[polarisation] = {
            "href": f"{folder}/measurement/iw-{polarisation}.tiff",
            "type": COG,
            "title": f"{polarisation.upper()} Data",
            "description": "Actual SAR data that have been processed into an image",
            "raster:bands": [{"nodata": 0, "data_type": "uint16"}],
            "roles": ["data"],
        }
    canonical = f"earthsearch-data/sentinel-1-grd/{day.year}/{day.month}/{day.day}/IW/{name}"
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "properties": {
            "sar:frequency_band": "C",
            "sar:center_frequency": 5.405,
            "sar:observation_direction": "right",
            "sar:instrument_mode": "IW",
            "sar:polarizations": ["VV", "VH"],
            "sar:product_type": "GRD",
            "sat:platform_international_designator": "2014-016A",
            "sat:orbit_state": direction,
            "sat:absolute_orbit": absolute_orbit,
            "sat:relative_orbit": relative_orbit,
            "proj:epsg": 4326,
            "proj:bbox": list(box),
            "proj:shape": [rows, columns],
            "proj:transform": [(east - west) / columns, 0, west, 0, (south - north) / rows, north],
            "proj:centroid": {"lat": (south + north) / 2, "lon": (west + east) / 2},
            "platform": "sentinel-1a",
            "constellation": "sentinel-1",
            "start_datetime": earth_search.stamp(start),
            "end_datetime": earth_search.stamp(end),
            "s1:product_timeliness": "Fast-24h",
            "s1:processing_level": "1",
            "s1:resolution": "high",
            "s1:product_identifier": f"{name}_A1B2",
            "storage:platform": "AWS",
            "storage:region": "eu-central-1",
            "storage:requester_pays": True,
            "datetime": earth_search.stamp(start + datetime.timedelta(seconds=12.5)),
            "created": f"{day}T12:00:00.000Z",
            "updated": f"{day}T12:00:00.000Z",
        },
        "geometry": {"type": "Polygon", "coordinates": [_outline(box, direction == "ascending")]},
        "links": earth_search.links("sentinel-1-grd", name, canonical),
        "assets": assets,
        "bbox": list(box),
        "stac_extensions": earth_search.schemas(
            ("projection/v1.1.0", "storage/v1.0.0", "sat/v1.0.0", "processing/v1.1.0", "sar/v1.0.0", "raster/v1.1.0")
        ),
        "collection": "sentinel-1-grd",
    }
