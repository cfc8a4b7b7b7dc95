"""Switched off and on twenty times, in the middle of searches and loading; projects and layers removed meanwhile."""

import gc
import os
import threading

from common import draw_rectangle, layers, look_at, open_panel, results, search_ireland
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit, QToolBar
from qgis.utils import iface, loadPlugin, startPlugin, unloadPlugin

TIMES = 20
NAME = "copernicus_plugin"
GDAL_OPTIONS = ("SSL_CERT_FILE", "GDAL_HTTP_HEADERS", "GDAL_HTTP_HEADER_FILE", "GDAL_PAM_ENABLED")
"""Of GDAL's proxy QGIS itself takes care, for every layer."""


def left_behind(person):
    """What another plugin's author would find of ours after it was switched off."""
    gc.collect()
    return {
        "threads": sorted(t.name for t in threading.enumerate() if t is not threading.main_thread()),
        "docks": len([d for d in person.window.findChildren(QDockWidget) if "Copernicus" in d.windowTitle()]),
        "actions": len(
            [a for bar in person.window.findChildren(QToolBar) for a in bar.actions() if "Copernicus" in a.text()]
        ),
        "tasks": QgsApplication.taskManager().count(),
        "canvas items": len(person.canvas.scene().items()),
        "messages": len(iface.messageBar().items()),
        "files in memory": [name for name in gdal.ReadDirRecursive("/vsimem/") or [] if "copernicus" in name],
        "GDAL's options": {name: gdal.GetConfigOption(name) for name in GDAL_OPTIONS},
    }


def set_account(person):
    person.tab("Access points")
    yield 0.3
    box = person.find(QLineEdit, "^Find an access point")
    person.type(box, "data space ecosystem")
    yield 0.3
    person.key(Qt.Key.Key_Down, widget=box)
    yield 0.2
    person.key(Qt.Key.Key_Return)
    yield lambda: person.reads("^User name")
    person.type(person.find(QLineEdit, "^User name"), os.environ["CDA_USER"])
    person.type(person.find(QLineEdit, "^Password"), os.environ["CDA_WORD"])
    person.press("^Save and test")
    yield lambda: person.reads("Signed in")
    person.tab("Results")


def stream_with_the_account(person):
    view = results(person)
    place = next(number for number, row in enumerate(person.rows(view)) if "Data Space, online" in row)
    person.row(view, place)
    yield 0.2
    person.press("^Load")


def scenario(person, seen):
    unloadPlugin(NAME)
    yield 0.5
    seen["before"] = left_behind(person)
    for round_number in range(TIMES):
        loadPlugin(NAME)
        startPlugin(NAME)
        yield 0.1
        if round_number % 4 == 0:
            yield from search_ireland(person)
        elif round_number % 4 == 1:
            look_at(person)
            yield from open_panel(person)
            yield from draw_rectangle(person)
            person.press(r"^Search \d+ access points")
            if round_number % 8 == 1:
                QgsProject.instance().clear()
        elif round_number % 4 == 2:
            yield from search_ireland(person)
            person.row(results(person), 0)
            yield 0.2
            person.press("^Load")
            for layer in layers(QgsVectorLayer):
                QgsProject.instance().removeMapLayer(layer.id())
        else:
            yield from search_ireland(person)
            yield lambda: any("Data Space, online" in row for row in person.rows(results(person)))
            if round_number == 3:
                yield from set_account(person)
            yield from stream_with_the_account(person)
            if round_number == TIMES - 1:
                yield lambda: layers(QgsRasterLayer)
                seen["streamed with the account"] = len(layers(QgsRasterLayer))
        unloadPlugin(NAME)
        yield 0.2
    yield 1.5
    QgsProject.instance().clear()
    yield 0.5
    seen["after"] = left_behind(person)
    seen["rounds"] = TIMES
