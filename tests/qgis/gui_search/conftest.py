"""A Search tab beside a shown map, over the bundled registry."""

from __future__ import annotations

import types
from dataclasses import replace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from copernicus_plugin.access_points.registry import Registry, load_registry
from copernicus_plugin.gui.search_tab.tab import SearchTab
from copernicus_plugin.host.settings import PluginSettings
from copernicus_plugin.model.access_point import Account, AccountKind


def until(condition, milliseconds=4000):
    """Let Qt work until ``condition()`` holds."""
    waited = 0
    while not condition():
        assert waited < milliseconds, "did not happen in time"
        QTest.qWait(20)
        waited += 20


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(600, 500)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(-10, 51, -6, 55))
    canvas.show()
    QTest.qWait(20)
    yield canvas
    canvas.stopRendering()
    canvas.hide()
    canvas.deleteLater()
    QApplication.sendPostedEvents()


@pytest.fixture
def registry():
    """Two places open to all, one that searches without its account, and one that cannot be searched without."""
    bundled = load_registry()
    model = bundled.access_points["earth_search"]
    third = replace(
        model,
        id="third",
        title="Third place",
        short_title="Third place",
        account=Account(AccountKind.BASIC, ("download",), ("third.example",)),
    )
    closed = replace(
        third,
        id="fourth",
        title="Fourth place",
        short_title="Fourth place",
        account=Account(AccountKind.BASIC, ("search", "download"), ("fourth.example",)),
    )
    open_to_all = {name: bundled.access_points[name] for name in ("earth_search", "planetary_computer")}
    places = {**open_to_all, "third": third, "fourth": closed}
    return Registry(places, bundled.collections)


@pytest.fixture
def settings(qgis_app):
    QgsSettings().remove("copernicus_plugin")
    yield PluginSettings()
    QgsSettings().remove("copernicus_plugin")


@pytest.fixture
def make_tab(canvas, registry, settings):
    docks = []

    def make(width=380, height=900):
        services = types.SimpleNamespace(registry=registry, settings=settings)
        dock = QDockWidget()
        tab = SearchTab(services, types.SimpleNamespace(mapCanvas=lambda: canvas), dock)
        dock.setWidget(tab)
        dock.resize(width, height)
        dock.show()
        dock.activateWindow()
        QTest.qWait(20)
        tab.asked = []
        tab.searchRequested.connect(lambda query, places: tab.asked.append((query, places)))
        docks.append(dock)
        return tab

    yield make
    for dock in docks:
        dock.widget().release()
        dock.hide()
        dock.deleteLater()
    QgsProject.instance().removeAllMapLayers()
    QApplication.sendPostedEvents()


@pytest.fixture
def tab(make_tab):
    return make_tab()


@pytest.fixture
def filled(tab):
    """Sentinel-2 L2A chosen by typing."""
    choose(tab, "sent 2 l2a")
    return tab


def choose(tab, words):
    from qgis.PyQt.QtCore import Qt

    tab.what.box.setFocus()
    tab.what.box.selectAll()
    QTest.keyClicks(tab.what.box, words)
    until(tab.what.popup.isVisible)
    QTest.keyClick(tab.what.box, Qt.Key.Key_Return)
