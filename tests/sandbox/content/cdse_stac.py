"""The Data Space's products as its STAC tells of them (1.1.0), key for key as the recorded items."""

from __future__ import annotations

import datetime
import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.sandbox.content.acquisitions import Acquisition, chance
from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.content.cdse_stac_assets import ROOT, assets_of
from tests.sandbox.content.grid import bounds

Item = dict[str, Any]
IDENTITY = "https://identity.dataspace.copernicus.eu/auth/realms/CDSE/.well-known/openid-configuration"
_SCHEMAS = {
    "cdse-s3": {
        "title": "Copernicus Data Space Ecosystem S3",
        "description": "This endpoint provides access to EO data which is stored on the object storage of both "
        "CloudFerro Cloud and OpenTelekom Cloud (OTC).",
        "platform": "https://eodata.dataspace.copernicus.eu",
        "requester_pays": False,
        "type": "custom-s3",
    },
    "creodias-s3": {
        "title": "CREODIAS S3",
        "description": "Comprehensive Earth Observation Data (EODATA) archive offered by CREODIAS as a commercial "
        "part of CDSE, designed to provide users with access to a vast repository of satellite data without "
        "predefined quota limits.",
        "platform": "https://eodata.cloudferro.com",
        "requester_pays": True,
        "type": "custom-s3",
    },
}
_AUTHENTICATION = {"s3": {"type": "s3"}, "oidc": {"type": "openIdConnect", "openIdConnectUrl": IDENTITY}}
_DESIGNATORS = {"sentinel-1a": "2014-016A", "sentinel-2a": "2015-028A", "sentinel-2b": "2017-013A",
                "sentinel-2c": "2024-157A", "sentinel-3a": "2016-011A", "sentinel-3b": "2018-039A",
                "sentinel-5p": "2017-064A"}  # fmt: skip
_EXTENSIONS = ("alternate-assets/v1.2.0", "authentication/v1.1.0", "file/v2.1.0", "processing/v1.2.0",
               "product/v1.0.0", "projection/v2.0.0", "sat/v1.1.0", "storage/v2.0.0", "timestamps/v1.1.0")  # fmt: skip
_MORE_EXTENSIONS = {"SENTINEL-1": ("sar/v1.3.0", "view/v1.1.0"), "SENTINEL-2": ("classification/v2.0.0", "eo/v2.0.0",
                    "grid/v1.1.0", "raster/v2.0.0", "view/v1.1.0"), "SENTINEL-3": ("eo/v2.0.0",)}  # fmt: skip
_TIMELINESS = {"NR": "nrt", "ST": "stc", "NT": "ntc", "NRTI": "nrti", "OFFL": "offl", "RPRO": "rpro"}
_DURATIONS = {"nrt": "PT3H", "stc": "PT48H", "ntc": "P1M", "nrti": "PT3H", "offl": "P5D", "rpro": "P1Y"}


def collection_of(product: CdseProduct) -> str:
    """The STAC collection that holds it; empty for what the STAC does not tell of (old forms, auxiliary files)."""
    return _COLLECTIONS.get(product.collection, lambda one: "")(product)


def _sentinel_1(product: CdseProduct) -> str:
    kind = product.product_type
    if kind.endswith("-COG") and "GRD" in kind:
        return "sentinel-1-grd"
    if "_SLC_" in kind:
        return "sentinel-1-slc-wv" if kind.startswith("WV") else "sentinel-1-slc"
    return ""


def _sentinel_2(product: CdseProduct) -> str:
    return {"S2MSI2A": "sentinel-2-l2a", "S2MSI1C": "sentinel-2-l1c"}.get(product.product_type, "")


def timeliness_of(product: CdseProduct) -> str:
    """ "nrt", "stc", "ntc", "nrti", "offl" or "rpro", as the name says; empty where it does not."""
    found = re.search(r"_O_(NR|ST|NT)_|_(NR|ST|NT)_\d{3}|^S5P_(NRTI|OFFL|RPRO)_|_(NR|ST|NT)_F", product.name)
    return _TIMELINESS[next(group for group in found.groups() if group)] if found else ""


def _by_words(prefix: str, words: Mapping[str, str]) -> Callable[[CdseProduct], str]:
    """ "OL_1_EFR___" → "sentinel-3-olci-1-efr-ntc"."""

    def named(product: CdseProduct) -> str:
        first, *rest = [word.lower() for word in product.product_type.split("_") if word]
        when = timeliness_of(product)
        return "-".join([prefix, words.get(first, first), *rest, *([when] if when else [])])

    return named


def _cop_dem(product: CdseProduct) -> str:
    found = re.search(r"DGE_(30|90)[_-]COG", product.product_type)
    return f"cop-dem-glo-{found[1]}-dged-cog" if found else ""


def _contributing(product: CdseProduct) -> str:
    if "_DTE_" in product.product_type or "_DGE_" in product.product_type or "_INS_" in product.product_type:
        return "ccm-dem"
    return "ccm-sar" if "SAR" in product.product_type else "ccm-optical"


_COLLECTIONS: dict[str, Callable[[CdseProduct], str]] = {
    "SENTINEL-1": _sentinel_1,
    "SENTINEL-2": _sentinel_2,
    "SENTINEL-3": _by_words("sentinel-3", {"ol": "olci", "sy": "syn"}),
    "SENTINEL-5P": _by_words("sentinel-5p", {"l1b": "l1"}),
    "SENTINEL-6": _by_words("sentinel-6", {}),
    "COP-DEM": _cop_dem,
    "CCM": _contributing,
    "GLOBAL-MOSAICS": lambda one: f"sentinel-{'1' if one.product_type.startswith('S1') else '2'}-global-mosaics",
}


def _stamp(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond:06d}Z"


def properties_of(product: CdseProduct) -> dict[str, Any]:
    """All of them, in the recorded order."""
    start = _stamp(product.start)
    found: dict[str, Any] = {
        "created": _stamp(product.origin),
        "updated": _stamp(product.published + datetime.timedelta(days=41)),
        "published": _stamp(product.published),
        "eopf:origin_datetime": _stamp(product.origin),
        "auth:schemes": _AUTHENTICATION,
        "storage:schemes": _SCHEMAS,
        "datetime": start,
        "start_datetime": start,
        "end_datetime": _stamp(product.end),
        **_mission(product),
        "product:type": _type_of(product),
        **_orbit(product),
        **_optics(product),
        **_radar(product),
        "processing:software": {"eometadatatool": "250924131919+dirty"},
        "expires": "9999-01-01T00:00:00.000000Z",
    }
    when = timeliness_of(product)
    if product.collection in ("SENTINEL-1", "SENTINEL-2"):
        category = "Fast-24h" if product.collection == "SENTINEL-1" else "NRT"
        found.update({"product:timeliness": "PT24H", "product:timeliness_category": category})
    elif when:
        found.update({"product:timeliness": _DURATIONS[when], "product:timeliness_category": _category(when)})
    if "processorVersion" in product.attributes:
        found["processing:version"] = str(product.attributes["processorVersion"])
    return found


def _category(when: str) -> str:
    return next(said for said, short in _TIMELINESS.items() if short == when)


def _type_of(product: CdseProduct) -> str:
    """OData's without what it has more there."""
    if product.collection == "CCM":
        return re.sub(r"_[0-9A-F]{4}$", "", product.product_type)
    return (
        product.product_type.replace("_COG", "-COG")
        if product.collection == "COP-DEM"
        else (product.product_type.replace("-COG", ""))
    )


def id_of(product: CdseProduct) -> str:
    """The name without its ending; Sentinel-6 keeps it, and a dot within a name is followed by a digit."""
    return re.sub(r"\.(?!SEN6)[A-Za-z][A-Za-z0-9]*$", "", product.name)


def _mission(product: CdseProduct) -> dict[str, Any]:
    said = product.attributes
    constellation = str(said.get("platformShortName", product.collection)).lower()
    found: dict[str, Any] = {"constellation": constellation}
    unit = str(said.get("platformSerialIdentifier", "")).lower()
    if unit and constellation.startswith("sentinel"):
        found["platform"] = constellation if constellation.endswith(unit) else f"{constellation}{unit}"
        designator = _DESIGNATORS.get(found["platform"])
        if designator:
            found["sat:platform_international_designator"] = designator
    if "instrumentShortName" in said:
        found["instruments"] = [str(said["instrumentShortName"]).lower()]
    level = re.search(r"\d", str(said.get("processingLevel", "")))
    kind = {"S2MSI2A": "2", "S2MSI1C": "1"}.get(product.product_type, level[0] if level else "")
    if kind:
        found["processing:level"] = f"L{kind}"
    if isinstance(said.get("processingDate"), datetime.datetime):
        found["processing:datetime"] = _stamp(said["processingDate"])
    found["processing:facility"] = str(said.get("processingCenter", said.get("origin", "ESA")))
    return found


def _orbit(product: CdseProduct) -> dict[str, Any]:
    said = product.attributes
    names = {"sat:relative_orbit": "relativeOrbitNumber", "sat:absolute_orbit": "orbitNumber",
             "sat:orbit_cycle": "cycleNumber"}  # fmt: skip
    found: dict[str, Any] = {ours: said[theirs] for ours, theirs in names.items() if theirs in said}
    if "orbitDirection" in said:
        found["sat:orbit_state"] = str(said["orbitDirection"]).lower()
    elif isinstance(product.source, Acquisition):
        found["sat:orbit_state"] = "descending"
    return found


def _optics(product: CdseProduct) -> dict[str, Any]:
    said = product.attributes
    found: dict[str, Any] = {}
    if "cloudCover" in said:
        found["eo:cloud_cover"] = said["cloudCover"]
    one = product.source
    if not isinstance(one, Acquisition):
        return found
    found.update({
        "gsd": 10,
        "grid:code": f"MGRS-{one.tile.name}",
        "view:sun_azimuth": round(160 + 20 * chance("azimuth", product.name), 6),
        "view:sun_elevation": round(10 + 40 * chance("elevation", product.name), 6),
        "view:azimuth": 258.25457702138465,
        "view:incidence_angle": 4.031093554485443,
        "eopf:datastrip_id": said["datastripId"],
        "eopf:datatake_id": said["productGroupId"],
        "eopf:instrument_mode": said["operationalMode"],
    })  # fmt: skip
    if product.product_type == "S2MSI2A":
        shares = one.shares
        found["eo:snow_cover"] = shares["snow_ice"]
        found["statistics"] = {
            "nodata": shares["nodata_pixel"], "saturated_defective": shares["saturated_defective_pixel"],
            "dark_area": 0.0, **{name: shares[name] for name in (
                "cloud_shadow", "vegetation", "not_vegetated", "water", "unclassified", "medium_proba_clouds",
                "high_proba_clouds", "thin_cirrus")},
        }  # fmt: skip
    return found


def _radar(product: CdseProduct) -> dict[str, Any]:
    said = product.attributes
    if product.collection != "SENTINEL-1":
        return {}
    spacing = {"sar:pixel_spacing_range": 10.0, "sar:pixel_spacing_azimuth": 10.0}
    return {
        "sar:frequency_band": "C",
        "sar:center_frequency": 5.405,
        "sar:observation_direction": "right",
        "sar:instrument_mode": said["operationalMode"],
        "sar:polarizations": str(said["polarisationChannels"]).split("&"),
        **(spacing if "GRD" in product.product_type else {}),
        "view:incidence_angle": 38.93875548337633,
        "view:azimuth": 76.2 if said.get("orbitDirection") == "ASCENDING" else 283.8,
        "eopf:datatake_id": str(said.get("datatakeID", "")),
        "eopf:instrument_configuration_id": said.get("instrumentConfigurationID", 7),
    }


def geometry_of(product: CdseProduct) -> dict[str, Any]:
    polygons = [[[list(point) for point in ring]] for ring in product.rings]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def item_of(product: CdseProduct, checksums: Mapping[str, str]) -> Item:
    """The item, with the links that the server adds. ``checksums``: multihashes by the file's path, "" for the zip."""
    collection = collection_of(product)
    archive = product.name if product.name.endswith(".zip") else f"{product.name}.zip"
    links = [{
        "rel": "version-history",
        "href": f"https://trace.dataspace.copernicus.eu/api/v1/traces/name/{archive}",
        "type": "application/json",
        "title": "Product history record from the CDSE traceability service",
    }]  # fmt: skip
    if product.folder:
        links.append({
            "rel": "enclosure", "href": f"s3:/{product.s3_path}/", "type": "application/x-directory",
            "title": "S3 path to source directory", "auth:refs": ["s3"], "storage:refs": ["cdse-s3", "creodias-s3"],
        })  # fmt: skip
    extensions = sorted([*_EXTENSIONS, *_MORE_EXTENSIONS.get(product.collection, ())])
    return with_links({
        "type": "Feature",
        "stac_version": "1.1.0",
        "collection": collection,
        "id": id_of(product),
        "properties": properties_of(product),
        "bbox": list(bounds(product.rings)),
        "geometry": geometry_of(product),
        "links": links,
        "assets": assets_of(product, checksums),
        "stac_extensions": ["https://cs-si.github.io/eopf-stac-extension/v1.2.0/schema.json",
                            *(f"https://stac-extensions.github.io/{name}/schema.json" for name in extensions)],
    })  # fmt: skip


def with_links(item: Item) -> Item:
    """An item as the server gives it: with links to itself and what it belongs to, before its own."""
    own = f"{ROOT}/collections/{item['collection']}"
    links = [
        {"rel": "collection", "type": "application/json", "href": own},
        {"rel": "parent", "type": "application/json", "href": own},
        {"rel": "root", "type": "application/json", "href": f"{ROOT}/"},
        {"rel": "self", "type": "application/geo+json", "href": f"{own}/items/{item['id']}"},
    ]
    return {**item, "links": [*links, *item["links"]]}


def recorded_items(folder: Path | None) -> Iterator[Item]:
    """Those of the recordings, with the links that the server adds."""
    if folder is None:
        return
    for place in ("cdse", "ccm"):
        for path in sorted((folder / place).glob("stac_item_*.json")):
            yield with_links(json.loads(path.read_bytes()))


class ProductEntry:
    """A product in the store of the STAC; its item is only made when somebody wants to see it."""

    def __init__(self, product: CdseProduct, checksums: Callable[[CdseProduct], Mapping[str, str]]) -> None:
        self._product, self._checksums = product, checksums
        self.id, self.collection = id_of(product), collection_of(product)
        self.time = product.start.timestamp()
        across = [x for ring in product.rings for x, _ in ring]
        up = [y for ring in product.rings for _, y in ring]
        self.box = (min(across), min(up), max(across), max(up))

    def item(self) -> Item:
        return item_of(self._product, self._checksums(self._product))

    @functools.cached_property
    def _words(self) -> Item:
        return {"id": self.id, "collection": self.collection, "properties": properties_of(self._product),
                "geometry": geometry_of(self._product)}  # fmt: skip

    def words(self) -> Item:
        return self._words

    @functools.cached_property
    def _bytes(self) -> bytes:
        return json.dumps(self.item(), ensure_ascii=False, separators=(",", ":")).encode()

    def serialised(self) -> bytes:
        return self._bytes

    def outline(self) -> Any:
        return self._product.geometry
