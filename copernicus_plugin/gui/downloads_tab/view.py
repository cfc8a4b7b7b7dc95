"""The list of downloads: rows with buttons for the mouse, and keys that do the same."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListView, QMenu, QToolTip, QWidget

from copernicus_plugin.gui.downloads_tab.delegate import DownloadDelegate
from copernicus_plugin.gui.downloads_tab.model import DOWNLOAD_ROLE, ID_ROLE, DownloadsModel
from copernicus_plugin.gui.downloads_tab.row_layout import Button, RowAction, icon_actions, message_choices, tip_of
from copernicus_plugin.gui.theme import Theme, Themed
from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.download import Download, DownloadState

_LETTERS = {Qt.Key.Key_R: RowAction.RETRY, Qt.Key.Key_L: RowAction.LOAD, Qt.Key.Key_O: RowAction.FOLDER}
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DownloadsView(Themed, QListView):
    """``actionRequested``: (download id, ``RowAction``)."""

    actionRequested = pyqtSignal(str, object)

    def __init__(self, model: DownloadsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = model
        self._pressed: tuple[str, RowAction] | None = None
        self._kept: tuple[str, int] | None = None
        self._scroll_back = QTimer(self)
        self._scroll_back.setSingleShot(True)
        self._scroll_back.setInterval(0)
        self._scroll_back.timeout.connect(self._scroll_as_before)
        self.setModel(model)
        self.delegate = DownloadDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Downloads"))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.layoutChanged.connect(self.scheduleDelayedItemsLayout)
        self.selectionModel().selectionChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.follow_theme()

    def apply_theme(self, theme: Theme) -> None:
        self.delegate.refresh()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "delegate"):
            self.delegate.refresh()
            self.scheduleDelayedItemsLayout()

    def current_download(self) -> Download | None:
        found = self.currentIndex().data(DOWNLOAD_ROLE) if self.currentIndex().isValid() else None
        return found if isinstance(found, Download) else None

    def button_rect(self, download_id: str, action: RowAction) -> QRect | None:
        """Where a button of a row is, in the viewport; ``None`` if the row has none."""
        place = self._downloads.position(download_id)
        if place < 0:
            return None
        index = self._downloads.index(place)
        layout = self.delegate.layout_of(index, self.visualRect(index))
        return next((one.rect for one in layout.buttons if one.action is action), None)

    def _remember(self) -> None:
        current = self.current_download()
        self._kept = (current.id, self.verticalScrollBar().value()) if current is not None else None

    def _restore(self) -> None:
        if self._kept is None:
            return
        place = self._downloads.position(self._kept[0])
        if place >= 0:
            self.setCurrentIndex(self._downloads.index(place))
            self._scroll_back.start()

    def _scroll_as_before(self) -> None:
        if self._kept is not None:
            self.verticalScrollBar().setValue(self._kept[1])

    # mouse

    def _button_at(self, place: QPoint) -> tuple[QModelIndex, Button | None]:
        index = self.indexAt(place)
        if not index.isValid() or index.data(DOWNLOAD_ROLE) is None:
            return index, None
        return index, self.delegate.layout_of(index, self.visualRect(index)).button_at(place.x(), place.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index, button = self._button_at(event.pos())
        hot = (index.data(ID_ROLE), button.action) if button is not None else None
        if hot != self.delegate.hot:
            self.delegate.hot = hot
            shape = Qt.CursorShape.PointingHandCursor if button is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.delegate.hot = None
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index, button = self._button_at(event.pos())
        self._pressed = None
        if button is not None and event.button() == Qt.MouseButton.LeftButton:
            # A press on a button must not select the row: that would move the button away.
            self._pressed = (index.data(ID_ROLE), button.action)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        index, button = self._button_at(event.pos())
        if button is not None and (index.data(ID_ROLE), button.action) == pressed:
            self.actionRequested.emit(*pressed)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            _index, button = self._button_at(event.pos())
            if button is not None and tip_of(button.action):
                QToolTip.showText(event.globalPos(), tip_of(button.action), self.viewport())
                return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        download = self.current_download()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if index.isValid():
                self.setCurrentIndex(index)
                download = index.data(DOWNLOAD_ROLE)
        if download is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, title in self._menu_entries(download):
            entry = menu.addAction(title)
            entry.triggered.connect(lambda _=False, one=action, key=download.id: self.actionRequested.emit(key, one))
        rect = self.visualRect(self.currentIndex())
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.viewport().mapToGlobal(rect.center()) if keyboard else event.globalPos())

    def _menu_entries(self, download: Download) -> list[tuple[RowAction, str]]:
        choices = self._choices(download)
        others = [action for action in menu_actions(download) if action not in dict(choices)]
        return [*choices, *((action, tip_of(action)) for action in others)]

    def _choices(self, download: Download) -> list[tuple[RowAction, str]]:
        return message_choices(download, self._downloads.place_of(download))

    # keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._action_for(event) is not None:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action_for(event)
        download = self.current_download()
        if action is not None and download is not None:
            self.actionRequested.emit(download.id, action)
            event.accept()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _action_for(self, event: QKeyEvent) -> RowAction | None:
        """What a key means for the current row; ``None`` for nothing."""
        download = self.current_download()
        if download is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        if download.id in self._downloads.confirming:
            if event.key() in (*_RETURN, *_DELETE):
                return RowAction.CONFIRM
            if event.key() == Qt.Key.Key_Escape:
                return RowAction.KEEP
        if event.key() in _RETURN:
            # The first button under a message is what the message asks for.
            return next((action for action, _title in self._choices(download)), None)
        wanted = _LETTERS.get(event.key())
        if event.key() in _DELETE:
            wanted = RowAction.CANCEL if _can_be_cancelled(download) else RowAction.REMOVE
        elif event.key() == Qt.Key.Key_Space:
            wanted = RowAction.RESUME if download.state is DownloadState.PAUSED else RowAction.PAUSE
        return wanted if wanted in menu_actions(download) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _can_be_cancelled(download: Download) -> bool:
    return download.state.active or download.state is DownloadState.PAUSED


def menu_actions(download: Download) -> list[RowAction]:
    """All that can be done with a download."""
    actions = [action for action, _icon in icon_actions(download)]
    if download.state is DownloadState.FAILED:
        actions.insert(0, RowAction.RETRY)
    if download.state is DownloadState.DONE:
        actions.append(RowAction.REMOVE)
    return actions
