"""Installs the packaged plugin by QGIS's own plugin manager code, and opens its panel."""

import os

import pyplugin_installer
from qgis.PyQt.QtCore import Qt
from qgis.utils import active_plugins, pluginMetadata


def scenario(person, seen):
    pyplugin_installer.instance().installFromZipFile(os.environ["CDA_ZIP"])
    yield lambda: "copernicus_plugin" in active_plugins
    seen["version"] = pluginMetadata("copernicus_plugin", "version")
    person.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, person.window)
    yield lambda: person.dock()
    yield 0.5
    seen["search button"] = person.reads("^Search")
    person.shoot("installed")
