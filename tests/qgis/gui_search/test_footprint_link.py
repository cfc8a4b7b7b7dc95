"""The map follows what happens to the footprints."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtGui import QColor

from copernicus_plugin.gui.footprint_link import FootprintLink
from tests.qgis.gui_search.conftest import until


@pytest.fixture
def linked(canvas):
    project = QgsProject.instance()
    bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), canvas)
    link = FootprintLink(canvas)
    yield canvas
    link.close()
    bridge.setAutoSetupOnFirstLayer(False)
    project.clear()
    bridge.deleteLater()


def painted(canvas):
    image = canvas.grab().toImage()
    return QColor(image.pixel(image.width() // 2, image.height() // 2)).name() != "#ffffff"


def test_the_last_layer_that_goes_leaves_no_picture_on_the_map(linked):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "footprints", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(-20, 40, 20, 60)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    linked.setExtent(QgsRectangle(-10, 51, -6, 55))
    until(lambda: painted(linked))
    QgsProject.instance().removeMapLayer(layer.id())
    until(lambda: not painted(linked))
