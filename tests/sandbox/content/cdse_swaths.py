"""Sentinel-3, -5P and -6 at the Data Space: passes over Ireland, whose files are small netCDF ones."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tests.sandbox.content.acquisitions import chance
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct, Quicklook, Value, uuid_of
from tests.sandbox.content.grid import Ring
from tests.sandbox.settings import Settings

UTC = datetime.timezone.utc
NETCDF = "application/x-netcdf"
SIZE = 24576
"""Bytes of a netCDF file with one variable."""
SINGLE_SIZE = 65536
"""Bytes of a netCDF file with coordinates and a variable."""
_XML = "application/xml"
_WIDE: Ring = [(-20.1, 46.2), (-3.4, 43.6), (2.2, 55.4), (-17.8, 58.3), (-20.1, 46.2)]
_ORBIT: Ring = [(-28.5, 35.0), (4.5, 32.5), (14.5, 61.5), (-29.5, 65.0), (-28.5, 35.0)]
_TRACK: Ring = [(-12.2, 40.0), (-11.9, 40.0), (-6.1, 60.0), (-6.4, 60.0), (-12.2, 40.0)]


@dataclass(frozen=True)
class Swath:
    """What the netCDF files of a product hold."""

    ring: Ring
    start: datetime.datetime
    variable: str
    """Of a product that is one file: its group goes before, "PRODUCT/…"."""
    unit: str
    low: float
    high: float


# product type, instrument, level, files without ".nc", seconds, outline, timeliness
_S3: tuple[tuple[str, str, str, tuple[str, ...], int, Ring, str], ...] = (
    ("OL_1_EFR___", "OLCI", "1", (*(f"Oa{n:02d}_radiance{more}" for n in range(1, 22) for more in ("", "_unc")),
     "geo_coordinates", "instrument_data", "removed_pixels", "qualityFlags", "tie_geo_coordinates", "tie_geometries",
     "tie_meteo", "time_coordinates"), 180, _WIDE, "NT"),
    ("OL_2_LFR___", "OLCI", "2", ("gifapar", "iwv", "lqsf", "otci", "rc_gifapar", "geo_coordinates",
     "tie_geo_coordinates", "time_coordinates"), 180, _WIDE, "NT"),
    ("OL_2_WFR___", "OLCI", "2", (*(f"Oa{n:02d}_reflectance" for n in (1, 2, 3, 4, 5, 6, 7, 8)), "chl_nn",
     "chl_oc4me", "iop_nn", "iwv", "par", "trsp", "tsm_nn", "w_aer", "wqsf", "geo_coordinates"), 180, _WIDE, "NT"),
    ("SL_1_RBT___", "SLSTR", "1", (*(f"S{n}_radiance_an" for n in range(1, 7)), *(f"S{n}_BT_in" for n in (7, 8, 9)),
     "flags_an", "flags_in", "geodetic_an", "geodetic_in", "met_tx"), 180, _WIDE, "NT"),
    ("SL_2_LST___", "SLSTR", "2", ("LST_in", "LST_ancillary_ds", "flags_in", "geodetic_in", "time_in"), 180, _WIDE,
     "NT"),
    ("SL_2_WST___", "SLSTR", "2", (), 6060, _ORBIT, "NT"),
    ("SL_2_FRP___", "SLSTR", "2", ("FRP_in", "FRP_an", "FRP_bn"), 180, _WIDE, "NT"),
    ("SR_2_LAN___", "SRAL", "2", ("enhanced_measurement", "reduced_measurement", "standard_measurement"), 1330, _TRACK,
     "NT"),
    ("SR_2_WAT___", "SRAL", "2", ("enhanced_measurement", "reduced_measurement", "standard_measurement"), 1330, _TRACK,
     "ST"),
    ("OL_1_ERR___", "OLCI", "1", (*(f"Oa{n:02d}_radiance" for n in range(1, 22)), "geo_coordinates", "qualityFlags",
     "time_coordinates"), 2640, _ORBIT, "NT"),
    ("OL_2_LRR___", "OLCI", "2", ("gifapar", "iwv", "lqsf", "otci", "geo_coordinates"), 2640, _ORBIT, "NT"),
    ("OL_2_WRR___", "OLCI", "2", ("chl_nn", "chl_oc4me", "tsm_nn", "trsp", "wqsf", "geo_coordinates"), 2640, _ORBIT,
     "NT"),
    ("SR_2_LAN_HY", "SRAL", "2", ("enhanced_measurement", "reduced_measurement", "standard_measurement"), 1330, _TRACK,
     "NT"),
    ("SY_2_VG1___", "SYNERGY", "2", ("B0", "B2", "B3", "MIR", "NDVI", "SM"), 86400, _WIDE, "NT"),
    ("SY_2_SYN___", "SYNERGY", "2", (*(f"Syn_Oa{n:02d}_reflectance" for n in (2, 4, 8, 10, 17)),
     *(f"Syn_S{n}N_reflectance" for n in (1, 2, 3, 5, 6)), "Syn_AOT550", "Syn_AMIN", "flags", "geolocation", "time"),
     180, _WIDE, "ST"),
)  # fmt: skip
# product type, variable, unit, from, to
_S5P = (
    ("L2__NO2___", "nitrogendioxide_tropospheric_column", "mol m-2", 0.0, 2e-4),
    ("L2__O3____", "ozone_total_vertical_column", "mol m-2", 0.1, 0.18),
    ("L2__CO____", "carbonmonoxide_total_column", "mol m-2", 0.02, 0.05),
    ("L2__CH4___", "methane_mixing_ratio", "1e-9", 1800.0, 1950.0),
    ("L2__HCHO__", "formaldehyde_tropospheric_vertical_column", "mol m-2", 0.0, 4e-4),
    ("L2__SO2___", "sulfurdioxide_total_vertical_column", "mol m-2", 0.0, 1e-3),
    ("L2__AER_AI", "aerosol_index_354_388", "1", -2.0, 3.0),
    ("L2__AER_LH", "aerosol_mid_height", "m", 0.0, 5000.0),
    ("L2__CLOUD_", "cloud_fraction", "1", 0.0, 1.0),
)


def products(settings: Settings) -> Iterator[CdseProduct]:
    for day in _days(settings.now):
        for row in _S3:
            yield _sentinel_3(day, *row)
        for s5p in _S5P:
            yield _sentinel_5p(day, settings.now, *s5p)
        for kind, variable in (("P4_2__LR_____", "data_01/ku/ssha"), ("P4_2__HR_____", "data_01/ku/ssha"),
                               ("MW_2__AMR____", "data_01/wet_tropospheric_correction")):  # fmt: skip
            yield _sentinel_6(day, kind, variable)


def _days(now: datetime.datetime) -> list[datetime.date]:
    """Five of October 2022, and the ten before ``now``."""
    first = [datetime.date(2022, 10, 1) + datetime.timedelta(days=2 * number) for number in range(5)]
    return first + [(now - datetime.timedelta(days=number)).date() for number in range(11, 1, -1)]


def _sentinel_3(
    day: datetime.date, kind: str, instrument: str, level: str, names: tuple[str, ...], seconds: int, ring: Ring,
    timeliness: str,
) -> CdseProduct:  # fmt: skip
    start = datetime.datetime.combine(day, datetime.time(11, 12, 40, 119437), UTC)
    end = start + datetime.timedelta(seconds=seconds)
    made = start + datetime.timedelta(hours=30, seconds=int(3600 * chance(kind, day)))
    cycle, relative = 90 + (day - datetime.date(2022, 10, 1)).days // 27, 237
    frame = "2160" if seconds == 180 else "____"
    name = (f"S3A_{kind}_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_{made:%Y%m%dT%H%M%S}_{min(seconds - 1, 9999):04d}_"
            f"{cycle:03d}_{relative}_{frame}_{'MAR' if kind in ('SL_2_WST___', 'SR_2_WAT___') else 'PS1'}_O_"
            f"{timeliness}_004")  # fmt: skip
    files = [CdseFile("xfdumanifest.xml", 8192, _XML)]
    files += [CdseFile(f"{one}.nc", SIZE, NETCDF) for one in names]
    if kind == "SL_2_WST___":
        stamp = f"{start:%Y%m%d%H%M%S}-MAR-L2P_GHRSST-SSTskin-SLSTRA-{made:%Y%m%d%H%M%S}-v02.0-fv01.0.nc"
        files.append(CdseFile(stamp, SINGLE_SIZE, NETCDF))
    optical = instrument != "SRAL"
    attributes: dict[str, Value] = {
        "origin": "ESA",
        "timeliness": timeliness,
        "cycleNumber": cycle,
        "orbitNumber": 34800 + (day - datetime.date(2022, 10, 1)).days * 14,
        "orbitDirection": "DESCENDING",
        "processingDate": made,
        "operationalMode": "Earth Observation",
        "processingLevel": level,
        "processorVersion": "03.50",
        "baselineCollection": "004",
        "platformShortName": "SENTINEL-3",
        "instrumentShortName": instrument,
        "relativeOrbitNumber": relative,
        "platformSerialIdentifier": "A",
        "productType": kind,
        "beginningDateTime": start,
        "endingDateTime": end,
    }
    if optical:
        attributes["cloudCover"] = round(100 * chance("s3 cloud", day), 1)
    quicklook = None
    if optical and kind != "SL_2_FRP___":
        files.append(CdseFile("quicklook.jpg", 40960, "image/jpeg"))
        quicklook = Quicklook(uuid_of("quicklook", name), "quicklook.jpg")
    origin = made + datetime.timedelta(seconds=900, milliseconds=378)
    return CdseProduct(
        name=f"{name}.SEN3",
        collection="SENTINEL-3",
        product_type=kind,
        start=start,
        end=end,
        rings=(ring,),
        s3_path=f"/eodata/Sentinel-3/{instrument}/{kind}/{start:%Y/%m/%d}/{name}.SEN3",
        origin=origin,
        published=origin + datetime.timedelta(seconds=109, microseconds=653749),
        attributes=attributes,
        files=tuple(files),
        online=chance("offline", name) > 0.04,
        streamed=True,
        quicklook=quicklook,
        source=Swath(ring, start, "", "1", 0.0, 100.0),
    )


def _sentinel_5p(
    day: datetime.date, now: datetime.datetime, kind: str, variable: str, unit: str, low: float, high: float
) -> CdseProduct:
    start = datetime.datetime.combine(day, datetime.time(12, 31, 8), UTC)
    end = start + datetime.timedelta(seconds=6089)
    late = (now - start).days > 3
    made = start + (datetime.timedelta(hours=39) if late else datetime.timedelta(hours=2, minutes=10))
    mode, orbit = ("OFFL" if late else "NRTI"), 25700 + (day - datetime.date(2022, 10, 1)).days * 14
    name = (f"S5P_{mode}_{kind}_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_{orbit:05d}_03_020400_"
            f"{made:%Y%m%dT%H%M%S}.nc")  # fmt: skip
    origin = made + datetime.timedelta(seconds=1200, milliseconds=11)
    return CdseProduct(
        name=name,
        collection="SENTINEL-5P",
        product_type=kind,
        start=start,
        end=end,
        rings=(_ORBIT,),
        s3_path=f"/eodata/Sentinel-5P/TROPOMI/{kind}/{start:%Y/%m/%d}/{name}",
        origin=origin,
        published=origin + datetime.timedelta(seconds=300, microseconds=77),
        attributes={
            "origin": "ESA",
            "orbitNumber": orbit,
            "timeliness": {"OFFL": "Offline", "NRTI": "NRTI"}[mode],
            "processingDate": made,
            "processingMode": mode,
            "processingLevel": "L2",
            "processorVersion": "020400",
            "platformShortName": "SENTINEL-5P",
            "instrumentShortName": "TROPOMI",
            "productType": kind,
            "beginningDateTime": start,
            "endingDateTime": end,
        },
        files=(CdseFile(name, SINGLE_SIZE, NETCDF),),
        folder=False,
        static=True,
        source=Swath(_ORBIT, start, f"PRODUCT/{variable}", unit, low, high),
    )


def _sentinel_6(day: datetime.date, kind: str, variable: str) -> CdseProduct:
    start = datetime.datetime.combine(day, datetime.time(9, 5, 17), UTC)
    end = start + datetime.timedelta(seconds=3372)
    made = start + datetime.timedelta(days=1)
    instrument = kind[:2] if kind.startswith("P4") else "AMR-C"
    name = (f"S6A_{kind}_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_{made:%Y%m%dT%H%M%S}_3372_070_165_082_EUM__OPE_NT_"
            "F08.SEN6")  # fmt: skip
    measurement = f"S6A_{kind[:8]}_STD__NT_070_165_{start:%Y%m%dT%H%M%S}_{end:%Y%m%dT%H%M%S}_F08.nc"
    return CdseProduct(
        name=name,
        collection="SENTINEL-6",
        product_type=kind,
        start=start,
        end=end,
        rings=(_TRACK,),
        s3_path=f"/eodata/Sentinel-6/{instrument}/LVL2/{kind}/{start:%Y/%m/%d}/{name}",
        origin=made,
        published=made + datetime.timedelta(seconds=1800, microseconds=5),
        attributes={
            "origin": "EUMETSAT",
            "timeliness": "NT",
            "cycleNumber": 70,
            "passNumber": 165,
            "processingLevel": "2",
            "platformShortName": "SENTINEL-6",
            "instrumentShortName": instrument,
            "platformSerialIdentifier": "A",
            "productType": kind,
            "beginningDateTime": start,
            "endingDateTime": end,
        },
        files=(CdseFile("xfdumanifest.xml", 8192, _XML), CdseFile(measurement, SINGLE_SIZE, NETCDF)),
        source=Swath(_TRACK, start, variable, "m", -1.0, 1.0),
    )
