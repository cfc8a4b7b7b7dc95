"""What else the Data Space has: quarterly mosaics, Copernicus DEM, land products, contributing missions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.sandbox.content import dem
from tests.sandbox.content.acquisitions import TILES
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct, Quicklook, Value, uuid_of
from tests.sandbox.content.grid import Ring, outline, tile

UTC = datetime.timezone.utc
TIFF = "image/tiff"
_XML = "application/xml"
RASTER = 4096 * 64
"""Bytes of a GeoTIFF of 256 × 256 values, deflated where that pays."""


@dataclass(frozen=True)
class Plain:
    """A raster over a box (EPSG:4326) or a tile's square."""

    kind: str
    """ "mosaic", "dem", "land", "ccm"."""
    box: tuple[float, float, float, float]
    """West, south, east, north; degrees, or metres of ``epsg``."""
    epsg: int = 4326


# productType, dataset, its release, metres
_DEMS = (
    ("SAR_DGE_30_A4AD", "COP-DEM_GLO-30-DGED", "2023_1", 30),
    ("SAR_DGE_30_A4AD", "COP-DEM_GLO-30-DGED", "2024_1", 30),
    ("SAR_DGE_90_A407", "COP-DEM_GLO-90-DGED", "2024_1", 90),
    ("SAR_DGE_10_9319", "COP-DEM_EEA-10-DGED", "2024_1", 10),
)
# datasetIdentifier, the beginning of the name, its end, days
_LAND = (
    ("ndvi_global_300m_10daily_v2", "c_gls_NDVI300", "GLOBE_OLCI_V2.0.1", 10),
    ("lai_global_300m_10daily_v1", "c_gls_LAI300-RT0", "GLOBE_OLCI_V1.1.2", 10),
    ("fapar_global_300m_10daily_v1", "c_gls_FAPAR300-RT0", "GLOBE_OLCI_V1.1.2", 10),
    ("fcover_global_300m_10daily_v1", "c_gls_FCOVER300-RT0", "GLOBE_OLCI_V1.1.2", 10),
    ("swi_europe_1km_daily_v2", "c_gls_SWI1km", "CEURO_SCATSAR_V2.0.1", 1),
    ("ssm_europe_1km_daily_v1", "c_gls_SSM1km", "CEURO_S1CSAR_V1.2.1", 1),
    ("sce_europe_500m_daily_v1", "c_gls_SCE500", "CEURO_MODIS_V1.0.1", 1),
)


def products() -> Iterator[CdseProduct]:
    for name in TILES:
        yield from (_mosaic(name, year, quarter) for year, quarter in ((2022, 3), (2022, 4)))
        yield from (_radar_mosaic(name, 2022, month) for month in (9, 10))
    for west, south in dem.SQUARES:
        yield from (_dem(west, south, *one) for one in _DEMS)
        yield from (_dem_cog(west, south, seconds) for seconds in (10, 30))
    for row in _LAND:
        yield from (_land(datetime.date(2022, month, day), *row) for month in (9, 10) for day in (1, 11, 21))
    yield from _contributing()


def _square(west: float, south: float, east: float, north: float) -> Ring:
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


def _made(
    name: str, collection: str, kind: str, start: datetime.datetime, end: datetime.datetime, ring: Ring, s3_path: str,
    attributes: dict[str, Value], files: tuple[CdseFile, ...], source: Plain, *, static: bool = False,
    restricted: bool = False, quicklook: Quicklook | None = None,
) -> CdseProduct:  # fmt: skip
    published = datetime.datetime(2023, 11, 7, 9, 12, 44, 512000, UTC)
    common: dict[str, Value] = {"productType": kind, "beginningDateTime": start, "endingDateTime": end}
    return CdseProduct(
        name=name, collection=collection, product_type=kind, start=start, end=end, rings=(ring,), s3_path=s3_path,
        origin=published - datetime.timedelta(hours=5), published=published, attributes={**attributes, **common},
        files=files, source=source, static=static, restricted=restricted, quicklook=quicklook,
    )  # fmt: skip


def _mosaic(tile_name: str, year: int, quarter: int) -> CdseProduct:
    place = tile(tile_name)
    start = datetime.datetime(year, 3 * quarter - 2, 1, tzinfo=UTC)
    end = datetime.datetime(year + (quarter == 4), 1 if quarter == 4 else 3 * quarter + 1, 1, tzinfo=UTC)
    name = f"Sentinel-2_mosaic_{year}_Q{quarter}_{tile_name}_0_0"
    ring = [(round(x, 6), round(y, 6)) for x, y in outline(place, [(0, 0), (0, 1), (1, 1), (1, 0)])]
    box = (place.left, place.top - 100080, place.left + 100080, place.top)
    return _made(
        name, "GLOBAL-MOSAICS", "S2MSI_L3__MCQ", start, end, ring,
        f"/eodata/Global-Mosaics/Sentinel-2/S2MSI_L3__MCQ/{start:%Y/%m/%d}/{name}",
        {"origin": "CLOUDFERRO", "tileId": tile_name, "platformShortName": "SENTINEL-2", "processingLevel": "3",
         "instrumentShortName": "MSI"},
        (*(CdseFile(f"{band}.tif", RASTER, TIFF) for band in ("B02", "B03", "B04", "B08", "observations")),
         CdseFile("userdata.json", 4096, "application/json")),
        Plain("mosaic", box, place.epsg), quicklook=Quicklook(uuid_of("quicklook", name), ""),
    )  # fmt: skip


def _radar_mosaic(tile_name: str, year: int, month: int) -> CdseProduct:
    place = tile(tile_name)
    start = datetime.datetime(year, month, 1, tzinfo=UTC)
    name = f"Sentinel-1_IW_mosaic_{year}_M{month:02d}_{tile_name}_0_0"
    ring = [(round(x, 6), round(y, 6)) for x, y in outline(place, [(0, 0), (0, 1), (1, 1), (1, 0)])]
    box = (place.left, place.top - 100080, place.left + 100080, place.top)
    return _made(
        name, "GLOBAL-MOSAICS", "S1SAR_L3_IW_MCM", start, datetime.datetime(year, month + 1, 1, tzinfo=UTC), ring,
        f"/eodata/Global-Mosaics/Sentinel-1/S1SAR_L3_IW_MCM/{start:%Y/%m/%d}/{name}",
        {"origin": "CLOUDFERRO", "tileId": tile_name, "platformShortName": "SENTINEL-1", "processingLevel": "3",
         "instrumentShortName": "SAR", "polarisationChannels": "VV&VH"},
        (*(CdseFile(f"{band}.tif", RASTER, TIFF) for band in ("VV", "VH")),
         CdseFile("userdata.json", 4096, "application/json")),
        Plain("radar", box, place.epsg), quicklook=Quicklook(uuid_of("quicklook", name), ""),
    )  # fmt: skip


def _dem(west: int, south: int, kind: str, dataset: str, release: str, metres: int) -> CdseProduct:
    square = dem._name(west, south, {30: 10, 90: 30, 10: 4}[metres]).replace("_COG", "").removesuffix("_DEM")
    start = datetime.datetime(2011, 4, 4, 17, 30, 14, tzinfo=UTC)
    stem = f"DEM1_{kind[:10]}_{start:%Y%m%dT%H%M%S}_20140817T173857_ADS_000000_{abs(west):02d}{south:02d}"
    name = f"{stem}_{uuid_of(square, release)[:8]}.DEM"
    return _made(
        name, "COP-DEM", kind, start, start + datetime.timedelta(seconds=1),
        _square(west, south, west + 1, south + 1), f"/eodata/CCM/{dataset}/{kind}/{start:%Y/%m/%d}/{name}",
        {"origin": "CCM", "dataset": f"{dataset}/{release}", "datasetFull": dataset,
         "platformShortName": "DEM1", "gridId": square},
        (CdseFile(f"{square}/DEM/{square}_DEM.tif", RASTER, TIFF),
         CdseFile(f"{square}/AUXFILES/{square}_WBM.tif", RASTER // 4, TIFF),
         CdseFile(f"{square}/{square}.xml", 4096, _XML)),
        Plain("dem", (west, south, west + 1, south + 1)), static=True, restricted=metres == 10,
    )  # fmt: skip


def _dem_cog(west: int, south: int, seconds: int) -> CdseProduct:
    name = dem._name(west, south, seconds)
    metres = 3 * seconds
    start = datetime.datetime(2010, 12, 12, 4, 4, 32, tzinfo=UTC)
    return _made(
        name, "COP-DEM", f"DGE_{metres}_COG", start, datetime.datetime(2015, 1, 16, 17, 36, tzinfo=UTC),
        _square(west, south, west + 1, south + 1),
        f"/eodata/auxdata/CopDEM_COG/copernicus-dem-{metres}m/{name}",
        {"origin": "CCM", "dataset": f"COP-DEM_GLO-{metres}-DGED-COG", "platformShortName": "DEM1"},
        (CdseFile(f"{name}.tif", RASTER, TIFF), CdseFile(f"{name.replace('_COG', '').removesuffix('_DEM')}.xml", 4096,
                                                        _XML)),
        Plain("dem", (west, south, west + 1, south + 1)),
    )  # fmt: skip


def _land(day: datetime.date, identifier: str, first: str, last: str, days: int) -> CdseProduct:
    start = datetime.datetime.combine(day, datetime.time(), UTC)
    name = f"{first}_{day:%Y%m%d}0000_{last}_cog"
    layer = re.sub(r"c_gls_([A-Z]+).*", r"\1", first)
    box = (-12.0, 48.0, 4.0, 60.0)
    folder = f"/eodata/CLMS/bio-geophysical/{identifier.partition('_')[0]}/{identifier}"
    return _made(
        name, "CLMS", identifier, start, start + datetime.timedelta(days=days), _square(*box),
        f"{folder}/{day:%Y/%m/%d}/{name}",
        {"origin": "CLMS", "datasetIdentifier": identifier, "gridLabel": "0.0029761904761899996",
         "consolidationPeriod": "RT0", "fileFormat": "cog"},
        (CdseFile(f"{name.replace(first, f'{first}-{layer}')}.tiff", RASTER, TIFF),),
        Plain("land", box),
    )  # fmt: skip


def _contributing() -> Iterator[CdseProduct]:
    places: tuple[tuple[str, str, str, tuple[float, float, float, float], str], ...]
    places = (("PH1A_PHR_MS___3", "PHR_MS___3_07B9", "VHR_IMAGE_2021", (-9.3, 52.5, -9.1, 52.7), "pleiades-1a"),
              ("SP07_NAO_MS4_2A", "NAO_MS4_2A_1FE6", "HR_IMAGE_2015", (-8.9, 52.9, -8.3, 53.3), "spot-7"),
              ("GY01_GIS_PAN_SO", "GIS_PAN_SO_4D0A", "VHR_IMAGE_2018", (-6.4, 53.2, -6.1, 53.4),
               "geoeye-1"))  # fmt: skip
    places += (("CS00_SAR_HIM_1B", "SAR_HIM_1B_6F15", "SAR_SEA_ICE", (-10.4, 52.0, -9.9, 52.4), "cosmo-skymed"),)
    for stem, kind, dataset, box, platform in places:
        for day in (12, 19):
            start = datetime.datetime(2021, 7, day, 11, 39, 48, tzinfo=UTC)
            end = start + datetime.timedelta(seconds=3)
            clouds: dict[str, Value] = {} if "_SAR_" in stem else {"cloudCover": 2.0 * (day - 12)}
            name = f"{stem}_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_TOU_1234_{uuid_of(stem, str(day))[:4]}.DIMA"
            yield _made(
                name, "CCM", kind, start, end, _square(*box), f"/eodata/CCM/{dataset}/{kind}/{start:%Y/%m/%d}/{name}",
                {"origin": "CCM", "dataset": f"{dataset}/IE_N/Level_1", "datasetFull": dataset,
                 "platformName": platform, "platformShortName": stem[:4], **clouds,
                 "instrumentShortName": stem[5:8], "processingLevel": "1"},
                (CdseFile("IMAGE.TIF", RASTER, TIFF), CdseFile("METADATA.DIM", 4096, _XML)),
                Plain("ccm", box), static=True, restricted=True,
                quicklook=Quicklook(uuid_of("quicklook", name), ""),
            )  # fmt: skip
