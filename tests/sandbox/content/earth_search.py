"""The sandbox's own items in the words of Earth Search (stac-server, Element 84), key for key as it was recorded."""

from __future__ import annotations

import datetime
from typing import Any

from tests.sandbox.content.acquisitions import Acquisition
from tests.sandbox.content.bands import BANDS, BY_NAME, COG, VISIBLE
from tests.sandbox.content.grid import TILE_SIZE, bounds, rounded, split_at_antimeridian

ROOT = "https://earth-search.aws.element84.com/v1"
COGS = "https://sentinel-cogs.s3.us-west-2.amazonaws.com/sentinel-s2-l2a-cogs"
C1_COGS = "https://e84-earth-search-sentinel-data.s3.us-west-2.amazonaws.com/sentinel-2-c1-l2a"
_EXTENSIONS = (
    "view/v1.0.0",
    "projection/v1.1.0",
    "grid/v1.1.0",
    "sentinel-2/v1.0.0",
    "eo/v1.1.0",
    "processing/v1.1.0",
    "mgrs/v1.0.0",
    "raster/v1.1.0",
)
_PLATFORMS = {"S2A": "sentinel-2a", "S2B": "sentinel-2b", "S2C": "sentinel-2c"}
Item = dict[str, Any]


def schemas(names: tuple[str, ...]) -> list[str]:
    return [f"https://stac-extensions.github.io/{name}/schema.json" for name in names]


def stamp(time: datetime.datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond:06d}Z"


def _short_stamp(time: datetime.datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z"


def links(collection: str, item_id: str, canonical: str, *more: dict[str, str]) -> list[dict[str, str]]:
    own = f"{ROOT}/collections/{collection}"
    return [
        {"rel": "self", "type": "application/geo+json", "href": f"{own}/items/{item_id}"},
        {"rel": "canonical", "href": f"s3://{canonical}/{item_id}.json", "type": "application/json"},
        *more,
        {"rel": "parent", "type": "application/json", "href": own},
        {"rel": "collection", "type": "application/json", "href": own},
        {"rel": "root", "type": "application/json", "href": ROOT},
        {"rel": "thumbnail", "href": f"{own}/items/{item_id}/thumbnail"},
    ]


def _grid(one: Acquisition, gsd: int) -> dict[str, Any]:
    size = TILE_SIZE // gsd
    return {"proj:shape": [size, size], "proj:transform": [gsd, 0, one.tile.left, 0, -gsd, one.tile.top]}


def _eo_bands(names: tuple[str, ...]) -> list[dict[str, Any]]:
    found = [BY_NAME[name] for name in names]
    return [{"name": band.name, "common_name": band.common_name, "center_wavelength": band.centre,
             "full_width_half_max": band.width} for band in found]  # fmt: skip


def _raster(gsd: int, data_type: str = "uint16", **more: Any) -> dict[str, Any]:
    return {"nodata": 0, "data_type": data_type, "spatial_resolution": gsd, **more}


def _assets(one: Acquisition, folder: str, safe: str, c1: bool = False) -> dict[str, Any]:
    assets: dict[str, Any] = {}
    jp2: dict[str, Any] = {}
    specifications = [
        (band.key, band.name, band.gsd, band.title, ["data", "reflectance"],
         {"eo:bands": _eo_bands((band.name,))}, [_raster(band.gsd, scale=0.0001, offset=-0.1)])
        for band in BANDS
    ]  # fmt: skip
    specifications += [
        (
            "visual",
            "TCI",
            10,
            "True color image",
            ["visual"],
            {"eo:bands": _eo_bands(VISIBLE)},
            [_raster(10, "uint8")] * 3,
        ),
        ("scl", "SCL", 20, "Scene classification map (SCL)", ["data"], {}, [_raster(20, "uint8")]),
        ("aot", "AOT", 20, "Aerosol optical thickness (AOT)", ["data"], {}, [_raster(20, scale=0.001, offset=0)]),
        ("wvp", "WVP", 20, "Water Vapour (WVP)", ["data"], {}, [_raster(20, unit="cm", scale=0.001, offset=0)]),
    ]
    for key, name, gsd, title, roles, bands, raster in specifications:
        rest = {"title": title, **bands, "gsd": gsd, **_grid(one, gsd), "raster:bands": raster, "roles": roles}
        assets[key] = {"href": f"{folder}/{name}.tif", "type": COG, **rest}
        jp2[f"{key}-jp2"] = {"href": f"{safe}/R{gsd}m/{name}.jp2", "type": "image/jp2", **rest}
    assets["cloud"] = {
        "href": f"{safe}/qi/CLD_20m.jp2",
        "type": "image/jp2",
        "title": "Cloud Probabilities",
        "gsd": 20,
        **_grid(one, 20),
        "raster:bands": [_raster(20, "uint8")],
        "roles": ["data", "cloud"],
    }
    assets["granule_metadata"] = {
        "href": f"{folder}/granule_metadata.xml",
        "type": "application/xml",
        "roles": ["metadata"],
    }
    assets["product_metadata"] = {
        "href": f"{safe}/product_metadata.xml",
        "type": "application/xml",
        "roles": ["metadata"],
    }
    assets["tileinfo_metadata"] = {
        "href": f"{folder}/tileinfo_metadata.json",
        "type": "application/json",
        "roles": ["metadata"],
    }
    preview = "L2A_PVI.jpg" if c1 else "preview.jpg"
    assets["thumbnail"] = {
        "href": f"{folder}/{preview}",
        "type": "image/jpeg",
        "title": "Thumbnail of preview image",
        "roles": ["thumbnail"],
    }
    return assets if c1 else {**assets, **jp2}


def _outline(one: Acquisition) -> tuple[dict[str, Any], list[float]]:
    rings = split_at_antimeridian(one.ring)
    polygons = rounded(rings, 12)
    kind = "Polygon" if len(polygons) == 1 else "MultiPolygon"
    box = [round(value, 6) for value in bounds(rings)]
    return {"type": kind, "coordinates": polygons[0] if kind == "Polygon" else polygons}, box


def _properties(one: Acquisition, collection_path: str, sequence: str) -> dict[str, Any]:
    place, box = one.tile, bounds(split_at_antimeridian(one.ring))
    take = f"G{one.platform}_{one.start:%Y%m%dT%H%M%S}_{one.absolute_orbit:06d}_N{one.baseline}"
    created = _short_stamp(one.processed + datetime.timedelta(hours=3))
    return {
        "created": created,
        "platform": _PLATFORMS[one.platform],
        "constellation": "sentinel-2",
        "instruments": ["msi"],
        "eo:cloud_cover": one.cloud_cover,
        "proj:epsg": place.epsg,
        "proj:centroid": {"lat": round((box[1] + box[3]) / 2, 5), "lon": round((box[0] + box[2]) / 2, 5)},
        "mgrs:utm_zone": place.zone,
        "mgrs:latitude_band": place.band,
        "mgrs:grid_square": place.square,
        "grid:code": f"MGRS-{place.zone}{place.band}{place.square}",
        "view:azimuth": 112.77288584966978,
        "view:incidence_angle": 3.576466433404597,
        "view:sun_azimuth": 171.349524204932,
        "view:sun_elevation": 31.095293650102,
        "s2:tile_id": one.tile_id,
        **{f"s2:{name}_percentage": share for name, share in one.shares.items()},
        "s2:product_type": "S2MSI2A",
        "s2:processing_baseline": one.baseline,
        "s2:product_uri": f"{one.product}.SAFE",
        "s2:generation_time": stamp(one.processed),
        "s2:datatake_id": take,
        "s2:datatake_type": "INS-NOBS",
        "s2:datastrip_id": one.datastrip_id,
        "s2:reflectance_conversion_factor": 0.998456468000941,
        "datetime": stamp(one.sensed),
        "s2:sequence": sequence,
        "earthsearch:s3_path": f"s3://{collection_path}",
        "earthsearch:payload_id": f"roda-sentinel2/workflow-sentinel2-to-stac/{one.product.lower()[-15:]}",
        "earthsearch:boa_offset_applied": True,
        "processing:software": {"sentinel2-to-stac": "2025.03.06"},
        "updated": created,
    }


def sentinel_2_l2a(one: Acquisition) -> Item:
    """Surface reflectance as 8-character-tile items: ``S2A_29UNU_20221005_0_L2A``; zones without a leading zero."""
    place = one.tile
    item_id = f"{one.platform}_{place.zone}{place.band}{place.square}_{one.day:%Y%m%d}_0_L2A"
    where = f"{place.zone}/{place.band}/{place.square}/{one.day.year}/{one.day.month}"
    geometry, box = _outline(one)
    canonical = f"sentinel-cogs/sentinel-s2-l2a-cogs/{where}/{item_id}"
    licence = {"rel": "license", "href": "https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice"}
    derived = {"rel": "derived_from", "href": f"{ROOT}/collections/sentinel-2-l1c/items/{item_id[:-3]}L1C",
               "type": "application/geo+json"}  # fmt: skip
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": schemas(_EXTENSIONS),
        "id": item_id,
        "geometry": geometry,
        "bbox": box,
        "properties": _properties(one, canonical, "0"),
        "links": links("sentinel-2-l2a", item_id, canonical, licence, derived),
        "assets": _assets(one, f"{COGS}/{where}/{item_id}", f"s3://sentinel-s2-l2a/tiles/{where}/{one.day.day}/0"),
        "collection": "sentinel-2-l2a",
    }


def sentinel_2_c1_l2a(one: Acquisition) -> Item:
    """The same in Collection 1: ``S2A_T29UNU_20221005T115411_L2A``."""
    place = one.tile
    item_id = f"{one.platform}_T{place.name}_{one.start:%Y%m%dT%H%M%S}_L2A"
    where = f"{place.zone}/{place.band}/{place.square}/{one.day.year}/{one.day.month}"
    canonical = f"e84-earth-search-sentinel-data/sentinel-2-c1-l2a/{where}/{item_id}"
    item = sentinel_2_l2a(one)
    item["assets"] = _assets(
        one, f"{C1_COGS}/{where}/{item_id}", f"s3://sentinel-s2-l2a/tiles/{where}/{one.day.day}/0", c1=True
    )
    item["properties"] = _properties(one, canonical, "0")
    licence = {"rel": "license", "href": "https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice"}
    item.update(
        id=item_id, collection="sentinel-2-c1-l2a", links=links("sentinel-2-c1-l2a", item_id, canonical, licence)
    )
    return item
