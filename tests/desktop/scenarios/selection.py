"""The list and the map select each other, by clicks, by keys, and by QGIS's own selection tool."""

from common import CTRL, layers, results, search_ireland
from qgis.core import QgsCoordinateTransform, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface


def selected_rows(view):
    return sorted({index.row() for index in view.selectionModel().selectedIndexes()})


def scenario(person, seen):
    yield from search_ireland(person)
    view, footprints = results(person), layers(QgsVectorLayer)[0]
    seen["rows"] = len(person.rows(view))

    person.row(view, 0)
    yield lambda: footprints.selectedFeatureCount() == 1
    person.row(view, 2, CTRL)
    yield lambda: footprints.selectedFeatureCount() == 2
    seen["selected in the list"] = len(selected_rows(view))
    seen["selected in the list, on the map"] = footprints.selectedFeatureCount()

    view.setFocus()
    person.key(Qt.Key.Key_A, CTRL, view)
    yield lambda: footprints.selectedFeatureCount() == seen["rows"]
    seen["after Ctrl+A"] = len(selected_rows(view))

    person.press("^Clear")
    yield lambda: footprints.selectedFeatureCount() == 0
    iface.setActiveLayer(footprints)
    iface.actionSelect().trigger()
    feature = next(footprints.getFeatures())
    to_map = QgsCoordinateTransform(
        footprints.crs(), person.canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    corner = to_map.transform(next(feature.geometry().vertices()).x(), next(feature.geometry().vertices()).y())
    pixel = person.canvas.getCoordinateTransform().transform(corner)
    QTest.mouseClick(
        person.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        QPoint(int(pixel.x()), int(pixel.y())),
    )  # fmt: skip
    yield lambda: footprints.selectedFeatureCount() >= 1
    yield lambda: selected_rows(view)
    yield 0.4
    seen["selected on the map"] = footprints.selectedFeatureCount()
    seen["selected on the map, in the list"] = len(selected_rows(view))
    person.shoot("selected on the map")
