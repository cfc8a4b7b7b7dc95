"""The main job as an analyst does it: draw an area, choose what and when, search, stream one, download another."""

from common import layers, results, search_ireland
from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog


def scenario(person, seen):
    yield from search_ireland(person)
    view = results(person)
    seen["rows"] = len(person.rows(view))
    seen["first row"] = person.rows(view)[0]
    footprints = layers(QgsVectorLayer)[0]
    seen["footprints"] = footprints.featureCount()
    person.shoot("results")

    person.row(view, 0)
    yield lambda: len(footprints.selectedFeatureIds()) == 1
    person.press("^Load")
    yield lambda: layers(QgsRasterLayer)
    streamed = layers(QgsRasterLayer)[0]
    seen["streamed"] = streamed.source()
    yield lambda: "loaded" in person.rows(view)[0]
    person.shoot("loaded")

    another = next(number for number, row in enumerate(person.rows(view)) if number and "Earth Search" in row)
    person.row(view, another)
    yield 0.3
    person.press("^Download")
    yield lambda: person.window.findChildren(QFileDialog)
    dialog = person.window.findChildren(QFileDialog)[0]
    person.press("Use this folder|Choose|Open", QAbstractButton, dialog.findChild(QDialogButtonBox))
    yield lambda: len(layers(QgsRasterLayer)) == 2
    person.shoot("downloads")
    seen["downloaded"] = [layer.source() for layer in layers(QgsRasterLayer) if layer is not streamed]
    seen["said"] = person.reads("1 selected|Done 1")
