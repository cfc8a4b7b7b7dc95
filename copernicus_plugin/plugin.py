"""What QGIS switches on and off: the action, the dock panel, the translation, and all that stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from copernicus_plugin.gui.icons import plugin_icon
from copernicus_plugin.host.translation import install_translator, tr

if TYPE_CHECKING:
    from copernicus_plugin.gui.coordinator import Coordinator
    from copernicus_plugin.gui.dock import CopernicusDock
    from copernicus_plugin.host.services import Services

FIRST_WIDTH = 380
"""pixels; narrower works, but with shorter words"""


class CopernicusPlugin(QObject):
    """Cheap to switch on: the panel and the engine are imported and made when the panel is first shown."""

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._iface = iface
        self._translator = install_translator(QgsApplication.instance().locale())
        self._action: QAction | None = None
        self._services: Services | None = None
        self._dock: CopernicusDock | None = None
        self._coordinator: Coordinator | None = None

    def initGui(self) -> None:  # QGIS's name
        """Add the action; show the panel again if it was open when QGIS was closed."""
        action = QAction(plugin_icon(), tr("Copernicus Data Access"), self._iface.mainWindow())
        action.setObjectName("copernicusDataAccess")
        action.setCheckable(True)
        action.setToolTip(tr("Search, stream and download Copernicus data"))
        self._iface.registerMainWindowAction(action, "Ctrl+Alt+C")
        if action.shortcut().isEmpty():
            action.setShortcut(QKeySequence("Ctrl+Alt+C"))
        action.triggered.connect(self._toggle)
        self._iface.addWebToolBarIcon(action)
        self._iface.addPluginToWebMenu(tr("&Copernicus Data Access"), action)
        self._action = action
        if self._was_open():
            QTimer.singleShot(0, self._show)

    def unload(self) -> None:
        """Leave nothing behind: no thread, signal, layer of ours, action or GDAL option."""
        if self._coordinator is not None:
            self._coordinator.close()
        if self._dock is not None:
            # QGIS unloads plugins when it is closed, too: that hides the panel, but the user did not close it.
            self._dock.visibilityChanged.disconnect(self._remember_visibility)
            self._dock.close_for_good()
            self._iface.removeDockWidget(self._dock)
            self._dock.setParent(None)
            self._dock.deleteLater()
        if self._services is not None:
            self._services.close()
            self._services.deleteLater()
        self._coordinator = self._dock = self._services = None
        if self._action is not None:
            self._iface.unregisterMainWindowAction(self._action)
            self._iface.removeWebToolBarIcon(self._action)
            self._iface.removePluginWebMenu(tr("&Copernicus Data Access"), self._action)
            self._action.deleteLater()
            self._action = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _was_open(self) -> bool:
        from copernicus_plugin.host.settings import PluginSettings

        return bool(PluginSettings().state("dock_visible", False))

    def _toggle(self, checked: bool) -> None:
        if not checked and self._dock is not None:
            self._dock.setVisible(False)
            return
        self._show()
        if self._dock is not None:
            self._dock.focus_what()

    def _show(self) -> None:
        if self._action is None:
            return
        if self._dock is None:
            self._make_dock()
        if self._dock is not None:
            self._dock.setUserVisible(True)

    def _make_dock(self) -> None:
        from copernicus_plugin.gui.coordinator import Coordinator
        from copernicus_plugin.gui.dock import CopernicusDock
        from copernicus_plugin.host.services import Services

        services = Services(self)
        dock = CopernicusDock(services, self._iface)
        self._services, self._dock = services, dock
        self._coordinator = Coordinator(services, dock, self._iface)
        dock.visibilityChanged.connect(self._remember_visibility)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        if not services.settings.state("dock_placed", False):
            # QGIS remembers the width from then on.
            self._iface.mainWindow().resizeDocks([dock], [FIRST_WIDTH], Qt.Orientation.Horizontal)
            services.settings.set_state("dock_placed", True)

    def _remember_visibility(self) -> None:
        if self._dock is None or self._action is None or self._services is None:
            return
        # Hidden behind another dock's tab is still open for the user.
        is_open = not self._dock.isHidden()
        self._action.setChecked(is_open)
        self._services.settings.set_state("dock_visible", is_open)
