"""The plugin as QGIS switches it on and off, with a main window of QGIS's own kind."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow, QPushButton

import copernicus_plugin
from copernicus_plugin.gui.message_bar import BarMessages
from tests.qgis.interface import Interface
from tests.qgis.layers.conftest import spin


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


def test_layers_of_an_account_that_nobody_here_knows_are_told_of_and_leave_no_button_behind(
    interface, qgis_new_project
):
    """A project of somebody who has a place of his own; its message stands in QGIS's bar, which stays."""
    bar = interface.messageBar()

    def pressed(title):
        (button,) = [one for item in bar.items() for one in item.findChildren(QPushButton) if one.text() == title]
        button.click()

    def said(words):
        return any(words in item.text() for item in bar.items())

    layer = QgsVectorLayer("Point", "somebody's", "memory")
    layer.setCustomProperty("copernicus/account", "place_of_somebody")
    QgsProject.instance().addMapLayer(layer)
    plugin = switched_on(interface)
    interface.actions[0].trigger()
    spin(lambda: said("1 streamed layer"))
    pressed("Reconnect")
    spin(lambda: said("account") and not said("1 streamed layer"))
    second = QgsVectorLayer("Point", "another's", "memory")
    second.setCustomProperty("copernicus/account", "place_of_another")
    QgsProject.instance().addMapLayer(second)
    spin(lambda: said("streamed layer"))
    plugin.unload()
    QCoreApplication.processEvents()
    assert not [one.text() for item in bar.items() for one in item.findChildren(QPushButton)]


def test_a_message_that_is_no_longer_true_goes_and_the_others_stay(interface):
    messages = BarMessages(interface)
    first, second = (
        messages.push(words, [("Go", lambda: None)], Qgis.MessageLevel.Info, answered=True) for words in ("one", "two")
    )
    messages.take_down(first)
    messages.take_down(first)
    messages.take_down(None)
    assert [item.text() for item in interface.messageBar().items()] == ["two"]
    messages.close()
    messages.take_down(second)
    assert not interface.messageBar().items()


def test_alt_and_a_digit_lead_to_a_tab_from_a_field_too(interface):
    plugin = switched_on(interface)
    interface.actions[0].trigger()
    (dock,) = interface.docks
    interface.mainWindow().show()
    QApplication.setActiveWindow(interface.mainWindow())
    field = dock.search_tab.what.box
    field.setFocus()
    before = field.text()
    QTest.keyClick(field, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    seen = (dock.current_tab(), field.text(), dock.access_points_tab.view.hasFocus())
    QTest.keyClick(dock.access_points_tab.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    again = (dock.current_tab(), field.hasFocus())
    plugin.unload()
    assert seen == (3, before, True)
    assert again == (0, True)
