"""How an image looks when it is added: the stretch, the classes, the ramp of its band preset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsBilinearRasterResampler,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRasterShader,
    QgsRasterTransparency,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.layers import sentinel2
from copernicus_plugin.model.collection import BandPreset
from copernicus_plugin.model.product import Asset, Product

# Share of the range, colour: lowland green to summit white.
_ELEVATION = (
    (0.0, "#1A7D4F"),
    (0.15, "#7FB86A"),
    (0.35, "#E8E29B"),
    (0.6, "#C79A5B"),
    (0.8, "#8D5F3C"),
    (1.0, "#F5F2EE"),
)
_SAMPLE = 512
"""pixels a side that an estimate of the range reads, from an overview"""
_NOTHING_THERE = "No data"
"""How collections name the class of pixels that hold nothing."""
_SENTINEL2_OFFSET = 1000
"""Since processing baseline 04.00 (January 2022) Sentinel-2 numbers are 1000 higher for the same reflectance."""


@dataclass(frozen=True)
class Stretch:
    """Display minimum and maximum, in the numbers that QGIS shows (after the file's own scale and offset)."""

    low: float
    high: float


def estimate_stretch(dataset: Any, low_per_cent: float, high_per_cent: float) -> Stretch:
    """The percentiles of the first band, from an overview. Reads pixels: for a worker."""
    band = dataset.GetRasterBand(1)
    width, height = min(_SAMPLE, band.XSize), min(_SAMPLE, band.YSize)
    values = band.ReadAsArray(buf_xsize=width, buf_ysize=height)
    if values is None:
        return Stretch(0.0, 1.0)
    flat = np.asarray(values, dtype="float64").ravel()
    usable = np.isfinite(flat)
    nodata = band.GetNoDataValue()
    if nodata is not None:
        usable &= flat != nodata
    flat = flat[usable] * (band.GetScale() or 1.0) + (band.GetOffset() or 0.0)
    if not flat.size:
        return Stretch(0.0, 1.0)
    low, high = (float(value) for value in np.percentile(flat, (low_per_cent, high_per_cent)))
    return Stretch(low, high if high > low else low + 1.0)


def stored_offset(product: Product, asset: Asset | None) -> float:
    """How much higher the file's numbers are than a preset's, which takes reflectance 0 for 0.

    From ``raster:bands`` (STAC raster extension: reflectance = number × scale + offset) where it is given, unless
    Earth Search says that it took the offset off already; else from the processing baseline.
    """
    if product.properties.get("earthsearch:boa_offset_applied") is True:
        return 0.0
    band = _first_raster_band(asset)
    scale, offset = band.get("scale"), band.get("offset")
    if isinstance(scale, (int, float)) and scale and isinstance(offset, (int, float)):
        return -offset / scale
    told = product.properties.get("s2:processing_baseline")
    baseline = str(told or sentinel2.baseline_of(product.id))
    return float(_SENTINEL2_OFFSET) if baseline[:2].isdigit() and baseline[:2] >= "04" else 0.0


def apply_style(
    layer: QgsRasterLayer, preset: BandPreset, product: Product, asset: Asset | None, estimated: Stretch | None
) -> None:
    """Give ``layer`` its renderer. ``estimated`` is used where the preset has no stretch of its own."""
    provider = layer.dataProvider()
    _use_known_nodata(provider, product, asset)
    if preset.style == "classes":
        layer.setRenderer(_classes(provider, preset))
        return
    if preset.style == "elevation":
        layer.setRenderer(_elevation(provider, estimated or Stretch(0.0, 1000.0)))
    elif preset.style == "rgb" and provider.bandCount() >= 3:
        layer.setRenderer(_rgb(provider, preset, stored_offset(product, asset)))
    else:
        layer.setRenderer(_grey(provider, preset, stored_offset(product, asset), estimated))
    _smooth(layer)


def needs_estimate(preset: BandPreset, dataset: Any) -> bool:
    """Whether the range of the numbers must be looked up."""
    if preset.style == "elevation":
        return True
    single = preset.style != "classes" and (preset.style != "rgb" or dataset.RasterCount < 3)
    return single and preset.stretch is None


def _first_raster_band(asset: Asset | None) -> dict[str, Any]:
    bands = asset.properties.get("raster:bands") if asset is not None else None
    first = bands[0] if isinstance(bands, (list, tuple)) and bands else None
    return dict(first) if isinstance(first, dict) else {}


def _use_known_nodata(provider: QgsRasterDataProvider, product: Product, asset: Asset | None) -> None:
    """As the catalogue tells it; JPEG 2000 cannot."""
    nodata = _first_raster_band(asset).get("nodata")
    if nodata is None and asset is not None and sentinel2.zero_is_nothing(product, asset):
        nodata = 0
    if not isinstance(nodata, (int, float)) or isinstance(nodata, bool):
        return
    # A picture's black is left to the triple below: one dark band is not a hole.
    if provider.bandCount() >= 3 and _is_byte(provider):
        return
    for band in range(1, provider.bandCount() + 1):
        if not provider.sourceHasNoDataValue(band):
            provider.setUserNoDataValue(band, [QgsRasterRange(float(nodata), float(nodata))])


def _is_byte(provider: QgsRasterDataProvider) -> bool:
    return bool(provider.dataTypeSize(1) == 1)


def _rgb(provider: QgsRasterDataProvider, preset: BandPreset, offset: float) -> QgsMultiBandColorRenderer:
    renderer = QgsMultiBandColorRenderer(provider, 1, 2, 3)
    if preset.stretch is not None and not _is_byte(provider):
        enhancements = [_enhancement(provider, band, preset.stretch, offset) for band in (1, 2, 3)]
        renderer.setRedContrastEnhancement(enhancements[0])
        renderer.setGreenContrastEnhancement(enhancements[1])
        renderer.setBlueContrastEnhancement(enhancements[2])
    if provider.bandCount() >= 4 and provider.colorInterpretationName(4).lower().startswith("alpha"):
        renderer.setAlphaBand(4)
    elif not provider.sourceHasNoDataValue(1) and not provider.userNoDataValues(1):
        renderer.setRasterTransparency(_black_is_transparent())
    return renderer


def _black_is_transparent() -> QgsRasterTransparency:
    pixel = QgsRasterTransparency.TransparentThreeValuePixel()
    for name, value in (("red", 0.0), ("green", 0.0), ("blue", 0.0), ("percentTransparent", 100.0), ("opacity", 0.0)):
        # QGIS 3.38 turned the per cent round and renamed it.
        if hasattr(pixel, name):
            setattr(pixel, name, value)
    transparency = QgsRasterTransparency()
    transparency.setTransparentThreeValuePixelList([pixel])
    return transparency


def _grey(
    provider: QgsRasterDataProvider, preset: BandPreset, offset: float, estimated: Stretch | None
) -> QgsSingleBandGrayRenderer:
    renderer = QgsSingleBandGrayRenderer(provider, 1)
    if preset.stretch is not None:
        renderer.setContrastEnhancement(_enhancement(provider, 1, preset.stretch, offset))
    elif estimated is not None and not _is_byte(provider):
        enhancement = QgsContrastEnhancement(provider.dataType(1))
        _stretch(enhancement, estimated.low, estimated.high)
        renderer.setContrastEnhancement(enhancement)
    return renderer


def _enhancement(
    provider: QgsRasterDataProvider, band: int, stretch: tuple[float, float], offset: float
) -> QgsContrastEnhancement:
    # QGIS applies the scale and offset that the file itself holds before it stretches.
    scale, file_offset = provider.bandScale(band), provider.bandOffset(band)
    enhancement = QgsContrastEnhancement(provider.dataType(band))
    _stretch(enhancement, *((value + offset) * scale + file_offset for value in stretch))
    return enhancement


def _stretch(enhancement: QgsContrastEnhancement, low: float, high: float) -> None:
    algorithm = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    enhancement.setContrastEnhancementAlgorithm(algorithm, False)
    enhancement.setMinimumValue(low, False)
    enhancement.setMaximumValue(high, False)


def _classes(provider: QgsRasterDataProvider, preset: BandPreset) -> QgsPalettedRasterRenderer:
    """QGIS lets the map show through where a pixel has no class; JPEG 2000 cannot say which number means nothing."""
    classes = [
        QgsPalettedRasterRenderer.Class(value, QColor(colour), tr_data(title))
        for value, colour, title in preset.classes
        if title != _NOTHING_THERE
    ]
    return QgsPalettedRasterRenderer(provider, 1, classes)


def _elevation(provider: QgsRasterDataProvider, stretch: Stretch) -> QgsSingleBandPseudoColorRenderer:
    low, high = stretch.low, stretch.high
    ramp = QgsColorRampShader(low, high)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    items = []
    for share, colour in _ELEVATION:
        value = low + share * (high - low)
        items.append(
            QgsColorRampShader.ColorRampItem(value, QColor(colour), tr("{metres} m").format(metres=round(value)))
        )
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader(low, high)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(provider, 1, shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer


def _smooth(layer: QgsRasterLayer) -> None:
    resampling = layer.resampleFilter()
    if resampling is not None:
        resampling.setZoomedInResampler(QgsBilinearRasterResampler())
        resampling.setZoomedOutResampler(QgsBilinearRasterResampler())
        resampling.setMaxOversampling(2.0)
