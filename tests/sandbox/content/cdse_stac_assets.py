"""The assets of the Data Space's STAC items: each file at S3 and by Nodes, the quicklook, the whole product."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.sandbox.content.acquisitions import Acquisition
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.grid import TILE_SIZE

ROOT = "https://stac.dataspace.copernicus.eu/v1"
DOWNLOAD = "https://download.dataspace.copernicus.eu/odata/v1"
ZIPPER = "https://zipper.dataspace.copernicus.eu/odata/v1"
QUICKLOOKS = "https://datahub.creodias.eu/odata/v1"
Asset = dict[str, Any]
_S3 = {"alternate:name": "S3", "auth:refs": ["s3"], "storage:refs": ["cdse-s3", "creodias-s3"]}
_BANDS: dict[str, tuple[str, float, float, str, int]] = {
    # name: description, wavelength, width, common name, its own resolution; as recorded
    "B01": ("Coastal aerosol (band 1)", 0.443, 0.228, "coastal", 60),
    "B02": ("Blue (band 2)", 0.493, 0.267, "blue", 10),
    "B03": ("Green (band 3)", 0.56, 0.291, "green", 10),
    "B04": ("Red (band 4)", 0.665, 0.342, "red", 10),
    "B05": ("Red edge 1 (band 5)", 0.704, 0.357, "rededge071", 20),
    "B06": ("Red edge 2 (band 6)", 0.741, 0.374, "rededge075", 20),
    "B07": ("Red edge 3 (band 7)", 0.783, 0.399, "rededge078", 20),
    "B08": ("NIR 1 (band 8)", 0.833, 0.454, "nir", 10),
    "B8A": ("NIR 2 (band 8A)", 0.865, 0.441, "nir08", 20),
    "B09": ("NIR 3 (band 9)", 0.945, 0.479, "nir09", 60),
    "B10": ("SWIR - Cirrus (band 10)", 1.373, 0.75, "cirrus", 60),
    "B11": ("SWIR 1 (band 11)", 1.614, 0.841, "swir16", 20),
    "B12": ("SWIR 2 (band 12)", 2.202, 1.16, "swir22", 20),
}
_MAPS = {"TCI": "True color image", "AOT": "Aerosol optical thickness (AOT) - {}m",
         "SCL": "Scene classification map (SCL) - {}m", "WVP": "Water vapour (WVP) - {}m"}  # fmt: skip
_CLASSES = (
    ("no_data", "nodata_pixel"), ("saturated_or_defective", "saturated_defective_pixel"), ("dark_area_pixels", ""),
    ("cloud_shadows", "cloud_shadow"), ("vegetation", "vegetation"), ("not_vegetated", "not_vegetated"),
    ("water", "water"), ("unclassified", "unclassified"), ("cloud_medium_probability", "medium_proba_clouds"),
    ("cloud_high_probability", "high_proba_clouds"), ("thin_cirrus", "thin_cirrus"), ("snow", "snow_ice"),
)  # fmt: skip
_METADATA = {
    "manifest.safe": "safe_manifest", "MTD_MSIL2A.xml": "product_metadata", "MTD_MSIL1C.xml": "product_metadata",
    "MTD_TL.xml": "granule_metadata", "INSPIRE.xml": "inspire_metadata", "MTD_DS.xml": "datastrip_metadata",
    "xfdumanifest.xml": "xfdumanifest",
}  # fmt: skip
_POLARISED = (
    # where, key, title, roles, media type
    (r"^measurement/.*-(vv|vh|hh|hv)-.*\.tiff$", "{}", "{}: backscatter", ["data"],
     "image/tiff; application=geotiff; profile=cloud-optimized"),
    (r"^annotation/[^/]*-(vv|vh|hh|hv)-[^/]*\.xml$", "schema-product-{}", "{} product Schema", ["metadata"],
     "application/xml"),
    (r"^annotation/calibration/calibration-.*-(vv|vh|hh|hv)-.*\.xml$", "schema-calibration-{}",
     "{} calibration Schema", ["metadata"], "application/xml"),
    (r"^annotation/calibration/noise-.*-(vv|vh|hh|hv)-.*\.xml$", "schema-noise-{}", "{} noise Schema", ["metadata"],
     "application/xml"),
)  # fmt: skip


def assets_of(product: CdseProduct, checksums: Mapping[str, str]) -> dict[str, Asset]:
    """In the recorded order: metadata, the picture, images, the whole product."""
    metadata: dict[str, Asset] = {}
    images: dict[str, Asset] = {}
    for file in product.files if product.folder else ():
        found = _asset(product, file)
        if found is None:
            continue
        key, asset = found
        place = metadata if asset["roles"] == ["metadata"] else images
        place.setdefault(key, {**asset, **_place(product, file, checksums)})
    picture = {"thumbnail": _picture(product, checksums)} if product.quicklook else {}
    metadata, ordered = (dict(sorted(some.items(), key=_rank)) for some in (metadata, images))
    if product.collection == "COP-DEM":
        # As it was recorded: at S3 only, and no archive of the whole.
        return {key: {name: value for name, value in asset.items() if name not in ("alternate", "file:local_path")}
                for key, asset in {**ordered, **metadata}.items()}  # fmt: skip
    return {**metadata, **picture, **ordered, _whole_key(product): _whole(product, checksums)}


def _rank(entry: tuple[str, Asset]) -> tuple[int, str]:
    key = entry[0]
    stem = key if key in _METADATA.values() else key.partition("_")[0]
    known = [*_METADATA.values(), *_BANDS, *_MAPS]
    return (known.index(stem) if stem in known else len(known), key)


def _asset(product: CdseProduct, file: CdseFile) -> tuple[str, Asset] | None:
    """Its key and what it is, without its place; None for files that the items do not name."""
    name = file.path.rpartition("/")[2]
    if name in _METADATA:
        return _METADATA[name], {"type": "application/xml", "title": name, "roles": ["metadata"]}
    if product.collection == "SENTINEL-2":
        return _sentinel_2(product, file)
    if product.collection == "SENTINEL-1":
        return _sentinel_1(file)
    if product.collection == "COP-DEM":
        return _heights(name)
    if name.endswith(".nc"):
        return _netcdf(name)
    return None


def _sentinel_2(product: CdseProduct, file: CdseFile) -> tuple[str, Asset] | None:
    found = re.search(r"/IMG_DATA/(?:R(\d+)m/)?[^/]*_([A-Z0-9]{3})(?:_\d+m)?\.jp2$", file.path)
    if found is None:
        return None
    name = found[2]
    own = _BANDS[name][4] if name in _BANDS else {"SCL": 20}.get(name, 10)
    resolution = int(found[1]) if found[1] else own
    level_2 = found[1] is not None
    sampling = []
    if level_2:
        if name not in ("AOT", "WVP"):
            kinds = ("original", "downsampled", "upsampled")
            sampling = [f"sampling:{kinds[(resolution > own) + 2 * (resolution < own)]}"]
        sampling.append(f"gsd:{resolution}m")
    asset: Asset = {"type": "image/jp2"}
    if name in _BANDS:
        asset.update(title=f"{_BANDS[name][0]} - {resolution}m", roles=["data", "reflectance", *sampling],
                     bands=[_band(name)])  # fmt: skip
    else:
        roles = ["visual"] if name == "TCI" else ["data"]
        asset.update(title=_MAPS[name].format(resolution), roles=[*roles, *sampling])
        if name == "TCI":
            asset["bands"] = [_band(one) for one in ("B04", "B03", "B02")]
    asset.update(data_type="uint8" if name in ("TCI", "SCL") else "uint16", nodata=0)
    if name not in ("TCI", "SCL"):
        asset.update({"raster:scale": 0.0001, "raster:offset": -0.1})
    asset.update(gsd=resolution, **_grid(product.source, resolution))
    if name in _BANDS:
        asset.update({"view:azimuth": 258.542326601019, "view:incidence_angle": 3.92412444481274})
    if name == "SCL":
        asset["classification:classes"] = _classes(product.source, resolution == own)
    return (f"{name}_{resolution}m" if level_2 else name), asset


def _band(name: str) -> dict[str, Any]:
    description, wavelength, width, common, _ = _BANDS[name]
    return {"name": name, "description": description, "eo:center_wavelength": wavelength,
            "eo:full_width_half_max": width, "eo:common_name": common}  # fmt: skip


def _grid(one: Any, resolution: int) -> dict[str, Any]:
    """Of the real images, although the sandbox's are smaller."""
    if not isinstance(one, Acquisition):
        return {}
    left, top, side = one.tile.left, one.tile.top, TILE_SIZE // resolution
    return {"proj:code": f"EPSG:{one.tile.epsg}", "proj:shape": [side, side],
            "proj:bbox": [left, top - TILE_SIZE, left + TILE_SIZE, top],
            "proj:transform": [resolution, 0, left, 0, -resolution, top]}  # fmt: skip


def _classes(one: Any, counted: bool) -> list[dict[str, Any]]:
    shares = one.shares if isinstance(one, Acquisition) else {}
    return [
        {"value": value, "name": name, **({"nodata": True} if value == 0 else {}),
         **({"percentage": float(shares.get(share, 0.0))} if counted else {})}
        for value, (name, share) in enumerate(_CLASSES)
    ]  # fmt: skip


def _sentinel_1(file: CdseFile) -> tuple[str, Asset] | None:
    for where, key, title, roles, media_type in _POLARISED:
        found = re.search(where, file.path)
        if found is None:
            continue
        swath = re.search(r"-iw([123])-", file.path)
        name = f"iw{swath[1]}-{found[1]}" if swath else found[1]
        asset: Asset = {"type": media_type, "title": title.format(found[1].upper()), "roles": roles}
        if roles == ["data"]:
            asset.update({"data_type": "uint16", "nodata": 0, "proj:code": None})
        return key.format(name), {**asset, "sar:polarizations": [found[1].upper()]}
    return None


def _heights(name: str) -> tuple[str, Asset] | None:
    if name.endswith(".xml"):
        return "manifest", {"type": "application/xml", "title": "Manifest", "roles": ["metadata"]}
    if not name.endswith("_DEM.tif"):
        return None
    media_type = "image/tiff; application=geotiff; profile=cloud-optimized"
    return "data", {"type": media_type, "title": "Elevation", "roles": ["data"], "data_type": "float32"}


def _netcdf(name: str) -> tuple[str, Asset]:
    asset: Asset = {"type": "application/netcdf", "title": name, "roles": ["data"]}
    band = re.match(r"(Oa\d\d)_(radiance(?:_unc)?)\.nc", name)
    if band:
        asset["bands"] = [{"name": band[1], "description": f"OLCI band {band[1]}", "eo:center_wavelength": 0.4,
                           "eo:full_width_half_max": 0.015}]  # fmt: skip
        return f"{band[1]}_{band[2]}Data", asset
    return name[:-3].replace("_", "-"), asset


def _place(product: CdseProduct, file: CdseFile, checksums: Mapping[str, str]) -> Asset:
    nodes = "".join(f"/Nodes({part})" for part in product.node_path(file))
    href = f"{ZIPPER}/Products({product.uuid}){nodes}/$value"
    return {
        **({"file:checksum": checksums[file.path]} if file.path in checksums else {}),
        "file:size": file.size,
        "file:local_path": f"{product.name}/{file.path}",
        "href": f"s3://eodata/{product.s3_key(file)}",
        **_S3,
        "alternate": {"https": {"href": href, "alternate:name": "HTTPS", "auth:refs": ["oidc"], "storage:refs": []}},
    }


def _picture(product: CdseProduct, checksums: Mapping[str, str]) -> Asset:
    picture = product.quicklook
    assert picture is not None
    optical = product.collection == "SENTINEL-2"
    asset: Asset = {
        "type": picture.media_type,
        "title": "Quicklook" if optical else "Thumbnail",
        "roles": ["thumbnail", "overview"] if optical else ["thumbnail"],
        **({"data_type": "uint8", "proj:code": None} if optical else {}),
        **({} if product.collection == "SENTINEL-3" else {"proj:shape": [343, 343]}),
    }
    file = product.by_path.get(picture.path)
    if file is not None:
        if picture.path in checksums:
            asset["file:checksum"] = checksums[picture.path]
        asset.update({"file:size": file.size, "file:local_path": f"{product.name}/{file.path}"})
    asset.update(href=f"{QUICKLOOKS}/Assets({picture.uuid})/$value", **{"alternate:name": "HTTPS"})
    if file is not None:
        asset["alternate"] = {"s3": {"href": f"s3://eodata/{product.s3_key(file)}", **_S3}}
    return asset


def _whole_key(product: CdseProduct) -> str:
    return "Product" if product.collection in ("SENTINEL-1", "SENTINEL-2") else "product"


def _whole(product: CdseProduct, checksums: Mapping[str, str]) -> Asset:
    zipped = product.folder or product.name.endswith(".zip")
    asset: Asset = {
        "type": "application/zip" if zipped else "application/netcdf",
        "title": "Zipped product" if zipped else "Product",
        "roles": ["data", "metadata", "archive"] if zipped else ["data", "metadata"],
    }
    if "" in checksums:
        asset["file:checksum"] = checksums[""]
    name = f"{product.name}.zip" if product.folder else product.name
    return {**asset, "file:size": product.content_length, "file:local_path": name,
            "href": f"{DOWNLOAD}/Products({product.uuid})/$value", "auth:refs": ["oidc"]}  # fmt: skip
