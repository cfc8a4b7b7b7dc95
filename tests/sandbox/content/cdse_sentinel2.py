"""Sentinel-2 at the Data Space: the acquisitions that the other hosts show, as L1C and L2A products."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.sandbox.content import acquisitions
from tests.sandbox.content.acquisitions import Acquisition, chance
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct, Quicklook, uuid_of
from tests.sandbox.content.grid import split_at_antimeridian
from tests.sandbox.settings import Settings

PIXELS = {10: 549, 20: 366, 60: 183}
"""A side of the small images, by the resolution that their names say."""
_SHARES = {10: 45, 20: 50, 60: 60}
"""Per cent of the raw size that an image takes at most: nearly all are that small without loss."""
L2A = {10: ("AOT", "B02", "B03", "B04", "B08", "TCI", "WVP"),
       20: ("AOT", "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B11", "B12", "B8A", "SCL", "TCI", "WVP"),
       60: ("AOT", "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B09", "B11", "B12", "B8A", "SCL", "TCI",
            "WVP")}  # fmt: skip
L1C = {10: ("B02", "B03", "B04", "B08", "TCI"), 20: ("B05", "B06", "B07", "B11", "B12", "B8A"),
       60: ("B01", "B09", "B10")}  # fmt: skip
_JP2 = "image/jp2"
_XML = "application/xml"


def image_size(band: str, resolution: int) -> int:
    """Bytes; a multiple of 4 KiB."""
    raw = PIXELS[resolution] ** 2 * {"TCI": 3, "SCL": 1}.get(band, 2)
    return (raw * (40 if band == "SCL" else _SHARES[resolution]) // 100 + 8192) // 4096 * 4096


def granule(one: Acquisition, level: str) -> str:
    return f"{level}_T{one.tile.name}_A{one.absolute_orbit:06d}_{_strip(one)}"


def _strip(one: Acquisition) -> str:
    """The data strip began some seconds before."""
    return f"{one.start - datetime.timedelta(seconds=4):%Y%m%dT%H%M%S}"


def products(settings: Settings) -> Iterator[CdseProduct]:
    groups = (acquisitions.ireland_2022(), acquisitions.ireland_recent(settings.now), acquisitions.far_places())
    for group in groups:
        for one in group:
            yield l2a(one, settings)
            yield l1c(one)


def l2a(one: Acquisition, settings: Settings) -> CdseProduct:
    archive = settings.data / f"{one.product}.SAFE.zip" if one.real and settings.data else None
    if archive is None or not archive.exists():
        files, length = _files(one, one.product, "L2A", L2A), 0
    else:
        files, length = _real_files(archive), archive.stat().st_size
    return _product(one, one.product, "L2A", one.processed, files, length)


def l1c(one: Acquisition) -> CdseProduct:
    processed = max(
        one.start.replace(microsecond=0) + datetime.timedelta(seconds=4200),
        one.processed - datetime.timedelta(seconds=5460 + int(600 * chance("l1c", one.product))),
    )
    name = one.product.replace("MSIL2A", "MSIL1C").rpartition("_")[0] + f"_{processed:%Y%m%dT%H%M%S}"
    return _product(one, name, "L1C", processed, _files(one, name, "L1C", L1C), 0)


def _real_files(archive: Path) -> tuple[CdseFile, ...]:
    with zipfile.ZipFile(archive) as opened:
        members = [(one.filename.split("/", 1)[1], one.file_size) for one in opened.infolist() if not one.is_dir()]
    kinds = {"jp2": _JP2, "xml": _XML, "safe": _XML}
    return tuple(
        CdseFile(path, size, kinds.get(path.rpartition(".")[2], "application/octet-stream")) for path, size in members
    )


def _files(one: Acquisition, name: str, level: str, bands: dict[int, tuple[str, ...]]) -> tuple[CdseFile, ...]:
    folder = f"GRANULE/{granule(one, level)}"
    strip = f"DATASTRIP/DS_ATOS_{one.processed:%Y%m%dT%H%M%S}_S{_strip(one)}"
    files = [
        CdseFile("manifest.safe", 16384, _XML),
        CdseFile(f"MTD_MSI{level}.xml", 16384, _XML),
        CdseFile("INSPIRE.xml", 4096, _XML),
        CdseFile(f"{name}-ql.jpg", 40960, "image/jpeg"),
        CdseFile(f"{strip}/MTD_DS.xml", 8192, _XML),
        CdseFile(f"{folder}/MTD_TL.xml", 8192, _XML),
    ]
    stem = f"T{one.tile.name}_{one.start:%Y%m%dT%H%M%S}"
    for resolution, names in bands.items():
        for band in names:
            path = f"R{resolution}m/{stem}_{band}_{resolution}m.jp2" if level == "L2A" else f"{stem}_{band}.jp2"
            files.append(CdseFile(f"{folder}/IMG_DATA/{path}", image_size(band, resolution), _JP2))
    masks = [("MSK_CLASSI_B00", 60)]
    if level == "L2A":
        masks += [("MSK_CLDPRB_20m", 20), ("MSK_CLDPRB_60m", 60), ("MSK_SNWPRB_20m", 20), ("MSK_SNWPRB_60m", 60)]
    for name, resolution in masks:
        files.append(CdseFile(f"{folder}/QI_DATA/{name}.jp2", image_size("SCL", resolution), _JP2))
    files.append(CdseFile(f"{folder}/QI_DATA/{stem}_PVI.jp2", image_size("TCI", 60), _JP2))
    return tuple(files)


def _product(
    one: Acquisition, name: str, level: str, processed: datetime.datetime, files: tuple[CdseFile, ...], length: int
) -> CdseProduct:
    origin = processed + datetime.timedelta(seconds=1800 + int(1800 * chance("origin", name)), milliseconds=513)
    baseline = one.baseline
    take = f"G{one.platform}_{one.start:%Y%m%dT%H%M%S}_{one.absolute_orbit:06d}_N{baseline}"
    kind = f"S2MSI{level[1:]}"
    attributes = {
        "origin": "ESA",
        "tileId": one.tile.name,
        "cloudCover": one.cloud_cover if level == "L2A" else round(one.cloud_cover * 0.97, 6),
        "orbitNumber": one.absolute_orbit,
        "datastripId": one.datastrip_id.replace("_L2A_", f"_{level}_"),
        "processingDate": processed,
        "productGroupId": take,
        "operationalMode": "INS-NOBS",
        "processingLevel": kind,
        "processorVersion": baseline,
        "granuleIdentifier": one.tile_id.replace("_L2A_", f"_{level}_"),
        "platformShortName": "SENTINEL-2",
        "instrumentShortName": "MSI",
        "relativeOrbitNumber": one.relative_orbit,
        "platformSerialIdentifier": one.platform[2],
        "productType": kind,
        "beginningDateTime": one.start,
        "endingDateTime": one.start,
    }
    return CdseProduct(
        name=f"{name}.SAFE",
        collection="SENTINEL-2",
        product_type=kind,
        start=one.start,
        end=one.start,
        rings=tuple([(round(x, 6), round(y, 6)) for x, y in ring] for ring in split_at_antimeridian(one.ring)),
        s3_path=f"/eodata/Sentinel-2/MSI/{level}/{one.start:%Y/%m/%d}/{name}.SAFE",
        origin=origin,
        published=origin + datetime.timedelta(seconds=420 + int(900 * chance("published", name)), microseconds=282635),
        attributes=attributes,
        files=files,
        online=one.real or chance("offline", name) > 0.08,
        static=bool(length),
        quicklook=Quicklook(uuid_of("quicklook", name), f"{name}-ql.jpg"),
        source=one,
        length=length,
    )
