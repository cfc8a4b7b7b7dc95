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
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTreeView,
)

SEARCH, RESULTS, DOWNLOADS, ACCESS_POINTS = range(4)


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

    def all_widths(self, name):
        """The tab that is shown, at 320 and 380 pixels, beside the map."""
        for pixels in (320, 380):
            yield from self.width(pixels)
            self.take(f"{name}_{pixels}")

    def take(self, name):
        dock = self.person.dock()
        dock.grab().save(os.path.join(os.environ["CDA_SHOTS"], f"{name}.png"))

    def tab(self, index):
        bar = self.person.find(QTabBar)
        self.person.click(bar, bar.tabRect(index).center())
        yield 0.4


def query_box(person):
    return person.find(QPlainTextEdit)


def run_search(person, text, photographer):
    yield from photographer.tab(SEARCH)
    person.type(query_box(person), text)
    yield 0.6
    person.key(Qt.Key.Key_Return, CTRL, query_box(person))
    yield 0.3


def of_kind(person, name):
    """Visible widgets by the name of their class: what is written on them depends on the language."""
    return [widget for widget in person.widgets() if type(widget).__name__ == name]


def choose_place(person, words):
    """In the tree, by way of the search box, which is empty again afterwards."""
    box = person.widgets(QLineEdit)[0]
    person.type(box, words)
    yield 0.3
    person.key(Qt.Key.Key_Down, widget=box)
    yield 0.2
    box.clear()
    yield 0.3


def access_points(person, photographer):
    """The closed hub and what took its place, the account there: none, refused, set."""
    yield from photographer.tab(ACCESS_POINTS)
    yield from choose_place(person, "hub")
    yield from photographer.all_widths("access_points")
    yield from choose_place(person, "data space ecosystem")
    yield from photographer.all_widths("place")
    person.key(Qt.Key.Key_Return, widget=person.find(QTreeView))
    yield 0.3
    yield from photographer.all_widths("account")


def account(person, photographer):
    """A password that is refused, then the right one."""
    yield from photographer.tab(ACCESS_POINTS)
    yield from choose_place(person, "data space ecosystem")
    person.key(Qt.Key.Key_Return, widget=person.find(QTreeView))
    yield 0.5
    for word, name in (("not-the-horse", "account_refused"), (os.environ["CDA_WORD"], "account_set")):
        user, password = (box for box in person.widgets(QLineEdit)[-2:])
        person.type(user, os.environ["CDA_USER"])
        person.type(password, word)
        person.key(Qt.Key.Key_Return, widget=password)
        yield 2.5
        yield from photographer.all_widths(name)


def brush(person, photographer):
    """The first and the last fifth of the dates left out."""
    strip = of_kind(person, "TimelineStrip")[0]
    middle = strip.height() * 2 // 3
    for start, end in ((4, strip.width() // 5), (strip.width() - 4, strip.width() * 4 // 5)):
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(start, middle))
        for step in range(1, 5):
            QTest.mouseMove(strip, QPoint(start + (end - start) * step // 4, middle))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(end, middle))
        yield 0.3
    yield 0.6
    yield from photographer.all_widths("timeline")
    strip = of_kind(person, "TimelineStrip")[0]
    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, middle))
    yield 0.6


def files_of_the_archive(person, photographer):
    """What lies in a product of the Data Space, which a search does not tell."""
    yield from run_search(person, "sentinel-2-l2a 2022-10-05/2022-10-05 tile=29UNU bbox=-9,52.4,-8,53.1", photographer)
    yield lambda: any("Data Space" in row for row in person.rows(results(person)))
    yield 1.5
    view = results(person)
    person.row(view, next(n for n, row in enumerate(person.rows(view)) if "Data Space" in row))
    view.setFocus()
    person.key(Qt.Key.Key_Return, widget=view)
    yield 0.8
    links = of_kind(person, "LinkButton")
    person.click(links[-1])
    yield 3.0
    yield from photographer.all_widths("files")
    person.key(Qt.Key.Key_Escape)
    yield 0.3


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
    photographer.take("completer_380")
    yield from photographer.width(320)
    photographer.take("completer_320")
    yield from photographer.width(380)
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
    yield from brush(person, photographer)
    person.row(view, wanted)
    view.setFocus()
    yield 0.3
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
    yield from files_of_the_archive(person, photographer)
    yield from account(person, photographer)
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
