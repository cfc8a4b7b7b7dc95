"""The one dock panel: its tabs, their titles with counts, and the keys that move between them."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAction, QTabWidget, QVBoxLayout, QWidget

from copernicus_plugin.gui.access_points_tab.tab import AccessPointsTab
from copernicus_plugin.gui.downloads_tab.tab import DownloadsTab
from copernicus_plugin.gui.icons import icon
from copernicus_plugin.gui.results_tab.tab import ResultsTab
from copernicus_plugin.gui.search_tab.tab import SearchTab
from copernicus_plugin.gui.theme import Theme
from copernicus_plugin.host.services import Services
from copernicus_plugin.host.translation import tr

SMALLEST_WIDTH = 320
COMPACT_BELOW = 360

SEARCH, RESULTS, DOWNLOADS, ACCESS_POINTS = range(4)
_SYMBOLS = ("search", "table", "download", "plug")

_TAB_OF_KEY = {"Alt+1": SEARCH, "Alt+2": RESULTS, "Alt+3": DOWNLOADS, "Alt+4": ACCESS_POINTS}
"""While the focus is inside the dock."""


_FIRST_SHORTENED = (ACCESS_POINTS, SEARCH, DOWNLOADS, RESULTS)


class CopernicusDock(QgsDockWidget):
    """Search, Results, Downloads, Access points.

    Below 360 px the tabs that are not shown are icons with counts; above, so many of them as there is no room for.
    """

    def __init__(self, services: Services, iface: Any) -> None:
        super().__init__(tr("Copernicus Data Access"), iface.mainWindow())
        self.setObjectName("CopernicusDataAccess")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._services = services
        self.search_tab = SearchTab(services, iface, self)
        self.results_tab = ResultsTab(services, self)
        self.downloads_tab = DownloadsTab(services, self)
        self.access_points_tab = AccessPointsTab(services, self)
        self._counts = {RESULTS: 0, DOWNLOADS: 0}
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(tr("Copernicus Data Access"))
        for tab in (self.search_tab, self.results_tab, self.downloads_tab, self.access_points_tab):
            self._tabs.addTab(tab, "")
        self._tabs.currentChanged.connect(self._tab_changed)
        body = QWidget()
        body.setMinimumWidth(SMALLEST_WIDTH)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self.setWidget(body)
        self._tabs.setCurrentIndex(max(0, min(services.settings.dock_tab, self._tabs.count() - 1)))
        self._write_titles()
        self._add_shortcuts()

    # ---- used by the coordinator

    def show_tab(self, index: int) -> None:
        """``SEARCH``, ``RESULTS``, ``DOWNLOADS`` or ``ACCESS_POINTS``."""
        self._tabs.setCurrentIndex(index)

    def current_tab(self) -> int:
        return int(self._tabs.currentIndex())

    def set_count(self, index: int, count: int) -> None:
        """The number beside a tab's name; 0 shows none."""
        if self._counts.get(index) != count:
            self._counts[index] = count
            self._write_titles()

    def focus_what(self) -> None:
        """Ready to type what to search."""
        self.show_tab(SEARCH)
        self.activateWindow()
        self.search_tab.focus_what()

    def close_for_good(self) -> None:
        """Before the plugin is switched off."""
        self.search_tab.release()
        self.results_tab.close_for_good()
        self._services.settings.dock_tab = self.current_tab()

    # ---- looks

    def _tab_changed(self, index: int) -> None:
        self._services.settings.dock_tab = index
        self._write_titles()

    def _write_titles(self) -> None:
        may_be_short = [index for index in _FIRST_SHORTENED if index != self._tabs.currentIndex()]
        if self.width() < COMPACT_BELOW:
            self._shorten(set(may_be_short))
            return
        # A tab that is cut off behind arrows is worse than one that is a picture.
        for number in range(len(may_be_short) + 1):
            self._shorten(set(may_be_short[:number]))
            if self._tabs.tabBar().sizeHint().width() <= self.width():
                return

    def _shorten(self, short: set[int]) -> None:
        names = (tr("Search"), tr("Results"), tr("Downloads"), tr("Access points"))
        colour = Theme.of(self._tabs).text
        for index, (name, symbol) in enumerate(zip(names, _SYMBOLS)):
            count = self._counts.get(index, 0)
            number = f"{count:n}" if count else ""
            self._tabs.setTabText(index, number if index in short else f"{name}  {number}".rstrip())
            self._tabs.setTabIcon(index, icon(symbol, colour) if index in short else icon("", colour))
            self._tabs.setTabToolTip(index, f"{name} {number}".rstrip())
            self._tabs.tabBar().setAccessibleTabName(index, f"{name} {number}".rstrip())

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        super().resizeEvent(event)
        self._write_titles()

    def changeEvent(self, event: QEvent) -> None:  # Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_tabs"):
            self._write_titles()

    # ---- keys: what QGIS owns is taken only while the focus is inside the dock

    def event(self, event: QEvent) -> bool:  # Qt's name
        """Keys that no widget in the dock wanted climb up to here.

        An event filter on the application would see them too, and every other event of QGIS: sip then wraps objects
        that are being destroyed, and QGIS dies (seen on 3.22).
        """
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            target = self._tab_for_key(event)
            if target is not None:
                if event.type() == QEvent.Type.KeyPress:
                    self._go_to(target)
                event.accept()
                return True
        return bool(super().event(event))

    def _add_shortcuts(self) -> None:
        """Of Alt and a digit: the field that has the focus would take the digit, did the key climb up from it."""
        for keys, index in _TAB_OF_KEY.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._go_to, index))
            self.addAction(action)

    def _go_to(self, index: int, _checked: bool = False) -> None:
        self.show_tab(index)
        self._focus_content()

    def _focus_content(self) -> None:
        """Where the shown tab begins: the search box, the list; else the tab itself."""
        if self.current_tab() == SEARCH:
            self.search_tab.focus_what()
            return
        wanted: QWidget = self._tabs.currentWidget()
        for one in (self.results_tab.view, self.downloads_tab.view):
            if one.isVisible():
                wanted = one
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tab_for_key(self, event: QKeyEvent) -> int | None:
        key, modifiers = event.key(), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(key))
            if step is not None:
                return (self.current_tab() + step) % int(self._tabs.count())
        return None
