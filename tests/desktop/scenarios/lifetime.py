"""Switched off and on twenty times, in the middle of searches and loading; projects and layers removed meanwhile."""

import gc
import threading

from common import draw_rectangle, layers, look_at, open_panel, results, search_ireland, searched
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import loadPlugin, startPlugin, unloadPlugin

TIMES = 20
NAME = "copernicus_plugin"


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
    }


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
            yield from open_panel(person)
            person.press(r"^Search \d+ access points")
            yield searched(person)
        unloadPlugin(NAME)
        yield 0.2
    yield 1.5
    QgsProject.instance().clear()
    yield 0.5
    seen["after"] = left_behind(person)
    seen["rounds"] = TIMES
