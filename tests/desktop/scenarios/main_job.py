"""The main job as an analyst does it: draw an area, choose what and when, search, look, stream one, download another."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QDialogButtonBox, QFileDialog, QLineEdit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
IRELAND = QgsRectangle(-10.6, 51.9, -6.9, 53.9)


def open_panel(person):
    person.key(Qt.Key.Key_C, CTRL | ALT, person.window)


def look_at_ireland(person):
    person.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    person.canvas.setExtent(IRELAND)


def choose_collection(person, words):
    """Type into the search box and take the first proposal."""
    box = person.find(QLineEdit, "search box")
    person.type(box, words)
    yield 0.8
    person.key(Qt.Key.Key_Down, widget=box)
    person.key(Qt.Key.Key_Return, widget=box)
    yield 0.3


def type_box(person, text):
    person.type(person.find(QLineEdit, "^Bounding box"), text)


def type_period(person, first, last):
    query = person.find(QLineEdit, "Text query|search as text") if person.widgets(QLineEdit, "Text query") else None
    return query


def layers(kind):
    return [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, kind)]


def results(person):
    lists = [view for view in person.widgets(QAbstractItemView) if view.model() is not None]
    return max(lists, key=lambda view: view.height() * view.width())


def scenario(person, seen):
    look_at_ireland(person)
    open_panel(person)
    yield lambda: person.reads("^Search")
    yield from choose_collection(person, "sent 2 l2a")
    person.press("rectangle")
    yield 0.2
    person.drag_on_map((0.35, 0.3), (0.65, 0.6))
    yield lambda: person.reads("km²")
    person.shoot("search")
    person.press("^Search 2 access points")
    yield lambda: person.reads(r"2 of 2 access points done|^\d+ products")
    yield 1.0
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
    yield 1.5
    person.shoot("loaded")

    person.row(view, 1)
    yield 0.3
    person.press("^Download")
    yield lambda: person.window.findChildren(QFileDialog)
    dialog = person.window.findChildren(QFileDialog)[0]
    person.press("Use this folder|Choose|Open", QAbstractButton, dialog.findChild(QDialogButtonBox))
    yield lambda: len(layers(QgsRasterLayer)) == 2
    yield 1.0
    person.shoot("downloads")
    seen["downloaded"] = [layer.source() for layer in layers(QgsRasterLayer) if layer is not streamed]
