"""The panel in all its states, for ``make screenshots``. Finds widgets by class and place: the language may be any."""

import json
import os
from urllib.request import Request, build_opener

from common import ALT, CTRL, IRELAND, layers, look_at, results
from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTreeView,
)

SEARCH, RESULTS, DOWNLOADS, ACCESS_POINTS = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4


def tell_sandbox(command, document=None):
    """Not through the proxy: this is the sandbox's own control."""
    address = f"http://127.0.0.1:{os.environ['CDA_CONTROL']}/{command}"
    with build_opener().open(Request(address, json.dumps(document).encode(), method="POST"), timeout=10) as answer:
        return json.loads(answer.read())


def add_countries():
    path = f"{QgsApplication.pkgDataPath()}/resources/data/world_map.gpkg|layername=countries"
    layer = QgsVectorLayer(path, "Countries", "ogr")
    symbol = QgsFillSymbol.createSimple({"color": "#f4f1ea", "outline_color": "#b9b4aa", "outline_width": "0.2"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().setBackgroundColor(QColor("#dbe7f0"))


class Photographer:
    """Takes the panel alone, at a width."""

    def __init__(self, person):
        self.person = person

    def width(self, pixels):
        dock = self.person.dock()
        self.person.window.resizeDocks([dock], [pixels], Qt.Orientation.Horizontal)
        yield 0.4

    def take(self, name):
        dock = self.person.dock()
        dock.grab().save(os.path.join(os.environ["CDA_SHOTS"], f"{name}.png"))

    def tab(self, key):
        self.person.key(key, ALT, self.focus())
        yield 0.4

    def focus(self):
        return next(iter(self.person.widgets(QAbstractButton)), self.person.dock())


def query_box(person):
    return person.find(QPlainTextEdit)


def run_search(person, text, photographer):
    yield from photographer.tab(SEARCH)
    person.type(query_box(person), text)
    yield 0.6
    person.key(Qt.Key.Key_Return, CTRL, query_box(person))
    yield 0.3


def all_widths(person, photographer, tab, name):
    """One tab at 320 and 380 pixels, beside the map."""
    yield from photographer.tab(tab)
    for pixels in (320, 380):
        yield from photographer.width(pixels)
        photographer.take(f"{name}_{pixels}")


def access_points(person, photographer):
    """The tab as it opens, the closed hub, and the account's editor."""
    yield from photographer.tab(ACCESS_POINTS)
    box = person.widgets(QLineEdit)[0]
    for words, name in (("hub", "access_points"), ("data space ecosystem", "account")):
        person.type(box, words)
        yield 0.3
        person.key(Qt.Key.Key_Down, widget=box)
        yield 0.2
        box.clear()
        yield 0.3
        if name == "account":
            person.key(Qt.Key.Key_Return, widget=person.find(QTreeView))
            yield 0.3
        yield from all_widths(person, photographer, ACCESS_POINTS, name)


def scenario(person, seen):
    add_countries()
    look_at(person, IRELAND, "EPSG:3857")
    person.canvas.zoomToFeatureExtent(person.canvas.mapSettings().extent())
    for dock in person.window.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    person.key(Qt.Key.Key_C, CTRL | ALT, person.window)
    yield person.dock
    photographer = Photographer(person)
    yield from photographer.width(380)
    look_at(person, IRELAND, "EPSG:4326")

    yield from photographer.tab(RESULTS)
    photographer.take("empty_380")
    yield from access_points(person, photographer)
    yield from photographer.tab(SEARCH)
    box = person.widgets(QLineEdit)[0]
    person.type(box, "sent")
    yield 0.8
    person.shoot("completer_whole")
    person.key(Qt.Key.Key_Escape, widget=box)
    person.type(
        query_box(person),
        "sentinel-2-l2a 2022-08-22/2022-11-22 cloud<=60 orbit=23,123 bbox=-9.421,52.307,-7.648,53.224",
    )
    yield 0.8
    photographer.take("search_380")
    yield from photographer.width(320)
    photographer.take("search_320")
    yield from photographer.width(380)

    yield from run_search(
        person, "sentinel-2-l2a 2022-08-22/2022-11-22 cloud<=90 bbox=-9.421,52.307,-7.648,53.224", photographer
    )
    yield lambda: len(person.rows(results(person))) > 10
    yield 2.0
    view = results(person)
    wanted = next(
        n for n, row in enumerate(person.rows(view)) if "29UNU" in row and " 5 " in f" {row} " and "2022" in row
    )
    person.row(view, wanted)
    yield 0.5
    view.setFocus()
    person.key(Qt.Key.Key_L, widget=view)
    yield lambda: layers(QgsRasterLayer)
    yield 2.0
    photographer.take("results_380")
    person.key(Qt.Key.Key_Return, widget=view)
    yield 0.8
    yield from photographer.width(320)
    photographer.take("details_320")
    yield from photographer.width(380)
    photographer.take("details_380")
    person.key(Qt.Key.Key_Escape)
    yield 0.3
    person.shoot("whole")
    yield from photographer.width(320)
    photographer.take("results_320")
    yield from photographer.width(380)

    person.row(view, max(0, wanted - 2))
    person.row(view, max(0, wanted - 1), CTRL)
    view.setFocus()
    tell_sandbox("fault", {
        "host": "*", "path_pattern": r"TCI\.tif|TCI_10m", "times": None, "method": "",
        "fault": {"throttle": 400000.0},
    })  # fmt: skip
    person.key(Qt.Key.Key_D, widget=view)
    yield lambda: person.window.findChildren(QFileDialog)
    dialog = person.window.findChildren(QFileDialog)[0]
    accept = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open)
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    # There is no window manager that would make the main window active again.
    QApplication.setActiveWindow(person.window)
    yield 2.5
    photographer.take("downloads_380")
    person.shoot("downloads_whole")
    yield from photographer.width(320)
    photographer.take("downloads_320")
    yield from photographer.width(380)
    tell_sandbox("clear_faults")

    tell_sandbox("fault", {
        "host": "planetarycomputer.microsoft.com", "path_pattern": "/search", "times": None, "method": "",
        "fault": {"login_page": True},
    })  # fmt: skip
    yield from run_search(
        person, "sentinel-2-l2a 2022-08-22/2022-11-22 bbox=-9.421,52.307,-7.648,53.224", photographer
    )
    yield 3.0
    photographer.take("trouble_380")
    tell_sandbox("clear_faults")
    yield from run_search(
        person, "sentinel-2-l2a 2022-09-20/2022-10-14 cloud<=0 bbox=-9.4,52.3,-8.3,53.1", photographer
    )
    yield 4.0
    photographer.take("no_match_380")
    yield from run_search(
        person, "sentinel-2-l2a 2022-08-22/2022-11-22 cloud<=90 bbox=-9.421,52.307,-7.648,53.224", photographer
    )
    yield lambda: len(person.rows(results(person))) > 10
    dock = person.dock()
    dock.setFloating(True)
    dock.setGeometry(20, 60, 1100, 560)
    yield 1.5
    view = results(person)
    person.row(view, 3)
    yield 1.0
    photographer.take("results_1100")
    yield from photographer.tab(SEARCH)
    photographer.take("search_1100")
    yield from photographer.tab(DOWNLOADS)
    photographer.take("downloads_1100")
    yield from photographer.tab(ACCESS_POINTS)
    photographer.take("access_points_1100")
    seen["pictures"] = sorted(os.listdir(os.environ["CDA_SHOTS"]))
