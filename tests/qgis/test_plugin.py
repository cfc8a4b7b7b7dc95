"""The plugin as QGIS switches it on and off, with a main window of QGIS's own kind."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMainWindow

import copernicus_plugin
from tests.qgis.interface import Interface


@pytest.fixture
def interface(qgis_app):
    QgsSettings().remove("copernicus_plugin")
    made = Interface()
    yield made
    made.close()
    QgsSettings().remove("copernicus_plugin")


def switched_on(interface):
    plugin = copernicus_plugin.classFactory(interface)
    plugin.initGui()
    QCoreApplication.processEvents()
    return plugin


def test_a_panel_that_was_open_when_qgis_was_closed_is_open_again(interface):
    plugin = switched_on(interface)
    assert not interface.docks, "it waits to be asked for"
    interface.actions[0].trigger()
    QCoreApplication.processEvents()
    assert [dock.isVisible() for dock in interface.docks] == [True]
    plugin.unload()
    assert not interface.docks
    again = switched_on(interface)
    assert [dock.isVisible() for dock in interface.docks] == [True]
    interface.actions[0].trigger()
    QCoreApplication.processEvents()
    again.unload()
    last = switched_on(interface)
    assert not interface.docks, "the user closed it"
    last.unload()


def test_switched_off_nothing_of_it_is_left_in_the_window(interface):
    window = interface.mainWindow()
    assert isinstance(window, QMainWindow)
    plugin = switched_on(interface)
    interface.actions[0].trigger()
    QCoreApplication.processEvents()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not interface.actions
    assert not [child.objectName() for child in window.children() if "opernicus" in child.objectName()]
