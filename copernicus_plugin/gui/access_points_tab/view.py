"""The tree of access points: mouse, keys and menu."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QEvent, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from copernicus_plugin.gui.access_points_tab.delegate import AccessPointDelegate
from copernicus_plugin.gui.access_points_tab.model import GROUP_ROLE, PLACE_ROLE, AccessPointsModel
from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.access_point import AccessPoint, Group

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AccessPointsView(Themed, QTreeView):
    """``placeChosen`` when another place is current; ``opened`` by Return or a double click."""

    placeChosen = pyqtSignal(object)
    opened = pyqtSignal(object)
    menuRequested = pyqtSignal(object, object)
    """the place, and where on the screen"""
    typed = pyqtSignal(str)
    """letters typed here are for the find box"""
    groupsChanged = pyqtSignal()
    """the user opened or closed one"""

    def __init__(self, model: AccessPointsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = model
        self._restoring = False
        self.open_groups: set[Group] = set()
        self.setModel(model)
        self.delegate = AccessPointDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Access points"))
        self.setMinimumHeight(84)
        self.expanded.connect(lambda index: self._note_open(index, True))
        self.collapsed.connect(lambda index: self._note_open(index, False))
        model.modelReset.connect(self.restore_groups)
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.delegate.refresh()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "delegate"):
            self.delegate.refresh()
            self.scheduleDelayedItemsLayout()

    # ---- groups

    def set_open_groups(self, groups: Iterable[Group]) -> None:
        self.open_groups = set(groups)
        self.restore_groups()

    def restore_groups(self) -> None:
        """As the user left them; all open while something is looked for."""
        self._restoring = True
        for row in range(self._places.rowCount()):
            index = self._places.index(row, 0)
            self.setExpanded(index, self._places.is_filtered or index.data(GROUP_ROLE) in self.open_groups)
        self._restoring = False

    def _note_open(self, index: QModelIndex, is_open: bool) -> None:
        group = index.data(GROUP_ROLE)
        if self._restoring or group is None or self._places.is_filtered:
            return
        if is_open:
            self.open_groups.add(group)
        else:
            self.open_groups.discard(group)
        self.groupsChanged.emit()

    # ---- places

    def current_place(self) -> AccessPoint | None:
        found = self.currentIndex().data(PLACE_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, AccessPoint) else None

    def choose(self, access_point: str) -> bool:
        """Make it current, its group open and in view; false if it is not shown."""
        index = self._places.index_of(access_point)
        if not index.isValid():
            return False
        self.setExpanded(index.parent(), True)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_first(self) -> bool:
        """The first shown place."""
        shown = self._places.shown()
        return bool(shown) and self.choose(shown[0].id)

    def needed_height(self) -> int:
        """Of all rows of the open groups, in pixels."""
        rows = 0
        for row in range(self._places.rowCount()):
            index = self._places.index(row, 0)
            rows += 1 + (self._places.rowCount(index) if self.isExpanded(index) else 0)
        return int(rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 6)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        place = current.data(PLACE_ROLE) if current.isValid() else None
        if isinstance(place, AccessPoint):
            self.placeChosen.emit(place)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.pos())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.data(GROUP_ROLE) is not None:
            self.setExpanded(index, not self.isExpanded(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and index.data(GROUP_ROLE) is not None:
            # The second press of two quick ones: it toggles as the first did.
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)
        place = self.current_place()
        if place is not None:
            self.opened.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if index.isValid():
                self.setCurrentIndex(index)
        place = self.current_place()
        if place is None:
            return
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        centre = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menuRequested.emit(place, centre if keyboard else event.globalPos())

    # ---- keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_text(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (*_RETURN, Qt.Key.Key_Space) and index.isValid():
            if index.data(GROUP_ROLE) is not None:
                self.setExpanded(index, not self.isExpanded(index))
            elif event.key() in _RETURN:
                self.opened.emit(self.current_place())
            event.accept()
        elif event.key() == Qt.Key.Key_Left and index.parent().isValid():
            self.setCurrentIndex(index.parent())
        elif _is_text(event):
            self.typed.emit(event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()


def _is_text(event: QKeyEvent) -> bool:
    shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & ~shift
