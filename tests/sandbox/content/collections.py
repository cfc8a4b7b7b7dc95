"""Collection documents of the sandbox's own, for where none was recorded."""

from __future__ import annotations

from typing import Any

TITLES = {
    "sentinel-2-l2a": "Sentinel-2 Level-2A",
    "sentinel-2-c1-l2a": "Sentinel-2 Collection 1 Level-2A",
    "sentinel-2-l1c": "Sentinel-2 Level-1C",
    "sentinel-1-grd": "Sentinel-1 Level-1C Ground Range Detected (GRD)",
    "cop-dem-glo-30": "Copernicus DEM GLO-30",
    "cop-dem-glo-90": "Copernicus DEM GLO-90",
    "naip": "NAIP: National Agriculture Imagery Program",
    "aster-l1t": "ASTER L1T",
    "landsat-c2-l2": "Landsat Collection 2 Level-2",
    "sentinel-2-pre-c1-l2a": "Sentinel-2 Pre-Collection 1 Level-2A",
}
_AZURE = {
    "sentinel-2-l2a": ("sentinel2l2a01", "sentinel2-l2"),
    "cop-dem-glo-30": ("elevationeuwest", "copernicus-dem"),
    "cop-dem-glo-90": ("elevationeuwest", "copernicus-dem"),
    "naip": ("naipeuwest", "naip"),
    "sentinel-1-grd": ("sentinel1euwest", "s1-grd"),
}


def made(name: str, root: str, azure: bool) -> dict[str, Any]:
    own = f"{root}/collections/{name}"
    account = _AZURE.get(name)
    return {
        "id": name,
        "type": "Collection",
        "links": [
            {"rel": "items", "type": "application/geo+json", "href": f"{own}/items"},
            {"rel": "parent", "type": "application/json", "href": root},
            {"rel": "root", "type": "application/json", "href": root},
            {"rel": "self", "type": "application/json", "href": own},
        ],
        "title": TITLES.get(name, name),
        "extent": {
            "spatial": {"bbox": [[-180, -90, 180, 90]]},
            "temporal": {"interval": [["2014-10-03T00:00:00Z", None]]},
        },
        "license": "proprietary",
        "keywords": ["Copernicus"],
        "providers": [{"name": "ESA", "roles": ["producer", "licensor"], "url": "https://sentinel.esa.int"}],
        "description": f"{TITLES.get(name, name)}, of the sandbox.",
        "item_assets": {},
        "summaries": {},
        "stac_version": "1.0.0",
        "stac_extensions": ["https://stac-extensions.github.io/item-assets/v1.0.0/schema.json"],
        **({"msft:storage_account": account[0], "msft:container": account[1]} if azure and account else {}),
    }
