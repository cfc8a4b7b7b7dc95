"""Draws what the demo loaded: one picture per raster, footprints over it, countries under it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

WIDTH, HEIGHT, CAPTION, GAP, COLUMNS = 620, 520, 54, 16, 3
SEA = QColor("#dbe7f0")
FEWEST_COLOURS = 20
FEWEST_CLASSES = 3


def add_countries(project: QgsProject) -> None:
    """The world map that QGIS ships, as a quiet ground."""
    path = f"{QgsApplication.pkgDataPath()}/resources/data/world_map.gpkg|layername=countries"
    layer = QgsVectorLayer(path, "Countries", "ogr")
    if layer.isValid():
        symbol = QgsFillSymbol.createSimple({"color": "#f4f1ea", "outline_color": "#b9b4aa", "outline_width": "0.2"})
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        project.addMapLayer(layer)


def draw(project: QgsProject, results: list[Any], target: Path) -> list[str]:
    """Write ``target``; returns what cannot be seen on it."""
    panels = [(found, layer) for found in results for layer in found.layers]
    columns = min(COLUMNS, max(1, len(panels)))
    rows = -(-len(panels) // columns)
    picture = QImage(GAP + columns * (WIDTH + GAP), GAP + rows * (HEIGHT + CAPTION + GAP), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    faults = []
    for number, (found, layer) in enumerate(panels):
        left = GAP + number % columns * (WIDTH + GAP)
        top = GAP + number // columns * (HEIGHT + CAPTION + GAP)
        plain = render(project, [layer], layer)
        classed = isinstance(layer.renderer(), QgsPalettedRasterRenderer)
        if colours(plain) < (FEWEST_CLASSES if classed else FEWEST_COLOURS):
            faults.append(f"{layer.name()} is not seen on the map")
        alone = render(project, [found.footprints.layer], layer)
        if colours(alone) < 2:
            faults.append(f"no footprint is seen around {layer.name()}")
        countries = [other for other in project.mapLayers().values() if other.name() == "Countries"]
        painter.drawImage(left, top, render(project, [found.footprints.layer, layer, *countries], layer))
        caption(painter, QRect(left, top + HEIGHT, WIDTH, CAPTION), layer.name(), found)
    painter.end()
    picture.save(str(target))
    return faults


def render(project: QgsProject, layers: list[Any], around: Any) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(around.crs())
    settings.setTransformContext(project.transformContext())
    extent = QgsCoordinateTransform(around.crs(), around.crs(), project).transformBoundingBox(around.extent())
    extent.scale(1.12)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setBackgroundColor(SEA)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 5)})


def caption(painter: QPainter, place: QRect, name: str, found: Any) -> None:
    bold, plain = QFont(), QFont()
    bold.setPointSize(12)
    bold.setBold(True)
    plain.setPointSize(10)
    painter.setPen(QColor("#202020"))
    painter.setFont(bold)
    painter.drawText(place.adjusted(0, 6, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
    painter.setFont(plain)
    text = f"{found.scene.title}: {len(found.products)} products found"
    painter.drawText(place.adjusted(0, 28, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
