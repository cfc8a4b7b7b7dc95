"""QGIS's interface to plugins, over a main window and a map of QGIS's own classes; shared by tests."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QMainWindow


class Interface:
    """What the plugin asks of ``iface``. ``close()`` at the end."""

    def __init__(self):
        self._window = QMainWindow()
        self._window.resize(QSize(1200, 800))
        self._canvas = QgsMapCanvas(self._window)
        self._bar = QgsMessageBar(self._window)
        self._window.setCentralWidget(self._canvas)
        self.actions, self.docks = [], []
        self.active = None
        self._window.show()

    def close(self):
        self._window.close()
        self._window.deleteLater()

    def mainWindow(self):
        return self._window

    def mapCanvas(self):
        return self._canvas

    def messageBar(self):
        return self._bar

    def registerMainWindowAction(self, action, keys):
        return True

    def unregisterMainWindowAction(self, action):
        return True

    def addWebToolBarIcon(self, action):
        self.actions.append(action)

    def removeWebToolBarIcon(self, action):
        self.actions.remove(action)

    def addPluginToWebMenu(self, name, action):
        self._window.menuBar().addAction(action)

    def removePluginWebMenu(self, name, action):
        self._window.menuBar().removeAction(action)

    def addDockWidget(self, area, dock):
        self._window.addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock):
        self._window.removeDockWidget(dock)
        self.docks.remove(dock)

    def setActiveLayer(self, layer):
        self.active = layer

    def activeLayer(self):
        return self.active
