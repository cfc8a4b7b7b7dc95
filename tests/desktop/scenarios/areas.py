"""Areas that are difficult: each gives the right answer, or one clear sentence."""

from common import choose_collection, layers, look_at, open_panel, results, searched, type_box, type_query
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QToolButton
from qgis.utils import iface


def status(person):
    """The line below the box, as a screen reader says it."""
    return " | ".join(
        label.accessibleName() or label.text() for label in person.widgets(QLabel, "Area valid|crosses|cannot|box")
    )


def add_layer_with_many_corners():
    """A circle of 50 000 corners around western Ireland."""
    circle = QgsGeometry.fromPointXY(QgsPointXY(-9, 52.9)).buffer(0.8, 12_500)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "many corners", "memory")
    feature = QgsFeature()
    feature.setGeometry(circle)
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return sum(1 for _ in circle.vertices())


def scenario(person, seen):
    seen["corners"] = add_layer_with_many_corners()
    look_at(person)
    yield from open_panel(person)
    yield from choose_collection(person, "sent 2 l2a")

    button = person.find(QToolButton, "Take a layer")
    button.menu().aboutToShow.emit()
    next(action for action in button.menu().actions() if "many corners" in action.text()).trigger()
    yield lambda: "Area valid" in status(person)
    seen["50 000 corners"] = status(person)
    person.press(r"^Search \d+ access points")
    yield searched(person)
    yield 0.5
    seen["50 000 corners, found"] = len(person.rows(results(person)))
    tree = iface.layerTreeView()
    seen["our group is open"] = tree.isExpanded(tree.model().index(0, 0))
    person.shoot("area many corners")

    person.tab("^Search")
    yield from type_query(person, "sentinel-2-l2a 2022-09-01/2022-10-30 bbox=176,-19,-178,-15")
    yield lambda: "Area valid, Box" in status(person)
    seen["antimeridian"] = status(person)
    person.press(r"^Search \d+ access points")
    yield searched(person)
    yield 0.5
    seen["antimeridian, found"] = person.rows(results(person))
    seen["antimeridian, footprints"] = [
        f.geometry().boundingBox().width() for layer in layers(QgsVectorLayer) if "footprint" in layer.name()
        for f in layer.getFeatures()
    ]  # fmt: skip

    person.tab("^Search")
    yield 0.2
    person.press("Draw a polygon")
    yield 0.2
    for corner in ((0.3, 0.3), (0.6, 0.6), (0.6, 0.3), (0.3, 0.6)):
        person.click_on_map(corner)
        yield 0.1
    person.key(Qt.Key.Key_Return, widget=person.canvas)
    yield lambda: person.reads("crosses itself near")
    seen["self-crossing"] = person.find(QLabel, "crosses itself near").text()
    person.shoot("area self-crossing")
    person.press("^Repair$")
    yield lambda: "Area valid" in status(person)
    seen["repaired"] = status(person)

    look_at(person, QgsRectangle(-900000, -900000, 900000, 900000), "EPSG:3413")
    yield 0.5
    person.press("Take the map view")
    yield lambda: "Area valid" in status(person)
    seen["polar canvas"] = status(person)

    yield from type_box(person, "this is no box")
    yield lambda: person.reads("is not a box")
    seen["no box"] = person.find(QLabel, "is not a box").text()
    person.shoot("area no box")
