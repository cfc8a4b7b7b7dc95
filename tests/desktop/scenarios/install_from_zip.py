"""Installs the packaged plugin by QGIS's own plugin manager code, and opens its panel."""

import os

import pyplugin_installer
import qgis.utils
from qgis.PyQt.QtCore import Qt


def scenario(person, seen):
    pyplugin_installer.instance().installFromZipFile(os.environ["CDA_ZIP"])
    yield lambda: "copernicus_plugin" in qgis.utils.active_plugins
    seen["version"] = qgis.utils.pluginMetadata("copernicus_plugin", "version")
    person.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, person.window)
    yield person.dock
    yield 0.5
    seen["search button"] = person.reads("^Collection, search box")
    person.shoot("installed")
