"""Steps that several scenarios share: opening the panel, searching western Ireland, finding the list."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
IRELAND = QgsRectangle(-10.6, 51.9, -6.9, 53.9)


def look_at(person, extent=IRELAND, crs="EPSG:4326"):
    person.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    person.canvas.setExtent(extent)


def open_panel(person):
    """By its shortcut. Where it was open before it comes back by itself, with the tab that was in front."""
    if person.sees_dock():
        person.tab("^Search")
    else:
        person.key(Qt.Key.Key_C, CTRL | ALT, person.window)
    yield lambda: person.reads("^Collection, search box")


def choose_collection(person, words):
    """Type into the search box and take the first proposal."""
    box = person.find(QLineEdit, "search box")
    person.type(box, words)
    yield 0.8
    person.key(Qt.Key.Key_Return, widget=box)
    yield 0.3


def type_box(person, text):
    person.type(person.find(QLineEdit, "^Bounding box"), text)
    yield 0.5


def type_query(person, text):
    """The whole search as text; the form follows."""
    person.type(person.find(QPlainTextEdit), text)
    yield 0.5


def draw_rectangle(person, start=(0.35, 0.3), end=(0.65, 0.6)):
    person.press("rectangle")
    yield 0.2
    person.drag_on_map(start, end)
    yield lambda: person.reads("km²")


def layers(kind):
    return [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, kind)]


def results(person):
    """The list of results: the largest list in sight."""
    lists = [view for view in person.widgets(QAbstractItemView) if view.model() is not None]
    assert lists, "no list is in sight"
    return max(lists, key=lambda view: view.height() * view.width())


def searched(person):
    """All access points have answered or failed: nothing can be stopped any more, and something is told."""
    told = r"\d+ products?|No product matches|did not|cannot|Planetary Computer"
    return lambda: person.reads(told) and not person.reads(r"\bStop\b|^Asking")


def search_ireland(person):
    """Sentinel-2 of the last three months, over a rectangle drawn in the west of Ireland."""
    look_at(person)
    yield from open_panel(person)
    yield from choose_collection(person, "sent 2 l2a")
    yield from draw_rectangle(person)
    person.press(r"^Search \d+ access points")
    yield searched(person)
    yield 0.5
