"""The sandbox's own items in the words of the Planetary Computer, key for key as it was recorded."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from tests.sandbox.content.acquisitions import Acquisition
from tests.sandbox.content.bands import BANDS, BY_NAME, COG, VISIBLE
from tests.sandbox.content.earth_search import schemas, stamp
from tests.sandbox.content.grid import TILE_SIZE, bounds, rounded, split_at_antimeridian

SITE = "https://planetarycomputer.microsoft.com"
ROOT = f"{SITE}/api/stac/v1"
BLOBS = "https://sentinel2l2a01.blob.core.windows.net/sentinel2-l2"
_PLATFORMS = {"S2A": "Sentinel-2A", "S2B": "Sentinel-2B", "S2C": "Sentinel-2C"}
Item = dict[str, Any]


def links(collection: str, item_id: str, *more: dict[str, str]) -> list[dict[str, str]]:
    own = f"{ROOT}/collections/{collection}"
    return [
        {"rel": "collection", "href": own, "type": "application/json"},
        {"rel": "parent", "href": own, "type": "application/json"},
        {"rel": "root", "href": ROOT, "type": "application/json"},
        {"rel": "self", "href": f"{own}/items/{item_id}", "type": "application/geo+json"},
        *more,
        {
            "rel": "preview",
            "href": f"{SITE}/api/data/v1/item/map?collection={collection}&item={item_id}",
            "type": "text/html",
            "title": "Map of item",
        },
    ]


def rendered(collection: str, item_id: str, **style: str) -> dict[str, Any]:
    """The tile and preview assets that the Planetary Computer adds to each item."""
    query = urlencode({"collection": collection, "item": item_id, **style}, safe=",|")
    return {
        "tilejson": {"href": f"{SITE}/api/data/v1/item/tilejson.json?{query}", "type": "application/json",
                     "title": "TileJSON with default rendering", "roles": ["tiles"]},
        "rendered_preview": {"href": f"{SITE}/api/data/v1/item/preview.png?{query}", "type": "image/png",
                             "title": "Rendered preview", "rel": "preview", "roles": ["overview"]},
    }  # fmt: skip


def _grid(one: Acquisition, gsd: int) -> dict[str, Any]:
    left, top, size = float(one.tile.left), float(one.tile.top), TILE_SIZE // gsd
    return {
        "proj:bbox": [left, top - TILE_SIZE, left + TILE_SIZE, top],
        "proj:shape": [size, size],
        "proj:transform": [float(gsd), 0.0, left, 0.0, -float(gsd), top],
    }


def _eo_band(name: str) -> dict[str, Any]:
    band = BY_NAME[name]
    common = {"B8A": "rededge", "B09": None}.get(name, band.common_name)
    return {"name": name, **({"common_name": common} if common else {}), "description": band.description,
            "center_wavelength": band.centre, "full_width_half_max": band.width}  # fmt: skip


def _assets(one: Acquisition, item_id: str) -> dict[str, Any]:
    place = one.tile
    safe = f"{BLOBS}/{place.name[:2]}/{place.band}/{place.square}/{one.day:%Y/%m/%d}/{one.product}.SAFE"
    granule = f"{safe}/GRANULE/L2A_T{place.name}_A{one.absolute_orbit:06d}_{one.start:%Y%m%dT%H%M%S}"
    prefix = f"T{place.name}_{one.start:%Y%m%dT%H%M%S}"

    def image(name: str, gsd: int, title: str, **more: Any) -> dict[str, Any]:
        href = f"{granule}/IMG_DATA/R{gsd}m/{prefix}_{name}_{gsd}m.tif"
        return {
            "href": href,
            "type": COG,
            "title": title,
            "gsd": float(gsd),
            **more,
            **_grid(one, gsd),
            "roles": ["data"],
        }

    def metadata(href: str, title: str) -> dict[str, Any]:
        return {"href": href, "type": "application/xml", "title": title, "roles": ["metadata"]}

    assets = {"AOT": image("AOT", 10, "Aerosol optical thickness (AOT)")}
    for band in sorted(BANDS, key=lambda one: one.name):
        eo_bands = [_eo_band(band.name)]
        assets[band.name] = image(band.name, band.gsd, f"{band.description} - {band.gsd}m", **{"eo:bands": eo_bands})
    return {
        **assets,
        "SCL": image("SCL", 20, "Scene classfication map (SCL)"),
        "WVP": image("WVP", 10, "Water vapour (WVP)"),
        "visual": image("TCI", 10, "True color image", **{"eo:bands": [_eo_band(name) for name in VISIBLE]}),
        "preview": {
            "href": f"{granule}/QI_DATA/{prefix}_PVI.tif",
            "type": COG,
            "title": "Thumbnail",
            "roles": ["thumbnail"],
        },
        "safe-manifest": metadata(f"{safe}/manifest.safe", "SAFE manifest"),
        "granule-metadata": metadata(f"{granule}/MTD_TL.xml", "Granule metadata"),
        "inspire-metadata": metadata(f"{safe}/INSPIRE.xml", "INSPIRE metadata"),
        "product-metadata": metadata(f"{safe}/MTD_MSIL2A.xml", "Product metadata"),
        "datastrip-metadata": metadata(
            f"{safe}/DATASTRIP/DS_ATOS_{one.processed:%Y%m%dT%H%M%S}/MTD_DS.xml", "Datastrip metadata"
        ),
        **rendered("sentinel-2-l2a", item_id, assets="visual", asset_bidx="visual|1,2,3", nodata="0", format="png"),
    }


def sentinel_2_l2a(one: Acquisition) -> Item:
    """The product's name without its baseline is the item's id."""
    place = one.tile
    item_id = one.product.replace(f"_N{one.baseline.replace('.', '')}", "")
    rings = split_at_antimeridian(one.ring)
    polygons = rounded(rings, 8)
    shares = {f"s2:{name}_percentage": float(share) for name, share in one.shares.items()}
    west, south, east, north = bounds(rings)
    if west > east:
        # Older items there span the whole globe instead of crossing it.
        west, east = -180.0, 180.0
    licence = {"rel": "license", "href": "https://sentinel.esa.int/documents/247904/690755/Sentinel_Data_Legal_Notice"}
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": item_id,
        "properties": {
            "datetime": stamp(one.start),
            "platform": _PLATFORMS[one.platform],
            "proj:epsg": place.epsg,
            "instruments": ["msi"],
            "s2:mgrs_tile": place.name,
            "constellation": "Sentinel 2",
            "s2:granule_id": one.tile_id,
            "eo:cloud_cover": float(one.cloud_cover),
            "s2:datatake_id": f"G{one.platform}_{one.start:%Y%m%dT%H%M%S}_{one.absolute_orbit:06d}_N{one.baseline}",
            "s2:product_uri": f"{one.product}.SAFE",
            "s2:datastrip_id": one.datastrip_id,
            "s2:product_type": "S2MSI2A",
            "sat:orbit_state": "descending",
            "s2:datatake_type": "INS-NOBS",
            "s2:generation_time": stamp(one.processed),
            "sat:relative_orbit": one.relative_orbit,
            "s2:mean_solar_zenith": 58.904706349898,
            "s2:mean_solar_azimuth": 171.349524204932,
            "s2:processing_baseline": one.baseline,
            "s2:dark_features_percentage": 0.0,
            "s2:reflectance_conversion_factor": 0.998456468000941,
            **shares,
        },
        "geometry": {"type": "Polygon", "coordinates": polygons[0]} if len(polygons) == 1
        else {"type": "MultiPolygon", "coordinates": polygons},
        "links": links("sentinel-2-l2a", item_id, licence),
        "assets": _assets(one, item_id),
        "bbox": [west, south, east, north],
        "stac_extensions": schemas(("eo/v1.0.0", "sat/v1.0.0", "projection/v1.0.0")),
        "collection": "sentinel-2-l2a",
    }  # fmt: skip
