"""Sentinel-1 SAFE folders: measurements in the satellite's geometry with ground control points, metadata in brief."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.cdse_sentinel1 import COLUMNS, ROWS, Pass
from tests.sandbox.content.cdse_swaths import Swath
from tests.sandbox.rasters import gdal, world
from tests.sandbox.safe import images, netcdf

_STEPS = 10
"""Control points a side, less one."""


def make(product: CdseProduct, file: CdseFile) -> bytes:
    one = product.source
    assert isinstance(one, Pass)
    polarisation = "vh" if "-vh-" in file.path else "vv"
    if file.path.endswith(".tiff"):
        swath = re.search(r"-iw([123])-", file.path)
        values = _amplitude(product, one, polarisation, int(swath[1]) if swath else 0)
        if swath:
            phase = 2j * np.pi * np.random.default_rng(world.seed_of(product.name, file.path)).random(values.shape)
            values = np.round(values * np.exp(phase)).astype(np.complex64)
        else:
            values = values.astype(np.uint16)
        return images.radar_tiff(values, _points(one, int(swath[1]) if swath else 0))
    if file.path.endswith(".png"):
        return quicklook(product)
    if file.path.endswith(".nc"):
        return netcdf.single(Swath(one.ring, one.start, "owiWindSpeed", "m s-1", 0.0, 25.0))
    if file.path == "manifest.safe":
        return _manifest(product, one).encode()
    if re.match(r"annotation/s1", file.path):
        return _annotation(product, one, polarisation).encode()
    if "/calibration-" in file.path:
        return _calibration(product, one, polarisation).encode()
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<noise product="{product.id}"/>\n'.encode()


def quicklook(product: CdseProduct) -> bytes:
    values = _amplitude(product, product.source, "vv", 0)[::2, ::2]
    grey = np.clip(values / 1.6, 0, 255).astype(np.uint8)
    return gdal.encode_picture([grey, grey, grey], "PNG")


def _corners(one: Pass, swath: int) -> list[tuple[float, float]]:
    """Of the image: first line near, first line far, last line near, last line far. It looks to the right."""
    a, b, c, d = one.ring[:4]
    corners = [a, b, d, c] if one.ascending else [c, d, b, a]
    if not swath:
        return corners
    near, far = (swath - 1) / 3, swath / 3
    first, second, third, fourth = corners
    return [_between(first, second, near), _between(first, second, far), _between(third, fourth, near),
            _between(third, fourth, far)]  # fmt: skip


def _between(start: tuple[float, float], end: tuple[float, float], share: float) -> tuple[float, float]:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _ground(one: Pass, swath: int, across: Any, down: Any) -> tuple[Any, Any]:
    """Longitude and latitude at shares of the image's width and height."""
    corners = _corners(one, swath)
    weights = ((1 - across) * (1 - down), across * (1 - down), (1 - across) * down, across * down)
    return (sum(weight * corner[0] for weight, corner in zip(weights, corners)),
            sum(weight * corner[1] for weight, corner in zip(weights, corners)))  # fmt: skip


def _points(one: Pass, swath: int) -> list[tuple[float, float, float, float]]:
    points = []
    for row in range(_STEPS + 1):
        for column in range(_STEPS + 1):
            across, down = column / _STEPS, row / _STEPS
            points.append((across * COLUMNS, down * ROWS, *_ground(one, swath, across, down)))
    return points


def _amplitude(product: CdseProduct, one: Pass, polarisation: str, swath: int) -> Any:
    across, down = np.meshgrid((np.arange(COLUMNS) + 0.5) / COLUMNS, (np.arange(ROWS) + 0.5) / ROWS)
    longitude, latitude = _ground(one, swath, across, down)
    ground = world.height(longitude, latitude)
    base = np.where(ground <= 0.5, 45.0, 190 + np.clip(ground, 0, 400) * 0.25) * (0.5 if polarisation == "vh" else 1)
    speckle = np.random.default_rng(world.seed_of(product.start, polarisation, swath)).gamma(4, 0.25, base.shape)
    return np.clip(base * np.sqrt(speckle), 1, 32000)


def _manifest(product: CdseProduct, one: Pass) -> str:
    listed = [file for file in product.files if not file.path.endswith((".safe", ".png"))]
    objects, content = [], []
    described = [f'<metadataObject ID="{name}"><metadataWrap><xmlData/></metadataWrap></metadataObject>\n'
                 for name in ("platform", "acquisitionPeriod", "processing", "measurementOrbitReference")]  # fmt: skip
    for number, file in enumerate(listed):
        schema = f"s1Level1{_schema(file.path)}Schema"
        objects.append(
            f'<dataObject ID="file{number}" repID="{schema}"><byteStream mimeType="{file.media_type}" '
            f'size="{file.size}"><fileLocation locatorType="URL" href="./{file.path}"/></byteStream></dataObject>\n'
        )
        pointer = f'<dataObjectPointer dataObjectID="file{number}"/>'
        unit = f'unitType="Metadata Unit" repID="{schema}"'
        if file.path.startswith("measurement/"):
            after = " ".join(f"file{number + more}Annotation" for more in (1, 3, 2))
            unit = f'unitType="Measurement Data Unit" repID="{schema}" dmdID="{after}"'
        else:
            described.append(f'<metadataObject ID="file{number}Annotation" classification="DESCRIPTION" '
                             f'category="DMD">{pointer}</metadataObject>\n')  # fmt: skip
        content.append(f"<xfdu:contentUnit {unit}>{pointer}</xfdu:contentUnit>\n")
    outline = " ".join(f"{y},{x}" for x, y in one.ring[:4])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" '
        'xmlns:safe="http://www.esa.int/safe/sentinel-1.0" xmlns:gml="http://www.opengis.net/gml" '
        'version="esa/safe/sentinel-1.0/sentinel-1/sar/level-1/grd/standard/iwdp">\n'
        '<informationPackageMap>\n<xfdu:contentUnit unitType="SAFE Archive Information Package" '
        'textInfo="Sentinel-1 IW Product" dmdID="measurementFrameSet">\n'
        f"{''.join(content)}</xfdu:contentUnit>\n</informationPackageMap>\n<metadataSection>\n{''.join(described)}"
        '<metadataObject ID="measurementFrameSet"><metadataWrap><xmlData><safe:frameSet><safe:frame>'
        '<safe:footPrint srsName="http://www.opengis.net/gml/srs/epsg.xml#4326"><gml:coordinates>'
        f"{outline}</gml:coordinates></safe:footPrint></safe:frame></safe:frameSet></xmlData></metadataWrap>"
        "</metadataObject>\n</metadataSection>\n"
        f"<dataObjectSection>\n{''.join(objects)}</dataObjectSection>\n</xfdu:XFDU>\n"
    )


def _schema(path: str) -> str:
    kinds = {"measurement": "Measurement", "annotation/s1": "Product", "annotation/calibration/c": "Calibration"}
    return next((value for start, value in kinds.items() if path.startswith(start)), "Noise")


def _calibration(product: CdseProduct, one: Pass, polarisation: str) -> str:
    """One and the same constant all over."""
    values = "".join(f'<{name} count="2">{value} {value}</{name}>' for name, value in
                     (("sigmaNought", 558.7), ("betaNought", 474.0), ("gamma", 465.5), ("dn", 474.0)))  # fmt: skip
    vectors = "".join(
        f"<calibrationVector><azimuthTime>{product.start:%Y-%m-%dT%H:%M:%S.%f}</azimuthTime><line>{line}</line>"
        f'<pixel count="2">0 {COLUMNS - 1}</pixel>{values}</calibrationVector>\n'
        for line in (0, ROWS - 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<calibration>\n<adsHeader><missionId>S1A</missionId>'
        f"<polarisation>{polarisation.upper()}</polarisation></adsHeader>\n<calibrationInformation>"
        "<absoluteCalibrationConstant>1.0</absoluteCalibrationConstant></calibrationInformation>\n"
        f'<calibrationVectorList count="2">\n{vectors}</calibrationVectorList>\n</calibration>\n'
    )


def _annotation(product: CdseProduct, one: Pass, polarisation: str) -> str:
    points = "".join(
        f"<geolocationGridPoint><line>{row:.0f}</line><pixel>{column:.0f}</pixel><latitude>{latitude}</latitude>"
        f"<longitude>{longitude}</longitude><height>0</height></geolocationGridPoint>\n"
        for column, row, longitude, latitude in _points(one, 0)[::4]
    )
    start, stop = (f"{moment:%Y-%m-%dT%H:%M:%S.%f}" for moment in (product.start, product.end))
    detected = "GRD" in product.product_type
    kind, pixel, sign = ("GRD", "Detected", "Unsigned") if detected else ("SLC", "Complex", "Signed")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<product>\n<adsHeader><missionId>S1A</missionId>'
        f"<productType>{kind}</productType><polarisation>{polarisation.upper()}</polarisation><mode>IW</mode>"
        f"<swath>IW</swath><startTime>{start}</startTime><stopTime>{stop}</stopTime>"
        f"<absoluteOrbitNumber>{one.absolute_orbit}</absoluteOrbitNumber></adsHeader>\n"
        "<generalAnnotation><productInformation>"
        f"<pass>{'Ascending' if one.ascending else 'Descending'}</pass></productInformation></generalAnnotation>\n"
        f"<imageAnnotation><imageInformation><pixelValue>{pixel}</pixelValue>"
        f"<outputPixels>16 bit {sign} Integer</outputPixels>"
        "<rangePixelSpacing>500</rangePixelSpacing><azimuthPixelSpacing>500"
        f"</azimuthPixelSpacing><numberOfSamples>{COLUMNS}</numberOfSamples><numberOfLines>{ROWS}</numberOfLines>"
        "</imageInformation></imageAnnotation>\n"
        f"<geolocationGrid><geolocationGridPointList>\n{points}</geolocationGridPointList></geolocationGrid>\n"
        "</product>\n"
    )
