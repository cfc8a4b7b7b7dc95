"""Sentinel-2 SAFE folders: JPEG 2000 images over the whole tile, with few and large pixels, and metadata in brief.

Values and their offset are those of the processing baseline (reflectance × 10 000 + 1000 from 04.00 on). GDAL's
SENTINEL2 driver takes the images for the size that MTD_TL.xml says, 10 980 pixels; the images have fewer (but say so).
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from tests.sandbox.content.acquisitions import Acquisition
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.cdse_sentinel2 import PIXELS, granule
from tests.sandbox.content.grid import TILE_SIZE, split_at_antimeridian
from tests.sandbox.rasters import gdal, scene
from tests.sandbox.safe import images

_IMAGE = re.compile(r"_(B\d[\dA]|TCI|SCL|AOT|WVP|PVI)(?:_(\d\d)m)?\.jp2$")
_MASK = re.compile(r"MSK_(CLASSI|CLDPRB|SNWPRB)_(?:B00|(\d\d)m)\.jp2$")
_L1C = {"B01": 60, "B09": 60, "B10": 60, "B05": 20, "B06": 20, "B07": 20, "B8A": 20, "B11": 20, "B12": 20, "PVI": 60}
_SPECTRA = (("B1", 60, 442.7), ("B2", 10, 492.7), ("B3", 10, 559.8), ("B4", 10, 664.6), ("B5", 20, 704.1),
            ("B6", 20, 740.5), ("B7", 20, 782.8), ("B8", 10, 832.8), ("B8A", 20, 864.7), ("B9", 60, 945.1),
            ("B10", 60, 1373.5), ("B11", 20, 1613.7), ("B12", 20, 2202.4))  # fmt: skip
_NAMESPACE = "https://psd-14.sentinel2.eo.esa.int/PSD"


def make(product: CdseProduct, file: CdseFile) -> bytes:
    one = product.source
    assert isinstance(one, Acquisition)
    mask = _MASK.search(file.path)
    if mask:
        return _mask(one, mask[1], int(mask[2] or 60), file.size)
    image = _IMAGE.search(file.path)
    if image:
        return _image(one, image[1], int(image[2] or _L1C.get(image[1], 10)), file.size)
    if file.path.endswith("-ql.jpg"):
        return quicklook(product)
    name = file.path.rpartition("/")[2]
    text = {"manifest.safe": _manifest, "MTD_TL.xml": _tile, "MTD_MSIL2A.xml": _user, "MTD_MSIL1C.xml": _user}
    return text.get(name, _plain)(product, one).encode()


def quicklook(product: CdseProduct) -> bytes:
    """343 pixels a side, as at the real one."""
    return gdal.encode_picture(_seen(product.source, 343).true_colour(), "JPEG")


def _grid(one: Acquisition, pixels: int) -> scene.Grid:
    left, top = one.tile.left, one.tile.top
    return scene.Grid(one.tile.epsg, left, top, left + TILE_SIZE, top - TILE_SIZE, pixels, pixels)


def _seen(one: Acquisition, pixels: int) -> scene.Scene:
    rings = tuple(tuple(ring) for ring in split_at_antimeridian(one.ring))
    return scene.optical(_grid(one, pixels), rings, one.day.isoformat(), one.cloud_cover)


def _image(one: Acquisition, band: str, resolution: int, size: int) -> bytes:
    grid = _grid(one, PIXELS[resolution])
    seen = _seen(one, PIXELS[resolution])
    bands: list[Any]
    if band in ("TCI", "PVI"):
        bands = seen.true_colour()
    elif band == "SCL":
        bands = [seen.classes()]
    elif band in ("AOT", "WVP"):
        bands = [np.where(seen.valid, 120 if band == "AOT" else 1900, 0).astype(np.uint16)]
    elif band == "B10":
        bands = [np.where(seen.valid, 1000 + seen.cloud * 90, 0).astype(np.uint16)]
    else:
        bands = [seen.numbers(band, 1000 if float(one.baseline) >= 4 else 0)]
    return images.jpeg_2000(bands, grid.transform, grid.epsg, size)


def _mask(one: Acquisition, kind: str, resolution: int, size: int) -> bytes:
    """Per cent of cloud or snow, or 1 where there is cloud."""
    grid = _grid(one, PIXELS[resolution])
    cloud = _seen(one, PIXELS[resolution]).cloud
    values = {"CLASSI": cloud > 0.5, "CLDPRB": cloud * 100, "SNWPRB": cloud * 0}[kind]
    return images.jpeg_2000([values.astype(np.uint8)], grid.transform, grid.epsg, size)


def _manifest(product: CdseProduct, one: Acquisition) -> str:
    units = "".join(
        f'<dataObject ID="data-{number}"><byteStream mimeType="{file.media_type}" size="{file.size}">'
        f'<fileLocation locatorType="URL" href="./{file.path}"/></byteStream></dataObject>\n'
        for number, file in enumerate(product.files)
        if file.path != "manifest.safe"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" version="esa/safe/sentinel/1.1/sentinel-2/msi/'
        'archive_l2a_user_product">\n'
        f"<dataObjectSection>\n{units}</dataObjectSection>\n</xfdu:XFDU>\n"
    )


def _plain(product: CdseProduct, one: Acquisition) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<metadata><id>{product.id}</id></metadata>\n'


def _user(product: CdseProduct, one: Acquisition) -> str:
    """MTD_MSIL2A.xml, MTD_MSIL1C.xml."""
    level = product.product_type[-2:]
    images_listed = "".join(
        f"<IMAGE_FILE>{file.path[:-4]}</IMAGE_FILE>\n" for file in product.files if "/IMG_DATA/" in file.path
    )
    outline = " ".join(f"{y} {x}" for x, y in product.rings[0])
    moment = f"{one.start:%Y-%m-%dT%H:%M:%S}.024Z"
    kind = "BOA" if level == "2A" else "RADIO"
    offsets = "".join(f'<{kind}_ADD_OFFSET band_id="{number}">-1000</{kind}_ADD_OFFSET>\n' for number in range(13))
    offset_list = "BOA_ADD_OFFSET_VALUES_LIST" if level == "2A" else "Radiometric_Offset_List"
    quantification = (
        '<QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>'
        '<AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE>'
        '<WVP_QUANTIFICATION_VALUE unit="cm">1000.0</WVP_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>'
        if level == "2A"
        else '<QUANTIFICATION_VALUE unit="none">10000</QUANTIFICATION_VALUE>'
    )
    spectra = "".join(
        f'<Spectral_Information bandId="{number}" physicalBand="{band}"><RESOLUTION>{metres}</RESOLUTION>'
        f'<Wavelength><CENTRAL unit="nm">{nanometres}</CENTRAL></Wavelength></Spectral_Information>\n'
        for number, (band, metres, nanometres) in enumerate(_SPECTRA)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<n1:Level-{level}_User_Product xmlns:n1="{_NAMESPACE}/User_Product_Level-{level}.xsd">\n<n1:General_Info>\n'
        f"<Product_Info>\n<PRODUCT_START_TIME>{moment}</PRODUCT_START_TIME>\n"
        f"<PRODUCT_STOP_TIME>{moment}</PRODUCT_STOP_TIME>\n<PRODUCT_URI>{product.name}</PRODUCT_URI>\n"
        f"<PROCESSING_LEVEL>Level-{level}</PROCESSING_LEVEL>\n<PRODUCT_TYPE>{product.product_type}</PRODUCT_TYPE>\n"
        f"<PROCESSING_BASELINE>{one.baseline}</PROCESSING_BASELINE>\n"
        f"<Datatake><SPACECRAFT_NAME>Sentinel-{one.platform[1:]}</SPACECRAFT_NAME>"
        f"<SENSING_ORBIT_NUMBER>{one.relative_orbit}</SENSING_ORBIT_NUMBER></Datatake>\n"
        '<Query_Options completeSingleTile="true"><PRODUCT_FORMAT>SAFE_COMPACT</PRODUCT_FORMAT></Query_Options>\n'
        f'<Product_Organisation><Granule_List><Granule granuleIdentifier="{one.tile_id}" imageFormat="JPEG2000">\n'
        f"{images_listed}</Granule></Granule_List></Product_Organisation>\n</Product_Info>\n"
        "<Product_Image_Characteristics>\n<Special_Values><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT>"
        "<SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX></Special_Values>\n"
        f"{quantification}\n<{offset_list}>\n{offsets}</{offset_list}>\n"
        f"<Spectral_Information_List>\n{spectra}</Spectral_Information_List>\n</Product_Image_Characteristics>\n</n1:General_Info>\n"
        f"<n1:Geometric_Info><Product_Footprint><Product_Footprint><Global_Footprint><EXT_POS_LIST>{outline}"
        "</EXT_POS_LIST></Global_Footprint></Product_Footprint></Product_Footprint></n1:Geometric_Info>\n"
        f"<n1:Quality_Indicators_Info><Cloud_Coverage_Assessment>{product.attributes['cloudCover']}"
        f"</Cloud_Coverage_Assessment></n1:Quality_Indicators_Info>\n</n1:Level-{level}_User_Product>\n"
    )


def _tile(product: CdseProduct, one: Acquisition) -> str:
    level = product.product_type[-2:]
    sizes = "".join(
        f'<Size resolution="{metres}"><NROWS>{TILE_SIZE // metres}</NROWS><NCOLS>{TILE_SIZE // metres}</NCOLS>'
        "</Size>\n"
        f'<Geoposition resolution="{metres}"><ULX>{one.tile.left}</ULX><ULY>{one.tile.top}</ULY><XDIM>{metres}</XDIM>'
        f"<YDIM>-{metres}</YDIM></Geoposition>\n"
        for metres in PIXELS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<n1:Level-{level}_Tile_ID xmlns:n1="{_NAMESPACE}/S2_PDI_Level-{level}_Tile_Metadata.xsd">\n'
        f"<n1:General_Info><TILE_ID>{one.tile_id}</TILE_ID><SENSING_TIME>{one.sensed:%Y-%m-%dT%H:%M:%S.%f}Z"
        f"</SENSING_TIME><GRANULE>{granule(one, 'L' + level)}</GRANULE></n1:General_Info>\n<n1:Geometric_Info>"
        f'<Tile_Geocoding metadataLevel="Brief">\n<HORIZONTAL_CS_NAME>WGS84 / UTM zone {one.tile.zone}'
        f"</HORIZONTAL_CS_NAME>\n<HORIZONTAL_CS_CODE>EPSG:{one.tile.epsg}</HORIZONTAL_CS_CODE>\n{sizes}"
        f"</Tile_Geocoding></n1:Geometric_Info>\n</n1:Level-{level}_Tile_ID>\n"
    )
