"""Sentinel-1 at the Data Space: the passes that Earth Search shows and those of the last thirty days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tests.sandbox.content import sentinel1
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct, Quicklook, uuid_of
from tests.sandbox.content.grid import Ring
from tests.sandbox.settings import Settings

UTC = datetime.timezone.utc
ROWS, COLUMNS = 334, 500
MEASUREMENT = 4096 * 90
"""Bytes: the rows and columns as uint16, ground control points, and some room."""
_KINDS = (
    # name's middle, productType, level, folder, suffix, ending, seconds more at both ends, stored as one file
    ("GRDH_1SDV", "IW_GRDH_1S", "LEVEL1", "IW_GRDH_1S", "A1B2", "", 0, False),
    ("GRDH_1SDV", "IW_GRDH_1S-COG", "LEVEL1", "IW_GRDH_1S-COG", "A1B2", "_COG", 0, False),
    ("SLC__1SDV", "IW_SLC__1S", "LEVEL1", "IW_SLC__1S", "B2C3", "", 1, True),
    ("OCN__2SDV", "IW_OCN__2S", "LEVEL2", "IW_OCN__2S", "C3D4", "", 0, False),
)
_XML = "application/xml"


@dataclass(frozen=True)
class Pass:
    start: datetime.datetime
    ascending: bool
    relative_orbit: int
    absolute_orbit: int
    ring: Ring
    kind: str = ""
    """The product type."""
    stem: str = ""
    """Of the files: "s1a-iw-grd-{}-20221003t182241-…"; the polarisation goes into the braces."""


def products(settings: Settings) -> Iterator[CdseProduct]:
    for number, one in enumerate(_passes(settings.now)):
        for kind in _KINDS:
            yield _product(one, kind, settings.now, number)


def _passes(now: datetime.datetime) -> list[Pass]:
    known = [Pass(datetime.datetime.combine(day, time, UTC), direction == "ascending", relative, absolute,
                  _ring(box, direction == "ascending"))
             for day, time, direction, relative, absolute, box in sentinel1._PASSES]  # fmt: skip
    cycle = datetime.timedelta(days=12)
    recent = []
    for first in known[:2]:
        laps = (now - datetime.timedelta(days=30) - first.start) // cycle + 1
        while first.start + laps * cycle + datetime.timedelta(hours=6) < now:
            recent.append(Pass(first.start + laps * cycle, first.ascending, first.relative_orbit,
                               first.absolute_orbit + 175 * laps, first.ring))  # fmt: skip
            laps += 1
    return known + sorted((one for one in recent if one.start > known[-1].start), key=lambda one: one.start)


def _ring(box: tuple[float, float, float, float], ascending: bool) -> Ring:
    return [(round(x, 6), round(y, 6)) for x, y in sentinel1._outline(box, ascending)]


def _product(one: Pass, kind: tuple[str, str, str, str, str, str, int, bool], now: datetime.datetime,
             number: int) -> CdseProduct:  # fmt: skip
    middle, product_type, level, folder, unique, ending, more, static = kind
    start = one.start - datetime.timedelta(seconds=more)
    end = one.start + datetime.timedelta(seconds=25 + more)
    take = f"{one.absolute_orbit * 7:06X}"
    stem = (
        f"S1A_IW_{middle}_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_{one.absolute_orbit:06d}_{take}_{unique}{ending}"
    )
    name = f"{stem}.SAFE"
    files_stem = (f"s1a-iw-{middle[:3].lower()}-{{}}-{start:%Y%m%dt%H%M%S}-{end:%Y%m%dt%H%M%S}-"
                  f"{one.absolute_orbit:06d}-{take.lower()}-{{}}{ending.lower().replace('_', '-')}")  # fmt: skip
    source = Pass(start, one.ascending, one.relative_orbit, one.absolute_orbit, one.ring, product_type, files_stem)
    origin = end + datetime.timedelta(seconds=5400, milliseconds=308)
    attributes = {
        "origin": "ESA",
        "datatakeID": one.absolute_orbit * 7,
        "timeliness": "Fast-24h",
        "cycleNumber": 270,
        "orbitNumber": one.absolute_orbit,
        "segmentStartTime": start,
        "sliceProductFlag": False,
        "productComposition": "Slice",
        "productConsolidation": "SLICE",
        "sliceNumber": 5,
        "totalSlices": 11,
        "productClass": "S",
        "processorName": "Sentinel-1 IPF",
        "orbitDirection": "ASCENDING" if one.ascending else "DESCENDING",
        "processingDate": origin,
        "operationalMode": "IW",
        "processingLevel": level,
        "swathIdentifier": "IW" if "GRD" in middle else "IW1 IW2 IW3",
        "processingCenter": "Production Service-SERCO",
        "processorVersion": "003.52",
        "platformShortName": "SENTINEL-1",
        "instrumentShortName": "SAR",
        "relativeOrbitNumber": one.relative_orbit,
        "polarisationChannels": "VV&VH",
        "platformSerialIdentifier": "A",
        "instrumentConfigurationID": 7,
        "startTimeFromAscendingNode": 1012.25,
        "completionTimeFromAscendingNode": 1037.25,
        "productType": product_type,
        "beginningDateTime": start,
        "endingDateTime": end,
    }
    if product_type == "IW_OCN__2S":
        attributes["swathIdentifier"] = "IW"
    return CdseProduct(
        name=name,
        collection="SENTINEL-1",
        product_type=product_type,
        start=start,
        end=end,
        rings=(one.ring,),
        s3_path=f"/eodata/Sentinel-1/SAR/{folder}/{start:%Y/%m/%d}/{name}",
        origin=origin,
        published=origin + datetime.timedelta(seconds=582, microseconds=117),
        attributes=attributes,
        files=_files(product_type, files_stem),
        online=not (product_type == "IW_SLC__1S" and number == 0),
        static=static,
        quicklook=Quicklook(uuid_of("quicklook", name), "preview/quick-look.png", "image/png"),
        source=source,
    )


def _files(product_type: str, stem: str) -> tuple[CdseFile, ...]:
    files = [CdseFile("manifest.safe", 16384, _XML), CdseFile("preview/quick-look.png", 4096 * 40, "image/png")]
    if product_type == "IW_OCN__2S":
        return (*files, CdseFile(f"measurement/{stem.format('vv', '001')}.nc", 65536, "application/x-netcdf"))
    swaths = ("",) if "GRD" in product_type else ("1", "2", "3")
    names = [(f"iw{swath}" if swath else "iw", polarisation) for swath in swaths for polarisation in ("vv", "vh")]
    for number, (swath, polarisation) in enumerate(names, 1):
        one = stem.replace("s1a-iw-", f"s1a-{swath}-").format(polarisation, f"{number:03d}")
        files += [
            CdseFile(f"measurement/{one}.tiff", MEASUREMENT * (2 if "SLC" in product_type else 1), "image/tiff"),
            CdseFile(f"annotation/{one}.xml", 16384, _XML),
            CdseFile(f"annotation/calibration/calibration-{one}.xml", 8192, _XML),
            CdseFile(f"annotation/calibration/noise-{one}.xml", 4096, _XML),
        ]
    return tuple(files)
