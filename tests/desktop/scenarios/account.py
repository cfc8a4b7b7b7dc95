"""From the closed hub to the Data Space: an account on the way, streaming, the product, the project reopened."""

import os
import zipfile
from pathlib import Path

from common import layers, look_at, open_panel, results, type_query
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QCheckBox, QDialogButtonBox, QFileDialog, QLineEdit

DAY = "sentinel-2-l2a 2022-10-05/2022-10-05 tile=29UNU bbox=-9,52.4,-8,53.1"


def has_pixels(layer):
    if not layer.isValid():
        return False
    block = layer.dataProvider().block(1, layer.extent(), 32, 32)
    values = {block.value(row, column) for row in range(32) for column in range(32)}
    return len(values) > 2


def row_of(person, view, words):
    rows = person.rows(view)
    return next(number for number, row in enumerate(rows) if words in row)


def choose_in_tree(person, words):
    box = person.find(QLineEdit, "^Find an access point")
    person.type(box, words)
    yield lambda: person.reads("^Copernicus Open Access Hub")
    person.key(Qt.Key.Key_Down, widget=box)
    yield 0.2


def fill_in(person, user, password):
    person.type(person.find(QLineEdit, "^User name"), user)
    person.type(person.find(QLineEdit, "^Password"), password)


def search_at_the_successor(person, seen):
    look_at(person)
    yield from open_panel(person)
    person.tab("Access points")
    yield 0.3
    yield from choose_in_tree(person, "open access hub")
    seen["closed"] = person.reads("closed 2023")
    person.shoot("hub")
    person.press("^Search at Data Space")
    yield lambda: person.reads("^Collection, search box")
    yield from type_query(person, DAY)
    person.press("^Search 1 access point")
    yield lambda: any("29UNU" in row for row in person.rows(results(person)))
    seen["rows"] = person.rows(results(person))


def load_with_an_account(person, seen, view):
    user, wrong, password = os.environ["CDA_USER"], os.environ["CDA_WRONG"], os.environ["CDA_WORD"]
    person.row(view, 0)
    yield 0.2
    person.press("^Load")
    yield lambda: person.reads("needs an account to load")
    person.shoot("account needed")
    person.press("^Add account")
    yield lambda: person.reads("^User name")
    fill_in(person, user, wrong)
    person.press("^Save and test")
    yield lambda: person.reads("refused")
    seen["wrong password"] = [w.text() for w in person.widgets(QAbstractButton, "Save and test")]
    person.shoot("account refused")
    fill_in(person, user, password)
    person.press("^My account asks for the code", QCheckBox)
    yield 0.2
    if person.widgets(QLineEdit, "^Code of the authenticator"):
        person.type(person.find(QLineEdit, "^Code of the authenticator"), os.environ["CDA_ONCE"])
    person.press("^Save and test")
    yield lambda: person.reads("^Results list|products?|acquisition", person.dock()) and results(person).isVisible()
    yield lambda: not person.widgets(QLineEdit, "^User name")
    # What was pressed before the account was there goes on by itself.
    yield lambda: layers(QgsRasterLayer)
    yield lambda: has_pixels(layers(QgsRasterLayer)[0])
    person.shoot("streamed")


def download(person, seen, view):
    person.row(view, 0)
    yield 0.3
    person.press("^Download")
    yield lambda: person.window.findChildren(QFileDialog)
    dialog = person.window.findChildren(QFileDialog)[0]
    person.press("Use this folder|Choose|Open", QAbstractButton, dialog.findChild(QDialogButtonBox))
    yield lambda: len(layers(QgsRasterLayer)) == 2
    seen["downloaded"] = next(layer.source() for layer in layers(QgsRasterLayer) if "vsizip" in layer.source())
    person.shoot("downloaded")


def reopen(person, seen):
    path = os.path.join(os.environ["HOME"], "space.qgz")
    project = QgsProject.instance()
    project.write(path)
    with zipfile.ZipFile(path) as archive:
        seen["project"] = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    project.clear()
    yield 0.3
    project.read(path)
    yield lambda: len([layer for layer in layers(QgsRasterLayer) if has_pixels(layer)]) == 2


def gather(seen):
    """Where a secret must never be."""
    seen["sources"] = [layer.source() for layer in QgsProject.instance().mapLayers().values()]
    seen["environment"] = dict(os.environ)
    seen["process environment"] = Path("/proc/self/environ").read_bytes().decode("utf-8", "replace")
    options = ("GDAL_HTTP_HEADERS", "GDAL_HTTP_HEADER_FILE", "GDAL_HTTP_USERPWD", "GDAL_HTTP_BEARER")
    seen["gdal"] = {name: gdal.GetConfigOption(name) for name in options}
    settings = QgsSettings()
    seen["settings"] = {key: str(settings.value(key)) for key in settings.allKeys()}
    seen["profile"] = QgsApplication.qgisSettingsDirPath()


def scenario(person, seen):
    yield from search_at_the_successor(person, seen)
    view = results(person)
    yield from load_with_an_account(person, seen, view)
    yield from download(person, seen, results_again(person))
    yield from reopen(person, seen)
    gather(seen)


def results_again(person):
    person.tab("Results")
    return results(person)
