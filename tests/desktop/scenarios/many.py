"""Many products at once: one question, one layer; what is said of them when the project goes."""

from common import layers, results, search_ireland, searched
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox
from qgis.utils import iface


def marked_as_loaded(view, person):
    return sum("loaded" in row for row in person.rows(view))


def scenario(person, seen):
    yield from search_ireland(person)
    # The Data Space would ask for an account.
    person.tab("^Search")
    yield 0.2
    person.press("^Data Space, ticked", QCheckBox)
    yield 0.2
    person.press(r"^Search \d+ access points")
    yield searched(person)
    yield 0.5
    view = results(person)
    seen["rows"] = len(person.rows(view))
    person.row(view, 0)
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, view)
    yield lambda: person.reads(f"{seen['rows']} selected")
    person.press("^Load$")
    yield lambda: person.reads("As one mosaic")
    seen["before the answer"] = len(layers(QgsRasterLayer))
    person.shoot("load many")
    person.press("As one mosaic")
    yield lambda: layers(QgsRasterLayer)
    seen["layers"] = [layer.name() for layer in layers(QgsRasterLayer)]
    yield lambda: marked_as_loaded(view, person) == seen["rows"]
    iface.newProject()
    yield lambda: not layers(QgsRasterLayer)
    yield 0.3
    seen["loaded in the new project"] = marked_as_loaded(view, person)
